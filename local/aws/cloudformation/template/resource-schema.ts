import type { PropertyProblem } from "./properties.js";
import { findUnknown, Unknown } from "./resolve.js";
import { isObject } from "./template.js";

/**
 * What AWS's schema of a resource type says of values, beside the names and types in resource-types.json.
 * resource-schemas.json is written by scripts/resource-schemas.mjs; keywords mean what they mean in JSON Schema.
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
export interface ResourceSchema {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ResourceSchema>>;
  readonly items?: ResourceSchema;
  /** Patterns one of which each key of a map has to match. */
  readonly keys?: readonly string[];
  readonly anyOf?: readonly ResourceSchema[];
  readonly oneOf?: readonly ResourceSchema[];
  readonly allOf?: readonly ResourceSchema[];
}

/**
 * Checks a value against the constraints of its schema. What is not known yet is left out.
 * @param value of the types that the specification names
 * @returns in the words of AWS's validator, which does not tell the values that patterns, ranges and enumerations are
 * about: https://github.com/aws-cloudformation/cloudformation-resource-schema
 */
export function schemaProblems(
  schema: ResourceSchema,
  value: unknown,
  path: readonly string[] = [],
): PropertyProblem[] {
  if (value instanceof Unknown || value === null || value === undefined) return [];
  const own = [...valueMessages(schema, value), ...keyMessages(schema, value)];
  return [
    ...own.map((message) => ({ path, message })),
    ...combinationProblems(schema, value, path),
    ...innerProblems(schema, value, path),
  ];
}

function valueMessages(schema: ResourceSchema, value: unknown): string[] {
  const hidden = (keyword: string) => `failed validation constraint for keyword [${keyword}]`;
  const found: string[] = [];
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
    const { length } = [...value];
    if (length < minLength) found.push(`expected minLength: ${minLength}, actual: ${length}`);
    if (length > maxLength) found.push(`expected maxLength: ${maxLength}, actual: ${length}`);
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) found.push(hidden("pattern"));
  }
  if (typeof value === "number") {
    if (schema.minimum !== undefined && value < schema.minimum) found.push(hidden("minimum"));
    if (schema.maximum !== undefined && value > schema.maximum) found.push(hidden("maximum"));
  }
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = schema;
    const { length } = value;
    if (length < minItems) found.push(`expected minimum item count: ${minItems}, found: ${length}`);
    if (length > maxItems) found.push(`expected maximum item count: ${maxItems}, found: ${length}`);
    const known = value.filter((item) => findUnknown(item) === undefined);
    if (uniqueItems && new Set(known.map(inOrder)).size < known.length) found.push("array items are not unique");
  }
  if (schema.enum && !schema.enum.includes(value)) found.push(hidden("enum"));
  return found;
}

function keyMessages({ required = [], keys }: ResourceSchema, value: unknown): string[] {
  if (!isObject(value)) return [];
  const missing = required.filter((name) => value[name] === undefined);
  const isAllowed = (key: string) => keys?.some((pattern) => new RegExp(pattern, "u").test(key)) ?? true;
  const extraneous = Object.keys(value).filter((key) => !isAllowed(key));
  return [
    ...missing.map((name) => `required key [${name}] not found`),
    ...extraneous.map((key) => `extraneous key [${key}] is not permitted`),
  ];
}

function combinationProblems(
  { anyOf = [], oneOf = [], allOf = [] }: ResourceSchema,
  value: unknown,
  path: readonly string[],
): PropertyProblem[] {
  const combined = (options: readonly ResourceSchema[], failure: (matching: number) => string | undefined) => {
    if (options.length === 0) return [];
    const found = options.map((option) => schemaProblems(option, value, path));
    const message = failure(found.filter((problems) => problems.length === 0).length);
    return message === undefined ? [] : [{ path, message: `#: ${message}` }, ...found.flat()];
  };
  return [
    ...combined(anyOf, (matching) =>
      matching > 0 ? undefined : `no subschema matched out of the total ${anyOf.length} subschemas`,
    ),
    ...combined(oneOf, (matching) => (matching === 1 ? undefined : `${matching} subschemas matched instead of one`)),
    ...combined(allOf, (matching) =>
      matching === allOf.length ? undefined : `only ${matching} subschema matches out of ${allOf.length}`,
    ),
  ];
}

function innerProblems(
  { properties = {}, items }: ResourceSchema,
  value: unknown,
  path: readonly string[],
): PropertyProblem[] {
  if (Array.isArray(value) && items) {
    return value.flatMap((item, index) => schemaProblems(items, item, [...path, String(index)]));
  }
  if (!isObject(value)) return [];
  return Object.entries(properties).flatMap(([name, inner]) => schemaProblems(inner, value[name], [...path, name]));
}

/** A value as text in which the order of an object's members does not count. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
