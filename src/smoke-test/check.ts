/**
 * What a check found:
 * - `passed`: proven
 * - `failed`: wrong, and waiting will not mend it
 * - `exposed`: content of the app without signing in
 * - `not yet`: names, connections or targets that may still come
 */
export type Verdict = "passed" | "failed" | "exposed" | "not yet";

export interface CheckResult {
  /** Stable, for machines. */
  readonly id: string;
  /** What it proves, for people. */
  readonly proves: string;
  readonly verdict: Verdict;
  /** What was seen, on one line. */
  readonly seen: string;
}

/** What an environment's front door should look like. */
export interface FrontDoor {
  readonly host: string;
  readonly loadBalancer: string;
  /** The sign-in pages' host, `<prefix>.auth.<region>.amazoncognito.com`. */
  readonly signInHost: string;
  readonly clientId: string;
}
