import type { Aws } from "../../../../local/aws/aws.js";
import { Stacks } from "../../../../local/aws/cloudformation/stacks.js";
import { createRandom } from "../../../../local/aws/random.js";

const DAY = 86_400_000;

/** The stacks of an account whose time is set by hand. */
function stacksAt(speed: number) {
  const time = { now: Date.UTC(2026, 0, 1) };
  const clock = { speed, now: () => new Date(time.now), sleep: async () => {} };
  const aws = { partition: "aws", accountId: "123456789012", region: "eu-west-1", clock, random: createRandom(1) };
  return { time, stacks: new Stacks(aws as unknown as Aws, {}, {}) };
}

function remove(stacks: Stacks, name: string, deletionTime: Date) {
  const stack = stacks.get(name);
  stack.status = "DELETE_COMPLETE";
  stack.deletionTime = deletionTime;
}

it("takes 2,000 stacks in a region; deleted ones do not count", () => {
  const { stacks, time } = stacksAt(1);
  for (let index = 0; index < 2000; index++) stacks.add(`stack-${index}`);
  expect(() => stacks.add("one-more")).toThrow(
    expect.objectContaining({ code: "LimitExceededException", message: "Limit for stack has been exceeded" }),
  );
  remove(stacks, "stack-7", new Date(time.now));
  expect(stacks.add("one-more").name).toBe("one-more");
});

it.each([1, 1000])("knows a deleted stack for 90 days, at a speed of %d", (speed) => {
  const { stacks, time } = stacksAt(speed);
  const { id } = stacks.add("old");
  stacks.add("standing");
  remove(stacks, "old", new Date(time.now));
  time.now += (89 * DAY) / speed;
  expect(stacks.find(id)?.name).toBe("old");
  time.now += (2 * DAY) / speed;
  expect(stacks.find(id)).toBeUndefined();
  expect(stacks.all.map(({ name }) => name)).toEqual(["standing"]);
});
