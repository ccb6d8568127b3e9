import { describeError } from "../lib/errors.js";
import { inTurns } from "../lib/in-turns.js";
import { looksLikeEnvironment, prove } from "../plan/identity.js";
import type { EnvironmentFacts, LeftoverFacts, ServiceFacts, Tags } from "../plan/sweep-facts.js";
import type { ListedService } from "../service/list.js";
import { type ListedStack, listStacks } from "../stacks/list.js";
import type { World } from "./world.js";

/** What stands in the account, before GitHub is asked about any of it. */
export interface Inventory {
  /** How many stacks there are, whosever. */
  readonly stackCount: number;
  readonly environments: readonly StandingEnvironment[];
  readonly leftovers: readonly StandingLeftover[];
  /** What could not be looked at, and why. Nothing of that kind is removed. */
  readonly problems: readonly string[];
}

/** Every stack that looks like an environment, ours or not. */
export interface StandingEnvironment extends EnvironmentFacts {
  readonly stack: ListedStack;
}

export interface StandingLeftover extends LeftoverFacts {
  /** What a tag is put on. */
  readonly arn: string;
}

/** All stacks of platforms and environments begin so (plan/names.ts). It narrows what is looked at, and proves nothing. */
const PREFIX = "ecs-cognito-";

/**
 * Looks at the whole account, with few calls: all stacks by the page, the services of our environments ten at a time, and
 * of the rest only what no standing stack accounts for. Reads only.
 *
 * @throws what DescribeStacks throws: without all stacks nothing is known
 */
export async function takeInventory(world: World, repositoryId: string): Promise<Inventory> {
  const { clients, signal } = world;
  const problems: string[] = [];
  const orNone = async <T>(what: string, work: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      problems.push(`${what} could not be looked at: ${describeError(error)}`);
      return [];
    }
  };
  // Before the stacks, so that whatever is found has its stack among them, unless that has gone.
  const [families, groups] = await Promise.all([
    orNone("Task definitions", async () => {
      const [{ listFamilies }, ecs] = await Promise.all([import("../service/task-definitions.js"), clients.ecs()]);
      return await listFamilies(ecs, PREFIX, signal, "ACTIVE");
    }),
    orNone("Log groups", async () => {
      const [{ nameLogGroups }, logs] = await Promise.all([import("../service/log-groups.js"), clients.logs()]);
      return await nameLogGroups(logs, PREFIX, signal);
    }),
  ]);
  const stacks = await listStacks(await clients.cloudFormation(), signal, (count) =>
    world.log.change("inventory", `${count} stacks`),
  );
  const names = new Set(stacks.map(({ name }) => name));
  const [environments, ...leftovers] = await Promise.all([
    lookAtServices(world, stacks, repositoryId, problems),
    orNone("Task definitions", () => orphanFamilies(world, families, names)),
    orNone("Log groups", () => orphanLogGroups(world, groups, names)),
    orNone("Listener rules", () => orphanRules(world, stacks)),
  ]);
  return { stackCount: stacks.length, environments, leftovers: leftovers.flat(), problems };
}

/** The services of our environments; those of others are none of our business. */
async function lookAtServices(
  world: World,
  stacks: readonly ListedStack[],
  repositoryId: string,
  problems: string[],
): Promise<StandingEnvironment[]> {
  const { clients, signal } = world;
  const candidates = stacks.filter(
    ({ name, tags }) => looksLikeEnvironment(name) || prove(tags, repositoryId, () => true).proof !== "none",
  );
  const services = new Map<string, ListedService | "unknown">();
  const look = async (isPreview: boolean, onError: (error: unknown) => void) => {
    const arns = candidates.flatMap(({ tags, name, outputs }) => {
      const proof = prove(tags, repositoryId, (expected) => expected === name);
      if (proof.proof !== "ours" || (proof.identity.pullRequest !== undefined) !== isPreview) return [];
      // Nothing becomes of it, whatever it runs.
      return proof.identity.environment === "production" ? [] : (outputs.ServiceArn ?? []);
    });
    if (arns.length === 0) return;
    const [{ listServices }, ecs] = await Promise.all([import("../service/list.js"), clients.ecs()]);
    for (const [arn, service] of await listServices(ecs, arns, signal, onError)) services.set(arn, service);
  };
  await Promise.all([
    look(true, (error) => problems.push(`Services could not be looked at: ${describeError(error)}`)),
    // A role for previews alone may not look at any other environment, which is no fault: it may not remove it either.
    look(false, (error) => world.log.info(`Environments without a pull request stay: ${describeError(error)}`)),
  ]);
  return candidates.map((stack) => ({ stack, service: serviceFacts(stack, services) }));
}

