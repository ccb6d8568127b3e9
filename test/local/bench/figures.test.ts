import type { CallRecord } from "../../../local/aws/calls.js";
import { durations } from "../../../local/aws/durations.js";
import { atSpeedOne } from "../../../local/bench/at-speed-one.js";
import { criticalPath } from "../../../local/bench/critical-path.js";
import { countCalls, mostOverlapping } from "../../../local/bench/deployment.js";
import { atMost, between, figuresTable, median } from "../../../local/bench/figures.js";
import type { CreatedStack } from "../../../local/bench/stacks.js";

/** A call `seconds` after the start that takes 100 ms. */
function call(operation: string, seconds: number): CallRecord {
  const at = new Date(Date.UTC(2026, 10, 1) + seconds * 1000).toISOString();
  return { service: "ecs", operation, at, requestId: "", accessKeyId: "", durationMs: 100 };
}

describe("the table of figures", () => {
  it("shows each beside its bound and whether it keeps it", () => {
    const figures = [atMost("Calls", 9, 12, String), atMost("Size", 4, 3, String), { name: "Start", measured: "5 ms" }];
    expect(figuresTable(figures)).toBe("✓ Calls     9  at most 12\n✗ Size      4  at most 3\n  Start  5 ms");
  });

  it.each([
    ["kept", 0.96, 1.04, true],
    ["broken from below", 0.8, 0.9, false],
    ["broken from above", 1.06, 1.2, false],
    ["not decided", 1.04, 1.06, undefined],
  ])("shows what lies between two bounds as %s", (_, least, most, kept) => {
    expect(between("Ratio", { least, most }, { from: 0.95, to: 1.05 }, String).kept).toBe(kept);
  });

  it("has the middle of an odd and of an even number of values", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe("a run that was measured at a speed takes at speed 1", () => {
  const run = { startedAt: 0, endedAt: 10_000 };
  const atWork = [
    { startedAt: 1000, endedAt: 4000 },
    { startedAt: 2000, endedAt: 3000 },
    { startedAt: 3500, endedAt: 6000 },
  ];

  it("AWS's part as often as the speed says, and between once and as often our own", () => {
    expect(atSpeedOne(run, atWork, 5)).toEqual({ least: 5 * 5 + 5, most: 50 });
  });

  it("what was measured, if that was the speed", () => {
    expect(atSpeedOne(run, atWork, 1)).toEqual({ least: 10, most: 10 });
  });
});

describe("the calls of a rollout", () => {
  it("are polling when they ask again after the change", () => {
    const calls = [
      ...[call("DescribeServices", 0), call("DescribeServices", 0), call("UpdateService", 1)],
      ...[2, 3, 4, 5].map((second) => call("DescribeServices", second)),
      call("ListTasks", 2),
    ];
    expect(countCalls(calls, "UpdateService")).toEqual({
      needed: 5,
      polling: 3,
      fastestPoll: { operation: "ecs:DescribeServices", perSecond: 1 },
    });
  });

  it("overlap as far as they were under way together", () => {
    expect(mostOverlapping([call("A", 0), call("B", 0.05), call("C", 0.09), call("D", 0.2)])).toBe(3);
  });
});

describe("the critical path", () => {
  const stack = (name: string, resources: Record<string, object>, more: Partial<CreatedStack> = {}): CreatedStack => ({
    name,
    template: JSON.stringify({ Resources: resources }),
    parameters: {},
    outputs: {},
    startedAt: 0,
    endedAt: 0,
    resources: Object.keys(resources).map((each) => ({ name: each, type: "", startedAt: 0, endedAt: 0 })),
    ...more,
  });

  it("is the longest chain through resources that refer to one another", () => {
    const path = criticalPath(
      [
        stack("net", {
          Vpc: { Type: "AWS::EC2::VPC" },
          Subnet: { Type: "AWS::EC2::Subnet", Properties: { VpcId: { Ref: "Vpc" } } },
          Gateway: { Type: "AWS::EC2::InternetGateway" },
        }),
      ],
      durations,
    );
    expect(path.seconds).toBe(2 + Math.max(11 + 4, 16) + 1);
  });

  it("ends with the first task, which waits for its service and its way out alone", () => {
    const resource = (name: string, type: string) => ({ name, type, startedAt: 0, endedAt: 0 });
    const service = stack(
      "service",
      { Service: { Type: "AWS::ECS::Service" } },
      { resources: [resource("Service", "AWS::ECS::Service")] },
    );
    const records = stack("dns", { Record: { Type: "AWS::Route53::RecordSet" } });
    expect(criticalPath([service], durations).seconds).toBe(2 + 2 + 1 + 12 + 10 + 3 + 1);
    expect(criticalPath([service, records], durations).seconds).toBe(2 + 2 + 30 + 1);
  });

  it("goes on from a stack to another that takes one of its outputs as a parameter", () => {
    const net = stack("net", { Vpc: { Type: "AWS::EC2::VPC" } }, { outputs: { VpcId: "vpc-0123456789" } });
    const balancer = { Lb: { Type: "AWS::ElasticLoadBalancingV2::LoadBalancer" } };
    const alone = criticalPath([net, stack("alb", balancer)], durations);
    const after = criticalPath([net, stack("alb", balancer, { parameters: { VpcId: "vpc-0123456789" } })], durations);
    expect(after.seconds - alone.seconds).toBe(2 + 11 + 1);
    expect(after.steps.at(0)).toBe("net starts 2 s");
    expect([alone.stacks, after.stacks]).toEqual([["alb"], ["net", "alb"]]);
  });
});
