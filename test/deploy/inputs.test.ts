import type { ActionRun } from "../../local/runner/run-action.js";
import { type Account, openAccount, writes } from "./harness.js";

/** Through the bundle: what is refused, and that nothing was asked of AWS. The table of every value is a unit test. */
let account: Account;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(async () => {
  await account.close();
});

/** One annotation a problem. */
const errors = (run: ActionRun) =>
  run.annotations.filter(({ level }) => level === "error").map(({ message }) => message);

it("names every wrong input at once, exits 1, and makes no AWS call", async () => {
  await account.aws.forgetCalls();
  const run = await account.deploy({
    domain: "https://app.example.com",
    "hosted-zone-id": "example.com",
    image: "",
    "container-port": "80.5",
    memory: "513",
    "environment-variables": "A=1\nB",
    "dry-run": "yes",
    tags: "aws:x=1",
  });
  expect(run.exitCode).toBe(1);
  expect(errors(run).map((message) => message.split(":")[0])).toEqual([
    "domain",
    "hosted-zone-id",
    "image",
    "memory",
    "environment-variables",
    "tags",
    "container-port",
    "dry-run",
  ]);
  for (const message of errors(run)) expect(run.summary).toContain(message.split(":")[0]);
  expect(await account.aws.calls()).toEqual([]);
});

it.each<[string, Record<string, string>, Record<string, string>, RegExp]>([
  [
    "no credentials",
    {},
    { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "", AWS_EC2_METADATA_DISABLED: "true" },
    /no AWS credentials.*configure-aws-credentials/s,
  ],
  ["no region", {}, { AWS_REGION: "", AWS_DEFAULT_REGION: "" }, /no aws region.*aws-region/is],
  [
    "credentials that AWS does not know",
    {},
    { AWS_ACCESS_KEY_ID: "AKIAUNKNOWN000000000" },
    /not accept.*configure-aws-credentials/s,
  ],
  [
    "a zone that does not exist",
    { "hosted-zone-id": "Z0NOSUCHZONE" },
    {},
    /no hosted zone Z0NOSUCHZONE.*list-hosted-zones/s,
  ],
  [
    "a domain outside the zone",
    { domain: "app.example.org" },
    {},
    /app\.example\.org does not lie in the zone.*example\.com/s,
  ],
  ["a host outside the zone", { host: "app.example.org" }, {}, /host: app\.example\.org does not lie in the zone/],
])("finds %s before anything is created, and says what to do", async (_, inputs, env, message) => {
  await account.aws.forgetCalls();
  const run = await account.deploy(inputs, { env });
  expect(run.exitCode).toBe(1);
  expect(errors(run).join("\n")).toMatch(message);
  expect(writes(await account.aws.calls())).toEqual([]);
});

it("names the action that a role is not allowed", async () => {
  await account.aws.fault({
    service: "cloudformation",
    operation: "DescribeStacks",
    times: 100,
    error: {
      code: "AccessDenied",
      message:
        "User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform: cloudformation:DescribeStacks on resource: y",
      statusCode: 403,
    },
  });
  const run = await account.deploy();
  await account.aws.clearFaults();
  expect(run.exitCode).toBe(1);
  expect(errors(run).join("\n")).toContain("Allow cloudformation:DescribeStacks");
});
