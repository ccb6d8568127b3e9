import { secretResource } from "../inputs/lists.js";
import { perRule } from "../inputs/public-paths.js";
import type { Request, Tag } from "../inputs/request.js";
import { isCovered } from "../inputs/values.js";
import { derivedDomainPrefix, digest, type StackId, stackName, TAG } from "./names.js";
import { identityTags } from "./ownership.js";

/** A parameter's value: known, or the output of another stack. */
export type ParameterValue = string | { readonly stack: StackId; readonly output: string };

/** A stack as the request wants it. */
export interface StackSpec {
  readonly id: StackId;
  readonly name: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly tags: readonly Tag[];
}

/** What a stack is known to be, as far as a plan needs it. */
export interface StackState {
  readonly arn: string;
  readonly status: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Somebody has protected it from deletion. */
  readonly isProtected?: true;
}

/**
 * What the action owns, not the stack: changed by a rollout, no part of the fingerprint. ECS moves a service to other
 * capacity only with a new deployment, which an update of the stack does not ask for.
 */
export const OWNED_PARAMETERS = ["TaskDefinition", "DesiredCount", "ContainerPort", "CapacityProvider"] as const;

/** The parameter and output by which a stack says what it was made from. */
export const FINGERPRINT = "Fingerprint";

/**
 * The stacks of a request, platform first.
 *
 * @param templates the bodies of cloudformation/*.yml by stack id
 * @param account where the caller works: an account id and a region
 */
export function stackSpecs(
  request: Request,
  templates: Readonly<Record<StackId, string>>,
  account: { accountId: string; region: string },
): StackSpec[] {
  const { domain, app, environment, host } = request;
  const from = (stack: StackId, output: string) => ({ stack, output });
  const platformTags = [...request.tags, { key: TAG.domain, value: domain }];
  const spec = (
    id: StackId,
    parameters: Record<string, ParameterValue>,
    tags: readonly Tag[] = platformTags,
  ): StackSpec => ({
    id,
    name: stackName(id, request),
    template: templates[id],
    parameters,
    tags,
  });
  return [
    spec("vpc", {}),
    // None and never had any: there's no stack to make. One that stands is told to have none.
    spec("nat-gateways", {
      NatGateways: String(request.natGateways),
      PublicSubnetIds: from("vpc", "PublicSubnetIds"),
      PrivateRouteTableIds: from("vpc", "PrivateRouteTableIds"),
    }),
    spec("cognito", {
      DomainPrefix: request.cognitoDomainPrefix ?? derivedDomainPrefix({ domain, ...account }),
      SelfSignUp: String(request.selfSignUp),
    }),
    spec("ecs-cluster", {}),
    spec("alb", {
      Domain: domain,
      HostedZoneId: request.hostedZoneId,
      VpcId: from("vpc", "VpcId"),
      PublicSubnetIds: from("vpc", "PublicSubnetIds"),
    }),
    spec("dns", {
      Domain: domain,
      HostedZoneId: request.hostedZoneId,
      LoadBalancerDnsName: from("alb", "LoadBalancerDnsName"),
      LoadBalancerHostedZoneId: from("alb", "LoadBalancerHostedZoneId"),
    }),
    spec(
      "ecs-service",
      {
        App: app,
        Environment: environment,
        Host: host,
        VpcId: from("vpc", "VpcId"),
        SubnetIds: from("vpc", request.natGateways === 0 ? "PublicSubnetIds" : "PrivateSubnetIds"),
        AssignPublicIp: request.natGateways === 0 ? "ENABLED" : "DISABLED",
        TaskSecurityGroupId: from("alb", "TaskSecurityGroupId"),
        ClusterName: from("ecs-cluster", "ClusterName"),
        HttpsListenerArn: from("alb", "HttpsListenerArn"),
        UserPoolId: from("cognito", "UserPoolId"),
        UserPoolArn: from("cognito", "UserPoolArn"),
        UserPoolDomain: from("cognito", "UserPoolDomain"),
        ...publicPathParameters(request.publicPaths),
        HealthCheckPath: request.healthCheckPath,
        SecretArns: [...new Set(request.container.secrets.map(({ valueFrom }) => secretResource(valueFrom)))]
          .sort()
          .join(","),
        RepositoryArns: repositoryArn(request.container.image) ?? "",
        LogRetentionInDays: String(request.logRetentionDays),
        CapacityProvider: request.capacity,
        LoadBalancerDnsName: from("alb", "LoadBalancerDnsName"),
        LoadBalancerHostedZoneId: from("alb", "LoadBalancerHostedZoneId"),
        HostedZoneId: request.hostedZoneId,
        OwnCertificate: String(!isCovered(host, domain)),
      },
      [...request.tags, ...identityTags(request)],
    ),
  ].filter(({ id }) => id !== "nat-gateways" || request.natGateways > 0);
}

