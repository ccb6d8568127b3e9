import { failureOf } from "../lib/aws-errors.js";
import { createClients } from "../lib/clients.js";
import { ActionError, InputError, Skipped } from "../lib/errors.js";
import { createLog, type Log } from "../lib/log.js";
import { systemClock } from "../lib/poll.js";
import { createTimeline, type Timeline } from "../lib/timeline.js";
import { annotate, createReport, notice, publish, type Report } from "../report/report.js";
import type { World } from "./world.js";

/**
 * Runs a command as a step of a workflow: builds its world, and turns how it ended into outputs, a summary and the
 * exit code. The one place that catches.
 */
export async function runStep(command: (world: World, report: Report) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const clients = createClients();
  const log = createLog((text) => void process.stdout.write(text));
  const timeline = createTimeline(systemClock);
  const report = createReport();
  // GitHub cancels with SIGINT, 7.5 s later SIGTERM.
  const cancel = () =>
    stop.abort(
      new ActionError("Cancelled", `The run was cancelled. ${pending(timeline.spans, log)}`, {
        hint: "What CloudFormation and ECS have begun goes on in AWS. The next run looks at what is there and goes on from it.",
      }),
    );
  process.once("SIGINT", cancel).once("SIGTERM", cancel);
  let deadline: NodeJS.Timeout | undefined;
  const world: World = {
    env: process.env,
    clients,
    log,
    clock: systemClock,
    timeline,
    signal: stop.signal,
    setDeadline: (minutes) => {
      const reason = () =>
        new ActionError(
          "Timeout",
          `The step did not end within ${minutes} minutes (timeout-minutes). ${pending(timeline.spans, log)}`,
        );
      deadline = setTimeout(() => stop.abort(reason()), minutes * 60_000);
    },
  };
  let failure: ActionError | undefined;
  try {
    await command(world, report);
  } catch (error) {
    failure = failureOf(error, stop.signal);
  } finally {
    clearTimeout(deadline);
    process.off("SIGINT", cancel).off("SIGTERM", cancel);
    clients.close();
  }
  if (failure instanceof Skipped) {
    await notice(log, failure);
    report.skipped = failure;
    report.outputs.set("skipped", failure.message);
    report.outputs.set("changed", "false");
    // Nobody is to be sent where nothing was deployed.
    report.outputs.delete("url");
    failure = undefined;
  } else if (failure) {
    process.exitCode = 1;
    if (failure instanceof InputError)
      for (const { input, message } of failure.problems)
        await annotate(log, { code: "InvalidInput", message: `${input}: ${message}` });
    else await annotate(log, failure);
    report.headline ||= "The deploy failed";
  }
  await publish(report, timeline.spans, failure);
}

/** What was being waited for, each with its last known state. */
function pending(spans: Timeline["spans"], log: Log): string {
  const open = spans.filter(({ end }) => end === undefined);
  const states = open.flatMap(({ section, name }) => {
    if (section === "stacks") return [`stack ${name} (${log.last(name) ?? "begun"})`];
    if (section === "rollout")
      return [`the rollout (${log.last("rollout") ?? "begun"}; targets: ${log.last("targets") ?? "none yet"})`];
    return [name];
  });
  return states.length > 0 ? `Still going on: ${states.join(", ")}.` : "Nothing was going on.";
}
