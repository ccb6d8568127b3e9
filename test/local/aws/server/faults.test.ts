import { Faults } from "../../../../local/aws/faults.js";

/** Which of the first calls of an operation a plan hits, by number. */
async function hits(plan: unknown, calls = 8, call = ["ecs", "DescribeServices"] as const): Promise<number[]> {
  const faults = new Faults();
  await faults.add(plan);
  return Array.from({ length: calls }, (_, i) => i + 1).filter(() => faults.next(...call) !== undefined);
}

const ecs = { service: "ecs", operation: "DescribeServices", reset: true };

describe("a fault hits", () => {
  it.each([
    ["the first matching call without more said", ecs, [1]],
    ["the nth", { ...ecs, at: 3 }, [3]],
    ["as many as it says from there on", { ...ecs, at: 3, times: 2 }, [3, 4]],
    ["every operation of a service under *", { ...ecs, operation: "*", times: 2 }, [1, 2]],
    ["every service under *", { ...ecs, service: "*", operation: "*", at: 2 }, [2]],
    ["nothing of another operation", { ...ecs, operation: "UpdateService" }, []],
    ["nothing of another service", { ...ecs, service: "iam", operation: "*" }, []],
    ["always by a chance of 1", { ...ecs, chance: 1 }, [1, 2, 3, 4, 5, 6, 7, 8]],
    ["never by a chance of 0", { ...ecs, chance: 0 }, []],
    ["by chance as often as it says at most", { ...ecs, chance: 1, times: 3 }, [1, 2, 3]],
    [
      "a call that an earlier fault has hit not again",
      [
        { ...ecs, at: 2 },
        { ...ecs, at: 2, times: 2 },
      ],
      [2, 3],
    ],
  ])("%s", async (_, plan, expected) => {
    expect(await hits(plan)).toEqual(expected);
  });

  it("the same calls for the same seed, others for another, about as many as the chance says", async () => {
    const plan = (seed: number) => ({ ...ecs, chance: 0.1, seed });
    const one = await hits(plan(1), 2000);
    expect(await hits(plan(1), 2000)).toEqual(one);
    expect(await hits(plan(2), 2000)).not.toEqual(one);
    expect(one.length).toBeGreaterThan(150);
    expect(one.length).toBeLessThan(250);
  });

  it("the same calls of an operation, whatever is called in between", async () => {
    const plan = { service: "*", operation: "*", chance: 0.3, fail: true };
    const alone = await hits(plan, 50);
    const faults = new Faults();
    await faults.add(plan);
    const among = Array.from({ length: 50 }, (_, i) => i + 1).filter((i) => {
      if (i % 3 === 0) faults.next("iam", "GetRole");
      return faults.next("ecs", "DescribeServices") !== undefined;
    });
    expect(among).toEqual(alone);
  });
});

it("faults tell how many calls they saw and hit, and are forgotten together", async () => {
  const faults = new Faults();
  await faults.add({ ...ecs, at: 2 });
  for (let i = 0; i < 3; i++) faults.next("ecs", "DescribeServices");
  expect(faults.list()).toEqual([{ ...ecs, at: 2, seen: 3, hits: 1 }]);
  faults.clear();
  expect(faults.list()).toEqual([]);
});

describe("a bad fault is refused in words", () => {
  it.each([
    [{ ...ecs, every: 3 }, "there is no every"],
    [{ ...ecs, at: 0 }, "at is a whole number from 1"],
    [{ ...ecs, times: 1.5 }, "times is a whole number from 1"],
    [{ ...ecs, chance: 10 }, "chance is a number from 0 to 1"],
    [{ ...ecs, at: 1, chance: 0.1 }, "at and chance exclude one another"],
    [{ ...ecs, seed: 1 }, "seed is for chance"],
    [{ ...ecs, hang: true }, "exactly one of error, throttle, fail, reset, resetAfter, hang, hangAfter, delaySeconds"],
    [{ service: "ecs", operation: "*" }, "exactly one of"],
    [{ ...ecs, reset: false }, "reset is true where it is given"],
    [{ service: "ecs", operation: "*", delaySeconds: -1 }, "delaySeconds is a number from 0"],
    [{ service: "ecs", operation: "*", error: { code: "A", statusCode: 200 } }, "statusCode? (400 to 599)"],
    [{ ...ecs, service: "ECS" }, "there is no service ECS; there are cloudformation"],
    [{ ...ecs, operation: "DescribeService" }, "ecs has no operation DescribeService"],
    [{ ...ecs, service: "*", operation: "Nothing" }, "no service has an operation Nothing"],
    [{ operation: "*", reset: true }, "service and operation are strings"],
    ["reset", "a fault is an object"],
  ])("%j", async (fault, words) => {
    await expect(new Faults().add(fault)).rejects.toMatchObject({
      code: "ValidationException",
      message: expect.stringContaining(words),
    });
  });

  it("all problems of a list at once, and nothing of it is armed", async () => {
    const faults = new Faults();
    await expect(faults.add([ecs, { ...ecs, at: 0, chance: 2 }, 7])).rejects.toThrow(
      /^This is no fault plan: fault 2: at is .*; fault 2: chance is .*; fault 2: at and chance .*; fault 3: a fault is an object\.$/,
    );
    expect(faults.list()).toEqual([]);
  });
});
