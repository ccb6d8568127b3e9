import type { StackStatus } from "@aws-sdk/client-cloudformation";
import { type FakeAccount, fakeAccount, template } from "./fake-account.js";

let account: FakeAccount;
beforeEach(() => {
  account = fakeAccount();
});
afterEach(() => account.close());

/** What may follow each status of a stack. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  "": ["CREATE_IN_PROGRESS", "REVIEW_IN_PROGRESS"],
  REVIEW_IN_PROGRESS: ["CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  CREATE_IN_PROGRESS: ["CREATE_COMPLETE", "CREATE_FAILED", "ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  CREATE_COMPLETE: ["UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  CREATE_FAILED: ["ROLLBACK_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  ROLLBACK_IN_PROGRESS: ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED"],
  ROLLBACK_COMPLETE: ["DELETE_IN_PROGRESS"],
  ROLLBACK_FAILED: ["DELETE_IN_PROGRESS"],
  UPDATE_IN_PROGRESS: ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_FAILED", "UPDATE_ROLLBACK_IN_PROGRESS"],
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: ["UPDATE_COMPLETE"],
  UPDATE_COMPLETE: ["UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  UPDATE_FAILED: ["UPDATE_IN_PROGRESS", "UPDATE_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  UPDATE_ROLLBACK_IN_PROGRESS: ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED"],
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: ["UPDATE_ROLLBACK_COMPLETE"],
  UPDATE_ROLLBACK_COMPLETE: ["UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  UPDATE_ROLLBACK_FAILED: ["UPDATE_ROLLBACK_IN_PROGRESS", "DELETE_IN_PROGRESS"],
  DELETE_IN_PROGRESS: ["DELETE_COMPLETE", "DELETE_FAILED"],
  DELETE_FAILED: ["DELETE_IN_PROGRESS"],
  DELETE_COMPLETE: [],
};

const StackName = "app";
const broken = { Fails: "create", $DependsOn: "A" };
const create = (resources: Parameters<typeof template>[0], more: object = {}) =>
  account.cloudformation.CreateStack({ StackName, TemplateBody: template(resources), ...more });
const update = (resources: Parameters<typeof template>[0], more: object = {}) =>
  account.cloudformation.UpdateStack({ StackName, TemplateBody: template(resources), ...more });

async function updated(before: Parameters<typeof template>[0], after: Parameters<typeof template>[0], more = {}) {
  await create(before);
  await account.settled(StackName);
  await update(after, more);
}

/** How a stack comes to each status. */
const WAYS: Readonly<Record<StackStatus, (() => Promise<unknown>) | undefined>> = {
  REVIEW_IN_PROGRESS: () =>
    account.cloudformation.CreateChangeSet({
      ...{ StackName, ChangeSetName: "first", ChangeSetType: "CREATE", TemplateBody: template({ A: {} }) },
    }),
  CREATE_IN_PROGRESS: () => create({ A: { Fails: "never ready" } }),
  CREATE_COMPLETE: () => create({ A: {} }),
  CREATE_FAILED: () => create({ A: {}, B: broken }, { DisableRollback: true }),
  ROLLBACK_IN_PROGRESS: () => create({ A: { Fails: "never gone" }, B: broken }),
  ROLLBACK_COMPLETE: () => create({ A: {}, B: broken }),
  ROLLBACK_FAILED: () => create({ A: { Fails: "delete" }, B: broken }),
  UPDATE_IN_PROGRESS: () => updated({ A: {} }, { A: { Size: 2, Fails: "never ready" } }),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: () => updated({ A: {}, B: { Fails: "never gone" } }, { A: {} }),
  UPDATE_COMPLETE: () => updated({ A: {} }, { A: { Size: 2 } }),
  UPDATE_FAILED: () => updated({ A: {} }, { A: { Size: 2 }, B: broken }, { DisableRollback: true }),
  UPDATE_ROLLBACK_IN_PROGRESS: () => updated({ A: { Fails: "never updated" } }, { A: { Size: 2 }, B: broken }),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: () =>
    updated({ A: {} }, { A: { Fails: "never gone", Name: "new" }, B: broken }),
  UPDATE_ROLLBACK_COMPLETE: () => updated({ A: {} }, { A: { Size: 2 }, B: broken }),
  UPDATE_ROLLBACK_FAILED: () => updated({ A: { Fails: "update" } }, { A: { Size: 2 }, B: broken }),
  DELETE_IN_PROGRESS: async () => {
    await create({ A: { Fails: "never gone" } });
    await account.settled(StackName);
    await account.cloudformation.DeleteStack({ StackName });
  },
  DELETE_FAILED: async () => {
    await create({ A: { Fails: "delete" } });
    await account.settled(StackName);
    await account.cloudformation.DeleteStack({ StackName });
  },
  DELETE_COMPLETE: async () => {
    await create({ A: {} });
    await account.settled(StackName);
    await account.cloudformation.DeleteStack({ StackName });
  },
  // Nothing is imported here.
  IMPORT_IN_PROGRESS: undefined,
  IMPORT_COMPLETE: undefined,
  IMPORT_ROLLBACK_IN_PROGRESS: undefined,
  IMPORT_ROLLBACK_COMPLETE: undefined,
  IMPORT_ROLLBACK_FAILED: undefined,
};

