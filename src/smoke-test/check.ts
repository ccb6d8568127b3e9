/**
 * What a check found:
 * - `passed`: proven
 * - `failed`: wrong, and waiting will not mend it
 * - `exposed`: content of the app without signing in
 * - `not yet`: names, connections or targets that may still come
 * - `skipped`: could not be looked at, or was not asked for; `seen` says why
 */
export type Verdict = "passed" | "failed" | "exposed" | "not yet" | "skipped";

/** A verdict and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** What was seen, on one line. */
  readonly seen: string;
  /** Passed, but somebody should look at it. */
  readonly warning?: string;
  /** What to do about a verdict that is neither passed nor skipped. */
  readonly mend?: string;
}

export interface CheckResult extends Judgement {
  /** Stable, for machines. */
  readonly id: string;
  /** What it proves, for people. */
  readonly proves: string;
}

export interface Check {
  readonly id: string;
  readonly proves: string;
  /** What to do where a judgement does not say it. */
  readonly mend: string;
  /** One look, until the signal ends it; what it throws means "not yet". */
  readonly look: (signal: AbortSignal) => Promise<Judgement>;
}

/** What an environment's front door should look like. What is absent is not known, and not looked at. */
export interface FrontDoor {
  readonly host: string;
  /** Where requests are sent: the load balancer's own DNS name. */
  readonly loadBalancer?: string;
  /** The sign-in pages' host, `<prefix>.auth.<region>.amazoncognito.com` or a domain of one's own. */
  readonly signInHost?: string;
  /** Further domains of the pool, as far as AWS was asked: it may grow while the checks look. */
  readonly poolDomains?: ReadonlySet<string>;
  readonly clientId?: string;
  /** What an outsider asks for. */
  readonly path: string;
  readonly healthCheckPath?: string;
  /** Path patterns that are declared to be open to everybody. */
  readonly publicPaths: readonly string[];
  /** Whether anybody may create an account. */
  readonly selfSignUp?: boolean;
}

export const passed = (seen: string, warning?: string): Judgement => ({
  verdict: "passed",
  seen,
  ...(warning && { warning }),
});
export const failed = (seen: string, mend?: string): Judgement => ({ verdict: "failed", seen, ...(mend && { mend }) });
export const skipped = (seen: string): Judgement => ({ verdict: "skipped", seen });
export const notYet = (seen: string): Judgement => ({ verdict: "not yet", seen });
export const exposed = (
  seen: string,
  mend = "Take the rule out of the routing until it is mended: the listener rule of this host must authenticate before it forwards.",
): Judgement => ({ verdict: "exposed", seen: `EXPOSED: ${seen}`, mend });

const RANK: readonly Verdict[] = ["exposed", "failed", "not yet", "passed", "skipped"];
const MOST_SHOWN = 3;

/** One judgement of many: the worst of their verdicts, with what was seen in those that have it. */
export function worst(judgements: readonly Judgement[], allWell: string): Judgement {
  const verdict = RANK.find((each) => judgements.some((judgement) => judgement.verdict === each)) ?? "passed";
  if (verdict === "passed" || verdict === "skipped") {
    const warnings = judgements.flatMap(({ warning }) => warning ?? []);
    return passed(allWell, warnings.join("; "));
  }
  const found = judgements.filter((judgement) => judgement.verdict === verdict);
  const more = found.length > MOST_SHOWN ? `; and ${found.length - MOST_SHOWN} more` : "";
  const seen = found.slice(0, MOST_SHOWN).map((judgement) => judgement.seen);
  const mend = found.find((judgement) => judgement.mend)?.mend;
  return { verdict, seen: `${seen.join("; ")}${more}`, ...(mend && { mend }) };
}
