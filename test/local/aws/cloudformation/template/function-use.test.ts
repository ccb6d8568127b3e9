// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { parseTemplate } from "../../../../../local/aws/cloudformation/template/parse.js";
import { validateTemplate } from "../../../../../local/aws/cloudformation/template/validate.js";
import { template, types } from "../fake-account.js";

const PARAMETERS = { P: { Type: "String", Default: "p" }, List: { Type: "CommaDelimitedList", Default: "a,b" } };
const MAPPINGS = { M: { top: { second: "value", many: ["x", "y"] } } };
const CONDITIONS = { Yes: { "Fn::Equals": ["a", "a"] } };

const validate = (value: unknown, rest: object = {}) =>
  validateTemplate(
    parseTemplate(
      template(
        { A: {}, B: { Name: value } },
        { Parameters: PARAMETERS, Mappings: MAPPINGS, Conditions: CONDITIONS, ...rest },
      ),
    ),
    types,
  );

describe("the functions of a template", () => {
  it.each<[string, unknown]>([
    ["Select of Cidr of GetAtt", { "Fn::Select": [0, { "Fn::Cidr": [{ "Fn::GetAtt": ["A", "Arn"] }, 2, 8] }] }],
    ["Join of Split of Sub", { "Fn::Join": ["-", { "Fn::Split": [",", { "Fn::Sub": "${P},${A}" }] }] }],
    [
      "Join of a list of functions",
      { "Fn::Join": ["", [{ Ref: "P" }, { "Fn::Base64": "x" }, { "Fn::If": ["Yes", "a", "b"] }]] },
    ],
    [
      "FindInMap by Ref and FindInMap",
      { "Fn::FindInMap": ["M", { Ref: "P" }, { "Fn::FindInMap": ["M", "top", "second"] }] },
    ],
    ["GetAZs of Ref", { "Fn::Select": ["0", { "Fn::GetAZs": { Ref: "AWS::Region" } }] }],
    ["GetAtt with a Ref for the attribute", { "Fn::GetAtt": ["A", { Ref: "P" }] }],
    ["ImportValue of Sub", { "Fn::ImportValue": { "Fn::Sub": "${AWS::StackName}-x" } }],
    ["Sub with values", { "Fn::Sub": ["${x.y}${A.Arn}", { "x.y": { "Fn::Select": [0, { Ref: "List" }] } }] }],
  ])("may be nested as AWS documents it: %s", (_, value) => {
    expect(() => validate(value)).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    [
      "a delimiter",
      { "Fn::Join": [{ Ref: "P" }, ["a"]] },
      "Fn::Join does not support Ref in this place. It must be a literal",
    ],
    [
      "Split of a list",
      { "Fn::Split": [",", { "Fn::Cidr": ["10.0.0.0/16", 1] }] },
      "Fn::Split does not support Fn::Cidr",
    ],
    [
      "Sub in a map's key",
      { "Fn::FindInMap": ["M", { "Fn::Sub": "${P}" }, "second"] },
      "Fn::FindInMap does not support Fn::Sub",
    ],
    ["Sub in an index", { "Fn::Select": [{ "Fn::Sub": "0" }, { Ref: "List" }] }, "Fn::Select does not support Fn::Sub"],
    ["Join in a region", { "Fn::GetAZs": { "Fn::Join": ["", ["eu"]] } }, "Fn::GetAZs does not support Fn::Join"],
    ["Sub in an attribute", { "Fn::GetAtt": ["A", { "Fn::Sub": "Arn" }] }, "Fn::GetAtt does not support Fn::Sub"],
    ["a malformed GetAtt", { "Fn::GetAtt": ["A"] }, "every Fn::GetAtt object requires two non-empty parameters"],
    [
      "GetAtt in a name to import",
      { "Fn::ImportValue": { "Fn::GetAtt": ["A", "Arn"] } },
      "Fn::ImportValue does not support Fn::GetAtt",
    ],
    [
      "a resource in a name to import",
      { "Fn::ImportValue": { "Fn::Sub": "x-${A}" } },
      "the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs",
    ],
    [
      "a space in Sub",
      { "Fn::Sub": "${A B}" },
      "variable names in Fn::Sub syntax must contain only alphanumeric characters, underscores, periods, and colons",
    ],
    ["a shell's default in Sub", { "Fn::Sub": "${A:-x}" }, "variable names in Fn::Sub syntax"],
    [
      "a condition's function in a property",
      { "Fn::Equals": ["a", "b"] },
      "Template error: Fn::Equals cannot be partially collapsed",
    ],
    [
      "a rule's function in a property",
      { "Fn::Contains": [["a"], "a"] },
      "Fn::Contains is only supported in the Rules section",
    ],
  ])("are refused elsewhere: %s", (_, value, message) => {
    expect(() => validate(value)).toThrow(message);
  });

  it("has no function but Ref and Fn::FindInMap in a map's keys", () => {
    const value = { "Fn::FindInMap": ["M", { "Fn::Sub": "${P}" }, "second"] };
    expect(() => validate(value)).toThrow("Fn::FindInMap does not support Fn::Sub");
  });

  it.each<[string, object, string]>([
    [
      "a rule's function in a condition",
      { Conditions: { C: { "Fn::Contains": [["a"], { Ref: "P" }] } } },
      "Fn::Contains is only supported in the Rules section",
    ],
    [
      "a function of values in a condition",
      { Conditions: { C: { "Fn::Equals": [{ "Fn::GetAZs": "" }, "a"] } } },
      "Fn::Equals does not support Fn::GetAZs",
    ],
    [
      "a function of values in a rule",
      { Rules: { R: { Assertions: [{ Assert: { "Fn::Equals": [{ "Fn::Sub": "${P}" }, "p"] } }] } } },
      "Fn::Sub is not supported in the Rules section",
    ],
    [
      "a resource in an export's name",
      { Outputs: { O: { Value: "x", Export: { Name: { "Fn::Sub": "x-${A}" } } } } },
      "Output O is malformed. The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs",
    ],
    [
      "a loop without the transform",
      { Outputs: { "Fn::ForEach::L": ["x", ["a"], {}] } },
      "resource definition is malformed",
    ],
  ])("are refused in the wrong section: %s", (_, rest, message) => {
    expect(() => validate("x", rest)).toThrow(message);
  });
});
