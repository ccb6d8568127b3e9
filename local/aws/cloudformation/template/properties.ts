import type { Property, ResourceType, ValueType } from "../resource-types.js";
import { Unknown } from "./resolve.js";
import { schemaProblems } from "./resource-schema.js";
import { isObject } from "./template.js";

/** Something wrong with a resource's properties. `path` is a list such as ["Subnets", "0"]. */
export interface PropertyProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * Checks resolved properties against the resource's specification and schema, and brings values into the type it names:
 * CloudFormation takes "80" for a number, "true" for a boolean, and a number for a string.
 * @returns the properties as they go to the service, and what is wrong with them, in the words of AWS's schema
 * validation (`extraneous key [Foo] is not permitted`)
 */
export function checkProperties(
  type: ResourceType,
  properties: Readonly<Record<string, unknown>>,
): { properties: Record<string, unknown>; problems: PropertyProblem[] } {
  const problems: PropertyProblem[] = [];
  const result = checkObject(type.properties, properties, []);
  if (type.schema) problems.push(...schemaProblems(type.schema, result));
  return { properties: result, problems };

  function checkObject(
    specified: Readonly<Record<string, Property>>,
    value: Readonly<Record<string, unknown>>,
    path: readonly string[],
  ): Record<string, unknown> {
    const checked: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) {
      const property = specified[name];
      if (property) checked[name] = checkValue(property.type, item, [...path, name]);
      else problems.push({ path, message: `extraneous key [${name}] is not permitted` });
    }
    for (const [name, property] of Object.entries(specified)) {
      if (property.required && value[name] === undefined) {
        problems.push({ path, message: `required key [${name}] not found` });
      }
    }
    return checked;
  }

  function checkValue(expected: ValueType, value: unknown, path: readonly string[]): unknown {
    if (value instanceof Unknown) return value;
    if (value === null || value === undefined) {
      problems.push({ path, message: `expected type: ${typeName(expected)}, found: Null` });
      return value;
    }
    if (expected === "json") return value;
    if (typeof expected === "string") return checkScalar(expected, value, path);
    if ("enum" in expected) {
      const text = checkScalar("string", value, path);
      if (typeof text === "string" && !expected.enum.includes(text)) {
        problems.push({ path, message: "failed validation constraint for keyword [enum]" });
      }
      return text;
    }
    if ("union" in expected) {
      if (isObject(value) && expected.union.includes("json")) return value;
      return checkValue(expected.union.find((member) => member !== "json") ?? "json", value, path);
    }
    if ("list" in expected) {
      // A single value stands for a list of one, as CloudFormation takes it.
      if (typeof value === "string" && expected.list === "string") return [value];
      if (Array.isArray(value))
        return value.map((item, index) => checkValue(expected.list, item, [...path, String(index)]));
      problems.push({ path, message: `expected type: JSONArray, found: ${foundName(value)}` });
      return value;
    }
    if (!isObject(value)) {
      problems.push({ path, message: `expected type: JSONObject, found: ${foundName(value)}` });
      return value;
    }
    if ("map" in expected) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, checkValue(expected.map, item, [...path, key])]),
      );
    }
    return checkObject(type.definitions[expected.definition] ?? {}, value, path);
  }

  function checkScalar(expected: "string" | "integer" | "number" | "boolean", value: unknown, path: readonly string[]) {
    const text =
      typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
    const isText = text !== "" || value === "";
    if (expected === "string" && isText) return text;
    if (expected === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
    if (expected === "integer" && /^-?\d+$/.test(text)) return Number(text);
    if (expected === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
    problems.push({ path, message: `expected type: ${typeName(expected)}, found: ${foundName(value)}` });
    return value;
  }
}

/**
 * What identifies a resource whose identifier the template gives, such as a log group's name.
 * @returns the values joined by `|`; undefined where the service chooses one, or where one is not known yet
 */
export function identifierOf(type: ResourceType, properties: Readonly<Record<string, unknown>>): string | undefined {
  const values = type.primaryIdentifier.map((name) => properties[name]);
  return values.length > 0 && values.every((value) => typeof value === "string") ? values.join("|") : undefined;
}

/** Problems as AWS words the failure of a resource. */
export function validationMessage(logicalId: string, problems: readonly PropertyProblem[]): string {
  const lines = problems.map(({ path, message }) => `${["#", ...path].join("/")}: ${message}`);
  return `Properties validation failed for resource ${logicalId} with message:\n${lines.join("\n")}`;
}

function typeName(type: ValueType): string {
  if (typeof type !== "string") return "list" in type ? "JSONArray" : "enum" in type ? "String" : "JSONObject";
  return { string: "String", integer: "Integer", number: "Number", boolean: "Boolean", json: "JSONObject" }[type];
}

function foundName(value: unknown): string {
  if (Array.isArray(value)) return "JSONArray";
  if (isObject(value)) return "JSONObject";
  if (typeof value === "number") return "Integer";
  return typeof value === "boolean" ? "Boolean" : "String";
}
