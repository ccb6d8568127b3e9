import { eventText, type RolloutSight, type TaskSight } from "./sight.js";

/**
 * What a look at a rollout says:
 * - `complete`: the deployment is COMPLETED, as many tasks run as are asked for, and each of ours is a healthy target
 * - `failed`: it cannot come to that any more, or so it would be in every case that we know of
 * - `waiting`: everything else; a slow start is not a failure
 */
export type RolloutVerdict =
  | { readonly verdict: "waiting" }
  | { readonly verdict: "complete" }
  | { readonly verdict: "failed"; readonly code: RolloutFailure; readonly message: string };

export type RolloutFailure =
  | "RolloutFailed"
  | "RolledBack"
  | "RolloutSuperseded"
  | "ImageNotPulled"
  | "SecretNotRead"
  | "RoleNotAssumed"
  | "NoCapacity"
  | "TasksExited"
  | "TargetsUnhealthy";

const waiting: RolloutVerdict = { verdict: "waiting" };

/**
 * Judges one look. Pure: what "clear" means is here and nowhere else.
 *
 * @param deployment the id of the deployment that this run started
 * @param now milliseconds since 1970
 */
export function judgeRollout(
  sight: RolloutSight,
  { deployment, desiredCount, now }: { deployment: string; desiredCount: number; now: number },
): RolloutVerdict {
  const ours = sight.deployment;
  const clear = clearFailure(sight, now);
  if (ours?.rolloutState === "FAILED") {
    const reason = ours.reason ?? "ECS gave no reason";
    return clear ?? { verdict: "failed", code: "RolloutFailed", message: `ECS gave the deployment up: ${reason}` };
  }
  if (sight.primary?.id !== deployment) return displaced(sight, deployment);
  if (clear) return clear;
  if (ours?.rolloutState !== "COMPLETED") return waiting;
  const healthy = sight.tasks.filter(({ stopCode, target }) => stopCode === undefined && target?.state === "healthy");
  if (sight.service.running !== sight.service.desired || healthy.length < desiredCount) return waiting;
  // One task that crashed may have had its reasons. Whether the others do the same shows when they have lived as long.
  const lives = sight.tasks.filter(isExit).map(({ startedAt, stoppedAt = 0 }) => stoppedAt - (startedAt ?? stoppedAt));
  const proven = lives.length > 0 ? Math.max(...lives) + PROVEN_MS : 0;
  return healthy.every(({ startedAt = now }) => now - startedAt >= proven) ? { verdict: "complete" } : waiting;
}

/** How much longer than a crashed task the others have to live. */
const PROVEN_MS = 1000;

function isExit({ stopCode }: TaskSight): boolean {
  return stopCode === "EssentialContainerExited";
}

/** Another deployment is the newest: ECS's own rollback, or somebody else's. Only the events say which. */
function displaced(sight: RolloutSight, deployment: string): RolloutVerdict {
  const failed = sight.events.find((event) => event.includes(`(deployment ${deployment}) deployment failed`));
  if (failed) {
    const why = clearFailure(sight, 0);
    if (why?.verdict === "failed")
      return { ...why, message: `${why.message.replace(/\.?$/, ".")} ECS has begun to roll it back.` };
    return { verdict: "failed", code: "RolledBack", message: `ECS rolled it back: ${withoutStop(failed)}` };
  }
  const other = sight.primary ? `${sight.primary.id} of ${sight.primary.revision.split("/").at(-1)}` : "none";
  return {
    verdict: "failed",
    code: "RolloutSuperseded",
    message: `The deployment ${deployment} was superseded by ${other}: another run, or somebody by hand, has deployed since.`,
  };
}

/** A failure that waiting would only repeat, or undefined. */
function clearFailure({ tasks, events, service }: RolloutSight, now: number): RolloutVerdict | undefined {
  const fail = (code: RolloutFailure, message: string): RolloutVerdict => ({ verdict: "failed", code, message });
  const stopped = tasks.filter(({ stopCode }) => stopCode !== undefined);
  const reasons = stopped.map(({ stoppedReason = "" }) => stoppedReason);

  const pulls = reasons.filter((reason) => reason.startsWith("CannotPull"));
  const pull = pulls.find((reason) => !isPassing(reason)) ?? (pulls.length > 1 ? pulls[0] : undefined);
  if (pull) return fail("ImageNotPulled", pull);

  const initialisations = reasons.filter((reason) => reason.startsWith("ResourceInitializationError"));
  const initialisation =
    initialisations.find((reason) => !isPassing(reason)) ??
    (initialisations.length > 1 ? initialisations[0] : undefined);
  if (initialisation) return fail("SecretNotRead", initialisation);

  // A role that was made a moment ago may not be known everywhere yet: once is no proof.
  const roles = [...reasons, ...events].filter((text) => /unable to assume the role/i.test(text));
  if (roles.length > 1) return fail("RoleNotAssumed", roles[0] ?? "");

  const capacity = [...reasons, ...events].filter((text) =>
    /capacity is unavailable|unable to place a task because no/i.test(text),
  );
  if (capacity.length > 1) return fail("NoCapacity", capacity[0] ?? "");

  const exited = stopped.filter(isExit);
  if (exited.length > 1)
    return fail(
      "TasksExited",
      `${exited.length} tasks of this revision have exited by themselves, the last ${exitWords(exited.at(-1))}.`,
    );

  // ECS itself waits for the grace period before it stops a task for its target's health.
  const unhealthy = reasons.find((reason) => /failed ELB health checks/i.test(reason));
  const due = events.findLast((event) => /is unhealthy in/.test(event));
  if (unhealthy) return fail("TargetsUnhealthy", `${unhealthy}${due ? `: ${withoutStop(due)}` : ""}.`);
  return unhealthyPastGrace(tasks, service.graceSeconds, now);
}

/** Every task of ours that runs has been unhealthy past the grace period, all for the same reason. */
function unhealthyPastGrace(
  tasks: readonly TaskSight[],
  graceSeconds: number,
  now: number,
): RolloutVerdict | undefined {
  const running = tasks.filter(({ status, stopCode }) => status === "RUNNING" && stopCode === undefined);
  const past = ({ startedAt }: TaskSight) => startedAt !== undefined && now - startedAt > (graceSeconds + 30) * 1000;
  const reasons = new Set(
    running.map(({ target }) => (target?.state === "unhealthy" ? `${target.reason}: ${target.description}` : "")),
  );
  if (running.length === 0 || reasons.size !== 1 || reasons.has("") || !running.every(past)) return undefined;
  return {
    verdict: "failed",
    code: "TargetsUnhealthy",
    message: `All ${running.length} targets are unhealthy, past the grace period of ${graceSeconds} s: ${[...reasons].join()}.`,
  };
}

/** Reasons that may be gone at the next try: networks, registries that are busy. */
function isPassing(reason: string): boolean {
  return /timeout|timed out|deadline exceeded|connection reset|connection refused|\bEOF\b|toomanyrequests|\b429\b|5\d\d (Internal|Bad Gateway|Service|Gateway)|temporary/i.test(
    reason,
  );
}

/** An event as part of a sentence of ours. */
function withoutStop(event: string): string {
  return eventText(event).replace(/\.$/, "");
}

function exitWords(task: TaskSight | undefined): string {
  const container = task?.containers.find(({ exitCode }) => exitCode !== undefined) ?? task?.containers[0];
  if (container?.exitCode === undefined)
    return `because: ${task?.stoppedReason ?? container?.reason ?? "no reason given"}`;
  return `with exit code ${container.exitCode}${container.reason ? ` (${container.reason})` : ""}`;
}
