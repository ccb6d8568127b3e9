import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  ListTagsForResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { Browser } from "../../local/demo/browser.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { TAG } from "../../src/plan/names.js";
import { green, running } from "../deploy/harness.js";
import { changes, everything } from "../teardown/everything.js";
import { handMade, openPlace, type Place, result } from "./harness.js";

/** The bundle against the local AWS and the local GitHub: what goes, what stays, and what is said of both. */
let place: Place;

beforeAll(async () => {
  place = await openPlace();
  green(await place.account.deploy({ "smoke-test": "false" }));
}, 120_000);

afterAll(() => place.close());

const OTHERS = { GITHUB_REPOSITORY: "octo-org/other", GITHUB_REPOSITORY_ID: "77" };

it("shows what would go and what stays, and touches nothing, until it is told to", async () => {
  const { account, github, preview, expire, sweep } = place;
  const [open, merged, closed, expired] = [await preview(), await preview(), await preview(), await preview()];
  expect([open, merged, closed, expired]).toEqual([1, 2, 3, 4]);
  await github.merge(merged);
  await github.close(closed);
  await expire("pr-4");
  // A neighbour's preview for a pull request of its own, with the number of a closed one of ours.
  const event = {
    name: "pull_request",
    payload: { number: 3, pull_request: { number: 3, head: { sha: "c".repeat(40) } } },
  };
  green(await account.deploy({ app: "other", "smoke-test": "false" }, { env: OTHERS, event }));
  const ours = {
    [TAG.domain]: "app.example.com",
    [TAG.app]: "web",
    [TAG.environment]: "pr-3",
    [TAG.repository]: github.repository,
    [TAG.repositoryId]: place.repositoryId,
    [TAG.pullRequest]: "3",
  };
  await handMade(account, "ecs-cognito-app-example-com--web--pr-33");
  await handMade(account, "ecs-cognito-app-example-com--web--pr-3-copy", ours);
  await handMade(account, "somebody-elses");

  const before = await everything(account);
  const dry = green(await sweep());
  expect(changes(before, await everything(account))).toEqual([]);
  const shown = result(dry);
  expect(shown.removed).toEqual({
    "-web--pr-2": "its pull request 2 is merged",
    "-web--pr-3": "its pull request 3 is closed",
    "-web--pr-4": expect.stringMatching(/^expired at 20/),
  });
  expect(shown.kept).toEqual({
    "-web--production": "is production, which is never swept",
    "-web--pr-1": expect.stringMatching(/^its pull request 1 is open and it expires at 20/),
    "-other--pr-3": "belongs to the repository with the id 77",
    "-web--pr-33": "has the name of an environment and not its tags",
    "-web--pr-3-copy": "its tags are those of ecs-cognito-app-example-com--web--pr-3",
  });
  expect(dry.outputs.heartbeat).toMatch(
    /^Swept \S+ at 20\S+Z \(dry run\): 15 stacks in the account; 3 would be removed, 5 kept, 0 failed, 0 would be marked/,
  );
  expect(dry.summary).toContain("| pr-2 of web | environment | 2 | its pull request 2 is merged |");

  const done = green(await sweep({ "dry-run": "false", "max-removals": "1000" }));
  expect(Object.keys(result(done).removed ?? {})).toEqual(Object.keys(shown.removed ?? {}));
  expect(result(done).kept).toEqual(shown.kept);
  const after = await everything(account);
  const extra = changes(before, after).filter((change) => change.startsWith("extra"));
  // The pool that has fewer clients now is shown whole.
  expect(extra.filter((change) => !change.startsWith("extra /cognito-idp/userPools "))).toEqual([]);
  expect(await place.stacks()).toEqual([
    ...["-other--pr-3", "-web--pr-1", "-web--pr-3-copy", "-web--pr-33", "-web--production"],
    ...["alb", "cognito", "dns", "ecs-cluster", "nat-gateways", "somebody-elses", "vpc"],
  ]);
}, 240_000);

const REAL = { "dry-run": "false" };

