import { validationError } from "./validation.js";

/** One page of a Describe operation: at most 400 entries, continued with `NextMarker`. */
export function page<T>(
  all: readonly T[],
  { Marker, PageSize: size = 400 }: { Marker?: string | undefined; PageSize?: number | undefined },
): { items: T[]; NextMarker: string | undefined } {
  const start = Marker === undefined ? 0 : decode(Marker);
  const end = start + size;
  return {
    items: all.slice(start, end),
    NextMarker: end < all.length ? Buffer.from(`at:${end}`).toString("base64") : undefined,
  };
}

function decode(marker: string): number {
  const match = /^at:(\d+)$/.exec(Buffer.from(marker, "base64").toString());
  if (match === null) throw validationError(`Invalid marker '${marker}'`);
  return Number(match[1]);
}
