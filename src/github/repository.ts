import { persist } from "./attempt.js";
import { bounded, type GitHub } from "./connection.js";

/** What a token can see of the repository. */
export interface RepositoryView {
  /** Stays the same when the repository is renamed or moved. */
  readonly id: string;
  /** The number of the newest pull request; 0 if there is none. */
  readonly newestPullRequest: number;
}

/**
 * Which repository this is, and that its pull requests can be listed: only then a pull request that is not found is one
 * that is not there.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests
 *
 * @throws RequestError when GitHub does not answer, or not to this token
 */
export async function viewRepository(github: GitHub, signal: AbortSignal): Promise<RepositoryView> {
  return await persist(github, signal, async () => {
    const request = { signal: bounded(signal) };
    const [repository, newest] = await Promise.all([
      github.request("GET /repos/{owner}/{repo}", { ...github.at, request }),
      github.request("GET /repos/{owner}/{repo}/pulls", {
        ...github.at,
        state: "all",
        sort: "created",
        direction: "desc",
        per_page: 1,
        request,
      }),
    ]);
    return { id: String(repository.data.id), newestPullRequest: newest.data[0]?.number ?? 0 };
  });
}
