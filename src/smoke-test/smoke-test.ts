import type { CheckResult, FrontDoor } from "./check.js";
import { runChecks, type SmokeTestWorld } from "./engine.js";
import { type Inside, insideChecks } from "./inside-checks.js";
import { outsideChecks } from "./outside-checks.js";

/** The outcome of a smoke test: its checks, and where a visitor is sent to sign in. */
export interface SmokeTest {
  readonly checks: readonly CheckResult[];
  readonly signInUrl?: string;
}

/** What is attacked, and how it may be looked at from inside: or in words why it can't be. */
export interface Subject {
  readonly door: FrontDoor;
  readonly inside: Inside | string;
}

/**
 * Attacks the front door from outside and looks at it from inside, all checks side by side.
 *
 * @param patience milliseconds for what is "not yet"
 */
export async function runSmokeTest(
  world: SmokeTestWorld,
  { door, inside }: Subject,
  patience = 120_000,
): Promise<SmokeTest> {
  let signInUrl: string | undefined;
  const outside = outsideChecks(door, (location) => {
    signInUrl = location;
  });
  const checks = await runChecks(world, [...outside, ...insideChecks(inside)], patience);
  return { checks: inOrder(checks), ...(signInUrl && { signInUrl }) };
}

/** The order in which people read them. */
const ORDER = [
  "certificate",
  "tls-versions",
  "http-redirect",
  "sign-in-redirect",
  "every-way-in",
  "forged-identity",
  "wrong-door",
  "listener-rules",
  "targets",
  "sign-in-page",
  "signed-in",
  "public-paths",
];

function inOrder(checks: readonly CheckResult[]): CheckResult[] {
  return [...checks].sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
}
