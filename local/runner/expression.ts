import { callFunction, type StatusFunctions } from "./expression-functions.js";
import { type Node, parseExpression } from "./expression-parser.js";

/** What GitHub's expressions work with: JSON's values. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** What expressions may refer to: `github`, `runner`, `inputs`, `needs`, ... */
export type ExpressionContext = Readonly<Record<string, Value>>;

export type JobStatus = "success" | "failure" | "cancelled";

/**
 * Replaces each `${{ }}` in `text` by its value, as text. Throws an error that quotes the expression where it is none, or
 * calls what this runner does not know: it must not pass as text. What a context does not have is the empty string.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluateExpressions(text: string, context: ExpressionContext): string {
  return text.replace(EMBEDDED, (_whole, inner: string) => toText(evaluate(inner, context)));
}

/** `${{ ... }}`; a string in it may hold braces. */
const EMBEDDED = /\$\{\{((?:'(?:[^']|'')*'|(?!\}\})[^'])*)\}\}/gs;
const WHOLE = new RegExp(`^\\s*${EMBEDDED.source}\\s*$`, "s");

/** The value of a text that is one expression as a whole, which keeps its type; any other text as it is, expressions replaced. */
export function evaluateValue(text: string, context: ExpressionContext): Value {
  const [, inner] = WHOLE.exec(text) ?? [];
  return inner === undefined ? evaluateExpressions(text, context) : evaluate(inner, context);
}

/**
 * Whether an `if` (of a step or a job; `pre-if`, `post-if`) lets it run when what came before stands at `status`.
 * Without a status function in it, `success()` is asked as well, as GitHub does. Where something needed was skipped,
 * that is neither a success nor a failure.
 */
export function evaluateCondition(
  condition: string,
  status: JobStatus | "skipped",
  context: ExpressionContext = {},
): boolean {
  const inner = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").trim();
  let asked = false;
  const is = (name: JobStatus) => () => {
    asked = true;
    return status === name;
  };
  const functions: StatusFunctions = {
    success: is("success"),
    failure: is("failure"),
    cancelled: is("cancelled"),
    always: () => {
      asked = true;
      return true;
    },
  };
  const holds = toBoolean(evaluate(inner, context, functions));
  // GitHub looks at the text, not at what was evaluated: `true || always()` counts too.
  asked ||= /\b(success|failure|cancelled|always)\s*\(/.test(inner);
  return holds && (asked || status === "success");
}

function evaluate(inner: string, context: ExpressionContext, functions?: StatusFunctions): Value {
  try {
    return resolveNode(parseExpression(inner), context, functions);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`This runner cannot evaluate the expression \${{${inner}}}: ${why}`, { cause: error });
  }
}

function resolveNode(node: Node, context: ExpressionContext, functions: StatusFunctions | undefined): Value {
  const of = (other: Node) => resolveNode(other, context, functions);
  switch (node.kind) {
    case "literal":
      return node.value;
    case "context": {
      const found = Object.keys(context).find((name) => name.toLowerCase() === node.name.toLowerCase());
      if (found === undefined) throw new Error(`there is no context ${node.name} here`);
      return context[found] ?? null;
    }
    case "member":
      return member(of(node.object), of(node.name));
    case "every":
      return [...elements(of(node.object))];
    case "call":
      return callFunction(node.name, node.arguments.map(of), functions);
    case "not":
      return !toBoolean(of(node.operand));
    case "and": {
      const left = of(node.left);
      return toBoolean(left) ? of(node.right) : left;
    }
    case "or": {
      const left = of(node.left);
      return toBoolean(left) ? left : of(node.right);
    }
    case "compare":
      return compare(node.operator, of(node.left), of(node.right));
    default:
      return node satisfies never;
  }
}

/** Names are not case-sensitive. Of an array: the members of its elements, after `.*`. */
function member(object: Value, name: Value): Value {
  if (Array.isArray(object)) {
    if (typeof name === "number") return object[name] ?? null;
    return object.map((each: Value) => member(each, name)).filter((each) => each !== null);
  }
  if (typeof object !== "object" || object === null) return null;
  const wanted = toText(name).toLowerCase();
  return Object.entries(object).find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}

function elements(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators: loose, and blind to case. */
function compare(operator: "==" | "!=" | "<" | "<=" | ">" | ">=", left: Value, right: Value): boolean {
  if (operator === "!=") return !compare("==", left, right);
  const isText = typeof left === "string" && typeof right === "string";
  const [a, b]: [number | string, number | string] = isText
    ? [left.toUpperCase(), right.toUpperCase()]
    : [toNumber(left), toNumber(right)];
  const bothAreObjects = typeof left === "object" && left !== null && typeof right === "object" && right !== null;
  if (operator === "==") return bothAreObjects ? left === right : a === b;
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  return operator === ">" ? a > b : a >= b;
}

function toNumber(value: Value): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object") return Number.NaN;
  return Number(value);
}

export function toBoolean(value: Value): boolean {
  return !(value === null || value === false || value === "" || value === 0 || Number.isNaN(value));
}

export function toText(value: Value): string {
  if (value === null) return "";
  if (typeof value === "object") return Array.isArray(value) ? "Array" : "Object";
  return String(value);
}
