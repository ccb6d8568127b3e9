import type { DeploymentPolicy } from "./model.js";

/** A task that is wanted to run, as the scheduler counts it. */
export interface Candidate {
  readonly id: string;
  readonly running: boolean;
  readonly healthy: boolean;
}

export interface Counts {
  readonly desired: number;
  readonly policy: Pick<DeploymentPolicy, "minimumHealthyPercent" | "maximumPercent">;
  /** The primary deployment's, oldest first. */
  readonly primary: readonly Candidate[];
  /** All other deployments', oldest first. */
  readonly old: readonly Candidate[];
  /** Those whose target has failed its health checks and which still run, oldest first; in neither of the above. */
  readonly unhealthy?: readonly Candidate[];
  /** False once the deployment has failed: it launches no more tasks. */
  readonly mayLaunch: boolean;
}

/**
 * What a rolling update does next: how many tasks of the primary deployment to start and which tasks to stop.
 *
 * Never more tasks than maximumPercent allows (rounded down), never fewer healthy ones than minimumHealthyPercent asks
 * for (rounded up), apart from tasks that aren't healthy anyway. Old tasks go as new ones become healthy, or earlier
 * where the upper limit leaves no room for new ones. A task whose health checks have failed goes when another serves in its
 * place, or when that one has failed them as well; without room for another before that, one by one. A deployment that
 * has failed lets all of them go.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export function nextStep({ desired, policy, primary, old, unhealthy = [], mayLaunch }: Counts): {
  start: number;
  stop: string[];
} {
  const upper = Math.floor((desired * policy.maximumPercent) / 100);
  const lower = Math.ceil((desired * policy.minimumHealthyPercent) / 100);
  const wanted = mayLaunch ? Math.max(0, desired - primary.length) : 0;
  const room = Math.max(0, upper - primary.length - old.length - unhealthy.length);
  const start = Math.min(wanted, room);

  const surplus = leastUseful(primary).slice(0, Math.max(0, primary.length - desired));
  const kept = primary.filter((task) => !surplus.includes(task));

  const healthyPrimary = kept.filter(({ healthy }) => healthy).length;
  const healthyOld = old.filter(({ healthy }) => healthy);
  const idleOld = old.filter(({ healthy }) => !healthy);
  const toMakeRoom = Math.max(0, wanted - room);
  const replaced = Math.max(0, old.length - Math.max(0, desired - healthyPrimary));
  const needed = Math.max(toMakeRoom, replaced);
  // Old tasks that serve nobody hold nothing up; they go first and as soon as there is a deployment that goes on.
  const idle =
    mayLaunch || replaced > 0 ? leastUseful(idleOld).slice(0, Math.max(needed, wanted > 0 ? idleOld.length : 0)) : [];
  const spare = Math.max(0, healthyPrimary + healthyOld.length - lower);
  const serving = healthyOld.slice(0, Math.min(spare, Math.max(0, needed - idle.length)));
  // Those that have had their chance, or, without room for others, the first of them.
  const spent = Math.max(unhealthy.length + healthyPrimary - desired, wanted > start ? 1 : 0);
  const replacedUnhealthy = mayLaunch && healthyPrimary < desired ? unhealthy.slice(0, Math.max(0, spent)) : unhealthy;
  return { start, stop: [...replacedUnhealthy, ...surplus, ...idle, ...serving].map(({ id }) => id) };
}

/**
 * How many failed tasks make a deployment fail: half of the desired count, 3 at least and 200 at most, unless the
 * threshold is configured otherwise.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function failureThreshold(
  { circuitBreaker }: Pick<DeploymentPolicy, "circuitBreaker">,
  desired: number,
): number {
  const { type, value } = circuitBreaker.threshold;
  if (type === "COUNT") return value;
  const share = Math.ceil((desired * value) / 100);
  return type === "UNBOUNDED_PERCENT" ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}

/** Those that aren't running first, then unhealthy ones, then the newest. */
function leastUseful(tasks: readonly Candidate[]): Candidate[] {
  const rank = ({ running, healthy }: Candidate) => (healthy ? 2 : running ? 1 : 0);
  return [...tasks].reverse().sort((a, b) => rank(a) - rank(b));
}
