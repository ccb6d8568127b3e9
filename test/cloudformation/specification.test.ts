import { resourceTypes, specificationProblems } from "./specification.js";
import { at, entries, intrinsic, items, parseTemplate, templates, type Value, walk } from "./template.js";

const PSEUDO_PARAMETERS = [
  "AccountId",
  "NoValue",
  "NotificationARNs",
  "Partition",
  "Region",
  "StackId",
  "StackName",
  "URLSuffix",
];

describe("AWS's resource specification", () => {
  it.each(Object.keys(templates))(
    "%s.yml has only properties that exist, all that are required, each of its type",
    (name) => {
      expect(specificationProblems(templates[name] ?? null)).toEqual([]);
    },
  );

  it.each([
    ["an unknown type", "{ Type: AWS::EC2::Vpc }", "there is no resource type"],
    ["an unknown property", "{ Type: AWS::EC2::VPC, Properties: { Cidr: 10.0.0.0/16 } }", "no property Cidr"],
    ["a missing property", "{ Type: AWS::EC2::VPCGatewayAttachment }", "VpcId is missing"],
    ["a value of another type", "{ Type: AWS::EC2::VPC, Properties: { EnableDnsSupport: sure } }", "is no"],
    ["a list for one value", "{ Type: AWS::EC2::VPC, Properties: { CidrBlock: !Cidr [a, 1, 8] } }", "gives a list"],
    [
      "one value for a list",
      "{ Type: AWS::ECS::Cluster, Properties: { CapacityProviders: FARGATE } }",
      "must be a list",
    ],
    ["a wrong branch of an If", "{ Type: AWS::EC2::VPC, Properties: { EnableDnsSupport: !If [c, true, 2] } }", "is no"],
  ])("the check notices %s", (_, resource, problem) => {
    expect(specificationProblems(parseTemplate(`Resources: { X: ${resource} }`)).join()).toContain(problem);
  });
});

describe("references", () => {
  it.each(Object.keys(templates))("%s.yml refers only to what there is", (name) => {
    expect(danglingReferences(templates[name] ?? null)).toEqual([]);
  });

  it.each(Object.keys(templates))("%s.yml has no parameter and no condition that nothing uses", (name) => {
    const template = templates[name] ?? null;
    const used = new Set(references(template).map(({ to }) => to));
    const declared = [...entries(at(template, "Parameters")), ...entries(at(template, "Conditions"))].map(
      ([key]) => key,
    );
    expect(declared.filter((key) => !used.has(key))).toEqual([]);
  });

  it.each([
    ["a Ref", "!Ref Gone"],
    ["a GetAtt of a resource", "!GetAtt Gone.Arn"],
    ["a GetAtt of an attribute", "!GetAtt X.Gone"],
    ["a Sub", `!Sub "a\${Gone}"`],
    ["a Sub of an attribute", `!Sub "a\${X.Gone}"`],
    ["an If", "!If [Gone, a, b]"],
  ])("the check notices %s that leads nowhere", (_, expression) => {
    const template = parseTemplate(
      `Resources: { X: { Type: AWS::EC2::VPC, Properties: { CidrBlock: ${expression} } } }`,
    );
    expect(danglingReferences(template)).toHaveLength(1);
  });
});

interface Reference {
  to: string;
  attribute?: string;
  kind: "value" | "condition" | "resource";
}

function danglingReferences(template: Value): string[] {
  return references(template).flatMap(({ to, attribute, kind }) => {
    const resource = at(template, "Resources", to);
    if (kind === "condition") return at(template, "Conditions", to) === undefined ? [`condition ${to}`] : [];
    if (kind === "resource") return resource === undefined ? [`resource ${to}`] : [];
    if (attribute !== undefined) {
      const attributes = resourceTypes[String(at(resource, "Type"))]?.attributes ?? {};
      return attributes[attribute] === undefined ? [`attribute ${to}.${attribute}`] : [];
    }
    const pseudo = to.startsWith("AWS::") && PSEUDO_PARAMETERS.includes(to.slice("AWS::".length));
    return pseudo || resource !== undefined || at(template, "Parameters", to) !== undefined ? [] : [`value ${to}`];
  });
}

function references(template: Value): Reference[] {
  return [...walk(template)].flatMap(([value, path]): Reference[] => {
    const [name, argument] = intrinsic(value) ?? [];
    if (name === "Ref") return [{ to: String(argument), kind: "value" }];
    if (name === "Fn::GetAtt") {
      return [{ to: String(at(argument, 0)), attribute: String(at(argument, 1)), kind: "value" }];
    }
    if (name === "Fn::Sub") return substitutions(String(argument));
    if (name === "Fn::If") return [{ to: String(at(argument, 0)), kind: "condition" }];
    if (path.length === 3 && path[0] === "Resources" && path[2] === "DependsOn") {
      return (typeof value === "string" ? [value] : items(value)).map((to) => ({ to: String(to), kind: "resource" }));
    }
    const holdsCondition =
      path.length === 3 && (path[0] === "Resources" || path[0] === "Outputs") && path[2] === "Condition";
    return holdsCondition ? [{ to: String(value), kind: "condition" }] : [];
  });
}

function substitutions(text: string): Reference[] {
  return [...text.matchAll(/\$\{([^!][^}]*)\}/g)].map(([, name = ""]) => {
    const dot = name.indexOf(".");
    return dot < 0
      ? { to: name, kind: "value" }
      : { to: name.slice(0, dot), attribute: name.slice(dot + 1), kind: "value" };
  });
}
