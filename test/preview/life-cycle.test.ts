import { writes } from "../deploy/harness.js";
import { failure, green, openPlatform, type Platform, running, serviceTags } from "./harness.js";

/** A preview from the opening of its pull request on, through the bundle, on one platform. */
let platform: Platform;
beforeAll(async () => {
  platform = await openPlatform();
});
afterAll(async () => {
  await platform.account.close();
});

const HOUR = 3_600_000;

describe("a pull request that is opened", () => {
  let number: number;
  let head: string;
  beforeAll(async () => {
    const pull = await platform.github.open({ title: "Blue" });
    [number, head] = [pull.number, pull.head.sha];
  });

  it("gets an environment of its own, with one task, tags that say whose it is, and a platform left alone", async () => {
    const { account, preview, previews } = platform;
    await account.aws.forgetCalls();
    const run = green(await preview(number, "opened", { capacity: "FARGATE_SPOT" }));
    expect(run.outputs).toMatchObject({
      url: `https://pr-${number}.app.example.com`,
      environment: `pr-${number}`,
      changed: "true",
      skipped: "",
    });
    const stack = (await previews()).get(`pr-${number}`);
    expect(Object.fromEntries((stack?.Tags ?? []).map(({ Key, Value }) => [Key, Value]))).toMatchObject({
      "ecs-cognito-deploy:repository": "octo-org/sample-app",
      "ecs-cognito-deploy:repository-id": "734512345",
      "ecs-cognito-deploy:pull-request": String(number),
    });
    expect(stack?.Parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ParameterKey: "LogRetentionInDays", ParameterValue: "7" }),
        expect.objectContaining({ ParameterKey: "CapacityProvider", ParameterValue: "FARGATE_SPOT" }),
      ]),
    );
    const { service } = await running(account, run.outputs);
    expect(service).toMatchObject({ desiredCount: 1, runningCount: 1 });
    expect(service?.deployments?.[0]?.capacityProviderStrategy).toMatchObject([{ capacityProvider: "FARGATE_SPOT" }]);
    const tags = await serviceTags(account, run);
    expect(tags).toMatchObject({ commit: head, run: expect.stringMatching(/^\d+-1$/) });
    expect(Date.parse(tags["expires-at"] ?? "") - Date.parse(tags["deployed-at"] ?? "")).toBeCloseTo(72 * HOUR, -5);
    expect(writes(await account.aws.calls())).toEqual([
      "CreateStack",
      "RegisterTaskDefinition",
      "SimulatePrincipalPolicy",
      "TagResource",
      "UpdateService",
    ]);
  });

  it("has a deployment record that ended in success with the address, and one comment with it", async () => {
    const [record, ...others] = await platform.records(`pr-${number}`);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ sha: head, transient_environment: true, production_environment: false });
    expect(record?.statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
    expect(record?.statuses.at(-1)?.environment_url).toBe(`https://pr-${number}.app.example.com`);
    expect(record?.statuses[0]?.log_url).toMatch(/\/octo-org\/sample-app\/actions\/runs\/\d+$/);
    const [comment, ...more] = await platform.comments(number);
    expect(more).toEqual([]);
    expect(comment?.user.login).toBe("github-actions[bot]");
    for (const part of [`https://pr-${number}.app.example.com`, head, "is deployed", "keep-preview", "Fargate Spot"])
      expect(comment?.body).toContain(part);
  });

  it("run again unchanged is renewed and nothing else, with few calls", async () => {
    const { account, preview } = platform;
    await account.aws.forgetCalls();
    const run = green(await preview(number, "reopened", { capacity: "FARGATE_SPOT", "expires-after": "5d" }));
    expect(run.outputs.changed).toBe("false");
    const calls = await account.aws.calls();
    expect(writes(calls)).toEqual(["TagResource"]);
    expect(calls.length).toBeLessThanOrEqual(12);
    const tags = await serviceTags(account, run);
    expect(Date.parse(tags["expires-at"] ?? "") - Date.now()).toBeGreaterThan(119 * HOUR);
  });

  it("follows a push with a rollout, one more record, and the same comment", async () => {
    const { github, account, preview } = platform;
    const before = await platform.comments(number);
    const { sha } = await github.push(number);
    await account.aws.forgetCalls();
    const run = green(
      await preview(number, "synchronize", { image: "ecs-cognito-deploy/sample-app:2", capacity: "FARGATE_SPOT" }),
    );
    const calls = await account.aws.calls();
    expect(writes(calls)).toEqual(["RegisterTaskDefinition", "TagResource", "UpdateService"]);
    expect((await serviceTags(account, run)).commit).toBe(sha);
    expect((await running(account, run.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
    const after = await platform.comments(number);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.body).toContain(sha);
    const states = (await platform.records(`pr-${number}`)).map(({ statuses }) => statuses.at(-1)?.state);
    expect(states).toEqual(["inactive", "inactive", "success"]);
  });

  it("stays 14 days with the label keep-preview, and starts new tasks on other capacity", async () => {
    const { github, account, preview } = platform;
    await github.label(number, "keep-preview");
    const run = green(
      await preview(number, "labeled", { image: "ecs-cognito-deploy/sample-app:2" }, { label: "keep-preview" }),
    );
    const tags = await serviceTags(account, run);
    expect(Date.parse(tags["expires-at"] ?? "") - Date.now()).toBeGreaterThan(13.9 * 24 * HOUR);
    const { service } = await running(account, run.outputs);
    expect(service?.deployments?.[0]?.capacityProviderStrategy).toMatchObject([{ capacityProvider: "FARGATE" }]);
  });

  it("keeps what serves, and says why in comment and record, when the next version does not start", async () => {
    const { github, account, preview } = platform;
    await github.push(number);
    const run = await preview(number, "synchronize", { image: "ecs-cognito-deploy/sample-app:nowhere" });
    expect(run.exitCode).toBe(1);
    expect((await running(account, run.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
    const [comment] = await platform.comments(number);
    expect(comment?.body).toMatch(/The deploy of preview .* failed/);
    expect(comment?.body).toContain("<details>");
    const record = (await platform.records(`pr-${number}`)).at(-1);
    expect(record?.statuses.at(-1)?.state).toBe("failure");
  });
});

describe("a pull request that gets no preview leaves AWS alone, ends green and says why", () => {
  type Case = [
    string,
    Parameters<Platform["github"]["open"]>[0],
    Parameters<Platform["preview"]>[1],
    Record<string, string>,
    RegExp,
  ];
  it.each<Case>([
    ["a draft, with previews-for: ready", { draft: true }, "opened", { "previews-for": "ready" }, /is a draft/],
    ["without its label", {}, "opened", { "previews-for": "labeled:preview" }, /does not carry the label preview/],
    ["from a fork", { fork: "visitor" }, "opened", {}, /comes from a fork.*/],
    ["started by Dependabot", { by: "dependabot[bot]" }, "opened", {}, /Dependabot started this run/],
  ])("%s", async (_, opened, action, inputs, why) => {
    const { account, github, preview } = platform;
    const { number } = await github.open(opened);
    await account.aws.forgetCalls();
    const run = await preview(number, action, inputs);
    expect(failure(run)).toBeUndefined();
    expect(run.exitCode).toBe(0);
    expect(run.outputs.skipped).toMatch(why);
    expect(run.outputs.url).toBeUndefined();
    expect(run.outputs.changed).toBe("false");
    expect(run.summary).toMatch(why);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: "notice", message: expect.stringMatching(why) }),
    ]);
    expect(await account.aws.calls()).toEqual([]);
    expect(await platform.comments(number)).toEqual([]);
  });

  it("that is closed", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    await github.close(number);
    await account.aws.forgetCalls();
    const run = await preview(number, "closed");
    expect([run.exitCode, run.outputs.skipped]).toEqual([0, expect.stringMatching(/is closed/)]);
    expect(run.annotations[0]?.message).toContain("teardown action");
    expect(await account.aws.calls()).toEqual([]);
  });

  it("that was closed, or made a draft, between the event and the run", async () => {
    const { account, github } = platform;
    const { number } = await github.open();
    const opened = await github.run("opened", number);
    await github.draft(number);
    const run = await account.deploy({ "previews-for": "ready" }, { event: opened.event, env: opened.env });
    expect([run.exitCode, run.outputs.skipped]).toEqual([0, expect.stringMatching(/is a draft/)]);
    await github.close(number);
    const closed = await account.deploy({}, { event: opened.event, env: opened.env });
    expect([closed.exitCode, closed.outputs.skipped]).toEqual([0, expect.stringMatching(/is closed/)]);
    expect((await platform.previews()).has(`pr-${number}`)).toBe(false);
  });

  it("while there is no room for one more, and gets a comment that says how to make some", async () => {
    const { github, preview, previews } = platform;
    const standing = (await previews()).size;
    const { number } = await github.open();
    const run = await preview(number, "opened", { "max-previews": String(standing) });
    expect([run.exitCode, run.outputs.skipped]).toEqual([0, expect.stringMatching(/no room.*max-previews/)]);
    expect((await platform.comments(number))[0]?.body).toMatch(/no room for preview.*Close a pull request/s);
    expect(await platform.records(`pr-${number}`)).toEqual([]);
    expect((await previews()).size).toBe(standing);
    green(await preview(number, "opened", { "max-previews": String(standing + 1) }));
    expect((await platform.comments(number))[0]?.body).toContain("is deployed");
  });
});

