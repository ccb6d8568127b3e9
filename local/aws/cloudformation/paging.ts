import { invalid } from "./template/template.js";

/** One page of a list that may grow at its end: the token names the place of the page's first item. */
export function page<T>(
  items: readonly T[],
  nextToken: string | undefined,
  size = 100,
): { items: T[]; nextToken?: string } {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64url").toString());
  if (!Number.isInteger(start) || start < 0 || start > items.length) {
    throw invalid(`The specified nextToken is invalid: ${nextToken}`);
  }
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextToken: token(end) }),
  };
}

/** The same newest first: what is added meanwhile does not shift the pages that follow. */
export function newestFirst<T>(
  items: readonly T[],
  nextToken: string | undefined,
  size = 100,
): { items: T[]; nextToken?: string } {
  const end = nextToken === undefined ? items.length : Number(Buffer.from(nextToken, "base64url").toString());
  if (!Number.isInteger(end) || end < 0 || end > items.length) {
    throw invalid(`The specified nextToken is invalid: ${nextToken}`);
  }
  const start = Math.max(0, end - size);
  return { items: items.slice(start, end).reverse(), ...(start > 0 && { nextToken: token(start) }) };
}

function token(position: number): string {
  return Buffer.from(String(position)).toString("base64url");
}
