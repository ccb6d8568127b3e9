import { AwsError, notImplemented } from "../../errors.js";
import { parseTemplateBody } from "./yaml.js";

/** A template as read: structure checked, values still with their intrinsic functions. */
export interface Template {
  readonly body: string;
  readonly version?: string;
  readonly description?: string;
  readonly metadata?: unknown;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly resources: Readonly<Record<string, ResourceDefinition>>;
  readonly outputs: Readonly<Record<string, OutputDefinition>>;
  readonly transforms: readonly string[];
}

export interface ParameterDefinition {
  readonly Type: string;
  readonly Default?: unknown;
  readonly NoEcho?: unknown;
  readonly AllowedValues?: readonly unknown[];
  readonly AllowedPattern?: string;
  readonly MinLength?: unknown;
  readonly MaxLength?: unknown;
  readonly MinValue?: unknown;
  readonly MaxValue?: unknown;
  readonly Description?: string;
  readonly ConstraintDescription?: string;
}

export interface Rule {
  readonly RuleCondition?: unknown;
  readonly Assertions: readonly { readonly Assert: unknown; readonly AssertDescription?: string }[];
}

export interface ResourceDefinition {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: unknown;
  readonly Description?: string;
}

export interface OutputDefinition {
  readonly Value: unknown;
  readonly Description?: string;
  readonly Condition?: string;
  readonly Export?: { readonly Name: unknown };
}

/** The quotas of templates that are handed over inline. */
const LIMITS = {
  bodyBytes: 51_200,
  parameters: 200,
  resources: 500,
  outputs: 200,
  mappings: 200,
  descriptionBytes: 1024,
};

const SECTIONS = [
  ...["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions"],
  ...["Transform", "Resources", "Outputs", "Hooks"],
];
const RESOURCE_ATTRIBUTES = [
  ...["Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata"],
  ...["Description", "CreationPolicy", "UpdatePolicy"],
];
const PARAMETER_ATTRIBUTES = [
  ...["Type", "Default", "NoEcho", "AllowedValues", "AllowedPattern", "MinLength", "MaxLength", "MinValue"],
  ...["MaxValue", "Description", "ConstraintDescription"],
];

/**
 * Reads a template and checks its form, sections, names and quotas; references are checked by `validateTemplate`.
 * @param body JSON or YAML, at most 51,200 bytes
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 * @throws AwsError ValidationError in AWS's wording
 */
