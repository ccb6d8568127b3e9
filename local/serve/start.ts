import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAws } from "../aws/account.js";
import { type AwsServer, startServer } from "../aws/server.js";
import { administratorKeys } from "../aws/sts/credentials.js";
import { startProxy } from "../edge/proxy.js";
import { serveGitHub } from "../github/serve.js";
import { writeEnvFile } from "../runner/env-file.js";
import type { ServeOptions } from "./options.js";

export interface Serving {
  /** What a client's environment needs, for AWS and for GitHub. */
  readonly env: Readonly<Record<string, string>>;
  readonly accountId: string;
  /** Stops every server, task and timer, and removes all files. Rejects if the local AWS got something wrong by itself. */
  close(): Promise<void>;
}

/**
 * Starts a local AWS: an account with one registered domain, its endpoint, and the proxy by which curl and browsers
 * reach the account's public names; and a local GitHub beside it. If a part cannot start (a port is taken), the rest is stopped again.
 */
export async function serve({
  port,
  speed,
  region,
  zone,
  seed,
  envFile,
  faultsFile,
  throttle = false,
}: ServeOptions): Promise<Serving> {
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    const errors: unknown[] = [];
    for (const each of undo.splice(0).reverse()) await each().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), "local-aws-"));
    undo.push(() => rm(directory, { recursive: true, force: true }));
    const aws = await createAws({ directory, region, speed, seed });
    undo.push(() => aws.close());
    const server = await startServer(aws, { port, throttle });
    undo.push(() => server.close());
    if (faultsFile !== undefined) await armFaults(server, faultsFile);
    const proxy = await startProxy(aws.network);
    undo.push(() => proxy.close());
    const { HostedZone } = await aws.route53.CreateHostedZone({ Name: zone, CallerReference: "registered domain" });
    const github = await serveGitHub({ speed, internet: aws });
    undo.push(() => github.close());
    await aws.network.settled();
    const env = {
      AWS_ENDPOINT_URL: server.url,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: administratorKeys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: administratorKeys.secretAccessKey,
      NODE_EXTRA_CA_CERTS: aws.authority.certificateFile,
      NODE_OPTIONS: `--require=${quoted(join(import.meta.dirname, "..", "edge", "hosts.cjs"))}`,
      LOCAL_AWS_HOSTS: aws.hostsFile,
      LOCAL_AWS_PROXY: proxy.url,
      LOCAL_AWS_HOSTED_ZONE_ID: (HostedZone?.Id ?? "").replace("/hostedzone/", ""),
      LOCAL_AWS_DOMAIN: zone,
      ...github.env,
    };
    if (envFile !== undefined) {
      await writeEnvFile(envFile, env);
      undo.push(() => rm(envFile, { force: true }));
    }
    return { env, accountId: aws.accountId, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function armFaults({ faults }: AwsServer, file: string): Promise<void> {
  try {
    await faults.add(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new Error(`--faults ${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** NODE_OPTIONS takes paths with blanks in double quotes. */
function quoted(path: string): string {
  return path.includes(" ") ? JSON.stringify(path) : path;
}
