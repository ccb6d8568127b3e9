import { parseFaultPlan } from "./fault-plan.js";
import { createRandom } from "./random.js";

/** What goes wrong with a call: exactly one of these. */
export interface FaultKind {
  /** Answered instead of the operation, which does not happen. */
  readonly error?: { readonly code: string; readonly message?: string; readonly statusCode?: number };
  /** The service's own words for too many calls; the operation does not happen. */
  readonly throttle?: true;
  /** The service's own words for a failure of its own, a 5xx; the operation does not happen. */
  readonly fail?: true;
  /** The connection is cut; the operation does not happen. */
  readonly reset?: true;
  /** The operation happens, and the connection is cut in place of an answer. */
  readonly resetAfter?: true;
  /** Never answered; the operation does not happen. Ends when the client goes away. */
  readonly hang?: true;
  /** The operation happens and is never answered. Ends when the client goes away. */
  readonly hangAfter?: true;
  /** The answer is this late, in AWS's seconds (the speed factor divides them); the operation happens at once. */
  readonly delaySeconds?: number;
}

/** What is to go wrong, and with which calls: by number, or by chance. */
export interface Fault extends FaultKind {
  /** The signing name: `ecs`, `elasticloadbalancing`, ...; `*` for all. */
  readonly service: string;
  /** `*` for all of the service. */
  readonly operation: string;
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

/** A fault with the matching calls that it has seen, and how many of them it has hit. */
export type ArmedFault = Fault & { readonly seen: number; readonly hits: number };

/** The faults that are armed. */
export class Faults {
  #armed: { fault: Fault; seen: Map<string, number>; total: number; hits: number }[] = [];

  /** Arms a fault or a list of them, all or none. Throws one ValidationException that names every problem. */
  async add(plan: unknown): Promise<void> {
    const faults = await parseFaultPlan(plan);
    this.#armed.push(...faults.map((fault) => ({ fault, seen: new Map(), total: 0, hits: 0 })));
  }

  clear(): void {
    this.#armed = [];
  }

  list(): readonly ArmedFault[] {
    return this.#armed.map(({ fault, total, hits }) => ({ ...fault, seen: total, hits }));
  }

  /** The fault that hits this call, if one does: the first that was armed, where there are several. Counts the call. */
  next(service: string, operation: string): Fault | undefined {
    let hit: Fault | undefined;
    for (const entry of this.#armed) {
      const { fault } = entry;
      if (!matches(fault.service, service) || !matches(fault.operation, operation)) continue;
      const name = `${service}:${operation}`;
      const nth = (entry.seen.get(name) ?? 0) + 1;
      entry.seen.set(name, nth);
      entry.total += 1;
      if (hit !== undefined || !strikes(fault, { name, nth, total: entry.total, hits: entry.hits })) continue;
      entry.hits += 1;
      hit = fault;
    }
    return hit;
  }
}

function matches(wanted: string, name: string): boolean {
  return wanted === "*" || wanted === name;
}

function strikes(
  { at = 1, times, chance, seed = 1 }: Fault,
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
