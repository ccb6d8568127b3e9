import { secretHint } from "../../src/service/secret-hints.js";

const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter/web/key";
const secrets = [
  { name: "PASSWORD", valueFrom: `${ARN}:password::` },
  { name: "KEY", valueFrom: PARAMETER },
];
const PULL = "ResourceInitializationError: unable to pull secrets or registry auth:";
const ASM = `${PULL} execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s):`;
const SSM = `${PULL} execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s):`;
const FETCH = `${ASM} failed to fetch secret ${ARN} from secrets manager:`;
/** As it was until 2025, and as it is. */
const CALL =
  "operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 429e4567-e89b,";
const role = (action: string, resource: string) =>
  `AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/r/t is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

it.each<[string, string, RegExp]>([
  [
    "a secret that is not there",
    `${FETCH} ${CALL} ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    /^The secret arn:\S+db-AbCdEf \(PASSWORD\) does not exist in this account and region\. Create it/,
  ],
  [
    "the same in the older words",
    `${FETCH} ResourceNotFoundException: Secrets Manager can't find the specified secret. status code: 400, request id: 1`,
    /^The secret arn:\S+db-AbCdEf \(PASSWORD\) does not exist/,
  ],
  [
    "a secret without a value",
    `${FETCH} ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
    /\(PASSWORD\) has no value of the version AWSCURRENT.*put-secret-value/,
  ],
  [
    "a deleted secret",
    `${FETCH} InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.`,
    /\(PASSWORD\) is marked for deletion.*restore-secret/,
  ],
  [
    "a key that is not there",
    `${ASM} retrieved secret from Secrets Manager did not contain json key password`,
    /^The secret arn:\S+db-AbCdEf \(PASSWORD\) has no key password in its JSON/,
  ],
  [
    "no JSON",
    `${ASM} invalid character 'h' looking for beginning of value`,
    /^The secret arn:\S+ \(PASSWORD\) is no JSON object/,
  ],
  ["no right to a secret", `${FETCH} ${CALL} api error ${role("secretsmanager:GetSecretValue", ARN)}`, /six random/],
  [
    "part of an ARN",
    `${ASM} ${role("secretsmanager:GetSecretValue", ARN.slice(0, -7))}`,
    /^The secret \S+:db is not named by its whole ARN/,
  ],
  ["no right to its KMS key", `${FETCH} AccessDeniedException: Access to KMS is not allowed`, /PASSWORD.*kms:Decrypt/],
  ["no right to a parameter", `${SSM} ${role("ssm:GetParameters", PARAMETER)}`, /parameter\/web\/key \(KEY\) may not/],
  [
    "parameters that are not there",
    `${SSM} invalid ssm parameters: /web/key,/web/none ECS has begun to roll it back.`,
    /no parameter \/web\/key \(KEY\), \/web\/none in this account/,
  ],
  [
    "no way to Secrets Manager",
    `${PULL} unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration.`,
    /do not reach.*NAT gateway/,
  ],
])("%s", (_, text, hint) => {
  expect(secretHint(text, { secrets, publicIp: false })).toMatch(hint);
});

it.each([
  `${PULL} execution resource retrieval failed: unable to retrieve ecr registry auth: AccessDeniedException: User: u is not authorized to perform: ecr:GetAuthorizationToken on resource: *`,
  "CannotPullContainerError: not found",
])("nothing of %s", (text) => {
  expect(secretHint(text, { secrets, publicIp: false })).toBeUndefined();
});
