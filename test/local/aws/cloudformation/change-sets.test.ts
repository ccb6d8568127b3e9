import type { CreateChangeSetInput } from "@aws-sdk/client-cloudformation";
import { type FakeAccount, fakeAccount, template } from "./fake-account.js";

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

async function make(body: string, more: Partial<CreateChangeSetInput> = {}) {
  const { Id } = await account.cloudformation.CreateChangeSet({
    StackName: "app",
    ChangeSetName: "change",
    TemplateBody: body,
    ...more,
  });
  return account.changeSet(Id);
}

async function created(body: string, more: object = {}) {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body, ...more });
  await account.settled("app");
}

it("a change set of type CREATE leaves a stack in review, which its execution creates", async () => {
  const changeSet = await make(template({ A: {} }), { ChangeSetType: "CREATE" });
  expect(changeSet).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" });
  expect(changeSet.Changes?.map(({ ResourceChange }) => ResourceChange)).toMatchObject([
    { Action: "Add", LogicalResourceId: "A", ResourceType: "AWS::Test::Thing", Scope: [], Details: [] },
  ]);
  expect((await account.settled("app")).StackStatus).toBe("REVIEW_IN_PROGRESS");
  await expect(make(template({ A: {} }), { ChangeSetType: "CREATE" })).rejects.toMatchObject({
    code: "AlreadyExistsException",
  });
  await account.cloudformation.ExecuteChangeSet({ StackName: "app", ChangeSetName: "change", ClientRequestToken: "t" });
  expect((await account.settled("app")).StackStatus).toBe("CREATE_COMPLETE");
  expect((await account.events("app")).slice(0, 2)).toEqual(["app REVIEW_IN_PROGRESS", "app CREATE_IN_PROGRESS"]);
  await expect(make(template({ A: {} }), { ChangeSetType: "CREATE", ChangeSetName: "second" })).rejects.toThrow(
    "Stack [app] already exists and cannot be created again with the changeSet [second].",
  );
});

it("says what an update changes, why, and what that does to the resource", async () => {
  const parameters = (size: string) => ({ Parameters: { Size: { Type: "Number", Default: size } } });
  await created(
    template(
      {
        Sized: { Size: { Ref: "Size" } },
        Replaced: { Name: "a" },
        User: { Name: { Ref: "Replaced" } },
        Colored: { Color: "red" },
        Nested: { Option: { Value: true, Fixed: "x" } },
        Gone: { $DeletionPolicy: "Retain" },
        Same: { Size: 1 },
      },
      parameters("1"),
    ),
  );
  const { Changes = [] } = await make(
    template(
      {
        Sized: { Size: { Ref: "Size" } },
        Replaced: { Name: "b" },
        User: { Name: { Ref: "Replaced" } },
        Colored: { Color: "new" },
        Nested: { Option: { Value: true, Fixed: "y" } },
        Same: { Size: 1 },
        New: {},
      },
      parameters("1"),
    ),
    { Parameters: [{ ParameterKey: "Size", ParameterValue: "2" }] },
  );
  const byName = Object.fromEntries(Changes.map(({ ResourceChange: change }) => [change?.LogicalResourceId, change]));
  expect(Object.keys(byName).sort()).toEqual(["Colored", "Gone", "Nested", "New", "Replaced", "Sized", "User"]);
  expect(byName.Sized).toMatchObject({
    Action: "Modify",
    Replacement: "False",
    Scope: ["Properties"],
    Details: [
      {
        Target: {
          Attribute: "Properties",
          Name: "Size",
          RequiresRecreation: "Never",
          BeforeValue: "1",
          AfterValue: "2",
        },
        Evaluation: "Static",
        ChangeSource: "ParameterReference",
        CausingEntity: "Size",
      },
      { Evaluation: "Dynamic", ChangeSource: "DirectModification" },
    ],
  });
  expect(byName.Replaced).toMatchObject({ Replacement: "True", PolicyAction: "ReplaceAndDelete" });
  expect(byName.User).toMatchObject({
    Replacement: "Conditional",
    Details: [{ ChangeSource: "ResourceReference", CausingEntity: "Replaced", Evaluation: "Dynamic" }],
  });
  expect(byName.Colored).toMatchObject({ Replacement: "Conditional" });
  expect(byName.Nested).toMatchObject({ Replacement: "True" });
  expect(byName.Gone).toMatchObject({ Action: "Remove", PolicyAction: "Retain" });
  expect(byName.New).toMatchObject({ Action: "Add" });
});

