/** From and to, in any unit of time. */
export interface Span {
  readonly startedAt: number;
  readonly endedAt: number;
}

/**
 * Between what a run that was measured at some speed would take at speed 1, in seconds.
 *
 * While AWS is at work on the critical path (`atWork`, milliseconds) its clock decides, and that is multiplied by the
 * speed. The rest is our own: Node's start, the time until we notice that AWS is done, the smoke test. It passes in real
 * time, so that `least` counts it once; `most` multiplies it too, since at speed 1 we wait longer and so look less often.
 */
export function atSpeedOne(run: Span, atWork: readonly Span[], speed: number): { least: number; most: number } {
  const busy = covered(atWork);
  const whole = run.endedAt - run.startedAt;
  return { least: (busy * speed + Math.max(0, whole - busy)) / 1000, most: (whole * speed) / 1000 };
}

/** The time that the spans cover together. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startedAt, endedAt } of [...spans].sort((a, b) => a.startedAt - b.startedAt)) {
    sum += Math.max(0, endedAt - Math.max(startedAt, until));
    until = Math.max(until, endedAt);
  }
  return sum;
}
