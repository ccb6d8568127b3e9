import { readFile } from "node:fs/promises";
import { readRequest } from "../inputs/read-request.js";
import type { Request } from "../inputs/request.js";
import { ActionError, ExposedError } from "../lib/errors.js";
import { TAG } from "../plan/names.js";
import { makePlan, type Plan, planRollout, revisionOutputs, type ServiceState, signInHost } from "../plan/plan.js";
import { renderRevision } from "../plan/revision.js";
import { stackSpecs } from "../plan/stacks.js";
import type { Report } from "../report/report.js";
import type { Rollout } from "../service/rollout.js";
import { runSmokeTest } from "../smoke-test/smoke-test.js";
import { type AppliedStacks, applyStacks } from "./apply-stacks.js";
import { checkPermissions } from "./check-permissions.js";
import { lookAtService, observe } from "./observe.js";
import { readTemplates } from "./templates.js";
import type { World } from "./world.js";

/**
 * Builds what is missing, rolls the service to the image, waits until its tasks are healthy targets, and attacks the
 * front door. Fills `report` as it goes.
 *
 * @throws InputError before any AWS call; ActionError for everything that went wrong in AWS
 */
export async function deploy(world: World, report: Report): Promise<void> {
  const request = readRequest(world.env, await readEvent(world.env));
  world.setDeadline(request.timeoutMinutes);
  introduce(request, report);
  const [templates, observed] = await Promise.all([
    readTemplates(),
    world.timeline.measure("look", "observe", () => observe(world, request)),
  ]);
  const specs = stackSpecs(request, templates, observed.account);
  const plan = makePlan(request, specs, observed);
  report.outputs.set("plan", JSON.stringify(plan));
  const lines = describePlan(plan, request);
  for (const line of lines) world.log.info(line);
  const refused = plan.stacks.find(({ action }) => action === "refuse");
  if (refused) throw new ActionError("NotOurs", `The stack ${refused.name} is in the way: ${refused.reason}.`);
  if (request.dryRun) {
    report.planLines = lines;
    report.headline = `Dry run of ${request.app} to ${request.environment}: nothing was changed`;
    report.outputs.set("changed", "false");
    return;
  }

  await checkPermissions(world, request, plan, observed.account);
  let rolled = false;
  const stacks = await applyStacks(world, request, specs, observed, async (ready, signal) => {
    noteOutputs(report, ready, observed.account.region);
    rolled = await world.timeline.measure("rollout", "rollout", () =>
      roll({ ...world, signal }, request, ready, observed, report),
    );
  });
  for (const [id, { change }] of stacks) report.done.push([`stack ${id}`, change]);
  report.outputs.set("changed", String(rolled || [...stacks.values()].some(({ change }) => change !== "unchanged")));
  if (request.smokeTest)
    await world.timeline.measure("prove", "smoke test", () =>
      prove(world, request, stacks, observed.account.region, report),
    );
  report.headline = `${request.app} is deployed to ${request.environment}`;
}

async function readEvent(env: World["env"]): Promise<unknown> {
  return env.GITHUB_EVENT_PATH ? JSON.parse((await readFile(env.GITHUB_EVENT_PATH, "utf8")) || "{}") : {};
}

function introduce(request: Request, report: Report): void {
  report.headline = `${request.app} was not deployed to ${request.environment}`;
  report.url = `https://${request.host}`;
  report.environment = request.environment;
  report.image = request.container.image;
  report.outputs.set("url", report.url);
  report.outputs.set("environment", request.environment);
}

