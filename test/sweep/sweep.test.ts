import { crashPoints } from "./crash-points.js";
import { faultPlan } from "./faulted-runs.js";
import { readSweepOptions } from "./options.js";
import { SCENARIOS, type Scenario } from "./scenario.js";
import { difference } from "./state.js";
import { closing, sweep } from "./sweep.js";

it("there is a crash point before every call, and after every one that changes something", () => {
  const call = (operation: string) => ({ service: "ecs", operation });
  const points = crashPoints(["DescribeServices", "UpdateService", "DescribeServices", "UpdateService"].map(call));
  expect(points.map(({ operation, nth, when }) => `${when} ${operation} #${nth}`)).toEqual([
    "before DescribeServices #1",
    "before UpdateService #1",
    "after UpdateService #1",
    "before DescribeServices #2",
    "before UpdateService #2",
    "after UpdateService #2",
  ]);
});

it("a tenth of all calls is hit, by other calls for each seed", () => {
  const chances = faultPlan(1).map(({ chance = 0 }) => chance);
  expect(1 - chances.reduce((spared, chance) => spared * (1 - chance), 1)).toBeCloseTo(0.1);
  const seeds = [1, 2, 3].flatMap((seed) => faultPlan(seed).map((fault) => fault.seed));
  expect(new Set(seeds).size).toBe(seeds.length);
});

it("two states differ by what one of them has and the other has not, as often as it has it", () => {
  expect(difference("a\nb\nb", "b\na\nb")).toBe("");
  expect(difference("a\nb\nb", "a\nb\nc")).toBe("missing b, extra c");
});

it("the last line says how many were right", () => {
  const tallies = { points: { right: 11, total: 12 }, runs: { right: 3, total: 3 } };
  expect(closing(tallies)).toBe("crash points: 11 of 12 converged; faulted runs: 3 of 3 right");
});

it("options that are no numbers are refused in words", () => {
  expect(() => readSweepOptions(["--points", "all"])).toThrow("--points all: a whole number from 0");
});

/** A part of what `npm run test:sweep` does, for these scenarios. @returns its last line */
async function part(args: readonly string[], scenarios: readonly Scenario[]): Promise<string> {
  const lines: string[] = [];
  const tallies = await sweep(readSweepOptions(args), (line) => lines.push(line), scenarios);
  expect(lines.filter((line) => line.startsWith("WRONG"))).toEqual([]);
  return closing(tallies);
}

const TEARDOWNS = SCENARIOS.filter(({ action }) => action === "teardown");

it("a part of the sweep: the next run converges, and no run under faults ends wrong", async () => {
  const deploys = SCENARIOS.filter((scenario) => !TEARDOWNS.includes(scenario));
  expect(await part(["--points", "4", "--runs", "2"], deploys)).toBe(
    "crash points: 4 of 4 converged; faulted runs: 2 of 2 right",
  );
}, 180_000);

it("a part of the sweep: a teardown that was killed is finished by the next one", async () => {
  expect(TEARDOWNS).toHaveLength(2);
  expect(await part(["--points", "2", "--runs", "0", "--only", "killed after"], TEARDOWNS.slice(0, 1))).toBe(
    "crash points: 2 of 2 converged; faulted runs: 0 of 0 right",
  );
}, 180_000);
