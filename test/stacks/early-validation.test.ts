import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { systemClock } from "../../src/lib/poll.js";
import { createStack } from "../../src/stacks/apply.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 1000 });
});
afterAll(() => aws.close());

it("a creation that early validation stops tells what was found, and that it was taken back", async () => {
  const logs = new CloudWatchLogsClient(clientConfiguration(aws));
  await logs.send(new CreateLogGroupCommand({ logGroupName: "taken" }));
  logs.destroy();
  const client = new CloudFormationClient(clientConfiguration(aws));
  const template = JSON.stringify({
    Resources: {
      Logs: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "taken" } },
      More: { Type: "AWS::Logs::LogGroup", Properties: { Retention: 7 } },
    },
  });
  const told: string[] = [];
  const log = { info: () => {}, change: (_: string, text: string) => void told.push(text), last: () => undefined };
  const world = { client, log, clock: systemClock, signal: new AbortController().signal };
  await expect(
    createStack(world, { id: "vpc", name: "some", template, parameters: {}, tags: [] }, {}),
  ).rejects.toMatchObject({
    code: "StackFailed",
    message: expect.stringMatching(
      /^The vpc stack some could not be created: .*(Logs \(AWS::Logs::LogGroup\).*already exists.*Retention|More.*Retention.*already exists).*ROLLBACK_COMPLETE/,
    ),
  });
  expect(told.join("\n")).toMatch(/failed because of .*already exists/);
  client.destroy();
});
