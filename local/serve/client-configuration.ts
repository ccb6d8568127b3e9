import type { LocalAws } from "./spawn.js";

/** What an SDK client in this process needs to talk to a local AWS: `new ECSClient(clientConfiguration(aws))`. */
export function clientConfiguration({ endpoint, region, env }: LocalAws) {
  return {
    endpoint,
    region,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "",
    },
  };
}
