/** Who does something. `[bot]` is part of a bot's login, as in GitHub's answers. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: "User" | "Bot" | "Organization";
}

export const PERMISSIONS = ["contents", "deployments", "id-token", "issues", "metadata", "pull-requests"] as const;
/** Named as in a workflow's `permissions:`. What is not listed is `none`. */
export type Permission = (typeof PERMISSIONS)[number];
export type Level = "none" | "read" | "write";
export type Permissions = Readonly<Partial<Record<Permission, Level>>>;

export interface Token {
  readonly token: string;
  readonly account: Account;
  /** The repositories that it was made for, by full name in lower case, and what it may do there. */
  readonly repositories: ReadonlyMap<string, Permissions>;
  /** The primary rate limit: requests an hour. */
  limit: number;
  used: number;
  /** When `used` begins anew. */
  reset: Date;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
  readonly date: Date;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
}

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  draft: boolean;
  readonly user: Account;
  /** `repository` is undefined once a fork has been deleted. */
  head: { repository: Repository | undefined; readonly owner: Account; readonly ref: string; sha: string };
  /** The head before the last push: `before` of the `synchronize` event. */
  previousHead: string | undefined;
  base: string;
  labels: Label[];
  /** Whether it conflicts with its base: then no `pull_request` event starts a run, not even `closed`. */
  conflicting: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  closedAt: Date | undefined;
  merged: { readonly at: Date; readonly by: Account; readonly sha: string } | undefined;
}

export interface Comment {
  readonly id: number;
  /** Of the issue or pull request. */
  readonly number: number;
  readonly user: Account;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
}

export const DEPLOYMENT_STATES = [
  "error",
  "failure",
  "inactive",
  "in_progress",
  "queued",
  "pending",
  "success",
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly creator: Account;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly createdAt: Date;
}

export interface Deployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly payload: unknown;
  readonly description: string | null;
  readonly originalEnvironment: string;
  environment: string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Account;
  readonly createdAt: Date;
  updatedAt: Date;
  /** The oldest first. */
  readonly statuses: DeploymentStatus[];
}

export type CommitState = "error" | "failure" | "pending" | "success";

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly fork: boolean;
  readonly defaultBranch: string;
  readonly createdAt: Date;
  pushedAt: Date;
  /** Name without `refs/heads/`, and the commit's SHA. */
  readonly branches: Map<string, string>;
  readonly commits: Map<string, Commit>;
  /** By the commit's SHA: contexts of commit statuses and check runs. */
  readonly contexts: Map<string, Map<string, CommitState>>;
  readonly labels: Map<string, Label>;
  readonly pullRequests: Map<number, PullRequest>;
  readonly comments: Map<number, Comment>;
  readonly deployments: Map<number, Deployment>;
  lastNumber: number;
}

export function fullName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}

/** Whether `ancestor` is `sha` itself or one of those it was built on. */
export function contains({ commits }: Repository, sha: string, ancestor: string): boolean {
  const seen = new Set<string>();
  const ahead = [sha];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === ancestor) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(commits.get(next)?.parents ?? []));
  }
  return false;
}

/** The state that a deployment shows: its newest status, `pending` before there is one. */
export function deploymentState({ statuses }: Deployment): DeploymentState {
  return statuses.at(-1)?.state ?? "pending";
}
