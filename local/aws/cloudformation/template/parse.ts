import { notImplemented } from "../../errors.js";
import {
  invalid,
  isObject,
  type OutputDefinition,
  type ParameterDefinition,
  type ResourceDefinition,
  type Rule,
  type Template,
} from "./template.js";
import { parseTemplateBody } from "./yaml.js";

/** The quotas of templates that are handed over inline. */
const LIMITS = {
  bodyBytes: 51_200,
  parameters: 200,
  resources: 500,
  outputs: 200,
  mappings: 200,
  mappingAttributes: 200,
  nameLength: 255,
  descriptionBytes: 1024,
  parameterDescriptionLength: 4000,
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
  checkForNulls(root, "");
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
  const transforms = readTransforms(root.Transform);
  const extended = transforms.includes("AWS::LanguageExtensions");
  const resources = readResources(root.Resources, extended);
  return {
    body,
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(root.Metadata !== undefined && { metadata: root.Metadata }),
    parameters: readParameters(section(root, "Parameters", LIMITS.parameters)),
    mappings: readMappings(section(root, "Mappings", LIMITS.mappings)),
    conditions: readConditions(section(root, "Conditions"), extended),
    rules: readRules(section(root, "Rules")),
    resources,
    outputs: readOutputs(section(root, "Outputs", LIMITS.outputs), extended),
    transforms,
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
    const { AllowedValues: allowed, NoEcho: noEcho, Description: description } = parameter;
    if (allowed !== undefined && !(Array.isArray(allowed) && allowed.every((value) => typeof value !== "object"))) {
      throw invalid("Template format error: Every AllowedValues member must be a list of strings.");
    }
    if (noEcho !== undefined && !/^(true|false)$/.test(String(noEcho))) {
      throw invalid(`Template format error: Parameter '${name}' NoEcho must be true or false.`);
    }
    if (typeof description === "string" && description.length > LIMITS.parameterDescriptionLength) {
      throw invalid(
        `Template format error: Parameter '${name}' description is longer than ${LIMITS.parameterDescriptionLength} characters.`,
      );
    }
  }
  return parameters as Record<string, ParameterDefinition>;
}

/** Mappings hold literals alone: texts or lists of texts, two levels deep. */
function readMappings(mappings: Record<string, unknown>): Record<string, unknown> {
  const isText = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);
  for (const [name, mapping] of Object.entries(mappings)) {
    checkName(name, "Mappings");
    const rows = isObject(mapping) ? Object.entries(mapping) : [];
    if (rows.length === 0 || !rows.every(([, row]) => isObject(row) && Object.keys(row).length > 0)) {
      throw invalid(`Template format error: Every Mappings member ${name} must be a map of maps`);
    }
    for (const [key, row] of rows as [string, Record<string, unknown>][]) {
      const attributes = Object.entries(row);
      const many = [rows.length, attributes.length].find((count) => count > LIMITS.mappingAttributes);
      if (many !== undefined) {
        throw invalid(
          `Template format error: Number of mapping attributes, ${many}, is greater than maximum allowed, ${LIMITS.mappingAttributes}`,
        );
      }
      const odd = /^[A-Za-z0-9.-]{1,255}$/.test(key)
        ? attributes.find(([attribute]) => !/^[A-Za-z0-9]{1,255}$/.test(attribute))?.[0]
        : key;
      if (odd !== undefined) {
        throw invalid(
          `Template format error: Mappings attribute name '${odd}' must contain only alphanumeric characters.`,
        );
      }
      if (!attributes.every(([, value]) => isText(value) || (Array.isArray(value) && value.every(isText)))) {
        throw invalid("Template format error: Every Mappings attribute must be a String or a List.");
      }
    }
  }
  return mappings;
}

function readConditions(conditions: Record<string, unknown>, extended: boolean): Record<string, unknown> {
  for (const name of Object.keys(conditions)) {
    refuseLoop(name, "Conditions", extended);
    if (!/^[A-Za-z0-9&_]{1,255}$/.test(name)) {
      throw invalid(`Template format error: Conditions name ${name} is non alphanumeric.`);
    }
  }
  return conditions;
}

