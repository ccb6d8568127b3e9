import { GitHubError } from "./errors.js";
import { GITHUB_ACTIONS, type GitHub } from "./github.js";
import { jobClaims } from "./id-tokens.js";
import {
  type Account,
  type Commit,
  fullName,
  type Level,
  type Permissions,
  type PullRequest,
  type Repository,
} from "./model.js";
import { address, fullPullRequestView, labelView, repositoryView, timestamp, userView } from "./views.js";

export const PULL_REQUEST_ACTIONS = [
  "opened",
  "synchronize",
  "reopened",
  "ready_for_review",
  "converted_to_draft",
  "labeled",
  "unlabeled",
  "closed",
] as const;
export type PullRequestAction = (typeof PULL_REQUEST_ACTIONS)[number];

/** What a workflow run starts on, and what its `permissions:` ask for. */
export type RunStart = {
  /** The default is what previews need: read contents, write deployments and pull requests. */
  readonly permissions?: Permissions;
  /** Who caused the event; the pull request's author, or mona, without it. */
  readonly by?: string;
  /** The `environment:` that the run's job names. */
  readonly environment?: string;
  /** The file of the run's job where a reusable workflow has it: `owner/name/.github/workflows/file.yml@ref`. */
  readonly jobWorkflowRef?: string;
} & (
  | {
      readonly event: "pull_request" | "pull_request_target";
      readonly action: PullRequestAction;
      readonly pullRequest: number;
      /** For labeled and unlabeled. */
      readonly label?: string;
    }
  | { readonly event: "push"; readonly branch?: string }
  | { readonly event: "workflow_dispatch"; readonly inputs?: Readonly<Record<string, string>> }
  | { readonly event: "schedule"; readonly schedule: string }
);

export interface StartedRun {
  /** As `runAction` takes it. */
  readonly event: { readonly name: string; readonly payload: Record<string, unknown> };
  /**
   * What the runner gives the steps of the run's job: GITHUB_TOKEN, where GitHub is and, with `id-token: write`, where the
   * job gets its identity.
   */
  readonly env: Readonly<Record<string, string>>;
  /** Whether the run gets the repository's secrets. */
  readonly secrets: boolean;
}

const PREVIEW_PERMISSIONS: Permissions = { contents: "read", deployments: "write", "pull-requests": "write" };

/**
 * Starts a run as GitHub does on an event: the event's payload from what stands at GitHub now, and a token of
 * github-actions[bot], which can read alone for a `pull_request` of a fork or of Dependabot. Throws where GitHub starts
 * no run: `pull_request` of a pull request that conflicts with its base, also for `closed`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
export function startRun(github: GitHub, repository: Repository, start: RunStart): StartedRun {
  const { payload, untrusted } = eventOf(github, repository, start);
  const asked = start.permissions ?? PREVIEW_PERMISSIONS;
  const permissions = untrusted ? readOnly(asked) : asked;
  const { token } = github.createToken(permissions, [repository], GITHUB_ACTIONS);
  const runId = github.nextId();
  if (start.environment !== undefined) deployJob(github, repository, { start, environment: start.environment, runId });
  const event = { name: start.event, payload };
  const { environment, jobWorkflowRef } = start;
  const claims = () => jobClaims(repository, { event, runId, environment, jobWorkflowRef });
  return {
    event,
    env: {
      GITHUB_API_URL: github.addresses.api,
      GITHUB_SERVER_URL: github.addresses.web,
      GITHUB_TOKEN: token,
      GITHUB_RUN_ID: String(runId),
      ...(permissions["id-token"] === "write" ? github.idTokens.offer(github.addresses.api, claims()) : {}),
    },
    secrets: !untrusted,
  };
}

/**
 * "When a workflow job that references an environment runs, it creates a deployment object with the `environment` property
 * set to the name of your environment", and statuses as the job goes on, which link to it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
 */
function deployJob(
  github: GitHub,
  repository: Repository,
  { start, environment, runId }: { start: RunStart; environment: string; runId: number },
): void {
  const head = "pullRequest" in start ? repository.pullRequests.get(start.pullRequest)?.head : undefined;
  const now = github.clock.now();
  const creator = start.by === undefined ? GITHUB_ACTIONS : github.account(start.by);
  const id = github.nextId();
  repository.deployments.set(id, {
    id,
    ref: head?.ref ?? repository.defaultBranch,
    sha: head?.sha ?? repository.branches.get(repository.defaultBranch) ?? "",
    task: "deploy",
    payload: {},
    description: null,
    originalEnvironment: environment,
    environment,
    transient: false,
    production: false,
    creator,
    createdAt: now,
    updatedAt: now,
    statuses: [
      {
        id: github.nextId(),
        state: "in_progress",
        creator,
        description: "",
        environment,
        environmentUrl: "",
        logUrl: `${github.addresses.web}/${fullName(repository)}/actions/runs/${runId}/job/${github.nextId()}`,
        createdAt: now,
      },
    ],
  });
}

