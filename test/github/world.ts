import { connectGitHub, type GitHub } from "../../src/github/connection.js";
import type { Clock } from "../../src/lib/poll.js";
import type { LocalGitHub } from "../local-github.js";

/** Nobody ends it. */
export const never = new AbortController().signal;

/** A clock on which waiting takes no time. */
export function fastClock(start = Date.now()): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      now += milliseconds;
    },
  };
}

/** What a step has of the local GitHub, by a token of its own or the run's; and what it was warned of. */
export async function connect(
  local: LocalGitHub,
  { token = local.env.GITHUB_TOKEN, repository = local.repository, clock = fastClock() } = {},
): Promise<GitHub & { warnings: string[] }> {
  const warnings: string[] = [];
  const github = await connectGitHub({
    token,
    apiUrl: local.url,
    repository,
    warn: (text) => warnings.push(text),
    env: {},
    clock,
  });
  if (!github) throw new Error("There is no token");
  return { ...github, warnings };
}
