import type {
  DeploymentConfiguration,
  Deployment as DeploymentDescription,
  Service as ServiceDescription,
} from "@aws-sdk/client-ecs";
import { isUnderWay } from "./deployments.js";
import type { Deployment, DeploymentPolicy, Service, ServiceRevision, Store, Workload } from "./model.js";
import { resolvedPlatform } from "./platform.js";
import type { Task } from "./task.js";

const PENDING = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);

/** A service as DescribeServices gives it. */
export function describeService(store: Store, service: Service, include: readonly string[]): ServiceDescription {
  const { workload } = service;
  const tasks = [...store.tasks.values()].filter((task) => task.service === service);
  const current = service.serviceDeployments.find(isUnderWay);
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    loadBalancers: [...workload.loadBalancers],
    serviceRegistries: [],
    status: service.status,
    desiredCount: service.desiredCount,
    ...counts(tasks),
    ...capacity(workload),
    platformFamily: "Linux",
    taskDefinition: workload.revision.arn,
    deploymentConfiguration: describePolicy(service.policy),
    deployments: service.deployments.map((deployment) => describeDeployment(deployment, tasks)),
    roleArn: serviceLinkedRole(service),
    events: [...service.events],
    createdAt: service.createdAt,
    ...(current !== undefined && { currentServiceDeployment: current.arn }),
    currentServiceRevisions: [...new Set(service.deployments.map(({ serviceRevision }) => serviceRevision))].map(
      (revision) => revisionSummary(service, revision, tasks),
    ),
    placementConstraints: [],
    placementStrategy: [],
    networkConfiguration: { awsvpcConfiguration: { ...workload.network } },
    ...(service.healthCheckGracePeriodSeconds !== undefined && {
      healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
    }),
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
    ...(include.includes("TAGS") && { tags: service.tags }),
    createdBy: service.createdBy,
    enableECSManagedTags: service.enableECSManagedTags,
    propagateTags: service.propagateTags,
    enableExecuteCommand: false,
    availabilityZoneRebalancing: service.availabilityZoneRebalancing,
  };
}

export function describePolicy({
  minimumHealthyPercent,
  maximumPercent,
  circuitBreaker,
}: DeploymentPolicy): DeploymentConfiguration {
  const { enable, rollback, resetOnHealthyTask, threshold } = circuitBreaker;
  return {
    deploymentCircuitBreaker: { enable, rollback, resetOnHealthyTask, thresholdConfiguration: { ...threshold } },
    maximumPercent,
    minimumHealthyPercent,
    strategy: "ROLLING",
    bakeTimeInMinutes: 0,
  };
}

/** A service revision with the number of its tasks. */
export function revisionSummary(service: Service, revision: ServiceRevision, tasks: readonly Task[]) {
  const own = counts(tasks.filter(({ deployment }) => deployment.serviceRevision === revision));
  const isPrimary = service.deployments[0]?.serviceRevision === revision;
  return {
    arn: revision.arn,
    requestedTaskCount: isPrimary ? service.desiredCount : 0,
    runningTaskCount: own.runningCount,
    pendingTaskCount: own.pendingCount,
  };
}

function describeDeployment(deployment: Deployment, tasks: readonly Task[]): DeploymentDescription {
  const { serviceRevision } = deployment;
  const own = tasks.filter((task) => task.deployment.serviceRevision === serviceRevision);
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: serviceRevision.workload.revision.arn,
    desiredCount: deployment.status === "PRIMARY" ? deployment.desiredCount : counts(own).runningCount,
    ...counts(own),
    failedTasks: deployment.failedTasks,
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    ...capacity(serviceRevision.workload),
    platformVersion: resolvedPlatform(serviceRevision.workload),
    platformFamily: "Linux",
    networkConfiguration: { awsvpcConfiguration: { ...serviceRevision.workload.network } },
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  };
}

function counts(tasks: readonly Task[]): { runningCount: number; pendingCount: number } {
  return {
    runningCount: tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").length,
    pendingCount: tasks.filter(({ lastStatus }) => PENDING.has(lastStatus)).length,
  };
}

export function capacity({ launchType, capacityProviderStrategy, platformVersion }: Workload) {
  return {
    ...(launchType !== undefined && { launchType }),
    ...(capacityProviderStrategy.length > 0 && { capacityProviderStrategy: [...capacityProviderStrategy] }),
    platformVersion,
  };
}

function serviceLinkedRole({ arn }: Service): string {
  const [, partition, , , account] = arn.split(":");
  return `arn:${partition}:iam::${account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
}
