import type { SweepRequest } from "../inputs/read-sweep.js";
import { ActionError } from "../lib/errors.js";
import { inTurns } from "../lib/in-turns.js";
import { poll } from "../lib/poll.js";
import { prove } from "../plan/identity.js";
import { TAG } from "../plan/names.js";
import { asleepSince } from "../plan/sweep-facts.js";
import type { Report } from "../report/report.js";
import { serviceFacts } from "./inventory.js";
import { tellNews } from "./sweep-words.js";
import { connect } from "./tell-github.js";
import type { World } from "./world.js";

/**
 * Brings an environment back that sleeps, with the number of tasks that it had, in every app of this repository that has
 * one of this name. Waits until they serve.
 *
 * @throws ActionError NoSuchEnvironment, NotWoken
 */
export async function wake(world: World, request: SweepRequest, environment: string, report: Report): Promise<void> {
  const { clients, signal, log } = world;
  report.headline = `${environment} is not awake`;
  report.environment = environment;
  const [{ listStacks }, { listServices }, cloudFormation, ecs] = await Promise.all([
    import("../stacks/list.js"),
    import("../service/list.js"),
    clients.cloudFormation(),
    clients.ecs(),
  ]);
  const ours = (await listStacks(cloudFormation, signal)).flatMap((stack) => {
    const proof = prove(stack.tags, request.repositoryId, (name) => name === stack.name);
    return proof.proof === "ours" && proof.identity.environment === environment
      ? [{ stack, identity: proof.identity }]
      : [];
  });
  if (ours.length === 0)
    throw new ActionError(
      "NoSuchEnvironment",
      `wake: this repository has no environment ${environment} in this account.`,
      {
        hint: "Give the name as the pull request's comment shows it, and credentials for its account and region. One that was removed comes back with its next deploy.",
      },
    );
  const github = await connect(world, { ...request.github, repository: request.repository });
  const services = await listServices(
    ecs,
    ours.flatMap(({ stack }) => stack.outputs.ServiceArn ?? []),
    signal,
  );
  await inTurns(ours, async ({ stack, identity }) => {
    const service = serviceFacts(stack, services);
    const arn = stack.outputs.ServiceArn;
    if (typeof service === "string" || !arn || asleepSince(service) === undefined) {
      report.done.push([stack.name, "does not sleep"]);
      log.info(`[${identity.app}] ${stack.name} does not sleep`);
      return [];
    }
    const count = Number(service.tags[TAG.asleepCount]);
    if (!Number.isInteger(count) || count < 1)
      throw new ActionError("NotWoken", `${stack.name} does not say how many tasks it had (tag ${TAG.asleepCount}).`, {
        hint: "Deploy it: that sets the number of tasks.",
      });
    await world.timeline.measure("rollout", identity.app, () => bringBack(world, { arn, count, stack }));
    report.done.push([stack.name, `awake: ${count} tasks`]);
    const url = stack.outputs.Url;
    if (url) report.url = url;
    const reason = "It was asleep, and is awake again.";
    await tellNews(world, { request, github }, identity, { state: "deployed", reason, url, tags: service.tags });
    return [];
  });
  report.headline = `${environment} is awake`;
}

/** The count first, then the tags: whoever dies in between is done by the next run, which finds it awake or asleep. */
async function bringBack(
  { clients, signal, clock, log }: World,
  {
    arn,
    count,
    stack,
  }: { arn: string; count: number; stack: { name: string; outputs: Readonly<Record<string, string>> } },
): Promise<void> {
  const [{ listServices, setCount, tagEcs, untagEcs }, { describeTargets }, ecs, loadBalancing] = await Promise.all([
    import("../service/list.js"),
    import("../service/targets.js"),
    clients.ecs(),
    clients.loadBalancing(),
  ]);
  await tagEcs(ecs, arn, { [TAG.wokenAt]: new Date(clock.now()).toISOString() }, signal);
  await setCount(ecs, arn, count, signal);
  const targetGroupArn = stack.outputs.TargetGroupArn ?? "";
  await poll(
    async () => {
      const [services, targets] = await Promise.all([
        listServices(ecs, [arn], signal),
        describeTargets(loadBalancing, { targetGroupArn, signal }),
      ]);
      const service = services.get(arn);
      const running = typeof service === "object" ? service.runningCount : 0;
      const healthy = [...targets.values()].filter(({ TargetHealth }) => TargetHealth?.State === "healthy").length;
      log.change(
        "rollout",
        `${stack.name}: ${running} of ${count} tasks run, ${healthy} targets are healthy`,
        stack.name,
      );
      return running >= count && healthy >= count ? true : undefined;
    },
    { clock, signal },
  );
  await untagEcs(ecs, arn, [TAG.asleepSince, TAG.asleepCount], signal);
}
