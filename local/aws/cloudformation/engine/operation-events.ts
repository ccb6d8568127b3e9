import type { DeploymentConfigMode, OperationEvent, OperationType, StackEvent } from "@aws-sdk/client-cloudformation";
import type { Operation, Stack } from "../stack.js";
import type { Engine, Run } from "./run.js";

/** An operation that has not begun: nobody can find it by its id yet. */
export function newOperation(
  { aws }: Pick<Engine, "aws">,
  type: OperationType,
  token?: string,
  mode?: DeploymentConfigMode,
): Operation {
  return {
    id: aws.random.uuid(),
    type,
    ...(token !== undefined && { token }),
    ...(mode !== undefined && { mode }),
    startTime: aws.clock.now(),
    controller: new AbortController(),
    done: Promise.resolve(),
  };
}

/** Begins an operation: it is the stack's newest one from now on. */
export function beginOperation(engine: Pick<Engine, "aws">, stack: Stack, operation: Operation): void {
  stack.operations.push(operation);
  stack.operationEvents.push(boundary(engine, stack, operation, operation.startTime, "IN_PROGRESS"));
}

/** Ends an operation; one that has ended already stays as it ended. */
export function endOperation(engine: Pick<Engine, "aws">, stack: Stack, operation: Operation, succeeded: boolean) {
  if (operation.outcome !== undefined) return;
  operation.outcome = succeeded ? "SUCCEEDED" : "FAILED";
  const end = engine.aws.clock.now();
  stack.operationEvents.push({
    ...boundary(engine, stack, operation, end, operation.outcome),
    EndTime: end,
  });
}

/**
 * A rollback that a failure has set off is an operation of its own, with its own id and the token of the failed one.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html
 */
export function beginRollback(run: Run): Run {
  const { engine, stack, operation } = run;
  endOperation(engine, stack, operation, false);
  const rollback = newOperation(engine, "ROLLBACK", operation.token, operation.mode);
  operation.rollback = rollback;
  beginOperation(engine, stack, rollback);
  return { ...run, operation: rollback };
}

/** A stack's or resource's event as DescribeEvents gives it. Who was only cancelled has not failed. */
export function progressEvent({ StackName: _, ...event }: StackEvent): OperationEvent {
  const isFailure =
    event.ResourceStatus?.endsWith("_FAILED") &&
    !/^Resource (creation|update|deletion) cancelled$/.test(event.ResourceStatusReason ?? "");
  return { ...event, EventType: isFailure ? "PROVISIONING_ERROR" : "PROGRESS_EVENT" };
}

function boundary(
  { aws }: Pick<Engine, "aws">,
  stack: Stack,
  operation: Operation,
  timestamp: Date,
  status: "IN_PROGRESS" | "SUCCEEDED" | "FAILED",
): OperationEvent {
  return {
    EventId: aws.random.uuid(),
    StackId: stack.id,
    OperationId: operation.id,
    OperationType: operation.type,
    OperationStatus: status,
    EventType: "STACK_EVENT",
    Timestamp: timestamp,
    StartTime: operation.startTime,
  };
}
