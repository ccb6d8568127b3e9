import { readFile } from "node:fs/promises";
import type { Fault, FaultKind } from "../../local/aws/faults.js";
import { Browser } from "../../local/demo/browser.js";
import { createUser, signIn } from "../../local/demo/visitor.js";
import type { Account, Run } from "./account.js";
import { inScenario, type Reference, reason, wrongAfter } from "./scenario.js";

/** What may happen to a call. How late is in AWS's seconds: a tenth of a second here. */
const KINDS: readonly FaultKind[] = [
  { throttle: true },
  { fail: true },
  { reset: true },
  { resetAfter: true },
  { delaySeconds: 40 },
  { hang: true },
];

/** Each kind is drawn for itself, so that a tenth of all calls is hit by one of them. */
const CHANCE = 1 - 0.9 ** (1 / KINDS.length);

/** Hits 10 % of all calls, each kind alike; which calls depends on the seed alone. */
export function faultPlan(seed: number): Fault[] {
  return KINDS.map((kind, index) => ({
    service: "*",
    operation: "*",
    chance: CHANCE,
    seed: seed * KINDS.length + index,
    ...kind,
  }));
}

export interface FaultedRun {
  /** How the run under faults ended, in words. */
  readonly ended: string;
  /** What is wrong with that, or with the run after it; empty if nothing. */
  readonly wrong: string;
}

/**
 * Runs the action while calls fail, and once more when they don't. Right is: green and everything really so, or red
 * with a reason and exit code 1; and green after that.
 */
export async function sweepRun(folder: string, reference: Reference, seed: number): Promise<FaultedRun> {
  const { scenario } = reference;
  return await inScenario(folder, scenario, async (account) => {
    await account.aws.fault(faultPlan(seed));
    const run = await account.run(scenario.inputs, scenario);
    const hits = (await account.aws.faults()).reduce((sum, fault) => sum + fault.hits, 0);
    await account.aws.clearFaults();
    const ended = `${run.exitCode === 0 ? "green" : "red"} after ${hits} failed calls${run.exitCode === 0 ? "" : `: ${reason(run)}`}`;
    const wrong = (await wrongEnding(account, run, reference)) || (await wrongNext(account, reference));
    return { ended, wrong };
  });
}

async function wrongEnding(account: Account, run: Run, reference: Reference): Promise<string> {
  if (run.exitCode === 0) {
    const wrong = await wrongAfter(account, run, reference);
    return wrong && `green, and ${wrong}`;
  }
  if (run.hung) return "it hangs";
  if (run.exitCode !== 1) return `its exit code is ${run.exitCode}`;
  // `Unexpected` is the title of an error for which nobody has written words.
  return run.annotations.some(
    ({ level, title, message }) => level === "error" && title && title !== "Unexpected" && message.trim(),
  )
    ? ""
    : `it is red and does not say why: ${reason(run)}`;
}

async function wrongNext(account: Account, reference: Reference): Promise<string> {
  const { scenario } = reference;
  const next = await account.run(scenario.inputs, scenario);
  const wrong =
    (await wrongAfter(account, next, reference)) ||
    (scenario.action === "teardown" ? "" : await wrongPage(account, next, reference));
  return wrong && `the run after it: ${wrong}`;
}

/** What a person who signs in gets to see. */
async function wrongPage({ aws }: Account, { outputs }: Run, { scenario }: Reference): Promise<string> {
  const browser = new Browser({
    proxy: aws.proxy,
    certificateAuthority: await readFile(aws.env.NODE_EXTRA_CA_CERTS ?? "", "utf8"),
  });
  try {
    const person = { email: `ada@${aws.domain}`, password: "Correct-horse-9" };
    await createUser(aws, outputs["user-pool-id"] ?? "", person);
    const page = (await signIn(browser, `${outputs.url}/`, person)).at(-1);
    if (page?.status !== 200) return `who signs in gets ${page?.status}`;
    return page.body.includes(`Version ${scenario.version}<`) ? "" : "who signs in sees another version";
  } finally {
    browser.close();
  }
}
