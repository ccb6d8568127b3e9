import { type CloudWatchLogsClient, GetLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";

/** How many lines of a container's log are worth reading in a red step. */
const LINES = 50;

/**
 * The last lines that a container wrote, oldest first; none where it wrote nothing or they cannot be read. Evidence is
 * worth having and never worth failing for.
 *
 * @param task the task's id: the awslogs driver names streams `prefix/container/task`
 */
export async function lastLogLines(
  client: CloudWatchLogsClient,
  { group, container, task, signal }: { group: string; container: string; task: string; signal: AbortSignal },
): Promise<readonly string[]> {
  try {
    const { events } = await client.send(
      new GetLogEventsCommand({
        logGroupName: group,
        logStreamName: `${container}/${container}/${task}`,
        limit: LINES,
        startFromHead: false,
      }),
      { abortSignal: signal },
    );
    return (events ?? []).flatMap(({ message = "" }) => message.split("\n"));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // A container that never started has no stream; a role may not be allowed to read it.
    if (error instanceof Error && error.name === "ResourceNotFoundException") return [];
    return [`(the log could not be read: ${error instanceof Error ? error.message : String(error)})`];
  }
}
