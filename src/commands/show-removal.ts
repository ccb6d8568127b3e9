import type { TeardownRequest } from "../inputs/read-teardown.js";
import { PLATFORM_STACKS, TAG } from "../plan/names.js";
import { whyNotOurs } from "../plan/ownership.js";
import type { Report } from "../report/report.js";
import { present, stackResources } from "../stacks/resources.js";
import { observeEnvironment, type RemovalTarget } from "./remove-environment.js";
import { listGroups, listRevisions } from "./remove-leftovers.js";
import { type CertificateRecords, recordsOf } from "./remove-records.js";
import type { World } from "./world.js";

type Row = readonly [environment: string, what: string, name: string, fate: string];

/**
 * A table of what a teardown would remove and what it would leave. Reads only.
 *
 * @throws ActionError for what the teardown itself would refuse
 */
export async function showRemoval(world: World, request: TeardownRequest, report: Report): Promise<void> {
  const rows: Row[] = [];
  const { environment, platform, keepLogs } = request;
  const targets: RemovalTarget[] = environment ? [{ ...request, environment }] : [];
  if (platform) {
    const { observePlatform, targetsOf } = await import("./remove-platform.js");
    const found = await observePlatform(world, request);
    targets.push(...(await targetsOf(world, request, found)));
    for (const id of [...PLATFORM_STACKS].reverse()) {
      const stack = found.platform.get(id);
      if (!stack) continue;
      rows.push(["platform", "stack", stack.name, "goes"]);
      if (id !== "alb") continue;
      const client = await world.clients.cloudFormation();
      const resources = present(await stackResources(client, stack.state.arn, world.signal));
      rows.push(...recordRows("platform", await recordsOf(world, stack.state, resources)));
    }
  }
  const environments = await Promise.all(targets.map((target) => environmentRows(world, target, keepLogs)));
  const all = [...environments.flat(), ...rows];
  report.tables.push({
    title: "What would go",
    columns: ["environment", "what", "name", ""],
    rows: all.length > 0 ? all : [[environment ?? "platform", "nothing stands", "", ""]],
  });
  for (const [of, what, name, fate] of all) world.log.info(`Dry run: [${of}] ${what} ${name}: ${fate}`);
  if (all.length === 0) world.log.info("Dry run: nothing stands that would have to go.");
}

async function environmentRows(world: World, target: RemovalTarget, keepLogs: boolean): Promise<Row[]> {
  const { environment } = target;
  const found = await observeEnvironment(world, target);
  const { stack, service, rules, name } = found;
  const client = await world.clients.cloudFormation();
  const [resources, revisions, groups] = await Promise.all([
    stack ? stackResources(client, stack.arn, world.signal) : [],
    listRevisions(world, name),
    listGroups(world, name),
  ]);
  const records = stack ? await recordsOf(world, stack, present(resources)) : { go: [], stay: [] };
  const fate = (tags: Readonly<Record<string, string>>) => {
    const why = whyNotOurs(tags, target);
    return why === undefined ? "goes" : `stays, and the teardown is red: ${why}`;
  };
  return [
    ...rules.map((arn): Row => [environment, "listener rule", arn, "goes"]),
    ...(service ? [[environment, "service with its tasks", service.service, "goes"] satisfies Row] : []),
    ...(stack ? [[environment, "stack", name, `goes (${stack.status})`] satisfies Row] : []),
    ...revisions.map(
      ({ arn, tags }): Row => [environment, "task definition", arn.split("/").at(-1) ?? arn, fate(tags)],
    ),
    ...groups.map(
      (group): Row => [
        environment,
        "log group",
        group.name,
        (keepLogs || group.tags[TAG.kept]) && whyNotOurs(group.tags, target) === undefined
          ? "stays (keep-logs)"
          : fate(group.tags),
      ],
    ),
    ...recordRows(environment, records),
  ];
}

function recordRows(of: string, { go, stay }: CertificateRecords): Row[] {
  return [
    ...go.map((record): Row => [of, "validation record", record.name, "goes"]),
    ...stay.map(({ record, why }): Row => [of, "validation record", record.name, `stays: ${why}`]),
  ];
}
