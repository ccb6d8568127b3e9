import { availabilityZones } from "../../ec2/availability-zones.js";
import { type AwsError, notImplemented } from "../../errors.js";
import { cidrBlocks } from "./cidr.js";
import { attributeArguments, functionCall, substitutionParts } from "./references.js";
import { invalid, isObject } from "./template.js";

/** What intrinsic functions are resolved against. */
export interface Scope {
  /** Parameters and pseudo parameters; lists are arrays. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, boolean>>;
  /** The region's zones, for Fn::GetAZs. */
  readonly availabilityZones: readonly string[];
  /** Whether the template declares AWS::LanguageExtensions. */
  readonly languageExtensions: boolean;
  /** A resource's physical id; `Unknown` while it does not exist. */
  ref(logicalId: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  /** The value of an export; throws where there is none of that name. */
  importValue(name: string): string | Unknown;
  /** An output of another stack; throws where there is none. */
  stackOutput(stackName: string, output: string): string | Unknown;
}

/** A value that is not known before the resource it comes from has been made. */
export class Unknown {
  constructor(readonly from: string) {}
}

/** What AWS::NoValue stands for while resolving: the property or list item is left out. */
export const NO_VALUE = Symbol("AWS::NoValue");

/**
 * Resolves a template value's intrinsic functions. What depends on an `Unknown` becomes `Unknown`; properties and
 * list items that are AWS::NoValue disappear.
 * @param references what becomes of a text with dynamic references (`{{resolve:...}}`)
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 * @throws AwsError ValidationError `Template error: ...`
 */
export function resolve(value: unknown, scope: Scope, references: (text: string) => string = refuseReference): unknown {
  // Parameters and mappings may bring them in, too, and functions may put them together.
  return withReferences(resolveFunctions(value, scope), references);
}

/** The same, with dynamic references as they stand. */
export function resolveFunctions(value: unknown, scope: Scope): unknown {
  const resolved = resolveValue(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope)).filter((item) => item !== NO_VALUE);
  if (!isObject(value)) return value;
  const call = functionCall(value);
  if (!call) {
    const mixed = Object.keys(value).find((key) => key.startsWith("Fn::"));
    if (mixed) throw invalid(`Template error: ${mixed} must be the only key of its object`);
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, resolveValue(item, scope)] as const)
        .filter(([, item]) => item !== NO_VALUE),
    );
  }
  const implementation = FUNCTIONS[call.name];
  if (!implementation) {
    if (UNSUPPORTED.includes(call.name)) throw notImplemented(call.name);
    throw invalid(
      `Template error: Encountered unsupported function: ${call.name} Supported functions are: [${Object.keys(FUNCTIONS).join(", ")}]`,
    );
  }
  return implementation(call.argument, scope);
}

/** What AWS has beside FUNCTIONS. */
const UNSUPPORTED = ["Fn::Transform", "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll"];

type Implementation = (argument: unknown, scope: Scope) => unknown;

