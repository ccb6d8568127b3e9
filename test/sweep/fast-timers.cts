/**
 * Preloaded into the action under test: its timers run as many times faster as SWEEP_TIMERS says, so that against a
 * local AWS that is fast as well it looks about as often, in AWS's time, as it would in production. Time itself and
 * sockets' timeouts are left alone, and no deadline (what is longer than any pause between two looks) gets shorter than
 * what a busy machine needs for a smoke test.
 */
const LONGEST_PAUSE = 5000;
const SHORTEST_DEADLINE = 6000;
const factor = Number(process.env.SWEEP_TIMERS ?? 1);
const real = globalThis.setTimeout;
const fast = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
  real(callback, delay > LONGEST_PAUSE ? Math.max(delay / factor, SHORTEST_DEADLINE) : delay / factor, ...args);
globalThis.setTimeout = Object.assign(fast, { __promisify__: real.__promisify__ }) as typeof setTimeout;
