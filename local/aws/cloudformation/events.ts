import type { DescribeEventsInput, DescribeEventsOutput } from "@aws-sdk/client-cloudformation";
import { notImplemented } from "../errors.js";
import { findChangeSet } from "./change-set-operations.js";
import { newestFirst } from "./paging.js";
import type { Stack } from "./stack.js";
import type { Stacks } from "./stacks.js";
import { invalid } from "./template/template.js";

/**
 * Events by operation, newest first; with `FailedEvents` only those that say what went wrong: not the resources
 * that were cancelled because of it.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html
 */
export function describeEvents(stacks: Stacks, input: DescribeEventsInput): DescribeEventsOutput {
  const { stack, operationId } = findStack(stacks, input);
  const events = stack.operationEvents
    .filter(({ OperationId }) => operationId === undefined || OperationId === operationId)
    .filter(({ EventType }) => !input.Filters?.FailedEvents || FAILURES.includes(EventType));
  const { items, nextToken } = newestFirst(events, input.NextToken);
  return { OperationEvents: items, ...(nextToken !== undefined && { NextToken: nextToken }) };
}

const FAILURES: readonly (string | undefined)[] = ["VALIDATION_ERROR", "PROVISIONING_ERROR"];

function findStack(
  stacks: Stacks,
  { StackName, ChangeSetName, OperationId: operationId }: DescribeEventsInput,
): { stack: Stack; operationId: string | undefined } {
  if (ChangeSetName !== undefined) {
    const { stack, operationId: own } = findChangeSet(stacks, { ChangeSetName, StackName });
    return { stack, operationId: operationId ?? own };
  }
  if (StackName !== undefined) return { stack: stacks.get(StackName), operationId };
  if (operationId === undefined) throw invalid("One of StackName, ChangeSetName or OperationId must be specified");
  const stack = stacks.all.find(({ operations }) => operations.some(({ id }) => id === operationId));
  if (!stack) throw notImplemented(`operations that are not known (${operationId})`);
  return { stack, operationId };
}
