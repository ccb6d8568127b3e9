import { createHash } from "node:crypto";
import type { Secret } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { denial } from "./roles.js";
import { TaskError } from "./task-error.js";

const RETRIEVAL =
  "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:";

/**
 * The values of a container's secrets, read with the execution role, by variable name.
 *
 * There is no Secrets Manager or Parameter Store here: whatever the role may read exists, and its value is made from
 * its ARN. Throws `TaskError` as ECS stops a task whose secret cannot be read.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
export async function secretValues(
  aws: Aws,
  { secrets, roleArn, taskId }: { secrets: readonly Secret[]; roleArn: string; taskId: string },
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { name = "", valueFrom = "" } of secrets) {
    values[name] = valueFrom.includes(":secretsmanager:")
      ? await fromSecretsManager(aws, valueFrom, roleArn, taskId)
      : await fromParameterStore(aws, valueFrom, roleArn, taskId);
  }
  return values;
}

async function fromSecretsManager(aws: Aws, valueFrom: string, roleArn: string, taskId: string): Promise<string> {
  // arn:aws:secretsmanager:region:account:secret:name[:json-key[:version-stage[:version-id]]]
  const arn = valueFrom.split(":").slice(0, 7).join(":");
  const action = "secretsmanager:GetSecretValue";
  const call = `${RETRIEVAL} unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: ${aws.random.uuid()},`;
  const denied = await denial(aws, { roleArn, taskId, action, resource: arn });
  if (denied !== undefined) throw new TaskError(`${call} api error AccessDeniedException: ${denied}`);
  if (!isOwn(aws, arn)) {
    throw new TaskError(`${call} ResourceNotFoundException: Secrets Manager can't find the specified secret.`);
  }
  return madeUp(valueFrom);
}

async function fromParameterStore(aws: Aws, valueFrom: string, roleArn: string, taskId: string): Promise<string> {
  const name = valueFrom.startsWith("/") ? valueFrom : `/${valueFrom}`;
  const arn = valueFrom.startsWith("arn:")
    ? valueFrom
    : `arn:${aws.partition}:ssm:${aws.region}:${aws.accountId}:parameter${name}`;
  const action = "ssm:GetParameters";
  const call = `${RETRIEVAL} unable to retrieve secrets from ssm: service call has been retried 1 time(s):`;
  const denied = await denial(aws, { roleArn, taskId, action, resource: arn });
  if (denied !== undefined) {
    throw new TaskError(
      `${call} operation error SSM: GetParameters, https response error StatusCode: 400, RequestID: ${aws.random.uuid()}, api error AccessDeniedException: ${denied}`,
    );
  }
  if (!isOwn(aws, arn)) throw new TaskError(`${call} invalid ssm parameters: ${valueFrom}`);
  return madeUp(arn);
}

function isOwn({ region, accountId }: Aws, arn: string): boolean {
  const [, , , itsRegion, itsAccount] = arn.split(":");
  return itsRegion === region && itsAccount === accountId;
}

function madeUp(arn: string): string {
  return createHash("sha256").update(`secret ${arn}`).digest("base64url");
}
