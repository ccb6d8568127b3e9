import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { MutantOptions } from "./run.js";

export const USAGE = `Usage: npm run test:mutants -- [options]

  --only PATTERN  only mutants and variations whose name this regular expression finds, in upper or lower case
  --workers N     so many architectures side by side (2)
  --action DIR    the folder of action.yml and dist/ (this repository)
`;

/** Reads the command line. @throws Error that says what to write instead */
export function readMutantOptions(args: readonly string[] = []): MutantOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", default: "" },
      workers: { type: "string", default: "2" },
      action: { type: "string", default: join(import.meta.dirname, "..", "..", "..") },
    },
  });
  if (!/^[1-9]\d?$/.test(values.workers)) throw new Error(`--workers ${values.workers}: a whole number from 1 to 99`);
  return { only: pattern(values.only), workers: Number(values.workers), action: resolve(values.action) };
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, "i");
  } catch {
    throw new Error(`--only ${text}: not a regular expression`);
  }
}
