import { startLocalAws } from "../local-aws.js";
import { Boto } from "./boto.js";
import { compareShapes, endpointOf } from "./emulators.js";
import type { Referee } from "./referee.js";
import { filled, play, type Step } from "./scenario.js";

const step = (service: string, operation: string, parameters: Step["parameters"], as?: string): Step => ({
  service,
  operation,
  parameters,
  ...(as === undefined ? {} : { as }),
});

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const container = { name: "app", image: "amazon/amazon-ecs-sample", essential: true, memory: 128 };
const network = { awsvpcConfiguration: { subnets: ["{a.Subnet.SubnetId}"] } };
const fargate = {
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [container],
};

/** What has to exist before the examples can be sent; an example's own ids are replaced by these ones' (below). */
const before: readonly Step[] = [
  step("ec2", "CreateVpc", { CidrBlock: "10.0.0.0/16" }, "vpc"),
  step(
    "ec2",
    "CreateSubnet",
    { VpcId: "{vpc.Vpc.VpcId}", CidrBlock: "10.0.2.0/24", AvailabilityZone: "eu-west-1a" },
    "a",
  ),
  step(
    "ec2",
    "CreateSubnet",
    { VpcId: "{vpc.Vpc.VpcId}", CidrBlock: "10.0.3.0/24", AvailabilityZone: "eu-west-1b" },
    "b",
  ),
  step("ec2", "CreateInternetGateway", {}, "igw"),
  step("ec2", "CreateRouteTable", { VpcId: "{vpc.Vpc.VpcId}" }, "routes"),
  step("ec2", "CreateSecurityGroup", { GroupName: "a", Description: "a", VpcId: "{vpc.Vpc.VpcId}" }, "group"),
  step("ec2", "CreateSecurityGroup", { GroupName: "b", Description: "b", VpcId: "{vpc.Vpc.VpcId}" }, "other"),
  step("ecs", "CreateCluster", { clusterName: "default" }, "cluster"),
  step("ecs", "RegisterTaskDefinition", { family: "amazon-ecs-sample", ...fargate }),
  step("ecs", "CreateService", {
    serviceName: "my-http-service",
    taskDefinition: "amazon-ecs-sample",
    desiredCount: 0,
    launchType: "FARGATE",
    networkConfiguration: network,
  }),
  step("ecs", "CreateService", {
    serviceName: "web-app",
    taskDefinition: "amazon-ecs-sample",
    desiredCount: 0,
    launchType: "FARGATE",
    networkConfiguration: network,
  }),
  step("iam", "CreateRole", { RoleName: "ReadOnlyRole", AssumeRolePolicyDocument: TRUST }),
  step("iam", "CreateRole", { RoleName: "taggedrole", AssumeRolePolicyDocument: TRUST }),
  step("iam", "CreateRole", { RoleName: "S3Access", AssumeRolePolicyDocument: TRUST }),
  step("iam", "CreateRole", { RoleName: "S3AccessForEC2Instances", AssumeRolePolicyDocument: TRUST }),
  step("route53", "CreateHostedZone", { Name: "example.com", CallerReference: "example" }, "zone"),
];

