import type { OnStackFailure, StackStatus } from "@aws-sdk/client-cloudformation";
import { failEarly } from "../early-validation.js";
import type { Instance } from "../instance.js";
import type { Operation, StableState, Stack } from "../stack.js";
import { applyInstance, type Failures } from "./apply.js";
import { cleanUp, type DeletionOptions, deleteResources } from "./delete.js";
import { Express } from "./express.js";
import { pause } from "./handler-call.js";
import { beginRollback } from "./operation-events.js";
import { checkExportsInUse, resolveOutputs } from "./outputs.js";
import { rollBackUpdate } from "./rollback.js";
import { type Engine, enter, type Run, setOptional } from "./run.js";

/** The stack is being deleted while it is still being created: its creation stops, without a rollback. */
export const SUPERSEDED_BY_DELETE = "superseded by a deletion";

/** Creates a stack's resources and follows `onFailure` where one fails. */
export async function createStack(
  engine: Engine,
  stack: Stack,
  operation: Operation,
  { onFailure, validates }: { onFailure: OnStackFailure; validates: boolean },
) {
  const run = begin(engine, stack, operation);
  enter(run, "CREATE_IN_PROGRESS", "User Initiated");
  const timeout = startTimeout(run);
  const remove = onFailure === "DELETE";
  const { early, failure } = await apply(run, validates);
  timeout.abort();
  if (operation.controller.signal.reason === SUPERSEDED_BY_DELETE) return;
  if (failure === undefined) return complete(run, "CREATE_COMPLETE");
  if (onFailure === "DO_NOTHING") return early ? undefined : enter(run, "CREATE_FAILED", failure);
  const reason = early ? failure : `${failure}${remove ? "Delete" : "Rollback"} requested by user.`;
  if (!remove) return removeAll(beginRollback(run), reason);
  enter(run, "DELETE_IN_PROGRESS", reason);
  const left = await deleteResources(run, stopping(run), { rollback: true });
  deleted(run, left.length > 0 ? notDeleted(left) : undefined);
}

