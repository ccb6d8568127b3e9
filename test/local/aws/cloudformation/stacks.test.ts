// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
import { type FakeAccount, fakeAccount, NAMED, THING, template } from "./fake-account.js";

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

const create = (body: string, more: object = {}) =>
  account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body, ...more });
const update = (body: string, more: object = {}) =>
  account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: body, ...more });

describe("creating a stack", () => {
  it("makes resources in the order of their references and records AWS's events", async () => {
    const body = template(
      { B: { Name: { "Fn::Sub": "of ${A.Arn}" } }, A: { Size: "3" } },
      { Outputs: { Size: { Value: { "Fn::GetAtt": ["A", "Size"] } }, B: { Value: { Ref: "B" }, Description: "b" } } },
    );
    await create(body, { ClientRequestToken: "token-1" });
    const stack = await account.settled("app");
    expect(stack).toMatchObject({
      StackStatus: "CREATE_COMPLETE",
      Outputs: [
        { OutputKey: "Size", OutputValue: "3" },
        { OutputKey: "B", OutputValue: "B-2", Description: "b" },
      ],
    });
    const events = await account.rawEvents("app");
    const seen = events.map((event) =>
      [event.LogicalResourceId, event.ResourceStatus, event.PhysicalResourceId, event.ResourceStatusReason].join("|"),
    );
    expect(seen).toEqual([
      `app|CREATE_IN_PROGRESS|${stack.StackId}|User Initiated`,
      "A|CREATE_IN_PROGRESS||",
      "A|CREATE_IN_PROGRESS|A-1|Resource creation Initiated",
      "A|CREATE_COMPLETE|A-1|",
      "B|CREATE_IN_PROGRESS||",
      "B|CREATE_IN_PROGRESS|B-2|Resource creation Initiated",
      "B|CREATE_COMPLETE|B-2|",
      `app|CREATE_COMPLETE|${stack.StackId}|`,
    ]);
    expect(new Set(events.map(({ EventId }) => EventId)).size).toBe(events.length);
    expect(events.every(({ ClientRequestToken }) => ClientRequestToken === "token-1")).toBe(true);
    expect(account.calls[1]?.properties).toMatchObject({ Name: "of arn:A-1" });
    expect(account.calls[0]?.properties).toMatchObject({ Size: 3 });
  });

  it("knows AWS's pseudo parameters", async () => {
    const names = ["AccountId", "Partition", "Region", "StackId", "StackName", "URLSuffix"];
    const all = { "Fn::Join": [" ", names.map((name) => ({ Ref: `AWS::${name}` }))] };
    const list = { "Fn::Join": ["", { Ref: "AWS::NotificationARNs" }] };
    const { StackId } = await create(
      template({ A: { Name: all, Color: { Ref: "AWS::NoValue" }, Needs: ["a", { Ref: "AWS::NoValue" }, list] } }),
    );
    await account.settled("app");
    expect(account.calls[0]?.properties).toMatchObject({
      Name: `123456789012 aws eu-west-1 ${StackId} app amazonaws.com`,
      Needs: ["a", ""],
    });
    expect(account.calls[0]?.properties).not.toHaveProperty("Color");
  });

  it("refuses what can be seen from the template's values at once, and another stack's export later", async () => {
    const select = { "Fn::Select": [2, ["a", "b"]] };
    await expect(create(template({ A: { Name: select } }))).rejects.toThrow(
      "Template error: Fn::Select cannot select nonexistent value at index 2",
    );
    await expect(create(template({ A: {} }, { Outputs: { O: { Value: ["a"] } } }))).rejects.toThrow(
      "The Value field of every Outputs member must evaluate to a String",
    );
    await create(template({ A: { Name: { "Fn::ImportValue": "missing" } } }));
    await account.settled("app");
    const reasons = (await account.rawEvents("app")).map(({ ResourceStatusReason }) => ResourceStatusReason);
    expect(reasons).toContain("No export named missing found. Rollback requested by user.");
  });

  it("tags what takes tags with the stack's tags and CloudFormation's own", async () => {
    await create(template({ A: { Tags: [{ Key: "team", Value: "own" }] } }), {
      Tags: [
        { Key: "team", Value: "stack" },
        { Key: "cost", Value: "1" },
      ],
    });
    const { StackId } = await account.settled("app");
    expect(account.calls[0]?.properties).toEqual({
      Tags: [
        { Key: "team", Value: "own" },
        { Key: "cost", Value: "1" },
        { Key: "aws:cloudformation:stack-name", Value: "app" },
        { Key: "aws:cloudformation:stack-id", Value: StackId },
        { Key: "aws:cloudformation:logical-id", Value: "A" },
      ],
    });
  });

  it("cancels what is under way when a resource fails, and takes everything back in reverse order", async () => {
    await create(
      template({
        A: {},
        B: { Needs: [{ Ref: "A" }] },
        Slow: { Fails: "never ready" },
        C: { Needs: [{ Ref: "B" }], Fails: "create" },
        Never: { $DependsOn: "C" },
      }),
    );
    const stack = await account.settled("app");
    expect(stack.StackStatus).toBe("ROLLBACK_COMPLETE");
    const events = await account.rawEvents("app");
    const reasons = Object.fromEntries(
      events.map((event) => [`${event.LogicalResourceId} ${event.ResourceStatus}`, event.ResourceStatusReason]),
    );
    expect(reasons["C CREATE_FAILED"]).toMatch(
      /^Resource handler returned message: "no more things \(Service: Test, Status Code: 400, Request ID: .*\)" \(RequestToken: .*, HandlerErrorCode: InvalidRequest\)$/,
    );
    expect(reasons["Slow CREATE_FAILED"]).toBe("Resource creation cancelled");
    expect(reasons["app ROLLBACK_IN_PROGRESS"]).toBe(
      "The following resource(s) failed to create: [C, Slow]. Rollback requested by user.",
    );
    const deletions = account.calls.filter(({ verb }) => verb === "delete").map(({ logicalId }) => logicalId);
    expect(deletions.indexOf("B")).toBeLessThan(deletions.indexOf("A"));
    expect(account.things.size).toBe(0);
    expect((await account.events("app")).filter((event) => event.startsWith("Never"))).toEqual([]);
    await expect(update(template({ A: {} }))).rejects.toMatchObject({
      message: `Stack:${stack.StackId} is in ROLLBACK_COMPLETE state and can not be updated.`,
    });
  });

  it("keeps what was made where rollback is disabled, and can be updated or rolled back then", async () => {
    await create(template({ A: {}, B: { Fails: "create", $DependsOn: "A" } }), { DisableRollback: true });
    expect(await account.settled("app")).toMatchObject({
      StackStatus: "CREATE_FAILED",
      StackStatusReason: "The following resource(s) failed to create: [B]. ",
    });
    expect(account.things.size).toBe(1);
    await update(template({ A: {}, B: { $DependsOn: "A" } }));
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_COMPLETE");
    expect([...account.things]).toEqual(["A-1", "B-2"]);
  });

  it("removes the stack where OnFailure says DELETE", async () => {
    const { StackId } = await create(template({ A: { Fails: "create" } }), { OnFailure: "DELETE" });
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
  });

  it("keeps, when rolling back, what has DeletionPolicy Retain", async () => {
    await create(template({ A: { $DeletionPolicy: "Retain" }, B: { Fails: "create", $DependsOn: "A" } }));
    await account.settled("app");
    expect(await account.events("app")).toContain("A DELETE_SKIPPED");
    expect(account.things.size).toBe(1);
  });

  it("answers the same request twice with the same stack, and another one with AlreadyExistsException", async () => {
    const body = template({ A: {} });
    const first = await create(body, { ClientRequestToken: "t" });
    const second = await create(body, { ClientRequestToken: "t" });
    expect(second).toEqual({ StackId: first.StackId });
    await expect(create(body, { ClientRequestToken: "t", TimeoutInMinutes: 5 })).rejects.toMatchObject({
      code: "TokenAlreadyExistsException",
      message:
        "The client request token t has already been used for this stack. Retry the request with a different client request token",
    });
    await expect(create(body)).rejects.toMatchObject({
      code: "AlreadyExistsException",
      message: "Stack [app] already exists",
    });
  });

  it("checks requests against AWS's model, and lists all that is wrong", async () => {
    await expect(create(template({ A: {} }), { TimeoutInMinutes: 0, OnFailure: "IGNORE" })).rejects.toMatchObject({
      code: "ValidationError",
      message:
        "2 validation errors detected: Value '0' at 'timeoutInMinutes' failed to satisfy constraint: Member must have value greater than or equal to 1; Value 'IGNORE' at 'onFailure' failed to satisfy constraint: Member must satisfy enum value set: [DO_NOTHING, ROLLBACK, DELETE]",
    });
    const { cloudformation } = account;
    const wrong: Promise<unknown>[] = [
      cloudformation.ListStacks({ StackStatusFilter: ["GONE" as "DELETE_COMPLETE"] }),
      cloudformation.DeleteStack({ StackName: "app", DeletionMode: "ANYHOW" as "STANDARD" }),
      cloudformation.CreateChangeSet({ StackName: "app", ChangeSetName: "c", ChangeSetType: "MAKE" as "CREATE" }),
      create(template({ A: {} }), { Tags: [{ Key: "empty", Value: "" }] }),
    ];
    for (const call of wrong) await expect(call).rejects.toMatchObject({ code: "ValidationError" });
  });

  it("asks for capabilities", async () => {
    const iam = (properties: object) =>
      JSON.stringify({ Resources: { R: { Type: "AWS::IAM::Role", Properties: properties } } });
    await expect(create(iam({}))).rejects.toMatchObject({
      code: "InsufficientCapabilitiesException",
      message: "Requires capabilities : [CAPABILITY_IAM]",
    });
    await expect(create(iam({ RoleName: "x" }), { Capabilities: ["CAPABILITY_IAM"] })).rejects.toMatchObject({
      message: "Requires capabilities : [CAPABILITY_NAMED_IAM]",
    });
  });

  it("takes AWS::LanguageExtensions where that is acknowledged", async () => {
    const body = template(
      { A: { Size: { "Fn::Length": { Ref: "L" } }, Name: { "Fn::ToJsonString": { a: { Ref: "L" } } } } },
      { Transform: "AWS::LanguageExtensions", Parameters: { L: { Type: "CommaDelimitedList", Default: "x,y,z" } } },
    );
    await expect(create(body)).rejects.toMatchObject({
      code: "InsufficientCapabilitiesException",
      message: "Requires capabilities : [CAPABILITY_AUTO_EXPAND]",
    });
    await create(body, { Capabilities: ["CAPABILITY_AUTO_EXPAND"] });
    await account.settled("app");
    expect(account.calls[0]?.properties).toMatchObject({ Size: 3, Name: '{"a":["x","y","z"]}' });
    const { TemplateBody } = await account.cloudformation.GetTemplate({ StackName: "app" });
    expect(JSON.parse(TemplateBody ?? "")).toEqual({
      Resources: { A: { Type: THING, Properties: { Size: 3, Name: '{"a":["x","y","z"]}' } } },
      Parameters: { L: { Type: "CommaDelimitedList", Default: "x,y,z" } },
    });
    const original = await account.cloudformation.GetTemplate({ StackName: "app", TemplateStage: "Original" });
    expect(original.TemplateBody).toBe(body);
    const other = template({ A: {} }, { Transform: "AWS::Serverless-2016-10-31" });
    await expect(account.cloudformation.ValidateTemplate({ TemplateBody: other })).rejects.toMatchObject({
      code: "NotImplementedByLocalAws",
    });
  });

  it("refuses dynamic references loudly where it does not resolve them", async () => {
    for (const body of [
      template({ A: { $Metadata: { a: "{{resolve:ssm:/p}}" } } }),
      template({ A: { Name: "{{resolve:vault:/p}}" } }),
    ])
      await expect(create(body)).rejects.toMatchObject({ code: "NotImplementedByLocalAws" });
  });

  it("names the failed assertions of a template's rules", async () => {
    const Assertions = [
      { Assert: { "Fn::Contains": [["a", "b"], { Ref: "P" }] }, AssertDescription: "P must be a or b." },
      { Assert: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "P" }, "c"] }] }, AssertDescription: "P must not be c." },
    ];
    const body = template({ A: {} }, { Parameters: { P: { Type: "String" } }, Rules: { R: { Assertions } } });
    const given = (value: string) => ({ Parameters: [{ ParameterKey: "P", ParameterValue: value }] });
    await expect(create(body, given("c"))).rejects.toThrow(/P must be a or b\..*P must not be c\./);
    await create(body, given("a"));
    await account.settled("app");
    await expect(update(body, given("d"))).rejects.toThrow(/P must be a or b\./);
  });

  it("fails a resource whose properties do not fit AWS's specification, where nobody has looked before", async () => {
    await create(template({ A: { Size: "many", Colour: "red", Option: {} } }), { DisableValidation: true });
    await account.settled("app");
    const failed = (await account.rawEvents("app")).find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
    expect(failed?.ResourceStatusReason).toBe(
      [
        "Properties validation failed for resource A with message:",
        "#/Size: expected type: Integer, found: String",
        "#: extraneous key [Colour] is not permitted",
        "#/Option: required key [Value] not found",
      ].join("\n"),
    );
  });

  it("checks that what AWS-specific parameters name is there", async () => {
    const body = template({ A: {} }, { Parameters: { Vpc: { Type: "AWS::EC2::VPC::Id" } } });
    const given = (value: string) => ({ Parameters: [{ ParameterKey: "Vpc", ParameterValue: value }] });
    await expect(create(body, given("vpc-2"))).rejects.toMatchObject({
      message: "Parameter validation failed: parameter value vpc-2 for parameter name Vpc does not exist",
    });
    await create(body, given("vpc-1"));
  });

  it("refuses a name that another resource has, of its own stack, of another one, or of none", async () => {
    const named = (name: string, more: object = {}) => ({ $Type: NAMED, Name: name, ...more });
    const reason = async (stackName: string | undefined, logicalId: string) =>
      (await account.rawEvents(stackName)).find(
        ({ LogicalResourceId, ResourceStatus }) =>
          LogicalResourceId === logicalId && ResourceStatus === "CREATE_FAILED",
      )?.ResourceStatusReason;
    await create(template({ A: named("a"), B: named("a", { $DependsOn: "A" }) }), { DisableRollback: true });
    const { StackId } = await account.settled("app");
    expect(await reason("app", "B")).toBe(`a already exists in stack ${StackId}`);
    account.things.add("somebody's");
    const other = { StackName: "other", DisableValidation: true, TemplateBody: template({ C: named("somebody's") }) };
    await account.cloudformation.CreateStack(other);
    await account.settled("other");
    expect(await reason("other", "C")).toMatch(
      /^Resource handler returned message: "Resource of type 'AWS::Test::Named' with identifier '{"\/properties\/Name":"somebody's"}' already exists\." \(RequestToken: .*, HandlerErrorCode: AlreadyExists\)$/,
    );
  });

  it("gives up after TimeoutInMinutes", async () => {
    await create(template({ A: { Fails: "never ready" } }), { TimeoutInMinutes: 1 });
    expect((await account.settled("app")).StackStatus).toBe("ROLLBACK_COMPLETE");
  });
});

