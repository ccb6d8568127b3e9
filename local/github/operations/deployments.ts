import { GitHubError, notFound, validationFailed } from "../errors.js";
import { GITHUB_ACTIONS } from "../github.js";
import {
  contains,
  type Deployment,
  type DeploymentState,
  type DeploymentStatus,
  deploymentState,
  type Repository,
} from "../model.js";
import type { Answer, Asked, Operations } from "../operation.js";
import { deploymentStatusView, deploymentView } from "../views.js";

/** https://docs.github.com/en/rest/deployments/deployments and https://docs.github.com/en/rest/deployments/statuses */
export const deployments: Operations = {
  "repos/list-deployments": {
    permissions: ["deployments=read"],
    answer: (asked) => {
      const wanted = ["sha", "ref", "task", "environment"] as const;
      const found = [...asked.repository.deployments.values()].filter((deployment) =>
        // The documented default of each filter is the word `none`.
        wanted.every((name) => {
          const value = asked.parameters[name] ?? "none";
          return value === "none" || deployment[name] === value;
        }),
      );
      return { status: 200, list: found.sort((a, b) => b.id - a.id).map((deployment) => view(asked, deployment)) };
    },
  },
  "repos/create-deployment": { permissions: ["deployments=write"], answer: createDeployment },
  "repos/get-deployment": {
    permissions: ["deployments=read"],
    answer: (asked) => ({ status: 200, body: view(asked, deploymentOf(asked)) }),
  },
  "repos/delete-deployment": { permissions: ["deployments=write"], answer: deleteDeployment },
  "repos/list-deployment-statuses": {
    permissions: ["deployments=read"],
    answer: (asked) => {
      const deployment = deploymentOf(asked);
      return {
        status: 200,
        list: [...deployment.statuses].reverse().map((status) => statusView(asked, deployment, status)),
      };
    },
  },
  "repos/create-deployment-status": { permissions: ["deployments=write"], answer: createDeploymentStatus },
  "repos/get-deployment-status": {
    permissions: ["deployments=read"],
    answer: (asked) => {
      const deployment = deploymentOf(asked);
      const status = deployment.statuses.find(({ id }) => id === Number(asked.parameters.status_id));
      if (status === undefined) throw notFound();
      return { status: 200, body: statusView(asked, deployment, status) };
    },
  },
};

