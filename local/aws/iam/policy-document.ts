import { AwsError } from "../errors.js";

export interface Statement {
  /** Of the policy that it stands in; undefined for the old one. */
  readonly Version?: string;
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FIELDS = ["Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

/**
 * A policy's statements; throws MalformedPolicyDocument for what IAM refuses. `trust` policies have principals and
 * no resources, `identity` policies the other way round
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 */
export function parsePolicy(document: string, kind: "trust" | "identity"): Statement[] {
  let policy: unknown;
  try {
    policy = JSON.parse(document);
  } catch {
    throw malformed("This policy contains invalid Json");
  }
  if (!isObject(policy)) throw malformed("Syntax errors in policy.");
  for (const field of Object.keys(policy))
    if (!["Version", "Id", "Statement"].includes(field)) throw malformed("Syntax errors in policy.");
  if (policy.Version !== undefined && policy.Version !== "2012-10-17" && policy.Version !== "2008-10-17")
    throw malformed("The policy must contain a valid version string");
  const statements = [policy.Statement ?? []].flat();
  if (statements.length === 0) throw malformed("Syntax errors in policy.");
  const { Version } = policy;
  return statements.map((statement) => ({
    ...checkStatement(statement, kind),
    ...(typeof Version === "string" ? { Version } : {}),
  }));
}

/** One or many, as many. */
export function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

function checkStatement(statement: unknown, kind: "trust" | "identity"): Statement {
  if (!isObject(statement) || Object.keys(statement).some((field) => !FIELDS.includes(field)))
    throw malformed("Syntax errors in policy.");
  const { Effect, Principal, Action, NotAction, Resource, NotResource, Condition } = statement;
  if (Effect !== "Allow" && Effect !== "Deny") throw malformed("Syntax errors in policy.");
  if ((Action === undefined) === (NotAction === undefined)) throw malformed("Policy statement must contain actions.");
  const actions = strings(Action ?? NotAction);
  for (const action of actions) {
    if (action !== "*" && !/^[\w-]+:[\w*?]+$/.test(action))
      throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    if (kind === "trust" && !/^(\*|sts:.*)$/.test(action))
      throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
  }
  if (Condition !== undefined && !(isObject(Condition) && Object.values(Condition).every(isObject)))
    throw malformed("Syntax errors in policy.");
  if (kind === "trust") {
    if (Resource !== undefined || NotResource !== undefined) throw malformed("Has prohibited field Resource");
    if (Principal === undefined) throw malformed("Missing required field Principal");
    checkPrincipal(Principal);
  } else {
    if (Principal !== undefined) throw malformed("Policy document should not specify a principal.");
    if ((Resource === undefined) === (NotResource === undefined))
      throw malformed("Policy statement must contain resources.");
    for (const resource of strings(Resource ?? NotResource))
      if (resource !== "*" && !/^arn:[^:]*:[^:]*:[^:]*:[^:]*:.+$/.test(resource))
        throw malformed(`Resource ${resource} must be in ARN format or "*".`);
  }
  // Every member has been checked above.
  return statement as unknown as Statement;
}

function checkPrincipal(principal: unknown): void {
  if (principal === "*") return;
  if (!isObject(principal)) throw malformed("Syntax errors in policy.");
  for (const [type, value] of Object.entries(principal)) {
    if (!["AWS", "Service", "Federated", "CanonicalUser"].includes(type)) throw malformed("Syntax errors in policy.");
    for (const each of strings(value)) {
      const valid =
        type === "Service"
          ? /^[\w.-]+\.amazonaws\.com(\.cn)?$/.test(each)
          : type !== "AWS" || /^(\*|\d{12}|arn:.+)$/.test(each);
      if (!valid) throw malformed(`Invalid principal in policy: "${type.toUpperCase()}":"${each}"`);
    }
  }
}

function strings(value: unknown): string[] {
  const values: unknown[] = [value].flat();
  if (values.length === 0 || !values.every((each) => typeof each === "string"))
    throw malformed("Syntax errors in policy.");
  return values as string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(message: string): AwsError {
  return new AwsError("MalformedPolicyDocument", message);
}
