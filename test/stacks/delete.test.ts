import { CloudFormationClient, CreateStackCommand, DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import { EC2Client } from "@aws-sdk/client-ec2";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { removeStack } from "../../src/stacks/delete.js";
import { describeStack } from "../../src/stacks/describe.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 20 });
});
afterAll(() => aws.close());

const at = async (client: CloudFormationClient, name: string, status: string) => {
  const signal = AbortSignal.timeout(20_000);
  for (;;) {
    const state = await describeStack(client, name, signal);
    if (state?.status === status) return state;
  }
};

it("a deletion that somebody else has begun a moment before is taken for what it is, though it has no event of ours", async () => {
  const client = new CloudFormationClient(clientConfiguration(aws));
  const TemplateBody = JSON.stringify({ Resources: { Cluster: { Type: "AWS::ECS::Cluster" } } });
  await client.send(new CreateStackCommand({ StackName: "two", TemplateBody }));
  const { arn } = await at(client, "two", "CREATE_COMPLETE");
  const told: string[] = [];
  const removed = await removeStack(
    {
      client,
      ec2: async () => new EC2Client(clientConfiguration(aws)),
      log: { info: () => {}, change: (_: string, text: string) => void told.push(text), last: () => undefined },
      // Nobody waits: the looks follow one another.
      clock: { now: () => Date.now(), sleep: async () => {} },
      signal: AbortSignal.timeout(10_000),
    },
    {
      arn,
      name: "two",
      label: "two",
      // After we have looked, and before we ask.
      before: async () =>
        void (await client.send(new DeleteStackCommand({ StackName: arn, ClientRequestToken: "theirs" }))),
    },
  );
  expect(removed).toBe(true);
  expect((await at(client, arn, "DELETE_COMPLETE")).status).toBe("DELETE_COMPLETE");
  client.destroy();
});
