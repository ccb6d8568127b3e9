import type { Request } from "../inputs/request.js";
import { ActionError, ExposedError } from "../lib/errors.js";
import { signInHost } from "../plan/plan.js";
import { annotate, type Report } from "../report/report.js";
import type { CheckResult } from "../smoke-test/check.js";
import { runSmokeTest, type Subject } from "../smoke-test/smoke-test.js";
import type { AppliedStacks } from "./apply-stacks.js";
import type { World } from "./world.js";

/**
 * Attacks the front door of what was just deployed.
 *
 * @throws ExposedError EXPOSED, ActionError SmokeTestFailed
 */
export async function prove(
  world: World,
  request: Request,
  stacks: AppliedStacks,
  region: string,
  report: Report,
): Promise<void> {
  const subject = subjectOf(world, request, stacks, region);
  if (!request.smokeTestSignIn) return await attack(world, subject, report);
  const { setSecret } = await import("@actions/core");
  const userPoolId = stacks.get("cognito")?.state.outputs.UserPoolId ?? "";
  const expect = request.smokeTestExpect;
  const visitor = { clients: world.clients, userPoolId, mask: setSecret, ...(expect && { expect }) };
  await attack(world, { ...subject, visitor }, report);
}

/** Runs the smoke test, fills the report, and annotates each check that fails with how to mend it. */
export async function attack(world: World, subject: Subject, report: Report): Promise<void> {
  const { checks, signInUrl } = await runSmokeTest(world, subject);
  report.checks = checks;
  report.outputs.set("smoke-test", JSON.stringify(checks));
  if (signInUrl) report.outputs.set("sign-in-url", withoutState(signInUrl));
  for (const { id, warning } of checks) if (warning) world.log.info(`Warning of the smoke test, ${id}: ${warning}`);
  const bad = checks.filter(({ verdict }) => verdict !== "passed" && verdict !== "skipped");
  if (bad.length === 0) return;
  for (const { id, proves, seen, mend } of bad)
    await annotate(world.log, { code: `smoke test: ${id}`, message: `Not proven that ${proves}. ${seen}`, hint: mend });
  const exposed = bad.filter(({ verdict }) => verdict === "exposed");
  if (exposed.length > 0)
    throw new ExposedError(
      "EXPOSED",
      `EXPOSED: https://${subject.door.host} shows content of the app to whoever asks, without signing in. ${summed(exposed)}`,
      { hint: exposed.find(({ mend }) => mend)?.mend },
    );
  throw new ActionError("SmokeTestFailed", `The smoke test failed. ${summed(bad)}`);
}

function summed(checks: readonly CheckResult[]): string {
  return checks.map(({ id, seen }) => `${id}: ${seen}`).join("; ");
}

function subjectOf({ clients }: World, request: Request, stacks: AppliedStacks, region: string): Subject {
  const state = (id: Parameters<AppliedStacks["get"]>[0]) => stacks.get(id)?.state;
  const output = (id: Parameters<AppliedStacks["get"]>[0], name: string) => state(id)?.outputs[name] ?? "";
  const { host, publicPaths, healthCheckPath } = request;
  const clientId = output("ecs-service", "UserPoolClientId");
  return {
    door: {
      host,
      loadBalancer: output("alb", "LoadBalancerDnsName"),
      signInHost: signInHost(output("cognito", "UserPoolDomain"), region),
      clientId,
      path: request.smokeTestPath,
      healthCheckPath,
      publicPaths,
      // As the platform stands: a pull request's run takes it as it is.
      selfSignUp: state("cognito")?.parameters.SelfSignUp === "true",
    },
    inside: {
      clients,
      host,
      publicPaths,
      clientId,
      loadBalancerArn: output("alb", "LoadBalancerArn"),
      loadBalancerSecurityGroup: output("alb", "LoadBalancerSecurityGroupId"),
      taskSecurityGroups: [output("alb", "TaskSecurityGroupId")],
      targetGroupArn: output("ecs-service", "TargetGroupArn"),
      userPoolArn: output("cognito", "UserPoolArn"),
      sessionTimeout: Number(state("ecs-service")?.parameters.SessionTimeout ?? 604_800),
    },
  };
}

/** The state belongs to one visitor's attempt; what is left is the same for every run. */
function withoutState(signInUrl: string): string {
  const url = new URL(signInUrl);
  url.searchParams.delete("state");
  return url.href;
}
