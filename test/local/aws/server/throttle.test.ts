import { DeleteTaskDefinitionsCommand, ECSClient } from "@aws-sdk/client-ecs";
import { rates } from "../../../../local/aws/rates.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { Throttle } from "../../../../local/aws/throttle.js";
import { readModel } from "../../../../local/aws/wire/model.js";
import { services } from "../../../../local/aws/wire/services.js";
import { account } from "./account.js";

const DELETION = { service: "ecs", bucket: "Task definition deletion actions", capacity: 5, refill: 1, least: 0 };

/** A throttle whose clock is set by hand: `call` says how many of so many calls at once are admitted. */
function throttle() {
  let milliseconds = 0;
  const buckets = new Throttle(() => milliseconds);
  return {
    buckets,
    call: (times: number, operation: string, service = "ecs", input: object = {}) =>
      Array.from({ length: times }).filter(() => buckets.admits(service, operation, input)).length,
    pass: (seconds: number) => {
      milliseconds += seconds * 1000;
    },
  };
}

describe("AWS's rates admit", () => {
  it.each([
    ["ECS's cluster reads", "ecs", "DescribeClusters", {}, 50, 20],
    ["registered task definitions", "ecs", "RegisterTaskDefinition", {}, 20, 1],
    ["changes of services", "ecs", "UpdateService", {}, 50, 5],
    ["a stack's description", "cloudformation", "DescribeStacks", {}, 5, 5],
    ["target health", "elasticloadbalancing", "DescribeTargetHealth", {}, 40, 10],
    ["a VPC's description", "ec2", "DescribeVpcs", {}, 100, 20],
    ["all security groups", "ec2", "DescribeSecurityGroups", {}, 50, 10],
    ["some security groups", "ec2", "DescribeSecurityGroups", { Filters: [] }, 100, 20],
    ["a NAT gateway", "ec2", "CreateNatGateway", {}, 10, 1],
    ["Route 53's record changes", "route53", "ChangeResourceRecordSets", {}, 50, 10],
    ["hosted zones", "route53", "CreateHostedZone", {}, 40, 2],
    ["pools", "cognito-idp", "DescribeUserPool", { UserPoolId: "p" }, 15, 15],
    ["one pool's clients", "cognito-idp", "DescribeUserPoolClient", { UserPoolId: "p" }, 5, 5],
    ["imported certificates", "acm", "ImportCertificate", {}, 1, 1],
    ["metrics' data", "monitoring", "GetMetricData", {}, 500, 500],
    ["lists of metrics", "monitoring", "ListMetrics", {}, 25, 25],
    ["log events", "logs", "FilterLogEvents", {}, 10, 10],
  ])("%s: %s %s", (_, service, operation, input, burst, perSecond) => {
    const { call, pass } = throttle();
    expect(call(1000, operation, service, input)).toBe(burst);
    pass(1);
    expect(call(1000, operation, service, input)).toBe(perSecond);
    pass(3600);
    expect(call(1000, operation, service, input)).toBe(burst);
  });

  it("a category's operations together", () => {
    const { call } = throttle();
    expect([call(70, "DescribeServices"), call(70, "ListServices"), call(1, "DescribeTasks")]).toEqual([70, 30, 1]);
  });

  it("operations without a category one by one", () => {
    const { call } = throttle();
    expect([call(9, "DescribeStacks", "cloudformation"), call(9, "ListStacks", "cloudformation")]).toEqual([5, 5]);
  });

  it("all of Route 53's operations together as many as one", () => {
    const { call } = throttle();
    expect([call(40, "GetHostedZone", "route53"), call(40, "GetChange", "route53")]).toEqual([40, 10]);
  });

  it("as many of Route 53's record changes, whatever the number of requests, an UPSERT counted twice", () => {
    const { call, pass } = throttle();
    const batch = (Action: string, length: number) => ({
      ChangeBatch: { Changes: Array.from({ length }, () => ({ Action })) },
    });
    const change = (action: string, length: number) =>
      call(1, "ChangeResourceRecordSets", "route53", batch(action, length));
    expect([change("CREATE", 500), change("UPSERT", 500), change("DELETE", 1)]).toEqual([1, 1, 0]);
    expect(call(1, "CreateHostedZone", "route53")).toBe(0);
    pass(1);
    expect([change("UPSERT", 51), change("DELETE", 100)]).toEqual([0, 1]);
    expect(call(1, "GetHostedZone", "route53")).toBe(1);
  });

  it("each pool's clients by themselves, up to the account's rate", () => {
    const { call } = throttle();
    const pools = ["a", "b", "c", "d"].map((UserPoolId) =>
      call(9, "DescribeUserPoolClient", "cognito-idp", { UserPoolId }),
    );
    expect(pools).toEqual([5, 5, 5, 0]);
  });

  it("every call of a service that publishes none", () => {
    expect(throttle().call(5000, "GetRole", "iam")).toBe(5000);
  });
});

