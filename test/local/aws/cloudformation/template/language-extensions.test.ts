// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { parseTemplate } from "../../../../../local/aws/cloudformation/template/parse.js";
import { processTemplate } from "../../../../../local/aws/cloudformation/template/process.js";
import { THING, types } from "../fake-account.js";

const SCOPE = {
  parameters: { "AWS::Region": "eu-west-1", Stage: "prod", Names: ["a", "b"], Ids: ["id-1", "id-2"], Secret: ["x"] },
  mappings: { M: { top: { list: ["x", "y"], one: "1" }, prod: { Policy: "Retain" } } },
  availabilityZones: [],
  languageExtensions: true,
};
const PARAMETERS = {
  Stage: { Type: "String" },
  Names: { Type: "CommaDelimitedList" },
  Ids: { Type: "CommaDelimitedList" },
  Secret: { Type: "CommaDelimitedList", NoEcho: true },
};

/** The processed template of these sections; whatever of it can be checked is. */
function processed(sections: Record<string, unknown>) {
  const source = parseTemplate(
    JSON.stringify({
      Transform: "AWS::LanguageExtensions",
      Parameters: PARAMETERS,
      Mappings: SCOPE.mappings,
      ...sections,
    }),
  );
  const template = processTemplate(source, types, SCOPE);
  if (template.failure !== undefined) throw new Error(template.failure);
  const { Transform, Parameters: _, Mappings: __, ...rest } = JSON.parse(template.processed ?? "");
  expect(Transform).toBeUndefined();
  return rest;
}

const thing = (Properties: object, rest: object = {}) => ({ Type: THING, Properties, ...rest });

/** The properties of the only resource of a template, when processed. */
function properties(value: object, sections: object = {}) {
  return processed({ Resources: { A: thing(value) }, ...sections }).Resources.A.Properties;
}

