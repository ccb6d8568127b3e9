import { notImplemented } from "../errors.js";
import { list, type Statement } from "./policy-document.js";

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values; keys compare without regard to case. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

/**
 * What identity policies decide: a deny that matches, else an allow that matches, else no
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 */
export function evaluate(statements: readonly Statement[], request: Request): Decision {
  const matching = statements.filter((statement) => matchesRequest(statement, request));
  if (matching.some(({ Effect }) => Effect === "Deny")) return "explicitDeny";
  return matching.length > 0 ? "allowed" : "implicitDeny";
}

/**
 * The condition keys that statements about this action and resource ask for and the request does not hold.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
 */
export function missingContext(statements: readonly Statement[], request: Request): string[] {
  const given = new Set(Object.keys(request.context ?? {}).map((key) => key.toLowerCase()));
  const keys = statements
    .filter((statement) => concerns(statement, request))
    .flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((expected) => Object.keys(expected)));
  return [...new Set(keys)].filter((key) => !given.has(key.toLowerCase())).sort();
}

/** Who asks: an AWS principal (ARNs that all stand for the same caller) or a service. */
export interface Caller {
  readonly aws?: readonly string[];
  readonly service?: string;
}

/** Whether a role's trust policy lets a caller do `action` (`sts:AssumeRole`). */
export function trusts(
  statements: readonly Statement[],
  caller: Caller,
  action: string,
  context: Readonly<Record<string, readonly string[]>>,
): boolean {
  const matching = statements.filter(
    (statement) =>
      matchesPrincipal(statement.Principal, caller) && matchesRequest(statement, { action, resource: "*", context }),
  );
  return matching.length > 0 && matching.every(({ Effect }) => Effect === "Allow");
}

function matchesPrincipal(principal: Statement["Principal"], { aws = [], service }: Caller): boolean {
  if (principal === undefined) return false;
  if (principal === "*") return true;
  if (service !== undefined) return list(principal.Service).includes(service);
  return list(principal.AWS).some((each) => {
    if (each === "*" || aws.includes(each)) return true;
    // An account, by its number or as its root, stands for every principal in it.
    const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(each)?.[1];
    return account !== undefined && aws.some((arn) => arn.split(":")[4] === account);
  });
}

function matchesRequest(statement: Statement, request: Request): boolean {
  return (
    concerns(statement, request) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, expected]) => matchesCondition(operator, key, expected, request.context ?? {})),
    )
  );
}

/** Whether a statement is about a request's action and resource. */
function concerns({ Action, NotAction, Resource, NotResource }: Statement, request: Request): boolean {
  const action = (pattern: string) => like(pattern.toLowerCase(), request.action.toLowerCase());
  const resource = (pattern: string) => like(pattern, request.resource);
  return (
    (Action === undefined ? !list(NotAction).some(action) : list(Action).some(action)) &&
    (NotResource === undefined || !list(NotResource).some(resource)) &&
    (Resource === undefined || list(Resource).some(resource))
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function matchesCondition(
  operator: string,
  key: string,
  expected: unknown,
  context: Readonly<Record<string, readonly string[]>>,
): boolean {
  const [, set, name = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const values = Object.entries(context).find(([each]) => each.toLowerCase() === key.toLowerCase())?.[1];
  const patterns = [expected].flat().map(String);
  if (name === "Null") return patterns.includes(String(values === undefined));
  const negated = /Not(Equals|Like|EqualsIgnoreCase)$/.test(name);
  if (values === undefined) return ifExists !== undefined || negated || set === "ForAllValues";
  const compare = comparison(name.replace("Not", ""));
  const matches = (value: string) => patterns.some((pattern) => compare(pattern, value)) !== negated;
  return set === "ForAllValues" || (set === undefined && negated) ? values.every(matches) : values.some(matches);
}

function comparison(operator: string): (pattern: string, value: string) => boolean {
  switch (operator) {
    case "StringEquals":
      return (pattern, value) => pattern === value;
    case "StringEqualsIgnoreCase":
    case "Bool":
      return (pattern, value) => pattern.toLowerCase() === value.toLowerCase();
    case "StringLike":
    case "ArnEquals":
    case "ArnLike":
      return like;
    default:
      throw notImplemented(`the policy condition operator ${operator}`);
  }
}

function like(pattern: string, value: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "s").test(value);
}
