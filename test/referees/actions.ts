import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTaskDefinitionCommand, type TaskDefinition } from "@aws-sdk/client-ecs";
import type { RunStart } from "../../local/github/runs.js";
import { readActionMetadata } from "../../local/runner/action-metadata.js";
import { type ActionRun, runAction } from "../../local/runner/run-action.js";
import { deployRoles } from "../cloudformation/roles.js";
import { ROOT } from "../cloudformation/template.js";
import { type Account, green, openAccount, running, stacks } from "../deploy/harness.js";
import type { Referee, Verdict } from "./referee.js";

interface World {
  readonly account: Account;
  /** The outputs of our own deploy. */
  readonly outputs: ActionRun["outputs"];
  readonly workspace: string;
  /** Of the other project's action. */
  readonly folder: string;
  /** Runs the other project's action. */
  run(inputs: Record<string, string>): Promise<ActionRun>;
  /** A check; `log` says why not. */
  check(what: string, holds: boolean, log: string): void;
}

/** By the beginning of `name` in action.yml, since that is all a checkout says of itself. */
const known: Readonly<Record<string, (world: World) => Promise<void>>> = {
  'Amazon ECS "Deploy Task Definition"': deployTaskDefinition,
  'AWS CloudFormation "Deploy CloudFormation Stack"': deployStack,
  '"Configure AWS Credentials"': configureCredentials,
};

/** Actions of other projects, from checkouts in `folders`, unmodified, on an environment that our action has deployed. */
export function otherActions(folders: readonly string[]): Referee {
  return {
    name: "other actions",
    missing: async () => (folders.length > 0 ? undefined : "no --action FOLDER with a checkout of one"),
    run: async (found) => {
      for (const folder of folders) {
        const { name } = await readActionMetadata(folder);
        const use = Object.entries(known).find(([start]) => name.startsWith(start))?.[1];
        if (use === undefined) throw new Error(`--action ${folder}: ${name}: give one of ${Object.keys(known)}`);
        await runOther(folder, name, use, found);
      }
    },
  };
}

async function runOther(
  folder: string,
  name: string,
  use: (world: World) => Promise<void>,
  found: (verdict: Verdict) => void,
): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), "other-action-"));
  const account = await openAccount();
  try {
    // Twice: the first rollout has nothing to go back to, so that ECS's own rollback is off until the second.
    green(await account.deploy());
    const { outputs } = green(await account.deploy({ cpu: "512", memory: "1024" }));
    await use({
      account,
      outputs,
      workspace,
      folder,
      run: (inputs) => runAction({ folder, inputs, workspace, env: account.aws.env }),
      check: (what, holds, log) => found({ check: `${name}: ${what}`, ...(holds ? {} : { difference: log }) }),
    });
  } finally {
    await account.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

/** https://github.com/aws-actions/amazon-ecs-deploy-task-definition: the image of our service, changed past our action. */
async function deployTaskDefinition({ account, outputs, workspace, run, check }: World): Promise<void> {
  const before = await running(account, outputs);
  const { taskDefinition } = await account.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: before.service?.taskDefinition }),
  );
  const roll = async (containers: (given: TaskDefinition) => TaskDefinition["containerDefinitions"]) => {
    const changed = { ...taskDefinition, containerDefinitions: containers(taskDefinition ?? {}) };
    // As `aws ecs describe-task-definition` writes it, with what RegisterTaskDefinition does not take.
    await writeFile(join(workspace, "task-definition.json"), JSON.stringify(changed));
    return await run({
      "task-definition": "task-definition.json",
      service: outputs.service ?? "",
      cluster: outputs.cluster ?? "",
      "wait-for-service-stability": "true",
      "wait-max-delay-seconds": "15",
      "wait-for-minutes": "3",
    });
  };
  const good = await roll(({ containerDefinitions = [] }) =>
    containerDefinitions.map((each) => ({ ...each, environment: [{ name: "FROM", value: "another action" }] })),
  );
  const after = await running(account, outputs);
  const arn = good.outputs["task-definition-arn"];
  check("rolls the service and waits until it is stable", good.exitCode === 0, good.log);
  check("its revision is the one that runs", arn === after.service?.taskDefinition, `${arn}\n${good.log}`);
  check("with what it changed", after.container?.environment?.[0]?.value === "another action", good.log);
  const bad = await roll(({ containerDefinitions = [] }) =>
    containerDefinitions.map((each) => ({ ...each, image: "ecs-cognito-deploy/crash-at-start:1" })),
  );
  const still = await running(account, outputs);
  check("ends red where the service rolls back", bad.exitCode !== 0, bad.log);
  check("and what ran before runs on", still.service?.taskDefinition === arn, bad.log);
}

