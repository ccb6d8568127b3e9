import {
  type Account,
  type Comment,
  type Commit,
  type Deployment,
  type DeploymentStatus,
  fullName,
  type Label,
  type PullRequest,
  type Repository,
} from "./model.js";

/** The addresses that GitHub's answers are full of. */
export interface Addresses {
  /** Of the REST API, such as `http://127.0.0.1:1234`. */
  readonly api: string;
  /** Of the web pages, `https://github.com`. */
  readonly web: string;
}

type Json = Record<string, unknown>;

/** GitHub's timestamps: ISO 8601, UTC, whole seconds. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function nodeId(type: string, id: number | string): string {
  return `${type}_${Buffer.from(String(id)).toString("base64url")}`;
}

export function userView({ login, id, type }: Account, { api, web }: Addresses): Json {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId("U", id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: "",
    url,
    html_url: type === "Bot" ? `${web}/apps/${login.replace(/\[bot\]$/, "")}` : `${web}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
    user_view_type: "public",
  };
}

/** What follows a repository's own address in each of its `..._url` members. */
const REPOSITORY_URLS: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

export function repositoryUrl(repository: Repository, { api }: Addresses): string {
  return `${api}/repos/${fullName(repository)}`;
}

export function repositoryView(repository: Repository, addresses: Addresses): Json {
  const url = repositoryUrl(repository, addresses);
  const name = fullName(repository);
  const host = new URL(addresses.web).host;
  const open = [...repository.pullRequests.values()].filter(({ state }) => state === "open").length;
  return {
    id: repository.id,
    node_id: nodeId("R", repository.id),
    name: repository.name,
    full_name: name,
    private: repository.private,
    owner: userView(repository.owner, addresses),
    html_url: `${addresses.web}/${name}`,
    description: null,
    fork: repository.fork,
    url,
    ...Object.fromEntries(Object.entries(REPOSITORY_URLS).map(([member, rest]) => [member, url + rest])),
    git_url: `git://${host}/${name}.git`,
    ssh_url: `git@${host}:${name}.git`,
    clone_url: `${addresses.web}/${name}.git`,
    svn_url: `${addresses.web}/${name}`,
    mirror_url: null,
    homepage: null,
    size: 108,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    forks: 0,
    archived: false,
    disabled: false,
    open_issues_count: open,
    open_issues: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? "private" : "public",
    default_branch: repository.defaultBranch,
    created_at: timestamp(repository.createdAt),
    updated_at: timestamp(repository.pushedAt),
    pushed_at: timestamp(repository.pushedAt),
  };
}

/** What `GET /repos/{owner}/{repo}` says more than other answers that hold a repository. */
export function fullRepositoryView(repository: Repository, addresses: Addresses): Json {
  return { ...repositoryView(repository, addresses), network_count: 0, subscribers_count: 0 };
}

