/**
 * Time in the local AWS. Timestamps are the machine's; durations are AWS's, in seconds, divided by the speed.
 */
export interface Clock {
  readonly speed: number;
  now(): Date;
  /** Resolves after `seconds` of AWS's time; rejects with the signal's reason when aborted. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}

/** A clock whose durations pass `speed` times as fast as in AWS (1 is real time). */
export function createClock(speed: number): Clock {
  return {
    speed,
    now: () => new Date(),
    sleep: (seconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const onAbort = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(
          () => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
          },
          (seconds * 1000) / speed,
        );
        signal?.addEventListener("abort", onAbort, { once: true });
      }),
  };
}
