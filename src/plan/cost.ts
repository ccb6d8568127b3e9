/**
 * Prices in US dollars an hour of Linux tasks in us-east-1 (20 GB of storage are included), as of 2026 and as far as
 * others quote them: AWS's pages, https://aws.amazon.com/fargate/pricing/ and, for each public IPv4 address,
 * https://aws.amazon.com/vpc/pricing/, show their figures only to a browser. Other regions cost up to half as much again.
 */
const VCPU_HOUR = { X86_64: 0.04048, ARM64: 0.03238 };
const GB_HOUR = { X86_64: 0.004445, ARM64: 0.00356 };
const PUBLIC_IPV4_HOUR = 0.005;

/** Fargate Spot costs "up to 70%" less; how much less changes with supply and demand. */
const SPOT_SHARE = 0.3;

/** What an environment costs a day, and what that supposes. */
export interface CostEstimate {
  /** US dollars, unrounded. */
  readonly perDay: number;
  /** Complete once "estimate:" stands before them. */
  readonly assumptions: readonly string[];
}

/**
 * What the environment's own tasks cost. What it shares with other environments (load balancer, NAT gateways) is not part
 * of it, nor are logs and traffic, which depend on use.
 *
 * @param cpu CPU units, 1024 to a vCPU
 * @param memory MiB
 * @param publicIp whether each task has a public IPv4 address (a platform without NAT gateways)
 */
export function estimateCost({
  cpu,
  memory,
  architecture,
  capacity,
  tasks,
  publicIp,
}: {
  cpu: number;
  memory: number;
  architecture: "X86_64" | "ARM64";
  capacity: "FARGATE" | "FARGATE_SPOT";
  tasks: number;
  publicIp: boolean;
}): CostEstimate {
  const isSpot = capacity === "FARGATE_SPOT";
  const [vcpu, gb] = [cpu / 1024, memory / 1024];
  const compute = (vcpu * VCPU_HOUR[architecture] + gb * GB_HOUR[architecture]) * (isSpot ? SPOT_SHARE : 1);
  return {
    perDay: 24 * tasks * (compute + (publicIp ? PUBLIC_IPV4_HOUR : 0)),
    assumptions: [
      `${tasks} ${tasks === 1 ? "task" : "tasks"} of ${vcpu} vCPU and ${gb} GB ${architecture} on ${
        isSpot ? "Fargate Spot at its largest discount, 70%" : "Fargate"
      }, all day`,
      ...(publicIp ? [tasks === 1 ? "a public IPv4 address" : "a public IPv4 address each"] : []),
      "prices of us-east-1",
      "without the shared load balancer, logs and traffic",
    ],
  };
}

/** `$0.42`; what is more than nothing never shows as nothing. */
export function dollars(amount: number): string {
  return amount > 0 && amount < 0.01 ? "less than $0.01" : `$${amount.toFixed(2)}`;
}
