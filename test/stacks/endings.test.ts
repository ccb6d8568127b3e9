import type { Ending } from "../../src/stacks/endings.js";
import { stackError } from "../../src/stacks/endings.js";

const CAUSE = { resource: "Nat", type: "AWS::EC2::EIP", reason: "The maximum number of addresses has been reached." };
const LEFT = {
  resource: "Role",
  type: "AWS::IAM::Role",
  reason: "Cannot delete entity, must detach all policies first.",
};

describe("a failed stack tells its cause first and then what CloudFormation did", () => {
  it.each<[Parameters<typeof stackError>[2], Ending, RegExp]>([
    [
      "create",
      { status: "ROLLBACK_COMPLETE", cause: CAUSE, leftovers: [] },
      /could not be created: Nat \(AWS::EC2::EIP\): The maximum.*removed what it had made \(ROLLBACK_COMPLETE\)/,
    ],
    [
      "create",
      { status: "ROLLBACK_FAILED", cause: CAUSE, leftovers: [LEFT] },
      /could not be created: Nat .*ROLLBACK_FAILED\): Role stayed/,
    ],
    [
      "create",
      { status: "CREATE_FAILED", cause: CAUSE, leftovers: [] },
      /left it as it was when it failed \(CREATE_FAILED\)/,
    ],
    [
      "update",
      { status: "UPDATE_ROLLBACK_COMPLETE", cause: CAUSE, leftovers: [] },
      /could not be updated: Nat .*put everything back as it was before/,
    ],
    [
      "update",
      { status: "UPDATE_ROLLBACK_FAILED", cause: CAUSE, leftovers: [LEFT] },
      /Nat .*UPDATE_ROLLBACK_FAILED\): Role is neither old nor new.*continue the rollback/,
    ],
    ["update", { status: "UPDATE_FAILED", cause: CAUSE, leftovers: [] }, /left it as it was .*rollback was off/],
    ["delete", { status: "DELETE_FAILED", cause: LEFT, leftovers: [] }, /could not be deleted: Role .*DELETE_FAILED/],
    [
      "continue rollback",
      { status: "UPDATE_ROLLBACK_FAILED", leftovers: [LEFT] },
      /could not be rolled back: Role \(AWS::IAM::Role\): Cannot delete/,
    ],
    ["update", { status: "UPDATE_ROLLBACK_COMPLETE", leftovers: [] }, /gave no reason/],
  ])("%s, ended %j", (operation, ending, message) => {
    expect(stackError("alb", "ecs-cognito-x-alb", operation, ending).message).toMatch(message);
  });
});

it("a rollback that fails again has a code of its own, and its hint names what a person could skip", () => {
  const error = stackError("alb", "ecs-cognito-x-alb", "continue rollback", {
    status: "UPDATE_ROLLBACK_FAILED",
    leftovers: [LEFT, CAUSE],
  });
  expect(error.code).toBe("RollbackFailed");
  expect(error.hint).toContain("continue-update-rollback --stack-name ecs-cognito-x-alb --resources-to-skip Role Nat");
});

it("the hint is that of the cause", () => {
  const error = stackError("vpc", "x", "create", { status: "ROLLBACK_COMPLETE", cause: CAUSE, leftovers: [LEFT] });
  expect(error.hint).toContain("EC2-VPC Elastic IPs");
});
