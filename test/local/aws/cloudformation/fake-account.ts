import type { Stack, StackEvent } from "@aws-sdk/client-cloudformation";
import type { Aws } from "../../../../local/aws/aws.js";
import { checkCallsFromInside } from "../../../../local/aws/calls-from-inside.js";
import { createClock } from "../../../../local/aws/clock.js";
import { CloudFormation } from "../../../../local/aws/cloudformation/cloudformation.js";
import type { ResourceHandler } from "../../../../local/aws/cloudformation/resource-handler.js";
import type { ResourceType, ResourceTypes } from "../../../../local/aws/cloudformation/resource-types.js";
import { durations } from "../../../../local/aws/durations.js";
import { AwsError } from "../../../../local/aws/errors.js";
import { createRandom } from "../../../../local/aws/random.js";

/** A resource type of our own, so that the engine can be watched without any service. */
export const THING = "AWS::Test::Thing";
/** The same, but that its name identifies it. */
export const NAMED = "AWS::Test::Named";

interface ThingProperties {
  /** Immutable. */
  Name?: string;
  /** Updated in place. */
  Size?: number;
  /** Conditional: a new resource where it becomes `new`. */
  Color?: string;
  Needs?: string[];
  /**
   * The verb that fails: create, update, delete; `never ready`, `never updated`, `never gone`: waits until cancelled; `until the others are ready`:
   * creation fails until `readyAfter` has run out.
   */
  Fails?: string;
  Tags?: { Key: string; Value: string }[];
}

const thingType: ResourceType = {
  properties: {
    Name: { type: "string", update: "Immutable" },
    Size: { type: "integer" },
    Color: { type: "string", update: "Conditional" },
    Needs: { type: { list: "string" } },
    Fails: { type: "string" },
    Option: { type: { definition: "Option" } },
    Tags: { type: { list: { definition: "Tag" } } },
  },
  definitions: {
    Option: { Value: { type: "boolean", required: true }, Fixed: { type: "string", update: "Immutable" } },
    Tag: { Key: { type: "string", required: true }, Value: { type: "string", required: true } },
  },
  attributes: { Arn: "string", Size: "integer" },
  primaryIdentifier: ["Id"],
  tags: { property: "Tags", variant: "standard" },
  schema: { properties: { Name: { maxLength: 200, pattern: "^[^!]+$" } } },
};

export const types: ResourceTypes = {
  [THING]: thingType,
  [NAMED]: { ...thingType, primaryIdentifier: ["Name"] },
  "AWS::IAM::Role": {
    properties: { RoleName: { type: "string" } },
    definitions: {},
    attributes: {},
    primaryIdentifier: [],
  },
};

export interface Recorded {
  readonly verb: string;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly properties: object;
}

export interface FakeAccount {
  readonly cloudformation: CloudFormation;
  /** What the handler was asked to do, in order. */
  readonly calls: Recorded[];
  /** Physical ids of the things that exist. */
  readonly things: Set<string>;
  /** A thing is not ready until its handler has looked so many times. */
  readyAfter(logicalId: string, looks: number): void;
  /** Waits until a stack has nothing in progress. */
  settled(nameOrId: string | undefined): Promise<Stack>;
  /** Waits until a change set is made. */
  changeSet(id: string | undefined): ReturnType<CloudFormation["DescribeChangeSet"]>;
  /** `LogicalId STATUS`, oldest first. */
  events(nameOrId: string | undefined): Promise<string[]>;
  rawEvents(nameOrId: string | undefined): Promise<StackEvent[]>;
  close(): Promise<void>;
}

