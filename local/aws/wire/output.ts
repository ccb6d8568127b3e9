import type { NormalizedSchema } from "@smithy/core/schema";
import { outputViolations } from "./constraints.js";
import { deviations } from "./deviations.js";
import { type Operation, requiredMembers } from "./model.js";
import type { Service } from "./services.js";

/**
 * Throws when an output is not what AWS's model allows: a member that the operation does not have, one that it always
 * has and that is absent, a value of the wrong type, or one that the model rules out. That is a fault in the local
 * AWS, so it must not reach a client that would shrug it off.
 */
export function checkOutput({ signingName }: Service, { name, output }: Operation, value: unknown): void {
  const found: string[] = [];
  // AWS always answers with the structure, if an empty one.
  checkShape(output, value ?? {}, name, found);
  const violations = [...found, ...outputViolations(signingName, name, value)];
  const ours = violations.filter((violation) => !deviations.some((deviation) => deviation.test(violation)));
  if (ours.length > 0) throw new Error(ours.join("; "));
}

function checkShape(schema: NormalizedSchema, value: unknown, path: string, found: string[]): void {
  if (schema.isUnitSchema() || schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) {
    if (!isRecord(value)) {
      found.push(mismatch(schema, value, path));
      return;
    }
    const members = schema.getMemberSchemas();
    for (const [name, member] of Object.entries(value)) {
      const memberSchema = members[name];
      if (member === undefined || name === "$metadata") continue;
      if (memberSchema === undefined) found.push(`${path} has no member ${name} in AWS's model`);
      else checkShape(memberSchema, member, `${path}.${name}`, found);
    }
    for (const name of requiredMembers(schema))
      if (value[name] === undefined) found.push(`${path} lacks ${name}, which AWS's model requires`);
    return;
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) found.push(mismatch(schema, value, path));
    else for (const [i, item] of value.entries()) checkShape(schema.getValueSchema(), item, `${path}[${i}]`, found);
    return;
  }
  if (schema.isMapSchema()) {
    if (!isRecord(value)) found.push(mismatch(schema, value, path));
    else
      for (const [key, item] of Object.entries(value))
        checkShape(schema.getValueSchema(), item, `${path}.${key}`, found);
    return;
  }
  const fits =
    (schema.isStringSchema() && typeof value === "string") ||
    (schema.isBooleanSchema() && typeof value === "boolean") ||
    (schema.isNumericSchema() && typeof value === "number" && Number.isFinite(value)) ||
    (schema.isTimestampSchema() && value instanceof Date && !Number.isNaN(value.getTime())) ||
    (schema.isBlobSchema() && value instanceof Uint8Array);
  if (!fits) found.push(mismatch(schema, value, path));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mismatch(schema: NormalizedSchema, value: unknown, path: string): string {
  return `${path} is ${typeof value} ${String(value)}, which is no ${schema.getName() ?? "value"}`;
}
