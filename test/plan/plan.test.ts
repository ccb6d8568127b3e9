import { readRequest } from "../../src/inputs/read-request.js";
import type { Request } from "../../src/inputs/request.js";
import { isCovered, parseDomainPrefix } from "../../src/inputs/values.js";
import { derivedDomainPrefix, type StackId, stackName, TAG } from "../../src/plan/names.js";
import { decideStack, makePlan, type Observed, planRollout, type ServiceState } from "../../src/plan/plan.js";
import { choosePriority, choosePriorityBelow } from "../../src/plan/priority.js";
import { isSameRevision, renderRevision } from "../../src/plan/revision.js";
import {
  FINGERPRINT,
  fingerprint,
  needs,
  newPublicRules,
  repositoryArn,
  resolveParameters,
  type StackState,
  stackSpecs,
  updateParameters,
} from "../../src/plan/stacks.js";

const ACCOUNT = { accountId: "123456789012", region: "eu-west-1" };
const TEMPLATES: Record<StackId, string> = {
  vpc: "vpc",
  "nat-gateways": "nat",
  cognito: "cognito",
  "ecs-cluster": "cluster",
  alb: "alb",
  dns: "dns",
  "ecs-service": "service",
};

function request(inputs: Record<string, string> = {}, event: unknown = {}): Request {
  const all = { domain: "app.example.com", "hosted-zone-id": "Z1", image: "web:1", ...inputs };
  const env = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return readRequest({ GITHUB_REPOSITORY: "octo/web", GITHUB_REPOSITORY_ID: "7", ...Object.fromEntries(env) }, event);
}

/** An account in which everything stands as `asked` wanted it. */
function standing(asked: Request): Observed {
  const stacks: Partial<Record<StackId, StackState>> = {};
  const outputs: Partial<Record<StackId, Record<string, string>>> = {};
  for (const spec of stackSpecs(asked, TEMPLATES, ACCOUNT)) {
    const parameters =
      resolveParameters(spec, (id) => new Proxy(outputs[id] ?? {}, { get: (_, name) => `${id}.${String(name)}` })) ??
      {};
    outputs[spec.id] = {};
    stacks[spec.id] = {
      arn: `arn:aws:cloudformation:eu-west-1:123456789012:stack/${spec.name}/1`,
      status: "CREATE_COMPLETE",
      parameters,
      outputs: new Proxy(
        { [FINGERPRINT]: fingerprint(spec, parameters) },
        { get: (target, name) => (name in target ? target[name as never] : `${spec.id}.${String(name)}`) },
      ),
      tags: Object.fromEntries(spec.tags.map(({ key, value }) => [key, value])),
    };
  }
  const definition = renderRevision(asked, {
    family: "ecs-service.TaskDefinitionFamily",
    taskRoleArn: "ecs-service.TaskRoleArn",
    executionRoleArn: "ecs-service.ExecutionRoleArn",
    logGroup: "ecs-service.LogGroupName",
    region: ACCOUNT.region,
    identity: {
      LOAD_BALANCER_ARN: "alb.LoadBalancerArn",
      COGNITO_CLIENT_ID: "ecs-service.UserPoolClientId",
      COGNITO_ISSUER: "https://cognito-idp.eu-west-1.amazonaws.com/cognito.UserPoolId",
      // With a dot it is a domain of the pool's own.
      COGNITO_DOMAIN: "cognito.UserPoolDomain",
    },
  });
  const service: ServiceState = {
    cluster: "c",
    name: "s",
    desiredCount: asked.desiredCount,
    runningCount: asked.desiredCount,
    containerPort: asked.container.port,
    taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/f:2",
    taskDefinition: { ...definition, status: "ACTIVE", revision: 2 } as NonNullable<ServiceState["taskDefinition"]>,
    tags: [],
    deployment: { id: "ecs-svc/1", rolloutState: "COMPLETED" },
  };
  return { account: ACCOUNT, stacks, service };
}

