import {
  CloudWatchClient,
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  ListMetricsCommand,
} from "@aws-sdk/client-cloudwatch";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { fetchFrom } from "../../edge/load-balancer/client.js";
import { activeLoadBalancer, createWorld, eventually } from "../elbv2/world.js";
import { account } from "../server/account.js";

const aws = account();
let server: AwsServer;
let client: CloudWatchClient;

beforeAll(async () => {
  server = await startServer(aws());
  const { url: endpoint } = server;
  client = new CloudWatchClient({ endpoint, region: "eu-west-1", credentials: administratorKeys, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

const NAMESPACE = "AWS/ApplicationELB";
const query = (Id: string, MetricName: string, dimensions: Record<string, string>, Stat = "Sum", Period = 60) => ({
  Id,
  MetricStat: {
    Metric: {
      Namespace: NAMESPACE,
      MetricName,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    },
    Stat,
    Period,
  },
});
const lately = () => ({ StartTime: new Date(Date.now() - 600_000), EndTime: new Date(Date.now() + 60_000) });

describe("CloudWatch", () => {
  it("answers the SDK's client with what was recorded, by the minute and without empty minutes", async () => {
    const dimensions = { LoadBalancer: "app/a/1", TargetGroup: "targetgroup/a/1" };
    for (const value of [1, 2, 5])
      aws().cloudwatch.record({ namespace: NAMESPACE, name: "Latency", dimensions }, value);
    const { MetricDataResults: results = [] } = await client.send(
      new GetMetricDataCommand({
        ...lately(),
        MetricDataQueries: [
          ...["Sum", "Average", "Minimum", "Maximum", "SampleCount"].map((stat) =>
            query(stat.toLowerCase(), "Latency", dimensions, stat, 3600),
          ),
          query("none", "Latency", { LoadBalancer: "app/a/1" }),
        ],
      }),
    );
    expect(results.map(({ Id, Values }) => [Id, Values])).toEqual([
      ["sum", [8]],
      ["average", [8 / 3]],
      ["minimum", [1]],
      ["maximum", [5]],
      ["samplecount", [3]],
      ["none", []],
    ]);
    // A period of an hour begins with the hour.
    expect((results[0]?.Timestamps?.[0]?.getTime() ?? 1) % 3_600_000).toBe(0);
    expect(results.every(({ StatusCode }) => StatusCode === "Complete")).toBe(true);
    const { Metrics = [] } = await client.send(
      new ListMetricsCommand({ Namespace: NAMESPACE, Dimensions: [{ Name: "TargetGroup" }] }),
    );
    expect(Metrics).toEqual([{ Namespace: NAMESPACE, MetricName: "Latency", Dimensions: expect.any(Array) }]);
  });

  it.each<[string, Partial<GetMetricDataCommandInput>, string]>([
    ["an end before the start", { EndTime: new Date(0) }, "ValidationException"],
    ["the same id twice", { MetricDataQueries: [query("a", "x", {}), query("a", "y", {})] }, "ValidationException"],
    ["an id that begins with a capital", { MetricDataQueries: [query("A", "x", {})] }, "ValidationException"],
    ["a period of half a minute", { MetricDataQueries: [query("a", "x", {}, "Sum", 30)] }, "ValidationException"],
    ["an expression", { MetricDataQueries: [{ Id: "a", Expression: "1" }] }, "NotImplementedByLocalAws"],
    ["a percentile", { MetricDataQueries: [query("a", "x", {}, "p99")] }, "NotImplementedByLocalAws"],
  ])("refuses %s", async (_, input, name) => {
    aws().cloudwatch.record({ namespace: NAMESPACE, name: "x", dimensions: {} }, 1);
    const call = client.send(new GetMetricDataCommand({ ...lately(), MetricDataQueries: [], ...input }));
    await expect(call).rejects.toMatchObject({ name });
  });
});

it("a load balancer counts the requests that it chose a target for, and its healthy targets", async () => {
  const world = await createWorld();
  try {
    const balancer = await activeLoadBalancer(world);
    const { ip } = await world.target((_, response) => response.end("hello"));
    const { TargetGroups = [] } = await world.elbv2.CreateTargetGroup({
      ...{ Name: "group", Protocol: "HTTP", Port: 80, TargetType: "ip", VpcId: world.vpcId },
      ...{ HealthCheckIntervalSeconds: 5, HealthCheckTimeoutSeconds: 2 },
    });
    const TargetGroupArn = TargetGroups[0]?.TargetGroupArn ?? "";
    const { Listeners = [] } = await world.elbv2.CreateListener({
      ...{ LoadBalancerArn: balancer.arn, Port: 80, Protocol: "HTTP" },
      DefaultActions: [{ Type: "forward", TargetGroupArn }],
    });
    await world.elbv2.CreateRule({
      ...{ ListenerArn: Listeners[0]?.ListenerArn, Priority: 1 },
      Conditions: [{ Field: "path-pattern", Values: ["/elsewhere"] }],
      Actions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }],
    });
    const get = (path: string) => fetchFrom(world, `http://${balancer.dnsName}${path}`);
    // There is no target yet that could be chosen.
    expect((await get("/")).status).toBe(503);
    await world.elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: ip }] });
    await eventually(async () => {
      const { TargetHealthDescriptions: found = [] } = await world.elbv2.DescribeTargetHealth({ TargetGroupArn });
      return found[0]?.TargetHealth?.State === "healthy" || undefined;
    });
    for (const path of ["/", "/a", "/elsewhere", "/b"]) expect((await get(path)).status).toBe(200);

    const LoadBalancer = balancer.arn.split(":loadbalancer/")[1] ?? "";
    const TargetGroup = TargetGroupArn.split(":").at(-1) ?? "";
    const { MetricDataResults = [] } = await world.aws.cloudwatch.GetMetricData({
      ...lately(),
      MetricDataQueries: [
        query("group", "RequestCount", { LoadBalancer, TargetGroup }, "Sum", 3600),
        query("all", "RequestCount", { LoadBalancer }, "Sum", 3600),
        query("healthy", "HealthyHostCount", { LoadBalancer, TargetGroup }, "Maximum", 3600),
      ],
    });
    const total = (index: number) => MetricDataResults[index]?.Values?.reduce((sum, value) => sum + value, 0);
    expect([total(0), total(1)]).toEqual([3, 3]);
    expect(MetricDataResults[2]?.Values?.at(-1)).toBe(1);
  } finally {
    await world.close();
  }
});
