import { type CloudFormationClient, paginateDescribeStacks, type Stack } from "@aws-sdk/client-cloudformation";
import type { StackFacts } from "../plan/sweep-facts.js";

/** A stack of the account, with what a sweep takes from it. */
export interface ListedStack extends StackFacts {
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * All stacks of the account and region but deleted ones. DescribeStacks gives a page of up to 1 MB; 100 stacks is what
 * everybody sees. ListStacks would need as many calls and shows no tags.
 *
 * @param onPage told the number of stacks so far
 */
export async function listStacks(
  client: CloudFormationClient,
  signal: AbortSignal,
  onPage: (count: number) => void = () => {},
): Promise<ListedStack[]> {
  const found: ListedStack[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}, { abortSignal: signal })) {
    found.push(...Stacks.map(listedStack));
    onPage(found.length);
  }
  return found;
}

/** The stack of this ARN as it is now, or undefined if it is gone. */
export async function lookAtStack(
  client: CloudFormationClient,
  arn: string,
  signal: AbortSignal,
): Promise<ListedStack | undefined> {
  try {
    for await (const { Stacks = [] } of paginateDescribeStacks({ client }, { StackName: arn }, { abortSignal: signal }))
      for (const stack of Stacks) return stack.StackStatus === "DELETE_COMPLETE" ? undefined : listedStack(stack);
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === "ValidationError" && /does not exist/.test(error.message))
      return undefined;
    throw error;
  }
}

function listedStack(stack: Stack): ListedStack {
  const record = <T>(list: readonly T[] = [], pair: (item: T) => readonly [string | undefined, string | undefined]) =>
    Object.fromEntries(list.map(pair).map(([key = "", value = ""]) => [key, value]));
  return {
    arn: stack.StackId ?? "",
    name: stack.StackName ?? "",
    status: stack.StackStatus ?? "",
    createdAt: stack.CreationTime?.getTime() ?? Number.NaN,
    ...(stack.LastUpdatedTime && { updatedAt: stack.LastUpdatedTime.getTime() }),
    tags: record(stack.Tags, ({ Key, Value }) => [Key, Value]),
    hasTerminationProtection: stack.EnableTerminationProtection ?? false,
    parameters: record(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
    outputs: record(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  };
}
