import type { Request } from "../inputs/request.js";
import { type StackId, stackName } from "./names.js";
import type { StackStep } from "./plan.js";

/** Actions that a role must be allowed on some resources. */
export interface Permission {
  readonly actions: readonly string[];
  /** An ARN as it will be, with `*` where AWS makes the name up. */
  readonly resource: string;
}

/** What CloudFormation does with the caller's permissions to create each stack, and the action for a rollout. */
const CREATES: Readonly<Record<StackId, Readonly<Record<string, readonly string[]>>>> = {
  vpc: {
    "ec2:vpc/*": ["ec2:CreateVpc", "ec2:ModifyVpcAttribute"],
    "ec2:subnet/*": ["ec2:CreateSubnet"],
    "ec2:internet-gateway/*": ["ec2:CreateInternetGateway", "ec2:AttachInternetGateway"],
    "ec2:route-table/*": ["ec2:CreateRouteTable", "ec2:CreateRoute", "ec2:AssociateRouteTable"],
  },
  "nat-gateways": {
    "ec2:elastic-ip/*": ["ec2:AllocateAddress"],
    "ec2:natgateway/*": ["ec2:CreateNatGateway"],
    "ec2:route-table/*": ["ec2:CreateRoute"],
  },
  cognito: {
    "cognito-idp:userpool/*": ["cognito-idp:CreateUserPool", "cognito-idp:CreateUserPoolDomain"],
  },
  "ecs-cluster": {
    "ecs:cluster/*": ["ecs:CreateCluster", "ecs:PutClusterCapacityProviders"],
  },
  alb: {
    "ec2:security-group/*": [
      "ec2:CreateSecurityGroup",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:RevokeSecurityGroupEgress",
    ],
    "elasticloadbalancing:loadbalancer/app/*/*": [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:CreateListener",
    ],
    "acm:certificate/*": ["acm:RequestCertificate", "acm:DescribeCertificate"],
    "route53:": ["route53:ChangeResourceRecordSets"],
  },
  dns: { "route53:": ["route53:ChangeResourceRecordSets"] },
  "ecs-service": {
    "elasticloadbalancing:targetgroup/*/*": [
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
    ],
    "elasticloadbalancing:listener/app/*/*/*": ["elasticloadbalancing:CreateRule"],
    "cognito-idp:userpool/*": ["cognito-idp:CreateUserPoolClient", "cognito-idp:DescribeUserPoolClient"],
    "iam:": ["iam:CreateRole", "iam:PutRolePolicy", "iam:PassRole"],
    "logs:log-group:*": ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
    "ecs:service/*": ["ecs:CreateService", "ecs:UpdateService"],
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
  const resourceArn = (resource: string, id: StackId) => {
    if (resource === "*") return "*";
    if (resource === "route53:") return `arn:${partition}:route53:::hostedzone/${request.hostedZoneId}`;
    // Roles get generated names that begin with the stack's.
    if (resource === "iam:") return `arn:${partition}:iam::${accountId}:role/${stackName(id, request).slice(0, 24)}*`;
    const [service = "", rest = ""] = resource.split(/:(.*)/s);
    return arn(service, rest);
  };
  const byResource = new Map<string, Set<string>>();
  const need = (resource: string, actions: readonly string[]) => {
    const known = byResource.get(resource) ?? new Set();
    for (const action of actions) known.add(action);
    byResource.set(resource, known);
  };
  for (const id of created) {
    need(arn("cloudformation", `stack/${stackName(id, request)}/*`), [
      "cloudformation:CreateStack",
      "cloudformation:DescribeStackEvents",
    ]);
    for (const [resource, actions] of Object.entries(CREATES[id])) need(resourceArn(resource, id), actions);
  }
  return [...byResource].map(([resource, actions]) => ({ resource, actions: [...actions].sort() }));
}

/** The ARN by which IAM knows a caller's policies: of an assumed role, the role's. Undefined for the account's root. */
export function policySource(callerArn: string): string | undefined {
  const role = callerArn.match(/^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//);
  // A role's path is not in the caller's ARN; one with a path is not found, and then nothing is known.
  if (role) return `arn:${role[1]}:iam::${role[2]}:role/${role[3]}`;
  return /:iam::\d{12}:(user|role)\//.test(callerArn) ? callerArn : undefined;
}
