import { request } from "node:http";
import type { TargetHealth } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../../aws/aws.js";
import {
  type LoadBalancerRecord,
  loadBalancersOf,
  type State,
  type TargetGroupRecord,
  type TargetRecord,
} from "../../aws/elbv2/state.js";
import { HEALTH } from "../../aws/elbv2/targets.js";
import { reportHosts } from "./load-metrics.js";
import { reach } from "./reach.js";

/** However fast the clock: targets are real programs, which need their time. In seconds of the machine. */
const SHORTEST_INTERVAL = 0.05;
const SHORTEST_TIMEOUT = 1;

/**
 * Checks the health of the targets of every target group that a load balancer uses, as long as it does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export class HealthChecks {
  readonly #aws: Aws;
  readonly #state: State;
  readonly #running = new Map<TargetRecord, AbortController>();

  constructor(aws: Aws, state: State) {
    this.#aws = aws;
    this.#state = state;
  }

  /** Starts and stops checks to fit the state. */
  reconcile(): void {
    const wanted = new Set<TargetRecord>();
    for (const group of this.#state.targetGroups.values()) {
      const [user] = loadBalancersOf(this.#state, group);
      for (const target of group.targets.values()) {
        if (target.health.State === "draining") continue;
        if (user === undefined) target.health = HEALTH.unused;
        else if (user.state === "provisioning") target.health = HEALTH.registering;
        else {
          wanted.add(target);
          this.#start(user, group, target);
        }
      }
    }
    for (const [target, controller] of this.#running) {
      if (!wanted.has(target)) {
        this.#running.delete(target);
        controller.abort();
      }
    }
  }

  close(): void {
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  #start(user: LoadBalancerRecord, group: TargetGroupRecord, target: TargetRecord): void {
    if (this.#running.has(target)) return;
    const controller = new AbortController();
    this.#running.set(target, controller);
    const signal = AbortSignal.any([controller.signal, this.#aws.stopping]);
    this.#watch(user, group, target, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  async #watch(user: LoadBalancerRecord, group: TargetGroupRecord, target: TargetRecord, signal: AbortSignal) {
    const { clock, durations } = this.#aws;
    target.health = HEALTH.registering;
    await clock.sleep(durations.services.targetRegistration, signal);
    target.health = HEALTH.checking;
    let passes = 0;
    let failures = 0;
    for (;;) {
      const started = performance.now();
      const failure = await check(this.#aws, user, group, target, signal);
      signal.throwIfAborted();
      passes = failure === undefined ? passes + 1 : 0;
      failures = failure === undefined ? 0 : failures + 1;
      const { healthyThreshold, unhealthyThreshold, intervalSeconds } = group.healthCheck;
      // "After your target is registered, it must pass one health check to be considered healthy."
      const needed = target.health.State === "initial" ? 1 : healthyThreshold;
      if (failure === undefined && passes >= needed) target.health = HEALTH.healthy;
      else if (failure !== undefined && (failures >= unhealthyThreshold || target.health.State === "unhealthy")) {
        target.health = failure;
      }
      reportHosts(this.#aws, user, group);
      const elapsed = ((performance.now() - started) / 1000) * clock.speed;
      await clock.sleep(Math.max(intervalSeconds - elapsed, SHORTEST_INTERVAL * clock.speed), signal);
    }
  }
}

/** One health check. Undefined if the target passes, else what AWS reports. */
async function check(
  aws: Aws,
  user: LoadBalancerRecord,
  { healthCheck }: TargetGroupRecord,
  target: TargetRecord,
  signal: AbortSignal,
): Promise<TargetHealth | undefined> {
  const port = healthCheck.port === "traffic-port" ? target.port : Number(healthCheck.port);
  const timeout = Math.max(healthCheck.timeoutSeconds / aws.clock.speed, SHORTEST_TIMEOUT);
  const address = await reach(aws, user, target.id, port);
  if (address === "refused") return HEALTH.failed;
  if (address === "dropped") {
    await aws.clock.sleep(timeout * aws.clock.speed, signal);
    return HEALTH.timeout;
  }
  const timer = AbortSignal.timeout(timeout * 1000);
  return new Promise((resolve) => {
    const probe = request(
      {
        ...address,
        path: healthCheck.path,
        agent: false,
        signal: AbortSignal.any([signal, timer]),
        headers: {
          Host: `${target.id}:${port}`,
          "User-Agent": "ELB-HealthChecker/2.0",
          "Accept-Encoding": "gzip, compressed",
          Connection: "close",
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.on("error", () => resolve(timer.aborted ? HEALTH.timeout : HEALTH.failed));
        response.on("end", () => resolve(matches(healthCheck.matcher, status) ? undefined : mismatch(status)));
        response.resume();
      },
    );
    probe.on("error", () => resolve(timer.aborted ? HEALTH.timeout : HEALTH.failed));
    probe.end();
  });
}

function mismatch(status: number): TargetHealth {
  return {
    State: "unhealthy",
    Reason: "Target.ResponseCodeMismatch",
    Description: `Health checks failed with these codes: [${status}]`,
  };
}

/** `200`, `200,202` or `200-299`. */
function matches(matcher: string, status: number): boolean {
  return matcher.split(",").some((part) => {
    const [low, high = low] = part.split("-").map(Number);
    return low !== undefined && high !== undefined && status >= low && status <= high;
  });
}
