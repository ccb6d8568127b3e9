import { DescribeStacksCommand, type Stack, UpdateTerminationProtectionCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DeregisterTaskDefinitionCommand, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { AttachRolePolicyCommand, DetachRolePolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import type { ActionRun } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { deletedSince } from "../../src/stacks/tombstone.js";
import { type Account, green, openAccount, stacks, writes } from "../deploy/harness.js";
import { changes, everything } from "./everything.js";

/** Everything that a teardown meets, on one platform whose production environment must not notice any of it. */
let account: Account;
let untouched: string[];
const QUICK = { "smoke-test": "false", "nat-gateways": "0", "desired-count": "1" };

beforeAll(async () => {
  account = await openAccount({ speed: 300 });
  green(await account.deploy(QUICK));
  untouched = await everything(account);
}, 120_000);
afterAll(async () => {
  await account.close();
});

const failure = (run: ActionRun) => run.annotations.find(({ level }) => level === "error");
const deploy = (environment: string, inputs: Record<string, string> = {}) =>
  account.deploy({ ...QUICK, environment, ...inputs });
const stackOf = async (environment: string): Promise<Stack | undefined> =>
  (await stacks(account)).get(`-web--${environment}`);
const left = async () => changes(untouched, await everything(account));
const familyOf = (environment: string) => `ecs-cognito-app-example-com--web--${environment}`;

it("on closed, with the payload alone, the preview goes, and GitHub is told", async () => {
  const { github } = account.aws;
  const { number } = await github.open();
  const opened = await github.run("opened", number);
  green(await account.deploy(QUICK, { event: opened.event, env: opened.env }));
  const began = new Date(Date.now() - 1000);
  await github.close(number);
  const closed = await github.run("closed", number);
  const run = green(await account.teardown({ app: "web" }, { event: closed.event, env: closed.env }));
  expect(run.outputs.outcome).toBe("removed");
  expect(JSON.parse(run.outputs.removed ?? "")).toEqual([
    {
      what: `pr-${number} of web`,
      lines: expect.arrayContaining(["1 listener rule", `stack ${familyOf(`pr-${number}`)}`]),
    },
  ]);
  expect(run.summary).toContain(`Environment pr-${number} of web is gone`);
  expect(await left()).toEqual([]);
  const { deployments, comments } = await github.state();
  expect(deployments.filter(({ environment }) => environment === `pr-${number}`)).toEqual([]);
  const [comment, ...more] = comments.filter(({ pullRequest }) => pullRequest === number);
  expect(comment?.body).toMatch(/is removed.*\| Removed \| \d{4}-/s);
  expect(more).toEqual([]);

  // The tombstone that a late deploy meets, and one that began after it does not.
  const signal = AbortSignal.timeout(10_000);
  const name = familyOf(`pr-${number}`);
  const deleted = await deletedSince(account.cloudFormation, name, began, signal);
  expect(deleted?.getTime()).toBeGreaterThan(began.getTime());
  expect(await deletedSince(account.cloudFormation, name, new Date(), signal)).toBeUndefined();
  expect(await deletedSince(account.cloudFormation, `${name}0`, began, signal)).toBeUndefined();

  await account.aws.forgetCalls();
  const again = green(await account.teardown({ app: "web" }, { event: closed.event, env: closed.env }));
  expect(again.outputs.outcome).toBe("already gone");
  expect(writes(await account.aws.calls())).toEqual([]);
}, 120_000);

describe("what is not known to be ours is not touched", () => {
  beforeAll(async () => {
    green(await deploy("mine"));
  }, 60_000);

  it.each<[string, Record<string, string>, Parameters<Account["teardown"]>[1], RegExp]>([
    [
      "another repository's environment",
      { environment: "mine" },
      { env: { GITHUB_REPOSITORY_ID: "4711" } },
      /its tag ecs-cognito-deploy:repository-id says \d+, not 4711\. Nothing was touched\./,
    ],
    [
      "an environment that is not this pull request's",
      { environment: "mine" },
      { event: { name: "pull_request", payload: { action: "closed", pull_request: { number: 7 } } } },
      /it is without the tag ecs-cognito-deploy:pull-request=7/,
    ],
  ])("%s", async (_, inputs, more, message) => {
    const before = await everything(account);
    await account.aws.forgetCalls();
    const run = await account.teardown(inputs, more);
    expect(run.exitCode).toBe(1);
    expect(failure(run)).toMatchObject({ title: "NotOurs", message: expect.stringMatching(message) });
    expect(writes(await account.aws.calls())).toEqual([]);
    expect(changes(before, await everything(account))).toEqual([]);
  });

  it("an environment with termination protection", async () => {
    const StackName = familyOf("mine");
    const protect = (EnableTerminationProtection: boolean) =>
      account.cloudFormation.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection }));
    await protect(true);
    await account.aws.forgetCalls();
    const run = await account.teardown({ environment: "mine" });
    expect(failure(run)).toMatchObject({
      title: "StackProtected",
      message: expect.stringMatching(/has termination protection.*--no-enable-termination-protection/s),
    });
    expect(writes(await account.aws.calls())).toEqual([]);
    await protect(false);
  });

  it("a dry run shows what would go, and touches nothing", async () => {
    const before = await everything(account);
    await account.aws.forgetCalls();
    const run = green(await account.teardown({ environment: "mine", "dry-run": "true", "keep-logs": "true" }));
    expect(run.outputs.outcome).toBe("dry run");
    expect(writes(await account.aws.calls())).toEqual([]);
    for (const row of ["listener rule", "service with its tasks", `stack | ${familyOf("mine")}`, "task definition"])
      expect(run.summary).toContain(`| mine | ${row}`);
    expect(run.summary).toMatch(/\| mine \| log group \| .* \| stays \(keep-logs\) \|/);
    expect(changes(before, await everything(account))).toEqual([]);
  });

  it("a revision that somebody has registered in its family: red, with what is left and what to do", async () => {
    const by = {
      requiresCompatibilities: ["FARGATE" as const],
      networkMode: "awsvpc" as const,
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "app", image: "by-hand:1" }],
    };
    const { taskDefinition } = await account.ecs.send(
      new RegisterTaskDefinitionCommand({ ...by, family: familyOf("mine") }),
    );
    const arn = taskDefinition?.taskDefinitionArn ?? "";
    const run = await account.teardown({ environment: "mine" });
    expect(failure(run)).toMatchObject({
      title: "NotRemoved",
      message: expect.stringMatching(
        new RegExp(
          `Left: task definition ${arn.split("/")[1]}: it is without the tag .*\\. *\n.*delete it by hand`,
          "s",
        ),
      ),
    });
    expect(await stackOf("mine")).toBeUndefined();
    expect((await left()).filter((fact) => !fact.includes(arn))).toEqual([]);
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn }));
  });
});

