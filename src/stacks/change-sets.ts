import { randomUUID } from "node:crypto";
import {
  type Change,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
} from "@aws-sdk/client-cloudformation";
import { describeError } from "../lib/errors.js";
import { poll } from "../lib/poll.js";
import type { StackSpec, StackState } from "../plan/stacks.js";
import { stackConflict } from "./conflicts.js";
import { describeFailure } from "./endings.js";
import { readFindings } from "./validation.js";
import { CAPABILITIES, parameterList, type StackWorld, tagList } from "./world.js";

/** What a change set came to. */
export type ChangeSetResult =
  | { readonly kind: "ready"; readonly changes: readonly Change[] }
  | { readonly kind: "empty" }
  /** CloudFormation refused the change, for this reason. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Somebody else is at work on the stack, or has deleted it: look again and decide anew. */
  | { readonly kind: "moved" };

export interface ChangeSetRequest {
  readonly spec: StackSpec;
  readonly state: StackState;
  readonly parameters: Readonly<Record<string, string>>;
  /** The change set's name begins with it. */
  readonly purpose: "deploy" | "dry-run";
}

/** Milliseconds that a call in flight has to end, and that the deletion may take, after the run was cancelled. */
const GRACE = 2000;
const CLEAN_UP = 3500;

/**
 * Makes a change set of type UPDATE, hands it to `use`, and deletes it again, whatever happens: also when `use` throws
 * and when the run is cancelled, within seconds. One that `use` has executed is CloudFormation's to keep.
 *
 * @param use `name` is the change set's; gives back whether it was executed, and the result
 * @throws Error ChangeSetLeft (by `left`) is for the caller to raise: see `onLeft`
 */
export async function withChangeSet<T>(
  world: StackWorld,
  request: ChangeSetRequest,
  use: (result: ChangeSetResult, name: string) => Promise<{ executed: boolean; value: T }>,
  onLeft: (name: string, why: string) => void,
): Promise<T> {
  // Unique: a change set that another run left behind must not be in the way.
  const name = `${request.purpose}-${randomUUID()}`;
  let executed = false;
  let made = false;
  try {
    const result = await makeChangeSet(world, request, name, () => {
      made = true;
    });
    const used = await use(result, name);
    executed = used.executed;
    return used.value;
  } finally {
    if (made && !executed) await removeChangeSet(world, request.state.arn, name, onLeft);
  }
}

async function makeChangeSet(
  { client, clock, signal }: StackWorld,
  { spec, state, parameters }: ChangeSetRequest,
  name: string,
  made: () => void,
): Promise<ChangeSetResult> {
  const StackName = state.arn;
  // The call sees its end a moment longer than the run: nobody would delete a change set that was made after we left.
  const patient = outlast(signal, GRACE);
  try {
    signal.throwIfAborted();
    made();
    await client.send(
      new CreateChangeSetCommand({
        StackName,
        ChangeSetName: name,
        ChangeSetType: "UPDATE",
        TemplateBody: spec.template,
        Parameters: parameterList(parameters),
        Tags: tagList(spec),
        Capabilities: CAPABILITIES,
        ClientToken: name,
      }),
      { abortSignal: patient.signal },
    );
    signal.throwIfAborted();
    const described = await poll(
      async () => {
        const found = await client.send(new DescribeChangeSetCommand({ ChangeSetName: name, StackName }), {
          abortSignal: signal,
        });
        return /^(CREATE_COMPLETE|FAILED|DELETE_.*)$/.test(found.Status ?? "") ? found : undefined;
      },
      { clock, signal, most: 3000 },
    );
    if (described.Status === "CREATE_COMPLETE")
      return described.ExecutionStatus === "OBSOLETE"
        ? { kind: "moved" }
        : { kind: "ready", changes: await allChanges(described) };
    if (described.Status !== "FAILED") return { kind: "moved" };
    // CloudFormation has no code for it: an empty change set is a failed one with one of these two texts.
    if (/didn't contain changes|No updates are to be performed/.test(described.StatusReason ?? ""))
      return { kind: "empty" };
    return { kind: "refused", reason: await refusal(described) };
  } catch (error) {
    const conflict = stackConflict(error, state.status);
    if (conflict) return { kind: conflict === "level" ? "empty" : "moved" };
    throw error;
  } finally {
    patient.end();
  }

  /** The pages after the first: 100 changes or 1 MB each. */
  async function allChanges(first: DescribeChangeSetCommandOutput): Promise<Change[]> {
    const changes = [...(first.Changes ?? [])];
    for (let { NextToken } = first; NextToken; ) {
      const page = await client.send(new DescribeChangeSetCommand({ ChangeSetName: name, StackName, NextToken }), {
        abortSignal: signal,
      });
      changes.push(...(page.Changes ?? []));
      NextToken = page.NextToken;
    }
    return changes;
  }

  /** The early validation's reason only says where to ask for what it found. */
  async function refusal({ StatusReason = "no reason given" }: DescribeChangeSetCommandOutput): Promise<string> {
    if (!/DescribeEvents|Early ?Validation/.test(StatusReason)) return StatusReason;
    const { findings, unreadable } = await readFindings(client, { ChangeSetName: name, StackName }, signal);
    if (findings.length > 0) return findings.map(describeFailure).join("; ");
    return unreadable === undefined ? StatusReason : `${StatusReason} (${unreadable})`;
  }
}

/** Deletes a change set on a signal of its own, as the run's may be aborted already. */
async function removeChangeSet(
  { client, clock }: StackWorld,
  StackName: string,
  name: string,
  onLeft: (name: string, why: string) => void,
): Promise<void> {
  const signal = AbortSignal.timeout(CLEAN_UP);
  try {
    await poll(
      async () => {
        try {
          await client.send(new DeleteChangeSetCommand({ ChangeSetName: name, StackName }), { abortSignal: signal });
          return true;
        } catch (error) {
          // It cannot be deleted while it is still being made; with the stack it is gone anyway.
          if (error instanceof Error && /^InvalidChangeSetStatus/.test(error.name)) return undefined;
          if (stackConflict(error, "") === "gone" || isGone(error)) return true;
          throw error;
        }
      },
      { clock, signal, least: 300, most: 300 },
    );
  } catch (error) {
    onLeft(name, describeError(error));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && /^ChangeSetNotFound/.test(error.name);
}

/** A signal that is aborted `milliseconds` after another one. `end` takes its timer away. */
function outlast(signal: AbortSignal, milliseconds: number): { signal: AbortSignal; end(): void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    timer = setTimeout(() => late.abort(signal.reason), milliseconds);
  };
  if (signal.aborted) start();
  else signal.addEventListener("abort", start, { once: true });
  return {
    signal: late.signal,
    end: () => {
      signal.removeEventListener("abort", start);
      clearTimeout(timer);
    },
  };
}
