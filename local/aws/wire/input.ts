import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError, notImplemented } from "../errors.js";
import { requiredMembers } from "./model.js";
import { join, lowerFirst } from "./path.js";
import type { Service } from "./services.js";
import { requestViolations } from "./violations.js";
import { refusal } from "./wording.js";

/** What a request got wrong, collected while it is decoded, since AWS lists all violations in one message. */
export interface InputProblems {
  /** Paths of required members that are absent. */
  readonly missing: string[];
  /** Paths of members that the operation does not have. */
  readonly unknown: string[];
}

/**
 * Throws what `service` answers to a request with these problems, or whose `input` AWS's model rules out.
 *
 * Members that do not exist: EC2 and ECS refuse them; from the others they are refused as something that the local AWS
 * does not know, since a newer client may know a member that this one would silently ignore.
 */
export function refuse(problems: InputProblems, service: Service, operation: string, input: object): void {
  const unknown = problems.unknown[0];
  if (unknown !== undefined) {
    if (service.protocolName === "ec2Query")
      throw new AwsError("UnknownParameter", `The parameter ${unknown} is not recognized`);
    if (service.signingName === "ecs")
      throw new AwsError("SerializationException", `Unrecognized field "${unknown}" in ${operation}`);
    throw notImplemented(`the parameter ${unknown} of ${service.signingName}:${operation}`);
  }
  const missing = problems.missing;
  if (missing[0] !== undefined && service.protocolName === "ec2Query")
    throw new AwsError("MissingParameter", `The request must contain the parameter ${missing[0]}`);
  refuseViolations(service, operation, input, missing);
}

/**
 * Throws what `service` answers where AWS's model of an operation rules out what is in `input`, or requires what is
 * `missing` from it (paths).
 */
export function refuseViolations(
  service: Service,
  operation: string,
  input: unknown,
  missing: readonly string[] = [],
): void {
  const violations = requestViolations(service.signingName, operation, input);
  if (missing.length + violations.length > 0) throw refusal(service, operation, missing, violations);
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