/** Ids of the examples, and what stands for them here: `{name.path}` out of an answer. */
const ids: readonly [pattern: RegExp, id: string][] = [
  [/^vpc-[0-9a-f]{8}/, "{vpc.Vpc.VpcId}"],
  [/^subnet-(b7d581c0|9d4a7b6c?|1a2b3c4d)$/, "{a.Subnet.SubnetId}"],
  [/^subnet-8360a9e7$/, "{b.Subnet.SubnetId}"],
  [/^igw-/, "{igw.InternetGateway.InternetGatewayId}"],
  [/^rtb-/, "{routes.RouteTable.RouteTableId}"],
  [/^sg-(903004f8|1a2b3c4d|111aaa22|5943793c|123abc12 ?)$/, "{group.GroupId}"],
  [/^sg-4b51a32f$/, "{other.GroupId}"],
  [/^eipalloc-/, "{AllocateAddress.AllocationId}"],
  [/^eni-/, "{CreateNetworkInterface.NetworkInterface.NetworkInterfaceId}"],
  [/^nat-/, "{CreateNatGateway.NatGateway.NatGatewayId}"],
  [/:loadbalancer\/app\//, "{CreateLoadBalancer.LoadBalancers[0].LoadBalancerArn}"],
  [/:targetgroup\//, "{CreateTargetGroup.TargetGroups[0].TargetGroupArn}"],
  [/:listener\/app\//, "{CreateListener.Listeners[0].ListenerArn}"],
  [/:listener-rule\//, "{CreateRule.Rules[0].RuleArn}"],
  [/^arn:aws:ecs:region:/, "{cluster.cluster.clusterArn}"],
  [/^arn:aws:iam::\d+:oidc-provider/, "{CreateOpenIDConnectProvider.OpenIDConnectProviderArn}"],
  [/^Z3M3LMPEXAMPLE$/, "{zone.HostedZone.Id}"],
  [/^<Stringified-JSON>$/, TRUST],
  // A thumbprint has 40 hexadecimal digits.
  [/EXAMPLE$/, "3768084dfb3d2b68b7897bf5f565da8ef0000000"],
];

/** What else is changed: target groups of instances are not served here. */
const changed: Readonly<Record<string, object>> = { "elbv2 CreateTargetGroup": { TargetType: "ip" } };

/**
 * The examples that are sent, in an order in which each finds what it needs: `service operation`, or with the number of
 * one of several. Left out are those that need what the local AWS does not have (instances, server certificates,
 * Classic load balancers, virtual gateways, health checks) those that only repeat another, and
 * those whose answer depends on how far tasks have started.
 */
const sent: readonly string[] = [
  ...[
    "ec2 CreateVpc",
    "ec2 CreateSubnet",
    "ec2 CreateInternetGateway",
    "ec2 CreateRouteTable",
    "ec2 CreateSecurityGroup",
  ],
  ...["ec2 AttachInternetGateway", "ec2 CreateRoute", "ec2 AssociateRouteTable", "ec2 AllocateAddress"],
  ...["ec2 AuthorizeSecurityGroupIngress", "ec2 AuthorizeSecurityGroupIngress 1", "ec2 AuthorizeSecurityGroupEgress"],
  ...["ec2 CreateNetworkInterface", "ec2 CreateNatGateway", "ec2 DescribeVpcs", "ec2 DescribeSubnets"],
  ...[
    "ec2 DescribeInternetGateways",
    "ec2 DescribeRouteTables",
    "ec2 DescribeNetworkInterfaces",
    "ec2 DescribeNatGateways",
  ],
  ...[
    "ec2 DescribeSecurityGroups",
    "ec2 DescribeAddresses",
    "ec2 DescribeAddresses 1",
    "ec2 DescribeAvailabilityZones",
  ],
  ...["ec2 DescribeRegions", "ec2 DescribeVpcAttribute", "ec2 DescribeVpcAttribute 1", "ec2 ModifySubnetAttribute"],
  ...["ec2 ModifyVpcAttribute", "ec2 ModifyNetworkInterfaceAttribute 1", "ec2 ModifyNetworkInterfaceAttribute 2"],
  ...[
    "elbv2 CreateLoadBalancer",
    "elbv2 CreateTargetGroup",
    "elbv2 CreateListener",
    "elbv2 CreateRule",
    "elbv2 AddTags",
  ],
  ...["elbv2 DescribeLoadBalancers", "elbv2 DescribeLoadBalancerAttributes", "elbv2 DescribeListeners"],
  ...["elbv2 DescribeRules", "elbv2 DescribeTags", "elbv2 DescribeTargetGroups", "elbv2 DescribeTargetGroupAttributes"],
  ...["elbv2 ModifyLoadBalancerAttributes 1", "elbv2 ModifyRule", "elbv2 ModifyTargetGroupAttributes"],
  ...["elbv2 ModifyTargetGroup", "elbv2 SetRulePriorities", "elbv2 SetSecurityGroups", "elbv2 SetSubnets"],
  ...[
    "elbv2 RemoveTags",
    "elbv2 DeleteRule",
    "elbv2 DeleteListener",
    "elbv2 DeleteLoadBalancer",
    "elbv2 DeleteTargetGroup",
  ],
  ...["ecs CreateCluster", "ecs DescribeClusters", "ecs ListClusters", "ecs ListServices", "ecs UpdateService"],
  ...["ecs UpdateService 1", "ecs ListTaskDefinitionFamilies", "ecs ListTaskDefinitions", "ecs TagResource"],
  ...[
    "ecs ListTagsForResource",
    "ecs UntagResource",

    "ecs RegisterTaskDefinition",
    "ecs DeleteCluster",
  ],
  ...["iam CreateRole", "iam GetRole", "iam AttachRolePolicy", "iam PutRolePolicy", "iam TagRole", "iam UntagRole"],
  ...["iam UpdateAssumeRolePolicy", "iam CreateOpenIDConnectProvider", "iam AddClientIDToOpenIDConnectProvider"],
  ...["iam DeleteRole", "route53 GetHostedZone", "route53 ChangeResourceRecordSets", "route53 ChangeTagsForResource"],
  "sts GetCallerIdentity",
  ...["secretsmanager CreateSecret", "secretsmanager GetSecretValue", "secretsmanager PutSecretValue"],
  ...["secretsmanager ListSecretVersionIds", "secretsmanager UpdateSecret", "secretsmanager UpdateSecret 2"],
  ...["secretsmanager UntagResource", "secretsmanager RestoreSecret"],
  ...["application-autoscaling RegisterScalableTarget", "application-autoscaling PutScalingPolicy"],
  ...["application-autoscaling DescribeScalableTargets", "application-autoscaling DescribeScalingPolicies"],
  ...["application-autoscaling DescribeScalingActivities", "application-autoscaling DeregisterScalableTarget"],
];

/** AWS's own examples, out of its API references: each has to be taken, and answered with the members it shows. */
export const examples: Referee = {
  name: "AWS's examples",
  missing: async () => Boto.missing(),
  run: async (found) => {
    const boto = new Boto();
    const aws = await startLocalAws({ speed: 5000, region: "eu-west-1", zone: "example.org" });
    try {
      const endpoint = endpointOf(aws);
      const saved = new Map<string, unknown>();
      const call = ({ service, operation }: Step, parameters: unknown) =>
        boto.call(endpoint, service, operation, parameters);
      await play(
        before,
        call,
        (prepared, { code, message }) => {
          if (code !== "") throw new Error(`${prepared.operation}: ${code}: ${message}`);
        },
        saved,
      );
      for (const name of sent) {
        const [service = "", operation = "", number = "0"] = name.split(" ");
        const example = (await boto.examples(service))[operation]?.[Number(number)];
        if (example === undefined) throw new Error(`botocore has no example ${name}`);
        const check = `example ${name}`;
        const input = filled({ ...(replaced(example.input ?? {}) as object), ...changed[name] }, saved);
        const answer = await boto.call(endpoint, service, operation, input);
        if (!saved.has(operation)) saved.set(operation, answer.output);
        const differences: string[] = answer.code === "" ? [] : [`refused: ${answer.code}: ${answer.message}`];
        if (answer.code === "") compareShapes(shown(answer.output), shown(example.output ?? {}), "", differences);
        // What AWS has added since the example was written is for the other referees.
        const missing = differences.filter((difference) => !difference.startsWith("only here"));
        if (missing.length === 0) found({ check });
        for (const difference of new Set(missing)) found({ check, difference });
      }
    } finally {
      await boto.close();
      await aws.close();
    }
  },
};

function replaced(value: unknown): unknown {
  if (typeof value === "string") return ids.find(([pattern]) => pattern.test(value))?.[1] ?? value;
  if (Array.isArray(value)) return value.map(replaced);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each)]));
}

/** Dates are strings in the examples; here as text, as well. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  if ("$timestamp" in value) return value.$timestamp;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
}