export function labelView(label: Label, repository: Repository, addresses: Addresses): Json {
  return {
    id: label.id,
    node_id: nodeId("LA", label.id),
    url: `${repositoryUrl(repository, addresses)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: null,
  };
}

/** As lists of pull requests hold it. */
export function pullRequestView(pull: PullRequest, repository: Repository, addresses: Addresses): Json {
  const repositoryAt = repositoryUrl(repository, addresses);
  const [url, issue] = [`${repositoryAt}/pulls/${pull.number}`, `${repositoryAt}/issues/${pull.number}`];
  const page = `${addresses.web}/${fullName(repository)}/pull/${pull.number}`;
  const commentUrl = `${repositoryAt}/pulls/comments{/number}`;
  const statuses = `${repositoryAt}/statuses/${pull.head.sha}`;
  const links = {
    self: url,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: commentUrl,
    commits: `${url}/commits`,
    statuses,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userView(pull.user, addresses),
    body: pull.body,
    created_at: timestamp(pull.createdAt),
    updated_at: timestamp(pull.updatedAt),
    closed_at: pull.closedAt ? timestamp(pull.closedAt) : null,
    merged_at: pull.merged ? timestamp(pull.merged.at) : null,
    merge_commit_sha: pull.merged?.sha ?? (pull.conflicting ? null : testMergeSha(pull)),
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((label) => labelView(label, repository, addresses)),
    milestone: null,
    draft: pull.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: commentUrl,
    comments_url: links.comments,
    statuses_url: statuses,
    head: {
      label: `${pull.head.owner.login}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: pull.head.sha,
      user: userView(pull.head.owner, addresses),
      repo: pull.head.repository ? repositoryView(pull.head.repository, addresses) : null,
    },
    base: {
      label: `${repository.owner.login}:${pull.base}`,
      ref: pull.base,
      sha: repository.branches.get(pull.base) ?? pull.head.sha,
      user: userView(repository.owner, addresses),
      repo: repositoryView(repository, addresses),
    },
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: "CONTRIBUTOR",
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** The commit of `refs/pull/N/merge`: another one for each head. */
function testMergeSha({ head }: PullRequest): string {
  return [...head.sha].reverse().join("");
}

/** As `GET /repos/{owner}/{repo}/pulls/{pull_number}` and webhooks hold it. */
export function fullPullRequestView(pull: PullRequest, repository: Repository, addresses: Addresses): Json {
  const comments = [...repository.comments.values()].filter(({ number }) => number === pull.number).length;
  const open = pull.state === "open";
  return {
    ...pullRequestView(pull, repository, addresses),
    merged: pull.merged !== undefined,
    mergeable: open ? !pull.conflicting : null,
    rebaseable: open ? !pull.conflicting : null,
    mergeable_state: open ? (pull.conflicting ? "dirty" : pull.draft ? "draft" : "clean") : "unknown",
    merged_by: pull.merged ? userView(pull.merged.by, addresses) : null,
    comments,
    review_comments: 0,
    maintainer_can_modify: pull.head.repository?.fork === true,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
}

export function commentView(comment: Comment, repository: Repository, addresses: Addresses): Json {
  const url = repositoryUrl(repository, addresses);
  const page = `${addresses.web}/${fullName(repository)}/pull/${comment.number}#issuecomment-${comment.id}`;
  return {
    url: `${url}/issues/comments/${comment.id}`,
    html_url: page,
    issue_url: `${url}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    user: userView(comment.user, addresses),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: comment.user.type === "Bot" ? "NONE" : "CONTRIBUTOR",
    body: comment.body,
  };
}

export function deploymentView(deployment: Deployment, repository: Repository, addresses: Addresses): Json {
  const url = `${repositoryUrl(repository, addresses)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId("DE", deployment.id),
    task: deployment.task,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: timestamp(deployment.createdAt),
    updated_at: timestamp(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(repository, addresses),
    creator: userView(deployment.creator, addresses),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  };
}

export function deploymentStatusView(
  status: DeploymentStatus,
  { deployment, repository }: { deployment: Deployment; repository: Repository },
  addresses: Addresses,
): Json {
  const repositoryAt = repositoryUrl(repository, addresses);
  const url = `${repositoryAt}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId("DES", status.id),
    state: status.state,
    creator: userView(status.creator, addresses),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
    deployment_url: url,
    repository_url: repositoryAt,
    environment_url: status.environmentUrl,
    log_url: status.logUrl,
  };
}

export function commitView(commit: Commit, repository: Repository, addresses: Addresses): Json {
  const url = repositoryUrl(repository, addresses);
  const page = `${addresses.web}/${fullName(repository)}`;
  const person = { name: commit.author.login, email: address(commit.author), date: timestamp(commit.date) };
  const user = userView(commit.author, addresses);
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${page}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      tree: { sha: commit.sha, url: `${url}/git/trees/${commit.sha}` },
      comment_count: 0,
      verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
    },
    author: user,
    committer: user,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
  };
}

/** The address by which GitHub keeps an account's own one private. */
export function address({ id, login }: Account): string {
  return `${id}+${login}@users.noreply.github.com`;
}
