import { type Armed, ArmedFaults, SCHEDULE_MEMBERS, type Schedule, scheduleProblems } from "../faults/schedule.js";
import { type Act, actProblems } from "./acts.js";
import type { Description } from "./description.js";
import { GitHubError } from "./errors.js";
import { GRAPHQL } from "./graphql.js";

/** What goes wrong with a request: exactly one of these. */
export interface FaultKind {
  /** Answered instead of the operation, which does not happen. */
  readonly error?: {
    readonly status: number;
    readonly message?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** GitHub's own words for too many requests, in an hour or in a moment; the operation does not happen. */
  readonly throttle?: "primary" | "secondary";
  /** A 502, as GitHub's load balancers answer; the operation does not happen. */
  readonly fail?: true;
  /** The connection is cut; the operation does not happen. */
  readonly reset?: true;
  /** The operation happens, and the connection is cut in place of an answer. */
  readonly resetAfter?: true;
  /** Never answered; the operation does not happen. Ends when the client goes away. */
  readonly hang?: true;
  /** The operation happens and is never answered. Ends when the client goes away. */
  readonly hangAfter?: true;
  /** The answer is this late, in seconds divided by the speed; the operation happens at once. */
  readonly delaySeconds?: number;
  /** Nothing goes wrong, but somebody does this just before the operation happens. */
  readonly actBefore?: Act;
  /** The same just after it has happened, before its answer. */
  readonly actAfter?: Act;
}

export interface GitHubFault extends FaultKind, Schedule {
  /** An operation's id in GitHub's description, such as `issues/create-comment`; `graphql`; `*` for all. */
  readonly operation: string;
  /** For `throttle: secondary`: the answer's `retry-after` (60). */
  readonly retryAfterSeconds?: number;
}

const KINDS = [
  "error",
  "throttle",
  "fail",
  "reset",
  "resetAfter",
  "hang",
  "hangAfter",
  "delaySeconds",
  "actBefore",
  "actAfter",
] as const;
KINDS satisfies readonly (keyof FaultKind)[];
const FLAGS = ["fail", "reset", "resetAfter", "hang", "hangAfter"] as const;
const MEMBERS: readonly string[] = ["operation", "retryAfterSeconds", ...SCHEDULE_MEMBERS, ...KINDS];

/** The faults that are armed. */
export class GitHubFaults {
  readonly #armed = new ArmedFaults<GitHubFault>();

  /** Arms a fault or a list of them, all or none. Throws one 422 that names every problem. */
  add(plan: unknown, description: Description): void {
    const list: readonly unknown[] = Array.isArray(plan) ? plan : [plan];
    const found = list.flatMap((fault, index) =>
      problems(fault, description).map((problem) => (Array.isArray(plan) ? `fault ${index + 1}: ${problem}` : problem)),
    );
    if (found.length > 0) throw new GitHubError(422, `This is no fault: ${found.join("; ")}.`);
    this.#armed.arm(list as readonly GitHubFault[]);
  }

  clear(): void {
    this.#armed.clear();
  }

  list(): readonly Armed<GitHubFault>[] {
    return this.#armed.list();
  }

  /** The fault that hits this call, if one does. Counts the call. */
  next(operation: string): GitHubFault | undefined {
    return this.#armed.next(operation, (fault) => fault.operation === "*" || fault.operation === operation);
  }
}

function problems(value: unknown, description: Description): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["a fault is an object"];
  const fault = value as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  const check = (holds: boolean, problem: string) => void (holds || found.push(problem));
  for (const key of Object.keys(fault))
    check(MEMBERS.includes(key), `there is no ${key}; there are ${MEMBERS.join(", ")}`);
  const { operation, error, throttle, retryAfterSeconds, delaySeconds } = fault;
  // A name that is misspelt would never be hit, and what it was to show would seem shown.
  check(
    operation === "*" || operation === GRAPHQL.id || (typeof operation === "string" && description.has(operation)),
    `GitHub has no operation ${operation}; one is issues/create-comment`,
  );
  found.push(...scheduleProblems(fault));
  const given = KINDS.filter((kind) => fault[kind] !== undefined);
  check(given.length === 1, `a fault has exactly one of ${KINDS.join(", ")}`);
  for (const flag of FLAGS) check([undefined, true].includes(fault[flag] as true), `${flag} is true where it is given`);
  check([undefined, "primary", "secondary"].includes(throttle as string), "throttle is primary or secondary");
  check(retryAfterSeconds === undefined || isSeconds(retryAfterSeconds), "retryAfterSeconds is a number from 0");
  check(
    retryAfterSeconds === undefined || throttle === "secondary",
    "retryAfterSeconds is for throttle: secondary, which is missing",
  );
  check(delaySeconds === undefined || isSeconds(delaySeconds), "delaySeconds is a number from 0");
  check(error === undefined || isError(error), "error is { status (400 to 599), message?, headers? }");
  for (const act of [fault.actBefore, fault.actAfter]) if (act !== undefined) found.push(...actProblems(act));
  return found;
}

function isSeconds(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { status, message = "", headers = {}, ...others } = error as Record<string, unknown>;
  const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599;
  return isStatus && typeof message === "string" && typeof headers === "object" && Object.keys(others).length === 0;
}
