import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** A workflow as its file says, as far as running the steps of this repository needs it. */
export interface Workflow {
  readonly file: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Concurrency | undefined;
  readonly env: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
  /** Of `workflow_call`. */
  readonly inputs: Readonly<Record<string, WorkflowInput>>;
  /** Of `workflow_dispatch`. */
  readonly dispatch: Readonly<Record<string, WorkflowInput>>;
  /** Of `workflow_call`: name to expression. */
  readonly outputs: Readonly<Record<string, string>>;
}

export type Permissions = Readonly<Record<string, string>>;

export interface WorkflowInput {
  readonly required: boolean;
  readonly type: string;
  /** Undefined without one. */
  readonly default: unknown;
}

export interface Concurrency {
  readonly group: string;
  readonly cancelInProgress: unknown;
}

export interface WorkflowJob {
  readonly needs: readonly string[];
  readonly if: string | undefined;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Concurrency | undefined;
  readonly env: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The name of the GitHub environment, an expression perhaps. */
  readonly environment: string | undefined;
  readonly steps: readonly WorkflowStep[];
  /** A reusable workflow in place of steps. */
  readonly uses: string | undefined;
  readonly with: Readonly<Record<string, unknown>>;
}

export interface WorkflowStep {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly if: string | undefined;
  readonly uses: string | undefined;
  readonly run: string | undefined;
  readonly with: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, unknown>>;
  readonly continueOnError: boolean;
}

/**
 * Reads a workflow file. What it may hold: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax.
 * Throws where it holds what this runner does not do (a matrix, `defaults`), because leaving it out would be another workflow.
 */
export async function readWorkflow(file: string): Promise<Workflow> {
  const document = mapping(parse(await readFile(file, "utf8")), file);
  const on = typeof document.on === "string" ? { [document.on]: null } : mapping(document.on, `${file}: on`);
  const call = mapping(on.workflow_call ?? {}, `${file}: on.workflow_call`);
  const jobs = Object.entries(mapping(document.jobs, `${file}: jobs`));
  return {
    file,
    on,
    permissions: permissions(document.permissions, file),
    concurrency: concurrency(document.concurrency, file),
    env: mapping(document.env ?? {}, `${file}: env`),
    jobs: Object.fromEntries(jobs.map(([id, job]) => [id, readJob(mapping(job, `${file}: ${id}`), `${file}: ${id}`)])),
    inputs: readInputs(call.inputs, `${file}: on.workflow_call.inputs`),
    dispatch: readInputs(mapping(on.workflow_dispatch ?? {}, file).inputs, `${file}: on.workflow_dispatch.inputs`),
    outputs: Object.fromEntries(
      Object.entries(mapping(call.outputs ?? {}, `${file}: outputs`)).map(([name, value]) => [
        name,
        String(mapping(value, `${file}: outputs.${name}`).value),
      ]),
    ),
  };
}

function readInputs(value: unknown, where: string): Record<string, WorkflowInput> {
  const inputs = Object.entries(mapping(value ?? {}, where));
  return Object.fromEntries(
    inputs.map(([name, each]) => {
      const { required, type, default: byDefault } = mapping(each, `${where}.${name}`);
      return [name, { required: required === true, type: String(type ?? "string"), default: byDefault }];
    }),
  );
}

const JOB_KEYS = [
  ...["name", "needs", "if", "permissions", "concurrency", "env", "outputs", "steps", "uses", "with", "secrets"],
  ...["runs-on", "timeout-minutes", "environment", "container"],
];

function readJob(job: Readonly<Record<string, unknown>>, where: string): WorkflowJob {
  const unknown = Object.keys(job).filter((key) => !JOB_KEYS.includes(key));
  if (unknown.length > 0) throw new Error(`${where}: this runner does not do ${unknown.join(", ")}`);
  const steps = (job.steps ?? []) as readonly unknown[];
  return {
    needs: typeof job.needs === "string" ? [job.needs] : ((job.needs ?? []) as readonly string[]),
    if: job.if === undefined ? undefined : String(job.if),
    permissions: permissions(job.permissions, where),
    concurrency: concurrency(job.concurrency, where),
    env: mapping(job.env ?? {}, `${where}: env`),
    outputs: mapping(job.outputs ?? {}, `${where}: outputs`),
    environment: environment(job.environment, where),
    steps: steps.map((step, index) => readStep(mapping(step, `${where}: step ${index + 1}`))),
    uses: job.uses === undefined ? undefined : String(job.uses),
    with: mapping(job.with ?? {}, `${where}: with`),
  };
}

function readStep(step: Readonly<Record<string, unknown>>): WorkflowStep {
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  return {
    id: text(step.id),
    name: text(step.name),
    if: text(step.if),
    uses: text(step.uses),
    run: text(step.run),
    with: mapping(step.with ?? {}, "with"),
    env: mapping(step.env ?? {}, "env"),
    continueOnError: step["continue-on-error"] === true,
  };
}

function permissions(value: unknown, where: string): Permissions | undefined {
  if (value === undefined) return undefined;
  const levels = Object.entries(mapping(value, `${where}: permissions`));
  return Object.fromEntries(levels.map(([name, level]) => [name, String(level)]));
}

function concurrency(value: unknown, where: string): Concurrency | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return { group: value, cancelInProgress: false };
  const { group, "cancel-in-progress": cancelInProgress = false } = mapping(value, `${where}: concurrency`);
  return { group: String(group), cancelInProgress };
}

function environment(value: unknown, where: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return String(mapping(value, `${where}: environment`).name);
}

function mapping(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where} is not a mapping`);
  return value as Readonly<Record<string, unknown>>;
}
