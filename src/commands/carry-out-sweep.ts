import type { GitHub } from "../github/connection.js";
import type { SweepRequest } from "../inputs/read-sweep.js";
import { ActionError, describeError } from "../lib/errors.js";
import { inTurns } from "../lib/in-turns.js";
import type { Identity } from "../plan/identity.js";
import { stackName, TAG } from "../plan/names.js";
import { type Decision, decideEnvironment, decideLeftover } from "../plan/sweep.js";
import type { ServiceFacts, SweepRules } from "../plan/sweep-facts.js";
import { describeStack } from "../stacks/describe.js";
import { lookAtStack } from "../stacks/list.js";
import type { AskGitHub } from "./ask-github.js";
import { type StandingEnvironment, type StandingLeftover, serviceFacts } from "./inventory.js";
import { removeEnvironment } from "./remove-environment.js";
import { entryOf, LIST, type SweepDecisions, type SweepResult } from "./sweep.js";
import { tellNews } from "./sweep-words.js";
import type { World } from "./world.js";

/** What carrying out a sweep needs beside the decisions. */
export interface SweepTools {
  readonly world: World;
  readonly request: SweepRequest;
  readonly rules: SweepRules;
  readonly ask: AskGitHub;
  readonly github: GitHub | undefined;
}

/**
 * Does what was decided, a few environments at a time. Each is looked at again right before anything happens to it, in AWS
 * and at GitHub: a deploy may have renewed it, somebody may have reopened its pull request. What fails is noted, and the
 * rest goes on.
 */
export async function carryOutSweep(tools: SweepTools, decisions: SweepDecisions, result: SweepResult): Promise<void> {
  const { signal } = tools.world;
  const jobs = [
    ...decisions.environments.map((decision) => ({
      decisions: [decision] as readonly Decision<StandingEnvironment | StandingLeftover>[],
      work: () => onEnvironment(tools, decision),
    })),
    ...byEnvironment(decisions.leftovers).map((group) => ({ decisions: group, work: () => onLeftovers(tools, group) })),
  ];
  for (const { decisions: kept } of jobs.filter((job) => isKept(job.decisions))) result.kept.push(...kept.map(entryOf));
  await inTurns(
    jobs.filter((job) => !isKept(job.decisions)),
    async (job) => {
      try {
        const { list, reason } = await job.work();
        result[list].push(...job.decisions.map((decision) => ({ ...entryOf(decision), ...(reason && { reason }) })));
      } catch (error) {
        signal.throwIfAborted();
        const hint = error instanceof ActionError && error.hint ? ` ${error.hint}` : "";
        const reason = `${describeError(error)}${hint}`;
        result.failed.push(...job.decisions.map((decision) => ({ ...entryOf(decision), reason })));
      }
      return [];
    },
    AT_ONCE,
  );
}

/**
 * How many environments are removed at once. Each asks CloudFormation, ECS and Elastic Load Balancing once or twice a second
 * while it waits, which five of them can do all the time without being throttled.
 */
const AT_ONCE = 5;

/** Where an entry belongs in the end, and why if that is not what was decided. */
interface Outcome {
  readonly list: keyof SweepResult;
  readonly reason?: string;
}

async function onEnvironment(tools: SweepTools, decided: Decision<StandingEnvironment>): Promise<Outcome> {
  const { world, request, rules } = tools;
  const facts = await lookAgain(tools, decided);
  if (!facts) return { list: "removed", reason: `${decided.reason}; somebody else removed it meanwhile` };
  const { identity, subject } = decided;
  const now = decideEnvironment(facts, rules);
  if (!identity || now?.verdict !== decided.verdict)
    return { list: "kept", reason: `not any more: ${now?.reason ?? "it is nobody's"}` };
  const tags = typeof facts.service === "string" ? {} : facts.service.tags;
  const url = subject.stack.outputs.Url;
  switch (decided.verdict) {
    case "remove": {
      const { arn, name } = subject.stack;
      const target = { ...identity, stackArn: arn, stackName: name };
      await removeEnvironment(world, target, { keepLogs: request.keepLogs });
      const reason = `The sweep removed it: ${identity.environment} ${decided.reason}.`;
      await tellNews(world, tools, identity, { state: "removed", reason, url, tags });
      break;
    }
    case "sleep":
      await putToSleep(tools, facts, identity);
      await tellNews(world, tools, identity, {
        state: "asleep",
        reason: ASLEEP(identity.environment, decided.reason),
        url,
        tags,
      });
      break;
    case "mark":
      await tag(tools, facts, { [TAG.orphanedAt]: new Date(rules.now).toISOString() });
      break;
    case "unmark":
      await untag(tools, facts, [TAG.orphanedAt]);
      break;
    case "keep":
      break;
    default:
      decided.verdict satisfies never;
  }
  return { list: LIST[decided.verdict] };
}

const ASLEEP = (environment: string, why: string) =>
  `Put to sleep, since ${why}. Until it is woken it answers 503 to whoever is signed in. The next deploy wakes it, or the sweep action with wake: ${environment}.`;

