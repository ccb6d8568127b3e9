/**
 * A failure that the person who reads the step's log can act on. `code` is stable and meant for machines,
 * the message says what is wrong, `hint` what to do about it.
 */
export class ActionError extends Error {
  override readonly name: string = "ActionError";
  readonly code: string;
  readonly hint: string | undefined;
  readonly evidence: readonly Evidence[];

  constructor(
    code: string,
    message: string,
    { hint, evidence = [], cause }: { hint?: string | undefined; evidence?: readonly Evidence[]; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
    this.evidence = evidence;
  }
}

/** What explains a failure: a stopped task with its last log lines, targets, events. */
export interface Evidence {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One thing that is wrong with an input, in words that say what to write instead. */
export interface InputProblem {
  input: string;
  message: string;
}

/** Every problem with the inputs, at once. No AWS call has been made. */
export class InputError extends ActionError {
  override readonly name = "InputError";
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super("InvalidInput", problems.map(({ input, message }) => `${input}: ${message}`).join("\n"));
    this.problems = problems;
  }
}

/** The app can be reached without signing in: an emergency, whatever else succeeded. */
export class ExposedError extends ActionError {
  override readonly name = "ExposedError";
}

/** Nothing was deployed, and that is as it should be: the step is green and says why. Nothing was made in AWS. */
export class Skipped extends ActionError {
  override readonly name = "Skipped";
}

/** Words for an error of unknown make, on one line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node wraps the reasons of a failed connection to several addresses and leaves the message empty.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(describeError).join("; ");
  return error.message || error.name;
}