it("a refused call takes no token, and buckets tell how empty they were", () => {
  const { buckets, call, pass } = throttle();
  call(7, "DeleteTaskDefinitions");
  pass(2);
  expect(call(3, "DeleteTaskDefinitions")).toBe(2);
  call(1, "DescribeTasks");
  expect(buckets.list()).toEqual([
    { ...DELETION, throttled: 3 },
    { service: "ecs", bucket: "Cluster resource read actions", capacity: 100, refill: 20, least: 99, throttled: 0 },
  ]);
});

describe("the table of rates", () => {
  it.each(Object.keys(rates))("names %s and operations that exist", async (name) => {
    const { operations } = readModel((await services.get(name)?.load()) ?? {});
    const { buckets, also = [] } = rates[name] ?? { buckets: [] };
    const named = [...buckets, ...also].flatMap((bucket) => bucket.operations).filter((each) => !each.endsWith("*"));
    expect(named.filter((each) => !operations.has(each))).toEqual([]);
  });

  it.each(Object.keys(rates))("has a rate for each operation that is served of %s", async (name) => {
    const service = services.get(name);
    const { operations } = readModel((await service?.load()) ?? {});
    const served = [...operations.keys()].filter((each) => service && Reflect.has(aws()[service.member], each));
    const { buckets, call } = throttle();
    for (const each of served) call(1, each, name);
    const unlimited = served.filter((each) => {
      const { buckets: alone, call: once } = throttle();
      once(1, each, name);
      return alone.list().length === 0;
    });
    expect(buckets.list().length).toBeGreaterThan(0);
    expect(unlimited).toEqual([]);
  });
});

const aws = account();

describe("the server", () => {
  let server: AwsServer;
  // Of the smallest bucket: it gets back one token a second, however slow the machine is.
  const burst = async () => {
    const { url: endpoint } = server;
    const client = new ECSClient({ endpoint, region: "eu-west-1", credentials: administratorKeys, maxAttempts: 1 });
    const call = () => client.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: [] }));
    const answers = await Promise.allSettled(Array.from({ length: 60 }, call));
    client.destroy();
    return answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  };
  afterEach(() => server.close());

  it("throttles if it is asked to, in the service's words, and shows its buckets", async () => {
    server = await startServer(aws(), { throttle: true });
    const refused = await burst();
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ name, message }) => `${name}: ${message}`))).toEqual(
      new Set(["ThrottlingException: Rate exceeded"]),
    );
    const answer = await fetch(`${server.url}/_local/throttle`);
    expect(await answer.json()).toEqual([{ ...DELETION, throttled: refused.length }]);
    expect(server.calls.list().filter(({ error }) => error === "ThrottlingException")).toHaveLength(refused.length);
  });

  it("never throttles of its own accord", async () => {
    server = await startServer(aws());
    expect(await burst()).toEqual([]);
    expect(await (await fetch(`${server.url}/_local/throttle`)).json()).toEqual([]);
  });
});