function plan(asked: Request, observed: Observed) {
  const made = makePlan(asked, stackSpecs(asked, TEMPLATES, ACCOUNT), observed);
  return { actions: Object.fromEntries(made.stacks.map(({ id, action }) => [id, action])), ...made };
}

const ALL_UNCHANGED = {
  vpc: "unchanged",
  "nat-gateways": "unchanged",
  cognito: "unchanged",
  "ecs-cluster": "unchanged",
  alb: "unchanged",
  dns: "unchanged",
  "ecs-service": "unchanged",
};

describe("a plan", () => {
  it("creates everything in an empty account and rolls for the first time", () => {
    const { actions, revision, rollout } = plan(request(), { account: ACCOUNT, stacks: {} });
    expect(new Set(Object.values(actions))).toEqual(new Set(["create"]));
    expect(revision.action).toBe("register");
    expect(rollout).toMatchObject({ needed: true, reason: "first rollout", desiredCount: 2 });
  });

  it("changes nothing where everything is as asked for", () => {
    const { actions, revision, rollout } = plan(request(), standing(request()));
    expect(actions).toEqual(ALL_UNCHANGED);
    expect(revision.action).toBe("reuse");
    expect(rollout.needed).toBe(false);
  });

  it.each<[string, Record<string, string>]>([
    ["image", { image: "web:2" }],
    ["environment-variables", { "environment-variables": "A=1" }],
    ["cpu", { cpu: "512", memory: "1024" }],
    ["memory", { memory: "1024" }],
    ["command", { command: '["node"]' }],
    ["cpu-architecture", { "cpu-architecture": "ARM64" }],
    ["container-port", { "container-port": "8080" }],
  ])("registers a revision and touches no stack when the %s changes", (name, inputs) => {
    const { actions, revision, rollout } = plan(request(inputs), standing(request()));
    expect(actions).toEqual(ALL_UNCHANGED);
    expect(revision.action).toBe("register");
    expect(rollout.reason).toContain(name);
  });

  it("takes a command away again when it is no longer asked for", () => {
    const { revision } = plan(request(), standing(request({ command: '["node"]' })));
    expect(revision.action).toBe("register");
  });

  it("only sets the count when the count changes", () => {
    const { actions, revision, rollout } = plan(request({ "desired-count": "3" }), standing(request()));
    expect([actions, revision.action, rollout.needed, rollout.desiredCount]).toEqual([ALL_UNCHANGED, "reuse", true, 3]);
  });

  it("updates the environment's stack alone, for its role, when a secret is added", () => {
    const secrets = "KEY=arn:aws:ssm:eu-west-1:123456789012:parameter/web/key";
    const { actions, revision } = plan(request({ secrets }), standing(request()));
    expect(actions).toEqual({ ...ALL_UNCHANGED, "ecs-service": "update" });
    expect(revision.action).toBe("register");
  });

  it("does not touch the platform for a second environment", () => {
    const { "ecs-service": _, ...platform } = standing(request()).stacks;
    const { actions } = plan(request({ environment: "staging" }), { account: ACCOUNT, stacks: platform });
    expect(actions).toEqual({ ...ALL_UNCHANGED, "ecs-service": "create" });
  });

  it("updates what stands on a stack that is made anew", () => {
    const observed = standing(request());
    const { vpc, ...others } = observed.stacks;
    const { actions } = plan(request(), {
      ...observed,
      stacks: { ...others, ...(vpc && { vpc: { ...vpc, status: "ROLLBACK_COMPLETE" } }) },
    });
    expect(actions).toMatchObject({
      vpc: "recreate",
      alb: "update",
      "nat-gateways": "update",
      "ecs-service": "update",
      cognito: "unchanged",
    });
  });

  it("never changes the platform on a pull request, whatever the inputs say", () => {
    const event = { pull_request: { number: 3, head: { sha: "x" } } };
    const { actions } = plan(request({ "self-sign-up": "true", "nat-gateways": "1" }, event), standing(request()));
    expect(actions).toMatchObject({
      cognito: "unchanged",
      "nat-gateways": "unchanged",
      vpc: "unchanged",
      alb: "unchanged",
    });
  });

  it("rolls again after a rollout that failed", () => {
    const observed = standing(request());
    const service = observed.service && {
      ...observed.service,
      deployment: { id: "ecs-svc/1", rolloutState: "FAILED" },
    };
    expect(planRollout(request(), service, observed.service?.taskDefinition as never, "f").rollout.needed).toBe(true);
  });
});

