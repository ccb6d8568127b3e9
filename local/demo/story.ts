import { randomBytes } from "node:crypto";
import { type ActionRun, runAction } from "../runner/run-action.js";
import type { LocalAws } from "../serve/spawn.js";
import { Browser, type Page } from "./browser.js";
import type { Claim } from "./claims.js";
import type { Screen } from "./screen.js";
import { startTraffic } from "./traffic.js";
import { createUser, type Person, signIn, visibleText } from "./visitor.js";

export interface Story {
  readonly url: string;
  readonly person: Person;
  readonly claims: readonly Claim[];
}

interface Stage {
  readonly aws: LocalAws;
  readonly screen: Screen;
  /** Where action.yml is. */
  readonly folder: string;
  /** PEM. */
  readonly certificateAuthority: string;
  readonly signal: AbortSignal;
}

const VISITORS = 4;
const PAUSE_MS = 40;

const RESOURCE_EVENT = /^\[[\w-]+\] \w+ CREATE_(IN_PROGRESS|COMPLETE)$/;

/** Deploys, signs in, rolls under load and runs again; each claim it gives back was measured on the way. */
export async function tellStory(stage: Stage): Promise<Story> {
  const { aws, screen } = stage;
  const host = `app.${aws.domain}`;
  const url = `https://${host}`;
  const person = { email: `ada@${aws.domain}`, password: `${randomBytes(9).toString("base64url")}-Aa1` };
  const claims: Claim[] = [];
  const claim = (text: string, holds: boolean, measured: string) => claims.push({ claim: text, measured, holds });
  const browsers: Browser[] = [];
  const newBrowser = () => {
    const browser = new Browser({ proxy: aws.proxy, certificateAuthority: stage.certificateAuthority });
    browsers.push(browser);
    return browser;
  };

  try {
    screen.chapter(`Deploy sample-app:1 to ${host} with the built action`);
    const first = await deploy(stage, host, "1", {
      "smoke-test-sign-in": "true",
      // The app shows these to nobody whose signature it has not verified.
      "smoke-test-expect": "Hello, {email}\nwas verified\n{sub}",
    });
    const checks = smokeTest(first.run);
    claim("An empty account becomes a running app", true, `one step, ${seconds(first.ms)} here`);
    claim("The smoke test passed", checks.ok, checks.text);

    screen.chapter("Somebody without an account tries to get in");
    const outsider = await knock(newBrowser(), url);
    screen.line(outsider.text);
    claim("An outsider is sent to sign in", outsider.refused, outsider.text);

    screen.chapter(`${person.email} signs in through the sign-in page`);
    await createUser(aws, first.run.outputs["user-pool-id"] ?? "", person);
    const browser = newBrowser();
    const way = await signIn(browser, url, person);
    for (const { status, url: at } of way) screen.line(`${status} ${at.origin}${at.pathname}`);
    const page = way.at(-1);
    const greeting = page ? visibleText(page.body) : "";
    screen.line(`The app says: ${greeting.slice(0, 160)}`);
    const greeted = page?.status === 200 && page.url.host === host && greeting.includes(person.email);
    claim("A user who signs in is greeted by the app", greeted, `${way.length} answers, all certificates verified`);
    claim(
      "The app believes this load balancer and user pool alone",
      greeted && /was verified/.test(greeting) && !greeting.includes("Not held against it"),
      "signature, signer, client, issuer and expiry checked by the app",
    );

    screen.chapter("Roll to sample-app:2 while signed-in users go on working");
    const visitors = [browser, ...Array.from({ length: VISITORS - 1 }, newBrowser)];
    for (const other of visitors.slice(1)) await signIn(other, url, person);
    const traffic = startTraffic({ visitors, url, pauseMs: PAUSE_MS, label: version });
    const before = aws.calls().then((calls) => calls.length);
    const second = await deploy(stage, host, "2").finally(() => traffic.stop());
    const report = await traffic.stop();
    const changeSets = (await aws.calls())
      .slice(await before)
      .filter(({ operation }) => operation === "CreateChangeSet");
    const seen = Object.entries(report.answers).map(([name, count]) => `${count} from version ${name}`);
    screen.line(`${report.sent} requests, ${report.failures.length} failed: ${seen.join(", ")}`);
    for (const failure of [...new Set(report.failures)].slice(0, 5)) screen.line(`failed: ${failure}`);
    const rolled = second.run.outputs.changed === "true" && changeSets.length === 0;
    claim(
      "A new image is a rollout, not a stack update",
      rolled,
      `${changeSets.length} change sets, ${seconds(second.ms)} here`,
    );
    const bothServed = ["1", "2"].every((name) => (report.answers[name] ?? 0) > 0);
    claim(
      "No request fails while it rolls",
      report.failures.length === 0 && bothServed,
      `${report.sent} sent by ${VISITORS} signed-in users, ${report.failures.length} failed, slowest ${report.slowestMs.toFixed(0)} ms`,
    );
    const after = await Promise.all(Array.from({ length: 20 }, async () => version(await browser.request(url))));
    const newer = after.filter((name) => name === "2").length;
    claim(
      "Afterwards the new version alone serves",
      newer === after.length,
      `${newer} of ${after.length} answers from version 2`,
    );

    screen.chapter("The same step again, nothing changed");
    await aws.forgetCalls();
    const third = await deploy(stage, host, "2");
    const calls = (await aws.calls()).length;
    claim(
      "Running it again changes nothing",
      third.run.outputs.changed === "false",
      `changed=${third.run.outputs.changed}, ${calls} AWS calls, ${seconds(third.ms)}`,
    );
    const again = await knock(newBrowser(), url);
    claim("An outsider is still sent to sign in", again.refused, again.text);
    return { url, person, claims };
  } finally {
    for (const browser of browsers) browser.close();
  }
}

