import {
  type CloudFormationClient,
  DescribeStackEventsCommand,
  paginateListStacks,
  type StackSummary,
} from "@aws-sdk/client-cloudformation";
import { RECREATION } from "./world.js";

/**
 * When a stack of this very name was last deleted after `since`, or undefined if it was not. A deploy that began before
 * that has to obey it. CloudFormation lists deleted stacks for 90 days:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html
 *
 * A deletion by which a deploy only made room (a stack whose creation had failed can only be deleted and made again) is
 * none of these: its events carry the deploy's own token.
 *
 * @returns the time at which the newest such deletion began
 */
export async function deletedSince(
  client: CloudFormationClient,
  stackName: string,
  since: Date,
  signal: AbortSignal,
): Promise<Date | undefined> {
  const deletions: { arn: string; at: Date }[] = [];
  const pages = paginateListStacks(
    { client },
    { StackStatusFilter: ["DELETE_COMPLETE", "DELETE_IN_PROGRESS"] },
    { abortSignal: signal },
  );
  // In no documented order, so all pages are read.
  for await (const { StackSummaries = [] } of pages)
    for (const stack of StackSummaries) {
      const at = deletionTime(stack);
      if (stack.StackName === stackName && stack.StackId && at && at > since)
        deletions.push({ arn: stack.StackId, at });
    }
  deletions.sort((a, b) => b.at.getTime() - a.at.getTime());
  for (const { arn, at } of deletions) if (!(await madeRoom(client, arn, signal))) return at;
  return undefined;
}

/** CloudFormation may show a deletion that is under way without its time: then it is now, for all that matters. */
function deletionTime({ DeletionTime, StackStatus }: StackSummary): Date | undefined {
  return DeletionTime ?? (StackStatus === "DELETE_IN_PROGRESS" ? new Date() : undefined);
}

/** Whether the stack's deletion was a deploy's, which makes it again right after. */
async function madeRoom(client: CloudFormationClient, arn: string, signal: AbortSignal): Promise<boolean> {
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName: arn, NextToken }), {
      abortSignal: signal,
    });
    // Newest first. A deletion may have been tried several times: the last one counts.
    const begun = page.StackEvents?.find(
      ({ PhysicalResourceId, ResourceStatus }) => PhysicalResourceId === arn && ResourceStatus === "DELETE_IN_PROGRESS",
    );
    if (begun) return begun.ClientRequestToken?.startsWith(RECREATION) ?? false;
    NextToken = page.NextToken;
  } while (NextToken);
  return false;
}
