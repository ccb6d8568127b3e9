import { readFileSync } from "node:fs";
import { at, entries, intrinsic, items, ROOT, type Value } from "./template.js";

/**
 * AWS's resource specification, as scripts/resource-types.mjs writes it; resource-types.ts beside it has the shape.
 */
type Type =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "json"
  | { enum: string[] }
  | { list: Type }
  | { map: Type }
  | { definition: string }
  | { union: Type[] };
type Properties = Record<string, { type: Type; required?: boolean }>;
interface ResourceType {
  properties: Properties;
  definitions: Record<string, Properties>;
  attributes: Record<string, Type>;
}

export const resourceTypes: Record<string, ResourceType> = JSON.parse(
  readFileSync(`${ROOT}local/aws/cloudformation/resource-types.json`, "utf8"),
);

/**
 * What is wrong with a template's resources by AWS's specification: types that do not exist, properties that do not
 * exist, are missing, or have a value of another type. Intrinsic functions count by what they give.
 */
export function specificationProblems(template: Value): string[] {
  return entries(at(template, "Resources")).flatMap(([id, resource]) => {
    const name = String(at(resource, "Type"));
    const type = resourceTypes[name];
    if (!type) return [`${id}: there is no resource type ${name}`];
    const check = checker(template, type);
    return check.properties(type.properties, at(resource, "Properties") ?? {}, id);
  });
}

function checker(template: Value, resourceType: ResourceType) {
  return { properties, value };

  function properties(known: Properties, object: Value, path: string): string[] {
    const given = Object.fromEntries(entries(object));
    const missing = Object.entries(known)
      .filter(([name, { required }]) => required && given[name] === undefined)
      .map(([name]) => `${path}: ${name} is missing`);
    const wrong = Object.entries(given).flatMap(([name, item]) => {
      const property = known[name];
      return property ? value(property.type, item, `${path}.${name}`) : [`${path}: there is no property ${name}`];
    });
    return [...missing, ...wrong];
  }

  function value(type: Type, given: Value, path: string): string[] {
    const call = intrinsic(given);
    if (call) return result(type, call, path);
    if (typeof type === "object" && "list" in type) {
      return Array.isArray(given)
        ? items(given).flatMap((item, index) => value(type.list, item, `${path}[${index}]`))
        : [`${path}: must be a list`];
    }
    if (typeof type === "object" && "definition" in type) {
      const known = resourceType.definitions[type.definition];
      if (!known) return [`${path}: the specification has no ${type.definition}`];
      if (given === null || typeof given !== "object" || Array.isArray(given)) return [`${path}: must be an object`];
      return properties(known, given, path);
    }
    if (typeof type === "object" && "map" in type) {
      return entries(given).flatMap(([key, item]) => value(type.map, item, `${path}.${key}`));
    }
    if (typeof type === "object" && "union" in type) {
      const attempts = type.union.map((option) => value(option, given, path));
      return attempts.find((problems) => problems.length === 0) ?? attempts.flat();
    }
    return fits(type, given) ? [] : [`${path}: ${JSON.stringify(given)} is no ${JSON.stringify(type)}`];
  }

  /** What an intrinsic function gives, held against the type wanted. */
  function result(type: Type, [name, argument]: [string, Value], path: string): string[] {
    if (name === "Fn::If") return [1, 2].flatMap((branch) => value(type, at(argument, branch) ?? null, path));
    if (name === "Ref" && argument === "AWS::NoValue") return [];
    const parameter = name === "Ref" ? at(template, "Parameters", String(argument)) : undefined;
    const kind = parameter ? String(at(parameter, "Type")) : name;
    const givesList = /^(List<|CommaDelimitedList$|Fn::(Cidr|GetAZs|Split)$)/.test(kind);
    const wantsList = typeof type === "object" && "list" in type;
    // A policy document is free JSON: a list of ARNs is as good in it as one.
    if (type === "json") return [];
    if (givesList !== wantsList)
      return [`${path}: ${name} ${JSON.stringify(argument)} gives ${givesList ? "a" : "no"} list`];
    const wantsObject = typeof type === "object" && ("definition" in type || "map" in type);
    if (wantsObject) return [`${path}: ${name} gives no object`];
    if ((type === "integer" || type === "number") && kind !== "Number") return [`${path}: ${name} gives no number`];
    if (type === "boolean") return [`${path}: ${name} gives no boolean`];
    if (typeof type === "object" && "enum" in type && parameter) {
      return items(at(parameter, "AllowedValues")).flatMap((allowed) => value(type, allowed, path));
    }
    return [];
  }
}

function fits(type: Type, given: Value): boolean {
  if (type === "json") return true;
  if (type === "boolean") return typeof given === "boolean";
  if (type === "integer") return Number.isInteger(given);
  if (type === "number") return typeof given === "number";
  if (typeof type === "object" && "enum" in type) return type.enum.includes(String(given));
  // A number where AWS wants text is text to CloudFormation.
  return typeof given === "string" || typeof given === "number";
}
