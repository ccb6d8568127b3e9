import { parseArgs } from "node:util";
import { otherActions } from "./actions.js";
import { cfnLint } from "./cfn-lint.js";
import { awsCli } from "./cli.js";
import { differences } from "./differences.js";
import { boto3, moto } from "./emulators.js";
import { examples } from "./examples.js";
import { closing, runReferees } from "./referee.js";

const USAGE = `Usage: npm run test:referees -- [options]

  --action FOLDER   a checkout of another project's action, run unmodified; again for each. Known are
                    aws-actions/amazon-ecs-deploy-task-definition, aws-actions/aws-cloudformation-github-deploy and
                    aws-actions/configure-aws-credentials
  --only NAME       this referee alone: boto3, moto, "AWS's examples", cfn-lint, "AWS CLI" or "other actions"
`;

/** `npm run test:referees`: green only if nothing differs that is not explained. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { action: { type: "string", multiple: true }, only: { type: "string" } } });
  const all = [boto3, moto, examples, cfnLint, awsCli, otherActions(values.action ?? [])];
  const referees = all.filter(({ name }) => values.only === undefined || name === values.only);
  if (referees.length === 0) throw new Error(`--only ${values.only}: one of ${all.map(({ name }) => name).join(", ")}`);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const isComplete = referees.length === all.length;
  const tally = await runReferees(referees, differences, print, isComplete);
  print(closing(tally));
  if (tally.unexplained > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  const { message, stack, code } = error as NodeJS.ErrnoException;
  const isUsage = code?.startsWith("ERR_PARSE_ARGS") || message.startsWith("--");
  process.stderr.write(isUsage ? `${message}\n\n${USAGE}` : `${stack}\n`);
  process.exitCode = 1;
}
