import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, createAws } from "../../../../local/aws/account.js";

const TEMPLATE = `
Parameters:
  Grace: { Type: Number, Default: 10 }
  Priority: { Type: String, Default: "" }
Conditions:
  Breaks: !Not [!Equals [!Ref Priority, ""]]
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Cluster: { Type: AWS::ECS::Cluster }
  TaskDefinition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Ref AWS::StackName
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: "256"
      Memory: "512"
      ContainerDefinitions: [{ Name: app, Image: no/such/image }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref TaskDefinition
      DesiredCount: 0
      DeploymentConfiguration: { MaximumPercent: 200, MinimumHealthyPercent: !Ref Grace }
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref Subnet] } }
  Broken:
    Type: AWS::EC2::Subnet
    Condition: Breaks
    DependsOn: Service
    Properties: { VpcId: !Ref Vpc, CidrBlock: 192.168.0.0/24 }
Outputs:
  Cluster: { Value: !Ref Cluster }
  Service: { Value: !GetAtt Service.Name }
`;

let account: Account;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cloudformation-test-"));
  account = await createAws({ directory, speed: 10_000 });
});
afterEach(async () => {
  await account.close();
  await rm(directory, { recursive: true });
});

async function settled() {
  for (;;) {
    const [stack] = (await account.cloudformation.DescribeStacks({ StackName: "app" })).Stacks ?? [];
    if (stack && !stack.StackStatus?.endsWith("IN_PROGRESS")) return stack;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Creates the stack, then has the service run another revision, and two of it, as a rollout would. */
async function rolledOut() {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: TEMPLATE });
  const stack = await settled();
  expect(stack.StackStatus).toBe("CREATE_COMPLETE");
  const [cluster, service] = (stack.Outputs ?? []).map(({ OutputValue }) => OutputValue);
  const { taskDefinition } = await account.ecs.RegisterTaskDefinition({
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "app", image: "no/such/image:2" }],
  });
  await account.ecs.UpdateService({
    cluster,
    service,
    taskDefinition: taskDefinition?.taskDefinitionArn,
    desiredCount: 2,
  });
  const running = async () => {
    const { services = [] } = await account.ecs.DescribeServices({ cluster, services: [service ?? ""] });
    return { revision: services[0]?.taskDefinition?.split("/")[1], count: services[0]?.desiredCount };
  };
  expect(await running()).toEqual({ revision: "app:2", count: 2 });
  return running;
}

it("an update of a service puts back the revision and the count that the stack remembers", async () => {
  const running = await rolledOut();
  await account.cloudformation.UpdateStack({
    StackName: "app",
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: "Grace", ParameterValue: "20" }],
  });
  expect((await settled()).StackStatus).toBe("UPDATE_COMPLETE");
  expect(await running()).toEqual({ revision: "app:1", count: 0 });
});

it("an update of a scalable target changes its bounds and its tags", async () => {
  const template = TEMPLATE.replace(
    "Outputs:",
    `  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub service/\${Cluster}/\${Service.Name}
      MinCapacity: 1
      MaxCapacity: !Ref Grace
Outputs:`,
  );
  const stack = (max: string, Tags: { Key: string; Value: string }[]) => ({
    ...{ StackName: "app", TemplateBody: template, Tags },
    Parameters: [{ ParameterKey: "Grace", ParameterValue: max }],
  });
  await account.cloudformation.CreateStack(stack("10", [{ Key: "old", Value: "1" }]));
  expect((await settled()).StackStatus).toBe("CREATE_COMPLETE");
  await account.cloudformation.UpdateStack(stack("20", [{ Key: "new", Value: "2" }]));
  expect((await settled()).StackStatus).toBe("UPDATE_COMPLETE");
  const { ScalableTargets = [] } = await account.autoscaling.DescribeScalableTargets({ ServiceNamespace: "ecs" });
  expect(ScalableTargets).toMatchObject([{ MinCapacity: 1, MaxCapacity: 20 }]);
  const ResourceARN = ScalableTargets[0]?.ScalableTargetARN;
  const { Tags = {} } = await account.autoscaling.ListTagsForResource({ ResourceARN });
  expect(Object.keys(Tags).filter((key) => !key.startsWith("aws:"))).toEqual(["new"]);
  expect(Tags["aws:cloudformation:logical-id"]).toBe("Target");
});

it("so does the rollback of an update that failed after it", async () => {
  const running = await rolledOut();
  await account.cloudformation.UpdateStack({
    StackName: "app",
    TemplateBody: TEMPLATE.replace("DesiredCount: 0", "DesiredCount: 0\n      EnableExecuteCommand: false"),
    Parameters: [{ ParameterKey: "Priority", ParameterValue: "1" }],
  });
  expect((await settled()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(await running()).toEqual({ revision: "app:1", count: 0 });
});

it("an update that does not touch the service leaves what runs alone", async () => {
  const running = await rolledOut();
  await account.cloudformation.UpdateStack({
    StackName: "app",
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: "Priority", ParameterValue: "1" }],
  });
  expect((await settled()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(await running()).toEqual({ revision: "app:2", count: 2 });
});

it("an update to other capacity fails in ECS's words, since it forces no new deployment", async () => {
  const on = (provider: string) => ({
    StackName: "app",
    TemplateBody: TEMPLATE.replace(
      "LaunchType: FARGATE",
      `CapacityProviderStrategy: [{ CapacityProvider: ${provider}, Weight: 1 }]`,
    ).replace(
      "{ Type: AWS::ECS::Cluster }",
      "{ Type: AWS::ECS::Cluster, Properties: { CapacityProviders: [FARGATE, FARGATE_SPOT] } }",
    ),
  });
  await account.cloudformation.CreateStack(on("FARGATE"));
  expect((await settled()).StackStatus).toBe("CREATE_COMPLETE");
  await account.cloudformation.UpdateStack(on("FARGATE_SPOT"));
  expect((await settled()).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  const { StackEvents = [] } = await account.cloudformation.DescribeStackEvents({ StackName: "app" });
  const reasons = StackEvents.filter(({ ResourceStatus }) => ResourceStatus === "UPDATE_FAILED");
  expect(reasons.map(({ ResourceStatusReason }) => ResourceStatusReason)).toEqual([
    expect.stringContaining("making a change to a capacity provider strategy on a service that is already using one"),
  ]);
});
