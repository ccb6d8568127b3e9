import type { Request } from "../inputs/request.js";
import { ActionError, describeError } from "../lib/errors.js";
import { TAG } from "../plan/names.js";
import { identityTags } from "../plan/ownership.js";
import { isOnOtherCapacity, onlyCapacity, planRollout, revisionOutputs, type ServiceState } from "../plan/plan.js";
import { renderRevision } from "../plan/revision.js";
import type { Report } from "../report/report.js";
import type { Rollout, ServiceWorld } from "../service/rollout.js";
import type { AppliedStacks } from "./apply-stacks.js";
import { lookAtService } from "./observe.js";
import type { PreviewWatch } from "./preview-watch.js";
import { lookAgain, serviceWorld } from "./service-world.js";
import { mayGoOver, refuseIfSuperseded } from "./supersede.js";
import type { World } from "./world.js";

/** What a rollout has done, and what it would take to undo it. */
export interface Rolled {
  readonly changed: boolean;
  /** The deployment that this run started. */
  readonly deployment?: string;
  readonly rollout: Rollout;
  readonly before: ServiceState | undefined;
}

const RUN_TAGS: readonly string[] = [TAG.commit, TAG.run, TAG.startedAt, TAG.deployedAt];

/** After a cancel or at the deadline there is just time for a call or two. */
const LAST_CALLS_MS = 5000;

/**
 * Moves the service to the request's revision, if it is not there yet. On failure what ran before is restored.
 *
 * @throws ActionError whose message says what serves now
 */
export async function roll(
  world: World,
  request: Request,
  stacks: AppliedStacks,
  { account, service: observed }: { account: { region: string }; service?: ServiceState },
  report: Report,
  watch?: PreviewWatch,
): Promise<Rolled> {
  const stack = stacks.get("ecs-service");
  const outputs = revisionOutputs((id) => stacks.get(id)?.state.outputs, account.region);
  const cluster = stacks.get("ecs-cluster")?.state.outputs.ClusterName;
  if (!stack || !outputs || !cluster)
    throw new ActionError("OutputMissing", "The environment's stack stands without the outputs that a rollout takes.");
  const definition = renderRevision(request, outputs);
  // What was observed still holds where the stack was left alone; an update may have moved the service.
  let before = stack.change === "unchanged" ? observed : await lookAtService(world, stack.state, cluster);
  if (watch && planRollout(request, before, definition, outputs.family).rollout.needed) {
    // The last look before it serves: another run may have rolled while this one was on its way.
    [, before] = await Promise.all([watch.check(stack.state), lookAtService(world, stack.state, cluster)]);
    watch.noteMade();
  }
  refuseIfSuperseded(before, request, watch?.standing());
  const { revision, rollout } = planRollout(request, before, definition, outputs.family);

  const [service, { isServing, registerRevision, rollOut, shortArn, tagService }, { followDeployment }] =
    await Promise.all([serviceWorld(world), import("../service/rollout.js"), import("../service/follow.js")]);
  const taskDefinitionArn =
    revision.action === "reuse" && before
      ? before.taskDefinitionArn
      : await registerRevision(service, definition, [...request.tags, ...identityTags(request), ...runTags(request)]);
  report.outputs.set("task-definition-arn", taskDefinitionArn);
  const target: Rollout = {
    cluster,
    service: stack.state.outputs.ServiceName ?? "",
    serviceArn: stack.state.outputs.ServiceArn ?? "",
    targetGroupArn: stack.state.outputs.TargetGroupArn ?? "",
    logGroup: outputs.logGroup,
    taskDefinitionArn,
    desiredCount: request.desiredCount,
    containerPort: request.container.port,
    capacity: request.capacity,
    symptoms: {
      ...request.container,
      healthCheckPath: request.healthCheckPath,
      publicIp: request.natGateways === 0,
    },
  };
  const undo = { changed: true, rollout: target, before };
  if (!rollout.needed && before?.deployment) {
    // An earlier run may have been killed before the end of its rollout, and what runs may have crashed since.
    if (!(await serves(service, before, target)))
      await followDeployment(service, { ...target, adoptsTasks: true }, before.deployment.id);
    if (watch) await tagService(service, target, serviceTags(request, report, watch));
    report.done.push(["service", `unchanged: runs ${shortArn(taskDefinitionArn)}`]);
    return { ...undo, changed: false };
  }
  const move = {
    currentPort: before?.containerPort,
    currentCapacity: before?.deployment?.capacity,
    mayRollBack: request.rollback && isServing(before),
    // A deployment that has failed is not tried again by asking for the same thing, nor do tasks move to other capacity.
    force:
      request.forceNewDeployment ||
      before?.deployment?.rolloutState === "FAILED" ||
      (before !== undefined && isOnOtherCapacity(request, before)),
  };
  const at = new Date(world.clock.now()).toISOString();
  const rollOver = async (tries: number): Promise<string> => {
    const tags = [...serviceTags(request, report, watch), { key: TAG.deployedAt, value: at }];
    try {
      return await rollOut(service, target, move, tags);
    } catch (error) {
      if (tries === 0 || !watch || !(await mayGoOver(world, request, target, watch, error))) throw error;
      return await rollOver(tries - 1);
    }
  };
  try {
    const deployment = await rollOver(watch ? TRIES : 0);
    report.done.push(["service", `rolled to ${shortArn(taskDefinitionArn)}, ${request.desiredCount} tasks`]);
    await tidyUp(world, taskDefinitionArn);
    return { ...undo, deployment };
  } catch (error) {
    throw await undoRollout(world, request, undo, error, watch);
  }
}

