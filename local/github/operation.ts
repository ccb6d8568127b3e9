import type { GitHub } from "./github.js";
import type { Repository, Token } from "./model.js";

/** A request that is known to be well-formed, and allowed. */
export interface Asked {
  readonly github: GitHub;
  /** Undefined for what is of no repository, such as `rate-limit/get`. */
  readonly repository: Repository;
  /** Undefined when nobody is signed in. */
  readonly token: Token | undefined;
  /** Path and query parameters: strings, numbers, booleans. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  /** Undefined for no body at all (204). */
  readonly body?: unknown;
  /** For lists: everything, of which the server answers the page that was asked for. */
  readonly list?: readonly unknown[];
}

/** What the local GitHub does for an operation, by the operation's id in GitHub's description. */
export interface Served {
  /** Any of these permissions will do, at this level; none: whoever can see the repository, or anybody. */
  readonly permissions: readonly `${string}=${"read" | "write"}`[];
  answer(asked: Asked): Answer;
}

export type Operations = Readonly<Record<string, Served>>;
