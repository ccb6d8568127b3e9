import {
  type Deployment,
  type ECSClient,
  RegisterTaskDefinitionCommand,
  type Service,
  type Tag,
  TagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import type { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ActionError } from "../lib/errors.js";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";
import { CONTAINER_NAME } from "../plan/names.js";
import type { ServiceState } from "../plan/plan.js";
import type { Revision } from "../plan/revision.js";
import { describeService } from "./describe.js";
import { describeTargets, describeTasks, taskAddress } from "./targets.js";

export interface ServiceWorld {
  readonly ecs: ECSClient;
  readonly loadBalancing: ElasticLoadBalancingV2Client;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What to move a service to. */
export interface Rollout {
  readonly cluster: string;
  readonly service: string;
  readonly targetGroupArn: string;
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  readonly containerPort: number;
}

/** Registers a revision. @returns its ARN */
export async function registerRevision(
  { ecs, signal }: Pick<ServiceWorld, "ecs" | "signal">,
  revision: Revision,
  tags: readonly Tag[],
): Promise<string> {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({ ...revision, ...(tags.length > 0 && { tags: [...tags] }) }),
    { abortSignal: signal },
  );
  if (!taskDefinition?.taskDefinitionArn)
    throw new ActionError("NoRevision", "ECS registered a revision without an ARN.");
  return taskDefinition.taskDefinitionArn;
}

/**
 * Moves the service and waits until the deployment that this started is the one that completed and each of its
 * tasks is a healthy target.
 *
 * @param before the service as it was; decides whether ECS may roll back by itself
 * @throws ActionError RolloutFailed, RolloutSuperseded, ServiceGone
 */
export async function rollOut(
  world: ServiceWorld,
  before: ServiceState | undefined,
  rollout: Rollout,
  tags: readonly Tag[],
): Promise<void> {
  const { service } = await world.ecs.send(
    new UpdateServiceCommand({
      cluster: rollout.cluster,
      service: rollout.service,
      taskDefinition: rollout.taskDefinitionArn,
      desiredCount: rollout.desiredCount,
      // A deployment that has failed is not tried again by asking for the same thing.
      ...(before?.deployment?.rolloutState === "FAILED" && { forceNewDeployment: true }),
      ...(before?.containerPort !== rollout.containerPort && {
        loadBalancers: [
          {
            targetGroupArn: rollout.targetGroupArn,
            containerName: CONTAINER_NAME,
            containerPort: rollout.containerPort,
          },
        ],
      }),
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        // The first rollout has nothing to fall back to but the bootstrap revision, which never runs.
        deploymentCircuitBreaker: { enable: true, rollback: isServing(before) },
      },
    }),
    { abortSignal: world.signal },
  );
  const deployment = service?.deployments?.find(({ status }) => status === "PRIMARY")?.id;
  if (!service?.serviceArn || !deployment)
    throw new ActionError("NoDeployment", "ECS took the update and shows no deployment for it.");
  world.log.change(
    "rollout",
    `deployment ${deployment} of ${shortArn(rollout.taskDefinitionArn)}, ${rollout.desiredCount} tasks`,
  );
  await Promise.all([
    world.ecs.send(new TagResourceCommand({ resourceArn: service.serviceArn, tags: [...tags] }), {
      abortSignal: world.signal,
    }),
    followDeployment(world, rollout, deployment, eventIds(service)),
  ]);
}

/**
 * Puts the count back to 0 after a first rollout that failed: there is nothing to restore, and tasks that cannot
 * start would be started for ever.
 */
export async function stopService(
  { ecs }: Pick<ServiceWorld, "ecs">,
  { cluster, service }: Rollout,
  signal: AbortSignal,
): Promise<void> {
  await ecs.send(new UpdateServiceCommand({ cluster, service, desiredCount: 0 }), { abortSignal: signal });
}

/** Whether something runs that a failed rollout could be rolled back to. */
export function isServing(before: ServiceState | undefined): before is ServiceState {
  return before !== undefined && before.desiredCount > 0 && before.runningCount > 0;
}

/**
 * Waits for one deployment, by its id.
 *
 * @param before the service's events that were there already and are not news
 * @throws ActionError RolloutFailed, RolledBack, RolloutSuperseded, ServiceGone
 */
