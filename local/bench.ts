import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { durations } from "./aws/durations.js";
import { atSpeedOne, type Span } from "./bench/at-speed-one.js";
import { criticalPath } from "./bench/critical-path.js";
import {
  countCalls,
  delayCalls,
  lastAnswer,
  type MeasuredRun,
  measureRun,
  mostOverlapping,
} from "./bench/deployment.js";
import { atMost, between, type Figure, figuresTable, median } from "./bench/figures.js";
import { lastRollout, watchRollout } from "./bench/rollout-watch.js";
import { timeSmokeTest } from "./bench/smoke-test.js";
import { type CreatedStack, readStacks } from "./bench/stacks.js";
import { measureStartUp } from "./bench/start-up.js";
import { timeline } from "./bench/timeline.js";
import { type LocalAws, startLocalAws } from "./serve/spawn.js";

const USAGE = `Usage: npm run bench [-- timeline | smoke-test] [-- --speed N]

  timeline    print when each part of a cold deploy was created, how long it took, and its critical path
  smoke-test  measure the smoke test alone
  --speed N   how many times as fast as in AWS the local AWS is (5); the nearer to 1, the longer and the more exact
`;

interface ColdDeploy {
  readonly cold: MeasuredRun;
  readonly stacks: readonly CreatedStack[];
  readonly rollout: Span;
  readonly speed: number;
}

const FOLDER = join(import.meta.dirname, "..", "..");
const ROUNDS = 15;
const DELAY_MS = 200;
/** From GitHub's runners to most regions it is between 20 and 250 ms. */
const ROUND_TRIP_MS = 100;
const SMOKE_TEST_ROUNDS = 5;

const ms = (value: number) => `${value.toFixed(0)} ms`;
const s = (value: number) => `${value.toFixed(2)} s`;
const times = (value: number) => `${value.toFixed(2)} ×`;
const mb = (value: number) => `${(value / 1e6).toFixed(2)} MB`;
const mib = (value: number) => `${value.toFixed(0)} MiB`;
const count = (value: number) => `${value}`;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { speed: { type: "string", default: "5" } },
  });
  const [what = "all", ...more] = positionals;
  const speed = Number(values.speed);
  if (!["all", "timeline", "smoke-test"].includes(what) || more.length > 0)
    throw new TypeError(`There is no bench "${positionals.join(" ")}"`);
  if (!(speed > 0)) throw new TypeError(`--speed ${values.speed}: a number above 0, such as 5`);
  const aws = await startLocalAws({ speed });
  try {
    progress(`Cold deploy, ${speed} times as fast as AWS ...`);
    const cold = await measureRun(aws, FOLDER, inputs(aws, "1"));
    const stacks = await readStacks(aws);
    const { cluster = "", service = "" } = cold.run.outputs;
    const rollout = await lastRollout(aws, { cluster, service });
    if (what === "timeline") {
      const whole = { label: "the whole step", startedAt: cold.startedAt.getTime(), endedAt: cold.endedAt.getTime() };
      process.stdout.write(`${timeline(stacks, [{ label: "first rollout", ...rollout }, whole], speed)}\n\n`);
      process.stdout.write(`${figuresTable(coldFigures({ cold, stacks, rollout, speed }))}\n`);
      printCriticalPath(stacks);
      return;
    }
    if (what === "smoke-test") {
      process.stdout.write(`${figuresTable(await smokeTestFigures(aws))}\n`);
      return;
    }
    const figures = [
      ...(await startUpFigures(aws)),
      atMost("All bundles together", await sizeOf(join(FOLDER, "dist")), 3.5e6, mb),
      ...coldFigures({ cold, stacks, rollout, speed }),
      ...(await rolloutFigures(aws, stacks)),
      ...(await overlapFigures(aws, speed)),
      ...(await smokeTestFigures(aws)),
    ];
    process.stdout.write(`${figuresTable(figures)}\n`);
    printCriticalPath(stacks);
  } finally {
    await aws.close();
  }
}

async function startUpFigures(aws: LocalAws): Promise<Figure[]> {
  progress(`Process start to first AWS call, ${ROUNDS} rounds ...`);
  const { action, bare } = await measureStartUp({ folder: FOLDER, inputs: inputs(aws, "1"), rounds: ROUNDS });
  return [
    { name: 'Start of node -e "fetch(...)" to its request, median', measured: ms(median(bare)) },
    { name: "Start of the action to its first AWS call, median", measured: ms(median(action)) },
    atMost("  as a multiple of the former", median(action) / median(bare), 2, times),
  ];
}

function coldFigures({ cold, stacks, rollout, speed }: ColdDeploy): Figure[] {
  const path = criticalPath(stacks, durations);
  const took = cold.seconds * speed;
  const run = { startedAt: cold.startedAt.getTime(), endedAt: cold.endedAt.getTime() };
  const atWork = [...stacks.filter(({ name }) => path.stacks.includes(name)), rollout];
  const { least, most } = atSpeedOne(run, atWork, speed);
  const ratio = { least: least / path.seconds, most: most / path.seconds };
  return [
    cold.peakMemory === undefined
      ? { name: "Peak memory of a cold deploy", measured: "no /proc here" }
      : atMost("Peak memory of a cold deploy", cold.peakMemory, 150, mib),
    { name: "Cold deploy, in AWS's time", measured: s(took) },
    { name: "  its critical path by the durations", measured: s(path.seconds) },
    // Our own share is not divided by the speed factor: at speed 1 the ratio is lower, at a high speed it says nothing.
    speed <= 10
      ? atMost(`  as a multiple of the former, at speed ${speed}`, took / path.seconds, 1.15, times)
      : {
          name: `  as a multiple of the former, at speed ${speed}`,
          measured: times(took / path.seconds),
          bound: "too fast to judge",
        },
    between("  at speed 1, our own share counted once", ratio, { from: 0.95, to: 1.05 }, times),
  ];
}

