import { AwsError } from "../errors.js";

/** A page of `all` and the token of the next one, which is its position. Throws InvalidParameterException. */
export function page<T>(
  all: readonly T[],
  { nextToken, maxResults }: { nextToken?: string | undefined; maxResults?: number | undefined },
  { byDefault = 100, atMost = 100 }: { byDefault?: number; atMost?: number } = {},
): { items: T[]; nextToken?: string } {
  if (maxResults !== undefined && (maxResults < 1 || maxResults > atMost)) {
    throw new AwsError("InvalidParameterException", `maxResults must be between 1 and ${atMost}.`);
  }
  const start = nextToken === undefined ? 0 : decode(nextToken);
  const end = start + (maxResults ?? byDefault);
  return {
    items: all.slice(start, end),
    ...(end < all.length && { nextToken: Buffer.from(`position:${end}`).toString("base64") }),
  };
}

function decode(token: string): number {
  const match = /^position:(\d+)$/.exec(Buffer.from(token, "base64").toString());
  if (match === null) throw new AwsError("InvalidParameterException", "Invalid token.");
  return Number(match[1]);
}
