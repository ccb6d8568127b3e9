import type { Clients } from "../lib/clients.js";
import { describeError } from "../lib/errors.js";
import { type Check, type Judgement, passed, skipped } from "./check.js";
import { judgeRules, type ListenerRules, type RuleBook } from "./rules.js";
import { judgeTargets, serviceGroups } from "./targets.js";

/** What AWS's own interfaces are asked about. */
export interface Inside extends RuleBook {
  readonly clients: Pick<Clients, "loadBalancing" | "ec2" | "ecs" | "cognito">;
  readonly loadBalancerArn: string;
  readonly loadBalancerSecurityGroup: string;
  /** The platform's group for tasks. */
  readonly taskSecurityGroup: string;
  readonly cluster: string;
  readonly service: string;
}

/** Reads the rules of all listeners. */
export type ReadRules = (signal: AbortSignal) => Promise<ListenerRules[]>;

const RULES = {
  id: "listener-rules",
  proves: "every rule that leads to the app signs people in first",
  mend: "Run the deploy again: it makes the rule for this host.",
} as const;
const TARGETS = {
  id: "targets",
  proves: "the tasks take connections from the load balancer alone",
  mend: "Run the deploy again: it gives the service the platform's security group.",
} as const;

/** The checks through AWS's own interfaces; without them, the reason why not. */
export function insideChecks(inside: Inside | string, rules: ReadRules): Check[] {
  if (typeof inside === "string")
    return [RULES, TARGETS].map((check) => ({ ...check, look: async () => skipped(inside) }));
  return [
    { ...RULES, look: (signal) => permitted(READ_RULES, async () => judgeRules(await rules(signal), inside)) },
    { ...TARGETS, look: (signal) => permitted("ec2:DescribeSecurityGroups", () => lookAtTargets(inside, signal)) },
  ];
}

export const READ_RULES = "elasticloadbalancing:DescribeListeners and DescribeRules";

/** The groups that the service's tasks are in, which may be others than the platform's: somebody may have added one. */
async function lookAtTargets(inside: Inside, signal: AbortSignal): Promise<Judgement> {
  const { clients, cluster, service, taskSecurityGroup, loadBalancerSecurityGroup } = inside;
  const found = await unlessRefused(async () => {
    const { DescribeServicesCommand } = await import("@aws-sdk/client-ecs");
    const command = new DescribeServicesCommand({ cluster, services: [service] });
    const { services = [] } = await (await clients.ecs()).send(command, { abortSignal: signal });
    return serviceGroups(services[0]);
  });
  const own = Array.isArray(found) ? found : [];
  // Taken apart at once, or the bundle would hold the whole of EC2.
  const { DescribeSecurityGroupsCommand } = await import("@aws-sdk/client-ec2");
  const ec2 = await clients.ec2();
  const command = new DescribeSecurityGroupsCommand({ GroupIds: own.length > 0 ? own : [taskSecurityGroup] });
  const { SecurityGroups = [] } = await ec2.send(command, { abortSignal: signal });
  const judgement = judgeTargets(SecurityGroups, loadBalancerSecurityGroup);
  const blind = "groups that were added to the service are not known: the role may not look (ecs:DescribeServices)";
  return Array.isArray(found) || judgement.verdict !== "passed"
    ? judgement
    : passed(`${judgement.seen}; ${blind}`, judgement.warning);
}

/** Every rule of every listener of the load balancer. */
export async function readRules({ clients, loadBalancerArn }: Inside, signal: AbortSignal): Promise<ListenerRules[]> {
  const { paginateDescribeListeners, paginateDescribeRules } = await import(
    "@aws-sdk/client-elastic-load-balancing-v2"
  );
  const client = await clients.loadBalancing();
  const listeners = [];
  for await (const page of paginateDescribeListeners(
    { client },
    { LoadBalancerArn: loadBalancerArn },
    { abortSignal: signal },
  ))
    listeners.push(...(page.Listeners ?? []));
  return await Promise.all(
    listeners.map(async (listener) => {
      const rules = [];
      const input = { ListenerArn: listener.ListenerArn };
      for await (const page of paginateDescribeRules({ client }, input, { abortSignal: signal }))
        rules.push(...(page.Rules ?? []));
      return { listener, rules };
    }),
  );
}

/** A role need not be allowed to look: then the check says so. */
async function permitted(action: string, look: () => Promise<Judgement>): Promise<Judgement> {
  const judgement = await unlessRefused(look);
  return typeof judgement === "string" ? skipped(`the role may not look (${action}): ${judgement}`) : judgement;
}

/** What was asked for, or AWS's words where the role is not allowed to ask. */
export async function unlessRefused<T>(look: () => Promise<T>): Promise<T | string> {
  try {
    return await look();
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (!/AccessDenied|UnauthorizedOperation|AuthFailure|CredentialsProviderError/.test(name)) throw error;
    return describeError(error).slice(0, 200);
  }
}