it("a label allows one commit of a fork, on pull_request_target, and not the next", async () => {
  const { account, github } = platform;
  const { number, head } = await github.open({ fork: "visitor" });
  await github.label(number, `preview-${head.sha}`);
  const start = {
    event: "pull_request_target",
    action: "labeled",
    pullRequest: number,
    label: `preview-${head.sha}`,
  } as const;
  const labeled = await github.startRun({ ...start, by: "mona" });
  green(await account.deploy({ "smoke-test": "false", "nat-gateways": "0" }, labeled));
  await github.push(number);
  const pushed = await github.startRun({ event: "pull_request_target", action: "synchronize", pullRequest: number });
  const run = await account.deploy({ "smoke-test": "false", "nat-gateways": "0" }, pushed);
  expect([run.exitCode, run.outputs.skipped]).toEqual([0, expect.stringMatching(/comes from a fork/)]);
});

describe("a platform that is not there", () => {
  it("is not made by a pull request, which says what to do", async () => {
    const { account, github, preview } = platform;
    const { number } = await github.open();
    await account.aws.forgetCalls();
    const run = await preview(number, "opened", { domain: "other.example.com" });
    expect(run.exitCode).toBe(1);
    expect(failure(run)).toMatchObject({
      title: "NoPlatform",
      message: expect.stringMatching(/no platform for other\.example\.com.*production deploy.*create-platform: true/s),
    });
    expect(writes(await account.aws.calls())).toEqual([]);
    expect((await platform.comments(number))[0]?.body).toContain("no platform");
  });

  it("says that only the NAT gateways are not as asked for", async () => {
    const { number } = await platform.github.open();
    const run = await platform.preview(number, "opened", { "nat-gateways": "2" });
    expect(failure(run)?.message).toMatch(/nat-gateways: 0/);
  });
});

