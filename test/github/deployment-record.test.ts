import { attempt } from "../../src/github/attempt.js";
import { closeRecord, openRecord, retireRecords } from "../../src/github/deployment-record.js";
import { startLocalGitHub } from "../local-github.js";
import { connect, fastClock, never } from "./world.js";

let local: Awaited<ReturnType<typeof startLocalGitHub>>;
beforeEach(async () => {
  local = await startLocalGitHub();
});
afterEach(() => local.stop());

const runUrl = (id: number | string) => `https://github.com/${local.repository}/actions/runs/${id}`;

/** A preview's record, as a deploy asks for it. */
async function preview({ app = "shop", run = 1 as number | string, environment = "pr-1" } = {}) {
  const { head } = await local.open();
  return { environment, app, sha: head.sha, logUrl: runUrl(run), transient: true, production: false };
}

/** All records, the oldest first: `app or -: states`. */
async function records(): Promise<string[]> {
  const { deployments } = await local.state();
  return deployments.map(
    ({ payload, statuses }) =>
      `${(payload as { app?: string }).app ?? "-"}: ${statuses.map(({ state }) => state).join(", ")}`,
  );
}

test("a deploy that is admitted is in progress, with its log, though the job's own check is still running", async () => {
  const facts = await preview();
  const id = await openRecord(await connect(local), facts, never);
  expect((await local.state()).deployments).toMatchObject([
    {
      id,
      environment: "pr-1",
      sha: facts.sha,
      ref: facts.sha,
      transient_environment: true,
      production_environment: false,
      statuses: [{ state: "in_progress", log_url: runUrl(1), environment_url: "" }],
    },
  ]);
});

test("production is said to be production, and not to go away", async () => {
  const facts = { ...(await preview()), environment: "production", transient: false, production: true };
  await openRecord(await connect(local), facts, never);
  expect((await local.state()).deployments).toMatchObject([
    { transient_environment: false, production_environment: true },
  ]);
});

test("how it ended is said with the environment's address, in as many words as there is room for", async () => {
  const github = await connect(local);
  const id = await openRecord(github, await preview(), never);
  const environmentUrl = "https://pr-1.app.example.com";
  await closeRecord(
    github,
    id,
    { state: "success", environmentUrl, logUrl: runUrl(1), description: `Deployed\n${"x".repeat(200)}` },
    never,
  );
  const [record] = (await local.state()).deployments;
  expect(record?.statuses.at(-1)).toMatchObject({
    state: "success",
    environment_url: environmentUrl,
    log_url: runUrl(1),
    description: `Deployed ${"x".repeat(131)}`,
  });
});

test("a run that asks again, after a lost answer or because it was started again, has one record", async () => {
  const github = await connect(local);
  const facts = await preview();
  await local.fault({ operation: "repos/create-deployment", at: 1, resetAfter: true });
  const id = await openRecord(github, facts, never);
  expect(await openRecord(github, facts, never)).toBe(id);
  expect(await records()).toEqual(["shop: in_progress, in_progress"]);
});

/** A deploy from begin to end. */
async function deploy(run: number, state: "success" | "failure", app = "shop"): Promise<number> {
  const github = await connect(local);
  const facts = await preview({ run, app });
  const id = await openRecord(github, facts, never);
  await closeRecord(github, id, { state, logUrl: facts.logUrl, description: state }, never);
  if (state === "success") await retireRecords(github, { environment: "pr-1", app, except: id }, never);
  return id;
}

test("the earlier ones are made inactive; another app's are not, and a failure stays one", async () => {
  await deploy(1, "success");
  await deploy(2, "success", "api");
  await deploy(3, "failure");
  await deploy(4, "success");
  expect(await records()).toEqual([
    "shop: in_progress, success, inactive",
    "api: in_progress, success",
    "shop: in_progress, failure",
    "shop: in_progress, success",
  ]);
});

test("a newer run's record is not an earlier one", async () => {
  const first = await deploy(1, "success");
  await deploy(2, "success");
  await retireRecords(await connect(local), { environment: "pr-1", app: "shop", except: first }, never);
  expect(await records()).toEqual(["shop: in_progress, success, inactive", "shop: in_progress, success"]);
});

test("the hundredth deploy asks no more than the third", async () => {
  const calls = async (run: number) => {
    await local.forgetCalls();
    await deploy(run, "success");
    return (await local.calls()).length;
  };
  await deploy(1, "success");
  await deploy(2, "success");
  const third = await calls(3);
  for (let run = 4; run < 12; run++) await deploy(run, "success");
  expect(await calls(12)).toBe(third);
});