/** Brings a stack to its instance; where a resource fails, back to what it was, unless rollback is disabled. */
export async function updateStack(
  engine: Engine,
  stack: Stack,
  operation: Operation,
  { disableRollback, validates }: { disableRollback: boolean; validates: boolean },
) {
  const run = begin(engine, stack, operation);
  enter(run, "UPDATE_IN_PROGRESS", "User Initiated");
  const { early, failure } = await apply(run, validates);
  if (failure === undefined) {
    enter(run, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    await cleanUp(run, new Set(run.instance.graph.keys()), stopping(run));
    return complete(run, "UPDATE_COMPLETE");
  }
  if (disableRollback) return early ? undefined : enter(run, "UPDATE_FAILED", failure);
  const undo = beginRollback(run);
  if (!stack.stable) return removeAll(undo, failure);
  await rollBack(undo, failure);
}

/** ContinueUpdateRollback, RollbackStack of a failed update, and the rollback that an update does by itself. */
export async function rollBack(
  { engine, stack, operation }: Pick<Run, "engine" | "stack" | "operation">,
  reason: string | undefined,
  skip: readonly string[] = [],
) {
  const stable = stack.stable;
  if (!stable) throw new Error(`${stack.name} has never been complete`);
  stack.instance = stable.instance;
  const run = begin(engine, stack, operation);
  enter(run, "UPDATE_ROLLBACK_IN_PROGRESS", reason);
  const failed = await rollBackUpdate(run, stable, skip, stopping(run));
  stack.outputs = [...stable.outputs];
  if (failed.length > 0) {
    return enter(run, "UPDATE_ROLLBACK_FAILED", `The following resource(s) failed to update: [${failed.join(", ")}]. `);
  }
  enter(run, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
  await cleanUp(run, new Set(stable.resources.keys()), stopping(run), { rollback: true });
  await pause(engine.aws, engine.aws.durations.stack.finish, stopping(run));
  enter(run, "UPDATE_ROLLBACK_COMPLETE");
  stack.stable = snapshot(stack, stable.instance);
}

/** RollbackStack of a failed creation. */
export async function rollBackCreation(engine: Engine, stack: Stack, operation: Operation) {
  await removeAll(begin(engine, stack, operation), "User Initiated");
}

/** The rollback of a creation, or of an update of a stack whose creation failed: everything goes. */
async function removeAll(run: Run, reason: string) {
  enter(run, "ROLLBACK_IN_PROGRESS", reason);
  const left = await deleteResources(run, stopping(run), { rollback: true });
  run.stack.outputs = [];
  enter(run, left.length > 0 ? "ROLLBACK_FAILED" : "ROLLBACK_COMPLETE", left.length > 0 ? notDeleted(left) : undefined);
}

/** Deletes a stack with all its resources. */
export async function deleteStack(engine: Engine, stack: Stack, operation: Operation, options: DeletionOptions) {
  const run = begin(engine, stack, operation);
  const { aws } = engine;
  // Shown from the beginning of the deletion on.
  setOptional(stack, "deletionTime", aws.clock.now());
  enter(run, "DELETE_IN_PROGRESS", "User Initiated");
  await options.after;
  await pause(aws, aws.durations.stack.start, stopping(run));
  const left = await deleteResources(run, stopping(run), options);
  await pause(aws, aws.durations.stack.finish, stopping(run));
  deleted(run, left.length > 0 ? notDeleted(left) : undefined);
}

function begin(engine: Engine, stack: Stack, operation: Operation): Run {
  const mode = operation.mode ?? "STANDARD";
  const express = mode === "EXPRESS" ? { express: new Express() } : {};
  stack.deploymentMode = mode;
  return {
    engine,
    stack,
    operation,
    instance: stack.instance ?? EMPTY,
    imports: new Set(),
    configured: new Set(),
    ...express,
  };
}

/** For a stack that never had a template: one whose change set was not executed. */
const EMPTY: Instance = {
  template: {
    ...{ body: "", parameters: {}, mappings: {}, conditions: {}, rules: {}, resources: {}, outputs: {} },
    transforms: [],
  },
  parameters: {},
  resolvedParameters: {},
  references: new Map(),
  tags: {},
  conditions: {},
  graph: new Map(),
  scope: { parameters: {}, mappings: {}, conditions: {}, availabilityZones: [], languageExtensions: false },
};

interface Applied {
  /** Why it failed, in the words of the stack's status reason. */
  readonly failure?: string;
  /** Whether the early validation found it, and has put the stack into its failed state. */
  readonly early?: true;
}

/** Applies the instance. @param validates whether to look for mistakes before any resource is touched */
async function apply(run: Run, validates: boolean): Promise<Applied> {
  const { aws } = run.engine;
  const signal = AbortSignal.any([run.operation.controller.signal, aws.stopping]);
  await pause(aws, aws.durations.stack.start, aws.stopping);
  const { failure } = run.instance.template;
  if (failure !== undefined) return { failure: inWords(failure) };
  try {
    const early = validates ? await failEarly(run) : undefined;
    if (early !== undefined) return { failure: early, early: true };
  } catch (error) {
    return { failure: inWords(error) };
  }
  const failures = await applyInstance(run, signal);
  aws.stopping.throwIfAborted();
  const { reason } = run.operation.controller.signal;
  const named = describe(failures);
  if (named !== "") return { failure: named };
  if (signal.aborted) return { failure: typeof reason === "string" ? reason : "" };
  try {
    const outputs = resolveOutputs(run);
    checkExportsInUse(run, outputs);
    run.stack.outputs = outputs;
    run.stack.imports = run.imports;
    return {};
  } catch (error) {
    return { failure: inWords(error) };
  }
}

async function complete(run: Run, status: StackStatus) {
  const { stack, engine } = run;
  await pause(engine.aws, engine.aws.durations.stack.finish, stopping(run));
  stack.stable = snapshot(stack, run.instance);
  enter(run, status);
}

function snapshot(stack: Stack, instance: Instance): StableState {
  return { instance, resources: new Map(stack.resources), outputs: [...stack.outputs] };
}

function deleted(run: Run, problem: string | undefined) {
  const { stack } = run;
  if (problem !== undefined) return enter(run, "DELETE_FAILED", problem);
  stack.outputs = [];
  enter(run, "DELETE_COMPLETE");
}

function startTimeout({ engine: { aws }, stack, operation }: Run): AbortController {
  const timer = new AbortController();
  if (stack.timeoutInMinutes === undefined) return timer;
  aws.clock.sleep(stack.timeoutInMinutes * 60, AbortSignal.any([timer.signal, aws.stopping])).then(
    () => operation.controller.abort("Stack creation time exceeded the specified timeout. "),
    () => {},
  );
  return timer;
}

/** What goes on after a failure or a cancellation stops only with the local AWS itself. */
function stopping(run: Run): AbortSignal {
  return run.engine.aws.stopping;
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.replace(/\.$/, "")}. `;
}

function describe({ created, updated }: Failures): string {
  const part = (verb: string, names: readonly string[]) =>
    names.length > 0 ? `The following resource(s) failed to ${verb}: [${names.join(", ")}]. ` : "";
  return part("create", created) + part("update", updated);
}

function notDeleted(names: readonly string[]): string {
  return `The following resource(s) failed to delete: [${names.join(", ")}]. `;
}
