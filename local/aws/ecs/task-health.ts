import type { TargetHealth } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { Service } from "./model.js";
import type { Task } from "./task.js";

/**
 * Without a load balancer a task counts as healthy this long after it has started, in seconds (the documentation of
 * minimumHealthyPercent).
 */
const UNCHECKED_SECONDS = 40;

/**
 * Sets which running tasks are healthy, and which are to be replaced because their target has become unhealthy after the
 * grace period: the scheduler starts others first. `say` takes what the service's events tell.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html
 */
export async function assessHealth(
  aws: Aws,
  service: Service,
  tasks: readonly Task[],
  say: (text: string) => void,
): Promise<void> {
  const running = tasks.filter(
    ({ lastStatus, desiredStatus }) => lastStatus === "RUNNING" && desiredStatus === "RUNNING",
  );
  const health = new Map<string, Map<string, TargetHealth>>();
  for (const task of running) {
    for (const { targetGroupArn = "" } of task.deployment.serviceRevision.workload.loadBalancers) {
      if (!health.has(targetGroupArn)) health.set(targetGroupArn, await targetHealth(aws, targetGroupArn));
    }
  }
  for (const task of tasks) {
    // It may have stopped while we asked.
    if (task.lastStatus !== "RUNNING" || task.desiredStatus !== "RUNNING") {
      task.healthy = false;
      continue;
    }
    const seconds = runningFor(aws, task);
    const { loadBalancers } = task.deployment.serviceRevision.workload;
    const checks = loadBalancers.map(({ targetGroupArn = "", containerPort }) => ({
      targetGroupArn,
      containerPort,
      health: health.get(targetGroupArn)?.get(`${task.network?.ip}:${containerPort}`),
    }));
    task.healthy =
      checks.length === 0 ? seconds >= UNCHECKED_SECONDS : checks.every((check) => check.health?.State === "healthy");
    const failed = checks.find((check) => check.health?.State === "unhealthy");
    if (
      failed === undefined ||
      task.failedHealthChecks !== undefined ||
      seconds < (service.healthCheckGracePeriodSeconds ?? 0)
    )
      continue;
    const { targetGroupArn, containerPort } = failed;
    say(
      `(task ${task.id}) (port ${containerPort}) is unhealthy in (target-group ${targetGroupArn}) due to (reason ${failed.health?.Description ?? "Health checks failed"}).`,
    );
    task.failedHealthChecks = `Task failed ELB health checks in (target-group ${targetGroupArn})`;
    service.steady = false;
  }
}

function runningFor({ clock }: Aws, { startedAt }: Task): number {
  return startedAt === undefined ? 0 : ((clock.now().getTime() - startedAt.getTime()) / 1000) * clock.speed;
}

/** By `ip:port`; nothing if the target group is gone. */
async function targetHealth(aws: Aws, TargetGroupArn: string): Promise<Map<string, TargetHealth>> {
  try {
    const { TargetHealthDescriptions = [] } = await aws.elbv2.DescribeTargetHealth({ TargetGroupArn });
    return new Map(
      TargetHealthDescriptions.map(({ Target, TargetHealth = {} }) => [`${Target?.Id}:${Target?.Port}`, TargetHealth]),
    );
  } catch (error) {
    if (error instanceof AwsError) return new Map();
    throw error;
  }
}
