import { join } from "node:path";
import { ACMClient } from "@aws-sdk/client-acm";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { Route53Client } from "@aws-sdk/client-route-53";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type LocalAws, startLocalAws } from "../../local/serve/spawn.js";

/** How many times as fast as in AWS things happen, and how many times as fast a deploy's timers run. */
const SPEED = { aws: 400, timers: 4 };

/** How long a run may take, in milliseconds. Most take 2 s. */
const BOUND_MS = 90_000;

export type Inputs = Readonly<Record<string, string>>;

/** A check as the action gives it out. */
export interface Check {
  readonly id: string;
  readonly verdict: string;
  readonly seen: string;
}

/** What a run of the action said about the front door. */
export interface SmokeTest {
  readonly checks: readonly Check[];
  readonly exitCode: number;
  readonly log: string;
}

/** The good architecture on a local AWS of its own, and what it takes to spoil it. */
export interface Good {
  readonly aws: LocalAws;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly cognito: CognitoIdentityProviderClient;
  readonly ec2: EC2Client;
  readonly ecs: ECSClient;
  readonly acm: ACMClient;
  readonly route53: Route53Client;
  readonly cloudFormation: CloudFormationClient;
  /** `app.<domain>`: the platform's domain and the environment's host. */
  readonly host: string;
  /** Outputs of all stacks but those of further environments. */
  readonly outputs: Inputs;
  /** Deploys with the good inputs, some of them changed; what its smoke test says. */
  deploy(inputs?: Inputs): Promise<SmokeTest>;
  /** Runs the smoke test alone, which changes nothing. */
  attack(inputs?: Inputs): Promise<SmokeTest>;
  close(): Promise<void>;
}

/**
 * Deploys the sample app with one public path.
 *
 * @param folder of action.yml and dist/
 * @throws Error if that is not green: then there is nothing to spoil
 */
export async function openGood(folder: string): Promise<Good> {
  const aws = await startLocalAws({ speed: SPEED.aws });
  const config = clientConfiguration(aws);
  const clients = {
    elb: new ElasticLoadBalancingV2Client(config),
    cognito: new CognitoIdentityProviderClient(config),
    ec2: new EC2Client(config),
    ecs: new ECSClient(config),
    acm: new ACMClient(config),
    route53: new Route53Client(config),
    cloudFormation: new CloudFormationClient(config),
  };
  const close = async () => {
    for (const client of Object.values(clients)) client.destroy();
    await aws.close();
  };
  const host = `app.${aws.domain}`;
  const deploy: Good["deploy"] = async (inputs = {}) => readSmokeTest(await runDeploy(folder, aws, inputs));
  const attack: Good["attack"] = async (inputs = {}) => readSmokeTest(await runSmokeTest(folder, aws, inputs));
  try {
    const first = await deploy();
    const loud = complaints(first);
    if (loud !== "") throw new Error(`The good architecture is not good: ${loud}\n${first.log}`);
    const outputs = await stackOutputs(clients.cloudFormation);
    return { aws, ...clients, host, outputs, deploy, attack, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a quiet smoke test must not have: a red run, or a check that found something. Empty if it is quiet. */
export function complaints({ checks, exitCode, log }: SmokeTest): string {
  const loud = checks.filter(({ verdict }) => verdict !== "passed" && verdict !== "skipped");
  if (loud.length > 0) return loud.map(describeCheck).join("; ");
  if (checks.length === 0) return `there is no smoke test (exit code ${exitCode}): ${lastLines(log)}`;
  return exitCode === 0 ? "" : `every check passed, and the run ends with ${exitCode}: ${lastLines(log)}`;
}

export function describeCheck({ id, verdict, seen }: Check): string {
  return `${id} ${verdict} (${seen})`;
}

function lastLines(log: string): string {
  return log.trim().split("\n").slice(-3).join(" | ");
}

/** An app in one line: `healthz` answers, everything else is `answer`. */
export const app = (answer: string): Inputs => ({
  image: "amazon/amazon-ecs-sample",
  command: JSON.stringify([
    "node",
    "-e",
    `require("http").createServer((q, s) => q.url === "/healthz" ? s.end("ok") : (${answer})).listen(80); process.on("SIGTERM", () => process.exit(0))`,
  ]),
});

async function runDeploy(folder: string, aws: LocalAws, inputs: Inputs): Promise<ActionRun> {
  const timers = join(import.meta.dirname, "..", "sweep", "fast-timers.cjs");
  return await runAction({
    folder,
    inputs: {
      domain: `app.${aws.domain}`,
      "hosted-zone-id": aws.hostedZoneId,
      app: "web",
      image: "ecs-cognito-deploy/sample-app:1",
      "health-check-path": "/healthz",
      "public-paths": "/webhooks/*",
      "desired-count": "1",
      "nat-gateways": "0",
      ...inputs,
    },
    env: {
      ...aws.env,
      NODE_OPTIONS: `${aws.env.NODE_OPTIONS} --require=${timers.includes(" ") ? JSON.stringify(timers) : timers}`,
      SWEEP_TIMERS: String(SPEED.timers),
    },
    signal: AbortSignal.timeout(BOUND_MS),
  });
}

async function runSmokeTest(folder: string, aws: LocalAws, inputs: Inputs): Promise<ActionRun> {
  const host = `app.${aws.domain}`;
  return await runAction({
    folder: join(folder, "smoke-test"),
    inputs: { host, domain: host, app: "web", ...inputs },
    env: aws.env,
    signal: AbortSignal.timeout(BOUND_MS),
  });
}

function readSmokeTest({ outputs, exitCode, log }: ActionRun): SmokeTest {
  return { checks: JSON.parse(outputs["smoke-test"] || "[]") as Check[], exitCode, log };
}

async function stackOutputs(client: CloudFormationClient): Promise<Inputs> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  const outputs = Stacks.flatMap((stack) => stack.Outputs ?? []);
  return Object.fromEntries(outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]));
}
