import { dollars, estimateCost } from "../../src/plan/cost.js";

const small = {
  cpu: 256,
  memory: 512,
  architecture: "X86_64",
  capacity: "FARGATE",
  tasks: 1,
  publicIp: false,
} as const;

test.each([
  ["a quarter of a vCPU with 512 MiB", small, "$0.30"],
  ["the same with a public address", { ...small, publicIp: true }, "$0.42"],
  ["the same on ARM64", { ...small, architecture: "ARM64" as const }, "$0.24"],
  [
    "the same on Fargate Spot, where an address costs what it costs",
    { ...small, capacity: "FARGATE_SPOT" as const, publicIp: true },
    "$0.21",
  ],
  ["three tasks of 1 vCPU with 2 GB", { ...small, cpu: 1024, memory: 2048, tasks: 3 }, "$3.55"],
])("%s", (_, what, perDay) => {
  expect(dollars(estimateCost(what).perDay)).toBe(perDay);
});

test("an estimate names what it supposes", () => {
  expect(estimateCost({ ...small, capacity: "FARGATE_SPOT", publicIp: true }).assumptions).toEqual([
    "1 task of 0.25 vCPU and 0.5 GB X86_64 on Fargate Spot at its largest discount, 70%, all day",
    "a public IPv4 address",
    "prices of us-east-1",
    "without the shared load balancer, logs and traffic",
  ]);
});

test("little is not nothing", () => {
  expect([dollars(0.004), dollars(0)]).toEqual(["less than $0.01", "$0.00"]);
});
