import type { GitHub } from "../github/connection.js";
import type { RecordEnd } from "../github/deployment-record.js";
import type { Request } from "../inputs/request.js";
import { type ActionError, Skipped } from "../lib/errors.js";
import { KEEP_LABEL, type PullRequestNow } from "../plan/admission.js";
import { estimateCost } from "../plan/cost.js";
import type { PreviewFacts } from "../report/comment.js";
import type { Report } from "../report/report.js";
import type { World } from "./world.js";

/**
 * What a deploy asks GitHub and tells it. It goes on beside the calls to AWS, and whatever GitHub has against it costs
 * that piece and a warning, never the deploy.
 */
export interface Conversation {
  /** The pull request as GitHub shows it now, or undefined where that cannot be known. */
  pullRequest(): Promise<PullRequestNow | undefined>;
  /** The deploy is admitted: opens the deployment record and says so in the comment. Nobody waits for it. */
  begin(): void;
  /** How it ended, in the record and the comment. */
  end(failure: ActionError | undefined): Promise<void>;
}

/** After a cancel GitHub leaves the process 10 seconds in all; the rollout may take half of them. */
const LAST_WORDS_MS = 8500;

export function openConversation(world: World, request: Request, report: Report): Conversation {
  const { origin, preview } = request;
  // A dry run is nobody's deployment.
  const wanted = request.dryRun ? { ...request.github, comment: false, deployment: false } : request.github;
  const { environment, app } = request;
  const logUrl = `${origin.serverUrl}/${origin.repository}/actions/runs/${origin.runId}`;
  const number = preview?.pullRequest.number;
  const writer = { startedAt: origin.startedAt, runId: origin.runId };
  const keepsComment = wanted.comment && number !== undefined;
  // Told to GitHub although the step is being ended, but not for ever.
  const lastWords = new AbortController();
  world.signal.addEventListener("abort", () => {
    setTimeout(() => lastWords.abort(world.signal.reason), LAST_WORDS_MS).unref();
  });
  const { signal } = lastWords;
  let connection: Promise<GitHub | undefined> | undefined;
  let begun = false;
  let record: Promise<number | undefined> = Promise.resolve(undefined);
  let comment: Promise<unknown> = Promise.resolve();

  const connected = () => {
    connection ??= (async () => {
      const without = [
        ...(wanted.deployment ? ["no deployment record"] : []),
        ...(keepsComment ? ["no comment"] : []),
        ...(preview ? ["and nobody asks whether the pull request is still open and its head the newest"] : []),
      ];
      if (!wanted.token || !origin.repository) {
        if (without.length > 0) world.log.info(`Without github-token: ${without.join(", ")}.`);
        return undefined;
      }
      const { connect } = await import("./tell-github.js");
      return await connect(world, { ...wanted, repository: origin.repository });
    })();
    return connection;
  };

  async function pullRequest(): Promise<PullRequestNow | undefined> {
    const github = await connected();
    if (!github || number === undefined) return undefined;
    const [{ attempt }, { readPullRequest }] = await Promise.all([
      import("../github/attempt.js"),
      import("../github/pull-request.js"),
    ]);
    return await attempt(github, "pullRequest", world.signal, () => readPullRequest(github, number, world.signal));
  }

  async function openRecord(): Promise<number | undefined> {
    const github = await connected();
    if (!github || !wanted.deployment || origin.commit === "") return undefined;
    const [{ attempt }, records] = await Promise.all([
      import("../github/attempt.js"),
      import("../github/deployment-record.js"),
    ]);
    const facts = {
      environment,
      app,
      sha: origin.commit,
      logUrl,
      transient: preview !== undefined,
      production: environment === "production",
    };
    return await attempt(github, "record", signal, () => records.openRecord(github, facts, signal));
  }

  async function endRecord(failure: ActionError | undefined): Promise<void> {
    const github = begun ? await connected() : undefined;
    const id = await record;
    if (!github || id === undefined) return;
    const [{ attempt, isRequestError }, records] = await Promise.all([
      import("../github/attempt.js"),
      import("../github/deployment-record.js"),
    ]);
    await attempt(github, "record", signal, async () => {
      // As a teardown does, which may be quicker.
      if (failure?.code === "PullRequestClosed")
        return await records.retireRecords(github, { environment, app, remove: true, logUrl }, signal);
      const ending = {
        ...recordEnd(failure),
        logUrl,
        ...(failure ? {} : { environmentUrl: `https://${request.host}` }),
      };
      await records.closeRecord(github, id, ending, signal).catch((error: unknown) => {
        // Whoever took the environment away has deleted its records.
        if (failure?.code !== "TornDown" || !isRequestError(error) || error.status !== 404) throw error;
      });
      // What was deployed before is no more, unless this one failed and it serves on.
      if (!failure) await records.retireRecords(github, { environment, app, except: id, logUrl }, signal);
    });
  }

  async function endComment(failure: ActionError | undefined): Promise<void> {
    if (!keepsComment) return;
    // Two updates of one comment by one run may overtake one another.
    await comment.catch(() => undefined);
    const state = commentState(failure, begun);
    if (state) await say(state, failure);
  }

  async function say(state: PreviewFacts["state"], failure: ActionError | undefined) {
    const github = await connected();
    if (!github || number === undefined) return;
    const [{ attempt }, { keepComment }, { renderComment }] = await Promise.all([
      import("../github/attempt.js"),
      import("../github/comment.js"),
      import("../report/comment.js"),
    ]);
    const body = renderComment(previewFacts(request, report, { state, failure, logUrl }));
    // A preview that is gone needs no comment where there was none.
    const createIfMissing = state !== "removed" && state !== "superseded";
    await attempt(github, "comment", signal, () =>
      keepComment(github, { pullRequest: number, app, body, writer, createIfMissing }, signal),
    );
  }

  return {
    pullRequest,
    begin: () => {
      begun = true;
      record = openRecord();
      if (keepsComment) comment = say("deploying", undefined);
      // What they throw is told at the end.
      record.catch(() => undefined);
      comment.catch(() => undefined);
    },
    end: async (failure) => {
      await Promise.all([endRecord(failure), endComment(failure)]);
    },
  };
}

