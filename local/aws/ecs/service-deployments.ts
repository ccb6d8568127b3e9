import type {
  DescribeServiceDeploymentsCommandInput,
  DescribeServiceRevisionsCommandInput,
  ListServiceDeploymentsCommandInput,
  ServiceDeployment as ServiceDeploymentDescription,
  ServiceRevision as ServiceRevisionDescription,
  StopServiceDeploymentCommandInput,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { isUnderWay } from "./deployments.js";
import type { Service, ServiceDeployment, ServiceRevision, Store } from "./model.js";
import { findCluster, findService } from "./names.js";
import { page } from "./paging.js";
import { resolvedPlatform } from "./platform.js";
import type { Scheduler } from "./scheduler.js";
import { capacity, describePolicy, revisionSummary } from "./service-description.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
export class ServiceDeployments {
  readonly #aws: Aws;
  readonly #store: Store;
  readonly #scheduler: Scheduler;

  constructor(aws: Aws, store: Store, scheduler: Scheduler) {
    this.#aws = aws;
    this.#store = store;
    this.#scheduler = scheduler;
  }

  list(input: ListServiceDeploymentsCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, input.cluster ?? clusterOf(input.service));
    const service = findService(this.#store, this.#aws, cluster, input.service);
    const { status = [], createdAt } = input;
    const found = service.serviceDeployments
      .filter((deployment) => status.length === 0 || status.includes(deployment.status))
      .filter((deployment) => createdAt?.after === undefined || deployment.createdAt >= createdAt.after)
      .filter((deployment) => createdAt?.before === undefined || deployment.createdAt <= createdAt.before);
    const { items, nextToken } = page(found, input, { byDefault: 20 });
    const serviceDeployments = items.map((deployment) => ({
      serviceDeploymentArn: deployment.arn,
      serviceArn: service.arn,
      clusterArn: cluster.arn,
      startedAt: deployment.startedAt,
      createdAt: deployment.createdAt,
      finishedAt: deployment.finishedAt,
      targetServiceRevisionArn: deployment.target.arn,
      status: deployment.status,
      statusReason: deployment.statusReason,
    }));
    return { serviceDeployments, ...(nextToken !== undefined && { nextToken }) };
  }

  describe({ serviceDeploymentArns = [] }: DescribeServiceDeploymentsCommandInput) {
    if (serviceDeploymentArns.length > 20) {
      throw new AwsError("InvalidParameterException", "serviceDeploymentArns cannot have more than 20 elements.");
    }
    const serviceDeployments: ServiceDeploymentDescription[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const arn of serviceDeploymentArns) {
      const found = this.#find(arn);
      if (found === undefined) failures.push({ arn, reason: "MISSING" });
      else serviceDeployments.push(this.#describe(found.service, found.deployment));
    }
    return { serviceDeployments, failures };
  }

  describeRevisions({ serviceRevisionArns = [] }: DescribeServiceRevisionsCommandInput) {
    if (serviceRevisionArns.length > 20) {
      throw new AwsError("InvalidParameterException", "serviceRevisionArns cannot have more than 20 elements.");
    }
    const serviceRevisions: ServiceRevisionDescription[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const arn of serviceRevisionArns) {
      const service = [...this.#store.services.values()].find(({ revisions }) =>
        revisions.some((it) => it.arn === arn),
      );
      const revision = service?.revisions.find((it) => it.arn === arn);
      if (service === undefined || revision === undefined) failures.push({ arn, reason: "MISSING" });
      else serviceRevisions.push(describeRevision(service, revision));
    }
    return { serviceRevisions, failures };
  }

  /**
   * Rolls back a deployment that is under way, whether or not the circuit breaker would. One that is being rolled back
   * goes on with it. Of the stop types that the model has, AWS's page calls ROLLBACK the only valid one.
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
   */
  stop({ serviceDeploymentArn = "", stopType = "ROLLBACK" }: StopServiceDeploymentCommandInput) {
    if (stopType !== "ROLLBACK") {
      throw new AwsError(
        "InvalidParameterException",
        `The stop type ${stopType} is not valid. Valid values: ROLLBACK.`,
      );
    }
    const found = this.#find(serviceDeploymentArn);
    if (found === undefined) {
      throw new AwsError("ServiceDeploymentNotFoundException", "Service deployment not found.");
    }
    const { service, deployment } = found;
    if (!isUnderWay(deployment)) {
      throw new AwsError(
        "ConflictException",
        `The service deployment cannot be stopped because it is in the status ${deployment.status}.`,
      );
    }
    if (service.lastCompleted === undefined) {
      throw new AwsError(
        "ConflictException",
        "The service deployment cannot be rolled back because there is no completed service deployment to roll back to.",
      );
    }
    if (deployment.rollback === undefined) {
      Object.assign(deployment, { status: "ROLLBACK_REQUESTED", updatedAt: this.#aws.clock.now() });
    }
    this.#scheduler.attend(service);
    return { serviceDeploymentArn };
  }

  #find(arn: string): { service: Service; deployment: ServiceDeployment } | undefined {
    for (const service of this.#store.services.values()) {
      const deployment = service.serviceDeployments.find((it) => it.arn === arn);
      if (deployment !== undefined) return { service, deployment };
    }
    return undefined;
  }

  #describe(service: Service, deployment: ServiceDeployment): ServiceDeploymentDescription {
    const tasks = [...this.#store.tasks.values()].filter((task) => task.service === service);
    return {
      serviceDeploymentArn: deployment.arn,
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      createdAt: deployment.createdAt,
      startedAt: deployment.startedAt,
      finishedAt: deployment.finishedAt,
      stoppedAt: deployment.stoppedAt,
      updatedAt: deployment.updatedAt,
      sourceServiceRevisions: deployment.sources.map((revision) => revisionSummary(service, revision, tasks)),
      targetServiceRevision: revisionSummary(service, deployment.target, tasks),
      status: deployment.status,
      statusReason: deployment.statusReason,
      deploymentConfiguration: describePolicy(deployment.policy),
      rollback: deployment.rollback,
      deploymentCircuitBreaker: {
        status: deployment.breaker,
        failureCount: deployment.failureCount,
        threshold: deployment.threshold,
      },
    };
  }
}

function describeRevision(
  service: Service,
  { arn, createdAt, workload, imageDigests }: ServiceRevision,
): ServiceRevisionDescription {
  return {
    serviceRevisionArn: arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: workload.revision.arn,
    ...capacity(workload),
    platformVersion: resolvedPlatform(workload),
    platformFamily: "Linux",
    loadBalancers: [...workload.loadBalancers],
    networkConfiguration: { awsvpcConfiguration: { ...workload.network } },
    containerImages: (workload.revision.definition.containerDefinitions ?? []).map(({ name = "", image }) => ({
      containerName: name,
      imageDigest: imageDigests.get(name),
      image,
    })),
    guardDutyEnabled: false,
    createdAt,
  };
}

function clusterOf(service: string | undefined): string | undefined {
  return service?.startsWith("arn:") ? service.split("/").at(-2) : undefined;
}