function readOnly(permissions: Permissions): Permissions {
  const levels = Object.entries(permissions).map(([name, level]): [string, Level] => [
    name,
    level === "write" ? "read" : level,
  ]);
  return Object.fromEntries(levels);
}

interface Event {
  readonly payload: Record<string, unknown>;
  /** From a fork, or by Dependabot: no secrets, and a token that reads. */
  readonly untrusted: boolean;
}

function eventOf(github: GitHub, repository: Repository, start: RunStart): Event {
  const { addresses } = github;
  const about = { repository: repositoryView(repository, addresses) };
  const sender = (by: Account) => ({ sender: userView(by, addresses) });
  switch (start.event) {
    case "pull_request":
    case "pull_request_target": {
      const pull = repository.pullRequests.get(start.pullRequest);
      if (pull === undefined) throw new GitHubError(404, `There is no pull request ${start.pullRequest}`);
      if (start.event === "pull_request" && pull.conflicting)
        throw new GitHubError(
          422,
          `GitHub starts no run on pull_request ${start.action}: ${pull.number} conflicts with ${pull.base}`,
        );
      const by = start.by === undefined ? pull.user : github.account(start.by);
      const payload = {
        action: start.action,
        number: pull.number,
        pull_request: fullPullRequestView(pull, repository, addresses),
        ...about,
        ...sender(by),
        ...ofAction(github, repository, pull, start),
      };
      const untrusted = pull.head.repository !== repository || by.login === "dependabot[bot]";
      return { payload, untrusted: untrusted && start.event === "pull_request" };
    }
    case "push": {
      const by = github.account(start.by ?? "mona");
      return {
        payload: { ...pushed(github, repository, start.branch, by), ...about, ...sender(by) },
        untrusted: false,
      };
    }
    case "workflow_dispatch": {
      const ref = `refs/heads/${repository.defaultBranch}`;
      const workflow = ".github/workflows/deploy.yml";
      const by = sender(github.account(start.by ?? "mona"));
      return { payload: { inputs: start.inputs ?? null, ref, workflow, ...about, ...by }, untrusted: false };
    }
    case "schedule":
      return { payload: { schedule: start.schedule, ...about }, untrusted: false };
    default:
      throw new GitHubError(422, `The local GitHub starts no runs on ${JSON.stringify(start)}`);
  }
}

function ofAction(
  { addresses }: GitHub,
  repository: Repository,
  pull: PullRequest,
  { action, label: name }: { action: PullRequestAction; label?: string },
): Record<string, unknown> {
  if (!PULL_REQUEST_ACTIONS.includes(action)) throw new GitHubError(422, `No run can be started on ${action}`);
  if (action === "synchronize") {
    if (pull.previousHead === undefined)
      throw new GitHubError(422, `Nothing was pushed to pull request ${pull.number}`);
    return { before: pull.previousHead, after: pull.head.sha };
  }
  if (action !== "labeled" && action !== "unlabeled") return {};
  const label = repository.labels.get(name ?? "");
  if (label === undefined) throw new GitHubError(422, `The repository has no label ${name}`);
  return { label: labelView(label, repository, addresses) };
}

function pushed(
  github: GitHub,
  repository: Repository,
  branch = repository.defaultBranch,
  by: Account,
): Record<string, unknown> {
  const after = repository.branches.get(branch);
  const commit = after === undefined ? undefined : repository.commits.get(after);
  if (commit === undefined) throw new GitHubError(404, `There is no branch ${branch}`);
  const before = commit.parents[0];
  const page = `${github.addresses.web}/${fullName(repository)}`;
  const view = pushedCommit(commit, page);
  return {
    ref: `refs/heads/${branch}`,
    before: before ?? "0".repeat(40),
    after,
    created: before === undefined,
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${page}/compare/${(before ?? commit.sha).slice(0, 12)}...${commit.sha.slice(0, 12)}`,
    commits: [view],
    head_commit: view,
    pusher: { name: by.login, email: address(by) },
  };
}

function pushedCommit({ sha, message, author, date }: Commit, page: string): Record<string, unknown> {
  const person = { name: author.login, email: address(author), username: author.login };
  return {
    id: sha,
    tree_id: sha,
    distinct: true,
    message,
    timestamp: timestamp(date),
    url: `${page}/commit/${sha}`,
    author: person,
    committer: person,
    added: [],
    removed: [],
    modified: [],
  };
}
