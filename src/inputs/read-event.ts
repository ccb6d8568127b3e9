import { property } from "./values.js";

/** A pull request as the payload of the event tells it: as it was when the event happened, not as it is now. */
export interface PullRequestEvent {
  readonly number: number;
  /** What happened: opened, synchronize, reopened, ready_for_review, labeled, closed ...; empty if the payload has none. */
  readonly action: string;
  /** The commit that was pushed; empty if the payload has none. */
  readonly headSha: string;
  readonly headRef: string;
  /** Whether the head is in another repository; a fork that was deleted counts. */
  readonly isFork: boolean;
  /** Whether Dependabot started this run, which GitHub then treats like one from a fork. */
  readonly isDependabot: boolean;
  /** Whether the workflow runs on pull_request_target, and so with the secrets and the token of the base. */
  readonly onTarget: boolean;
  readonly closed: boolean;
  readonly draft: boolean;
  readonly labels: readonly string[];
  /** ISO 8601; empty if the payload has none. */
  readonly updatedAt: string;
}

/**
 * The pull request in a webhook's payload, or undefined where it is about something else.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
 */
export function readPullRequestEvent(
  env: Readonly<Record<string, string | undefined>>,
  event: unknown,
): PullRequestEvent | undefined {
  const pullRequest = property(event, "pull_request");
  const number = property(pullRequest, "number");
  if (typeof number !== "number") return undefined;
  const head = property(pullRequest, "head");
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const action = text(property(event, "action"));
  const from = property(head, "repo");
  const into = property(event, "repository") ?? property(property(pullRequest, "base"), "repo");
  const labels = property(pullRequest, "labels");
  return {
    number,
    action,
    headSha: text(property(head, "sha")),
    headRef: text(property(head, "ref")),
    // GitHub sends null for a fork that was deleted; nothing at all is an event made by hand.
    isFork: from !== undefined && property(from, "id") !== property(into, "id"),
    // Who opened the pull request does not matter: GitHub goes by who caused the event.
    isDependabot: [env.GITHUB_ACTOR, property(property(event, "sender"), "login")].includes(DEPENDABOT),
    onTarget: env.GITHUB_EVENT_NAME === "pull_request_target",
    closed: action === "closed" || property(pullRequest, "state") === "closed",
    draft: property(pullRequest, "draft") === true,
    labels: Array.isArray(labels) ? labels.map((label) => text(property(label, "name"))).filter(Boolean) : [],
    updatedAt: text(property(pullRequest, "updated_at")),
  };
}

/** https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions */
const DEPENDABOT = "dependabot[bot]";
