import type { Service, Task } from "@aws-sdk/client-ecs";
import { ActionError, type Evidence } from "../lib/errors.js";
import { poll } from "../lib/poll.js";
import { CONTAINER_NAME } from "../plan/names.js";
import { describeService } from "./describe.js";
import { rolloutHint } from "./hints.js";
import { judgeRollout } from "./judge.js";
import { lastLogLines } from "./logs.js";
import type { Rollout, ServiceWorld } from "./rollout.js";
import { eventText, type RolloutSight, rolloutSight, type TaskSight } from "./sight.js";
import { describeTargets, describeTasks } from "./targets.js";

/** How many failed tasks' logs are worth reading: they tend to say the same. */
const LOGS_OF = 2;

/** How many of the service's events go into the evidence. */
const EVENTS = 10;

/**
 * Waits for one deployment, by its id, until it is complete or its failure is clear. Evidence is gathered while
 * waiting: afterwards ECS's own rollback has stopped the tasks, and a stopped task is forgotten within the hour.
 *
 * @param known ids of the service's events that are not news; by default all that are there at the first look
 * @throws ActionError with a RolloutFailure or ServiceGone as its code, a hint, and the evidence
 */
export async function followDeployment(
  world: ServiceWorld,
  rollout: Rollout,
  deployment: string,
  known?: ReadonlySet<string>,
): Promise<void> {
  const { ecs, loadBalancing, log, clock, signal } = world;
  const witness = createWitness(world, rollout, known);
  let first = true;
  await poll(
    async () => {
      const [service, running, targets] = await Promise.all([
        describeService(ecs, { ...rollout, signal }),
        describeTasks(ecs, { ...rollout, deployment, desiredStatus: "RUNNING", signal }),
        describeTargets(loadBalancing, { targetGroupArn: rollout.targetGroupArn, signal }),
      ]);
      if (!service)
        throw new ActionError("ServiceGone", `The service ${rollout.service} was deleted during the rollout.`);
      const stopped = () => describeTasks(ecs, { ...rollout, deployment, desiredStatus: "STOPPED", signal });
      const events = witness.hear(service);
      // Stopped tasks are asked for when there must be one: it is missing, counted as failed, or was replaced by more
      // tasks than were asked for. At the first look of a rollout that was made before nothing is known of that.
      const failed = service.deployments?.find(({ id }) => id === deployment)?.failedTasks ?? 0;
      const displaced = service.deployments?.some(({ status, id }) => status === "PRIMARY" && id !== deployment);
      const replaced = startedTasks(events) > rollout.desiredCount;
      const ask = failed > 0 || displaced || replaced || witness.misses(running) || (first && known === undefined);
      first = false;
      const tasks = ask ? [...running, ...(await stopped())] : running;
      const sight = witness.see(rolloutSight({ service, deployment, tasks, targets, events }));
      const judge = (seen: RolloutSight) =>
        judgeRollout(seen, { deployment, desiredCount: rollout.desiredCount, now: clock.now() });
      const verdict = judge(sight);
      show(world, rollout, sight);
      if (verdict.verdict === "complete") return true;
      if (verdict.verdict === "waiting") return undefined;
      // The events were read before the stopped tasks: the one that says why may have come in between.
      const latest = await describeService(ecs, { ...rollout, signal });
      const again = latest ? judge({ ...sight, events: witness.hear(latest) }) : verdict;
      const judged = again.verdict === "failed" ? again : verdict;
      const { evidence, logLines } = await witness.testify(sight);
      for (const { title, lines } of evidence) {
        log.info(title);
        for (const line of lines) log.info(`    ${line}`);
      }
      const lastWords = logLines.findLast((line) => line.trim() !== "");
      throw new ActionError(
        judged.code,
        `The rollout of ${rollout.taskDefinitionArn.split("/").at(-1)} failed. ${judged.message}${lastWords ? ` Its last log line: ${lastWords.trim()}` : ""}`,
        {
          hint: rolloutHint({ message: judged.message, sight, logLines, ...rollout.symptoms }),
          evidence,
        },
      );
    },
    { clock, signal, least: 1000, most: 1000 },
  );
}

/** How many tasks the service says it has started, in events such as "has started 2 tasks: (task a) (task b)." */
function startedTasks(events: readonly string[]): number {
  const started = events.filter((event) => /has started \d+ tasks/.test(event));
  return started.flatMap((event) => event.match(/\(task [^)]+\)/g) ?? []).length;
}

