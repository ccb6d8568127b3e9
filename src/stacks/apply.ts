import { randomUUID } from "node:crypto";
import {
  type CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteChangeSetCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { ActionError } from "../lib/errors.js";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";
import type { StackSpec, StackState } from "../plan/stacks.js";
import { describeStack } from "./describe.js";
import { type Ending, stackError, watchStack } from "./watch.js";

export interface StackWorld {
  readonly client: CloudFormationClient;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Roles have generated names, so no template needs more than this. */
const CAPABILITIES = ["CAPABILITY_IAM" as const];

/**
 * Creates a stack and waits until it stands.
 *
 * @param parameters without Fingerprint, which is added
 * @returns undefined if somebody else has created it in between: decide anew
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
    throw error;
  }
  return await finish(world, spec, arn ?? spec.name, token);
}

/**
 * Changes a stack through a change set and waits until it is done.
 *
 * @returns the stack as it stands then, and whether there was anything to change
 * @throws ActionError StackFailed
 */
export async function updateStack(
  world: StackWorld,
  spec: StackSpec,
  state: StackState,
  parameters: Readonly<Record<string, string>>,
): Promise<{ state: StackState; changed: boolean }> {
  const { client, clock, signal } = world;
  const token = requestToken();
  const { Id: changeSet } = await client.send(
    new CreateChangeSetCommand({
      StackName: state.arn,
      // Unique: a change set that another run left behind must not be in the way.
      ChangeSetName: `deploy-${randomUUID()}`,
      TemplateBody: spec.template,
      Parameters: parameterList(parameters),
      Tags: tagList(spec),
      Capabilities: CAPABILITIES,
      ClientToken: token,
    }),
    { abortSignal: signal },
  );
  const described = await poll(
    async () => {
      const found = await client.send(
        new DescribeChangeSetCommand({ ChangeSetName: changeSet, StackName: state.arn }),
        {
          abortSignal: signal,
        },
      );
      return found.Status === "CREATE_COMPLETE" || found.Status === "FAILED" ? found : undefined;
    },
    { clock, signal, most: 3000 },
  );
  if (described.Status === "FAILED") {
    await client.send(new DeleteChangeSetCommand({ ChangeSetName: changeSet, StackName: state.arn }), {
      abortSignal: signal,
    });
    // CloudFormation has no code for it: an empty change set is a failed one with one of these two texts.
    if (/didn't contain changes|No updates are to be performed/.test(described.StatusReason ?? ""))
      return { state, changed: false };
    throw new ActionError(
      "ChangeSetFailed",
      `The change to the ${spec.id} stack ${spec.name} was refused: ${described.StatusReason}`,
    );
  }
  for (const { ResourceChange: change } of described.Changes ?? [])
    world.log.change(
      spec.id,
      `${change?.Action} ${change?.LogicalResourceId} (${change?.ResourceType})${change?.Replacement === "True" ? ", replaced" : ""}`,
    );
  await client.send(
    new ExecuteChangeSetCommand({ ChangeSetName: changeSet, StackName: state.arn, ClientRequestToken: token }),
    { abortSignal: signal },
  );
  return { state: await finish(world, spec, state.arn, token), changed: true };
}

/**
 * Brings a stack level with what runs: sets some parameters alone, everything else as it was. Rollback is off,
 * because what it would put back is the very thing that this is there to get rid of.
 *
 * @throws ActionError StackFailed
 */
export async function setParameters(
  world: StackWorld,
  spec: StackSpec,
  state: StackState,
  changed: Readonly<Record<string, string>>,
): Promise<StackState> {
  const token = requestToken();
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
  return await finish(world, spec, state.arn, token);
}

/** Deletes a stack and waits until it is gone. @throws ActionError StackFailed */
export async function deleteStack(world: StackWorld, spec: StackSpec, state: StackState): Promise<void> {
  const token = requestToken();
  await world.client.send(new DeleteStackCommand({ StackName: state.arn, ClientRequestToken: token }), {
    abortSignal: world.signal,
  });
  const ending = await watchStack(world.client, { ...world, arn: state.arn, label: spec.id, token });
  if (ending.status !== "DELETE_COMPLETE") throw stackError(spec.id, spec.name, ending);
}

/** Continues a rollback that failed and waits for its end. @throws ActionError StackFailed */
export async function continueRollback(world: StackWorld, spec: StackSpec, state: StackState): Promise<void> {
  const token = requestToken();
  await world.client.send(new ContinueUpdateRollbackCommand({ StackName: state.arn, ClientRequestToken: token }), {
    abortSignal: world.signal,
  });
  const ending = await watchStack(world.client, { ...world, arn: state.arn, label: spec.id, token });
  if (ending.status !== "UPDATE_ROLLBACK_COMPLETE") throw stackError(spec.id, spec.name, ending);
}

/** Waits while somebody else's operation is under way on a stack. */
export async function waitForStack(world: StackWorld, spec: StackSpec, state: StackState): Promise<void> {
  world.log.change(spec.id, `${state.status}: another run is at work on it; waiting for its end`);
  await poll(async () => {
    const found = await describeStack(world.client, state.arn, world.signal);
    if (found?.status.endsWith("_IN_PROGRESS")) return world.log.change(spec.id, found.status);
    return true;
  }, world);
}

async function finish(world: StackWorld, spec: StackSpec, arn: string, token: string): Promise<StackState> {
  const ending: Ending = await watchStack(world.client, { ...world, arn, label: spec.id, token });
  if (ending.status !== "CREATE_COMPLETE" && ending.status !== "UPDATE_COMPLETE")
    throw stackError(spec.id, spec.name, ending);
  const state = await describeStack(world.client, arn, world.signal);
  if (!state)
    throw new ActionError("StackGone", `The ${spec.id} stack ${spec.name} was deleted while it was being made.`);
  return state;
}

/** Marks the events of one operation; 1 to 128 characters. */
function requestToken(): string {
  return `ecs-cognito-deploy-${randomUUID()}`;
}

function parameterList(parameters: Readonly<Record<string, string>>) {
  return Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
}

function tagList(spec: StackSpec) {
  return spec.tags.map(({ key, value }) => ({ Key: key, Value: value }));
}
