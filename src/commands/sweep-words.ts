import type { GitHub } from "../github/connection.js";
import type { SweepRequest } from "../inputs/read-sweep.js";
import type { Identity } from "../plan/identity.js";
import { TAG } from "../plan/names.js";
import type { Tags } from "../plan/sweep-facts.js";
import type { World } from "./world.js";

/** What has become of an environment, for its pull request. */
export interface News {
  readonly state: "removed" | "asleep" | "deployed";
  readonly reason: string;
  readonly url?: string | undefined;
  /** The service's, which say what it ran. */
  readonly tags: Tags;
}

/**
 * Tells GitHub: the comment on the pull request, and the deployments of what is gone. Whatever GitHub has against it costs
 * that piece and a warning; what was done in AWS is done.
 */
export async function tellGitHub(
  world: World,
  { request, github }: { request: SweepRequest; github: GitHub | undefined },
  { app, environment, pullRequest }: Identity,
  { state, reason, url, tags }: News,
): Promise<void> {
  if (!github) return;
  const { comment, deployment, logUrl, runId } = request.github;
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
    const commit = tags[TAG.commit];
    const body = renderComment({
      app,
      environment,
      state,
      url,
      reason,
      headSha: commit ?? "",
      ...(commit && { deployedSha: commit }),
      ...(tags[TAG.expiresAt] && { expiresAt: tags[TAG.expiresAt] }),
      logUrl,
      ...(state === "removed" && { removedAt: new Date(world.clock.now()).toISOString() }),
    });
    const writer = { startedAt: request.startedAt, runId };
    await attempt(github, "comment", signal, () =>
      keepComment(github, { pullRequest, app, body, writer, createIfMissing: false }, signal),
    );
  };
  await Promise.all([records(), say()]);
}