/** How often a newer commit is rolled over an older one that came in between. */
const TRIES = 3;

/** Whether everything that is asked for runs, as far as one call can tell: as many healthy targets as tasks. */
async function serves(
  { loadBalancing, signal }: ServiceWorld,
  { deployment, runningCount, desiredCount }: ServiceState,
  { targetGroupArn }: Rollout,
): Promise<boolean> {
  if (deployment?.rolloutState !== "COMPLETED" || runningCount !== desiredCount) return false;
  const { describeTargets } = await import("../service/targets.js");
  const targets = await describeTargets(loadBalancing, { targetGroupArn, signal });
  return [...targets.values()].filter(({ TargetHealth }) => TargetHealth?.State === "healthy").length >= desiredCount;
}

/**
 * One more look after the smoke test, since a task may start well and crash soon after: what is not as it was at the
 * end of the rollout is followed until it is again, or is clearly broken.
 *
 * @throws ActionError as roll
 */
export async function confirmRollout(world: World, { deployment, rollout }: Rolled): Promise<void> {
  if (!deployment) return;
  const [service, { followDeployment }] = await Promise.all([serviceWorld(world), import("../service/follow.js")]);
  await followDeployment(service, rollout, deployment);
}

/** Old revisions cost nothing but clarity: a role that may not deregister them is no reason to be red. */
async function tidyUp({ clients, log, signal }: World, current: string): Promise<void> {
  const { retireRevisions } = await import("../service/revisions.js");
  try {
    // The stack's bootstrap revision carries the stack's tags, but no run's.
    const retired = await retireRevisions(await clients.ecs(), { current, mark: TAG.startedAt, signal });
    if (retired > 0) log.info(`Deregistered ${retired} old revisions; the newest ten stay.`);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    log.info(`Old revisions were not deregistered: ${describeError(error)}`);
  }
}

/**
 * Puts back what ran before a rollout that failed, and waits until it serves again. Nothing is undone that is not ours:
 * a deployment that superseded ours stays.
 *
 * @returns the failure, with what serves now added to its message
 */
