import type { Aws } from "../aws.js";
import type { Request } from "./evaluation.js";
import { serviceLinkedRoles } from "./managed-policies.js";
import { tagsOfInput } from "./request-tags.js";
import { ec2Resources } from "./required-on-ec2.js";

type Input = Readonly<Record<string, unknown>>;

/** How ARNs are made for one account, and what is needed of it to make them. */
export interface Arns {
  /** `service`, `resource`: an ARN in the account's region. */
  regional(service: string, resource: string): string;
  global(service: string, resource: string): string;
  /** A role's ARN: its path is not in its name. */
  role(name: string): string;
  /** A secret's whole ARN, by its name or a part of its ARN. */
  secret(id: string): string;
  /** A parameter's ARN, by its name. */
  parameter(name: string): string;
}

/** The prefixes of actions that are not the signing name. */
const PREFIX: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

/** Asked of nobody: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const FREE: ReadonlySet<string> = new Set(["sts:GetCallerIdentity"]);

/**
 * What a caller needs for one call: the action with the resources that it is checked on, and the actions that the
 * service asks for beside it (tags at creation, passing a role, reading the app client of a sign-in rule).
 *
 * An operation without a row in the tables is checked on the resource `*`: too strict where AWS knows a resource for it,
 * never too lenient. Source: the Service Authorization Reference,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function requiredPermissions(aws: Aws, service: string, operation: string, given: unknown): Request[] {
  const input = (typeof given === "object" && given !== null ? given : {}) as Input;
  const prefix = PREFIX[service] ?? service;
  const action = `${prefix}:${operation}`;
  if (FREE.has(action)) return [];
  const arns = arnsOf(aws);
  const found = service === "ec2" ? ec2Resources(operation, input, arns) : RESOURCES[prefix]?.(operation, input, arns);
  const resources = found === undefined || found.length === 0 ? ["*"] : found;
  const tagging = isTagged(input) && TAGGING[prefix]?.(operation, resources, input, arns);
  return [
    ...resources.map((resource) => ({ action, resource, ...ownContext(operation, input) })),
    ...(tagging ? tagging.resources.map((resource) => ({ action: tagging.action, resource })) : []),
    ...passedRoles(operation, input),
    ...clientsOfRules(input),
  ];
}

function arnsOf({ partition, region, accountId, iam, secretsManager, ssm }: Aws): Arns {
  return {
    regional: (service, resource) => `arn:${partition}:${service}:${region}:${accountId}:${resource}`,
    global: (service, resource) => `arn:${partition}:${service}::${accountId}:${resource}`,
    role: (name) => iam.roleArn(name) ?? `arn:${partition}:iam::${accountId}:role/${name}`,
    secret: (id) => secretsManager.arnOf(id),
    parameter: (name) => ssm.arnOf(name),
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : value ? [text(value)] : []);
const isArn = (value: string) => value.startsWith("arn:");
const last = (arn: string) => arn.split("/").at(-1) ?? arn;

const RESOURCES: Readonly<
  Record<string, (operation: string, input: Input, arns: Arns) => readonly string[] | undefined>
> = {
  cloudformation: (_operation, { StackName }, { regional }) => {
    const name = text(StackName);
    if (!name) return undefined;
    return [isArn(name) ? name : regional("cloudformation", `stack/${name}/*`)];
  },

  ecs: (operation, input, { regional }) => {
    const arn = (resource: string) => regional("ecs", resource);
    const cluster = last(text(input.cluster) || "default");
    const whole = (name: string, type: string) => (isArn(name) ? name : arn(`${type}/${cluster}/${last(name)}`));
    if (/^(Tag|Untag|ListTagsFor)Resource$/.test(operation)) return texts(input.resourceArn);
    if (/ServiceDeployments?$/.test(operation) && operation !== "ListServiceDeployments")
      return [...texts(input.serviceDeploymentArns), ...texts(input.serviceDeploymentArn)];
    if (operation === "DescribeServiceRevisions") return texts(input.serviceRevisionArns);
    if (operation === "DeleteTaskDefinitions")
      return texts(input.taskDefinitions).map((each) => (isArn(each) ? each : arn(`task-definition/${each}`)));
    if (operation === "CreateCluster") return [arn(`cluster/${text(input.clusterName) || "default"}`)];
    if (/Cluster(Settings|CapacityProviders)?$/.test(operation)) return [arn(`cluster/${cluster}`)];
    if (operation === "DescribeClusters") return texts(input.clusters).map((each) => arn(`cluster/${last(each)}`));
    if (operation === "CreateService") return [arn(`service/${cluster}/${text(input.serviceName)}`)];
    if (/^(Update|Delete)Service$|^ListServiceDeployments$/.test(operation))
      return [whole(text(input.service), "service")];
    if (operation === "DescribeServices") return texts(input.services).map((each) => whole(each, "service"));
    if (operation === "DescribeTasks") return texts(input.tasks).map((each) => whole(each, "task"));
    if (operation === "StopTask") return [whole(text(input.task), "task")];
    return undefined;
  },

  elasticloadbalancing: (operation, input, { regional }) => {
    if (operation.startsWith("Describe")) return undefined;
    if (operation === "CreateLoadBalancer")
      return [regional("elasticloadbalancing", `loadbalancer/app/${text(input.Name)}/*`)];
    if (operation === "CreateTargetGroup")
      return [regional("elasticloadbalancing", `targetgroup/${text(input.Name)}/*`)];
    if (operation === "SetRulePriorities" && Array.isArray(input.RulePriorities))
      return input.RulePriorities.map((each: Input) => text(each.RuleArn));
    return [
      ...texts(input.ResourceArns),
      ...["RuleArn", "ListenerArn", "TargetGroupArn", "LoadBalancerArn"]
        .flatMap((name) => texts(input[name]))
        .slice(0, 1),
    ];
  },

  "cognito-idp": (operation, input, { regional }) => {
    if (/^(CreateUserPool|ListUserPools|DescribeUserPoolDomain)$/.test(operation)) return undefined;
    if (input.ResourceArn) return texts(input.ResourceArn);
    return input.UserPoolId ? [regional("cognito-idp", `userpool/${text(input.UserPoolId)}`)] : undefined;
  },

  acm: (_operation, { CertificateArn }) => texts(CertificateArn),

  route53: (operation, input) => {
    if (/^ListHostedZones|^CreateHostedZone$/.test(operation)) return undefined;
    const kind = operation === "GetChange" ? "change" : "hostedzone";
    const id = last(text(input.HostedZoneId) || text(input.Id) || text(input.ResourceId));
    return id ? [`arn:aws:route53:::${kind}/${id}`] : undefined;
  },

  // As CloudWatch Logs names them in its refusals; tags are asked for on the group without what follows its name.
  logs: (operation, input, { regional }) => {
    if (/tag/i.test(operation)) return texts(input.resourceArn).map((arn) => arn.replace(/:\*$/, ""));
    const group = (name: string) => regional("logs", `log-group:${name}:log-stream:`);
    const name = text(input.logGroupName) || text(input.logGroupIdentifier).replace(/^arn:.*:log-group:/, "");
    const stream = text(input.logStreamName);
    return [`${group(operation === "DescribeLogGroups" ? "" : name)}${stream}`];
  },

  iam: (operation, input, { global, role }) => {
    if (operation === "SimulatePrincipalPolicy") return texts(input.PolicySourceArn);
    if (operation === "CreateServiceLinkedRole")
      return [
        global(
          "iam",
          `role/aws-service-role/${text(input.AWSServiceName)}/${serviceLinkedRoles[text(input.AWSServiceName)] ?? "*"}`,
        ),
      ];
    if (operation === "CreateRole") return [global("iam", `role${text(input.Path) || "/"}${text(input.RoleName)}`)];
    if (input.RoleName) return [role(text(input.RoleName))];
    return texts(input.PolicyArn);
  },

  sts: (_operation, { RoleArn }) => texts(RoleArn),

  "application-autoscaling": (operation, _input, { regional }) =>
    operation.startsWith("Describe") ? undefined : [regional("application-autoscaling", "scalable-target/*")],

  // A secret that does not exist yet is asked for by its name, without the six characters.
  secretsmanager: (_operation, { SecretId, Name }, { secret }) => [...texts(SecretId), ...texts(Name)].map(secret),

  ssm: (operation, { Name, Names, Path, ResourceId }, { regional, parameter }) => {
    if (operation === "DescribeParameters") return [regional("ssm", "*")];
    return [Name, Names, Path, ResourceId].flatMap(texts).map(parameter);
  },
};

/** Who sets tags while creating needs the service's tagging action too. */
const TAGGING: Readonly<
  Record<
    string,
    (
      operation: string,
      resources: readonly string[],
      input: Input,
      arns: Arns,
    ) => { action: string; resources: readonly string[] } | undefined
  >
