import { functionCall } from "./references.js";
import { resolve, type Scope } from "./resolve.js";
import { invalid, isObject, type Rule } from "./template.js";

type ConditionScope = Omit<Scope, "conditions">;

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
export function failedAssertions(rules: Readonly<Record<string, Rule>>, scope: ConditionScope): string[] {
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

function evaluate(value: unknown, scope: ConditionScope, named: (name: string) => boolean): boolean {
  if (isObject(value) && Object.keys(value).length === 1 && typeof value.Condition === "string") {
    return named(value.Condition);
  }
  const call = isObject(value) ? functionCall(value) : undefined;
  const list = Array.isArray(call?.argument) ? call.argument : [];
  const value_ = (item: unknown) => resolve(item, { ...scope, conditions: {} });
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
