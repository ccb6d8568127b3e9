import { type CloudFormationClient, DescribeStacksCommand, type Stack } from "@aws-sdk/client-cloudformation";
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

function stackState(stack: Stack): StackState {
  const entries = <T>(list: readonly T[] | undefined, pair: (item: T) => [string | undefined, string | undefined]) =>
    Object.fromEntries((list ?? []).map(pair).map(([key, value]) => [key ?? "", value ?? ""]));
  return {
    arn: stack.StackId ?? "",
    status: stack.StackStatus ?? "",
    parameters: entries(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
    outputs: entries(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
    tags: entries(stack.Tags, ({ Key, Value }) => [Key, Value]),
  };
}
