import { type CloudFormationClient, DescribeStackEventsCommand, type StackEvent } from "@aws-sdk/client-cloudformation";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";
import { describeFailure, type Ending } from "./endings.js";
import { type StackFailure, stackHint, waitingHint } from "./hints.js";
import { readFindings } from "./validation.js";

/** How often an operation's first event is looked for before it is thought not to come. */
const LOOKS = 5;

/**
 * Follows one operation on a stack by its events until the stack itself has come to rest, printing each change and,
 * as soon as it is known, the cause of a failure.
 *
 * @param token the ClientRequestToken of the operation: on each of its events, and on no other's
 */
export async function watchStack(
  client: CloudFormationClient,
  {
    arn,
    label,
    token,
    log,
    clock,
    signal,
  }: {
    arn: string;
    label: string;
    token: string;
    log: Log;
    clock: Clock;
    signal: AbortSignal;
  },
): Promise<Ending> {
  const seen = new Set<string>();
  const begun = new Map<string, { type: string; since: number }>();
  const leftovers: StackFailure[] = [];
  let cause: StackFailure | undefined;
  let isUndoing = false;
  // Where the stack is unless more events come: the early validation fails a stack first and takes it back then.
  let resting: string | undefined;
  let looks = 0;
  return await poll(
    async () => {
      const { ours, other } = await newEvents(client, { arn, token, seen, signal });
      looks += 1;
      if (resting !== undefined && ours.length === 0) return { status: resting, leftovers, ...(cause && { cause }) };
      for (const event of ours) {
        log.change(label, words(event, label), `${label}/${event.LogicalResourceId}`);
        const status = event.ResourceStatus ?? "";
        if (event.PhysicalResourceId === arn) {
          if (/ROLLBACK_IN_PROGRESS$/.test(status)) isUndoing = true;
          resting = undefined;
          if (event.DetailedStatus === "VALIDATION_FAILED") {
            resting = status;
            cause ??= await validationFailure(client, event, arn, signal);
            log.change(label, reasonAndHint(cause), `${label}/cause`);
            continue;
          }
          if (isAtRest(status)) return { status, leftovers, ...(cause && { cause }) };
          continue;
        }
        noteProgress(begun, event, clock.now());
        const failed = failure(event);
        if (failed && isUndoing) leftovers.push(failed);
        else if (failed && !cause) {
          cause = failed;
          log.change(label, reasonAndHint(failed), `${label}/cause`);
        }
      }
      // Our operation's last events never come: somebody deletes the stack, or has cancelled its update. Its first never
      // come where somebody was deleting the stack already; what else is on top before any of ours belongs to earlier
      // operations.
      const foreign = seen.size > 0 || (looks > LOOKS && /^DELETE_(IN_PROGRESS|COMPLETE)$/.test(other ?? ""));
      if (foreign && other) {
        log.change(label, `${other}: somebody else has begun this, and ended what we had begun`);
        return { status: other, leftovers, superseded: true, ...(cause && { cause }) };
      }
      for (const [resource, { type, since }] of begun) {
        const hint = waitingHint(type, clock.now() - since);
        if (hint) log.change(label, `${resource}: ${hint}`, `${label}/${resource}/waiting`);
      }
      return undefined;
    },
    { clock, signal },
  );
}

/**
 * The operation's events that have not been seen yet, oldest first, and the stack's status by the newest event of
 * another operation: one that began after ours, or, where none of ours is there yet, before it.
 */
async function newEvents(
  client: CloudFormationClient,
  { arn, token, seen, signal }: { arn: string; token: string; seen: Set<string>; signal: AbortSignal },
): Promise<{ ours: StackEvent[]; other?: string }> {
  const ours: StackEvent[] = [];
  let other: string | undefined;
  let NextToken: string | undefined;
  const isBegun = seen.size > 0;
  const result = () => {
    for (const event of ours) seen.add(event.EventId ?? "");
    ours.reverse();
    return { ours, ...(other !== undefined && { other }) };
  };
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName: arn, NextToken }), {
      abortSignal: signal,
    });
    // Newest first: the first one that is known, or one of an earlier operation, ends the search.
    for (const event of page.StackEvents ?? []) {
      if (seen.has(event.EventId ?? "")) return result();
      if (event.ClientRequestToken === token) ours.push(event);
      else if (ours.length > 0 && !isBegun) return result();
      else if (event.PhysicalResourceId === arn) other ??= event.ResourceStatus;
    }
    NextToken = page.NextToken;
    // Events come a moment after the call that causes them: no need to read the stack's whole history for them.
  } while (NextToken && (isBegun || ours.length > 0));
  return result();
}

function isAtRest(status: string): boolean {
  return !status.endsWith("_IN_PROGRESS");
}

function noteProgress(begun: Map<string, { type: string; since: number }>, event: StackEvent, now: number): void {
  const { LogicalResourceId: resource = "", ResourceType: type = "", ResourceStatus: status = "" } = event;
  if (isAtRest(status)) begun.delete(resource);
  else if (!begun.has(resource)) begun.set(resource, { type, since: now });
}

function failure(event: StackEvent): StackFailure | undefined {
  const reason = event.ResourceStatusReason ?? "";
  if (!event.ResourceStatus?.endsWith("_FAILED")) return undefined;
  // Siblings that were stopped because of the failure are not its cause.
  if (/^Resource (creation|update|deletion) cancelled/i.test(reason)) return undefined;
  return { resource: event.LogicalResourceId ?? "", type: event.ResourceType ?? "", reason };
}

/** What the early validation found, the first of it first; CloudFormation's own words where that cannot be read. */
async function validationFailure(
  client: CloudFormationClient,
  { LogicalResourceId, ResourceType, ResourceStatusReason = "", OperationId }: StackEvent,
  StackName: string,
  signal: AbortSignal,
): Promise<StackFailure> {
  const { findings, unreadable } = await readFindings(client, { StackName, OperationId }, signal);
  const [first, ...others] = findings;
  if (first) return { ...first, reason: [first.reason, ...others.map(describeFailure)].join("; ") };
  const reason = unreadable === undefined ? ResourceStatusReason : `${ResourceStatusReason} (${unreadable})`;
  return { resource: LogicalResourceId ?? "", type: ResourceType ?? "", reason };
}

function reasonAndHint(cause: StackFailure): string {
  const hint = stackHint(cause);
  return `failed because of ${describeFailure(cause)}${hint ? ` | Hint: ${hint}` : ""}`;
}

function words(event: StackEvent, label: string): string {
  // A stack's event about itself carries the stack's name, which says less than what it is.
  const subject = event.ResourceType === "AWS::CloudFormation::Stack" ? `stack ${label}` : event.LogicalResourceId;
  const reason = event.ResourceStatusReason;
  const worth = reason && !/^(Resource creation|User|Eventual consistency check) initiated$/i.test(reason);
  return `${subject} ${event.ResourceStatus}${worth ? `: ${reason}` : ""}`;
}
