/** One request that was answered, as `GET /_local/calls` shows it. */
export interface CallRecord {
  /** The signing name: `ecs`, `elasticloadbalancing`, ... */
  readonly service: string;
  readonly operation: string;
  /** When it arrived, ISO 8601. */
  readonly at: string;
  readonly requestId: string;
  readonly accessKeyId: string;
  /** The error code of the answer, if it was an error. */
  readonly error?: string;
  readonly durationMs: number;
}

/** Every request since the start, or since `clear`: what tests and demos look at. */
export class Calls {
  #records: CallRecord[] = [];

  add(record: CallRecord): void {
    this.#records.push(record);
  }

  list(): readonly CallRecord[] {
    return this.#records;
  }

  clear(): void {
    this.#records = [];
  }
}
