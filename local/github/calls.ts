/** One request that was answered, as `GET /_local/calls` shows it. */
export interface GitHubCall {
  /** `pulls/get`, ...; empty for what GitHub does not have. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
  /** When it arrived, ISO 8601. */
  readonly at: string;
  readonly requestId: string;
  /** Who asked; empty without a token. */
  readonly login: string;
  /** What was answered, where it was an error, or how it was left without an answer. */
  readonly error?: string;
  /** What of the request does not fit GitHub's description. */
  readonly misfits?: readonly string[];
  readonly durationMs: number;
}
