import type { Request } from "../inputs/request.js";
import { ActionError, ExposedError } from "../lib/errors.js";
import type { StackId } from "../plan/names.js";
import { signInHost } from "../plan/plan.js";
import type { StackState } from "../plan/stacks.js";
import { annotate, type Report, warn } from "../report/report.js";
import type { CheckResult, FrontDoor } from "../smoke-test/check.js";
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
  const states = Object.fromEntries([...stacks].map(([id, { state }]) => [id, state]));
  const { host, healthCheckPath, publicPaths, smokeTestPath: path, smokeTestSignIn: signIn } = request;
  const doorway = { host, path, healthCheckPath, publicPaths, signIn, expect: request.smokeTestExpect };
  const patience = report.outputs.get("changed") === "true" ? PATIENCE.changed : PATIENCE.unchanged;
  await attack(world, await subjectOf(world, doorway, { states, region }), report, patience);
}

/** What was changed takes its time to be true everywhere; where nothing was, there is little to wait for. Milliseconds. */
const PATIENCE = { changed: 120_000, unchanged: 20_000 };

/**
 * Runs the smoke test, fills the report, and annotates each check that fails with how to mend it.
 *
 * @param patience milliseconds for what is "not yet"
 */
export async function attack(world: World, subject: Subject, report: Report, patience: number): Promise<void> {
  const { checks, signInUrl } = await runSmokeTest(world, subject, patience);
  report.checks = checks;
  report.outputs.set("smoke-test", JSON.stringify(checks));
  if (signInUrl) report.outputs.set("sign-in-url", withoutState(signInUrl));
  for (const { id, warning } of checks) if (warning) await warn({ code: `smoke test: ${id}`, message: warning });
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

/** Stacks that stand, with what they were made from. */
export interface StandingStacks {
  readonly states: Partial<Readonly<Record<StackId, StackState>>>;
  readonly region: string;
}

/** What is known of a door without asking AWS. */
export type Doorway = Pick<FrontDoor, "host" | "path" | "healthCheckPath" | "publicPaths" | "selfSignUp"> & {
  readonly signIn: boolean;
  /** Texts that the page of whoever has signed in must hold. */
  readonly expect: readonly string[];
};

/** The door and its inside as the stacks say; without them, why they are not known. */
export async function subjectOf(
  { clients }: Pick<World, "clients">,
  { signIn, expect, ...doorway }: Doorway,
  stacks: StandingStacks | string,
): Promise<Subject> {
  if (typeof stacks === "string") return { door: doorway, inside: stacks };
  const { states, region } = stacks;
  const output = (id: StackId, name: string) => states[id]?.outputs[name] ?? "";
  const { host, publicPaths } = doorway;
  const clientId = output("ecs-service", "UserPoolClientId");
  const subject: Subject = {
    door: {
      // As the platform stands: a pull request's run takes it as it is.
      selfSignUp: states.cognito?.parameters.SelfSignUp === "true",
      ...doorway,
      loadBalancer: output("alb", "LoadBalancerDnsName"),
      signInHost: signInHost(output("cognito", "UserPoolDomain"), region),
      clientId,
    },
    inside: {
      clients,
      host,
      publicPaths,
      clientId,
      loadBalancerArn: output("alb", "LoadBalancerArn"),
      loadBalancerSecurityGroup: output("alb", "LoadBalancerSecurityGroupId"),
      taskSecurityGroup: output("alb", "TaskSecurityGroupId"),
      cluster: states["ecs-service"]?.parameters.ClusterName ?? "",
      service: output("ecs-service", "ServiceName"),
      targetGroupArn: output("ecs-service", "TargetGroupArn"),
      userPoolArn: output("cognito", "UserPoolArn"),
      sessionTimeout: Number(states["ecs-service"]?.parameters.SessionTimeout ?? 604_800),
    },
  };
  if (!signIn) return subject;
  const { setSecret } = await import("@actions/core");
  const userPoolId = output("cognito", "UserPoolId");
  return { ...subject, visitor: { clients, userPoolId, mask: setSecret, expect } };
}

/** The state belongs to one visitor's attempt; what is left is the same for every run. */
function withoutState(signInUrl: string): string {
  const url = new URL(signInUrl);
  url.searchParams.delete("state");
  return url.href;
}