export async function followDeployment(
  world: ServiceWorld,
  rollout: Rollout,
  deployment: string,
  before?: ReadonlySet<string>,
): Promise<void> {
  const { ecs, log, clock, signal } = world;
  let known = before;
  await poll(
    async () => {
      const [service, targets] = await Promise.all([
        describeService(ecs, { ...rollout, signal }),
        targetLine(world, rollout, deployment),
      ]);
      if (!service)
        throw new ActionError("ServiceGone", `The service ${rollout.service} was deleted during the rollout.`);
      const news = (service.events ?? []).filter(({ id }) => known && !known.has(id ?? "")).reverse();
      for (const { message = "" } of news) {
        // Two tasks make the same event twice; saying it once is enough.
        const line = message.replace(/^\(service [^)]*\) /, "");
        log.change("ecs", line, `ecs ${line}`);
      }
      known = new Set([...(known ?? []), ...eventIds(service)]);
      const ours = service.deployments?.find(({ id }) => id === deployment);
      log.change("rollout", counts(ours));
      log.change("targets", targets.line);
      judge(service, ours, deployment, rollout);
      if (ours?.rolloutState !== "COMPLETED") return undefined;
      return service.runningCount === service.desiredCount && targets.healthy >= rollout.desiredCount
        ? true
        : undefined;
    },
    { clock, signal, least: 1000, most: 1000 },
  );
}

/** Whether the deployment can still be the one that completes. */
function judge(service: Service, ours: Deployment | undefined, id: string, rollout: Rollout): void {
  const revision = shortArn(rollout.taskDefinitionArn);
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  if (ours?.rolloutState === "FAILED")
    throw new ActionError(
      "RolloutFailed",
      `The rollout of ${revision} failed: ${ours.rolloutStateReason ?? "ECS gave no reason"}`,
    );
  if (primary?.id === id) return;
  // The deployment that ECS rolls back to is a new one with an id of its own; only the events say that ours failed.
  const failed = service.events?.find(({ message }) => message?.includes(`(deployment ${id}) deployment failed`));
  if (failed)
    throw new ActionError(
      "RolledBack",
      `ECS rolled the rollout of ${revision} back to ${shortArn(primary?.taskDefinition ?? "")}: ${failed.message}`,
    );
  throw new ActionError(
    "RolloutSuperseded",
    `The deployment ${id} of ${revision} was superseded by ${primary?.id ?? "another"} of ${shortArn(primary?.taskDefinition ?? "")}: another run, or somebody by hand, has deployed since.`,
  );
}

/** How many of the deployment's tasks are healthy targets, for deciding and for the log. */
async function targetLine(world: ServiceWorld, { cluster, targetGroupArn, desiredCount }: Rollout, deployment: string) {
  const { ecs, loadBalancing, signal } = world;
  const [tasks, targets] = await Promise.all([
    describeTasks(ecs, { cluster, deployment, signal }),
    describeTargets(loadBalancing, { targetGroupArn, signal }),
  ]);
  const states = tasks.map((task) => {
    const address = taskAddress(task);
    const target = [...targets.values()].find(({ Target }) => Target?.Id === address);
    return target?.TargetHealth;
  });
  const healthy = states.filter((health) => health?.State === "healthy").length;
  const others = states.flatMap((health) =>
    health && health.State !== "healthy" ? [`${health.State}${health.Reason ? ` (${health.Reason})` : ""}`] : [],
  );
  const rest = [...new Set(others)].sort().join(", ");
  return { healthy, line: `${healthy} of ${desiredCount} healthy${rest ? `, others ${rest}` : ""}` };
}

function eventIds({ events = [] }: Service): ReadonlySet<string> {
  return new Set(events.map(({ id }) => id ?? ""));
}

function counts(deployment: Deployment | undefined): string {
  if (!deployment) return "the deployment is not shown any more";
  const { runningCount, pendingCount, desiredCount, failedTasks, rolloutState } = deployment;
  return `${runningCount} of ${desiredCount} running, ${pendingCount} pending${failedTasks ? `, ${failedTasks} failed` : ""}, ${rolloutState}`;
}

/** `family:revision` of a task definition's ARN. */
export function shortArn(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}
