import { type Candidate, failureThreshold, nextStep } from "../../../../local/aws/ecs/rollout.js";

const healthy = (...ids: string[]): Candidate[] => ids.map((id) => ({ id, running: true, healthy: true }));
const starting = (...ids: string[]): Candidate[] => ids.map((id) => ({ id, running: false, healthy: false }));
const step = (
  desired: number,
  [minimumHealthyPercent, maximumPercent]: [number, number],
  primary: Candidate[],
  old: Candidate[],
  mayLaunch = true,
) => nextStep({ desired, policy: { minimumHealthyPercent, maximumPercent }, primary, old, mayLaunch });

describe("a rolling update", () => {
  it("starts as many tasks as maximumPercent allows, and stops none before they serve", () => {
    expect(step(2, [100, 200], [], healthy("a", "b"))).toEqual({ start: 2, stop: [] });
    expect(step(4, [100, 150], [], healthy("a", "b", "c", "d"))).toEqual({ start: 2, stop: [] });
    expect(step(2, [100, 200], starting("c", "d"), healthy("a", "b"))).toEqual({ start: 0, stop: [] });
  });

  it("stops an old task for each new one that is healthy", () => {
    expect(step(2, [100, 200], [...healthy("c"), ...starting("d")], healthy("a", "b"))).toEqual({
      start: 0,
      stop: ["a"],
    });
    expect(step(2, [100, 200], healthy("c", "d"), healthy("a", "b"))).toEqual({ start: 0, stop: ["a", "b"] });
  });

  it("stops old tasks first where there is no room, down to minimumHealthyPercent", () => {
    expect(step(4, [50, 100], [], healthy("a", "b", "c", "d"))).toEqual({ start: 0, stop: ["a", "b"] });
    expect(step(4, [50, 100], [], healthy("a", "b"))).toEqual({ start: 2, stop: [] });
    expect(step(1, [0, 100], [], healthy("a"))).toEqual({ start: 0, stop: ["a"] });
  });

  it("is stuck where the percentages leave no task to start or stop", () => {
    expect(step(1, [100, 150], [], healthy("a"))).toEqual({ start: 0, stop: [] });
  });

  it("stops superseded tasks that do not serve yet at once", () => {
    expect(step(2, [100, 200], [], [...healthy("a", "b"), ...starting("c", "d")])).toEqual({
      start: 0,
      stop: ["d", "c"],
    });
  });

  it("stops what is too much after the desired count has gone down, the least useful first", () => {
    expect(step(1, [100, 200], [...healthy("a"), ...starting("b")], [])).toEqual({ start: 0, stop: ["b"] });
    expect(step(0, [100, 200], healthy("a", "b"), [])).toEqual({ start: 0, stop: ["b", "a"] });
  });

  it("launches nothing and keeps the old tasks once the deployment has failed", () => {
    expect(step(2, [100, 200], [], healthy("a", "b"), false)).toEqual({ start: 0, stop: [] });
  });
});

describe("unhealthy tasks", () => {
  const replace = (desired: number, maximumPercent: number, primary: Candidate[], unhealthy: Candidate[]) => {
    const policy = { minimumHealthyPercent: 50, maximumPercent };
    return nextStep({ desired, policy, primary, old: [], unhealthy, mayLaunch: true });
  };

  it("stay until others serve in their place", () => {
    expect(replace(2, 200, healthy("a"), starting("b"))).toEqual({ start: 1, stop: [] });
    expect(replace(2, 200, [...healthy("a"), ...starting("c")], starting("b"))).toEqual({ start: 0, stop: [] });
    expect(replace(2, 200, healthy("a", "c"), starting("b"))).toEqual({ start: 0, stop: ["b"] });
  });

  it("go first, one by one, where there is no room for others", () => {
    expect(replace(2, 100, [], starting("a", "b"))).toEqual({ start: 0, stop: ["a"] });
    expect(replace(2, 100, [], starting("b"))).toEqual({ start: 1, stop: ["b"] });
    expect(replace(1, 200, [], starting("a", "b"))).toEqual({ start: 0, stop: ["a"] });
  });

  it("go when what was to replace them is unhealthy as well, or when the deployment has failed", () => {
    expect(replace(1, 300, [], starting("a"))).toEqual({ start: 1, stop: [] });
    expect(replace(1, 300, [], starting("a", "b"))).toEqual({ start: 1, stop: ["a"] });
    expect(replace(2, 200, healthy("a"), starting("b", "c"))).toEqual({ start: 1, stop: ["b"] });
    const policy = { minimumHealthyPercent: 100, maximumPercent: 200 };
    const failed = { desired: 1, policy, primary: [], old: [], unhealthy: starting("a", "b"), mayLaunch: false };
    expect(nextStep(failed)).toEqual({ start: 0, stop: ["a", "b"] });
  });

  it("of a new revision make room for others, one by one, beside old ones that serve", () => {
    const policy = { minimumHealthyPercent: 100, maximumPercent: 200 };
    const counts = { desired: 2, policy, primary: [], old: healthy("a", "b"), mayLaunch: true };
    expect(nextStep({ ...counts, unhealthy: starting("c", "d") })).toEqual({ start: 0, stop: ["c"] });
  });

  it("go at a count of 0", () => {
    expect(replace(0, 200, [], starting("a"))).toEqual({ start: 0, stop: ["a"] });
  });
});

describe("the circuit breaker's threshold", () => {
  const breaker = (type: "BOUNDED_PERCENT" | "UNBOUNDED_PERCENT" | "COUNT", value: number) => ({
    circuitBreaker: { enable: true, rollback: true, resetOnHealthyTask: true, threshold: { type, value } },
  });

  it.each([
    [1, 3],
    [6, 3],
    [7, 4],
    [25, 13],
    [400, 200],
    [800, 200],
  ])("for %i tasks is %i", (desired, threshold) => {
    expect(failureThreshold(breaker("BOUNDED_PERCENT", 50), desired)).toBe(threshold);
  });

  it("is what is configured", () => {
    expect(failureThreshold(breaker("COUNT", 1), 100)).toBe(1);
    expect(failureThreshold(breaker("UNBOUNDED_PERCENT", 10), 10)).toBe(1);
  });
});
