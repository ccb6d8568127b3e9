import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { deletedSince } from "../../src/stacks/tombstone.js";
import { RECREATION } from "../../src/stacks/world.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

let aws: LocalAws;
let client: CloudFormationClient;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 2000 });
  client = new CloudFormationClient(clientConfiguration(aws));
}, 60_000);
afterAll(async () => {
  client.destroy();
  await aws.close();
});

const TemplateBody = JSON.stringify({ Resources: { Group: { Type: "AWS::Logs::LogGroup" } } });
const signal = AbortSignal.timeout(60_000);
const ask = (name: string, since: Date) => deletedSince(client, name, since, signal);

/** Makes a stack and deletes it with a token. @returns what CloudFormation shows of it then */
async function makeAndDelete(StackName: string, ClientRequestToken?: string) {
  const { StackId } = await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  await settled(StackId, "CREATE_COMPLETE");
  await client.send(new DeleteStackCommand({ StackName, ClientRequestToken }));
  return await settled(StackId, "DELETE_COMPLETE");
}

async function settled(StackName: string | undefined, status: string) {
  for (;;) {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    if (stack?.StackStatus === status) return stack;
  }
}

it("a stack that was never deleted has none", async () => {
  expect(await ask("never", new Date(0))).toBeUndefined();
});

it("is the time at which the newest deletion of a stack of this very name began, if that was after `since`", async () => {
  const first = await makeAndDelete("pr-1");
  const second = await makeAndDelete("pr-1");
  await makeAndDelete("pr-12");
  expect(await ask("pr-1", new Date(0))).toEqual(second.DeletionTime);
  expect(await ask("pr-1", first.DeletionTime ?? new Date())).toEqual(second.DeletionTime);
  expect(await ask("pr-1", second.DeletionTime ?? new Date(0))).toBeUndefined();
  expect(await ask("pr", new Date(0))).toBeUndefined();
});

it("is not a deploy's that only made room to make the stack again", async () => {
  const torn = await makeAndDelete("pr-2", "ecs-cognito-teardown-1");
  await makeAndDelete("pr-2", `${RECREATION}1`);
  expect(await ask("pr-2", new Date(0))).toEqual(torn.DeletionTime);
  expect(await ask("pr-2", torn.DeletionTime ?? new Date(0))).toBeUndefined();
});
