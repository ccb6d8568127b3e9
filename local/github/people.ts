import { GitHubError, validationFailed } from "./errors.js";
import type { GitHub } from "./github.js";
import type { Account, CommitState, Label, PullRequest, Repository } from "./model.js";
import { fullName } from "./model.js";

/** What people (and pushes) do to a repository. Those that the API serves as well are written once, here. */

export function createRepository(
  github: GitHub,
  {
    name,
    id,
    isPrivate = false,
    fork = false,
    head,
    createdAt = github.clock.now(),
  }: {
    name: string;
    id?: number | undefined;
    isPrivate?: boolean;
    fork?: boolean;
    head?: string | undefined;
    createdAt?: Date;
  },
): Repository {
  const [login = "", repositoryName = ""] = name.split("/");
  if (login === "" || repositoryName === "" || github.repository(name))
    throw new GitHubError(422, `${name} is there already, or is not owner/name`);
  const repository: Repository = {
    id: id ?? github.nextId(),
    owner: github.account(login, { type: fork ? "User" : "Organization" }),
    name: repositoryName,
    private: isPrivate,
    fork,
    defaultBranch: "main",
    createdAt,
    pushedAt: createdAt,
    branches: new Map(),
    commits: new Map(),
    contexts: new Map(),
    labels: new Map(),
    pullRequests: new Map(),
    comments: new Map(),
    deployments: new Map(),
    lastNumber: 0,
  };
  github.repositories.set(name.toLowerCase(), repository);
  const first = { branch: "main", parents: [], message: "Initial commit", author: repository.owner };
  github.commit(repository, { ...first, sha: head });
  return repository;
}

export interface NewPullRequest {
  readonly title?: string;
  readonly body?: string;
  /** The head branch, made if it is not there. */
  readonly branch?: string;
  /** The account that owns the fork that it comes from; of the repository itself without it. */
  readonly fork?: string;
  readonly draft?: boolean;
  readonly conflicting?: boolean;
  readonly by?: string;
}

export function openPullRequest(
  github: GitHub,
  repository: Repository,
  { title = "A change", body, branch, fork, draft = false, conflicting = false, by = fork ?? "mona" }: NewPullRequest,
): PullRequest {
  repository.lastNumber += 1;
  const ref = branch ?? `change-${repository.lastNumber}`;
  const from = fork === undefined ? repository : forkOf(github, repository, fork);
  const user = github.account(by);
  const base = from.branches.get(from.defaultBranch);
  const sha =
    from.branches.get(ref) ??
    github.commit(from, { branch: ref, parents: base ? [base] : [], message: title, author: user }).sha;
  for (const [each, commit] of from.commits) repository.commits.set(each, commit);
  startChecks(repository, sha);
  const now = github.clock.now();
  const pull: PullRequest = {
    id: github.nextId(),
    number: repository.lastNumber,
    title,
    body: body ?? null,
    state: "open",
    draft,
    user,
    head: { repository: from, owner: from.owner, ref, sha },
    previousHead: undefined,
    base: repository.defaultBranch,
    labels: [],
    conflicting,
    createdAt: now,
    updatedAt: now,
    closedAt: undefined,
    merged: undefined,
  };
  repository.pullRequests.set(pull.number, pull);
  return pull;
}

function forkOf(github: GitHub, repository: Repository, login: string): Repository {
  const name = `${login}/${repository.name}`;
  const known = github.repository(name);
  if (known) return known;
  const fork = createRepository(github, { name, fork: true, isPrivate: repository.private });
  for (const [sha, commit] of repository.commits) fork.commits.set(sha, commit);
  const main = repository.branches.get(repository.defaultBranch);
  if (main) fork.branches.set(fork.defaultBranch, main);
  return fork;
}

/** A push is what a workflow run starts on: its own job is a check of the commit, in progress. */
function startChecks(repository: Repository, sha: string): void {
  setContext(repository, { sha, context: "deploy", state: "pending" });
}

export function setContext(
  repository: Repository,
  { sha, context, state }: { sha: string; context: string; state: CommitState },
): void {
  const contexts = repository.contexts.get(sha) ?? new Map<string, CommitState>();
  repository.contexts.set(sha, contexts.set(context, state));
}

/** A new commit on a branch. Gives back the pull requests that followed, with the head each had. */
export function push(
  github: GitHub,
  repository: Repository,
  { branch, by = "mona", message = "Another change" }: { branch: string; by?: string; message?: string },
) {
  const before = repository.branches.get(branch);
  const author = github.account(by);
  const { sha } = github.commit(repository, { branch, parents: before ? [before] : [], message, author });
  const moved = github.follow(repository, branch);
  startChecks(repository, sha);
  for (const { repository: base } of moved) startChecks(base, sha);
  return { sha, before, moved };
}

export function closePullRequest(github: GitHub, pull: PullRequest): void {
  if (pull.state === "closed") throw new GitHubError(422, `Pull request ${pull.number} is closed already`);
  pull.state = "closed";
  pull.closedAt = github.clock.now();
  pull.updatedAt = pull.closedAt;
}

export function reopenPullRequest(github: GitHub, pull: PullRequest): void {
  const { repository, ref } = pull.head;
  if (pull.merged || repository?.branches.get(ref) === undefined) {
    const message = pull.merged ? "The pull request cannot be reopened." : "The head branch was deleted.";
    throw validationFailed({ resource: "PullRequest", field: "state", code: "invalid", message });
  }
  pull.state = "open";
  pull.closedAt = undefined;
  pull.head.sha = repository.branches.get(ref) ?? pull.head.sha;
  pull.updatedAt = github.clock.now();
}

export function mergePullRequest(github: GitHub, repository: Repository, pull: PullRequest, by: Account): void {
  if (pull.conflicting) throw new GitHubError(405, "Pull Request is not mergeable");
  closePullRequest(github, pull);
  const base = repository.branches.get(pull.base);
  const { sha, date } = github.commit(repository, {
    branch: pull.base,
    parents: [...(base ? [base] : []), pull.head.sha],
    message: `Merge pull request #${pull.number} from ${pull.head.owner.login}/${pull.head.ref}`,
    author: by,
  });
  pull.merged = { at: date, by, sha };
}

/** Pull requests from a branch that goes are closed. */
export function deleteBranch(github: GitHub, repository: Repository, branch: string): void {
  if (!repository.branches.delete(branch)) throw new GitHubError(422, "Reference does not exist");
  for (const { pullRequests } of github.repositories.values())
    for (const pull of pullRequests.values())
      if (pull.state === "open" && pull.head.repository === repository && pull.head.ref === branch)
        closePullRequest(github, pull);
}

/** Its pull requests are closed, and forget where they came from. */
export function deleteRepository(github: GitHub, repository: Repository): void {
  github.repositories.delete(fullName(repository).toLowerCase());
  for (const { pullRequests } of github.repositories.values()) {
    for (const pull of pullRequests.values()) {
      if (pull.head.repository !== repository) continue;
      if (pull.state === "open") closePullRequest(github, pull);
      pull.head.repository = undefined;
    }
  }
}

export function labelPullRequest(github: GitHub, repository: Repository, pull: PullRequest, name: string): Label {
  const label = repository.labels.get(name) ?? { id: github.nextId(), name, color: "ededed" };
  repository.labels.set(name, label);
  if (!pull.labels.includes(label)) pull.labels.push(label);
  pull.updatedAt = github.clock.now();
  return label;
}

export function unlabelPullRequest(github: GitHub, pull: PullRequest, name: string): void {
  pull.labels = pull.labels.filter((label) => label.name !== name);
  pull.updatedAt = github.clock.now();
}
