import { AwsError, notImplemented } from "../errors.js";
import type { LogEvent, LogGroup } from "./log-group.js";

const DEFAULT_PAGE = 10_000;

interface Range {
  /** Milliseconds since the epoch; the start belongs to the range, the end to GetLogEvents' not, to FilterLogEvents' too. */
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * A page of a stream's events. Tokens `f/<index>` and `b/<index>` name a place in the stream; the end of either
 * direction is recognized, as in AWS, by getting the same token back.
 */
export function pageOfStream(
  events: readonly LogEvent[],
  { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = DEFAULT_PAGE }: Range,
  token: string | undefined,
  startFromHead: boolean,
): { events: LogEvent[]; nextForwardToken: string; nextBackwardToken: string } {
  const found = events.filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime);
  let [from, to] = startFromHead ? [0, limit] : [Math.max(0, found.length - limit), found.length];
  if (token !== undefined) {
    const [, direction, text] = /^([fb])\/(\d+)$/.exec(token) ?? [];
    if (direction === undefined) throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
    const place = Number(text);
    [from, to] = direction === "f" ? [place, place + limit] : [Math.max(0, place - limit), place];
  }
  const page = found.slice(from, to);
  return {
    events: page,
    nextForwardToken: `f/${String(from + page.length).padStart(56, "0")}`,
    nextBackwardToken: `b/${String(from).padStart(56, "0")}`,
  };
}

/** The events of a group's streams that match, by time. */
export function filterEvents(
  group: LogGroup,
  streams: (name: string) => boolean,
  pattern: string | undefined,
  { startTime = 0, endTime = Number.POSITIVE_INFINITY }: Range,
): (LogEvent & { logStreamName: string })[] {
  const matches = compilePattern(pattern ?? "");
  return [...group.streams.values()]
    .filter(({ name }) => streams(name))
    .flatMap(({ name, events }) => events.map((event) => ({ ...event, logStreamName: name })))
    .filter(({ timestamp, message }) => timestamp >= startTime && timestamp <= endTime && matches(message))
    .sort((a, b) => a.timestamp - b.timestamp);
}

/**
 * A filter pattern of terms: all must be in the message, `-term` must not, of `?term`s one suffices; quotes hold
 * a term together (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html). JSON,
 * space-delimited and regular expression patterns are not implemented.
 */
export function compilePattern(pattern: string): (message: string) => boolean {
  if (/^\s*[{[%]/.test(pattern)) throw notImplemented(`the filter pattern ${pattern}`);
  const terms = [...pattern.matchAll(/([?-]?)(?:"((?:[^"\\]|\\.)*)"|(\S+))/g)].map(([, sign = "", quoted, bare]) => ({
    sign,
    text: quoted === undefined ? (bare ?? "") : quoted.replace(/\\(.)/g, "$1"),
  }));
  const optional = terms.filter(({ sign }) => sign === "?");
  return (message) =>
    terms.every(({ sign, text }) => sign === "?" || message.includes(text) !== (sign === "-")) &&
    (optional.length === 0 || optional.some(({ text }) => message.includes(text)));
}
