import { AwsError } from "../../errors.js";
import { evaluateConditions } from "./conditions.js";
import { checkArguments } from "./function-use.js";
import { checkLoops, isLoop, type Loop, readLoop } from "./loops.js";
import { functionCall, references } from "./references.js";
import { resolve, type Scope } from "./resolve.js";
import { invalid, isNoEcho, isObject, type Template } from "./template.js";

/** What is known before any resource is. */
export type EarlyScope = Omit<Scope, "conditions" | "ref" | "getAtt" | "importValue" | "stackOutput">;

/** Values of the identifiers of the loops around. */
type Bindings = ReadonlyMap<string, string>;

const NO_VALUE = { Ref: "AWS::NoValue" };

/**
 * What the transform AWS::LanguageExtensions makes of a template: loops are expanded, and the functions that it adds
 * are replaced by their values, as are functions in Ref, Fn::GetAtt, DeletionPolicy and UpdateReplacePolicy.
 * @param root the template as it was written
 * @returns the processed template, without the Transform section
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html
 * @throws AwsError ValidationError `Transform AWS::LanguageExtensions failed with: ...`
 */
export function applyLanguageExtensions(
  root: Readonly<Record<string, unknown>>,
  template: Template,
  scope: EarlyScope,
): Record<string, unknown> {
  try {
    checkLoops(root);
    return new Transform(template, scope).process(root);
  } catch (error) {
    if (!(error instanceof AwsError && error.code === "ValidationError")) throw error;
    throw invalid(`Transform AWS::LanguageExtensions failed with: ${error.message}`);
  }
}

class Transform {
  readonly #template: Template;
  readonly #scope: EarlyScope;
  /** Expanded, for what depends on them. */
  #conditions: Readonly<Record<string, unknown>> = {};

  constructor(template: Template, scope: EarlyScope) {
    this.#template = template;
    this.#scope = scope;
  }

  process({ Transform: _, ...root }: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const sections: Record<string, unknown> = {};
    // Conditions first: policies and attributes of resources may depend on them.
    for (const name of ["Conditions", "Resources", "Outputs"]) {
      if (root[name] === undefined) continue;
      const section = this.#expand(root[name], new Map());
      if (name === "Conditions" && isObject(section)) this.#conditions = section;
      sections[name] = name === "Resources" && isObject(section) ? this.#resources(section) : section;
    }
    return Object.fromEntries(Object.entries(root).map(([name, section]) => [name, sections[name] ?? section]));
  }

  /** Resources whose attributes beside the properties are literals; AWS::NoValue leaves them out. */
  #resources(section: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const settle = (resource: unknown) => {
      if (!isObject(resource)) return resource;
      const attributes = ["DeletionPolicy", "UpdateReplacePolicy", "Condition"].filter((key) =>
        isObject(resource[key]),
      );
      return { ...resource, ...Object.fromEntries(attributes.map((key) => [key, this.#value(key, resource[key])])) };
    };
    return Object.fromEntries(Object.entries(section).map(([name, resource]) => [name, settle(resource)]));
  }

  #expand(value: unknown, bindings: Bindings): unknown {
    if (typeof value === "string") return substitute(value, bindings);
    if (Array.isArray(value)) return value.map((item) => this.#expand(item, bindings));
    if (!isObject(value)) return value;
    const call = Object.keys(value).some(isLoop) ? undefined : functionCall(value);
    if (call) return this.#call(call.name, call.argument, bindings);
    const result: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      const members = isLoop(key)
        ? this.#loop(readLoop(key, member), bindings)
        : [[substitute(key, bindings), this.#expand(member, bindings)] as const];
      for (const [name, expanded] of members) {
        if (Object.hasOwn(result, name)) {
          throw invalid(`Duplicate key '${name}' when merging keys to parent object in Fn::ForEach`);
        }
        result[name] = expanded;
      }
    }
    return result;
  }

  #loop({ identifier, collection, fragment }: Loop, bindings: Bindings): [string, unknown][] {
    return this.#collection(this.#expand(collection, bindings)).flatMap((item) => {
      const expanded = this.#expand(fragment, new Map([...bindings, [identifier, item]]));
      return isObject(expanded) ? Object.entries(expanded) : [];
    });
  }

