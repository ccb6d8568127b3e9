import type { LogConfiguration } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { denial } from "./roles.js";
import { TaskError } from "./task-error.js";

/** How long lines are gathered, in seconds: Docker's awslogs driver sends every 5. */
const FLUSH_SECONDS = 5;
/** And however slow the clock runs, so that a person who watches is not kept waiting. */
const FLUSH_MS = 500;
/** PutLogEvents takes 10,000 events, and 1 MiB with 26 bytes for each. */
const BATCH_EVENTS = 10_000;
const BATCH_BYTES = 1_048_576;
const EVENT_OVERHEAD = 26;

/** Where a container's lines go. */
export interface LogStream {
  write(line: string): void;
  /** Sends what is left. */
  end(): Promise<void>;
}

/**
 * Opens the stream `prefix/container/task` that the awslogs driver writes to, or nothing if the container has no log
 * configuration. Throws `TaskError` if the stream cannot be made.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export async function openLogStream(
  aws: Aws,
  options: { configuration: LogConfiguration | undefined; container: string; taskId: string; roleArn: string },
): Promise<LogStream> {
  const { configuration, container, taskId, roleArn } = options;
  if (configuration === undefined) return { write: () => {}, end: async () => {} };
  const given = configuration.options ?? {};
  const logGroupName = given["awslogs-group"] ?? "";
  const logStreamName = `${given["awslogs-stream-prefix"]}/${container}/${taskId}`;
  const fail = (reason: string) =>
    new TaskError(
      `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ${reason} : exit status 1`,
    );
  const region = given["awslogs-region"];
  if (region !== aws.region) throw fail(`ResourceNotFoundException: The local AWS has no region ${region}.`);
  const group = `arn:${aws.partition}:logs:${aws.region}:${aws.accountId}:log-group:${logGroupName}`;
  const stream = `${group}:log-stream:${logStreamName}`;
  if (given["awslogs-create-group"] === "true") {
    const denied = await denial(aws, { roleArn, taskId, action: "logs:CreateLogGroup", resource: group });
    if (denied !== undefined) throw fail(`AccessDeniedException: ${denied}`);
    await aws.logs.CreateLogGroup({ logGroupName }).catch(unless("ResourceAlreadyExistsException"));
  }
  for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
    const denied = await denial(aws, { roleArn, taskId, action, resource: stream });
    if (denied !== undefined) throw fail(`AccessDeniedException: ${denied}`);
  }
  try {
    await aws.logs.CreateLogStream({ logGroupName, logStreamName }).catch(unless("ResourceAlreadyExistsException"));
  } catch (error) {
    throw fail(error instanceof AwsError ? `${error.code}: ${error.message}` : String(error));
  }
  return new Batches(aws, logGroupName, logStreamName);
}

class Batches implements LogStream {
  readonly #aws: Aws;
  readonly #names: { logGroupName: string; logStreamName: string };
  #waiting: { timestamp: number; message: string }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(aws: Aws, logGroupName: string, logStreamName: string) {
    this.#aws = aws;
    this.#names = { logGroupName, logStreamName };
  }

  write(line: string): void {
    // CloudWatch Logs takes no empty event, and the driver sends none.
    if (line === "") return;
    this.#waiting.push({ timestamp: this.#aws.clock.now().getTime(), message: line });
    const delay = Math.min((FLUSH_SECONDS * 1000) / this.#aws.clock.speed, FLUSH_MS);
    this.#timer ??= setTimeout(() => this.#flush(), delay);
  }

  end(): Promise<void> {
    return this.#flush();
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#waiting;
    this.#waiting = [];
    this.#sending = this.#sending.then(async () => {
      for (const logEvents of batches(events)) {
        // As the driver does: lines that the service won't take (the group is gone) are lost; the container runs on.
        await this.#aws.logs.PutLogEvents({ ...this.#names, logEvents }).catch(unless());
      }
    });
    return this.#sending;
  }
}

function* batches(events: { timestamp: number; message: string }[]) {
  let batch: typeof events = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.message) + EVENT_OVERHEAD;
    if (batch.length === BATCH_EVENTS || (bytes + size > BATCH_BYTES && batch.length > 0)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Passes over an AWS error of that code, or over any. */
function unless(code?: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof AwsError) || (code !== undefined && error.code !== code)) throw error;
  };
}
