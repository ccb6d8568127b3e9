import type * as sdk from "@aws-sdk/client-secrets-manager";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { matchesFilters } from "./filters.js";
import {
  addVersion,
  describeSecret,
  findSecret,
  invalidRequest,
  listedSecret,
  notFound,
  type Secret,
  type SecretValue,
  versionOf,
} from "./secret.js";

const NAME = /^[\w/+=.@!-]{1,512}$/;
const RANDOM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const DAY = 24 * 60 * 60 * 1000;
const MAX_PAGE = 100;
const MAX_TAGS = 50;
/** The key that every account has, and the only one here. */
const OWN_KEYS = ["alias/aws/secretsmanager", "aws/secretsmanager"];

/**
 * Secrets Manager: secrets, their versions and staging labels. Nothing rotates, nothing is encrypted.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html
 */
export class SecretsManager {
  readonly #aws: Aws;
  /** By name, oldest first. */
  readonly #secrets = new Map<string, Secret>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The whole ARN of what a `SecretId` means, for policies; of what does not exist, the ARN that its name would have. */
  arnOf(secretId: string): string {
    const { partition, region, accountId } = this.#aws;
    const found = findSecret(this.#secrets, secretId)?.arn;
    if (found !== undefined || secretId.startsWith("arn:")) return found ?? secretId;
    return `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${secretId}`;
  }

  /** Never the values. */
  snapshot(): object {
    return { secrets: [...this.#secrets.values()].map(({ arn, name, deletion }) => ({ arn, name, deletion })) };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
  async CreateSecret(input: sdk.CreateSecretRequest): Promise<sdk.CreateSecretResponse> {
    refuseOthers("CreateSecret", input, [
      ...(["Name", "ClientRequestToken", "Description", "KmsKeyId", "SecretBinary", "SecretString", "Tags"] as const),
    ]);
    const { Name: name = "", Description, Tags = [] } = input;
    if (!NAME.test(name)) {
      throw validation(
        "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
      );
    }
    refuseKeys(input.KmsKeyId);
    const value = secretValue(input);
    const token = value && requestToken(input.ClientRequestToken);
    const present = this.#secrets.get(name);
    if (present?.deletion !== undefined) {
      throw invalidRequest(
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    }
    // The same request twice is one.
    if (present !== undefined && value !== undefined && token !== undefined && present.versions.has(token)) {
      const version = addVersion(present, { id: token, value, now: this.#aws.clock.now() });
      return { ARN: present.arn, Name: name, VersionId: version.id };
    }
    if (present !== undefined) {
      throw new AwsError("ResourceExistsException", `The operation failed because the secret ${name} already exists.`);
    }
    const { partition, region, accountId, clock, random } = this.#aws;
    const now = clock.now();
    const secret: Secret = {
      name,
      arn: `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${name}-${random.text(6, RANDOM)}`,
      createdDate: now,
      description: Description,
      lastChangedDate: now,
      lastAccessedDate: undefined,
      deletion: undefined,
      tags: new Map(),
      versions: new Map(),
    };
    putTags(secret, Tags);
    const version = value && token !== undefined ? addVersion(secret, { id: token, value, now }) : undefined;
    this.#secrets.set(name, secret);
    return { ARN: secret.arn, Name: name, ...(version && { VersionId: version.id }) };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
  async PutSecretValue(input: sdk.PutSecretValueRequest): Promise<sdk.PutSecretValueResponse> {
    refuseOthers("PutSecretValue", input, [
      ...(["SecretId", "ClientRequestToken", "SecretBinary", "SecretString", "VersionStages"] as const),
    ]);
    const secret = this.#usable(input.SecretId);
    const value = secretValue(input);
    if (value === undefined) throw invalidRequest("You must provide either SecretString or SecretBinary.");
    const version = addVersion(secret, {
      id: requestToken(input.ClientRequestToken),
      value,
      stages: input.VersionStages ?? [],
      now: this.#aws.clock.now(),
    });
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: [...version.stages] };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html */
  async UpdateSecret(input: sdk.UpdateSecretRequest): Promise<sdk.UpdateSecretResponse> {
    refuseOthers("UpdateSecret", input, [
      ...(["SecretId", "ClientRequestToken", "Description", "KmsKeyId", "SecretBinary", "SecretString"] as const),
    ]);
    const secret = this.#usable(input.SecretId);
    refuseKeys(input.KmsKeyId);
    const now = this.#aws.clock.now();
    const value = secretValue(input);
    const version = value && addVersion(secret, { id: requestToken(input.ClientRequestToken), value, now });
    if (input.Description !== undefined) secret.description = input.Description;
    secret.lastChangedDate = now;
    return { ARN: secret.arn, Name: secret.name, ...(version && { VersionId: version.id }) };
  }

  async DescribeSecret({ SecretId }: sdk.DescribeSecretRequest): Promise<sdk.DescribeSecretResponse> {
    return describeSecret(this.#secret(SecretId));
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
  async GetSecretValue(input: sdk.GetSecretValueRequest): Promise<sdk.GetSecretValueResponse> {
    const secret = this.#usable(input.SecretId);
    const version = versionOf(secret, input);
    const today = new Date(Math.floor(this.#aws.clock.now().getTime() / DAY) * DAY);
    secret.lastAccessedDate = today;
    version.lastAccessedDate = today;
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      ...("text" in version.value ? { SecretString: version.value.text } : { SecretBinary: version.value.binary }),
      VersionStages: [...version.stages],
      CreatedDate: version.createdDate,
    };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
  async ListSecrets(input: sdk.ListSecretsRequest = {}): Promise<sdk.ListSecretsResponse> {
    refuseOthers("ListSecrets", input, [
      ...(["IncludePlannedDeletion", "MaxResults", "NextToken", "Filters", "SortOrder"] as const),
    ]);
    const found = [...this.#secrets.values()].filter(
      (secret) =>
        (secret.deletion === undefined || input.IncludePlannedDeletion === true) &&
        matchesFilters(secret, input.Filters ?? []),
    );
    if (input.SortOrder !== "asc") found.reverse();
    const { page, next } = pageOf(found, input);
    return { SecretList: page.map(listedSecret), ...(next !== undefined && { NextToken: next }) };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html */
  async ListSecretVersionIds(input: sdk.ListSecretVersionIdsRequest): Promise<sdk.ListSecretVersionIdsResponse> {
    const { arn, name, versions } = this.#secret(input.SecretId);
    const listed = [...versions.values()].filter(({ stages }) => stages.size > 0 || input.IncludeDeprecated === true);
    const { page, next } = pageOf(listed, input);
    return {
      ARN: arn,
      Name: name,
      Versions: page.map(({ id, stages, createdDate, lastAccessedDate }) => ({
        VersionId: id,
        ...(stages.size > 0 && { VersionStages: [...stages] }),
        CreatedDate: createdDate,
        ...(lastAccessedDate !== undefined && { LastAccessedDate: lastAccessedDate }),
      })),
      ...(next !== undefined && { NextToken: next }),
    };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
  async DeleteSecret(input: sdk.DeleteSecretRequest): Promise<sdk.DeleteSecretResponse> {
    const { SecretId = "", RecoveryWindowInDays, ForceDeleteWithoutRecovery: force = false } = input;
    if (force && RecoveryWindowInDays !== undefined) {
      throw invalidParameter("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    const days = RecoveryWindowInDays ?? 30;
    if (days < 7 || days > 30) {
      throw invalidParameter("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    const now = this.#aws.clock.now();
    if (force) {
      // Deleting by force what is not there is no error.
      const { arn = this.arnOf(SecretId), name = nameOf(SecretId) } = findSecret(this.#secrets, SecretId) ?? {};
      this.#secrets.delete(name);
      return { ARN: arn, Name: name, DeletionDate: now };
    }
    const secret = this.#usable(SecretId);
    secret.deletion = { requested: now, due: new Date(now.getTime() + days * DAY) };
    return { ARN: secret.arn, Name: secret.name, DeletionDate: secret.deletion.due };
  }

  async RestoreSecret({ SecretId }: sdk.RestoreSecretRequest): Promise<sdk.RestoreSecretResponse> {
    const secret = this.#secret(SecretId);
    secret.deletion = undefined;
    return { ARN: secret.arn, Name: secret.name };
  }

  async TagResource({ SecretId, Tags = [] }: sdk.TagResourceRequest): Promise<void> {
    putTags(this.#usable(SecretId), Tags);
  }

  async UntagResource({ SecretId, TagKeys = [] }: sdk.UntagResourceRequest): Promise<void> {
    const { tags } = this.#usable(SecretId);
    for (const key of TagKeys) tags.delete(key);
  }

  #secret(secretId = ""): Secret {
    const secret = findSecret(this.#secrets, secretId);
    if (secret === undefined) throw notFound();
    return secret;
  }

  /** Not one that is marked for deletion. */
  #usable(secretId: string | undefined): Secret {
    const secret = this.#secret(secretId);
    if (secret.deletion === undefined) return secret;
    throw invalidRequest("You can't perform this operation on the secret because it was marked for deletion.");
  }
}

function secretValue(input: { SecretString?: string; SecretBinary?: Uint8Array }): SecretValue | undefined {
  const { SecretString: text, SecretBinary: binary } = input;
  if (text !== undefined && binary !== undefined) {
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  if (text !== undefined) return { text };
  return binary && { binary };
}

/** SDKs and the CLI make one up for each call; it becomes the version's id. */
function requestToken(token: string | undefined): string {
  if (token === undefined) {
    throw invalidRequest("You must provide a ClientRequestToken value. We recommend a UUID-type value.");
  }
  if (token.length < 32 || token.length > 64) {
    throw invalidParameter("ClientRequestToken must be 32-64 characters long.");
  }
  return token;
}

function refuseKeys(keyId: string | undefined): void {
  if (keyId !== undefined && !OWN_KEYS.includes(keyId)) throw notImplemented("KMS keys of one's own");
}

function putTags(secret: Secret, tags: readonly sdk.Tag[]): void {
  const merged = new Map([...secret.tags, ...tags.map(({ Key = "", Value = "" }) => [Key, Value] as const)]);
  if (merged.size > MAX_TAGS) throw invalidParameter(`A secret can have at most ${MAX_TAGS} tags.`);
  for (const [key, value] of merged) secret.tags.set(key, value);
}

function pageOf<Item>(
  items: readonly Item[],
  { MaxResults = MAX_PAGE, NextToken }: { MaxResults?: number; NextToken?: string },
): { page: Item[]; next?: string } {
  const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64").toString());
  if (!Number.isInteger(from) || from < 0) {
    throw new AwsError("InvalidNextTokenException", "Invalid nextToken value. Check and re-enter the value.");
  }
  const page = items.slice(from, from + MaxResults);
  const end = from + page.length;
  return { page, ...(end < items.length && { next: Buffer.from(String(end)).toString("base64") }) };
}

function nameOf(secretId: string): string {
  return secretId.startsWith("arn:") ? secretId.split(":").slice(6).join(":") : secretId;
}

function validation(message: string): AwsError {
  return new AwsError("ValidationException", message);
}

function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
