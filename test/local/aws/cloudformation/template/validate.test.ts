// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { dependencyGraph, runGraph } from "../../../../../local/aws/cloudformation/template/graph.js";
import { parseTemplate } from "../../../../../local/aws/cloudformation/template/parse.js";
import { validateTemplate } from "../../../../../local/aws/cloudformation/template/validate.js";
import { template, types } from "../fake-account.js";

const validate = (body: string) => validateTemplate(parseTemplate(body), types);

describe("a template", () => {
  it.each<[string, string, string]>([
    ["no resources", "{}", "Template format error: At least one Resources member must be defined."],
    ["an unknown section", template({ A: {} }, { Resorces: {} }), "Invalid template property or properties [Resorces]"],
    [
      "an unknown resource attribute",
      template({ A: { $Depends: "B" } }),
      "Invalid template resource property 'Depends'",
    ],
    [
      "a resource without type",
      '{"Resources":{"A":{}}}',
      "[/Resources/A] Every Resources object must contain a Type member.",
    ],
    ["a name with a hyphen", template({ "A-B": {} }), "Template format error: Resources name A-B is non alphanumeric."],
    [
      "a dangling Ref",
      template({ A: { Name: { Ref: "B" } } }),
      "Unresolved resource dependencies [B] in the Resources block of the template",
    ],
    [
      "a dangling Sub",
      template({ A: { Name: { "Fn::Sub": "${B}" } } }),
      "Unresolved resource dependencies [B] in the Resources block",
    ],
    [
      "a dangling DependsOn",
      template({ A: { $DependsOn: "B" } }),
      "Unresolved resource dependencies [B] in the Resources block",
    ],
    [
      "a dangling output",
      template({ A: {} }, { Outputs: { O: { Value: { Ref: "B" } } } }),
      "[B] in the Outputs block of the template",
    ],
    [
      "an unknown attribute",
      template({ A: {}, B: { Name: { "Fn::GetAtt": "A.Color" } } }),
      "resource A does not support attribute type Color in Fn::GetAtt",
    ],
    [
      "GetAtt of nothing",
      template({ B: { Name: { "Fn::GetAtt": "A.Arn" } } }),
      "instance of Fn::GetAtt references undefined resource A",
    ],
    ["an unknown condition", template({ A: { $Condition: "C" } }), "Unresolved condition 'C'"],
    [
      "an unknown mapping",
      template({ A: { Name: { "Fn::FindInMap": ["M", "a", "b"] } } }),
      "Mapping named 'M' is not present in the 'Mappings' section of template.",
    ],
    [
      "a circle",
      template({
        A: { Name: { Ref: "B" } },
        B: { $DependsOn: "C" },
        C: { Name: { "Fn::Sub": "${A.Arn}" } },
        D: { Name: { Ref: "A" } },
      }),
      "Circular dependency between resources: [A, B, C]",
    ],
    [
      "a null",
      template({ A: { Name: null } }),
      "[/Resources/A/Properties/Name] 'null' values are not allowed in templates",
    ],
    [
      "a copy before deletion",
      template({ A: { $DeletionPolicy: "Snapshot" } }),
      "resource type AWS::Test::Thing does not support deletion policy Snapshot",
    ],
    [
      "a policy that does not exist",
      template({ A: { $UpdateReplacePolicy: "RetainExceptOnCreate" } }),
      "Unrecognized UpdateReplacePolicy RetainExceptOnCreate for resource A",
    ],
    [
      "a function for a policy",
      template({ A: { $DeletionPolicy: { Ref: "P" } } }),
      "Every DeletionPolicy member must be a string.",
    ],
    [
      "a function for a dependency",
      template({ A: { $DependsOn: { Ref: "B" } } }),
      "DependsOn must be a string or list of strings",
    ],
    [
      "a function for a condition's name",
      template({ A: { $Condition: { Ref: "P" } } }),
      "Every Condition member must be a string.",
    ],
    [
      "a function in a mapping",
      template({ A: {} }, { Mappings: { M: { a: { b: { Ref: "P" } } } } }),
      "Every Mappings attribute must be a String or a List.",
    ],
    [
      "a mapping of texts",
      template({ A: {} }, { Mappings: { M: { a: "b" } } }),
      "Every Mappings member M must be a map of maps",
    ],
    [
      "an odd name in a mapping",
      template({ A: {} }, { Mappings: { M: { a: { b_c: "d" } } } }),
      "Mappings attribute name 'b_c' must contain only alphanumeric characters.",
    ],
    [
      "more than 200 attributes of a mapping",
      template(
        { A: {} },
        { Mappings: { M: { a: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`k${n}`, "v"])) } } },
      ),
      "Number of mapping attributes, 201, is greater than maximum allowed, 200",
    ],
    [
      "more than 200 parameters",
      template(
        { A: {} },
        { Parameters: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`P${n}`, { Type: "String" }])) },
      ),
      "Number of parameters, 201, is greater than maximum allowed, 200",
    ],
    [
      "more than 200 outputs",
      template(
        { A: {} },
        { Outputs: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`O${n}`, { Value: "v" }])) },
      ),
      "Number of outputs, 201, is greater than maximum allowed, 200",
    ],
    [
      "more than 500 resources",
      template(Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`R${n}`, {}]))),
      "Number of resources, 501, is greater than maximum allowed, 500",
    ],
    ["an unknown version", template({ A: {} }, { AWSTemplateFormatVersion: "2020-01-01" }), "Template format error"],
    [
      "more than 51,200 bytes",
      template({ A: { Name: "x".repeat(51_200) } }),
      "Member must have length less than or equal to 51200",
    ],
  ])("with %s is refused", (_, body, message) => {
    expect(() => validate(body)).toThrow(message);
  });

  it("with a type of AWS's that is not known here fails loudly", () => {
    expect(() => validate('{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}')).toThrow(
      "The local AWS does not implement the resource types [AWS::S3::Bucket].",
    );
  });

  it("orders resources by the branches that its conditions take", () => {
    const parsed = parseTemplate(
      template(
        {
          A: {},
          B: {},
          Absent: { $Condition: "No" },
          C: { Name: { "Fn::If": ["No", { Ref: "A" }, { Ref: "B" }] }, $DependsOn: "Absent" },
        },
        { Conditions: { No: { "Fn::Equals": [1, 2] } } },
      ),
    );
    expect(dependencyGraph(parsed, { No: false })).toEqual(
      new Map([
        ["A", new Set()],
        ["B", new Set()],
        ["C", new Set(["B"])],
      ]),
    );
  });
});

describe("runGraph", () => {
  it("runs side by side what can be, starts nothing after a failure, and waits for what is under way", async () => {
    const graph = new Map([
      ["a", new Set<string>()],
      ["b", new Set<string>()],
      ["c", new Set(["a"])],
      ["d", new Set(["c"])],
    ]);
    const log: string[] = [];
    let end = () => {};
    const failure = new Promise<void>((resolve) => {
      end = resolve;
    });
    const failed = await runGraph(
      graph,
      async (name) => {
        log.push(`${name} starts`);
        // The other branch ends only after the failure.
        if (name === "b") await failure;
        log.push(`${name} ends`);
        if (name === "c") throw new Error("c");
      },
      { onFailure: end },
    );
    expect(failed).toEqual(["c"]);
    expect(log).toEqual(["a starts", "a ends", "b starts", "c starts", "c ends", "b ends"]);
  });
});
