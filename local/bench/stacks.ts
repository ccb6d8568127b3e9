import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  GetTemplateCommand,
  paginateDescribeStacks,
  type StackEvent,
} from "@aws-sdk/client-cloudformation";
import { clientConfiguration } from "../serve/client-configuration.js";
import type { LocalAws } from "../serve/spawn.js";

/** A stack as CloudFormation tells of it after its creation. */
export interface CreatedStack {
  readonly name: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly resources: readonly CreatedResource[];
}

export interface CreatedResource {
  readonly name: string;
  readonly type: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Every stack of the account that was created and not touched since, in the order in which they were started. */
export async function readStacks(aws: LocalAws): Promise<CreatedStack[]> {
  const client = new CloudFormationClient(clientConfiguration(aws));
  try {
    const stacks: CreatedStack[] = [];
    for await (const page of paginateDescribeStacks({ client }, {})) {
      for (const { StackName = "", Parameters = [], Outputs = [] } of page.Stacks ?? []) {
        const { TemplateBody = "" } = await client.send(new GetTemplateCommand({ StackName }));
        const events = await readEvents(client, StackName);
        const own = events.filter((event) => event.PhysicalResourceId === event.StackId);
        stacks.push({
          name: StackName,
          template: TemplateBody,
          parameters: Object.fromEntries(
            Parameters.map(({ ParameterKey = "", ParameterValue = "" }) => [ParameterKey, ParameterValue]),
          ),
          outputs: Object.fromEntries(Outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue])),
          ...span(own),
          resources: resources(events.filter((event) => event.PhysicalResourceId !== event.StackId)),
        });
      }
    }
    return stacks.sort((a, b) => a.startedAt - b.startedAt);
  } finally {
    client.destroy();
  }
}

async function readEvents(client: CloudFormationClient, StackName: string): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName, NextToken }));
    events.push(...(page.StackEvents ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return events;
}

function resources(events: readonly StackEvent[]): CreatedResource[] {
  return [...Map.groupBy(events, ({ LogicalResourceId = "" }) => LogicalResourceId)]
    .map(([name, own]) => ({ name, type: own[0]?.ResourceType ?? "", ...span(own) }))
    .sort((a, b) => a.startedAt - b.startedAt);
}

/** From the first event that a creation is under way to the one that it is complete. */
function span(events: readonly StackEvent[]): { startedAt: number; endedAt: number } {
  const times = (status: string) =>
    events.filter(({ ResourceStatus }) => ResourceStatus === status).map(({ Timestamp }) => Timestamp?.getTime() ?? 0);
  return { startedAt: Math.min(...times("CREATE_IN_PROGRESS")), endedAt: Math.max(...times("CREATE_COMPLETE")) };
}
