import { readSweep, type SweepRequest } from "../inputs/read-sweep.js";
import { ActionError } from "../lib/errors.js";
import { prove } from "../plan/identity.js";
import { type Decision, planSweep, type SweepPlan, type Verdict } from "../plan/sweep.js";
import { asleepSince, maySleep, type SweepRules, type Tags } from "../plan/sweep-facts.js";
import type { Report } from "../report/report.js";
import { askAboutAll, openQuestions } from "./ask-github.js";
import { type StandingEnvironment, type StandingLeftover, takeInventory } from "./inventory.js";
import { connect } from "./tell-github.js";
import type { World } from "./world.js";

/** One environment or leftover, and what became of it. */
export interface SweepEntry {
  /** The stack's name, or the leftover's. */
  readonly name: string;
  readonly kind: "environment" | "task definitions" | "log group" | "listener rule" | "inventory";
  readonly app?: string;
  readonly environment?: string;
  readonly pullRequest?: number;
  readonly reason: string;
}

/** What came of a sweep; in a dry run, what would. */
export interface SweepResult {
  readonly removed: SweepEntry[];
  readonly kept: SweepEntry[];
  readonly failed: SweepEntry[];
  readonly marked: SweepEntry[];
  readonly asleep: SweepEntry[];
}

export type SweepDecisions = SweepPlan<StandingEnvironment, StandingLeftover>;

/**
 * Looks at the whole account, asks GitHub about each pull request, and removes what nobody needs any more; in a dry run,
 * which is the default, it shows what it would do.
 *
 * @throws InputError before any AWS call; ActionError SweepFailed if anything failed, after all the rest was done
 */
export async function sweep(world: World, report: Report): Promise<void> {
  const request = readSweep(world.env, new Date(world.clock.now()));
  world.setDeadline(request.timeoutMinutes);
  if (request.wake !== undefined) {
    const { wake } = await import("./wake.js");
    return await wake(world, request, request.wake, report);
  }
  report.headline = "Nothing was swept";
  report.outputs.set("heartbeat", "");
  const { inventory, decisions, ask, rules, github } = await look(world, request);
  const result: SweepResult = { removed: [], kept: [], failed: [], marked: [], asleep: [] };
  for (const problem of inventory.problems)
    result.failed.push({ name: "inventory", kind: "inventory", reason: problem });
  try {
    if (request.dryRun) sortOut(decisions, result);
    else {
      const { carryOutSweep } = await import("./carry-out-sweep.js");
      await carryOutSweep({ world, request, rules, ask, github }, decisions, result);
    }
  } finally {
    show(world, request, result, inventory.stackCount, report);
  }
  if (result.failed.length > 0) throw failure(result.failed);
}

async function look(world: World, request: SweepRequest) {
  const { clients, signal, timeline } = world;
  const github = await connect(world, { ...request.github, repository: request.repository });
  const [inventory, ask] = await Promise.all([
    timeline.measure("look", "inventory", () => takeInventory(world, request.repositoryId)),
    openQuestions(github, request.repositoryId, signal),
  ]);
  const rules: SweepRules = { ...request, now: awsTime(world, await clients.cloudFormation()) };
  const numberOf = (tags: Tags) => {
    const proof = prove(tags, request.repositoryId, () => true);
    return proof.proof === "ours" ? proof.identity.pullRequest : undefined;
  };
  const numbers = [...inventory.environments.map(({ stack }) => stack), ...inventory.leftovers].map(({ tags }) =>
    numberOf(tags),
  );
  const answers = await timeline.measure("look", "pull requests", () => askAboutAll(numbers, ask));
  const withAnswer = <T extends object>(facts: T, tags: Tags) => {
    const pullRequest = answers.get(numberOf(tags) ?? 0);
    return pullRequest ? { ...facts, pullRequest } : facts;
  };
  const known = inventory.environments.map((facts) => withAnswer(facts, facts.stack.tags));
  const environments = await timeline.measure("look", "traffic", () => withTraffic(world, known, rules));
  const leftovers = inventory.leftovers.map((facts) => withAnswer(facts, facts.tags));
  const decisions: SweepDecisions = planSweep({ environments, leftovers }, rules);
  return { inventory, decisions, ask, rules, github };
}

/** Our clock put right by AWS's, as far as the SDK has noticed a difference: a wrong clock must not make things expire. */
export function awsTime({ clock }: Pick<World, "clock">, { config }: { config: object }): number {
  const { systemClockOffset = 0 } = config as { systemClockOffset?: number };
  // What AWS says of the time has whole seconds and is as old as its answer.
  return clock.now() + (Math.abs(systemClockOffset) > 60_000 ? systemClockOffset : 0);
}