function createDeployment(asked: Asked): Answer {
  const { github, repository, token, body } = asked;
  const ref = String(body.ref);
  const sha = resolveRef(repository, ref);
  if (sha === undefined) throw new GitHubError(422, `No ref found for: ${ref}`);
  const behind = body.auto_merge !== false && isBehind(repository, sha);
  if (behind) return autoMerge(asked, ref, sha);
  requireContexts(repository, { ref, sha, wanted: body.required_contexts as readonly string[] | undefined });
  const environment = String(body.environment ?? "production");
  const now = github.clock.now();
  const deployment: Deployment = {
    id: github.nextId(),
    ref,
    sha,
    task: String(body.task ?? "deploy"),
    payload: body.payload ?? "",
    description: typeof body.description === "string" ? body.description : null,
    originalEnvironment: environment,
    environment,
    transient: body.transient_environment === true,
    production:
      typeof body.production_environment === "boolean" ? body.production_environment : environment === "production",
    creator: token?.account ?? GITHUB_ACTIONS,
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  repository.deployments.set(deployment.id, deployment);
  return { status: 201, body: view(asked, deployment) };
}

/** "This can be a branch, tag, or SHA." There are no tags here. */
function resolveRef(repository: Repository, ref: string): string | undefined {
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(ref)?.[1];
  if (pull !== undefined) return repository.pullRequests.get(Number(pull))?.head.sha;
  const branch = repository.branches.get(ref.replace(/^refs\/heads\//, ""));
  return branch ?? (repository.commits.has(ref) ? ref : undefined);
}

function isBehind(repository: Repository, sha: string): boolean {
  const base = repository.branches.get(repository.defaultBranch);
  return base !== undefined && !contains(repository, sha, base);
}

/** What GitHub does, unless told not to, with a ref that lacks commits of the default branch: it merges, and deploys nothing. */
function autoMerge({ github, repository, token }: Asked, ref: string, sha: string): Answer {
  const { defaultBranch } = repository;
  const conflicting = [...repository.pullRequests.values()].some((pull) => pull.head.ref === ref && pull.conflicting);
  // Only a branch can be merged into: reports of `Conflict merging main into refs/heads/...` and of SHAs.
  if (conflicting || !repository.branches.has(ref))
    throw new GitHubError(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  const base = repository.branches.get(defaultBranch) ?? sha;
  github.commit(repository, {
    branch: ref,
    parents: [sha, base],
    message: `Auto-merged ${defaultBranch} into ${ref} on deployment.`,
    author: token?.account ?? GITHUB_ACTIONS,
  });
  github.follow(repository, ref);
  return { status: 202, body: { message: `Auto-merged ${defaultBranch} into ${ref} on deployment.` } };
}

/** Without `required_contexts` every context of the commit must have succeeded; also that of the job that asks. */
function requireContexts(
  repository: Repository,
  { ref, sha, wanted }: { ref: string; sha: string; wanted: readonly string[] | undefined },
): void {
  const there = repository.contexts.get(sha) ?? new Map<string, string>();
  const contexts = (wanted ?? [...there.keys()]).map((context) => ({
    context,
    state: there.get(context) ?? "expected",
  }));
  if (contexts.every(({ state }) => state === "success")) return;
  throw new GitHubError(409, `Conflict: Commit status checks failed for ${ref}.`, {
    errors: [{ contexts, resource: "Deployment", field: "required_contexts", code: "invalid" }],
  });
}

/**
 * "If the repository only has one deployment, you can delete the deployment regardless of its status. If the repository
 * has more than one deployment, you can only delete inactive deployments", which "any non-successful deployment status"
 * makes of one. One without any status counts as active here: nothing says otherwise.
 */
function deleteDeployment(asked: Asked): Answer {
  const { repository } = asked;
  const deployment = deploymentOf(asked);
  const isActive = deployment.statuses.length === 0 || deploymentState(deployment) === "success";
  if (isActive && repository.deployments.size > 1) {
    throw validationFailed(
      "We cannot delete an active deployment unless it is the only deployment in a given environment.",
    );
  }
  repository.deployments.delete(deployment.id);
  return { status: 204 };
}

const MOST_DESCRIPTION_CHARACTERS = 140;

function createDeploymentStatus(asked: Asked): Answer {
  const { repository, body } = asked;
  const deployment = deploymentOf(asked);
  const description = String(body.description ?? "");
  if ([...description].length > MOST_DESCRIPTION_CHARACTERS) {
    const message = `description is too long (maximum is ${MOST_DESCRIPTION_CHARACTERS} characters)`;
    throw validationFailed({ resource: "DeploymentStatus", field: "description", code: "custom", message });
  }
  const logUrl = url(body.log_url ?? body.target_url, "log_url");
  const environmentUrl = url(body.environment_url, "environment_url");
  const status = addStatus(asked, deployment, body.state as DeploymentState, {
    description,
    environment: String(body.environment ?? deployment.environment),
    environmentUrl,
    logUrl,
  });
  if (status.state === "success" && body.auto_inactive !== false) {
    for (const earlier of repository.deployments.values()) {
      const isEarlier = earlier.id < deployment.id && earlier.environment === deployment.environment;
      if (!isEarlier || earlier.transient || earlier.production || deploymentState(earlier) !== "success") continue;
      addStatus(asked, earlier, "inactive", {});
    }
  }
  return { status: 201, body: statusView(asked, deployment, status) };
}

function addStatus(
  { github, token }: Asked,
  deployment: Deployment,
  state: DeploymentState,
  given: Partial<Pick<DeploymentStatus, "description" | "environment" | "environmentUrl" | "logUrl">>,
): DeploymentStatus {
  const status: DeploymentStatus = {
    id: github.nextId(),
    state,
    creator: token?.account ?? GITHUB_ACTIONS,
    description: "",
    environment: deployment.environment,
    environmentUrl: "",
    logUrl: "",
    ...given,
    createdAt: github.clock.now(),
  };
  deployment.environment = status.environment;
  deployment.statuses.push(status);
  deployment.updatedAt = status.createdAt;
  return status;
}

function url(value: unknown, field: string): string {
  const text = String(value ?? "");
  if (text === "" || /^https?:\/\/\S+$/.test(text)) return text;
  const message = `${field} must use http(s) scheme`;
  throw validationFailed({ resource: "DeploymentStatus", field, code: "custom", message });
}

function deploymentOf({ repository, parameters }: Asked): Deployment {
  const deployment = repository.deployments.get(Number(parameters.deployment_id));
  if (deployment === undefined) throw notFound();
  return deployment;
}

function view({ github, repository }: Asked, deployment: Deployment): unknown {
  return deploymentView(deployment, repository, github.addresses);
}

function statusView({ github, repository }: Asked, deployment: Deployment, status: DeploymentStatus): unknown {
  return deploymentStatusView(status, { deployment, repository }, github.addresses);
}
