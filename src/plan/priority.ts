import { digest } from "./names.js";

/** ELBv2: priorities are 1 to 50000 and unique on a listener. Those below 1000 are left to rules made by hand. */
const FIRST = 1000;
const LAST = 50000;

/**
 * The priority for an environment's rule: the same start for the same host every time, and from there the next
 * one that is free, so that two environments made at once seldom meet.
 *
 * @param taken the priorities on the listener
 * @returns undefined if none is free
 */
export function choosePriority(host: string, taken: ReadonlySet<number>): number | undefined {
  const size = LAST - FIRST + 1;
  const start = Number.parseInt(digest(host, 8), 16) % size;
  for (let step = 0; step < size; step++) {
    const priority = FIRST + ((start + step) % size);
    if (!taken.has(priority)) return priority;
  }
  return undefined;
}

/**
 * The priority for a rule that has to come before another: the highest one below it that is free, even among those
 * that are otherwise left alone, since without it the rule would never be asked.
 *
 * @returns undefined if none is free
 */
export function choosePriorityBelow(limit: number, taken: ReadonlySet<number>): number | undefined {
  for (let priority = limit - 1; priority >= 1; priority--) if (!taken.has(priority)) return priority;
  return undefined;
}
