import type { PreviewRequest, Request } from "../inputs/request.js";
import { ActionError, Skipped } from "../lib/errors.js";
import { full, previewsAmong } from "../plan/admission.js";
import type { Observed, Plan } from "../plan/plan.js";
import type { Quota } from "../stacks/head-room.js";
import type { World } from "./world.js";

/**
 * Whether one more preview may stand on the platform: `max-previews`, and what the load balancer has room for. A preview
 * that stands already always has its place.
 *
 * @throws Skipped Full
 */
export async function requireRoom(
  world: World,
  request: Request & Required<Pick<Request, "preview">>,
  { stacks }: Plan,
  observed: Observed,
): Promise<void> {
  const listener = observed.stacks.alb?.outputs.HttpsListenerArn;
  const isNew = stacks.some(({ id, action }) => id === "ecs-service" && action === "create");
  if (!isNew || !listener) return;
  const { maxPreviews } = request.preview;
  const [{ listRules, tagsOfRules }, { fullQuota }, client] = await Promise.all([
    import("../service/rules.js"),
    import("../stacks/head-room.js"),
    world.clients.loadBalancing(),
  ]);
  const rules = await listRules(client, listener, world.signal);
  const quota = await fullQuota(client, rules, world.signal);
  if (quota) throw noRoom(request.preview, quota);
  const own = rules.filter(({ IsDefault }) => !IsDefault);
  // Every preview has a rule, so that fewer rules are fewer previews, and nobody need be asked whose they are.
  if (own.length < maxPreviews) return;
  const { app, origin } = request;
  const tags = (await tagsOfRules(client, own, world.signal)).map((rule) => rule.tags);
  const previews = previewsAmong(tags, { app, repositoryId: origin.repositoryId });
  if (previews.length < maxPreviews) return;
  const refusal = full(`${previews.length} of ${app} stand, and max-previews is ${maxPreviews}`, previews);
  throw new Skipped(refusal.code, refusal.message, { hint: refusal.hint });
}

/**
 * For a pull request that is nobody's fault, for any other deploy it is a failure.
 *
 * @param preview the preview that would be new; absent: something else has no room
 */
export function noRoom(preview: PreviewRequest | undefined, { name, most, adjustable }: Quota): ActionError {
  const why = `its quota "${name}" is ${most}, and as many are in use`;
  if (preview) {
    const refusal = full(`the load balancer is full: ${why}`, []);
    return new Skipped(refusal.code, refusal.message, { hint: refusal.hint });
  }
  return new ActionError("LoadBalancerFull", `The load balancer is full: ${why}.`, {
    hint: adjustable
      ? "Remove an environment that nobody needs any more, or have the quota raised in Service Quotas."
      : "Remove an environment that nobody needs any more: this quota cannot be raised. Other domains get a load balancer of their own.",
  });
}
