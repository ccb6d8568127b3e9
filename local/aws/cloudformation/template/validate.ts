import { AwsError, notImplemented } from "../../errors.js";
import type { ResourceTypes } from "../resource-types.js";
import { checkFunctionUse } from "./function-use.js";
import { checkForCycles, dependencyGraph } from "./graph.js";
import { checkDefinitions } from "./parameters.js";
import { functionCall, type Reference, references } from "./references.js";
import { invalid, isObject, type ResourceDefinition, type Template } from "./template.js";

export const PSEUDO_PARAMETERS = [
  ...["AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId"],
  ...["AWS::StackName", "AWS::URLSuffix"],
];

/**
 * Checks what can be said of a template without its parameters' values: resource types, references, attributes,
 * mappings, conditions, cycles. CloudFormation does so for every request that carries a template.
 * @throws AwsError ValidationError in AWS's wording; NotImplementedByLocalAws for a type of AWS's not known here
 */
export function validateTemplate(template: Template, types: ResourceTypes): void {
  checkDefinitions(template.parameters);
  // What transforms will make of the rest is not known without the parameters' values.
  if (template.unprocessed) return;
  checkTypes(template, types);
  checkConditionNames(template);
  checkFunctionUse(template);
  checkReferences(template, types);
  checkMappings(template);
  // With conditions, what needs what depends on the parameters: the stack's instance checks that.
  if (Object.keys(template.conditions).length === 0) checkForCycles(dependencyGraph(template, {}));
}

/** What a template needs the caller to acknowledge, and why. */
export function requiredCapabilities(template: Template): { capabilities: string[]; reason?: string } {
  const iam = Object.values(template.resources).filter(({ Type }) => Type.startsWith("AWS::IAM::"));
  const NAMES = ["RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName"];
  // A policy's own name is required and no named IAM resource in this sense.
  const named = iam.some(({ Properties = {} }) => NAMES.some((name) => Properties[name] !== undefined));
  const capabilities = [...(iam.length === 0 ? [] : named ? ["CAPABILITY_NAMED_IAM"] : ["CAPABILITY_IAM"])];
  if (template.transforms.length > 0) capabilities.push("CAPABILITY_AUTO_EXPAND");
  const kinds = [...new Set(iam.map(({ Type }) => Type))];
  return {
    capabilities,
    ...(kinds.length > 0 && { reason: `The following resource(s) require capabilities: [${kinds.join(", ")}]` }),
  };
}

/**
 * @param reviewed for a change set, which shows what transforms have made: CAPABILITY_AUTO_EXPAND does not count then
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
 * @throws AwsError InsufficientCapabilitiesException where the caller has not acknowledged what the template does
 */
export function checkCapabilities(template: Template, given: readonly string[] = [], reviewed = false): void {
  const has = (capability: string) =>
    given.includes(capability) ||
    (capability === "CAPABILITY_IAM" && given.includes("CAPABILITY_NAMED_IAM")) ||
    (capability === "CAPABILITY_AUTO_EXPAND" && reviewed);
  const missing = requiredCapabilities(template).capabilities.filter((capability) => !has(capability));
  if (missing.length > 0) {
    throw new AwsError("InsufficientCapabilitiesException", `Requires capabilities : [${missing.join(", ")}]`);
  }
}

function checkTypes(template: Template, types: ResourceTypes) {
  const names = [...new Set(Object.values(template.resources).map(({ Type }) => Type))];
  const malformed = names.filter((name) => !/^(AWS|Custom|[A-Za-z0-9]+)::[A-Za-z0-9:@_-]+$/.test(name));
  if (malformed.length > 0) {
    throw invalid(`Template format error: Unrecognized resource types: [${malformed.join(", ")}]`);
  }
  const unknown = names.filter((name) => !Object.hasOwn(types, name));
  if (unknown.length > 0) throw notImplemented(`the resource types [${unknown.join(", ")}]`);
}

