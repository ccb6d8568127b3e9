import { createRandom } from "../aws/random.js";

/** Which calls a fault hits: by number, or by chance. */
export interface Schedule {
  /** Which matching call is the first to be hit, from 1 (the default), counted from when the fault was added. */
  readonly at?: number;
  /** How many calls are hit at most; 1 by default, without end where chance decides. */
  readonly times?: number;
  /**
   * In place of `at`: how likely each matching call is hit, from 0 to 1. Whether the nth call of an operation is hit
   * depends on the seed, its name and n alone, so calls that overtake one another do not change it.
   */
  readonly chance?: number;
  /** For `chance`; 1 by default. */
  readonly seed?: number;
}

export const SCHEDULE_MEMBERS = ["at", "times", "chance", "seed"] as const satisfies readonly (keyof Schedule)[];

/** A fault with the matching calls that it has seen, and how many of them it has hit. */
export type Armed<F> = F & { readonly seen: number; readonly hits: number };

/** What is armed, of whichever kind. */
export class ArmedFaults<F extends Schedule> {
  #armed: { fault: F; seen: Map<string, number>; total: number; hits: number }[] = [];

  arm(faults: readonly F[]): void {
    this.#armed.push(...faults.map((fault) => ({ fault, seen: new Map(), total: 0, hits: 0 })));
  }

  clear(): void {
    this.#armed = [];
  }

  list(): readonly Armed<F>[] {
    return this.#armed.map(({ fault, total, hits }) => ({ ...fault, seen: total, hits }));
  }

  /**
   * The fault that hits the call `name`, if one does: the first that was armed of those that `matches` says are for
   * this call, where several would. Counts the call.
   */
  next(name: string, matches: (fault: F) => boolean): F | undefined {
    let hit: F | undefined;
    for (const entry of this.#armed) {
      if (!matches(entry.fault)) continue;
      const nth = (entry.seen.get(name) ?? 0) + 1;
      entry.seen.set(name, nth);
      entry.total += 1;
      if (hit !== undefined || !strikes(entry.fault, { name, nth, total: entry.total, hits: entry.hits })) continue;
      entry.hits += 1;
      hit = entry.fault;
    }
    return hit;
  }
}

function strikes(
  { at = 1, times, chance, seed = 1 }: Schedule,
  { name, nth, total, hits }: { name: string; nth: number; total: number; hits: number },
): boolean {
  if (chance === undefined) return total >= at && total < at + (times ?? 1);
  return hits < (times ?? Number.POSITIVE_INFINITY) && createRandom(hash(`${seed} ${name} ${nth}`)).next() < chance;
}

/** FNV-1a, 32 bits: spreads neighbouring texts over the generator's seeds. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/** What is wrong with the schedule of a fault that comes from JSON. */
export function scheduleProblems(fault: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  const check = (holds: boolean, problem: string) => void (holds || found.push(problem));
  const given = (name: string, fits: (value: unknown) => boolean, words: string) =>
    check(fault[name] === undefined || fits(fault[name]), `${name} is ${words}`);
  given("at", isCount, "a whole number from 1");
  given("times", isCount, "a whole number from 1");
  given("chance", (chance) => typeof chance === "number" && chance >= 0 && chance <= 1, "a number from 0 to 1");
  given("seed", (seed) => Number.isInteger(seed), "a whole number");
  check(fault.at === undefined || fault.chance === undefined, "at and chance exclude one another");
  check(fault.seed === undefined || fault.chance !== undefined, "seed is for chance, which is missing");
  return found;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}
