import { type ResourceType, resourceTypes, type ValueType } from "../resource-types.js";
import { isObject } from "../template/template.js";

/**
 * The properties of an ECS resource as ECS's API names them: the same names, but beginning in lower case
 * (`EFSVolumeConfiguration` is `efsVolumeConfiguration`). Keys of maps, such as log options, are the user's own.
 */
export function apiNames(typeName: string, properties: object): Record<string, unknown> {
  const type = resourceTypes[typeName];
  if (!type) throw new Error(`no specification of ${typeName}`);
  return members(type, type.properties, { ...properties });
}

function members(type: ResourceType, specified: ResourceType["properties"], value: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [apiName(name), convert(type, specified[name]?.type ?? "json", item)]),
  );
}

function convert(type: ResourceType, valueType: ValueType, value: unknown): unknown {
  if (typeof valueType === "string") return value;
  if ("list" in valueType && Array.isArray(value)) return value.map((item) => convert(type, valueType.list, item));
  if (!("definition" in valueType) || !isObject(value)) return value;
  return members(type, type.definitions[valueType.definition] ?? {}, value);
}

function apiName(name: string): string {
  if (name.startsWith("FSx")) return `fsx${name.slice(3)}`;
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
