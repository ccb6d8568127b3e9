import { createHash } from "node:crypto";
import { crashPoints, describePoint, sweepPoint } from "./crash-points.js";
import { sweepRun } from "./faulted-runs.js";
import type { SweepOptions } from "./options.js";
import { type Reference, reference, SCENARIOS, type Scenario } from "./scenario.js";

/** How a part of the sweep went. */
export interface Tally {
  readonly right: number;
  readonly total: number;
}

interface Case {
  readonly title: string;
  run(): Promise<{ readonly wrong: string; readonly note?: string }>;
}

/**
 * Kills the action at every call that it makes, and lets a tenth of its calls fail in many runs; prints a line a case.
 * The same options choose the same cases.
 */
export async function sweep(
  options: SweepOptions,
  print: (line: string) => void,
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<Record<Part, Tally>> {
  const references = await inTurns(scenarios, options.workers, (scenario) => reference(options.action, scenario));
  for (const { scenario, calls } of references)
    print(`An undisturbed ${scenario.name} makes ${calls.length} calls: ${crashPoints(calls).length} crash points`);
  const all = points(options, references);
  return {
    points: await tally(options.points === undefined ? all : sample(all, options.points, options.seed), options, print),
    runs: await tally(faultedRuns(options, references), options, print),
  };
}

type Part = "points" | "runs";

/** The sweep's last line: what it has shown. */
export function closing({ points, runs }: Record<Part, Tally>): string {
  const words = ({ right, total }: Tally) => `${right} of ${total}`;
  return `crash points: ${words(points)} converged; faulted runs: ${words(runs)} right`;
}

function points({ action, only }: SweepOptions, references: readonly Reference[]): Case[] {
  return references
    .flatMap((each) =>
      crashPoints(each.calls).map((point) => ({
        title: `${each.scenario.name}, ${describePoint(point)}`,
        run: async () => ({ wrong: await sweepPoint(action, each, point) }),
      })),
    )
    .filter(({ title }) => title.includes(only));
}

function faultedRuns({ action, runs, seed, only }: SweepOptions, references: readonly Reference[]): Case[] {
  return Array.from({ length: runs }, (_, index) => seed + index)
    .flatMap((each) => {
      const scene = references[each % references.length];
      return scene ? [{ scene, each }] : [];
    })
    .map(({ scene, each }) => ({
      title: `${scene.scenario.name}, faults of seed ${each}`,
      run: async () => {
        const { ended, wrong } = await sweepRun(action, scene, each);
        return { note: ended, wrong };
      },
    }))
    .filter(({ title }) => title.includes(only));
}

async function tally(cases: readonly Case[], { workers }: SweepOptions, print: (line: string) => void): Promise<Tally> {
  let done = 0;
  const outcomes = await inTurns(cases, workers, async ({ title, run }) => {
    const started = performance.now();
    const { wrong, note } = await run().catch((error: unknown) => ({
      wrong: error instanceof Error ? error.message : String(error),
      note: undefined,
    }));
    done += 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(
      `${wrong ? "WRONG" : "ok   "} ${done}/${cases.length} ${title}${note ? `: ${note}` : ""} (${seconds} s)${wrong ? `\n      ${wrong}` : ""}`,
    );
    return wrong === "";
  });
  return { right: outcomes.filter(Boolean).length, total: cases.length };
}

/** Every item, at most so many at once; the results in the items' order. */
async function inTurns<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results.set(index, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

/** Some of the cases, in their order. Each draws its lot by its title, so that one case more or less moves no other. */
function sample(cases: readonly Case[], count: number, seed: number): Case[] {
  const lot = (title: string) => createHash("sha256").update(`${seed} ${title}`).digest("hex");
  const chosen = new Set([...cases].sort((a, b) => (lot(a.title) < lot(b.title) ? -1 : 1)).slice(0, count));
  return cases.filter((each) => chosen.has(each));
}
