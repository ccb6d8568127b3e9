/**
 * Preloaded into the action under test: its pauses run as many times faster as SWEEP_TIMERS says, so that against a
 * local AWS that is fast as well it looks about as often, in AWS's time, as it would in production. What is longer than
 * any pause between two looks is a deadline, and left alone like time itself and sockets' timeouts: the machine that
 * runs the tests is no faster than others.
 */
const LONGEST_PAUSE = 5000;
const factor = Number(process.env.SWEEP_TIMERS ?? 1);
const real = globalThis.setTimeout;
const fast = (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
  real(callback, delay > LONGEST_PAUSE ? delay : delay / factor, ...args);
globalThis.setTimeout = Object.assign(fast, { __promisify__: real.__promisify__ }) as typeof setTimeout;
