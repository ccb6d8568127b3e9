import { type Bucket, rates, type ServiceRates } from "./rates.js";

/** A bucket from which calls have taken, for looking inside. */
export interface BucketLevel {
  readonly service: string;
  /** AWS's name of the category, or the operation; and whose, where each user pool has one. */
  readonly bucket: string;
  readonly capacity: number;
  /** Tokens a second. */
  readonly refill: number;
  /** The fewest tokens that were ever left: 0 is on the edge of being throttled. */
  readonly least: number;
  /** How many calls were refused for want of a token. */
  readonly throttled: number;
}

type Level = {
  bucket: Bucket;
  name: string;
  service: string;
  tokens: number;
  at: number;
  least: number;
  refused: number;
};

/**
 * Token buckets at AWS's rates (`rates`), per operation or per category of operations.
 *
 * Seconds are real ones, whatever the speed: a client sleeps and polls in real time. What AWS's slowness would spread
 * over minutes comes closer together at a high speed, so that this is stricter than AWS there, and never milder.
 */
export class Throttle {
  readonly #now: () => number;
  readonly #levels = new Map<string, Level>();

  /** `now` in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes tokens from every bucket that counts this call, or from none and says false: the call is one too many. */
  admits(service: string, operation: string, input: unknown): boolean {
    const taken = bucketsOf(rates[service], operation, input).map((bucket) => ({
      level: this.#level(service, bucket, nameOf(bucket, operation, input)),
      tokens: bucket.tokens?.(operation, input) ?? 1,
    }));
    const empty = taken.filter(({ level, tokens }) => level.tokens < tokens);
    for (const { level } of empty) level.refused += 1;
    if (empty.length > 0) return false;
    for (const { level, tokens } of taken) {
      level.tokens -= tokens;
      level.least = Math.min(level.least, level.tokens);
    }
    return true;
  }

  /** The buckets that were used, the emptiest first. */
  list(): readonly BucketLevel[] {
    return [...this.#levels.values()]
      .map(({ service, name, bucket: { capacity, refill }, least, refused }) => ({
        ...{ service, bucket: name, capacity, refill },
        least: Math.floor(least),
        throttled: refused,
      }))
      .sort((a, b) => b.throttled - a.throttled || a.least / a.capacity - b.least / b.capacity);
  }

  #level(service: string, bucket: Bucket, name: string): Level {
    const now = this.#now();
    const { capacity, refill } = bucket;
    // A category is one bucket; what is filtered and what is not are two of the same operation.
    const key = `${service} ${name} ${capacity}/${refill}`;
    const known = this.#levels.get(key);
    const level = known ?? { bucket, name, service, tokens: capacity, at: now, least: capacity, refused: 0 };
    level.tokens = Math.min(capacity, level.tokens + ((now - level.at) / 1000) * refill);
    level.at = now;
    this.#levels.set(key, level);
    return level;
  }
}

function bucketsOf(service: ServiceRates | undefined, operation: string, input: unknown): Bucket[] {
  const counts = (bucket: Bucket) => names(bucket, operation) && applies(bucket, input);
  const first = service?.buckets.find(counts);
  return [...(first === undefined ? [] : [first]), ...(service?.also ?? []).filter(counts)];
}

function names({ operations }: Bucket, operation: string): boolean {
  return operations.some((name) => (name.endsWith("*") ? operation.startsWith(name.slice(0, -1)) : operation === name));
}

function applies({ per, without = [] }: Bucket, input: unknown): boolean {
  return (
    without.every((member) => memberOf(input, member) === undefined) && (!per || memberOf(input, per) !== undefined)
  );
}

function nameOf({ category = "", per }: Bucket, operation: string, input: unknown): string {
  return `${category || operation}${per === undefined ? "" : ` of ${String(memberOf(input, per))}`}`;
}

function memberOf(input: unknown, member: string): unknown {
  return typeof input === "object" && input !== null ? Reflect.get(input, member) : undefined;
}
