import type { NormalizedSchema } from "@smithy/core/schema";
import { outputViolations } from "./constraints.js";
import { type Operation, requiredMembers } from "./model.js";
import type { Service } from "./services.js";

/**
 * Throws when an output is not what AWS's model allows: a member that the operation does not have, one that it always
 * has and that is absent, a value of the wrong type, or one that the model rules out. That is a fault in the local
 * AWS, so it must not reach a client that would shrug it off.
 */
export function checkOutput({ signingName }: Service, { name, output }: Operation, value: unknown): void {
  // AWS always answers with the structure, if an empty one.
  checkShape(output, value ?? {}, name);
  const [violation] = outputViolations(signingName, name, value);
  if (violation !== undefined) throw new Error(violation);
}

function checkShape(schema: NormalizedSchema, value: unknown, path: string): void {
  if (schema.isUnitSchema() || schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) {
    const structure = asRecord(value, schema, path);
    const members = schema.getMemberSchemas();
    for (const [name, member] of Object.entries(structure)) {
      const memberSchema = members[name];
      if (member === undefined || name === "$metadata") continue;
      if (memberSchema === undefined) throw new Error(`${path} has no member ${name} in AWS's model`);
      checkShape(memberSchema, member, `${path}.${name}`);
    }
    for (const name of requiredMembers(schema))
      if (structure[name] === undefined) throw new Error(`${path} lacks ${name}, which AWS's model requires`);
    return;
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(schema, value, path);
    for (const [i, item] of value.entries()) checkShape(schema.getValueSchema(), item, `${path}[${i}]`);
    return;
  }
  if (schema.isMapSchema()) {
    for (const [key, item] of Object.entries(asRecord(value, schema, path)))
      checkShape(schema.getValueSchema(), item, `${path}.${key}`);
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
