import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../cloudformation/template.js";

/** botocore's names of the services whose SDK packages the action imports. */
const SERVICES: Readonly<Record<string, string>> = {
  acm: "acm",
  "application-auto-scaling": "application-autoscaling",
  cloudformation: "cloudformation",
  cloudwatch: "cloudwatch",
  "cloudwatch-logs": "logs",
  "cognito-identity-provider": "cognito-idp",
  ec2: "ec2",
  ecs: "ecs",
  "elastic-load-balancing-v2": "elbv2",
  iam: "iam",
  "route-53": "route53",
  "secrets-manager": "secretsmanager",
  ssm: "ssm",
  sts: "sts",
};

/** What a module takes from one of the SDK's clients, at its head or where it is needed. */
const IMPORT = /\{([^{}]*)\}\s*(?:from|=\s*await import\()\s*"@aws-sdk\/client-([\w-]+)"/g;

/** What is a call in the code that uses it: `new DescribeStacksCommand(` and `paginateDescribeStacks(`. */
const IMPORTED = /\b(?:([A-Z]\w+)Command|paginate([A-Z]\w+))\b/g;
const USED = /\b(?:new ([A-Z]\w+)Command|paginate([A-Z]\w+))\(/g;

/**
 * The operations that the action calls, as `ecs:DescribeServices`, from its source.
 * @throws where a call is made with something whose import it does not understand
 */
export function callsOfTheAction(): string[] {
  const calls = new Set<string>();
  for (const file of globSync("src/**/*.ts", { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), "utf8");
    const imported = new Map<string, string>();
    for (const [, names = "", client = ""] of text.matchAll(IMPORT)) {
      for (const operation of operationsIn(names, IMPORTED)) imported.set(operation, client);
    }
    for (const operation of operationsIn(text, USED)) {
      const service = SERVICES[imported.get(operation) ?? ""];
      if (service === undefined) throw new Error(`${file} calls ${operation}, and its import is not understood here`);
      calls.add(`${service}:${operation}`);
    }
  }
  return [...calls].sort();
}

function operationsIn(text: string, form: RegExp): string[] {
  return [...text.matchAll(form)].map(([, command, paginated]) => command ?? paginated ?? "");
}
