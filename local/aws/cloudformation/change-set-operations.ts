import type {
  CreateChangeSetInput,
  CreateChangeSetOutput,
  DeleteChangeSetInput,
  ExecuteChangeSetInput,
} from "@aws-sdk/client-cloudformation";
import { AwsError, notImplemented } from "../errors.js";
import { recordFindings, validateEarly } from "./early-validation.js";
import { pause } from "./engine/handler-call.js";
import { newOperation } from "./engine/operation-events.js";
import { createStack, updateStack } from "./engine/operations.js";
import { enter, setOptional } from "./engine/run.js";
import { checkStackName, isRepeated, readDeployment, requestedInstance } from "./requests.js";
import { type ChangeSet, isBusy, isUpdatable, type Operation, type Stack } from "./stack.js";
import type { Stacks } from "./stacks.js";
import { invalid } from "./template/template.js";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html */
export async function createChangeSet(stacks: Stacks, input: CreateChangeSetInput): Promise<CreateChangeSetOutput> {
  refuseUnsupported(input);
  const { ChangeSetName: name = "" } = input;
  const isCreation = input.ChangeSetType === "CREATE";
  const present = isCreation ? stacks.find(input.StackName) : stacks.getLive(input.StackName);
  if (present) checkState(present, isCreation, name);
  const deployment = readDeployment(input, present);
  if (input.OnStackFailure === "DELETE" && !isCreation) {
    throw invalid("OnStackFailure DELETE is only valid for change sets of type CREATE");
  }
  const stackName = present?.name ?? checkStackName(input.StackName);
  const stack = present ?? { id: stacks.newId(stackName), name: stackName, changeSets: new Map<string, ChangeSet>() };
  const before = stack.changeSets.get(name);
  if (before) {
    if (input.ClientToken !== undefined && before.clientToken === input.ClientToken)
      return { Id: before.id, StackId: stack.id };
    throw new AwsError("AlreadyExistsException", `ChangeSet ${name} already exists in stack ${stack.name}`);
  }
  const { aws, types } = stacks;
  const previous = present?.instance;
  const instance = await requestedInstance(aws, types, stack, input, isCreation ? undefined : previous, true);
  const target = present ?? reviewStack(stacks, stack.id, stack.name);
  const changeSet: ChangeSet = {
    id: `arn:${aws.partition}:cloudformation:${aws.region}:${aws.accountId}:changeSet/${name}/${aws.random.uuid()}`,
    name,
    stack: target,
    type: isCreation ? "CREATE" : "UPDATE",
    creationTime: aws.clock.now(),
    capabilities: input.Capabilities ?? [],
    instance,
    status: "CREATE_IN_PROGRESS",
    executionStatus: "UNAVAILABLE",
    changes: [],
    deployment,
    ...(input.Description !== undefined && { description: input.Description }),
    ...(input.OnStackFailure !== undefined && { onStackFailure: input.OnStackFailure }),
    ...(input.ClientToken !== undefined && { clientToken: input.ClientToken }),
  };
  target.changeSets.set(name, changeSet);
  const validates = input.DisableValidation !== true;
  const { id } = stacks.start(target, { type: "CREATE_CHANGESET", token: input.ClientToken }, (operation) =>
    fillChangeSet(stacks, changeSet, operation, validates),
  );
  changeSet.operationId = id;
  return { Id: changeSet.id, StackId: target.id };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html */
export function executeChangeSet(stacks: Stacks, input: ExecuteChangeSetInput): void {
  const changeSet = findChangeSet(stacks, input);
  const { stack, onStackFailure, deployment } = changeSet;
  if (isRepeated(stack, "ExecuteChangeSet", input)) return;
  if (changeSet.status !== "CREATE_COMPLETE") {
    throw new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}]`,
    );
  }
  if (changeSet.executionStatus !== "AVAILABLE") {
    throw new AwsError(
      "InvalidChangeSetStatus",
      `ChangeSet [${changeSet.id}] cannot be executed in its current execution status of [${changeSet.executionStatus}]`,
    );
  }
  if (isBusy(stack)) throw notUpdatable(stack);
  if (onStackFailure !== undefined && input.DisableRollback !== undefined) {
    throw invalid("OnStackFailure and DisableRollback cannot be specified together");
  }
  // Executing one change set makes the others pointless: AWS deletes them.
  for (const [name, other] of stack.changeSets) if (other !== changeSet) stack.changeSets.delete(name);
  changeSet.executionStatus = "EXECUTE_IN_PROGRESS";
  stack.instance = changeSet.instance;
  stack.capabilities = changeSet.capabilities;
  stack.changeSetId = changeSet.id;
  const disableRollback = input.DisableRollback ?? deployment.disableRollback ?? onStackFailure === "DO_NOTHING";
  stack.disableRollback = disableRollback;
  stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
  const isCreation = changeSet.type === "CREATE";
  if (!isCreation) setOptional(stack, "lastUpdatedTime", stacks.aws.clock.now());
  const token = input.ClientRequestToken;
  stacks.start(
    stack,
    { type: isCreation ? "CREATE_STACK" : "UPDATE_STACK", token, mode: deployment.mode },
    async (operation) => {
      if (isCreation) {
        const onFailure = disableRollback ? "DO_NOTHING" : (onStackFailure ?? "ROLLBACK");
        await createStack(stacks, stack, operation, { onFailure, validates: false });
      } else {
        await updateStack(stacks, stack, operation, { disableRollback, validates: false });
      }
      const succeeded = stack.status === "CREATE_COMPLETE" || stack.status === "UPDATE_COMPLETE";
      changeSet.executionStatus = succeeded ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
      stack.changeSets.delete(changeSet.name);
      stack.executedChangeSets.push(changeSet);
    },
  );
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html */
export function deleteChangeSet(stacks: Stacks, input: DeleteChangeSetInput): void {
  let changeSet: ChangeSet;
  try {
    changeSet = findChangeSet(stacks, input);
  } catch (error) {
    // Deleting what is gone succeeds.
    if (error instanceof AwsError && error.code === "ChangeSetNotFound") return;
    throw error;
  }
  if (changeSet.executionStatus.startsWith("EXECUTE_")) {
    throw new AwsError(
      "InvalidChangeSetStatus",
      `Cannot delete ChangeSet in execution status ${changeSet.executionStatus}`,
    );
  }
  if (changeSet.status === "CREATE_IN_PROGRESS") {
    throw new AwsError("InvalidChangeSetStatus", `Cannot delete ChangeSet in status ${changeSet.status}`);
  }
  changeSet.stack.changeSets.delete(changeSet.name);
}

export function findChangeSet(
  stacks: Stacks,
  {
    ChangeSetName: name = "",
    StackName: stackName,
  }: { ChangeSetName: string | undefined; StackName?: string | undefined },
): ChangeSet {
  const isId = name.startsWith("arn:");
  if (!isId && stackName === undefined) {
    throw invalid("StackName must be specified if ChangeSetName is not specified as an ARN.");
  }
  const among = isId ? stacks.all : [stacks.get(stackName, (missing) => `Stack [${missing}] does not exist`)];
  const found = among
    .flatMap((stack) => [...stack.changeSets.values(), ...(isId ? stack.executedChangeSets : [])])
    .find((set) => (isId ? set.id : set.name) === name);
  if (!found) throw new AwsError("ChangeSetNotFound", `ChangeSet [${name}] does not exist`, { statusCode: 404 });
  return found;
}

export function notUpdatable(stack: Stack): AwsError {
  return invalid(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}

async function fillChangeSet(
  stacks: Stacks,
  changeSet: ChangeSet,
  operation: Operation,
  validates: boolean,
): Promise<boolean> {
  const { aws } = stacks;
  await pause(aws, aws.durations.stack.start, aws.stopping);
  try {
    const { prediction, findings } = await validateEarly(stacks, changeSet.stack, changeSet.instance);
    const { changes, isChange } = prediction;
    if (changeSet.type === "UPDATE" && !isChange) {
      // AWS has other words where transforms have made the template.
      const isTransformed = changeSet.instance.template.transforms.length > 0;
      throw invalid(
        isTransformed
          ? "No updates are to be performed."
          : "The submitted information didn't contain changes. Submit different information to create a change set.",
      );
    }
    if (validates && findings.length > 0) {
      recordFindings({ engine: stacks, stack: changeSet.stack, operation }, findings);
      const hooks = [...new Set(findings.map(({ validation }) => HOOKS[validation]))];
      throw invalid(
        `The following hook(s)/validation failed: [${hooks.join(", ")}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`,
      );
    }
    changeSet.changes = changes;
    changeSet.status = "CREATE_COMPLETE";
    // The stack may have been updated meanwhile.
    if (changeSet.executionStatus === "UNAVAILABLE") changeSet.executionStatus = "AVAILABLE";
    return true;
  } catch (error) {
    changeSet.status = "FAILED";
    changeSet.executionStatus = "UNAVAILABLE";
    changeSet.statusReason = error instanceof Error ? error.message : String(error);
    return false;
  }
}

/** What AWS calls the validations in a change set's reason. */
const HOOKS = {
  PROPERTY_VALIDATION: "AWS::EarlyValidation::PropertyValidation",
  NAME_CONFLICT_VALIDATION: "AWS::EarlyValidation::ResourceExistenceCheck",
} as const;

function checkState(stack: Stack, isCreation: boolean, changeSetName: string) {
  if (isCreation && stack.status !== "REVIEW_IN_PROGRESS") {
    throw invalid(
      `Stack [${stack.name}] already exists and cannot be created again with the changeSet [${changeSetName}].`,
    );
  }
  if (!isCreation && !isUpdatable(stack)) throw notUpdatable(stack);
}

/** A stack that has nothing yet but a change set. */
function reviewStack(stacks: Stacks, id: string, name: string): Stack {
  const stack = stacks.add(name, id);
  enter(
    { engine: stacks, stack, operation: newOperation(stacks, "CREATE_STACK") },
    "REVIEW_IN_PROGRESS",
    "User Initiated",
  );
  return stack;
}

function refuseUnsupported(input: CreateChangeSetInput) {
  if (input.ChangeSetType === "IMPORT" || input.ResourcesToImport?.length || input.ImportExistingResources) {
    throw notImplemented("change sets that import resources");
  }
  if (input.IncludeNestedStacks) throw notImplemented("nested stacks");
  if (input.DeploymentMode !== undefined) throw notImplemented("drift-aware change sets");
}