/** Adds whether anybody uses what is open and awake, as far as that decides anything. */
async function withTraffic(
  { clients, signal, log }: World,
  environments: readonly StandingEnvironment[],
  rules: SweepRules,
): Promise<StandingEnvironment[]> {
  const { sleepAfter, now } = rules;
  const candidates = environments.flatMap((facts) => {
    const { service, pullRequest, stack } = facts;
    if (service === "none" || service === "unknown" || pullRequest?.state !== "open") return [];
    if (asleepSince(service) !== undefined || !maySleep(service, rules)) return [];
    const targetGroup = stack.outputs.TargetGroupArn?.split(":").at(-1);
    const loadBalancer = stack.parameters.HttpsListenerArn?.match(/:listener\/(app\/[^/]+\/[^/]+)\//)?.[1];
    return targetGroup && loadBalancer ? [{ facts, targetGroup, loadBalancer }] : [];
  });
  if (sleepAfter === undefined || candidates.length === 0) return [...environments];
  try {
    const [{ findIdle }, client] = await Promise.all([import("../service/traffic.js"), clients.cloudWatch()]);
    const idle = await findIdle(client, candidates, { since: now - sleepAfter, now, signal });
    const isIdle = new Map(candidates.map(({ facts, targetGroup }) => [facts, idle.get(targetGroup)]));
    return environments.map((facts) => {
      const known = isIdle.get(facts);
      return known === undefined ? facts : { ...facts, isIdle: known };
    });
  } catch (error) {
    signal.throwIfAborted();
    // Sleeping saves money, no more: what is not known to be idle stays awake.
    log.info(
      `Nothing is put to sleep: CloudWatch does not answer (${error instanceof Error ? error.message : error}).`,
    );
    return [...environments];
  }
}

export function entryOf({ subject, identity, reason }: Decision<StandingEnvironment | StandingLeftover>): SweepEntry {
  return {
    name: "stack" in subject ? subject.stack.name : subject.name,
    kind: "stack" in subject ? "environment" : subject.kind,
    ...(identity && { app: identity.app, environment: identity.environment }),
    ...(identity?.pullRequest !== undefined && { pullRequest: identity.pullRequest }),
    reason,
  };
}

/** Where an entry goes if nothing comes in between. */
export const LIST: Readonly<Record<Verdict, keyof SweepResult>> = {
  remove: "removed",
  mark: "marked",
  unmark: "kept",
  sleep: "asleep",
  keep: "kept",
};

function sortOut({ environments, leftovers }: SweepDecisions, result: SweepResult): void {
  for (const decision of [...environments, ...leftovers]) result[LIST[decision.verdict]].push(entryOf(decision));
}

/** How many rows a table shows; the whole is in the output. */
const MOST_ROWS = 200;

function show(world: World, { dryRun, repository }: SweepRequest, result: SweepResult, stacks: number, report: Report) {
  const { removed, kept, failed, marked, asleep } = result;
  const would = dryRun ? "would be " : "";
  // Side by side they end in any order.
  for (const entries of Object.values(result))
    entries.sort((a: SweepEntry, b: SweepEntry) => (a.name < b.name ? -1 : 1));
  const groups: [string, SweepEntry[]][] = [
    ["Failed", failed],
    [dryRun ? "Would be removed" : "Removed", removed],
    [dryRun ? "Would be marked" : "Marked, to be removed next time", marked],
    [dryRun ? "Would be put to sleep" : "Put to sleep", asleep],
    ["Kept", kept],
  ];
  for (const [title, entries] of groups) {
    if (entries.length === 0) continue;
    for (const { name, kind, reason } of entries)
      world.log.info(`${title}: ${name}${kind === "environment" ? "" : ` (${kind})`}: ${reason}`);
    const rows = entries.map(({ name, kind, app = "", environment = "", pullRequest, reason }) => [
      environment ? `${environment} of ${app}` : name,
      kind,
      pullRequest === undefined ? "" : `${pullRequest}`,
      reason,
    ]);
    report.tables.push({
      title: `${title} (${entries.length}${rows.length > MOST_ROWS ? `, the first ${MOST_ROWS}` : ""})`,
      columns: ["what", "kind", "pull request", "why"],
      rows: rows.slice(0, MOST_ROWS),
    });
  }
  report.headline = `${removed.length} ${would}removed, ${kept.length} kept, ${failed.length} failed`;
  report.outputs.set("result", JSON.stringify({ dryRun, ...result }));
  const at = new Date(world.clock.now()).toISOString();
  const heartbeat = `Swept ${repository} at ${at}${dryRun ? " (dry run)" : ""}: ${stacks} stacks in the account; ${report.headline}, ${marked.length} ${would}marked, ${asleep.length} ${would}put to sleep.`;
  report.outputs.set("heartbeat", heartbeat);
  report.done.push(["heartbeat", heartbeat]);
  world.log.info(heartbeat);
}

function failure(failed: readonly SweepEntry[]): ActionError {
  return new ActionError(
    "SweepFailed",
    `${failed.length} could not be swept: ${failed.map(({ name }) => name).join(", ")}.`,
    {
      hint: "Everything else was done. What failed is tried again by the next run; the table says why it did.",
      evidence: [{ title: "What failed", lines: failed.map(({ name, reason }) => `${name}: ${reason}`) }],
    },
  );
}
