import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
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
import {
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from "@aws-sdk/client-route-53";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
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
  readonly mend?: string;
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
    await account.deploy({
      "smoke-test-sign-in": "true",
      "smoke-test-expect": "Hello, {email}\nwas verified\n>{sub}<",
      "desired-count": "1",
    }),
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
  expect(signedIn?.verdict).toBe("passed");
  for (const proof of [
    "proven for exactly this user: the page holds smoke-test-expect with the user's own email and sub",
    "its session cookie changed or cut short opens nothing (3 tries)",
    "with forged identity headers beside it the page is this user's still",
    "signed out, the sign-in page asks again; a copy of the session cookie from before still opens it",
  ])
    expect(signedIn?.seen).toContain(proof);
  const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: first.outputs["user-pool-id"] }));
  expect(Users).toEqual([]);
  expect(first.log).not.toMatch(/-Aa1/);
  const calls = (await account.aws.calls()).map(({ operation }) => operation);
  expect(calls.filter((name) => name === "AdminCreateUser")).toHaveLength(1);
  expect(calls.filter((name) => name === "AdminDeleteUser")).toHaveLength(1);
});

it("says what was not proven where no text is expected of the user", async () => {
  const run = green(await again({ "smoke-test-sign-in": "true" }));
  expect(seen(run, "signed-in")).toContain("the page names exactly this user (email and sub); {email} or {sub} in");
});

it("removes users whom a killed smoke test left, and nobody else", async () => {
  const UserPoolId = first.outputs["user-pool-id"];
  const marked = { Name: "nickname", Value: "ecs-cognito-deploy smoke test" };
  const people = {
    left: "smoke-test-0123456789abcdef@app.example.com",
    unmarked: "smoke-test-fedcba9876543210@app.example.com",
    named: "smoke-test-ada@app.example.com",
  };
  for (const email of Object.values(people)) {
    const UserAttributes = [{ Name: "email", Value: email }, ...(email === people.unmarked ? [] : [marked])];
    await cognito.send(
      new AdminCreateUserCommand({ UserPoolId, Username: email, UserAttributes, MessageAction: "SUPPRESS" }),
    );
  }
  const staying = async () => {
    const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
    return Users.map(({ Attributes }) => Attributes?.find(({ Name }) => Name === "email")?.Value).sort();
  };
  const soon = green(await again({ "smoke-test-sign-in": "true" }));
  expect(await staying()).toEqual(Object.values(people).sort());
  expect(soon.log).not.toContain("killed smoke test");
  const preload = `--require=${join(import.meta.dirname, "later.cjs")}`;
  // Nobody gets in there, for the load balancer's cookies are too old when they come.
  const later = await account.deploy(
    { "desired-count": "1", "smoke-test-sign-in": "true" },
    { env: { NODE_OPTIONS: `${account.aws.env.NODE_OPTIONS} ${preload}`, LATER_HOURS: "3" } },
  );
  expect(await staying()).toEqual([people.named, people.unmarked].sort());
  expect(later.log).toContain("deleted what a killed smoke test left in the pool");
  for (const Username of await staying()) await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
});