/** The ARN of the ECR repository that an image is in, or undefined for any other registry. */
export function repositoryArn(image: string): string | undefined {
  const match = image.match(/^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\/([^:@]+)/);
  if (!match) return undefined;
  const [, account, region, china, name] = match;
  const partition = china ? "aws-cn" : region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
}

/** The stacks whose outputs a stack takes. */
export function needs(spec: StackSpec): StackId[] {
  const from = Object.values(spec.parameters).flatMap((value) => (typeof value === "string" ? [] : [value.stack]));
  return [...new Set(from)];
}

/**
 * The parameters with the outputs filled in, or undefined while one of them is not known yet.
 */
export function resolveParameters(
  spec: StackSpec,
  outputs: (stack: StackId) => Readonly<Record<string, string>> | undefined,
): Record<string, string> | undefined {
  const resolved: Record<string, string> = {};
  for (const [name, value] of Object.entries(spec.parameters)) {
    const known = typeof value === "string" ? value : outputs(value.stack)?.[value.output];
    if (known === undefined) return undefined;
    resolved[name] = known;
  }
  return resolved;
}

/** A rule of an environment that lets everybody in: the parameters for its paths (none: no rule) and its priority. */
export interface PublicRule {
  readonly paths: "PublicPaths" | "MorePublicPaths";
  readonly priority: "PublicRulePriority" | "MorePublicRulePriority";
}

export const PUBLIC_RULES: readonly PublicRule[] = [
  { paths: "PublicPaths", priority: "PublicRulePriority" },
  { paths: "MorePublicPaths", priority: "MorePublicRulePriority" },
];

function publicPathParameters(publicPaths: readonly string[]): Record<string, string> {
  const lists = perRule(publicPaths);
  return Object.fromEntries(PUBLIC_RULES.map(({ paths }, index) => [paths, lists[index]?.join(",") ?? ""]));
}

/**
 * The public rules among these parameters that the stack does not have yet, so that they need a priority.
 *
 * @param state absent: the stack is going to be created
 */
export function newPublicRules(
  parameters: Readonly<Record<string, string>>,
  state?: Pick<StackState, "parameters">,
): PublicRule[] {
  return PUBLIC_RULES.filter(({ paths }) => parameters[paths] && !state?.parameters[paths]);
}

/**
 * The parameters of an update, with the fingerprint. An environment keeps its rules' priorities and what the action
 * owns, as the stack remembers them. A new public rule's priority is the caller's to choose; until then it has the
 * template's default.
 */
export function updateParameters(
  spec: StackSpec,
  parameters: Readonly<Record<string, string>>,
  state: StackState,
): Record<string, string> {
  const fresh = newPublicRules(parameters, state);
  const standing = PUBLIC_RULES.filter((rule) => parameters[rule.paths] && !fresh.includes(rule));
  const kept =
    spec.id === "ecs-service" ? ["RulePriority", ...standing.map(({ priority }) => priority), ...OWNED_PARAMETERS] : [];
  return {
    ...parameters,
    [FINGERPRINT]: fingerprint(spec, parameters),
    ...Object.fromEntries(kept.map((name) => [name, state.parameters[name] ?? ""])),
  };
}

/** What the stack is made from: the template, the tags, and the parameters but those that the action owns. */
export function fingerprint(spec: StackSpec, parameters: Readonly<Record<string, string>>): string {
  // Priorities are chosen once, from what was free at the time, and then kept.
  const apart: readonly string[] = [
    ...OWNED_PARAMETERS,
    "RulePriority",
    ...PUBLIC_RULES.map(({ priority }) => priority),
  ];
  const kept = Object.entries(parameters).filter(([name]) => !apart.includes(name));
  const byName = (a: readonly [string, string], b: readonly [string, string]) => (a[0] < b[0] ? -1 : 1);
  const tags = spec.tags.map(({ key, value }) => [key, value] as const);
  return digest(JSON.stringify([spec.template, kept.sort(byName), [...tags].sort(byName)]), 32);
}
