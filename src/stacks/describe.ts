import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  paginateDescribeStacks,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import type { StackState } from "../plan/stacks.js";

/**
 * A stack by name or ARN, or undefined if there is none. A deleted stack is found by its ARN alone.
 *
 * CloudFormation has no error of its own for an absent stack: it is a ValidationError whose message says so.
 */
export async function describeStack(
  client: CloudFormationClient,
  nameOrArn: string,
  signal: AbortSignal,
): Promise<StackState | undefined> {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: nameOrArn }), { abortSignal: signal });
    const stack = Stacks?.[0];
    return stack && stackState(stack);
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError" && /does not exist/.test(error.message))
      return undefined;
    throw error;
  }
}

/** All stacks of the region but the deleted ones, by name. A page holds up to 100 of them. */
export async function allStacks(
  client: CloudFormationClient,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, StackState>> {
  const found = new Map<string, StackState>();
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}, { abortSignal: signal }))
    for (const stack of Stacks) found.set(stack.StackName ?? "", stackState(stack));
  return found;
}

/** The resources of a stack (the first 100) that exist in the account: begun, and not deleted. */
export async function presentResources(
  client: CloudFormationClient,
  arn: string,
  signal: AbortSignal,
): Promise<{ resource: string; type: string }[]> {
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: arn }), {
    abortSignal: signal,
  });
  return StackResources.filter(
    ({ PhysicalResourceId: id, ResourceStatus: status }) => id && status !== "DELETE_COMPLETE",
  ).map(({ LogicalResourceId: resource = "", ResourceType: type = "" }) => ({ resource, type }));
}

function stackState(stack: Stack): StackState {
  const entries = <T>(list: readonly T[] | undefined, pair: (item: T) => [string | undefined, string | undefined]) =>
    Object.fromEntries((list ?? []).map(pair).map(([key, value]) => [key ?? "", value ?? ""]));
  return {
    arn: stack.StackId ?? "",
    status: stack.StackStatus ?? "",
    parameters: entries(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
    outputs: entries(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
    tags: entries(stack.Tags, ({ Key, Value }) => [Key, Value]),
    ...(stack.EnableTerminationProtection && { isProtected: true as const }),
  };
}
