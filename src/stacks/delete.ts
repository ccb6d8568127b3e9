import { CancelUpdateStackCommand, DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import type { EC2Client } from "@aws-sdk/client-ec2";
import { ActionError } from "../lib/errors.js";
import { poll } from "../lib/poll.js";
import { decideDeletion } from "../plan/deletion.js";
import type { StackState } from "../plan/stacks.js";
import { stackConflict } from "./conflicts.js";
import { describeStack } from "./describe.js";
import { describeUndeleted, diagnose, waitUntilFree } from "./diagnose.js";
import { present, stackResources } from "./resources.js";
import { watchStack } from "./watch.js";
import { requestToken, type StackWorld } from "./world.js";

/** What a removal needs beside a stack's world: what holds a resource is asked of EC2. */
export interface RemovalWorld extends StackWorld {
  readonly ec2: () => Promise<EC2Client>;
}

export interface StackRemoval {
  readonly arn: string;
  readonly name: string;
  /** What it is, for the log. */
  readonly label: string;
  /** What has to go first, done as soon as the stack is at rest, and again before each try. */
  readonly before: (state: StackState) => Promise<void>;
}

/** How often a stack is tried whose deletion fails for reasons that may pass. */
const TRIES = 4;

/**
 * Deletes a stack, whatever goes on with it, and waits until CloudFormation shows it as deleted. An update under way is
 * cancelled; another deletion is waited for; a deletion that fails for something that passes is tried again.
 *
 * @returns whether there was anything to delete
 * @throws ActionError StackLeft with every resource that stays, why, and what holds it; StackProtected
 */
export async function removeStack(world: RemovalWorld, removal: StackRemoval): Promise<boolean> {
  const { arn, label, before } = removal;
  for (let tries = 0, isFirst = true; ; isFirst = false) {
    world.signal.throwIfAborted();
    const state = await describeStack(world.client, arn, world.signal);
    const step = state ? decideDeletion(state.status) : "gone";
    if (!state || step === "gone") return !isFirst;
    if (step === "cancel update") await cancelUpdate(world, state, label);
    if (step !== "delete") {
      await untilAtRest(world, state, label);
      continue;
    }
    await before(state);
    const outcome = await tryDeletion(world, removal, state);
    if (outcome === "deleted") return true;
    if (outcome === "moved") continue;
    const left = await diagnose(world, arn);
    tries += 1;
    if (tries >= TRIES || !left.every(({ passes }) => passes)) throw await leftError(world, removal, left);
    world.log.change(label, `could not be deleted yet: ${left.map(describeUndeleted).join("; ")}`, `${label}/left`);
    await waitUntilFree(world, left, label);
  }
}

/** Cancelling puts back what was before the update; what comes then may be deleted. */
async function cancelUpdate(world: StackWorld, { arn, status }: StackState, label: string): Promise<void> {
  world.log.change(label, `${status}: cancelling the update, since the stack has to go`);
  try {
    await world.client.send(
      new CancelUpdateStackCommand({ StackName: arn, ClientRequestToken: requestToken(TEARDOWN) }),
      { abortSignal: world.signal },
    );
  } catch (error) {
    // It has just ended, or somebody else was quicker: CloudFormation has no code for that.
    if (error instanceof Error && error.name === "ValidationError") return;
    throw error;
  }
}

async function untilAtRest(world: StackWorld, { arn, status }: StackState, label: string): Promise<void> {
  await poll(async () => {
    const found = await describeStack(world.client, arn, world.signal);
    if (!found || ["delete", "gone"].includes(decideDeletion(found.status))) return true;
    world.log.change(label, `${found.status}: waiting for its end`);
    // A creation, a rollback or an update may have begun since: the caller decides anew.
    return found.status === status || decideDeletion(found.status) === "wait" ? undefined : true;
  }, world);
}

const TEARDOWN = "ecs-cognito-teardown-";

/** @returns "moved" where somebody else is at work on the stack: look and decide anew */
async function tryDeletion(
  world: StackWorld,
  { arn, name, label }: StackRemoval,
  state: StackState,
): Promise<"deleted" | "failed" | "moved"> {
  const token = requestToken(TEARDOWN);
  try {
    await world.client.send(new DeleteStackCommand({ StackName: arn, ClientRequestToken: token }), {
      abortSignal: world.signal,
    });
  } catch (error) {
    if (error instanceof Error && /TerminationProtection/.test(error.message)) throw protectedError(name, label, error);
    if (stackConflict(error, state.status)) return "moved";
    throw error;
  }
  // Somebody may have asked for it a moment before; then the call was a success and none of the events is ours.
  const found = await describeStack(world.client, arn, world.signal);
  if (!found || found.status === "DELETE_COMPLETE") return "deleted";
  const ending = await watchStack(world.client, { ...world, arn, label, token });
  if (ending.superseded) return "moved";
  return ending.status === "DELETE_COMPLETE" ? "deleted" : "failed";
}

/** Termination protection is somebody's decision, which no tag of ours outweighs. */
export function protectedError(name: string, label: string, cause?: unknown): ActionError {
  return new ActionError(
    "StackProtected",
    `The ${label} stack ${name} has termination protection: nothing of it was deleted.`,
    {
      hint: `If it may go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}. Then run again.`,
      cause,
    },
  );
}

async function leftError(
  world: StackWorld,
  { arn, name, label }: StackRemoval,
  left: Awaited<ReturnType<typeof diagnose>>,
): Promise<ActionError> {
  // What its policy keeps is not in the way of anything.
  const all = present(await stackResources(world.client, arn, world.signal)).filter(
    ({ status }) => status !== "DELETE_SKIPPED",
  );
  const stays = all.map(({ resource, type, physicalId }) => `${resource} (${type}) ${physicalId}`);
  const hints = [...new Set(left.flatMap(({ hint }) => hint ?? []))];
  return new ActionError(
    "StackLeft",
    `The ${label} stack ${name} could not be deleted (DELETE_FAILED): ${left.map(describeUndeleted).join("; ") || "CloudFormation gave no reason"}. Left: ${all.map(({ resource }) => resource).join(", ") || "nothing but the stack itself"}.`,
    {
      hint: `${hints.join(" ")}${hints.length > 0 ? " " : ""}Then run the teardown again: it goes on with what is left.`,
      evidence: [{ title: `What is left of ${name}`, lines: stays }],
    },
  );
}
