/** Why a task cannot start: becomes its `stoppedReason`. */
export class TaskError extends Error {
  override readonly name = "TaskError";
}
