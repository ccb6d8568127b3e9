import { readFile } from "node:fs/promises";
import { CreateStackCommand, DescribeStacksCommand, type Output } from "@aws-sdk/client-cloudformation";
import { TagResourceCommand } from "@aws-sdk/client-ecs";
import { IAMClient, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { runAction } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, openAccount, stacks } from "../deploy/harness.js";
import { texts } from "./baseline.js";
import { at, entries, items, ROOT, templates, walk } from "./template.js";

/** The roles of github-oidc.yml, with which everything that the actions do has to succeed: the local AWS enforces IAM. */
let account: Account;
let roles: Readonly<Record<string, Record<string, string>>>;

beforeAll(async () => {
  account = await openAccount();
  const { cloudFormation, aws } = account;
  const StackName = "github-oidc";
  await cloudFormation.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: await readFile(`${ROOT}cloudformation/github-oidc.yml`, "utf8"),
      Capabilities: ["CAPABILITY_IAM"],
      Parameters: [
        { ParameterKey: "Repository", ParameterValue: "octo-org/sample-app" },
        { ParameterKey: "HostedZoneId", ParameterValue: aws.hostedZoneId },
      ],
    }),
  );
  let outputs: Output[] | undefined;
  while (!outputs) {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    const { StackStatus, StackStatusReason, Outputs = [] } = Stacks?.[0] ?? {};
    if (StackStatus === "CREATE_COMPLETE") outputs = Outputs;
    else if (StackStatus !== "CREATE_IN_PROGRESS") throw new Error(`${StackStatus}: ${StackStatusReason}`);
  }
  const arn = (name: string) => outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? "";
  roles = { deploy: await keysOf(arn("DeployRoleArn")), preview: await keysOf(arn("PreviewRoleArn")) };
}, 60_000);

afterAll(() => account.close());

/** GitHub's tokens are not to be had here, so the administrator lets the account itself in, and takes the role. */
async function keysOf(RoleArn: string): Promise<Record<string, string>> {
  const config = clientConfiguration(account.aws);
  await new IAMClient(config).send(
    new UpdateAssumeRolePolicyCommand({
      RoleName: RoleArn.split("/").at(-1),
      PolicyDocument: JSON.stringify({
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: RoleArn.split(":")[4] } }],
      }),
    }),
  );
  const { Credentials } = await new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: "GitHubActions" }),
  );
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? "",
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? "",
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? "",
  };
}

/** Calls that were refused since the account was opened. */
async function refusals(): Promise<string[]> {
  const calls = await account.aws.calls();
  return calls
    .filter(({ error = "" }) => /AccessDenied|Unauthorized/.test(error))
    .map(({ service, operation }) => `${service}:${operation}`);
}

describe("the template", () => {
  const resources = entries(at(templates["github-oidc"], "Resources")).map(([, resource]) => resource);
  const roleResources = resources.filter((resource) => at(resource, "Type") === "AWS::IAM::Role");
  const statements = [...walk(resources)]
    .map(([value]) => value)
    .filter((value) => at(value, "Effect") === "Allow" && at(value, "Principal") === undefined);

  it("allows no action by a wildcard, and only what knows no resource on all of them", () => {
    expect(statements.length).toBeGreaterThan(20);
    for (const statement of statements) {
      expect(texts(at(statement, "Action")).filter((action) => action.includes("*"))).toEqual([]);
      if (texts(at(statement, "Resource")).includes("*")) expect(at(statement, "Sid")).toBe("NoResource");
    }
  });

  it("lets in GitHub's workflows alone, of this repository and of a branch or a pull request by its whole name", () => {
    expect(roleResources).toHaveLength(2);
    for (const role of roleResources)
      expect(items(at(role, "Properties", "AssumeRolePolicyDocument", "Statement"))).toEqual([
        {
          Effect: "Allow",
          Action: "sts:AssumeRoleWithWebIdentity",
          Principal: { Federated: { "Fn::If": ["MakesProvider", { Ref: "Provider" }, { Ref: "OidcProviderArn" }] } },
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": expect.arrayContaining([
                { "Fn::Sub": expect.stringMatching(/^repo:\$\{Repository\}:[^*]+$/) },
              ]),
            },
          },
        },
      ]);
  });
});

