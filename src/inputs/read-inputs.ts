import { InputError, type InputProblem } from "../lib/errors.js";
import type { Parsed } from "./values.js";

/** The inputs of one step, and what is wrong with them so far. */
export interface Inputs {
  /** As it was written; empty if it was not. */
  raw(input: string): string;
  /** Without blanks around it; the default if nothing is left. */
  text(input: string): string;
  /** Puts a problem on the list. */
  refuse(input: string, message: string): void;
  /** What an input means; undefined, and a problem on the list, if it means nothing. */
  take<T>(input: string, parse: (text: string) => Parsed<T>, given?: string): T | undefined;
  /** The same for an input without a default. */
  takeRequired<T>(input: string, example: string, parse: (text: string) => Parsed<T>): T | undefined;
  /** @throws InputError with every problem at once, if there is one */
  end(): void;
}

/**
 * Inputs as GitHub's runner hands them over: in `INPUT_<NAME>`, upper case, blanks to underscores, hyphens kept.
 *
 * @param defaults those of action.yml, for whoever runs the bundle without a runner that fills them in
 */
export function readInputs(
  env: Readonly<Record<string, string | undefined>>,
  defaults: Readonly<Record<string, string>>,
): Inputs {
  const problems: InputProblem[] = [];
  const inputs: Inputs = {
    raw: (input) => env[`INPUT_${input.toUpperCase().replaceAll(" ", "_")}`] ?? "",
    text: (input) => inputs.raw(input).trim() || (defaults[input] ?? ""),
    refuse: (input, message) => void problems.push({ input, message }),
    take: (input, parse, given = inputs.text(input)) => {
      const parsed = parse(given);
      if ("value" in parsed) return parsed.value;
      inputs.refuse(input, parsed.problem);
      return undefined;
    },
    takeRequired: (input, example, parse) => {
      if (inputs.text(input) !== "") return inputs.take(input, parse);
      inputs.refuse(input, `is required and was not given. Write it under with:, for example ${input}: ${example}`);
      return undefined;
    },
    end: () => {
      if (problems.length > 0) throw new InputError(problems);
    },
  };
  return inputs;
}
