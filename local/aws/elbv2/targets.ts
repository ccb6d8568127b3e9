import { isIPv4 } from "node:net";
import type {
  DeregisterTargetsInput,
  DescribeTargetHealthInput,
  RegisterTargetsInput,
  TargetDescription,
  TargetHealth,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import type { Context } from "./context.js";
import { LIMITS } from "./limits.js";
import { type TargetGroupRecord, type TargetRecord, targetGroup } from "./state.js";
import { validationError } from "./validation.js";

/** Health as AWS words it. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export const HEALTH = {
  registering: {
    State: "initial",
    Reason: "Elb.RegistrationInProgress",
    Description: "Target registration is in progress",
  },
  checking: {
    State: "initial",
    Reason: "Elb.InitialHealthChecking",
    Description: "Initial health checks in progress",
  },
  healthy: { State: "healthy" },
  unused: {
    State: "unused",
    Reason: "Target.NotInUse",
    Description: "Target group is not configured to receive traffic from the load balancer",
  },
  notRegistered: {
    State: "unused",
    Reason: "Target.NotRegistered",
    Description: "Target is not registered to the target group",
  },
  draining: {
    State: "draining",
    Reason: "Target.DeregistrationInProgress",
    Description: "Target deregistration is in progress",
  },
  timeout: { State: "unhealthy", Reason: "Target.Timeout", Description: "Request timed out" },
  failed: { State: "unhealthy", Reason: "Target.FailedHealthChecks", Description: "Health checks failed" },
} satisfies Record<string, TargetHealth>;

/** However fast the clock, what is in flight when a target is deregistered has this long, in seconds of the machine. */
const IN_FLIGHT_SECONDS = 2;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RegisterTargets.html */
export async function registerTargets(context: Context, input: RegisterTargetsInput): Promise<void> {
  const group = targetGroup(context.state, input.TargetGroupArn);
  const wanted = (input.Targets ?? []).map((target) => checkTarget(group, target));
  if (wanted.length === 0) throw validationError("At least one target must be specified");
  const total = new Set([...group.targets.keys(), ...wanted.map(keyOf)]).size;
  if (total > LIMITS["targets-per-target-group"])
    throw new AwsError("TooManyTargets", "The maximum number of targets has been reached");
  for (const target of wanted) {
    const existing = group.targets.get(keyOf(target));
    if (existing !== undefined && existing.health.State !== "draining") continue;
    const zone = target.zone ?? (await zoneOf(context, group, target.id));
    group.targets.set(keyOf(target), { ...target, zone, health: HEALTH.unused, gone: new AbortController() });
  }
  await context.reconcile();
}

/**
 * A target drains for as long as the group's deregistration delay says, then it is forgotten.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeregisterTargets.html
 */
export async function deregisterTargets(context: Context, input: DeregisterTargetsInput): Promise<void> {
  const { state, reconcile } = context;
  const group = targetGroup(state, input.TargetGroupArn);
  const chosen = (input.Targets ?? []).map((target) => checkTarget(group, target));
  if (chosen.length === 0) throw validationError("At least one target must be specified");
  const forget = (target: TargetRecord) => {
    if (group.targets.get(keyOf(target)) === target) group.targets.delete(keyOf(target));
  };
  for (const key of chosen.map(keyOf)) {
    const target = group.targets.get(key);
    if (target === undefined || target.health.State === "draining") continue;
    if (target.health.State === "unused") {
      forget(target);
      continue;
    }
    target.health = HEALTH.draining;
    drain(context, Number(group.attributes.get("deregistration_delay.timeout_seconds")), target, forget).catch(() => {
      // the local AWS is stopping
    });
  }
  await reconcile();
}

/** Forgets a target after `delay` seconds, and cuts off what is still in flight. */
async function drain({ aws }: Context, delay: number, target: TargetRecord, forget: (target: TargetRecord) => void) {
  await aws.clock.sleep(delay, aws.stopping);
  forget(target);
  // What is in flight is served by a real program, for which the clock does not run faster.
  await aws.clock.sleep(Math.max(0, Math.min(delay, IN_FLIGHT_SECONDS) * aws.clock.speed - delay), aws.stopping);
  target.gone.abort();
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html */
export function describeTargetHealth({ state }: Context, input: DescribeTargetHealthInput): TargetHealthDescription[] {
  const group = targetGroup(state, input.TargetGroupArn);
  if (input.Include !== undefined && input.Include.length > 0) throw notImplemented("anomaly detection of targets");
  if (input.Targets === undefined || input.Targets.length === 0) {
    return [...group.targets.values()].map((target) => describe(group, target));
  }
  return input.Targets.map((wanted) => {
    const checked = checkTarget(group, wanted);
    const target = group.targets.get(keyOf(checked));
    return target === undefined
      ? { Target: { Id: checked.id, Port: checked.port }, TargetHealth: HEALTH.notRegistered }
      : describe(group, target);
  });
}

function describe(group: TargetGroupRecord, target: TargetRecord): TargetHealthDescription {
  const { port } = group.healthCheck;
  return {
    Target: { Id: target.id, Port: target.port, AvailabilityZone: target.zone },
    HealthCheckPort: port === "traffic-port" ? String(target.port) : port,
    TargetHealth: { ...target.health },
    AdministrativeOverride: {
      State: "no_override",
      Reason: "AdministrativeOverride.NoOverride",
      Description: "No override is currently active on target",
    },
  };
}

/** An `ip` target: a private IPv4 address and a port, the group's unless it has its own. */
function checkTarget(group: TargetGroupRecord, target: TargetDescription) {
  const id = target.Id ?? "";
  if (!isIPv4(id)) throw validationError(`The IP address '${id}' is not a valid IPv4 address`);
  if (!isPrivate(id)) {
    throw new AwsError(
      "InvalidTarget",
      `The IP address '${id}' is not within the VPC's CIDR blocks or a private range`,
    );
  }
  if (target.QuicServerId !== undefined) throw notImplemented("QUIC server ids of targets");
  const port = target.Port ?? group.port;
  return { id, port, zone: target.AvailabilityZone };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-type */
function isPrivate(ip: string): boolean {
  const [a = 0, b = 0] = ip.split(".").map(Number);
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 100 && b >= 64 && b < 128);
}

/** The zone of the subnet in which the address is. */
async function zoneOf({ aws }: Context, group: TargetGroupRecord, ip: string): Promise<string | undefined> {
  const { Subnets = [] } = await aws.ec2.DescribeSubnets({ Filters: [{ Name: "vpc-id", Values: [group.vpcId] }] });
  return Subnets.find((subnet: { CidrBlock?: string }) => contains(subnet.CidrBlock ?? "", ip))?.AvailabilityZone;
}

function contains(cidr: string, ip: string): boolean {
  const [base = "", bits = "32"] = cidr.split("/");
  const number = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(base) / size) === Math.floor(number(ip) / size);
}

function keyOf({ id, port }: { id: string; port: number }): string {
  return `${id}:${port}`;
}
