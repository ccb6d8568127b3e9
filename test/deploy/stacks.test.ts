import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  ListStacksCommand,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateClusterCommand, DeleteClusterCommand } from "@aws-sdk/client-ecs";
import { CreateServiceLinkedRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import type { ActionRun } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, stacks } from "./harness.js";

/** Stacks in every state in which a run may find them, or bring them: what the action does, and how it ends. */
let account: Account;
const COMMON = { "desired-count": "1", "nat-gateways": "0" };
const TAGS = [{ Key: "ecs-cognito-deploy:domain", Value: "app.example.com" }];
const TAKEN = "somebody-elses";

const name = (id: string) => `ecs-cognito-app-example-com-${id}`;
const errors = (run: ActionRun) => run.annotations.filter(({ level }) => level === "error");
const template = (id: string) =>
  readFile(join(import.meta.dirname, "..", "..", "..", "cloudformation", `${id}.yml`), "utf8");

/** By name or ARN; undefined for a name that no stack has. */
async function status(stack: string): Promise<string | undefined> {
  const { StackSummaries = [] } = await account.cloudFormation.send(new ListStacksCommand({}));
  return StackSummaries.find(
    ({ StackId, StackName, StackStatus }) =>
      StackId === stack || (StackName === stack && StackStatus !== "DELETE_COMPLETE"),
  )?.StackStatus;
}

async function settled(stack: string): Promise<string | undefined> {
  for (;;) {
    const found = await status(stack);
    if (!found?.endsWith("_IN_PROGRESS")) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function create(id: string, more: { TemplateBody?: string; Parameters?: Record<string, string> } = {}) {
  const { TemplateBody = await template(id), Parameters = {} } = more;
  const { StackId = "" } = await account.cloudFormation.send(
    new CreateStackCommand({
      StackName: name(id),
      TemplateBody,
      Tags: TAGS,
      Parameters: Object.entries(Parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  return StackId;
}

/** Log groups that are made, and deleted, one after the other: a stack that is busy for a while. */
function slow(count: number): string {
  const resources = Array.from({ length: count }, (_, index) => [
    `Logs${index}`,
    { Type: "AWS::Logs::LogGroup", ...(index > 0 && { DependsOn: `Logs${index - 1}` }) },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(resources) });
}

beforeAll(async () => {
  account = await openAccount();
  const { aws } = account;
  const cognito = new CognitoIdentityProviderClient(clientConfiguration(aws));
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: "theirs" }));
  await cognito.send(new CreateUserPoolDomainCommand({ UserPoolId: UserPool?.Id, Domain: TAKEN }));
  cognito.destroy();
  // The account has used ECS before.
  const iam = new IAMClient(clientConfiguration(aws));
  await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "ecs.amazonaws.com" }));
  iam.destroy();
});
afterAll(async () => {
  await account.close();
});

it("refuses a stack of ours by name that somebody else has made, before anything is created", async () => {
  await account.cloudFormation.send(new CreateStackCommand({ StackName: name("dns"), TemplateBody: slow(1) }));
  await settled(name("dns"));
  const run = await account.deploy(COMMON);
  expect(errors(run)).toEqual([
    expect.objectContaining({ title: "NotOurs", message: expect.stringContaining(name("dns")) }),
  ]);
  expect([...(await stacks(account)).keys()]).toEqual(["dns"]);
  await account.cloudFormation.send(new DeleteStackCommand({ StackName: name("dns") }));
});

