import { join } from "node:path";
import { CloudFormationClient, DescribeStacksCommand, type Stack } from "@aws-sdk/client-cloudformation";
import { DescribeServicesCommand, DescribeTaskDefinitionCommand, ECSClient, type Service } from "@aws-sdk/client-ecs";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";

/** The folder of action.yml. */
const ROOT = join(import.meta.dirname, "..", "..", "..");

/** How many times as fast as in AWS things happen here: a cold deploy in some seconds. */
const SPEED = 100;

export interface Account {
  readonly aws: LocalAws;
  readonly cloudFormation: CloudFormationClient;
  readonly ecs: ECSClient;
  /** Runs the built bundle as a step; the required inputs are filled in. */
  deploy(inputs?: Record<string, string>, more?: RunOptions): Promise<ActionRun>;
  /** Runs the built teardown as a step; domain and app are filled in. */
  teardown(inputs?: Record<string, string>, more?: RunOptions): Promise<ActionRun>;
  /** Runs the built sweep as a step. */
  sweep(inputs?: Record<string, string>, more?: RunOptions): Promise<ActionRun>;
  close(): Promise<void>;
}

type RunOptions = Partial<Pick<Parameters<typeof runAction>[0], "env" | "event" | "signal" | "onOutput" | "folder">>;

/** A local AWS of its own for a test file, with the SDK's clients to look at it as anybody would. */
export async function openAccount({ speed = SPEED, throttle = false } = {}): Promise<Account> {
  const aws = await startLocalAws({ speed, throttle });
  const config = clientConfiguration(aws);
  const [cloudFormation, ecs] = [new CloudFormationClient(config), new ECSClient(config)];
  const run = (folder: string, inputs: Record<string, string>, { env, event, signal, onOutput }: RunOptions) =>
    runAction({
      folder,
      inputs,
      env: { ...aws.env, ...env },
      ...(event && { event }),
      ...(signal && { signal }),
      ...(onOutput && { onOutput }),
    });
  return {
    aws,
    cloudFormation,
    ecs,
    deploy: (inputs = {}, more = {}) =>
      run(
        more.folder ?? ROOT,
        {
          domain: "app.example.com",
          "hosted-zone-id": aws.hostedZoneId,
          image: "ecs-cognito-deploy/sample-app:1",
          app: "web",
          "health-check-path": "/healthz",
          ...inputs,
        },
        more,
      ),
    teardown: (inputs = {}, more = {}) =>
      run(more.folder ?? join(ROOT, "teardown"), { domain: "app.example.com", app: "web", ...inputs }, more),
    sweep: (inputs = {}, more = {}) => run(more.folder ?? join(ROOT, "sweep"), inputs, more),
    close: async () => {
      cloudFormation.destroy();
      ecs.destroy();
      await aws.close();
    },
  };
}

/** All stacks by the part of their name that follows the platform's. */
export async function stacks({ cloudFormation }: Account): Promise<Map<string, Stack>> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({}));
  return new Map(Stacks.map((stack) => [(stack.StackName ?? "").replace(/^ecs-cognito-app-example-com-/, ""), stack]));
}

/** A stack's parameters or outputs as a plain object. */
export function parameters(stack: Stack | undefined): Record<string, string> {
  return Object.fromEntries(
    (stack?.Parameters ?? []).map(({ ParameterKey = "", ParameterValue = "" }) => [ParameterKey, ParameterValue]),
  );
}

/** The service that a run deployed, and what its container is. */
export async function running(account: Account, outputs: ActionRun["outputs"]) {
  const { services } = await account.ecs.send(
    new DescribeServicesCommand({ cluster: outputs.cluster, services: [outputs.service ?? ""], include: ["TAGS"] }),
  );
  const service: Service | undefined = services?.[0];
  const { taskDefinition } = await account.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: service?.taskDefinition }),
  );
  return { service, taskDefinition, container: taskDefinition?.containerDefinitions?.[0] };
}

/** Names of the operations of these calls, sorted and without repetition, reads left out. */
export function writes(calls: readonly { operation: string }[]): string[] {
  const names = calls.map(({ operation }) => operation).filter((name) => !/^(Describe|Get|List)/.test(name));
  return [...new Set(names)].sort();
}

/** A run's log, for the message of a failed expectation. */
export function green(run: ActionRun): ActionRun {
  if (run.exitCode !== 0) throw new Error(`the step is red:\n${run.log}`);
  return run;
}

/** Lines that stand in the log twice. */
export function repeated(log: string): string[] {
  const seen = new Set<string>();
  return log.split("\n").filter((line) => line.trim() !== "" && (seen.has(line) || !seen.add(line)));
}
