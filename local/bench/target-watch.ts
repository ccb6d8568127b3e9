import { setTimeout as sleep } from "node:timers/promises";
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { clientConfiguration } from "../serve/client-configuration.js";
import type { LocalAws } from "../serve/spawn.js";

const LOOK_MS = 50;

/**
 * Looks at a target group until stopped and notes when each target was first seen healthy. `stop` gives back the last such
 * moment among targets that were not healthy at the start, in milliseconds since the epoch.
 */
export function watchTargets(aws: LocalAws, TargetGroupArn: string): { stop(): Promise<number> } {
  const client = new ElasticLoadBalancingV2Client(clientConfiguration(aws));
  const healthySince = new Map<string, number>();
  let stopped = false;
  let looks = 0;
  const watching = (async () => {
    for (; !stopped; looks++) {
      const { TargetHealthDescriptions = [] } = await client.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
      for (const { Target, TargetHealth } of TargetHealthDescriptions) {
        const name = `${Target?.Id}:${Target?.Port}`;
        if (TargetHealth?.State !== "healthy" || healthySince.has(name)) continue;
        healthySince.set(name, looks === 0 ? Number.NEGATIVE_INFINITY : Date.now());
      }
      await sleep(LOOK_MS);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await watching;
      client.destroy();
      return Math.max(Number.NEGATIVE_INFINITY, ...healthySince.values());
    },
  };
}
