import { AwsError } from "../errors.js";

interface Limits {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** What AWS's service model says of one member: required, length or value, pattern, allowed values. */
export type Constraint =
  | (Limits & { readonly type: "string"; readonly pattern?: string; readonly sensitive?: boolean })
  | (Limits & { readonly type: "number" })
  | (Limits & { readonly type: "enum"; readonly values: readonly string[] })
  | (Limits & { readonly type: "list"; readonly of?: Constraint })
  | (Limits & { readonly type: "structure"; readonly members: Members });

export type Members = Readonly<Record<string, Constraint>>;

/**
 * Checks an operation's input against the constraints of AWS's model and throws one `InvalidParameterException` that
 * lists every violation, in the wording of AWS's request validation. Members without a constraint are not looked at.
 */
export function validate(input: object, members: Members): void {
  const violations = check(input, members, "");
  if (violations.length === 0) return;
  const noun = violations.length === 1 ? "validation error" : "validation errors";
  throw new AwsError("InvalidParameterException", `${violations.length} ${noun} detected: ${violations.join("; ")}`);
}

function check(input: object, members: Members, path: string): string[] {
  const values = new Map<string, unknown>(Object.entries(input));
  return Object.entries(members).flatMap(([name, constraint]) => {
    const at = `${path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const value = values.get(name);
    if (value === undefined || value === null) {
      return constraint.required ? [violation(null, at, "Member must not be null")] : [];
    }
    if (constraint.type === "structure") {
      return typeof value === "object" ? check(value, constraint.members, `${at}.`) : [];
    }
    if (constraint.type === "list" && Array.isArray(value)) return checkList(value, constraint, at);
    const shown = constraint.type === "string" && constraint.sensitive ? undefined : value;
    return broken(value, constraint).map((what) => violation(shown, at, what));
  });
}

function checkList(value: unknown[], constraint: Constraint & { type: "list" }, at: string): string[] {
  const { of } = constraint;
  const violations = length(value.length, constraint).map((what) => violation(value, at, what));
  if (of === undefined) return violations;
  if (of.type === "structure") {
    const inner = value.flatMap((item, index) =>
      typeof item === "object" && item !== null ? check(item, of.members, `${at}.${index + 1}.member.`) : [],
    );
    return [...violations, ...inner];
  }
  if (value.every((item) => broken(item, of).length === 0)) return violations;
  // For a list's members AWS names every rule, not only the broken ones.
  return [...violations, violation(value, at, `Member must satisfy constraint: [${rules(of).join(", ")}]`)];
}

function broken(value: unknown, constraint: Constraint): string[] {
  if (constraint.type === "enum") return constraint.values.includes(String(value)) ? [] : rules(constraint);
  if (constraint.type === "number") {
    const { min, max } = constraint;
    const number = Number(value);
    return [
      ...(min !== undefined && number < min ? [`Member must have value greater than or equal to ${min}`] : []),
      ...(max !== undefined && number > max ? [`Member must have value less than or equal to ${max}`] : []),
    ];
  }
  if (constraint.type !== "string") return [];
  const text = String(value);
  const { pattern } = constraint;
  return [
    ...(pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "su").test(text)
      ? [`Member must satisfy regular expression pattern: ${pattern}`]
      : []),
    ...length(text.length, constraint),
  ];
}

function length(actual: number, { min, max }: Limits): string[] {
  return [
    ...(max !== undefined && actual > max ? [`Member must have length less than or equal to ${max}`] : []),
    ...(min !== undefined && actual < min ? [`Member must have length greater than or equal to ${min}`] : []),
  ];
}

function rules(constraint: Constraint): string[] {
  if (constraint.type === "enum") return [`Member must satisfy enum value set: [${constraint.values.join(", ")}]`];
  const { min, max } = constraint;
  return [
    ...(max !== undefined ? [`Member must have length less than or equal to ${max}`] : []),
    ...(min !== undefined ? [`Member must have length greater than or equal to ${min}`] : []),
    ...(constraint.type === "string" && constraint.pattern !== undefined
      ? [`Member must satisfy regular expression pattern: ${constraint.pattern}`]
      : []),
  ];
}

/** `undefined` stands for a value that AWS does not repeat, such as a password. */
function violation(value: unknown, at: string, what: string): string {
  const shown = value === undefined ? "" : value === null ? " null" : ` '${show(value)}'`;
  return `Value${shown} at '${at}' failed to satisfy constraint: ${what}`;
}

function show(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(show).join(", ")}]` : String(value);
}