/** The service of a stack, out of those that were looked at. */
export function serviceFacts(
  { outputs, parameters }: ListedStack,
  services: ReadonlyMap<string, ListedService | "unknown">,
): ServiceFacts | "none" | "unknown" {
  // A stack that never stood has no outputs, and no rollout has ever begun in it.
  if (!outputs.ServiceArn) return "none";
  const service = services.get(outputs.ServiceArn);
  if (service === "unknown") return service;
  return service ? { ...service, autoscales: Number(parameters.MaxCapacity ?? 0) > 0 } : "none";
}

async function orphanFamilies({ clients, signal }: World, families: readonly string[], stacks: ReadonlySet<string>) {
  const orphans = families.filter((family) => looksLikeEnvironment(family) && !stacks.has(family));
  if (orphans.length === 0) return [];
  const [{ newestRevision }, ecs] = await Promise.all([import("../service/list.js"), clients.ecs()]);
  return await inTurns(orphans, async (name): Promise<StandingLeftover[]> => {
    const revision = await newestRevision(ecs, name, signal);
    return revision ? [{ kind: "task definitions", name, ...revision }] : [];
  });
}

async function orphanLogGroups(
  { clients, signal }: World,
  groups: readonly { name: string; arn: string }[],
  stacks: ReadonlySet<string>,
): Promise<StandingLeftover[]> {
  const orphans = groups.filter(({ name }) => {
    const stack = name.match(/^(.*)-LogGroup-[A-Za-z0-9]+$/)?.[1];
    return stack !== undefined && looksLikeEnvironment(stack) && !stacks.has(stack);
  });
  if (orphans.length === 0) return [];
  const [{ tagsOfLogGroups }, logs] = await Promise.all([import("../service/log-groups.js"), clients.logs()]);
  return await inTurns(orphans, async (group) =>
    (await tagsOfLogGroups(logs, [group], signal)).map((tagged) => ({ kind: "log group" as const, ...tagged })),
  );
}

/** Rules of our platforms' listeners for hosts that no standing environment has. */
async function orphanRules({ clients, signal }: World, stacks: readonly ListedStack[]): Promise<StandingLeftover[]> {
  const listeners = [...new Set(stacks.filter(isPlatform).flatMap(({ outputs }) => outputs.HttpsListenerArn ?? []))];
  if (listeners.length === 0) return [];
  const hosts = new Set(stacks.flatMap(({ parameters }) => parameters.Host?.toLowerCase() ?? []));
  const [{ listRules, tagsOfRules }, client] = await Promise.all([
    import("../service/rules.js"),
    clients.loadBalancing(),
  ]);
  const found = await inTurns(listeners, async (listener) => {
    const orphans = (await listRules(client, listener, signal)).filter(({ IsDefault, Conditions = [] }) => {
      if (IsDefault) return false;
      const values = Conditions.flatMap((condition) => condition.HostHeaderConfig?.Values ?? condition.Values ?? []);
      return !values.some((host) => hosts.has(host.toLowerCase()));
    });
    return await tagsOfRules(client, orphans, signal);
  });
  return found.map(({ arn, tags }) => ({ kind: "listener rule", name: arn, arn, tags }));
}

function isPlatform({ name, tags }: { name: string; tags: Tags }): boolean {
  return name.startsWith(PREFIX) && Object.keys(tags).some((key) => key.startsWith("ecs-cognito-deploy:"));
}
