import {
  AuthorizeSecurityGroupIngressCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ChangeResourceRecordSetsCommand, Route53Client } from "@aws-sdk/client-route-53";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, parameters, running, stacks } from "./harness.js";

/** What a failure leaves behind. Early detection and evidence are another story; never green, and never less than before, is this one. */
let account: Account;
const SERVICE_STACK = "-web--production";
const messages = (run: { annotations: readonly { level: string; title?: string; message: string }[] }) =>
  run.annotations.filter(({ level }) => level === "error");

/** The different verdicts of a run's smoke test. */
const verdicts = ({ outputs }: { outputs: Readonly<Record<string, string>> }) => [
  ...new Set((JSON.parse(outputs["smoke-test"] ?? "[]") as { verdict: string }[]).map(({ verdict }) => verdict)),
];

beforeAll(async () => {
  account = await openAccount();
});
afterAll(async () => {
  await account.close();
});

it("a first rollout that fails is red, puts the count back to 0, and leaves the platform for the next run", async () => {
  const run = await account.deploy({ image: "ecs-cognito-deploy/no-such-image:1", "desired-count": "1" });
  expect(run.exitCode).toBe(1);
  expect(messages(run)[0]?.title).toBe("ImageNotPulled");
  const { service } = await running(account, run.outputs);
  expect(service).toMatchObject({ desiredCount: 0 });
  expect([...(await stacks(account)).values()].map(({ StackStatus }) => StackStatus)).toEqual(
    Array(7).fill("CREATE_COMPLETE"),
  );

  await account.aws.forgetCalls();
  const next = green(await account.deploy({ "desired-count": "1" }));
  expect((await account.aws.calls()).map(({ operation }) => operation)).not.toContain("CreateStack");
  expect((await running(account, next.outputs)).service).toMatchObject({ desiredCount: 1, runningCount: 1 });
});

it("a stack update that fails rolls back to what was running, not to what the stack remembers", async () => {
  const before = await running(
    account,
    green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" })).outputs,
  );
  expect(parameters((await stacks(account)).get(SERVICE_STACK))).toMatchObject({ DesiredCount: "0" });
  // A record that somebody made by hand stands where the host's own would go.
  const { aws } = account;
  const route53 = new Route53Client(clientConfiguration(aws));
  await route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: aws.hostedZoneId,
      ChangeBatch: {
        Changes: [
          {
            Action: "CREATE",
            ResourceRecordSet: {
              Name: "www.example.com",
              Type: "A",
              TTL: 60,
              ResourceRecords: [{ Value: "192.0.2.1" }],
            },
          },
        ],
      },
    }),
  );
  route53.destroy();

  const run = await account.deploy({ image: "ecs-cognito-deploy/sample-app:3", host: "www.example.com" });
  expect(run.exitCode).toBe(1);
  expect(messages(run)[0]).toMatchObject({
    title: "StackFailed",
    message: expect.stringMatching(/HostRecord.*already exists/),
  });
  const stack = (await stacks(account)).get(SERVICE_STACK);
  expect(stack?.StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  const after = await running(
    account,
    run.outputs.service
      ? run.outputs
      : { ...run.outputs, cluster: before.service?.clusterArn ?? "", service: before.service?.serviceName ?? "" },
  );
  expect(after.service).toMatchObject({
    desiredCount: 2,
    runningCount: 2,
    taskDefinition: before.service?.taskDefinition,
  });
  expect(after.container?.image).toBe("ecs-cognito-deploy/sample-app:2");

  // And the next run, with what was asked for before, is green.
  green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" }));
});

it("a later rollout that fails is red, and the version before serves on", async () => {
  const before = green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" }));
  const run = await account.deploy({ image: "ecs-cognito-deploy/broken:crash-at-start" });
  expect(run.exitCode).toBe(1);
  expect(messages(run)[0]?.title).toBe("TasksExited");
  const again = green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" }));
  expect(verdicts(again)).toEqual(["passed"]);
  expect((await running(account, again.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
  expect(again.outputs.url).toBe(before.outputs.url);
});

it("the same step again is red where what runs does not serve any more, though nobody changed anything", async () => {
  const inputs = { image: "ecs-cognito-deploy/sample-app:2", environment: "fragile", "desired-count": "1" };
  const first = green(await account.deploy(inputs));
  const { service } = await running(account, first.outputs);
  const { aws } = account;
  const config = clientConfiguration(aws);
  const [ec2, loadBalancing] = [new EC2Client(config), new ElasticLoadBalancingV2Client(config)];
  // Somebody takes the load balancer out of the tasks' security group: the targets become unhealthy.
  const groups = service?.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [];
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: groups }));
  const rule = { GroupId: groups[0], IpPermissions: SecurityGroups[0]?.IpPermissions ?? [] };
  await ec2.send(new RevokeSecurityGroupIngressCommand(rule));
  const TargetGroupArn = service?.loadBalancers?.[0]?.targetGroupArn;
  for (let healthy = true; healthy; ) {
    const { TargetHealthDescriptions = [] } = await loadBalancing.send(
      new DescribeTargetHealthCommand({ TargetGroupArn }),
    );
    healthy = TargetHealthDescriptions.some(({ TargetHealth }) => TargetHealth?.State === "healthy");
  }
  const run = await account.deploy(inputs);
  await ec2.send(new AuthorizeSecurityGroupIngressCommand(rule));
  ec2.destroy();
  loadBalancing.destroy();
  expect(run.exitCode).toBe(1);
  expect(messages(run)[0]?.title).toBe("TargetsUnhealthy");
});
