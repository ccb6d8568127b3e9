import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { CloudFormation, CloudFormationServiceException } from "@aws-sdk/client-cloudformation";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { ROOT, sources } from "../cloudformation/template.js";
import { startLocalAws } from "../local-aws.js";
import { Boto } from "./boto.js";
import { brokenTemplates, ZONE } from "./broken-templates.js";
import type { Referee } from "./referee.js";

const REGION = "eu-west-1";

/** cfn-lint judges the project's templates, and broken ones; so does the local AWS, which is asked to make stacks. */
export const cfnLint: Referee = {
  name: "cfn-lint",
  missing: async () => Boto.missing("cfnlint"),
  run: async (found) => {
    const own = Object.keys(sources);
    const broken = Object.entries(brokenTemplates).map(([name, body]) => [name, JSON.stringify(body)] as const);
    const errors = lint({ ...sources, ...Object.fromEntries(broken) });
    for (const name of own) {
      const problems = errors[name] ?? [];
      found({ check: `cfn-lint ${name}.yml`, ...(problems.length > 0 && { difference: problems.join("; ") }) });
    }
    const aws = await startLocalAws({ speed: 100_000, region: REGION, zone: "example.com" });
    const client = new CloudFormation(clientConfiguration(aws));
    try {
      for (const [index, [name, body]] of broken.entries()) {
        const refused = await refusal(client, `broken-${index}`, body.replaceAll(ZONE, aws.hostedZoneId));
        const difference = compare(errors[name] ?? [], refused);
        found({ check: `cfn-lint ${name}`, ...(difference !== undefined && { difference }) });
      }
    } finally {
      client.destroy();
      await aws.close();
    }
  },
};

function compare(errors: readonly string[], refused: string | undefined): string | undefined {
  if (refused?.includes("The local AWS does not implement")) return `not served: ${refused}`;
  if (errors.length > 0 && refused === undefined) return `only there: ${errors.join("; ")}`;
  return errors.length === 0 && refused !== undefined ? `only here: ${refused}` : undefined;
}

/** What cfn-lint calls errors, by template. */
function lint(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  const script = join(ROOT, "test", "referees", "cfn_lint.py");
  const { status, stdout, stderr } = spawnSync("python3", [script], {
    ...{ input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 2 ** 26 },
  });
  if (status !== 0) throw new Error(`cfn_lint.py: ${stderr}`);
  return JSON.parse(stdout);
}

/** Why a template gives no stack; undefined where it gives one. Leaves nothing behind: there are quotas. */
async function refusal(client: CloudFormation, StackName: string, TemplateBody: string): Promise<string | undefined> {
  const Capabilities = ["CAPABILITY_NAMED_IAM" as const];
  try {
    await client.createStack({ StackName, TemplateBody, Capabilities });
  } catch (error) {
    if (error instanceof CloudFormationServiceException) return error.message;
    throw error;
  }
  for (;;) {
    const { Stacks: [stack] = [] } = await client.describeStacks({ StackName });
    if (stack?.StackStatus === "CREATE_COMPLETE") {
      await client.deleteStack({ StackName });
      return undefined;
    }
    if (stack?.StackStatus?.startsWith("ROLLBACK_") && !stack.StackStatus.endsWith("IN_PROGRESS")) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { OperationEvents = [] } = await client.describeEvents({ StackName, Filters: { FailedEvents: true } });
  return OperationEvents.map((event) => event.ValidationStatusReason ?? event.ResourceStatusReason).join("; ");
}
