import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";

/** A template's data, with every intrinsic function in its long form: `!Ref X` is `{ Ref: "X" }`. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** From this file compiled in build/test/cloudformation. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The templates by file name without `.yml`, as text. */
export const sources: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(`${ROOT}cloudformation`)
    .filter((file) => file.endsWith(".yml"))
    .sort()
    .map((file) => [file.slice(0, -".yml".length), readFileSync(`${ROOT}cloudformation/${file}`, "utf8")]),
);

/** The templates by name, parsed. */
export const templates: Readonly<Record<string, Value>> = Object.fromEntries(
  Object.entries(sources).map(([name, text]) => [name, parseTemplate(text)]),
);

/**
 * A template as data.
 *
 * @throws Error where the YAML is wrong or uses what CloudFormation does not take
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html: no aliases)
 */
export function parseTemplate(text: string): Value {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors[0]) throw document.errors[0];
  return plain(document.contents);
}

/** What is at a path, or undefined. A number is an index. */
export function at(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let here: Value | undefined = value;
  for (const step of path) {
    if (here === null || typeof here !== "object") return undefined;
    here = Array.isArray(here) ? here[Number(step)] : (here as { readonly [key: string]: Value })[step];
  }
  return here;
}

/** The entries of an object, or none for anything else. */
export function entries(value: Value | undefined): [string, Value][] {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
}

/** A list's items, or none for anything else. */
export function items(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

/** A template's resources of a type, by logical id. */
export function resourcesOf(template: Value | undefined, type: string): [string, Value][] {
  return entries(at(template, "Resources")).filter(([, resource]) => at(resource, "Type") === type);
}

/** The value and everything inside it, each with its path. */
export function* walk(value: Value, path: readonly (string | number)[] = []): Generator<[Value, (string | number)[]]> {
  yield [value, [...path]];
  for (const [index, item] of items(value).entries()) yield* walk(item, [...path, index]);
  for (const [key, item] of entries(value)) yield* walk(item, [...path, key]);
}

/** An intrinsic function's name and argument (`{ Ref: "X" }` is `["Ref", "X"]`), or undefined for anything else. */
export function intrinsic(value: Value): [string, Value] | undefined {
  const [only, ...rest] = entries(value);
  return only && rest.length === 0 && (only[0] === "Ref" || only[0].startsWith("Fn::")) ? only : undefined;
}

function plain(node: Node | null): Value {
  if (node === null) return null;
  if (isAlias(node)) throw new Error(`CloudFormation takes no YAML aliases: *${node.source}`);
  return long(node.tag, data(node));
}

function data(node: Node): Value {
  if (isMap<Node, Node | null>(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]));
  }
  if (isSeq<Node>(node)) return node.items.map(plain);
  if (isScalar(node)) {
    const { value } = node;
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return value;
  }
  throw new Error(`a template cannot hold ${String(node)}`);
}

function long(tag: string | undefined, value: Value): Value {
  if (!tag?.startsWith("!")) return value;
  const name = tag.slice(1);
  if (name === "Ref" || name === "Condition") return { [name]: value };
  if (name === "GetAtt" && typeof value === "string") {
    const dot = value.indexOf(".");
    return { "Fn::GetAtt": [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}
