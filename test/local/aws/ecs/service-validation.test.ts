import type { CapacityProviderStrategyItem, CreateServiceCommandInput } from "@aws-sdk/client-ecs";
import { type EcsAccount, ecsAccount, TARGET_GROUP } from "./account.js";

const service: CreateServiceCommandInput = {
  cluster: "main",
  serviceName: "app",
  taskDefinition: "app",
  desiredCount: 0,
  launchType: "FARGATE",
  networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-a"], securityGroups: ["sg-1"] } },
  loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: "app", containerPort: 80 }],
};
const target = (more: object) => ({ ...service, loadBalancers: [{ ...service.loadBalancers?.[0], ...more }] });
const strategy = (...capacityProviderStrategy: CapacityProviderStrategyItem[]) => ({
  ...service,
  launchType: undefined,
  capacityProviderStrategy,
});

describe("a service", () => {
  let account: EcsAccount;
  beforeEach(async () => {
    account = await ecsAccount();
    await account.ecs.CreateCluster({ clusterName: "main" });
    await account.ecs.RegisterTaskDefinition({
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "app", image: "amazon/amazon-ecs-sample", portMappings: [{ containerPort: 80 }] }],
    });
  });
  afterEach(() => account.close());

  it.each<[string, CreateServiceCommandInput, string, string]>([
    [
      "a container that is not in the task definition",
      target({ containerName: "web" }),
      "InvalidParameterException",
      "The container web does not exist in the task definition.",
    ],
    [
      "a port that the container does not have",
      target({ containerPort: 81 }),
      "InvalidParameterException",
      "The container app did not have a container port 81 defined.",
    ],
    [
      "no network configuration",
      { ...service, networkConfiguration: undefined },
      "InvalidParameterException",
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      "more tasks than a service can have",
      { ...service, desiredCount: 5001 },
      "InvalidParameterException",
      "desiredCount cannot be more than 5000.",
    ],
    [
      "more target groups than a service can have",
      { ...service, loadBalancers: Array.from({ length: 6 }, () => target({}).loadBalancers?.[0] ?? {}) },
      "InvalidParameterException",
      "loadBalancers can have at most 5 items.",
    ],
    [
      "a platform version that Fargate has retired",
      { ...service, platformVersion: "1.3.0" },
      "PlatformUnknownException",
      "The specified platform version doesn't exist.",
    ],
    ["an unknown cluster", { ...service, cluster: "none" }, "ClusterNotFoundException", "Cluster not found."],
    [
      "an unknown task definition",
      { ...service, taskDefinition: "none" },
      "ClientException",
      "TaskDefinition not found.",
    ],
    [
      "rebalancing at a maximum of 100 %",
      {
        ...service,
        availabilityZoneRebalancing: "ENABLED",
        deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 50 },
      },
      "InvalidParameterException",
      "AvailabilityZoneRebalancing does not support maximumPercent <= 100",
    ],
    [
      "percentages that block every deployment",
      { ...service, deploymentConfiguration: { maximumPercent: 100 } },
      "InvalidParameterException",
      "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.",
    ],
    [
      "a grace period without a load balancer",
      { ...service, loadBalancers: [], healthCheckGracePeriodSeconds: 10 },
      "InvalidParameterException",
      "Health check grace period is only valid for services configured to use load balancers",
    ],
    [
      "a strategy of strangers",
      { ...service, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
      "InvalidParameterException",
      "The specified capacity provider strategy contains a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.",
    ],
    [
      "a weight that is too great",
      strategy({ capacityProvider: "FARGATE", weight: 1001 }),
      "InvalidParameterException",
      "1 validation error detected: Value '1001' at 'capacityProviderStrategy.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [
      "two bases",
      strategy({ capacityProvider: "FARGATE", base: 1, weight: 1 }, { capacityProvider: "FARGATE_SPOT", base: 1 }),
      "InvalidParameterException",
      "Only one capacity provider in a capacity provider strategy can have a base defined.",
    ],
    [
      "weights of 0 alone",
      strategy({ capacityProvider: "FARGATE", base: 1 }, { capacityProvider: "FARGATE_SPOT" }),
      "InvalidParameterException",
      "At least one capacity provider in the strategy must have a weight greater than 0.",
    ],
    [
      "Service Connect",
      { ...service, serviceConnectConfiguration: { enabled: true } },
      "NotImplementedByLocalAws",
      "The local AWS does not implement Service Connect.",
    ],
  ])("is refused with %s", async (_, input, code, message) => {
    await expect(account.ecs.CreateService(input)).rejects.toMatchObject({ code, message });
  });

  it("is refused with a target group that no load balancer uses, or of another type", async () => {
    account.world.attached = false;
    await expect(account.ecs.CreateService(service)).rejects.toThrow(
      `The target group with targetGroupArn ${TARGET_GROUP} does not have an associated load balancer.`,
    );
    account.world.targetType = "instance";
    await expect(account.ecs.CreateService(service)).rejects.toThrow(
      `The provided target group ${TARGET_GROUP} has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.`,
    );
  });

  it("is refused with a subnet that does not exist", async () => {
    const networkConfiguration = { awsvpcConfiguration: { subnets: ["subnet-none"] } };
    await expect(account.ecs.CreateService({ ...service, networkConfiguration })).rejects.toThrow(
      "The subnet ID 'subnet-none' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
    );
  });

  it("has a name that only one can have", async () => {
    await account.ecs.CreateService(service);
    await expect(account.ecs.CreateService(service)).rejects.toThrow("Creation of service was not idempotent.");
  });

  it("takes the percentages of its deployments from what is given and keeps the rest", async () => {
    await account.ecs.CreateService(service);
    const { service: updated } = await account.ecs.UpdateService({
      cluster: "main",
      service: "app",
      deploymentConfiguration: { maximumPercent: 150, deploymentCircuitBreaker: { enable: true, rollback: false } },
    });
    expect(updated?.deployments).toHaveLength(1);
    expect(updated?.deploymentConfiguration).toMatchObject({
      maximumPercent: 150,
      minimumHealthyPercent: 100,
      deploymentCircuitBreaker: { enable: true, rollback: false },
    });
  });

  it("carries tags, which are shown when asked for", async () => {
    const { service: made } = await account.ecs.CreateService({ ...service, tags: [{ key: "a", value: "1" }] });
    const resourceArn = made?.serviceArn ?? "";
    await account.ecs.TagResource({ resourceArn, tags: [{ key: "b", value: "2" }] });
    await account.ecs.UntagResource({ resourceArn, tagKeys: ["a"] });
    expect((await account.ecs.ListTagsForResource({ resourceArn })).tags).toEqual([{ key: "b", value: "2" }]);
    const plain = await account.ecs.DescribeServices({ cluster: "main", services: ["app", "none"] });
    expect(plain.services?.[0]?.tags).toBeUndefined();
    expect(plain.failures).toEqual([
      { arn: "arn:aws:ecs:eu-west-1:123456789012:service/main/none", reason: "MISSING" },
    ]);
    await expect(account.ecs.TagResource({ resourceArn, tags: [{ key: "aws:x", value: "" }] })).rejects.toMatchObject({
      code: "InvalidParameterException",
    });
  });
});
