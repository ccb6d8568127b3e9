// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { type FakeAccount, fakeAccount, THING, template } from "./fake-account.js";

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

const create = (body: string, more: object = {}) =>
  account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body, ...more });

describe("Fn::ForEach", () => {
  const body = JSON.stringify({
    Transform: "AWS::LanguageExtensions",
    Parameters: { Names: { Type: "CommaDelimitedList", Default: "A,B" } },
    Resources: { "Fn::ForEach::Things": ["X", { Ref: "Names" }, { "Thing${X}": { Type: THING } }] },
    Outputs: {
      "Fn::ForEach::Ids": ["Y", { Ref: "Names" }, { "Id${Y}": { Value: { Ref: { "Fn::Sub": "Thing${Y}" } } } }],
    },
  });
  const expand = { TemplateBody: body, Capabilities: ["CAPABILITY_AUTO_EXPAND" as const] };
  const parameters = (value: string) => ({ Parameters: [{ ParameterKey: "Names", ParameterValue: value }] });

  it("makes a stack of what it expands to, and an update of other items changes it", async () => {
    await create(body, expand);
    const { Outputs } = await account.settled("app");
    expect(Outputs?.map(({ OutputKey, OutputValue }) => `${OutputKey}=${OutputValue}`)).toEqual([
      "IdA=ThingA-1",
      "IdB=ThingB-2",
    ]);
    await account.cloudformation.UpdateStack({ StackName: "app", ...expand, ...parameters("B,C") });
    await account.settled("app");
    expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`).slice(2)).toEqual([
      "create ThingC",
      "delete ThingA",
    ]);
    // The previous template is the one without loops.
    const again = { StackName: "app", UsePreviousTemplate: true, ...parameters("B,C,D") };
    await expect(
      account.cloudformation.UpdateStack({ ...again, Capabilities: ["CAPABILITY_AUTO_EXPAND"] }),
    ).rejects.toMatchObject({ message: "No updates are to be performed." });
  });

  it("is expanded in a change set, which needs no CAPABILITY_AUTO_EXPAND", async () => {
    await expect(create(body)).rejects.toMatchObject({ message: "Requires capabilities : [CAPABILITY_AUTO_EXPAND]" });
    const { Id } = await account.cloudformation.CreateChangeSet({
      ...{ StackName: "app", ChangeSetName: "change", ChangeSetType: "CREATE", TemplateBody: body },
    });
    const { Changes = [] } = await account.changeSet(Id);
    expect(Changes.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId)).toEqual(["ThingA", "ThingB"]);
    const { TemplateBody = "" } = await account.cloudformation.GetTemplate({
      StackName: "app",
      ChangeSetName: "change",
    });
    expect(Object.keys(JSON.parse(TemplateBody).Resources)).toEqual(["ThingA", "ThingB"]);
  });

  it("fails a change set without changes in words of its own", async () => {
    await create(body, expand);
    await account.settled("app");
    const { Id } = await account.cloudformation.CreateChangeSet({
      ...{ StackName: "app", ChangeSetName: "change", TemplateBody: body },
    });
    expect(await account.changeSet(Id)).toMatchObject({
      Status: "FAILED",
      StatusReason: "No updates are to be performed.",
    });
  });

  it("fails what it is asked for where it cannot be expanded, not the call", async () => {
    const duplicate =
      "Transform AWS::LanguageExtensions failed with: Duplicate key 'ThingA' when merging keys to parent object in Fn::ForEach";
    await create(body, { ...expand, ...parameters("A,A") });
    expect((await account.settled("app")).StackStatus).toBe("ROLLBACK_COMPLETE");
    const reasons = (await account.rawEvents("app")).map(({ ResourceStatusReason }) => ResourceStatusReason);
    expect(reasons).toContain(`${duplicate}. Rollback requested by user.`);
    const { Id } = await account.cloudformation.CreateChangeSet({
      ...{ StackName: "new", ChangeSetName: "change", ChangeSetType: "CREATE", TemplateBody: body },
      ...parameters("A,A"),
    });
    expect(await account.changeSet(Id)).toMatchObject({ Status: "FAILED", StatusReason: duplicate });

    await create(body, { ...expand, StackName: "standing" });
    await account.settled("standing");
    account.calls.length = 0;
    await account.cloudformation.UpdateStack({ StackName: "standing", ...expand, ...parameters("A,A") });
    const { StackStatus, Outputs } = await account.settled("standing");
    expect(StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(Outputs).toHaveLength(2);
    expect(account.calls).toEqual([]);
  });

  it("is taken as it stands where there are no values of parameters", async () => {
    expect(await account.cloudformation.GetTemplateSummary({ TemplateBody: body })).toMatchObject({
      Capabilities: ["CAPABILITY_AUTO_EXPAND"],
      DeclaredTransforms: ["AWS::LanguageExtensions"],
      Parameters: [{ ParameterKey: "Names" }],
      ResourceTypes: [THING],
    });
  });
});

describe("Fn::GetStackOutput", () => {
  const named = (Name: object) => template({ A: { Name } });
  const of = (StackName: string, OutputName: string) => named({ "Fn::GetStackOutput": { StackName, OutputName } });

  it("gives another stack's output, and keeps nothing of it from changing", async () => {
    await create(template({ T: {} }, { Outputs: { Out: { Value: { Ref: "T" } } } }), { StackName: "source" });
    await account.settled("source");
    await create(of("source", "Out"));
    await account.settled("app");
    expect(account.calls.at(-1)?.properties).toMatchObject({ Name: "T-1" });
    await account.cloudformation.DeleteStack({ StackName: "source" });
    const { StackId = "" } =
      (await account.cloudformation.ListStacks({})).StackSummaries?.find(({ StackName }) => StackName === "source") ??
      {};
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
  });

  it("fails a stack where there is no such output", async () => {
    await create(of("nowhere", "Out"));
    expect((await account.settled("app")).StackStatus).toBe("ROLLBACK_COMPLETE");
  });
});
