import { ActionError } from "../lib/errors.js";
import { type StackFailure, stackHint } from "./hints.js";

/** How an operation on a stack ended. */
export interface Ending {
  readonly status: string;
  /** The earliest real failure. */
  readonly cause?: StackFailure;
  /** What failed after CloudFormation had begun to undo the operation. */
  readonly leftovers: readonly StackFailure[];
  /** Somebody else's operation took over before ours had ended. */
  readonly superseded?: true;
}

/** What we asked CloudFormation to do with a stack. */
export type Operation = "create" | "update" | "delete" | "continue rollback";

const FAILED: Readonly<Record<Operation, string>> = {
  create: "could not be created",
  update: "could not be updated",
  delete: "could not be deleted",
  "continue rollback": "could not be rolled back",
};

/**
 * The failure of a stack: its cause in the words of the earliest real failure, then what CloudFormation did about it.
 *
 * @param label which stack it is, for a reader
 */
export function stackError(label: string, name: string, operation: Operation, ending: Ending): ActionError {
  const cause = ending.cause ?? ending.leftovers[0];
  const why = cause ? describeFailure(cause) : "CloudFormation gave no reason";
  const hints = [cause && stackHint(cause), ending.status.endsWith("ROLLBACK_FAILED") && skipHint(name, ending)];
  const hint = hints.filter(Boolean).join(" ");
  return new ActionError(
    operation === "continue rollback" ? "RollbackFailed" : "StackFailed",
    `The ${label} stack ${name} ${FAILED[operation]}: ${sentence(why)} ${aftermath(ending)}`,
    { ...(hint && { hint }) },
  );
}

export function describeFailure({ resource, type, reason }: StackFailure): string {
  return `${resource} (${type}): ${reason}`;
}

/** What CloudFormation did after the failure, and what the stack is now. */
export function aftermath({ status, leftovers }: Ending): string {
  const left = leftovers.map(({ resource }) => resource).join(", ") || "some resources";
  switch (status) {
    case "ROLLBACK_COMPLETE":
      return "CloudFormation then removed what it had made (ROLLBACK_COMPLETE). The next run deletes the empty stack and makes it again.";
    case "ROLLBACK_FAILED":
      return `CloudFormation could not remove all that it had made (ROLLBACK_FAILED): ${left} stayed. The next run deletes the stack and makes it again.`;
    case "UPDATE_ROLLBACK_COMPLETE":
      return "CloudFormation then put everything back as it was before (UPDATE_ROLLBACK_COMPLETE).";
    case "UPDATE_ROLLBACK_FAILED":
      return `CloudFormation could not put everything back (UPDATE_ROLLBACK_FAILED): ${left} ${leftovers.length === 1 ? "is" : "are"} neither old nor new. The next run tries to continue the rollback.`;
    case "CREATE_FAILED":
    case "UPDATE_FAILED":
      return `CloudFormation left it as it was when it failed (${status}), since rollback was off.`;
    case "DELETE_FAILED":
      return `The rest of it stays (DELETE_FAILED): ${left}. The next run tries to delete it again.`;
    case "DELETE_COMPLETE":
      return "CloudFormation then deleted it (DELETE_COMPLETE).";
    default:
      return `It is ${status}.`;
  }
}

/** How to get out of a rollback that fails again and again, which only a person should decide. */
function skipHint(name: string, { status, leftovers }: Ending): string | undefined {
  if (status !== "UPDATE_ROLLBACK_FAILED") return undefined;
  const skipped = leftovers.map(({ resource }) => resource).join(" ") || "<logical ids>";
  return `Mend what the reason says and run again. If that cannot be done: aws cloudformation continue-update-rollback --stack-name ${name} --resources-to-skip ${skipped} leaves these as they are, and CloudFormation takes them for rolled back.`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
