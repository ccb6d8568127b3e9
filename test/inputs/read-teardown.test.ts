import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readTeardown, TEARDOWN_DEFAULTS } from "../../src/inputs/read-teardown.js";
import { InputError } from "../../src/lib/errors.js";

const ACTION = join(import.meta.dirname, "..", "..", "..", "teardown", "action.yml");
const runner = { GITHUB_REPOSITORY: "octo-org/Sample_App", GITHUB_REPOSITORY_ID: "77", GITHUB_RUN_ID: "5" };
const closed = { action: "closed", pull_request: { number: 12 }, repository: { id: 88, full_name: "octo-org/other" } };

function read(inputs: Record<string, string>, { event = {}, env = runner as Record<string, string> } = {}) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return readTeardown({ ...env, ...Object.fromEntries(given) }, event);
}

function problems(inputs: Record<string, string>, more: Parameters<typeof read>[1] = {}): string[] {
  try {
    read(inputs, more);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ input, message }) => `${input}: ${message}`);
  }
}

it("the defaults are those of teardown/action.yml", () => {
  const { inputs } = parse(readFileSync(ACTION, "utf8")) as { inputs: Record<string, { default?: string }> };
  const defaults = Object.entries(inputs).flatMap(([name, { default: value }]) =>
    value === undefined || name === "github-token" ? [] : [[name, value]],
  );
  expect(Object.fromEntries(defaults)).toEqual(TEARDOWN_DEFAULTS);
});

it("on closed the pull request's number says which environment, and it has to be that pull request's", () => {
  expect(read({ domain: "app.example.com" }, { event: closed })).toMatchObject({
    environment: "pr-12",
    pullRequest: 12,
    app: "sample-app",
    repositoryId: "77",
    keepLogs: false,
    timeoutMinutes: 30,
  });
});

it("the payload alone is enough", () => {
  expect(read({ domain: "app.example.com" }, { event: closed, env: {} })).toMatchObject({
    environment: "pr-12",
    app: "other",
    repository: "octo-org/other",
    repositoryId: "88",
  });
});

it("a platform needs no environment, but the domain twice", () => {
  expect(read({ domain: "app.example.com", platform: "true", confirm: "app.example.com" })).toMatchObject({
    platform: true,
    all: false,
  });
});

it.each<[string, Record<string, string>, RegExp, Parameters<typeof read>[1]?]>([
  ["no domain", { environment: "staging" }, /^domain: is required/],
  ["neither pull request nor environment", { domain: "app.example.com" }, /^environment: is needed/],
  ["a name that is none", { domain: "app.example.com", environment: "pr 12" }, /^environment: "pr 12" is not fit/],
  ["no repository id", { domain: "app.example.com", environment: "a" }, /GITHUB_REPOSITORY_ID is not set/, { env: {} }],
  ["no confirmation", { domain: "app.example.com", platform: "true" }, /^confirm: has to repeat .* It says nothing/],
  [
    "another domain confirmed",
    { domain: "app.example.com", platform: "true", confirm: "app.example.co" },
    /^confirm: has to repeat .* It says "app.example.co"/,
  ],
  [
    "confirmed in capitals",
    { domain: "app.example.com", platform: "true", confirm: "App.example.com" },
    /^confirm: has to repeat/,
  ],
  [
    "a pull request that removes the platform",
    { domain: "app.example.com", platform: "true", confirm: "app.example.com" },
    /^platform: cannot be removed by a pull request/,
    { event: closed },
  ],
  ["all of nothing", { domain: "app.example.com", environment: "a", all: "true" }, /^all: goes with platform/],
  ["confirm alone", { domain: "app.example.com", environment: "a", confirm: "x" }, /^confirm: is asked for with/],
  ["neither true nor false", { domain: "app.example.com", environment: "a", "keep-logs": "yes" }, /^keep-logs: "yes"/],
])("%s: one clear problem", (_, inputs, message, ...more) => {
  const found = problems(inputs, ...more);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});
