import { crashPoints } from "./crash-points.js";
import { faultPlan } from "./faulted-runs.js";
import { readSweepOptions } from "./options.js";
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

it("a part of the sweep: the next run converges, and no run under faults ends wrong", async () => {
  const lines: string[] = [];
  const options = readSweepOptions(["--points", "4", "--runs", "2"]);
  const tallies = await sweep(options, (line) => lines.push(line));
  expect(lines.filter((line) => line.startsWith("WRONG"))).toEqual([]);
  expect(closing(tallies)).toBe("crash points: 4 of 4 converged; faulted runs: 2 of 2 right");
}, 180_000);