function checkConditionNames(template: Template) {
  const known = (name: string) => Object.hasOwn(template.conditions, name);
  const blocks = [
    ["Resources", template.resources],
    ["Outputs", template.outputs],
  ] as const;
  for (const [block, members] of blocks) {
    for (const [logicalId, member] of Object.entries<{ Condition?: string }>(members)) {
      const used = references(member)
        .filter(({ kind }) => kind === "Condition")
        .map(({ name }) => name);
      for (const name of [member.Condition, ...used]) {
        if (name !== undefined && !known(name)) {
          throw invalid(
            `Template format error: Unresolved condition '${name}' in the ${block} block of the template for ${logicalId}`,
          );
        }
      }
    }
  }
  const resourceReferences = references(Object.values(template.conditions)).filter(
    ({ kind, name }) => kind === "GetAtt" || !(name in template.parameters || PSEUDO_PARAMETERS.includes(name)),
  );
  const inConditions = resourceReferences.filter(({ kind }) => kind !== "Condition");
  if (inConditions.length > 0) {
    throw invalid(
      `Template format error: Unresolved dependencies [${unique(inConditions)}]. Cannot reference resources in the Conditions block of the template`,
    );
  }
}

function checkReferences(template: Template, types: ResourceTypes) {
  const { parameters, resources } = template;
  for (const [logicalId, { DependsOn = [] }] of Object.entries(resources)) {
    const dangling = [DependsOn].flat().filter((name) => !Object.hasOwn(resources, name));
    if (dangling.length > 0) {
      throw invalid(
        `Template format error: Unresolved resource dependencies [${dangling.join(", ")}] in the Resources block of the template`,
      );
    }
    if ([DependsOn].flat().includes(logicalId)) throw invalid(`Circular dependency between resources: [${logicalId}]`);
  }
  const inResources = Object.values(resources).map(({ Properties, Metadata }) => [Properties, Metadata]);
  const inOutputs = Object.values(template.outputs).map(({ Value, Export }) => [Value, Export]);
  for (const [block, values] of [["Resources", inResources] as const, ["Outputs", inOutputs] as const]) {
    const all = references(values);
    const known = (name: string) =>
      Object.hasOwn(resources, name) || Object.hasOwn(parameters, name) || PSEUDO_PARAMETERS.includes(name);
    const dangling = all.filter(({ kind, name }) => kind === "Ref" && !known(name));
    if (dangling.length > 0) {
      throw invalid(
        `Template format error: Unresolved resource dependencies [${unique(dangling)}] in the ${block} block of the template`,
      );
    }
    for (const reference of all) if (reference.kind === "GetAtt") checkAttribute(reference, resources, types);
  }
}

function checkAttribute(
  { name, attribute }: Extract<Reference, { kind: "GetAtt" }>,
  resources: Readonly<Record<string, ResourceDefinition>>,
  types: ResourceTypes,
) {
  const type = resources[name]?.Type;
  if (type === undefined) throw invalid(`Template error: instance of Fn::GetAtt references undefined resource ${name}`);
  if (!Object.hasOwn(types[type]?.attributes ?? {}, attribute)) {
    throw invalid(`Template error: resource ${name} does not support attribute type ${attribute} in Fn::GetAtt`);
  }
}

function checkMappings(template: Template) {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    const call = functionCall(value);
    const map = call?.name === "Fn::FindInMap" && Array.isArray(call.argument) ? call.argument[0] : undefined;
    if (typeof map === "string" && !Object.hasOwn(template.mappings, map)) {
      throw invalid(`Template error: Mapping named '${map}' is not present in the 'Mappings' section of template.`);
    }
    for (const item of Object.values(value)) visit(item);
  };
  visit([template.resources, template.outputs, template.conditions]);
}

function unique(found: readonly Reference[]): string {
  return [...new Set(found.map(({ name }) => name))].join(", ");
}