const FUNCTIONS: Readonly<Record<string, Implementation>> = {
  "Fn::Base64": (argument, scope) =>
    withKnown(resolveValue(argument, scope), (text) => Buffer.from(asText(text, "Fn::Base64")).toString("base64")),

  "Fn::GetAtt": (argument, scope) => {
    const parts = attributeArguments(argument);
    const attribute = parts && resolveValue(parts.attribute, scope);
    if (!parts || typeof attribute !== "string" || attribute === "") {
      throw invalid(
        "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
      );
    }
    return scope.getAtt(parts.name, attribute);
  },

  "Fn::GetAZs": (argument, scope) => {
    const region = resolveValue(argument, scope);
    if (region === "" || region === scope.parameters["AWS::Region"]) return [...scope.availabilityZones];
    if (typeof region !== "string" || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
      throw invalid(`Template error: Fn::GetAZs: ${JSON.stringify(region)} is not a region`);
    }
    return availabilityZones(region).map(({ name }) => name);
  },

  "Fn::GetStackOutput": (argument, scope) =>
    withKnown(resolveValue(argument, scope), (known) => {
      const {
        StackName: stack,
        OutputName: output,
        Region: region,
        RoleArn: role,
        ...rest
      } = isObject(known) ? known : {};
      if (typeof stack !== "string" || typeof output !== "string" || Object.keys(rest).length > 0) {
        throw invalid("Template error: every Fn::GetStackOutput object requires a StackName and an OutputName");
      }
      if (role !== undefined) throw notImplemented("Fn::GetStackOutput with a RoleArn");
      if (region !== undefined && region !== scope.parameters["AWS::Region"]) {
        throw notImplemented(`Fn::GetStackOutput of another region (${JSON.stringify(region)})`);
      }
      return scope.stackOutput(stack, output);
    }),

  "Fn::ImportValue": (argument, scope) =>
    withKnown(resolveValue(argument, scope), (name) => scope.importValue(asText(name, "Fn::ImportValue"))),

  "Fn::Join": (argument, scope) => {
    const [delimiter, list] = Array.isArray(argument) ? argument : [];
    const items = resolveValue(list, scope);
    if (items instanceof Unknown) return items;
    if (!Array.isArray(argument) || argument.length !== 2 || typeof delimiter !== "string" || !Array.isArray(items)) {
      throw invalid(
        "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.",
      );
    }
    return withKnown(items, (known) => known.map((item) => asText(item, "Fn::Join")).join(delimiter));
  },

  "Fn::Split": (argument, scope) => {
    const [delimiter, source] = Array.isArray(argument) ? argument : [];
    const text = resolveValue(source, scope);
    if (text instanceof Unknown) return text;
    if (
      !Array.isArray(argument) ||
      argument.length !== 2 ||
      typeof delimiter !== "string" ||
      typeof text !== "string"
    ) {
      throw invalid(
        "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.",
      );
    }
    return text.split(delimiter);
  },

  "Fn::Select": (argument, scope) => {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const at = resolveValue(index, scope);
    const items = resolveValue(list, scope);
    if (at instanceof Unknown) return at;
    if (items instanceof Unknown) return items;
    if (!Array.isArray(argument) || argument.length !== 2 || !/^\d+$/.test(String(at)) || !Array.isArray(items)) {
      throw invalid(
        "Template error: Fn::Select requires a list argument with two elements: an integer index and a list",
      );
    }
    if (Number(at) >= items.length) {
      throw invalid(`Template error: Fn::Select cannot select nonexistent value at index ${at}`);
    }
    return items[Number(at)];
  },

  "Fn::FindInMap": (argument, scope) => {
    if (!Array.isArray(argument) || argument.length < 3 || (argument.length > 3 && !scope.languageExtensions)) {
      throw invalid(
        "Template error: FindInMap object requires three parameters, (1) a map name, (2) the top level key and (3) the second level key",
      );
    }
    const keys = argument.slice(0, 3).map((key) => resolveValue(key, scope));
    const unknown = keys.find((key) => key instanceof Unknown);
    if (unknown) return unknown;
    const [map, top, second] = keys.map(String) as [string, string, string];
    const level = scope.mappings[map];
    const row = isObject(level) && Object.hasOwn(level, top) ? level[top] : undefined;
    if (isObject(row) && Object.hasOwn(row, second)) return row[second];
    const fallback: unknown = argument[3];
    if (isObject(fallback) && "DefaultValue" in fallback) return resolveValue(fallback.DefaultValue, scope);
    throw invalid(`Template error: Unable to get mapping for ${map}::${top}::${second}`);
  },

  Ref: (argument, scope) => {
    if (typeof argument !== "string" || argument === "") {
      throw invalid("Template error: every Ref object must have a single String value.");
    }
    if (argument === "AWS::NoValue") return NO_VALUE;
    return Object.hasOwn(scope.parameters, argument) ? scope.parameters[argument] : scope.ref(argument);
  },

  "Fn::If": (argument, scope) => {
    const [condition, ifTrue, ifFalse] = Array.isArray(argument) ? argument : [];
    if (!Array.isArray(argument) || argument.length !== 3 || typeof condition !== "string") {
      throw invalid("Template error: Fn::If requires a list argument with three elements");
    }
    return resolveValue(scope.conditions[condition] ? ifTrue : ifFalse, scope);
  },

  "Fn::Sub": (argument, scope) => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof text !== "string" || !isObject(variables) || (Array.isArray(argument) && argument.length !== 2)) {
      throw invalid(
        "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
      );
    }
    const parts = substitutionParts(text).map((part) => {
      if ("text" in part) return part.text;
      if (Object.hasOwn(variables, part.variable)) return resolveValue(variables[part.variable], scope);
      const dot = part.variable.indexOf(".");
      const call = dot < 0 ? { Ref: part.variable } : { "Fn::GetAtt": part.variable };
      return resolveValue(call, scope);
    });
    return withKnown(parts, (known) => known.map((part) => asText(part, "Fn::Sub")).join(""));
  },

  "Fn::Cidr": (argument, scope) => {
    const [block, count, bits = 8] = (Array.isArray(argument) ? argument : []).map((item) => resolveValue(item, scope));
    return withKnown([block, count, bits], (known) => cidrBlocks(String(known[0]), Number(known[1]), Number(known[2])));
  },

  "Fn::Length": (argument, scope) => {
    if (!scope.languageExtensions) throw needsLanguageExtensions("Fn::Length");
    return withKnown(resolveValue(argument, scope), (list) => {
      if (!Array.isArray(list)) throw invalid("Template error: Fn::Length needs a list");
      return list.length;
    });
  },

  "Fn::ToJsonString": (argument, scope) => {
    if (!scope.languageExtensions) throw needsLanguageExtensions("Fn::ToJsonString");
    return withKnown(resolveValue(argument, scope), (value) => JSON.stringify(value));
  },
};

function needsLanguageExtensions(name: string): AwsError {
  return invalid(`Template error: ${name} is only available with the transform AWS::LanguageExtensions`);
}

/** `use(value)` unless something within is unknown, which then is the result. */
function withKnown<T>(value: T, use: (known: T) => unknown): unknown {
  return findUnknown(value) ?? use(value);
}

/** The first `Unknown` within a resolved value. */
export function findUnknown(value: unknown): Unknown | undefined {
  if (value instanceof Unknown) return value;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findUnknown(item);
      if (found) return found;
    }
  } else if (isObject(value)) return findUnknown(Object.values(value));
  return undefined;
}

function asText(value: unknown, where: string): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === NO_VALUE) return "";
  throw invalid(`Template error: every ${where} value must be a string`);
}

function withReferences(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return value.includes("{{resolve:") ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => withReferences(item, change));
  if (!isObject(value) || value instanceof Unknown) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withReferences(item, change)]));
}

function refuseReference(text: string): never {
  throw notImplemented(`dynamic references here (${text})`);
}