it("gives out what docs/smoke-test.md says, whatever the verdict", async () => {
  const page = await readFile(join(import.meta.dirname, "..", "..", "..", "docs", "smoke-test.md"), "utf8");
  const [, schema = ""] = /```json\n(\{\n {2}"\$schema"[\s\S]*?)```/.exec(page) ?? [];
  const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(schema));
  const bad = await again({ "smoke-test-sign-in": "true", "smoke-test-expect": "{sub} and more" });
  for (const run of [first, bad]) {
    validate(checks(run));
    expect(validate.errors).toBeNull();
  }
  expect(seen(bad, "signed-in")).toContain("smoke-test-expect: {sub} and more");
  for (const { verdict, mend } of checks(bad)) expect(mend === undefined).toBe(verdict === "passed");
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
  it("that opens for whoever sends the session cookie by its name is seen by who has one", async () => {
    const Actions = rule.Actions?.map((action) =>
      action.AuthenticateCognitoConfig
        ? { ...action, AuthenticateCognitoConfig: { ...action.AuthenticateCognitoConfig, SessionCookieName: "sid" } }
        : action,
    );
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Actions }));
    const { Rules = [] } = await loadBalancing.send(
      new CreateRuleCommand({
        ListenerArn: listenerArn,
        Priority: 1,
        Conditions: [
          { Field: "host-header", HostHeaderConfig: { Values: ["app.example.com"] } },
          { Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "cookie", Values: ["*sid-0=*"] } },
        ],
        Actions: [{ Type: "forward", TargetGroupArn: targetGroup() }],
      }),
    );
    // Who may read the rules sees it sooner.
    const blind = { service: "elasticloadbalancing", operation: "DescribeListeners", times: 100 };
    await account.aws.fault({ ...blind, error: { code: "AccessDenied" } });
    const run = await again({ "smoke-test-sign-in": "true" });
    await account.aws.clearFaults();
    await loadBalancing.send(new DeleteRuleCommand({ RuleArn: Rules[0]?.RuleArn }));
    await loadBalancing.send(new ModifyRuleCommand({ RuleArn: rule.RuleArn, Actions: rule.Actions }));
    expect(verdicts(run)).toMatchObject({
      "signed-in": "exposed",
      "forged-identity": "passed",
      "listener-rules": "skipped",
    });
    expect(seen(run, "signed-in")).toContain("one character changed is believed");
    expect(seen(run, "wrong-door")).toContain("the role may not look");
  });

  it("is looked at with the platform's group where the role may not ask for the service's", async () => {
    const folder = join(import.meta.dirname, "..", "..", "..", "smoke-test");
    await account.aws.fault({
      service: "ecs",
      operation: "DescribeServices",
      error: { code: "AccessDeniedException" },
    });
    const inputs = { host: "app.example.com", domain: "app.example.com", app: "web" };
    const run = green(await runAction({ folder, inputs, env: account.aws.env }));
    await account.aws.clearFaults();
    expect(verdicts(run).targets).toBe("passed");
    expect(seen(run, "targets")).toContain("groups that were added to the service are not known");
  });

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
    const found = checks(run).find(({ id }) => id === "listener-rules");
    await loadBalancing.send(new DeleteRuleCommand({ RuleArn: Rules[0]?.RuleArn }));
    expect(found).toMatchObject({ verdict: "exposed", seen: expect.stringContaining(Rules[0]?.RuleArn ?? "") });
    expect(found?.seen).toContain("priority 1 ");
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
    const left = { "host-name": "skipped", "wrong-door": "skipped", "listener-rules": "skipped", targets: "skipped" };
    for (const run of runs)
      expect(verdicts(run)).toMatchObject({ ...left, "sign-in-redirect": "passed", "sign-in-page": "passed" });
    expect(checks(runs[0] as ActionRun).find(({ id }) => id === "targets")?.seen).toContain("no domain");
    expect(checks(runs[1] as ActionRun).find(({ id }) => id === "targets")?.seen).toContain("no AWS credentials");
  });

  it("warns where the host's record leads elsewhere, as it does with a CDN", async () => {
    const route53 = new Route53Client(clientConfiguration(account.aws));
    const HostedZoneId = account.aws.hostedZoneId;
    const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId }));
    const Name = "app.example.com.";
    const put = (ResourceRecordSet: ResourceRecordSet | undefined) =>
      route53.send(
        new ChangeResourceRecordSetsCommand({
          HostedZoneId,
          ChangeBatch: { Changes: [{ Action: "UPSERT", ResourceRecordSet }] },
        }),
      );
    await put({ Name, Type: "A", TTL: 60, ResourceRecords: [{ Value: "192.0.2.7" }] });
    const run = green(await alone({ domain: "app.example.com", app: "web" }));
    await put(ResourceRecordSets.find((record) => record.Name === Name && record.Type === "A"));
    route53.destroy();
    expect(verdicts(run)["host-name"]).toBe("passed");
    expect(run.log).toContain(
      "Warning: app.example.com leads to 192.0.2.7, the load balancer is at 127.0.0.1: right if",
    );
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

function seen(run: ActionRun, check: string): string {
  return checks(run).find(({ id }) => id === check)?.seen ?? "";
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
