import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  paginateListTaskDefinitionFamilies,
  paginateListTaskDefinitions,
} from "@aws-sdk/client-ecs";

/** A revision that is registered, or was and has not been deleted. */
export interface StandingRevision {
  readonly arn: string;
  readonly isActive: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** How many revisions are asked for, or deregistered, at once: ECS takes a burst of some 20 such calls. */
const AT_ONCE = 10;

/** The families whose names begin with `prefix`, whatever has become of their revisions. */
export async function listFamilies(client: ECSClient, prefix: string, signal: AbortSignal): Promise<readonly string[]> {
  const found: string[] = [];
  const pages = paginateListTaskDefinitionFamilies({ client }, { familyPrefix: prefix }, { abortSignal: signal });
  for await (const { families = [] } of pages) found.push(...families);
  return found;
}

/** All revisions of exactly this family, ACTIVE and INACTIVE, with their tags. One that is being deleted is gone. */
export async function standingRevisions(
  client: ECSClient,
  family: string,
  signal: AbortSignal,
): Promise<readonly StandingRevision[]> {
  const listed: { arn: string; isActive: boolean }[] = [];
  for (const status of ["ACTIVE", "INACTIVE"] as const) {
    const pages = paginateListTaskDefinitions({ client }, { familyPrefix: family, status }, { abortSignal: signal });
    // A prefix is not a name: pr-1 is the beginning of pr-12.
    for await (const { taskDefinitionArns = [] } of pages)
      for (const arn of taskDefinitionArns)
        if (arn.split("/").at(-1)?.split(":")[0] === family) listed.push({ arn, isActive: status === "ACTIVE" });
  }
  const described = await inBatches(listed, AT_ONCE, async (revision) => {
    const found = await unlessGone(
      client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision.arn, include: ["TAGS"] }), {
        abortSignal: signal,
      }),
    );
    if (!found || found.taskDefinition?.status === "DELETE_IN_PROGRESS") return [];
    const { tags = [] } = found;
    return [{ ...revision, tags: Object.fromEntries(tags.map(({ key = "", value = "" }) => [key, value])) }];
  });
  return described.flat();
}

/**
 * Deregisters and deletes revisions. ECS deletes what nothing runs any more, and shows it as DELETE_IN_PROGRESS until then.
 *
 * @returns why each one that stays could not be deleted
 */
export async function removeRevisions(
  client: ECSClient,
  revisions: readonly StandingRevision[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  await inBatches(
    revisions.filter(({ isActive }) => isActive),
    AT_ONCE,
    ({ arn }) =>
      unlessGone(client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }), { abortSignal: signal })),
  );
  const problems: string[] = [];
  // DeleteTaskDefinitions takes 10 at a time.
  for (let from = 0; from < revisions.length; from += 10) {
    const taskDefinitions = revisions.slice(from, from + 10).map(({ arn }) => arn);
    const { failures = [] } = await client.send(new DeleteTaskDefinitionsCommand({ taskDefinitions }), {
      abortSignal: signal,
    });
    // What another run has deleted meanwhile is what we wanted.
    for (const { arn = "", reason = "no reason given" } of failures)
      if (!/does not exist|not found/i.test(reason)) problems.push(`${arn.split("/").at(-1)}: ${reason}`);
  }
  return problems;
}

/** Another teardown may be quicker with a revision: ECS has no code of its own for one that it does not know any more. */
async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (
      error instanceof Error &&
      /^(ClientException|InvalidParameterException)$/.test(error.name) &&
      /unable to describe task definition|not found|does not exist|DELETE_IN_PROGRESS/i.test(error.message)
    )
      return undefined;
    throw error;
  }
}

async function inBatches<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size)
    results.push(...(await Promise.all(items.slice(from, from + size).map(work))));
  return results;
}
