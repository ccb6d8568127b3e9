import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../src/lib/poll.js";
import { type Check, exposed, failed, type Judgement, notYet, passed } from "../../src/smoke-test/check.js";
import { runChecks } from "../../src/smoke-test/engine.js";

/** A clock on which a second takes twenty milliseconds: timers are a millisecond out now and then. */
const SCALE = 50;
const clock: Clock = {
  now: () => performance.now() * SCALE,
  sleep: async (milliseconds, signal) => void (await sleep(milliseconds / SCALE, undefined, { signal })),
};
const log = { info: () => {}, change: () => {}, last: () => undefined };

function world(signal = new AbortController().signal) {
  return { log, clock, signal };
}

/** A check that sees these one after another, the last of them for ever. */
function check(id: string, ...seen: (Judgement | Error | "hangs")[]): Check & { looks: () => number } {
  let looks = 0;
  return {
    id,
    proves: id,
    mend: `look after ${id}`,
    looks: () => looks,
    look: async () => {
      const now = seen[Math.min(looks++, seen.length - 1)];
      if (now === "hangs") return await new Promise<Judgement>(() => {});
      if (now instanceof Error) throw now;
      return now ?? passed("");
    },
  };
}

const verdicts = async (checks: Check[], patience = 20_000) =>
  (await runChecks(world(), checks, patience)).map(({ verdict }) => verdict);

it("takes one look where all is well", async () => {
  const well = check("well", passed("fine"));
  expect(await verdicts([well])).toEqual(["passed"]);
  expect(well.looks()).toBe(1);
});

it.each<[string, Parameters<typeof check>[1][], string, number]>([
  ["a failure that a second look confirms", [failed("a"), failed("b")], "failed", 2],
  ["one flaky failure, then well twice", [failed("a"), passed(""), passed("")], "passed", 3],
  ["a pass between two failures proves nothing", [failed("a"), passed(""), failed("b"), failed("c")], "failed", 4],
  ["not yet, not yet, well", [notYet("a"), notYet("b"), passed("")], "passed", 3],
  ["an error is not yet", [new Error("no such host"), passed("")], "passed", 2],
  ["a bad certificate is wrong", [Object.assign(new Error("expired"), { code: "CERT_HAS_EXPIRED" })], "failed", 2],
])("%s", async (_, seen, verdict, looks) => {
  const one = check("one", ...seen);
  expect(await verdicts([one])).toEqual([verdict]);
  expect(one.looks()).toBe(looks);
});

it("gives up what is still not there when its time is over", async () => {
  const never = check("never", notYet("no healthy target"));
  expect(await runChecks(world(), [never], 5000)).toEqual([
    { id: "never", proves: "never", mend: "look after never", verdict: "not yet", seen: "no healthy target" },
  ]);
  expect(never.looks()).toBeLessThanOrEqual(7);
});

it("ends at once when the app is exposed, with what is known of the others", async () => {
  const started = performance.now();
  const found = await verdicts(
    [check("open", exposed("200")), check("waits", notYet("x")), check("hangs", "hangs"), check("well", passed(""))],
    600_000,
  );
  expect(found).toEqual(["exposed", "not yet", "skipped", "passed"]);
  expect(performance.now() - started).toBeLessThan(500);
});

it("cuts off a look that never ends", async () => {
  expect(await verdicts([check("hangs", "hangs")], 2000)).toEqual(["not yet"]);
});

it("ends with the run's own reason when it is cancelled", async () => {
  const stop = new AbortController();
  const running = runChecks(world(stop.signal), [check("waits", notYet("x"))], 600_000);
  stop.abort(new Error("cancelled"));
  await expect(running).rejects.toThrow("cancelled");
});
