import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { PLATFORM_STACKS, type StackId, stackName } from "../plan/names.js";
import type { Observed, ServiceState } from "../plan/plan.js";
import type { StackState } from "../plan/stacks.js";
import { standing } from "../plan/statuses.js";
import { describeStack } from "../stacks/describe.js";
import type { World } from "./world.js";

/**
 * Looks at everything that the plan depends on. Reads only, as many at once as do not need one another; problems that
 * only AWS can show come out here, before anything is made.
 *
 * The stacks come first: where they stand as asked for they tell the account, and that the zone is the right one.
 *
 * @param onAnswer called once AWS has answered for the first time: then there is time for other work
 * @throws ActionError NoSuchZone, PrivateZone, WrongZone
 */
export async function observe(world: World, request: Request, onAnswer: () => void = () => {}): Promise<Observed> {
  const cloudFormation = await world.clients.cloudFormation();
  const look = (id: StackId) => describeStack(cloudFormation, stackName(id, request), world.signal).finally(onAnswer);
  const ids: readonly StackId[] = [...PLATFORM_STACKS, "ecs-service"];
  const states = await Promise.all(ids.map(async (id) => [id, await look(id)] as const));
  const stacks: Partial<Record<StackId, StackState>> = Object.fromEntries(states.filter(([, state]) => state));
  const [accountId, region, service] = await Promise.all([
    identify(world, Object.values(stacks)[0]),
    cloudFormation.config.region(),
    lookAtService(world, stacks["ecs-service"], stacks["ecs-cluster"]?.outputs.ClusterName),
    isZoneKnown(request, stacks) || checkZone(world, request),
  ]);
  return { account: { accountId, region }, stacks, ...(service && { service }) };
}

/** Whether this zone has proven right already: the load balancer's certificate and this host's record are in it. */
function isZoneKnown({ hostedZoneId, domain, host }: Request, stacks: Observed["stacks"]): boolean {
  const [alb, service] = [stacks.alb, stacks["ecs-service"]];
  return (
    [alb, service].every(
      (stack) => stack && standing(stack.status) === "usable" && stack.parameters.HostedZoneId === hostedZoneId,
    ) &&
    alb?.parameters.Domain === domain &&
    service?.parameters.Host === host
  );
}

/** The environment's service, through the outputs of its stack. */
export async function lookAtService(
  world: World,
  stack: StackState | undefined,
  cluster: string | undefined,
): Promise<ServiceState | undefined> {
  const service = stack?.outputs.ServiceName;
  if (!stack || !service || !cluster || standing(stack.status) === "gone") return undefined;
  const { observeService } = await import("../service/describe.js");
  return await observeService(await world.clients.ecs(), { cluster, service, signal: world.signal });
}

/** The id of the account: in the ARN of any stack, or from STS if there is none. */
async function identify({ clients, signal }: World, stack: StackState | undefined): Promise<string> {
  const known = stack?.arn.split(":")[4];
  if (known) return known;
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const sts = await clients.sts();
  const { Account: accountId = "" } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  return accountId;
}

/**
 * The zone must be public and hold the domain and the host: a certificate whose validation record lies in any other
 * zone waits for 72 hours and then fails.
 */
async function checkZone({ clients, signal }: World, { hostedZoneId, domain, host }: Request): Promise<void> {
  const { GetHostedZoneCommand, NoSuchHostedZone } = await import("@aws-sdk/client-route-53");
  const route53 = await clients.route53();
  const { HostedZone: zone } = await route53
    .send(new GetHostedZoneCommand({ Id: hostedZoneId }), { abortSignal: signal })
    .catch((error: unknown) => {
      if (!(error instanceof NoSuchHostedZone)) throw error;
      throw new ActionError("NoSuchZone", `hosted-zone-id: there is no hosted zone ${hostedZoneId} in this account.`, {
        hint: "aws route53 list-hosted-zones shows the zones of the account, with their ids.",
        cause: error,
      });
    });
  const name = (zone?.Name ?? "").replace(/\.$/, "").toLowerCase();
  if (zone?.Config?.PrivateZone)
    throw new ActionError("PrivateZone", `hosted-zone-id: the zone ${hostedZoneId} (${name}) is private.`, {
      hint: "Give the public zone of that name: certificates are validated, and visitors find the app, through public DNS.",
    });
  for (const [input, value] of [
    ["domain", domain],
    ["host", host],
  ] as const)
    if (value !== name && !value.endsWith(`.${name}`))
      throw new ActionError(
        "WrongZone",
        `${input}: ${value} does not lie in the zone ${hostedZoneId}, which is ${name}.`,
        {
          hint: `Give a ${input} below ${name}, or the id of the zone that holds ${value}.`,
        },
      );
}
