import type {
  DescribeEventsInput,
  DescribeEventsOutput,
  OperationEvent,
  StackEvent,
} from "@aws-sdk/client-cloudformation";
import { notImplemented } from "../errors.js";
import { findChangeSet } from "./change-set-operations.js";
import { STACK_TYPE } from "./engine/run.js";
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
  const stack = findStack(stacks, input);
  const events = [...stack.operationEvents, ...stack.events.map((event) => operationEvent(stack, event))]
    .filter(({ OperationId }) => input.OperationId === undefined || OperationId === input.OperationId)
    .filter(({ EventType }) => !input.Filters?.FailedEvents || EventType !== "STACK_EVENT")
    .sort((a, b) => Number(a.Timestamp) - Number(b.Timestamp));
  const { items, nextToken } = newestFirst(events, input.NextToken);
  return { OperationEvents: items, ...(nextToken !== undefined && { NextToken: nextToken }) };
}

function findStack(stacks: Stacks, { StackName, ChangeSetName, OperationId }: DescribeEventsInput): Stack {
  if (ChangeSetName !== undefined) return findChangeSet(stacks, { ChangeSetName, StackName }).stack;
  if (StackName !== undefined) return stacks.get(StackName);
  if (OperationId === undefined) throw invalid("One of StackName, ChangeSetName or OperationId must be specified");
  const stack = stacks.all.find(({ operations }) => operations.some(({ id }) => id === OperationId));
  if (!stack) throw notImplemented(`operations that are not known (${OperationId})`);
  return stack;
}

function operationEvent(stack: Stack, event: StackEvent): OperationEvent {
  const operation = stack.operations.find(({ id }) => id === event.OperationId);
  const isFailure =
    event.ResourceStatus?.endsWith("_FAILED") &&
    event.ResourceType !== STACK_TYPE &&
    !/^Resource (creation|update|deletion) cancelled$/.test(event.ResourceStatusReason ?? "");
  const { StackName: _, ...rest } = event;
  return {
    ...rest,
    EventType: isFailure ? "PROVISIONING_ERROR" : "STACK_EVENT",
    ...(operation && { OperationType: operation.type }),
  };
}