describe("deciding on a stack by its status", () => {
  const [spec] = stackSpecs(request(), TEMPLATES, ACCOUNT);
  if (!spec) throw new Error("no spec");
  const state = (status: string): StackState => ({
    arn: "arn",
    status,
    parameters: {},
    outputs: { [FINGERPRINT]: fingerprint(spec, {}) },
    tags: { [TAG.domain]: "app.example.com" },
  });
  it.each([
    ["CREATE_COMPLETE", "unchanged"],
    ["UPDATE_COMPLETE", "unchanged"],
    ["UPDATE_ROLLBACK_COMPLETE", "unchanged"],
    ["IMPORT_COMPLETE", "unchanged"],
    ["IMPORT_ROLLBACK_COMPLETE", "unchanged"],
    ["CREATE_IN_PROGRESS", "wait"],
    ["DELETE_IN_PROGRESS", "wait"],
    ["IMPORT_IN_PROGRESS", "wait"],
    ["IMPORT_ROLLBACK_IN_PROGRESS", "wait"],
    ["ROLLBACK_IN_PROGRESS", "wait"],
    ["UPDATE_IN_PROGRESS", "wait"],
    ["UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "wait"],
    ["UPDATE_ROLLBACK_IN_PROGRESS", "wait"],
    ["UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "wait"],
    ["ROLLBACK_COMPLETE", "recreate"],
    ["ROLLBACK_FAILED", "recreate"],
    ["CREATE_FAILED", "recreate"],
    ["DELETE_FAILED", "recreate"],
    ["REVIEW_IN_PROGRESS", "recreate"],
    ["UPDATE_ROLLBACK_FAILED", "continue rollback"],
    ["IMPORT_ROLLBACK_FAILED", "continue rollback"],
    ["UPDATE_FAILED", "update"],
    ["DELETE_COMPLETE", "create"],
  ])("%s: %s", (status, action) => {
    expect(decideStack(spec, state(status), { parameters: {}, fixed: false }).action).toBe(action);
  });

  it("throws at a status that CloudFormation has learned since", () => {
    expect(() => decideStack(spec, state("NAPPING"), { parameters: {}, fixed: false })).toThrow(/NAPPING/);
  });

  it("refuses a stack without our tag, whatever its status", () => {
    const foreign = { ...state("ROLLBACK_COMPLETE"), tags: { [TAG.domain]: "other.example.com" } };
    expect(decideStack(spec, foreign, { parameters: {}, fixed: false }).action).toBe("refuse");
  });
});

describe("specs", () => {
  it("come after what they need", () => {
    const seen = new Set<StackId>();
    for (const spec of stackSpecs(request(), TEMPLATES, ACCOUNT)) {
      for (const need of needs(spec)) expect(seen).toContain(need);
      seen.add(spec.id);
    }
  });

  it("let the load balancer wait for the network alone, and the network for nothing", () => {
    const by = new Map(stackSpecs(request(), TEMPLATES, ACCOUNT).map((spec) => [spec.id, needs(spec)]));
    expect(by.get("alb")).toEqual(["vpc"]);
    expect([by.get("vpc"), by.get("cognito"), by.get("ecs-cluster")]).toEqual([[], [], []]);
  });

  it("put tasks into public subnets with an address of their own where there is no NAT gateway", () => {
    const specs = stackSpecs(request({ "nat-gateways": "0" }), TEMPLATES, ACCOUNT);
    expect(specs.some(({ id }) => id === "nat-gateways")).toBe(false);
    expect(specs.at(-1)?.parameters).toMatchObject({
      AssignPublicIp: "ENABLED",
      SubnetIds: { stack: "vpc", output: "PublicSubnetIds" },
    });
  });

  it("ask for a certificate of its own only where the platform's does not cover the host", () => {
    const own = (host: string) => stackSpecs(request({ host }), TEMPLATES, ACCOUNT).at(-1)?.parameters.OwnCertificate;
    expect([
      own("app.example.com"),
      own("x.app.example.com"),
      own("x.y.app.example.com"),
      own("www.example.com"),
    ]).toEqual(["false", "false", "true", "true"]);
  });

  it("leave what the action owns out of the fingerprint", () => {
    const [spec] = stackSpecs(request(), TEMPLATES, ACCOUNT);
    if (!spec) throw new Error("no spec");
    const print = (parameters: Record<string, string>) => fingerprint(spec, parameters);
    const owned = { TaskDefinition: "x", DesiredCount: "1", ContainerPort: "80", CapacityProvider: "FARGATE" };
    expect(print({ A: "1", ...owned, RulePriority: "5" })).toBe(print({ A: "1" }));
    expect(print({ A: "1" })).not.toBe(print({ A: "2" }));
  });
});

describe("public paths", () => {
  const paths = (count: number) => Array.from({ length: count }, (_, index) => `/p${index}`).join("\n");
  const service = (inputs: Record<string, string>) => {
    const spec = stackSpecs(request(inputs), TEMPLATES, ACCOUNT).at(-1);
    if (!spec) throw new Error("no spec");
    return spec;
  };
  const state = (parameters: Record<string, string>): StackState => ({
    arn: "arn",
    status: "CREATE_COMPLETE",
    parameters: { RulePriority: "5000", ...parameters },
    outputs: {},
    tags: {},
  });
  const known = (inputs: Record<string, string>) =>
    resolveParameters(service(inputs), () => new Proxy({}, { get: () => "x" })) ?? {};

  it("are shared out to two rules of four", () => {
    expect(service({}).parameters).toMatchObject({ PublicPaths: "", MorePublicPaths: "" });
    expect(service({ "public-paths": paths(5) }).parameters).toMatchObject({
      PublicPaths: "/p0,/p1,/p2,/p3",
      MorePublicPaths: "/p4",
    });
    expect(service({ "public-paths": "ALL PUBLIC" }).parameters).toMatchObject({ PublicPaths: "/*" });
  });

  it("change the environment's stack and nothing else", () => {
    const before = request({ "public-paths": paths(1) });
    const { actions } = plan(request({ "public-paths": paths(2) }), standing(before));
    expect(actions).toEqual({ ...ALL_UNCHANGED, "ecs-service": "update" });
    expect(plan(before, standing(before)).actions).toEqual(ALL_UNCHANGED);
  });

  it("keep the priority of a rule that stands, and need one where there was none", () => {
    const parameters = known({ "public-paths": paths(5) });
    const one = state({ PublicPaths: "/old", PublicRulePriority: "4711" });
    expect(newPublicRules(parameters).map(({ priority }) => priority)).toEqual([
      "PublicRulePriority",
      "MorePublicRulePriority",
    ]);
    expect(newPublicRules(parameters, one).map(({ priority }) => priority)).toEqual(["MorePublicRulePriority"]);
    const updated = updateParameters(service({ "public-paths": paths(5) }), parameters, one);
    expect(updated).toMatchObject({ RulePriority: "5000", PublicRulePriority: "4711" });
    expect(updated).not.toHaveProperty("MorePublicRulePriority");
  });

  it("give their priority back when they are taken away", () => {
    const with1 = state({ PublicPaths: "/old", PublicRulePriority: "4711" });
    expect(updateParameters(service({}), known({}), with1)).not.toHaveProperty("PublicRulePriority");
  });
});

describe("names", () => {
  const name = (domain: string, app = "web", environment = "production") =>
    stackName("ecs-service", { domain, app, environment });

  it("tell every domain, app and environment apart", () => {
    const names = [
      name("a.b.example.com"),
      name("a-b.example.com"),
      name("a.b-example.com"),
      name("app.example.com", "web-shop", "pr"),
      name("app.example.com", "web", "shop-pr"),
      name(`${"very-long-label.".repeat(10)}example.com`),
      name(`${"very-long-label.".repeat(10)}example.org`),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it("fit CloudFormation", () => {
    const longest = name(`1${"x".repeat(60)}.${"y".repeat(63)}.example.com`, "a".repeat(40), "e".repeat(40));
    expect(longest).toMatch(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/);
  });

  it.each([
    "app.example.com",
    "aws.example.com",
    "my-cognito.amazon.example",
    `${"l".repeat(63)}.${"m".repeat(63)}.example.com`,
  ])("make a prefix that Cognito takes from %s", (domain) => {
    expect(parseDomainPrefix(derivedDomainPrefix({ domain, ...ACCOUNT }))).toHaveProperty("value");
  });

  it("know which hosts the wildcard covers", () => {
    expect(
      ["b.a.com", "x.b.a.com", "y.x.b.a.com", "xb.a.com", "a.com"].map((host) => isCovered(host, "b.a.com")),
    ).toEqual([true, true, false, false, false]);
  });
});

describe("the rule's priority", () => {
  it("is the same every time, free, and within ELBv2's range", () => {
    const first = choosePriority("a.example.com", new Set()) ?? 0;
    expect(choosePriority("a.example.com", new Set())).toBe(first);
    expect(first).toBeGreaterThanOrEqual(1000);
    expect(choosePriority("a.example.com", new Set([first]))).toBe(first === 50000 ? 1000 : first + 1);
  });

  it("of a public rule is the next one below that is free, below 1000 too", () => {
    expect(choosePriorityBelow(1000, new Set())).toBe(999);
    expect(choosePriorityBelow(5000, new Set([4999, 4998, 5000]))).toBe(4997);
    expect(choosePriorityBelow(2, new Set([1]))).toBeUndefined();
    expect(choosePriorityBelow(1, new Set())).toBeUndefined();
  });

  it("is none where all are taken", () => {
    expect(
      choosePriority("a.example.com", new Set(Array.from({ length: 50000 }, (_, index) => index + 1))),
    ).toBeUndefined();
  });
});

it.each([
  ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:1", "arn:aws:ecr:eu-west-1:123456789012:repository/team/web"],
  [
    "123456789012.dkr.ecr.us-gov-west-1.amazonaws.com/web@sha256:00",
    "arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/web",
  ],
  ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/web", "arn:aws-cn:ecr:cn-north-1:123456789012:repository/web"],
  ["public.ecr.aws/x/web:1", undefined],
  ["nginx", undefined],
])("the repository of %s is %s", (image, arn) => {
  expect(repositoryArn(image)).toBe(arn);
});

it("a revision is compared by what we write, and shows what was changed by hand", () => {
  const rendered = renderRevision(request({ "environment-variables": "A=1\nB=2" }), {
    family: "f",
    taskRoleArn: "t",
    executionRoleArn: "e",
    logGroup: "l",
    region: "r",
    identity: { A: "not this one", LOAD_BALANCER_ARN: "lb" },
  });
  const [container] = rendered.containerDefinitions ?? [];
  const described = {
    ...rendered,
    status: "ACTIVE" as const,
    compatibilities: ["EC2", "FARGATE"] as ("EC2" | "FARGATE")[],
    volumes: [],
    containerDefinitions: [
      { ...container, cpu: 0, environment: [...(container?.environment ?? [])].reverse(), mountPoints: [] },
    ],
  };
  expect(container?.environment).toEqual([
    { name: "A", value: "1" },
    { name: "B", value: "2" },
    { name: "LOAD_BALANCER_ARN", value: "lb" },
  ]);
  expect(isSameRevision(rendered, described)).toBe(true);
  expect(isSameRevision(rendered, { ...described, status: "INACTIVE" })).toBe(false);
  expect(isSameRevision(rendered, { ...described, cpu: "512" })).toBe(false);
  expect(
    isSameRevision(rendered, {
      ...described,
      containerDefinitions: [...described.containerDefinitions, { name: "extra" }],
    }),
  ).toBe(false);
});
