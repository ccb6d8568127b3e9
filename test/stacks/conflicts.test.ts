import { isBusy, stackConflict } from "../../src/stacks/conflicts.js";

const ARN = "arn:aws:cloudformation:eu-west-1:123456789012:stack/ecs-cognito-x/7d1f";

function error(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

describe("a refused call is a reason to look again where somebody else was quicker", () => {
  it.each<[string, string, string, ReturnType<typeof stackConflict>]>([
    [
      "ValidationError",
      `Stack:${ARN} is in UPDATE_IN_PROGRESS state and can not be updated.`,
      "UPDATE_COMPLETE",
      "busy",
    ],
    [
      "ValidationError",
      `Stack:${ARN} is in UPDATE_IN_PROGRESS state and can not be updated.`,
      "UPDATE_IN_PROGRESS",
      "busy",
    ],
    [
      "ValidationError",
      `Stack:${ARN} is in UPDATE_ROLLBACK_FAILED state and can not be updated.`,
      "UPDATE_COMPLETE",
      "busy",
    ],
    // What we already knew, and tried all the same: looking again would show it again.
    [
      "ValidationError",
      `Stack:${ARN} is in ROLLBACK_FAILED state and can not be updated.`,
      "ROLLBACK_FAILED",
      undefined,
    ],
    ["ValidationError", `Stack [${ARN}] cannot be deleted while in status UPDATE_IN_PROGRESS`, "DELETE_FAILED", "busy"],
    [
      "ValidationError",
      `Stack:${ARN} is in UPDATE_ROLLBACK_COMPLETE state and can not continue update rollback.`,
      "UPDATE_ROLLBACK_FAILED",
      "busy",
    ],
    ["ValidationError", `Stack:${ARN} is in DELETE_COMPLETE state and can not be updated.`, "UPDATE_COMPLETE", "gone"],
    ["ValidationError", `Stack [${ARN}] does not exist`, "UPDATE_COMPLETE", "gone"],
    ["ValidationError", "Stack with id ecs-cognito-x does not exist", "UPDATE_COMPLETE", "gone"],
    ["ValidationError", "No updates are to be performed.", "UPDATE_COMPLETE", "level"],
    ["ChangeSetNotFoundException", "ChangeSet [deploy-1] does not exist", "UPDATE_COMPLETE", "busy"],
    ["ChangeSetNotFound", "ChangeSet [deploy-1] does not exist", "UPDATE_COMPLETE", "busy"],
    [
      "InvalidChangeSetStatusException",
      "ChangeSet [x] cannot be executed in its current execution status of [OBSOLETE]",
      "UPDATE_COMPLETE",
      "busy",
    ],
    ["OperationInProgressException", "Another operation is in progress", "UPDATE_COMPLETE", "busy"],
    ["ValidationError", "Template format error: unsupported structure.", "UPDATE_COMPLETE", undefined],
    [
      "ValidationError",
      `Stack [x] cannot be deleted while TerminationProtection is enabled`,
      "DELETE_FAILED",
      undefined,
    ],
    [
      "ValidationError",
      "Parameter validation failed: parameter value vpc-1 for parameter name VpcId does not exist",
      "UPDATE_COMPLETE",
      undefined,
    ],
    ["AccessDenied", `User is not authorized, stack is in UPDATE_IN_PROGRESS state`, "UPDATE_COMPLETE", undefined],
  ])("%s: %s (believed %s)", (name, message, believed, conflict) => {
    expect(stackConflict(error(name, message), believed)).toBe(conflict);
  });

  it("what is no error is none", () => {
    expect(stackConflict("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE")).toBeUndefined();
  });
});

it.each<[string, boolean]>([
  ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", true],
  ["DELETE_IN_PROGRESS", true],
  ["REVIEW_IN_PROGRESS", false],
  ["UPDATE_COMPLETE", false],
])("%s keeps a stack busy: %s", (status, busy) => {
  expect(isBusy(status)).toBe(busy);
});
