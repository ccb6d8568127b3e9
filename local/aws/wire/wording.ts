import { AwsError } from "../errors.js";
import { lowerFirst } from "./path.js";
import type { Service } from "./services.js";
import type { Rule, Violation } from "./violations.js";

/**
 * What a service says to a request that its model rules out: to members that are absent though required (their paths), and
 * to values that break a rule.
 *
 * Most services put AWS's request validation in front, which lists everything in one message, under the code that the
 * service's "Common Errors" page names: https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/4014 (Elastic
 * Load Balancing), https://github.com/amazon-archives/amazon-cognito-identity-js/issues/388 (Cognito).
 */
export function refusal(
  service: Service,
  operation: string,
  missing: readonly string[],
  violations: readonly Violation[],
): AwsError {
  const first = missing.length === 0 ? violations[0] : undefined;
  const own = first && OWN_WORDS[service.signingName]?.(first, operation);
  if (own) return own;
  const problems = [
    ...missing.map((path) => `Value null at '${path}' failed to satisfy constraint: Member must not be null`),
    ...violations.map(
      ({ path, value, ...violation }) =>
        `Value${shown(value)} at '${path}' failed to satisfy constraint: ${constraint(violation)}`,
    ),
  ];
  const count = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
  // JSON services read a fraction as no number of theirs.
  const isUnread = service.protocolName === "awsJson" && violations.some(({ rule }) => rule.kind === "whole");
  const code = isUnread ? "SerializationException" : service.invalidInput;
  return new AwsError(code, `${count} detected: ${problems.join("; ")}`);
}

function constraint({ of, rule, rules }: Pick<Violation, "of" | "rule" | "rules">): string {
  if (of === "member") return sentence(rule);
  const subject = { items: "Member", keys: "Map keys", values: "Map value" }[of];
  return `${subject} must satisfy constraint: [${rules.map(sentence).join(", ")}]`;
}

function sentence(rule: Rule): string {
  switch (rule.kind) {
    case "enum":
      return `Member must satisfy enum value set: [${rule.names.join(", ")}]`;
    case "pattern":
      return `Member must satisfy regular expression pattern: ${rule.pattern}`;
    case "whole":
      return "Member must be a whole number";
    case "longest":
      return `Member must have length less than or equal to ${rule.bound}`;
    case "shortest":
      return `Member must have length greater than or equal to ${rule.bound}`;
    case "most":
      return `Member must have value less than or equal to ${rule.bound}`;
    case "least":
      return `Member must have value greater than or equal to ${rule.bound}`;
  }
}

/**
 * As Java prints it (a map: https://github.com/SWO-GS/auto-tag/issues/77); nothing where it is not to be repeated, and
 * where it is a list of structures, whose form nobody documents.
 */
function shown(value: unknown): string {
  const text = isMap(value) ? printedMap(value) : printed(value);
  return text === undefined ? "" : ` '${text}'`;
}

