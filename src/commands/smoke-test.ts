import { readSmokeTest, type SmokeTestRequest } from "../inputs/read-smoke-test.js";
import { ActionError, describeError } from "../lib/errors.js";
import { type StackId, stackName } from "../plan/names.js";
import type { StackState } from "../plan/stacks.js";
import type { Report } from "../report/report.js";
import { describeStack } from "../stacks/describe.js";
import { attack, type StandingStacks, subjectOf } from "./prove.js";
import type { World } from "./world.js";

const MINUTES = 10;

/**
 * The smoke test alone, against something that is deployed already. Whoever gives no domain, or has no credentials,
 * gets what can be seen from outside, and is told what was left out.
 *
 * @throws InputError; ExposedError, ActionError as `attack` does
 */
export async function smokeTest(world: World, report: Report): Promise<void> {
  const request = readSmokeTest(world.env);
  const { host, patienceSeconds } = request;
  world.setDeadline(MINUTES + patienceSeconds / 60);
  report.headline = `It was not proven that nobody gets into ${host} without signing in`;
  report.url = `https://${host}`;
  const found = await findStacks(world, request);
  await attack(world, await subjectOf(world, doorway(request, found), found), report, patienceSeconds * 1000);
  report.headline = `Nobody gets into ${host} without signing in`;
}

/** What is declared: by the inputs, else by the stacks, else what the inputs' defaults would be. */
function doorway({ host, path, signIn, expect, ...request }: SmokeTestRequest, found: StandingStacks | string) {
  const parameters = typeof found === "string" ? {} : (found.states["ecs-service"]?.parameters ?? {});
  const paths = [parameters.PublicPaths, parameters.MorePublicPaths].join(",").split(",").filter(Boolean);
  return {
    host,
    path,
    signIn,
    expect,
    publicPaths: request.publicPaths ?? paths,
    ...(parameters.HealthCheckPath && { healthCheckPath: parameters.HealthCheckPath }),
    ...(request.selfSignUp !== undefined && { selfSignUp: request.selfSignUp }),
  };
}

/** The stacks behind the host, or why they are not known. */
async function findStacks(world: World, { deployed, host }: SmokeTestRequest): Promise<StandingStacks | string> {
  if (!deployed) return "no domain was given, so that the stacks behind this host are not known";
  const ids: readonly StackId[] = ["cognito", "alb", "ecs-service"];
  try {
    const cloudFormation = await world.clients.cloudFormation();
    const look = (id: StackId) => describeStack(cloudFormation, stackName(id, deployed), world.signal);
    const [region, ...found] = await Promise.all([cloudFormation.config.region(), ...ids.map(look)]);
    const states: Partial<Record<StackId, StackState>> = {};
    ids.forEach((id, index) => {
      const state = found[index];
      if (!state)
        throw new ActionError("NoSuchStack", `There is no stack ${stackName(id, deployed)} in ${region}.`, {
          hint: "Give the domain, app and environment with which it was deployed, and credentials for that account and region.",
        });
      states[id] = state;
    });
    const known = states["ecs-service"]?.parameters.Host;
    if (known !== host)
      throw new ActionError("OtherHost", `host: ${host} is not where this environment answers, which is ${known}.`);
    return { states, region };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "CredentialsProviderError") return "there are no AWS credentials";
    if (/Region is missing/.test(describeError(error))) return "there is no AWS region, and so no credentials for one";
    if (/AccessDenied/.test(name)) return `the role may not look (cloudformation:DescribeStacks)`;
    throw error;
  }
}
