import { BlockList, isIPv4, isIPv6 } from "node:net";
import { notImplemented } from "../errors.js";
import { like } from "./like.js";
import { substitute } from "./policy-variables.js";

/** Condition keys and their values; keys compare without regard to case. A key that is not there has no value. */
export type Context = Readonly<Record<string, readonly string[]>>;

/** The values of a condition key, or undefined where the request has none. */
export function contextValues(context: Context, key: string): readonly string[] | undefined {
  return Object.entries(context).find(([each]) => each.toLowerCase() === key.toLowerCase())?.[1];
}

/**
 * Whether one line of a statement's Condition is met.
 *
 * @param variables whether `${...}` in values is replaced: in policies of version 2012-10-17
 * @throws NotImplementedByLocalAws for an operator that is not one of AWS's, or not known here
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function matchesCondition(
  operator: string,
  key: string,
  expected: unknown,
  { context, variables }: { context: Context; variables: boolean },
): boolean {
  const [, set, name = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const values = contextValues(context, key);
  const given = [expected].flat().map(String);
  if (name === "Null") return given.includes(String(values === undefined));
  const { compare, negated, text } = comparison(name);
  if (values === undefined)
    return ifExists !== undefined || (negated && set !== "ForAnyValue") || set === "ForAllValues";
  const patterns = text && variables ? given.flatMap((each) => substitute(each, context) ?? []) : given;
  const matches = (value: string) => patterns.some((pattern) => compare(pattern, value)) !== negated;
  return set === "ForAllValues" || (set === undefined && negated) ? values.every(matches) : values.some(matches);
}

interface Comparison {
  readonly compare: (pattern: string, value: string) => boolean;
  readonly negated: boolean;
  /** Whether policy variables are replaced: for texts and ARNs alone. */
  readonly text: boolean;
}

const number = (compare: (value: number, limit: number) => boolean) => (pattern: string, value: string) =>
  value.trim() !== "" && pattern.trim() !== "" && compare(Number(value), Number(pattern));
const date = (compare: (value: number, limit: number) => boolean) => (pattern: string, value: string) =>
  compare(moment(value), moment(pattern));
const equal = (a: number, b: number) => a === b;
const less = (a: number, b: number) => a < b;
const lessOrEqual = (a: number, b: number) => a <= b;
const greater = (a: number, b: number) => a > b;
const greaterOrEqual = (a: number, b: number) => a >= b;

const COMPARISONS: Readonly<Record<string, Comparison["compare"]>> = {
  StringEquals: (pattern, value) => literally(pattern) === value,
  StringEqualsIgnoreCase: (pattern, value) => literally(pattern).toLowerCase() === value.toLowerCase(),
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  NumericEquals: number(equal),
  NumericLessThan: number(less),
  NumericLessThanEquals: number(lessOrEqual),
  NumericGreaterThan: number(greater),
  NumericGreaterThanEquals: number(greaterOrEqual),
  DateEquals: date(equal),
  DateLessThan: date(less),
  DateLessThanEquals: date(lessOrEqual),
  DateGreaterThan: date(greater),
  DateGreaterThanEquals: date(greaterOrEqual),
  IpAddress: inBlock,
};

const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
  NumericNotEquals: "NumericEquals",
  DateNotEquals: "DateEquals",
  NotIpAddress: "IpAddress",
};

function comparison(name: string): Comparison {
  const positive = NEGATED[name];
  const compare = COMPARISONS[positive ?? name];
  if (compare === undefined) throw notImplemented(`the policy condition operator ${name}`);
  return { compare, negated: positive !== undefined, text: /^(String|Arn)/.test(name) };
}

/** A pattern whose escaped characters (see policy-variables.ts) stand for themselves. */
function literally(pattern: string): string {
  return pattern.replaceAll("\u0000", "");
}

/** Part by part: a wildcard does not reach over the first five colons. */
function arnLike(pattern: string, value: string): boolean {
  const parts = (arn: string) => [...arn.split(":").slice(0, 5), arn.split(":").slice(5).join(":")];
  const values = parts(value);
  return parts(pattern).every((part, index) => like(part, values[index] ?? ""));
}

/** ISO 8601, or seconds since 1970; NaN for anything else, which equals and precedes nothing. */
function moment(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** An address, or a block of them in CIDR's way. */
function inBlock(pattern: string, value: string): boolean {
  const [network = "", bits] = pattern.split("/");
  const family = isIPv4(network) ? "ipv4" : isIPv6(network) ? "ipv6" : undefined;
  if (family === undefined || !(family === "ipv4" ? isIPv4(value) : isIPv6(value))) return false;
  const list = new BlockList();
  list.addSubnet(network, bits === undefined ? (family === "ipv4" ? 32 : 128) : Number(bits), family);
  return list.check(value, family);
}
