import type { TeardownRequest } from "../inputs/read-teardown.js";
import { ActionError } from "../lib/errors.js";
import { TAG } from "../plan/names.js";
import {
  type NamedStack,
  neededBy,
  type PlatformStack,
  readPlatform,
  type StandingPlatform,
} from "../plan/platform.js";
import { protectedError, removeStack } from "../stacks/delete.js";
import { allStacks } from "../stacks/describe.js";
import { present, stackResources } from "../stacks/resources.js";
import { type Removed, removeAndTell } from "./farewell.js";
import type { RemovalTarget } from "./remove-environment.js";
import { recordsOf, removeRecords, standingRecords } from "./remove-records.js";
import type { World } from "./world.js";

/**
 * Removes a platform, and before it all of the repository's environments on it if `all` says so: side by side, then the
 * platform's stacks in the reverse order of what they need. Nothing is touched where something would stay: somebody
 * else's environment, or what is protected.
 *
 * @throws ActionError EnvironmentsStand, DeletionProtected, StackProtected, NotOurs, and what removals throw
 */
export async function removePlatform(
  world: World,
  request: TeardownRequest,
  done: (removed: Removed) => void,
): Promise<void> {
  const before = await observePlatform(world, request);
  const { environment } = request;
  if (environment) done(await removeAndTell(world, request, { ...request, environment }));
  const targets = await targetsOf(world, request, before);
  await removeEnvironments(world, request, targets, done);
  // A deploy may have made another one since.
  const standing = await observePlatform(world, { ...request, all: false });
  done({ what: "platform", ...(await removeStacks(world, standing.platform)) });
}

/**
 * What stands of the platform, and that all of it may go.
 *
 * @throws ActionError as removePlatform; nothing has been touched
 */
export async function observePlatform(world: World, request: TeardownRequest): Promise<StandingPlatform> {
  const stacks = await allStacks(await world.clients.cloudFormation(), world.signal);
  const found = readPlatform(stacks, request);
  const { domain } = request;
  if (found.foreign.length > 0)
    throw new ActionError(
      "EnvironmentsStand",
      `The platform of ${domain} stays: it is used by what is not this repository's. ${found.foreign.map(({ name, why }) => `${name}: ${why}`).join("; ")}.`,
      { hint: "Whoever made these has to remove them first: run the teardown in their repositories." },
    );
  const named = found.environments.filter(({ identity }) => !isNamed(request, identity));
  if (named.length > 0 && !request.all)
    throw new ActionError(
      "EnvironmentsStand",
      `The platform of ${domain} stays: ${named.length === 1 ? "an environment stands" : `${named.length} environments stand`} on it: ${named.map(({ identity }) => `${identity.environment} of ${identity.app}`).join(", ")}.`,
      { hint: "Remove them first, or set all: true to remove them together with the platform." },
    );
  for (const { name, state } of [...found.platform.values(), ...found.environments])
    if (state.isProtected) throw protectedError(name, "platform's");
  await Promise.all([refuseProtectedUsers(world, found), refuseProtectedLoadBalancer(world, found)]);
  await refuseForeignRules(world, request, found);
  return found;
}

function isNamed(request: TeardownRequest, { app, environment }: { app: string; environment: string }): boolean {
  return request.environment === environment && request.app === app;
}

/** Every environment that goes with the platform: those that stand, and those of which something was left behind. */
export async function targetsOf(
  world: World,
  request: TeardownRequest,
  { environments }: StandingPlatform,
): Promise<readonly RemovalTarget[]> {
  const others = environments.filter(({ identity }) => !isNamed(request, identity));
  const standing = others.map(({ name, state, identity }) => ({ ...identity, stackArn: state.arn, stackName: name }));
  if (!request.all) return standing;
  const { leftoverEnvironments } = await import("./remove-leftovers.js");
  const names = new Set(environments.map(({ name }) => name));
  const left = await leftoverEnvironments(world, request, names);
  return [...standing, ...left.filter((identity) => !isNamed(request, identity))];
}

/** All at once; one that cannot be removed does not keep the others, but the platform. */
async function removeEnvironments(
  world: World,
  request: TeardownRequest,
  targets: readonly RemovalTarget[],
  done: (removed: Removed) => void,
): Promise<void> {
  const outcomes = await Promise.allSettled(
    targets.map(async (target) => {
      done(await removeAndTell(world, request, target));
    }),
  );
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length <= 1) {
    if (failures.length === 1) throw failures[0];
    return;
  }
  const known = failures.filter((failure) => failure instanceof ActionError);
  throw new ActionError(
    "NotRemoved",
    `${failures.length} environments are not gone, so the platform stays. ${failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join(" ")}`,
    {
      hint: [...new Set(known.flatMap(({ hint }) => hint ?? []))].join(" ") || undefined,
      evidence: known.flatMap(({ evidence }) => evidence),
      cause: failures[0],
    },
  );
}

/** Each stack goes as soon as those are gone that take its outputs; independent ones go side by side. */
async function removeStacks(
  world: World,
  platform: StandingPlatform["platform"],
): Promise<Pick<Removed, "outcome" | "lines">> {
  const lines: string[] = [];
  const started = new Map<PlatformStack, Promise<void>>();
  const remove = (id: PlatformStack): Promise<void> => {
    const known = started.get(id);
    if (known) return known;
    const removal = (async () => {
      await Promise.all(neededBy(id).map(remove));
      const stack = platform.get(id);
      if (stack) lines.push(...(await removePlatformStack(world, id, stack)));
    })();
    started.set(id, removal);
    return removal;
  };
  const outcomes = await Promise.allSettled([...platform.keys()].map(remove));
  for (const line of lines) world.log.info(`[platform] gone: ${line}`);
  // What waited for a stack that failed has failed with it, with the same error.
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure) throw failure.reason;
  return { outcome: lines.length > 0 ? "removed" : "already gone", lines };
}