describe("Fn::ForEach", () => {
  it("makes resources, outputs and conditions of each item of a list, of a parameter or of a map", () => {
    expect(
      processed({
        Conditions: {
          "Fn::ForEach::Checks": [
            "Which",
            ["Prod", "Test"],
            { "Is${Which}": { "Fn::Equals": [{ Ref: "Stage" }, { Ref: "Which" }] } },
          ],
        },
        Resources: {
          First: thing({}),
          "Fn::ForEach::Things": [
            "Name",
            { Ref: "Names" },
            {
              "Thing${Name}": thing(
                { Name: { Ref: "Name" }, Color: { "Fn::Sub": "${Name}-${AWS::Region}" } },
                { DependsOn: "First" },
              ),
            },
          ],
        },
        Outputs: {
          "Fn::ForEach::Arns": [
            "Item",
            { "Fn::FindInMap": ["M", "top", "list"] },
            { "Out${Item}": { Description: "of ${Item}", Value: { Ref: "First" } } },
          ],
        },
      }),
    ).toEqual({
      Conditions: {
        IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "Prod"] },
        IsTest: { "Fn::Equals": [{ Ref: "Stage" }, "Test"] },
      },
      Resources: {
        First: thing({}),
        Thinga: thing({ Name: "a", Color: { "Fn::Sub": "a-${AWS::Region}" } }, { DependsOn: "First" }),
        Thingb: thing({ Name: "b", Color: { "Fn::Sub": "b-${AWS::Region}" } }, { DependsOn: "First" }),
      },
      Outputs: {
        Outx: { Description: "of x", Value: { Ref: "First" } },
        Outy: { Description: "of y", Value: { Ref: "First" } },
      },
    });
  });

  it("nests, stands within properties, and refers to what other loops make", () => {
    const { Resources, Outputs } = processed({
      Resources: {
        "Fn::ForEach::Outer": [
          "X",
          ["a", "b"],
          { "Fn::ForEach::Inner": ["Y", ["1", "2"], { "T${X}${Y}": thing({ Name: { "Fn::Sub": "${X}/${Y}" } }) }] },
        ],
        B: thing({ "Fn::ForEach::Members": ["P", ["Name", "Color"], { "${P}": { "Fn::Sub": "my ${P}" } }] }),
      },
      Outputs: {
        "Fn::ForEach::Values": [
          "Z",
          ["1", "2"],
          {
            "V${Z}": { Value: { "Fn::GetAtt": [{ "Fn::Sub": "Ta${Z}" }, "Arn"] } },
            "R${Z}": { Value: { Ref: { "Fn::Sub": "Tb${Z}" } } },
          },
        ],
      },
    });
    expect(Object.keys(Resources)).toEqual(["Ta1", "Ta2", "Tb1", "Tb2", "B"]);
    expect(Resources.Tb1.Properties.Name).toEqual({ "Fn::Sub": "b/1" });
    expect(Resources.B.Properties).toEqual({ Name: { "Fn::Sub": "my Name" }, Color: { "Fn::Sub": "my Color" } });
    expect(Outputs).toEqual({
      V1: { Value: { "Fn::GetAtt": ["Ta1", "Arn"] } },
      R1: { Value: { Ref: "Tb1" } },
      V2: { Value: { "Fn::GetAtt": ["Ta2", "Arn"] } },
      R2: { Value: { Ref: "Tb2" } },
    });
  });

  it("leaves out what is not alphanumeric where the key asks with &{Identifier}", () => {
    const loop = ["Id", { Ref: "Ids" }, { "T&{Id}": thing({ Name: { Ref: "Id" } }) }];
    expect(processed({ Resources: { "Fn::ForEach::T": loop } }).Resources).toEqual({
      Tid1: thing({ Name: "id-1" }),
      Tid2: thing({ Name: "id-2" }),
    });
    const wrong = ["Id", { Ref: "Ids" }, { "T${Id}": thing({}) }];
    expect(() => processed({ Resources: { "Fn::ForEach::T": wrong } })).toThrow(
      "Resources name Tid-1 is non alphanumeric",
    );
  });

  const A = { A: thing({}) };
  const each = (collection: unknown, key = "T${X}") => ({ "Fn::ForEach::L": ["X", collection, { [key]: thing({}) }] });
  it.each<[string, Record<string, unknown>, string]>([
    [
      "a key twice",
      { Resources: each(["a", "b"], "T") },
      "Duplicate key 'T' when merging keys to parent object in Fn::ForEach",
    ],
    ["a key that is there", { Resources: { ...each(["a"]), Ta: thing({}) } }, "Duplicate key 'Ta' when merging"],
    [
      "a loop without a name",
      { Resources: { ...A, "Fn::ForEach": ["X", ["a"], {}] } },
      "Fn::ForEach layout is incorrect",
    ],
    ["two arguments", { Resources: { ...A, "Fn::ForEach::L": ["X", ["a"]] } }, "Fn::ForEach layout is incorrect"],
    ["a text to go through", { Resources: { ...A, ...each("a") } }, "Fn::ForEach layout is incorrect"],
    [
      "objects to go through",
      { Resources: { ...A, ...each([{ a: "b" }]) } },
      "its collection must be a list of strings",
    ],
    [
      "a parameter that is no list",
      { Resources: { ...A, ...each({ Ref: "Stage" }) } },
      "its collection must be a list",
    ],
    [
      "a hidden parameter",
      { Resources: { ...A, ...each({ Ref: "Secret" }) } },
      "does not support the NoEcho parameter Secret",
    ],
    [
      "Fn::If to go through",
      { Resources: { ...A, ...each({ "Fn::If": ["C", ["a"], ["b"]] }) } },
      "Condition layout is incorrect",
    ],
    ["a resource to go through", { Resources: { ...A, ...each(["a", { Ref: "A" }]) } }, "must not depend on resources"],
    [
      "an attribute to go through",
      { Resources: { ...A, ...each({ "Fn::GetAtt": ["A", "Arn"] }) } },
      "must not depend on resources",
    ],
    [
      "a name twice",
      { Resources: each(["a"]), Outputs: { "Fn::ForEach::L": ["Y", ["a"], {}] } },
      "loop name L is used more than once",
    ],
    ["a resource's name", { Resources: { ...each(["a"]), L: thing({}) } }, "name L conflicts with"],
    [
      "a parameter's name",
      { Resources: { ...A, "Fn::ForEach::L": ["Stage", ["a"], {}] } },
      "name Stage conflicts with",
    ],
    [
      "an outer loop's identifier",
      { Resources: { "Fn::ForEach::L": ["X", ["a"], { "Fn::ForEach::M": ["X", ["b"], { "T${X}": thing({}) }] }] } },
      "identifier X is that of an outer loop",
    ],
    ["a place among mappings", { Resources: A, Mappings: { "Fn::ForEach::L": ["X", ["a"], {}] } }, "Mappings"],
    [
      "a place in metadata",
      { Resources: A, Metadata: { "Fn::ForEach::L": ["X", ["a"], {}] } },
      "not supported in the Metadata section",
    ],
    [
      "more resources than a stack may have",
      { Resources: each(Array.from({ length: 501 }, (_, index) => `${index}`)) },
      "Number of resources, 501, is greater than maximum allowed, 500",
    ],
    [
      "more bytes than a template may have",
      {
        Resources: {
          "Fn::ForEach::L": [
            "X",
            Array.from({ length: 400 }, (_, index) => `${index}`),
            { "T${X}": thing({ Name: "n".repeat(3000) }) },
          ],
        },
      },
      "Template may not exceed 1000000 bytes in size.",
    ],
  ])("refuses %s", (_, sections, message) => {
    expect(() => processed(sections)).toThrow(message);
  });
});

