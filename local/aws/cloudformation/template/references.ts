import { isObject } from "./template.js";

/** One use of a parameter, pseudo parameter, resource or condition by an intrinsic function. */
export type Reference =
  | { readonly kind: "Ref"; readonly name: string }
  | { readonly kind: "GetAtt"; readonly name: string; readonly attribute: string }
  | { readonly kind: "Condition"; readonly name: string };

/**
 * What a template value refers to. With `conditions` given only the branches of Fn::If that are taken count, as
 * CloudFormation does for the order of resources; without, all do.
 */
export function references(value: unknown, conditions?: Readonly<Record<string, boolean>>): Reference[] {
  if (Array.isArray(value)) return value.flatMap((item) => references(item, conditions));
  if (!isObject(value)) return [];
  const call = functionCall(value);
  if (!call) return Object.values(value).flatMap((item) => references(item, conditions));
  const { name, argument } = call;
  if (name === "Ref") return typeof argument === "string" ? [{ kind: "Ref", name: argument }] : [];
  if (name === "Fn::GetAtt") return attributeReference(argument, conditions);
  if (name === "Fn::Sub") return substitutionReferences(argument, conditions);
  if (name === "Fn::If" && Array.isArray(argument)) {
    const [condition, ifTrue, ifFalse] = argument;
    const own: Reference[] = typeof condition === "string" ? [{ kind: "Condition", name: condition }] : [];
    if (!conditions) return [...own, ...references([ifTrue, ifFalse])];
    return [...own, ...references(conditions[String(condition)] ? ifTrue : ifFalse, conditions)];
  }
  return references(argument, conditions);
}

/** The intrinsic function that an object stands for, if it does: it has one key, `Ref` or `Fn::...`. */
export function functionCall(value: Record<string, unknown>): { name: string; argument: unknown } | undefined {
  const entries = Object.entries(value);
  const [first] = entries;
  if (!first || entries.length !== 1 || !(first[0] === "Ref" || first[0].startsWith("Fn::"))) return undefined;
  return { name: first[0], argument: first[1] };
}

/** The two parts of Fn::GetAtt's argument, a list or `Resource.Attribute`; undefined where it is neither. */
export function attributeArguments(argument: unknown): { name: string; attribute: unknown } | undefined {
  if (typeof argument === "string") {
    const dot = argument.indexOf(".");
    return dot > 0 ? { name: argument.slice(0, dot), attribute: argument.slice(dot + 1) } : undefined;
  }
  if (!Array.isArray(argument) || argument.length < 2 || typeof argument[0] !== "string") return undefined;
  const rest = argument.slice(1);
  return { name: argument[0], attribute: rest.length === 1 ? rest[0] : rest.join(".") };
}

/** A piece of Fn::Sub's string: text as it is, or a `${Name}` or `${Name.Attribute}`. */
export type SubstitutionPart = { readonly text: string } | { readonly variable: string };

/** Takes Fn::Sub's string apart; `${!Literal}` is the text `${Literal}`. */
export function substitutionParts(text: string): SubstitutionPart[] {
  const parts: SubstitutionPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    parts.push({ text: text.slice(end, match.index) });
    const name = (match[1] ?? "").trim();
    parts.push(name.startsWith("!") ? { text: `\${${name.slice(1)}}` } : { variable: name });
    end = match.index + match[0].length;
  }
  parts.push({ text: text.slice(end) });
  return parts.filter((part) => "variable" in part || part.text !== "");
}

function attributeReference(argument: unknown, conditions?: Readonly<Record<string, boolean>>): Reference[] {
  const parts = attributeArguments(argument);
  if (!parts) return [];
  if (typeof parts.attribute === "string") return [{ kind: "GetAtt", name: parts.name, attribute: parts.attribute }];
  // The attribute's name may be a function itself (a Ref to a parameter): the resource is needed all the same.
  return [{ kind: "Ref", name: parts.name }, ...references(parts.attribute, conditions)];
}

function substitutionReferences(argument: unknown, conditions?: Readonly<Record<string, boolean>>): Reference[] {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof text !== "string") return [];
  const own = isObject(variables) ? variables : {};
  const found = substitutionParts(text).flatMap((part): Reference[] => {
    if (!("variable" in part) || part.variable in own) return [];
    const dot = part.variable.indexOf(".");
    if (dot < 0) return [{ kind: "Ref", name: part.variable }];
    return [{ kind: "GetAtt", name: part.variable.slice(0, dot), attribute: part.variable.slice(dot + 1) }];
  });
  return [...found, ...references(Object.values(own), conditions)];
}
