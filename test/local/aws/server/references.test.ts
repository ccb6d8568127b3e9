import type { Reference } from "../../../../local/aws/references.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { account } from "./account.js";

const aws = account();
let server: AwsServer;
let references: readonly Reference[];
const names: Record<string, string> = {};

beforeAll(async () => {
  const { ec2, iam, elbv2, ecs, logs } = aws();
  names.vpc = (await ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" })).Vpc?.VpcId ?? "";
  const VpcId = names.vpc;
  const { InternetGateway } = await ec2.CreateInternetGateway({});
  names.gateway = InternetGateway?.InternetGatewayId ?? "";
  await ec2.AttachInternetGateway({ VpcId, InternetGatewayId: names.gateway });
  for (const [index, zone] of ["a", "b"].entries()) {
    const place = { VpcId, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `eu-west-1${zone}` };
    names[zone] = (await ec2.CreateSubnet(place)).Subnet?.SubnetId ?? "";
  }
  const subnets = [names.a ?? "", names.b ?? ""];
  const { LoadBalancers = [] } = await elbv2.CreateLoadBalancer({ Name: "main", Subnets: subnets });
  names.balancer = LoadBalancers[0]?.LoadBalancerArn ?? "";
  const { TargetGroups = [] } = await elbv2.CreateTargetGroup({
    ...{ Name: "app", Protocol: "HTTP", Port: 80, VpcId, TargetType: "ip" },
  });
  names.group = TargetGroups[0]?.TargetGroupArn ?? "";
  const { Listeners = [] } = await elbv2.CreateListener({
    LoadBalancerArn: names.balancer,
    ...{ Protocol: "HTTP", Port: 80, DefaultActions: [{ Type: "forward", TargetGroupArn: names.group }] },
  });
  names.listener = Listeners[0]?.ListenerArn ?? "";
  const trust = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  names.role = (await iam.CreateRole({ RoleName: "execution", AssumeRolePolicyDocument })).Role?.Arn ?? "";
  await logs.CreateLogGroup({ logGroupName: "/app" });
  await ecs.CreateCluster({ clusterName: "main" });
  const options = { "awslogs-group": "/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs" };
  const { taskDefinition } = await ecs.RegisterTaskDefinition({
    ...{ family: "app", networkMode: "awsvpc", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] },
    executionRoleArn: names.role,
    containerDefinitions: [
      {
        ...{ name: "app", image: "amazon/amazon-ecs-sample", portMappings: [{ containerPort: 80 }] },
        logConfiguration: { logDriver: "awslogs", options },
      },
    ],
  });
  names.definition = taskDefinition?.taskDefinitionArn ?? "";
  const { service } = await ecs.CreateService({
    ...{ cluster: "main", serviceName: "app", taskDefinition: "app", desiredCount: 0, launchType: "FARGATE" },
    networkConfiguration: { awsvpcConfiguration: { subnets } },
    loadBalancers: [{ targetGroupArn: names.group, containerName: "app", containerPort: 80 }],
  });
  names.service = service?.serviceArn ?? "";
  server = await startServer(aws());
  references = (await (await fetch(`${server.url}/_local/references`)).json()) as Reference[];
});

afterAll(() => server.close());

const namesOf = (arn: string) => Object.keys(names).find((name) => names[name] === arn);

it.each([
  ["a", "vpc", "VpcId"],
  ["gateway", "vpc", "VpcId"],
  ["balancer", "a", "subnetId"],
  ["listener", "balancer", "loadBalancer"],
  ["group", "vpc", "vpcId"],
  ["definition", "role", "executionRole"],
  ["service", "definition", "taskDefinition"],
  ["service", "group", "targetGroups"],
  ["service", "b", "subnets"],
])("%s refers to %s as %s", (from, to, as) => {
  const found = references.filter((each) => each.from === names[from]).map((each) => [namesOf(each.to), each.as]);
  expect(found).toContainEqual([to, as]);
});

it("a target group is referred to by its service and the rule that forwards to it", () => {
  const users = references.filter(({ to }) => to === names.group).map(({ from }) => from);
  expect(new Set(users)).toEqual(new Set([names.service, expect.stringContaining(":listener-rule/")]));
});

it("nothing refers to itself or to what does not exist", () => {
  const state = new Set(references.flatMap(({ from, to }) => [from, to]));
  expect(references.filter(({ from, to }) => from === to)).toEqual([]);
  expect(state).not.toContain("");
  expect(references.map(({ to }) => to)).toContain("/app");
});
