import { readFile } from "node:fs/promises";
import { PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { Browser } from "../../local/demo/browser.js";
import { startTraffic } from "../../local/demo/traffic.js";
import { createUser, signIn } from "../../local/demo/visitor.js";
import type { ActionRun } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, parameters, repeated, running, stacks, writes } from "./harness.js";

/** The seven stories, in their order, on one account. */
let account: Account;
let first: ActionRun;
let latest: ActionRun;

const CHECKS = [
  "host-name",
  "certificate",
  "tls-versions",
  "http-redirect",
  "sign-in-redirect",
  "every-way-in",
  "forged-identity",
  "wrong-door",
  "listener-rules",
  "targets",
  "sign-in-page",
];
/** How the smoke test looks at the rules of two listeners and at the tasks' security group. */
const PROOF = ["DescribeListeners", "DescribeRules", "DescribeRules", "DescribeSecurityGroups"];
const SERVICE_STACK = "-web--production";
const PERSON = { email: "ada@example.com", password: "Correct-horse-9" };

beforeAll(async () => {
  account = await openAccount();
});
afterAll(async () => {
  await account.close();
});

describe("story 1: an empty account becomes a signed-in app", () => {
  beforeAll(async () => {
    first = latest = green(await account.deploy());
  });

  it("creates all stacks", async () => {
    const found = [...(await stacks(account))].map(([name, { StackStatus }]) => [name, StackStatus]);
    expect(Object.fromEntries(found)).toEqual({
      vpc: "CREATE_COMPLETE",
      "nat-gateways": "CREATE_COMPLETE",
      cognito: "CREATE_COMPLETE",
      "ecs-cluster": "CREATE_COMPLETE",
      alb: "CREATE_COMPLETE",
      dns: "CREATE_COMPLETE",
      [SERVICE_STACK]: "CREATE_COMPLETE",
    });
  });

  it("creates independent stacks side by side, and the load balancer beside the NAT gateways", async () => {
    const created = (name: string) => first.log.indexOf(`[${name}] create`);
    const done = (name: string) => first.log.indexOf(`stack ${name} CREATE_COMPLETE`);
    for (const name of ["vpc", "cognito", "ecs-cluster"]) expect(created(name)).toBeLessThan(done("ecs-cluster"));
    expect(created("alb")).toBeGreaterThan(done("vpc"));
    expect(created("alb")).toBeLessThan(done("nat-gateways"));
  });

  it("gives every output", () => {
    expect(first.outputs).toMatchObject({
      url: "https://app.example.com",
      environment: "production",
      changed: "true",
      "task-definition-arn": expect.stringMatching(
        /^arn:aws:ecs:eu-west-1:\d{12}:task-definition\/ecs-cognito-app-example-com--web--production:\d+$/,
      ),
      "load-balancer-dns-name": expect.stringMatching(/\.elb\.amazonaws\.com$/),
      "user-pool-id": expect.stringMatching(/^eu-west-1_/),
      "user-pool-client-id": expect.stringMatching(/^[a-z0-9]+$/),
    });
    const signIn = new URL(first.outputs["sign-in-url"] ?? "");
    expect(signIn.host).toMatch(/\.auth\.eu-west-1\.amazoncognito\.com$/);
    expect(signIn.searchParams.get("client_id")).toBe(first.outputs["user-pool-client-id"]);
    expect(JSON.parse(first.outputs["smoke-test"] ?? "")).toEqual(
      CHECKS.map((id) => ({
        id,
        proves: expect.any(String),
        verdict: "passed",
        seen: expect.any(String),
      })),
    );
    expect(JSON.parse(first.outputs.plan ?? "").stacks).toHaveLength(7);
  });

  it("runs two tasks of the image, and tags the service with where they came from", async () => {
    const { service, container } = await running(account, first.outputs);
    expect(service).toMatchObject({ desiredCount: 2, runningCount: 2 });
    expect(container).toMatchObject({ image: "ecs-cognito-deploy/sample-app:1", name: "app" });
    // What the app needs to know whose signature to believe.
    expect(container?.environment).toContainEqual({
      name: "COGNITO_CLIENT_ID",
      value: first.outputs["user-pool-client-id"],
    });
    const tags = Object.fromEntries((service?.tags ?? []).map(({ key = "", value = "" }) => [key, value]));
    expect(tags).toMatchObject({
      "ecs-cognito-deploy:environment": "production",
      "ecs-cognito-deploy:commit": expect.any(String),
      "ecs-cognito-deploy:deployed-at": expect.stringMatching(/^\d{4}-/),
    });
  });

  it("sums up with the address, what was created, how long each part took, and the smoke test", () => {
    for (const part of [
      "https://app.example.com",
      "```mermaid\ngantt",
      "section stacks",
      "vpc (",
      "| stack alb | created |",
      "| sign-in-page |",
      "white_check_mark: passed",
    ])
      expect(first.summary).toContain(part);
  });

  it("prints what changes, as it changes, and no line twice", () => {
    expect(first.log).toContain("[alb] LoadBalancer CREATE_COMPLETE");
    expect(first.log).toMatch(/\[targets\] 2 of 2 healthy/);
    expect(repeated(first.log)).toEqual([]);
  });

  it("never made a change set, and shows no credential", async () => {
    expect(writes(await account.aws.calls())).not.toContain("CreateChangeSet");
    expect(first.log).not.toContain(account.aws.env.AWS_SECRET_ACCESS_KEY);
  });
});

