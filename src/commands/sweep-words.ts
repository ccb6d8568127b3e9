import type { GitHub } from "../github/connection.js";
import type { SweepRequest } from "../inputs/read-sweep.js";
import type { Identity } from "../plan/identity.js";
import { TAG } from "../plan/names.js";
import type { Tags } from "../plan/sweep-facts.js";
import { tellGitHub } from "./tell-github.js";
import type { World } from "./world.js";

/** What has become of an environment, for its pull request. */
export interface News {
  readonly state: "removed" | "asleep" | "deployed";
  readonly reason: string;
  readonly url?: string | undefined;
  /** The service's, which say what it ran. */
  readonly tags: Tags;
}

/** Tells GitHub what a sweep has done with an environment, as `tellGitHub` does. */
export async function tellNews(
  world: World,
  { request, github }: { request: SweepRequest; github: GitHub | undefined },
  { app, environment, pullRequest }: Identity,
  { state, reason, url, tags }: News,
): Promise<void> {
  if (!github) return;
  const commit = tags[TAG.commit];
  await tellGitHub(
    world,
    github,
    { ...request.github, startedAt: request.startedAt },
    {
      pullRequest,
      facts: {
        app,
        environment,
        state,
        url,
        reason,
        headSha: commit ?? "",
        ...(commit && { deployedSha: commit }),
        ...(tags[TAG.expiresAt] && { expiresAt: tags[TAG.expiresAt] }),
        logUrl: request.github.logUrl,
        ...(state === "removed" && { removedAt: new Date(world.clock.now()).toISOString() }),
      },
    },
  );
}
