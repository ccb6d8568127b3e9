import { AwsError } from "../errors.js";

/**
 * One page of a list. Tokens are opaque to callers; a token that was never given out is an
 * `InvalidParameterException`.
 */
export function page<T>(all: readonly T[], limit = 60, token?: string): { items: T[]; next: string | undefined } {
  const start = token === undefined ? 0 : Number(Buffer.from(token, "base64url").toString());
  if (!Number.isInteger(start) || start < 0 || start > all.length) {
    throw new AwsError("InvalidParameterException", "Invalid pagination token.");
  }
  const end = start + limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? Buffer.from(String(end)).toString("base64url") : undefined,
  };
}
