import { DescribeTaskDefinitionCommand, ECSClient, ListTaskDefinitionFamiliesCommand } from "@aws-sdk/client-ecs";
import { clientConfiguration } from "../serve/client-configuration.js";
import type { LocalAws } from "../serve/spawn.js";

/**
 * Everything that exists in the account, a fact a line. A deleted stack is history, not a thing. A task definition in
 * deletion goes by itself once ECS is asked for it, and is waited for, for 10 seconds at most.
 */
export async function inventory(aws: LocalAws): Promise<string[]> {
  const client = new ECSClient(clientConfiguration(aws));
  try {
    const state = await settledState(aws, client);
    const known = (state.cloudformation as { stacks: { StackStatus: string }[] }).stacks;
    const stacks = known.filter(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
    // The next free address counts on, whatever has become of those before.
    const ec2 = JSON.parse(JSON.stringify(state.ec2), (key, value) => (key === "lastAddress" ? undefined : value));
    const facts: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) facts.push(`${path} = ${JSON.stringify(value)}`);
      else if (Array.isArray(value)) for (const item of value) facts.push(`${path} ${JSON.stringify(item)}`);
      else for (const [key, member] of Object.entries(value)) walk(member, `${path}/${key}`);
    };
    walk({ ...state, ec2, cloudformation: { stacks } }, "");
    return facts.sort();
  } finally {
    client.destroy();
  }
}

/** What only one of two inventories has. */
export function inventoryChanges(before: readonly string[], after: readonly string[]): string[] {
  const [old, fresh] = [new Set(before), new Set(after)];
  return [
    ...before.filter((fact) => !fresh.has(fact)).map((fact) => `missing ${fact}`),
    ...after.filter((fact) => !old.has(fact)).map((fact) => `extra ${fact}`),
  ];
}

async function settledState(aws: LocalAws, client: ECSClient): Promise<Record<string, unknown>> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    await client.send(new ListTaskDefinitionFamiliesCommand({}));
    const state = await aws.state();
    const { taskDefinitions } = state.ecs as { taskDefinitions: { arn: string; status: string }[] };
    const leaving = taskDefinitions.find(({ status }) => status === "DELETE_IN_PROGRESS");
    if (!leaving || performance.now() > deadline) return state;
    await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: leaving.arn })).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
