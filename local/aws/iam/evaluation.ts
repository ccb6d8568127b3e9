import { type Context, matchesCondition } from "./conditions.js";
import { like } from "./like.js";
import { list, type Statement } from "./policy-document.js";
import { substitute, variableKeys } from "./policy-variables.js";

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
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
  return askedKeys(statements, request).filter((key) => !given.has(key.toLowerCase()));
}

/** The condition keys that statements about this action and resource look at, in conditions and in variables. */
export function askedKeys(statements: readonly Statement[], request: Request): string[] {
  const keys = statements
    .filter((statement) => concerns(statement, request, "any variable"))
    .flatMap(({ Condition = {}, Resource, NotResource, Version }) => [
      ...Object.values(Condition).flatMap((expected) => Object.keys(expected)),
      ...(Version === VARIABLES_SINCE
        ? [...list(Resource), ...list(NotResource), ...Object.values(Condition).flatMap(texts)].flatMap(variableKeys)
        : []),
    ]);
  return [...new Set(keys)].sort();
}

/** Who asks: an AWS principal (ARNs that all stand for the same caller), a service, or an identity provider's user. */
export interface Caller {
  readonly aws?: readonly string[];
  readonly service?: string;
  /** The identity provider's ARN. */
  readonly federated?: string;
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

function matchesPrincipal(principal: Statement["Principal"], { aws = [], service, federated }: Caller): boolean {
  if (principal === undefined) return false;
  if (principal === "*") return true;
  if (service !== undefined) return list(principal.Service).includes(service);
  if (federated !== undefined) return list(principal.Federated).includes(federated);
  return list(principal.AWS).some((each) => {
    if (each === "*" || aws.includes(each)) return true;
    // An account, by its number or as its root, stands for every principal in it.
    const account = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(each)?.[1];
    return account !== undefined && aws.some((arn) => arn.split(":")[4] === account);
  });
}

/** The version of the policy language since which `${...}` is a variable. */
const VARIABLES_SINCE = "2012-10-17";

function matchesRequest(statement: Statement, request: Request): boolean {
  const context = request.context ?? {};
  const variables = statement.Version === VARIABLES_SINCE;
  return (
    concerns(statement, request) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, expected]) =>
        matchesCondition(operator, key, expected, { context, variables }),
      ),
    )
  );
}

/** Whether a statement is about a request's action and resource; perhaps as it would be with some value or other. */
function concerns(
  { Action, NotAction, Resource, NotResource, Version }: Statement,
  request: Request,
  unless?: "any variable",
): boolean {
  const action = (pattern: string) => like(pattern.toLowerCase(), request.action.toLowerCase());
  const resource = (pattern: string) => {
    if (Version !== VARIABLES_SINCE) return like(pattern, request.resource);
    if (unless === "any variable" && variableKeys(pattern).length > 0) return true;
    const replaced = substitute(pattern, request.context ?? {});
    return replaced !== undefined && like(replaced, request.resource);
  };
  return (
    (Action === undefined ? !list(NotAction).some(action) : list(Action).some(action)) &&
    (NotResource === undefined || unless === "any variable" || !list(NotResource).some(resource)) &&
    (Resource === undefined || list(Resource).some(resource))
  );
}

function texts(expected: Readonly<Record<string, unknown>>): string[] {
  return Object.values(expected).flat().map(String);
}
