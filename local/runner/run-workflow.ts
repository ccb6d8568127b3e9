import { join } from "node:path";
import {
  type ExpressionContext,
  evaluateCondition,
  evaluateValue,
  type JobStatus,
  toText,
  type Value,
} from "./expression.js";
import { type ActionRun, type RunActionOptions, runAction } from "./run-action.js";
import { type Permissions, readWorkflow, type Workflow, type WorkflowJob, type WorkflowStep } from "./workflow-file.js";
import { githubContext, type WorkflowEvent, workflowRunVariables } from "./workflow-run.js";

export interface RunWorkflowOptions {
  readonly file: string;
  readonly event: WorkflowEvent;
  /** `vars`, `secrets` of the repository. A run of a fork gets no secrets, which is for who calls this to say. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Added to the environment of the actions that are run. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that a step's or job's `uses` means, where it is of this repository; undefined for others'. */
  folderOf(uses: string): string | undefined;
  /**
   * What GitHub gives a job: GITHUB_TOKEN with the job's permissions and, where `id-token: write` is one of them, the two
   * variables by which it asks for its identity.
   */
  startJob(job: StartedJob): Promise<Readonly<Record<string, string>>>;
  /** What a step that is others', or that is a `run`, does here; throws for one that it does not expect. */
  fake(step: FakedStep): FakedResult | Promise<FakedResult>;
  readonly onOutput?: RunActionOptions["onOutput"];
}

/** What GitHub knows of a job when it starts. */
export interface StartedJob {
  readonly permissions: Permissions;
  /** The `environment:` that it names, evaluated. */
  readonly environment: string | undefined;
  /** The file of the reusable workflow that it stands in, as the caller's `uses` says it. */
  readonly reusable: string | undefined;
}

