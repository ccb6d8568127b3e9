import type { Change } from "@aws-sdk/client-cloudformation";
import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { isProtected, lossOf, protectedChanges, REFUSAL_HINT, readChanges, refusalMessage } from "../plan/changes.js";
import type { StackSpec, StackState } from "../plan/stacks.js";
import type { StackWorld } from "../stacks/apply.js";
import { presentResources } from "../stacks/describe.js";
import { changeLine } from "./preview-changes.js";
import type { World } from "./world.js";

/**
 * Prints what an update is about to do, and stops it if a user pool, its domain or the load balancer would go.
 *
 * @throws ActionError ReplacementRefused unless `allow-replacement` is set
 */
export function reviewChanges(
  { log }: World,
  { allowReplacement }: Request,
  spec: StackSpec,
  changes: readonly Change[],
): void {
  const read = readChanges(changes);
  for (const change of read) log.change(spec.id, changeLine(change), `${spec.id}/change/${change.resource}`);
  const refused = protectedChanges(read);
  if (refused.length > 0 && !allowReplacement)
    throw new ActionError("ReplacementRefused", refusalMessage(spec.id, refused), { hint: REFUSAL_HINT });
}

/** Statuses of stacks that may hold what people use: their deletion or update failed, or somebody kept a failed one. */
const MAY_HOLD = ["DELETE_FAILED", "CREATE_FAILED"];

/**
 * The same for a stack that is to be deleted and made again. One whose creation was rolled back holds nothing that
 * anybody could have used.
 *
 * @throws ActionError ReplacementRefused unless `allow-replacement` is set
 */
export async function reviewDeletion(
  { client, signal }: StackWorld,
  { allowReplacement }: Request,
  spec: StackSpec,
  state: StackState,
): Promise<void> {
  if (allowReplacement || !MAY_HOLD.includes(state.status)) return;
  const held = (await presentResources(client, state.arn, signal)).filter(({ type }) => isProtected(type));
  if (held.length === 0) return;
  const refused = held.map(({ resource, type }) => ({
    effect: "remove" as const,
    resource,
    type,
    properties: [],
    causes: [`the stack's status ${state.status}, from which it can only be deleted`],
    loss: lossOf(type) ?? "",
  }));
  throw new ActionError("ReplacementRefused", refusalMessage(spec.id, refused), { hint: REFUSAL_HINT });
}