/** The plan in words, a line each. */
function describePlan({ stacks, revision, rollout }: Plan, request: Request): string[] {
  return [
    ...stacks.map(({ id, name, action, reason }) => `Plan: stack ${id} (${name}): ${action}, ${reason}`),
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

/** Moves the service to the request's revision if it is not there yet. @returns whether anything was changed */
async function roll(
  world: World,
  request: Request,
  stacks: AppliedStacks,
  { account, service: observed }: { account: { region: string }; service?: ServiceState },
  report: Report,
): Promise<boolean> {
  const stack = stacks.get("ecs-service");
  const outputs = revisionOutputs((id) => stacks.get(id)?.state.outputs, account.region);
  const cluster = stacks.get("ecs-cluster")?.state.outputs.ClusterName;
  if (!stack || !outputs || !cluster)
    throw new ActionError("OutputMissing", "The environment's stack stands without the outputs that a rollout takes.");
  const definition = renderRevision(request, outputs);
  // What was observed still holds where the stack was left alone; an update may have moved the service.
  const before = stack.change === "unchanged" ? observed : await lookAtService(world, stack.state, cluster);
  const { revision, rollout } = planRollout(request, before, definition, outputs.family);

  const [ecs, loadBalancing, { followDeployment, isServing, registerRevision, rollOut, shortArn, stopService }] =
    await Promise.all([world.clients.ecs(), world.clients.loadBalancing(), import("../service/rollout.js")]);
  const service = { ecs, loadBalancing, log: world.log, clock: world.clock, signal: world.signal };
  const tags = request.tags.map(({ key, value }) => ({ key, value }));
  const taskDefinitionArn =
    revision.action === "reuse" && before
      ? before.taskDefinitionArn
      : await registerRevision(service, definition, tags);
  report.outputs.set("task-definition-arn", taskDefinitionArn);
  const target: Rollout = {
    cluster,
    service: stack.state.outputs.ServiceName ?? "",
    targetGroupArn: stack.state.outputs.TargetGroupArn ?? "",
    taskDefinitionArn,
    desiredCount: request.desiredCount,
    containerPort: request.container.port,
  };
  if (!rollout.needed) {
    // An earlier run may have been killed between its update and the end of the rollout.
    if (before?.deployment?.rolloutState === "IN_PROGRESS")
      await followDeployment(service, target, before.deployment.id);
    report.done.push(["service", `unchanged: runs ${shortArn(taskDefinitionArn)}`]);
    return false;
  }
  try {
    await rollOut(service, before, target, [...runTags(request, world.clock.now())]);
  } catch (error) {
    if (!isServing(before) && !world.signal.aborted) {
      world.log.info("Nothing ran before that could be restored: setting the count back to 0.");
      await stopService(service, target, world.signal);
    }
    throw error;
  }
  report.done.push(["service", `rolled to ${shortArn(taskDefinitionArn)}, ${request.desiredCount} tasks`]);
  return true;
}

/** What changes with each rollout is in tags on the ECS service; a stack's tags would touch every resource in it. */
function runTags({ origin }: Request, now: number) {
  return [
    { key: TAG.commit, value: origin.commit },
    { key: TAG.run, value: `${origin.runId}-${origin.runAttempt}` },
    { key: TAG.deployedAt, value: new Date(now).toISOString() },
  ].filter(({ value }) => value !== "" && value !== "-");
}

async function prove(
  world: World,
  request: Request,
  stacks: AppliedStacks,
  region: string,
  report: Report,
): Promise<void> {
  const { checks, signInUrl } = await runSmokeTest(world, {
    host: request.host,
    loadBalancer: stacks.get("alb")?.state.outputs.LoadBalancerDnsName ?? "",
    signInHost: poolHost(stacks, region),
    clientId: stacks.get("ecs-service")?.state.outputs.UserPoolClientId ?? "",
  });
  report.checks = checks;
  report.outputs.set("smoke-test", JSON.stringify(checks));
  if (signInUrl) report.outputs.set("sign-in-url", withoutState(signInUrl));
  const exposed = checks.filter(({ verdict }) => verdict === "exposed");
  if (exposed.length > 0)
    throw new ExposedError(
      "EXPOSED",
      `EXPOSED: https://${request.host} shows content of the app to whoever asks, without signing in. ${exposed.map(({ id, seen }) => `${id}: ${seen}`).join("; ")}`,
      {
        hint: "Take the rule out of the routing until it is mended: the listener rule of this host must authenticate before it forwards.",
      },
    );
  const failed = checks.filter(({ verdict }) => verdict !== "passed");
  if (failed.length > 0)
    throw new ActionError(
      "SmokeTestFailed",
      `The smoke test failed. ${failed.map(({ id, seen }) => `${id}: ${seen}`).join("; ")}`,
    );
}

/** The state belongs to one visitor's attempt; what is left is the same for every run. */
function withoutState(signInUrl: string): string {
  const url = new URL(signInUrl);
  url.searchParams.delete("state");
  return url.href;
}
