import type { Request } from "../inputs/request.js";
import { ActionError, describeError, ExposedError, InputError, Skipped } from "../lib/errors.js";
import {
  expiresAt,
  judgeStanding,
  latestState,
  type PullRequestNow,
  refuseEvent,
  refuseState,
  type Standing,
} from "../plan/admission.js";
import { stackName } from "../plan/names.js";
import type { StackState } from "../plan/stacks.js";
import { standing as standingOf } from "../plan/statuses.js";
import type { World } from "./world.js";

/** Whether a preview is still wanted, asked again and again while it is being deployed. */
export interface PreviewWatch {
  /**
   * Asks nobody but, where the event says that there is to be no preview, GitHub whether that still holds.
   *
   * @throws Skipped
   */
  refuseEarly(): Promise<void>;
  /**
   * Looks at the pull request for the first time.
   *
   * @throws Skipped; ActionError Superseded
   */
  admit(): Promise<void>;
  /** When the preview expires if it is deployed now, ISO 8601. */
  expiresAt(): string;
  /**
   * Looks at the pull request, and whether the environment was taken away since this run began.
   *
   * @param stack the environment's stack as it was last seen standing; absent: there is none
   * @returns `current`, or `unknown` where the pull request cannot be read
   * @throws Skipped if nothing was made yet and the pull request is closed; ActionError PullRequestClosed, Superseded, TornDown
   */
  check(stack?: StackState): Promise<Standing>;
  /** As it was seen last. */
  standing(): Standing;
  /** The head of the pull request as it was seen last; empty if it never was. */
  newestHead(): string;
  /** From now on there is something of this run in AWS. */
  noteMade(): void;
  /**
   * What really happened, where a deploy failed while its environment was being taken away or a newer run came;
   * undefined where that is not why.
   */
  reconsider(error: unknown, stack?: StackState): Promise<ActionError | undefined>;
  /** The same, or else the error itself. The preview of a pull request that was closed meanwhile is removed. */
  explain(error: unknown): Promise<unknown>;
}

/** Why a run for a pull request stops although nothing is wrong with it. */
const STOPPED = ["PullRequestClosed", "Superseded", "TornDown"];

