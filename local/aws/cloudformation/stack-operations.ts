import type * as Api from "@aws-sdk/client-cloudformation";
import { AwsError, notImplemented } from "../errors.js";
import { predict } from "./change-set.js";
import { notUpdatable } from "./change-set-operations.js";
import {
  createStack,
  deleteStack,
  rollBack,
  rollBackCreation,
  SUPERSEDED_BY_DELETE,
  updateStack,
} from "./engine/operations.js";
import { checkExportsInUse } from "./engine/outputs.js";
import { setOptional } from "./engine/run.js";
import { checkStackName, isRepeated, readDeployment, requestedInstance, wasMade } from "./requests.js";
import { isUpdatable, outdateChangeSets, type Stack } from "./stack.js";
import type { Stacks } from "./stacks.js";
import { invalid } from "./template/template.js";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export async function requestCreation(stacks: Stacks, input: Api.CreateStackInput): Promise<Api.CreateStackOutput> {
  const name = checkStackName(input.StackName);
  const present = stacks.find(name);
  const token = input.ClientRequestToken;
  if (present) {
    if (wasMade(present, "CreateStack", input)) return { StackId: present.id };
    throw alreadyExists(present);
  }
  const { mode, disableRollback } = readDeployment(input);
  if (input.OnFailure !== undefined && input.DisableRollback !== undefined) {
    throw invalid("You can specify either OnFailure or DisableRollback, but not both.");
  }
  const { aws, types } = stacks;
  const identity = { id: stacks.newId(name), name };
  const instance = await requestedInstance(aws, types, identity, input);
  // What can be said of the template's values is said now; the stack finds out about other stacks' exports.
  predict(stacks, stacks.draft(name, identity.id), instance, { missingExports: "unknown" });
  if (stacks.find(name)) throw alreadyExists(stacks.get(name));
  const stack = stacks.add(name, identity.id);
  isRepeated(stack, "CreateStack", input);
  stack.instance = instance;
  stack.capabilities = input.Capabilities ?? [];
  const onFailure = input.OnFailure ?? (disableRollback ? "DO_NOTHING" : "ROLLBACK");
  stack.disableRollback = onFailure === "DO_NOTHING";
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  stack.terminationProtection = input.EnableTerminationProtection ?? false;
  setOptional(stack, "timeoutInMinutes", input.TimeoutInMinutes);
  const { id } = stacks.start(stack, { type: "CREATE_STACK", token, mode }, (operation) =>
    createStack(stacks, stack, operation, { onFailure, validates: input.DisableValidation !== true }),
  );
  return { StackId: stack.id, OperationId: id };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html */
export async function requestUpdate(stacks: Stacks, input: Api.UpdateStackInput): Promise<Api.UpdateStackOutput> {
  if (input.StackPolicyDuringUpdateBody !== undefined || input.StackPolicyDuringUpdateURL !== undefined) {
    throw notImplemented("stack policies");
  }
  const stack = stacks.getLive(input.StackName);
  const token = input.ClientRequestToken;
  if (wasMade(stack, "UpdateStack", input)) return { StackId: stack.id };
  if (!isUpdatable(stack)) throw notUpdatable(stack);
  const { mode, disableRollback = false } = readDeployment(input, stack);
  const { aws, types } = stacks;
  const instance = await requestedInstance(aws, types, stack, input, stack.instance);
  if (!predict(stacks, stack, instance).isChange) throw invalid("No updates are to be performed.");
  if (!isUpdatable(stack)) throw notUpdatable(stack);
  isRepeated(stack, "UpdateStack", input);
  stack.instance = instance;
  stack.capabilities = input.Capabilities ?? [];
  stack.disableRollback = disableRollback;
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  outdateChangeSets(stack);
  setOptional(stack, "lastUpdatedTime", aws.clock.now());
  const { id } = stacks.start(stack, { type: "UPDATE_STACK", token, mode }, (operation) =>
    updateStack(stacks, stack, operation, {
      disableRollback,
      validates: input.DisableValidation !== true,
    }),
  );
  return { StackId: stack.id, OperationId: id };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html */
export function requestDeletion(stacks: Stacks, input: Api.DeleteStackInput): void {
  if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
  const { mode } = readDeployment(input);
  const stack = stacks.find(input.StackName);
  // Deleting what is not there, or is being deleted, succeeds.
  if (!stack || stack.status === "DELETE_COMPLETE" || stack.status === "DELETE_IN_PROGRESS") return;
  const token = input.ClientRequestToken;
  if (isRepeated(stack, "DeleteStack", input)) return;
  if (stack.terminationProtection) {
    throw invalid(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (/^UPDATE_.*IN_PROGRESS$|^ROLLBACK_IN_PROGRESS$/.test(stack.status)) {
    throw invalid(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  }
  checkRetained(stack, input.RetainResources ?? []);
  if (input.DeletionMode === "FORCE_DELETE_STACK" && stack.status !== "DELETE_FAILED") {
    throw invalid("FORCE_DELETE_STACK can only be used for stacks in the DELETE_FAILED state");
  }
  checkExportsInUse({ engine: stacks, stack }, []);
  outdateChangeSets(stack);
  const creation = stack.status === "CREATE_IN_PROGRESS" ? stack.operations.at(-1) : undefined;
  creation?.controller.abort(SUPERSEDED_BY_DELETE);
  stacks.start(stack, { type: "DELETE_STACK", token, mode }, (operation) =>
    deleteStack(stacks, stack, operation, {
      retain: input.RetainResources ?? [],
      force: input.DeletionMode === "FORCE_DELETE_STACK",
      ...(creation && { after: creation.done }),
    }),
  );
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CancelUpdateStack.html */
export function cancelUpdate(stacks: Stacks, input: Api.CancelUpdateStackInput): void {
  const stack = stacks.getLive(input.StackName);
  if (isRepeated(stack, "CancelUpdateStack", input)) return;
  if (stack.status !== "UPDATE_IN_PROGRESS") {
    throw invalid("CancelUpdateStack cannot be called from current stack status");
  }
  stack.operations.at(-1)?.controller.abort("User Initiated");
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ContinueUpdateRollback.html */
export function continueUpdateRollback(
  stacks: Stacks,
  input: Api.ContinueUpdateRollbackInput,
): Api.ContinueUpdateRollbackOutput {
  if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
  if (input.ForceRollback) throw notImplemented("ForceRollback");
  const stack = stacks.getLive(input.StackName);
  const token = input.ClientRequestToken;
  if (isRepeated(stack, "ContinueUpdateRollback", input)) return {};
  if (stack.status !== "UPDATE_ROLLBACK_FAILED") {
    throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not continue update rollback.`);
  }
  const skip = input.ResourcesToSkip ?? [];
  const wrong = skip.filter((name) => stack.resources.get(name)?.status !== "UPDATE_FAILED");
  if (wrong.length > 0) {
    throw invalid(`Resources [${wrong.join(", ")}] cannot be skipped: only resources in UPDATE_FAILED state can`);
  }
  stacks.start(stack, { type: "CONTINUE_ROLLBACK", token }, (operation) =>
    rollBack({ engine: stacks, stack, operation }, "User Initiated", skip),
  );
  // Its output has no member, unlike those of its kind.
  return {};
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RollbackStack.html */
export function requestRollback(stacks: Stacks, input: Api.RollbackStackInput): Api.RollbackStackOutput {
  if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
  const stack = stacks.getLive(input.StackName);
  const token = input.ClientRequestToken;
  if (isRepeated(stack, "RollbackStack", input)) return { StackId: stack.id };
  if (stack.status !== "CREATE_FAILED" && stack.status !== "UPDATE_FAILED") {
    throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  }
  const { mode } = readDeployment(input, stack);
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  outdateChangeSets(stack);
  const { id } = stacks.start(stack, { type: "ROLLBACK", token, mode }, (operation) =>
    stack.stable
      ? rollBack({ engine: stacks, stack, operation }, "User Initiated")
      : rollBackCreation(stacks, stack, operation),
  );
  return { StackId: stack.id, OperationId: id };
}

function alreadyExists({ name }: Stack): AwsError {
  return new AwsError("AlreadyExistsException", `Stack [${name}] already exists`);
}

/** RetainResources is for what could not be deleted. */
function checkRetained(stack: Stack, retained: readonly string[]) {
  if (retained.length === 0) return;
  if (stack.status !== "DELETE_FAILED") {
    throw invalid(
      `Invalid operation on stack [${stack.id}]. RetainResources can only be used for stacks in the DELETE_FAILED state`,
    );
  }
  const unknown = retained.filter((name) => !stack.resources.has(name));
  if (unknown.length > 0) throw invalid(`Resources [${unknown.join(", ")}] do not exist in the stack`);
  if (retained.some((name) => stack.resources.get(name)?.status === "DELETE_COMPLETE")) {
    throw invalid(
      "The specified resources to retain must be in a valid state. Do not specify resources that are in the DELETE_COMPLETE state.",
    );
  }
}
