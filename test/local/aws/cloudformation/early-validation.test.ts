import { type FakeAccount, fakeAccount, NAMED, template } from "./fake-account.js";

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

const WRONG = template({ A: {}, B: { Colour: "red", Option: {} } });

async function standing(body: string) {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body });
  await account.settled("app");
}

/** What went wrong in an operation: `type logical id | status or reason | path`. */
async function failures(query: { OperationId?: string | undefined; ChangeSetName?: string | undefined }) {
  const { OperationEvents = [] } = await account.cloudformation.DescribeEvents({
    ...query,
    Filters: { FailedEvents: true },
  });
  return OperationEvents.map(({ EventType, LogicalResourceId, ResourceStatus, ValidationName, ...event }) =>
    [EventType, LogicalResourceId, ResourceStatus ?? ValidationName, event.ValidationStatusReason, event.ValidationPath]
      .filter(Boolean)
      .join(" | "),
  );
}

const FOUND = [
  "VALIDATION_ERROR | B | PROPERTY_VALIDATION | #/Option: required key [Value] not found | /Resources/B/Properties/Option",
  "VALIDATION_ERROR | B | PROPERTY_VALIDATION | #: extraneous key [Colour] is not permitted | /Resources/B/Properties",
];

it("fails a creation before any resource is touched, and takes it back as an operation of its own", async () => {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: WRONG, ClientRequestToken: "t" });
  const { StackStatus, LastOperations = [] } = await account.settled("app");
  expect(StackStatus).toBe("ROLLBACK_COMPLETE");
  expect(account.calls).toEqual([]);
  expect(await account.events("app")).toEqual([
    "app CREATE_IN_PROGRESS",
    "app CREATE_FAILED",
    "app ROLLBACK_IN_PROGRESS",
    "app ROLLBACK_COMPLETE",
  ]);
  const [, failed, rollback] = await account.rawEvents("app");
  expect(failed).toMatchObject({
    DetailedStatus: "VALIDATION_FAILED",
    ResourceStatusReason:
      "Validation failed with 2 error(s). Call DescribeEvents to retrieve the full list of issues with resource and property details, resolve each error, then retry the operation.",
  });
  expect(rollback).toMatchObject({
    ResourceStatusReason: "Validation failure detected. See the operation's FAILED event for details.",
    ClientRequestToken: "t",
  });
  expect(await failures({ OperationId: LastOperations[1]?.OperationId })).toEqual([
    "PROVISIONING_ERROR | app | CREATE_FAILED",
    ...FOUND,
  ]);
  expect(await failures({ OperationId: LastOperations[0]?.OperationId })).toEqual([]);
});

it("leaves a creation failed where rollback is disabled, and removes it where OnFailure says so", async () => {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: WRONG, DisableRollback: true });
  expect((await account.settled("app")).StackStatus).toBe("CREATE_FAILED");
  const { StackId } = await account.cloudformation.CreateStack({
    ...{ StackName: "gone", TemplateBody: WRONG, OnFailure: "DELETE" },
  });
  expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
});

it("fails an update and leaves every resource as it is", async () => {
  await standing(template({ A: { Size: 1 } }));
  account.calls.length = 0;
  await account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: WRONG });
  expect((await account.settled("app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(account.calls).toEqual([]);
  expect((await account.events("app")).slice(-5)).toEqual([
    "app UPDATE_IN_PROGRESS",
    "app UPDATE_FAILED",
    "app UPDATE_ROLLBACK_IN_PROGRESS",
    "app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    "app UPDATE_ROLLBACK_COMPLETE",
  ]);
});

it("fails a change set, whose own events say why", async () => {
  await standing(template({ A: {} }));
  const { Id } = await account.cloudformation.CreateChangeSet({
    ...{ StackName: "app", ChangeSetName: "change", TemplateBody: WRONG },
  });
  expect((await account.changeSet(Id)).StatusReason).toBe(
    "The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.",
  );
  expect(await failures({ ChangeSetName: Id })).toEqual(FOUND);
});

it("finds that a name is taken, by whomever, before anything is made", async () => {
  account.things.add("taken");
  const body = template({ First: {}, Second: { $Type: NAMED, Name: "taken", $DependsOn: "First" } });
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body });
  const { StackStatus, LastOperations = [] } = await account.settled("app");
  expect(StackStatus).toBe("ROLLBACK_COMPLETE");
  expect(account.calls).toEqual([]);
  const conflict =
    "VALIDATION_ERROR | Second | NAME_CONFLICT_VALIDATION | Resource of type 'AWS::Test::Named' with identifier 'taken' already exists. | /Resources/Second";
  expect(await failures({ OperationId: LastOperations[1]?.OperationId })).toContain(conflict);

  const { Id } = await account.cloudformation.CreateChangeSet({
    ...{ StackName: "new", ChangeSetName: "change", ChangeSetType: "CREATE", TemplateBody: body },
  });
  expect((await account.changeSet(Id)).StatusReason).toMatch(/\[AWS::EarlyValidation::ResourceExistenceCheck\]/);
  expect(await failures({ ChangeSetName: Id })).toEqual([conflict]);
});

