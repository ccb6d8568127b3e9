import { isSame } from "../changes.js";
import type { Resource, StableState } from "../stack.js";
import { runGraph } from "../template/graph.js";
import { attributesOf, sendUpdate } from "./apply.js";
import { failureReason, handlerPause } from "./handler-call.js";
import { handlerOf, put, type Run } from "./run.js";

/**
 * Takes a stack's resources back to what they were when it was last complete: each one that the update has touched
 * is sent its previous set of properties, whatever its service has meanwhile; replaced ones come back. New ones are
 * left for `cleanUp`.
 * @param skip logical ids to count as rolled back without being touched (ContinueUpdateRollback)
 * @returns logical ids of what could not be rolled back
 */
export async function rollBackUpdate(
  run: Run,
  stable: StableState,
  skip: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const graph = new Map([...stable.resources.values()].map(({ logicalId, dependsOn }) => [logicalId, dependsOn]));
  return runGraph(graph, (logicalId) => restore(run, stable, logicalId, skip, signal), { keepGoing: true });
}

async function restore(
  run: Run,
  stable: StableState,
  logicalId: string,
  skip: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { stack, engine } = run;
  const before = stable.resources.get(logicalId);
  const now = stack.resources.get(logicalId);
  if (!before) return;
  if (skip.includes(logicalId)) {
    put(run, before, "UPDATE_COMPLETE");
    return;
  }
  if (now && now.physicalId !== before.physicalId) {
    if (now.physicalId !== undefined) stack.superseded.push(now);
    stack.superseded = stack.superseded.filter(({ physicalId }) => physicalId !== before.physicalId);
    put(run, put(run, before, "UPDATE_IN_PROGRESS"), "UPDATE_COMPLETE");
    return;
  }
  if (now && isUntouched(now, before)) {
    stack.resources.set(logicalId, { ...before, status: now.status, timestamp: now.timestamp });
    return;
  }
  const { physicalId } = before;
  if (physicalId === undefined) return;
  put(run, before, "UPDATE_IN_PROGRESS");
  try {
    const { handler } = handlerOf(engine, before.type);
    const attributes = await sendUpdate(run, handler, { ...(now ?? before), physicalId }, before.properties, signal);
    await handlerPause(run, before.type, "update", signal);
    put(run, { ...before, attributes }, "UPDATE_COMPLETE");
  } catch (error) {
    put(run, now ?? before, "UPDATE_FAILED", failureReason(run, before.type, error, "update"));
    throw error;
  }
}

function isUntouched(now: Resource, before: Resource): boolean {
  return (
    now.status !== "UPDATE_FAILED" &&
    isSame(now.properties, before.properties) &&
    isSame(attributesOf(now), attributesOf(before))
  );
}
