import type { Clients } from "../lib/clients.js";
import { describeError } from "../lib/errors.js";
import { type Check, type Judgement, skipped } from "./check.js";
import { judgeRules, type ListenerRules, type RuleBook } from "./rules.js";
import { judgeTargets } from "./targets.js";

/** What AWS's own interfaces are asked about. */
export interface Inside extends RuleBook {
  readonly clients: Pick<Clients, "loadBalancing" | "ec2">;
  readonly loadBalancerArn: string;
  readonly loadBalancerSecurityGroup: string;
  readonly taskSecurityGroups: readonly string[];
}

const RULES = {
  id: "listener-rules",
  proves: "every rule that leads to the app signs people in first",
} as const;
const TARGETS = {
  id: "targets",
  proves: "the tasks take connections from the load balancer alone",
} as const;

/** The checks through AWS's own interfaces; without them, the reason why not. */
export function insideChecks(inside: Inside | string): Check[] {
  if (typeof inside === "string")
    return [RULES, TARGETS].map((check) => ({ ...check, look: async () => skipped(inside) }));
  return [
    {
      ...RULES,
      look: (signal) =>
        permitted("elasticloadbalancing:DescribeListeners and DescribeRules", async () =>
          judgeRules(await readRules(inside, signal), inside),
        ),
    },
    {
      ...TARGETS,
      look: (signal) =>
        permitted("ec2:DescribeSecurityGroups", async () => {
          // Taken apart at once, or the bundle would hold the whole of EC2.
          const { DescribeSecurityGroupsCommand } = await import("@aws-sdk/client-ec2");
          const ec2 = await inside.clients.ec2();
          const command = new DescribeSecurityGroupsCommand({ GroupIds: [...inside.taskSecurityGroups] });
          const { SecurityGroups = [] } = await ec2.send(command, { abortSignal: signal });
          return judgeTargets(SecurityGroups, inside.loadBalancerSecurityGroup);
        }),
    },
  ];
}

async function readRules({ clients, loadBalancerArn }: Inside, signal: AbortSignal): Promise<ListenerRules[]> {
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
  try {
    return await look();
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (!/AccessDenied|UnauthorizedOperation|AuthFailure|CredentialsProviderError/.test(name)) throw error;
    return skipped(`the role may not look (${action}): ${describeError(error).slice(0, 200)}`);
  }
}
