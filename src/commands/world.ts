import type { Clients } from "../lib/clients.js";
import type { Log } from "../lib/log.js";
import type { Clock } from "../lib/poll.js";
import type { Timeline } from "../lib/timeline.js";

/** What a command has to work with. Built once, in the entry point. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clients: Clients;
  readonly log: Log;
  readonly clock: Clock;
  readonly timeline: Timeline;
  /** Aborted when the step is cancelled or its time is up, with the reason. */
  readonly signal: AbortSignal;
  /** Bounds the whole step; before this is called there is no bound. */
  readonly setDeadline: (minutes: number) => void;
}
