import type { ActionRun } from "../../local/runner/run-action.js";
import { type Account, green, openAccount, running } from "./harness.js";

/**
 * A broken image of every kind, rolled onto a service that runs a good one: the step is red with the cause and what to
 * do, and what ran before serves again.
 */
let account: Account;
let before: Awaited<ReturnType<typeof running>>;

beforeAll(async () => {
  account = await openAccount();
  before = await running(account, green(await account.deploy({ "desired-count": "1" })).outputs);
});
afterAll(async () => {
  await account.close();
});

const failure = (run: ActionRun) => run.annotations.find(({ level }) => level === "error");

it.each<[string, Record<string, string>, { code: string; message: RegExp; log?: RegExp }]>([
  [
    "does not exist",
    { image: "ecs-cognito-deploy/sample-app:99" },
    { code: "ImageNotPulled", message: /sample-app:99.*not found.*spelled right/s },
  ],
  [
    "crashes at start",
    { image: "ecs-cognito-deploy/broken:crash-at-start" },
    { code: "TasksExited", message: /exit code 1/, log: /its last log lines:\n.*\| .+/ },
  ],
  [
    "crashes after a while",
    { image: "ecs-cognito-deploy/broken:crash-later", "environment-variables": "CRASH_AFTER_MS=250" },
    { code: "TasksExited", message: /exited by themselves/ },
  ],
  [
    "needs more memory than its task has",
    { image: "ecs-cognito-deploy/broken:out-of-memory" },
    { code: "TasksExited", message: /OutOfMemoryError.*512 MiB are not enough. Raise memory/s },
  ],
  [
    "never listens",
    { image: "ecs-cognito-deploy/broken:never-listens" },
    { code: "TargetsUnhealthy", message: /port 80/ },
  ],
  [
    "listens on another port",
    { "container-port": "8081", image: "ecs-cognito-deploy/sample-app:2" },
    { code: "TargetsUnhealthy", message: /port 8081/ },
  ],
  [
    "answers 500 on the health path",
    { image: "ecs-cognito-deploy/broken:always-500" },
    { code: "TargetsUnhealthy", message: /\[500\].*its log says why/s },
  ],
  [
    "was built for another processor",
    { image: "ecs-cognito-deploy/sample-app:arm64" },
    { code: "ImageNotPulled|TasksExited", message: /cpu-architecture/ },
  ],
])("an image that %s", async (_, inputs, { code, message, log }) => {
  const run = await account.deploy({ "desired-count": "1", ...inputs });
  expect(run.exitCode).toBe(1);
  const { title, message: said } = failure(run) ?? {};
  expect(title).toMatch(new RegExp(`^(${code})$`));
  expect(said).toMatch(message);
  expect(said).toMatch(/serves again: 1 of 1 targets are healthy/);
  if (log) expect(run.log).toMatch(log);
  expect(run.summary).toContain("<details open>");
  const after = await running(account, run.outputs);
  expect(after.service).toMatchObject({
    desiredCount: 1,
    runningCount: 1,
    taskDefinition: before.service?.taskDefinition,
  });
  expect(after.service?.deployments?.map(({ rolloutState }) => rolloutState)).toEqual(["COMPLETED"]);
});

it.each([
  ["404", "/no-such-path", /The app answers 404 at \/no-such-path/],
  ["302", "/sign-out", /The app redirects \/sign-out/],
])(
  "an app that answers %s on the health path, in its first rollout, brings the count back to 0",
  async (status, path, hint) => {
    const run = await account.deploy({
      environment: `path-${status}`,
      "health-check-path": path,
      "desired-count": "1",
    });
    expect(run.exitCode).toBe(1);
    expect(failure(run)?.title).toBe("TargetsUnhealthy");
    expect(failure(run)?.message).toMatch(hint);
    expect(failure(run)?.message).toMatch(/count is back at 0/);
    expect((await running(account, run.outputs)).service).toMatchObject({ desiredCount: 0, runningCount: 0 });
  },
);

it("is left as it is, to look at, with rollback: false", async () => {
  const run = await account.deploy({
    image: "ecs-cognito-deploy/broken:always-500",
    "desired-count": "1",
    rollback: "false",
  });
  expect(run.exitCode).toBe(1);
  expect(failure(run)?.message).toMatch(/left as it is/);
  expect((await running(account, run.outputs)).container?.image).toBe("ecs-cognito-deploy/broken:always-500");
  green(await account.deploy({ "desired-count": "1" }));
});

it("a slow start is not a failure", async () => {
  const run = green(await account.deploy({ image: "ecs-cognito-deploy/broken:slow-start", "desired-count": "1" }));
  expect((await running(account, run.outputs)).service).toMatchObject({ runningCount: 1 });
});