function readRules(rules: Record<string, unknown>): Record<string, Rule> {
  for (const [name, rule] of Object.entries(rules)) {
    if (!isObject(rule) || !Array.isArray(rule.Assertions)) {
      throw invalid(`Template format error: Rule ${name} must contain a list of Assertions.`);
    }
  }
  return rules as unknown as Record<string, Rule>;
}

function readResources(resources: unknown, extended: boolean): Record<string, ResourceDefinition> {
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
    refuseLoop(name, "Resources", extended);
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
    if (resource.Condition !== undefined && typeof resource.Condition !== "string") {
      throw invalid("Template format error: Every Condition member must be a string.");
    }
    if (![resource.DependsOn ?? []].flat().every((other) => typeof other === "string")) {
      throw invalid("Template format error: DependsOn must be a string or list of strings.");
    }
    checkPolicy(name, resource, "DeletionPolicy", ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"], extended);
    checkPolicy(name, resource, "UpdateReplacePolicy", ["Delete", "Retain", "Snapshot"], extended);
  }
  return resources as unknown as Record<string, ResourceDefinition>;
}

function checkPolicy(
  name: string,
  resource: Record<string, unknown>,
  attribute: "DeletionPolicy" | "UpdateReplacePolicy",
  allowed: readonly string[],
  extended: boolean,
) {
  const value = resource[attribute];
  if (value === undefined) return;
  if (typeof value !== "string") {
    if (extended) throw notImplemented(`intrinsic functions in ${attribute}`);
    throw invalid(`Template format error: Every ${attribute} member must be a string.`);
  }
  if (!allowed.includes(value)) {
    throw invalid(`Template format error: Unrecognized ${attribute} ${value} for resource ${name}`);
  }
  // None of the types that are known here can be copied before it goes.
  if (value === "Snapshot") {
    const policy = attribute === "DeletionPolicy" ? "deletion policy" : "update replace policy";
    throw invalid(`Template error: resource type ${resource.Type} does not support ${policy} Snapshot`);
  }
}

/** A loop has a name such as `Fn::ForEach::Buckets`. */
function refuseLoop(name: string, section: string, extended: boolean) {
  if (!name.startsWith("Fn::ForEach")) return;
  if (extended) throw notImplemented("Fn::ForEach");
  throw invalid(`Template format error: [/${section}/${name}] resource definition is malformed`);
}

function checkForNulls(value: unknown, path: string): void {
  if (value === null) throw invalid(`Template format error: [${path}] 'null' values are not allowed in templates`);
  if (typeof value !== "object") return;
  for (const [key, member] of Object.entries(value as object)) checkForNulls(member, `${path}/${key}`);
}

function readOutputs(outputs: Record<string, unknown>, extended: boolean): Record<string, OutputDefinition> {
  for (const [name, output] of Object.entries(outputs)) {
    refuseLoop(name, "Outputs", extended);
    checkName(name, "Outputs");
    if (!isObject(output) || output.Value === undefined) {
      throw invalid("Template format error: Every Outputs member must contain a Value object");
    }
    const [unknown] = Object.keys(output).filter(
      (key) => !["Value", "Description", "Condition", "Export"].includes(key),
    );
    if (unknown) throw invalid(`Invalid template output property '${unknown}'`);
    if (output.Condition !== undefined && typeof output.Condition !== "string") {
      throw invalid("Template format error: Every Condition member must be a string.");
    }
    if (String(output.Description ?? "").length > LIMITS.descriptionBytes) {
      throw invalid(`Template format error: Output ${name} description is longer than ${LIMITS.descriptionBytes}.`);
    }
    if (output.Export !== undefined && !(isObject(output.Export) && output.Export.Name !== undefined)) {
      throw invalid(
        `Template format error: Output ${name} is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens.`,
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
