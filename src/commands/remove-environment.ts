import { ActionError } from "../lib/errors.js";
import { poll } from "../lib/poll.js";
import { stackName, TAG } from "../plan/names.js";
import { type EnvironmentIdentity, tagRecord, whyNotOurs } from "../plan/ownership.js";
import type { StackState } from "../plan/stacks.js";
import { protectedError, removeStack } from "../stacks/delete.js";
import { describeStack } from "../stacks/describe.js";
import { present, stackResources } from "../stacks/resources.js";
import { listGroups, listRevisions, removeFamily, removeLogGroups } from "./remove-leftovers.js";
import { type CertificateRecords, recordsOf, removeRecords, standingRecords } from "./remove-records.js";
import type { World } from "./world.js";

/** Which environment has to go. A stack that is known may be given by its ARN or name; else both follow from the rest. */
export interface RemovalTarget extends EnvironmentIdentity {
  readonly stackArn?: string;
  readonly stackName?: string;
}

export interface Removal {
  readonly outcome: "removed" | "already gone";
  /** What went, and what stays on purpose: a line each. */
  readonly lines: string[];
  /** The pull request whose preview it was, and the commit that it showed, where something still said so. */
  readonly pullRequest?: number;
  readonly commit?: string;
}

/**
 * Removes one environment and everything that was made for it: out of the routing first, then the service's tasks, the
 * stack, and what no stack owns (revisions, log groups, the certificate's validation record). Nothing is touched that
 * does not carry the environment's full set of tags. Running it again goes on where another run has stopped.
 *
 * @returns `removed` only after having looked at all of it again
 * @throws ActionError NotOurs or StackProtected (nothing was touched), StackLeft, NotRemoved with what is left and why,
 *   DeployedAgain
 */
export async function removeEnvironment(
  world: World,
  target: RemovalTarget,
  { keepLogs }: { keepLogs: boolean },
): Promise<Removal> {
  const found = await observeEnvironment(world, target);
  const lines: string[] = [];
  const log = (line: string) => {
    lines.push(line);
    world.log.info(`[${target.environment}] ${STAYS.test(line) ? "" : "gone: "}${line}`);
  };
  // Out of the routing at once; the rest is slower.
  for (const line of await removeRules(world, target, found)) log(line);
  let records: CertificateRecords = { go: [], stay: [] };
  if (found.stack) {
    const { arn } = found.stack;
    const removed = await deleteEnvironmentStack(world, target, found, arn, {
      onLine: log,
      onRecords: (known) => {
        records = known;
      },
    });
    if (removed) log(`stack ${found.name}`);
  }
  await refuseIfBack(world, found);
  const left: string[] = [];
  // A creation that was under way may have put them in after we had taken them out.
  for (const line of await removeRecords(world, records.go)) log(line);
  const [revisions, logGroups] = await Promise.all([listRevisions(world, found.name), listGroups(world, found.name)]);
  left.push(...(await removeFamily(world, target, revisions, log)));
  left.push(...(await removeLogGroups(world, target, logGroups, keepLogs, log)));
  left.push(...(await provenGone(world, () => lookAgain(world, target, found, records, keepLogs))));
  for (const { record, why } of records.stay) log(`stays: validation record ${record.name}, since ${why}`);
  if (left.length > 0)
    throw new ActionError(
      "NotRemoved",
      `The environment ${target.environment} of ${target.app} is not gone altogether. Left: ${[...new Set(left)].join("; ")}.`,
      { hint: LEFT_HINT },
    );
  const { pullRequest, commit } = found;
  return {
    outcome: lines.some((line) => !STAYS.test(line)) ? "removed" : "already gone",
    lines,
    ...(pullRequest !== undefined && { pullRequest }),
    ...(commit !== undefined && { commit }),
  };
}

/** What a line about something begins with that was left on purpose. */
const STAYS = /^stays: /;

const LEFT_HINT =
  "What carries other tags is not touched: delete it by hand if nothing needs it, or give it the environment's tags. Then run the teardown again.";

/** What stands of an environment. */
export interface StandingEnvironment {
  readonly name: string;
  /** Absent: there is none, or it has been deleted. */
  readonly stack?: StackState;
  readonly service?: { readonly cluster: string; readonly service: string };
  readonly rules: readonly string[];
  readonly listenerArn?: string;
  readonly pullRequest?: number;
  readonly commit?: string;
}

