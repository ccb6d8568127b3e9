import type { Aws } from "../aws.js";
import type { Deployment, Service, ServiceDeployment, ServiceRevision, Workload } from "./model.js";
import { ecsArn } from "./names.js";
import { failureThreshold } from "./rollout.js";

const DIGITS = "0123456789";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const EVENTS_KEPT = 100;

/**
 * ECS slows down when tasks fail again and again, up to 15 minutes between two; the steps are not documented.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html
 */
const FREE_FAILURES = 10;
const FIRST_DELAY = 10;
const LONGEST_DELAY = 900;

/** Adds a service event: `(service NAME) ` and the text. */
export function addEvent(aws: Aws, service: Service, text: string): void {
  const message = `(service ${service.name}) ${text}`;
  service.events.unshift({ id: aws.random.uuid(), createdAt: aws.clock.now(), message });
  service.events.length = Math.min(service.events.length, EVENTS_KEPT);
}

/** Begins a service deployment to a workload, which supersedes one that is under way. */
export function startDeployment(aws: Aws, service: Service, workload: Workload): Deployment {
  const now = aws.clock.now();
  const path = `${service.cluster.name}/${service.name}`;
  const revision: ServiceRevision = {
    arn: ecsArn(aws, `service-revision/${path}/${aws.random.text(19, DIGITS)}`),
    createdAt: now,
    workload,
    imageDigests: new Map(),
  };
  const superseded = service.serviceDeployments.find(isUnderWay);
  if (superseded !== undefined) {
    finish(aws, superseded, "STOPPED", "The service deployment was replaced by a newer service deployment.");
    superseded.stoppedAt = now;
  }
  const { policy } = service;
  const serviceDeployment: ServiceDeployment = {
    arn: ecsArn(aws, `service-deployment/${path}/${aws.random.text(21, ALPHABET)}`),
    createdAt: now,
    updatedAt: now,
    sources: [...new Set(service.deployments.map(({ serviceRevision }) => serviceRevision))],
    target: revision,
    status: "PENDING",
    failureCount: 0,
    threshold: failureThreshold(policy, service.desiredCount),
    breaker: policy.circuitBreaker.enable ? "MONITORING" : "DISABLED",
    policy,
  };
  service.serviceDeployments.unshift(serviceDeployment);
  service.revisions.unshift(revision);
  return makePrimary(aws, service, revision, serviceDeployment);
}

/**
 * Marks the primary deployment as failed and, if the service is to be rolled back and a deployment has completed
 * before, begins to put back that one. Without one the failed deployment stalls.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function failDeployment(aws: Aws, service: Service, failed: Deployment): void {
  const { serviceDeployment } = failed;
  Object.assign(failed, {
    rolloutState: "FAILED",
    rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
    updatedAt: aws.clock.now(),
  });
  addEvent(aws, service, `(deployment ${failed.id}) deployment failed: tasks failed to start.`);
  serviceDeployment.breaker = "TRIGGERED";
  const reason = "Service deployment failed because the circuit breaker threshold was exceeded.";
  if (failed.isRollback) {
    finish(aws, serviceDeployment, "ROLLBACK_FAILED", reason);
  } else if (service.policy.circuitBreaker.rollback && service.lastCompleted !== undefined) {
    const { id } = service.lastCompleted;
    rollBack(aws, service, reason, `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`);
  } else {
    finish(aws, serviceDeployment, "STOPPED", reason);
    serviceDeployment.stoppedAt = aws.clock.now();
  }
}

/** Goes back as StopServiceDeployment has asked for. */
export function rollBackAsAsked(aws: Aws, service: Service, stopped: Deployment): void {
  const reason = "Service deployment rolled back by user.";
  Object.assign(stopped, { rolloutState: "FAILED", rolloutStateReason: reason, updatedAt: aws.clock.now() });
  rollBack(aws, service, reason, `Rolling back to deploymentId ${service.lastCompleted?.id}.`);
}

