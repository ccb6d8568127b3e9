import { ACMClient, RequestCertificateCommand } from "@aws-sdk/client-acm";
import { DescribeStackResourceCommand } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient, UpdateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import {
  CreateNetworkInterfaceCommand,
  DeleteNetworkInterfaceCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  CreateRuleCommand,
  DeleteRuleCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ActionRun } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, stacks, writes } from "../deploy/harness.js";
import { changes, everything } from "./everything.js";

/** A platform with environments of two repositories, until nothing of it is left. */
let account: Account;
let empty: string[];
const QUICK = { "smoke-test": "false", "nat-gateways": "0", "desired-count": "1" };
const OTHER = { env: { GITHUB_REPOSITORY_ID: "4711", GITHUB_REPOSITORY: "octo-org/other" } };
const ALL = { platform: "true", all: "true", confirm: "app.example.com" };
const OWN_HOST = "shop.example.com";
let elb: ElasticLoadBalancingV2Client;
let ec2: EC2Client;
let acm: ACMClient;
let cognito: CognitoIdentityProviderClient;

beforeAll(async () => {
  account = await openAccount({ speed: 300 });
  const config = clientConfiguration(account.aws);
  [elb, ec2, acm] = [new ElasticLoadBalancingV2Client(config), new EC2Client(config), new ACMClient(config)];
  cognito = new CognitoIdentityProviderClient(config);
  empty = await everything(account);
  green(await account.deploy({ ...QUICK, environment: "shop", host: OWN_HOST }));
  green(await account.deploy({ ...QUICK, app: "theirs", environment: "pr-1" }, OTHER));
}, 120_000);
afterAll(async () => {
  for (const client of [elb, ec2, acm, cognito]) client.destroy();
  await account.close();
});

const failure = (run: ActionRun) => run.annotations.find(({ level }) => level === "error");
const physicalId = async (stack: string, LogicalResourceId: string): Promise<string> => {
  const { StackResourceDetail: found } = await account.cloudFormation.send(
    new DescribeStackResourceCommand({ StackName: `ecs-cognito-app-example-com-${stack}`, LogicalResourceId }),
  );
  return found?.PhysicalResourceId ?? "";
};
const records = async (name: string) => (await everything(account)).filter((fact) => fact.includes(`.${name}."`));

/** The run is red for this reason, and nothing was changed. */
async function refuses(inputs: Record<string, string>, title: string, message: RegExp) {
  await account.aws.forgetCalls();
  const run = await account.teardown(inputs);
  expect(run.exitCode).toBe(1);
  expect(failure(run)).toMatchObject({ title, message: expect.stringMatching(message) });
  expect(writes(await account.aws.calls())).toEqual([]);
}

it("is refused while environments stand, and with all: true while another repository's does", async () => {
  await refuses({ ...ALL, all: "false" }, "EnvironmentsStand", /theirs--pr-1: its tag .*repository-id says 4711/);
  await refuses(ALL, "EnvironmentsStand", /theirs--pr-1: .*run the teardown in their repositories/s);
  green(await account.teardown({ app: "theirs", environment: "pr-1" }, OTHER));
  await refuses({ ...ALL, all: "false" }, "EnvironmentsStand", /an environment stands on it: shop of web.*all: true/s);
}, 60_000);

it("respects the deletion protection of load balancer and user pool, and says how to lift it", async () => {
  const LoadBalancerArn = await physicalId("alb", "LoadBalancer");
  const protect = (Value: string) =>
    elb.send(
      new ModifyLoadBalancerAttributesCommand({
        LoadBalancerArn,
        Attributes: [{ Key: "deletion_protection.enabled", Value }],
      }),
    );
  await protect("true");
  await refuses(ALL, "DeletionProtected", /load balancer .* modify-load-balancer-attributes .*Value=false/s);
  await protect("false");
  const UserPoolId = await physicalId("cognito", "UserPool");
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: "ACTIVE" }));
  await refuses(ALL, "DeletionProtected", /user pool .* users would be lost.*update-stack .*DeletionProtection/s);
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: "INACTIVE" }));
});

it("does not take away a listener on which somebody has a rule", async () => {
  const { Rules: [rule] = [] } = await elb.send(
    new CreateRuleCommand({
      ListenerArn: await physicalId("alb", "HttpsListener"),
      Priority: 1,
      Conditions: [{ Field: "path-pattern", PathPatternConfig: { Values: ["/by-hand"] } }],
      Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }],
    }),
  );
  await refuses(ALL, "EnvironmentsStand", /rules that no environment of this repository made: arn:\S+.*delete-rule/s);
  await elb.send(new DeleteRuleCommand({ RuleArn: rule?.RuleArn }));
});

it("a validation record that another certificate needs stays; one that nothing needs goes with its certificate", async () => {
  expect(await records(OWN_HOST)).toHaveLength(1);
  const dry = green(await account.teardown({ ...ALL, "dry-run": "true" }));
  expect(dry.summary).toMatch(/\| shop \| validation record \| .*shop\.example\.com \| goes \|/);
  const { CertificateArn } = await acm.send(
    new RequestCertificateCommand({
      DomainName: `*.${OWN_HOST}`,
      ValidationMethod: "DNS",
      KeyAlgorithm: "EC_prime256v1",
    }),
  );
  const run = green(await account.teardown({ environment: "shop" }));
  expect(run.log).toMatch(
    new RegExp(`stays: validation record \\S+, since the certificate ${CertificateArn} needs it`),
  );
  expect(await records(OWN_HOST)).toHaveLength(1);
}, 60_000);

describe("a network interface in the tasks' security group", () => {
  const groupIn = async () => {
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
    return { SubnetId: Subnets[0]?.SubnetId ?? "", Groups: [await physicalId("alb", "TaskSecurityGroup")] };
  };
  const remove = (NetworkInterfaceId: string | undefined) =>
    ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId }));

  it("that somebody made keeps it: red, with what holds it and what is left", async () => {
    const made = await ec2.send(
      new CreateNetworkInterfaceCommand({ ...(await groupIn()), Description: "my experiment" }),
    );
    const id = made.NetworkInterface?.NetworkInterfaceId;
    const run = await account.teardown({ ...ALL, all: "false" });
    expect(failure(run)).toMatchObject({
      title: "StackLeft",
      message: expect.stringMatching(
        new RegExp(
          `TaskSecurityGroup \\(AWS::EC2::SecurityGroup\\): .*held by ${id} \\(my experiment\\).*Left: .*delete-network-interface`,
          "s",
        ),
      ),
    });
    await remove(id);
  }, 60_000);

  it("that ECS is about to take away is waited for, and then nothing of the platform is left", async () => {
    const Description = "arn:aws:ecs:eu-west-1:123456789012:attachment/00000000-0000-0000-0000-000000000000";
    const made = await ec2.send(new CreateNetworkInterfaceCommand({ ...(await groupIn()), Description }));
    let gone: Promise<unknown> | undefined;
    const onOutput = (line: string) => {
      if (/waiting until AWS has taken away eni-/.test(line))
        gone ??= remove(made.NetworkInterface?.NetworkInterfaceId);
    };
    const run = green(await account.teardown({ ...ALL, all: "false" }, { onOutput }));
    await gone;
    expect(run.log).toMatch(/could not be deleted yet: TaskSecurityGroup/);
    expect([...(await stacks(account)).keys()]).toEqual([]);
    const others = /acm\/certificates|_[0-9a-f]{32}\.shop\.example\.com/;
    expect(changes(empty, await everything(account)).filter((fact) => !others.test(fact))).toEqual([]);
  }, 60_000);
});
