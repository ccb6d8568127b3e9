import json from "./constraints.json" with { type: "json" };

/** What AWS's model says of a shape's values, beside what the SDK's schema does; and the names of the shapes below it. */
export interface Shape {
  readonly enum?: readonly string[];
  /** The least number, or the length of the shortest text, list, map or blob. */
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly pattern?: string;
  /** A value that is not to be repeated. Said of requests alone, like lengths. */
  readonly sensitive?: boolean;
  readonly members?: Readonly<Record<string, string>>;
  readonly item?: string;
  readonly key?: string;
  readonly value?: string;
}

export type Shapes = Readonly<Record<string, Shape>>;

interface Constraints {
  /** The shapes of each operation's request and answer; null where the model says nothing of their values. */
  readonly operations: Readonly<Record<string, readonly [request: string | null, answer: string | null]>>;
  readonly shapes: Shapes;
}

// Made by scripts/constraints.py out of AWS's service models. The compiler cannot type a file of this size by itself.
const services = json as unknown as Readonly<Record<string, Constraints>>;

/** The operations of a service, by signing name, whose model is among the constraints. */
export function constrainedOperations(service: string): readonly string[] {
  return Object.keys(services[service]?.operations ?? {});
}

/** What there is to say of an operation's requests: the shape's name, and the service's shapes. */
export function requestShape(service: string, operation: string): { root: string | null; shapes: Shapes } {
  const { operations = {}, shapes = {} } = services[service] ?? {};
  return { root: operations[operation]?.[0] ?? null, shapes };
}

/**
 * What AWS's model of an operation says against an answer: names that an enumeration does not have, fractions,
 * numbers out of range, texts of another form. One line each, with the path; empty when all is well.
 */
export function outputViolations(service: string, operation: string, output: unknown): string[] {
  const constraints = services[service];
  const root = constraints?.operations[operation]?.[1];
  if (constraints === undefined || root === undefined) return [`${operation} is not in wire/constraints.json`];
  const found: string[] = [];
  if (root !== null) walk(constraints.shapes, root, output, operation, found);
  return found;
}

function walk(shapes: Shapes, name: string, value: unknown, path: string, found: string[]): void {
  const shape = shapes[name];
  if (shape === undefined || value === undefined || value === null) return;
  const below = (next: string | undefined, each: unknown, step: string) =>
    next !== undefined && walk(shapes, next, each, `${path}${step}`, found);
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) below(shape.item, each, `[${index}]`);
  } else if (typeof value === "object") {
    for (const [key, each] of Object.entries(value)) {
      below(shape.members?.[key] ?? shape.value, each, `.${key}`);
      below(shape.key, key, `.${key} (the key)`);
    }
  } else if (typeof value === "number") {
    if (shape.whole && !Number.isInteger(value)) found.push(`${path} is ${value}, which is no whole number`);
    const { min = value, max = value } = shape;
    if (value < min || value > max) found.push(`${path} is ${value}, not from ${min} to ${max}`);
  } else if (typeof value === "string") {
    if (shape.enum && !shape.enum.includes(value)) found.push(`${path} is ${value}, not one of ${shape.enum}`);
    if (shape.pattern !== undefined && !pattern(shape.pattern).test(value))
      found.push(`${path} is ${JSON.stringify(value)}, which does not match ${shape.pattern}`);
  }
}

const TEXT = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";

/** The same in less time: of Cognito's message with a link, where braces that repeat take cubic time. */
const FASTER = new Map([[`${TEXT}\\{##${TEXT}##\\}${TEXT}`, `(?=${TEXT}$).*?\\{##.*?##\\}.*`]]);

const patterns = new Map<string, RegExp>();

/** AWS's models hold Java's regular expressions, which have to match as a whole. */
export function pattern(javas: string): RegExp {
  const known = patterns.get(javas);
  if (known !== undefined) return known;
  // What Java calls POSIX classes, JavaScript does not know, nor flags within an expression.
  const source = (FASTER.get(javas) ?? javas).replaceAll("\\p{Print}", "[\\x20-\\x7E]").replace(/^\(\?s\)/, "");
  let compiled: RegExp;
  try {
    // A dot is any character: Cognito takes style sheets of several lines where its model says `.*`.
    compiled = new RegExp(`^(?:${source})$`, "su");
  } catch {
    // Java lets one escape what needs no escape; with `u` JavaScript does not.
    compiled = new RegExp(`^(?:${source})$`, "s");
  }
  patterns.set(javas, compiled);
  return compiled;
}
