import { notFound, validationFailed } from "../errors.js";
import type { PullRequest } from "../model.js";
import type { Asked, Operations } from "../operation.js";
import { closePullRequest, reopenPullRequest } from "../people.js";
import { fullPullRequestView, pullRequestView } from "../views.js";

/** https://docs.github.com/en/rest/pulls/pulls */
export const pulls: Operations = {
  "pulls/list": {
    permissions: ["pull_requests=read"],
    answer: ({ github, repository, parameters }) => {
      const { state = "open", head, base, sort = "created" } = parameters;
      // Newest first, unless sorted by something else: GitHub's default direction depends on the sort.
      const { direction = sort === "created" ? "desc" : "asc" } = parameters;
      const time = ({ createdAt, updatedAt }: PullRequest) => Number(sort === "updated" ? updatedAt : createdAt);
      if (sort === "popularity" || sort === "long-running") throw validationFailed({ code: "invalid", field: "sort" });
      const found = [...repository.pullRequests.values()]
        .filter((pull) => state === "all" || pull.state === state)
        .filter((pull) => base === undefined || pull.base === base)
        // "user:branch"; GitHub ignores a filter of another form, and so lists everything.
        .filter(
          (pull) =>
            typeof head !== "string" || !head.includes(":") || head === `${pull.head.owner.login}:${pull.head.ref}`,
        )
        .sort((a, b) => time(a) - time(b) || a.number - b.number);
      if (direction === "desc") found.reverse();
      return { status: 200, list: found.map((pull) => pullRequestView(pull, repository, github.addresses)) };
    },
  },
  "pulls/get": {
    permissions: ["pull_requests=read"],
    answer: (asked) => ({ status: 200, body: view(asked, pullRequest(asked)) }),
  },
  "pulls/update": {
    permissions: ["pull_requests=write"],
    answer: (asked) => {
      const pull = pullRequest(asked);
      const { title, body, state, base } = asked.body;
      if (base !== undefined && base !== pull.base) {
        if (!asked.repository.branches.has(String(base)))
          throw validationFailed({ resource: "PullRequest", field: "base", code: "invalid" });
        pull.base = String(base);
      }
      if (typeof title === "string") pull.title = title;
      if (typeof body === "string") pull.body = body;
      if (state === "closed" && pull.state === "open") closePullRequest(asked.github, pull);
      if (state === "open" && pull.state === "closed") reopenPullRequest(asked.github, pull);
      pull.updatedAt = asked.github.clock.now();
      return { status: 200, body: view(asked, pull) };
    },
  },
};

function view({ github, repository }: Asked, pull: PullRequest): unknown {
  return fullPullRequestView(pull, repository, github.addresses);
}

function pullRequest({ repository, parameters }: Asked): PullRequest {
  const pull = repository.pullRequests.get(Number(parameters.pull_number));
  if (pull === undefined) throw notFound();
  return pull;
}
