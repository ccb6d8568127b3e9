import { describeError } from "../lib/errors.js";
import type { Log } from "../lib/log.js";
import type { Clock } from "../lib/poll.js";
import { type Check, type CheckResult, type Judgement, notYet, skipped } from "./check.js";

export interface SmokeTestWorld {
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Milliseconds from look to look. */
const PACE = 1000;
/** How long looks that are under way may still take once the app was seen to be exposed, in milliseconds. */
const GRACE = 2000;

/**
 * Lets all checks look side by side, and again where once does not settle it:
 * - "not yet" is looked at once a second, until `patience` is over;
 * - a check that failed counts only once a second look says the same, and after a failure it takes two looks that
 *   agree to pass: one flaky answer decides nothing;
 * - "exposed" ends everything at once.
 *
 * @param patience milliseconds for all of them together
 */
export async function runChecks(
  world: SmokeTestWorld,
  checks: readonly Check[],
  patience: number,
): Promise<CheckResult[]> {
  const deadline = world.clock.now() + patience;
  // Over: nobody begins anything new. Cut: what is under way ends as well.
  const [over, cut] = [new AbortController(), new AbortController()];
  const timers = new AbortController();
  const later = (milliseconds: number, then: () => void) =>
    void world.clock.sleep(milliseconds, timers.signal).then(then, () => {});
  later(patience, () => over.abort("time"));
  later(patience + GRACE, () => cut.abort(new OutOfTime("the smoke test's time is up")));
  const bounds = { deadline, over: over.signal, cut: AbortSignal.any([world.signal, cut.signal]) };
  try {
    return await Promise.all(
      checks.map(async (check) => {
        const judgement = await settle(world, check, bounds);
        if (judgement.verdict === "exposed" && !over.signal.aborted) {
          over.abort("exposed");
          later(GRACE, () => cut.abort(new Error("the app is exposed")));
        }
        const { id, proves, mend } = check;
        const isWell = judgement.verdict === "passed" || judgement.verdict === "skipped";
        return { id, proves, ...(!isWell && { mend }), ...judgement };
      }),
    );
  } finally {
    timers.abort();
  }
}

class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

interface Bounds {
  readonly deadline: number;
  readonly over: AbortSignal;
  readonly cut: AbortSignal;
}

async function settle({ log, clock, signal }: SmokeTestWorld, check: Check, bounds: Bounds): Promise<Judgement> {
  let suspect = false;
  let last: Judgement | undefined;
  for (;;) {
    const began = clock.now();
    const judgement = await cutOff(check, bounds.cut, last);
    if (signal.aborted) throw signal.reason;
    log.change(`smoke test ${check.id}`, `${judgement.verdict}: ${judgement.seen}`);
    const { verdict } = judgement;
    if (verdict === "exposed" || verdict === "skipped") return judgement;
    const agrees = last?.verdict === verdict;
    if (verdict === "passed" && (!suspect || agrees)) return judgement;
    if (verdict === "failed" && agrees) return judgement;
    if (bounds.over.aborted || clock.now() >= bounds.deadline) return judgement;
    suspect ||= verdict === "failed";
    last = judgement;
    const pause = AbortSignal.any([signal, bounds.over]);
    await clock.sleep(Math.max(0, PACE - (clock.now() - began)), pause).catch(() => {});
    if (signal.aborted) throw signal.reason;
    if (bounds.over.aborted) return judgement;
  }
}

/** A look that ends with the signal, whatever it waits for; what was seen before it counts then. */
async function cutOff(check: Check, cut: AbortSignal, last: Judgement | undefined): Promise<Judgement> {
  let stop = () => {};
  const ended = new Promise<Judgement>((resolve) => {
    const why = () => `not looked at to the end: ${describeError(cut.reason)}`;
    stop = () => resolve(last ?? (cut.reason instanceof OutOfTime ? notYet("no answer in time") : skipped(why())));
    cut.addEventListener("abort", stop, { once: true });
  });
  if (cut.aborted) stop();
  try {
    return await Promise.race([check.look(cut).catch((error: unknown) => judgeError(error)), ended]);
  } finally {
    cut.removeEventListener("abort", stop);
  }
}

/** Certificates that do not fit are wrong, and so is what brings a hint along; names and connections may still come. */
export function judgeError(error: unknown): Judgement {
  if (error instanceof Error && "hint" in error && typeof error.hint === "string")
    return { verdict: "failed", seen: describeError(error), mend: error.hint };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const seen = `${code ? `${code}: ` : ""}${describeError(error)}`;
  return /CERT|SELF_SIGNED|UNABLE_TO/.test(code) ? { verdict: "failed", seen } : notYet(seen);
}
