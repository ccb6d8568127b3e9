import type { ContainerDefinition, Secret } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { valueOfKey } from "./json-key.js";
import { denial } from "./roles.js";
import { TaskError } from "./task-error.js";

const SECRETS_OR_AUTH = "ResourceInitializationError: unable to pull secrets or registry auth:";
const FROM_ASM = `${SECRETS_OR_AUTH} execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s):`;
const FROM_SSM = `${SECRETS_OR_AUTH} execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s):`;
const NO_ANSWER = "https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded";
/** As many as GetParameters takes. */
const BATCH = 10;

/** Whose the secrets are, and how they are got. */
interface Reader {
  readonly roleArn: string;
  readonly taskId: string;
  /** Whether the task's network reaches the services. */
  readonly online: boolean;
}

/**
 * The values of the secrets of a task's containers, read with the execution role: by `valueFrom`.
 *
 * The texts are those of AWS's pages and of public reports (github.com/aws/copilot-cli/issues/5752,
 * github.com/Releem/releem-agent/issues/195), the rest those of ECS's own agent
 * (github.com/aws/amazon-ecs-agent, agent/asm and agent/ssm).
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 * @throws TaskError as ECS stops a task whose secret cannot be read
 */
export async function secretValues(
  aws: Aws,
  definitions: readonly ContainerDefinition[],
  reader: Reader,
): Promise<ReadonlyMap<string, string>> {
  const all = new Set(definitions.flatMap(({ secrets = [] }) => secrets.map(({ valueFrom = "" }) => valueFrom)));
  const values = new Map<string, string>();
  for (const valueFrom of [...all].filter(isSecret)) values.set(valueFrom, await fromAsm(aws, valueFrom, reader));
  const parameters = [...all].filter((valueFrom) => !isSecret(valueFrom));
  for (let first = 0; first < parameters.length; first += BATCH) {
    const batch = await fromSsm(aws, parameters.slice(first, first + BATCH), reader);
    for (const [valueFrom, value] of batch) values.set(valueFrom, value);
  }
  return values;
}

/** A container's secrets as environment variables. */
export function secretVariables(secrets: readonly Secret[], values: ReadonlyMap<string, string>) {
  return Object.fromEntries(secrets.map(({ name = "", valueFrom = "" }) => [name, values.get(valueFrom) ?? ""]));
}

async function fromAsm(aws: Aws, valueFrom: string, { online, ...role }: Reader): Promise<string> {
  // arn:aws:secretsmanager:region:account:secret:name[:json-key:version-stage:version-id]
  const [arn, key = "", stage = "", version = ""] = partsOf(valueFrom);
  const fetching = `failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: GetSecretValue,`;
  if (!online) {
    throw new TaskError(
      `${SECRETS_OR_AUTH} unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. ${fetching} ${NO_ANSWER}`,
    );
  }
  const answered = `${FROM_ASM} ${fetching} https response error StatusCode: 400, RequestID: ${aws.random.uuid()},`;
  const action = "secretsmanager:GetSecretValue";
  // Policies are asked about the whole ARN; the refusal names what was asked for.
  const denied = await denial(aws, { ...role, action, resource: aws.secretsManager.arnOf(arn), named: arn });
  if (denied !== undefined) throw new TaskError(`${answered} api error AccessDeniedException: ${denied}`);
  const { SecretString: text } = await aws.secretsManager
    .GetSecretValue({
      SecretId: arn,
      ...(stage !== "" && { VersionStage: stage }),
      ...(version !== "" && { VersionId: version }),
    })
    .catch((error: unknown) => {
      if (!(error instanceof AwsError)) throw error;
      throw new TaskError(`${answered} ${error.code}: ${error.message}`);
    });
  if (text === undefined) throw unsupported("binary secrets as environment variables, which ECS does not support");
  if (key === "") return text;
  const found = valueOfKey(text, key);
  if ("problem" in found) throw new TaskError(`${FROM_ASM} ${found.problem}`);
  return found.value;
}

async function fromSsm(
  aws: Aws,
  given: readonly string[],
  { online, ...role }: Reader,
): Promise<(readonly [valueFrom: string, value: string])[]> {
  const call = "operation error SSM: GetParameters,";
  if (!online) {
    throw new TaskError(
      `${SECRETS_OR_AUTH} unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager. There is a connection issue between the task and AWS Systems Manager Parameter Store. Check your task network configuration. ${call} ${NO_ANSWER}`,
    );
  }
  for (const name of given) {
    const denied = await denial(aws, { ...role, action: "ssm:GetParameters", resource: aws.ssm.arnOf(name) });
    if (denied !== undefined) {
      throw new TaskError(
        `${FROM_SSM} ${call} https response error StatusCode: 400, RequestID: ${aws.random.uuid()}, api error AccessDeniedException: ${denied}`,
      );
    }
  }
  const { Parameters = [], InvalidParameters = [] } = await aws.ssm
    .GetParameters({ Names: [...given], WithDecryption: true })
    .catch((error: unknown) => {
      if (!(error instanceof AwsError)) throw error;
      throw new TaskError(`${FROM_SSM} ${error.code}: ${error.message}`);
    });
  if (InvalidParameters.length > 0) {
    throw new TaskError(`${FROM_SSM} invalid ssm parameters: ${InvalidParameters.map(nameIn).join(",")}`);
  }
  return given.flatMap((valueFrom) => {
    const found = Parameters.find(({ Name, ARN }) => Name === valueFrom || ARN === valueFrom);
    return found?.Value === undefined ? [] : [[valueFrom, found.Value] as const];
  });
}

function isSecret(valueFrom: string): boolean {
  return /^arn:[^:]*:secretsmanager:/.test(valueFrom);
}

/** The secret's ARN, the JSON key, the staging label and the version id, which are empty or absent together. */
function partsOf(valueFrom: string): [arn: string, ...rest: string[]] {
  const parts = valueFrom.split(":");
  if (parts.length !== 7 && parts.length !== 10) {
    throw new TaskError(
      `${FROM_ASM} trying to retrieve secret with value ${valueFrom} resulted in error: an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.`,
    );
  }
  return [parts.slice(0, 7).join(":"), ...parts.slice(7)];
}

/** ECS asks for a parameter by its name, which it takes out of the ARN. */
function nameIn(valueFrom: string): string {
  return valueFrom.replace(/^arn:[^:]*:ssm:[^:]*:[^:]*:parameter/, "");
}

function unsupported(what: string): TaskError {
  const { code, message } = notImplemented(what);
  return new TaskError(`${code}: ${message}`);
}
