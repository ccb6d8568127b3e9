import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { type ActionMetadata, readActionMetadata } from "./action-metadata.js";
import { evaluateCondition, evaluateExpressions, type JobStatus } from "./expression.js";
import { parseFileCommand, parsePathCommand } from "./file-commands.js";
import { createMasker, type Masker } from "./masker.js";
import { runProcess } from "./process.js";
import { type Annotation, type Console, createConsole } from "./workflow-commands.js";
import { githubContext, PUSH_TO_MAIN, workflowRunVariables } from "./workflow-run.js";

export interface RunActionOptions {
  /** The folder that holds action.yml. */
  readonly folder: string;
  /** What a workflow's `with:` gives; names in any case. */
  readonly inputs?: Readonly<Record<string, string>>;
  /**
   * Added to the step's environment, over what the runner itself sets. Nothing else of this process's environment is
   * passed on but PATH: a developer's AWS credentials stay out. `GITHUB_TOKEN`, if given, is `github.token`,
   * and is not passed on.
   */
  readonly env?: Readonly<Record<string, string>>;
  /** The event that started the run; a push to the main branch of octo-org/sample-app without it. */
  readonly event?: { readonly name: string; readonly payload?: Record<string, unknown>; readonly file?: string };
  /** GITHUB_WORKSPACE and the working directory; an empty folder without it. */
  readonly workspace?: string;
  /** Each line of the log as GitHub shows it, as it comes. */
  readonly onOutput?: (line: string) => void;
  /** The process id of `runs.main`, for who wants to measure it. */
  readonly onStart?: (pid: number) => void;
  /** Aborting it cancels the job as GitHub does. */
  readonly signal?: AbortSignal;
}

export interface ActionRun {
  /** Of the first process that failed: 0 when the step is green. */
  readonly exitCode: number;
  readonly conclusion: JobStatus;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary in Markdown, masked. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Everything shown, masked. */
  readonly log: string;
  readonly state: Readonly<Record<string, string>>;
  /** What it has put into the environment of the job's later steps, by GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  /** When the process of `runs.main` started and ended; undefined if it never ran. */
  readonly main: { readonly startedAt: Date; readonly endedAt: Date } | undefined;
}

/** GitHub's limit for one step's summary, in bytes. */
const SUMMARY_LIMIT = 1024 * 1024;

/**
 * Runs a JavaScript action as GitHub's runner does: `pre`, `main` and `post` of its action.yml in processes of their
 * own, with the variables, files and workflow commands of
 * https://docs.github.com/en/actions/reference/workflows-and-actions. A failed action is a result, not an exception;
 * what GitHub would refuse to start (no action.yml, composite or docker actions, expressions that it cannot evaluate) throws.
 */
export async function runAction(options: RunActionOptions): Promise<ActionRun> {
  const folder = resolve(options.folder);
  const metadata = await readActionMetadata(folder);
  const temporary = await mkdtemp(join(tmpdir(), "runner-"));
  try {
    const job = await prepareJob(options, folder, metadata, temporary);
    return await runSteps(job, metadata, options);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Job {
  readonly folder: string;
  readonly temporary: string;
  readonly workspace: string;
  readonly env: Record<string, string>;
  /** What its processes have added to it. */
  readonly added: Record<string, string>;
  readonly console: Console;
  readonly masker: Masker;
}

/** Everything before the first process: folders, variables, inputs, and the warnings GitHub gives about them. */
async function prepareJob(
  { inputs = {}, env: given = {}, event, workspace, onOutput }: RunActionOptions,
  folder: string,
  metadata: ActionMetadata,
  temporary: string,
): Promise<Job> {
  const payload =
    event === undefined
      ? PUSH_TO_MAIN.payload
      : (event.payload ?? (event.file ? JSON.parse(await readFile(event.file, "utf8")) : {}));
  const paths = {
    RUNNER_TEMP: join(temporary, "_temp"),
    RUNNER_TOOL_CACHE: join(temporary, "_tool"),
    HOME: join(temporary, "home"),
    GITHUB_WORKSPACE: workspace ? resolve(workspace) : join(temporary, "workspace"),
  };
  for (const path of Object.values(paths)) await mkdir(path, { recursive: true });
  const eventPath = join(temporary, "event.json");
  await writeFile(eventPath, JSON.stringify(payload, null, 2));
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    LANG: "C.UTF-8",
    ...paths,
    ...workflowRunVariables({ name: event?.name ?? PUSH_TO_MAIN.name, payload }),
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_ACTION: "__self",
    GITHUB_ACTION_PATH: folder,
    RUNNER_OS: "Linux",
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_NAME: "local",
    RUNNER_ENVIRONMENT: "self-hosted",
    ...given,
  };
  const token = env.GITHUB_TOKEN ?? "";
  // On GitHub a step has the token where its inputs or its `env:` ask for it, and nowhere else.
  delete env.GITHUB_TOKEN;
  const masker = createMasker();
  masker.add(token);
  masker.add(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? "");
  const console = createConsole({ masker, debug: env.RUNNER_DEBUG === "1", show: onOutput ?? (() => {}) });
  const contexts = {
    github: githubContext(env, token),
    runner: { temp: paths.RUNNER_TEMP, os: "Linux", arch: env.RUNNER_ARCH ?? "", name: "local" },
  };
  const values = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value]));
  warnAboutInputs(inputs, metadata, console);
  for (const [name, { default: defaultValue }] of metadata.inputs) {
    const value = values.get(name.toLowerCase()) ?? evaluateExpressions(defaultValue, contexts);
    values.delete(name.toLowerCase());
    env[inputVariable(name)] = value;
  }
  for (const [name, value] of values) env[inputVariable(name)] = value;
  return { folder, temporary, workspace: paths.GITHUB_WORKSPACE, env, added: {}, console, masker };
}

