import type { CallRecord } from "../../local/aws/calls.js";
import { type Account, openAccount, type Run } from "./account.js";
import { accountState, difference } from "./state.js";

type Inputs = Readonly<Record<string, string>>;

/** A run that is going to be disturbed, and what was there before it. */
export interface Scenario {
  readonly name: string;
  /** The inputs of an undisturbed run before it; none: the account is empty. */
  readonly before?: Inputs;
  readonly inputs: Inputs;
  /** What is run; the deploy without it. */
  readonly action?: "teardown";
  /** What the sample app says its version is afterwards. A teardown leaves none. */
  readonly version?: string;
}

const image = (version: string) => ({ image: `ecs-cognito-deploy/sample-app:${version}` });

export const SCENARIOS: readonly Scenario[] = [
  { name: "first deploy", inputs: image("1"), version: "1" },
  { name: "roll", before: image("1"), inputs: image("2"), version: "2" },
  // Every stack is updated through a change set, and the service's stack is brought level with what runs.
  { name: "change", before: image("1"), inputs: { ...image("2"), tags: "team=web" }, version: "2" },
  { name: "teardown", before: image("1"), action: "teardown", inputs: { environment: "production" } },
  {
    name: "platform teardown",
    before: image("1"),
    action: "teardown",
    inputs: { platform: "true", all: "true", confirm: "app.example.com" },
  },
];

/** What an undisturbed run of a scenario calls, and the state in which it leaves the account. */
export interface Reference {
  readonly scenario: Scenario;
  readonly calls: readonly CallRecord[];
  readonly state: string;
}

/** Runs a scenario undisturbed. @throws Error if it is not green: then there is nothing to compare with */
export async function reference(folder: string, scenario: Scenario): Promise<Reference> {
  return await inScenario(folder, scenario, async (account) => {
    const run = await account.run(scenario.inputs, scenario);
    if (run.exitCode !== 0) throw new Error(`An undisturbed ${scenario.name} is red:\n${run.log}`);
    const calls = await account.aws.calls();
    return { scenario, calls, state: await settledState(account) };
  });
}

/** Gives `use` an account in which the scenario's run may start, with no calls on record. */
export async function inScenario<T>(
  folder: string,
  { name, before }: Scenario,
  use: (account: Account) => Promise<T>,
): Promise<T> {
  const account = await openAccount(folder);
  try {
    if (before) {
      // Another workflow run, so that what it has left on the service is not taken for the next one's.
      const run = await account.run(before, { id: 1 });
      if (run.exitCode !== 0) throw new Error(`The run before the ${name} is red:\n${run.log}`);
    }
    await account.aws.forgetCalls();
    return await use(account);
  } finally {
    await account.close();
  }
}

/** How long after a run old tasks may take until they are gone, in milliseconds. */
const SETTLING_MS = 10_000;

/**
 * What is wrong after a run that should have been green with everything as an undisturbed run leaves it; empty if it
 * is right. The state is compared once what is on its way out has gone.
 */
export async function wrongAfter(account: Account, run: Run, { state, scenario }: Reference): Promise<string> {
  if (run.hung) return "it hangs";
  if (run.exitCode !== 0) return `it is red with exit code ${run.exitCode}: ${reason(run)}`;
  const said = scenario.action === "teardown" ? wrongOutcome(run) : wrongChecks(run);
  if (said) return said;
  const deadline = performance.now() + SETTLING_MS;
  for (;;) {
    const different = difference(state, await accountState(account.aws));
    if (different === "" || performance.now() > deadline) return different;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function wrongChecks(run: Run): string {
  const checks = JSON.parse(run.outputs["smoke-test"] ?? "[]") as { id: string; verdict: string }[];
  const bad = checks.filter(({ verdict }) => verdict !== "passed").map(({ id, verdict }) => `${id} ${verdict}`);
  return checks.length === 0 || bad.length > 0 ? `its smoke test shows ${bad.join(", ") || "nothing"}` : "";
}

function wrongOutcome({ outputs }: Run): string {
  return /^(removed|already gone)$/.test(outputs.outcome ?? "") ? "" : `its outcome is ${outputs.outcome}`;
}

/** The first error that a run shows, as GitHub shows it. */
export function reason(run: Run): string {
  const error = run.annotations.find(({ level }) => level === "error");
  return error ? `${error.title ?? "without a title"}: ${error.message}` : "without an error message";
}

async function settledState({ aws }: Account): Promise<string> {
  for (let last = ""; ; ) {
    const state = await accountState(aws);
    if (state === last) return state;
    last = state;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
