import { notImplemented } from "../errors.js";

/**
 * Throws NotImplementedByLocalAws when an input has a member that an operation does not act upon, so that nothing
 * a caller asks for is silently ignored. `supported` names what it does act upon.
 */
export function refuseOthers<Input extends object>(
  operation: string,
  input: Input,
  supported: readonly (keyof Input & string)[],
): void {
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined && !supported.some((each) => each === name))
      throw notImplemented(`the parameter ${name} of ${operation}`);
  }
}
