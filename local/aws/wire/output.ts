import type { NormalizedSchema } from "@smithy/core/schema";

/**
 * Throws when an output does not fit its schema: a member the operation does not have, or a value of the wrong
 * type. That is a fault in the local AWS, so it must not reach a client that would shrug it off.
 */
export function checkOutput(schema: NormalizedSchema, value: unknown, path: string): void {
  if (value === undefined || value === null) return;
  if (schema.isUnitSchema() || schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) {
    const structure = asRecord(value, schema, path);
    const members = schema.getMemberSchemas();
    for (const [name, member] of Object.entries(structure)) {
      const memberSchema = members[name];
      if (memberSchema === undefined) {
        if (member === undefined || name === "$metadata") continue;
        throw new Error(`${path} has no member ${name} in AWS's model`);
      }
      checkOutput(memberSchema, member, `${path}.${name}`);
    }
    return;
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(schema, value, path);
    for (const [i, item] of value.entries()) checkOutput(schema.getValueSchema(), item, `${path}[${i}]`);
    return;
  }
  if (schema.isMapSchema()) {
    for (const [key, item] of Object.entries(asRecord(value, schema, path)))
      checkOutput(schema.getValueSchema(), item, `${path}.${key}`);
    return;
  }
  const fits =
    (schema.isStringSchema() && typeof value === "string") ||
    (schema.isBooleanSchema() && typeof value === "boolean") ||
    (schema.isNumericSchema() && typeof value === "number" && Number.isFinite(value)) ||
    (schema.isTimestampSchema() && value instanceof Date && !Number.isNaN(value.getTime())) ||
    (schema.isBlobSchema() && value instanceof Uint8Array);
  if (!fits) throw mismatch(schema, value, path);
}

function asRecord(value: unknown, schema: NormalizedSchema, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(schema, value, path);
  return value as Record<string, unknown>;
}

function mismatch(schema: NormalizedSchema, value: unknown, path: string): Error {
  return new Error(`${path} is ${typeof value} ${String(value)}, which is no ${schema.getName() ?? "value"}`);
}
