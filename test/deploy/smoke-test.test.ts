import { join } from "node:path";
import { CognitoIdentityProviderClient, ListUsersCommand } from "@aws-sdk/client-cognito-identity-provider";
import {
  AuthorizeSecurityGroupIngressCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import {
  CreateRuleCommand,
  DeleteRuleCommand,
  DescribeListenersCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
  type Rule,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { type Account, green, openAccount, parameters, stacks } from "./harness.js";

/** The smoke test against a door that somebody has broken, one way at a time, on one account. */
let account: Account;
let loadBalancing: ElasticLoadBalancingV2Client;
let ec2: EC2Client;
let cognito: CognitoIdentityProviderClient;
let rule: Rule;
let listenerArn: string;
let first: ActionRun;

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly seen: string;
}

beforeAll(async () => {
  account = await openAccount();
  const { aws } = account;
  const config = {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: aws.env.AWS_ACCESS_KEY_ID ?? "", secretAccessKey: aws.env.AWS_SECRET_ACCESS_KEY ?? "" },
  };
  loadBalancing = new ElasticLoadBalancingV2Client(config);
  ec2 = new EC2Client(config);
  cognito = new CognitoIdentityProviderClient(config);
  first = green(
    await account.deploy({ "smoke-test-sign-in": "true", "smoke-test-expect": "was verified", "desired-count": "1" }),
  );
  const found = await rules();
  rule = found.rule;
  listenerArn = found.listenerArn;
});
afterAll(async () => {
  for (const client of [loadBalancing, ec2, cognito]) client.destroy();
  await account.close();
});

it("signs in as a user of its own, who is gone afterwards, and whose password nobody sees", async () => {
  const signedIn = checks(first).find(({ id }) => id === "signed-in");
  expect(signedIn).toMatchObject({ verdict: "passed", seen: expect.stringContaining("names this user") });
  const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: first.outputs["user-pool-id"] }));
  expect(Users).toEqual([]);
  expect(first.log).not.toMatch(/-Aa1/);
  const calls = (await account.aws.calls()).map(({ operation }) => operation);
  expect(calls.filter((name) => name === "AdminCreateUser")).toHaveLength(1);
  expect(calls.filter((name) => name === "AdminDeleteUser")).toHaveLength(1);
});

it("deletes its user also when what it expects is not there", async () => {
  const run = await again({ "smoke-test-sign-in": "true", "smoke-test-expect": "no page says this" });
  expect(verdicts(run)).toMatchObject({ "signed-in": "failed", "sign-in-redirect": "passed" });
  expect(run.log).toContain("smoke-test-expect");
  const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: first.outputs["user-pool-id"] }));
  expect(Users).toEqual([]);
});

it("deletes its user also when the run is cancelled while it is made, and when the role may not set a password", async () => {
  const set = { service: "cognito-idp", operation: "AdminSetUserPassword" };
  for (const fault of [
    { ...set, delaySeconds: 150 },
    { ...set, error: { code: "NotAuthorizedException" }, times: 100 },
  ]) {
    await account.aws.forgetCalls();
    await account.aws.fault(fault);
    const stop = new AbortController();
    const run = await account.deploy(
      { "desired-count": "1", "smoke-test-sign-in": "true" },
      {
        signal: stop.signal,
        onOutput: (line) => "delaySeconds" in fault && line.includes("[smoke test") && stop.abort(),
      },
    );
    await account.aws.clearFaults();
    expect(run.exitCode).not.toBe(0);
    const calls = (await account.aws.calls()).map(({ operation }) => operation);
    expect(calls).toContain("AdminCreateUser");
    expect(calls).toContain("AdminDeleteUser");
    const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: first.outputs["user-pool-id"] }));
    expect(Users).toEqual([]);
  }
});

