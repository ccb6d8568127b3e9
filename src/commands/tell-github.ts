import type { GitHub } from "../github/connection.js";
import { plainLine } from "../lib/log.js";
import type { PreviewFacts } from "../report/comment.js";
import type { World } from "./world.js";

/** GitHub, with a warning for each piece of work that it refuses; undefined without a token. */
export async function connect(
  world: World,
  { token, apiUrl, repository }: { token: string | undefined; apiUrl: string | undefined; repository: string },
): Promise<GitHub | undefined> {
  const [{ connectGitHub }, { warning }] = await Promise.all([
    import("../github/connection.js"),
    import("@actions/core"),
  ]);
  return await connectGitHub({
    token,
    apiUrl,
    repository,
    warn: (text) => warning(plainLine(text), { title: "GitHub" }),
    env: world.env,
    clock: world.clock,
  });
}

/** Which pieces of GitHub a run may touch, and the run itself. */
export interface Telling {
  readonly comment: boolean;
  readonly deployment: boolean;
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/**
 * Tells GitHub what has become of an environment: the comment on its pull request, if there is one, and the deployments of
 * what is gone. Whatever GitHub has against it costs that piece and a warning; what was done in AWS is done.
 */
export async function tellGitHub(
  world: World,
  github: GitHub,
  { comment, deployment, runId, startedAt }: Telling,
  { pullRequest, facts }: { pullRequest: number | undefined; facts: PreviewFacts },
): Promise<void> {
  const { app, environment, state, logUrl } = facts;
  const { signal } = world;
  const { attempt } = await import("../github/attempt.js");
  const records = async () => {
    if (!deployment || state !== "removed") return;
    const { retireRecords } = await import("../github/deployment-record.js");
    await attempt(github, "record", signal, () =>
      retireRecords(github, { environment, app, remove: true, logUrl }, signal),
    );
  };
  const say = async () => {
    if (!comment || pullRequest === undefined) return;
    const [{ keepComment }, { renderComment }] = await Promise.all([
      import("../github/comment.js"),
      import("../report/comment.js"),
    ]);
    const body = renderComment(facts);
    const writer = { startedAt, runId };
    await attempt(github, "comment", signal, () =>
      keepComment(github, { pullRequest, app, body, writer, createIfMissing: false }, signal),
    );
  };
  await Promise.all([records(), say()]);
}