it("keep-logs keeps the log group, also from later teardowns", async () => {
  green(await deploy("logs"));
  const run = green(await account.teardown({ environment: "logs", "keep-logs": "true" }));
  expect(run.log).toMatch(/stays: log group \S+ \(keep-logs\).*aws logs delete-log-group/);
  const again = green(await account.teardown({ environment: "logs" }));
  expect(again.outputs.outcome).toBe("already gone");
  const logs = new CloudWatchLogsClient(clientConfiguration(account.aws));
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: familyOf("logs") }));
  expect(logGroups).toHaveLength(1);
  logs.destroy();
}, 60_000);

describe("what is going on", () => {
  /** Starts a teardown as soon as a deploy's log shows a line, and cancels that deploy: AWS goes on with what it began. */
  async function meet(environment: string, pattern: RegExp, inputs: Record<string, string> = {}) {
    let teardown: Promise<ActionRun> | undefined;
    const cancel = new AbortController();
    const onOutput = (line: string) => {
      if (!pattern.test(line)) return;
      cancel.abort();
      teardown ??= account.teardown({ environment });
    };
    const deployed = await account.deploy({ ...QUICK, environment, ...inputs }, { onOutput, signal: cancel.signal });
    return { deployed, removed: (await teardown) as ActionRun };
  }

  it("a creation under way is deleted", async () => {
    const { deployed, removed } = await meet("early", /stack ecs-service CREATE_IN_PROGRESS/);
    expect(deployed.exitCode).not.toBe(0);
    green(removed);
    expect(await stackOf("early")).toBeUndefined();
  }, 60_000);

  it("an update under way is cancelled or waited for, and what it had changed goes too", async () => {
    green(await deploy("late"));
    const { removed } = await meet("late", /stack ecs-service UPDATE_IN_PROGRESS/, { "health-check-path": "/" });
    green(removed);
    expect(await stackOf("late")).toBeUndefined();
  }, 60_000);

  it("of two teardowns at once both are green", async () => {
    green(await deploy("twice"));
    const runs = await Promise.all([1, 2].map(() => account.teardown({ environment: "twice" })));
    for (const run of runs) green(run);
    expect(await stackOf("twice")).toBeUndefined();
  }, 60_000);
});

it("what cannot be deleted is named with the reason, and goes once that is mended", async () => {
  green(await deploy("stuck"));
  const iam = new IAMClient(clientConfiguration(account.aws));
  const { resources } = (
    (await account.aws.state()).cloudformation as {
      stacks: { StackName: string; resources: { LogicalResourceId: string; PhysicalResourceId: string }[] }[];
    }
  ).stacks.find(({ StackName }) => StackName === familyOf("stuck")) ?? { resources: [] };
  const RoleName = resources.find(({ LogicalResourceId }) => LogicalResourceId === "TaskRole")?.PhysicalResourceId;
  const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  const run = await account.teardown({ environment: "stuck" });
  expect(failure(run)).toMatchObject({
    title: "StackLeft",
    message: expect.stringMatching(
      /DELETE_FAILED\): TaskRole \(AWS::IAM::Role\): .*detach all policies.*Left: TaskRole\..*list-attached-role-policies/s,
    ),
  });
  expect((await stackOf("stuck"))?.StackStatus).toBe("DELETE_FAILED");
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  iam.destroy();
  green(await account.teardown({ environment: "stuck" }));
  expect(await stackOf("stuck")).toBeUndefined();
}, 60_000);

it("after all that, all that is left is what somebody has kept or made", async () => {
  const ours = (await left()).filter((fact) => !/-logs-LogGroup-|--mine:/.test(fact));
  expect(ours).toEqual([]);
  const { Stacks = [] } = await account.cloudFormation.send(new DescribeStacksCommand({}));
  expect(Stacks.some(({ StackName }) => StackName === familyOf("production"))).toBe(true);
});
