import type { Aws } from "../aws/aws.js";
import { PUSH_TO_MAIN } from "../runner/workflow-run.js";
import { GitHub } from "./github.js";
import { serveIssuer } from "./issuer.js";
import { fullName, type Permissions } from "./model.js";
import { createRepository } from "./people.js";
import { startGitHubServer } from "./server.js";

export interface ServingGitHub {
  /** What a workflow run's steps get: for `runAction` and `npm run action`. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What the README's workflows ask for. */
const PERMISSIONS: Permissions = { contents: "read", deployments: "write", "pull-requests": "write" };

/** Long before the ids came into the subjects of tokens: its workflows are `repo:octo-org/sample-app:...`. */
const CREATED_AT = new Date("2023-12-21T09:00:00Z");

/**
 * Starts a local GitHub with one public repository: the one that the runner's own event is of, at the commit that it pushes.
 * Its issuer of workflows' tokens is on the internet that is given; without one nobody can check them.
 */
export async function serveGitHub({
  port = 0,
  speed = 1,
  internet,
}: {
  port?: number;
  speed?: number;
  internet?: Pick<Aws, "network" | "authority">;
} = {}): Promise<ServingGitHub> {
  const github = new GitHub({ speed });
  const { id, full_name: name } = PUSH_TO_MAIN.payload.repository as { id: number; full_name: string };
  const repository = createRepository(github, {
    name,
    id,
    head: String(PUSH_TO_MAIN.payload.after),
    createdAt: CREATED_AT,
  });
  const closeIssuer = internet ? await serveIssuer(github.idTokens, internet) : undefined;
  const server = await startGitHubServer(github, { port });
  return {
    env: {
      GITHUB_API_URL: server.url,
      GITHUB_SERVER_URL: github.addresses.web,
      GITHUB_REPOSITORY: fullName(repository),
      GITHUB_REPOSITORY_ID: String(repository.id),
      GITHUB_TOKEN: github.createToken(PERMISSIONS, [repository]).token,
    },
    close: async () => {
      await Promise.all([server.close(), closeIssuer?.()]);
    },
  };
}
