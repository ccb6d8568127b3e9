import {
  type CloudWatchLogsClient,
  DeleteLogGroupCommand,
  ListTagsForResourceCommand,
  paginateDescribeLogGroups,
  TagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";

/** A log group with the tags that say whose it is. */
export interface LogGroup {
  readonly name: string;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The log groups whose names begin with `prefix`, with their tags. */
export async function listLogGroups(
  client: CloudWatchLogsClient,
  prefix: string,
  signal: AbortSignal,
): Promise<readonly LogGroup[]> {
  return await tagsOfLogGroups(client, await nameLogGroups(client, prefix, signal), signal);
}

/** The log groups whose names begin with `prefix`, without their tags: those take a call each. */
export async function nameLogGroups(
  client: CloudWatchLogsClient,
  prefix: string,
  signal: AbortSignal,
): Promise<readonly Omit<LogGroup, "tags">[]> {
  const found: { name: string; arn: string }[] = [];
  const pages = paginateDescribeLogGroups({ client }, { logGroupNamePrefix: prefix }, { abortSignal: signal });
  // Tags want the ARN without the `:*` that policies want.
  for await (const { logGroups = [] } of pages)
    for (const { logGroupName: name = "", logGroupArn, arn = "" } of logGroups)
      found.push({ name, arn: logGroupArn ?? arn.replace(/:\*$/, "") });
  return found;
}

/** Log groups with their tags; without those that have gone meanwhile. */
export async function tagsOfLogGroups(
  client: CloudWatchLogsClient,
  found: readonly Omit<LogGroup, "tags">[],
  signal: AbortSignal,
): Promise<readonly LogGroup[]> {
  const tagged = await Promise.all(
    found.map(async (group) => {
      const answer = await unlessGone(
        client.send(new ListTagsForResourceCommand({ resourceArn: group.arn }), { abortSignal: signal }),
      );
      return answer ? [{ ...group, tags: answer.tags ?? {} }] : [];
    }),
  );
  return tagged.flat();
}

/** Deletes a log group with all that is in it; one that is gone already is as good. */
export async function deleteLogGroup(client: CloudWatchLogsClient, name: string, signal: AbortSignal): Promise<void> {
  await unlessGone(client.send(new DeleteLogGroupCommand({ logGroupName: name }), { abortSignal: signal }));
}

/** Puts a tag on a log group. */
export async function tagLogGroup(
  client: CloudWatchLogsClient,
  { arn, key, value }: { arn: string; key: string; value: string },
  signal: AbortSignal,
): Promise<void> {
  await unlessGone(
    client.send(new TagResourceCommand({ resourceArn: arn, tags: { [key]: value } }), { abortSignal: signal }),
  );
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}
