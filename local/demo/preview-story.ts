import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type ActionRun, runAction } from "../runner/run-action.js";
import type { LocalAws } from "../serve/spawn.js";
import { Browser } from "./browser.js";
import type { Claim } from "./claims.js";
import { inventory, inventoryChanges } from "./inventory.js";
import type { Screen } from "./screen.js";
import { createUser, type Person, signIn, visibleText } from "./visitor.js";

interface Stage {
  readonly aws: LocalAws;
  readonly screen: Screen;
  /** Where action.yml is. */
  readonly folder: string;
  /** PEM. */
  readonly certificateAuthority: string;
  readonly signal: AbortSignal;
}

type Event = Parameters<LocalAws["github"]["run"]>[0];

const RESOURCE_EVENT = /^\[[\w-]+\] \w+ (CREATE|DELETE)_(IN_PROGRESS|COMPLETE)$/;

/** The life of one pull request's preview; each claim it gives back was measured on the way. */
export async function tellPreviewStory(stage: Stage): Promise<readonly Claim[]> {
  const { aws, screen } = stage;
  const { github } = aws;
  const claims: Claim[] = [];
  const claim = (text: string, holds: boolean, measured: string) => claims.push({ claim: text, measured, holds });
  const person = { email: `grace@${aws.domain}`, password: `${randomBytes(9).toString("base64url")}-Aa1` };

  screen.chapter("Production stands already: one deploy on a push to main");
  const push = await github.startRun({ event: "push" });
  const production = await deploy(stage, push, "1");
  requireGreen(production, "the production deploy");
  await createUser(aws, production.outputs["user-pool-id"] ?? "", person);
  const before = await inventory(aws);

  screen.chapter("A pull request is opened");
  const { number, head } = await github.open({ title: "Make it blue", branch: "blue" });
  const started = performance.now();
  const opened = await deployPullRequest(stage, number, "opened", "2");
  requireGreen(opened, "the preview's first deploy");
  const took = (performance.now() - started) / 1000;
  const url = opened.outputs.url ?? "";
  const first = await showComment(stage, number);
  claim("The comment links to the preview", first.includes(url) && first.includes(head.sha), url);
  const seen = await versionSeen(stage, url, person);
  claim(
    "A reviewer signs in and sees this version",
    seen === "2",
    `version ${seen}, ${took.toFixed(1)} s after the push`,
  );

  screen.chapter("A push: the preview follows");
  const second = await github.push(number);
  requireGreen(await deployPullRequest(stage, number, "synchronize", "3"), "the deploy of the second commit");
  const followed = await showComment(stage, number);
  const now = await versionSeen(stage, url, person);
  claim("The preview follows a push", now === "3" && followed.includes(second.sha), `version ${now}`);

  screen.chapter("Another push, and one more while that is being deployed");
  await github.push(number);
  let newest: { sha: string } | undefined;
  let overtaking: Promise<ActionRun> | undefined;
  const overtaken = await deployPullRequest(stage, number, "synchronize", "1", (line) => {
    if (!/^\[rollout\] deployment/.test(line)) return;
    overtaking ??= github.push(number).then((pushed) => {
      newest = pushed;
      return deployPullRequest(stage, number, "synchronize", "2");
    });
  });
  const last = await overtaking;
  if (last) requireGreen(last, "the deploy of the newest commit");
  const title = overtaken.annotations.find(({ level }) => level === "error")?.title;
  claim("The older run is red, as superseded", overtaken.exitCode === 1 && title === "Superseded", `${title}`);
  const settled = await showComment(stage, number);
  const final = await versionSeen(stage, url, person);
  claim(
    "The newest commit is what is deployed",
    final === "2" && settled.includes(newest?.sha ?? "?"),
    `version ${final}`,
  );
  const { comments, deployments } = await github.state();
  claim("There is one comment, whatever ran side by side", comments.length === 1, `${comments.length} of one author`);
  const active = deployments.filter(
    ({ environment, statuses }) => environment === `pr-${number}` && statuses.at(-1)?.state === "success",
  );
  claim(
    "One deployment record is active, the newest commit's",
    active.length === 1 && active[0]?.sha === newest?.sha,
    `${active.length}`,
  );

  screen.chapter("The pull request is closed: the teardown action");
  await github.close(number);
  const closed = await run(stage, "teardown", await github.run("closed", number), {});
  requireGreen(closed, "the teardown");
  const when = (await showComment(stage, number)).match(/is removed.*Removed \| ([\d :-]+UTC)/s)?.[1];
  claim("The comment says that it is gone, and when", when !== undefined, when ?? "no");
  const records = (await github.state()).deployments.filter(({ environment }) => environment === `pr-${number}`);
  claim("Its deployment records are gone", records.length === 0, `${records.length} left`);
  const left = inventoryChanges(before, await inventory(aws));
  for (const line of left.slice(0, 10)) screen.line(line.slice(0, 200));
  claim(
    "Nothing is left in AWS but the platform and production",
    left.length === 0,
    `${before.length} facts, ${left.length} differ`,
  );
  return claims;
}