describe("updating a stack", () => {
  it("changes what differs, replaces what must be, and only then removes the old and the surplus", async () => {
    await create(template({ A: { Size: 1 }, B: { Name: "b", Needs: [{ Ref: "A" }] }, Same: {}, Gone: {} }));
    await account.settled("app");
    account.calls.length = 0;
    await update(template({ A: { Name: "new" }, B: { Name: "b", Needs: [{ Ref: "A" }] }, Same: {}, New: {} }));
    const stack = await account.settled("app");
    expect(stack.StackStatus).toBe("UPDATE_COMPLETE");
    const events = (await account.events("app")).slice(-20);
    const cleanup = events.indexOf("app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    expect(events.slice(cleanup + 1).sort()).toEqual(
      [
        "A DELETE_IN_PROGRESS",
        "A DELETE_COMPLETE",
        "Gone DELETE_IN_PROGRESS",
        "Gone DELETE_COMPLETE",
        "app UPDATE_COMPLETE",
      ].sort(),
    );
    expect(events.filter((event) => event.startsWith("A UPDATE"))).toEqual([
      "A UPDATE_IN_PROGRESS",
      "A UPDATE_IN_PROGRESS",
      "A UPDATE_COMPLETE",
    ]);
    expect(account.calls.filter(({ logicalId }) => logicalId === "Same")).toEqual([]);
    expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`).sort()).toEqual(
      ["create A", "create New", "update B", "delete A", "delete Gone"].sort(),
    );
    const { StackResources = [] } = await account.cloudformation.DescribeStackResources({ StackName: "app" });
    expect(StackResources.map(({ LogicalResourceId }) => LogicalResourceId).sort()).toEqual(["A", "B", "New", "Same"]);
  });

  it("does not replace a resource that keeps a name of its own", async () => {
    const named = (name: string, color: string) => template({ A: { $Type: NAMED, Name: name, Color: color } });
    await create(named("a", "red"));
    await account.settled("app");
    await update(named("a", "new"));
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect((await account.rawEvents("app")).map(({ ResourceStatusReason }) => ResourceStatusReason)).toContain(
      "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename a and update the stack again.",
    );
    await update(named("b", "new"));
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_COMPLETE");
  });

  it("does not change a resource's type", async () => {
    await create(template({ A: {} }));
    await account.settled("app");
    await expect(update(template({ A: { $Type: NAMED } }))).rejects.toThrow(
      "Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]",
    );
  });

  it("leaves a conditional replacement to the resource's handler", async () => {
    await create(template({ A: { Color: "red" } }));
    await account.settled("app");
    await update(template({ A: { Color: "blue" } }));
    await account.settled("app");
    expect([...account.things]).toEqual(["A-1"]);
    await update(template({ A: { Color: "new" } }));
    await account.settled("app");
    expect([...account.things]).toEqual(["A-2"]);
  });

  it("sends every taggable resource its whole set of properties when a tag of the stack changes", async () => {
    await create(template({ A: { Size: 1 }, B: { Size: 2 } }), { Tags: [{ Key: "k", Value: "1" }] });
    await account.settled("app");
    account.calls.length = 0;
    await update(template({ A: { Size: 1 }, B: { Size: 2 } }), { Tags: [{ Key: "k", Value: "2" }] });
    await account.settled("app");
    expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`).sort()).toEqual(["update A", "update B"]);
    expect(account.calls[0]?.properties).toMatchObject({ Size: 1 });
  });

  it("goes back to the previous properties when a resource fails, cancelling what is under way", async () => {
    await create(template({ A: { Size: 1 }, B: { Name: "b" }, C: { Size: 1 }, Slow: { Size: 1 } }));
    const before = await account.settled("app");
    const things = [...account.things].sort();
    account.calls.length = 0;
    await update(
      template({
        A: { Size: 2 },
        B: { Name: "other" },
        Slow: { Size: 2, Fails: "never ready" },
        New: {},
        C: { Size: 2, Fails: "update", $DependsOn: ["A", "B", "New"] },
      }),
    );
    const stack = await account.settled("app");
    expect(stack.StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(stack.Outputs).toEqual(before.Outputs);
    const events = await account.rawEvents("app");
    const reason = (id: string, status: string) =>
      events.find((event) => event.LogicalResourceId === id && event.ResourceStatus === status)?.ResourceStatusReason;
    expect(reason("app", "UPDATE_ROLLBACK_IN_PROGRESS")).toBe(
      "The following resource(s) failed to update: [C, Slow]. ",
    );
    expect(reason("Slow", "UPDATE_FAILED")).toBe("Resource update cancelled");
    const rollback = account.calls.filter(
      ({ verb, properties }) => verb === "update" && "Size" in properties && properties.Size === 1,
    );
    expect(rollback.map(({ logicalId }) => logicalId).sort()).toEqual(["A", "C", "Slow"]);
    expect([...account.things].sort()).toEqual(things);
  });

  it("deletes, going back, what it has made with RetainExceptOnCreate, and asked to also what it has made with Retain", async () => {
    const made = {
      Retained: { $DeletionPolicy: "Retain" },
      Except: { $DeletionPolicy: "RetainExceptOnCreate" },
      Broken: { Fails: "create", $DependsOn: ["Retained", "Except"] },
    };
    const old = { Old: { Name: "a", $DeletionPolicy: "Retain", $UpdateReplacePolicy: "Retain" } };
    const replaced = { Old: { ...old.Old, Name: "b" } };
    await create(template(old));
    await account.settled("app");
    await update(template({ ...old, ...made }));
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect([...account.things].map((id) => id.replace(/-\d+$/, "")).sort()).toEqual(["Old", "Retained"]);
    await update(
      template({ ...replaced, ...made, Broken: { ...made.Broken, $DependsOn: [...made.Broken.$DependsOn, "Old"] } }),
      {
        RetainExceptOnCreate: true,
      },
    );
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect([...account.things].map((id) => id.replace(/-\d+$/, "")).sort()).toEqual(["Old", "Retained"]);
  });

  it("stays where it failed when rollback is disabled, and the next update or RollbackStack goes on from there", async () => {
    await create(template({ A: { Size: 1 }, B: { Size: 1 } }));
    await account.settled("app");
    await update(template({ A: { Size: 2 }, B: { Size: 2, Fails: "update", $DependsOn: "A" } }), {
      DisableRollback: true,
    });
    expect(await account.settled("app")).toMatchObject({
      StackStatus: "UPDATE_FAILED",
      StackStatusReason: "The following resource(s) failed to update: [B]. ",
    });
    account.calls.length = 0;
    await account.cloudformation.RollbackStack({ StackName: "app" });
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`).sort()).toEqual(["update A", "update B"]);
    expect(account.calls.every(({ properties }) => "Size" in properties && properties.Size === 1)).toBe(true);
  });

  it("ends in UPDATE_ROLLBACK_FAILED where the way back fails too, and ContinueUpdateRollback can skip what blocks it", async () => {
    await create(template({ A: { Size: 1, Fails: "update" }, B: { Size: 1 } }));
    await account.settled("app");
    await update(template({ A: { Size: 2, Fails: "update" }, B: { Size: 2 } }));
    expect(await account.settled("app")).toMatchObject({
      StackStatus: "UPDATE_ROLLBACK_FAILED",
      StackStatusReason: "The following resource(s) failed to update: [A]. ",
    });
    await account.cloudformation.ContinueUpdateRollback({ StackName: "app" });
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_FAILED");
    await account.cloudformation.ContinueUpdateRollback({ StackName: "app", ResourcesToSkip: ["A"] });
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  });

  it("can be cancelled", async () => {
    await create(template({ A: { Size: 1 } }));
    await account.settled("app");
    await update(template({ A: { Size: 2, Fails: "never ready" } }));
    await expect(update(template({ A: { Size: 3 } }))).rejects.toThrow(
      /is in UPDATE_IN_PROGRESS state and can not be updated/,
    );
    await account.cloudformation.CancelUpdateStack({ StackName: "app" });
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  });

  it("takes no notice of a description, metadata, mappings, conditions or parameters that change nothing", async () => {
    await create(template({ A: { Size: 1 } }));
    await account.settled("app");
    const rest = {
      Description: "new",
      Metadata: { a: 1 },
      Mappings: { M: { a: { b: "c" } } },
      Conditions: { C: { "Fn::Equals": ["a", "b"] } },
      Parameters: { P: { Type: "Number", Default: 1 } },
    };
    await expect(update(template({ A: { Size: { Ref: "P" } } }, rest))).rejects.toThrow(
      "No updates are to be performed.",
    );
  });

  it("refuses an update without changes, but not one of the outputs alone", async () => {
    const parameters = { Parameters: { P: { Type: "String", Default: "x" } } };
    const body = (value: unknown) => template({ A: {} }, { ...parameters, Outputs: { O: { Value: value } } });
    await create(body("1"));
    await account.settled("app");
    await expect(update(body("1"))).rejects.toMatchObject({
      code: "ValidationError",
      message: "No updates are to be performed.",
    });
    const unused = { Parameters: [{ ParameterKey: "P", ParameterValue: "y" }] };
    await expect(update(body("1"), unused)).rejects.toThrow("No updates are to be performed.");
    await update(body({ Ref: "P" }), { Parameters: [{ ParameterKey: "P", ParameterValue: "2" }] });
    expect((await account.settled("app")).Outputs).toEqual([{ OutputKey: "O", OutputValue: "2" }]);
    expect(account.calls.length).toBe(1);
  });
});

describe("deleting a stack", () => {
  it("removes what needs a resource before it, and is found by its ARN alone afterwards", async () => {
    const { StackId } = await create(
      template({ A: {}, B: { Needs: [{ Ref: "A" }] }, Kept: { $DeletionPolicy: "Retain" } }),
    );
    await account.settled(StackId);
    account.calls.length = 0;
    await account.cloudformation.DeleteStack({ StackName: "app" });
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(account.calls.map(({ logicalId }) => logicalId)).toEqual(["B", "A"]);
    expect(await account.events(StackId)).toContain("Kept DELETE_SKIPPED");
    await expect(account.cloudformation.DescribeStacks({ StackName: "app" })).rejects.toMatchObject({
      code: "ValidationError",
      message: "Stack with id app does not exist",
    });
    expect((await account.cloudformation.DescribeStacks({})).Stacks).toEqual([]);
    expect((await account.cloudformation.ListStacks({})).StackSummaries?.[0]?.StackStatus).toBe("DELETE_COMPLETE");
  });

  it("shows from its beginning on when it began", async () => {
    const { StackId } = await create(template({ A: {} }));
    await account.settled(StackId);
    await account.cloudformation.DeleteStack({ StackName: "app" });
    const { Stacks: [stack] = [] } = await account.cloudformation.DescribeStacks({ StackName: StackId });
    expect(stack).toMatchObject({ StackStatus: "DELETE_IN_PROGRESS", DeletionTime: expect.any(Date) });
    await account.settled(StackId);
    const { StackSummaries = [] } = await account.cloudformation.ListStacks({ StackStatusFilter: ["DELETE_COMPLETE"] });
    expect(StackSummaries.map(({ DeletionTime }) => DeletionTime)).toEqual([stack?.DeletionTime]);
  });

  it("ends in DELETE_FAILED with what needs no other deleted; RetainResources lets it go", async () => {
    const { StackId } = await create(template({ A: {}, B: { Needs: [{ Ref: "A" }], Fails: "delete" }, C: {} }));
    await account.settled("app");
    await expect(
      account.cloudformation.DeleteStack({ StackName: "app", RetainResources: ["B"] }),
    ).rejects.toMatchObject({ code: "ValidationError" });
    await account.cloudformation.DeleteStack({ StackName: "app" });
    expect(await account.settled("app")).toMatchObject({
      StackStatus: "DELETE_FAILED",
      StackStatusReason: "The following resource(s) failed to delete: [B]. ",
    });
    expect([...account.things].sort()).toEqual(["A-1", "B-3"].sort());
    await account.cloudformation.DeleteStack({ StackName: "app", RetainResources: ["B"] });
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(account.things.size).toBe(1);
  });

  it("can be forced from DELETE_FAILED alone, and leaves behind what cannot be deleted", async () => {
    const { StackId } = await create(template({ A: {}, B: { Needs: [{ Ref: "A" }], Fails: "delete" }, C: {} }));
    await account.settled("app");
    const force = () => account.cloudformation.DeleteStack({ StackName: "app", DeletionMode: "FORCE_DELETE_STACK" });
    await expect(force()).rejects.toMatchObject({ code: "ValidationError" });
    await account.cloudformation.DeleteStack({ StackName: "app" });
    expect((await account.settled("app")).StackStatus).toBe("DELETE_FAILED");
    await force();
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect((await account.events(StackId)).slice(-4)).toEqual(
      expect.arrayContaining(["B DELETE_SKIPPED", "app DELETE_COMPLETE"]),
    );
    expect([...account.things].some((id) => id.startsWith("B-"))).toBe(true);
  });

  it("stops a creation that is under way", async () => {
    const { StackId } = await create(template({ A: { Fails: "never ready" } }));
    while (account.things.size === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await account.cloudformation.DeleteStack({ StackName: "app" });
    expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(account.things.size).toBe(0);
  });

  it("refuses while termination protection is on", async () => {
    await create(template({ A: {} }), { EnableTerminationProtection: true });
    await account.settled("app");
    await expect(account.cloudformation.DeleteStack({ StackName: "app" })).rejects.toThrow(
      "Stack [app] cannot be deleted while TerminationProtection is enabled",
    );
    await account.cloudformation.UpdateTerminationProtection({ StackName: "app", EnableTerminationProtection: false });
    await account.cloudformation.DeleteStack({ StackName: "app" });
  });
});

describe("exports", () => {
  it("are values for other stacks, which keep them from being deleted or changed", async () => {
    const exporting = (value: string) =>
      template({ A: {} }, { Outputs: { O: { Value: value, Export: { Name: "net" } } } });
    await create(exporting("10"));
    await account.settled("app");
    const user = { StackName: "user", TemplateBody: template({ U: { Name: { "Fn::ImportValue": "net" } } }) };
    await account.cloudformation.CreateStack(user);
    await account.settled("user");
    expect(account.calls.at(-1)?.properties).toMatchObject({ Name: "10" });
    expect((await account.cloudformation.ListImports({ ExportName: "net" })).Imports).toEqual(["user"]);
    await expect(account.cloudformation.DeleteStack({ StackName: "app" })).rejects.toThrow(
      "Delete canceled. Cannot delete export net as it is in use by user.",
    );
    await update(exporting("11"));
    expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    await expect(
      account.cloudformation.UpdateStack({
        StackName: "user",
        TemplateBody: template({ U: { Name: { "Fn::ImportValue": "x" } } }),
      }),
    ).rejects.toThrow("No export named x found.");
  });
});

describe("reading", () => {
  it("tells when a resource is configured and has yet to become ready", async () => {
    account.readyAfter("A", 2);
    await create(template({ A: {} }), { ClientRequestToken: "t" });
    await account.settled("app");
    const [, , , configured, all] = await account.rawEvents("app");
    expect(configured).toMatchObject({
      ...{ LogicalResourceId: "A", PhysicalResourceId: "A-1", ResourceStatus: "CREATE_IN_PROGRESS" },
      ...{ DetailedStatus: "CONFIGURATION_COMPLETE", ResourceStatusReason: "Eventual consistency check initiated" },
      ClientRequestToken: "t",
    });
    expect(all).toMatchObject({
      ...{ LogicalResourceId: "app", ResourceStatus: "CREATE_IN_PROGRESS", DetailedStatus: "CONFIGURATION_COMPLETE" },
    });
    expect(await account.events("app")).toHaveLength(7);
    expect(await account.settled("app")).not.toHaveProperty("DetailedStatus");
    await update(template({ A: { Size: 2, Fails: "never ready" } }));
    for (;;) {
      const [stack] = (await account.cloudformation.DescribeStacks({ StackName: "app" })).Stacks ?? [];
      expect(stack?.StackStatus).toBe("UPDATE_IN_PROGRESS");
      if (stack?.DetailedStatus === "CONFIGURATION_COMPLETE") break;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  });

  it("gives templates as they were written, and resources by either of their ids", async () => {
    const body = template({ A: {}, B: {} });
    const { StackId } = await create(body);
    await account.settled("app");
    const { cloudformation } = account;
    expect((await cloudformation.GetTemplate({ StackName: "app" })).TemplateBody).toBe(body);
    const other = template({ A: { Size: 1 } });
    const change = { StackName: "app", ChangeSetName: "change" };
    await cloudformation.CreateChangeSet({ ...change, TemplateBody: other });
    expect((await cloudformation.GetTemplate(change)).TemplateBody).toBe(other);

    const ids = async (input: object) =>
      (await cloudformation.DescribeStackResources(input)).StackResources?.map(
        ({ LogicalResourceId }) => LogicalResourceId,
      );
    expect(await ids({ StackName: StackId })).toEqual(["A", "B"]);
    expect(await ids({ PhysicalResourceId: "B-2" })).toEqual(["A", "B"]);
    expect(await ids({ StackName: "app", LogicalResourceId: "B" })).toEqual(["B"]);
    await expect(ids({ StackName: "app", PhysicalResourceId: "B-2" })).rejects.toMatchObject({
      code: "ValidationError",
    });
    await expect(ids({ PhysicalResourceId: "nothing" })).rejects.toThrow("Stack for nothing does not exist");
    const detail = await cloudformation.DescribeStackResource({ StackName: "app", LogicalResourceId: "A" });
    expect(detail.StackResourceDetail).toMatchObject({ PhysicalResourceId: "A-1", ResourceStatus: "CREATE_COMPLETE" });
    const { StackResourceSummaries } = await cloudformation.ListStackResources({ StackName: "app" });
    expect(StackResourceSummaries).toMatchObject([{ PhysicalResourceId: "A-1" }, { PhysicalResourceId: "B-2" }]);

    await cloudformation.DeleteStack({ StackName: "app" });
    await account.settled(StackId);
    expect((await cloudformation.GetTemplate({ StackName: StackId })).TemplateBody).toBe(body);
    await expect(cloudformation.GetTemplate({ StackName: "app" })).rejects.toThrow("Stack with id app does not exist");
  });

  it("lists stacks by status, the newest first", async () => {
    await create(template({ A: {} }));
    await account.settled("app");
    await account.cloudformation.CreateStack({ StackName: "bad", TemplateBody: template({ A: { Fails: "create" } }) });
    await account.settled("bad");
    const names = async (StackStatusFilter: ("CREATE_COMPLETE" | "ROLLBACK_COMPLETE")[]) =>
      (await account.cloudformation.ListStacks({ StackStatusFilter })).StackSummaries?.map(
        ({ StackName }) => StackName,
      );
    expect(await names([])).toEqual(["bad", "app"]);
    expect(await names(["CREATE_COMPLETE"])).toEqual(["app"]);
    expect(await names(["ROLLBACK_COMPLETE"])).toEqual(["bad"]);
  });

  it("says what a template needs acknowledged, without making anything of it", async () => {
    const body = JSON.stringify({
      Description: "a role",
      Parameters: { P: { Type: "String", NoEcho: true, Description: "p" } },
      Resources: { R: { Type: "AWS::IAM::Role", Properties: { RoleName: "r" } } },
    });
    expect(await account.cloudformation.ValidateTemplate({ TemplateBody: body })).toEqual({
      Description: "a role",
      Parameters: [{ ParameterKey: "P", NoEcho: true, Description: "p" }],
      Capabilities: ["CAPABILITY_NAMED_IAM"],
      CapabilitiesReason: "The following resource(s) require capabilities: [AWS::IAM::Role]",
    });
    await expect(account.cloudformation.ValidateTemplate({ TemplateBody: "{}" })).rejects.toThrow(
      "At least one Resources member must be defined.",
    );
  });

  it("pages events newest first without repeating or losing any while more arrive", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`R${index}`, {}]));
    await create(template(many));
    await account.settled("app");
    const first = await account.cloudformation.DescribeStackEvents({ StackName: "app" });
    expect(first.StackEvents?.length).toBe(100);
    await update(template({ ...many, More: {} }));
    await account.settled("app");
    const second = await account.cloudformation.DescribeStackEvents({ StackName: "app", NextToken: first.NextToken });
    const ids = [...(first.StackEvents ?? []), ...(second.StackEvents ?? [])].map(({ EventId }) => EventId);
    expect(new Set(ids).size).toBe(122);
    expect(second.StackEvents?.at(-1)?.ResourceStatusReason).toBe("User Initiated");
  });

  it("gives the root cause of an operation, without what was cancelled because of it", async () => {
    await create(template({ A: { Fails: "never ready" }, B: { Fails: "create" } }));
    const { LastOperations = [] } = await account.settled("app");
    // The rollback is an operation of its own.
    expect(LastOperations.map(({ OperationType }) => OperationType)).toEqual(["ROLLBACK", "CREATE_STACK"]);
    const { OperationEvents = [] } = await account.cloudformation.DescribeEvents({
      OperationId: LastOperations[1]?.OperationId,
      Filters: { FailedEvents: true },
    });
    expect(OperationEvents.map(({ LogicalResourceId, EventType }) => `${LogicalResourceId} ${EventType}`)).toEqual([
      "B PROVISIONING_ERROR",
    ]);
  });

  it("hides parameters with NoEcho wherever it shows properties, but for outputs", async () => {
    const body = template(
      { A: { Name: { "Fn::Sub": "a-${P}" }, Needs: [{ "Fn::Base64": { Ref: "P" } }, "secret"] } },
      { Parameters: { P: { Type: "String", NoEcho: true } }, Outputs: { O: { Value: { Ref: "P" } } } },
    );
    await create(body, {
      Parameters: [{ ParameterKey: "P", ParameterValue: "secret" }],
      Tags: [{ Key: "not", Value: "shown" }],
    });
    expect(await account.settled("app")).toMatchObject({
      Parameters: [{ ParameterKey: "P", ParameterValue: "****" }],
      Outputs: [{ OutputValue: "secret" }],
    });
    expect(account.calls[0]?.properties).toMatchObject({ Name: "a-secret" });
    const shown = (await account.rawEvents("app")).flatMap(({ ResourceProperties }) => ResourceProperties ?? []);
    expect(new Set(shown)).toEqual(new Set([JSON.stringify({ Name: "a-****", Needs: ["KioqKg==", "secret"] })]));
    const { Id } = await account.cloudformation.CreateChangeSet({
      ...{ StackName: "app", ChangeSetName: "change", UsePreviousTemplate: true },
      Parameters: [{ ParameterKey: "P", ParameterValue: "other secret" }],
    });
    const { Changes } = await account.changeSet(Id);
    expect(Changes).toMatchObject([{ ResourceChange: { LogicalResourceId: "A", Replacement: "True" } }]);
    expect(JSON.stringify(Changes)).not.toMatch(/a-secret|other secret|c2VjcmV0/);
  });

  it("summarises a template", async () => {
    const body = template({ A: {} }, { Parameters: { P: { Type: "Number", Default: 1, AllowedValues: [1, 2] } } });
    expect(await account.cloudformation.GetTemplateSummary({ TemplateBody: body })).toMatchObject({
      Parameters: [
        {
          ParameterKey: "P",
          DefaultValue: "1",
          ParameterType: "Number",
          ParameterConstraints: { AllowedValues: ["1", "2"] },
        },
      ],
      ResourceTypes: ["AWS::Test::Thing"],
      ResourceIdentifierSummaries: [{ ResourceType: "AWS::Test::Thing", LogicalResourceIds: ["A"] }],
    });
  });
});
