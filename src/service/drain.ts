import {
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
  type Service,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";
import { describeService } from "./describe.js";

interface DrainWorld {
  readonly ecs: ECSClient;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Sets a service's count to 0 and waits until none of its tasks is left, so that none of their network interfaces is in
 * the way of what is deleted next. A deploy that is still running may raise the count again: it is put back to 0.
 *
 * @param label what it is, for the log
 * @returns how many tasks there were
 */
export async function drainService(
  world: DrainWorld,
  { cluster, service, label }: { cluster: string; service: string; label: string },
): Promise<number> {
  let most = 0;
  await poll(
    async () => {
      const found = await lookAt(world, cluster, service);
      if (!found) return true;
      if ((found.desiredCount ?? 0) > 0) await setToZero(world, cluster, service);
      const left = await tasksLeft(world, cluster, service);
      most = Math.max(most, left);
      if (left === 0 && (found.desiredCount ?? 0) === 0 && (found.pendingCount ?? 0) === 0) return true;
      world.log.change(label, `count set to 0; ${left} tasks left`, `${label}/drain`);
      return undefined;
    },
    { ...world, least: 1000, most: 3000 },
  );
  return most;
}

/** The cluster and the name in a service's ARN: arn:aws:ecs:REGION:ACCOUNT:service/CLUSTER/NAME. */
export function serviceOf(arn: string): { cluster: string; service: string } | undefined {
  const [, cluster, service] = arn.match(/^arn:[^:]+:ecs:[^:]*:\d{12}:service\/([^/]+)\/([^/]+)$/) ?? [];
  return cluster && service ? { cluster, service } : undefined;
}

/** A service, or undefined if it is gone, alone or with its cluster. */
export async function lookAt(
  { ecs, signal }: Pick<DrainWorld, "ecs" | "signal">,
  cluster: string,
  service: string,
): Promise<Service | undefined> {
  return await unlessGone(describeService(ecs, { cluster, service, signal }));
}

async function setToZero({ ecs, signal }: DrainWorld, cluster: string, service: string): Promise<void> {
  await unlessGone(ecs.send(new UpdateServiceCommand({ cluster, service, desiredCount: 0 }), { abortSignal: signal }));
}

/** Tasks that have not come to their end: a task that is being stopped keeps its network interface until it has. */
async function tasksLeft({ ecs, signal }: DrainWorld, cluster: string, service: string): Promise<number> {
  const arns: string[] = [];
  for (const desiredStatus of ["RUNNING", "STOPPED"] as const) {
    let nextToken: string | undefined;
    do {
      const page = await unlessGone(
        ecs.send(new ListTasksCommand({ cluster, serviceName: service, desiredStatus, nextToken }), {
          abortSignal: signal,
        }),
      );
      arns.push(...(page?.taskArns ?? []));
      nextToken = page?.nextToken;
    } while (nextToken);
  }
  let left = 0;
  // DescribeTasks takes 100 at a time.
  for (let from = 0; from < arns.length; from += 100) {
    const page = await unlessGone(
      ecs.send(new DescribeTasksCommand({ cluster, tasks: arns.slice(from, from + 100) }), { abortSignal: signal }),
    );
    left += (page?.tasks ?? []).filter(({ lastStatus }) => !/^(STOPPED|DELETED)$/.test(lastStatus ?? "")).length;
  }
  return left;
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && /^(ServiceNotFound|ServiceNotActive|ClusterNotFound)(Exception)?$/.test(error.name))
      return undefined;
    throw error;
  }
}
