import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath } from "../cloudformation/on-path.js";
import { ROOT } from "../cloudformation/template.js";
import { type Account, green, openAccount } from "../deploy/harness.js";
import { changes, everything } from "../teardown/everything.js";

const found = onPath("aws");
const SPEED = 300;

/** The real AWS CLI carries out what docs/remove-by-hand.md says, against the local AWS. */
(found ? it : it.skip)(
  found ? "removing by hand works as the page says, and leaves nothing" : "is not tried: the AWS CLI isn't on the PATH",
  async () => {
    const account = await openAccount({ speed: SPEED });
    const directory = await mkdtemp(join(tmpdir(), "remove-by-hand-"));
    try {
      const empty = await everything(account);
      const quick = { "smoke-test": "false", "nat-gateways": "0", "desired-count": "1" };
      green(await account.deploy({ ...quick, environment: "staging" }));
      green(await account.deploy({ ...quick, environment: "staging-2" }));
      const page = await readFile(`${ROOT}docs/remove-by-hand.md`, "utf8");
      const [environment = "", platform = ""] = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
      const one = withValues(environment, { ENVIRONMENT: "staging", REPOSITORY: "octo-org/sample-app" });
      const all = withValues(platform, { HOSTED_ZONE_ID: account.aws.hostedZoneId });
      expect(await run(account, directory, one)).toEqual([0, expect.any(String)]);
      // The page refuses to remove a platform under an environment, such as the one whose name begins the same.
      expect(await run(account, directory, all)).toEqual([
        1,
        expect.stringMatching(/--staging-2\nthese environments stand/),
      ]);
      green(await account.teardown({ environment: "staging-2" }));
      expect(await run(account, directory, all)).toEqual([0, expect.any(String)]);
      expect(changes(empty, await everything(account))).toEqual([]);
    } finally {
      await account.close();
      await rm(directory, { recursive: true, force: true });
    }
  },
  240_000,
);

function withValues(script: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((text, [name, value]) => {
    expect(text).toMatch(new RegExp(`^${name}=`, "m"));
    return text.replace(new RegExp(`^${name}=.*$`, "m"), `${name}=${value}`);
  }, script);
}

/** `wait` asks the same question every 30 s; here it is asked all the time. */
const IMPATIENT = `
  aws() {
    if [ "$1 $2" != "cloudformation wait" ]; then command aws "$@"; return; fi
    while command aws cloudformation describe-stacks --stack-name "$5" --query 'Stacks[0].StackStatus' --output text >status 2>&1
    do if grep -q FAILED status; then cat status; return 1; fi; done
    grep -q 'does not exist' status
  }
`;

/** Exit code and, where it is not 0, what was printed. */
function run({ aws }: Account, cwd: string, commands: string): Promise<[code: number | null, output: string]> {
  const env = {
    ...process.env,
    ...aws.env,
    // Not this machine's own configuration.
    ...{ AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", AWS_PAGER: "" },
  };
  return new Promise((resolve) => {
    const child = spawn("bash", ["-euo", "pipefail", "-c", `${IMPATIENT}${commands}`], { cwd, env });
    let output = "";
    const collect = (text: Buffer) => {
      output += text;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("close", (code) => resolve([code, output]));
  });
}
