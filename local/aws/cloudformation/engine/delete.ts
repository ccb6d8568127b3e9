import type { Resource } from "../stack.js";
import { reversed, runGraph } from "../template/graph.js";
import { withRetry } from "./express.js";
import { failureReason, handlerContext, handlerPause } from "./handler-call.js";
import { handlerOf, put, type Run, record } from "./run.js";

export interface DeletionOptions {
  /** Logical ids that are left as they are (RetainResources). */
  readonly retain?: readonly string[];
  /** Whether the stack's creation is being rolled back: then RetainExceptOnCreate does not retain. */
  readonly rollback?: boolean;
  /** What has to end first: the stack's creation, which the deletion has aborted. */
  readonly after?: Promise<void>;
  /** FORCE_DELETE_STACK: what cannot be deleted is left behind. */
  readonly force?: boolean;
}

/**
 * Deletes all resources of a stack, what needs a resource before it. A failure stops only what the failed one needs.
 * @returns logical ids of what could not be deleted
 */
export async function deleteResources(run: Run, signal: AbortSignal, options: DeletionOptions = {}): Promise<string[]> {
  const { stack } = run;
  const replaced = await deleteSuperseded(run, signal, [], options.rollback ?? false);
  const present = [...stack.resources.values()].filter(({ status }) => status !== "DELETE_COMPLETE");
  const failed = await runGraph(
    deletionOrder(present),
    async (logicalId) => {
      const resource = stack.resources.get(logicalId);
      if (!resource) return;
      const retained =
        options.retain?.includes(logicalId) || isRetained(run, resource.deletionPolicy, options.rollback ?? false);
      if (retained) put(run, resource, "DELETE_SKIPPED");
      else await deleteResource(run, resource, signal, put);
    },
    { keepGoing: true },
  );
  if (options.force) {
    for (const logicalId of failed) {
      const resource = stack.resources.get(logicalId);
      if (resource) put(run, resource, "DELETE_SKIPPED");
    }
    return [];
  }
  return [...replaced, ...failed];
}

/**
 * Deletes what an update (or its rollback) has left over: replaced physical resources, and resources that are no
 * longer in the stack. Failures are recorded as events, and what could not be deleted is forgotten, as in AWS.
 * @param keep logical ids of the resources that the stack has now
 * @param rollback whether an update is being rolled back: then all that goes is what the update has made
 */
export async function cleanUp(
  run: Run,
  keep: ReadonlySet<string>,
  signal: AbortSignal,
  { rollback = false }: { rollback?: boolean } = {},
): Promise<void> {
  const { stack } = run;
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !keep.has(logicalId));
  for (const { logicalId } of removed) stack.resources.delete(logicalId);
  await deleteSuperseded(run, signal, removed, rollback);
}

async function deleteSuperseded(
  run: Run,
  signal: AbortSignal,
  removed: readonly Resource[],
  rollback: boolean,
): Promise<string[]> {
  const { stack } = run;
  const superseded = stack.superseded;
  stack.superseded = [];
  const doomed = [...superseded, ...removed];
  return runGraph(
    deletionOrder(doomed),
    async (logicalId) => {
      for (const resource of doomed.filter((candidate) => candidate.logicalId === logicalId)) {
        const policy = superseded.includes(resource) ? resource.updateReplacePolicy : resource.deletionPolicy;
        if (resource.created && isRetained(run, policy, rollback)) record(run, resource, "DELETE_SKIPPED");
        else await deleteResource(run, resource, signal, record);
      }
    },
    { keepGoing: true },
  );
}

/** Who has to wait for whom: a resource goes when all that need it are gone. */
function deletionOrder(resources: readonly Resource[]) {
  const graph = new Map<string, Set<string>>();
  for (const { logicalId } of resources) graph.set(logicalId, new Set());
  for (const { logicalId, dependsOn } of resources) {
    for (const other of dependsOn) if (graph.has(other)) graph.get(logicalId)?.add(other);
  }
  return reversed(graph);
}

async function deleteResource(run: Run, resource: Resource, signal: AbortSignal, note: typeof record): Promise<void> {
  const { physicalId, type, logicalId } = resource;
  if (physicalId === undefined) {
    note(run, resource, "DELETE_COMPLETE");
    return;
  }
  note(run, resource, "DELETE_IN_PROGRESS");
  try {
    const { handler } = handlerOf(run.engine, type);
    await withRetry(run, signal, () =>
      handler.delete({ ...resource, physicalId }, handlerContext(run, logicalId, signal)),
    );
    await handlerPause(run, type, "delete", signal);
  } catch (error) {
    note(run, resource, "DELETE_FAILED", failureReason(run, type, error, "deletion"));
    throw error;
  }
  note(run, resource, "DELETE_COMPLETE");
}

/**
 * Whether a deletion or update replace policy keeps a resource.
 * @param rollback whether the operation that made it is being rolled back
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function isRetained({ stack }: Run, policy: string, rollback: boolean): boolean {
  if (policy === "Retain") return !(rollback && stack.retainExceptOnCreate);
  return policy === "RetainExceptOnCreate" && !rollback;
}
