import { attributeArguments, functionCall, references, substitutionParts } from "./references.js";
import { invalid, isObject, type Template } from "./template.js";

/** Functions that AWS knows in rules alone. */
const RULE_FUNCTIONS = [
  ...["Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll"],
];
const CONDITION_FUNCTIONS = ["Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or"];
const IN_RULES = [...RULE_FUNCTIONS, ...CONDITION_FUNCTIONS, "Ref"];
const TEXTS = ["Fn::FindInMap", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Select", "Fn::Sub", "Ref"];

/**
 * Which functions may stand in the place of an argument. Functions and arguments that are missing here take any.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const ARGUMENTS: Readonly<Record<string, readonly (readonly string[] | undefined)[]>> = {
  "Fn::Cidr": [TEXTS, TEXTS, TEXTS],
  "Fn::Equals": [0, 1].map(() => [
    ...["Fn::FindInMap", "Fn::Join", "Fn::Length", "Fn::Select", "Fn::Split", "Fn::Sub", "Fn::ToJsonString", "Ref"],
  ]),
  "Fn::GetAtt": [[], ["Ref"]],
  "Fn::Join": [[], ["Fn::Cidr", "Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs", "Fn::If", "Fn::Split", "Ref"]],
  "Fn::Select": [
    ["Fn::FindInMap", "Fn::Length", "Ref"],
    ["Fn::Cidr", "Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs", "Fn::If", "Fn::Split", "Ref"],
  ],
  "Fn::Split": [[], [...TEXTS, "Fn::Base64", "Fn::Join"]],
};
/** The same for functions whose only argument is not a list. */
const ARGUMENT: Readonly<Record<string, readonly string[]>> = {
  "Fn::GetAZs": ["Ref"],
  "Fn::ImportValue": ["Fn::Base64", "Fn::FindInMap", "Fn::If", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub", "Ref"],
};
const IN_A_MAP = ["Fn::FindInMap", "Ref"];
const IN_A_MAP_EXTENDED = [
  ...["Fn::FindInMap", "Fn::If", "Fn::Join", "Fn::Length", "Fn::Select", "Fn::Split", "Fn::Sub", "Fn::ToJsonString"],
  "Ref",
];

/**
 * Checks that functions stand only where AWS lets them: each one's arguments take some functions and no others, rules
 * and conditions have functions of their own, and names of exports must not depend on what is yet to be made.
 * @throws AwsError ValidationError
 */
export function checkFunctionUse(template: Template): void {
  const extended = template.transforms.includes("AWS::LanguageExtensions");
  const resources = Object.values(template.resources).map(({ Properties, Metadata }) => [Properties, Metadata]);
  const outputs = Object.values(template.outputs).map(({ Value, Export }) => [Value, Export]);
  visit([resources, outputs, Object.values(template.conditions)], (name, argument) => {
    if (RULE_FUNCTIONS.includes(name)) throw invalid(`Template error: ${name} is only supported in the Rules section`);
    checkArguments(name, argument, extended);
  });
  visit([resources, outputs], (name, argument) => {
    if (CONDITION_FUNCTIONS.includes(name)) throw invalid(`Template error: ${name} cannot be partially collapsed`);
    if (name === "Fn::ImportValue" && dependsOnMore(template, argument)) {
      throw invalid(
        "Template error: the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs",
      );
    }
  });
  visit(Object.values(template.rules), (name) => {
    if (!IN_RULES.includes(name)) throw invalid(`Template error: ${name} is not supported in the Rules section`);
  });
  for (const [name, output] of Object.entries(template.outputs)) checkExportName(template, name, output.Export?.Name);
}

/**
 * @param extended whether the template declares AWS::LanguageExtensions
 * @throws AwsError ValidationError where an argument is a function that does not stand there
 */
export function checkArguments(name: string, argument: unknown, extended: boolean): void {
  if (name === "Fn::Sub") checkVariables(argument);
  if (name === "Fn::GetAtt" && attributeArguments(argument) === undefined && !extended) {
    throw invalid(
      "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
    );
  }
  if (name === "Fn::FindInMap") {
    const keys = Array.isArray(argument) ? argument.slice(0, 3) : [];
    for (const key of keys) checkFunction(name, key, extended ? IN_A_MAP_EXTENDED : IN_A_MAP);
  } else if (ARGUMENT[name]) {
    checkFunction(name, argument, ARGUMENT[name]);
  } else if (Array.isArray(argument) && !(extended && name === "Fn::GetAtt")) {
    for (const [index, allowed] of (ARGUMENTS[name] ?? []).entries()) {
      if (allowed) checkFunction(name, argument[index], allowed);
    }
  }
}

function checkFunction(name: string, value: unknown, allowed: readonly string[]): void {
  const inner = isObject(value) ? functionCall(value) : undefined;
  if (!inner || allowed.includes(inner.name)) return;
  const instead = allowed.length > 0 ? `Supported functions are: [${allowed.join(", ")}]` : "It must be a literal";
  throw invalid(`Template error: ${name} does not support ${inner.name} in this place. ${instead}`);
}

function checkVariables(argument: unknown): void {
  const [text] = Array.isArray(argument) ? argument : [argument];
  if (typeof text !== "string") return;
  for (const part of substitutionParts(text)) {
    if ("variable" in part && !/^[A-Za-z0-9_:.]+$/.test(part.variable)) {
      throw invalid(
        "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons",
      );
    }
  }
}

/** The names of exports are needed before anything is made. */
function checkExportName(template: Template, output: string, name: unknown): void {
  if (dependsOnMore(template, name)) {
    throw invalid(
      `Template format error: Output ${output} is malformed. The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs`,
    );
  }
}

function dependsOnMore(template: Template, value: unknown): boolean {
  const onResources = references(value).some(({ name }) => Object.hasOwn(template.resources, name));
  let onOthers = false;
  visit(value, (called) => {
    if (called === "Fn::ImportValue" || called === "Fn::GetAZs") onOthers = true;
  });
  return onResources || onOthers;
}

/** Calls back for every function within a value, outer ones first. */
function visit(value: unknown, found: (name: string, argument: unknown) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, found);
  } else if (isObject(value)) {
    const call = functionCall(value);
    if (call) found(call.name, call.argument);
    for (const item of Object.values(value)) visit(item, found);
  }
}
