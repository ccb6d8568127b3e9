import { ListChangeSetsCommand, ListStacksCommand } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient, DeleteUserPoolDomainCommand } from "@aws-sdk/client-cognito-identity-provider";
import type { ActionRun } from "../../local/runner/run-action.js";
import type { StackPreview } from "../../src/commands/preview-changes.js";
import { type Account, green, openAccount, parameters, stacks, writes } from "./harness.js";
import { otherVersion } from "./other-version.js";

/** What a dry run shows, that it leaves nothing behind, and what a deploy refuses to replace. */
let account: Account;
let first: ActionRun;
const COMMON = { "desired-count": "1", "nat-gateways": "0" };

beforeAll(async () => {
  account = await openAccount();
  first = green(await account.deploy(COMMON));
});
afterAll(async () => {
  await account.close();
});

const deploy = (inputs: Record<string, string>, more?: Parameters<Account["deploy"]>[1]) =>
  account.deploy({ ...COMMON, ...inputs }, more);
const errors = (run: ActionRun) => run.annotations.filter(({ level }) => level === "error");
const previews = (run: ActionRun): StackPreview[] => JSON.parse(run.outputs.plan ?? "").stacks;
const preview = (run: ActionRun, id: string) => previews(run).find((stack) => stack.id === id);

/** All that exists, but for what moves by itself: the times of sessions, and CloudFormation's list of latest operations. */
async function everything(): Promise<string> {
  const { cloudformation, ...others } = await account.aws.state();
  return JSON.stringify({ cloudformation, ...others }, (key, value) => (key === "LastOperations" ? undefined : value));
}

async function changeSets(): Promise<string[]> {
  const { StackSummaries = [] } = await account.cloudFormation.send(new ListStacksCommand({}));
  const live = StackSummaries.filter(({ StackStatus }) => StackStatus !== "DELETE_COMPLETE");
  const lists = await Promise.all(
    live.map(({ StackId }) => account.cloudFormation.send(new ListChangeSetsCommand({ StackName: StackId }))),
  );
  return lists.flatMap(({ Summaries = [] }) => Summaries.map(({ ChangeSetName }) => ChangeSetName ?? ""));
}

/** Nothing that a dry run, or a deploy that stopped, may have left. */
async function untouched(before: string): Promise<void> {
  expect(await changeSets()).toEqual([]);
  expect([...(await stacks(account)).values()].map(({ StackStatus }) => StackStatus)).not.toContain(
    "REVIEW_IN_PROGRESS",
  );
  expect(await everything()).toBe(before);
}

describe("a dry run with changes to what stands", () => {
  let run: ActionRun;
  let before: string;
  beforeAll(async () => {
    before = await everything();
    await account.aws.forgetCalls();
    run = green(await deploy({ "cognito-domain-prefix": "other-prefix", "self-sign-up": "true", "dry-run": "true" }));
  });

  it("leaves the account exactly as it was", async () => {
    expect(writes(await account.aws.calls())).toEqual(["CreateChangeSet", "DeleteChangeSet"]);
    await untouched(before);
    expect(run.outputs.changed).toBe("false");
  });

  it("gives what is replaced first, with its cause and its loss, then what is modified, in the plan", () => {
    expect(preview(run, "cognito")?.changes).toEqual([
      {
        effect: "replace",
        resource: "UserPoolDomain",
        type: "AWS::Cognito::UserPoolDomain",
        properties: ["Domain"],
        causes: ["Domain (parameter DomainPrefix)"],
        loss: expect.stringContaining("host name"),
      },
      {
        effect: "modify",
        resource: "UserPool",
        type: "AWS::Cognito::UserPool",
        properties: ["AdminCreateUserConfig"],
        causes: [],
      },
    ]);
    expect(preview(run, "alb")?.changes).toEqual([]);
  });

  it("shows it as a table in the log and in the summary, in bold and with a warning", () => {
    expect(run.log).toMatch(/REPLACE +UserPoolDomain +AWS::Cognito::UserPoolDomain +Domain \(parameter DomainPrefix\)/);
    expect(run.log).toMatch(/WARNING: lost with UserPoolDomain: .*host name/);
    expect(run.log.indexOf("REPLACE")).toBeLessThan(run.log.search(/modify +UserPool /));
    expect(run.summary).toMatch(/\| \*\*replace\*\* \| \*\*UserPoolDomain\*\* \|.*:warning: lost with it/);
    expect(run.summary).toMatch(/\| modify \| UserPool \| AWS::Cognito::UserPool \| AdminCreateUserConfig \|/);
  });

  it("says that a deploy would stop there, and which stacks are drawn in", () => {
    expect(run.log).toMatch(/A deploy stops here.*allow-replacement/);
    expect(preview(run, "ecs-service")?.notes.join()).toMatch(/takes outputs of cognito/);
  });
});

it("lists the resources of a stack that would be created, without a change set", async () => {
  const before = await everything();
  await account.aws.forgetCalls();
  const run = green(await deploy({ environment: "beta", "dry-run": "true" }));
  expect(writes(await account.aws.calls())).toEqual([]);
  await untouched(before);
  expect(preview(run, "ecs-service")?.changes).toContainEqual(
    expect.objectContaining({ effect: "add", resource: "ListenerRule" }),
  );
});

