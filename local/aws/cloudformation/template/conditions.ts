import { memberType } from "./parameters.js";
import { functionCall } from "./references.js";
import { resolve, type Scope } from "./resolve.js";
import { invalid, isObject, type Rule } from "./template.js";

type ConditionScope = Omit<Scope, "conditions">;

/** What the account has, for Fn::RefAll, Fn::ValueOf and Fn::ValueOfAll. */
export interface RuleFacts {
  /** All ids of an AWS-specific parameter type. */
  ids(type: string): readonly string[];
  /** An attribute such as `VpcId` or `Tags.team`; undefined where the thing does not have it. */
  attribute(type: string, id: string, attribute: string): string | undefined;
}

/** What rules are evaluated with, beside what conditions are. */
export interface RuleScope extends ConditionScope {
  readonly parameterTypes: Readonly<Record<string, string>>;
  readonly facts?: RuleFacts | undefined;
}

/**
 * Evaluates a template's conditions, which may refer to one another.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
 * @throws AwsError ValidationError for what is no condition, is missing, or goes round in a circle
 */
export function evaluateConditions(
  conditions: Readonly<Record<string, unknown>>,
  scope: ConditionScope,
): Record<string, boolean> {
  const results: Record<string, boolean> = {};
  const evaluateNamed = (name: string, trail: readonly string[]): boolean => {
    if (!Object.hasOwn(conditions, name)) {
      throw invalid(
        `Template format error: Unresolved condition dependency ${name} in the Conditions block of the template`,
      );
    }
    if (trail.includes(name)) throw invalid(`Template error: Found circular condition dependency between ${name}`);
    results[name] ??= evaluate(conditions[name], scope, (other) => evaluateNamed(other, [...trail, name]));
    return results[name];
  };
  for (const name of Object.keys(conditions)) evaluateNamed(name, []);
  return results;
}

/**
 * Checks the assertions of a template's rules against the parameters.
 * @returns what is wrong, one line per failed assertion
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function failedAssertions(rules: Readonly<Record<string, Rule>>, scope: RuleScope): string[] {
  const never = () => {
    throw invalid("Template error: rules cannot refer to conditions");
  };
  return Object.entries(rules).flatMap(([name, rule]) => {
    if (rule.RuleCondition !== undefined && !evaluate(rule.RuleCondition, scope, never)) return [];
    return rule.Assertions.filter(({ Assert }) => !evaluate(Assert, scope, never)).map(
      ({ AssertDescription }) => `Rule ${name}: ${AssertDescription ?? "assertion failed"}`,
    );
  });
}

function evaluate(value: unknown, scope: ConditionScope | RuleScope, named: (name: string) => boolean): boolean {
  if (isObject(value) && Object.keys(value).length === 1 && typeof value.Condition === "string") {
    return named(value.Condition);
  }
  const call = isObject(value) ? functionCall(value) : undefined;
  const list = Array.isArray(call?.argument) ? call.argument : [];
  const value_ = (item: unknown) => fact(item, scope) ?? resolve(item, { ...scope, conditions: {} });
  const strings = (item: unknown) => [value_(item)].flat().map(String);
  const every = () => list.map((item) => evaluate(item, scope, named));
  switch (call?.name) {
    case "Fn::Equals":
      if (list.length !== 2)
        throw invalid("Template error: every Fn::Equals object requires a list of 2 string parameters.");
      return JSON.stringify(strings(list[0])) === JSON.stringify(strings(list[1]));
    case "Fn::Not":
      if (list.length !== 1) throw invalid("Template error: every Fn::Not object requires one boolean parameter.");
      return !every()[0];
    case "Fn::And":
    case "Fn::Or": {
      if (list.length < 2 || list.length > 10) {
        throw invalid(
          `Template error: every ${call.name} object requires a list of at least 2 and at most 10 boolean parameters.`,
        );
      }
      const members = every();
      return call.name === "Fn::And" ? members.every(Boolean) : members.some(Boolean);
    }
    case "Fn::Contains":
      return strings(list[0]).includes(String(value_(list[1])));
    case "Fn::EachMemberEquals":
      return strings(list[0]).every((member) => member === String(value_(list[1])));
    case "Fn::EachMemberIn":
      return strings(list[0]).every((member) => strings(list[1]).includes(member));
    default:
      throw invalid(
        "Template format error: Conditions can only be boolean operations on parameters and other conditions",
      );
  }
}

/** What Fn::RefAll, Fn::ValueOf or Fn::ValueOfAll gives; undefined for anything else. */
function fact(item: unknown, scope: ConditionScope | RuleScope): string | string[] | undefined {
  const call = isObject(item) ? functionCall(item) : undefined;
  if (!call || !("facts" in scope) || !scope.facts) return undefined;
  const { facts, parameters, parameterTypes } = scope;
  const values = (type: string, ids: readonly string[], attribute: string) =>
    ids.flatMap((id) => facts.attribute(type, id, attribute) ?? []);
  if (call.name === "Fn::RefAll") return [...facts.ids(text(call, call.argument))];
  const [first, second] = Array.isArray(call.argument) ? call.argument : [];
  if (call.name === "Fn::ValueOfAll") {
    const type = text(call, first);
    return values(type, facts.ids(type), text(call, second));
  }
  if (call.name !== "Fn::ValueOf") return undefined;
  const name = text(call, first);
  const listed = parameterTypes[name];
  if (listed === undefined) throw invalid(`Template error: Fn::ValueOf references the undefined parameter ${name}`);
  const ids = [parameters[name]].flat().map(String);
  const found = values(memberType(listed) ?? listed, ids, text(call, second));
  return memberType(listed) === undefined ? (found[0] ?? "") : found;
}

function text({ name }: { name: string }, argument: unknown): string {
  if (typeof argument === "string") return argument;
  throw invalid(`Template error: every ${name} object requires literal strings`);
}
