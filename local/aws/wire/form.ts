import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../errors.js";
import { type InputProblems, noteMissing, refuse, scalarFromText } from "./input.js";
import type { WireRequest } from "./message.js";
import { join, lowerFirst } from "./path.js";
import type { Service } from "./services.js";

/** A form's parameters as a tree: `Tags.member.1.Key=a` is at Tags, member, 1, Key. */
interface Node {
  text?: string;
  readonly children: Map<string, Node>;
}

/** A request's parameters, from its query and its body. */
export function form(request: WireRequest): { action?: string; version?: string; root: Node } {
  const root: Node = { children: new Map() };
  const parameters = [...new URLSearchParams(request.query), ...new URLSearchParams(request.body.toString("utf8"))];
  for (const [name, text] of parameters) {
    let node = root;
    for (const step of name.split(".")) {
      const next = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    node.text = text;
  }
  const action = root.children.get("Action")?.text;
  const version = root.children.get("Version")?.text;
  root.children.delete("Action");
  root.children.delete("Version");
  return { ...(action === undefined ? {} : { action }), ...(version === undefined ? {} : { version }), root };
}

/** An operation's input out of the form of AWS Query or of EC2's variant. */
export function decodeForm(
  request: WireRequest,
  service: Service,
  operation: string,
  input: NormalizedSchema,
): Record<string, unknown> {
  const { root } = form(request);
  const problems: InputProblems = { missing: [], unknown: [] };
  const decoded = input.isUnitSchema() ? {} : new FormDecoder(service, problems).structure(input, root, "");
  refuse(problems, service, operation, decoded);
  return decoded;
}

class FormDecoder {
  readonly #service: Service;
  readonly #ec2: boolean;
  readonly #problems: InputProblems;

  constructor(service: Service, problems: InputProblems) {
    this.#service = service;
    this.#ec2 = service.protocolName === "ec2Query";
    this.#problems = problems;
  }

  structure(schema: NormalizedSchema, node: Node, path: string): Record<string, unknown> {
    const decoded: Record<string, unknown> = {};
    const known = new Set<string>();
    for (const [name, member] of schema.structIterator()) {
      const key = this.#key(name, member);
      known.add(key);
      const child = node.children.get(key);
      if (child !== undefined) decoded[name] = this.#value(member, child, join(path, key));
    }
    for (const key of node.children.keys()) if (!known.has(key)) this.#problems.unknown.push(join(path, key));
    const members = schema.getMemberSchemas();
    const spell = (name: string) => {
      const member = members[name];
      if (this.#ec2 && member !== undefined) return this.#key(name, member);
      return lowerFirst(name);
    };
    noteMissing(schema, decoded, path, this.#problems, spell);
    return decoded;
  }

  /** A member's name in the form. */
  #key(name: string, member: NormalizedSchema): string {
    const { ec2QueryName, xmlName } = member.getMergedTraits();
    const key = String(xmlName ?? name);
    if (!this.#ec2) return key;
    if (ec2QueryName !== undefined) return String(ec2QueryName);
    return key.charAt(0).toUpperCase() + key.slice(1);
  }

  #value(schema: NormalizedSchema, node: Node, path: string): unknown {
    if (schema.isListSchema()) return this.#list(schema, node, path);
    if (schema.isMapSchema()) return this.#map(schema, node, path);
    if (schema.isStructSchema()) return this.structure(schema, node, path);
    for (const key of node.children.keys()) this.#problems.unknown.push(`${path}.${key}`);
    if (node.text === undefined) return undefined;
    const value = scalarFromText(schema, node.text);
    if (value === undefined) throw this.#unfit(path, node.text);
    return value;
  }

  #list(schema: NormalizedSchema, node: Node, path: string): unknown[] {
    const item = schema.getValueSchema();
    const flat = this.#ec2 || schema.getMergedTraits().xmlFlattened;
    const step = item.getMergedTraits().xmlName ?? "member";
    const items = flat ? node : node.children.get(step);
    // `Tags=` is how clients send an empty list.
    if (items === undefined) return [];
    return this.#numbered(items, path).map(([index, each]) => this.#value(item, each, `${path}.${index}`));
  }

  #map(schema: NormalizedSchema, node: Node, path: string): Record<string, unknown> {
    const entries = schema.getMergedTraits().xmlFlattened ? node : node.children.get("entry");
    const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? "key";
    const item = schema.getValueSchema();
    const valueName = item.getMergedTraits().xmlName ?? "value";
    const decoded: Record<string, unknown> = {};
    if (entries === undefined) return decoded;
    for (const [index, entry] of this.#numbered(entries, path)) {
      const key = entry.children.get(keyName)?.text ?? "";
      const value = entry.children.get(valueName);
      if (value !== undefined) decoded[key] = this.#value(item, value, `${path}.${index}`);
    }
    return decoded;
  }

  #numbered(node: Node, path: string): [number, Node][] {
    for (const key of node.children.keys()) if (!/^\d+$/.test(key)) this.#problems.unknown.push(`${path}.${key}`);
    return [...node.children]
      .filter(([key]) => /^\d+$/.test(key))
      .map(([key, child]): [number, Node] => [Number(key), child])
      .sort(([a], [b]) => a - b);
  }

  #unfit(path: string, text: string): AwsError {
    if (this.#ec2) return new AwsError("InvalidParameterValue", `Value (${text}) for parameter ${path} is invalid.`);
    return new AwsError(this.#service.invalidInput, `The value '${text}' at '${path}' is of the wrong type`);
  }
}
