import { createHash } from "node:crypto";

/** A webhook event as it starts a workflow run: its name and its payload. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A push to the main branch of a repository called `sample-app`: what runs when nothing else is asked for. */
export const PUSH_TO_MAIN: WorkflowEvent = {
  name: "push",
  payload: {
    ref: "refs/heads/main",
    before: "0".repeat(40),
    after: sha("octo-org/sample-app refs/heads/main"),
    repository: {
      id: 734512345,
      name: "sample-app",
      full_name: "octo-org/sample-app",
      default_branch: "main",
      owner: { login: "octo-org", id: 11223344 },
      html_url: "https://github.com/octo-org/sample-app",
    },
    sender: { login: "mona", id: 5566778 },
  },
};

/**
 * The default environment variables of a workflow run that `event` has started, `GITHUB_REPOSITORY`, `GITHUB_SHA`
 * and so on, as GitHub derives them. Where the payload leaves something out, PUSH_TO_MAIN's repository fills in.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function workflowRunVariables(event: WorkflowEvent): Record<string, string> {
  const repository = members(event.payload.repository ?? PUSH_TO_MAIN.payload.repository);
  const owner = members(repository.owner);
  const sender = members(event.payload.sender ?? PUSH_TO_MAIN.payload.sender);
  const fullName = text(repository.full_name);
  const ref = eventRef(event, text(repository.default_branch) || "main");
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REPOSITORY: fullName,
    GITHUB_REPOSITORY_ID: text(repository.id),
    GITHUB_REPOSITORY_OWNER: text(owner.login) || (fullName.split("/")[0] ?? ""),
    GITHUB_REPOSITORY_OWNER_ID: text(owner.id),
    GITHUB_SHA: ref.sha,
    GITHUB_REF: ref.ref,
    GITHUB_REF_NAME: ref.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: ref.ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_REF_PROTECTED: "false",
    GITHUB_HEAD_REF: ref.headRef,
    GITHUB_BASE_REF: ref.baseRef,
    GITHUB_ACTOR: text(sender.login),
    GITHUB_ACTOR_ID: text(sender.id),
    GITHUB_TRIGGERING_ACTOR: text(sender.login),
    GITHUB_RUN_ID: "9876543210",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_WORKFLOW: "deploy",
    GITHUB_WORKFLOW_REF: `${fullName}/.github/workflows/deploy.yml@${ref.ref}`,
    GITHUB_WORKFLOW_SHA: ref.sha,
    GITHUB_JOB: "deploy",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "https://api.github.com",
    GITHUB_GRAPHQL_URL: "https://api.github.com/graphql",
  };
}

interface EventRef {
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
}

/** Which ref and commit an event's run works on, by the table in GitHub's documentation. */
function eventRef({ name, payload }: WorkflowEvent, defaultBranch: string): EventRef {
  const branch = (ref: string, commit: string) => ({ ref, sha: commit || sha(ref), headRef: "", baseRef: "" });
  const pullRequest = members(payload.pull_request);
  const [head, base] = [members(pullRequest.head), members(pullRequest.base)];
  switch (name) {
    case "pull_request": {
      const refs = { headRef: text(head.ref), baseRef: text(base.ref) };
      const merged = { sha: text(pullRequest.merge_commit_sha) || sha(`merge of ${text(head.sha)}`), ...refs };
      // A merged pull request's merge ref is gone: its `closed` run stands on the base branch.
      return payload.action === "closed" && pullRequest.merged === true
        ? { ref: `refs/heads/${text(base.ref)}`, ...merged }
        : { ref: `refs/pull/${text(payload.number ?? pullRequest.number)}/merge`, ...merged };
    }
    case "pull_request_target":
      return {
        ref: `refs/heads/${text(base.ref) || defaultBranch}`,
        sha: text(base.sha),
        headRef: text(head.ref),
        baseRef: text(base.ref),
      };
    case "push":
      return branch(text(payload.ref) || `refs/heads/${defaultBranch}`, text(payload.after));
    case "workflow_dispatch":
      return branch(text(payload.ref) || `refs/heads/${defaultBranch}`, "");
    case "release":
      return branch(`refs/tags/${text(members(payload.release).tag_name)}`, "");
    case "schedule":
    case "delete":
    case "issue_comment":
    case "repository_dispatch":
    case "workflow_run":
      return branch(`refs/heads/${defaultBranch}`, "");
    default:
      throw new Error(`This runner does not know the event "${name}"`);
  }
}

/** The `github` context as expressions see it: the variables without their prefix, and the token. */
export function githubContext(variables: Readonly<Record<string, string>>, token: string): Record<string, string> {
  const context: Record<string, string> = { token };
  for (const [name, value] of Object.entries(variables)) {
    if (name.startsWith("GITHUB_")) context[name.slice("GITHUB_".length).toLowerCase()] = value;
  }
  return context;
}

function sha(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