describe("AWS::LanguageExtensions", () => {
  it.each<[string, object, unknown]>([
    ["a length", { Size: { "Fn::Length": { Ref: "Names" } } }, { Size: 2 }],
    ["the length of a split text", { Size: { "Fn::Length": { "Fn::Split": ["|", "a|b|c"] } } }, { Size: 3 }],
    ["a map's value", { Name: { "Fn::FindInMap": ["M", { "Fn::Sub": "${Stage}" }, "Policy"] } }, { Name: "Retain" }],
    [
      "a map's default",
      { Name: { "Fn::FindInMap": ["M", "gone", "x", { DefaultValue: { Ref: "Stage" } }] } },
      { Name: "prod" },
    ],
    [
      "a map's default that is no value",
      { Name: { "Fn::FindInMap": ["M", "gone", "x", { DefaultValue: { Ref: "AWS::NoValue" } }] } },
      { Name: { Ref: "AWS::NoValue" } },
    ],
    [
      "JSON",
      { Name: { "Fn::ToJsonString": { a: { Ref: "Names" }, b: { Ref: "AWS::NoValue" }, c: 1 } } },
      { Name: '{"a":["a","b"],"c":1}' },
    ],
  ])("puts %s into the processed template", (_, before, after) => {
    expect(properties(before)).toEqual(after);
  });

  it("leaves JSON of resources for when they are there", () => {
    const json = { "Fn::ToJsonString": { arn: { "Fn::GetAtt": ["B", "Arn"] } } };
    const { Resources } = processed({ Resources: { A: thing({ Name: json }), B: thing({}) } });
    expect(Resources.A.Properties.Name).toEqual(json);
  });

  it("takes functions in policies and in conditions of resources", () => {
    const { Resources } = processed({
      Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
      Resources: {
        A: thing(
          {},
          {
            DeletionPolicy: { "Fn::If": ["IsProd", "Retain", "Delete"] },
            UpdateReplacePolicy: { "Fn::FindInMap": ["M", { Ref: "Stage" }, "Policy"] },
          },
        ),
        B: thing({}, { Condition: { "Fn::FindInMap": ["M", "gone", "x", { DefaultValue: { Ref: "AWS::NoValue" } }] } }),
      },
    });
    expect(Resources).toEqual({
      A: thing({}, { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" }),
      B: thing({}),
    });
    expect(() => processed({ Resources: { A: thing({}, { DeletionPolicy: { Ref: "Stage" } }) } })).toThrow(
      "Unrecognized DeletionPolicy prod for resource A",
    );
  });

  it.each<[string, object, string]>([
    [
      "a map's key of a resource",
      { Name: { "Fn::FindInMap": ["M", { Ref: "A" }, "x"] } },
      "Fn::FindInMap must not depend on resources",
    ],
    [
      "a map's key that is not there",
      { Name: { "Fn::FindInMap": ["M", "gone", "x"] } },
      "Unable to get mapping for M::gone::x",
    ],
    [
      "a function that a map's key does not take",
      { Name: { "Fn::FindInMap": ["M", { "Fn::Base64": "x" }, "x"] } },
      "Fn::FindInMap does not support Fn::Base64",
    ],
    [
      "the length of what is not known",
      { Size: { "Fn::Length": { "Fn::Split": [":", { Ref: "B" }] } } },
      "Fn::Length must not depend on resources",
    ],
    ["JSON of a text", { Name: { "Fn::ToJsonString": "text" } }, "needs an object or an array"],
    [
      "an imported name of a resource",
      { Name: { Ref: { "Fn::ImportValue": "x" } } },
      "Ref must not depend on resources",
    ],
  ])("refuses %s", (_, value, message) => {
    const sections = { Resources: { A: thing(value), B: thing({}) } };
    expect(() => processed(sections)).toThrow(`Transform AWS::LanguageExtensions failed with: `);
    expect(() => processed(sections)).toThrow(message);
  });
});