/** Remembers what ECS forgets: tasks that stopped, the reason their target was unhealthy, what they logged. */
function createWitness({ logs, signal }: ServiceWorld, rollout: Rollout, known?: ReadonlySet<string>) {
  const tasks = new Map<string, TaskSight>();
  const logLines = new Map<string, Promise<readonly string[]>>();
  const heard: string[] = [];
  let heardIds = known && new Set(known);

  const read = (task: string) => {
    const reading = logs().then((client) =>
      lastLogLines(client, { group: rollout.logGroup, container: CONTAINER_NAME, task, signal }),
    );
    // Awaited when there is a failure to explain; until then a broken look at a log is no news.
    reading.catch(() => undefined);
    logLines.set(task, reading);
  };

  return {
    /** Whether a task that ran at the last look is not among these. */
    misses: (running: readonly Task[]) => {
      const ids = new Set(running.map(({ taskArn }) => taskArn?.split("/").at(-1)));
      return [...tasks.values()].some(({ id, stopCode }) => stopCode === undefined && !ids.has(id));
    },
    /** The events since the rollout began, oldest first. */
    hear: ({ events = [] }: Service): readonly string[] => {
      heardIds ??= new Set(events.map(({ id = "" }) => id));
      for (const { id = "", message = "" } of [...events].reverse()) {
        if (heardIds.has(id)) continue;
        heardIds.add(id);
        heard.push(message);
      }
      return heard;
    },
    /** The sight with everything about its tasks that was seen before. */
    see: (sight: RolloutSight): RolloutSight => {
      for (const task of sight.tasks) {
        const before = tasks.get(task.id);
        // A target that is being taken out says nothing of why; what it said before does.
        const target = task.target && task.target.state !== "draining" ? task.target : (before?.target ?? task.target);
        tasks.set(task.id, { ...before, ...task, ...(target && { target }) });
        const over = task.stopCode !== undefined && task.stopCode !== "ServiceSchedulerInitiated";
        if ((over || /failed ELB/.test(task.stoppedReason ?? "")) && !logLines.has(task.id) && logLines.size < LOGS_OF)
          read(task.id);
      }
      // What is gone without having been seen to stop says nothing about how things are now.
      const current = new Set(sight.tasks.map(({ id }) => id));
      return {
        ...sight,
        tasks: [...tasks.values()].filter(({ id, stopCode }) => stopCode !== undefined || current.has(id)),
      };
    },
    testify: async (sight: RolloutSight): Promise<{ evidence: Evidence[]; logLines: string[] }> => {
      // Unhealthy tasks still run: their log is read now, if no other was.
      for (const { id, target } of sight.tasks)
        if (target?.state === "unhealthy" && !logLines.has(id) && logLines.size < LOGS_OF) read(id);
      const lines = await Promise.all([...logLines].map(async ([id, reading]) => [id, await reading] as const));
      const byTask = new Map(lines);
      const told = sight.tasks.filter(
        ({ id, stopCode, target }) => stopCode !== undefined || byTask.has(id) || target?.state === "unhealthy",
      );
      const evidence = told.slice(0, 5).map((task) => taskEvidence(task, byTask.get(task.id) ?? []));
      const events = sight.events.slice(-EVENTS).map(eventText);
      if (events.length > 0) evidence.push({ title: "Events of the service", lines: events });
      return { evidence, logLines: lines.flatMap(([, own]) => own) };
    },
  };
}

function taskEvidence(task: TaskSight, logLines: readonly string[]): Evidence {
  const { target } = task;
  const lines = [
    ...(task.stoppedReason ? [`stopped: ${task.stoppedReason}`] : []),
    ...task.containers.flatMap(({ name, exitCode, reason }) =>
      exitCode === undefined && !reason
        ? []
        : [`container ${name}: ${exitCode === undefined ? "" : `exit code ${exitCode} `}${reason ?? ""}`.trim()],
    ),
    ...(target && target.state !== "healthy"
      ? [
          `target: ${target.state}${target.reason ? `, ${target.reason}` : ""}${target.description ? `: ${target.description}` : ""}`,
        ]
      : []),
    ...(logLines.length > 0 ? ["its last log lines:", ...logLines.map((line) => `| ${line}`)] : []),
  ];
  return { title: `Task ${task.id} (${task.status})`, lines };
}

/** Prints what has changed since the last look. */
function show({ log }: ServiceWorld, { desiredCount }: Rollout, { deployment, tasks, events }: RolloutSight): void {
  for (const event of events) {
    // Two tasks make the same event twice; saying it once is enough.
    const line = eventText(event);
    log.change("ecs", line, `ecs ${line}`);
  }
  if (deployment) {
    const { running, desired, pending, failed, rolloutState } = deployment;
    log.change(
      "rollout",
      `${running} of ${desired} running, ${pending} pending${failed ? `, ${failed} failed` : ""}, ${rolloutState}`,
    );
  }
  for (const { id, stopCode, stoppedReason } of tasks)
    if (stopCode) log.change("task", `${id} stopped: ${stoppedReason}`, `task ${id}`);
  const running = tasks.filter(({ stopCode }) => stopCode === undefined);
  const healthy = running.filter(({ target }) => target?.state === "healthy").length;
  const others = running.flatMap(({ target }) =>
    target && target.state !== "healthy" ? [`${target.state}${target.reason ? ` (${target.reason})` : ""}`] : [],
  );
  const rest = [...new Set(others)].sort().join(", ");
  log.change("targets", `${healthy} of ${desiredCount} healthy${rest ? `, others ${rest}` : ""}`);
}
