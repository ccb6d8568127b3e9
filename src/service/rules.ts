import {
  AddTagsCommand,
  DeleteRuleCommand,
  DescribeTagsCommand,
  type ElasticLoadBalancingV2Client,
  paginateDescribeRules,
  type Rule,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { tagRecord } from "../plan/ownership.js";

/** A rule of a listener with the tags that say whose it is; the default rule is none. */
export interface TaggedRule {
  readonly arn: string;
  readonly rule: Rule;
  readonly tags: Readonly<Record<string, string>>;
}

/** All rules of a listener but the default one, with their tags; none if there is no such listener. */
export async function taggedRules(
  client: ElasticLoadBalancingV2Client,
  listenerArn: string,
  signal: AbortSignal,
): Promise<readonly TaggedRule[]> {
  const rules = await listRules(client, listenerArn, signal);
  return await tagsOfRules(
    client,
    rules.filter(({ IsDefault }) => !IsDefault),
    signal,
  );
}

/** All rules of a listener, the default one among them; none if there is no such listener. */
export async function listRules(
  client: ElasticLoadBalancingV2Client,
  listenerArn: string,
  signal: AbortSignal,
): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  try {
    const pages = paginateDescribeRules({ client }, { ListenerArn: listenerArn }, { abortSignal: signal });
    for await (const { Rules = [] } of pages) rules.push(...Rules);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
  return rules;
}

/** Rules with their tags; without those that have gone meanwhile. */
export async function tagsOfRules(
  client: ElasticLoadBalancingV2Client,
  rules: readonly Rule[],
  signal: AbortSignal,
): Promise<readonly TaggedRule[]> {
  const arns = rules.flatMap(({ RuleArn }) => RuleArn ?? []);
  const tags = new Map<string, Record<string, string>>();
  const look = async (some: readonly string[]): Promise<void> => {
    try {
      const { TagDescriptions = [] } = await client.send(new DescribeTagsCommand({ ResourceArns: [...some] }), {
        abortSignal: signal,
      });
      for (const { ResourceArn = "", Tags } of TagDescriptions) tags.set(ResourceArn, tagRecord(Tags));
    } catch (error) {
      // One of them has gone since: the others are asked for one by one.
      if (!isGone(error)) throw error;
      if (some.length > 1) await Promise.all(some.map((arn) => look([arn])));
    }
  };
  // DescribeTags takes 20 at a time.
  await Promise.all(
    Array.from({ length: Math.ceil(arns.length / 20) }, (_, index) => look(arns.slice(index * 20, index * 20 + 20))),
  );
  return rules.flatMap((rule) => {
    const known = tags.get(rule.RuleArn ?? "");
    return known ? [{ arn: rule.RuleArn ?? "", rule, tags: known }] : [];
  });
}

/**
 * Deletes a rule: from that moment on the load balancer sends nobody to its target group. CloudFormation, which made it,
 * finds it gone when it deletes the stack, and counts it as deleted.
 */
export async function deleteRule(
  client: ElasticLoadBalancingV2Client,
  arn: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await client.send(new DeleteRuleCommand({ RuleArn: arn }), { abortSignal: signal });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Puts a tag on a rule. */
export async function tagRule(
  client: ElasticLoadBalancingV2Client,
  { arn, key, value }: { arn: string; key: string; value: string },
  signal: AbortSignal,
): Promise<void> {
  await client.send(new AddTagsCommand({ ResourceArns: [arn], Tags: [{ Key: key, Value: value }] }), {
    abortSignal: signal,
  });
}

function isGone(error: unknown): boolean {
  return error instanceof Error && /^(Rule|Listener|LoadBalancer)NotFound(Exception)?$/.test(error.name);
}