it("shows a change of the stack's tags as a change of the tags of every resource that takes them", async () => {
  await created(template({ A: {} }), { Tags: [{ Key: "k", Value: "1" }] });
  const { Changes = [] } = await make(template({ A: {} }), { Tags: [{ Key: "k", Value: "2" }] });
  expect(Changes.map(({ ResourceChange }) => ResourceChange)).toMatchObject([
    { Action: "Modify", Replacement: "False", Scope: ["Tags"], Details: [{ Target: { Attribute: "Tags" } }] },
  ]);
});

it("fails in AWS's words when there is nothing to change, and cannot be executed then", async () => {
  await created(template({ A: {} }));
  const changeSet = await make(template({ A: {} }));
  expect(changeSet).toMatchObject({
    Status: "FAILED",
    ExecutionStatus: "UNAVAILABLE",
    StatusReason:
      "The submitted information didn't contain changes. Submit different information to create a change set.",
    Changes: [],
  });
  await expect(account.cloudformation.ExecuteChangeSet({ ChangeSetName: changeSet.ChangeSetId })).rejects.toMatchObject(
    {
      code: "InvalidChangeSetStatus",
      message: `ChangeSet [${changeSet.ChangeSetId}] cannot be executed in its current status of [FAILED]`,
    },
  );
});

it("has a name that no other of its stack has, but for the same request sent again", async () => {
  await created(template({ A: {} }));
  const request = { StackName: "app", ChangeSetName: "change", TemplateBody: template({ A: { Size: 1 } }) };
  const { Id } = await account.cloudformation.CreateChangeSet({ ...request, ClientToken: "once" });
  await expect(account.cloudformation.ExecuteChangeSet({ ChangeSetName: Id })).rejects.toMatchObject({
    code: "InvalidChangeSetStatus",
    message: `ChangeSet [${Id}] cannot be executed in its current status of [CREATE_IN_PROGRESS]`,
  });
  expect((await account.cloudformation.CreateChangeSet({ ...request, ClientToken: "once" })).Id).toBe(Id);
  for (const token of ["twice", undefined]) {
    const again = account.cloudformation.CreateChangeSet({ ...request, ClientToken: token });
    await expect(again).rejects.toMatchObject({
      code: "AlreadyExistsException",
      message: "ChangeSet change already exists in stack app",
    });
  }
});

it("of a stack that is being updated is refused in AWS's words", async () => {
  await created(template({ A: {} }));
  await account.cloudformation.UpdateStack({
    ...{ StackName: "app", TemplateBody: template({ A: { Size: 1, Fails: "never ready" } }) },
  });
  await expect(make(template({ A: { Size: 2 } }))).rejects.toThrow(
    /^Stack:arn:aws:cloudformation:.* is in UPDATE_IN_PROGRESS state and can not be updated\.$/,
  );
});

it("has no changes listed when outputs alone change, but can be executed", async () => {
  await created(template({ A: {} }, { Outputs: { O: { Value: "1" } } }));
  const changeSet = await make(template({ A: {} }, { Outputs: { O: { Value: "2" } } }));
  expect(changeSet).toMatchObject({ Status: "CREATE_COMPLETE", Changes: [] });
  await account.cloudformation.ExecuteChangeSet({ ChangeSetName: changeSet.ChangeSetId });
  expect((await account.settled("app")).Outputs).toEqual([{ OutputKey: "O", OutputValue: "2" }]);
});