async function removePlatformStack(world: World, id: PlatformStack, { name, state }: NamedStack): Promise<string[]> {
  const client = await world.clients.cloudFormation();
  const lines: string[] = [];
  let records: Awaited<ReturnType<typeof recordsOf>> = { go: [], stay: [] };
  await world.timeline.measure("stacks", id, () =>
    removeStack(
      { client, ec2: world.clients.ec2, log: world.log, clock: world.clock, signal: world.signal },
      {
        arn: state.arn,
        name,
        label: id,
        before: async (now) => {
          if (id !== "alb") return;
          const resources = present(await stackResources(client, state.arn, world.signal));
          records = await recordsOf(world, now, resources);
          lines.push(...(await removeRecords(world, records.go)));
        },
      },
    ),
  );
  lines.push(`stack ${name}`, ...(await removeRecords(world, records.go)));
  const left = await standingRecords(world, records.go);
  if (left.length > 0)
    throw new ActionError(
      "NotRemoved",
      `The validation record ${left.map((record) => record.name).join(", ")} is still in the zone ${left[0]?.zone}.`,
      { hint: "Run the teardown again, or delete the record in Route 53." },
    );
  return [...lines, ...records.stay.map(({ record, why }) => `stays: validation record ${record.name}, since ${why}`)];
}

async function refuseProtectedUsers(world: World, { platform }: StandingPlatform): Promise<void> {
  const stack = platform.get("cognito");
  const pool = stack && (await physicalId(world, stack, "AWS::Cognito::UserPool"));
  if (!stack || !pool) return;
  const { DescribeUserPoolCommand } = await import("@aws-sdk/client-cognito-identity-provider");
  const cognito = await world.clients.cognito();
  const found = await unlessGone(
    cognito.send(new DescribeUserPoolCommand({ UserPoolId: pool }), { abortSignal: world.signal }),
  );
  if (found?.UserPool?.DeletionProtection !== "ACTIVE") return;
  const kept = Object.keys(stack.state.parameters).filter((name) => name !== "DeletionProtection");
  const parameters = kept.map((name) => `ParameterKey=${name},UsePreviousValue=true`).join(" ");
  throw new ActionError(
    "DeletionProtected",
    `The user pool ${pool} has deletion protection: nothing was removed. Its users would be lost with it.`,
    {
      hint: `If they may be lost, lift it: aws cloudformation update-stack --stack-name ${stack.name} --use-previous-template --parameters ParameterKey=DeletionProtection,ParameterValue=INACTIVE ${parameters} (or, where it was switched on by hand, in the console under the pool's settings). Then run again.`,
    },
  );
}

async function refuseProtectedLoadBalancer(world: World, { platform }: StandingPlatform): Promise<void> {
  const stack = platform.get("alb");
  const arn = stack && (await physicalId(world, stack, "AWS::ElasticLoadBalancingV2::LoadBalancer"));
  if (!arn) return;
  const { DescribeLoadBalancerAttributesCommand } = await import("@aws-sdk/client-elastic-load-balancing-v2");
  const elb = await world.clients.loadBalancing();
  const found = await unlessGone(
    elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }), { abortSignal: world.signal }),
  );
  const value = found?.Attributes?.find(({ Key }) => Key === "deletion_protection.enabled")?.Value;
  if (value !== "true") return;
  throw new ActionError("DeletionProtected", `The load balancer ${arn} has deletion protection: nothing was removed.`, {
    hint: `If it may go: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=deletion_protection.enabled,Value=false. Then run again.`,
  });
}

/** A rule that somebody made on our listener would go with it, and with the rule somebody's way in. */
async function refuseForeignRules(world: World, request: TeardownRequest, found: StandingPlatform): Promise<void> {
  const stack = found.platform.get("alb");
  const listener = stack?.state.outputs.HttpsListenerArn;
  if (!listener) return;
  const [{ taggedRules }, { whyNotOurs }, elb] = await Promise.all([
    import("../service/rules.js"),
    import("../plan/ownership.js"),
    world.clients.loadBalancing(),
  ]);
  const rules = await taggedRules(elb, listener, world.signal);
  const { domain, repositoryId } = request;
  const foreign = rules.filter(({ tags }) => {
    const [app = "", environment = ""] = [tags[TAG.app], tags[TAG.environment]];
    return whyNotOurs(tags, { domain, repositoryId, app, environment }) !== undefined;
  });
  if (foreign.length === 0) return;
  throw new ActionError(
    "EnvironmentsStand",
    `The platform of ${domain} stays: its listener has rules that no environment of this repository made: ${foreign.map(({ arn }) => arn).join(", ")}.`,
    { hint: "Delete these rules first (aws elbv2 delete-rule), if nobody needs them." },
  );
}

async function physicalId(world: World, { state }: NamedStack, type: string): Promise<string | undefined> {
  const resources = await stackResources(await world.clients.cloudFormation(), state.arn, world.signal);
  return present(resources).find((resource) => resource.type === type)?.physicalId;
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && /^(ResourceNotFound|LoadBalancerNotFound)(Exception)?$/.test(error.name))
      return undefined;
    throw error;
  }
}
