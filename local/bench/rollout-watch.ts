import { setTimeout as sleep } from "node:timers/promises";
import { DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { clientConfiguration } from "../serve/client-configuration.js";
import type { LocalAws } from "../serve/spawn.js";
import type { Span } from "./at-speed-one.js";

const LOOK_MS = 50;

export interface Rollout {
  /** When the last target was first seen healthy that was not so at the start, in milliseconds since the epoch. */
  readonly healthyAt: number;
  /** When the service's newest deployment was first seen COMPLETED: ECS drains the old tasks before. */
  readonly completedAt: number;
}

/** From when to when ECS rolled a service for the last time. Throws if that is not COMPLETED. */
export async function lastRollout(
  aws: LocalAws,
  { cluster, service }: { cluster: string; service: string },
): Promise<Span> {
  const ecs = new ECSClient(clientConfiguration(aws));
  const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
  ecs.destroy();
  const primary = services[0]?.deployments?.find(({ status }) => status === "PRIMARY");
  const { createdAt, updatedAt, rolloutState } = primary ?? {};
  if (rolloutState !== "COMPLETED" || !createdAt || !updatedAt) throw new Error(`The rollout is ${rolloutState}`);
  return { startedAt: createdAt.getTime(), endedAt: updatedAt.getTime() };
}

/** Looks at a service and its targets until stopped, from outside of the run that rolls it. */
export function watchRollout(
  aws: LocalAws,
  { targetGroupArn, cluster, service }: { targetGroupArn: string; cluster: string; service: string },
): { stop(): Promise<Rollout> } {
  const elbv2 = new ElasticLoadBalancingV2Client(clientConfiguration(aws));
  const ecs = new ECSClient(clientConfiguration(aws));
  const healthySince = new Map<string, number>();
  const completedSince = new Map<string, number>();
  let stopped = false;
  let looks = 0;
  const look = async () => {
    const [{ TargetHealthDescriptions = [] }, { services = [] }] = await Promise.all([
      elbv2.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })),
      ecs.send(new DescribeServicesCommand({ cluster, services: [service] })),
    ]);
    const now = looks === 0 ? Number.NEGATIVE_INFINITY : Date.now();
    for (const { Target, TargetHealth } of TargetHealthDescriptions) {
      if (TargetHealth?.State === "healthy") note(healthySince, `${Target?.Id}:${Target?.Port}`, now);
    }
    const newest = services[0]?.deployments?.find(({ status }) => status === "PRIMARY");
    if (newest?.id && newest.rolloutState === "COMPLETED") note(completedSince, newest.id, now);
  };
  const watching = (async () => {
    for (; !stopped; looks++) {
      await look();
      await sleep(LOOK_MS);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await watching;
      elbv2.destroy();
      ecs.destroy();
      return { healthyAt: Math.max(...healthySince.values()), completedAt: Math.max(...completedSince.values()) };
    },
  };
}

function note(since: Map<string, number>, name: string, now: number): void {
  if (!since.has(name)) since.set(name, now);
}
