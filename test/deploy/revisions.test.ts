import { ListTaskDefinitionsCommand } from "@aws-sdk/client-ecs";
import {
  CreateRuleCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { ActionRun } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, running, stacks, writes } from "./harness.js";

/** Revisions that are reused, forced and retired; and a load balancer without room for one more environment. */
let account: Account;
let first: ActionRun;
beforeAll(async () => {
  account = await openAccount();
  first = green(await account.deploy({ "desired-count": "1" }));
});
afterAll(async () => {
  await account.close();
});

it("an identical revision is rolled anyway with force-new-deployment, and not registered again", async () => {
  const before = await running(account, first.outputs);
  await account.aws.forgetCalls();
  const run = green(await account.deploy({ "desired-count": "1", "force-new-deployment": "true" }));
  expect(writes(await account.aws.calls())).toEqual(["TagResource", "UpdateService"]);
  const after = await running(account, run.outputs);
  expect(run.outputs).toMatchObject({ changed: "true", "task-definition-arn": first.outputs["task-definition-arn"] });
  expect(after.service?.deployments?.map(({ id }) => id)).not.toEqual(before.service?.deployments?.map(({ id }) => id));
});

it("of the revisions that the action registered the newest ten stay, and the stack's own", async () => {
  for (let number = 1; number <= 11; number++)
    green(
      await account.deploy({ "desired-count": "1", "smoke-test": "false", "environment-variables": `N=${number}` }),
    );
  const { taskDefinitionArns = [] } = await account.ecs.send(
    new ListTaskDefinitionsCommand({ familyPrefix: "ecs-cognito-app-example-com--web--production", status: "ACTIVE" }),
  );
  const numbers = taskDefinitionArns.map((arn) => Number(arn.split(":").at(-1))).sort((a, b) => a - b);
  // 1 is the bootstrap revision, which is the stack's; 2 to 13 were rolled.
  expect(numbers).toEqual([1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
}, 120_000);

describe("a secret that cannot be read is red at once and is named with what to do, where it", () => {
  let arn = "";
  beforeAll(async () => {
    const client = new SecretsManagerClient(clientConfiguration(account.aws));
    const SecretString = JSON.stringify({ user: "ada" });
    const { ARN = "" } = await client.send(new CreateSecretCommand({ Name: "db", SecretString }));
    client.destroy();
    arn = ARN;
  });

  it.each([
    ["is not there", () => `${arn.slice(0, -6)}AbCdEf`, /The secret arn:\S+AbCdEf \(KEY\) does not exist.*Create it/],
    ["lacks the key", () => `${arn}:password::`, /The secret arn:\S+ \(KEY\) has no key password.*Add it/],
  ])("%s", async (_, secret, hint) => {
    const run = await account.deploy({ "desired-count": "1", secrets: `KEY=${secret()}` });
    expect(run.exitCode).toBe(1);
    const error = run.annotations.find(({ level }) => level === "error");
    expect(error?.title).toBe("SecretNotRead");
    expect(error?.message).toMatch(/ResourceInitializationError.*serves again/s);
    expect(error?.message).toMatch(hint);
  });
});

it("a full load balancer says so, with the quota's name, before anything is created", async () => {
  const elb = new ElasticLoadBalancingV2Client(clientConfiguration(account.aws));
  const alb = (await stacks(account)).get("alb");
  const ListenerArn = alb?.Outputs?.find(({ OutputKey }) => OutputKey === "HttpsListenerArn")?.OutputValue;
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn }));
  const free = 100 - Rules.filter(({ IsDefault }) => !IsDefault).length;
  for (let index = 0; index < free; index++)
    await elb.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority: index + 1,
        Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: [`by-hand-${index}.example.com`] } }],
        Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
      }),
    );
  elb.destroy();
  await account.aws.forgetCalls();
  const run = await account.deploy({ environment: "one-too-many" });
  expect(run.exitCode).toBe(1);
  expect(run.annotations.find(({ level }) => level === "error")).toMatchObject({
    title: "LoadBalancerFull",
    message: expect.stringMatching(/Rules per Application Load Balancer.*100.*Service Quotas/s),
  });
  expect(writes(await account.aws.calls()).filter((name) => name !== "SimulatePrincipalPolicy")).toEqual([]);
});
