import type { ActionRun } from "../../local/runner/run-action.js";
import { failure, green, openPlatform, type Platform, running } from "./harness.js";

/** Pull requests that are closed, pushed to and reopened while they are being deployed, through the bundle. */
let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterEach(async () => {
  await platform.github.clearFaults();
});
afterAll(async () => {
  await platform.account.close();
});

/** What the run looks at, in its order: before anything is made, before the stack, before the rollout, at the end. */
const LOOKS = { first: 1, "before the stack is made": 2, "before it is routed": 3, "after the rollout": 4 };

/** Lets somebody act just before the run looks at the pull request for the nth time. */
async function beforeLook(at: number, act: "close" | "push", pullRequest: number): Promise<void> {
  await platform.github.fault({ operation: "pulls/get", at, actBefore: { act, pullRequest } });
}

const stands = async (number: number) => (await platform.previews()).has(`pr-${number}`);

/** Nothing of a preview is left in AWS: not its stack, not what no stack owns. */
async function expectNoTrace(number: number): Promise<void> {
  expect(await stands(number)).toBe(false);
  const name = new RegExp(`--pr-${number}(?![0-9])`);
  const state = (await platform.account.aws.state()) as Record<string, unknown>;
  for (const service of ["elasticloadbalancing", "logs", "cognito-idp", "iam"])
    expect(JSON.stringify(state[service] ?? {})).not.toMatch(name);
}

describe("a pull request that is closed while it is deployed", () => {
  it("before anything is made ends green, and nothing is made", async () => {
    const { number } = await platform.github.open();
    await beforeLook(LOOKS["before the stack is made"], "close", number);
    const run = await platform.preview(number);
    expect([run.exitCode, run.outputs.skipped]).toEqual([0, expect.stringMatching(/is closed/)]);
    expect(await stands(number)).toBe(false);
    const [record] = await platform.records(`pr-${number}`);
    expect(record?.statuses.at(-1)?.state).toBe("inactive");
  });

  it.each(["before it is routed", "after the rollout"] as const)(
    "%s is red, and what was made is removed",
    async (look) => {
      const { number } = await platform.github.open();
      await beforeLook(LOOKS[look], "close", number);
      const run = await platform.preview(number);
      expect(run.exitCode).toBe(1);
      expect(failure(run)).toMatchObject({
        title: "PullRequestClosed",
        message: expect.stringMatching(/was closed while this deploy ran\. What it had made is removed/),
      });
      await expectNoTrace(number);
      expect(await platform.records(`pr-${number}`)).toEqual([]);
      expect((await platform.comments(number))[0]?.body).toContain("is removed");
    },
  );

  it("during the rollout, of a version that does not start, is told as closed with what went wrong before", async () => {
    const { number } = await platform.github.open();
    // The fourth look is the one after the failure.
    await beforeLook(LOOKS["after the rollout"], "close", number);
    const run = await platform.preview(number, "opened", { image: "ecs-cognito-deploy/sample-app:nowhere" });
    expect(failure(run)).toMatchObject({
      title: "PullRequestClosed",
      message: expect.stringMatching(/was closed while.*Before that: The rollout of/s),
    });
    await expectNoTrace(number);
  });

  it("by a teardown that is quicker is not brought back", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    green(await preview(number));
    await github.push(number);
    const closed = await github.run("closed", number);
    // The stack stands, so that the third look is the last one.
    await beforeLook(3, "close", number);
    let removed: Promise<ActionRun> | undefined;
    const run = await preview(
      number,
      "synchronize",
      { image: "ecs-cognito-deploy/sample-app:2" },
      {
        onOutput: (line) => {
          if (/\[rollout\] deployment/.test(line))
            removed ??= account.teardown({ environment: `pr-${number}` }, closed);
        },
      },
    );
    expect((await removed)?.exitCode).toBe(0);
    expect(failure(run)?.title).toBe("PullRequestClosed");
    await expectNoTrace(number);
  });

  it("and reopened is deployed again, but not by the run from before", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    const old = await github.run("opened", number);
    green(await preview(number));
    await github.close(number);
    const closed = await github.run("closed", number);
    green(await account.teardown({ environment: `pr-${number}` }, closed));
    // Without a token nobody can tell that it is closed; what was removed since its event tells.
    const late = await account.deploy(
      { "smoke-test": "false", "nat-gateways": "0", "github-token": "" },
      { event: old.event },
    );
    expect(failure(late)).toMatchObject({ title: "TornDown", message: expect.stringMatching(/was removed/) });
    await expectNoTrace(number);
    await github.reopen(number);
    green(await preview(number, "reopened"));
    expect(await stands(number)).toBe(true);
  });
});