  #collection(collection: unknown): string[] {
    const secret = references(collection).find(({ name }) => isNoEcho(this.#template, name));
    if (secret) throw invalid(`Fn::ForEach does not support the NoEcho parameter ${secret.name} in its collection`);
    // AWS takes no Fn::If there: https://github.com/aws-cloudformation/cfn-language-discussion/issues/147
    if (isObject(collection) && functionCall(collection)?.name === "Fn::If") {
      throw invalid("Condition layout is incorrect");
    }
    const items = this.#value("Fn::ForEach", collection);
    if (!Array.isArray(items)) throw invalid("Fn::ForEach layout is incorrect: its collection must be a list");
    return items.map((item: unknown) => {
      if (isObject(item) || Array.isArray(item)) {
        throw invalid("Fn::ForEach layout is incorrect: its collection must be a list of strings");
      }
      return String(item);
    });
  }

  #call(name: string, argument: unknown, bindings: Bindings): unknown {
    switch (name) {
      case "Ref": {
        const target = this.#target(name, argument, bindings);
        return (typeof target === "string" ? bindings.get(target) : undefined) ?? { Ref: target };
      }
      case "Fn::GetAtt":
        if (!Array.isArray(argument)) return { [name]: this.#expand(argument, bindings) };
        return { [name]: argument.map((part) => this.#target(name, part, bindings)) };
      case "Fn::If": {
        if (!Array.isArray(argument)) return { [name]: argument };
        // AWS leaves the condition's name as it is.
        const [condition, ...branches] = argument;
        return { [name]: [condition, ...branches.map((branch) => this.#expand(branch, bindings))] };
      }
      case "Fn::FindInMap":
      case "Fn::Length": {
        checkArguments(name, argument, true);
        const value = this.#value(name, { [name]: this.#expand(argument, bindings) });
        return value === undefined ? NO_VALUE : value;
      }
      case "Fn::ToJsonString": {
        const expanded = this.#expand(argument, bindings);
        if (!isObject(expanded) && !Array.isArray(expanded)) {
          throw invalid("Fn::ToJsonString layout is incorrect: it needs an object or an array");
        }
        const call = { [name]: expanded };
        // What resources it needs is known once they are there.
        return this.#isKnown(call) ? this.#value(name, call) : call;
      }
      default:
        return { [name]: this.#expand(argument, bindings) };
    }
  }

  /** What Ref or a part of Fn::GetAtt names, which may be a function here. */
  #target(name: string, target: unknown, bindings: Bindings): unknown {
    const expanded = this.#expand(target, bindings);
    return isObject(expanded) ? this.#value(name, expanded) : expanded;
  }

  /** A value that must be known before any resource is made. */
  #value(what: string, value: unknown): unknown {
    if (!this.#isKnown(value)) {
      throw invalid(`${what} must not depend on resources: ${JSON.stringify(value)}`);
    }
    const never = () => {
      throw invalid(`${what} must be known before any resource is made`);
    };
    const scope = { ...this.#scope, ref: never, getAtt: never, importValue: never, stackOutput: never };
    const usesConditions = references(value).some(({ kind }) => kind === "Condition");
    const conditions = usesConditions ? evaluateConditions(this.#conditions, scope) : {};
    return resolve(value, { ...scope, conditions });
  }

  #isKnown(value: unknown): boolean {
    const { parameters } = this.#scope;
    const isKnown = (name: string) => Object.hasOwn(parameters, name) || name === "AWS::NoValue";
    const fromElsewhere = /"Fn::(ImportValue|GetStackOutput)":/.test(JSON.stringify(value) ?? "");
    return (
      !fromElsewhere &&
      references(value).every(({ kind, name }) => kind === "Condition" || (kind === "Ref" && isKnown(name)))
    );
  }
}

/** Puts values in the place of `${Identifier}`; of `&{Identifier}` without what is not alphanumeric. */
function substitute(text: string, bindings: Bindings): string {
  return text.replace(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = bindings.get(name);
    if (value === undefined) return whole;
    return sign === "$" ? value : value.replace(/[^A-Za-z0-9]/g, "");
  });
}
