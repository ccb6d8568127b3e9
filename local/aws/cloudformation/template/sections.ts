import { notImplemented } from "../../errors.js";
import { isLoop } from "./loops.js";
import { invalid, isObject, type OutputDefinition, type ResourceDefinition, type Template } from "./template.js";

/** The quotas of templates that are handed over inline. */
export const LIMITS = {
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

const RESOURCE_ATTRIBUTES = [
  ...["Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata"],
  ...["Description", "CreationPolicy", "UpdatePolicy"],
];
/**
 * The sections that transforms work on, once they have.
 * @throws AwsError ValidationError in AWS's wording
 */
export function readSections(
  root: Readonly<Record<string, unknown>>,
): Pick<Template, "conditions" | "resources" | "outputs"> {
  return {
    resources: readResources(root.Resources),
    conditions: readConditions(section(root, "Conditions")),
    outputs: readOutputs(section(root, "Outputs", LIMITS.outputs)),
  };
}

function readConditions(conditions: Record<string, unknown>): Record<string, unknown> {
  for (const name of Object.keys(conditions)) {
    refuseLoop(name, "Conditions");
    if (!/^[A-Za-z0-9&_]{1,255}$/.test(name)) {
      throw invalid(`Template format error: Conditions name ${name} is non alphanumeric.`);
    }
  }
  return conditions;
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
    refuseLoop(name, "Resources");
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
    checkPolicy(name, resource, "DeletionPolicy", ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"]);
    checkPolicy(name, resource, "UpdateReplacePolicy", ["Delete", "Retain", "Snapshot"]);
  }
  return resources as unknown as Record<string, ResourceDefinition>;
}

function checkPolicy(
  name: string,
  resource: Record<string, unknown>,
  attribute: "DeletionPolicy" | "UpdateReplacePolicy",
  allowed: readonly string[],
) {
  const value = resource[attribute];
  if (value === undefined) return;
  if (typeof value !== "string") {
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

/** Loops need AWS::LanguageExtensions, which takes them out of the template. */
function refuseLoop(name: string, section: string) {
  if (isLoop(name)) throw invalid(`Template format error: [/${section}/${name}] resource definition is malformed`);
}

function readOutputs(outputs: Record<string, unknown>): Record<string, OutputDefinition> {
  for (const [name, output] of Object.entries(outputs)) {
    refuseLoop(name, "Outputs");
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

/** A section of a template, empty where it is absent. */
export function section(
  root: Readonly<Record<string, unknown>>,
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

export function checkName(name: string, of: string) {
  if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
    throw invalid(`Template format error: ${of} name ${name} is non alphanumeric.`);
  }
}
