import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readSweep, SWEEP_DEFAULTS } from "../../src/inputs/read-sweep.js";
import { InputError } from "../../src/lib/errors.js";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const GITHUB = { GITHUB_REPOSITORY: "octo-org/web", GITHUB_REPOSITORY_ID: "42", "INPUT_GITHUB-TOKEN": "t" };
const read = (inputs: Record<string, string> = {}, env: Record<string, string> = GITHUB) =>
  readSweep({
    ...env,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  });

function problems(...args: Parameters<typeof read>): string[] {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ input, message }) => `${input} ${message}`);
    throw error;
  }
  return [];
}

test("a sweep without inputs is a dry run of ten removals at most, and puts nothing to sleep", () => {
  expect(read()).toMatchObject({
    dryRun: true,
    maxRemovals: 10,
    protect: [],
    halfMadeAfter: 86_400_000,
    keepLogs: false,
  });
  expect(read()).not.toHaveProperty("sleepAfter");
  expect(read()).not.toHaveProperty("wake");
});

test("names to protect stand one a line, with commas or blanks", () => {
  expect(read({ protect: "staging, pr-1?\n web/demo-*\n" }).protect).toEqual(["staging", "pr-1?", "web/demo-*"]);
});

test.each<[Record<string, string>, string]>([
  [{ "dry-run": "no" }, 'dry-run "no" is neither true nor false'],
  [{ "max-removals": "-1" }, "max-removals"],
  [{ "max-removals": "1e3" }, "max-removals"],
  [{ protect: "Staging" }, 'protect "Staging" matches no environment'],
  [{ protect: "a/b/c" }, 'protect "a/b/c" matches no environment'],
  [{ "half-made-after": "1w" }, 'half-made-after "1w" is not a span of time'],
  [{ "sleep-after": "0h" }, 'sleep-after "0h" is not a span of time'],
  [{ wake: "PR 12" }, 'wake "PR 12" is not fit'],
  [{ "github-token": "" }, "github-token is needed"],
])("%j is refused", (inputs, message) => {
  expect(problems(inputs)).toEqual([expect.stringContaining(message)]);
});

test("without the repository's id nothing could be known as ours", () => {
  expect(problems({}, { "INPUT_GITHUB-TOKEN": "t" })).toEqual([expect.stringContaining("GITHUB_REPOSITORY_ID")]);
});

test("the defaults are those of action.yml", () => {
  const { inputs } = parse(readFileSync(join(ROOT, "sweep", "action.yml"), "utf8")) as {
    inputs: Record<string, { default?: string }>;
  };
  const { "github-token": token, ...others } = inputs;
  expect(token?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
  const given = Object.entries(others).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value]],
  );
  expect(Object.fromEntries(given)).toEqual(SWEEP_DEFAULTS);
});
