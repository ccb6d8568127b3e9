import json from "./constraints.json" with { type: "json" };

/** What AWS's model says of a shape's values, beside what the SDK's schema does; and the names of the shapes below it. */
interface Shape {
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly pattern?: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly item?: string;
  readonly key?: string;
  readonly value?: string;
}

interface Constraints {
  /** The shape of each operation's answer; null where the model says nothing of its values. */
  readonly operations: Readonly<Record<string, string | null>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

// Made by scripts/constraints.py out of AWS's service models. The compiler cannot type a file of this size by itself.
const services = json as unknown as Readonly<Record<string, Constraints>>;

/** Whether AWS's model of this operation is among the constraints. */
export function isConstrained(service: string, operation: string): boolean {
  return services[service]?.operations[operation] !== undefined;
}

/**
 * What AWS's model of an operation says against an answer: names that an enumeration does not have, fractions,
 * numbers out of range, texts of another form. One line each, with the path; empty when all is well.
 */
export function outputViolations(service: string, operation: string, output: unknown): string[] {
  const constraints = services[service];
  const root = constraints?.operations[operation];
  if (constraints === undefined || root === undefined) return [`${operation} is not in wire/constraints.json`];
  const found: string[] = [];
  if (root !== null) walk(constraints.shapes, root, output, operation, found);
  return found;
}

function walk(shapes: Constraints["shapes"], name: string, value: unknown, path: string, found: string[]): void {
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

const patterns = new Map<string, RegExp>();

/** AWS's models hold Java's regular expressions, which have to match as a whole. */
function pattern(javas: string): RegExp {
  const known = patterns.get(javas);
  if (known !== undefined) return known;
  // What Java calls POSIX classes, JavaScript does not know.
  const source = javas.replaceAll("\\p{Print}", "[\\x20-\\x7E]");
  let compiled: RegExp;
  try {
    compiled = new RegExp(`^(?:${source})$`, "u");
  } catch {
    // Java lets one escape what needs no escape; with `u` JavaScript does not.
    compiled = new RegExp(`^(?:${source})$`);
  }
  patterns.set(javas, compiled);
  return compiled;
}
