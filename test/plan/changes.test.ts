import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Change, ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { parseDocument } from "yaml";
import { protectedChanges, readChanges, refusalMessage, templateResources } from "../../src/plan/changes.js";

const change = (resource: string, more: ResourceChange = {}): Change => ({
  Type: "Resource",
  ResourceChange: { LogicalResourceId: resource, ResourceType: "AWS::X::Y", Action: "Modify", ...more },
});
const detail = (name: string, recreation: "Never" | "Conditionally" | "Always", more: ResourceChangeDetail = {}) => ({
  Target: { Attribute: "Properties" as const, Name: name, RequiresRecreation: recreation },
  ...more,
});
const effects = (changes: Change[]) => readChanges(changes).map(({ effect }) => effect);

it.each<[ResourceChange, string]>([
  [{ Action: "Add" }, "add"],
  [{ Action: "Import" }, "add"],
  [{ Action: "Remove" }, "remove"],
  [{ Action: "Modify", Replacement: "True" }, "replace"],
  [{ Action: "Modify", Replacement: "Conditional" }, "may replace"],
  [{ Action: "Modify", Replacement: "False" }, "modify"],
  [{ Action: "Modify" }, "modify"],
  [{ Action: "SyncWithActual" }, "modify"],
  // CloudFormation cannot tell what it will do.
  [{ Action: "Dynamic" }, "may replace"],
])("%j is read as: %s", (resource, effect) => {
  expect(effects([change("It", resource)])).toEqual([effect]);
});

it("shows what is replaced first, then what is removed, modified and added", () => {
  const given: [string, ResourceChange][] = [
    ["A", { Action: "Add" }],
    ["M", { Action: "Modify", Replacement: "False" }],
    ["R", { Action: "Remove" }],
    ["C", { Action: "Modify", Replacement: "Conditional" }],
    ["T", { Action: "Modify", Replacement: "True" }],
  ];
  expect(readChanges(given.map(([name, more]) => change(name, more))).map(({ resource }) => resource)).toEqual([
    ..."TCRMA",
  ]);
});

it("names the changed properties once, and those that make a replacement necessary with where they come from", () => {
  const [read] = readChanges([
    change("UserPoolDomain", {
      ResourceType: "AWS::Cognito::UserPoolDomain",
      Replacement: "True",
      PolicyAction: "ReplaceAndDelete",
      Details: [
        detail("Domain", "Always", { ChangeSource: "ParameterReference", CausingEntity: "DomainPrefix" }),
        detail("Domain", "Always", { ChangeSource: "DirectModification" }),
        detail("UserPoolId", "Always", { ChangeSource: "ResourceReference", CausingEntity: "UserPool" }),
        detail("ManagedLoginVersion", "Never", { ChangeSource: "DirectModification" }),
        { Target: { Attribute: "Tags", RequiresRecreation: "Never" } },
      ],
    }),
  ]);
  expect(read).toMatchObject({
    properties: ["Domain", "UserPoolId", "ManagedLoginVersion", "Tags"],
    causes: ["Domain (parameter DomainPrefix)", "UserPoolId (UserPool)"],
    loss: expect.stringContaining("host name"),
  });
  expect(read).not.toHaveProperty("keepsOld");
});

it.each<[string, ResourceChange["Replacement"], ResourceChangeDetail["ChangeSource"], string]>([
  ["a reference to one that stays", "False", "ResourceReference", "modify"],
  ["a reference to one that is replaced", "True", "ResourceReference", "may replace"],
  ["a reference to one that may be replaced", "Conditional", "ResourceReference", "may replace"],
  // An attribute may change with any update.
  ["an attribute of one that stays", "False", "ResourceAttribute", "may replace"],
])("what hangs on %s", (_, Replacement, ChangeSource, effect) => {
  const read = readChanges([
    change("Source", { Replacement, Details: [detail("Name", Replacement === "False" ? "Never" : "Always")] }),
    change("It", {
      Replacement: "Conditional",
      Details: [detail("SourceId", "Always", { Evaluation: "Dynamic", ChangeSource, CausingEntity: "Source" })],
    }),
  ]);
  expect(read.find(({ resource }) => resource === "It")?.effect).toBe(effect);
});

it.each<[ResourceChange["PolicyAction"], true | undefined]>([
  ["Delete", undefined],
  ["Retain", true],
  ["ReplaceAndDelete", undefined],
  ["ReplaceAndRetain", true],
])("policy %s: the old one stays: %s", (PolicyAction, keepsOld) => {
  expect(readChanges([change("It", { Action: "Remove", PolicyAction })])[0]?.keepsOld).toBe(keepsOld);
});

describe("what needs allow-replacement", () => {
  const refused = (type: string, more: ResourceChange) =>
    protectedChanges(readChanges([change("It", { ResourceType: type, ...more })])).length > 0;

  it.each<[string, ResourceChange, boolean]>([
    ["AWS::Cognito::UserPool", { Replacement: "True" }, true],
    ["AWS::Cognito::UserPool", { Replacement: "Conditional" }, true],
    ["AWS::Cognito::UserPool", { Replacement: "True", PolicyAction: "ReplaceAndRetain" }, true],
    ["AWS::Cognito::UserPool", { Action: "Remove" }, true],
    ["AWS::Cognito::UserPool", { Replacement: "False" }, false],
    ["AWS::Cognito::UserPool", { Action: "Add" }, false],
    ["AWS::Cognito::UserPoolDomain", { Replacement: "True" }, true],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", { Replacement: "True" }, true],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", { Action: "Remove" }, true],
    ["AWS::Cognito::UserPoolClient", { Replacement: "True" }, false],
    ["AWS::CertificateManager::Certificate", { Replacement: "True" }, false],
  ])("%s %j: %s", (type, more, needed) => {
    expect(refused(type, more)).toBe(needed);
  });

  it("is told with the resource, its cause and what would be lost", () => {
    const changes = readChanges([
      change("UserPool", {
        ResourceType: "AWS::Cognito::UserPool",
        Replacement: "True",
        PolicyAction: "ReplaceAndRetain",
        Details: [detail("Schema", "Always", { ChangeSource: "DirectModification" })],
      }),
    ]);
    expect(refusalMessage("cognito", changes)).toBe(
      "Stopped before changing the cognito stack. It would replace UserPool (AWS::Cognito::UserPool) because of Schema. Lost with it: all users with their passwords and groups; everybody has to be invited again. The old one would stay in the account, but nothing would use it. Nothing of this stack was changed.",
    );
  });
});

describe("the resources of a stack that is yet to be created", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "cloudformation");
  it.each(readdirSync(folder).filter((file) => file.endsWith(".yml")))("are all found in %s", (file) => {
    const body = readFileSync(join(folder, file), "utf8");
    const parsed: unknown = parseDocument(body, { logLevel: "silent" }).toJS();
    const { Resources } = parsed as { Resources: Record<string, { Type: string; Condition?: string }> };
    expect(templateResources(body)).toEqual(
      Object.entries(Resources).map(([resource, { Type: type, Condition }]) => ({
        resource,
        type,
        isConditional: Condition !== undefined,
      })),
    );
  });
});
