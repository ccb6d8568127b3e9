import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface SweepOptions {
  /** How many crash points, chosen by the seed; all without it. */
  readonly points?: number;
  readonly runs: number;
  readonly seed: number;
  /** Only cases whose title holds this. */
  readonly only: string;
  readonly workers: number;
  /** The folder of action.yml and dist/. */
  readonly action: string;
}

export const USAGE = `Usage: npm run test:sweep -- [options]

  --points N    so many crash points, chosen by the seed (all)
  --runs N      so many faulted runs (100)
  --seed N      chooses the crash points, and what fails in the runs (1)
  --only TEXT   only cases whose line holds this text
  --workers N   so many cases side by side (2)
  --action DIR  the folder of action.yml and dist/ (this repository)
`;

/** Reads the command line. @throws Error that says what to write instead */
export function readSweepOptions(args: readonly string[] = []): SweepOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      points: { type: "string" },
      runs: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: "" },
      workers: { type: "string", default: "2" },
      action: { type: "string", default: join(import.meta.dirname, "..", "..", "..") },
    },
  });
  const whole = (name: string, text: string, least: number) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new Error(`--${name} ${text}: a whole number from ${least}`);
    return Number(text);
  };
  return {
    ...(values.points !== undefined && { points: whole("points", values.points, 0) }),
    runs: whole("runs", values.runs, 0),
    seed: whole("seed", values.seed, 0),
    only: values.only,
    workers: whole("workers", values.workers, 1),
    action: resolve(values.action),
  };
}
