import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalAws, startLocalAws } from "../local-aws.js";
import { ROOT } from "./template.js";

const SPEED = 200;

/** A local AWS for the AWS CLI, and a folder with a copy of the templates. */
export interface ByHand {
  /** Runs commands in bash; gives what they printed after `=== `. Throws with all of it where one fails. */
  run(commands: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function startByHand(): Promise<ByHand> {
  const directory = await mkdtemp(join(tmpdir(), "by-hand-"));
  await cp(`${ROOT}cloudformation`, join(directory, "cloudformation"), { recursive: true });
  const aws = await startLocalAws({ speed: SPEED });
  // After its first look `aws cloudformation deploy` waits 30 s, and 5 s for a change set. So when it looks, they
  // have to be ready.
  await aws.fault({ service: "cloudformation", operation: "ExecuteChangeSet", delaySeconds: 1.3 * SPEED, times: 99 });
  await aws.fault({ service: "cloudformation", operation: "CreateChangeSet", delaySeconds: 0.2 * SPEED, times: 99 });
  return {
    run: (commands) => runBash(commands, aws, directory),
    close: async () => {
      await aws.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What the script shows before the stacks are deleted. */
export const DONE: readonly string[] = [
  "vpc CREATE_COMPLETE",
  "cognito CREATE_COMPLETE",
  "cluster CREATE_COMPLETE",
  "nat CREATE_COMPLETE",
  "alb CREATE_COMPLETE",
  "dns CREATE_COMPLETE",
  "production CREATE_COMPLETE",
  "rolled out: 2 of 2 run",
  "production UPDATE_COMPLETE",
  "after the update: 2 of 2 run",
  "NatGateways=2: 2 routes, 2 gateways, UPDATE_COMPLETE",
  "NatGateways=0: 0 routes, 0 gateways, UPDATE_COMPLETE",
  "NatGateways=1: 2 routes, 1 gateways, UPDATE_COMPLETE",
];

function runBash(commands: string, aws: LocalAws, cwd: string): Promise<string[]> {
  const env = {
    ...process.env,
    ...aws.env,
    // Not this machine's own configuration.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_PAGER: "",
  };
  return new Promise((resolve, reject) => {
    const child = spawn("bash", ["-euo", "pipefail", "-c", commands], { cwd, env });
    let output = "";
    const collect = (text: Buffer) => {
      output += text;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("close", (code) => {
      if (code === 0) resolve([...output.matchAll(/^=== (.*)$/gm)].map(([, line = ""]) => line));
      else reject(new Error(`exit code ${code}\n${output}`));
    });
  });
}

/** The README's commands in order, with a look at the result between them, `more`, and in the end all of it deleted. */
export async function script(more = ""): Promise<string> {
  const readme = await readFile(`${ROOT}cloudformation/README.md`, "utf8");
  const [deploy = "", rollOut = "", update = "", addUser = ""] = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(
    ([, block]) => block,
  );
  return `
    ${deploy.replace(/^HOSTED_ZONE_ID=.*$/m, "HOSTED_ZONE_ID=$LOCAL_AWS_HOSTED_ZONE_ID")}
    ${LOOKS}
    for stack in vpc cognito cluster nat alb dns production; do echo "=== $stack $(status $stack)"; done
    ${rollOut}
    echo "=== rolled out: $(running)"
    ${update}
    echo "=== production $(status production)"
    echo "=== after the update: $(running)"
    ${addUser}
    for number in 2 0 1; do
      deploy nat-gateways nat NatGateways=$number
      gateways=$(aws ec2 describe-route-tables --query 'RouteTables[].Routes[].NatGatewayId' --output text | tr '\\t' '\\n')
      echo "=== NatGateways=$number: $(count "$gateways") routes, $(count "$(sort -u <<<"$gateways")") gateways, $(status nat)"
    done
    ${more}
    for stack in production dns alb nat vpc cognito cluster; do
      remove $stack
    done
    echo "=== gone"`;
}

const LOOKS = `
    status() { aws cloudformation describe-stacks --stack-name "$NAME-$1" --query 'Stacks[0].StackStatus' --output text; }
    remove() {
      aws cloudformation delete-stack --stack-name "$NAME-$1"
      until ! status $1 2>failure; do sleep 0.3; done
      grep -q 'does not exist' failure
    }
    count() { grep -c . <<<"$1" || true; }
    running() {
      for attempt in $(seq 40); do
        found=$(aws ecs describe-services --cluster "$(output cluster ClusterName)" --services "$(output production ServiceName)" \\
          --query 'services[0].[runningCount,desiredCount,length(deployments)]' --output text | tr '\\t' ' ')
        if [ "$found" = "2 2 1" ]; then break; fi
      done
      set -- $found; echo "$1 of $2 run"
    }`;
