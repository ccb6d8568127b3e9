import type { TeardownRequest } from "../inputs/read-teardown.js";
import { stackName } from "../plan/names.js";
import { type Removal, type RemovalTarget, removeEnvironment } from "./remove-environment.js";
import { connect, tellGitHub } from "./tell-github.js";
import type { World } from "./world.js";

/** One thing that was to go, and what came of it. */
export interface Removed extends Removal {
  /** `pr-12 of web`, or `platform`. */
  readonly what: string;
}

/** Removes an environment, and tells GitHub. */
export async function removeAndTell(world: World, request: TeardownRequest, target: RemovalTarget): Promise<Removed> {
  const removal = await removeEnvironment(world, target, { keepLogs: request.keepLogs });
  await sayFarewell(world, request, target, removal);
  return { what: `${target.environment} of ${target.app}`, ...removal };
}

/**
 * Tells GitHub that an environment is gone: its deployments are made inactive and deleted, and the comment on its pull
 * request says since when. Whatever GitHub has against it costs that piece and a warning: the environment is gone all
 * the same.
 */
async function sayFarewell(
  world: World,
  request: TeardownRequest,
  { app, environment }: { app: string; environment: string },
  removal: Removal,
): Promise<void> {
  const { token, apiUrl, comment, deployment, logUrl } = request.github;
  const number = request.pullRequest ?? removal.pullRequest ?? numberOf(environment);
  const keepsComment = comment && number !== undefined;
  if (!deployment && !keepsComment) return;
  const github = await connect(world, { token, apiUrl, repository: request.repository });
  if (!github) {
    world.log.info("Without github-token GitHub is not told: deployments and comment stay as they are.");
    return;
  }
  await tellGitHub(
    world,
    github,
    { ...request.github, startedAt: request.startedAt },
    {
      pullRequest: number,
      facts: {
        app,
        environment,
        state: "removed",
        headSha: "",
        ...(removal.commit && { deployedSha: removal.commit }),
        logUrl,
        ...(keepsComment && { removedAt: await removedAt(world, request, { app, environment }, removal) }),
      },
    },
  );
}

/** Where another run has removed it, CloudFormation still knows when. */
async function removedAt(
  world: World,
  { domain }: TeardownRequest,
  { app, environment }: { app: string; environment: string },
  { outcome }: Removal,
): Promise<string> {
  const now = new Date(world.clock.now());
  if (outcome === "removed") return now.toISOString();
  const { deletedSince } = await import("../stacks/tombstone.js");
  const name = stackName("ecs-service", { domain, app, environment });
  const then = await deletedSince(await world.clients.cloudFormation(), name, new Date(0), world.signal);
  return (then ?? now).toISOString();
}

/** A preview's name says whose it is, unless it was given another. */
function numberOf(environment: string): number | undefined {
  const number = environment.match(/^pr-([1-9]\d{0,8})$/)?.[1];
  return number === undefined ? undefined : Number(number);
}