describe("a run that finds four stacks in awkward states", () => {
  let red: ActionRun;
  let run: ActionRun;

  beforeAll(async () => {
    // A change set of type CREATE that nobody has executed.
    await account.cloudFormation.send(
      new CreateChangeSetCommand({
        StackName: name("vpc"),
        ChangeSetName: "by-hand",
        ChangeSetType: "CREATE",
        TemplateBody: await template("vpc"),
      }),
    );
    // An update whose rollback failed: the cluster is gone, so that it can be neither changed nor changed back.
    const [cluster, pool, network] = await Promise.all([
      create("ecs-cluster"),
      create("cognito", { Parameters: { DomainPrefix: TAKEN } }),
      create("alb", { TemplateBody: slow(60) }),
    ]);
    expect(await settled(cluster)).toBe("CREATE_COMPLETE");
    expect(await settled(pool)).toBe("ROLLBACK_COMPLETE");
    const { Stacks } = await account.cloudFormation.send(new DescribeStacksCommand({ StackName: cluster }));
    const clusterName = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === "ClusterName")?.OutputValue ?? "";
    await account.ecs.send(new DeleteClusterCommand({ cluster: clusterName }));
    await account.cloudFormation.send(
      new UpdateStackCommand({
        StackName: cluster,
        UsePreviousTemplate: true,
        Parameters: [{ ParameterKey: "ContainerInsights", ParameterValue: "enabled" }],
      }),
    );
    expect(await settled(cluster)).toBe("UPDATE_ROLLBACK_FAILED");
    expect(await settled(network)).toBe("CREATE_COMPLETE");

    red = await account.deploy(COMMON);
    // What the red run asks for.
    await account.ecs.send(new CreateClusterCommand({ clusterName, capacityProviders: ["FARGATE", "FARGATE_SPOT"] }));
    for (const id of ["vpc", "cognito"]) await settled(name(id));
    await account.cloudFormation.send(new DeleteStackCommand({ StackName: network }));
    run = await account.deploy(COMMON);
  });

  it("continues a rollback that failed; where it fails again, it says which resource, and what a person can do", () => {
    expect(red.exitCode).toBe(1);
    expect(errors(red)).toEqual([
      expect.objectContaining({
        title: "RollbackFailed",
        message: expect.stringMatching(
          /could not be rolled back: Cluster \(AWS::ECS::Cluster\): .*\n.*--resources-to-skip Cluster/s,
        ),
      }),
    ]);
  });

  it("goes on from there once that is mended", () => {
    green(run);
    expect(run.log).toMatch(/\[ecs-cluster\] continue rollback: it is UPDATE_ROLLBACK_FAILED/);
    expect(run.log).toMatch(/\[ecs-cluster\] stack ecs-cluster UPDATE_COMPLETE/);
  });

  it("deletes and creates what waits for its first change set, and what was rolled back at its creation", () => {
    expect(red.log).toMatch(/\[vpc\] recreate: it is REVIEW_IN_PROGRESS/);
    expect(red.log).toMatch(/\[cognito\] recreate: it is ROLLBACK_COMPLETE/);
  });

  it("waits for somebody's deletion, and creates what is gone then", () => {
    expect(run.log).toMatch(/\[alb\] DELETE_IN_PROGRESS: another run is at work on it/);
    expect(run.log).toMatch(/\[alb\] create: it was deleted/);
    expect(run.log).toMatch(/\[alb\] stack alb CREATE_COMPLETE/);
  });

  it("leaves every stack complete", async () => {
    const found = [...(await stacks(account)).values()].map(({ StackStatus }) => StackStatus);
    expect(found).toHaveLength(6);
    for (const one of found) expect(one).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
  });
});

