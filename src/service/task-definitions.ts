import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  paginateListTaskDefinitionFamilies,
  paginateListTaskDefinitions,
} from "@aws-sdk/client-ecs";
import { inTurns } from "../lib/in-turns.js";
import { tagRecord } from "../plan/ownership.js";
import { familyOf } from "./revisions.js";

/** A revision that is registered, or was and has not been deleted. */
export interface StandingRevision {
  readonly arn: string;
  readonly isActive: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** The families whose names begin with `prefix`: those that could be run, or all, whatever has become of their revisions. */
export async function listFamilies(
  client: ECSClient,
  prefix: string,
  signal: AbortSignal,
  status: "ACTIVE" | "ALL" = "ALL",
): Promise<readonly string[]> {
  const found: string[] = [];
  const pages = paginateListTaskDefinitionFamilies(
    { client, pageSize: 100 },
    { familyPrefix: prefix, status },
    { abortSignal: signal },
  );
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
        if (familyOf(arn) === family) listed.push({ arn, isActive: status === "ACTIVE" });
  }
  return await inTurns(listed, async (revision) => {
    const found = await unlessGone(
      client.send(new DescribeTaskDefinitionCommand({ taskDefinition: revision.arn, include: ["TAGS"] }), {
        abortSignal: signal,
      }),
    );
    if (!found || found.taskDefinition?.status === "DELETE_IN_PROGRESS") return [];
    return [{ ...revision, tags: tagRecord(found.tags) }];
  });
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
  await inTurns(
    revisions.filter(({ isActive }) => isActive),
    async ({ arn }) => {
      await unlessGone(
        client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }), { abortSignal: signal }),
      );
      return [];
    },
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
