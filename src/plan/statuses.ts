import type { StackStatus } from "@aws-sdk/client-cloudformation";

/**
 * What a stack in a status is good for:
 * - `usable`: stands, may be updated
 * - `busy`: something is going on; wait for it, then decide anew
 * - `dead`: can only be deleted, and made again
 * - `unborn`: a change set to create it was made and never executed; holds nothing, delete and create
 * - `stuck`: the rollback of an update failed; the rollback has to be continued first
 * - `broken`: rollback was off and something failed; an update may mend it
 * - `gone`: deleted
 */
export type Standing = "usable" | "busy" | "dead" | "unborn" | "stuck" | "broken" | "gone";

/** Total over the SDK's enum: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const STANDING: Readonly<Record<StackStatus, Standing>> = {
  CREATE_COMPLETE: "usable",
  UPDATE_COMPLETE: "usable",
  UPDATE_ROLLBACK_COMPLETE: "usable",
  IMPORT_COMPLETE: "usable",
  IMPORT_ROLLBACK_COMPLETE: "usable",
  CREATE_IN_PROGRESS: "busy",
  DELETE_IN_PROGRESS: "busy",
  IMPORT_IN_PROGRESS: "busy",
  IMPORT_ROLLBACK_IN_PROGRESS: "busy",
  ROLLBACK_IN_PROGRESS: "busy",
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
  UPDATE_IN_PROGRESS: "busy",
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "busy",
  UPDATE_ROLLBACK_IN_PROGRESS: "busy",
  ROLLBACK_COMPLETE: "dead",
  ROLLBACK_FAILED: "dead",
  CREATE_FAILED: "dead",
  DELETE_FAILED: "dead",
  REVIEW_IN_PROGRESS: "unborn",
  UPDATE_ROLLBACK_FAILED: "stuck",
  IMPORT_ROLLBACK_FAILED: "stuck",
  UPDATE_FAILED: "broken",
  DELETE_COMPLETE: "gone",
};

/** @throws Error for a status that CloudFormation has learned since: guessing would be worse */
export function standing(status: string): Standing {
  const known = Object.hasOwn(STANDING, status) ? STANDING[status as StackStatus] : undefined;
  if (!known) throw new Error(`CloudFormation answers a stack status that this action does not know: ${status}`);
  return known;
}
