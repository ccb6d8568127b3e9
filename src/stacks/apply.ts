import {
  type Change,
  ContinueUpdateRollbackCommand,
  CreateStackCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { ActionError } from "../lib/errors.js";
import { poll } from "../lib/poll.js";
import type { StackSpec, StackState } from "../plan/stacks.js";
import { type ChangeSetResult, withChangeSet } from "./change-sets.js";
import { isBusy, stackConflict } from "./conflicts.js";
import { describeStack } from "./describe.js";
import { type Ending, type Operation, stackError } from "./endings.js";
import { watchStack } from "./watch.js";
import { CAPABILITIES, parameterList, RECREATION, requestToken, type StackWorld, tagList } from "./world.js";

export type { StackWorld } from "./world.js";

/**
 * Creates a stack and waits until it stands.
 *
 * @returns undefined if somebody else has created or deleted it in between: decide anew
 * @throws ActionError StackFailed with the earliest real failure
 */
export async function createStack(
  world: StackWorld,
  spec: StackSpec,
  parameters: Readonly<Record<string, string>>,
): Promise<StackState | undefined> {
  const token = requestToken();
  let arn: string | undefined;
  try {
    const created = await world.client.send(
      new CreateStackCommand({
        StackName: spec.name,
        TemplateBody: spec.template,
        Parameters: parameterList(parameters),
        Tags: tagList(spec),
        Capabilities: CAPABILITIES,
        ClientRequestToken: token,
      }),
      { abortSignal: world.signal },
    );
    arn = created.StackId;
  } catch (error) {
    if (error instanceof Error && error.name === "AlreadyExistsException") return undefined;
    if (error instanceof Error && /^LimitExceeded(Exception)?$/.test(error.name))
      throw new ActionError("StackFailed", `The ${spec.id} stack ${spec.name} could not be created: ${error.message}`, {
        hint: 'The quota "Stack count" is used up. Delete stacks that nobody needs, or have it raised in Service Quotas (AWS CloudFormation).',
        cause: error,
      });
    throw error;
  }
  return await finish(world, spec, "create", arn ?? spec.name, token);
}

/**
 * Changes a stack through a change set and waits until it is done.
 *
 * @param review sees all changes before anything is done; what it throws stops the update and deletes the change set
 * @returns the stack as it stands then, and whether there was anything to change; undefined if somebody else is at work
 *   on it or has deleted it: decide anew
 * @throws ActionError StackFailed, ChangeSetFailed
 */
export async function updateStack(
  world: StackWorld,
  spec: StackSpec,
  state: StackState,
  parameters: Readonly<Record<string, string>>,
  review: (changes: readonly Change[]) => void,
): Promise<{ state: StackState; changed: boolean } | undefined> {
  const { client, log, signal } = world;
  const token = requestToken();
  const outcome = await withChangeSet<ChangeSetResult>(
    world,
    { spec, state, parameters, purpose: "deploy" },
    async (result, name) => {
      if (result.kind !== "ready") return { executed: false, value: result };
      review(result.changes);
      const executed = await accepted(state, () =>
        client.send(
          new ExecuteChangeSetCommand({ ChangeSetName: name, StackName: state.arn, ClientRequestToken: token }),
          { abortSignal: signal },
        ),
      );
      return { executed, value: executed ? result : { kind: "moved" } };
    },
    // Changes nothing, and is pushed out by the next update.
    (name, why) => log.info(`The change set ${name} of ${spec.name} could not be deleted: ${why}`),
  );
  switch (outcome.kind) {
    case "moved":
      return undefined;
    case "empty":
      return { state, changed: false };
    case "refused":
      throw changeSetError(spec, outcome.reason);
    case "ready": {
      const finished = await finish(world, spec, "update", state.arn, token);
      return finished && { state: finished, changed: true };
    }
    default:
      return outcome satisfies never;
  }
}

export function changeSetError(spec: StackSpec, reason: string): ActionError {
  return new ActionError("ChangeSetFailed", `The change to the ${spec.id} stack ${spec.name} was refused: ${reason}`);
}

/**
 * Brings a stack level with what runs: sets some parameters alone, everything else as it was. Rollback is off,
 * because what it would put back is the very thing that this is there to get rid of.
 *
 * @returns undefined if somebody else is at work on the stack or has deleted it: decide anew
 * @throws ActionError StackFailed
 */
export async function setParameters(
  world: StackWorld,
  spec: StackSpec,
  state: StackState,
  changed: Readonly<Record<string, string>>,
): Promise<StackState | undefined> {
  const token = requestToken();
  try {
    await world.client.send(
      new UpdateStackCommand({
        StackName: state.arn,
        UsePreviousTemplate: true,
        Parameters: Object.keys(state.parameters).map((name) =>
          name in changed
            ? { ParameterKey: name, ParameterValue: changed[name] }
            : { ParameterKey: name, UsePreviousValue: true },
        ),
        // Tags that are left out stay as they are.
        Capabilities: CAPABILITIES,
        DisableRollback: true,
        ClientRequestToken: token,
      }),
      { abortSignal: world.signal },
    );
  } catch (error) {
    const conflict = stackConflict(error, state.status);
    // Another run has brought it level since we looked.
    if (conflict === "level") return await describeStack(world.client, state.arn, world.signal);
    if (conflict) return undefined;
    throw error;
  }
  return await finish(world, spec, "update", state.arn, token);
}

/**
 * Deletes a stack that is about to be made again, and waits until it is gone.
 *
 * @returns false if somebody else is at work on it: decide anew
 * @throws ActionError StackFailed
 */
export async function deleteStack(world: StackWorld, spec: StackSpec, state: StackState): Promise<boolean> {
  const token = requestToken(RECREATION);
  const begun = await accepted(state, () =>
    world.client.send(new DeleteStackCommand({ StackName: state.arn, ClientRequestToken: token }), {
      abortSignal: world.signal,
    }),
  );
  if (!begun) return false;
  // Somebody may have asked for it first; then none of its events is ours, and the call was still a success.
  const found = await describeStack(world.client, state.arn, world.signal);
  if (!found || found.status === "DELETE_COMPLETE") return true;
  const ending = await watchStack(world.client, { ...world, arn: state.arn, label: spec.id, token });
  if (ending.status !== "DELETE_COMPLETE" && !ending.superseded) throw stackError(spec.id, spec.name, "delete", ending);
  return !ending.superseded;
}

/**
 * Continues a rollback that failed and waits for its end. What comes then, or whether somebody else was quicker, is to
 * be decided anew.
 *
 * @throws ActionError RollbackFailed, which names the resources
 */
export async function continueRollback(world: StackWorld, spec: StackSpec, state: StackState): Promise<void> {
  const token = requestToken();
  const begun = await accepted(state, () =>
    world.client.send(new ContinueUpdateRollbackCommand({ StackName: state.arn, ClientRequestToken: token }), {
      abortSignal: world.signal,
    }),
  );
  if (!begun) return;
  const ending = await watchStack(world.client, { ...world, arn: state.arn, label: spec.id, token });
  if (ending.status !== "UPDATE_ROLLBACK_COMPLETE" && !ending.superseded)
    throw stackError(spec.id, spec.name, "continue rollback", ending);
}

/** Waits while somebody else's operation is under way on a stack. */
export async function waitForStack(world: StackWorld, spec: StackSpec, state: StackState): Promise<void> {
  world.log.change(spec.id, `${state.status}: another run is at work on it; waiting for its end`);
  await poll(async () => {
    const found = await describeStack(world.client, state.arn, world.signal);
    if (found && isBusy(found.status)) return world.log.change(spec.id, found.status);
    return true;
  }, world);
}

/** Whether a call went through; false if the stack is not what it was any more. */
async function accepted(state: StackState, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (stackConflict(error, state.status)) return false;
    throw error;
  }
}

async function finish(
  world: StackWorld,
  spec: StackSpec,
  operation: Operation,
  arn: string,
  token: string,
): Promise<StackState | undefined> {
  const ending: Ending = await watchStack(world.client, { ...world, arn, label: spec.id, token });
  if (ending.superseded) {
    // A person who stops an update does not want it begun again; one who deletes the stack makes room for a new one.
    if (ending.status.includes("ROLLBACK"))
      throw new ActionError(
        "StackFailed",
        `Somebody stopped the update of the ${spec.id} stack ${spec.name}: it is ${ending.status}.`,
      );
    return undefined;
  }
  if (ending.status !== "CREATE_COMPLETE" && ending.status !== "UPDATE_COMPLETE")
    throw stackError(spec.id, spec.name, operation, ending);
  const state = await describeStack(world.client, arn, world.signal);
  return state?.status === "DELETE_COMPLETE" ? undefined : state;
}