/** https://github.com/aws-actions/aws-cloudformation-github-deploy: a template of ours as a stack of its own. */
async function deployStack({ account, workspace, run, check }: World): Promise<void> {
  await copyFile(join(ROOT, "cloudformation", "vpc.yml"), join(workspace, "vpc.yml"));
  const deploy = (cidr: string) =>
    run({ name: "other", template: "vpc.yml", "parameter-overrides": `VpcCidr=${cidr}` });
  const status = async () => (await stacks(account)).get("other")?.StackStatus;
  const first = await deploy("10.7.0.0/16");
  check("creates a stack", first.exitCode === 0 && (await status()) === "CREATE_COMPLETE", first.log);
  check("gives its outputs", (first.outputs.VpcId ?? "").startsWith("vpc-"), JSON.stringify(first.outputs));
  const again = await deploy("10.7.0.0/16");
  check("takes an update without changes for none", again.exitCode === 0, again.log);
  const wrong = await deploy("10.7.0.0/99");
  check("ends red where the template refuses a parameter", wrong.exitCode !== 0, wrong.log);
}

/** https://github.com/aws-actions/configure-aws-credentials: the roles of github-oidc.yml, by a job's own identity. */
async function configureCredentials({ account, folder, check }: World): Promise<void> {
  const { github, env: aws, hostedZoneId: HostedZoneId } = account.aws;
  const { DeployRoleArn = "" } = await deployRoles(account.cloudFormation, {
    Repository: github.repository,
    HostedZoneId,
  });
  // Without the administrator's keys, as a job on GitHub.
  const network = Object.fromEntries(Object.entries(aws).filter(([name]) => !/^AWS_(ACCESS|SECRET)/.test(name)));
  const assume = async (start: RunStart) => {
    const { env, event } = await github.startRun({ permissions: { "id-token": "write" }, ...start });
    const inputs = { "role-to-assume": DeployRoleArn, "aws-region": account.aws.region, "disable-retry": "true" };
    return await runAction({ folder, inputs, env: { ...network, ...env }, event });
  };
  const run = await assume({ event: "push" });
  check("takes the deploy role on the branch", run.exitCode === 0, run.log);
  const { AWS_ACCESS_KEY_ID: key = "", AWS_SESSION_TOKEN: token } = run.env;
  check("gives later steps the role's keys", key.startsWith("ASIA") && token !== undefined, run.log);
  check("hides the keys in the log", run.masks.includes(run.env.AWS_SECRET_ACCESS_KEY ?? ""), run.log);
  const planned = await account.deploy({ "dry-run": "true" }, { env: run.env });
  check("which are enough for our own action", planned.exitCode === 0, planned.log);
  await github.push("other");
  const refused = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
  const elsewhere = await assume({ event: "push", branch: "other" });
  check("is refused on another branch", elsewhere.exitCode !== 0 && elsewhere.log.includes(refused), elsewhere.log);
  const without = await assume({ event: "push", permissions: { contents: "read" } });
  check("is refused without id-token: write", without.exitCode !== 0, without.log);
}