async function deployPullRequest(
  stage: Stage,
  number: number,
  action: Event,
  version: string,
  onLine?: (line: string) => void,
): Promise<ActionRun> {
  return await deploy(stage, await stage.aws.github.run(action, number), version, onLine);
}

async function deploy(
  stage: Stage,
  started: Started,
  version: string,
  onLine?: (line: string) => void,
): Promise<ActionRun> {
  const image = `ecs-cognito-deploy/sample-app:${version}`;
  return await run(
    stage,
    "",
    started,
    { image, "hosted-zone-id": stage.aws.hostedZoneId, "health-check-path": "/healthz" },
    onLine,
  );
}

type Started = Awaited<ReturnType<LocalAws["github"]["run"]>>;

async function run(
  { aws, folder, screen, signal }: Stage,
  action: string,
  { event, env }: Started,
  inputs: Record<string, string>,
  onLine?: (line: string) => void,
): Promise<ActionRun> {
  // Two of them may run side by side.
  const head = (event.payload.pull_request as { head: { sha: string } } | undefined)?.head.sha;
  const name = head?.slice(0, 7) ?? "push   ";
  return await runAction({
    folder: join(folder, action),
    inputs: { domain: `app.${aws.domain}`, ...inputs },
    event,
    env: { ...aws.env, ...env },
    // What happens to each resource of each stack is for the log of a real run.
    onOutput: (line) => {
      if (!RESOURCE_EVENT.test(line)) screen.quote(`${name} ${line}`);
      onLine?.(line);
    },
    signal,
  });
}

/** The rest of the story has nothing to stand on when this failed. */
function requireGreen({ exitCode, conclusion }: ActionRun, what: string): void {
  if (exitCode !== 0) throw new Error(`${what} ended with exit code ${exitCode} (${conclusion})`);
}

/** Prints the pull request's comment as GitHub has it, and gives it back. */
async function showComment({ aws, screen }: Stage, number: number): Promise<string> {
  const { comments } = await aws.github.state();
  const body = comments.filter(({ pullRequest }) => pullRequest === number).map((comment) => comment.body);
  screen.line(`The pull request's comment (${body.length}):`);
  for (const line of body.join("\n---\n").split("\n")) if (!/^(<!--.*)?$/.test(line)) screen.quote(line);
  return body.join("\n");
}

/** Signs in as a reviewer who has not been here before, and reads which version the page is of. */
async function versionSeen({ aws, certificateAuthority }: Stage, url: string, person: Person): Promise<string> {
  const browser = new Browser({ proxy: aws.proxy, certificateAuthority });
  try {
    const page = (await signIn(browser, `${url}/`, person)).at(-1);
    const [, version] = /version\W+(\w+)/i.exec(visibleText(page?.body ?? "")) ?? [];
    return page?.status === 200 && page.body.includes(person.email) && version ? version : `none (${page?.status})`;
  } finally {
    browser.close();
  }
}
