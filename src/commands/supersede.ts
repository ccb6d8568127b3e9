import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { isLaterRun, type Standing } from "../plan/admission.js";
import { TAG } from "../plan/names.js";
import type { ServiceState } from "../plan/plan.js";
import type { Rollout } from "../service/rollout.js";
import type { PreviewWatch } from "./preview-watch.js";
import { lookAgain, serviceWorld } from "./service-world.js";
import type { World } from "./world.js";

/**
 * Stops a run that would roll over a better one.
 *
 * @throws ActionError RolloutSuperseded
 */
export function refuseIfSuperseded(
  before: Pick<ServiceState, "tags"> | undefined,
  { origin }: Request,
  standing?: Standing,
): void {
  const tag = (key: string) => before?.tags.find((one) => one.key === key)?.value;
  const other = { commit: tag(TAG.commit), startedAt: tag(TAG.startedAt) };
  if (!isLaterRun(other, origin, standing)) return;
  throw new ActionError(
    "RolloutSuperseded",
    `The run ${tag(TAG.run) ?? "another run"}, which began later (${other.startedAt}), has deployed already. Its version stays.`,
  );
}

/**
 * Whether a rollout that another run pushed aside is to be tried again: this run's commit is the newest, the other's is not.
 * (The other one had looked at the pull request just before the push.)
 *
 * @throws ActionError as the watch's check
 */
export async function mayGoOver(
  world: World,
  request: Request,
  rollout: Rollout,
  watch: PreviewWatch,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof ActionError) || error.code !== "RolloutSuperseded" || world.signal.aborted) return false;
  if ((await watch.check()) !== "current") return false;
  const now = await lookAgain(world, rollout);
  if (!now) return false;
  const { revisionTags } = await import("../service/revisions.js");
  // A revision's tags were there before it ran; those of the service may still be of the run before.
  const tags = await revisionTags(await world.clients.ecs(), now.taskDefinitionArn, world.signal);
  const tag = (key: string) => tags.find((one) => one.key === key)?.value;
  if (isLaterRun({ commit: tag(TAG.commit), startedAt: tag(TAG.startedAt) }, request.origin, "current")) return false;
  world.log.info("A run for an older commit has rolled over this one: rolling again.");
  return true;
}

/**
 * This run has rolled, and a newer commit was pushed meanwhile. Its own run rolls over this one; but if that was quicker
 * than this one's rollout, its revision is there already, and serves again.
 */
export async function giveWay(world: World, request: Request, rollout: Rollout, newestHead: string): Promise<void> {
  if (newestHead === "" || newestHead === request.origin.commit) return;
  const now = await lookAgain(world, rollout);
  if (!now || now.taskDefinitionArn !== rollout.taskDefinitionArn) return;
  const [service, { findRevision }, { rollOut, shortArn }] = await Promise.all([
    serviceWorld(world),
    import("../service/revisions.js"),
    import("../service/rollout.js"),
  ]);
  const newer = await findRevision(service.ecs, {
    of: rollout.taskDefinitionArn,
    tag: { key: TAG.commit, value: newestHead },
    signal: world.signal,
  });
  if (!newer || newer.arn === rollout.taskDefinitionArn) return;
  world.log.info(`The newer commit's ${shortArn(newer.arn)} was rolled before this one: going back to it.`);
  const tags = newer.tags.filter(({ key }) => key === TAG.commit || key === TAG.run || key === TAG.startedAt);
  const containerPort = newer.containerPort ?? rollout.containerPort;
  await rollOut(
    service,
    { ...rollout, taskDefinitionArn: newer.arn, containerPort, adoptsTasks: true },
    {
      currentPort: rollout.containerPort,
      currentCapacity: rollout.capacity,
      mayRollBack: false,
      force: false,
    },
    tags,
  );
}
