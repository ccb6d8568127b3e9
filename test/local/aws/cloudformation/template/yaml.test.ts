// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { parseTemplateBody } from "../../../../../local/aws/cloudformation/template/yaml.js";

describe("parseTemplateBody", () => {
  it.each([
    ["!Ref A", { Ref: "A" }],
    ["!GetAtt A.B.C", { "Fn::GetAtt": ["A", "B.C"] }],
    ["!GetAtt [A, B]", { "Fn::GetAtt": ["A", "B"] }],
    ['!Join ["-", [a, !Ref B]]', { "Fn::Join": ["-", ["a", { Ref: "B" }]] }],
    ["!Sub hello ${A}", { "Fn::Sub": "hello ${A}" }],
    ["!Sub [x, { y: !Ref Z }]", { "Fn::Sub": ["x", { y: { Ref: "Z" } }] }],
    ["!If [C, !GetAZs '', !Ref AWS::NoValue]", { "Fn::If": ["C", { "Fn::GetAZs": "" }, { Ref: "AWS::NoValue" }] }],
    ["!Base64\n    Fn::Sub: x", { "Fn::Base64": { "Fn::Sub": "x" } }],
    ["!Not [!Condition C]", { "Fn::Not": [{ Condition: "C" }] }],
    ["2010-09-09", "2010-09-09"],
    ["yes", true],
    ["y", "y"],
    ["010", 8],
    ["0.0.0.0/0", "0.0.0.0/0"],
  ])("reads the YAML value %s", (text, expected) => {
    expect(parseTemplateBody(`Key: ${text}`)).toEqual({ Key: expected });
  });

  it.each([
    ["Key: [", /^Template format error: YAML not well-formed\. \(line 1, column \d+\)$/],
    ["a: 1\na: 2", /^Template format error: YAML not well-formed\. \(line 2, column 1\)/],
    ["a: !Unknown b", /Unresolved tag: !Unknown/],
    ['{"a": 1,\n "b" 2}', /^Template format error: JSON not well-formed\. \(line 2, column \d+\)$/],
  ])("refuses %j", (body, message) => {
    expect(() => parseTemplateBody(body)).toThrow(message);
  });
});
