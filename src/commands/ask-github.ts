import type { GitHub } from "../github/connection.js";
import { isBranchThere, readPullRequest } from "../github/pull-request.js";
import { type RepositoryView, viewRepository } from "../github/repository.js";
import { describeError } from "../lib/errors.js";
import { inTurns } from "../lib/in-turns.js";
import type { PullRequestFacts } from "../plan/sweep-facts.js";

/** Answers what GitHub says of a pull request, as it is now. */
export type AskGitHub = (number: number) => Promise<PullRequestFacts>;

/**
 * Whom to ask about pull requests of the repository with this id. Whatever GitHub does not say for sure is `unknown`, with
 * the reason: the caller keeps what it is about.
 *
 * @param github undefined: there is no token
 */
export async function openQuestions(
  github: GitHub | undefined,
  repositoryId: string,
  signal: AbortSignal,
): Promise<AskGitHub> {
  const never =
    (reason: string): AskGitHub =>
    async () => ({ state: "unknown", reason });
  if (!github) return never("has a pull request, and there is no github-token to ask about it");
  let view: RepositoryView;
  try {
    view = await viewRepository(github, signal);
  } catch (error) {
    signal.throwIfAborted();
    return never(
      `has a pull request that cannot be read: GitHub does not show the repository's (${describeError(error)})`,
    );
  }
  if (view.id !== repositoryId)
    return never(`has a pull request that cannot be read: ${github.at.owner}/${github.at.repo} has the id ${view.id}`);
  return async (number) => {
    try {
      return await ask(github, number, view, signal);
    } catch (error) {
      signal.throwIfAborted();
      return { state: "unknown", reason: `has a pull request that cannot be read: ${describeError(error)}` };
    }
  };
}

/** The same of many, a few at a time: they are asked about one by one, since a list's pages shift while they are read. */
export async function askAboutAll(
  numbers: readonly (number | undefined)[],
  ask: AskGitHub,
): Promise<Map<number, PullRequestFacts>> {
  const unique = [...new Set(numbers)].filter((number) => number !== undefined);
  return new Map(await inTurns(unique, async (number) => [[number, await ask(number)] as const]));
}

async function ask(
  github: GitHub,
  number: number,
  { id, newestPullRequest }: RepositoryView,
  signal: AbortSignal,
): Promise<PullRequestFacts> {
  const found = await readPullRequest(github, number, signal);
  if (!found)
    // Numbers are given in turn and never again. One that was never given is somebody's invention.
    return number < newestPullRequest
      ? { state: "deleted" }
      : { state: "unknown", reason: `has the pull request ${number}, which GitHub has never had` };
  if (found.number !== number)
    return { state: "unknown", reason: `GitHub answers about ${found.number} for ${number}` };
  if (found.state === "closed") return { state: found.merged ? "merged" : "closed" };
  // A fork's branches may be hidden from this token.
  if (String(found.headRepositoryId) !== id) return { state: "open", headBranch: "unknown" };
  const isThere = await isBranchThere(github, found.headRef, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    // Without the permission contents: read. Nothing but the branch is unknown then.
    return error instanceof Error ? undefined : Promise.reject(error);
  });
  return { state: "open", headBranch: isThere === undefined ? "unknown" : isThere ? "there" : "gone" };
}
