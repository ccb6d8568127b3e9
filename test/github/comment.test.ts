import { attempt } from "../../src/github/attempt.js";
import { keepComment, MARKER_ROOM, marker, type Writer } from "../../src/github/comment.js";
import { startLocalGitHub } from "../local-github.js";
import { connect, never } from "./world.js";

let local: Awaited<ReturnType<typeof startLocalGitHub>>;
let pullRequest: number;
beforeEach(async () => {
  local = await startLocalGitHub();
  pullRequest = (await local.open()).number;
});
afterEach(() => local.stop());

/** A run that began so many seconds after the first. */
const run = (seconds: number): Writer => ({
  startedAt: new Date(Date.UTC(2026, 10, 22) + seconds * 1000).toISOString(),
  runId: String(1000 + seconds),
});

const write = (body: string, writer = run(0), { app = "shop", createIfMissing = true } = {}) => ({
  pullRequest,
  app,
  body,
  writer,
  createIfMissing,
});

/** What people see of the comments: text without the marker, and its author. */
async function comments(): Promise<[text: string, author: string][]> {
  const { comments: all } = await local.state();
  return all.map(({ body, user }) => [body.replace(/^<!--.*?-->\n/, ""), user.login]);
}

const BOT = "github-actions[bot]";

test("the comment is made once and updated where it is", async () => {
  const github = await connect(local);
  expect(await keepComment(github, write("deploying"), never)).toBe(true);
  const [made] = (await local.state()).comments;
  expect(await keepComment(github, write("deployed"), never)).toBe(true);
  expect(await keepComment(await connect(local), write("deployed again", run(1)), never)).toBe(true);
  expect((await local.state()).comments).toMatchObject([
    { id: made?.id, body: expect.stringMatching(/deployed again$/) },
  ]);
});

test("each app and each pull request has its own", async () => {
  const github = await connect(local);
  await keepComment(github, write("shop"), never);
  await keepComment(github, write("api", run(0), { app: "shop-api" }), never);
  const other = (await local.open()).number;
  await keepComment(github, { ...write("other"), pullRequest: other }, never);
  await keepComment(github, write("shop again"), never);
  expect(await comments()).toEqual([
    ["shop again", BOT],
    ["api", BOT],
    ["other", BOT],
  ]);
});

test("it is found behind many others", async () => {
  const github = await connect(local);
  const say = async (body: string) => {
    const { at, request } = github;
    await request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...at,
      issue_number: pullRequest,
      body,
    });
  };
  await Promise.all(Array.from({ length: 130 }, (_, i) => say(`before ${i}`)));
  await keepComment(github, write("deploying"), never);
  await keepComment(github, write("deployed"), never);
  const all = await comments();
  expect(all).toHaveLength(131);
  expect(all.at(-1)).toEqual(["deployed", BOT]);
});

test("somebody's copy of the marker is somebody's comment", async () => {
  const mallory = await connect(local, { token: await local.createToken({ "pull-requests": "write" }, "mallory") });
  await mallory.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...mallory.at,
    issue_number: pullRequest,
    body: `${marker("shop", pullRequest, run(99))}\nmine`,
  });
  await keepComment(await connect(local), write("deployed"), never);
  expect(await comments()).toEqual([
    ["mine", "mallory"],
    ["deployed", BOT],
  ]);
});

test("a token of a person finds that person's comment", async () => {
  const token = await local.createToken({ "pull-requests": "write" }, "mona");
  await keepComment(await connect(local, { token }), write("deploying"), never);
  await keepComment(await connect(local, { token }), write("deployed"), never);
  expect(await comments()).toEqual([["deployed", "mona"]]);
});

test("an older run that ends later does not write over a newer one's text", async () => {
  const github = await connect(local);
  await keepComment(github, write("new", run(60)), never);
  expect(await keepComment(github, write("old", run(0)), never)).toBe(false);
  expect(await comments()).toEqual([["new", BOT]]);
});

test("runs at the same time leave one comment, and the latest has the last word", async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => connect(local)));
  await Promise.all(runs.map((github, i) => keepComment(github, write(`run ${i}`, run(i)), never)));
  expect(await comments()).toEqual([[expect.stringMatching(/^run [0-7]$/), BOT]]);
  await Promise.all(runs.slice(5).map((github, i) => keepComment(github, write(`run ${i + 5}`, run(i + 5)), never)));
  await keepComment(await connect(local), write("run 7 ends", run(7)), never);
  expect(await comments()).toEqual([["run 7 ends", BOT]]);
});

test("an older run's text that arrives between a newer one's and its next look is written over", async () => {
  const github = await connect(local);
  await keepComment(github, write("old", run(0)), never);
  const [made] = (await local.state()).comments;
  const { request } = github;
  let isFirst = true;
  const late = async (...[route, options]: Parameters<typeof request>) => {
    const answer = await request(route, options);
    if (String(route).startsWith("PATCH") && isFirst) {
      isFirst = false;
      await request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        ...github.at,
        comment_id: made?.id ?? 0,
        body: made?.body ?? "",
      });
    }
    return answer;
  };
  await keepComment(
    { ...github, request: Object.assign(late, request) as typeof request },
    write("new", run(1)),
    never,
  );
  expect(await comments()).toEqual([["new", BOT]]);
});

test("a run that was killed between making a comment and looking again leaves one that the next run takes away", async () => {
  const github = await connect(local);
  const made = (text: string, writer: Writer) =>
    github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...github.at,
      issue_number: pullRequest,
      body: `${marker("shop", pullRequest, writer)}\n${text}`,
    });
  await made("first", run(0));
  await made("killed", run(5));
  expect(await keepComment(github, write("late", run(1)), never)).toBe(false);
  expect(await comments()).toEqual([["killed", BOT]]);
});

test("an answer that is lost does not make a second comment", async () => {
  await local.fault({ operation: "issues/create-comment", at: 1, resetAfter: true });
  await keepComment(await connect(local), write("deployed"), never);
  expect(await comments()).toEqual([["deployed", BOT]]);
});

test("a teardown makes none", async () => {
  expect(await keepComment(await connect(local), write("removed", run(0), { createIfMissing: false }), never)).toBe(
    false,
  );
  expect(await comments()).toEqual([]);
});

test("the longest text fits with its marker", async () => {
  await keepComment(await connect(local), write("x".repeat(65_536 - MARKER_ROOM)), never);
  expect(await comments()).toHaveLength(1);
});

test("without the permission there is a warning that names it, and no comment", async () => {
  const token = await local.createToken({ contents: "read", deployments: "write", "pull-requests": "read" });
  const github = await connect(local, { token });
  await attempt(github, "comment", never, () => keepComment(github, write("deployed"), never));
  expect(github.warnings).toEqual([expect.stringContaining('"pull-requests: write"')]);
  expect(await comments()).toEqual([]);
});

test("who one is can be asked again when it could not be told", async () => {
  const github = await connect(local);
  await local.fault({ operation: "graphql", at: 1, fail: true });
  await keepComment(github, write("deployed"), never);
  expect(await comments()).toEqual([["deployed", BOT]]);
  expect(github.warnings).toEqual([]);
});