export interface FakedResult {
  readonly outputs?: Readonly<Record<string, string>>;
  /** What it adds to the environment of the job's later steps, as by GITHUB_ENV. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A step that is not run here, with its inputs evaluated. */
export interface FakedStep {
  readonly job: string;
  readonly id: string | undefined;
  readonly uses: string | undefined;
  readonly run: string | undefined;
  readonly with: Readonly<Record<string, string>>;
  readonly permissions: Permissions;
  /** What the step's process would have: of the workflow, the job, the steps before it, and of GitHub. */
  readonly env: Readonly<Record<string, string>>;
}

export interface JobRun {
  readonly result: JobStatus | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  /** The evaluated concurrency group, where the job has one. */
  readonly group: string | undefined;
  /** Our own steps that were run, in order. */
  readonly runs: readonly {
    readonly uses: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly run: ActionRun;
  }[];
}

export interface WorkflowRun {
  /** By id; the jobs of a reusable workflow as `caller / job`. */
  readonly jobs: Readonly<Record<string, JobRun>>;
  readonly group: string | undefined;
  readonly result: JobStatus;
}

/**
 * Runs a workflow's jobs one after another, in the order of their `needs`: its own actions as GitHub would with the inputs
 * that the file's expressions give, steps of others by what `fake` says they put out. Conditions, permissions (none that
 * is not listed; a reusable workflow never more than who calls it) and outputs are as on GitHub.
 */
export async function runWorkflow(options: RunWorkflowOptions): Promise<WorkflowRun> {
  const workflow = await readWorkflow(options.file);
  const variables = workflowRunVariables(options.event);
  const payload = options.event.payload as Value;
  const jobs: Record<string, JobRun> = {};
  const base: ExpressionContext = {
    github: { ...githubContext(variables, ""), event: payload },
    vars: options.vars ?? {},
    secrets: options.secrets ?? {},
    inputs: dispatched(workflow, options.event),
  };
  const { result } = await runJobs({
    workflow,
    options,
    base,
    jobs,
    prefix: "",
    ceiling: undefined,
    reusable: undefined,
  });
  return { jobs, group: groupOf(workflow, base), result };
}

/** The `inputs` of a run that somebody started by hand: in the payload they are texts, here they have their types. */
function dispatched(workflow: Workflow, { name, payload }: WorkflowEvent): Record<string, Value> {
  if (name !== "workflow_dispatch") return {};
  const given = (payload.inputs ?? {}) as Readonly<Record<string, string>>;
  return Object.fromEntries(
    Object.entries(workflow.dispatch).map(([input, { type, default: byDefault }]): [string, Value] => {
      const value = given[input] ?? String(byDefault ?? "");
      return [input, type === "boolean" ? value === "true" : value];
    }),
  );
}

interface Scope {
  readonly workflow: Workflow;
  readonly options: RunWorkflowOptions;
  readonly base: ExpressionContext;
  readonly jobs: Record<string, JobRun>;
  /** `preview / ` for the jobs of a reusable workflow. */
  readonly prefix: string;
  /** What the caller's job may do; undefined at the top. */
  readonly ceiling: Permissions | undefined;
  /** The caller's `uses`; undefined at the top. */
  readonly reusable: string | undefined;
}

async function runJobs(scope: Scope): Promise<{ result: JobStatus; outputs: Record<string, string> }> {
  const { workflow, jobs, prefix } = scope;
  const waiting = new Map(Object.entries(workflow.jobs));
  while (waiting.size > 0) {
    const next = [...waiting].find(([, { needs }]) => needs.every((id) => jobs[prefix + id] !== undefined));
    if (next === undefined) throw new Error(`${workflow.file}: the needs of ${[...waiting.keys()]} are never met`);
    const [id, job] = next;
    waiting.delete(id);
    jobs[prefix + id] = await runJob(scope, id, job);
  }
  const results = Object.keys(workflow.jobs).map((id) => jobs[prefix + id]?.result);
  const ofJobs = Object.fromEntries(
    Object.keys(workflow.jobs).map((id): [string, Value] => [id, { outputs: jobs[prefix + id]?.outputs ?? {} }]),
  );
  const outputs = texts(workflow.outputs, { ...scope.base, jobs: ofJobs });
  return { result: results.includes("failure") ? "failure" : "success", outputs };
}

async function runJob(scope: Scope, id: string, job: WorkflowJob): Promise<JobRun> {
  const { base, jobs, prefix, workflow } = scope;
  const needed = job.needs.map((name): [string, JobRun | undefined] => [name, jobs[prefix + name]]);
  const needs = Object.fromEntries(
    needed.map(([name, run]): [string, Value] => [name, { result: run?.result ?? "", outputs: run?.outputs ?? {} }]),
  );
  const context = { ...base, needs };
  const results = needed.map(([, run]) => run?.result ?? "skipped");
  const status = results.find((result) => result === "failure") ?? results.find((result) => result !== "success");
  const group = groupOf(job, context);
  const never = { outputs: {}, group, runs: [] };
  // Where a job that is needed was skipped this one is too, unless its condition says otherwise.
  if (!evaluateCondition(asked(job.if), status ?? "success", context)) return { result: "skipped", ...never };
  const permissions = allowed(scope, `${workflow.file}: ${id}`, job.permissions ?? workflow.permissions ?? {});
  return job.uses === undefined
    ? { group, ...(await runSteps(scope, { id, job, context, permissions })) }
    : { ...never, ...(await callWorkflow(scope, { id, job, context, permissions, uses: job.uses })) };
}

/** An `if` that was not written. */
function asked(condition: string | undefined): string {
  return condition ?? "success()";
}

/** GitHub does not start a run whose reusable workflow asks for more than the job that calls it has. */
function allowed({ ceiling }: Scope, where: string, wanted: Permissions): Permissions {
  const order = ["none", "read", "write"];
  for (const [name, level] of Object.entries(wanted)) {
    if (ceiling && order.indexOf(level) > order.indexOf(ceiling[name] ?? "none"))
      throw new Error(`${where} asks for ${name}: ${level}, but the job that calls it has ${ceiling[name] ?? "none"}`);
  }
  return wanted;
}

interface RunningJob {
  readonly id: string;
  readonly job: WorkflowJob;
  readonly context: ExpressionContext;
  readonly permissions: Permissions;
}

async function callWorkflow(
  { options, base, jobs, prefix }: Scope,
  { id, job, context, permissions, uses }: RunningJob & { readonly uses: string },
): Promise<{ result: JobStatus; outputs: Record<string, string> }> {
  const [, path] = /^[^@]*?(\.github\/workflows\/[^@]+)(?:@.+)?$/.exec(uses) ?? [];
  const folder = options.folderOf(uses);
  if (path === undefined || folder === undefined) throw new Error(`${uses} is no reusable workflow of this repository`);
  const workflow = await readWorkflow(join(folder, path));
  const given = new Map(Object.entries(job.with).map(([name, value]) => [name, evaluated(value, context)]));
  const inputs: Record<string, Value> = {};
  for (const [name, { required, type, default: byDefault }] of Object.entries(workflow.inputs)) {
    if (required && !given.has(name)) throw new Error(`${uses} requires the input ${name}`);
    const none: Value = type === "boolean" ? false : type === "number" ? 0 : "";
    inputs[name] = given.get(name) ?? evaluated(byDefault ?? none, context);
    if (type === "boolean" && typeof inputs[name] !== "boolean") throw new Error(`${uses}: ${name} is a boolean`);
    given.delete(name);
  }
  if (given.size > 0) throw new Error(`${uses} has no input ${[...given.keys()].join(", ")}`);
  // Secrets are passed on only where the caller says so, which nothing of ours needs.
  const called: ExpressionContext = { ...base, inputs, secrets: {}, vars: base.vars ?? {} };
  const scope = { workflow, options, base: called, jobs, prefix: `${prefix}${id} / ` };
  return runJobs({ ...scope, ceiling: permissions, reusable: uses });
}

async function runSteps(
  { options, workflow, reusable }: Scope,
  { id, job, context, permissions }: RunningJob,
): Promise<Pick<JobRun, "result" | "outputs" | "runs">> {
  const environment = job.environment === undefined ? undefined : toText(evaluated(job.environment, context));
  const given = await options.startJob({ permissions, environment: environment || undefined, reusable });
  const { GITHUB_TOKEN: token = "" } = given;
  const steps: Record<string, Value> = {};
  const runs: JobRun["runs"][number][] = [];
  let status: JobStatus = "success";
  const github = { ...(context.github as Record<string, Value>), token };
  const own = { workflow_repository: "OWNER/ecs-cognito-deploy", workflow_sha: "0".repeat(40) };
  const inJob: ExpressionContext = { ...context, github, runner: { os: "Linux" }, job: { status, ...own } };
  let jobEnv = { ...texts(workflow.env, inJob), ...texts(job.env, inJob) };
  for (const step of job.steps) {
    const env = { ...jobEnv, ...texts(step.env, { ...inJob, env: jobEnv, steps }) };
    const scope: ExpressionContext = { ...inJob, env, steps };
    if (!evaluateCondition(asked(step.if), status, scope)) {
      if (step.id) steps[step.id] = { outputs: {}, outcome: "skipped", conclusion: "skipped" };
      continue;
    }
    const { outcome, outputs, run, added } = await runStep(options, { id, step, scope, env, permissions, given });
    if (run) runs.push(run);
    jobEnv = { ...jobEnv, ...added };
    if (step.id) steps[step.id] = { outputs, outcome, conclusion: step.continueOnError ? "success" : outcome };
    if (outcome === "failure" && !step.continueOnError) status = "failure";
  }
  return { result: status, outputs: texts(job.outputs, { ...inJob, steps }), runs };
}

interface StepRun {
  readonly outcome: JobStatus;
  readonly outputs: Readonly<Record<string, string>>;
  /** Absent for a step that was faked. */
  readonly run?: JobRun["runs"][number];
  readonly added: Readonly<Record<string, string>>;
}

async function runStep(
  options: RunWorkflowOptions,
  {
    id,
    step,
    scope,
    env,
    permissions,
    given,
  }: {
    id: string;
    step: WorkflowStep;
    scope: ExpressionContext;
    env: Record<string, string>;
    permissions: Permissions;
    given: Readonly<Record<string, string>>;
  },
): Promise<StepRun> {
  const inputs = texts(step.with, scope);
  const folder = step.uses === undefined ? undefined : options.folderOf(step.uses);
  if (folder === undefined) {
    const { id: stepId, uses } = step;
    const script = step.run === undefined ? undefined : toText(evaluateValue(step.run, scope));
    const all = { ...options.env, ...given, ...env };
    const faked = await options.fake({ job: id, id: stepId, uses, run: script, with: inputs, permissions, env: all });
    return { outcome: "success", outputs: faked.outputs ?? {}, added: faked.env ?? {} };
  }
  const run = await runAction({
    folder,
    inputs,
    env: { ...options.env, ...env, ...given },
    event: { name: options.event.name, payload: { ...options.event.payload } },
    ...(options.onOutput ? { onOutput: options.onOutput } : {}),
  });
  const { conclusion: outcome, outputs, env: added } = run;
  return { outcome, outputs, run: { uses: step.uses ?? "", inputs, run }, added };
}

function groupOf({ concurrency }: Pick<Workflow, "concurrency">, context: ExpressionContext): string | undefined {
  return concurrency && toText(evaluateValue(concurrency.group, context));
}

function texts(values: Readonly<Record<string, unknown>>, context: ExpressionContext): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    toText(evaluated(value, context)),
  ]);
  return Object.fromEntries(entries);
}

function evaluated(value: unknown, context: ExpressionContext): Value {
  return typeof value === "string" ? evaluateValue(value, context) : (value as Value);
}
