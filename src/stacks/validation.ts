import { type CloudFormationClient, DescribeEventsCommand } from "@aws-sdk/client-cloudformation";
import { describeError } from "../lib/errors.js";
import type { StackFailure } from "./hints.js";

/**
 * What CloudFormation's early validation found wrong, which its own reason does not say: it only says where to ask.
 *
 * @param of the change set's or the operation's events
 * @returns the findings; `unreadable` says why there are none
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 */
export async function readFindings(
  client: CloudFormationClient,
  of: { StackName: string; ChangeSetName?: string; OperationId?: string | undefined },
  signal: AbortSignal,
): Promise<{ findings: readonly StackFailure[]; unreadable?: string }> {
  try {
    const { OperationEvents = [] } = await client.send(
      new DescribeEventsCommand({ ...of, Filters: { FailedEvents: true } }),
      { abortSignal: signal },
    );
    const findings = OperationEvents.flatMap(({ LogicalResourceId, ResourceType, ValidationStatusReason: reason }) =>
      reason ? [{ resource: LogicalResourceId ?? "", type: ResourceType ?? "", reason }] : [],
    );
    return { findings };
  } catch (error) {
    signal.throwIfAborted();
    // The details are a kindness: whoever may not ask for them still gets the reason.
    return { findings: [], unreadable: `the details could not be read: ${describeError(error)}` };
  }
}
