/** Which metric: a namespace, a name, and the dimensions that it was published with. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What CloudWatch keeps of all values within a minute or a longer period. */
export interface Aggregate {
  readonly sum: number;
  readonly samples: number;
  readonly minimum: number;
  readonly maximum: number;
}

const MINUTE = 60_000;

/** All metrics, by the minute. In the machine's time, whatever the speed: clients ask by their own clock. */
export class Metrics {
  readonly #series = new Map<string, { readonly metric: Metric; readonly minutes: Map<number, Aggregate> }>();

  record(metric: Metric, at: Date, value: number): void {
    const key = keyOf(metric);
    const series = this.#series.get(key) ?? { metric, minutes: new Map<number, Aggregate>() };
    this.#series.set(key, series);
    const minute = Math.floor(at.getTime() / MINUTE) * MINUTE;
    const one = { sum: value, samples: 1, minimum: value, maximum: value };
    series.minutes.set(minute, merge(series.minutes.get(minute), one));
  }

  list(): Metric[] {
    return [...this.#series.values()].map(({ metric }) => metric);
  }

  /** The periods of `period` ms, counted from `from`, that hold any value; oldest first. `to` is left out. */
  read(metric: Metric, { from, to, period }: { from: number; to: number; period: number }): [number, Aggregate][] {
    const found = new Map<number, Aggregate>();
    const minutes = [...(this.#series.get(keyOf(metric))?.minutes ?? [])].sort(([a], [b]) => a - b);
    for (const [minute, aggregate] of minutes) {
      if (minute < from || minute >= to) continue;
      const start = from + Math.floor((minute - from) / period) * period;
      found.set(start, merge(found.get(start), aggregate));
    }
    return [...found];
  }
}

function merge(a: Aggregate | undefined, b: Aggregate): Aggregate {
  if (a === undefined) return b;
  return {
    sum: a.sum + b.sum,
    samples: a.samples + b.samples,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
  };
}

/** Another set of dimensions is another metric. */
function keyOf({ namespace, name, dimensions }: Metric): string {
  const sorted = Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}
