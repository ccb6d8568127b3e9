import type {
  CreateServiceCommandInput,
  DeploymentConfiguration,
  LoadBalancer,
  UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { requireStrategy } from "./capacity.js";
import type { Cluster, DeploymentPolicy, Revision, Service, Workload } from "./model.js";
import { requirePlatform } from "./platform.js";

type ServiceInput = Omit<CreateServiceCommandInput, "serviceName"> & Omit<UpdateServiceCommandInput, "service">;

/** What services can have in AWS and cannot here, each with what says that it is wanted. */
const UNSUPPORTED: readonly [string, (input: ServiceInput) => boolean][] = [
  ["service discovery (serviceRegistries)", ({ serviceRegistries = [] }) => serviceRegistries.length > 0],
  ["Service Connect", ({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled === true],
  ["volumes of services", ({ volumeConfigurations = [] }) => volumeConfigurations.length > 0],
  ["VPC Lattice", ({ vpcLatticeConfigurations = [] }) => vpcLatticeConfigurations.length > 0],
  ["gateway connectors", ({ gatewayConnectors = [] }) => gatewayConnectors.length > 0],
  ["a service's monitoring", ({ monitoring }) => monitoring !== undefined],
  ["placement constraints", ({ placementConstraints = [] }) => placementConstraints.length > 0],
  ["placement strategies", ({ placementStrategy = [] }) => placementStrategy.length > 0],
  ["ECS Exec (enableExecuteCommand)", ({ enableExecuteCommand }) => enableExecuteCommand === true],
  ["the scheduling strategy DAEMON", ({ schedulingStrategy }) => schedulingStrategy === "DAEMON"],
  [
    "other deployment controllers than ECS",
    ({ deploymentController }) => (deploymentController?.type ?? "ECS") !== "ECS",
  ],
  ["launch types other than FARGATE", ({ launchType }) => launchType === "EC2" || launchType === "EXTERNAL"],
];

/** Throws `NotImplementedByLocalAws` for what services cannot have here. */
export function refuseUnsupported(input: ServiceInput): void {
  for (const [what, isWanted] of UNSUPPORTED) if (isWanted(input)) throw notImplemented(what);
}

/**
 * How the service is to roll, checked and filled up from `before`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function validPolicy(input: DeploymentConfiguration | undefined, before: DeploymentPolicy): DeploymentPolicy {
  const { strategy = "ROLLING", alarms, lifecycleHooks = [], bakeTimeInMinutes = 0 } = input ?? {};
  if (strategy !== "ROLLING") throw notImplemented(`the deployment strategy ${strategy}`);
  if (alarms?.enable) throw notImplemented("deployment alarms");
  if (lifecycleHooks.length > 0) throw notImplemented("deployment lifecycle hooks");
  if (bakeTimeInMinutes > 0) throw notImplemented("a bake time");
  if (input?.earlySuccessCriteria !== undefined) throw notImplemented("earlySuccessCriteria");
  const { minimumHealthyPercent = before.minimumHealthyPercent, maximumPercent = before.maximumPercent } = input ?? {};
  if (minimumHealthyPercent < 0 || minimumHealthyPercent > 100) {
    throw invalid("minimumHealthyPercent must be between 0 and 100.");
  }
  if (maximumPercent < 100 || maximumPercent > 200) throw invalid("maximumPercent must be between 100 and 200.");
  // Otherwise no task could ever be replaced.
  if (minimumHealthyPercent === 100 && maximumPercent === 100) {
    throw invalid("Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.");
  }
  const breaker = input?.deploymentCircuitBreaker;
  const { type = "BOUNDED_PERCENT", value = 50 } = breaker?.thresholdConfiguration ?? {};
  return {
    minimumHealthyPercent,
    maximumPercent,
    circuitBreaker:
      breaker === undefined
        ? before.circuitBreaker
        : {
            enable: breaker.enable === true,
            rollback: breaker.rollback === true,
            resetOnHealthyTask: breaker.resetOnHealthyTask !== false,
            threshold: { type, value },
          },
  };
}

/** Rebalancing needs room for a task more than are wanted. */
export function validRebalancing(
  wanted: "ENABLED" | "DISABLED",
  { maximumPercent }: DeploymentPolicy,
): "ENABLED" | "DISABLED" {
  if (wanted === "ENABLED" && maximumPercent <= 100) {
    throw invalid("AvailabilityZoneRebalancing does not support maximumPercent <= 100");
  }
  return wanted;
}

/** Quotas of AWS's: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const TASKS_PER_SERVICE = 5000;
const TARGET_GROUPS_PER_SERVICE = 5;

export function validCount(count: number): number {
  if (count < 0) throw invalid("desiredCount cannot be negative.");
  if (count > TASKS_PER_SERVICE) throw invalid(`desiredCount cannot be more than ${TASKS_PER_SERVICE}.`);
  return count;
}

/** Checks everything that a workload refers to. Throws InvalidParameterException and ClientException in AWS's words. */
export async function validWorkload(aws: Aws, cluster: Cluster, workload: Workload): Promise<Workload> {
  const { network, loadBalancers, capacityProviderStrategy, launchType, revision } = workload;
  requirePlatform(workload);
  requireStrategy(capacityProviderStrategy);
  if (loadBalancers.length > TARGET_GROUPS_PER_SERVICE) {
    throw invalid(`loadBalancers can have at most ${TARGET_GROUPS_PER_SERVICE} items.`);
  }
  const providers = capacityProviderStrategy.map(({ capacityProvider = "" }) => capacityProvider);
  if (providers.length === 0 && launchType === undefined) {
    throw notImplemented("the launch type EC2 (what a service has without launchType and capacityProviderStrategy)");
  }
  if (providers.some((provider) => !cluster.capacityProviders.includes(provider))) {
    throw invalid(
      "The specified capacity provider strategy contains a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.",
    );
  }
  if ((network.subnets ?? []).length === 0) {
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  await validNetwork(aws, network);
  for (const target of loadBalancers) await validTarget(aws, target, revision);
  return workload;
}

async function validNetwork(aws: Aws, { subnets = [], securityGroups = [] }: Workload["network"]): Promise<void> {
  if (subnets.length > 16) throw invalid("subnets can have at most 16 items.");
  if (securityGroups.length > 5) throw invalid("securityGroups can have at most 5 items.");
  const failing = (what: string, ids: readonly string[]) => (error: unknown) => {
    if (!(error instanceof AwsError)) throw error;
    throw invalid(
      `Error retrieving ${what} information for [${ids.join(", ")}]: ${error.message} (ErrorCode: ${error.code})`,
    );
  };
  const { Subnets = [] } = await aws.ec2.DescribeSubnets({ SubnetIds: subnets }).catch(failing("subnet", subnets));
  const vpcs = new Set(Subnets.map(({ VpcId }) => VpcId));
  if (vpcs.size > 1) throw invalid("The provided subnets must be in the same VPC.");
  if (securityGroups.length === 0) return;
  const { SecurityGroups = [] } = await aws.ec2
    .DescribeSecurityGroups({ GroupIds: securityGroups })
    .catch(failing("security group", securityGroups));
  if (SecurityGroups.some(({ VpcId }) => !vpcs.has(VpcId))) {
    throw invalid("The provided security groups and subnets must be in the same VPC.");
  }
}

async function validTarget(aws: Aws, target: LoadBalancer, { definition }: Revision): Promise<void> {
  const { targetGroupArn, containerName, containerPort, loadBalancerName, advancedConfiguration } = target;
  if (loadBalancerName !== undefined) throw notImplemented("Classic Load Balancers");
  if (advancedConfiguration !== undefined) throw notImplemented("blue/green deployments (advancedConfiguration)");
  if (containerName === undefined) throw invalid("containerName can not be null or empty.");
  const container = definition.containerDefinitions?.find(({ name }) => name === containerName);
  if (container === undefined) throw invalid(`The container ${containerName} does not exist in the task definition.`);
  if (!container.portMappings?.some((mapping) => mapping.containerPort === containerPort)) {
    throw invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
  }
  const { TargetGroups = [] } = await aws.elbv2
    .DescribeTargetGroups({ TargetGroupArns: [targetGroupArn ?? ""] })
    .catch((error: unknown) => {
      if (!(error instanceof AwsError)) throw error;
      throw invalid(
        `Unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.`,
      );
    });
  const [group] = TargetGroups;
  if (group?.TargetType !== "ip") {
    throw invalid(
      `The provided target group ${targetGroupArn} has target type ${group?.TargetType}, which is incompatible with the awsvpc network mode specified in the task definition.`,
    );
  }
  if ((group.LoadBalancerArns ?? []).length === 0) {
    throw invalid(`The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`);
  }
}

/** A grace period means something only where there are checks to be lenient with. */
export function validGracePeriod(seconds: number | undefined, { loadBalancers }: Pick<Workload, "loadBalancers">) {
  if (seconds === undefined) return undefined;
  if (seconds < 0) throw invalid("healthCheckGracePeriodSeconds cannot be negative.");
  if (loadBalancers.length === 0) {
    throw invalid("Health check grace period is only valid for services configured to use load balancers");
  }
  return seconds;
}

export function requireActive({ status }: Service): void {
  if (status !== "ACTIVE") throw new AwsError("ServiceNotActiveException", "Service was not ACTIVE.");
}

export function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
