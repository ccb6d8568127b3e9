import type { RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { type EcsAccount, ecsAccount, ROLE } from "./account.js";

const valid: RegisterTaskDefinitionCommandInput = {
  family: "app",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "app", image: "amazon/amazon-ecs-sample", portMappings: [{ containerPort: 80 }] }],
};
const container = (more: object) => ({
  ...valid,
  containerDefinitions: [{ name: "app", image: "amazon/amazon-ecs-sample", ...more }],
});
const sized = (...sizes: object[]) => ({
  ...valid,
  containerDefinitions: sizes.map((size, index) => ({ name: `c${index}`, image: "amazon/amazon-ecs-sample", ...size })),
});
const logs = (options: Record<string, string>) => ({ logConfiguration: { logDriver: "awslogs" as const, options } });
const awslogs = { "awslogs-group": "/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" };

describe("task definitions", () => {
  let account: EcsAccount;
  beforeEach(async () => {
    account = await ecsAccount();
  });
  afterEach(() => account.close());

  it("come back with what AWS fills in, numbered by family", async () => {
    await account.ecs.RegisterTaskDefinition({ ...valid, family: "other" });
    const { taskDefinition } = await account.ecs.RegisterTaskDefinition({ ...valid, cpu: ".25 vCPU", memory: "0.5GB" });
    expect(taskDefinition).toMatchObject({
      taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/app:1",
      revision: 1,
      status: "ACTIVE",
      cpu: "256",
      memory: "512",
      containerDefinitions: [
        {
          cpu: 0,
          essential: true,
          environment: [],
          portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
        },
      ],
    });
    const second = await account.ecs.RegisterTaskDefinition(valid);
    expect(second.taskDefinition?.revision).toBe(2);
  });

  it("may give all of the task's cpu and memory to their containers", async () => {
    const { taskDefinition } = await account.ecs.RegisterTaskDefinition(
      sized({ cpu: 128, memory: 512, memoryReservation: 256 }, { cpu: 128, memory: 256 }),
    );
    expect(taskDefinition?.containerDefinitions?.length).toBe(2);
  });

  it.each<[string, RegisterTaskDefinitionCommandInput, string]>([
    [
      "cpu and memory that Fargate does not pair",
      { ...valid, memory: "300" },
      "No Fargate configuration exists for given values: 256 CPU, 300 memory. See the Amazon ECS documentation for the valid values.",
    ],
    [
      "a container with more memory than the task",
      container({ memory: 513 }),
      "The 'memory' setting for container 'app' is greater than for the task.",
    ],
    [
      "more memory for all containers than for the task",
      sized({ memory: 512, memoryReservation: 256 }, { memory: 257 }),
      "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
    ],
    [
      "more cpu for all containers than for the task",
      sized({ cpu: 128 }, { cpu: 129 }),
      "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    ],
    ["no cpu", { ...valid, cpu: undefined }, "Fargate requires that 'cpu' be defined at the task level."],
    ["another network mode", { ...valid, networkMode: "bridge" }, "Fargate only supports network mode ‘awsvpc’."],
    ["no containers", { ...valid, containerDefinitions: [] }, "Container definitions should not be empty."],
    ["no essential container", container({ essential: false }), "At least one container must be marked as essential."],
    [
      "other host ports",
      container({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      "When networkMode=awsvpc, the host ports and container ports in port mappings must match.",
    ],
    ["an image with blanks", container({ image: "a b" }), "Container.image contains invalid characters."],
    [
      "logs without a role",
      container(logs(awslogs)),
      "Fargate requires task definition to have execution role ARN to support log driver awslogs.",
    ],
    [
      "an ECR image without a role",
      container({ image: "1.dkr.ecr.eu-west-1.amazonaws.com/a" }),
      "Fargate requires task definition to have execution role ARN to support ECR images.",
    ],
    ["an empty role", { ...valid, taskRoleArn: "" }, "Role is not valid"],
    ["a role that is no ARN", { ...valid, executionRoleArn: "arn:aws:iam::role/app" }, "Role is not valid"],
    [
      "secrets without a role",
      container({ secrets: [{ name: "A", valueFrom: "arn:aws:ssm:eu-west-1:1:parameter/a" }] }),
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    ],
  ])("are refused with %s", async (_, input, message) => {
    await expect(account.ecs.RegisterTaskDefinition(input)).rejects.toMatchObject({ code: "ClientException", message });
  });

  it("hold 64 KiB at most", async () => {
    const holding = (length: number) => container({ environment: [{ name: "TEXT", value: "x".repeat(length) }] });
    const room = 65_536 - JSON.stringify(holding(0)).length;
    await expect(account.ecs.RegisterTaskDefinition(holding(room))).resolves.toBeDefined();
    await expect(account.ecs.RegisterTaskDefinition(holding(room + 1))).rejects.toMatchObject({
      code: "ClientException",
      message: "Actual length: '65537'. Max allowed length is '65536' bytes.",
    });
  });

  it("are refused loudly with what the local AWS cannot do", async () => {
    for (const input of [
      container({ healthCheck: { command: ["CMD", "true"] } }),
      container({ dependsOn: [{ containerName: "b", condition: "START" }] }),
      container({ secrets: [{ name: "A", valueFrom: "arn:aws:ssm:eu-west-1:1:parameter/a:2" }] }),
      container({ secrets: [{ name: "A", valueFrom: "/a:prod" }] }),
      { ...valid, requiresCompatibilities: ["EC2" as const] },
    ]) {
      await expect(account.ecs.RegisterTaskDefinition(input)).rejects.toMatchObject({
        code: "NotImplementedByLocalAws",
      });
    }
  });

  it("are found by family, revision and ARN until they are deleted", async () => {
    await account.ecs.RegisterTaskDefinition({ ...valid, tags: [{ key: "a", value: "b" }] });
    await account.ecs.RegisterTaskDefinition(valid);
    const describe = async (taskDefinition: string) =>
      (await account.ecs.DescribeTaskDefinition({ taskDefinition })).taskDefinition?.revision;
    expect(await describe("app")).toBe(2);
    expect(await describe("app:1")).toBe(1);
    const { tags } = await account.ecs.DescribeTaskDefinition({ taskDefinition: "app:1", include: ["TAGS"] });
    expect(tags).toEqual([{ key: "a", value: "b" }]);

    await account.ecs.DeregisterTaskDefinition({ taskDefinition: "app:2" });
    expect(await describe("app")).toBe(1);
    expect((await account.ecs.ListTaskDefinitions({ status: "INACTIVE" })).taskDefinitionArns).toHaveLength(1);
    const { failures, taskDefinitions } = await account.ecs.DeleteTaskDefinitions({
      taskDefinitions: ["app:1", "app:2"],
    });
    expect(failures?.[0]?.reason).toContain("is still in ACTIVE status");
    expect(taskDefinitions).toMatchObject([{ revision: 2, status: "DELETE_IN_PROGRESS" }]);
    await expect(describe("app:3")).rejects.toMatchObject({ message: "Unable to describe task definition." });
    const next = await account.ecs.RegisterTaskDefinition(valid);
    expect(next.taskDefinition?.revision).toBe(3);
  });

  it("that are inactive cannot be run", async () => {
    await account.ecs.CreateCluster({ clusterName: "main" });
    await account.ecs.RegisterTaskDefinition({ ...valid, executionRoleArn: ROLE });
    await account.ecs.DeregisterTaskDefinition({ taskDefinition: "app:1" });
    await expect(
      account.ecs.CreateService({
        cluster: "main",
        serviceName: "app",
        taskDefinition: "app:1",
        launchType: "FARGATE",
      }),
    ).rejects.toMatchObject({ code: "ClientException", message: "TaskDefinition is inactive" });
  });
});
