import type {
  CreateUserPoolRequest,
  DeleteUserPoolRequest,
  ListTagsForResourceRequest,
  ListUserPoolsRequest,
  ListUserPoolsResponse,
  TagResourceRequest,
  UntagResourceRequest,
  UpdateUserPoolRequest,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { page } from "./paging.js";
import { schemaOf } from "./schema.js";
import { createSigningKeys } from "./signing-keys.js";
import { type CognitoState, domainsOf, requirePool, type UserPool } from "./state.js";
import { userPoolSettings } from "./user-pool-settings.js";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const MAX_POOLS = 1000;
const MAX_TAGS = 50;
const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export function createUserPool(state: CognitoState, input: CreateUserPoolRequest): UserPool {
  const settings = userPoolSettings(input);
  const schema = schemaOf(input.Schema);
  checkTags(settings.UserPoolTags);
  if (state.pools.size >= MAX_POOLS) throw new AwsError("LimitExceededException", "User pool limit exceeded.");
  const { aws } = state;
  const id = `${aws.region}_${aws.random.text(9, ALPHANUMERIC)}`;
  const now = aws.clock.now();
  const pool: UserPool = {
    id,
    arn: `arn:${aws.partition}:cognito-idp:${aws.region}:${aws.accountId}:userpool/${id}`,
    issuer: `https://cognito-idp.${aws.region}.amazonaws.com/${id}`,
    created: now,
    modified: now,
    settings,
    schema,
    clients: new Map(),
    brandings: new Map(),
    users: new Map(),
    keys: createSigningKeys(),
    grants: new Map(),
    codes: new Map(),
    sessions: new Map(),
    challenges: new Map(),
  };
  state.pools.set(id, pool);
  return pool;
}

export function describeUserPool(state: CognitoState, pool: UserPool): UserPoolType {
  const { PoolName, passwordPolicy, caseSensitive, UsernameConfiguration, ...settings } = pool.settings;
  const { prefix, custom } = domainsOf(state, pool);
  return {
    ...settings,
    Id: pool.id,
    Name: PoolName,
    Arn: pool.arn,
    Policies: { ...settings.Policies, PasswordPolicy: { ...passwordPolicy } },
    LambdaConfig: {},
    SchemaAttributes: pool.schema.map((attribute) => ({ ...attribute })),
    CreationDate: pool.created,
    LastModifiedDate: pool.modified,
    EstimatedNumberOfUsers: pool.users.size,
    ...(UsernameConfiguration ? { UsernameConfiguration: { CaseSensitive: caseSensitive } } : {}),
    ...(prefix ? { Domain: prefix.name } : {}),
    ...(custom ? { CustomDomain: custom.name } : {}),
  };
}

/** Replaces the whole configuration: what isn't sent goes back to AWS's default. */
export function updateUserPool(state: CognitoState, input: UpdateUserPoolRequest): void {
  const pool = requirePool(state, input.UserPoolId);
  const { PoolName, AliasAttributes, UsernameAttributes, UsernameConfiguration, caseSensitive } = pool.settings;
  const settings = userPoolSettings(input, {
    PoolName: input.PoolName ?? PoolName,
    AliasAttributes,
    UsernameAttributes,
    caseSensitive,
  });
  checkTags(settings.UserPoolTags);
  pool.settings = { ...settings, UsernameConfiguration };
  pool.modified = state.aws.clock.now();
}

export function deleteUserPool(state: CognitoState, input: DeleteUserPoolRequest): void {
  const pool = requirePool(state, input.UserPoolId);
  if (pool.settings.DeletionProtection === "ACTIVE") {
    throw invalid(
      "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
    );
  }
  const { prefix, custom } = domainsOf(state, pool);
  if (prefix !== undefined || custom !== undefined) {
    throw invalid("User pool cannot be deleted. It has a domain configured that should be deleted first.");
  }
  state.pools.delete(pool.id);
}

export function listUserPools(state: CognitoState, input: ListUserPoolsRequest): ListUserPoolsResponse {
  const { items, next } = page([...state.pools.values()], input.MaxResults, input.NextToken);
  return {
    UserPools: items.map(({ id, settings, created, modified }) => ({
      Id: id,
      Name: settings.PoolName,
      LambdaConfig: {},
      CreationDate: created,
      LastModifiedDate: modified,
    })),
    ...(next ? { NextToken: next } : {}),
  };
}

export function tagResource(state: CognitoState, { ResourceArn, Tags = {} }: TagResourceRequest): void {
  const pool = requireArn(state, ResourceArn);
  const tags = { ...pool.settings.UserPoolTags, ...Tags };
  checkTags(tags);
  pool.settings = { ...pool.settings, UserPoolTags: tags };
}

export function untagResource(state: CognitoState, { ResourceArn, TagKeys = [] }: UntagResourceRequest): void {
  const pool = requireArn(state, ResourceArn);
  const kept = Object.entries(pool.settings.UserPoolTags ?? {}).filter(([key]) => !TagKeys.includes(key));
  pool.settings = { ...pool.settings, UserPoolTags: Object.fromEntries(kept) };
}

export function listTags(state: CognitoState, { ResourceArn }: ListTagsForResourceRequest): Record<string, string> {
  return { ...requireArn(state, ResourceArn).settings.UserPoolTags };
}

function requireArn(state: CognitoState, arn: string | undefined): UserPool {
  const pool = [...state.pools.values()].find((candidate) => candidate.arn === arn);
  if (pool === undefined) throw new AwsError("ResourceNotFoundException", `Resource ${arn} does not exist.`);
  return pool;
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html */
function checkTags(tags: Readonly<Record<string, string>> = {}): void {
  if (Object.keys(tags).length > MAX_TAGS) throw tagging(`The number of tags cannot exceed ${MAX_TAGS}.`);
  for (const key of Object.keys(tags)) {
    // CloudFormation's own come with what it creates.
    if (/^aws:(?!cloudformation:)/i.test(key))
      throw tagging("aws: prefixed tag key names are not allowed for external use.");
  }
}

function tagging(message: string): AwsError {
  return new AwsError("UserPoolTaggingException", message);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
