import { TagResourceCommand } from "@aws-sdk/client-ecs";
import type { RunStart } from "../../local/github/runs.js";
import { runAction } from "../../local/runner/run-action.js";
import { configureAwsCredentials } from "../configure-aws-credentials.js";
import { type Account, openAccount, stacks } from "../deploy/harness.js";
import { texts } from "./baseline.js";
import { deployRoles } from "./roles.js";
import { at, entries, items, ROOT, templates, walk } from "./template.js";

/** The roles of github-oidc.yml, with which everything that the actions do has to succeed: the local AWS enforces IAM. */
let account: Account;
let roles: Readonly<Record<string, Record<string, string>>>;
let arns: Readonly<Record<"deploy" | "preview", string>>;

beforeAll(async () => {
  account = await openAccount();
  const { github, hostedZoneId: HostedZoneId } = account.aws;
  const outputs = await deployRoles(account.cloudFormation, { Repository: github.repository, HostedZoneId });
  arns = { deploy: outputs.DeployRoleArn ?? "", preview: outputs.PreviewRoleArn ?? "" };
  const { number } = await github.open();
  roles = {
    deploy: await assume("deploy", { event: "push" }),
    preview: await assume("preview", { event: "pull_request", action: "opened", pullRequest: number }),
  };
}, 60_000);

afterAll(() => account.close());

/** The keys that a job of this run gets for a role, as aws-actions/configure-aws-credentials gets them. */
async function assume(
  role: "deploy" | "preview",
  start: RunStart,
  repository?: string,
): Promise<Record<string, string>> {
  const { github, env: aws } = account.aws;
  const run = { permissions: { "id-token": "write" as const }, ...start };
  const { env } = (await github.act({ act: "start-run", repository: repository ?? github.repository, ...run })) as {
    env: Record<string, string>;
  };
  return configureAwsCredentials({ ...aws, ...env }, { roleArn: arns[role] });
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

  it("allows to make the own roles of the three services that need one, and of no other", () => {
    const own = statements.filter((each) => texts(at(each, "Action")).includes("iam:CreateServiceLinkedRole"));
    const services = ["ecs", "ecs.application-autoscaling", "elasticloadbalancing"].map(
      (each) => `${each}.amazonaws.com`,
    );
    expect(own).toHaveLength(1);
    expect(at(own[0], "Condition")).toEqual({ StringEquals: { "iam:AWSServiceName": services } });
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
            StringEquals: expect.objectContaining({
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": expect.arrayContaining([
                { "Fn::Sub": expect.stringMatching(/^repo:\$\{Repository\}:[^*]+$/) },
              ]),
            }),
          },
        },
      ]);
  });
});

describe("the roles are taken by", () => {
  // Refusals that are looked for here.
  afterAll(() => account.aws.forgetCalls());

  const refused = "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity";
  const noIdentity = "Error: The job has no identity: it has no id-token: write.";
  const taken = (role: "deploy" | "preview", start: RunStart, repository?: string) =>
    assume(role, start, repository).then(
      () => "taken",
      (error: Error) => `${error.name}: ${error.message}`,
    );
  /** Both roles, by a run. */
  const both = async (start: RunStart, repository?: string) => [
    await taken("deploy", start, repository),
    await taken("preview", start, repository),
  ];
  const on = (pullRequest: number) => ({ event: "pull_request", action: "opened", pullRequest }) as const;

  it("jobs on the branch, both; with the environment production, the deploy role", async () => {
    expect(await both({ event: "push" })).toEqual(["taken", "taken"]);
    expect(await both({ event: "schedule", schedule: "17 3 * * *" })).toEqual(["taken", "taken"]);
    expect(await both({ event: "push", environment: "production" })).toEqual(["taken", refused]);
  });

  it("pull requests of the repository, the preview role alone, whatever environment they name", async () => {
    const { number } = await account.aws.github.open();
    expect(await both(on(number))).toEqual([refused, "taken"]);
    expect(await both({ ...on(number), environment: "production" })).toEqual([refused, refused]);
  });

  it("nobody on another branch, whatever environment they name", async () => {
    const { github } = account.aws;
    const branch = "main-2";
    await github.push(branch);
    expect(await both({ event: "push", branch })).toEqual([refused, refused]);
    expect(await both({ event: "push", branch, environment: "production" })).toEqual([refused, refused]);
    expect(await both({ event: "push", environment: "staging" })).toEqual([refused, refused]);
  });

  it("nobody in another repository, nor in one of the same name that is somebody else's since", async () => {
    const { github } = account.aws;
    for (const repository of ["octo-org/sample-app-2", "octo-org-2/sample-app"]) {
      await github.act({ act: "create-repository", repository });
      expect(await both({ event: "push" }, repository)).toEqual([refused, refused]);
      await github.act({ act: "delete-repository", repository });
    }
  });

  it("no pull request from a fork, and none of Dependabot's: they have no identity to show", async () => {
    const { github } = account.aws;
    const fork = await github.open({ fork: "visitor" });
    const bot = await github.open({ by: "dependabot[bot]" });
    for (const { number } of [fork, bot]) expect(await both(on(number))).toEqual([noIdentity, noIdentity]);
  });

  it("no job without id-token: write", async () => {
    expect(await both({ event: "push", permissions: { contents: "read" } })).toEqual([noIdentity, noIdentity]);
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
