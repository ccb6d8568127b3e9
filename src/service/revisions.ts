import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  ListTaskDefinitionsCommand,
} from "@aws-sdk/client-ecs";

/** How many revisions of an environment stay registered, to go back to by hand. */
const KEPT = 10;

/**
 * Deregisters the revisions of a family beyond the newest ten, if this action registered them.
 *
 * @param current the ARN of the revision that runs; its number tells whether there can be anything to do
 * @param mark a tag that the action puts on each revision: the stack's own bootstrap revision is without it
 * @returns how many were deregistered
 */
export async function retireRevisions(
  client: ECSClient,
  { current, mark, signal }: { current: string; mark: string; signal: AbortSignal },
): Promise<number> {
  const [family = "", number = "0"] = (current.split("/").at(-1) ?? "").split(":");
  if (Number(number) <= KEPT) return 0;
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListTaskDefinitionsCommand({ familyPrefix: family, status: "ACTIVE", sort: "DESC", nextToken }),
      { abortSignal: signal },
    );
    arns.push(...(page.taskDefinitionArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  // A prefix is not a name: pr-1 is the beginning of pr-12.
  const own = arns.filter((arn) => familyOf(arn) === family && arn !== current);
  const retired = await Promise.all(
    own.slice(KEPT - 1).map(async (taskDefinition) => {
      const { tags } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ["TAGS"] }), {
        abortSignal: signal,
      });
      if (!tags?.some(({ key }) => key === mark)) return 0;
      await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition }), { abortSignal: signal });
      return 1;
    }),
  );
  return retired.reduce<number>((sum, one) => sum + one, 0);
}

export async function revisionTags(
  client: ECSClient,
  arn: string,
  signal: AbortSignal,
): Promise<{ key: string; value: string }[]> {
  return (await describeRevision(client, arn, signal)).tags;
}

/** How many of the newest revisions are looked at: who looks for one has seen it come and go a moment ago. */
const LOOKED_AT = 10;

/**
 * The newest revision with a tag, among the newest ten of a family.
 *
 * @param of the ARN of any revision of the family
 */
export async function findRevision(
  client: ECSClient,
  { of, tag, signal }: { of: string; tag: { key: string; value: string }; signal: AbortSignal },
) {
  const family = familyOf(of);
  const { taskDefinitionArns = [] } = await client.send(
    new ListTaskDefinitionsCommand({ familyPrefix: family, status: "ACTIVE", sort: "DESC", maxResults: LOOKED_AT }),
    { abortSignal: signal },
  );
  // A prefix is not a name: pr-1 is the beginning of pr-12.
  const own = taskDefinitionArns.filter((arn) => familyOf(arn) === family);
  const revisions = await Promise.all(own.map((arn) => describeRevision(client, arn, signal)));
  return revisions.find(({ tags }) => tags.some(({ key, value }) => key === tag.key && value === tag.value));
}

async function describeRevision(client: ECSClient, arn: string, signal: AbortSignal) {
  const { tags = [], taskDefinition } = await client.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ["TAGS"] }),
    { abortSignal: signal },
  );
  return {
    arn,
    tags: tags.map(({ key = "", value = "" }) => ({ key, value })),
    containerPort: taskDefinition?.containerDefinitions?.[0]?.portMappings?.[0]?.containerPort,
  };
}

/** The family in a revision's ARN. */
export function familyOf(arn: string): string | undefined {
  return arn.split("/").at(-1)?.split(":")[0];
}