describe("a dry run that goes wrong leaves nothing behind either:", () => {
  const CHANGED = { "self-sign-up": "true", tags: "team=web", "dry-run": "true" };
  let before: string;
  beforeAll(async () => {
    before = await everything();
  });
  afterEach(async () => {
    await account.aws.clearFaults();
  });

  it("cancelled while its change sets are being made", async () => {
    const stop = new AbortController();
    for (const operation of ["CreateChangeSet", "DescribeChangeSet"])
      await account.aws.fault({ service: "cloudformation", operation, delaySeconds: 100, times: 20 });
    const run = deploy(CHANGED, { signal: stop.signal });
    while (!(await account.aws.calls()).some(({ operation }) => operation === "CreateChangeSet"))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const cancelled = Date.now();
    stop.abort();
    expect((await run).conclusion).toBe("cancelled");
    expect(Date.now() - cancelled).toBeLessThan(7500);
    await account.aws.clearFaults();
    await untouched(before);
  });

  it("refused when it asks what they say", async () => {
    const error = {
      code: "AccessDenied",
      message: "User: x is not authorized to perform: cloudformation:DescribeChangeSet on resource: y",
      statusCode: 403,
    };
    await account.aws.fault({ service: "cloudformation", operation: "DescribeChangeSet", error, times: 100 });
    const run = await deploy(CHANGED);
    expect(errors(run)).toEqual([
      expect.objectContaining({
        title: "AccessDenied",
        message: expect.stringContaining("Allow cloudformation:DescribeChangeSet"),
      }),
    ]);
    await untouched(before);
  });

  it("or is red, and names what it could not delete", async () => {
    const error = { code: "AccessDenied", message: "no", statusCode: 403 };
    await account.aws.fault({ service: "cloudformation", operation: "DeleteChangeSet", error, times: 100 });
    const run = await deploy({ "self-sign-up": "true", "dry-run": "true" });
    const left = await changeSets();
    expect(left).toHaveLength(1);
    expect(errors(run)).toEqual([
      expect.objectContaining({ title: "ChangeSetLeft", message: expect.stringContaining(left[0] ?? "none") }),
    ]);
  });
});

describe("a deploy that would replace", () => {
  it("the sign-in domain stops, says what would be lost, and changes nothing", async () => {
    green(await deploy({ "dry-run": "true" }));
    const before = await everything();
    const run = await deploy({ "cognito-domain-prefix": "other-prefix" });
    expect(run.exitCode).toBe(1);
    expect(errors(run)).toEqual([
      expect.objectContaining({
        title: "ReplacementRefused",
        message: expect.stringMatching(
          /replace UserPoolDomain .*because of Domain \(parameter DomainPrefix\).*nobody can sign in.*\n.*allow-replacement: true/s,
        ),
      }),
    ]);
    expect(await everything()).toBe(before);
    expect((await changeSets()).filter((name) => name.startsWith("deploy-"))).toEqual([]);
  });

  it("the sign-in domain is let through by allow-replacement, and meets Cognito's one domain a pool", async () => {
    const inputs = { "cognito-domain-prefix": "other-prefix", "allow-replacement": "true" };
    const run = await deploy(inputs);
    expect(errors(run)).toEqual([
      expect.objectContaining({
        title: "StackFailed",
        message: expect.stringMatching(
          /UserPoolDomain .*already has a domain configured.*put everything back.*\n.*delete-user-pool-domain/s,
        ),
      }),
    ]);
    const { aws } = account;
    const cognito = new CognitoIdentityProviderClient({
      endpoint: aws.endpoint,
      region: aws.region,
      credentials: {
        accessKeyId: aws.env.AWS_ACCESS_KEY_ID ?? "",
        secretAccessKey: aws.env.AWS_SECRET_ACCESS_KEY ?? "",
      },
    });
    await cognito.send(
      new DeleteUserPoolDomainCommand({
        UserPoolId: first.outputs["user-pool-id"],
        Domain: parameters((await stacks(account)).get("cognito")).DomainPrefix,
      }),
    );
    cognito.destroy();
    const next = green(await deploy(inputs));
    expect(new URL(next.outputs["sign-in-url"] ?? "").host).toBe("other-prefix.auth.eu-west-1.amazoncognito.com");
    expect(next.outputs["user-pool-id"]).toBe(first.outputs["user-pool-id"]);
  });

  it("the load balancer stops, and with allow-replacement goes all the way", async () => {
    const other = await otherVersion("alb.yml", (body) =>
      body.replace("      Scheme: internet-facing\n", "      Scheme: internet-facing\n      Name: another\n"),
    );
    try {
      const inputs = { "cognito-domain-prefix": "other-prefix" };
      const refused = await deploy(inputs, other);
      expect(errors(refused)).toEqual([
        expect.objectContaining({
          title: "ReplacementRefused",
          message: expect.stringMatching(/replace LoadBalancer .*because of Name.*its DNS name/s),
        }),
      ]);
      const allowed = green(await deploy({ ...inputs, "allow-replacement": "true" }, other));
      expect(allowed.outputs["load-balancer-dns-name"]).toMatch(/^another-/);
      expect(allowed.outputs["smoke-test"]).not.toMatch(/"verdict":"(?!passed)/);
    } finally {
      await other.remove();
    }
  });

  it("or remove the user pool stops too", async () => {
    const other = await otherVersion("cognito.yml", (body) =>
      body
        .replaceAll(/\bUserPool:$/gm, "People:")
        .replaceAll("!Ref UserPool\n", "!Ref People\n")
        .replaceAll("UserPool.Arn", "People.Arn"),
    );
    try {
      const run = await deploy({ "cognito-domain-prefix": "other-prefix" }, other);
      expect(errors(run)).toEqual([
        expect.objectContaining({
          title: "ReplacementRefused",
          message: expect.stringMatching(
            /remove UserPool \(AWS::Cognito::UserPool\), which the template no longer has.*all users/s,
          ),
        }),
      ]);
    } finally {
      await other.remove();
    }
  });
});