> = {
  ec2: (operation, resources) =>
    /^(Create(?!Tags)|Allocate)/.test(operation)
      ? { action: "ec2:CreateTags", resources: resources.slice(0, 1) }
      : undefined,
  ecs: (operation, resources, input, { regional }) => {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
    if (operation === "RegisterTaskDefinition")
      return {
        action: "ecs:TagResource",
        resources: [regional("ecs", `task-definition/${text(input.family)}:*`)],
      };
    return operation.startsWith("Create") ? { action: "ecs:TagResource", resources } : undefined;
  },
  elasticloadbalancing: (operation, resources) => {
    if (!operation.startsWith("Create")) return undefined;
    // A listener lies below its load balancer, a rule below its listener.
    const below = (arn: string) =>
      operation === "CreateListener"
        ? `${arn.replace(":loadbalancer/", ":listener/")}/*`
        : operation === "CreateRule"
          ? `${arn.replace(":listener/", ":listener-rule/")}/*`
          : arn;
    return { action: "elasticloadbalancing:AddTags", resources: resources.map(below) };
  },
  "cognito-idp": (operation, resources) =>
    operation === "CreateUserPool" ? { action: "cognito-idp:TagResource", resources } : undefined,
  logs: (operation, resources) =>
    operation === "CreateLogGroup"
      ? { action: "logs:TagResource", resources: resources.map((arn) => arn.replace(/:log-stream:$/, "")) }
      : undefined,
  acm: (operation, resources) =>
    operation === "RequestCertificate" ? { action: "acm:AddTagsToCertificate", resources } : undefined,
  iam: (operation, resources) => (operation === "CreateRole" ? { action: "iam:TagRole", resources } : undefined),
  "application-autoscaling": (operation, resources) =>
    operation === "RegisterScalableTarget" ? { action: "application-autoscaling:TagResource", resources } : undefined,
  secretsmanager: (operation, resources) =>
    operation === "CreateSecret" ? { action: "secretsmanager:TagResource", resources } : undefined,
  ssm: (operation, resources) =>
    operation === "PutParameter" ? { action: "ssm:AddTagsToResource", resources } : undefined,
};

