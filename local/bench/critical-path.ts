import { references } from "../aws/cloudformation/template/references.js";
import { parseTemplateBody } from "../aws/cloudformation/template/yaml.js";
import type { Durations } from "../aws/durations.js";
import type { CreatedStack } from "./stacks.js";

/** The longest chain of things that wait for one another; `steps` name it, from the first. */
export interface CriticalPath {
  /** Of AWS's time. */
  readonly seconds: number;
  readonly steps: readonly string[];
  /** The names of the stacks on it. */
  readonly stacks: readonly string[];
}

/**
 * The least time in which these stacks could be created and a first task be in service, from the table of durations
 * and what waits for what: resources by their templates, stacks by values that one's parameters have from another's
 * outputs, and the task by the stacks with its service and its way out.
 */
export function criticalPath(stacks: readonly CreatedStack[], durations: Durations): CriticalPath {
  const done = new Map<string, CriticalPath>();
  const stackPath = (stack: CreatedStack): CriticalPath => {
    const known = done.get(stack.name);
    if (known) return known;
    const needed = stacks.filter((other) => other !== stack && feeds(other, stack)).map(stackPath);
    const before = longest(needed);
    const path = { ...extend(before, ...stackSteps(stack, durations)), stacks: [...before.stacks, stack.name] };
    done.set(stack.name, path);
    return path;
  };
  const { taskProvisioning, taskPending, taskActivating, targetRegistration } = durations.services;
  const task = { name: "first task", seconds: taskProvisioning + taskPending + taskActivating + targetRegistration };
  const before = stacks.filter(({ resources }) => resources.some(({ type }) => FOR_TASKS.has(type)));
  const serving = before.length === 0 ? [] : [extend(longest(before.map(stackPath)), task)];
  return longest([...stacks.map(stackPath), ...serving]);
}

/** What a task needs to start: its service, and a way out to pull its image. */
const FOR_TASKS = new Set(["AWS::ECS::Service", "AWS::EC2::NatGateway"]);

interface Step {
  readonly name: string;
  readonly seconds: number;
}

const NOTHING: CriticalPath = { seconds: 0, steps: [], stacks: [] };

/**
 * Whether a parameter of `stack` has the value of one of `other`'s outputs, which was there before it. Short values
 * (`true`) may be the same by chance.
 */
function feeds(other: CreatedStack, stack: CreatedStack): boolean {
  if (other.endedAt > stack.startedAt) return false;
  const given = new Set(Object.values(stack.parameters));
  return Object.entries(other.outputs).some(
    ([name, value]) => name !== "Fingerprint" && value.length > 8 && given.has(value),
  );
}

/** A stack's own chain: its start, the longest chain of its resources, its end. */
function stackSteps(stack: CreatedStack, durations: Durations): Step[] {
  const template = parseTemplateBody(stack.template) as {
    Resources: Record<string, { Type: string; Properties?: unknown; DependsOn?: string | string[] }>;
  };
  const created = new Set(stack.resources.map(({ name }) => name));
  const done = new Map<string, Step[]>();
  const chain = (name: string): Step[] => {
    const known = done.get(name);
    if (known) return known;
    const { Type = "", Properties, DependsOn = [] } = template.Resources[name] ?? {};
    const needed = [...[DependsOn].flat(), ...references(Properties).map((reference) => reference.name)];
    const before = needed.filter((other) => other !== name && created.has(other)).map(chain);
    const own = [...heaviest(before), { name: `${stack.name}/${name}`, seconds: creation(Type, durations) }];
    done.set(name, own);
    return own;
  };
  const { start, finish } = durations.stack;
  return [
    { name: `${stack.name} starts`, seconds: start },
    ...heaviest([...created].map(chain)),
    { name: `${stack.name} finishes`, seconds: finish },
  ];
}

/** What CloudFormation's handler takes for a type, and what the service takes until the resource is ready. */
function creation(type: string, { cloudFormation, services }: Durations): number {
  const service: Record<string, number> = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": services.loadBalancerProvisioning,
    "AWS::EC2::NatGateway": services.natGatewayPending,
    "AWS::CertificateManager::Certificate": services.certificateValidation,
    "AWS::Cognito::UserPoolDomain": services.userPoolDomainCreating,
    "AWS::Route53::RecordSet": services.route53Change,
    "AWS::Route53::RecordSetGroup": services.route53Change,
  };
  return (cloudFormation[type] ?? cloudFormation.default ?? { create: 0 }).create + (service[type] ?? 0);
}

function longest(paths: readonly CriticalPath[]): CriticalPath {
  return paths.reduce((a, b) => (b.seconds > a.seconds ? b : a), NOTHING);
}

function heaviest(chains: readonly Step[][]): Step[] {
  return chains.reduce((a, b) => (total(b) > total(a) ? b : a), []);
}

function total(steps: readonly Step[]): number {
  return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}

function extend(path: CriticalPath, ...steps: readonly Step[]): CriticalPath {
  return {
    ...path,
    seconds: path.seconds + total(steps),
    steps: [...path.steps, ...steps.map(({ name, seconds }) => `${name} ${seconds} s`)],
  };
}