async function bring(status: StackStatus): Promise<string> {
  await WAYS[status]?.();
  for (;;) {
    const { StackSummaries = [] } = await account.cloudformation.ListStacks({});
    const { StackId = "", StackStatus = "" } = StackSummaries[0] ?? {};
    if (StackStatus === status) return StackId;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

const TemplateBody = template({ A: { Size: 9 } });
const OPERATIONS = {
  create: () => account.cloudformation.CreateStack({ StackName, TemplateBody }),
  update: (id: string) => account.cloudformation.UpdateStack({ StackName: id, TemplateBody }),
  "change set": (id: string) =>
    account.cloudformation.CreateChangeSet({ StackName: id, ChangeSetName: "change", TemplateBody }),
  "creating change set": () =>
    account.cloudformation.CreateChangeSet({
      ...{ StackName, ChangeSetName: "change", ChangeSetType: "CREATE", TemplateBody },
    }),
  cancel: (id: string) => account.cloudformation.CancelUpdateStack({ StackName: id }),
  continue: (id: string) => account.cloudformation.ContinueUpdateRollback({ StackName: id }),
  "roll back": (id: string) => account.cloudformation.RollbackStack({ StackName: id }),
  delete: (id: string) => account.cloudformation.DeleteStack({ StackName: id }),
};
type OperationName = keyof typeof OPERATIONS;

const STANDING: readonly OperationName[] = ["update", "change set", "delete"];
const ALLOWED: readonly [StackStatus, readonly OperationName[]][] = [
  ["REVIEW_IN_PROGRESS", ["creating change set", "delete"]],
  ["CREATE_IN_PROGRESS", ["delete"]],
  ["CREATE_COMPLETE", STANDING],
  ["CREATE_FAILED", [...STANDING, "roll back"]],
  ["ROLLBACK_IN_PROGRESS", []],
  ["ROLLBACK_COMPLETE", ["delete"]],
  ["ROLLBACK_FAILED", ["delete"]],
  ["UPDATE_IN_PROGRESS", ["cancel"]],
  ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", []],
  ["UPDATE_COMPLETE", STANDING],
  ["UPDATE_FAILED", [...STANDING, "roll back"]],
  ["UPDATE_ROLLBACK_IN_PROGRESS", []],
  ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", []],
  ["UPDATE_ROLLBACK_COMPLETE", STANDING],
  ["UPDATE_ROLLBACK_FAILED", ["continue", "delete"]],
  // Deleting what is being deleted, or is gone, succeeds.
  ["DELETE_IN_PROGRESS", ["delete"]],
  ["DELETE_FAILED", ["delete"]],
  ["DELETE_COMPLETE", ["create", "creating change set", "delete"]],
];

it.each(ALLOWED)(
  "a stack that is %s takes %j and nothing else, and came there by legal steps",
  async (status, allowed) => {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      await account.close();
      account = fakeAccount();
      const id = await bring(status);
      const outcome = await operation(id).then(
        () => "taken",
        ({ code }: { code?: string }) => code,
      );
      const expected = allowed.includes(name as OperationName)
        ? "taken"
        : name === "create"
          ? "AlreadyExistsException"
          : "ValidationError";
      expect([name, outcome]).toEqual([name, expected]);
      const own = (await account.rawEvents(id)).filter(
        ({ PhysicalResourceId, DetailedStatus }) => PhysicalResourceId === id && DetailedStatus === undefined,
      );
      const steps = own.map(({ ResourceStatus = "" }) => ResourceStatus as string);
      for (const [index, step] of steps.entries()) {
        expect([steps[index - 1], NEXT[steps[index - 1] ?? ""]?.includes(step), step]).toEqual([
          ...[steps[index - 1], true, step],
        ]);
      }
    }
  },
);

it("can be every status that AWS has but those of imports", () => {
  expect(ALLOWED.map(([status]) => status as string).sort()).toEqual(
    Object.keys(WAYS)
      .filter((status) => !status.startsWith("IMPORT"))
      .sort(),
  );
});
