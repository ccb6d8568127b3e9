/** What a referee finds, one line a check. */
export interface Verdict {
  /** What was checked: `moto ecs:DescribeClusters`, and for a difference what it is about. */
  readonly check: string;
  /** What differs; undefined where both agree. */
  readonly difference?: string;
}

/** Somebody else's client, emulator or text, that says whether the local AWS is AWS. */
export interface Referee {
  readonly name: string;
  /** What it needs and this machine hasn't, or undefined. */
  missing(): Promise<string | undefined>;
  /** Runs its checks; gives each to `found` as it is made. */
  run(found: (verdict: Verdict) => void): Promise<void>;
}

/** A difference that is known, with who is right. */
export interface Explanation {
  /** Fits `check: difference`. */
  readonly difference: RegExp;
  /** Who is right, and why. */
  readonly why: string;
  /** Where AWS says so. */
  readonly document: string;
}

export interface Tally {
  readonly agree: number;
  readonly explained: number;
  readonly unexplained: number;
}

/**
 * Runs the referees one after the other and prints each difference. An explanation that explains nothing is itself
 * unexplained, since what it tells is no longer so; but only where no referee was missing or left out.
 */
export async function runReferees(
  referees: readonly Referee[],
  explanations: readonly Explanation[],
  print: (line: string) => void,
  isComplete = true,
): Promise<Tally> {
  const tally = { agree: 0, explained: 0, unexplained: 0 };
  const used = new Set<Explanation>();
  let complete = isComplete;
  for (const referee of referees) {
    const missing = await referee.missing();
    if (missing !== undefined) {
      complete = false;
      print(`${referee.name}: missing: ${missing}`);
      continue;
    }
    const before = { ...tally };
    await referee.run(({ check, difference }) => {
      if (difference === undefined) {
        tally.agree++;
        return;
      }
      const text = `${check}: ${difference}`;
      const explanation = explanations.find((each) => each.difference.test(text));
      if (explanation) used.add(explanation);
      tally[explanation ? "explained" : "unexplained"]++;
      print(`${referee.name}: ${explanation ? "explained" : "UNEXPLAINED"}: ${text}`);
    });
    print(`${referee.name}: ${tally.agree - before.agree} agree, ${tally.explained - before.explained} explained`);
  }
  for (const stale of complete ? explanations.filter((each) => !used.has(each)) : []) {
    tally.unexplained++;
    print(`UNEXPLAINED: nothing differs any more by ${stale.difference}`);
  }
  return tally;
}

/** The last line. */
export function closing({ agree, explained, unexplained }: Tally): string {
  const checks = agree + explained + unexplained;
  return `referees: ${checks} checks, ${agree} agree, ${explained} explained, ${unexplained} unexplained`;
}
