import { createHash } from "node:crypto";
import type * as sdk from "@aws-sdk/client-ssm";
import { AwsError, notImplemented } from "../errors.js";

/** A parameter with its versions, oldest first; at most 100 are kept. */
export interface Parameter {
  readonly name: string;
  readonly arn: string;
  readonly type: sdk.ParameterType;
  readonly tags: Map<string, string>;
  readonly versions: ParameterVersion[];
}

export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly description: string | undefined;
  readonly allowedPattern: string | undefined;
  readonly tier: "Standard" | "Advanced";
  readonly keyId: string | undefined;
  readonly lastModifiedDate: Date;
  /** The ARN of who has put it. */
  readonly lastModifiedUser: string;
}

const NAME = /^[a-zA-Z0-9_.\-/]+$/;
const MAX_LEVELS = 15;
const SIZES = { Standard: 4096, Advanced: 8192 } as const;

/**
 * Checks the name of a parameter that is to be made.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
 * @throws AwsError ValidationException, AccessDeniedException, HierarchyLevelLimitExceededException
 */
export function checkName(name: string): void {
  if (/^\/aws(\/|$)/i.test(name)) {
    throw new AwsError("AccessDeniedException", `No access to reserved parameter name: ${name}.`);
  }
  if (/^\/?(aws|ssm)/i.test(name)) {
    throw validation('Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');
  }
  if (!NAME.test(name)) {
    throw validation(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  }
  if (name.includes("/") && !name.startsWith("/")) throw validation("Parameter name must be a fully qualified name.");
  if (name.split("/").filter(Boolean).length > MAX_LEVELS) {
    throw new AwsError(
      "HierarchyLevelLimitExceededException",
      `A hierarchy can have a maximum of ${MAX_LEVELS} levels. For more information, see Requirements and constraints for parameter names in the AWS Systems Manager User Guide.`,
    );
  }
}

/**
 * Checks a value and says which tier holds it.
 * @param current the parameter's tier so far: it never goes back from Advanced
 * @throws AwsError ValidationException, ParameterPatternMismatchException, InvalidAllowedPatternException
 */
export function checkValue(
  { Value: value = "", AllowedPattern: pattern, Tier: tier }: sdk.PutParameterRequest,
  current: ParameterVersion["tier"] | undefined,
): ParameterVersion["tier"] {
  if (value === "") {
    throw validation(
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
    );
  }
  if (/\{\{.*\}\}/s.test(value)) {
    throw validation('Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.');
  }
  if (pattern !== undefined && pattern !== "" && !allowed(pattern).test(value)) {
    throw new AwsError(
      "ParameterPatternMismatchException",
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
  }
  if (current === "Advanced" && tier === "Standard") {
    throw validation(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  }
  const size = Buffer.byteLength(value);
  const grown = tier === "Intelligent-Tiering" && size > SIZES.Standard ? "Advanced" : "Standard";
  const chosen = tier === "Advanced" || current === "Advanced" ? "Advanced" : grown;
  if (size > SIZES[chosen]) {
    throw validation(
      chosen === "Standard"
        ? "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html"
        : "Advanced tier parameters support a maximum parameter value of 8192 characters.",
    );
  }
  return chosen;
}

/** What a request names: a parameter by name or ARN, and perhaps one of its versions (`name:3`). */
export interface Selection {
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
  /** As it was given, with its colon. */
  readonly selector: string | undefined;
}

/**
 * Finds what a request names.
 * @returns undefined for a parameter that is not there
 * @throws AwsError ParameterVersionNotFound; NotImplementedByLocalAws for labels, AWS's public parameters and
 * references to Secrets Manager
 */
export function findParameter(parameters: ReadonlyMap<string, Parameter>, given: string): Selection | undefined {
  const { name, selector } = splitSelector(given.trim());
  if (/^\/aws\/service\//.test(name)) throw notImplemented(`AWS's public parameters (${name})`);
  if (/^\/aws\/reference\//.test(name)) throw notImplemented(`references from Parameter Store to Secrets Manager`);
  const parameter = name.startsWith("arn:")
    ? [...parameters.values()].find(({ arn }) => arn === name)
    : parameters.get(name);
  if (parameter === undefined) return undefined;
  if (selector !== undefined && !/^\d+$/.test(selector)) throw notImplemented(`parameter labels (${given})`);
  const version =
    selector === undefined
      ? parameter.versions.at(-1)
      : parameter.versions.find((each) => each.version === Number(selector));
  if (version === undefined) {
    throw new AwsError(
      "ParameterVersionNotFound",
      `Systems Manager could not find version ${selector} of ${parameter.name}. Verify the version and try again.`,
    );
  }
  return { parameter, version, selector: selector === undefined ? undefined : `:${selector}` };
}

/** The name or ARN, and the version or label behind it. */
export function splitSelector(given: string): { name: string; selector: string | undefined } {
  const [, name = given, selector] = /^((?:arn:[^:]*:ssm:[^:]*:[^:]*:)?[^:]*)(?::([^:]*))?$/.exec(given) ?? [];
  return { name, selector };
}

/** What GetParameter says of it. A SecureString that is not to be decrypted is shown as it is kept. */
export function describeValue(
  { parameter, version, selector }: Selection,
  { decrypted = false }: { decrypted?: boolean | undefined },
): sdk.Parameter {
  const { name, arn, type } = parameter;
  return {
    Name: name,
    Type: type,
    Value: type === "SecureString" && !decrypted ? ciphertext(version.value) : version.value,
    Version: version.version,
    ...(selector !== undefined && { Selector: selector }),
    LastModifiedDate: version.lastModifiedDate,
    ARN: arn,
    DataType: "text",
  };
}

/** What DescribeParameters says of it: all but the value. */
export function describeParameter({ name, arn, type, versions }: Parameter): sdk.ParameterMetadata {
  const newest = versions.at(-1);
  return {
    Name: name,
    ARN: arn,
    Type: type,
    ...(newest?.keyId !== undefined && { KeyId: newest.keyId }),
    ...(newest && { LastModifiedDate: newest.lastModifiedDate, LastModifiedUser: newest.lastModifiedUser }),
    ...(newest?.description !== undefined && { Description: newest.description }),
    ...(newest?.allowedPattern !== undefined && { AllowedPattern: newest.allowedPattern }),
    ...(newest && { Version: newest.version, Tier: newest.tier }),
    Policies: [],
    DataType: "text",
  };
}

export function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

function allowed(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch {
    throw new AwsError("InvalidAllowedPatternException", `The allowed pattern ${pattern} is not valid.`);
  }
}

/** Looks like what KMS makes of a value; nothing can be made of it. */
function ciphertext(value: string): string {
  return `AQICAH${createHash("sha512").update(`parameter ${value}`).digest("base64")}`;
}