function printCriticalPath(stacks: readonly CreatedStack[]): void {
  process.stdout.write(`\nCritical path of a cold deploy:\n`);
  for (const step of criticalPath(stacks, durations).steps) process.stdout.write(`  ${step}\n`);
}

async function rolloutFigures(aws: LocalAws, stacks: readonly CreatedStack[]): Promise<Figure[]> {
  progress("Nothing changed ...");
  // The smoke test asks AWS too, for the rules and security groups: its calls have a row of their own.
  const noSmokeTest = { "smoke-test": "false" };
  const proven = await measureRun(aws, FOLDER, inputs(aws, "1"));
  const unchanged = await measureRun(aws, FOLDER, { ...inputs(aws, "1"), ...noSmokeTest });
  progress("A new image ...");
  const rolled = await measureRun(aws, FOLDER, { ...inputs(aws, "2"), ...noSmokeTest });
  const { needed, polling, fastestPoll } = countCalls(rolled.calls, "UpdateService");
  progress("Another new image, its targets watched ...");
  const targetGroupArn = stacks.map(({ outputs }) => outputs.TargetGroupArn).find((arn) => arn !== undefined) ?? "";
  const { cluster = "", service = "" } = rolled.run.outputs;
  const watch = watchRollout(aws, { targetGroupArn, cluster, service });
  const watched = await measureRun(aws, FOLDER, inputs(aws, "3"));
  const { healthyAt, completedAt } = await watch.stop();
  const until = (from: number) => (watched.endedAt.getTime() - from) / 1000;
  progress("Nothing changed, no smoke test ...");
  const quick = await measureRun(aws, FOLDER, { ...inputs(aws, "3"), ...noSmokeTest });
  return [
    atMost("AWS calls when nothing changed", unchanged.calls.length, 12, count),
    { name: "  the smoke test's own", measured: count(proven.calls.length - unchanged.calls.length) },
    atMost("AWS calls for a new image, without polling", needed, 16, count),
    { name: "  polling", measured: count(polling) },
    // Rounded, for calls are noted in whole milliseconds.
    atMost(
      `  calls a second, fastest: ${fastestPoll.operation}`,
      Math.round(fastestPoll.perSecond * 100) / 100,
      1,
      (n) => n.toFixed(2),
    ),
    // ECS calls a deployment COMPLETED only once the old tasks are drained and gone, which the speed factor shortens.
    { name: "Last target healthy to the deployment COMPLETED", measured: s((completedAt - healthyAt) / 1000) },
    atMost("Both to the end of the step, smoke test included", until(Math.max(healthyAt, completedAt)), 2, s),
    atMost("Last AWS answer to the end of the process", quick.endedAt.getTime() - lastAnswer(quick.calls), 250, ms),
  ];
}

/** How far independent calls overlap shows only when answers take their time, as over a network. */
async function overlapFigures(aws: LocalAws, speed: number): Promise<Figure[]> {
  progress("Nothing changed, every answer late ...");
  const withoutSmokeTest = { ...inputs(aws, "3"), "smoke-test": "false" };
  const quick = await measureRun(aws, FOLDER, withoutSmokeTest);
  await delayCalls(aws, quick.calls, DELAY_MS, speed);
  const late = await measureRun(aws, FOLDER, withoutSmokeTest);
  await aws.clearFaults();
  const inTurn = (late.calls.length * DELAY_MS) / 1000;
  return [
    {
      name: `Added by ${late.calls.length} AWS calls of ${DELAY_MS} ms when nothing changed`,
      measured: s(late.seconds - quick.seconds),
      bound: `one after another: ${s(inTurn)}; ${mostOverlapping(late.calls)} at once at most`,
    },
  ];
}

/** What the smoke test takes beyond its slowest request, which nothing can be quicker than. */
async function smokeTestFigures(aws: LocalAws): Promise<Figure[]> {
  progress(`The smoke test alone, ${ROUND_TRIP_MS} ms away, ${SMOKE_TEST_ROUNDS} rounds ...`);
  const host = `app.${aws.domain}`;
  const measure = (more: Record<string, string>) =>
    timeSmokeTest(aws, {
      folder: FOLDER,
      inputs: { host, ...more },
      roundTripMs: ROUND_TRIP_MS,
      rounds: SMOKE_TEST_ROUNDS,
    });
  const { app = "" } = inputs(aws, "1");
  const known = await measure({ domain: host, app });
  const unknown = await measure({});
  return [
    {
      name: `Slowest request of the smoke test (${known.slowest}), ${ROUND_TRIP_MS} ms away`,
      measured: ms(known.slowestMs),
    },
    { name: `  all of its ${known.connections} connections, unauthenticated`, measured: ms(known.wholeMs) },
    atMost("  as a multiple of the former", known.wholeMs / known.slowestMs, 2, times),
    // The sign-in pages' host is known from the first answer alone then: two connections in a row, and one more request.
    {
      name: "  without knowing what was deployed",
      measured: times(unknown.wholeMs / unknown.slowestMs),
    },
  ];
}

function inputs(aws: LocalAws, tag: string): Record<string, string> {
  return {
    domain: `app.${aws.domain}`,
    "hosted-zone-id": aws.hostedZoneId,
    image: `ecs-cognito-deploy/sample-app:${tag}`,
    app: "web",
    "health-check-path": "/healthz",
  };
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const bundles = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".js"));
  const sizes = await Promise.all(
    bundles.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${error instanceof TypeError ? `\n${USAGE}` : ""}`,
  );
  process.exitCode = 1;
}