function printed(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const items = value.map(printed);
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  return typeof value === "object" || value === undefined ? undefined : String(value);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function printedMap(map: Record<string, unknown>): string | undefined {
  const entries = Object.entries(map).map(([key, value]) => [key, printed(value)]);
  return entries.some(([, value]) => value === undefined)
    ? undefined
    : `{${entries.map(([key, value]) => `${key}=${value}`).join(", ")}}`;
}

/** Services that say it otherwise: nothing if they do not about this violation. */
const OWN_WORDS: Readonly<Record<string, (first: Violation, operation: string) => AwsError | undefined>> = {
  ec2: ec2Refusal,
  ecs: ecsRefusal,
  iam: iamRefusal,
  route53: route53Refusal,
};

/**
 * One problem at a time, and a code of its own: https://github.com/aws/aws-sdk-ruby/pull/2575 quotes it.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
function ec2Refusal({ path, rule, broken }: Violation): AwsError {
  const parameter = path.replaceAll(".member", "");
  const wrong = (value: string, expected = "") =>
    new AwsError("InvalidParameterValue", `Value ${value} for parameter ${parameter} is invalid.${expected}`);
  if (rule.kind === "least")
    return wrong(`( ${broken} )`, ` Expecting a value greater than or equal to ${rule.bound}.`);
  if (rule.kind === "most") return wrong(`( ${broken} )`, ` Expecting a value smaller than or equal to ${rule.bound}.`);
  return wrong(`(${broken})`);
}

/** ECS has no request validation in front for enumerations: it names what there is, without what it was given. */
function ecsRefusal({ path, rule }: Violation, operation: string): AwsError | undefined {
  if (rule.kind !== "enum") return undefined;
  const member = path.replace(/^.*\.(?!member$)|\.member$/g, "");
  const words = member.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return new AwsError(
    // Whatever is wrong with a task definition is a ClientException.
    operation === "RegisterTaskDefinition" ? "ClientException" : "InvalidParameterException",
    `${words} should be one of [${rule.names.join(",")}]`,
  );
}

/** IAM checks the form of names and paths itself: https://github.com/aws-cloudformation/cfn-lint/issues/996 quotes it. */
function iamRefusal({ path, rule }: Violation): AwsError | undefined {
  if (rule.kind !== "pattern") return undefined;
  const rest = {
    "[\\w+=,.@-]+": "It must contain only alphanumeric characters and/or the following: +=,.@_-",
    "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)":
      "It must begin and end with / and contain only alphanumeric characters and/or / characters.",
  }[rule.pattern];
  return rest === undefined
    ? undefined
    : new AwsError("ValidationError", `The specified value for ${path} is invalid. ${rest}`);
}

/**
 * Route 53 holds the body against its XML schema, in Xerces' words:
 * https://github.com/hashicorp/terraform-provider-aws/issues/882. Ids in the path go by the name of their shape:
 * https://github.com/terraform-aws-modules/terraform-aws-acm/issues/63
 */
function route53Refusal({ path, rule, value, broken, shape }: Violation, operation: string): AwsError | undefined {
  const invalid = (message: string) => new AwsError("InvalidInput", message);
  if (!isInBody(operation, path)) {
    return invalid(
      `1 validation error detected: Value${shown(value)} at '${lowerFirst(shape)}' failed to satisfy constraint: ${sentence(rule)}`,
    );
  }
  const facet = (code: string, name: string, bound: string | number, length = "") =>
    invalid(
      `Invalid XML ; cvc-${code}-valid: Value '${broken}'${length} is not facet-valid with respect to ${name} '${bound}' for type '${shape}'.`,
    );
  if (Array.isArray(broken)) {
    const element = path.slice(path.lastIndexOf(".") + 1);
    const name = element.charAt(0).toUpperCase() + element.slice(1);
    return rule.kind === "shortest"
      ? invalid(`Invalid XML ; cvc-complex-type.2.4.b: The content of element '${name}' is not complete.`)
      : invalid(`Invalid XML ; cvc-complex-type.2.4.d: Invalid content was found in element '${name}'.`);
  }
  const length = ` with length = '${String(broken).length}'`;
  switch (rule.kind) {
    case "enum":
      return invalid(
        `Invalid XML ; cvc-enumeration-valid: Value '${broken}' is not facet-valid with respect to enumeration '[${rule.names.join(", ")}]'. It must be a value from the enumeration.`,
      );
    case "whole":
      return invalid(`Invalid XML ; cvc-datatype-valid.1.2.1: '${broken}' is not a valid value for 'integer'.`);
    case "pattern":
      return facet("pattern", "pattern", rule.pattern);
    case "longest":
      return facet("maxLength", "maxLength", rule.bound, length);
    case "shortest":
      return facet("minLength", "minLength", rule.bound, length);
    case "most":
      return facet("maxInclusive", "maxInclusive", rule.bound);
    case "least":
      return facet("minInclusive", "minInclusive", rule.bound);
  }
}

/** In Route 53's requests; what is not in the body is in the path or in the query. */
function isInBody(operation: string, path: string): boolean {
  return operation === "CreateHostedZone" || /^(changeBatch|addTags|removeTagKeys)\b/.test(path);
}