it("leaves it to the resource itself to be refused for what its service takes for no name", async () => {
  const body = template({ A: { $Type: NAMED, Name: "what?" } });
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body });
  expect((await account.settled("app")).StackStatus).toBe("ROLLBACK_COMPLETE");
  const failed = (await account.rawEvents("app")).find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
  expect(failed).toMatchObject({ LogicalResourceId: "A", ResourceStatusReason: "what? can be no name" });
});

it("names what the schema does not allow, whether or not the name is taken", async () => {
  const body = template({ A: { $Type: NAMED, Name: "what?!" } });
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body });
  const { LastOperations = [] } = await account.settled("app");
  expect(await failures({ OperationId: LastOperations[1]?.OperationId })).toContain(
    "VALIDATION_ERROR | A | PROPERTY_VALIDATION | #/Name: failed validation constraint for keyword [pattern] | /Resources/A/Properties/Name",
  );
});

it("does not take for somebody else's what the stack itself has begun to make before it failed", async () => {
  const named = { $Type: NAMED, Name: "half-made" };
  await account.cloudformation.CreateStack({
    StackName: "app",
    TemplateBody: template({ A: { ...named, Fails: "never ready" }, B: { Fails: "create" } }),
    DisableRollback: true,
  });
  expect((await account.settled("app")).StackStatus).toBe("CREATE_FAILED");
  account.things.add("half-made");
  await account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: template({ A: named }) });
  expect((await account.settled("app")).StackStatus).toBe("UPDATE_COMPLETE");
});

it("does not look where DisableValidation asks for it, and not when a change set is executed", async () => {
  await account.cloudformation.CreateStack({ StackName: "app", TemplateBody: WRONG, DisableValidation: true });
  await account.settled("app");
  expect(await account.events("app")).toContain("B CREATE_FAILED");
});

it("finds values that AWS's schema does not allow: early where they are known, and before the handler where not", async () => {
  const body = template({ A: {}, B: { Name: { "Fn::Join": ["!", [{ "Fn::GetAtt": "A.Arn" }, ""]] } } });
  await account.cloudformation.CreateStack({ StackName: "late", TemplateBody: body });
  await account.settled("late");
  const failed = (await account.rawEvents("late")).find(({ ResourceStatus }) => ResourceStatus === "CREATE_FAILED");
  expect(failed).toMatchObject({
    LogicalResourceId: "B",
    ResourceStatusReason:
      "Properties validation failed for resource B with message:\n#/Name: failed validation constraint for keyword [pattern]",
  });
  expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`)).toEqual(["create A", "delete A"]);

  const early = template({ A: {}, B: { Name: "b".repeat(201) } });
  await account.cloudformation.CreateStack({ StackName: "early", TemplateBody: early });
  const { LastOperations = [] } = await account.settled("early");
  expect(await failures({ OperationId: LastOperations[1]?.OperationId })).toContain(
    "VALIDATION_ERROR | B | PROPERTY_VALIDATION | #/Name: expected maxLength: 200, actual: 201 | /Resources/B/Properties/Name",
  );
});

it("begins and ends each operation with an event of its own", async () => {
  await standing(template({ A: {} }));
  await account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: template({ A: { Fails: "update" } }) });
  await account.settled("app");
  const { OperationEvents = [] } = await account.cloudformation.DescribeEvents({ StackName: "app" });
  const boundaries = OperationEvents.filter(({ EventType }) => EventType === "STACK_EVENT").reverse();
  expect(boundaries.map(({ OperationType, OperationStatus }) => `${OperationType} ${OperationStatus}`)).toEqual([
    "CREATE_STACK IN_PROGRESS",
    "CREATE_STACK SUCCEEDED",
    "UPDATE_STACK IN_PROGRESS",
    "UPDATE_STACK FAILED",
    "ROLLBACK IN_PROGRESS",
    "ROLLBACK SUCCEEDED",
  ]);
  expect(boundaries.every(({ StartTime, EndTime }, index) => StartTime && Boolean(EndTime) === (index % 2 === 1))).toBe(
    true,
  );
});