/**
 * Looks at an environment, and whether what stands is known to be it. Reads only.
 *
 * @throws ActionError NotOurs, StackProtected
 */
export async function observeEnvironment(world: World, target: RemovalTarget): Promise<StandingEnvironment> {
  const name = target.stackName ?? stackName("ecs-service", target);
  const client = await world.clients.cloudFormation();
  const [stack, platform] = await Promise.all([
    describeStack(client, target.stackArn ?? name, world.signal),
    describeStack(client, stackName("alb", target), world.signal),
  ]);
  const standing = stack && stack.status !== "DELETE_COMPLETE" ? stack : undefined;
  if (standing) refuseForeign(`The stack ${name}`, whyNotOurs(standing.tags, target));
  if (standing?.isProtected) throw protectedError(name, target.environment);
  const listenerArn =
    standing?.parameters.HttpsListenerArn ??
    (platform?.tags[TAG.domain] === target.domain ? platform.outputs.HttpsListenerArn : undefined);
  const [service, rules] = await Promise.all([
    standing && findService(world, target, standing),
    listenerArn ? ownRules(world, target, listenerArn) : [],
  ]);
  const pullRequest = standing?.tags[TAG.pullRequest];
  return {
    name,
    ...(standing && { stack: standing }),
    ...(service && { service }),
    ...(service?.commit && { commit: service.commit }),
    ...(pullRequest && { pullRequest: Number(pullRequest) }),
    ...(listenerArn && { listenerArn }),
    rules,
  };
}

function refuseForeign(what: string, why: string | undefined): void {
  if (why === undefined) return;
  throw new ActionError("NotOurs", `${what} is not known to be this environment's: ${why}. Nothing was touched.`, {
    hint: "Give the domain, app and environment with which it was deployed, in the repository that deployed it. What this action did not make has to be removed by hand.",
  });
}

/** The stack's service, if it is there and carries the same tags. */
async function findService(world: World, target: RemovalTarget, stack: StackState) {
  const resources = present(await stackResources(await world.clients.cloudFormation(), stack.arn, world.signal));
  const arn = resources.find(({ type }) => type === "AWS::ECS::Service")?.physicalId;
  if (!arn) return undefined;
  const { lookAt, serviceOf } = await import("../service/drain.js");
  const names = serviceOf(arn);
  if (!names) return undefined;
  const found = await lookAt({ ecs: await world.clients.ecs(), signal: world.signal }, names.cluster, names.service);
  if (!found) return undefined;
  const tags = tagRecord(found.tags);
  refuseForeign(`The service ${names.service}`, whyNotOurs(tags, target));
  return { ...names, commit: tags[TAG.commit] };
}

async function ownRules(world: World, target: RemovalTarget, listenerArn: string): Promise<string[]> {
  const [{ taggedRules }, client] = await Promise.all([import("../service/rules.js"), world.clients.loadBalancing()]);
  const rules = await taggedRules(client, listenerArn, world.signal);
  // Whatever else is on the listener is somebody else's, and none of our business.
  return rules.filter(({ tags }) => whyNotOurs(tags, target) === undefined).map(({ arn }) => arn);
}

async function removeRules(world: World, target: RemovalTarget, { rules }: Pick<StandingEnvironment, "rules">) {
  if (rules.length === 0) return [];
  const [{ deleteRule }, client] = await Promise.all([import("../service/rules.js"), world.clients.loadBalancing()]);
  await world.timeline.measure("removal", `rules of ${target.environment}`, () =>
    Promise.all(rules.map((arn) => deleteRule(client, arn, world.signal))),
  );
  return [`${rules.length} listener ${rules.length === 1 ? "rule" : "rules"}`];
}