describe("the deploy role", () => {
  it("builds everything, rolls, changes stacks and signs in, and is refused nothing", async () => {
    const env = roles.deploy;
    const built = await account.deploy({ "smoke-test-sign-in": "true" }, { env });
    expect([built.annotations, built.exitCode]).toEqual([[], 0]);
    const changed = await account.deploy(
      {
        image: "ecs-cognito-deploy/sample-app:2",
        "self-sign-up": "true",
        "nat-gateways": "1",
        "public-paths": "/open/*",
      },
      { env },
    );
    expect([changed.annotations, changed.exitCode, changed.outputs.changed]).toEqual([[], 0, "true"]);
    const planned = await account.deploy({ "dry-run": "true", "health-check-path": "/" }, { env });
    expect([planned.annotations, planned.exitCode]).toEqual([[], 0]);
    expect(await refusals()).toEqual([]);
  }, 120_000);
});

const PULL_REQUEST = {
  name: "pull_request",
  payload: { action: "opened", number: 12, pull_request: { number: 12, head: { sha: "a".repeat(40) } } },
};

describe("the preview role", () => {
  it("makes a pull request's environment and is refused nothing", async () => {
    const made = await account.deploy({}, { env: roles.preview, event: PULL_REQUEST });
    expect([made.annotations, made.exitCode]).toEqual([[], 0]);
    expect(await refusals()).toEqual([]);
  }, 120_000);

  it("removes it again without a trace and is refused nothing", async () => {
    const removed = await runAction({
      folder: `${ROOT}teardown`,
      inputs: { domain: "app.example.com", app: "web" },
      env: { ...account.aws.env, ...roles.preview },
      event: { name: "pull_request", payload: { ...PULL_REQUEST.payload, action: "closed" } },
    });
    expect([removed.annotations, removed.exitCode]).toEqual([[], 0]);
    expect(await refusals()).toEqual([]);
  }, 120_000);

  it("puts a preview to sleep, wakes it and sweeps it away, and is refused nothing", async () => {
    const { aws, deploy, ecs, sweep } = account;
    const { github } = aws;
    const { number } = await github.open();
    const made = await github.run("opened", number);
    const env = { ...made.env, ...roles.preview };
    const { outputs } = await deploy({ "smoke-test": "false" }, { event: made.event, env });
    const resourceArn = `arn:aws:ecs:${aws.region}:123456789012:service/${outputs.cluster}/${outputs.service}`;
    const tags = [{ key: "ecs-cognito-deploy:deployed-at", value: new Date(Date.now() - 3_600_000).toISOString() }];
    await ecs.send(new TagResourceCommand({ resourceArn, tags }));
    const nightly = async (inputs: Record<string, string>) => {
      const run = await github.startRun({ event: "schedule", schedule: "17 3 * * *" });
      const swept = await sweep(inputs, { event: run.event, env: { ...run.env, ...roles.preview } });
      expect([swept.annotations, swept.exitCode]).toEqual([[], 0]);
      return JSON.parse(swept.outputs.result ?? "{}");
    };
    const slept = await nightly({ "dry-run": "false", "sleep-after": "10m" });
    expect(slept.asleep).toEqual([expect.objectContaining({ environment: `pr-${number}` })]);
    await nightly({ wake: `pr-${number}` });
    await github.close(number);
    const swept = await nightly({ "dry-run": "false" });
    expect(swept.removed).toEqual([expect.objectContaining({ environment: `pr-${number}` })]);
    expect(await refusals()).toEqual([]);
  }, 120_000);

  it("can change neither production nor the platform", async () => {
    const { preview } = roles;
    const before = await account.aws.state();
    const runs = [
      await account.deploy({ image: "ecs-cognito-deploy/sample-app:1" }, { env: preview }),
      await account.deploy({ environment: "pr-12", "nat-gateways": "2" }, { env: preview }),
    ];
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([1, 1]);
    expect(runs.map(({ annotations }) => annotations.at(-1)?.message)).toEqual([
      expect.stringContaining("not authorized to perform: ecs:DescribeServices"),
      expect.stringContaining("not authorized to perform: cloudformation:CreateChangeSet"),
    ]);
    expect(await account.aws.state()).toEqual(before);
  }, 120_000);
});

it("the deploy role removes the platform with all its environments and is refused nothing", async () => {
  await account.aws.forgetCalls();
  const removed = await account.teardown(
    { platform: "true", all: "true", confirm: "app.example.com" },
    { env: roles.deploy },
  );
  expect([removed.annotations, removed.exitCode]).toEqual([[], 0]);
  expect(removed.log).not.toContain("stays:");
  expect(await refusals()).toEqual([]);
  expect([...(await stacks(account)).keys()].filter((name) => !/oidc/.test(name))).toEqual([]);
}, 120_000);
