import { environmentPrefix, stackName, TAG } from "../plan/names.js";
import { type EnvironmentIdentity, whyNotOurs } from "../plan/ownership.js";
import type { LogGroup } from "../service/log-groups.js";
import type { StandingRevision } from "../service/task-definitions.js";
import type { World } from "./world.js";

/**
 * The repository's environments on a platform whose stacks are gone, and that have left revisions or logs behind: a
 * teardown that was killed, or a stack that was deleted by hand. Logs that were kept on purpose are none.
 *
 * @param standing names of stacks: what belongs to them is not left behind
 */
export async function leftoverEnvironments(
  world: World,
  { domain, repositoryId }: Pick<EnvironmentIdentity, "domain" | "repositoryId">,
  standing: ReadonlySet<string>,
): Promise<readonly (EnvironmentIdentity & { readonly stackName: string })[]> {
  const [{ listFamilies, standingRevisions }, { listLogGroups }, ecs, logs] = await Promise.all([
    import("../service/task-definitions.js"),
    import("../service/log-groups.js"),
    world.clients.ecs(),
    world.clients.logs(),
  ]);
  const prefix = environmentPrefix(domain);
  const [families, groups] = await Promise.all([
    listFamilies(ecs, prefix, world.signal),
    listLogGroups(logs, prefix, world.signal),
  ]);
  const revisions: StandingRevision[] = [];
  for (const family of families)
    if (!standing.has(family)) revisions.push(...(await standingRevisions(ecs, family, world.signal)));
  const found = new Map<string, EnvironmentIdentity & { stackName: string }>();
  const note = (tags: Readonly<Record<string, string>>, belongs: (stack: string) => boolean) => {
    const [app = "", environment = ""] = [tags[TAG.app], tags[TAG.environment]];
    const identity = { domain, app, environment, repositoryId };
    const name = stackName("ecs-service", identity);
    if (whyNotOurs(tags, identity) === undefined && belongs(name) && !standing.has(name))
      found.set(name, { ...identity, stackName: name });
  };
  for (const { arn, tags } of revisions) note(tags, (stack) => arn.split("/").at(-1)?.split(":")[0] === stack);
  for (const { name, tags } of groups)
    if (tags[TAG.kept] === undefined) note(tags, (stack) => name.startsWith(`${stack}-LogGroup-`));
  return [...found.values()];
}

/** The revisions of exactly this family. */
export async function listRevisions(world: World, family: string): Promise<readonly StandingRevision[]> {
  const [{ standingRevisions }, ecs] = await Promise.all([
    import("../service/task-definitions.js"),
    world.clients.ecs(),
  ]);
  return await standingRevisions(ecs, family, world.signal);
}

/** CloudFormation names a log group after its stack and its logical id. */
export async function listGroups(world: World, stack: string): Promise<readonly LogGroup[]> {
  const [{ listLogGroups }, logs] = await Promise.all([import("../service/log-groups.js"), world.clients.logs()]);
  return await listLogGroups(logs, `${stack}-LogGroup-`, world.signal);
}

/**
 * Deregisters and deletes those revisions that carry the environment's tags.
 *
 * @returns what is left of the family, and why
 */
export async function removeFamily(
  world: World,
  target: EnvironmentIdentity,
  revisions: readonly StandingRevision[],
  onLine: (line: string) => void,
): Promise<string[]> {
  if (revisions.length === 0) return [];
  const judged = revisions.map((revision) => ({ revision, why: whyNotOurs(revision.tags, target) }));
  const ours = judged.filter(({ why }) => why === undefined).map(({ revision }) => revision);
  const [{ removeRevisions }, ecs] = await Promise.all([import("../service/task-definitions.js"), world.clients.ecs()]);
  const problems = await world.timeline.measure("removal", `task definitions of ${target.environment}`, () =>
    removeRevisions(ecs, ours, world.signal),
  );
  const gone = ours.length - problems.length;
  if (gone > 0) onLine(`${gone} task definition ${gone === 1 ? "revision" : "revisions"}`);
  return [
    ...problems.map((problem) => `task definition ${problem}`),
    ...judged.flatMap(({ revision, why }) =>
      why === undefined ? [] : [`task definition ${revision.arn.split("/").at(-1)}: ${why}`],
    ),
  ];
}

/**
 * Deletes those log groups that carry the environment's tags, or marks them as kept.
 *
 * @returns what is left of the log groups, and why
 */
export async function removeLogGroups(
  world: World,
  target: EnvironmentIdentity,
  groups: readonly LogGroup[],
  keepLogs: boolean,
  onLine: (line: string) => void,
): Promise<string[]> {
  if (groups.length === 0) return [];
  const { deleteLogGroup, tagLogGroup } = await import("../service/log-groups.js");
  const logs = await world.clients.logs();
  const left: string[] = [];
  for (const { name, arn, tags } of groups) {
    const why = whyNotOurs(tags, target);
    const wasKept = tags[TAG.kept] !== undefined;
    if (why !== undefined) left.push(`log group ${name}: ${why}`);
    else if (keepLogs || wasKept) {
      // The tag keeps every later teardown and sweep from deleting it.
      if (!wasKept)
        await tagLogGroup(logs, { arn, key: TAG.kept, value: new Date(world.clock.now()).toISOString() }, world.signal);
      onLine(
        `stays: log group ${name} (${keepLogs ? "keep-logs" : "kept by an earlier teardown"}); when nobody needs it any more: aws logs delete-log-group --log-group-name ${name}`,
      );
    } else {
      await deleteLogGroup(logs, name, world.signal);
      onLine(`log group ${name}`);
    }
  }
  return left;
}