function recordEnd(failure: ActionError | undefined): Pick<RecordEnd, "state" | "description"> {
  if (!failure) return { state: "success", description: "Deployed, and the smoke test passed" };
  if (failure instanceof Skipped || ["PullRequestClosed", "Superseded", "TornDown"].includes(failure.code))
    return { state: "inactive", description: failure.message };
  const state = ["Cancelled", "Timeout", "Unexpected"].includes(failure.code) ? "error" : "failure";
  return { state, description: `${failure.code}: ${failure.message}` };
}

/** What the comment becomes, or undefined where it stays as it is. */
function commentState(failure: ActionError | undefined, begun: boolean): PreviewFacts["state"] | undefined {
  if (!failure) return "deployed";
  // A draft, a missing label: the preview that may stand is still what the comment says.
  if (failure instanceof Skipped) return failure.code === "Full" ? "full" : begun ? "removed" : undefined;
  switch (failure.code) {
    case "PullRequestClosed":
      return "removed";
    case "Superseded":
      return begun ? "superseded" : undefined;
    // Whoever took the environment away has said so.
    case "TornDown":
      return undefined;
    case "Cancelled":
      return begun ? "failed" : undefined;
    default:
      return "failed";
  }
}

function previewFacts(
  request: Request,
  report: Report,
  { state, failure, logUrl }: { state: PreviewFacts["state"]; failure: ActionError | undefined; logUrl: string },
): PreviewFacts {
  const { app, environment, container, origin, allPublic, capacity, desiredCount: tasks } = request;
  const bad =
    report.checks.find(({ verdict }) => verdict === "exposed") ??
    report.checks.find(({ verdict }) => verdict === "failed" || verdict === "not yet");
  const passed = report.checks.filter(({ verdict }) => verdict === "passed").length;
  const verdict = bad ? (bad.verdict === "exposed" ? "exposed" : "failed") : "passed";
  const smokeTest =
    report.checks.length > 0
      ? ({ verdict, seen: bad ? bad.seen : `${passed} of ${report.checks.length} checks` } as const)
      : state === "deployed"
        ? ({ verdict: "skipped", seen: "smoke-test: false" } as const)
        : undefined;
  const reasons = ["superseded", "full", "removed"].includes(state);
  return {
    app,
    environment,
    state,
    url: `https://${request.host}`,
    image: container.image,
    deployedSha: state === "deployed" ? origin.commit : report.serving,
    headSha: origin.commit,
    signIn: allPublic ? "none" : report.selfSignUp ? "self sign-up" : "by invitation",
    ...(report.expiresAt && { expiresAt: report.expiresAt, extendHint: `The label ${KEEP_LABEL} makes it 14 days` }),
    ...(smokeTest && { smokeTest }),
    cost: estimateCost({ ...container, capacity, tasks, publicIp: request.natGateways === 0 }),
    logUrl,
    ...(failure && state === "failed" && { failure }),
    ...(failure && reasons && { reason: [failure.message, failure.hint].filter(Boolean).join(" ") }),
    ...(state === "removed" && { removedAt: new Date().toISOString() }),
  };
}
