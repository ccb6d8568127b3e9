import { connectLocalGitHub, type LocalGitHub } from "../local/github/client.js";
import { serveGitHub } from "../local/github/serve.js";

export type { LocalGitHub } from "../local/github/client.js";

/** A local GitHub in this process, and a look inside it. `stop` fails if it has answered what GitHub never would. */
export async function startLocalGitHub(options?: { speed?: number }): Promise<LocalGitHub & { stop(): Promise<void> }> {
  const serving = await serveGitHub(options);
  const github = connectLocalGitHub(serving.env);
  return { ...github, stop: () => github.verify().finally(() => serving.close()) };
}
