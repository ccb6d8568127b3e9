import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { DEFAULTS, readRequest } from "../../src/inputs/read-request.js";
import { InputError } from "../../src/lib/errors.js";

const SHA = "a".repeat(64);

const GOOD = {
  domain: "app.example.com",
  "hosted-zone-id": "Z0123456789ABC",
  image: "registry.example.com/team/web:1.2.3",
};

function read(
  inputs: Record<string, string>,
  { event = {}, env = {} }: { event?: unknown; env?: Record<string, string> } = {},
) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return readRequest({ GITHUB_REPOSITORY: "octo/Web.Shop", ...env, ...Object.fromEntries(given) }, event);
}

function problems(inputs: Record<string, string>, event: unknown = {}) {
  try {
    read(inputs, { event });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe("a request from the required inputs alone", () => {
  const request = read(GOOD);

  it("takes production at the domain itself, with the article's two tasks and two NAT gateways", () => {
    expect(request).toMatchObject({
      domain: "app.example.com",
      environment: "production",
      host: "app.example.com",
      app: "web-shop",
      desiredCount: 2,
      natGateways: 2,
      selfSignUp: false,
      smokeTest: true,
      timeoutMinutes: 30,
      dryRun: false,
      healthCheckPath: "/",
      container: { port: 80, cpu: 256, memory: 512, architecture: "X86_64", environment: [], secrets: [] },
    });
  });

  it("is frozen through and through", () => {
    expect(Object.isFrozen(request)).toBe(true);
    expect(Object.isFrozen(request.container.environment)).toBe(true);
  });

  it("takes one task in an environment of its own on a pull request", () => {
    const event = { pull_request: { number: 12, head: { sha: "abc123" } } };
    expect(read(GOOD, { event })).toMatchObject({
      environment: "pr-12",
      host: "pr-12.app.example.com",
      desiredCount: 1,
      origin: { pullRequest: 12, commit: "abc123" },
    });
  });
});

it("has the defaults of action.yml", () => {
  const { inputs } = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, { default?: string }> };
  const declared = Object.entries(inputs).flatMap(([name, { default: value }]) =>
    // An expression is the runner's to fill in: whoever runs the bundle without one has no token.
    value === undefined || value.startsWith("${{") ? [] : [[name, value]],
  );
  expect(DEFAULTS).toEqual(Object.fromEntries(declared));
});

describe("what is accepted", () => {
  it.each<[string, Record<string, string>, object]>([
    [
      "a domain in upper case, in lower case",
      { domain: "App.Example.COM" },
      { domain: "app.example.com", host: "app.example.com" },
    ],
    ["a zone id with its prefix", { "hosted-zone-id": "/hostedzone/Z0123" }, { hostedZoneId: "Z0123" }],
    ["an image by digest", { image: `a/b@sha256:${SHA}` }, { container: { image: `a/b@sha256:${SHA}` } }],
    [
      "an image of a registry with a port",
      { image: "localhost:5000/web" },
      { container: { image: "localhost:5000/web" } },
    ],
    ["an image's bare name", { image: "nginx" }, { container: { image: "nginx" } }],
    ["another environment, below the domain", { environment: "staging" }, { host: "staging.app.example.com" }],
    [
      "a host with placeholders",
      { environment: "staging", host: "{environment}-web.{domain}" },
      { host: "staging-web.app.example.com" },
    ],
    ["a host in upper case", { host: "WWW.Example.com" }, { host: "www.example.com" }],
    ["blanks around a value", { "container-port": " 8080 " }, { container: { port: 8080 } }],
    ["the largest Fargate pair", { cpu: "16384", memory: "122880" }, { container: { cpu: 16384, memory: 122880 } }],
    ["no NAT gateway", { "nat-gateways": "0" }, { natGateways: 0 }],
    ["a command", { command: '["node", "server.js"]' }, { container: { command: ["node", "server.js"] } }],
    [
      "environment variables with equals signs, blanks and comments",
      { "environment-variables": "# comment\nA=1=2\n\nB= x \r\nC=\n" },
      {
        container: {
          environment: [
            { name: "A", value: "1=2" },
            { name: "B", value: " x " },
            { name: "C", value: "" },
          ],
        },
      },
    ],
    [
      "secrets of both kinds",
      {
        secrets:
          "DB=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::\nKEY=arn:aws:ssm:eu-west-1:123456789012:parameter/web/key",
      },
      {
        container: {
          secrets: [
            { name: "DB", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::" },
            { name: "KEY", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/web/key" },
          ],
        },
      },
    ],
    [
      "tags",
      { tags: "team=web shop\ncost-centre=12" },
      {
        tags: [
          { key: "team", value: "web shop" },
          { key: "cost-centre", value: "12" },
        ],
      },
    ],
  ])("%s", (_, inputs, expected) => {
    expect(read({ ...GOOD, ...inputs })).toMatchObject(expected);
  });
});

describe("what is refused, naming the input and what to write", () => {
  it.each<[string, string, RegExp]>([
    ["domain", "", /required/],
    ["domain", "https://app.example.com", /scheme.*app\.example\.com/],
    ["domain", "app.example.com:443", /port/],
    ["domain", "app.example.com/", /path/],
    ["domain", "my_app.example.com", /underscore/],
    ["domain", "*.example.com", /wildcard/],
    ["domain", "app.example.com.", /dot/],
    ["domain", `${"a".repeat(64)}.example.com`, /63/],
    ["domain", "192.0.2.7", /IP address/],
    ["domain", "2001:db8::1", /IP address/],
    ["domain", "[2001:db8::1]", /IP address/],
    ["domain", "localhost", /single label/],
    ["domain", "app..example.com", /empty label/],
    ["domain", "-app.example.com", /hyphen/],
    ["domain", "app.example.123", /number/],
    ["domain", "app example.com", /blanks/],
    ["domain", "bücher.example.com", /not fit/],
    ["domain", `${"abcdefgh.".repeat(30)}example.com`, /253/],
    ["domain", `${"a".repeat(60)}.example.com`, /64/],
    ["host", `${"a".repeat(60)}.example.com`, /64/],
    ["hosted-zone-id", "", /required/],
    ["hosted-zone-id", "example.com", /hosted zone/],
    ["hosted-zone-id", "z0123", /hosted zone/],
    ["image", "", /required/],
    ["image", "   ", /required/],
    ["image", "web shop:1", /blanks/],
    ["image", "Web:1", /image reference/],
    ["image", "web:", /image reference/],
    ["image", "web@sha256:12", /image reference/],
    ["environment", "Staging", /host name/],
    ["environment", "my_env", /host name/],
    ["environment", "-x", /host name/],
    ["environment", "a--b", /host name/],
    ["environment", "e".repeat(41), /40/],
    ["host", "{env}.{domain}", /\{env\}/],
    ["host", "{environment}", /single label/],
    ["host", "https://x.example.com", /scheme/],
    ["host", "a_b.example.com", /underscore/],
    ["app", "Web Shop", /stack/],
    ["container-port", "0", /1 to 65535/],
    ["container-port", "65536", /1 to 65535/],
    ["container-port", "80.5", /whole number/],
    ["container-port", "eighty", /whole number/],
    ["container-port", "-80", /whole number/],
    ["container-port", "0x50", /whole number/],
    ["container-port", "1e2", /whole number/],
    ["health-check-path", "healthz", /slash/],
    ["health-check-path", "/a b", /percent-encoded/],
    ["cpu", "300", /256, 512, 1024/],
    ["cpu", "0.25 vCPU", /256, 512, 1024/],
    ["memory", "513", /does not go with cpu 256.*512, 1024, 2048/],
    ["memory", "4096", /does not go with cpu 256/],
    ["cpu-architecture", "arm64", /X86_64 or ARM64/],
    ["desired-count", "-1", /whole number/],
    ["desired-count", "1.5", /whole number/],
    ["desired-count", "0", /from 1/],
    ["environment-variables", "A=1\nB", /line 2.*NAME=value/],
    ["environment-variables", "=x", /line 1/],
    ["environment-variables", "A=1\n\nA=2", /line 3.*"A" stands on line 1/],
    ["environment-variables", "1A=2", /line 1.*environment variable/],
    ["secrets", "DB=hunter2", /line 1.*ARN/],
    ["secrets", "DB", /line 1.*NAME=arn/],
    ["command", "node server.js", /JSON/],
    ["command", '"node"', /array of strings/],
    ["command", "[1]", /array of strings/],
    ["command", "[]", /array of strings/],
    ["nat-gateways", "3", /0 or 1 or 2/],
    ["self-sign-up", "yes", /true or false/],
    ["self-sign-up", "True", /true or false/],
    ["smoke-test", "1", /true or false/],
    ["dry-run", "on", /true or false/],
    ["cognito-domain-prefix", "My-Prefix", /lower-case/],
    ["cognito-domain-prefix", "my-aws-login", /reserved word aws/],
    ["cognito-domain-prefix", "-x", /domain prefix/],
    ["tags", "aws:team=x", /line 1.*reserved/],
    ["tags", "Aws:team=x", /line 1.*reserved/],
    ["tags", "ecs-cognito-deploy:domain=x", /line 1/],
    ["tags", "team", /line 1.*key=value/],
    ["tags", "a=1\na=2", /line 2/],
    ["tags", `a=${"x".repeat(257)}`, /256/],
    ["timeout-minutes", "0", /from 1/],
    ["timeout-minutes", "soon", /whole number/],
  ])("%s: %j", (input, value, message) => {
    const found = problems({ ...GOOD, [input]: value });
    expect(found.map((problem) => problem.input)).toContain(input);
    expect(found.find((problem) => problem.input === input)?.message).toMatch(message);
  });

  it("names all problems at once", () => {
    const found = problems({
      domain: "http://x",
      image: "",
      "hosted-zone-id": "nope",
      "container-port": "0",
      tags: "a\nb",
    });
    expect(found.map(({ input }) => input)).toEqual([
      "domain",
      "hosted-zone-id",
      "image",
      "tags",
      "tags",
      "container-port",
    ]);
  });

  it("takes the names that AWS's own services give to secrets", () => {
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1b2c-AbCdEf:password::";
    expect(problems({ ...GOOD, secrets: `DB=${arn}` })).toEqual([]);
  });

  it("never repeats a value that may be a secret", () => {
    const found = problems({ ...GOOD, secrets: "DB=hunter2", "environment-variables": "hunter2 without equals" });
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });

  it("refuses a variable that is in secrets as well", () => {
    const found = problems({
      ...GOOD,
      secrets: "A=arn:aws:ssm:eu-west-1:123456789012:parameter/a",
      "environment-variables": "A=1",
    });
    expect(found).toEqual([
      { input: "secrets", message: expect.stringMatching(/"A" stands in environment-variables/) },
    ]);
  });

  it("does not read a count or a port past what a message can quote", () => {
    expect(problems({ ...GOOD, "desired-count": "9".repeat(500) })[0]?.message.length).toBeLessThan(200);
  });
});

describe("what a deploy for a pull request is asked for", () => {
  const pull = (changed: object = {}, more: object = {}) => ({
    action: "opened",
    repository: { id: 7 },
    pull_request: {
      number: 12,
      state: "open",
      draft: false,
      labels: [{ name: "keep-preview" }],
      updated_at: "2026-11-22T12:00:00Z",
      head: { sha: "a".repeat(40), ref: "topic", repo: { id: 7 } },
      ...changed,
    },
    ...more,
  });

  it("has defaults that fit a preview, and others elsewhere", () => {
    expect(read(GOOD, { event: pull() })).toMatchObject({
      createPlatform: false,
      capacity: "FARGATE",
      logRetentionDays: 7,
      preview: { previewsFor: { kind: "all" }, expiresAfter: 72 * 3_600_000, maxPreviews: 50 },
      github: { token: "", comment: true, deployment: true },
    });
    const push = read(GOOD);
    expect(push).toMatchObject({ createPlatform: true, logRetentionDays: 30 });
    expect(push.preview).toBeUndefined();
  });

  it.each<[string, unknown, object]>([
    [
      "its state",
      pull(),
      { headSha: "a".repeat(40), headRef: "topic", labels: ["keep-preview"], isFork: false, closed: false },
    ],
    ["a fork", pull({ head: { sha: "b", repo: { id: 8 } } }), { isFork: true }],
    ["a fork that was deleted", pull({ head: { sha: "b", repo: null } }), { isFork: true }],
    ["the closing", pull({ state: "closed" }, { action: "closed" }), { closed: true }],
    ["another action on a closed one", pull({ state: "closed" }, { action: "labeled" }), { closed: true }],
    ["Dependabot", pull({}, { sender: { login: "dependabot[bot]" } }), { isDependabot: true }],
    ["a person's push to Dependabot's branch", pull({ user: { login: "dependabot[bot]" } }), { isDependabot: false }],
    [
      "hardly anything",
      { pull_request: { number: 3 } },
      { number: 3, action: "", headSha: "", labels: [], isFork: false },
    ],
    ["nonsense", { pull_request: { number: 3, labels: [{}, 7], head: 1 } }, { labels: [], headSha: "" }],
  ])("knows from the payload %s", (_, event, known) => {
    expect(read(GOOD, { event }).preview?.pullRequest).toMatchObject(known);
  });

  it.each<[Record<string, string>, object]>([
    [{ capacity: "FARGATE_SPOT" }, { capacity: "FARGATE_SPOT" }],
    [{ "log-retention-days": "1" }, { logRetentionDays: 1 }],
    [{ "create-platform": "true" }, { createPlatform: true }],
    [{ "previews-for": "ready" }, { preview: { previewsFor: { kind: "ready" } } }],
    [
      { "previews-for": "labeled: needs preview " },
      { preview: { previewsFor: { kind: "labeled", label: "needs preview" } } },
    ],
    [{ "expires-after": "30m" }, { preview: { expiresAfter: 1_800_000 } }],
    [{ "expires-after": "3d" }, { preview: { expiresAfter: 3 * 86_400_000 } }],
    [{ "github-token": "t", comment: "false" }, { github: { token: "t", comment: false, deployment: true } }],
  ])("takes %j", (inputs, expected) => {
    expect(read({ ...GOOD, ...inputs }, { event: pull() })).toMatchObject(expected);
  });

  // The same on a push: a mistake shows before the first pull request.
  it.each<[string, Record<string, string>]>([
    ["capacity", { capacity: "spot" }],
    ["log-retention-days", { "log-retention-days": "2" }],
    ["create-platform", { "create-platform": "yes" }],
    ["previews-for", { "previews-for": "drafts" }],
    ["previews-for", { "previews-for": "labeled:" }],
    ["previews-for", { "previews-for": `labeled:${"x".repeat(51)}` }],
    ["expires-after", { "expires-after": "72" }],
    ["expires-after", { "expires-after": "1m" }],
    ["expires-after", { "expires-after": "400d" }],
    ["expires-after", { "expires-after": "3 days" }],
    ["max-previews", { "max-previews": "0" }],
    ["comment", { comment: "no" }],
    ["deployment", { deployment: "maybe" }],
  ])("refuses a wrong %s: %j", (input, inputs) => {
    expect(problems({ ...GOOD, ...inputs }).map(({ input: name }) => name)).toEqual([input]);
  });

  it("refuses to deploy production for a pull request", () => {
    expect(problems({ ...GOOD, environment: "production" }, pull()).map(({ input }) => input)).toEqual(["environment"]);
  });
});