describe("somebody else is quicker", () => {
  it("between two looks: the run looks again and decides anew, and is green", async () => {
    const busy = `Stack:arn is in UPDATE_IN_PROGRESS state and can not be updated.`;
    const faults: [string, { code: string; message: string; statusCode?: number }][] = [
      ["CreateChangeSet", { code: "ValidationError", message: busy }],
      [
        "ExecuteChangeSet",
        { code: "InvalidChangeSetStatus", message: "cannot be executed in its current execution status of [OBSOLETE]" },
      ],
      ["DescribeChangeSet", { code: "ChangeSetNotFound", message: "ChangeSet [x] does not exist", statusCode: 404 }],
      ["UpdateStack", { code: "ValidationError", message: busy }],
    ];
    for (const [operation, error] of faults) await account.aws.fault({ service: "cloudformation", operation, error });
    const run = green(await account.deploy({ ...COMMON, tags: "team=web" }));
    const calls = (await account.aws.calls()).map(({ operation }) => operation);
    for (const [operation] of faults) expect(calls.filter((call) => call === operation).length).toBeGreaterThan(1);
    expect(run.outputs.changed).toBe("true");
    for (const stack of (await stacks(account)).values())
      expect(stack.Tags).toContainEqual({ Key: "team", Value: "web" });
  });

  it("and deletes a stack that is being created: it is created again; stopped there, the next run waits for it", async () => {
    // An account of its own: the local AWS has one network, in which two platforms' addresses would meet.
    const other = await openAccount({ speed: 60 });
    try {
      let deleted: Promise<unknown> | undefined;
      let isAgain = false;
      const stop = new AbortController();
      const stopped = await other.deploy(COMMON, {
        signal: stop.signal,
        onOutput: (line) => {
          isAgain ||= /\[alb\] DELETE_(IN_PROGRESS|COMPLETE): somebody else/.test(line);
          if (!/\[alb\] (Certificate|LoadBalancerSecurityGroup) CREATE_IN_PROGRESS/.test(line)) return;
          if (isAgain) stop.abort();
          else deleted ??= other.cloudFormation.send(new DeleteStackCommand({ StackName: name("alb") }));
        },
      });
      await deleted;
      expect(stopped.log.match(/\[alb\] create: /g)?.length).toBe(2);
      expect(stopped.conclusion).toBe("cancelled");
      const run = green(await other.deploy(COMMON));
      expect(run.log).toMatch(/\[alb\] CREATE_IN_PROGRESS: another run is at work on it; waiting for its end/);
      expect(run.log).not.toMatch(/\[alb\] create/);
    } finally {
      await other.close();
    }
  });
});

it("never deletes a user pool to get rid of a stack whose deletion failed", async () => {
  const domain = "five.example.com";
  const { StackId: arn = "" } = await account.cloudFormation.send(
    new CreateStackCommand({
      StackName: "ecs-cognito-five-example-com-cognito",
      TemplateBody: await template("cognito"),
      Tags: [{ Key: "ecs-cognito-deploy:domain", Value: domain }],
      Parameters: Object.entries({ DomainPrefix: "five", DeletionProtection: "ACTIVE" }).map(
        ([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }),
      ),
    }),
  );
  await settled(arn);
  await account.cloudFormation.send(new DeleteStackCommand({ StackName: arn }));
  expect(await settled(arn)).toBe("DELETE_FAILED");
  const run = await account.deploy({ ...COMMON, domain });
  expect(errors(run)).toEqual([
    expect.objectContaining({
      title: "ReplacementRefused",
      message: expect.stringMatching(/remove UserPool .*DELETE_FAILED.*all users/s),
    }),
  ]);
  expect(await status(arn)).toBe("DELETE_FAILED");
  // Allowed, it tries, and says what is in the way.
  const allowed = await account.deploy({ ...COMMON, domain, "allow-replacement": "true" });
  expect(errors(allowed)).toEqual([
    expect.objectContaining({
      title: "StackFailed",
      message: expect.stringMatching(/could not be deleted: UserPool .*deletion protection.*INACTIVE/is),
    }),
  ]);
});

it("a stack that fails tells the cause and its hint at once, and then what CloudFormation did", async () => {
  const inputs = { ...COMMON, domain: "four.example.com", "cognito-domain-prefix": TAKEN };
  const run = await account.deploy(inputs);
  expect(errors(run)).toEqual([
    expect.objectContaining({
      title: "StackFailed",
      message: expect.stringMatching(
        /cognito stack .* could not be created: UserPoolDomain .*already associated.*removed what it had made \(ROLLBACK_COMPLETE\).*\n.*cognito-domain-prefix/s,
      ),
    }),
  ]);
  expect(run.log.indexOf("failed because of UserPoolDomain")).toBeGreaterThan(-1);
  expect(run.log.indexOf("failed because of UserPoolDomain")).toBeLessThan(run.log.indexOf("ROLLBACK_COMPLETE"));
});
