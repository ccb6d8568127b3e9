import {
  checkDefinitions,
  parameterReferences,
  parameterValues,
} from "../../../../../local/aws/cloudformation/template/parameters.js";
import type { ParameterDefinition } from "../../../../../local/aws/cloudformation/template/template.js";

const one = (definition: Omit<ParameterDefinition, "Type"> & { Type?: string }, value?: string) => {
  const definitions = { P: { Type: "String", ...definition } };
  const given = value === undefined ? [] : [{ ParameterKey: "P", ParameterValue: value }];
  return parameterReferences(definitions, parameterValues(definitions, given)).P;
};

describe("parameterValues", () => {
  it.each<[Parameters<typeof one>[0], string | undefined, unknown]>([
    [{}, "x", "x"],
    [{ Default: "d" }, undefined, "d"],
    [{ Default: "" }, undefined, ""],
    [{ Type: "Number", Default: 5 }, undefined, "5"],
    [{ Type: "CommaDelimitedList" }, "a, b", ["a", "b"]],
    [{ Type: "CommaDelimitedList", Default: "" }, undefined, [""]],
    [{ Type: "List<Number>" }, "1,2", ["1", "2"]],
    [{ AllowedPattern: "^[a-z]+$" }, "abc", "abc"],
    [{ Type: "CommaDelimitedList", AllowedPattern: "[a-z]" }, "a,b", ["a", "b"]],
  ])("takes %j with %j", (definition, value, expected) => {
    expect(one(definition, value)).toEqual(expected);
  });

  it.each<[Parameters<typeof one>[0], string | undefined, string]>([
    [{}, undefined, "Parameters: [P] must have values"],
    [{ AllowedValues: ["a", 1] }, "b", "Parameter 'P' must be one of AllowedValues"],
    [{ AllowedPattern: "[a-z]+" }, "a1", "Parameter 'P' must match pattern [a-z]+"],
    [
      { AllowedPattern: "[a-z]", ConstraintDescription: "one letter." },
      "ab",
      "Parameter P failed to satisfy constraint: one letter.",
    ],
    [{}, "x".repeat(4097), "Parameter 'P' must be at most 4096 bytes long"],
    [{ MinLength: 3 }, "ab", "Parameter 'P' must contain at least 3 characters"],
    [{ MaxLength: "1" }, "ab", "Parameter 'P' must contain at most 1 characters"],
    [{ Type: "Number" }, "ten", "Parameter 'P' must be a number"],
    [{ Type: "Number", MinValue: 2 }, "1", "Parameter 'P' must be a number not less than 2"],
    [{ Type: "Number", MaxValue: 2 }, "3", "Parameter 'P' must be a number not greater than 2"],
    [{ Type: "CommaDelimitedList", AllowedValues: ["a"] }, "a,b", "Parameter 'P' must be one of AllowedValues"],
  ])("refuses %j with %j", (definition, value, message) => {
    expect(() => one(definition, value)).toThrow(message);
  });

  it("refuses what the template does not have, and a previous value where there is none", () => {
    const definitions = { P: { Type: "String" } };
    expect(() => parameterValues(definitions, [{ ParameterKey: "Q", ParameterValue: "1" }])).toThrow(
      "Parameters: [Q] do not exist in the template",
    );
    const kept = [{ ParameterKey: "P", UsePreviousValue: true }];
    expect(parameterValues(definitions, kept, { P: "old" })).toEqual({ P: "old" });
    expect(() => parameterValues(definitions, kept, {})).toThrow(/Cannot specify usePreviousValue as true/);
  });
});

describe("checkDefinitions", () => {
  it.each<[ParameterDefinition, string]>([
    [{ Type: "Strong" }, "Template format error: Unrecognized parameter type: Strong"],
    [{ Type: "List<AWS::EC2::KeyPair::KeyName>" }, "Unrecognized parameter type: List<AWS::EC2::KeyPair::KeyName>"],
    [{ Type: "AWS::SSM::Parameter::Value<Number>" }, "Template format error: Unrecognized parameter type"],
    [
      { Type: "String", Default: "{{resolve:ssm:/x}}" },
      "Template error: parameter P should not contain ssm versionless resolver",
    ],
    [
      { Type: "String", Default: "z", AllowedValues: ["a"] },
      "Template format error: Parameter 'P' must be one of AllowedValues",
    ],
  ])("refuses %j", (definition, message) => {
    expect(() => checkDefinitions({ P: definition })).toThrow(message);
  });
});
