import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { TAG } from "../plan/names.js";
import { makePlan, type Observed, type Plan, signInHost } from "../plan/plan.js";
import { stackSpecs } from "../plan/stacks.js";
import type { Report } from "../report/report.js";
import { type AppliedStacks, applyStacks } from "./apply-stacks.js";
import { checkPermissions } from "./check-permissions.js";
import type { Conversation } from "./conversation.js";
import { previewChanges, previewLines, withChanges } from "./preview-changes.js";
import type { PreviewWatch } from "./preview-watch.js";
import { prove } from "./prove.js";
import { requireRoom } from "./require-room.js";
import { confirmRollout, type Rolled, roll, undoRollout } from "./roll.js";
import { giveWay, mayGoOver } from "./supersede.js";
import { readTemplates } from "./templates.js";
import type { World } from "./world.js";

/**
 * Plans, and carries the plan out: stacks, rollout, proof. A dry run ends after the plan.
 *
 * @throws ActionError for everything that went wrong in AWS
 */
export async function carryOut(
  world: World,
  request: Request,
  observed: Observed,
  report: Report,
  { conversation, watch }: { conversation: Conversation; watch: PreviewWatch | undefined },
): Promise<void> {
  const specs = stackSpecs(request, await readTemplates(), observed.account);
  const plan = makePlan(request, specs, observed);
  report.outputs.set("plan", JSON.stringify(plan));
  const lines = describePlan(plan, request);
  for (const line of lines) world.log.info(line);
  const refused = plan.stacks.find(({ action }) => action === "refuse");
  if (refused) throw new ActionError("NotOurs", `The stack ${refused.name} is in the way: ${refused.reason}.`);
  requirePlatform(request, plan, observed);
  if (request.dryRun) {
    report.planLines = lines;
    report.outputs.set("changed", "false");
    const previews = await world.timeline.measure("look", "change sets", () =>
      previewChanges(world, request, specs, observed, plan),
    );
    for (const line of previewLines(previews)) world.log.info(line);
    report.stackChanges = previews;
    report.outputs.set("plan", JSON.stringify(withChanges(plan, previews)));
    report.headline = `Dry run of ${request.app} to ${request.environment}: nothing was changed`;
    for (const { refusal } of previews) if (refusal) throw refusal;
    return;
  }

  report.selfSignUp = (observed.stacks.cognito?.parameters.SelfSignUp ?? String(request.selfSignUp)) === "true";
  report.serving = commitOf(observed);
  if (request.preview) await requireRoom(world, { ...request, preview: request.preview }, plan, observed);
  conversation.begin();
  await checkPermissions(world, request, plan, observed.account);
  let rolled: Rolled | undefined;
  const rollTo = async (ready: AppliedStacks, signal: AbortSignal, service = observed.service) => {
    rolled = await world.timeline.measure("rollout", "rollout", () =>
      roll({ ...world, signal }, request, ready, { ...observed, ...(service && { service }) }, report, watch),
    );
  };
  const stacks = await applyStacks(world, request, specs, observed, {
    watch,
    roll: async (ready, signal) => {
      noteOutputs(report, ready, observed.account.region);
      await rollTo(ready, signal);
    },
  });
  for (const [id, { change }] of stacks) report.done.push([`stack ${id}`, change]);
  report.outputs.set(
    "changed",
    String(rolled?.changed || [...stacks.values()].some(({ change }) => change !== "unchanged")),
  );
  const standing = stacks.get("ecs-service")?.state;
  if (request.smokeTest)
    try {
      await world.timeline.measure("prove", "smoke test", () =>
        prove(world, request, stacks, observed.account.region, report),
      );
      if (rolled) await confirmRollout(world, rolled);
    } catch (error) {
      if (!rolled?.changed) throw error;
      if (!watch || !(await mayGoOver(world, request, rolled.rollout, watch, error)))
        throw await undoRollout(world, request, rolled, error, watch);
      await rollTo(stacks, world.signal);
    }
  report.serving = request.origin.commit;
  try {
    await watch?.check(standing);
  } catch (error) {
    if (rolled?.changed) await giveWay(world, request, rolled.rollout, watch?.newestHead() ?? "");
    throw error;
  }
  report.headline = request.allPublic
    ? `Warning: ${request.app} is deployed to ${request.environment} and open to everybody (public-paths: ALL PUBLIC)`
    : `${request.app} is deployed to ${request.environment}`;
  report.isOpen = request.allPublic;
}

/**
 * A pull request's run makes no platform unless it was told to: whoever opens the first one must not decide on the
 * network and the user pool.
 *
 * @throws ActionError NoPlatform
 */
function requirePlatform(request: Request, { stacks }: Plan, observed: Observed): void {
  if (request.createPlatform) return;
  const missing = stacks
    .filter(({ id, action }) => id !== "ecs-service" && ["create", "recreate"].includes(action))
    .map(({ id }) => id);
  if (missing.length === 0) return;
  const noNat = missing.join() === "nat-gateways" && observed.stacks.vpc !== undefined;
  throw new ActionError(
    "NoPlatform",
    `There is no platform for ${request.domain} in ${observed.account.region} to deploy to: ${missing.length > 1 ? "the stacks" : "the stack"} ${missing.join(", ")} ${missing.length > 1 ? "do" : "does"} not stand.`,
    {
      hint: noNat
        ? "The platform has no NAT gateways: write nat-gateways: 0 here as well."
        : "Run the production deploy of this domain first. To let this run make what is missing, write create-platform: true.",
    },
  );
}

/** The commit that serves now, if one does. */
function commitOf({ service }: Observed): string | undefined {
  if (!service || service.runningCount === 0) return undefined;
  return service.tags.find(({ key }) => key === TAG.commit)?.value;
}

/** The plan in words: a line for each thing that changes, one for all that does not. */
function describePlan({ stacks, revision, rollout }: Plan, request: Request): string[] {
  const unchanged = stacks.filter(({ action }) => action === "unchanged").map(({ id }) => id);
  const changed = stacks.filter(({ action }) => action !== "unchanged");
  return [
    ...changed.map(({ id, name, action, reason }) => `Plan: stack ${id} (${name}): ${action}, ${reason}`),
    ...(unchanged.length > 0 ? [`Plan: unchanged stacks: ${unchanged.join(", ")}`] : []),
    `Plan: revision of ${revision.family}: ${revision.action} ${request.container.image}`,
    `Plan: rollout: ${rollout.needed ? "yes" : "no"}, ${rollout.reason}; ${rollout.desiredCount} tasks`,
  ];
}

function noteOutputs(report: Report, stacks: AppliedStacks, region: string): void {
  const output = (id: Parameters<AppliedStacks["get"]>[0], name: string) => stacks.get(id)?.state.outputs[name] ?? "";
  report.outputs.set("cluster", output("ecs-cluster", "ClusterName"));
  report.outputs.set("service", output("ecs-service", "ServiceName"));
  report.outputs.set("load-balancer-dns-name", output("alb", "LoadBalancerDnsName"));
  report.outputs.set("user-pool-id", output("cognito", "UserPoolId"));
  report.outputs.set("user-pool-client-id", output("ecs-service", "UserPoolClientId"));
  report.outputs.set("sign-in-url", `https://${poolHost(stacks, region)}/login`);
}

function poolHost(stacks: AppliedStacks, region: string): string {
  return signInHost(stacks.get("cognito")?.state.outputs.UserPoolDomain ?? "", region);
}
