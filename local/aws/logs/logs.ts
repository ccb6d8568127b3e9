import type * as sdk from "@aws-sdk/client-cloudwatch-logs";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { filterEvents, pageOfStream } from "./events.js";
import { type LogGroup, type LogStream, RETENTION_DAYS, storedBytes } from "./log-group.js";

const MAX_PAGE = 50;
const DAY = 24 * 60 * 60 * 1000;
const MAX_BATCH_BYTES = 1_048_576;

/** CloudWatch Logs: groups, streams, events. Retention is kept as a setting; events go when their group goes. */
export class Logs {
  readonly #aws: Aws;
  readonly #groups = new Map<string, LogGroup>();
  #events = 0;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): object {
    const logGroups = [...this.#groups.values()].map(({ name, retentionInDays, tags, streams }) => ({
      name,
      retentionInDays,
      tags: Object.fromEntries(tags),
      streams: [...streams.values()].map((stream) => ({ name: stream.name, events: stream.events.length })),
    }));
    return { logGroups };
  }

  async CreateLogGroup(input: sdk.CreateLogGroupRequest): Promise<void> {
    refuseOthers("CreateLogGroup", input, ["logGroupName", "tags", "logGroupClass"]);
    const { logGroupName = "", tags = {}, logGroupClass = "STANDARD" } = input;
    if (logGroupClass !== "STANDARD") refuseOthers("CreateLogGroup", { logGroupClass }, []);
    if (this.#groups.has(logGroupName))
      throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
    const { partition, region, accountId, clock } = this.#aws;
    this.#groups.set(logGroupName, {
      name: logGroupName,
      arn: `arn:${partition}:logs:${region}:${accountId}:log-group:${logGroupName}`,
      creationTime: clock.now().getTime(),
      retentionInDays: undefined,
      tags: new Map(Object.entries(tags)),
      streams: new Map(),
    });
  }

  async DeleteLogGroup({ logGroupName }: sdk.DeleteLogGroupRequest): Promise<void> {
    this.#groups.delete(this.#group(logGroupName).name);
  }

  async DescribeLogGroups(input: sdk.DescribeLogGroupsRequest = {}): Promise<sdk.DescribeLogGroupsResponse> {
    refuseOthers("DescribeLogGroups", input, [
      "logGroupNamePrefix",
      "logGroupNamePattern",
      "nextToken",
      "limit",
      "includeLinkedAccounts",
    ]);
    const { logGroupNamePrefix: prefix = "", logGroupNamePattern: part, nextToken, limit } = input;
    if (input.includeLinkedAccounts) refuseOthers("DescribeLogGroups", { includeLinkedAccounts: true }, []);
    const found = [...this.#groups.values()]
      .filter(
        ({ name }) =>
          name.startsWith(prefix) && (part === undefined || name.toLowerCase().includes(part.toLowerCase())),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { page, next } = paginate(found, nextToken, limit);
    return { logGroups: page.map(describeGroup), nextToken: next };
  }

  async PutRetentionPolicy({ logGroupName, retentionInDays }: sdk.PutRetentionPolicyRequest): Promise<void> {
    const group = this.#group(logGroupName);
    if (retentionInDays === undefined || !RETENTION_DAYS.includes(retentionInDays))
      throw new AwsError(
        "InvalidParameterException",
        `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${RETENTION_DAYS.join(", ")}]`,
      );
    group.retentionInDays = retentionInDays;
  }

  async DeleteRetentionPolicy({ logGroupName }: sdk.DeleteRetentionPolicyRequest): Promise<void> {
    this.#group(logGroupName).retentionInDays = undefined;
  }

  async CreateLogStream({ logGroupName, logStreamName = "" }: sdk.CreateLogStreamRequest): Promise<void> {
    const group = this.#group(logGroupName);
    if (group.streams.has(logStreamName))
      throw new AwsError("ResourceAlreadyExistsException", "The specified log stream already exists");
    group.streams.set(logStreamName, {
      name: logStreamName,
      arn: `${group.arn}:log-stream:${logStreamName}`,
      creationTime: this.#aws.clock.now().getTime(),
      events: [],
    });
  }

  async DeleteLogStream({ logGroupName, logStreamName }: sdk.DeleteLogStreamRequest): Promise<void> {
    const group = this.#group(logGroupName);
    group.streams.delete(stream(group, logStreamName).name);
  }

  async DescribeLogStreams(input: sdk.DescribeLogStreamsRequest): Promise<sdk.DescribeLogStreamsResponse> {
    const { logStreamNamePrefix: prefix = "", orderBy = "LogStreamName", descending = false, nextToken, limit } = input;
    if (orderBy === "LastEventTime" && prefix !== "")
      throw new AwsError("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
    const group = this.#group(input.logGroupName ?? groupOfIdentifier(input.logGroupIdentifier));
    const last = ({ events }: LogStream) => events.at(-1)?.timestamp ?? 0;
    const found = [...group.streams.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .sort((a, b) => (orderBy === "LastEventTime" ? last(a) - last(b) : a.name < b.name ? -1 : 1));
    if (descending) found.reverse();
    const { page, next } = paginate(found, nextToken, limit);
    return { logStreams: page.map(describeStream), nextToken: next };
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
  async PutLogEvents(input: sdk.PutLogEventsRequest): Promise<sdk.PutLogEventsResponse> {
    refuseOthers("PutLogEvents", input, ["logGroupName", "logStreamName", "logEvents", "sequenceToken"]);
    const group = this.#group(input.logGroupName);
    const { events } = stream(group, input.logStreamName);
    const batch = input.logEvents ?? [];
    if (batch.reduce((sum, { message = "" }) => sum + Buffer.byteLength(message) + 26, 0) > MAX_BATCH_BYTES)
      throw new AwsError("InvalidParameterException", `Upload too large: exceeds limit of ${MAX_BATCH_BYTES} bytes`);
    if (batch.some((event, i) => (event.timestamp ?? 0) < (batch[i - 1]?.timestamp ?? 0)))
      throw new AwsError(
        "InvalidParameterException",
        "Log events in a single PutLogEvents request must be in chronological order.",
      );
    const now = this.#aws.clock.now().getTime();
    const retention = (group.retentionInDays ?? Number.POSITIVE_INFINITY) * DAY;
    const tooOld = batch.filter(({ timestamp = 0 }) => timestamp < now - 14 * DAY).length;
    const expired = batch.filter(({ timestamp = 0 }) => timestamp < now - retention).length;
    const firstTooNew = batch.findIndex(({ timestamp = 0 }) => timestamp > now + 2 * 60 * 60 * 1000);
    const accepted = batch.slice(Math.max(tooOld, expired), firstTooNew < 0 ? undefined : firstTooNew);
    for (const { timestamp = 0, message = "" } of accepted) {
      this.#events += 1;
      const eventId = String(this.#events).padStart(56, "0");
      const after = events.findLastIndex((event) => event.timestamp <= timestamp);
      events.splice(after + 1, 0, { eventId, timestamp, message, ingestionTime: now });
    }
    const rejected = {
      ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
      ...(expired > 0 ? { expiredLogEventEndIndex: expired } : {}),
      ...(firstTooNew >= 0 ? { tooNewLogEventStartIndex: firstTooNew } : {}),
    };
    return {
      nextSequenceToken: String(this.#events).padStart(56, "0"),
      ...(Object.keys(rejected).length > 0 ? { rejectedLogEventsInfo: rejected } : {}),
    };
  }

  async GetLogEvents(input: sdk.GetLogEventsRequest): Promise<sdk.GetLogEventsResponse> {
    refuseOthers("GetLogEvents", input, [
      "logGroupName",
      "logGroupIdentifier",
      "logStreamName",
      "startTime",
      "endTime",
      "limit",
      "nextToken",
      "startFromHead",
    ]);
    const group = this.#group(input.logGroupName ?? groupOfIdentifier(input.logGroupIdentifier));
    const { events } = stream(group, input.logStreamName);
    const page = pageOfStream(events, input, input.nextToken, input.startFromHead ?? false);
    return { ...page, events: page.events.map(({ eventId: _, ...event }) => event) };
  }

  async FilterLogEvents(input: sdk.FilterLogEventsRequest): Promise<sdk.FilterLogEventsResponse> {
    refuseOthers("FilterLogEvents", input, [
      "logGroupName",
      "logGroupIdentifier",
      "logStreamNames",
      "logStreamNamePrefix",
      "startTime",
      "endTime",
      "filterPattern",
      "nextToken",
      "limit",
      "interleaved",
    ]);
    const { logStreamNames, logStreamNamePrefix: prefix = "", filterPattern, nextToken, limit } = input;
    const group = this.#group(input.logGroupName ?? groupOfIdentifier(input.logGroupIdentifier));
    for (const name of logStreamNames ?? []) stream(group, name);
    const wanted = (name: string) => logStreamNames?.includes(name) ?? name.startsWith(prefix);
    const found = filterEvents(group, wanted, filterPattern, input);
    const { page, next } = paginate(found, nextToken, limit ?? 10_000);
    return { events: page, nextToken: next, searchedLogStreams: [] };
  }

  async TagResource({ resourceArn, tags = {} }: sdk.TagResourceRequest): Promise<void> {
    const group = this.#group(groupOfIdentifier(resourceArn));
    for (const [key, value] of Object.entries(tags)) group.tags.set(key, value);
  }

  async UntagResource({ resourceArn, tagKeys = [] }: sdk.UntagResourceRequest): Promise<void> {
    const group = this.#group(groupOfIdentifier(resourceArn));
    for (const key of tagKeys) group.tags.delete(key);
  }

  async ListTagsForResource({ resourceArn }: sdk.ListTagsForResourceRequest): Promise<sdk.ListTagsForResourceResponse> {
    return { tags: Object.fromEntries(this.#group(groupOfIdentifier(resourceArn)).tags) };
  }

  #group(name: string | undefined): LogGroup {
    const group = this.#groups.get(name ?? "");
    if (group === undefined) throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
    return group;
  }
}

function stream(group: LogGroup, name: string | undefined): LogStream {
  const found = group.streams.get(name ?? "");
  if (found === undefined) throw new AwsError("ResourceNotFoundException", "The specified log stream does not exist.");
  return found;
}

/** A group's name out of its name or ARN, with or without `:*`. */
function groupOfIdentifier(identifier = ""): string {
  return identifier.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/, "").replace(/:\*$/, "");
}

function describeGroup({ name, arn, creationTime, retentionInDays, streams }: LogGroup): sdk.LogGroup {
  return {
    logGroupName: name,
    creationTime,
    retentionInDays,
    metricFilterCount: 0,
    // The ARN with `:*` is what IAM policies want; the other is for everything else.
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: [...streams.values()].reduce((sum, each) => sum + storedBytes(each), 0),
    logGroupClass: "STANDARD",
  };
}

function describeStream({ name, arn, creationTime, events }: LogStream): sdk.LogStream {
  return {
    logStreamName: name,
    arn,
    creationTime,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime: events.reduce<number | undefined>(
      (latest, { ingestionTime }) => Math.max(latest ?? 0, ingestionTime),
      undefined,
    ),
    // AWS has reported 0 for streams since 2019.
    storedBytes: 0,
  };
}

function paginate<Item>(
  items: readonly Item[],
  token: string | undefined,
  limit = MAX_PAGE,
): { page: Item[]; next?: string } {
  const from = token === undefined ? 0 : Number(Buffer.from(token, "base64url").toString());
  if (!Number.isInteger(from) || from < 0)
    throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
  const page = items.slice(from, from + limit);
  const end = from + page.length;
  return { page, ...(end < items.length ? { next: Buffer.from(String(end)).toString("base64url") } : {}) };
}
