import type { Aws } from "../aws.js";
import { lastPart } from "./names.js";

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly NotAction?: string | string[];
  readonly Resource?: string | string[];
  readonly NotResource?: string | string[];
  readonly Principal?: string | { Service?: string | string[] };
  readonly Condition?: unknown;
}

/**
 * AWS's own policy for execution roles, for the case that IAM does not hold AWS's managed policies.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
 */
const MANAGED: Readonly<Record<string, readonly Statement[]>> = {
  "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy": [
    {
      Effect: "Allow",
      Action: [
        "ecr:GetAuthorizationToken",
        "ecr:BatchCheckLayerAvailability",
        "ecr:GetDownloadUrlForLayer",
        "ecr:BatchGetImage",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
      ],
      Resource: "*",
    },
  ],
};

/** What a service says when a role that it uses may not do something. */
export function notAuthorized(aws: Aws, roleArn: string, session: string, action: string, resource: string): string {
  const user = `arn:${aws.partition}:sts::${aws.accountId}:assumed-role/${lastPart(roleArn)}/${session}`;
  return `User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}

/** Whether ECS tasks may assume a role: it exists and trusts ecs-tasks.amazonaws.com. */
export async function isAssumable(aws: Aws, roleArn: string): Promise<boolean> {
  const role = await aws.iam.GetRole({ RoleName: lastPart(roleArn) }).catch(() => undefined);
  if (role?.Role?.Arn !== roleArn) return false;
  return statements(role.Role.AssumeRolePolicyDocument).some(
    ({ Effect, Action, Principal }) =>
      Effect === "Allow" &&
      list(Action).some((pattern) => matches(pattern, "sts:AssumeRole")) &&
      typeof Principal === "object" &&
      list(Principal.Service).includes("ecs-tasks.amazonaws.com"),
  );
}

/**
 * Whether a role's own policies allow an action on a resource: some statement allows it and none denies it.
 * Conditions are taken to hold, and permissions boundaries and resource policies are not looked at.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export async function permits(aws: Aws, roleArn: string, action: string, resource: string): Promise<boolean> {
  const applying = (await policies(aws, lastPart(roleArn))).filter((statement) => covers(statement, action, resource));
  return applying.some(({ Effect }) => Effect === "Allow") && !applying.some(({ Effect }) => Effect === "Deny");
}

async function policies(aws: Aws, RoleName: string): Promise<Statement[]> {
  const { iam } = aws;
  const { PolicyNames = [] } = await iam.ListRolePolicies({ RoleName });
  const { AttachedPolicies = [] } = await iam.ListAttachedRolePolicies({ RoleName });
  const own = await Promise.all(
    PolicyNames.map(async (PolicyName) => {
      const { PolicyDocument } = await iam.GetRolePolicy({ RoleName, PolicyName });
      return statements(PolicyDocument);
    }),
  );
  const attached = await Promise.all(
    AttachedPolicies.map(async ({ PolicyArn = "" }) => {
      const known = MANAGED[PolicyArn];
      if (known !== undefined) return known;
      const { Policy } = await iam.GetPolicy({ PolicyArn });
      const { PolicyVersion } = await iam.GetPolicyVersion({ PolicyArn, VersionId: Policy?.DefaultVersionId });
      return statements(PolicyVersion?.Document);
    }),
  );
  return [...own, ...attached].flat();
}

/** The statements of a policy document as IAM gives it: URL-encoded JSON. */
function statements(document: string | undefined): Statement[] {
  if (document === undefined) return [];
  const { Statement = [] }: { Statement?: Statement | Statement[] } = JSON.parse(decodeURIComponent(document));
  return Array.isArray(Statement) ? Statement : [Statement];
}

function covers(statement: Statement, action: string, resource: string): boolean {
  const { Action, NotAction, Resource, NotResource } = statement;
  const byAction =
    NotAction === undefined
      ? list(Action).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()))
      : !list(NotAction).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
  const byResource =
    NotResource === undefined
      ? list(Resource).some((pattern) => matches(pattern, resource))
      : !list(NotResource).some((pattern) => matches(pattern, resource));
  return byAction && byResource;
}

/** `*` stands for any number of characters, `?` for one. */
function matches(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
