import { isDeepStrictEqual } from "node:util";
import type {
  CreateServiceCommandInput,
  DeleteServiceCommandInput,
  DescribeServicesCommandInput,
  ListServicesCommandInput,
  Service as ServiceDescription,
  UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import type { Aws, Call } from "../aws.js";
import { AwsError } from "../errors.js";
import { isUnderWay, startDeployment } from "./deployments.js";
import type { DeploymentPolicy, Service, Store, Workload } from "./model.js";
import { ecsArn, findCluster, findService, lookUpService } from "./names.js";
import { page } from "./paging.js";
import type { Scheduler } from "./scheduler.js";
import { describeService } from "./service-description.js";
import {
  invalid,
  refuseUnsupported,
  requireActive,
  validCount,
  validGracePeriod,
  validPolicy,
  validRebalancing,
  validWorkload,
} from "./service-validation.js";
import { validTags } from "./tags.js";
import type { TaskDefinitions } from "./task-definitions.js";

const DEFAULT_POLICY: DeploymentPolicy = {
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  circuitBreaker: {
    enable: false,
    rollback: false,
    resetOnHealthyTask: true,
    threshold: { type: "BOUNDED_PERCENT", value: 50 },
  },
};

/** Services on Fargate that roll. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export class Services {
  readonly #aws: Aws;
  readonly #store: Store;
  readonly #taskDefinitions: TaskDefinitions;
  readonly #scheduler: Scheduler;

  constructor(aws: Aws, store: Store, taskDefinitions: TaskDefinitions, scheduler: Scheduler) {
    this.#aws = aws;
    this.#store = store;
    this.#taskDefinitions = taskDefinitions;
    this.#scheduler = scheduler;
  }

  async create(input: CreateServiceCommandInput, call: Call | undefined): Promise<{ service: ServiceDescription }> {
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    const { serviceName: name = "" } = input;
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) {
      throw invalid(
        "Service name is invalid: up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed.",
      );
    }
    refuseUnsupported(input);
    if (input.launchType !== undefined && (input.capacityProviderStrategy ?? []).length > 0) {
      throw invalid(
        "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
      );
    }
    if (!input.taskDefinition) throw invalid("TaskDefinition can not be blank.");
    const launchType = input.launchType === "FARGATE" ? "FARGATE" : undefined;
    const workload: Workload = {
      revision: this.#taskDefinitions.findActive(input.taskDefinition),
      launchType,
      capacityProviderStrategy:
        input.capacityProviderStrategy ?? (launchType === undefined ? cluster.defaultCapacityProviderStrategy : []),
      platformVersion: input.platformVersion ?? "LATEST",
      loadBalancers: input.loadBalancers ?? [],
      network: input.networkConfiguration?.awsvpcConfiguration ?? { subnets: [] },
    };
    const policy = validPolicy(input.deploymentConfiguration, DEFAULT_POLICY);
    const known = lookUpService(this.#store, this.#aws, cluster, name);
    if (known?.status === "ACTIVE") {
      if (known.clientToken !== undefined && known.clientToken === input.clientToken) return this.#answer(known);
      throw invalid("Creation of service was not idempotent.");
    }
    if (known?.status === "DRAINING") throw invalid("Unable to Start a service that is still Draining.");
    const service: Service = {
      arn: ecsArn(this.#aws, `service/${cluster.name}/${name}`),
      name,
      cluster,
      createdAt: this.#aws.clock.now(),
      createdBy: `arn:${this.#aws.partition}:iam::${this.#aws.accountId}:${call === undefined ? "root" : `user/${call.accessKeyId}`}`,
      clientToken: input.clientToken,
      status: "ACTIVE",
      desiredCount: validCount(input.desiredCount ?? 1),
      workload: await validWorkload(this.#aws, cluster, workload),
      policy,
      availabilityZoneRebalancing: validRebalancing(input.availabilityZoneRebalancing ?? "ENABLED", policy),
      healthCheckGracePeriodSeconds: validGracePeriod(input.healthCheckGracePeriodSeconds, workload),
      enableECSManagedTags: input.enableECSManagedTags ?? false,
      propagateTags: input.propagateTags ?? "NONE",
      tags: validTags(input.tags),
      deployments: [],
      serviceDeployments: [],
      lastCompleted: undefined,
      revisions: [],
      events: [],
      steady: false,
    };
    this.#store.services.set(service.arn, service);
    startDeployment(this.#aws, service, workload);
    this.#scheduler.attend(service);
    return this.#answer(service);
  }

  /** Changes what is given. What changes in the workload, or `forceNewDeployment`, makes a new deployment. */
  async update(input: UpdateServiceCommandInput): Promise<{ service: ServiceDescription }> {
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    const service = findService(this.#store, this.#aws, cluster, input.service);
    requireActive(service);
    refuseUnsupported(input);
    const before = service.workload;
    const strategy = input.capacityProviderStrategy;
    const network = input.networkConfiguration?.awsvpcConfiguration;
    const workload: Workload = {
      ...before,
      ...(input.taskDefinition && { revision: this.#revision(input.taskDefinition, before) }),
      // An empty strategy goes back to the launch type.
      ...(strategy && { capacityProviderStrategy: strategy, launchType: strategy.length > 0 ? undefined : "FARGATE" }),
      ...(input.platformVersion && { platformVersion: input.platformVersion }),
      ...(input.loadBalancers && { loadBalancers: input.loadBalancers }),
      ...(network && { network }),
    };
    if (input.forceNewDeployment !== true && changesStrategy(before, workload)) {
      throw invalid(
        "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.",
      );
    }
    const policy = validPolicy(input.deploymentConfiguration, service.policy);
    const rebalancing = validRebalancing(
      input.availabilityZoneRebalancing ?? service.availabilityZoneRebalancing,
      policy,
    );
    const grace = input.healthCheckGracePeriodSeconds;
    const changed = input.forceNewDeployment === true || !sameWorkload(workload, before);
    if (changed) await validWorkload(this.#aws, cluster, workload);
    const desiredCount = validCount(input.desiredCount ?? service.desiredCount);
    const healthCheckGracePeriodSeconds =
      grace === undefined ? service.healthCheckGracePeriodSeconds : validGracePeriod(grace, workload);
    requireActive(service);

    Object.assign(service, {
      workload,
      policy,
      desiredCount,
      healthCheckGracePeriodSeconds,
      availabilityZoneRebalancing: rebalancing,
      enableECSManagedTags: input.enableECSManagedTags ?? service.enableECSManagedTags,
      propagateTags: input.propagateTags ?? service.propagateTags,
    });
    const [primary] = service.deployments;
    if (changed) startDeployment(this.#aws, service, workload);
    else if (primary !== undefined && primary.desiredCount !== desiredCount) {
      Object.assign(primary, { desiredCount, updatedAt: this.#aws.clock.now() });
      service.steady = false;
    }
    this.#scheduler.attend(service);
    return this.#answer(service);
  }

  describe({ cluster: reference, services = [], include = [] }: DescribeServicesCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, reference);
    if (services.length > 10) throw invalid("Services cannot have more than 10 elements.");
    if (services.length === 0) throw invalid("Services cannot be empty.");
    const found: ServiceDescription[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const name of services) {
      const service = lookUpService(this.#store, this.#aws, cluster, name);
      if (service !== undefined) found.push(describeService(this.#store, service, include));
      else {
        const arn = name.startsWith("arn:") ? name : ecsArn(this.#aws, `service/${cluster.name}/${name}`);
        failures.push({ arn, reason: "MISSING" });
      }
    }
    return { services: found, failures };
  }

  list(input: ListServicesCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    const { launchType, schedulingStrategy = "REPLICA" } = input;
    const arns = [...this.#store.services.values()]
      .filter((service) => service.cluster === cluster && service.status !== "INACTIVE")
      .filter(({ workload }) => launchType === undefined || workload.launchType === launchType)
      .filter(() => schedulingStrategy === "REPLICA")
      .map(({ arn }) => arn);
    const { items, nextToken } = page(arns, input, { byDefault: 10 });
    return { serviceArns: items, ...(nextToken !== undefined && { nextToken }) };
  }

  delete({ cluster: reference, service: name, force = false }: DeleteServiceCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, reference);
    const service = findService(this.#store, this.#aws, cluster, name);
    if (service.status === "INACTIVE") throw new AwsError("ServiceNotFoundException", "Service not found.");
    if (service.status === "ACTIVE") {
      if (service.desiredCount > 0 && !force) {
        throw invalid("The service cannot be stopped while it is scaled above 0.");
      }
      service.status = "DRAINING";
      service.desiredCount = 0;
      service.steady = false;
      for (const deployment of service.deployments) deployment.desiredCount = 0;
      for (const deployment of service.serviceDeployments.filter(isUnderWay)) {
        Object.assign(deployment, { status: "STOPPED", stoppedAt: this.#aws.clock.now() });
      }
    }
    this.#scheduler.attend(service);
    return this.#answer(service);
  }

  /** The same revision may have become INACTIVE: a service keeps the one that it runs. */
  #revision(reference: string, before: Workload) {
    const found = this.#taskDefinitions.find(reference);
    return found === before.revision ? found : this.#taskDefinitions.findActive(reference);
  }

  #answer(service: Service): { service: ServiceDescription } {
    return { service: describeService(this.#store, service, ["TAGS"]) };
  }
}

/** Whether tasks would be started on other capacity, which ECS asks a new deployment for. */
function changesStrategy(before: Workload, after: Workload): boolean {
  const strategies = [before, after].map(({ launchType, capacityProviderStrategy: strategy }) => [
    launchType,
    strategy.map(({ capacityProvider, base = 0, weight = 0 }) => `${capacityProvider} ${base} ${weight}`).sort(),
  ]);
  return !isDeepStrictEqual(strategies[0], strategies[1]);
}

function sameWorkload(a: Workload, b: Workload): boolean {
  return (
    a.revision === b.revision &&
    a.platformVersion === b.platformVersion &&
    isDeepStrictEqual(plain(a.loadBalancers), plain(b.loadBalancers)) &&
    isDeepStrictEqual(plainNetwork(a), plainNetwork(b))
  );
}

function plainNetwork({ network }: Workload) {
  const { subnets = [], securityGroups = [], assignPublicIp = "DISABLED" } = network;
  return { subnets: [...subnets].sort(), securityGroups: [...securityGroups].sort(), assignPublicIp };
}

/** Without the members that are undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
