import { type Account, openAccount } from "./harness.js";

/** Rates are in real seconds: at a high speed the same calls come closer together than in AWS. */
const SPEED = 50;

let account: Account;

beforeAll(async () => {
  account = await openAccount({ speed: SPEED, throttle: true });
});

afterAll(() => account.close());

/**
 * CloudFormation publishes no rates. Its support is quoted with five descriptions of stacks a second, and a run asks for
 * every stack of the environment at once, to be told which are there: what is refused of these comes with the SDK's retries.
 */
const UNPUBLISHED = "cloudformation DescribeStacks";

it("a cold deploy, a new image and a run without changes stay below the rates that AWS documents", async () => {
  for (const tag of ["1", "2", "2"]) {
    const run = await account.deploy({ image: `ecs-cognito-deploy/sample-app:${tag}` });
    expect([run.conclusion, run.conclusion === "success" ? "" : run.log]).toEqual(["success", ""]);
  }
  const buckets = await account.aws.buckets();
  expect(buckets.map(({ service }) => service)).toEqual(expect.arrayContaining(["cloudformation", "ecs", "route53"]));
  const throttled = buckets
    .filter((bucket) => bucket.throttled > 0)
    .map(({ service, bucket }) => `${service} ${bucket}`);
  expect(throttled.filter((name) => name !== UNPUBLISHED)).toEqual([]);
}, 180_000);
