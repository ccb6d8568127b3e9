import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DescribeServicesCommand, DescribeTaskDefinitionCommand, ECSClient } from "@aws-sdk/client-ecs";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import type { LocalAws } from "../../local/serve/spawn.js";

/**
 * Everything in the account as text, a fact a line, without what differs between two accounts in which the same was
 * done: identifiers, addresses, times, the order in which things were made, how many revisions there are.
 */
export async function accountState(aws: LocalAws): Promise<string> {
  const [{ ecs, logs, cloudformation: _, ...rest }, stacks, services] = await Promise.all([
    aws.state() as Promise<Record<string, Record<string, unknown>>>,
    stackStates(aws),
    serviceStates(aws),
  ]);
  // How many revisions there are tells how often it was tried; that there are any, that something is left.
  const revisions = (ecs?.taskDefinitions ?? []) as { arn: string; status: string }[];
  const families = new Set(
    revisions.filter(({ status }) => status !== "DELETE_IN_PROGRESS").map(({ arn }) => arn.replace(/:\d+$/, "")),
  );
  const inEcs = { clusters: ecs?.clusters, tasks: ecs?.tasks, families: [...families] };
  const logGroups = (logs?.logGroups as Record<string, unknown>[] | undefined)?.map(({ streams, ...group }) => group);
  return JSON.stringify(normalize({ stacks, services, ecs: inEcs, logGroups, ...rest }), null, 1);
}

/** Lines that only one of two states has, at most eight; empty if there are none. */
export function difference(expected: string, actual: string): string {
  const missing = without(expected, actual).map((line) => `missing ${line.trim()}`);
  const extra = without(actual, expected).map((line) => `extra ${line.trim()}`);
  const all = [...missing, ...extra];
  return all.length > 8 ? [...all.slice(0, 8), `${all.length - 8} more`].join(", ") : all.join(", ");
}

/** The lines of one text without as many as the other has of the same. */
function without(text: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const line of other.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split("\n").filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

async function stackStates(aws: LocalAws) {
  const client = new CloudFormationClient(clientConfiguration(aws));
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
    return Stacks.map(({ StackName, StackStatus, Parameters, Outputs, Tags }) => ({
      StackName,
      // Which way a stack has come to stand is not part of how it stands.
      StackStatus: StackStatus?.replace(/^(CREATE|UPDATE)_COMPLETE$/, "COMPLETE"),
      // Brought level or not yet: what a stack remembers of what runs may be behind.
      Parameters: Parameters?.filter(({ ParameterKey }) => !/^(TaskDefinition|DesiredCount)$/.test(ParameterKey ?? "")),
      Outputs,
      Tags,
    }));
  } finally {
    client.destroy();
  }
}

async function serviceStates(aws: LocalAws) {
  const client = new ECSClient(clientConfiguration(aws));
  try {
    const found = ((await aws.state()).ecs as { services: { arn: string }[] } | undefined)?.services ?? [];
    return await Promise.all(
      found.map(async ({ arn }) => {
        const { services } = await client.send(
          new DescribeServicesCommand({ cluster: arn.split("/")[1], services: [arn], include: ["TAGS"] }),
        );
        const service = services?.[0];
        const { taskDefinition } = await client.send(
          new DescribeTaskDefinitionCommand({ taskDefinition: service?.taskDefinition }),
        );
        const { containerDefinitions, cpu, memory, taskRoleArn, executionRoleArn } = taskDefinition ?? {};
        return {
          serviceName: service?.serviceName,
          counts: [service?.desiredCount, service?.runningCount, service?.pendingCount].join(" "),
          deployments: service?.deployments?.map(({ status, rolloutState }) => `${status} ${rolloutState}`),
          loadBalancers: service?.loadBalancers,
          tags: service?.tags,
          revision: { containerDefinitions, cpu, memory, taskRoleArn, executionRoleArn },
        };
      }),
    );
  } finally {
    client.destroy();
  }
}

/** Members that say when and where something was made, not what it is. */
const PASSING = new Set(["ip", "zone", "CreationDate", "LastModifiedDate", "MacAddress", "lastAddress"]);

function normalize(value: unknown): unknown {
  if (typeof value === "string") return withoutIdentifiers(value);
  if (Array.isArray(value)) {
    const texts = value.map((item) => JSON.stringify(normalize(item)));
    return texts.sort().map((text) => JSON.parse(text));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !PASSING.has(key));
  return Object.fromEntries(
    entries
      .map(([key, member]) => [withoutIdentifiers(key), normalize(member)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function withoutIdentifiers(text: string): string {
  return (
    text
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "#")
      // The ends of names that CloudFormation makes up, user pools, clients, everything in hexadecimal.
      .replace(/-[0-9A-Z]{12,13}(?![0-9A-Za-z])/g, "-#")
      .replace(/-[0-9a-z]{12}-\d{10}\./g, "-#.")
      .replace(/(-\d)_[0-9A-Za-z]{9}(?![0-9A-Za-z])/g, "$1_#")
      .replace(/(?<![0-9a-z])[0-9a-z]{26}(?![0-9a-z])/g, "#")
      .replace(/[0-9a-f]{16,}/g, "#")
      .replace(/(?<!\d)\d{10}(?!\d)/g, "#")
      .replace(/(task-definition\/[\w-]+):\d+/g, "$1:#")
      .replace(/(?<!\d)\d{1,3}(\.\d{1,3}){3}(?![\d/])/g, "ADDRESS")
      .replace(/\bip(-\d{1,3}){4}\b/g, "ip-ADDRESS")
  );
}
