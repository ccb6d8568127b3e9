import { DescribeTaskDefinitionCommand, ListTaskDefinitionFamiliesCommand } from "@aws-sdk/client-ecs";
import type { Account } from "../deploy/harness.js";

/**
 * Everything that exists in the account, a fact a line. A deleted stack is history, not a thing; a task definition in
 * deletion goes by itself, and is waited for. The roles that ECS and load balancing made for themselves at their first use
 * are the account's, as in AWS.
 */
export async function everything(account: Account): Promise<string[]> {
  const state = await settled(account);
  const known = (state.cloudformation as { stacks: { StackStatus: string }[] }).stacks;
  const stacks = known.filter(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
  // The next free address counts on, whatever has become of those before.
  const ec2 = JSON.parse(JSON.stringify(state.ec2), (key, value) => (key === "lastAddress" ? undefined : value));
  const { hostedZones } = state.route53 as { hostedZones: ({ id: string; records: object[] } & object)[] };
  const route53 = {
    hostedZones: hostedZones.map(({ records: _, ...zone }) => zone),
    records: hostedZones.flatMap(({ id, records }) => records.map((record) => ({ zone: id, ...record }))),
  };
  const facts: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) facts.push(`${path} = ${JSON.stringify(value)}`);
    else if (Array.isArray(value)) for (const item of value) facts.push(`${path} ${JSON.stringify(item)}`);
    else for (const [key, member] of Object.entries(value)) walk(member, `${path}/${key}`);
  };
  const iam = state.iam as { roles: { arn: string }[] };
  const roles = iam.roles.filter(({ arn }) => !arn.includes(":role/aws-service-role/"));
  walk({ ...state, ec2, route53, iam: { ...iam, roles }, cloudformation: { stacks } }, "");
  return facts.sort();
}

async function settled({ aws, ecs }: Account): Promise<Record<string, unknown>> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    // ECS forgets what is deleted for good when it is asked.
    await ecs.send(new ListTaskDefinitionFamiliesCommand({}));
    const state = await aws.state();
    const { taskDefinitions } = state.ecs as { taskDefinitions: { arn: string; status: string }[] };
    const inDeletion = taskDefinitions.filter(({ status }) => status === "DELETE_IN_PROGRESS");
    if (inDeletion.length === 0 || performance.now() > deadline) return state;
    await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: inDeletion[0]?.arn })).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What only one of two lists of facts has. */
export function changes(before: readonly string[], after: readonly string[]): string[] {
  const [old, fresh] = [new Set(before), new Set(after)];
  return [
    ...before.filter((fact) => !fresh.has(fact)).map((fact) => `missing ${fact}`),
    ...after.filter((fact) => !old.has(fact)).map((fact) => `extra ${fact}`),
  ];
}
