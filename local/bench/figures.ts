/** A measured figure with the bound it should keep. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  /** As `at most 2.0 ×`; absent for a figure without one. */
  readonly bound?: string;
  /** Whether it keeps its bound; undefined when it could not be measured here or has none. */
  readonly kept?: boolean;
}

/** A figure whose bound is a largest value. `format` shows both. */
export function atMost(name: string, value: number, bound: number, format: (value: number) => string): Figure {
  return { name, measured: format(value), bound: `at most ${format(bound)}`, kept: value <= bound };
}

/**
 * A figure that is known to lie between `least` and `most`, and should lie between `from` and `to`. What overlaps only in
 * part is not decided.
 */
export function between(
  name: string,
  { least, most }: { least: number; most: number },
  { from, to }: { from: number; to: number },
  format: (value: number) => string,
): Figure {
  const measured = format(least) === format(most) ? format(most) : `${format(least)} to ${format(most)}`;
  const bound = `${format(from)} to ${format(to)}`;
  if (least >= from && most <= to) return { name, measured, bound, kept: true };
  if (most < from || least > to) return { name, measured, bound, kept: false };
  return { name, measured, bound: `${bound}: not decided, measure nearer to speed 1` };
}

/** The figures as a table of plain text. */
export function figuresTable(figures: readonly Figure[]): string {
  const name = Math.max(...figures.map((figure) => figure.name.length));
  const measured = Math.max(...figures.map((figure) => figure.measured.length));
  return figures
    .map(({ name: text, measured: value, bound = "", kept }) => {
      const mark = kept === undefined ? " " : kept ? "✓" : "✗";
      return `${mark} ${text.padEnd(name)}  ${value.padStart(measured)}  ${bound}`.trimEnd();
    })
    .join("\n");
}

/** The middle value. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error("There is no median of nothing");
  return (low + high) / 2;
}