/** GitHub's name of the variable that carries an input: blanks become underscores, hyphens stay. */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

function warnAboutInputs(inputs: Readonly<Record<string, string>>, metadata: ActionMetadata, console: Console): void {
  const known = new Map([...metadata.inputs].map(([name, input]) => [name.toLowerCase(), input]));
  const unexpected = Object.keys(inputs).filter((name) => !known.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = [...metadata.inputs.keys()];
    console.annotate({
      level: "warning",
      message: `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid.join("', '")}']`,
    });
  }
  for (const name of Object.keys(inputs)) {
    const message = known.get(name.toLowerCase())?.deprecationMessage;
    if (message) {
      console.annotate({ level: "warning", message: `Input '${name}' has been deprecated with message: ${message}` });
    }
  }
  if (metadata.runs.using === "node20") {
    console.annotate({ level: "warning", message: "Node.js 20 actions are deprecated: this one runs on Node.js 24." });
  }
}

async function runSteps(job: Job, metadata: ActionMetadata, { signal, onStart }: RunActionOptions): Promise<ActionRun> {
  const { pre, preIf, main, post, postIf } = metadata.runs;
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const summaries: string[] = [];
  let exitCode = 0;
  const status = (): JobStatus => (signal?.aborted ? "cancelled" : exitCode === 0 ? "success" : "failure");
  const step = async (script: string, cancel: AbortSignal | undefined, started?: (pid: number) => void) => {
    const run = await runStep({ job, script, state, outputs, summaries, signal: cancel, onStart: started });
    exitCode ||= run.exitCode;
    return run;
  };
  let ran: ActionRun["main"];
  const runsPre = pre !== undefined && evaluateCondition(preIf, status(), { env: job.env });
  if (runsPre) await step(pre, signal);
  if (status() === "success") ran = await step(main, signal, onStart);
  // `post` runs when the job's other steps are over.
  const added = { ...job.added };
  // GitHub queues `post` when `pre` or `main` starts, and runs it in a cancelled job too, where nothing cancels it again.
  if (post !== undefined && (runsPre || ran) && evaluateCondition(postIf, status(), { env: job.env }))
    await step(post, undefined);
  const { console, masker } = job;
  return {
    exitCode,
    conclusion: status(),
    outputs,
    summary: masker.mask(summaries.join("\n")),
    annotations: console.annotations,
    masks: masker.values(),
    log: console.log,
    state,
    env: added,
    main: ran && { startedAt: ran.startedAt, endedAt: ran.endedAt },
  };
}

const FILE_COMMANDS = { output: "GITHUB_OUTPUT", state: "GITHUB_STATE", env: "GITHUB_ENV", path: "GITHUB_PATH" };

/** One process of the action, and what it has written to the files the runner gave it. */
async function runStep({
  job,
  script,
  state,
  outputs,
  summaries,
  signal,
  onStart,
}: {
  job: Job;
  script: string;
  state: Record<string, string>;
  outputs: Record<string, string>;
  summaries: string[];
  signal: AbortSignal | undefined;
  onStart: ((pid: number) => void) | undefined;
}) {
  const { console, env, temporary } = job;
  const files = await mkdtemp(join(temporary, "_runner_file_commands_"));
  const file = (name: string) => join(files, name);
  for (const name of [...Object.keys(FILE_COMMANDS), "summary"]) await writeFile(file(name), "");
  const run = await runProcess({
    command: findNode24(),
    args: [join(job.folder, script)],
    cwd: job.workspace,
    env: {
      ...env,
      ...Object.fromEntries(Object.entries(FILE_COMMANDS).map(([name, variable]) => [variable, file(name)])),
      GITHUB_STEP_SUMMARY: file("summary"),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    },
    onLine: console.print,
    onStart,
    signal,
  });
  console.endStep();
  let failed = console.failed;
  const read = async (name: string, take: (text: string) => void) => {
    try {
      take(await readFile(file(name), "utf8"));
    } catch (error) {
      failed = true;
      console.annotate({ level: "error", message: `Unable to process file command '${name}' successfully.` });
      console.annotate({ level: "error", message: error instanceof Error ? error.message : String(error) });
    }
  };
  Object.assign(outputs, console.outputs);
  Object.assign(state, console.state);
  await read("output", (text) => Object.assign(outputs, parseFileCommand(text)));
  await read("state", (text) => Object.assign(state, parseFileCommand(text)));
  await read("env", (text) => {
    const values = parseEnvironment(text);
    Object.assign(env, values);
    Object.assign(job.added, values);
  });
  await read("path", (text) => {
    env.PATH = [...parsePathCommand(text).reverse(), env.PATH].join(delimiter);
  });
  await read("summary", (text) => {
    const size = Buffer.byteLength(text);
    if (size <= SUMMARY_LIMIT) summaries.push(text);
    else console.annotate({ level: "error", message: oversizedSummary(size) });
  });
  return { ...run, exitCode: run.exitCode || (failed ? 1 : 0) };
}

function parseEnvironment(text: string): Record<string, string> {
  const values = parseFileCommand(text);
  if ("NODE_OPTIONS" in values)
    throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  return values;
}

function oversizedSummary(size: number): string {
  return `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${SUMMARY_LIMIT / 1024}k, got ${Math.floor(size / 1024)}k.`;
}

/** The Node 24 that the package `node` brings, or the running one where that is a 24. */
function findNode24(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("node/package.json")), "bin", "node");
  } catch {
    if (process.versions.node.startsWith("24.")) return process.execPath;
    throw new Error("Node 24, which GitHub runs actions with, is missing: run npm ci");
  }
}
