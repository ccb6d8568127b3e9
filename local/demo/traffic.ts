import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "./browser.js";

/** What came of requests that were sent one after another by several visitors. */
export interface TrafficReport {
  readonly sent: number;
  /** Every request that was not answered as it should be, and why. */
  readonly failures: readonly string[];
  /** Answers by what `label` made of them. */
  readonly answers: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

export interface Traffic {
  /** As it stands now. */
  report(): TrafficReport;
  /** Ends it, once the requests under way are answered. */
  stop(): Promise<TrafficReport>;
}

/**
 * Lets requests flow to `url` until stopped: each of `visitors`, signed in already, sends its next one `pauseMs` after the
 * answer to its last. `label` names a good answer (its version, say) and throws on a bad one.
 */
export function startTraffic({
  visitors,
  url,
  pauseMs,
  label,
}: {
  visitors: readonly Browser[];
  url: string;
  pauseMs: number;
  label: (page: Page) => string;
}): Traffic {
  const stopping = new AbortController();
  const failures: string[] = [];
  const answers: Record<string, number> = {};
  let sent = 0;
  let slowestMs = 0;
  const walk = async (visitor: Browser) => {
    while (!stopping.signal.aborted) {
      const started = performance.now();
      sent++;
      try {
        const name = label(await visitor.request(url));
        answers[name] = (answers[name] ?? 0) + 1;
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
      slowestMs = Math.max(slowestMs, performance.now() - started);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const walking = Promise.all(visitors.map(walk));
  const report = () => ({ sent, failures: [...failures], answers: { ...answers }, slowestMs });
  return {
    report,
    stop: async () => {
      stopping.abort();
      await walking;
      return report();
    },
  };
}
