import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  type Service,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { tagRecord } from "../plan/ownership.js";
import type { ServiceFacts, Tags } from "../plan/sweep-facts.js";
import { serviceOf } from "./drain.js";

/** DescribeServices takes 10 at a time, of one cluster. */
const BATCH = 10;

/** As much of a service as a sweep goes by. */
export type ListedService = Omit<ServiceFacts, "autoscales">;

/**
 * The services of these ARNs as they are; what is not in the answer is gone. Services of one cluster are asked for together.
 *
 * @param onError told what ECS has against a batch of them, which are `unknown` then; without it that is thrown
 */
export async function listServices(
  client: ECSClient,
  arns: readonly string[],
  signal: AbortSignal,
  onError?: (error: unknown) => void,
): Promise<Map<string, ListedService | "unknown">> {
  const batches = [...Map.groupBy(arns, clusterOf)].flatMap(([cluster, services]) =>
    Array.from({ length: Math.ceil(services.length / BATCH) }, (_, index) => ({
      cluster,
      services: services.slice(index * BATCH, index * BATCH + BATCH),
    })),
  );
  const found = new Map<string, ListedService | "unknown">();
  const look = async (batch: { cluster: string; services: string[] }) => {
    const command = new DescribeServicesCommand({ ...batch, include: ["TAGS"] });
    const { services = [], failures = [] } = await client.send(command, { abortSignal: signal });
    const other = failures.find(({ reason }) => reason !== "MISSING");
    if (other) throw new Error(`ECS does not describe ${other.arn}: ${other.reason} ${other.detail ?? ""}`);
    // A deleted service is still described for a while, as INACTIVE.
    for (const service of services)
      if (service.status !== "INACTIVE") found.set(service.serviceArn ?? "", listedService(service));
  };
  await Promise.all(
    batches.map((batch) =>
      look(batch).catch((error: unknown) => {
        if (signal.aborted || !onError) throw error;
        onError(error);
        for (const arn of batch.services) found.set(arn, "unknown");
      }),
    ),
  );
  return found;
}

function listedService({
  desiredCount = 0,
  runningCount = 0,
  tags,
  createdAt,
  deployments = [],
}: Service): ListedService {
  const times = deployments.map(({ createdAt, updatedAt }) => (updatedAt ?? createdAt)?.getTime() ?? 0);
  return {
    desiredCount,
    runningCount,
    tags: tagRecord(tags),
    activeAt: Math.max(createdAt?.getTime() ?? 0, ...times),
    isRolling: deployments.some(({ rolloutState }) => rolloutState === "IN_PROGRESS"),
  };
}

/** The newest revision of a family that could be run, with its tags; undefined if there is none any more. */
export async function newestRevision(
  client: ECSClient,
  family: string,
  signal: AbortSignal,
): Promise<{ arn: string; tags: Tags } | undefined> {
  try {
    const { taskDefinition, tags } = await client.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: family, include: ["TAGS"] }),
      { abortSignal: signal },
    );
    return { arn: taskDefinition?.taskDefinitionArn ?? "", tags: tagRecord(tags) };
  } catch (error) {
    if (error instanceof Error && error.name === "ClientException") return undefined;
    throw error;
  }
}

/** Puts tags on a service or a revision. */
export async function tagEcs(client: ECSClient, arn: string, tags: Tags, signal: AbortSignal): Promise<void> {
  const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
  await client.send(new TagResourceCommand({ resourceArn: arn, tags: list }), { abortSignal: signal });
}

/** Takes tags off a service or a revision. */
export async function untagEcs(client: ECSClient, arn: string, keys: readonly string[], signal: AbortSignal) {
  await client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: [...keys] }), { abortSignal: signal });
}

/** Asks ECS for another number of tasks of what the service runs; nothing else changes. */
export async function setCount(client: ECSClient, arn: string, desiredCount: number, signal: AbortSignal) {
  await client.send(new UpdateServiceCommand({ cluster: clusterOf(arn), service: arn, desiredCount }), {
    abortSignal: signal,
  });
}

function clusterOf(serviceArn: string): string {
  return serviceOf(serviceArn)?.cluster ?? "";
}
