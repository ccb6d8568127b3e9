import { notImplemented } from "../../errors.js";
import { unexpandedMembers } from "./loops.js";
import { checkName, LIMITS, readSections, section } from "./sections.js";
import { invalid, isObject, type ParameterDefinition, type Rule, type Template } from "./template.js";
import { parseTemplateBody } from "./yaml.js";

const SECTIONS = [
  ...["AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions"],
  ...["Transform", "Resources", "Outputs", "Hooks"],
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
  return {
    body,
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(root.Metadata !== undefined && { metadata: root.Metadata }),
    parameters: readParameters(section(root, "Parameters", LIMITS.parameters)),
    mappings: readMappings(section(root, "Mappings", LIMITS.mappings)),
    rules: readRules(section(root, "Rules")),
    transforms,
    ...(transforms.length === 0 ? readSections(root) : { ...unexpandedSections(root), unprocessed: root }),
  };
}

function unexpandedSections(root: Readonly<Record<string, unknown>>) {
  const resources = unexpandedMembers(root.Resources).filter(([, value]) => isObject(value) && "Type" in value);
  return { conditions: {}, outputs: {}, resources: Object.fromEntries(resources) as Template["resources"] };
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

function readRules(rules: Record<string, unknown>): Record<string, Rule> {
  for (const [name, rule] of Object.entries(rules)) {
    if (!isObject(rule) || !Array.isArray(rule.Assertions)) {
      throw invalid(`Template format error: Rule ${name} must contain a list of Assertions.`);
    }
  }
  return rules as unknown as Record<string, Rule>;
}

function checkForNulls(value: unknown, path: string): void {
  if (value === null) throw invalid(`Template format error: [${path}] 'null' values are not allowed in templates`);
  if (typeof value !== "object") return;
  for (const [key, member] of Object.entries(value as object)) checkForNulls(member, `${path}/${key}`);
}
