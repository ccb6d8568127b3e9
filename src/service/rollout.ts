import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import {
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
import { followDeployment } from "./follow.js";
import type { Symptoms } from "./hints.js";

export interface ServiceWorld {
  readonly ecs: ECSClient;
  readonly loadBalancing: ElasticLoadBalancingV2Client;
  /** Loaded when there is a log to read. */
  readonly logs: () => Promise<CloudWatchLogsClient>;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What to move a service to. */
export interface Rollout {
  readonly cluster: string;
  readonly service: string;
  readonly serviceArn: string;
  readonly targetGroupArn: string;
  readonly logGroup: string;
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  readonly containerPort: number;
  /** The capacity provider that its tasks are started with; absent: as it is. */
  readonly capacity?: string | undefined;
  /** Whether tasks of this revision count whichever deployment started them. */
  readonly adoptsTasks?: boolean;
  /** What a hint takes from the request. */
  readonly symptoms: Omit<Symptoms, "message" | "sight" | "logLines">;
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

/** How to move a service. */
export interface Move {
  /** The port to which the load balancer sends requests now. */
  readonly currentPort: number | undefined;
  /** The capacity provider that its tasks are started with now, if it is known. */
  readonly currentCapacity: string | undefined;
  /** Whether ECS itself may go back to what ran before; the bootstrap revision is nothing to go back to. */
  readonly mayRollBack: boolean;
  /** Start a deployment even where nothing differs. */
  readonly force: boolean;
}

/**
 * Moves the service and waits until the deployment that this started is the one that completed and each of its
 * tasks is a healthy target.
 *
 * @param tags what the service says of the run that moved it
 * @returns the deployment's id
 * @throws ActionError as followDeployment
 */
export async function rollOut(
  world: ServiceWorld,
  rollout: Rollout,
  move: Move,
  tags: readonly Tag[],
): Promise<string> {
  // First the name of the run, then its work: a run that dies in between has claimed what the next one does.
  if (tags.length > 0) await tagService(world, rollout, tags);
  const service = await updateService(world, rollout, move);
  const deployment = primaryOf(service);
  world.log.change(
    "rollout",
    `deployment ${deployment} of ${shortArn(rollout.taskDefinitionArn)}, ${rollout.desiredCount} tasks`,
  );
  await followDeployment(world, rollout, deployment, eventIds(service));
  return deployment;
}

/** Says on the service which run it is from, and until when it may stand. */
export async function tagService(
  { ecs, signal }: Pick<ServiceWorld, "ecs" | "signal">,
  { serviceArn }: Pick<Rollout, "serviceArn">,
  tags: readonly Tag[],
): Promise<void> {
  await ecs.send(new TagResourceCommand({ resourceArn: serviceArn, tags: [...tags] }), { abortSignal: signal });
}

/** Asks for what ran before, without waiting: for a step that is out of time. */
export async function beginRestore(world: ServiceWorld, rollout: Rollout, move: Move): Promise<void> {
  await updateService(world, rollout, move);
}

/**
 * Puts the count to 0 after a first rollout that failed: there is nothing to restore, and tasks that cannot start would
 * be started for ever. Waits until nothing runs.
 */
export async function stopService(world: ServiceWorld, { cluster, service }: Rollout): Promise<void> {
  await world.ecs.send(new UpdateServiceCommand({ cluster, service, desiredCount: 0 }), { abortSignal: world.signal });
  await poll(
    async () => {
      const found = await describeService(world.ecs, { cluster, service, signal: world.signal });
      const left = (found?.runningCount ?? 0) + (found?.pendingCount ?? 0);
      world.log.change("rollout", `count set to 0; ${left} tasks left`);
      return left === 0 ? true : undefined;
    },
    { clock: world.clock, signal: world.signal, least: 1000, most: 2000 },
  );
}

/** Whether something runs that a failed rollout could be rolled back to. */
export function isServing(before: ServiceState | undefined): before is ServiceState {
  return before !== undefined && before.desiredCount > 0 && before.runningCount > 0;
}

/** `family:revision` of a task definition's ARN. */
export function shortArn(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}

async function updateService({ ecs, signal }: ServiceWorld, rollout: Rollout, move: Move): Promise<Service> {
  const { capacity } = rollout;
  const changesCapacity = capacity && move.currentCapacity && capacity !== move.currentCapacity;
  const { service } = await ecs.send(
    new UpdateServiceCommand({
      cluster: rollout.cluster,
      service: rollout.service,
      taskDefinition: rollout.taskDefinitionArn,
      desiredCount: rollout.desiredCount,
      // ECS refuses other capacity without a new deployment:
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-parameters.html
      ...(changesCapacity && { capacityProviderStrategy: [{ capacityProvider: capacity, weight: 1 }] }),
      ...((move.force || changesCapacity) && { forceNewDeployment: true }),
      ...(move.currentPort !== rollout.containerPort && {
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
        deploymentCircuitBreaker: { enable: true, rollback: move.mayRollBack },
      },
    }),
    { abortSignal: signal },
  );
  if (!service?.serviceArn)
    throw new ActionError("NoDeployment", "ECS took the update and answered without the service.");
  return service;
}

function primaryOf({ deployments }: Service): string {
  const id = deployments?.find(({ status }) => status === "PRIMARY")?.id;
  if (!id) throw new ActionError("NoDeployment", "ECS took the update and shows no deployment for it.");
  return id;
}

function eventIds({ events = [] }: Service): ReadonlySet<string> {
  return new Set(events.map(({ id }) => id ?? ""));
}