/** Runs the action; throws when it fails, for the rest of the story has nothing to stand on then. */
async function deploy(
  { aws, folder, screen, signal }: Stage,
  host: string,
  tag: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ run: ActionRun; ms: number }> {
  const started = performance.now();
  const run = await runAction({
    folder,
    inputs: {
      domain: host,
      "hosted-zone-id": aws.hostedZoneId,
      image: `ecs-cognito-deploy/sample-app:${tag}`,
      "health-check-path": "/healthz",
      ...more,
    },
    env: aws.env,
    // What happens to each resource of each stack is for the log of a real run.
    onOutput: (line) => RESOURCE_EVENT.test(line) || screen.quote(line),
    signal,
  });
  if (run.conclusion !== "success")
    throw new Error(`the action ended with exit code ${run.exitCode} (${run.conclusion})`);
  return { run, ms: performance.now() - started };
}

function smokeTest({ outputs }: ActionRun): { ok: boolean; text: string } {
  const checks = JSON.parse(outputs["smoke-test"] || "[]") as { id: string; verdict: string }[];
  const passed = checks.filter(({ verdict }) => verdict === "passed");
  return {
    ok: checks.length > 0 && passed.length === checks.length,
    text: `${passed.length} of ${checks.length} checks: ${checks.map(({ id }) => id).join(", ")}`,
  };
}

/** Three requests that have no session: a plain one, one with a made-up identity, one with a made-up session cookie. */
async function knock(browser: Browser, url: string): Promise<{ refused: boolean; text: string }> {
  const made = { "x-amzn-oidc-data": "eyJhbGciOiJub25lIn0=.e30=.", "x-amzn-oidc-identity": "admin" };
  const answers = [
    await browser.request(url),
    await browser.request(url, { headers: made }),
    await browser.request(url, { headers: { cookie: "AWSELBAuthSessionCookie-0=forged" } }),
  ];
  const turnedAway = answers.filter(
    ({ status, headers }) =>
      status === 302 && /^https:\/\/[^/]+\.amazoncognito\.com\/oauth2\/authorize\?/.test(headers.location ?? ""),
  );
  const statuses = [...new Set(answers.map(({ status }) => status))].join(", ");
  return {
    refused: turnedAway.length === answers.length,
    text: `${turnedAway.length} of ${answers.length} tries (plain, forged identity, forged cookie): ${statuses} to sign in`,
  };
}

/** Which version of the app has answered; throws on anything but a signed-in user's page. */
function version({ status, body, url }: Page): string {
  if (status !== 200) throw new Error(`${status} from ${url.host}`);
  const [, name] = /version\W+(\w+)/i.exec(visibleText(body)) ?? [];
  if (name === undefined) throw new Error(`a page of ${url.host} that names no version`);
  return name;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
