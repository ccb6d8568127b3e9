import {
  DescribeAccountLimitsCommand,
  type ElasticLoadBalancingV2Client,
  type Rule,
} from "@aws-sdk/client-elastic-load-balancing-v2";

export interface Quota {
  /** As Service Quotas shows it. */
  readonly name: string;
  readonly most: number;
  readonly adjustable: boolean;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const RULES = {
  limit: "rules-per-application-load-balancer",
  name: "Rules per Application Load Balancer",
  most: 100,
  adjustable: true,
};
const TARGET_GROUPS = {
  limit: "target-groups-per-application-load-balancer",
  name: "Target Groups per Application Load Balancer",
  most: 100,
  adjustable: false,
};

/**
 * The quota that leaves no room for one more environment on a listener, or undefined. The account's own limits are only
 * asked for near the default ones.
 *
 * @param rules all rules of the listener, the default one among them
 */
export async function fullQuota(
  client: ElasticLoadBalancingV2Client,
  rules: readonly Rule[],
  signal: AbortSignal,
): Promise<Quota | undefined> {
  const used: [typeof RULES, number][] = [
    [RULES, rules.filter(({ IsDefault }) => !IsDefault).length],
    [
      TARGET_GROUPS,
      new Set(rules.flatMap(({ Actions = [] }) => Actions.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []))).size,
    ],
  ];
  if (used.every(([{ most }, count]) => count < most)) return undefined;
  const { Limits = [] } = await client.send(new DescribeAccountLimitsCommand({}), { abortSignal: signal });
  for (const [{ limit, name, most, adjustable }, count] of used) {
    const own = Number(Limits.find(({ Name }) => Name === limit)?.Max ?? most);
    if (count >= own) return { name, most: own, adjustable };
  }
  return undefined;
}
