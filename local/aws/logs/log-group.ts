import type { OutputLogEvent } from "@aws-sdk/client-cloudwatch-logs";

export interface LogGroup {
  readonly name: string;
  readonly arn: string;
  readonly creationTime: number;
  retentionInDays: number | undefined;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStream>;
}

export interface LogStream {
  readonly name: string;
  readonly arn: string;
  readonly creationTime: number;
  /** By time, and by arrival where the time is the same. */
  readonly events: LogEvent[];
}

export interface LogEvent extends Required<OutputLogEvent> {
  readonly eventId: string;
  readonly timestamp: number;
  readonly message: string;
  readonly ingestionTime: number;
}

export const storedBytes = (stream: LogStream): number =>
  // CloudWatch Logs counts 26 bytes for each event beside its text.
  stream.events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + 26, 0);

/** The values that PutRetentionPolicy takes. */
export const RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
