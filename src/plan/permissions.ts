import type { Request } from "../inputs/request.js";
import { type StackId, stackName } from "./names.js";
import type { StackStep } from "./plan.js";

/** Actions that a role must be allowed on some resources. */
export interface Permission {
  readonly actions: readonly string[];
  /** ARNs as they may be, one of which is enough: CloudFormation makes up names in ways that it does not document. */
  readonly resources: readonly string[];
}

/**
 * What CloudFormation does with the caller's permissions to create each stack, and the action for a rollout.
 *
 * Resources are written as the ones to come might be called, since a policy may hold its role to their names and a
 * simulation takes a `*` for a name of that letter. `{stack}` and `{cluster}` stand for stacks' names, `{short}` for
 * what load balancing's 32 characters leave of one.
 */
const CREATES: Readonly<Record<StackId, Readonly<Record<string, readonly string[]>>>> = {
  vpc: {
    "ec2:vpc/vpc-0123456789abcdef0": ["ec2:CreateVpc", "ec2:ModifyVpcAttribute"],
    "ec2:subnet/subnet-0123456789abcdef0": ["ec2:CreateSubnet"],
    "ec2:internet-gateway/igw-0123456789abcdef0": ["ec2:CreateInternetGateway", "ec2:AttachInternetGateway"],
    "ec2:route-table/rtb-0123456789abcdef0": ["ec2:CreateRouteTable", "ec2:CreateRoute", "ec2:AssociateRouteTable"],
  },
  "nat-gateways": {
    "ec2:elastic-ip/eipalloc-0123456789abcdef0": ["ec2:AllocateAddress"],
    "ec2:natgateway/nat-0123456789abcdef0": ["ec2:CreateNatGateway"],
    "ec2:route-table/rtb-0123456789abcdef0": ["ec2:CreateRoute"],
  },
  cognito: {
    "cognito-idp:userpool/{region}_EXAMPLE00": ["cognito-idp:CreateUserPool", "cognito-idp:CreateUserPoolDomain"],
  },
  "ecs-cluster": {
    "ecs:cluster/{stack}-Cluster-EXAMPLE00000": ["ecs:CreateCluster", "ecs:PutClusterCapacityProviders"],
  },
  alb: {
    "ec2:security-group/sg-0123456789abcdef0": [
      "ec2:CreateSecurityGroup",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:RevokeSecurityGroupEgress",
    ],
    "elasticloadbalancing:loadbalancer/app/{short}-EXAMPLE00000/0123456789abcdef": [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:CreateListener",
    ],
    "acm:certificate/00000000-0000-4000-8000-000000000000": ["acm:RequestCertificate", "acm:DescribeCertificate"],
    "route53:": ["route53:ChangeResourceRecordSets"],
  },
  dns: { "route53:": ["route53:ChangeResourceRecordSets"] },
  "ecs-service": {
    "elasticloadbalancing:targetgroup/{short}-EXAMPLE00000/0123456789abcdef": [
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
    ],
    "elasticloadbalancing:listener/app/{short}-EXAMPLE00000/0123456789abcdef/0123456789abcdef": [
      "elasticloadbalancing:CreateRule",
    ],
    "cognito-idp:userpool/{region}_EXAMPLE00": [
      "cognito-idp:CreateUserPoolClient",
      "cognito-idp:DescribeUserPoolClient",
    ],
    "iam:": ["iam:CreateRole", "iam:PutRolePolicy", "iam:PassRole"],
    "logs:log-group:{stack}-LogGroup-EXAMPLE00000:*": ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
    "ecs:service/{cluster}-Cluster-EXAMPLE00000/{stack}-Service-EXAMPLE00000": [
      "ecs:CreateService",
      "ecs:UpdateService",
    ],
    "*": [
      "ecs:RegisterTaskDefinition",
      "elasticloadbalancing:DescribeListeners",
      "elasticloadbalancing:DescribeRules",
      "elasticloadbalancing:DescribeTargetHealth",
    ],
  },
};

/** What the stacks that are to be created will take. Pure. */
export function permissionsFor(
  request: Request,
  steps: readonly StackStep[],
  { accountId, region, partition }: { accountId: string; region: string; partition: string },
): Permission[] {
  const created = steps.filter(({ action }) => action === "create").map(({ id }) => id);
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  const resourceArns = (resource: string, id: StackId): readonly string[] => {
    if (resource === "*") return ["*"];
    if (resource === "route53:") return [`arn:${partition}:route53:::hostedzone/${request.hostedZoneId}`];
    const stack = stackName(id, request);
    // A role's name has 64 characters, of which the stack's name loses its end.
    if (resource === "iam:")
      return [`arn:${partition}:iam::${accountId}:role/${stack.slice(0, 35)}-ExecutionRole-EXAMPLE00000`];
    const [service = "", rest = ""] = resource.split(/:(.*)/s);
    const named = rest
      .replace("{stack}", stack)
      .replace("{cluster}", stackName("ecs-cluster", request))
      .replace("{region}", region);
    const shortened = [stack.slice(0, 5), stack.slice(0, 9)].map((short) => named.replace("{short}", `${short}-Load`));
    return [...new Set(shortened)].map((each) => arn(service, each));
  };
  const byResource = new Map<string, Permission>();
  const need = (resources: readonly string[], actions: readonly string[]) => {
    const key = resources.join();
    const known = byResource.get(key)?.actions ?? [];
    byResource.set(key, { resources, actions: [...new Set([...known, ...actions])].sort() });
  };
  for (const id of created) {
    need(
      [arn("cloudformation", `stack/${stackName(id, request)}/00000000-0000-4000-8000-000000000000`)],
      ["cloudformation:CreateStack", "cloudformation:DescribeStackEvents"],
    );
    for (const [resource, actions] of Object.entries(CREATES[id])) need(resourceArns(resource, id), actions);
  }
  return [...byResource.values()];
}

/** The ARN by which IAM knows a caller's policies: of an assumed role, the role's. Undefined for the account's root. */
export function policySource(callerArn: string): string | undefined {
  const role = callerArn.match(/^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//);
  // A role's path is not in the caller's ARN; one with a path is not found, and then nothing is known.
  if (role) return `arn:${role[1]}:iam::${role[2]}:role/${role[3]}`;
  return /:iam::\d{12}:(user|role)\//.test(callerArn) ? callerArn : undefined;
}
