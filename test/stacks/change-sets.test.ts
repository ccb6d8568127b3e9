import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  ListChangeSetsCommand,
} from "@aws-sdk/client-cloudformation";
import { systemClock } from "../../src/lib/poll.js";
import type { StackSpec } from "../../src/plan/stacks.js";
import { type ChangeSetResult, withChangeSet } from "../../src/stacks/change-sets.js";
import { describeStack } from "../../src/stacks/describe.js";
import type { StackWorld } from "../../src/stacks/world.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

/** Against the local AWS, with the SDK's client. */
let aws: LocalAws;
let client: CloudFormationClient;
const LOG = { info: () => {}, change: () => {}, last: () => undefined };

/** A template with so many log groups; deterministic names, so that two of them differ in number alone. */
function template(count: number): string {
  const resources = Array.from({ length: count }, (_, index) => [
    `Logs${index}`,
    { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: `logs-${index}` } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

const spec = (count: number): StackSpec => ({
  id: "vpc",
  name: "some",
  template: template(count),
  parameters: {},
  tags: [],
});
const world = (signal = new AbortController().signal): StackWorld => ({ client, log: LOG, clock: systemClock, signal });

async function look(count: number, use: (result: ChangeSetResult) => Promise<void>, signal?: AbortSignal) {
  const state = await describeStack(client, "some", new AbortController().signal);
  if (!state) throw new Error("the stack is missing");
  const left: string[] = [];
  const result = withChangeSet<ChangeSetResult>(
    world(signal),
    { spec: spec(count), state, parameters: {}, purpose: "dry-run" },
    async (found) => {
      await use(found);
      return { executed: false, value: found };
    },
    (name) => left.push(name),
  );
  return { result, left };
}

async function changeSets(): Promise<number> {
  const { Summaries = [] } = await client.send(new ListChangeSetsCommand({ StackName: "some" }));
  return Summaries.length;
}

beforeAll(async () => {
  aws = await startLocalAws({ speed: 1000 });
  client = new CloudFormationClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: aws.env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: aws.env.AWS_SECRET_ACCESS_KEY ?? "" },
  });
  await client.send(new CreateStackCommand({ StackName: "some", TemplateBody: template(1) }));
  for (;;) {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: "some" }));
    if (Stacks[0]?.StackStatus === "CREATE_COMPLETE") break;
    await systemClock.sleep(10, new AbortController().signal);
  }
});
afterAll(async () => {
  client.destroy();
  await aws.close();
});

it("reads every page of the changes, and deletes the change set", async () => {
  const { result } = await look(251, async () => expect(await changeSets()).toBe(1));
  expect(await result).toMatchObject({ kind: "ready", changes: { length: 250 } });
  expect(await changeSets()).toBe(0);
});

it("tells a change set without changes, and deletes it", async () => {
  const { result } = await look(1, async () => {});
  expect(await result).toEqual({ kind: "empty" });
  expect(await changeSets()).toBe(0);
});

it("deletes the change set when what looks at it throws", async () => {
  const { result, left } = await look(2, async () => {
    throw new Error("no");
  });
  await expect(result).rejects.toThrow("no");
  expect(await changeSets()).toBe(0);
  expect(left).toEqual([]);
});

it("deletes the change set when the run is cancelled while CreateChangeSet is under way", async () => {
  await aws.fault({ service: "cloudformation", operation: "CreateChangeSet", delaySeconds: 400 });
  const stop = new AbortController();
  const { result, left } = await look(2, async () => {}, stop.signal);
  setTimeout(() => stop.abort(new Error("cancelled")), 100);
  await expect(result).rejects.toThrow("cancelled");
  expect(await changeSets()).toBe(0);
  expect(left).toEqual([]);
});

it("says which change set it could not delete, within seconds", async () => {
  const denied = { code: "AccessDenied", message: "no", statusCode: 403 };
  await aws.fault({ service: "cloudformation", operation: "DeleteChangeSet", error: denied, times: 10 });
  const { result, left } = await look(2, async () => {});
  await result;
  await aws.clearFaults();
  expect(left).toEqual([expect.stringMatching(/^dry-run-/)]);
});

it("looks anew where somebody is at work on the stack, or has deleted it", async () => {
  for (const message of [
    "Stack:arn is in UPDATE_IN_PROGRESS state and can not be updated.",
    "Stack [some] does not exist",
  ]) {
    await aws.fault({
      service: "cloudformation",
      operation: "CreateChangeSet",
      error: { code: "ValidationError", message },
    });
    const { result } = await look(2, async () => {});
    expect(await result).toEqual({ kind: "moved" });
  }
  await aws.fault({
    service: "cloudformation",
    operation: "DescribeChangeSet",
    error: { code: "ChangeSetNotFound", message: "ChangeSet [x] does not exist", statusCode: 404 },
  });
  const { result } = await look(2, async () => {});
  expect(await result).toEqual({ kind: "moved" });
});
