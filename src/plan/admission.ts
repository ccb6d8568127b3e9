import type { PullRequestEvent } from "../inputs/read-event.js";
import type { PreviewsFor } from "../inputs/values.js";
import { TAG } from "./names.js";

/** Why a pull request gets no preview, and what would change that. */
export interface Refusal {
  /** Stable, for machines. */
  readonly code: "Closed" | "Fork" | "Dependabot" | "Draft" | "NotLabeled" | "Full";
  readonly message: string;
  readonly hint: string;
}

/** A pull request as GitHub shows it now; of what `readPullRequest` gives, the part that decisions take. */
export interface PullRequestNow {
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly headSha: string;
  readonly labels: readonly string[];
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** The label that lets a preview stand for 14 days. */
export const KEEP_LABEL = "keep-preview";
const KEPT_FOR = 14 * 86_400_000;

/**
 * What the event alone decides, before anything is asked of anybody. Every other action than `closed` (opened,
 * synchronize, reopened, ready_for_review, labeled, edited, assigned ...) leaves an open pull request that may have a
 * preview: deploying what is deployed already only renews it.
 */
export function refuseEvent({ pullRequest }: { readonly pullRequest: PullRequestEvent }): Refusal | undefined {
  const { number, isFork, isDependabot, onTarget, headSha, labels } = pullRequest;
  if (pullRequest.closed) return closed(number);
  // Whoever may label has looked at this very commit; another push makes another commit. On pull_request there are no
  // credentials to deploy it with, label or not.
  if (onTarget && headSha !== "" && labels.includes(pinLabel(headSha))) return undefined;
  const hint = `Somebody who may write to the repository can allow this very commit: look at it, then add the label ${pinLabel(headSha || "<commit>")} with a workflow on pull_request_target that never runs the pull request's code where there are credentials. See docs/workflows.md.`;
  if (isFork)
    return {
      code: "Fork",
      message: `Pull request ${number} comes from a fork: such a run gets no AWS credentials and a token that may only read, and its code is not the repository's own.`,
      hint,
    };
  if (isDependabot)
    return {
      code: "Dependabot",
      message: `Dependabot started this run for pull request ${number}: GitHub gives it no secrets and a token that may only read.`,
      hint: `${hint} A push to its branch, or a run started again by a person's event, deploys as usual.`,
    };
  return undefined;
}

/** The label that allows one commit of a fork: GitHub's labels have at most 50 characters, which a whole SHA-1 fits. */
export function pinLabel(headSha: string): string {
  return `preview-${headSha}`;
}

/** What the state of the pull request decides, whether that is the event's or what GitHub shows now. */
export function refuseState(
  number: number,
  { closed: isClosed, draft, labels }: Pick<PullRequestEvent, "closed" | "draft" | "labels">,
  previewsFor: PreviewsFor,
): Refusal | undefined {
  if (isClosed) return closed(number);
  const stays = "A preview that stands already stays until it expires or the pull request is closed.";
  switch (previewsFor.kind) {
    case "all":
      return undefined;
    case "ready":
      return draft
        ? {
            code: "Draft",
            message: `Pull request ${number} is a draft (previews-for: ready). ${stays}`,
            hint: "Mark it as ready for review to get a preview; the workflow must run on ready_for_review.",
          }
        : undefined;
    case "labeled":
      return labels.includes(previewsFor.label)
        ? undefined
        : {
            code: "NotLabeled",
            message: `Pull request ${number} does not carry the label ${previewsFor.label} (previews-for: labeled). ${stays}`,
            hint: `Add the label ${previewsFor.label} to get a preview; the workflow must run on labeled.`,
          };
    default:
      return previewsFor satisfies never;
  }
}

function closed(number: number): Refusal {
  return {
    code: "Closed",
    message: `Pull request ${number} is closed: the deploy action deploys nothing for it.`,
    hint: "The teardown action removes its preview: run it on the closed event. Reopening the pull request deploys it again.",
  };
}

/**
 * Where this run stands with its pull request:
 * - `current`: open, and this run's commit is its head
 * - `unknown`: nobody can tell; what GitHub answered may be older than the event that started the run
 */
export type Standing = "current" | "closed" | "superseded" | "unknown";

/** @param now undefined: could not be read */
export function judgeStanding(
  event: Pick<PullRequestEvent, "headSha" | "updatedAt">,
  now: PullRequestNow | undefined,
): Standing {
  if (!now || isStale(event, now)) return "unknown";
  if (now.state === "closed") return "closed";
  if (event.headSha === "" || now.headSha === "") return "unknown";
  return now.headSha === event.headSha ? "current" : "superseded";
}

/** What is known of the pull request: as GitHub shows it now, or else as the event told it. */
export function latestState(
  event: PullRequestEvent,
  now: PullRequestNow | undefined,
): Pick<PullRequestEvent, "closed" | "draft" | "labels"> {
  if (!now || isStale(event, now)) return event;
  return { closed: now.state === "closed", draft: now.draft, labels: now.labels };
}

/** GitHub has replicas: an answer from before the event knows neither its push nor its reopening. */
function isStale(event: Pick<PullRequestEvent, "updatedAt">, now: PullRequestNow): boolean {
  return event.updatedAt !== "" && Date.parse(now.updatedAt) < Date.parse(event.updatedAt);
}

/**
 * Which of two runs for one environment wins: whether the other does. For a preview the newest head does, however late its
 * run began, since an old run may be started again. Where the head cannot be read, and between two runs for one commit, the
 * one that began later does.
 *
 * @param other the run that has deployed, as far as its tags say
 */
export function isLaterRun(
  other: { readonly commit: string | undefined; readonly startedAt: string | undefined },
  own: { readonly commit: string; readonly startedAt: string },
  standing: Standing = "unknown",
): boolean {
  if (other.startedAt === undefined || other.startedAt <= own.startedAt) return false;
  return standing !== "current" || other.commit === own.commit;
}

/** When a preview that is deployed at `at` (milliseconds) expires, ISO 8601. */
export function expiresAt(at: number, expiresAfter: number, labels: readonly string[]): string {
  const span = labels.includes(KEEP_LABEL) ? Math.max(KEPT_FOR, expiresAfter) : expiresAfter;
  return new Date(at + span).toISOString();
}

/** What a listener's rule says of the environment that it leads to. */
export type RuleTags = Readonly<Record<string, string>>;

/** The environments among these rules that are previews of an app and a repository, by exact tags; each once. */
export function previewsAmong(
  rules: readonly RuleTags[],
  { app, repositoryId }: { app: string; repositoryId: string },
): string[] {
  const ours = rules.filter(
    (tags) => tags[TAG.app] === app && tags[TAG.repositoryId] === repositoryId && tags[TAG.pullRequest] !== undefined,
  );
  return [...new Set(ours.flatMap((tags) => tags[TAG.environment] ?? []))];
}

/** There is no room for one more preview. */
export function full(why: string, examples: readonly string[]): Refusal {
  const some = examples.slice(0, 10).join(", ");
  return {
    code: "Full",
    message: `There is no room for another preview: ${why}.`,
    hint: `Close a pull request that has one${some ? ` (${some}${examples.length > 10 ? ", ..." : ""})` : ""}, or remove one with the teardown action; then run this job again.`,
  };
}