test("a success of one app leaves another's record of the same lasting environment as it is", async () => {
  const github = await connect(local);
  for (const app of ["shop", "api"]) {
    const facts = { ...(await preview({ app, environment: "staging" })), transient: false };
    const id = await openRecord(github, facts, never);
    await closeRecord(github, id, { state: "success", logUrl: facts.logUrl, description: "" }, never);
  }
  expect(await records()).toEqual(["shop: in_progress, success", "api: in_progress, success"]);
});

test("what was interrupted while it made records inactive is done by the next run", async () => {
  const github = await connect(local);
  for (const run of [1, 2, 3]) await openRecord(github, await preview({ run }), never);
  await local.fault({ operation: "repos/create-deployment-status", at: 2, times: 1000, fail: true });
  const retire = () => retireRecords(github, { environment: "pr-1", app: "shop" }, never);
  await expect(retire()).rejects.toMatchObject({ status: 502 });
  await local.clearFaults();
  await retire();
  expect(await records()).toEqual(Array(3).fill("shop: in_progress, inactive"));
});

test("with the environment all of the app's records go, active ones too, and nobody else's", async () => {
  for (let run = 1; run <= 3; run++) await deploy(run, "success");
  await deploy(4, "failure");
  await deploy(5, "success", "api");
  const github = await connect(local);
  await openRecord(github, await preview({ run: 6, environment: "pr-11" }), never);
  await retireRecords(github, { environment: "pr-1", app: "shop", remove: true }, never);
  expect((await local.state()).deployments.map(({ environment, payload }) => [environment, payload])).toEqual([
    ["pr-1", expect.objectContaining({ app: "api" })],
    ["pr-11", expect.objectContaining({ app: "shop" })],
  ]);
});

describe("a job that names the environment itself", () => {
  const start = async () => {
    const { number, head } = await local.open();
    const { env } = await local.run("opened", number, { environment: "pr-1" });
    const facts = { environment: "pr-1", app: "shop", sha: head.sha, transient: true, production: false };
    return { facts: { ...facts, logUrl: runUrl(env.GITHUB_RUN_ID ?? "") }, token: env.GITHUB_TOKEN };
  };

  test("has one record: GitHub's own, with what the deploy has to say", async () => {
    const { facts, token } = await start();
    const github = await connect(local, { token });
    const id = await openRecord(github, facts, never);
    const environmentUrl = "https://pr-1.app.example.com";
    await closeRecord(github, id, { state: "success", environmentUrl, logUrl: facts.logUrl, description: "" }, never);
    const { deployments } = await local.state();
    expect(deployments).toMatchObject([{ id, payload: {} }]);
    expect(deployments[0]?.statuses.at(-1)).toMatchObject({ state: "success", environment_url: environmentUrl });
  });

  test("takes its record with the environment", async () => {
    const { facts, token } = await start();
    const github = await connect(local, { token });
    await openRecord(github, facts, never);
    // One of a job that has nothing to do with us.
    await start();
    await retireRecords(github, { environment: "pr-1", app: "shop", remove: true }, never);
    expect(await records()).toEqual(["-: in_progress"]);
  });

  test("in another run has nothing to do with this one", async () => {
    await start();
    await openRecord(await connect(local), await preview({ run: 7 }), never);
    expect(await records()).toEqual(["-: in_progress", "shop: in_progress"]);
  });

  test("has a run whose number begins like this one's", async () => {
    const { facts } = await start();
    const id = facts.logUrl.split("/").at(-1) ?? "";
    await openRecord(await connect(local), await preview({ run: id.slice(0, -1) }), never);
    expect(await records()).toEqual(["-: in_progress", "shop: in_progress"]);
  });
});

test("without the permission there is one warning, which names it, and no record", async () => {
  const token = await local.createToken({ contents: "read", "pull-requests": "write" });
  const github = await connect(local, { token });
  const facts = await preview();
  for (let i = 0; i < 2; i++)
    expect(await attempt(github, "record", never, () => openRecord(github, facts, never))).toBeUndefined();
  expect(github.warnings).toEqual([
    'The deployment record is left out: GitHub answered 403. Give the job the permission "deployments: write" (permissions: in the workflow).',
  ]);
  expect(await records()).toEqual([]);
});

test("a rate limit is waited out as long as GitHub says, and the record is there once", async () => {
  const clock = fastClock();
  const [github, started] = [await connect(local, { clock }), clock.now()];
  await local.fault({
    operation: "repos/create-deployment",
    at: 1,
    throttle: "secondary",
    retryAfterSeconds: 30,
  });
  await openRecord(github, await preview(), never);
  expect(clock.now() - started).toBeGreaterThanOrEqual(30_000);
  expect(clock.now() - started).toBeLessThan(35_000);
  expect(await records()).toEqual(["shop: in_progress"]);
});
