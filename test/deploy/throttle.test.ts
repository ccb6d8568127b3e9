import { type Account, openAccount } from "./harness.js";

/** Rates are in real seconds: at a high speed the same calls come closer together than in AWS. */
const SPEED = 25;

let account: Account;

beforeAll(async () => {
  account = await openAccount({ speed: SPEED, throttle: true });
});

afterAll(() => account.close());

it("a cold deploy, a new image and a run without changes stay below AWS's rates", async () => {
  for (const tag of ["1", "2", "2"]) {
    const run = await account.deploy({ image: `ecs-cognito-deploy/sample-app:${tag}` });
    expect([run.conclusion, run.conclusion === "success" ? "" : run.log]).toEqual(["success", ""]);
  }
  const buckets = await account.aws.buckets();
  expect(buckets.map(({ service }) => service)).toEqual(expect.arrayContaining(["cloudformation", "ecs", "route53"]));
  expect(buckets.filter(({ throttled }) => throttled > 0)).toEqual([]);
}, 180_000);
