import type { Deployment, Service, Task } from "@aws-sdk/client-ecs";
import type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";

/** A task of the deployment that is followed, as far as its fate can be told from it. */
export interface TaskSight {
  readonly id: string;
  readonly status: string;
  readonly stopCode?: string | undefined;
  readonly stoppedReason?: string | undefined;
  /** Milliseconds since 1970; absent until its containers run. */
  readonly startedAt?: number | undefined;
  /** Milliseconds since 1970; absent until it stops. */
  readonly stoppedAt?: number | undefined;
  readonly containers: readonly {
    readonly name: string;
    readonly exitCode?: number | undefined;
    readonly reason?: string | undefined;
  }[];
  /** Its target in the target group, once it is registered. */
  readonly target?: {
    readonly state: string;
    readonly reason?: string | undefined;
    readonly description?: string | undefined;
  };
}

/** One look at a rollout, as plain data: what is judged, shown and kept as evidence. */
export interface RolloutSight {
  /** Ours, or undefined if ECS shows it no more. */
  readonly deployment?: {
    readonly rolloutState: string;
    readonly reason?: string | undefined;
    readonly desired: number;
    readonly running: number;
    readonly pending: number;
    readonly failed: number;
  };
  /** The service's newest deployment. */
  readonly primary?: { readonly id: string; readonly revision: string; readonly reason?: string | undefined };
  readonly service: { readonly desired: number; readonly running: number; readonly graceSeconds: number };
  /** Tasks of our deployment: those that run or start, and those that were seen to stop. */
  readonly tasks: readonly TaskSight[];
  /** The service's events since the rollout began, oldest first. */
  readonly events: readonly string[];
}

/** A service's event without the service's name, with which each begins. */
export function eventText(event: string): string {
  return event.replace(/^\(service [^)]*\) /, "");
}

/** Puts what ECS and ELBv2 answer into the form above. Pure. */
export function rolloutSight({
  service,
  deployment,
  tasks,
  targets,
  events,
}: {
  service: Service;
  deployment: string;
  tasks: readonly Task[];
  targets: ReadonlyMap<string, TargetHealthDescription>;
  events: readonly string[];
}): RolloutSight {
  const ours = service.deployments?.find(({ id }) => id === deployment);
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  return {
    ...(ours && { deployment: deploymentSight(ours) }),
    ...(primary && {
      primary: { id: primary.id ?? "", revision: primary.taskDefinition ?? "", reason: primary.rolloutStateReason },
    }),
    service: {
      desired: service.desiredCount ?? 0,
      running: service.runningCount ?? 0,
      graceSeconds: service.healthCheckGracePeriodSeconds ?? 0,
    },
    tasks: tasks.map((task) => taskSight(task, targets)),
    events,
  };
}

function deploymentSight({
  rolloutState,
  rolloutStateReason,
  desiredCount,
  runningCount,
  pendingCount,
  failedTasks,
}: Deployment) {
  return {
    rolloutState: rolloutState ?? "",
    reason: rolloutStateReason,
    desired: desiredCount ?? 0,
    running: runningCount ?? 0,
    pending: pendingCount ?? 0,
    failed: failedTasks ?? 0,
  };
}

function taskSight(task: Task, targets: ReadonlyMap<string, TargetHealthDescription>): TaskSight {
  const address = task.containers?.flatMap(({ networkInterfaces }) => networkInterfaces ?? [])[0]?.privateIpv4Address;
  const health = [...targets.values()].find(
    ({ Target }) => address !== undefined && Target?.Id === address,
  )?.TargetHealth;
  return {
    id: task.taskArn?.split("/").at(-1) ?? "",
    status: task.lastStatus ?? "",
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    startedAt: task.startedAt?.getTime(),
    stoppedAt: (task.executionStoppedAt ?? task.stoppingAt ?? task.stoppedAt)?.getTime(),
    containers: (task.containers ?? []).map(({ name = "", exitCode, reason }) => ({ name, exitCode, reason })),
    ...(health && { target: { state: health.State ?? "", reason: health.Reason, description: health.Description } }),
  };
}
