import { isRequestError, persist } from "./attempt.js";
import { bounded, type GitHub } from "./connection.js";

/** What decides about a preview. Times are ISO 8601. */
export interface PullRequestState {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly headSha: string;
  /** The branch's name, in the repository that the pull request comes from. */
  readonly headRef: string;
  /** Absent when that repository, a fork, was deleted. */
  readonly headRepositoryId?: number;
  readonly labels: readonly string[];
  readonly updatedAt: string;
  readonly closedAt?: string;
}

/**
 * The pull request as it is now; undefined when the repository can be read and has none of this number.
 * https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request
 *
 * @throws RequestError when GitHub does not answer, or not to this token
 */
export async function readPullRequest(
  github: GitHub,
  number: number,
  signal: AbortSignal,
): Promise<PullRequestState | undefined> {
  const data = await unlessMissing(github, signal, async () => {
    const answer = await github.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
      ...github.at,
      pull_number: number,
      request: { signal: bounded(signal) },
    });
    return answer.data;
  });
  return (
    data && {
      number: data.number,
      state: data.state,
      merged: data.merged,
      draft: data.draft ?? false,
      headSha: data.head.sha,
      headRef: data.head.ref,
      ...(data.head.repo ? { headRepositoryId: Number(data.head.repo.id) } : {}),
      labels: data.labels.map(({ name }) => name),
      updatedAt: data.updated_at,
      ...(data.closed_at ? { closedAt: data.closed_at } : {}),
    }
  );
}

/**
 * Whether the repository has the branch. Not `GET .../branches/{branch}`, which follows a renaming.
 * https://docs.github.com/en/rest/git/refs#get-a-reference
 *
 * @throws RequestError when GitHub does not answer, or not to this token
 */
export async function isBranchThere(github: GitHub, branch: string, signal: AbortSignal): Promise<boolean> {
  const found = await unlessMissing(github, signal, () =>
    github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
      ...github.at,
      ref: `heads/${branch}`,
      request: { signal: bounded(signal) },
    }),
  );
  return found !== undefined;
}

/** A 404 counts as "not there" only if the same token can see the repository: otherwise it may mean "not for you". */
async function unlessMissing<T>(github: GitHub, signal: AbortSignal, read: () => Promise<T>): Promise<T | undefined> {
  return await persist(github, signal, async () => {
    try {
      return await read();
    } catch (error) {
      if (!isRequestError(error) || error.status !== 404) throw error;
      await github.request("GET /repos/{owner}/{repo}", { ...github.at, request: { signal: bounded(signal) } });
      return undefined;
    }
  });
}