export function watchPreview(
  world: World,
  request: Request & Required<Pick<Request, "preview">>,
  readPullRequest: () => Promise<PullRequestNow | undefined>,
): PreviewWatch {
  const { pullRequest, previewsFor, expiresAfter } = request.preview;
  const { number } = pullRequest;
  const name = stackName("ecs-service", request);
  const began = new Date(request.origin.startedAt);
  let made = false;
  let { labels } = pullRequest;
  let lastSeen: Standing = "unknown";
  let head = "";

  function judge(now: PullRequestNow | undefined): Standing {
    lastSeen = judgeStanding(pullRequest, now);
    if (now) head = now.headSha;
    return lastSeen;
  }

  /** Throws where the pull request, as it is now, is not to have a preview. */
  function consider(now: PullRequestNow | undefined): void {
    const latest = latestState(pullRequest, now);
    ({ labels } = latest);
    const refusal = refuseState(number, latest, previewsFor);
    if (refusal) throw new Skipped(refusal.code, refusal.message, { hint: refusal.hint });
    if (judge(now) === "superseded") throw superseded();
  }

  async function refuseEarly(): Promise<void> {
    const refusal = refuseEvent(request.preview);
    if (refusal) throw new Skipped(refusal.code, refusal.message, { hint: refusal.hint });
    if (refuseState(number, pullRequest, previewsFor)) consider(await readPullRequest());
  }

  async function admit(): Promise<void> {
    consider(await readPullRequest());
  }

  async function check(stack?: StackState): Promise<Standing> {
    const [now, removedAt] = await Promise.all([readPullRequest(), removal(stack)]);
    const standing = judge(now);
    if (standing === "closed") throw closed();
    if (standing === "superseded") throw superseded();
    if (removedAt && (standing !== "current" || removedAt > began)) throw tornDown(removedAt);
    return standing;
  }

  /**
   * When the environment was removed, if that was after the event. An open pull request counts from this step's start:
   * it may have been closed and opened again before.
   */
  async function removal(stack: StackState | undefined): Promise<Date | undefined> {
    const client = await world.clients.cloudFormation();
    if (stack) {
      const { describeStack } = await import("../stacks/describe.js");
      const found = await describeStack(client, stack.arn, world.signal);
      const isLeaving = found?.status === "DELETE_IN_PROGRESS" || !found || standingOf(found.status) === "gone";
      return isLeaving ? new Date(world.clock.now()) : undefined;
    }
    const { deletedSince } = await import("../stacks/tombstone.js");
    const event = Date.parse(pullRequest.updatedAt);
    const since = Number.isNaN(event) ? began : new Date(Math.min(event, began.getTime()));
    return await deletedSince(client, name, since, world.signal);
  }

  function closed(): ActionError {
    const refusal = refuseState(number, { ...pullRequest, closed: true }, previewsFor);
    if (!made && refusal) return new Skipped(refusal.code, refusal.message, { hint: refusal.hint });
    return new ActionError("PullRequestClosed", `Pull request ${number} was closed while this deploy ran.`, {
      hint: "Reopening the pull request deploys it again.",
    });
  }

  function superseded(): ActionError {
    return new ActionError(
      "Superseded",
      `This deploy is for ${short(pullRequest.headSha)}, and the head of pull request ${number} is ${short(head)}: its own run deploys that.`,
      { hint: "Nothing has to be done: look at the run for the newer commit." },
    );
  }

  function tornDown(at: Date): ActionError {
    return new ActionError(
      "TornDown",
      `The environment ${request.environment} was removed (${at.toISOString()}) after this deploy began, which does not bring it back.`,
      { hint: "Reopen the pull request, push to it, or run this job again." },
    );
  }

  /** Closed: nothing of this run may stay. */
  async function remove(error: ActionError): Promise<ActionError> {
    const { hint, evidence, cause } = error;
    const Kind = error instanceof ExposedError ? ExposedError : ActionError;
    const say = (what: string) => new Kind(error.code, `${error.message} ${what}`, { hint, evidence, cause });
    const { removeEnvironment } = await import("./remove-environment.js");
    const { domain, app, environment } = request;
    const target = {
      stackName: name,
      domain,
      app,
      environment,
      repositoryId: request.origin.repositoryId,
      pullRequest: number,
    };
    try {
      const { outcome } = await removeEnvironment(world, target, { keepLogs: false });
      return say(outcome === "removed" ? "What it had made is removed." : "There is nothing left of it.");
    } catch (failure) {
      const leftHint = failure instanceof ActionError ? failure.hint : undefined;
      const code = error instanceof ExposedError ? error.code : "NotRemoved";
      return new Kind(code, `${error.message} What it had made could not be removed: ${describeError(failure)}`, {
        hint: leftHint ?? "Run the teardown action for this environment.",
        evidence,
        cause: failure,
      });
    }
  }

  async function reconsider(error: unknown, stack?: StackState): Promise<ActionError | undefined> {
    if (error instanceof ActionError && STOPPED.includes(error.code)) return error;
    if (error instanceof Skipped || error instanceof InputError || world.signal.aborted || !made) return undefined;
    let reason: unknown;
    try {
      await check(stack);
    } catch (thrown) {
      reason = thrown;
    }
    if (!(reason instanceof ActionError) || !STOPPED.includes(reason.code)) return undefined;
    // That an app is open to everybody stays the news, whatever becomes of the pull request.
    if (error instanceof ExposedError)
      return new ExposedError(error.code, `${error.message} ${reason.message}`, { hint: error.hint, cause: reason });
    return new ActionError(reason.code, `${reason.message} Before that: ${describeError(error)}`, {
      hint: reason.hint,
      evidence: error instanceof ActionError ? error.evidence : [],
      cause: error,
    });
  }

  async function explain(error: unknown): Promise<unknown> {
    const stopped = await reconsider(error);
    return stopped && lastSeen === "closed" ? await remove(stopped) : (stopped ?? error);
  }

  return {
    refuseEarly,
    admit,
    expiresAt: () => expiresAt(world.clock.now(), expiresAfter, labels),
    check,
    standing: () => lastSeen,
    newestHead: () => head,
    noteMade: () => {
      made = true;
    },
    reconsider,
    explain,
  };
}

function short(sha: string): string {
  return sha === "" ? "an unknown commit" : sha.slice(0, 7);
}