export function fakeAccount(): FakeAccount {
  const stopping = new AbortController();
  const calls: Recorded[] = [];
  const things = new Set<string>();
  const aws = {
    partition: "aws",
    accountId: "123456789012",
    region: "eu-west-1",
    clock: createClock(100_000),
    random: createRandom(1),
    durations,
    stopping: stopping.signal,
    ec2: {
      DescribeAvailabilityZones: async () => ({
        AvailabilityZones: [{ ZoneName: "eu-west-1b" }, { ZoneName: "eu-west-1a" }],
      }),
      DescribeVpcs: async ({ VpcIds: [id] }: { VpcIds: string[] }) => {
        if (id !== "vpc-1") throw new AwsError("InvalidVpcID.NotFound", `The vpc ID '${id}' does not exist`);
        return { Vpcs: [{}] };
      },
    },
  } as unknown as Aws;
  let made = 0;
  const looks = new Map<string, number>();
  const isReady = (logicalId: string) => {
    const left = looks.get(logicalId) ?? 0;
    if (left > 0) looks.set(logicalId, left - 1);
    return left === 0;
  };
  const thing: ResourceHandler<ThingProperties> = {
    supports: ["Name", "Size", "Color", "Needs", "Fails", "Option", "Tags"],
    async create(properties, context) {
      const { logicalId } = context;
      if (properties.Fails === "create") throw new AwsError("ThingException", "no more things", { statusCode: 400 });
      if (properties.Fails === "until the others are ready" && [...looks.values()].some((left) => left > 0)) {
        throw new AwsError("ThingException", "others are not ready");
      }
      const physicalId = `${logicalId}-${++made}`;
      calls.push({ verb: "create", logicalId, physicalId, properties });
      things.add(physicalId);
      context.started(physicalId);
      await context.until(() => properties.Fails !== "never ready" && isReady(logicalId));
      return { physicalId, attributes: { Arn: `arn:${physicalId}`, Size: properties.Size } };
    },
    async update({ physicalId, attributes }, next, context) {
      calls.push({ verb: "update", logicalId: context.logicalId, physicalId, properties: next });
      await context.until(() => next.Fails !== "never ready" && next.Fails !== "never updated");
      if (next.Fails === "update") throw new AwsError("ThingException", "things do not change");
      return { ...attributes, Size: next.Size };
    },
    async delete({ physicalId, properties }, { logicalId, until }) {
      await until(() => properties.Fails !== "never gone");
      calls.push({ verb: "delete", logicalId, physicalId, properties });
      if (properties.Fails === "delete") throw new AwsError("ThingInUse", "the thing is in use");
      things.delete(physicalId);
    },
    replaces: (_, next) => next.Color === "new",
  };
  const named: ResourceHandler<ThingProperties> = {
    ...thing,
    async create(properties, context) {
      const { attributes } = await thing.create(properties, context);
      const physicalId = properties.Name ?? context.physicalName(64);
      things.add(physicalId);
      return { physicalId, attributes };
    },
    async exists(name) {
      if (name.includes("?")) throw new AwsError("ValidationError", `${name} can be no name`);
      return things.has(name);
    },
  };
  const handlers = { [THING]: thing as ResourceHandler, [NAMED]: named as ResourceHandler };
  const cloudformation = new CloudFormation(aws, handlers, types);
  checkCallsFromInside({ cloudformation });
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
  const rawEvents = async (StackName: string | undefined) =>
    ((await cloudformation.DescribeStackEvents({ StackName })).StackEvents ?? []).reverse();
  return {
    cloudformation,
    calls,
    things,
    rawEvents,
    readyAfter: (logicalId, count) => void looks.set(logicalId, count),
    async settled(StackName) {
      for (;;) {
        const [stack] = (await cloudformation.DescribeStacks({ StackName })).Stacks ?? [];
        if (stack && !/(?<!REVIEW)_IN_PROGRESS$/.test(stack.StackStatus ?? "")) return stack;
        await pause();
      }
    },
    async changeSet(ChangeSetName) {
      for (;;) {
        const found = await cloudformation.DescribeChangeSet({ ChangeSetName, IncludePropertyValues: true });
        if (found.Status !== "CREATE_IN_PROGRESS") return found;
        await pause();
      }
    },
    events: async (name) =>
      (await rawEvents(name)).map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`),
    async close() {
      stopping.abort();
      await cloudformation.close();
    },
  };
}

/** A template of things: properties by logical id; `$` members go beside the properties (Type, DependsOn and the like). */
export function template(
  resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    Resources: Object.fromEntries(
      Object.entries(resources).map(([name, members]) => {
        const own = Object.entries(members).filter(([key]) => key.startsWith("$"));
        const properties = Object.entries(members).filter(([key]) => !key.startsWith("$"));
        return [
          name,
          {
            Type: THING,
            Properties: Object.fromEntries(properties),
            ...Object.fromEntries(own.map(([key, value]) => [key.slice(1), value])),
          },
        ];
      }),
    ),
    ...rest,
  });
}
