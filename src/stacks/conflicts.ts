/**
 * What a refused call says about its stack, where that is no failure but a reason to look again and decide anew:
 * - `busy`: another run is at work on it, or has just been
 * - `gone`: it was deleted meanwhile
 * - `level`: there is nothing to change any more
 */
export type Conflict = "busy" | "gone" | "level";

/** Another run has executed, deleted or outdated the change set; the names are with and without the SDK's ending. */
const CHANGE_SET_LOST = /^(ChangeSetNotFound|InvalidChangeSetStatus|OperationInProgress)(Exception)?$/;

/**
 * Tells a conflict with somebody else from an error. CloudFormation has no codes for it: nearly everything is a
 * ValidationError, so the message has to be read.
 *
 * @param believed the status that the caller acted on: a call that is refused because of this very status would be
 *   refused again, so that is an error
 */
export function stackConflict(error: unknown, believed: string): Conflict | undefined {
  if (!(error instanceof Error)) return undefined;
  if (CHANGE_SET_LOST.test(error.name)) return "busy";
  if (error.name === "StackNotFoundException") return "gone";
  if (error.name !== "ValidationError") return undefined;
  const { message } = error;
  if (/^No updates are to be performed/.test(message)) return "level";
  // Stack [name] does not exist; Stack with id name does not exist
  if (/^Stack\b.* does not exist$/.test(message)) return "gone";
  // Stack:arn is in X state and can not be updated; Stack [arn] cannot be deleted while in status X; Cannot create a
  // changeset while a stack is in X state
  const status = message.match(/(?:is in|in status|in state) ([A-Z_]{8,})\b/)?.[1];
  if (status === undefined || (status === believed && !isBusy(status))) return undefined;
  return status === "DELETE_COMPLETE" ? "gone" : "busy";
}

/** Whether something goes on with a stack. REVIEW_IN_PROGRESS only waits for somebody to execute a change set. */
export function isBusy(status: string): boolean {
  return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS";
}