export function parseTemplate(body: string): Template {
  if (body.length === 0) {
    throw invalid(
      "1 validation error detected: Value '' at 'templateBody' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  }
  if (Buffer.byteLength(body) > LIMITS.bodyBytes) {
    throw invalid(
      `1 validation error detected: Value '${body}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${LIMITS.bodyBytes}`,
    );
  }
  const root = parseTemplateBody(body);
  if (!isObject(root)) throw invalid("Template format error: unsupported structure.");
  const unknown = Object.keys(root).filter((key) => !SECTIONS.includes(key));
  if (unknown.length > 0) throw invalid(`Invalid template property or properties [${unknown.join(", ")}]`);
  const version = root.AWSTemplateFormatVersion;
  if (version !== undefined && version !== "2010-09-09") {
    throw invalid("Template format error: [/AWSTemplateFormatVersion] unsupported value");
  }
  const description = root.Description;
  if (description !== undefined && typeof description !== "string") {
    throw invalid("Template format error: [/Description] Description must be a string.");
  }
  if (Buffer.byteLength(description ?? "") > LIMITS.descriptionBytes) {
    throw invalid(`Template format error: Template description is longer than ${LIMITS.descriptionBytes} bytes.`);
  }
  if (root.Hooks !== undefined) throw notImplemented("the Hooks section of templates");
  const resources = readResources(root.Resources);
  return {
    body,
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(root.Metadata !== undefined && { metadata: root.Metadata }),
    parameters: readParameters(section(root, "Parameters", LIMITS.parameters)),
    mappings: section(root, "Mappings", LIMITS.mappings),
    conditions: section(root, "Conditions"),
    rules: readRules(section(root, "Rules")),
    resources,
    outputs: readOutputs(section(root, "Outputs", LIMITS.outputs)),
    transforms: readTransforms(root.Transform),
  };
}

function readTransforms(transform: unknown): string[] {
  if (transform === undefined) return [];
  const transforms = [transform].flat();
  for (const name of transforms) {
    if (name !== "AWS::LanguageExtensions") throw notImplemented(`the transform ${JSON.stringify(name)}`);
  }
  return transforms.map(String);
}

function readParameters(parameters: Record<string, unknown>): Record<string, ParameterDefinition> {
  for (const [name, parameter] of Object.entries(parameters)) {
    checkName(name, "Parameters");
    if (!isObject(parameter)) throw invalid("Template format error: Any Parameters member must be an object.");
    if (typeof parameter.Type !== "string") {
      throw invalid("Template format error: Every Parameters object must contain a Type member.");
    }
    const [unknown] = Object.keys(parameter).filter((key) => !PARAMETER_ATTRIBUTES.includes(key));
    if (unknown) throw invalid(`Invalid template parameter property '${unknown}'`);
    if (isObject(parameter.Default) || Array.isArray(parameter.Default)) {
      throw invalid("Template format error: Every Default member must be a string.");
    }
  }
  return parameters as Record<string, ParameterDefinition>;
}

function readRules(rules: Record<string, unknown>): Record<string, Rule> {
  for (const [name, rule] of Object.entries(rules)) {
    if (!isObject(rule) || !Array.isArray(rule.Assertions)) {
      throw invalid(`Template format error: Rule ${name} must contain a list of Assertions.`);
    }
  }
  return rules as unknown as Record<string, Rule>;
}

function readResources(resources: unknown): Record<string, ResourceDefinition> {
  if (!isObject(resources) || Object.keys(resources).length === 0) {
    throw invalid("Template format error: At least one Resources member must be defined.");
  }
  const count = Object.keys(resources).length;
  if (count > LIMITS.resources) {
    throw invalid(
      `Template format error: Number of resources, ${count}, is greater than maximum allowed, ${LIMITS.resources}`,
    );
  }
  for (const [name, resource] of Object.entries(resources)) {
    checkName(name, "Resources");
    if (!isObject(resource)) {
      throw invalid(`Template format error: [/Resources/${name}] resource definition is malformed`);
    }
    if (typeof resource.Type !== "string") {
      throw invalid(`Template format error: [/Resources/${name}] Every Resources object must contain a Type member.`);
    }
    const [unknown] = Object.keys(resource).filter((key) => !RESOURCE_ATTRIBUTES.includes(key));
    if (unknown) throw invalid(`Invalid template resource property '${unknown}'`);
    if (resource.CreationPolicy !== undefined) throw notImplemented("the resource attribute CreationPolicy");
    if (resource.UpdatePolicy !== undefined) throw notImplemented("the resource attribute UpdatePolicy");
    if (resource.Properties !== undefined && !isObject(resource.Properties)) {
      throw invalid("Template format error: Any Properties member must be an object.");
    }
    checkPolicy(resource, "DeletionPolicy", ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"]);
    checkPolicy(resource, "UpdateReplacePolicy", ["Delete", "Retain", "Snapshot"]);
  }
  return resources as unknown as Record<string, ResourceDefinition>;
}

function checkPolicy(resource: Record<string, unknown>, attribute: string, allowed: readonly string[]) {
  const value = resource[attribute];
  if (value === undefined) return;
  if (typeof value !== "string") throw notImplemented(`intrinsic functions in ${attribute}`);
  if (!allowed.includes(value)) {
    throw invalid(`Template format error: Unrecognized ${attribute} ${value} for resource`);
  }
  if (value === "Snapshot") throw notImplemented(`${attribute}: Snapshot`);
}

function readOutputs(outputs: Record<string, unknown>): Record<string, OutputDefinition> {
  for (const [name, output] of Object.entries(outputs)) {
    checkName(name, "Outputs");
    if (!isObject(output) || output.Value === undefined) {
      throw invalid("Template format error: Every Outputs member must contain a Value object");
    }
    if (output.Value === null) throw invalid(`Template format error: [/Outputs/${name}] 'null' values are not allowed`);
    const [unknown] = Object.keys(output).filter(
      (key) => !["Value", "Description", "Condition", "Export"].includes(key),
    );
    if (unknown) throw invalid(`Invalid template output property '${unknown}'`);
    if (output.Export !== undefined && !(isObject(output.Export) && output.Export.Name !== undefined)) {
      throw invalid(
        `Template format error: Output ${name} is malformed. The Name field of every Export member must be specified.`,
      );
    }
  }
  return outputs as unknown as Record<string, OutputDefinition>;
}

function section(
  root: Record<string, unknown>,
  name: string,
  limit = Number.POSITIVE_INFINITY,
): Record<string, unknown> {
  const value = root[name] ?? {};
  if (!isObject(value)) throw invalid(`Template format error: Unresolved section ${name}: it must be an object.`);
  const count = Object.keys(value).length;
  if (count > limit) {
    const what = name.toLowerCase();
    throw invalid(`Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${limit}`);
  }
  return value;
}

function checkName(name: string, of: string) {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
    throw invalid(`Template format error: ${of} name ${name} is non alphanumeric.`);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A ValidationError, CloudFormation's answer to most bad requests. */
export function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