/** The same environment as it is at this moment; undefined if it is gone. */
async function lookAgain(
  { world, ask }: SweepTools,
  { subject, identity }: Decision<StandingEnvironment>,
): Promise<StandingEnvironment | undefined> {
  const { clients, signal } = world;
  const number = identity?.pullRequest;
  const [stack, pullRequest] = await Promise.all([
    lookAtStack(await clients.cloudFormation(), subject.stack.arn, signal),
    number === undefined ? undefined : ask(number),
  ]);
  if (!stack) return undefined;
  const arn = stack.outputs.ServiceArn;
  const [{ listServices }, ecs] = await Promise.all([import("../service/list.js"), clients.ecs()]);
  const services = arn ? await listServices(ecs, [arn], signal) : new Map();
  // What CloudWatch said is minutes old at any time, so it is not asked again.
  const { isIdle } = subject;
  return {
    stack,
    service: serviceFacts(stack, services),
    ...(pullRequest && { pullRequest }),
    ...(isIdle !== undefined && { isIdle }),
  };
}

/** First the tags that say how many there were, then the count: whoever dies in between has put nothing to sleep. */
async function putToSleep(tools: SweepTools, { stack, service }: StandingEnvironment, { environment }: Identity) {
  const { world, rules } = tools;
  const { desiredCount } = service as ServiceFacts;
  await tag(
    tools,
    { stack },
    {
      [TAG.asleepSince]: new Date(rules.now).toISOString(),
      [TAG.asleepCount]: String(desiredCount),
    },
  );
  const [{ setCount }, ecs] = await Promise.all([import("../service/list.js"), world.clients.ecs()]);
  await setCount(ecs, stack.outputs.ServiceArn ?? "", 0, world.signal);
  world.log.info(`[${environment}] put to sleep: ${desiredCount} tasks until now`);
}

async function tag({ world }: SweepTools, { stack }: Pick<StandingEnvironment, "stack">, tags: Record<string, string>) {
  const [{ tagEcs }, ecs] = await Promise.all([import("../service/list.js"), world.clients.ecs()]);
  await tagEcs(ecs, stack.outputs.ServiceArn ?? "", tags, world.signal);
}

async function untag({ world }: SweepTools, { stack }: StandingEnvironment, keys: readonly string[]) {
  const [{ untagEcs }, ecs] = await Promise.all([import("../service/list.js"), world.clients.ecs()]);
  await untagEcs(ecs, stack.outputs.ServiceArn ?? "", keys, world.signal);
}

/** What is left of one environment: marked, or removed all at once. */
async function onLeftovers(tools: SweepTools, group: readonly Decision<StandingLeftover>[]): Promise<Outcome> {
  const { world, request, rules, ask } = tools;
  const identity = group[0]?.identity;
  if (!identity) throw new Error("A leftover was decided about that is nobody's.");
  const name = stackName("ecs-service", identity);
  const [stack, pullRequest] = await Promise.all([
    describeStack(await world.clients.cloudFormation(), name, world.signal),
    identity.pullRequest === undefined ? undefined : ask(identity.pullRequest),
  ]);
  const standing = new Set(stack && stack.status !== "DELETE_COMPLETE" ? [name] : []);
  const wanted = group.filter(({ verdict }) => verdict !== "keep");
  for (const { subject, verdict } of wanted) {
    const now = decideLeftover({ ...subject, ...(pullRequest && { pullRequest }) }, standing, rules);
    if (now?.verdict !== verdict)
      return { list: "kept", reason: `not any more: ${now?.reason ?? "its stack is back"}` };
  }
  const marks = wanted.filter(({ verdict }) => verdict === "mark");
  for (const { subject } of marks) await markLeftover(tools, subject);
  if (marks.length > 0) return { list: "marked" };
  await removeEnvironment(world, identity, { keepLogs: request.keepLogs });
  return { list: "removed" };
}

async function markLeftover({ world, rules }: SweepTools, { kind, arn }: StandingLeftover): Promise<void> {
  const { clients, signal } = world;
  const value = new Date(rules.now).toISOString();
  switch (kind) {
    case "task definitions": {
      const { tagEcs } = await import("../service/list.js");
      return await tagEcs(await clients.ecs(), arn, { [TAG.orphanedAt]: value }, signal);
    }
    case "log group": {
      const { tagLogGroup } = await import("../service/log-groups.js");
      return await tagLogGroup(await clients.logs(), { arn, key: TAG.orphanedAt, value }, signal);
    }
    case "listener rule": {
      const { tagRule } = await import("../service/rules.js");
      return await tagRule(await clients.loadBalancing(), { arn, key: TAG.orphanedAt, value }, signal);
    }
    default:
      return kind satisfies never;
  }
}

/** What goes or stays together; what is nobody's, each for itself. */
function byEnvironment(leftovers: SweepDecisions["leftovers"]): (readonly Decision<StandingLeftover>[])[] {
  const groups = Map.groupBy(leftovers, ({ identity, subject, verdict }) =>
    identity && verdict !== "keep" ? stackName("ecs-service", identity) : subject,
  );
  return [...groups.values()];
}

function isKept(decisions: readonly Decision[]): boolean {
  return decisions.every(({ verdict }) => verdict === "keep");
}
