import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Aws } from "../../../../local/aws/aws.js";
import { checkCallsFromInside } from "../../../../local/aws/calls-from-inside.js";
import { createClock } from "../../../../local/aws/clock.js";
import { durations } from "../../../../local/aws/durations.js";
import { Ecs } from "../../../../local/aws/ecs/ecs.js";
import { AwsError } from "../../../../local/aws/errors.js";
import { createRandom } from "../../../../local/aws/random.js";
import { SecretsManager } from "../../../../local/aws/secretsmanager/secrets-manager.js";
import { Ssm } from "../../../../local/aws/ssm/ssm.js";
import { ContainerRuntime } from "../../../../local/edge/containers/runtime.js";
import { Network } from "../../../../local/edge/network.js";

export const TARGET_GROUP = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/1";
export const ROLE = "arn:aws:iam::123456789012:role/execution";

type TargetState = "initial" | "healthy" | "unhealthy" | "draining";
interface Target {
  readonly Id: string;
  readonly Port: number;
  state: TargetState;
}

/**
 * An account whose ECS, containers, network, Secrets Manager and Parameter Store are real and whose other services are the least that ECS asks of them:
 * a target is healthy once something answers 200 at its address, and drains for `drainMs`.
 */
export async function ecsAccount({ speed = 200, drainMs = 50 }: { speed?: number; drainMs?: number } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "ecs-"));
  const stopping = new AbortController();
  const targets = new Map<string, Target>();
  const logs = new Map<string, string[]>();
  const interfaces = new Set<string>();
  const world = {
    egress: true,
    trusted: true,
    allowed: ["logs:", "ecr:"],
    attached: true,
    targetType: "ip",
    /** Addresses of targets that fail their health checks whatever they answer. */
    sick: new Set<string>(),
  };
  let addresses = 10;

  const others = {
    partition: "aws",
    accountId: "123456789012",
    region: "eu-west-1",
    clock: createClock(speed),
    random: createRandom(1),
    durations,
    stopping: stopping.signal,
    hostsFile: join(directory, "hosts.json"),
    authority: { certificateFile: join(directory, "ca.pem") },
    route53: { lookup: () => undefined, ListHostedZones: async () => ({}) },
    iam: {
      // Every service's own role is there.
      roleArn: (name: string) => `arn:aws:iam::123456789012:role/${name}`,
      trusts: () => world.trusted,
      SimulatePrincipalPolicy: async ({ ActionNames = [] }: { ActionNames?: string[] }) => ({
        EvaluationResults: ActionNames.map((action) => ({
          EvalDecision: world.allowed.some((prefix) => action.startsWith(prefix)) ? "allowed" : "implicitDeny",
        })),
      }),
    },
    logs: {
      CreateLogStream: async ({ logGroupName = "", logStreamName = "" }) => {
        if (logGroupName !== "/app") {
          throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
        }
        logs.set(logStreamName, []);
      },
      PutLogEvents: async ({
        logStreamName = "",
        logEvents = [],
      }: {
        logStreamName?: string;
        logEvents?: { message: string }[];
      }) => {
        logs.get(logStreamName)?.push(...logEvents.map(({ message }) => message));
      },
    },
    ec2: {
      admits: () => world.egress,
      DescribeSubnets: async ({ SubnetIds = [] }: { SubnetIds?: string[] }) => {
        if (SubnetIds.includes("subnet-none")) {
          throw new AwsError("InvalidSubnetID.NotFound", "The subnet ID 'subnet-none' does not exist");
        }
        return { Subnets: SubnetIds.map((SubnetId) => ({ SubnetId, VpcId: "vpc-1" })) };
      },
      DescribeSecurityGroups: async () => ({ SecurityGroups: [{ GroupId: "sg-1", VpcId: "vpc-1" }] }),
      wayOut: () => "internet gateway",
      placeInterface: ({ subnetId = "" }) => {
        addresses += 1;
        interfaces.add(`eni-${addresses}`);
        return {
          NetworkInterfaceId: `eni-${addresses}`,
          PrivateIpAddress: `10.0.0.${addresses}`,
          AvailabilityZone: `eu-west-1${subnetId.slice(-1)}`,
          VpcId: "vpc-1",
          Groups: [{ GroupId: "sg-1" }],
        };
      },
      removeInterface: (id: string) => {
        interfaces.delete(id);
      },
    },
    elbv2: {
      DescribeTargetGroups: async () => ({
        TargetGroups: [{ TargetType: world.targetType, LoadBalancerArns: world.attached ? ["arn:lb"] : [] }],
      }),
      RegisterTargets: async ({ Targets = [] }: { Targets?: { Id: string; Port: number }[] }) => {
        for (const { Id, Port } of Targets) {
          const target: Target = { Id, Port, state: "initial" };
          targets.set(`${Id}:${Port}`, target);
          check(target);
        }
      },
      DeregisterTargets: async ({ Targets = [] }: { Targets?: { Id: string; Port: number }[] }) => {
        for (const { Id, Port } of Targets) {
          const target = targets.get(`${Id}:${Port}`);
          if (target === undefined) continue;
          target.state = "draining";
          setTimeout(() => targets.delete(`${Id}:${Port}`), drainMs);
        }
      },
      DescribeTargetHealth: async ({ Targets }: { Targets?: { Id: string; Port: number }[] }) => ({
        TargetHealthDescriptions: [...targets.values()]
          .filter(({ Id, Port }) => Targets?.some((wanted) => wanted.Id === Id && wanted.Port === Port) ?? true)
          .map(({ Id, Port, state }) => ({
            Target: { Id, Port },
            TargetHealth: {
              State: state,
              ...(state === "unhealthy" && { Description: "Health checks failed with these codes: [500]" }),
            },
          })),
      }),
    },
  };
  const aws = others as unknown as Aws & { hostsFile: string };
  await writeFile(join(directory, "ca.pem"), "");
  const network = new Network({ hostsFile: aws.hostsFile, aws });
  const containers = new ContainerRuntime(aws);
  const ecs = new Ecs(aws);
  checkCallsFromInside({ ecs });
  const [secretsManager, ssm] = [new SecretsManager(aws), new Ssm(aws)];
  Object.assign(others, { network, containers, ecs, secretsManager, ssm });

  /** Two failures in a row make a new target unhealthy, one success healthy. */
  function check(target: Target, failures = 0): void {
    setTimeout(async () => {
      if (isDraining(target) || stopping.signal.aborted) return;
      const address = network.dial(`eni-${target.Id.split(".").at(-1)}`, target.Port);
      const status =
        address &&
        (await fetch(`http://${address.host}:${address.port}/`).then(
          (answer) => answer.status,
          () => 0,
        ));
      if (!targets.has(`${target.Id}:${target.Port}`) || isDraining(target)) return;
      const passed = status === 200 && !world.sick.has(target.Id);
      if (passed) target.state = "healthy";
      else if (failures > 0) target.state = "unhealthy";
      check(target, passed ? 0 : failures + 1);
    }, 25).unref();
  }

  return {
    aws,
    ecs,
    network,
    targets,
    logs,
    interfaces,
    world,
    close: async () => {
      stopping.abort(new Error("closing"));
      await ecs.close();
      await network.settled();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const isDraining = ({ state }: Target) => state === "draining";

export type EcsAccount = Awaited<ReturnType<typeof ecsAccount>>;
