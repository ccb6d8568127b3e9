import { type Act, perform } from "./acts.js";
import { readDescription } from "./description.js";
import { GitHubError } from "./errors.js";
import type { Repository } from "./model.js";
import type { Inside, Request, WireAnswer } from "./server.js";
import { commentView, deploymentStatusView, deploymentView, fullPullRequestView } from "./views.js";

/**
 * What GitHub does not have: `/_local/`, for tests and demos, without a token.
 *
 *     POST               /_local/acts     somebody does something (Act); answers with what came of it
 *     GET                /_local/state    what exists (GitHubState), by repository, as the API would show it
 *     GET                /_local/bugs     answers of ours that GitHub's description does not allow
 *     GET, DELETE        /_local/calls    the requests so far (GitHubCall[]); forget them
 *     GET, POST, DELETE  /_local/faults   the armed faults with how often each was hit; arm a GitHubFault or a list of
 *                                         them; disarm all
 */
export async function answerLocally(request: Request, inside: Inside): Promise<WireAnswer> {
  try {
    return { status: 200, body: await respond(request, inside) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: error.status, body: { message: error.message, errors: error.errors } };
  }
}

async function respond({ method, url, body }: Request, inside: Inside): Promise<unknown> {
  switch (`${method} ${url.pathname}`) {
    case "POST /_local/acts":
      return checkedRun(perform(inside.github, parseJson(body) as Act));
    case "GET /_local/state":
      return state(inside);
    case "GET /_local/bugs":
      return inside.bugs;
    case "GET /_local/calls":
      return inside.calls;
    case "DELETE /_local/calls":
      inside.calls = [];
      return {};
    case "GET /_local/faults":
      return inside.faults.list();
    case "POST /_local/faults":
      inside.faults.add(parseJson(body), await readDescription());
      return {};
    case "DELETE /_local/faults":
      inside.faults.clear();
      return {};
    default:
      throw new GitHubError(404, `There is no ${method} ${url.pathname}.`);
  }
}

/** Events with a payload that GitHub's description of its webhooks does not allow are no events of GitHub's. */
async function checkedRun(result: unknown): Promise<unknown> {
  const { event } = result as { event?: { name: string; payload: Record<string, unknown> } };
  if (event === undefined || event.name === "schedule") return result;
  const { action } = event.payload;
  // `pull_request_target` has the payload of `pull_request`.
  const name = event.name.replace("_target", "");
  const webhook = [name, ...(typeof action === "string" ? [action] : [])].join("-").replaceAll("_", "-");
  const [problem] = (await readDescription()).checkWebhook(webhook, event.payload);
  if (problem)
    throw new GitHubError(
      500,
      `The payload of ${webhook} is not GitHub's: ${problem.instancePath} ${problem.message} ${JSON.stringify(problem.params)}`,
    );
  return result;
}

function state({ github }: Inside): Record<string, unknown> {
  const { addresses } = github;
  const view = (repository: Repository) => ({
    id: repository.id,
    branches: Object.fromEntries(repository.branches),
    pullRequests: [...repository.pullRequests.values()].map((pull) => fullPullRequestView(pull, repository, addresses)),
    comments: [...repository.comments.values()].map((comment) => ({
      ...commentView(comment, repository, addresses),
      pullRequest: comment.number,
    })),
    deployments: [...repository.deployments.values()].map((deployment) => ({
      ...deploymentView(deployment, repository, addresses),
      statuses: deployment.statuses.map((status) =>
        deploymentStatusView(status, { deployment, repository }, addresses),
      ),
    })),
  });
  const all = [...github.repositories.values()];
  return Object.fromEntries(all.map((each) => [`${each.owner.login}/${each.name}`, view(each)]));
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new GitHubError(400, "The body is not JSON.");
  }
}
