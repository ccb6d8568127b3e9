import type { Parameter } from "@aws-sdk/client-cloudformation";
import { invalid, type ParameterDefinition } from "./template.js";

type Definitions = Readonly<Record<string, ParameterDefinition>>;

/** Types whose values name things in EC2, beside `String`, `Number` and lists; the existence is checked elsewhere. */
const AWS_TYPES = [
  ...[
    "AWS::EC2::AvailabilityZone::Name",
    "AWS::EC2::Image::Id",
    "AWS::EC2::Instance::Id",
    "AWS::EC2::KeyPair::KeyName",
  ],
  ...["AWS::EC2::SecurityGroup::GroupName", "AWS::EC2::SecurityGroup::Id", "AWS::EC2::Subnet::Id"],
  ...["AWS::EC2::Volume::Id", "AWS::EC2::VPC::Id", "AWS::Route53::HostedZone::Id"],
];

/** Whose value is the name of a parameter in Parameter Store. */
const NAME_OF_PARAMETER = "AWS::SSM::Parameter::Name";

/** AWS has no list of these. */
const NOT_IN_LISTS = ["AWS::EC2::KeyPair::KeyName"];

/** The type of a list's members, or undefined for a parameter that is no list. */
export function memberType(type: string): string | undefined {
  if (type === "CommaDelimitedList") return "String";
  return /^List<(.+)>$/.exec(type)?.[1];
}

/** What Parameter Store is to have for a parameter that takes its value from there; undefined for the others. */
export function storedType(type: string): string | undefined {
  return /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type)?.[1];
}

/**
 * The values of a template's parameters: those given, those kept from the stack (UsePreviousValue), the defaults.
 * @param given as in the request
 * @param previous the stack's values, for an update
 * @returns texts, as given; lists are still joined with commas
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 * @throws AwsError ValidationError in AWS's wording
 */
export function parameterValues(
  definitions: Definitions,
  given: readonly Parameter[],
  previous?: Readonly<Record<string, string>>,
): Record<string, string> {
  const undeclared = given
    .map(({ ParameterKey = "" }) => ParameterKey)
    .filter((key) => !Object.hasOwn(definitions, key));
  if (undeclared.length > 0) throw invalid(`Parameters: [${undeclared.join(", ")}] do not exist in the template`);
  const values: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, definition] of Object.entries(definitions)) {
    const entries = given.filter(({ ParameterKey }) => ParameterKey === name);
    if (entries.length > 1) throw invalid(`Parameter ${name} is specified more than once`);
    const value = givenValue(name, definition, entries[0], previous);
    if (value === undefined) missing.push(name);
    else values[name] = value;
  }
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(", ")}] must have values`);
  for (const [name, definition] of Object.entries(definitions)) checkValue(name, definition, values[name] ?? "");
  return values;
}

function givenValue(
  name: string,
  definition: ParameterDefinition,
  given: Parameter | undefined,
  previous: Readonly<Record<string, string>> | undefined,
): string | undefined {
  if (given?.UsePreviousValue) {
    if (given.ParameterValue !== undefined) {
      throw invalid(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true and non empty value for a parameter`,
      );
    }
    if (previous && Object.hasOwn(previous, name)) return previous[name];
    throw invalid(
      `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
    );
  }
  if (given?.ParameterValue !== undefined) {
    if (Buffer.byteLength(given.ParameterValue) > 4096) {
      throw invalid(`Parameter '${name}' must be at most 4096 bytes long`);
    }
    return given.ParameterValue;
  }
  return definition.Default === undefined ? undefined : String(definition.Default);
}

/**
 * What Ref gives for a parameter's value: lists apart, numbers as they are written.
 * @param values of those from Parameter Store, what it has
 */
export function parameterReferences(definitions: Definitions, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = definitions[name]?.Type ?? "String";
      return [name, memberType(storedType(type) ?? type) === undefined ? value : splitList(value)];
    }),
  );
}

/** The members of a list parameter; spaces around commas do not count. */
export function splitList(value: string): string[] {
  return value.split(",").map((member) => member.trim());
}

/** Checks that parameter definitions are sound in themselves; their defaults must satisfy their own constraints. */
export function checkDefinitions(definitions: Definitions): void {
  for (const [name, definition] of Object.entries(definitions)) {
    const stored = storedType(definition.Type);
    const listOf = memberType(stored ?? definition.Type);
    const type = listOf ?? stored ?? definition.Type;
    const isPlain = type === "String" || (type === "Number" && stored === undefined);
    const isKnown = isPlain || AWS_TYPES.includes(type) || definition.Type === NAME_OF_PARAMETER;
    if (!isKnown || (listOf !== undefined && NOT_IN_LISTS.includes(listOf))) {
      throw invalid(`Template format error: Unrecognized parameter type: ${definition.Type}`);
    }
    if (definition.AllowedPattern !== undefined) pattern(name, definition.AllowedPattern);
    if (/\{\{resolve:ssm:[^:{}]*\}\}/.test(String(definition.Default))) {
      throw invalid(`Template error: parameter ${name} should not contain ssm versionless resolver`);
    }
    if (definition.Default !== undefined) {
      try {
        checkValue(name, definition, String(definition.Default));
      } catch (error) {
        throw invalid(`Template format error: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}

function checkValue(name: string, definition: ParameterDefinition, value: string): void {
  const fail = (problem: string) => {
    const description = definition.ConstraintDescription;
    throw invalid(
      description === undefined
        ? `Parameter '${name}' ${problem}`
        : `Parameter ${name} failed to satisfy constraint: ${description}`,
    );
  };
  const listOf = memberType(definition.Type);
  const members = listOf === undefined ? [value] : splitList(value);
  const isNumber = (listOf ?? definition.Type) === "Number";
  const allowed = definition.AllowedValues?.map(String);
  const form = definition.AllowedPattern === undefined ? undefined : pattern(name, definition.AllowedPattern);
  for (const member of members) {
    if (isNumber && !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(member)) {
      throw invalid(`Parameter '${name}' must be a number`);
    }
    if (allowed && !allowed.includes(member)) fail("must be one of AllowedValues");
    if (form && !form.test(member)) fail(`must match pattern ${definition.AllowedPattern}`);
    if (definition.MinValue !== undefined && Number(member) < Number(definition.MinValue)) {
      fail(`must be a number not less than ${definition.MinValue}`);
    }
    if (definition.MaxValue !== undefined && Number(member) > Number(definition.MaxValue)) {
      fail(`must be a number not greater than ${definition.MaxValue}`);
    }
  }
  if (listOf !== undefined) return;
  if (definition.MinLength !== undefined && value.length < Number(definition.MinLength)) {
    fail(`must contain at least ${definition.MinLength} characters`);
  }
  if (definition.MaxLength !== undefined && value.length > Number(definition.MaxLength)) {
    fail(`must contain at most ${definition.MaxLength} characters`);
  }
}

/** AllowedPattern has to match the whole value. Java's expressions and ours differ only in rarely used parts. */
function pattern(name: string, source: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, "s");
  } catch {
    throw invalid(
      `Template format error: Parameter '${name}' AllowedPattern ${source} is not a valid regular expression`,
    );
  }
}
