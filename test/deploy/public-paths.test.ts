import { readFile } from "node:fs/promises";
import {
  CreateRuleCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { Browser } from "../../local/demo/browser.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type Account, green, openAccount, parameters, stacks } from "./harness.js";

/** One environment whose public paths are given, changed and taken away again. */
let account: Account;
let browser: Browser;
let elb: ElasticLoadBalancingV2Client;

const SERVICE = "-web--production";
const quick = { "nat-gateways": "0", "desired-count": "1" };

beforeAll(async () => {
  account = await openAccount();
  const certificateAuthority = await readFile(account.aws.env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
  browser = new Browser({ proxy: account.aws.proxy, certificateAuthority });
  elb = new ElasticLoadBalancingV2Client(clientConfiguration(account.aws));
});
afterAll(async () => {
  browser.close();
  elb.destroy();
  await account.close();
});

const status = async (path: string) => (await browser.request(`https://app.example.com${path}`)).status;
const statuses = async (...paths: string[]) => await Promise.all(paths.map(status));
const chosen = async () => parameters((await stacks(account)).get(SERVICE));
const rules = async () => {
  const listener = parameters((await stacks(account)).get(SERVICE)).HttpsListenerArn;
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn: listener }));
  return Rules.filter(({ IsDefault }) => !IsDefault).map(({ Priority, Conditions = [], Actions = [] }) => ({
    priority: Number(Priority),
    paths: Conditions.find(({ Field }) => Field === "path-pattern")?.PathPatternConfig?.Values ?? [],
    actions: Actions.map(({ Type }) => Type),
  }));
};

it("declared paths answer without sign-in, their neighbours do not", async () => {
  green(await account.deploy({ ...quick, "public-paths": "/healthz\n/webhooks/*" }));
  // The sample app has one page and a health check: its own 404 is an answer as well.
  expect(await statuses("/healthz", "/webhooks/", "/webhooks/a/b?c=d")).toEqual([200, 404, 404]);
  expect(await statuses("/", "/healthz/", "/healthz2", "/Healthz", "/webhooks", "/x/webhooks/a")).toEqual([
    302, 302, 302, 302, 302, 302,
  ]);
});

it("they have a rule of their own, asked before the one that signs in, and nothing else forwards", async () => {
  const { RulePriority, PublicRulePriority } = await chosen();
  expect(await rules()).toEqual([
    { priority: Number(PublicRulePriority), paths: ["/healthz", "/webhooks/*"], actions: ["forward"] },
    { priority: Number(RulePriority), paths: [], actions: ["authenticate-cognito", "forward"] },
  ]);
});

it("the same paths again change nothing; others change the environment's stack alone and keep the priority", async () => {
  const before = await chosen();
  const again = green(await account.deploy({ ...quick, "public-paths": "# two\n/healthz\n/webhooks/*\n" }));
  expect(again.outputs.changed).toBe("false");
  await account.aws.forgetCalls();
  green(await account.deploy({ ...quick, "public-paths": "/webhooks/*" }));
  const changes = (await account.aws.calls()).filter(({ operation }) => operation === "ExecuteChangeSet");
  expect(changes).toHaveLength(1);
  expect(await statuses("/healthz", "/webhooks/a")).toEqual([302, 404]);
  const after = await chosen();
  expect([after.PublicRulePriority, after.RulePriority]).toEqual([before.PublicRulePriority, before.RulePriority]);
});

it("a priority that is taken between looking and making the rule is chosen again", async () => {
  const { RulePriority, PublicRulePriority, HttpsListenerArn } = await chosen();
  // Five paths need a second rule, whose priority is the next one down: somebody takes that once it has been looked for.
  const next = Number(PublicRulePriority) - 1;
  expect(next).toBe(Number(RulePriority) - 2);
  const paths = ["/webhooks/*", "/1", "/2", "/3", "/healthz"].join("\n");
  let taking: Promise<unknown> | undefined;
  await account.aws.fault({ service: "cloudformation", operation: "CreateChangeSet", delaySeconds: 50 });
  await account.aws.forgetCalls();
  const run = account.deploy({ ...quick, "public-paths": paths });
  const isLooked = async () => (await account.aws.calls()).some(({ operation }) => operation === "DescribeRules");
  let over = false;
  void run.finally(() => {
    over = true;
  });
  while (!over && !taking) {
    if (await isLooked())
      taking = elb.send(
        new CreateRuleCommand({
          ListenerArn: HttpsListenerArn,
          Priority: next,
          Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: ["other.example.com"] } }],
          Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
        }),
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await taking;
  const { log } = green(await run);
  await account.aws.clearFaults();
  expect(log).toMatch(/priority was taken meanwhile; choosing another \(try 2\)/);
  expect(await chosen()).toMatchObject({
    PublicRulePriority,
    MorePublicRulePriority: String(next - 1),
  });
  expect(await statuses("/healthz", "/3", "/4")).toEqual([200, 404, 302]);
});

it("taken away, they ask to sign in again and their rules are gone", async () => {
  green(await account.deploy(quick));
  expect(await statuses("/healthz", "/3", "/webhooks/a")).toEqual([302, 302, 302]);
  expect((await rules()).filter(({ actions }) => actions.length === 1 && actions[0] === "forward")).toEqual([]);
});

it("ALL PUBLIC opens every path, and the summary's headline warns", async () => {
  const run = green(await account.deploy({ ...quick, "public-paths": "ALL PUBLIC", "smoke-test": "false" }));
  expect(await statuses("/", "/anything", "/healthz")).toEqual([200, 404, 200]);
  expect(run.summary).toMatch(/^## Warning: web is deployed to production and open to everybody/);
  expect(run.summary).not.toContain("asks for a sign-in");
});
