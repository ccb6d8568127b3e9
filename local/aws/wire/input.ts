import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError, notImplemented } from "../errors.js";
import { requiredMembers } from "./model.js";
import type { Service } from "./services.js";

/** What a request got wrong, collected while it is decoded, since AWS lists all violations in one message. */
export interface InputProblems {
  /** Paths of required members that are absent. */
  readonly missing: string[];
  /** Paths of members that the operation does not have. */
  readonly unknown: string[];
}

/**
 * Throws what `service` answers to a request with these problems.
 *
 * Members that are missing: the validation framework's text, which all services but EC2 share, under the code
 * that the service's "Common Errors" page names. Members that do not exist: EC2 and ECS refuse them; from the
 * others they are refused as something that the local AWS does not know, since a newer client may know a member
 * that this one would silently ignore.
 */
export function refuse(problems: InputProblems, service: Service, operation: string): void {
  const unknown = problems.unknown[0];
  if (unknown !== undefined) {
    if (service.protocolName === "ec2Query")
      throw new AwsError("UnknownParameter", `The parameter ${unknown} is not recognized`);
    if (service.signingName === "ecs")
      throw new AwsError("SerializationException", `Unrecognized field "${unknown}" in ${operation}`);
    throw notImplemented(`the parameter ${unknown} of ${service.signingName}:${operation}`);
  }
  const missing = problems.missing;
  if (missing[0] === undefined) return;
  if (service.protocolName === "ec2Query")
    throw new AwsError("MissingParameter", `The request must contain the parameter ${missing[0]}`);
  const violations = missing.map(
    (path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
  throw new AwsError(
    service.invalidInput,
    `${missing.length} validation error${missing.length > 1 ? "s" : ""} detected: ${violations.join("; ")}`,
  );
}

/** Notes the required members of `structure` that `value` lacks. Paths are AWS's: `tags.1.member.key`. */
export function noteMissing(
  structure: NormalizedSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
  { missing }: InputProblems,
  spell: (member: string) => string = lowerFirst,
): void {
  for (const member of requiredMembers(structure)) {
    if (value[member] === undefined || value[member] === null) missing.push(join(path, spell(member)));
  }
}

export function join(path: string, member: string): string {
  return path === "" ? member : `${path}.${member}`;
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A number, boolean, timestamp, blob or string out of its text, or undefined when the text does not fit. */
export function scalarFromText(schema: NormalizedSchema, text: string): unknown {
  if (schema.isStringSchema()) return text;
  if (schema.isBooleanSchema()) return text === "true" ? true : text === "false" ? false : undefined;
  if (schema.isNumericSchema()) return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
  if (schema.isTimestampSchema()) {
    const date = new Date(/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : text);
    return Number.isNaN(date.getTime()) ? undefined : date;
  }
  if (schema.isBlobSchema()) return new Uint8Array(Buffer.from(text, "base64"));
  return undefined;
}