/** CloudFormation's own tags, which begin with `aws:`, are put on without the caller's permission to tag. */
function isTagged(input: Input): boolean {
  return tagsOfInput(input).some(([key]) => !key.startsWith("aws:"));
}

/** Condition keys that one operation alone has. */
function ownContext(operation: string, { AWSServiceName }: Input): Pick<Request, "context"> {
  return operation === "CreateServiceLinkedRole" ? { context: { "iam:AWSServiceName": texts(AWSServiceName) } } : {};
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function passedRoles(operation: string, { taskRoleArn, executionRoleArn }: Input): Request[] {
  if (operation !== "RegisterTaskDefinition") return [];
  return [...new Set([...texts(taskRoleArn), ...texts(executionRoleArn)])].map((resource) => ({
    action: "iam:PassRole",
    resource,
    context: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] },
  }));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
function clientsOfRules({ Actions, DefaultActions }: Input): Request[] {
  const actions = [Actions, DefaultActions].flatMap((list) => (Array.isArray(list) ? (list as Input[]) : []));
  return actions
    .map(({ AuthenticateCognitoConfig }) => text((AuthenticateCognitoConfig as Input | undefined)?.UserPoolArn))
    .filter(Boolean)
    .map((resource) => ({ action: "cognito-idp:DescribeUserPoolClient", resource }));
}