/** Puts back the last deployment that completed, as a deployment of its own whose tasks are those that still run. */
function rollBack(aws: Aws, service: Service, reason: string, rolloutStateReason: string): void {
  const { lastCompleted } = service;
  const serviceDeployment = service.deployments[0]?.serviceDeployment;
  if (lastCompleted === undefined || serviceDeployment === undefined) return;
  const { serviceRevision } = lastCompleted;
  addEvent(aws, service, `rolling back to deployment ${lastCompleted.id}.`);
  const now = aws.clock.now();
  Object.assign(serviceDeployment, { status: "ROLLBACK_IN_PROGRESS", statusReason: reason, updatedAt: now });
  serviceDeployment.rollback = { reason, startedAt: now, serviceRevisionArn: serviceRevision.arn };
  // What of it still runs is the new deployment's from now on.
  service.deployments = service.deployments.filter((deployment) => deployment.serviceRevision !== serviceRevision);
  service.workload = serviceRevision.workload;
  makePrimary(aws, service, serviceRevision, serviceDeployment, rolloutStateReason);
}

/** The primary deployment has reached its steady state: it alone is left. */
export function completeDeployment(aws: Aws, service: Service, deployment: Deployment): void {
  Object.assign(deployment, {
    rolloutState: "COMPLETED",
    rolloutStateReason: `ECS deployment ${deployment.id} completed.`,
    updatedAt: aws.clock.now(),
  });
  service.deployments = [deployment];
  service.lastCompleted = deployment;
  addEvent(aws, service, `(deployment ${deployment.id}) deployment completed.`);
  const { serviceDeployment, isRollback } = deployment;
  if (serviceDeployment.breaker === "MONITORING") serviceDeployment.breaker = "MONITORING_COMPLETE";
  finish(aws, serviceDeployment, isRollback ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL");
}

/** Counts a task that failed, and holds back the next one after a few of them. */
export function countFailure(aws: Aws, service: Service, deployment: Deployment): void {
  deployment.failedTasks += 1;
  deployment.updatedAt = aws.clock.now();
  deployment.serviceDeployment.failureCount = deployment.failedTasks;
  const beyond = deployment.failedTasks - FREE_FAILURES;
  if (beyond <= 0) return;
  const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (beyond - 1));
  deployment.launchAfter = new Date(aws.clock.now().getTime() + (delay * 1000) / aws.clock.speed);
  if (beyond === 1) {
    addEvent(
      aws,
      service,
      "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    );
  }
}

export function isUnderWay({ status }: ServiceDeployment): boolean {
  return ["PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS"].includes(status);
}

function makePrimary(
  aws: Aws,
  service: Service,
  serviceRevision: ServiceRevision,
  serviceDeployment: ServiceDeployment,
  reason?: string,
): Deployment {
  const now = aws.clock.now();
  const id = `ecs-svc/${aws.random.text(1, "123456789")}${aws.random.text(18, DIGITS)}`;
  const deployment: Deployment = {
    id,
    serviceRevision,
    createdAt: now,
    updatedAt: now,
    status: "PRIMARY",
    desiredCount: service.desiredCount,
    failedTasks: 0,
    launchAfter: now,
    rolloutState: "IN_PROGRESS",
    rolloutStateReason: reason ?? `ECS deployment ${id} in progress.`,
    serviceDeployment,
    isRollback: reason !== undefined,
  };
  for (const earlier of service.deployments) Object.assign(earlier, { status: "ACTIVE", updatedAt: now });
  service.deployments.unshift(deployment);
  service.steady = false;
  return deployment;
}

function finish(
  aws: Aws,
  deployment: ServiceDeployment,
  status: ServiceDeployment["status"],
  statusReason?: string,
): void {
  const now = aws.clock.now();
  Object.assign(deployment, { status, finishedAt: now, updatedAt: now });
  if (statusReason !== undefined) deployment.statusReason = statusReason;
}