describe("two pushes", () => {
  const image = (version: number) => ({ image: `ecs-cognito-deploy/sample-app:${version}` });
  const runningImage = async (run: ActionRun) => (await running(platform.account, run.outputs)).container?.image;

  it("in their order: the second rolls over the first, which is red as superseded", async () => {
    const { github, preview } = platform;
    const { number } = await github.open();
    let second: Promise<ActionRun> | undefined;
    const first = await preview(number, "opened", image(1), {
      onOutput: (line) => {
        if (/\[rollout\] deployment/.test(line))
          second ??= github.push(number).then(() => preview(number, "synchronize", image(2)));
      },
    });
    const later = green((await second) as ActionRun);
    expect([first.exitCode, failure(first)?.title]).toEqual([1, "Superseded"]);
    expect(await runningImage(later)).toBe("ecs-cognito-deploy/sample-app:2");
    expect((await platform.comments(number)).map(({ body }) => /is deployed/.test(body))).toEqual([true]);
    expect((await platform.records(`pr-${number}`)).map(({ statuses }) => statuses.at(-1)?.state)).toEqual([
      "inactive",
      "success",
    ]);
  });

  it("that finish in the other order: the first stops before it is routed", async () => {
    const { github, preview } = platform;
    const { number } = await github.open();
    green(await preview(number, "opened", image(3)));
    await github.push(number);
    const event = await github.run("synchronize", number);
    await github.push(number);
    const newest = green(await preview(number, "synchronize", image(2)));
    const old = await platform.account.deploy({ ...image(1), "smoke-test": "false", "nat-gateways": "0" }, event);
    expect([old.exitCode, failure(old)?.title]).toEqual([1, "Superseded"]);
    expect(await runningImage(newest)).toBe("ecs-cognito-deploy/sample-app:2");
    expect((await platform.comments(number))[0]?.body).toContain("is deployed");
  });

  it("of which the first is held up between its last look and its rollout: the second's version serves again", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    green(await preview(number, "opened", image(3)));
    await github.push(number);
    // The first call of UpdateService is answered, and done, only once the second run has long ended.
    await account.aws.fault({ service: "ecs", operation: "RegisterTaskDefinition", delaySeconds: 3000 });
    let newest: Promise<ActionRun> | undefined;
    const first = await preview(number, "synchronize", image(1), {
      onOutput: (line) => {
        if (/^Plan: rollout/.test(line))
          newest ??= (async () => {
            await untilCalled("RegisterTaskDefinition");
            await github.push(number);
            return await preview(number, "synchronize", image(2));
          })();
      },
    });
    await account.aws.clearFaults();
    green((await newest) as ActionRun);
    expect([first.exitCode, failure(first)?.title]).toEqual([1, "Superseded"]);
    expect(await runningImage(first)).toBe("ecs-cognito-deploy/sample-app:2");
  });

  it("the newest commit wins over an old run that is started again later", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    const old = await github.run("opened", number);
    await github.push(number);
    const newest = green(await preview(number, "synchronize", image(2)));
    const again = { ...old, env: { ...old.env, GITHUB_RUN_ATTEMPT: "2" } };
    const run = await account.deploy({ ...image(1), "smoke-test": "false", "nat-gateways": "0" }, again);
    expect([run.exitCode, failure(run)?.title]).toEqual([1, "Superseded"]);
    expect(await runningImage(newest)).toBe("ecs-cognito-deploy/sample-app:2");
    expect((await platform.comments(number))[0]?.body).toContain("is deployed");
  });
});

it("a run that is cancelled says so in its record and its comment, in time", async () => {
  const { github, preview } = platform;
  const { number } = await github.open();
  const cancel = new AbortController();
  const run = await preview(
    number,
    "opened",
    {},
    {
      signal: cancel.signal,
      onOutput: (line) => void (/\[rollout\] deployment/.test(line) && cancel.abort()),
    },
  );
  expect(failure(run)?.title).toBe("Cancelled");
  const [record] = await platform.records(`pr-${number}`);
  expect(record?.statuses.at(-1)).toMatchObject({ state: "error", description: expect.stringContaining("Cancelled") });
  expect((await platform.comments(number))[0]?.body).toMatch(/The deploy of preview .* failed/);
});

it("ten pull requests at once get ten previews, ten comments and ten records", async () => {
  const { github, preview } = platform;
  const numbers = await Promise.all(Array.from({ length: 10 }, async () => (await github.open()).number));
  const runs = await Promise.all(numbers.map((number) => preview(number)));
  expect(runs.map(failure).filter(Boolean)).toEqual([]);
  for (const number of numbers) {
    expect(await stands(number)).toBe(true);
    expect(await platform.comments(number)).toHaveLength(1);
    expect(await platform.records(`pr-${number}`)).toHaveLength(1);
  }
});

/** Until a call of this operation has come in. */
async function untilCalled(operation: string): Promise<void> {
  const { account } = platform;
  while (!(await account.aws.faults()).some((fault) => fault.operation === operation && fault.hits > 0))
    await new Promise((resolve) => setImmediate(resolve));
}