it("a production deploy has a record too, and no comment", async () => {
  const { account, github } = platform;
  const run = await github.startRun({ event: "push" });
  green(await account.deploy({ "smoke-test": "false", "nat-gateways": "0", "desired-count": "1" }, run));
  const [record] = (await platform.records("production")).slice(-1);
  expect(record).toMatchObject({ production_environment: true, transient_environment: false });
  expect(record?.statuses.map(({ state }) => state)).toEqual(["in_progress", "success"]);
});

describe("what GitHub does not allow", () => {
  it("costs that piece and a warning that names the permission, not the deploy", async () => {
    const { number } = await platform.github.open();
    const run = green(
      await platform.preview(number, "opened", {}, { permissions: { contents: "read", "pull-requests": "read" } }),
    );
    const warnings = run.annotations.filter(({ level }) => level === "warning").map(({ message }) => message);
    expect(warnings.sort()).toEqual([
      expect.stringContaining("deployments: write"),
      expect.stringContaining("pull-requests: write"),
    ]);
    expect(await platform.comments(number)).toEqual([]);
  });

  it("without a token is left out, and said once", async () => {
    const { number } = await platform.github.open();
    const run = green(await platform.preview(number, "opened", { "github-token": "" }));
    expect(run.log.match(/Without github-token/g)).toHaveLength(1);
    expect(await platform.comments(number)).toEqual([]);
  });

  it("is left out where it is not wanted", async () => {
    const { number } = await platform.github.open();
    green(await platform.preview(number, "opened", { comment: "false", deployment: "false" }));
    expect(await platform.comments(number)).toEqual([]);
    expect(await platform.records(`pr-${number}`)).toEqual([]);
  });
});

it("hostile titles, branches and labels come out harmless", async () => {
  const { github, account, preview } = platform;
  const hostile =
    "::set-output name=url::https://evil.example <img src=x onerror=alert(1)> [x](javascript:1) | `$(id)`";
  const { number } = await github.open({ title: `${hostile}\n::error::gone`, branch: "::warning::x/$(id)-`y`" });
  const label = "::notice::<b>x</b>";
  await github.label(number, label);
  const run = green(await preview(number, "labeled", {}, { label }));
  expect(run.outputs.url).toBe(`https://pr-${number}.app.example.com`);
  expect(run.annotations).toEqual([]);
  const skipped = await preview(number, "labeled", { "previews-for": "labeled:::error::<img src=x>" }, { label });
  const [comment] = await platform.comments(number);
  for (const text of [run.summary, skipped.summary, comment?.body ?? ""]) {
    expect(text).not.toMatch(/<img|<b>|\]\(javascript:/);
  }
  expect(skipped.annotations.map(({ level }) => level)).toEqual(["notice"]);
  for (const value of Object.values(await serviceTags(account, run))) expect(value).toMatch(/^[\w.:/=+@ -]*$/);
});
