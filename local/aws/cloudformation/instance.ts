import type { Aws } from "../aws.js";
import type { ResourceType } from "./resource-types.js";
import { readRuleFacts } from "./rule-facts.js";
import { evaluateConditions, failedAssertions } from "./template/conditions.js";
import { checkForCycles, dependencyGraph, type Graph } from "./template/graph.js";
import type { EarlyScope } from "./template/language-extensions.js";
import { parameterReferences, storedType } from "./template/parameters.js";
import { references } from "./template/references.js";
import type { Scope } from "./template/resolve.js";
import { invalid, type Template } from "./template/template.js";

/** A template together with everything that decides what it means for one stack. */
export interface Instance {
  readonly template: Template;
  /** As given, lists joined with commas. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What Parameter Store has for those that take their values from there. */
  readonly resolvedParameters: Readonly<Record<string, string>>;
  /** The values of dynamic references to Parameter Store, by their texts. */
  readonly references: ReadonlyMap<string, string>;
  readonly tags: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, boolean>>;
  /** The resources whose condition holds, and what each needs. */
  readonly graph: Graph;
  /** For resolving values; what it says of resources and exports comes with the operation. */
  readonly scope: Omit<Scope, "ref" | "getAtt" | "importValue" | "stackOutput">;
}

/** What a template's values are resolved against before anything is known of its conditions and resources. */
export async function earlyScope(
  aws: Pick<Aws, "ec2" | "accountId" | "region" | "partition">,
  stack: { readonly id: string; readonly name: string },
  template: Template,
  parameters: Readonly<Record<string, string>>,
): Promise<EarlyScope> {
  return {
    parameters: {
      ...parameterReferences(template.parameters, parameters),
      "AWS::AccountId": aws.accountId,
      "AWS::NotificationARNs": [],
      "AWS::Partition": aws.partition,
      "AWS::Region": aws.region,
      "AWS::StackId": stack.id,
      "AWS::StackName": stack.name,
      "AWS::URLSuffix": "amazonaws.com",
    },
    mappings: template.mappings,
    availabilityZones: template.body.includes("GetAZs") ? await availabilityZones(aws) : [],
    languageExtensions: template.transforms.includes("AWS::LanguageExtensions"),
  };
}

/**
 * Evaluates a template's conditions and rules for a stack.
 * @throws AwsError ValidationError for failed rules, circular dependencies, outputs of absent resources
 */
export async function createInstance(
  aws: Pick<Aws, "ec2">,
  template: Template,
  { parameters, resolvedParameters, tags }: Pick<Instance, "parameters" | "resolvedParameters" | "tags">,
  scope: EarlyScope,
): Promise<Instance> {
  const early = { ...scope, ref: noResource, getAtt: noResource, importValue: noResource, stackOutput: noResource };
  const parameterTypes = Object.fromEntries(
    Object.entries(template.parameters).map(([name, { Type }]) => [name, storedType(Type) ?? Type]),
  );
  const facts = await readRuleFacts(aws, template.rules);
  const failed = failedAssertions(template.rules, { ...early, parameterTypes, facts });
  if (failed.length > 0) throw invalid(`Template validation error: ${failed.join("; ")}`);
  const conditions = evaluateConditions(template.conditions, early);
  const graph = dependencyGraph(template, conditions);
  checkForCycles(graph);
  checkPresence(template, conditions, graph);
  const references = new Map<string, string>();
  const given = { parameters, resolvedParameters, tags };
  return { template, ...given, references, conditions, graph, scope: { ...scope, conditions } };
}

/** What a resource's tags are: its own, the stack's where it has no such key, and CloudFormation's own three. */
export function withStackTags(
  type: ResourceType,
  properties: Readonly<Record<string, unknown>>,
  stackTags: Readonly<Record<string, string>>,
): Record<string, unknown> {
  if (!type.tags) return { ...properties };
  const { property, variant } = type.tags;
  const own = properties[property];
  if (variant === "map") return { ...properties, [property]: { ...stackTags, ...(own as object | undefined) } };
  const ownList = Array.isArray(own) ? (own as { Key?: unknown }[]) : [];
  const inherited = Object.entries(stackTags)
    .filter(([key]) => !ownList.some(({ Key }) => Key === key))
    .map(([Key, Value]) => ({ Key, Value }));
  return { ...properties, [property]: [...ownList, ...inherited] };
}

/** The tags that CloudFormation puts on everything it makes. */
export function systemTags(stack: { readonly id: string; readonly name: string }, logicalId: string) {
  return {
    "aws:cloudformation:stack-name": stack.name,
    "aws:cloudformation:stack-id": stack.id,
    "aws:cloudformation:logical-id": logicalId,
  };
}

async function availabilityZones(aws: Pick<Aws, "ec2">): Promise<string[]> {
  const { AvailabilityZones = [] } = await aws.ec2.DescribeAvailabilityZones({});
  return AvailabilityZones.flatMap(({ ZoneName }) => (ZoneName === undefined ? [] : [ZoneName])).sort();
}

/** What is kept must not refer to a resource whose condition is false. */
function checkPresence(template: Template, conditions: Readonly<Record<string, boolean>>, graph: Graph) {
  const outputs = Object.values(template.outputs).filter(({ Condition }) => !Condition || conditions[Condition]);
  const blocks = [
    ["Resources", [...graph.keys()].map((name) => template.resources[name]?.Properties)],
    ["Outputs", outputs.map(({ Value, Export }) => [Value, Export])],
  ] as const;
  for (const [block, values] of blocks) {
    const absent = references(values, conditions)
      .filter(({ kind, name }) => kind !== "Condition" && Object.hasOwn(template.resources, name) && !graph.has(name))
      .map(({ name }) => name);
    if (absent.length > 0) {
      const names = [...new Set(absent)].join(", ");
      throw invalid(
        `Template format error: Unresolved resource dependencies [${names}] in the ${block} block of the template`,
      );
    }
  }
}

function noResource(name: string): never {
  throw invalid(`Template error: ${name} cannot be referred to here`);
}
