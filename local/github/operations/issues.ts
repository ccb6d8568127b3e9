import { notFound, validationFailed } from "../errors.js";
import { GITHUB_ACTIONS } from "../github.js";
import type { Comment, PullRequest } from "../model.js";
import type { Asked, Operations } from "../operation.js";
import { labelPullRequest, unlabelPullRequest } from "../people.js";
import { commentView, labelView } from "../views.js";

/** Not on the reference's page; the API answers 422 with this number in its message. */
const MOST_CHARACTERS = 65_536;

const READ = ["issues=read", "pull_requests=read"] as const;
const WRITE = ["issues=write", "pull_requests=write"] as const;

/** https://docs.github.com/en/rest/issues/comments and https://docs.github.com/en/rest/issues/labels, for pull requests. */
export const issues: Operations = {
  "issues/list-comments": {
    permissions: READ,
    answer: (asked) => {
      const pull = issue(asked);
      const since = asked.parameters.since === undefined ? 0 : Date.parse(String(asked.parameters.since));
      const found = [...asked.repository.comments.values()].filter(
        ({ number, updatedAt }) => number === pull.number && updatedAt.getTime() >= since,
      );
      // "Issue comments are ordered by ascending ID."
      return { status: 200, list: found.sort((a, b) => a.id - b.id).map((comment) => view(asked, comment)) };
    },
  },
  "issues/create-comment": {
    permissions: WRITE,
    answer: (asked) => {
      const { github, repository, token } = asked;
      const pull = issue(asked);
      const now = github.clock.now();
      const comment: Comment = {
        id: github.nextId(),
        number: pull.number,
        user: token?.account ?? GITHUB_ACTIONS,
        body: commentBody(asked),
        createdAt: now,
        updatedAt: now,
      };
      repository.comments.set(comment.id, comment);
      pull.updatedAt = now;
      return { status: 201, body: view(asked, comment) };
    },
  },
  "issues/get-comment": {
    permissions: READ,
    answer: (asked) => ({ status: 200, body: view(asked, commentOf(asked)) }),
  },
  "issues/update-comment": {
    permissions: WRITE,
    answer: (asked) => {
      const comment = commentOf(asked);
      comment.body = commentBody(asked);
      comment.updatedAt = asked.github.clock.now();
      return { status: 200, body: view(asked, comment) };
    },
  },
  "issues/delete-comment": {
    permissions: WRITE,
    answer: (asked) => {
      asked.repository.comments.delete(commentOf(asked).id);
      return { status: 204 };
    },
  },
  "issues/list-labels-on-issue": {
    permissions: READ,
    answer: (asked) => ({ status: 200, list: labels(asked) }),
  },
  "issues/add-labels": {
    permissions: WRITE,
    answer: (asked) => {
      const names = (asked.body.labels as readonly (string | { name: string })[]).map((label) =>
        typeof label === "string" ? label : label.name,
      );
      for (const name of names) labelPullRequest(asked.github, asked.repository, issue(asked), name);
      return { status: 200, body: labels(asked) };
    },
  },
  "issues/remove-label": {
    permissions: WRITE,
    answer: (asked) => {
      const pull = issue(asked);
      const name = String(asked.parameters.name);
      if (!pull.labels.some((label) => label.name === name)) throw notFound();
      unlabelPullRequest(asked.github, pull, name);
      return { status: 200, body: labels(asked) };
    },
  },
};

function view({ github, repository }: Asked, comment: Comment): unknown {
  return commentView(comment, repository, github.addresses);
}

function labels(asked: Asked): unknown[] {
  return issue(asked).labels.map((label) => labelView(label, asked.repository, asked.github.addresses));
}

/** Every pull request is an issue; this GitHub has no other ones. */
function issue({ repository, parameters }: Asked): PullRequest {
  const pull = repository.pullRequests.get(Number(parameters.issue_number));
  if (pull === undefined) throw notFound();
  return pull;
}

function commentOf({ repository, parameters }: Asked): Comment {
  const comment = repository.comments.get(Number(parameters.comment_id));
  if (comment === undefined) throw notFound();
  return comment;
}

function commentBody({ body: { body } }: Asked): string {
  const text = String(body);
  if (text.trim() === "") throw validationFailed({ resource: "IssueComment", field: "body", code: "missing_field" });
  if ([...text].length > MOST_CHARACTERS) {
    const message = `body is too long (maximum is ${MOST_CHARACTERS} characters)`;
    throw validationFailed({ resource: "IssueComment", field: "body", code: "custom", message });
  }
  return text;
}
