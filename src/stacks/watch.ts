import { type CloudFormationClient, DescribeStackEventsCommand, type StackEvent } from "@aws-sdk/client-cloudformation";
import { ActionError } from "../lib/errors.js";
import type { Log } from "../lib/log.js";
import { type Clock, poll } from "../lib/poll.js";

/** How an operation on a stack ended, with the earliest real failure if there was one. */
export interface Ending {
  readonly status: string;
  readonly cause?: StackFailure;
}

export interface StackFailure {
  readonly resource: string;
  readonly type: string;
  readonly reason: string;
}

/**
 * Follows one operation on a stack by its events until the stack itself has come to rest, printing each change.
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
  let cause: StackFailure | undefined;
  return await poll(
    async () => {
      for (const event of await newEvents(client, { arn, token, seen, signal })) {
        log.change(label, words(event, label), `${label}/${event.LogicalResourceId}`);
        cause ??= failure(event, arn);
        const status = event.ResourceStatus ?? "";
        if (event.PhysicalResourceId === arn && isAtRest(status)) return { status, ...(cause && { cause }) };
      }
      return undefined;
    },
    { clock, signal },
  );
}

/** The operation's events that have not been seen yet, oldest first. */
async function newEvents(
  client: CloudFormationClient,
  { arn, token, seen, signal }: { arn: string; token: string; seen: Set<string>; signal: AbortSignal },
): Promise<StackEvent[]> {
  const fresh: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName: arn, NextToken }), {
      abortSignal: signal,
    });
    // Newest first: the first one that is known, or that belongs to an earlier operation, ends the search.
    for (const event of page.StackEvents ?? []) {
      if (event.ClientRequestToken !== token || seen.has(event.EventId ?? "")) return record(fresh, seen);
      fresh.push(event);
    }
    NextToken = page.NextToken;
  } while (NextToken);
  return record(fresh, seen);
}

function record(newestFirst: StackEvent[], seen: Set<string>): StackEvent[] {
  for (const event of newestFirst) seen.add(event.EventId ?? "");
  return newestFirst.reverse();
}

function isAtRest(status: string): boolean {
  return !status.endsWith("_IN_PROGRESS");
}

function failure(event: StackEvent, arn: string): StackFailure | undefined {
  const reason = event.ResourceStatusReason ?? "";
  if (!event.ResourceStatus?.endsWith("_FAILED") || event.PhysicalResourceId === arn) return undefined;
  // Siblings that were stopped because of the failure are not its cause.
  if (/^Resource (creation|update|deletion) cancelled/i.test(reason)) return undefined;
  return { resource: event.LogicalResourceId ?? "", type: event.ResourceType ?? "", reason };
}

function words(event: StackEvent, label: string): string {
  // A stack's event about itself carries the stack's name, which says less than what it is.
  const subject = event.ResourceType === "AWS::CloudFormation::Stack" ? `stack ${label}` : event.LogicalResourceId;
  const reason = event.ResourceStatusReason;
  const worth = reason && !/^(Resource creation Initiated|User Initiated)$/.test(reason);
  return `${subject} ${event.ResourceStatus}${worth ? `: ${reason}` : ""}`;
}

/** The failure of a stack, in the words of its earliest real failure. */
export function stackError(label: string, name: string, { status, cause }: Ending): ActionError {
  const why = cause ? `${cause.resource} (${cause.type}): ${cause.reason}` : "CloudFormation gave no reason";
  return new ActionError("StackFailed", `The ${label} stack ${name} ended ${status}. ${why}`, {
    hint: cause && stackHint(cause),
  });
}

/** What usually helps, by what AWS says. Wording is all that AWS gives here. */
function stackHint({ type, reason }: StackFailure): string | undefined {
  const denied = reason.match(/not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)/i)?.[1];
  if (denied) return `Allow ${denied} in the policy of the role that the workflow assumes.`;
  if (/maximum number of addresses|AddressLimitExceeded/i.test(reason))
    return "The quota of elastic IP addresses is used up (5 a region unless raised). Set nat-gateways to 1 or 0, or have the quota raised.";
  if (/VpcLimitExceeded|maximum number of VPCs/i.test(reason)) return "The quota of VPCs is used up. Have it raised.";
  if (type === "AWS::Cognito::UserPoolDomain" && /already (exists|associated)/i.test(reason))
    return "Somebody has this sign-in prefix already. Choose another with cognito-domain-prefix.";
  if (type === "AWS::CertificateManager::Certificate")
    return "The certificate was not validated. Is hosted-zone-id the zone to which the domain's name servers point?";
  if (/already exists/i.test(reason)) return "Something of this name stands already. Remove it, or choose other names.";
  return undefined;
}