it("story 3: the same inputs again change nothing, ask little, and prove the door again", async () => {
  await account.aws.forgetCalls();
  latest = green(await account.deploy());
  const calls = await account.aws.calls();
  expect(writes(calls)).toEqual([]);
  const names = calls.map(({ operation }) => operation);
  expect(names.filter((name) => PROOF.includes(name)).sort()).toEqual(PROOF);
  expect(calls.length - PROOF.length).toBeLessThanOrEqual(12);
  expect(latest.outputs).toEqual({
    ...first.outputs,
    changed: "false",
    plan: expect.any(String),
    "sign-in-url": expect.any(String),
    "smoke-test": expect.any(String),
  });
  expect(JSON.parse(latest.outputs["smoke-test"] ?? "")).toHaveLength(CHECKS.length);
});

it("story 2: a new image is rolled without a change set, and no request fails meanwhile", async () => {
  const certificateAuthority = await readFile(account.aws.env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
  const browser = new Browser({ proxy: account.aws.proxy, certificateAuthority });
  await createUser(account.aws, first.outputs["user-pool-id"] ?? "", PERSON);
  const way = await signIn(browser, "https://app.example.com/", PERSON);
  expect(way.at(-1)?.body).toContain(PERSON.email);
  const traffic = startTraffic({
    visitors: [browser],
    url: "https://app.example.com/",
    pauseMs: 10,
    label: ({ status }) => {
      if (status !== 200) throw new Error(`${status}`);
      return "200";
    },
  });
  await account.aws.forgetCalls();
  latest = green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2" }).finally(() => traffic.stop()));
  const { failures, sent } = await traffic.stop();
  browser.close();
  expect(failures).toEqual([]);
  expect(sent).toBeGreaterThan(20);
  expect(writes(await account.aws.calls()).filter((name) => !/^Admin/.test(name))).toEqual([
    "RegisterTaskDefinition",
    "TagResource",
    "UpdateService",
  ]);
  expect(latest.outputs["task-definition-arn"]).not.toBe(first.outputs["task-definition-arn"]);
  expect((await running(account, latest.outputs)).container?.image).toBe("ecs-cognito-deploy/sample-app:2");
});

describe("story 4: a changed stack", () => {
  it("is brought level and updated without changing what runs, and only then the image is rolled", async () => {
    await account.aws.forgetCalls();
    const before = await running(account, latest.outputs);
    expect(parameters((await stacks(account)).get(SERVICE_STACK))).toMatchObject({
      DesiredCount: "0",
      TaskDefinition: "",
    });
    latest = green(await account.deploy({ image: "ecs-cognito-deploy/sample-app:2", tags: "team=web" }));
    const after = await running(account, latest.outputs);
    expect(after.service?.taskDefinition).toBe(before.service?.taskDefinition);
    expect(after.service?.desiredCount).toBe(2);
    expect(after.service?.deployments?.map(({ id }) => id)).toEqual(before.service?.deployments?.map(({ id }) => id));
    const stack = (await stacks(account)).get(SERVICE_STACK);
    expect(stack?.StackStatus).toBe("UPDATE_COMPLETE");
    expect(parameters(stack)).toMatchObject({ DesiredCount: "2", TaskDefinition: before.service?.taskDefinition });
    expect(stack?.Tags).toContainEqual({ Key: "team", Value: "web" });
    expect(latest.outputs.changed).toBe("true");
    const names = (await account.aws.calls()).map(({ operation }) => operation);
    expect(names.indexOf("UpdateStack")).toBeGreaterThan(-1);
    expect(names.indexOf("UpdateStack")).toBeLessThan(names.lastIndexOf("ExecuteChangeSet"));
    expect(names).not.toContain("UpdateService");
  });
});

describe("story 5: what a container is given", () => {
  const common = { image: "ecs-cognito-deploy/sample-app:2", tags: "team=web" };

  it("changes with a new revision and no stack", async () => {
    await account.aws.forgetCalls();
    latest = green(
      await account.deploy({
        ...common,
        "environment-variables": "GREETING=hello",
        cpu: "512",
        memory: "1024",
        "desired-count": "1",
      }),
    );
    expect(writes(await account.aws.calls())).toEqual(["RegisterTaskDefinition", "TagResource", "UpdateService"]);
    const { container, taskDefinition, service } = await running(account, latest.outputs);
    expect(container?.environment).toContainEqual({ name: "GREETING", value: "hello" });
    expect(taskDefinition).toMatchObject({ cpu: "512", memory: "1024" });
    expect(service).toMatchObject({ desiredCount: 1, runningCount: 1 });
  });

  it("may be a secret: the role through the stack first, then a revision", async () => {
    await account.aws.forgetCalls();
    const ssm = new SSMClient(clientConfiguration(account.aws));
    await ssm.send(new PutParameterCommand({ Name: "/web/key", Value: "hunter2", Type: "SecureString" }));
    ssm.destroy();
    const secret = "arn:aws:ssm:eu-west-1:123456789012:parameter/web/key";
    latest = green(await account.deploy({ ...common, secrets: `KEY=${secret}`, "desired-count": "1" }));
    const { container, service } = await running(account, latest.outputs);
    expect(container?.secrets).toEqual([{ name: "KEY", valueFrom: secret }]);
    expect(service).toMatchObject({ desiredCount: 1, runningCount: 1 });
    const names = (await account.aws.calls()).map(({ operation }) => operation);
    expect(names.indexOf("ExecuteChangeSet")).toBeLessThan(names.indexOf("RegisterTaskDefinition"));
  });
});

it("story 6: a second environment gets a stack of its own and nothing else", async () => {
  await account.aws.forgetCalls();
  const staging = green(await account.deploy({ environment: "staging", tags: "team=web", "desired-count": "1" }));
  expect(staging.outputs.url).toBe("https://staging.app.example.com");
  const names = (await account.aws.calls()).map(({ operation }) => operation);
  expect(names.filter((name) => name === "CreateStack")).toHaveLength(1);
  expect(names).not.toContain("CreateChangeSet");
  expect((await stacks(account)).get("-web--staging")?.StackStatus).toBe("CREATE_COMPLETE");
  expect(staging.outputs["user-pool-client-id"]).not.toBe(first.outputs["user-pool-client-id"]);
});

it("story 7: a dry run says what it would do and changes nothing", async () => {
  await account.aws.forgetCalls();
  const run = green(
    await account.deploy({ environment: "beta", "self-sign-up": "true", "dry-run": "true", tags: "team=web" }),
  );
  // A change set is looked at and deleted again; nothing else is written.
  expect(writes(await account.aws.calls())).toEqual(["CreateChangeSet", "DeleteChangeSet"]);
  expect(run.outputs.changed).toBe("false");
  const plan = JSON.parse(run.outputs.plan ?? "");
  expect(plan.stacks.map(({ id, action }: { id: string; action: string }) => [id, action])).toEqual([
    ["vpc", "unchanged"],
    ["nat-gateways", "unchanged"],
    ["cognito", "update"],
    ["ecs-cluster", "unchanged"],
    ["alb", "unchanged"],
    ["dns", "unchanged"],
    ["ecs-service", "create"],
  ]);
  expect(plan).toMatchObject({ revision: { action: "register" }, rollout: { needed: true } });
  expect(run.summary).toContain("Dry run");
  expect(run.log).toContain("stack ecs-service");
});
