import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import { CreateClusterCommand, CreateServiceCommand, ECSClient } from "@aws-sdk/client-ecs";
import { CreateLoadBalancerCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { durations } from "../../../../local/aws/durations.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { account } from "../server/account.js";
import { sessionOf } from "./session.js";

const aws = account();
const ACCOUNT = "123456789012";
let server: AwsServer;
beforeAll(async () => {
  server = await startServer(aws());
});
afterAll(() => server.close());

const roles = async () => {
  const { Roles = [] } = await aws().iam.ListRoles({ PathPrefix: "/aws-service-role/" });
  return Roles.map(({ RoleName }) => RoleName);
};
const everythingButIam = { Effect: "Allow", NotAction: "iam:*", Resource: "*" };
const makesOwnRole = (service: string) => ({
  Effect: "Allow",
  Action: "iam:CreateServiceLinkedRole",
  Resource: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/*`,
  Condition: { StringEquals: { "iam:AWSServiceName": service } },
});
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "made",
    (error: Error) => `${error.name}: ${error.message}`,
  );
const NOT_ASSUMABLE =
  "InvalidParameterException: Unable to assume the service linked role. Please verify that the ECS service linked role exists.";

/** Who may make one role (or none), and everything else. */
const connect = (name: string, service?: string) =>
  sessionOf(aws(), server, name, everythingButIam, ...(service ? [makesOwnRole(service)] : []));

it("ECS makes its own role with the first cluster; without permission for it the cluster stands alone", async () => {
  expect(await roles()).toEqual([]);
  const without = new ECSClient(await connect("ecs-without", "elasticloadbalancing.amazonaws.com"));
  expect(await outcome(without.send(new CreateClusterCommand({ clusterName: "plain" })))).toBe("made");
  const capacityProviders = ["FARGATE"];
  const withCapacity = new CreateClusterCommand({ clusterName: "c", capacityProviders });
  expect(await outcome(without.send(withCapacity))).toBe(NOT_ASSUMABLE);
  const service = new CreateServiceCommand({ cluster: "plain", serviceName: "s", taskDefinition: "t" });
  expect(await outcome(without.send(service))).toBe(NOT_ASSUMABLE);
  expect(await roles()).toEqual([]);
  const allowed = new ECSClient(await connect("ecs", "ecs.amazonaws.com"));
  // ECS makes its role with the call, and cannot use it yet.
  expect(await outcome(allowed.send(withCapacity))).toBe(NOT_ASSUMABLE);
  expect(await roles()).toEqual(["AWSServiceRoleForECS"]);
  await aws().clock.sleep(durations.services.serviceLinkedRolePropagation);
  expect(await outcome(without.send(withCapacity))).toBe("made");
  // Once it is there nobody needs the permission.
  expect(await outcome(without.send(service))).toMatch(/TaskDefinition not found/);
});

it("a load balancer is refused without the permission for its service's own role, in IAM's words", async () => {
  const { ec2 } = aws();
  const { Vpc } = await ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" });
  const VpcId = Vpc?.VpcId ?? "";
  const { InternetGateway } = await ec2.CreateInternetGateway({});
  await ec2.AttachInternetGateway({ VpcId, InternetGatewayId: InternetGateway?.InternetGatewayId ?? "" });
  const Subnets: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const AvailabilityZone = `eu-west-1${zone}`;
    const { Subnet } = await ec2.CreateSubnet({ VpcId, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone });
    Subnets.push(Subnet?.SubnetId ?? "");
  }
  const create = async (role: string, service?: string) =>
    outcome(
      new ElasticLoadBalancingV2Client(await connect(role, service)).send(
        new CreateLoadBalancerCommand({ Name: "a", Subnets }),
      ),
    );
  expect(await create("elb-without")).toBe(
    `AccessDenied: User: arn:aws:sts::${ACCOUNT}:assumed-role/elb-without/ci is not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::${ACCOUNT}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing because no identity-based policy allows the iam:CreateServiceLinkedRole action`,
  );
  expect(await create("elb", "elasticloadbalancing.amazonaws.com")).toBe("made");
  expect(await roles()).toContain("AWSServiceRoleForElasticLoadBalancing");
});

it("a scalable target needs the own role of its kind of resource", async () => {
  const register = async (role: string, service?: string) =>
    outcome(
      new ApplicationAutoScalingClient(await connect(role, service)).send(
        new RegisterScalableTargetCommand({
          ServiceNamespace: "ecs",
          ResourceId: "service/c/s",
          ScalableDimension: "ecs:service:DesiredCount",
          MinCapacity: 1,
          MaxCapacity: 2,
        }),
      ),
    );
  await aws().iam.CreateRole({
    RoleName: "tasks",
    AssumeRolePolicyDocument: JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
    }),
  });
  const { ecs } = aws();
  await ecs.RegisterTaskDefinition({
    family: "t",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: [{ name: "app", image: "i" }],
  });
  const { Subnets = [] } = await aws().ec2.DescribeSubnets({});
  await ecs.CreateService({
    cluster: "c",
    serviceName: "s",
    taskDefinition: "t",
    desiredCount: 0,
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: [Subnets[0]?.SubnetId ?? ""] } },
  });
  const service = "ecs.application-autoscaling.amazonaws.com";
  const role = "AWSServiceRoleForApplicationAutoScaling_ECSService";
  expect(await register("scaling-without", "ecs.amazonaws.com")).toBe(
    `ValidationException: Unable to assume IAM role: arn:aws:iam::${ACCOUNT}:role/aws-service-role/${service}/${role}`,
  );
  expect(await register("scaling", service)).toBe("made");
  expect(await roles()).toContain(role);
});
