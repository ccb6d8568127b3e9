import type { ActionRun } from "../../local/runner/run-action.js";
import { type Account, green, openAccount, running, stacks } from "./harness.js";

/** Cancelled runs, runs that meet, runs that are out of time: red, true to what is left, and mended by the next one. */
let account: Account;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(async () => {
  await account.close();
});

const failure = (run: ActionRun) => run.annotations.find(({ level }) => level === "error");

/** Runs and cancels, as GitHub does, at the first line that fits. */
async function cancelAt(pattern: RegExp, inputs: Record<string, string>): Promise<ActionRun> {
  const cancel = new AbortController();
  const onOutput = (line: string) => void (pattern.test(line) && cancel.abort());
  return await account.deploy(inputs, { signal: cancel.signal, onOutput });
}

describe("a cancelled run", () => {
  it("says what goes on in AWS, and the next one goes on from there", async () => {
    const run = await cancelAt(/\[alb\] stack alb CREATE_IN_PROGRESS/, {});
    expect(run.exitCode).not.toBe(0);
    expect(failure(run)).toMatchObject({
      title: "Cancelled",
      message: expect.stringMatching(/Still going on: .*stack alb \(/),
    });
    const next = green(await account.deploy());
    expect(next.log).toMatch(/\[alb\].*(another run is at work|unchanged)|unchanged stacks: .*alb/);
    expect([...(await stacks(account)).values()].map(({ StackStatus }) => StackStatus)).toEqual(
      Array(7).fill("CREATE_COMPLETE"),
    );
  });

  it("leaves its rollout to ECS by default, and the next one sees it through", async () => {
    const run = await cancelAt(/\[rollout\] deployment/, { image: "ecs-cognito-deploy/sample-app:2" });
    expect(failure(run)).toMatchObject({ title: "Cancelled", message: expect.stringMatching(/goes on in ECS/) });
    const next = green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" }));
    expect((await running(account, next.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
  });

  it("tells ECS to go back with on-cancel: rollback", async () => {
    const run = await cancelAt(/\[rollout\] deployment/, {
      image: "ecs-cognito-deploy/sample-app:3",
      "on-cancel": "rollback",
    });
    expect(failure(run)).toMatchObject({
      title: "Cancelled",
      message: expect.stringMatching(/told to go back to \S+/),
    });
    expect((await running(account, run.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
  });
});

it("of two runs for one environment the later one wins, and the earlier one is red as superseded", async () => {
  let second: Promise<ActionRun> | undefined;
  const first = await account.deploy(
    { image: "ecs-cognito-deploy/sample-app:1" },
    {
      onOutput: (line) => {
        if (/\[rollout\] deployment/.test(line))
          second ??= account.deploy({ image: "ecs-cognito-deploy/sample-app:3" });
      },
    },
  );
  const later = green((await second) as ActionRun);
  expect(first.exitCode).toBe(1);
  expect(failure(first)).toMatchObject({ title: "RolloutSuperseded" });
  const { service, container } = await running(account, later.outputs);
  expect(container?.image).toBe("ecs-cognito-deploy/sample-app:3");
  expect(service?.deployments).toHaveLength(1);
});

it("twenty environments on one load balancer at once all succeed", async () => {
  const runs = await Promise.all(
    // What the smoke test makes of a neighbour that comes or goes, a few of them tell as well as all.
    Array.from({ length: 20 }, (_, index) =>
      account.deploy({ environment: `many-${index}`, "desired-count": "1", "smoke-test": String(index < 4) }),
    ),
  );
  expect(runs.filter(({ exitCode }) => exitCode !== 0).map(failure)).toEqual([]);
  const made = await stacks(account);
  const priorities = [...made].flatMap(([name, { Parameters = [] }]) =>
    name.startsWith("-web--many-")
      ? Parameters.filter(({ ParameterKey }) => ParameterKey === "RulePriority").map(
          ({ ParameterValue }) => ParameterValue,
        )
      : [],
  );
  expect(new Set(priorities).size).toBe(20);
}, 180_000);

it("a run that is out of time says what it was waiting for", async () => {
  const slow = await openAccount({ speed: 1 });
  try {
    const run = await slow.deploy({ "timeout-minutes": "1" });
    expect(run.exitCode).toBe(1);
    expect(failure(run)).toMatchObject({
      title: "Timeout",
      message: expect.stringMatching(/within 1 minutes.*Still going on: .*stack (alb|nat-gateways) \(/),
    });
  } finally {
    await slow.close();
  }
}, 120_000);
