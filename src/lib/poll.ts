/** Real time, or a test's. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Rejects with the signal's reason as soon as it is aborted, and leaves no timer behind. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, milliseconds);
      signal.addEventListener("abort", stop, { once: true });
    }),
};

/**
 * Looks again and again until `look` gives something back: the one way to wait. The deadline is the signal's; what
 * was last seen is the looker's to tell.
 *
 * The pause grows with the time waited, so that the end of a short wait is noticed at once and that of a long one
 * a few per cent late: a twentieth of the wait so far, at least `least`, at most `most` milliseconds.
 */
export async function poll<T>(
  look: () => Promise<T | undefined>,
  { clock, signal, least = 1000, most = 5000 }: { clock: Clock; signal: AbortSignal; least?: number; most?: number },
): Promise<T> {
  const started = clock.now();
  for (;;) {
    const looked = clock.now();
    const seen = await look();
    if (seen !== undefined) return seen;
    const pause = Math.min(most, Math.max(least, (clock.now() - started) / 20));
    // The pace counts from look to look, however long the answer took.
    await clock.sleep(Math.max(0, pause - (clock.now() - looked)), signal);
  }
}