/** GitHub behind a door: `hook` is awaited before a request for a pull request goes through. */
async function withDoor(url: string, hook: () => Promise<void>) {
  const server = createServer(async (request, response) => {
    if (/\/pulls\/\d+$/.test(request.url ?? "")) await hook();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, ...headers } = request.headers as Record<string, string>;
    const answer = await fetch(`${url}${request.url}`, {
      method: request.method ?? "GET",
      headers,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const kept = [...answer.headers].filter(
      ([name]) => !/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

it("looks again right before each removal: what was reopened or renewed meanwhile stays", async () => {
  const { github, preview, expire, sweep, tags } = place;
  const [reopened, renewed] = [await preview(), await preview()];
  await github.close(reopened);
  await expire(`pr-${renewed}`);
  // When GitHub is asked the first time, AWS has been read already; the deploy that renews it comes in between.
  let asked = 0;
  const door = await withDoor(github.url, async () => {
    asked += 1;
    // The first three are about 1, and these two.
    if (asked !== 4) return;
    await github.reopen(reopened);
    await tags(`pr-${renewed}`, { [TAG.expiresAt]: new Date(Date.now() + 3_600_000).toISOString() });
  });
  const run = green(await sweep(REAL, { env: { GITHUB_API_URL: door.url } }));
  await door.close();
  expect(result(run).removed).toEqual({});
  expect(result(run).kept).toMatchObject({
    [`-web--pr-${reopened}`]: expect.stringMatching(/^not any more: its pull request \d+ is open and it expires at/),
    [`-web--pr-${renewed}`]: expect.stringMatching(/^not any more: its pull request \d+ is open and it expires at/),
  });
}, 120_000);

it("keeps what it is in doubt about: what GitHub does not answer, hides, or has never had", async () => {
  const { github, sweep, repositoryId, stacks } = place;
  const before = await stacks();
  // Of four pull requests GitHub says that they are not there, once; the newest is one that it never had, then.
  await github.fault({ operation: "pulls/get", error: { status: 404 }, times: 4 });
  const lied = green(await sweep(REAL));
  expect(result(lied).removed).toEqual({});
  expect(result(lied).kept).toMatchObject({
    "-web--pr-1": expect.stringMatching(/^not any more: its pull request 1 is open/),
    "-web--pr-6": "has the pull request 6, which GitHub has never had",
  });
  await github.clearFaults();
  await github.close(1);
  await github.fault({ operation: "pulls/get", error: { status: 410, message: "Gone" }, times: 99 });
  const refused = green(await sweep(REAL));
  expect(result(refused).removed).toEqual({});
  expect(result(refused).kept?.["-web--pr-1"]).toMatch(/^has a pull request that cannot be read: /);
  await github.clearFaults();

  const hidden = green(await sweep(REAL, { env: { GITHUB_TOKEN: "ghs_nobodys" } }));
  expect(result(hidden).removed).toEqual({});
  expect(result(hidden).kept?.["-web--pr-1"]).toMatch(/GitHub does not show the repository's \(Bad credentials/);
  const elsewhere = green(await sweep(REAL, { env: { GITHUB_REPOSITORY_ID: "77" } }));
  expect(result(elsewhere).kept).toMatchObject({
    "-web--pr-1": `belongs to the repository with the id ${repositoryId}`,
    "-other--pr-3": `has a pull request that cannot be read: ${github.repository} has the id ${repositoryId}`,
  });
  expect(await stacks()).toEqual(before);
}, 120_000);

it("goes by AWS's clock where the runner's is days ahead: nothing expires by that", async () => {
  const { account, sweep } = place;
  const folder = await mkdtemp(join(tmpdir(), "clock-"));
  const file = join(folder, "ahead.cjs");
  // Date.now and new Date() alike, for the whole process of the action.
  await writeFile(
    file,
    "const Real = Date; const now = () => Real.now() + 10 * 86400000; globalThis.Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(now()); } static now() { return now(); } };",
  );
  const env = { NODE_OPTIONS: `${account.aws.env.NODE_OPTIONS ?? ""} --require ${file}` };
  const ahead = green(await sweep({}, { env }));
  await rm(folder, { recursive: true });
  expect(ahead.outputs.heartbeat).toContain(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  expect(result(ahead).kept?.["-web--pr-5"]).toMatch(/^its pull request 5 is open and it expires at/);
  expect(Object.keys(result(ahead).removed ?? {})).toEqual(["-web--pr-1"]);
}, 60_000);

it("protects by name and glob, removes no more than it may, and is red when a removal fails", async () => {
  const { account, github, sweep, preview, stacks } = place;
  const doomed = [await preview(), await preview()];
  for (const number of doomed) await github.close(number);
  const globs = green(await sweep({ ...REAL, protect: "staging, pr-?\nweb/*" }));
  expect(result(globs).removed).toEqual({});
  expect(result(globs).kept?.["-web--pr-1"]).toBe("is protected (pr-?)");
  const none = green(await sweep({ ...REAL, "max-removals": "0" }));
  expect(result(none).kept?.["-web--pr-1"]).toMatch(/closed, but 0 others go first \(max-removals\)$/);

  await account.aws.fault({
    service: "cloudformation",
    operation: "DeleteStack",
    error: { code: "AccessDenied" },
    times: 1,
  });
  const failed = await sweep({ ...REAL, protect: "pr-1" });
  expect(failed.exitCode).toBe(1);
  const { removed = {}, failed: left = {} } = result(failed);
  expect(Object.keys(removed).length + Object.keys(left).length).toBe(2);
  expect(Object.keys(left).length).toBe(1);
  expect(failed.outputs.heartbeat).toMatch(/1 removed, \d+ kept, 1 failed/);
  expect(failed.annotations.find(({ level }) => level === "error")?.title).toBe("SweepFailed");
  const again = green(await sweep(REAL));
  expect(Object.keys(result(again).removed ?? {})).toEqual(["-web--pr-1", ...Object.keys(left)]);
  expect((await stacks()).filter((name) => doomed.some((number) => name === `-web--pr-${number}`))).toEqual([]);
  const { comments } = await github.state();
  for (const number of doomed)
    expect(
      comments.filter(({ pullRequest }) => pullRequest === number).map(({ body }) => /is removed/.test(body)),
    ).toEqual([true]);
}, 120_000);

it("removes what is left without a stack: at once if its pull request is closed, else marked first", async () => {
  const { account, github, sweep, preview, repositoryId } = place;
  const logs = new CloudWatchLogsClient(clientConfiguration(account.aws));
  const number = await preview();
  const name = `ecs-cognito-app-example-com--web--pr-${number}`;
  await account.cloudFormation.send(new DeleteStackCommand({ StackName: name }));
  while ((await place.stacks()).includes(`-web--pr-${number}`));
  const open = green(await sweep(REAL));
  expect(result(open).kept).toMatchObject({
    [name.replace("ecs-cognito-app-example-com-", "")]: `its pull request ${number} is open`,
  });

  const staging = "ecs-cognito-app-example-com--web--staging";
  const tags = {
    ...{ [TAG.domain]: "app.example.com", [TAG.app]: "web", [TAG.environment]: "staging" },
    ...{ [TAG.repository]: github.repository, [TAG.repositoryId]: repositoryId },
  };
  await logs.send(new CreateLogGroupCommand({ logGroupName: `${staging}-LogGroup-AbCdEf123456`, tags }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: `${staging}-LogGroup-Nobodys00001` }));
  await account.ecs.send(
    new RegisterTaskDefinitionCommand({
      ...{ family: staging, cpu: "256", memory: "512", networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"] },
      containerDefinitions: [{ name: "app", image: "ecs-cognito-deploy/sample-app:1", essential: true }],
      tags: Object.entries({ ...tags, [TAG.startedAt]: "x" }).map(([key, value]) => ({ key, value })),
    }),
  );
  await github.close(number);
  const dry = green(await sweep());
  const first = green(await sweep(REAL));
  const [family, group] = ["-web--staging", "-web--staging-LogGroup-AbCdEf123456"];
  expect(Object.keys(result(dry).marked ?? {})).toEqual([family, group]);
  expect(Object.keys(result(first).marked ?? {})).toEqual([family, group]);
  expect(result(first).removed).toMatchObject({
    [`-web--pr-${number}`]: `its stack ${name} is gone and its pull request ${number} is closed`,
  });
  const arn = `arn:aws:logs:${account.aws.region}:123456789012:log-group:${staging}-LogGroup-AbCdEf123456`;
  const marked = await logs.send(new ListTagsForResourceCommand({ resourceArn: arn }));
  expect(Date.parse(marked.tags?.[TAG.orphanedAt] ?? "")).toBeLessThanOrEqual(Date.now());
  const second = await sweep(REAL);
  // The log group without tags is in the way of nothing but the claim that all is gone.
  expect(Object.values({ ...result(second).removed, ...result(second).failed })).toEqual([
    expect.stringContaining("Nobodys00001"),
    expect.stringContaining("Nobodys00001"),
  ]);
  await expect(logs.send(new ListTagsForResourceCommand({ resourceArn: arn }))).rejects.toThrow("does not exist");
  logs.destroy();
}, 120_000);

it("puts to sleep what nobody asks for, says so, and wakes it on demand or with the next deploy", async () => {
  const { account, github, sweep, preview, tags } = place;
  const publicPaths = { "public-paths": "/healthz" };
  const [idle, dozing, used] = [await preview(publicPaths), await preview(publicPaths), await preview(publicPaths)];
  const certificateAuthority = await readFile(account.aws.env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
  const browser = new Browser({ proxy: account.aws.proxy, certificateAuthority });
  const status = async (number: number) =>
    (await browser.request(`https://pr-${number}.app.example.com/healthz`)).status;
  expect(await status(used)).toBe(200);
  const sleepy = { ...REAL, "sleep-after": "1h" };
  expect(result(green(await sweep(sleepy))).asleep).toEqual({});
  const earlier = { [TAG.deployedAt]: new Date(Date.now() - 7_200_000).toISOString() };
  for (const number of [idle, dozing, used]) await tags(`pr-${number}`, earlier);
  const slept = green(await sweep(sleepy));
  const why = "nobody has asked for it in 60 minutes";
  expect(result(slept).asleep).toEqual({ [`-web--pr-${idle}`]: why, [`-web--pr-${dozing}`]: why });
  expect(await tags(`pr-${idle}`)).toMatchObject({ [TAG.asleepCount]: "1", [TAG.asleepSince]: expect.any(String) });
  while ((await status(idle)) !== 503);
  expect(await status(used)).toBe(200);
  const comment = async () =>
    (await github.state()).comments.filter(({ pullRequest }) => pullRequest === idle).map(({ body }) => body);
  expect(await comment()).toEqual([expect.stringMatching(/is asleep[\s\S]*with wake: pr-/)]);
  expect(result(green(await sweep(sleepy))).kept?.[`-web--pr-${idle}`]).toMatch(/; asleep since 20/);

  const woken = green(await sweep({ wake: `pr-${idle}` }));
  expect(woken.log).toContain(`pr-${idle}: 1 of 1 tasks run, 1 targets are healthy`);
  expect(await status(idle)).toBe(200);
  expect(await tags(`pr-${idle}`)).not.toHaveProperty([TAG.asleepSince]);
  expect(await comment()).toEqual([expect.stringContaining("is awake again")]);

  await github.push(dozing);
  const event = await github.run("synchronize", dozing);
  const deployed = green(
    await account.deploy({ "smoke-test": "false", ...publicPaths }, { event: event.event, env: event.env }),
  );
  expect(await status(dozing)).toBe(200);
  expect((await running(account, deployed.outputs)).service?.desiredCount).toBe(1);
  expect(result(green(await sweep(sleepy))).kept?.[`-web--pr-${dozing}`]).not.toMatch(/asleep/);
  const nobody = await sweep({ wake: "pr-999" });
  expect(nobody.annotations.find(({ level }) => level === "error")?.title).toBe("NoSuchEnvironment");
  browser.close();
}, 240_000);
