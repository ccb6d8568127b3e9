import { pattern, requestShape, type Shape, type Shapes } from "./constraints.js";
import { isTaken } from "./deviations.js";
import { join, lowerFirst } from "./path.js";

/** A rule of AWS's model that a value breaks. */
export type Rule =
  | { readonly kind: "enum"; readonly names: readonly string[] }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "whole" }
  | { readonly kind: "longest" | "shortest" | "most" | "least"; readonly bound: number };

/** A value in a request that AWS's model rules out. */
export interface Violation {
  /** As AWS names it: `tags.1.member.key`. */
  readonly path: string;
  /** Whether the rule is that of the value itself, or of the items, keys or values of the list or map that it is. */
  readonly of: "member" | "items" | "keys" | "values";
  /** At `path`; undefined where it is not to be repeated. */
  readonly value: unknown;
  readonly rule: Rule;
  /** All rules of the shape that has this one. */
  readonly rules: readonly Rule[];
  /** The name of that shape in AWS's model. */
  readonly shape: string;
  /** The item, key or value that breaks it; `value` itself otherwise. */
  readonly broken: unknown;
}

/** Longer texts, policies and style sheets, are not held against patterns: some of those take quadratic time. */
const LONGEST_MATCHED = 20_000;

/** What AWS's model of an operation says against a request, in the order of the request's members. */
export function requestViolations(service: string, operation: string, input: unknown): Violation[] {
  const { root, shapes } = requestShape(service, operation);
  if (root === null) return [];
  const found: Violation[] = [];
  visit(shapes, root, input, "", found);
  return found.filter((violation) => !isTaken(service, violation));
}

function visit(shapes: Shapes, name: string, value: unknown, path: string, found: Violation[]): void {
  const shape = shapes[name];
  if (shape === undefined || value === undefined || value === null) return;
  const shown = shape.sensitive ? undefined : value;
  const rules = rulesOf(shape, value);
  // A text's form comes before its length.
  for (const rule of rules.filter((each) => breaks(value, each)).reverse())
    found.push({ path, of: "member", value: shown, rule, rules, shape: name, broken: shown });
  if (Array.isArray(value)) {
    visitAll(shapes, shape.item, [...value.entries()], "items", { path, shown, step: (index) => index + 1 }, found);
  } else if (typeof value === "object" && !isLeaf(value)) {
    const entries = Object.entries(value);
    for (const [member, each] of entries) {
      const below = shape.members?.[member];
      if (below !== undefined) visit(shapes, below, each, join(path, lowerFirst(member)), found);
    }
    const keys = entries.map(([key]): [string, unknown] => [key, key]);
    visitAll(shapes, shape.key, keys, "keys", { path, shown, step: (key) => key }, found);
    visitAll(shapes, shape.value, entries, "values", { path, shown, step: (key) => key }, found);
  }
}

/**
 * The items of a list, or the keys or values of a map. Of those that are texts or numbers AWS says once for each rule, and
 * about the whole, that one of them breaks it; structures and lists among them have a path of their own.
 */
function visitAll<K>(
  shapes: Shapes,
  name: string | undefined,
  entries: readonly (readonly [K, unknown])[],
  of: "items" | "keys" | "values",
  { path, shown, step }: { path: string; shown: unknown; step: (key: K) => number | string },
  found: Violation[],
): void {
  const shape = name === undefined ? undefined : shapes[name];
  if (name === undefined || shape === undefined) return;
  const isSensitive = shape.sensitive === true;
  let isSaid = false;
  for (const [key, each] of entries) {
    if (!isLeaf(each)) visit(shapes, name, each, `${path}.${step(key)}.member`, found);
    else if (!isSaid) {
      const rules = rulesOf(shape, each);
      const rule = rules.find((candidate) => breaks(each, candidate));
      if (rule === undefined) continue;
      isSaid = true;
      const value = isSensitive ? undefined : shown;
      found.push({ path, of, value, rule, rules, shape: name, broken: isSensitive ? undefined : each });
    }
  }
}

/** In the order in which AWS lists those of a list's items. */
function rulesOf(shape: Shape, value: unknown): Rule[] {
  // AWS names the least length of a text even where it is none.
  const { max, min = typeof value === "string" ? max && 0 : undefined } = shape;
  const [top, bottom] = typeof value === "number" ? (["most", "least"] as const) : (["longest", "shortest"] as const);
  return [
    ...(shape.whole ? [{ kind: "whole" as const }] : []),
    ...(shape.enum ? [{ kind: "enum" as const, names: shape.enum }] : []),
    ...(max === undefined ? [] : [{ kind: top, bound: max }]),
    ...(min === undefined ? [] : [{ kind: bottom, bound: min }]),
    ...(shape.pattern === undefined ? [] : [{ kind: "pattern" as const, pattern: shape.pattern }]),
  ];
}

function breaks(value: unknown, rule: Rule): boolean {
  switch (rule.kind) {
    case "enum":
      return typeof value === "string" && !rule.names.includes(value);
    case "pattern":
      return typeof value === "string" && value.length <= LONGEST_MATCHED && !pattern(rule.pattern).test(value);
    case "whole":
      return typeof value === "number" && !Number.isInteger(value);
    case "longest":
      return lengthOf(value) > rule.bound;
    case "shortest":
      return lengthOf(value) < rule.bound;
    case "most":
      return Number(value) > rule.bound;
    case "least":
      return Number(value) < rule.bound;
  }
}

/** NaN, which is neither too long nor too short, of what has no length. */
function lengthOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? Object.keys(value).length
    : Number.NaN;
}

function isLeaf(value: unknown): boolean {
  return typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array;
}