export async function undoRollout(
  world: World,
  request: Request,
  { rollout, before }: Rolled,
  cause: unknown,
  watch?: PreviewWatch,
): Promise<unknown> {
  if (world.signal.aborted) return await leaveRollout(world, request, { rollout, before }, world.signal.reason);
  if (!(cause instanceof ActionError)) return cause;
  if (["RolloutSuperseded", "ServiceGone", "Superseded"].includes(cause.code)) return cause;
  // What is being taken away is not brought back to life.
  const stopped = await watch?.reconsider(cause);
  if (stopped && stopped.code !== "Superseded") return stopped;
  const say = (what: string) =>
    new ActionError(cause.code, `${cause.message} ${what}`, { hint: cause.hint, evidence: cause.evidence, cause });
  if (!request.rollback) return say("It was left as it is, to look at (rollback: false).");
  const [service, { isServing, rollOut, shortArn, stopService }, { followDeployment }] = await Promise.all([
    serviceWorld(world),
    import("../service/rollout.js"),
    import("../service/follow.js"),
  ]);
  try {
    if (!isServing(before)) {
      world.log.info("Nothing ran before that could be restored: setting the count back to 0.");
      await world.timeline.measure("rollout", "back to 0", () => stopService(service, rollout));
      return say("Nothing ran before, so the count is back at 0. The platform stays; the next run only rolls.");
    }
    // ECS lets the tasks that still run of that revision be part of the deployment that goes back to it.
    const previous = { ...rollout, ...previousRevision(before), adoptsTasks: true };
    world.log.info(`Restoring ${shortArn(previous.taskDefinitionArn)}, which ran before.`);
    const now = await lookAgain(world, rollout);
    await world.timeline.measure("rollout", "restore", async () => {
      // ECS may have begun to go back by itself; then that is what to follow.
      if (now && now.taskDefinitionArn === previous.taskDefinitionArn && now.deployment)
        await followDeployment(service, previous, now.deployment.id);
      else if (now && now.taskDefinitionArn !== rollout.taskDefinitionArn)
        throw new ActionError("RolloutSuperseded", "another run has rolled it since.");
      else
        await rollOut(
          service,
          previous,
          { ...currently(rollout), mayRollBack: false, force: false },
          before.tags.filter(({ key }) => RUN_TAGS.includes(key)),
        );
    });
    return say(
      `${shortArn(previous.taskDefinitionArn)} serves again: ${previous.desiredCount} of ${previous.desiredCount} targets are healthy.`,
    );
  } catch (error) {
    if (world.signal.aborted) return await leaveRollout(world, request, { rollout, before }, world.signal.reason);
    return say(`And what ran before could not be restored: ${describeError(error)}`);
  }
}

/** Cancelled, or out of time: says how things are left, having asked ECS to go back if that is wanted. */
async function leaveRollout(
  world: World,
  request: Request,
  { rollout, before }: Omit<Rolled, "changed">,
  reason: unknown,
): Promise<unknown> {
  // A stack that failed meanwhile is no fault of the rollout's: that goes on.
  if (!(reason instanceof ActionError) || !["Cancelled", "Timeout"].includes(reason.code)) return reason;
  const { beginRestore, isServing, shortArn } = await import("../service/rollout.js");
  const say = (what: string) =>
    new ActionError(reason.code, `${reason.message} ${what}`, { hint: reason.hint, cause: reason });
  const back = reason.code === "Cancelled" ? request.onCancel === "rollback" : request.rollback;
  if (!back) return say(`The rollout of ${shortArn(rollout.taskDefinitionArn)} goes on in ECS.`);
  const previous = isServing(before) ? { ...rollout, ...previousRevision(before) } : { ...rollout, desiredCount: 0 };
  const service = await serviceWorld({ ...world, signal: AbortSignal.timeout(LAST_CALLS_MS) });
  try {
    await beginRestore(service, previous, { ...currently(rollout), mayRollBack: false, force: false });
    return say(
      previous.desiredCount === 0
        ? "Nothing ran before, so ECS was told to set the count to 0; nobody waited for it."
        : `ECS was told to go back to ${shortArn(previous.taskDefinitionArn)}; nobody waited for it.`,
    );
  } catch (error) {
    return say(
      `The rollout of ${shortArn(rollout.taskDefinitionArn)} goes on in ECS: it could not be told to go back (${describeError(error)}).`,
    );
  }
}

/** What served: the revision of the newest deployment that was completed, or else what the service was set to. */
function previousRevision(
  before: ServiceState,
): Pick<Rollout, "taskDefinitionArn" | "desiredCount" | "containerPort" | "capacity"> {
  return {
    taskDefinitionArn: before.servingTaskDefinitionArn ?? before.taskDefinitionArn,
    desiredCount: before.desiredCount,
    containerPort: before.containerPort ?? 80,
    capacity: onlyCapacity(before),
  };
}

/** What a rollout has left to move away from. */
function currently({ containerPort, capacity }: Rollout) {
  return { currentPort: containerPort, currentCapacity: capacity };
}

/** The run's tags and, for a preview, until when it may stand. */
function serviceTags(request: Request, report: Report, watch: PreviewWatch | undefined) {
  if (!watch) return runTags(request);
  report.expiresAt = watch.expiresAt();
  return [...runTags(request), { key: TAG.expiresAt, value: report.expiresAt }];
}

/** What changes with each rollout is in tags on the ECS service; a stack's tags would touch every resource in it. */
function runTags({ origin }: Request) {
  return [
    { key: TAG.commit, value: origin.commit },
    { key: TAG.run, value: `${origin.runId}-${origin.runAttempt}` },
    { key: TAG.startedAt, value: origin.startedAt },
  ].filter(({ value }) => value !== "" && value !== "-");
}
