import type { Clock } from "./poll.js";

/** A part of the run, for the report: when it began and ended, in milliseconds of the clock. */
export interface Span {
  readonly section: string;
  readonly name: string;
  readonly start: number;
  end?: number;
  failed?: boolean;
}

/** Notes how long each part of the run took. */
export interface Timeline {
  readonly spans: readonly Span[];
  measure<T>(section: string, name: string, work: () => Promise<T>): Promise<T>;
}

export function createTimeline(clock: Clock): Timeline {
  const spans: Span[] = [];
  return {
    spans,
    async measure(section, name, work) {
      const span: Span = { section, name, start: clock.now() };
      spans.push(span);
      try {
        return await work();
      } catch (error) {
        span.failed = true;
        throw error;
      } finally {
        span.end = clock.now();
      }
    },
  };
}