/** @returns whether there was a stack to delete */
async function deleteEnvironmentStack(
  world: World,
  target: RemovalTarget,
  { name }: StandingEnvironment,
  arn: string,
  { onLine, onRecords }: { onLine: (line: string) => void; onRecords: (records: CertificateRecords) => void },
): Promise<boolean> {
  const client = await world.clients.cloudFormation();
  const label = target.environment;
  return await world.timeline.measure("stacks", label, () =>
    removeStack(
      { client, ec2: world.clients.ec2, log: world.log, clock: world.clock, signal: world.signal },
      {
        arn,
        name,
        label,
        before: async (state) => {
          // What an update or a creation has made since we looked first is looked at again.
          refuseForeign(`The stack ${name}`, whyNotOurs(state.tags, target));
          const resources = present(await stackResources(client, arn, world.signal));
          const listenerArn = state.parameters.HttpsListenerArn;
          const [records, service, rules] = await Promise.all([
            recordsOf(world, state, resources),
            findService(world, target, state),
            listenerArn ? ownRules(world, target, listenerArn) : [],
          ]);
          onRecords(records);
          for (const line of await removeRules(world, target, { rules })) onLine(line);
          if (service) {
            const { drainService } = await import("../service/drain.js");
            const ecs = await world.clients.ecs();
            const tasks = await world.timeline.measure("removal", `tasks of ${label}`, () =>
              drainService({ ...world, ecs }, { ...service, label }),
            );
            if (tasks > 0) onLine(`${tasks} ${tasks === 1 ? "task" : "tasks"} of the service ${service.service}`);
          }
          for (const line of await removeRecords(world, records.go)) onLine(line);
        },
      },
    ),
  );
}

/** What has its name by now is another stack's: its revisions and logs are not ours to remove. */
async function refuseIfBack(world: World, { name, stack }: StandingEnvironment): Promise<void> {
  const now = await describeStack(await world.clients.cloudFormation(), name, world.signal);
  if (!now || now.status === "DELETE_COMPLETE") return;
  throw new ActionError(
    "DeployedAgain",
    `The stack ${name} ${stack ? "was removed, and has been created again meanwhile" : "was created meanwhile"} (${now.status}).`,
    { hint: "A deploy has brought the environment back. If it should be gone, run the teardown again." },
  );
}

/** How long what was deleted may still be shown, in milliseconds: ECS and CloudWatch Logs are a moment behind. */
const LAG_MS = 30_000;

/** Looks until nothing is left, or for as long as AWS may be behind. @returns what is left then */
async function provenGone(world: World, look: () => Promise<string[]>): Promise<string[]> {
  const until = world.clock.now() + LAG_MS;
  return await poll(async () => {
    const left = await look();
    return left.length === 0 || world.clock.now() >= until ? left : undefined;
  }, world);
}

/** A second look at everything, since nothing is said to be gone that was only asked to go. @returns what still stands */
async function lookAgain(
  world: World,
  target: RemovalTarget,
  { name, stack, service, listenerArn }: StandingEnvironment,
  records: CertificateRecords,
  keepLogs: boolean,
): Promise<string[]> {
  const client = await world.clients.cloudFormation();
  const [state, found, rules, revisions, groups, standing] = await Promise.all([
    stack && describeStack(client, stack.arn, world.signal),
    service && stillThere(world, service),
    listenerArn ? ownRules(world, target, listenerArn) : [],
    listRevisions(world, name),
    listGroups(world, name),
    standingRecords(world, records.go),
  ]);
  const isOurs = (tags: Readonly<Record<string, string>>) => whyNotOurs(tags, target) === undefined;
  return [
    ...(state && state.status !== "DELETE_COMPLETE" ? [`stack ${name} (${state.status})`] : []),
    ...(found ? [`service ${service?.service} (${found})`] : []),
    ...rules.map((arn) => `listener rule ${arn}`),
    ...revisions.filter(({ tags }) => isOurs(tags)).map(({ arn }) => `task definition ${arn.split("/").at(-1)}`),
    ...groups
      .filter(({ tags }) => isOurs(tags) && !keepLogs && tags[TAG.kept] === undefined)
      .map((group) => `log group ${group.name}`),
    ...standing.map((record) => `validation record ${record.name}`),
  ];
}

async function stillThere(world: World, { cluster, service }: { cluster: string; service: string }) {
  const { lookAt } = await import("../service/drain.js");
  const found = await lookAt({ ecs: await world.clients.ecs(), signal: world.signal }, cluster, service);
  return found && (found.status ?? "ACTIVE");
}
