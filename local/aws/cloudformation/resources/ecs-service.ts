import type { CreateServiceCommandInput, Deployment, Service, UpdateServiceCommandInput } from "@aws-sdk/client-ecs";
import type { Attributes, HandlerContext, ResourceHandler } from "../resource-handler.js";
import { isPresent, notStabilized, present, unlessGone } from "./answers.js";
import { putEcsTags } from "./ecs-cluster.js";
import { apiNames } from "./ecs-names.js";

/** As ECS's API names them, but for what the template calls in the plural. */
type ServiceProperties = Partial<CreateServiceCommandInput> & {
  placementStrategies?: CreateServiceCommandInput["placementStrategy"];
};

const TYPE = "AWS::ECS::Service";

/** CloudFormation gives up on a service that does not become steady after this many seconds. */
const PATIENCE_SECONDS = 3 * 60 * 60;

/**
 * An update sends ECS the service's whole set of properties, the revision and the count among them: whatever a
 * rollout has changed since is overwritten, and a rollback sends what was there before.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html
 */
export const service: ResourceHandler = {
  supports: [
    ...["AvailabilityZoneRebalancing", "CapacityProviderStrategy", "Cluster", "DeploymentConfiguration"],
    ...["DeploymentController", "DesiredCount", "EnableECSManagedTags", "EnableExecuteCommand"],
    ...["HealthCheckGracePeriodSeconds", "LaunchType", "LoadBalancers", "NetworkConfiguration"],
    ...["PlacementConstraints", "PlacementStrategies", "PlatformVersion", "PropagateTags", "Role"],
    ...["SchedulingStrategy", "ServiceConnectConfiguration", "ServiceName", "ServiceRegistries", "Tags"],
    ...["TaskDefinition", "VolumeConfigurations"],
  ],
  async create(properties, context) {
    const { placementStrategies, ...rest }: ServiceProperties = apiNames(TYPE, properties);
    const serviceName = rest.serviceName ?? context.physicalName(255);
    const request = { ...rest, serviceName, ...(placementStrategies && { placementStrategy: placementStrategies }) };
    const answer = await context.aws.ecs.CreateService(request);
    const created = present(answer.service, "service");
    const physicalId = present(created.serviceArn, "serviceArn");
    context.started(physicalId);
    await untilSteady(context, created);
    return { physicalId, attributes: attributesOf(created) };
  },
  async update({ physicalId }, next, context) {
    const { ecs } = context.aws;
    const wanted: ServiceProperties = apiNames(TYPE, next);
    const { tags, serviceName, launchType, schedulingStrategy, role, clientToken, placementStrategies, ...rest } =
      wanted;
    const request: UpdateServiceCommandInput = {
      ...rest,
      service: physicalId,
      // What the template no longer names goes: ECS takes an empty list for that, and keeps what is absent.
      ...(wanted.loadBalancers === undefined && { loadBalancers: [] }),
      ...(wanted.serviceRegistries === undefined && { serviceRegistries: [] }),
      ...(placementStrategies && { placementStrategy: placementStrategies }),
    };
    const updated = present((await ecs.UpdateService(request)).service, "service");
    await putEcsTags(context, physicalId, tags);
    await untilSteady(context, updated);
    return attributesOf(updated);
  },
  async delete({ physicalId, properties }, context) {
    const { cluster }: ServiceProperties = apiNames(TYPE, properties);
    const where = cluster === undefined ? {} : { cluster };
    await unlessGone(() => context.aws.ecs.DeleteService({ ...where, service: physicalId, force: true }));
    // The cluster may be gone as well, and the service with it.
    await context.until(async () => {
      const look = async () => ((await describe(context, physicalId, cluster))?.status ?? "INACTIVE") !== "INACTIVE";
      return !(await isPresent(look));
    });
  },
};

/** Waits until the deployment that our request has brought about is the one that completed. */
async function untilSteady(context: HandlerContext, { serviceArn = "", clusterArn, deployments = [] }: Service) {
  const ours = primary(deployments)?.id;
  const started = context.aws.clock.now().getTime();
  await context.until(async () => {
    const found = await describe(context, serviceArn, clusterArn);
    if (found?.desiredCount === 0 && found.runningCount === 0) return true;
    const deployment = found?.deployments?.find(({ id }) => id === ours) ?? primary(found?.deployments ?? []);
    if (deployment?.rolloutState === "FAILED") {
      throw notStabilized("Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.");
    }
    const waited = ((context.aws.clock.now().getTime() - started) / 1000) * context.aws.clock.speed;
    if (waited > PATIENCE_SECONDS) throw notStabilized(`Service ${serviceArn} did not stabilize.`);
    return deployment?.status === "PRIMARY" && deployment.rolloutState === "COMPLETED";
  });
}

function primary(deployments: readonly Deployment[]): Deployment | undefined {
  return deployments.find(({ status }) => status === "PRIMARY");
}

async function describe({ aws }: HandlerContext, serviceArn: string, cluster: string | undefined) {
  const where = cluster === undefined ? {} : { cluster };
  return (await aws.ecs.DescribeServices({ ...where, services: [serviceArn] })).services?.[0];
}

function attributesOf({ serviceArn, serviceName }: Service): Attributes {
  return { ServiceArn: serviceArn, Name: serviceName };
}
