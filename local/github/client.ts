import type { Armed } from "../faults/schedule.js";
import type { Act } from "./acts.js";
import type { GitHubCall } from "./calls.js";
import type { GitHubFault } from "./faults.js";
import type { CommitState, DeploymentState, Permissions } from "./model.js";
import type { NewPullRequest } from "./people.js";
import type { PullRequestAction, RunStart, StartedRun } from "./runs.js";

/** A pull request as GitHub's API shows it; the members that tests look at. */
export interface PullRequestView {
  readonly number: number;
  readonly id: number;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly title: string;
  readonly html_url: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly labels: readonly { readonly name: string }[];
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly id: number } | null };
}

export interface CommentView {
  readonly id: number;
  readonly pullRequest: number;
  readonly body: string;
  readonly html_url: string;
  readonly user: { readonly login: string };
  readonly created_at: string;
  readonly updated_at: string;
}

export interface DeploymentView {
  readonly id: number;
  readonly environment: string;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly payload: unknown;
  readonly description: string | null;
  readonly transient_environment: boolean;
  readonly production_environment: boolean;
  readonly creator: { readonly login: string };
  /** The oldest first. */
  readonly statuses: readonly {
    readonly state: DeploymentState;
    readonly description: string;
    readonly environment_url: string;
    readonly log_url: string;
  }[];
}

/** What exists in one repository, in the order in which it came to be. */
export interface GitHubState {
  readonly id: number;
  readonly branches: Readonly<Record<string, string>>;
  readonly pullRequests: readonly PullRequestView[];
  readonly comments: readonly CommentView[];
  readonly deployments: readonly DeploymentView[];
}

type RunOptions = {
  readonly permissions?: Permissions;
  readonly by?: string;
  readonly label?: string;
  readonly environment?: string;
};

/** A local GitHub that serves, and a look inside it. Pull requests and so on are of its first repository. */
export interface LocalGitHub {
  /** GITHUB_API_URL. */
  readonly url: string;
  /** `owner/name` of the repository that is there from the start. */
  readonly repository: string;
  /** What a workflow run's steps get: GITHUB_API_URL, GITHUB_TOKEN (with what previews need), GITHUB_REPOSITORY ... */
  readonly env: Readonly<Record<string, string>>;

  open(given?: NewPullRequest): Promise<PullRequestView>;
  close(pullRequest: number): Promise<PullRequestView>;
  reopen(pullRequest: number): Promise<PullRequestView>;
  merge(pullRequest: number): Promise<PullRequestView>;
  /** No draft any more, or a draft again. */
  ready(pullRequest: number): Promise<PullRequestView>;
  draft(pullRequest: number): Promise<PullRequestView>;
  label(pullRequest: number, label: string): Promise<PullRequestView>;
  unlabel(pullRequest: number, label: string): Promise<PullRequestView>;
  /** A new commit on the pull request's branch, or on a branch by name. Gives back the SHAs after and before. */
  push(where: number | string): Promise<{ sha: string; before: string }>;
  setContext(sha: string, context: string, state: CommitState): Promise<void>;
  /** A token for the repository; of github-actions[bot] unless `by` says whose. */
  createToken(permissions: Permissions, by?: string): Promise<string>;
  /** Anything else that somebody does: see acts.ts. */
  act(act: Act): Promise<unknown>;
  /**
   * Starts a workflow run on `pull_request`: the event for `runAction`, and the environment that goes with it, with a
   * token that the event allows (reading alone for forks and Dependabot).
   */
  run(action: PullRequestAction, pullRequest: number, options?: RunOptions): Promise<StartedRun>;
  /** The same for any event. */
  startRun(start: RunStart): Promise<StartedRun>;

  state(repository?: string): Promise<GitHubState>;
  calls(): Promise<GitHubCall[]>;
  forgetCalls(): Promise<void>;
  /** Makes requests go wrong, or lets somebody act in the middle of them. */
  fault(plan: GitHubFault | readonly GitHubFault[]): Promise<void>;
  faults(): Promise<Armed<GitHubFault>[]>;
  clearFaults(): Promise<void>;
  /** Throws if the local GitHub has answered something that GitHub's description does not allow. */
  verify(): Promise<void>;
}

/** Talks to a local GitHub by what it gave as its environment. */
export function connectLocalGitHub(env: Readonly<Record<string, string>>): LocalGitHub {
  const [url = "", repository = ""] = [env.GITHUB_API_URL, env.GITHUB_REPOSITORY];
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/_local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} /_local/${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const act = (what: Act) => ask("POST", "acts", what);
  const onPullRequest = (name: "close" | "reopen" | "merge" | "ready" | "draft") => async (pullRequest: number) =>
    (await act({ act: name, repository, pullRequest })) as PullRequestView;
  const labels = (name: "label" | "unlabel") => async (pullRequest: number, label: string) =>
    (await act({ act: name, repository, pullRequest, label })) as PullRequestView;
  const startRun = async (start: RunStart) => (await act({ act: "start-run", repository, ...start })) as StartedRun;
  return {
    url,
    repository,
    env,
    open: async (given = {}) => (await act({ act: "open", repository, ...given })) as PullRequestView,
    close: onPullRequest("close"),
    reopen: onPullRequest("reopen"),
    merge: onPullRequest("merge"),
    ready: onPullRequest("ready"),
    draft: onPullRequest("draft"),
    label: labels("label"),
    unlabel: labels("unlabel"),
    push: async (where) =>
      (await act({
        act: "push",
        repository,
        ...(typeof where === "number" ? { pullRequest: where } : { branch: where }),
      })) as { sha: string; before: string },
    setContext: async (sha, context, state) =>
      void (await act({ act: "set-context", repository, sha, context, state })),
    createToken: async (permissions, by) =>
      ((await act({ act: "create-token", repository, permissions, ...(by ? { by } : {}) })) as { token: string }).token,
    act,
    run: (action, pullRequest, options = {}) => startRun({ event: "pull_request", action, pullRequest, ...options }),
    startRun,
    state: async (name = repository) => {
      const found = ((await ask("GET", "state")) as Record<string, GitHubState>)[name];
      if (found === undefined) throw new Error(`There is no repository ${name}`);
      return found;
    },
    calls: async () => (await ask("GET", "calls")) as GitHubCall[],
    forgetCalls: async () => void (await ask("DELETE", "calls")),
    fault: async (plan) => void (await ask("POST", "faults", plan)),
    faults: async () => (await ask("GET", "faults")) as Armed<GitHubFault>[],
    clearFaults: async () => void (await ask("DELETE", "faults")),
    verify: async () => {
      const bugs = (await ask("GET", "bugs")) as string[];
      if (bugs.length > 0) throw new Error(`The local GitHub is not GitHub:\n${bugs.join("\n")}`);
    },
  };
}
