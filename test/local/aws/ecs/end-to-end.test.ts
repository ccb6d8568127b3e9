import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, createAws } from "../../../../local/aws/account.js";

/** ECS with the real load balancer, network, roles and logs of the local AWS around it. */
describe("a service behind a load balancer", () => {
  let directory: string;
  let aws: Account;
  let targetGroupArn: string;
  let loadBalancerName: string;
  let network: {
    awsvpcConfiguration: { subnets: string[]; securityGroups: string[]; assignPublicIp: "ENABLED" | "DISABLED" };
  };
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "ecs-"));
    aws = await createAws({ directory, speed: 100 });
    const { VpcId } = (await aws.ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" })).Vpc ?? {};
    const { InternetGatewayId } = (await aws.ec2.CreateInternetGateway({})).InternetGateway ?? {};
    await aws.ec2.AttachInternetGateway({ VpcId, InternetGatewayId });
    const { RouteTableId } = (await aws.ec2.CreateRouteTable({ VpcId })).RouteTable ?? {};
    await aws.ec2.CreateRoute({ RouteTableId, DestinationCidrBlock: "0.0.0.0/0", GatewayId: InternetGatewayId });
    const subnets: string[] = [];
    for (const [index, zone] of ["a", "b"].entries()) {
      const { Subnet } = await aws.ec2.CreateSubnet({
        VpcId,
        CidrBlock: `10.0.${index}.0/24`,
        AvailabilityZone: `${aws.region}${zone}`,
      });
      await aws.ec2.AssociateRouteTable({ RouteTableId, SubnetId: Subnet?.SubnetId });
      subnets.push(Subnet?.SubnetId ?? "");
    }
    const group = async (GroupName: string, source: object) => {
      const { GroupId = "" } = await aws.ec2.CreateSecurityGroup({ VpcId, GroupName, Description: GroupName });
      const IpPermissions = [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, ...source }];
      await aws.ec2.AuthorizeSecurityGroupIngress({ GroupId, IpPermissions });
      return GroupId;
    };
    const front = await group("front", { IpRanges: [{ CidrIp: "0.0.0.0/0" }] });
    const tasks = await group("tasks", { UserIdGroupPairs: [{ GroupId: front }] });
    network = { awsvpcConfiguration: { subnets, securityGroups: [tasks], assignPublicIp: "ENABLED" } };
    const trust = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" };
    await aws.iam.CreateRole({
      RoleName: "execution",
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    });
    await aws.iam.AttachRolePolicy({
      RoleName: "execution",
      PolicyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    });
    await aws.logs.CreateLogGroup({ logGroupName: "/app" });
    const { TargetGroups = [] } = await aws.elbv2.CreateTargetGroup({
      ...{ Name: "app", Protocol: "HTTP", Port: 80, VpcId, TargetType: "ip", HealthCheckPath: "/healthz" },
      ...{ HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 4, HealthyThresholdCount: 2 },
    });
    targetGroupArn = TargetGroups[0]?.TargetGroupArn ?? "";
    await aws.elbv2.ModifyTargetGroupAttributes({
      TargetGroupArn: targetGroupArn,
      Attributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "10" }],
    });
    const { LoadBalancers = [] } = await aws.elbv2.CreateLoadBalancer({
      Name: "main",
      Subnets: subnets,
      SecurityGroups: [front],
    });
    loadBalancerName = LoadBalancers[0]?.DNSName ?? "";
    await aws.elbv2.CreateListener({
      LoadBalancerArn: LoadBalancers[0]?.LoadBalancerArn,
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [{ Type: "forward", TargetGroupArn: targetGroupArn }],
    });
    await aws.ecs.CreateCluster({ clusterName: "main" });
  });
  afterAll(async () => {
    agent.destroy();
    await aws.close();
    await rm(directory, { recursive: true, force: true });
  });

  const register = async (image: string, memory?: number) => {
    const options = { "awslogs-group": "/app", "awslogs-region": aws.region, "awslogs-stream-prefix": "ecs" };
    const { taskDefinition } = await aws.ecs.RegisterTaskDefinition({
      family: "app",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: `arn:aws:iam::${aws.accountId}:role/execution`,
      containerDefinitions: [
        {
          name: "app",
          image,
          ...(memory !== undefined && { memory }),
          portMappings: [{ containerPort: 80 }],
          logConfiguration: { logDriver: "awslogs", options },
        },
      ],
    });
    return taskDefinition?.taskDefinitionArn ?? "";
  };
  const ended = async () => {
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(20)) {
      const { services = [] } = await aws.ecs.DescribeServices({ cluster: "main", services: ["app"] });
      const [primary] = services[0]?.deployments ?? [];
      if (primary?.rolloutState !== "IN_PROGRESS") return services[0] ?? {};
    }
    throw new Error("The deployment has not ended.");
  };
  const get = () => {
    const found = aws.network.resolve(loadBalancerName, 80);
    if (!("address" in found)) throw new Error(found.error);
    const options = { ...found.address, agent, headers: { host: "app.example.com" } };
    return new Promise<string>((resolve) => {
      const failed = (error: Error) => resolve(String(error));
      request(options, (answer) => {
        let text = "";
        answer.on("data", (data) => {
          text += data;
        });
        answer.on("end", () => resolve(`${answer.statusCode} ${/Version (\d+)/.exec(text)?.[1]}`)).on("error", failed);
      })
        .on("error", failed)
        .end();
    });
  };
  const lastStopped = async () => {
    const { taskArns = [] } = await aws.ecs.ListTasks({ cluster: "main", desiredStatus: "STOPPED" });
    const { tasks = [] } = await aws.ecs.DescribeTasks({ cluster: "main", tasks: taskArns.slice(-1) });
    return tasks[0];
  };

  it("rolls to another version without a request that fails", async () => {
    await aws.ecs.CreateService({
      cluster: "main",
      serviceName: "app",
      taskDefinition: await register("ecs-cognito-deploy/sample-app:1"),
      desiredCount: 2,
      launchType: "FARGATE",
      networkConfiguration: network,
      loadBalancers: [{ targetGroupArn, containerName: "app", containerPort: 80 }],
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    });
    expect((await ended()).deployments?.[0]?.rolloutState).toBe("COMPLETED");
    expect(await get()).toBe("200 1");

    const seen = new Set<string>();
    let going = true;
    const visitors = [1, 2].map(async () => {
      for (; going; await sleep(5)) seen.add(await get());
    });
    await aws.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: await register("ecs-cognito-deploy/sample-app:2"),
    });
    expect((await ended()).deployments?.[0]?.rolloutState).toBe("COMPLETED");
    going = false;
    await Promise.all(visitors);
    expect([...seen].sort()).toEqual(["200 1", "200 2"]);
  });

  it.each([
    ["always-500", /^Task failed ELB health checks in \(target-group arn:aws:elasticloadbalancing:/],
    ["never-listens", /^Task failed ELB health checks in \(target-group arn:aws:elasticloadbalancing:/],
    ["crash-at-start", /^Essential container in task exited$/],
    ["no-such-tag", /^CannotPullContainerError: /],
  ])("keeps serving the old version when the new one is %s", async (tag, reason) => {
    const { service } = await aws.ecs.UpdateService({
      cluster: "main",
      service: "app",
      desiredCount: 1,
      taskDefinition: await register(`ecs-cognito-deploy/broken:${tag}`),
    });
    const failed = await ended();
    expect(failed.deployments?.[0]).toMatchObject({ id: service?.deployments?.[0]?.id, rolloutState: "FAILED" });
    expect((await lastStopped())?.stoppedReason).toMatch(reason);
    expect(await get()).toBe("200 2");
  });

  it("says so of a container that held more memory than it may, and was killed for it", async () => {
    const taskDefinition = await register("ecs-cognito-deploy/broken:out-of-memory", 128);
    await aws.ecs.UpdateService({ cluster: "main", service: "app", taskDefinition });
    expect((await ended()).deployments?.[0]?.rolloutState).toBe("FAILED");
    expect(await lastStopped()).toMatchObject({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" }],
    });
  });

  it("has tasks that cannot pull their image without a way to the internet", async () => {
    const { awsvpcConfiguration } = network;
    await aws.ecs.UpdateService({
      cluster: "main",
      service: "app",
      taskDefinition: await register("ecs-cognito-deploy/sample-app:3"),
      networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, assignPublicIp: "DISABLED" } },
    });
    expect((await ended()).deployments?.[0]?.rolloutState).toBe("FAILED");
    expect((await lastStopped())?.stoppedReason).toMatch(/^CannotPullContainerError: .*i\/o timeout$/);
  });
});
