import { readFile } from "node:fs/promises";
import type { CallRecord } from "../aws/calls.js";
import { type ActionRun, runAction } from "../runner/run-action.js";
import type { LocalAws } from "../serve/spawn.js";

export interface MeasuredRun {
  readonly run: ActionRun;
  /** From the process's start to its end. */
  readonly seconds: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** The largest resident set in MiB, by /proc; undefined on a machine without it. */
  readonly peakMemory: number | undefined;
  /** Its AWS calls, in the order in which they came in. */
  readonly calls: readonly CallRecord[];
}

const MEMORY_SAMPLE_MS = 50;

/** Runs the action on a local AWS and measures it. Throws when it fails: a failed run measures nothing. */
export async function measureRun(
  aws: LocalAws,
  folder: string,
  inputs: Readonly<Record<string, string>>,
): Promise<MeasuredRun> {
  await aws.forgetCalls();
  let peakMemory: number | undefined;
  let sampling: NodeJS.Timeout | undefined;
  const run = await runAction({
    folder,
    inputs,
    env: aws.env,
    onStart: (pid) => {
      const sample = async () => {
        peakMemory = (await highWaterMark(pid)) ?? peakMemory;
      };
      sampling = setInterval(sample, MEMORY_SAMPLE_MS);
    },
  });
  clearInterval(sampling);
  if (run.conclusion !== "success" || !run.main)
    throw new Error(`The action failed:\n${run.log.split("\n").slice(-30).join("\n")}`);
  const { startedAt, endedAt } = run.main;
  return {
    run,
    seconds: (endedAt.getTime() - startedAt.getTime()) / 1000,
    startedAt,
    endedAt,
    peakMemory,
    calls: await aws.calls(),
  };
}

/** VmHWM: the kernel keeps the peak, so that sampling misses only what the last moments add. */
async function highWaterMark(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}

/** Makes each operation that these calls used answer `delayMs` late from now on. */
export async function delayCalls(
  aws: LocalAws,
  calls: readonly CallRecord[],
  delayMs: number,
  speed: number,
): Promise<void> {
  const operations = new Map(
    calls.map(({ service, operation }) => [`${service}:${operation}`, { service, operation }]),
  );
  for (const each of operations.values()) {
    await aws.fault({ ...each, delaySeconds: (delayMs / 1000) * speed, times: Number.MAX_SAFE_INTEGER });
  }
}

/** The moment when the last call's answer was ready. */
export function lastAnswer(calls: readonly CallRecord[]): number {
  return Math.max(...calls.map(({ at, durationMs }) => Date.parse(at) + durationMs));
}

/** How many calls were under way at the same time, at most. */
export function mostOverlapping(calls: readonly CallRecord[]): number {
  const starts = calls.map(({ at }) => Date.parse(at));
  return Math.max(
    0,
    ...starts.map(
      (start) => calls.filter((call, index) => isUnderWay(call, start) && (starts[index] ?? 0) <= start).length,
    ),
  );
}

function isUnderWay({ at, durationMs }: CallRecord, moment: number): boolean {
  return moment <= Date.parse(at) + durationMs;
}

export interface CallCount {
  /** All calls until the change was made, and the first of each operation after it. */
  readonly needed: number;
  /** Operations asked for again after the change was made, to see whether it has taken effect. */
  readonly polling: number;
  /** The most calls of one polled operation per second, over its whole wait; 0 without polling. */
  readonly fastestPoll: { readonly operation: string; readonly perSecond: number };
}

/** Splits a rollout's calls at `change` (UpdateService) into what was needed and what was waiting. */
export function countCalls(calls: readonly CallRecord[], change: string): CallCount {
  const changed = calls.findLastIndex(({ operation }) => operation === change);
  const times = new Map<string, number[]>();
  for (const { service, operation, at } of changed < 0 ? [] : calls.slice(changed + 1)) {
    const name = `${service}:${operation}`;
    times.set(name, [...(times.get(name) ?? []), Date.parse(at)]);
  }
  const polled = [...times].filter(([, at]) => at.length > 1);
  const polling = polled.reduce((sum, [, at]) => sum + at.length - 1, 0);
  const rates = polled.map(([operation, at]) => {
    const span = (Math.max(...at) - Math.min(...at)) / 1000;
    return { operation, perSecond: span === 0 ? Number.POSITIVE_INFINITY : (at.length - 1) / span };
  });
  const fastestPoll = rates.reduce((a, b) => (b.perSecond > a.perSecond ? b : a), { operation: "none", perSecond: 0 });
  return { needed: calls.length - polling, polling, fastestPoll };
}
