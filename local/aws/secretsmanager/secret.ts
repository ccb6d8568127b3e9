import type * as sdk from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../errors.js";

/** A secret. Its versions are in the order in which they were made. */
export interface Secret {
  readonly name: string;
  /** With the hyphen and the six random characters. */
  readonly arn: string;
  readonly createdDate: Date;
  description: string | undefined;
  lastChangedDate: Date;
  /** Of the day, as Secrets Manager keeps it. */
  lastAccessedDate: Date | undefined;
  /** When it was marked for deletion, and when the recovery window ends. */
  deletion: { readonly requested: Date; readonly due: Date } | undefined;
  readonly tags: Map<string, string>;
  readonly versions: Map<string, SecretVersion>;
}

export interface SecretVersion {
  readonly id: string;
  readonly createdDate: Date;
  readonly value: SecretValue;
  /** Staging labels: AWSCURRENT, AWSPREVIOUS, AWSPENDING, or any other. */
  readonly stages: Set<string>;
  lastAccessedDate: Date | undefined;
}

export type SecretValue = { readonly text: string } | { readonly binary: Uint8Array };

const MAX_STAGES = 20;

/**
 * The secret that a `SecretId` means: a name, an ARN, or an ARN without the hyphen and the six random characters. An
 * ARN that ends as if it had them is taken for whole.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function findSecret(secrets: ReadonlyMap<string, Secret>, secretId: string): Secret | undefined {
  if (!secretId.startsWith("arn:")) return secrets.get(secretId);
  const all = [...secrets.values()];
  const whole = all.find(({ arn }) => arn === secretId);
  if (whole !== undefined || /-[A-Za-z0-9]{6}$/.test(secretId)) return whole;
  return all.find(({ arn }) => arn.slice(0, -7) === secretId);
}

/**
 * Adds a version and moves staging labels to it: AWSCURRENT unless others are asked for, and always to the first. Where
 * AWSCURRENT moves, AWSPREVIOUS goes to the version that had it.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 * @returns the version; the one that is there already when the same id comes with the same value
 * @throws AwsError ResourceExistsException for an id that is in use with another value
 */
export function addVersion(
  secret: Secret,
  { id, value, stages = [], now }: { id: string; value: SecretValue; stages?: readonly string[]; now: Date },
): SecretVersion {
  const same = secret.versions.get(id);
  if (same !== undefined) {
    if (isSameValue(same.value, value)) return same;
    throw new AwsError(
      "ResourceExistsException",
      `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  }
  const wanted = new Set(stages.length > 0 ? stages : ["AWSCURRENT"]);
  if (secret.versions.size === 0) wanted.add("AWSCURRENT");
  if (wanted.size > MAX_STAGES) {
    throw new AwsError("LimitExceededException", `A version can have at most ${MAX_STAGES} staging labels.`);
  }
  const previous = wanted.has("AWSCURRENT") ? versionWithStage(secret, "AWSCURRENT") : undefined;
  for (const { stages: others } of secret.versions.values()) {
    for (const stage of wanted) others.delete(stage);
    if (previous !== undefined) others.delete("AWSPREVIOUS");
  }
  previous?.stages.add("AWSPREVIOUS");
  const version: SecretVersion = { id, createdDate: now, value, stages: wanted, lastAccessedDate: undefined };
  secret.versions.set(id, version);
  secret.lastChangedDate = now;
  return version;
}

/**
 * The version that a request asks for: by id, by staging label, by both, or AWSCURRENT.
 * @throws AwsError ResourceNotFoundException, InvalidRequestException where the two do not go together
 */
export function versionOf(
  secret: Secret,
  { VersionId: id, VersionStage: stage }: Pick<sdk.GetSecretValueRequest, "VersionId" | "VersionStage">,
): SecretVersion {
  if (id === undefined) {
    const label = stage ?? "AWSCURRENT";
    const staged = versionWithStage(secret, label);
    if (staged === undefined) throw noValue(`staging label: ${label}`);
    return staged;
  }
  const version = secret.versions.get(id);
  if (version === undefined) throw noValue(`VersionId: ${id}`);
  if (stage !== undefined && !version.stages.has(stage)) {
    throw invalidRequest("You provided a VersionStage that is not associated to the provided VersionId.");
  }
  return version;
}

export function describeSecret(secret: Secret): sdk.DescribeSecretResponse {
  const { SecretVersionsToStages: stages, ...rest } = listedSecret(secret);
  return { ...rest, ...(stages !== undefined && { VersionIdsToStages: stages }) };
}

export function listedSecret({ versions, ...secret }: Secret): sdk.SecretListEntry {
  const staged = [...versions.values()].filter(({ stages }) => stages.size > 0);
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(secret.description !== undefined && { Description: secret.description }),
    CreatedDate: secret.createdDate,
    LastChangedDate: secret.lastChangedDate,
    ...(secret.lastAccessedDate !== undefined && { LastAccessedDate: secret.lastAccessedDate }),
    ...(secret.deletion !== undefined && { DeletedDate: secret.deletion.requested }),
    ...(secret.tags.size > 0 && { Tags: [...secret.tags].map(([Key, Value]) => ({ Key, Value })) }),
    ...(staged.length > 0 && {
      SecretVersionsToStages: Object.fromEntries(staged.map(({ id, stages }) => [id, [...stages]])),
    }),
  };
}

export function notFound(): AwsError {
  return new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}

export function invalidRequest(message: string): AwsError {
  return new AwsError("InvalidRequestException", message);
}

function noValue(what: string): AwsError {
  return new AwsError("ResourceNotFoundException", `Secrets Manager can't find the specified secret value for ${what}`);
}

function versionWithStage(secret: Secret, stage: string): SecretVersion | undefined {
  return [...secret.versions.values()].find(({ stages }) => stages.has(stage));
}

function isSameValue(a: SecretValue, b: SecretValue): boolean {
  if ("text" in a || "text" in b) return "text" in a && "text" in b && a.text === b.text;
  return Buffer.from(a.binary).equals(b.binary);
}
