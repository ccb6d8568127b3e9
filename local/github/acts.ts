import { GitHubError } from "./errors.js";
import type { GitHub } from "./github.js";
import {
  type CommitState,
  type Level,
  PERMISSIONS,
  type Permission,
  type Permissions,
  type PullRequest,
  type Repository,
} from "./model.js";
import {
  closePullRequest,
  createRepository,
  deleteBranch,
  deleteRepository,
  labelPullRequest,
  mergePullRequest,
  type NewPullRequest,
  openPullRequest,
  push,
  reopenPullRequest,
  setContext,
  unlabelPullRequest,
} from "./people.js";
import { type RunStart, startRun } from "./runs.js";
import { fullPullRequestView } from "./views.js";

interface OnPullRequest {
  /** `owner/name`; the only repository without it. */
  readonly repository?: string;
  readonly pullRequest: number;
}

/** What somebody does at GitHub, as `POST /_local/acts` takes it: the member `act`, and what that one needs. */
export type Act =
  | {
      readonly act: "create-repository";
      readonly repository: string;
      readonly id?: number;
      readonly isPrivate?: boolean;
    }
  | { readonly act: "delete-repository"; readonly repository: string }
  | ({ readonly act: "open"; readonly repository?: string } & NewPullRequest)
  | ({ readonly act: "close" | "reopen" | "merge" | "ready" | "draft" } & OnPullRequest)
  | ({ readonly act: "label" | "unlabel"; readonly label: string } & OnPullRequest)
  | ({ readonly act: "conflict"; readonly conflicting: boolean } & OnPullRequest)
  /** To the pull request's branch, or to any other one. */
  | { readonly act: "push"; readonly repository?: string; readonly pullRequest?: number; readonly branch?: string }
  | { readonly act: "delete-branch"; readonly repository?: string; readonly branch: string }
  | {
      readonly act: "set-context";
      readonly repository?: string;
      readonly sha: string;
      readonly context: string;
      readonly state: CommitState;
    }
  /** A token of `by` (github-actions[bot] without it) for the repository. */
  | {
      readonly act: "create-token";
      readonly repository?: string;
      readonly permissions: Permissions;
      readonly by?: string;
    }
  /** So many requests are left to the token within its hour. */
  | { readonly act: "limit-rate"; readonly token: string; readonly remaining: number }
  | ({ readonly act: "start-run"; readonly repository?: string } & RunStart);

type Name = Act["act"];
type With<A, N> = A extends { act: infer M } ? (N extends M ? A : never) : never;
type Of<N extends Name> = With<Act, N>;

/** Does it, and gives back what came of it: what each act returns is in client.ts. */
export function perform(github: GitHub, act: Act): unknown {
  const found = actProblems(act);
  if (found.length > 0) throw new GitHubError(422, `${found.join("; ")}.`);
  const method = ACTS[act.act] as (github: GitHub, act: Act) => unknown;
  return method(github, act);
}

/** What is wrong with an act that comes from JSON, as far as can be said before it is done. */
export function actProblems(value: unknown): string[] {
  const { act, permissions } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof act !== "string" || !Object.hasOwn(ACTS, act))
    return [`there is no act ${act}; there are ${Object.keys(ACTS).join(", ")}`];
  return permissions === undefined ? [] : permissionProblems(permissions);
}

const LEVELS: readonly Level[] = ["none", "read", "write"];

function permissionProblems(permissions: unknown): string[] {
  if (typeof permissions !== "object" || permissions === null) return ["permissions is an object"];
  return Object.entries(permissions)
    .filter(([name, level]) => !PERMISSIONS.includes(name as Permission) || !LEVELS.includes(level as Level))
    .map(
      ([name, level]) =>
        `there is no permission ${name}: ${level}; there are ${PERMISSIONS.join(", ")}, with ${LEVELS.join(", ")}`,
    );
}