it("deletes the others when one is executed, which is found by its ARN alone then, and whose name is free again", async () => {
  await created(template({ A: {} }));
  const first = await make(template({ A: { Size: 1 } }), { ChangeSetName: "first" });
  const second = await make(template({ A: { Size: 2 } }), { ChangeSetName: "second" });
  const third = await make(template({ A: { Size: 3 } }), { ChangeSetName: "third" });
  await account.cloudformation.DeleteChangeSet({ ChangeSetName: third.ChangeSetId });
  await account.cloudformation.ExecuteChangeSet({ StackName: "app", ChangeSetName: "second" });
  await account.settled("app");
  expect((await account.cloudformation.ListChangeSets({ StackName: "app" })).Summaries).toEqual([]);
  for (const missing of [{ ChangeSetName: first.ChangeSetId }, { ChangeSetName: "second", StackName: "app" }]) {
    await expect(account.cloudformation.DescribeChangeSet(missing)).rejects.toMatchObject({
      code: "ChangeSetNotFound",
      message: `ChangeSet [${missing.ChangeSetName}] does not exist`,
    });
  }
  const executed = { ChangeSetName: second.ChangeSetId };
  expect((await account.cloudformation.DescribeChangeSet(executed)).ExecutionStatus).toBe("EXECUTE_COMPLETE");
  await account.cloudformation.DeleteChangeSet({ StackName: "app", ChangeSetName: "second" });
  await expect(account.cloudformation.DeleteChangeSet(executed)).rejects.toMatchObject({
    code: "InvalidChangeSetStatus",
    message: "Cannot delete ChangeSet in execution status EXECUTE_COMPLETE",
  });
  const again = await make(template({ A: { Size: 4 } }), { ChangeSetName: "second" });
  expect(again).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" });
  expect(again.ChangeSetId).not.toBe(second.ChangeSetId);
});

it("is obsolete once its stack was updated otherwise, and cannot be executed then", async () => {
  await created(template({ A: {} }));
  const before = await make(template({ A: { Size: 1 } }), { ChangeSetName: "before" });
  const failed = await make(template({ A: {} }), { ChangeSetName: "failed" });
  const { Id: during } = await account.cloudformation.CreateChangeSet({
    ...{ StackName: "app", ChangeSetName: "during", TemplateBody: template({ A: { Size: 2 } }) },
  });
  await account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: template({ A: { Size: 3 } }) });
  await account.settled("app");
  expect((await account.changeSet(before.ChangeSetId)).ExecutionStatus).toBe("OBSOLETE");
  expect(await account.changeSet(during)).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "OBSOLETE" });
  expect((await account.changeSet(failed.ChangeSetId)).ExecutionStatus).toBe("UNAVAILABLE");
  await expect(account.cloudformation.ExecuteChangeSet({ ChangeSetName: before.ChangeSetId })).rejects.toMatchObject({
    code: "InvalidChangeSetStatus",
    message: `ChangeSet [${before.ChangeSetId}] cannot be executed in its current execution status of [OBSOLETE]`,
  });
});

it("is executed with OnStackFailure or DisableRollback, not with both", async () => {
  const { ChangeSetId: ChangeSetName } = await make(template({ A: { Fails: "create" } }), {
    ...{ ChangeSetType: "CREATE", OnStackFailure: "DO_NOTHING" },
  });
  await expect(account.cloudformation.ExecuteChangeSet({ ChangeSetName, DisableRollback: true })).rejects.toMatchObject(
    { code: "ValidationError" },
  );
  await account.cloudformation.ExecuteChangeSet({ ChangeSetName });
  expect((await account.settled("app")).StackStatus).toBe("CREATE_FAILED");
});

it("refuses OnStackFailure DELETE for what is not to be created", async () => {
  await created(template({ A: {} }));
  await expect(make(template({ A: { Size: 1 } }), { OnStackFailure: "DELETE" })).rejects.toMatchObject({
    code: "ValidationError",
  });
});

it("refuses a stack that is not there or cannot be updated", async () => {
  await expect(make(template({ A: {} }))).rejects.toMatchObject({ message: "Stack [app] does not exist" });
  await created(template({ A: { Fails: "create" } }));
  await expect(make(template({ A: {} }))).rejects.toThrow(/is in ROLLBACK_COMPLETE state and can not be updated\.$/);
});

it("keeps parameters and template that are asked to stay", async () => {
  const body = template(
    { A: { Name: { Ref: "P" } } },
    { Parameters: { P: { Type: "String" }, Q: { Type: "String", Default: "q" } } },
  );
  await created(body, { Parameters: [{ ParameterKey: "P", ParameterValue: "kept" }] });
  const { Id } = await account.cloudformation.CreateChangeSet({
    StackName: "app",
    ChangeSetName: "again",
    UsePreviousTemplate: true,
    Parameters: [{ ParameterKey: "P", UsePreviousValue: true }],
  });
  expect(await account.changeSet(Id)).toMatchObject({
    Status: "FAILED",
    Parameters: [
      { ParameterKey: "P", ParameterValue: "kept" },
      { ParameterKey: "Q", ParameterValue: "q" },
    ],
  });
});
