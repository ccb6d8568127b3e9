import { type FakeAccount, fakeAccount, template } from "./fake-account.js";

const EXPRESS = { DeploymentConfig: { Mode: "EXPRESS" } } as const;
let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

const create = (body: string, more: object = {}) =>
  account.cloudformation.CreateStack({ StackName: "app", TemplateBody: body, ...EXPRESS, ...more });
const update = (body: string, more: object = EXPRESS) =>
  account.cloudformation.UpdateStack({ StackName: "app", TemplateBody: body, ...more });

it("completes as soon as the configuration is applied, whether or not resources are ready", async () => {
  await create(template({ A: { Fails: "never ready" }, B: { Needs: [{ Ref: "A" }] } }));
  expect(await account.settled("app")).toMatchObject({
    StackStatus: "CREATE_COMPLETE",
    DeploymentConfig: { Mode: "EXPRESS", DisableRollback: true },
  });
  expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`)).toEqual(["create A", "create B"]);
  await update(template({ A: { Size: 2, Fails: "never ready" }, B: { Needs: [{ Ref: "A" }] } }));
  expect((await account.settled("app")).StackStatus).toBe("UPDATE_COMPLETE");
});

it("deletes without waiting until everything is gone", async () => {
  const { StackId } = await create(template({ A: { Fails: "never gone" }, B: { Needs: [{ Ref: "A" }] } }), {
    DeploymentConfig: { Mode: "STANDARD" },
  });
  await account.settled("app");
  await account.cloudformation.DeleteStack({ StackName: "app", ...EXPRESS });
  expect((await account.settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
});

it("leaves a failure as it is, unless rollback is asked for", async () => {
  const broken = template({ A: {}, B: { Fails: "create", $DependsOn: "A" } });
  await create(broken);
  expect((await account.settled("app")).StackStatus).toBe("CREATE_FAILED");
  expect([...account.things]).toEqual(["A-1"]);
  await account.cloudformation.CreateStack({
    StackName: "other",
    TemplateBody: broken,
    DeploymentConfig: { Mode: "EXPRESS", DisableRollback: false },
  });
  expect((await account.settled("other")).StackStatus).toBe("ROLLBACK_COMPLETE");
});

it("goes on from a failure in the same mode alone", async () => {
  await create(template({ A: { Fails: "create" } }));
  const { StackId } = await account.settled("app");
  await expect(update(template({ A: {} }), {})).rejects.toThrow(
    `Stack:${StackId} is in CREATE_FAILED state after an operation in EXPRESS mode and can only go on in EXPRESS mode.`,
  );
  await update(template({ A: {} }));
  expect((await account.settled("app")).StackStatus).toBe("UPDATE_COMPLETE");
});

it("makes again what failed because something else was not ready yet", async () => {
  account.readyAfter("A", 20);
  await create(template({ A: {}, B: { Needs: [{ Ref: "A" }], Fails: "until the others are ready" } }));
  expect((await account.settled("app")).StackStatus).toBe("CREATE_COMPLETE");
  expect(account.calls.map(({ verb, logicalId }) => `${verb} ${logicalId}`)).toEqual(["create A", "create B"]);
});

it("is what a change set was made for, whoever executes it", async () => {
  const { Id } = await account.cloudformation.CreateChangeSet({
    ...{ StackName: "app", ChangeSetName: "change", ChangeSetType: "CREATE", ...EXPRESS },
    TemplateBody: template({ A: { Fails: "never ready" } }),
  });
  expect((await account.changeSet(Id)).DeploymentConfig).toEqual({ Mode: "EXPRESS", DisableRollback: true });
  await account.cloudformation.ExecuteChangeSet({ ChangeSetName: Id });
  expect((await account.settled("app")).StackStatus).toBe("CREATE_COMPLETE");
});

it("lets DeploymentConfig disable rollback in the standard mode, and refuses two different answers", async () => {
  const broken = template({ A: { Fails: "create" } });
  const standard = { DeploymentConfig: { Mode: "STANDARD", DisableRollback: true } } as const;
  await expect(create(broken, { ...standard, DisableRollback: false })).rejects.toMatchObject({
    code: "ValidationError",
  });
  await create(broken, standard);
  expect(await account.settled("app")).toMatchObject({
    StackStatus: "CREATE_FAILED",
    DeploymentConfig: { Mode: "STANDARD", DisableRollback: true },
  });
});