const ACTS: { readonly [N in Name]: (github: GitHub, act: Of<N>) => unknown } = {
  "create-repository": (github, { repository: name, id, isPrivate = false }) => {
    const made = createRepository(github, { name, id, isPrivate });
    return { id: made.id, sha: made.branches.get(made.defaultBranch) };
  },
  "delete-repository": (github, { repository }) => done(deleteRepository(github, repositoryOf(github, repository))),
  open: (github, { act: _, repository: name, ...given }) => {
    const repository = repositoryOf(github, name);
    return view(github, repository, openPullRequest(github, repository, given));
  },
  close: (github, act) => onPullRequest(github, act, (_, pull) => closePullRequest(github, pull)),
  reopen: (github, act) => onPullRequest(github, act, (_, pull) => reopenPullRequest(github, pull)),
  merge: (github, act) =>
    onPullRequest(github, act, (repository, pull) =>
      mergePullRequest(github, repository, pull, github.account("mona")),
    ),
  ready: (github, act) => onPullRequest(github, act, (_, pull) => setDraft(github, pull, false)),
  draft: (github, act) => onPullRequest(github, act, (_, pull) => setDraft(github, pull, true)),
  label: (github, act) =>
    onPullRequest(github, act, (repository, pull) => labelPullRequest(github, repository, pull, act.label)),
  unlabel: (github, act) => onPullRequest(github, act, (_, pull) => unlabelPullRequest(github, pull, act.label)),
  conflict: (github, act) =>
    onPullRequest(github, act, (_, pull) => {
      pull.conflicting = act.conflicting;
    }),
  push: (github, { repository: name, pullRequest, branch }) => {
    const base = repositoryOf(github, name);
    if (pullRequest === undefined) {
      const { sha, before } = push(github, base, { branch: branch ?? base.defaultBranch });
      return { sha, before };
    }
    const { head } = pullOf(base, pullRequest);
    if (head.repository === undefined) throw new GitHubError(422, "The fork was deleted");
    const { sha, before } = push(github, head.repository, { branch: head.ref });
    return { sha, before };
  },
  "delete-branch": (github, { repository, branch }) =>
    done(deleteBranch(github, repositoryOf(github, repository), branch)),
  "set-context": (github, { repository, sha, context, state }) =>
    done(setContext(repositoryOf(github, repository), { sha, context, state })),
  "create-token": (github, { repository, permissions, by }) => {
    const account = by === undefined ? undefined : github.account(by);
    return { token: github.createToken(permissions, [repositoryOf(github, repository)], account).token };
  },
  "limit-rate": (github, { token: secret, remaining }) => {
    const token = github.tokens.get(secret);
    if (token === undefined) throw new GitHubError(404, "There is no such token");
    token.used = token.limit - remaining;
    return {};
  },
  "start-run": (github, { act: _, repository, ...given }) =>
    startRun(github, repositoryOf(github, repository), given as RunStart),
};

/** For acts of which nothing comes: the answer is JSON all the same. */
function done(_nothing: unknown): Record<string, never> {
  return {};
}

function onPullRequest(
  github: GitHub,
  { repository: name, pullRequest }: OnPullRequest,
  what: (repository: Repository, pull: PullRequest) => unknown,
): unknown {
  const repository = repositoryOf(github, name);
  const pull = pullOf(repository, pullRequest);
  what(repository, pull);
  return view(github, repository, pull);
}

function setDraft(github: GitHub, pull: PullRequest, draft: boolean): void {
  pull.draft = draft;
  pull.updatedAt = github.clock.now();
}

function repositoryOf(github: GitHub, name: string | undefined): Repository {
  const own = [...github.repositories.values()].filter(({ fork }) => !fork);
  const repository = name === undefined ? (own.length === 1 ? own[0] : undefined) : github.repository(name);
  if (repository === undefined) throw new GitHubError(404, `There is no repository ${name ?? "that must be meant"}`);
  return repository;
}

function pullOf({ pullRequests }: Repository, number: number): PullRequest {
  const pull = pullRequests.get(number);
  if (pull === undefined) throw new GitHubError(404, `There is no pull request ${number}`);
  return pull;
}

function view(github: GitHub, repository: Repository, pull: PullRequest): unknown {
  return fullPullRequestView(pull, repository, github.addresses);
}