describe("a broken door", () => {
  it("that lets everybody through is seen from outside and in the rules, within seconds", async () => {
    const actions = rule.Actions ?? [];
    const allowing = actions.map((action) =>
      action.AuthenticateCognitoConfig
        ? {
            ...action,
            AuthenticateCognitoConfig: {
              ...action.AuthenticateCognitoConfig,
              OnUnauthenticatedRequest: "allow" as const,
            },
          }
        : action,
    );
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Actions: allowing }));
    const run = await again();
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Actions: actions }));
    expect(verdicts(run)).toMatchObject({
      "sign-in-redirect": "exposed",
      "every-way-in": "exposed",
      "forged-identity": "exposed",
      "listener-rules": "exposed",
    });
    expect(run.log).toContain("EXPOSED");
    expect(run.log).toContain(rule.RuleArn);
  });

  it("with a second rule for one path is found by its ARN and priority", async () => {
    const { Rules = [] } = await loadBalancing.send(
      new CreateRuleCommand({
        ListenerArn: listenerArn,
        Priority: 1,
        Conditions: [
          { Field: "host-header", HostHeaderConfig: { Values: ["app.example.com"] } },
          { Field: "path-pattern", PathPatternConfig: { Values: ["/admin/*"] } },
        ],
        Actions: [{ Type: "forward", TargetGroupArn: targetGroup() }],
      }),
    );
    const run = await again();
    const seen = checks(run).find(({ id }) => id === "listener-rules");
    await loadBalancing.send(new DeleteRuleCommand({ RuleArn: Rules[0]?.RuleArn }));
    expect(seen).toMatchObject({ verdict: "exposed", seen: expect.stringContaining(Rules[0]?.RuleArn ?? "") });
    expect(seen?.seen).toContain("priority 1 ");
    expect(verdicts(run)["sign-in-redirect"]).toBe("passed");
  });

  it("with a group that admits the world is found by the targets' check", async () => {
    const group = parameters((await stacks(account)).get("-web--production")).TaskSecurityGroupId ?? "";
    const IpPermissions = [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions }));
    const run = await again();
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: group, IpPermissions }));
    expect(checks(run).find(({ id }) => id === "targets")).toMatchObject({
      verdict: "exposed",
      seen: expect.stringContaining(`${group} admits 0.0.0.0/0 to port 80`),
    });
  });

  it("whose rule catches other hosts is seen from outside and in the rules", async () => {
    const wide = [{ Field: "host-header", HostHeaderConfig: { Values: ["app.example.com", "*.app.example.com"] } }];
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Conditions: wide }));
    const run = await again();
    const right = [{ Field: "host-header", HostHeaderConfig: { Values: ["app.example.com"] } }];
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Conditions: right }));
    expect(verdicts(run)).toMatchObject({ "wrong-door": "failed", "listener-rules": "failed" });
  });
});

it("is quiet again once all is mended", async () => {
  expect(Object.values(verdicts(green(await again())))).not.toContain("failed");
});

describe("the smoke test alone", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "smoke-test");
  const alone = (inputs: Record<string, string>, env: Record<string, string> = account.aws.env) =>
    runAction({ folder, inputs: { host: "app.example.com", ...inputs }, env });

  it("looks from inside too where it is told what was deployed", async () => {
    const run = green(await alone({ domain: "app.example.com", app: "web", "smoke-test-sign-in": "true" }));
    expect(new Set(Object.values(verdicts(run)))).toEqual(new Set(["passed"]));
    expect(checks(run).map(({ id }) => id)).toEqual(checks(first).map(({ id }) => id));
    expect(run.outputs["sign-in-url"]).toBe(first.outputs["sign-in-url"]);
  });

  it("looks from outside alone without a domain, and without credentials, and says what it left out", async () => {
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, AWS_SESSION_TOKEN: ___, ...none } = account.aws.env;
    const runs = [
      green(await alone({})),
      green(await alone({ domain: "app.example.com", app: "web" }, { ...none, AWS_EC2_METADATA_DISABLED: "true" })),
    ];
    const left = { "wrong-door": "skipped", "listener-rules": "skipped", targets: "skipped" };
    for (const run of runs)
      expect(verdicts(run)).toMatchObject({ ...left, "sign-in-redirect": "passed", "sign-in-page": "passed" });
    expect(checks(runs[0] as ActionRun).find(({ id }) => id === "targets")?.seen).toContain("no domain");
    expect(checks(runs[1] as ActionRun).find(({ id }) => id === "targets")?.seen).toContain("no AWS credentials");
  });

  it("names every input that is wrong, and a stack that is not there", async () => {
    const wrong = await alone({ host: "https://app", "smoke-test-sign-in": "yes", domain: "" });
    expect(wrong.exitCode).toBe(1);
    for (const input of ["host", "smoke-test-sign-in"]) expect(wrong.log).toContain(`${input}: `);
    const elsewhere = await alone({ domain: "other.example.com", app: "web" });
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.log).toContain("There is no stack");
  });
});

async function again(inputs: Record<string, string> = {}): Promise<ActionRun> {
  return await account.deploy({ "desired-count": "1", ...inputs });
}

function checks(run: ActionRun): Row[] {
  return JSON.parse(run.outputs["smoke-test"] || "[]") as Row[];
}

function verdicts(run: ActionRun): Record<string, string> {
  return Object.fromEntries(checks(run).map(({ id, verdict }) => [id, verdict]));
}

function targetGroup(): string {
  return rule.Actions?.find(({ Type }) => Type === "forward")?.TargetGroupArn ?? "";
}

/** The one rule with a host condition, on the listener that has it. */
async function rules(): Promise<{ rule: Rule; listenerArn: string }> {
  const loadBalancerArn = parametersOutput(await stacks(account));
  const { Listeners = [] } = await loadBalancing.send(
    new DescribeListenersCommand({ LoadBalancerArn: loadBalancerArn }),
  );
  const https = Listeners.find(({ Port }) => Port === 443)?.ListenerArn ?? "";
  const { Rules = [] } = await loadBalancing.send(new DescribeRulesCommand({ ListenerArn: https }));
  const found = Rules.find(({ IsDefault }) => !IsDefault);
  if (!found) throw new Error("there is no rule");
  return { rule: found, listenerArn: https };
}

function parametersOutput(all: Awaited<ReturnType<typeof stacks>>): string {
  return all.get("alb")?.Outputs?.find(({ OutputKey }) => OutputKey === "LoadBalancerArn")?.OutputValue ?? "";
}
