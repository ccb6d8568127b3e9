// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import {
  evaluateConditions,
  failedAssertions,
  type RuleFacts,
} from "../../../../../local/aws/cloudformation/template/conditions.js";
import { findUnknown, resolve, type Scope, Unknown } from "../../../../../local/aws/cloudformation/template/resolve.js";

const scope: Scope = {
  parameters: { "AWS::Region": "eu-west-1", Name: "n", List: ["a", "b"], Empty: [""], Count: "0" },
  mappings: { Sizes: { "eu-west-1": { small: 1, zones: ["x", "y"] } } },
  conditions: { Yes: true, No: false },
  availabilityZones: ["eu-west-1a", "eu-west-1b"],
  languageExtensions: false,
  ref: (id) => (id === "New" ? new Unknown("New") : `${id}-id`),
  getAtt: (id, attribute) => (id === "New" ? new Unknown("New.Arn") : `${id}.${attribute}!`),
  stackOutput: (stack, output) => `${stack}.${output}?`,
  importValue: (name) => `imported ${name}`,
};

describe("resolve", () => {
  it.each<[unknown, unknown]>([
    [{ Ref: "Name" }, "n"],
    [{ Ref: "List" }, ["a", "b"]],
    [{ Ref: "A" }, "A-id"],
    [{ "Fn::GetAtt": ["A", "B.C"] }, "A.B.C!"],
    [{ "Fn::GetAtt": "A.B" }, "A.B!"],
    [{ "Fn::Sub": "${Name}/${A}/${A.B}/${!Literal}/$x" }, "n/A-id/A.B!/${Literal}/$x"],
    [{ "Fn::Sub": ["${v}-${Name}", { v: { Ref: "A" } }] }, "A-id-n"],
    [{ "Fn::Join": [",", { Ref: "List" }] }, "a,b"],
    [{ "Fn::Join": ["-", ["x", 1, true]] }, "x-1-true"],
    [{ "Fn::Split": [",", "a,b,"] }, ["a", "b", ""]],
    [{ "Fn::Select": ["1", { Ref: "List" }] }, "b"],
    [{ "Fn::FindInMap": ["Sizes", { Ref: "AWS::Region" }, "small"] }, 1],
    [{ "Fn::GetAZs": "" }, ["eu-west-1a", "eu-west-1b"]],
    [{ "Fn::ImportValue": { "Fn::Sub": "${Name}-x" } }, "imported n-x"],
    [{ "Fn::Base64": "hello" }, "aGVsbG8="],
    [{ "Fn::Cidr": ["10.0.0.0/16", 3, 8] }, ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]],
    [{ "Fn::Cidr": ["192.168.0.0/24", "2", "5"] }, ["192.168.0.0/27", "192.168.0.32/27"]],
    [{ "Fn::Cidr": ["10.0.5.9/16", 1, 8] }, ["10.0.0.0/24"]],
    [{ "Fn::Cidr": ["2001:db8::/56", 2, 64] }, ["2001:db8::/64", "2001:db8:0:1::/64"]],
    [{ "Fn::Cidr": ["2001:db8:1234:1a00::/56", "256", "64"] }, expect.arrayContaining(["2001:db8:1234:1aff::/64"])],
    [{ "Fn::GetAZs": "us-west-1" }, ["us-west-1a", "us-west-1c"]],
    [{ "Fn::GetStackOutput": { StackName: { Ref: "Name" }, OutputName: "Url" } }, "n.Url?"],
    [{ "Fn::GetStackOutput": { StackName: "s", OutputName: "Url", Region: "eu-west-1" } }, "s.Url?"],
    [{ "Fn::If": ["Yes", 1, 2] }, 1],
    [{ A: { "Fn::If": ["No", 1, { Ref: "AWS::NoValue" }] }, B: 2 }, { B: 2 }],
    [["x", { Ref: "AWS::NoValue" }], ["x"]],
    [{ Condition: { StringEquals: { a: "b" } } }, { Condition: { StringEquals: { a: "b" } } }],
  ])("resolves %j", (value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it.each<[unknown, string]>([
    [{ "Fn::Select": [2, ["a"]] }, "Template error: Fn::Select cannot select nonexistent value at index 2"],
    [{ "Fn::FindInMap": ["Sizes", "mars", "small"] }, "Template error: Unable to get mapping for Sizes::mars::small"],
    [{ "Fn::Nonsense": 1 }, "Template error: Encountered unsupported function: Fn::Nonsense"],
    [{ "Fn::Join": ["-", "x"] }, "Template error: every Fn::Join object requires two parameters"],
    [{ "Fn::Length": [1] }, "Fn::Length is only available with the transform AWS::LanguageExtensions"],
    [{ "Fn::Cidr": ["10.0.0.0/24", 3, 8] }, "has no room for 3 blocks"],
    [{ "Fn::Cidr": ["2001:db8::/64", 2, 64] }, "has no room for 2 blocks"],
    [{ "Fn::Cidr": ["2001:db8::", 2, 64] }, "is not a CIDR block"],
    [{ "Fn::GetAZs": "Ireland" }, "is not a region"],
    [{ "Fn::GetStackOutput": "s.Url" }, "requires a StackName and an OutputName"],
    [{ "Fn::GetStackOutput": { StackName: "s", OutputName: "U", Region: "eu-west-2" } }, "of another region"],
    [{ "Fn::GetStackOutput": { StackName: "s", OutputName: "U", RoleArn: "arn" } }, "with a RoleArn"],
    ["{{resolve:ssm:/x}}", "The local AWS does not implement dynamic references"],
    [{ "Fn::Transform": {} }, "The local AWS does not implement Fn::Transform"],
  ])("refuses %j", (value, message) => {
    expect(() => resolve(value, scope)).toThrow(message);
  });

  it.each<[unknown]>([
    [{ Ref: "New" }],
    [{ "Fn::Sub": "x-${New}" }],
    [{ "Fn::Join": ["", ["a", { "Fn::GetAtt": ["New", "Arn"] }]] }],
    [{ "Fn::Select": [0, { "Fn::Split": [",", { Ref: "New" }] }] }],
    [{ "Fn::Base64": { Ref: "New" } }],
  ])("knows that %j is not known before the resource exists", (value) => {
    expect(findUnknown(resolve(value, scope))).toBeInstanceOf(Unknown);
  });
});

describe("evaluateConditions", () => {
  it.each<[object, boolean]>([
    [{ "Fn::Equals": [{ Ref: "Name" }, "n"] }, true],
    [{ "Fn::Equals": [{ Ref: "Count" }, 0] }, true],
    [{ "Fn::Equals": [{ "Fn::Join": ["", { Ref: "Empty" }] }, ""] }, true],
    [{ "Fn::Not": [{ "Fn::Equals": ["a", "b"] }] }, true],
    [{ "Fn::And": [{ "Fn::Equals": ["a", "a"] }, { Condition: "Other" }] }, false],
    [{ "Fn::Or": [{ "Fn::Equals": ["a", "b"] }, { Condition: "Other" }] }, false],
  ])("evaluates %j", (condition, expected) => {
    const conditions = { It: condition, Other: { "Fn::Equals": ["a", "b"] } };
    expect(evaluateConditions(conditions, scope).It).toBe(expected);
  });

  it("refuses conditions that go round in a circle, are missing, or are no conditions", () => {
    const not = (name: string) => ({ "Fn::Not": [{ Condition: name }] });
    expect(() => evaluateConditions({ A: not("B"), B: not("A") }, scope)).toThrow(/circular condition dependency/);
    expect(() => evaluateConditions({ A: not("Gone") }, scope)).toThrow(/Unresolved condition dependency Gone/);
    expect(() => evaluateConditions({ A: { Ref: "Name" } }, scope)).toThrow(/can only be boolean operations/);
    expect(() => evaluateConditions({ A: { "Fn::And": [not("A")] } }, scope)).toThrow(/at least 2 and at most 10/);
  });
});

describe("failedAssertions", () => {
  it("names what a rule demands, only where its condition holds", () => {
    const rule = (when: string) => ({
      RuleCondition: { "Fn::Equals": [{ Ref: "Name" }, when] },
      Assertions: [
        { Assert: { "Fn::Contains": [["a", "b"], { Ref: "Name" }] }, AssertDescription: "Name must be a or b." },
        { Assert: { "Fn::EachMemberIn": [{ Ref: "List" }, ["a", "b", "c"]] } },
      ],
    });
    const parameterTypes = { Name: "String", List: "CommaDelimitedList" };
    expect(failedAssertions({ Holds: rule("n"), Not: rule("m") }, { ...scope, parameterTypes })).toEqual([
      "Rule Holds: Name must be a or b.",
    ]);
  });

  it.each<[string, object, boolean]>([
    ["all of a type", { "Fn::Contains": [{ "Fn::RefAll": "AWS::EC2::VPC::Id" }, { Ref: "Vpc" }] }, true],
    ["an attribute", { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.team"] }, "blue"] }, true],
    ["a list's attributes", { "Fn::EachMemberEquals": [{ "Fn::ValueOf": ["Nets", "VpcId"] }, { Ref: "Vpc" }] }, false],
    [
      "attributes among all of a type",
      {
        "Fn::EachMemberIn": [
          { "Fn::ValueOf": ["Nets", "VpcId"] },
          { "Fn::ValueOfAll": ["AWS::EC2::Subnet::Id", "VpcId"] },
        ],
      },
      true,
    ],
    ["an attribute that is not there", { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.none"] }, ""] }, true],
  ])("ask the account: %s", (_, Assert, expected) => {
    const attributes: Record<string, Record<string, string>> = {
      "vpc-1": { "Tags.team": "blue" },
      "vpc-2": {},
      "subnet-1": { VpcId: "vpc-1" },
      "subnet-2": { VpcId: "vpc-2" },
    };
    const facts: RuleFacts = {
      ids: (type) =>
        Object.keys(attributes).filter((id) => id.startsWith(type === "AWS::EC2::VPC::Id" ? "vpc" : "subnet")),
      attribute: (_type, id, attribute) => attributes[id]?.[attribute],
    };
    const parameterTypes = { Vpc: "AWS::EC2::VPC::Id", Nets: "List<AWS::EC2::Subnet::Id>" };
    const parameters = { ...scope.parameters, Vpc: "vpc-1", Nets: ["subnet-1", "subnet-2"] };
    const failed = failedAssertions(
      { R: { Assertions: [{ Assert }] } },
      { ...scope, parameters, parameterTypes, facts },
    );
    expect(failed.length === 0).toBe(expected);
  });
});
