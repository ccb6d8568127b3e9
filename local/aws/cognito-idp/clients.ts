import { randomInt } from "node:crypto";
import type {
  CreateUserPoolClientRequest,
  ListUserPoolClientsRequest,
  ListUserPoolClientsResponse,
  UpdateUserPoolClientRequest,
  UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { checkClientSettings } from "./client-settings.js";
import { page } from "./paging.js";
import { type AppClient, brandingOf, type CognitoState, requireClient, requirePool } from "./state.js";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const MAX_CLIENTS = 1000;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

export function createUserPoolClient(state: CognitoState, input: CreateUserPoolClientRequest): AppClient {
  const { UserPoolId: poolId, ClientName: name = "", GenerateSecret, ClientSecret, ...settings } = input;
  const pool = requirePool(state, poolId);
  if (GenerateSecret && ClientSecret !== undefined) {
    throw new AwsError("InvalidParameterException", "ClientSecret cannot be specified when GenerateSecret is true.");
  }
  checkClientSettings(pool, settings, GenerateSecret === true || ClientSecret !== undefined);
  if (pool.clients.size >= MAX_CLIENTS) {
    throw new AwsError("LimitExceededException", `The maximum number of user pool clients is ${MAX_CLIENTS}.`);
  }
  const now = state.aws.clock.now();
  const secret = GenerateSecret ? randomText(51) : ClientSecret;
  const client: AppClient = {
    ...withDefaults(settings),
    UserPoolId: pool.id,
    ClientId: state.aws.random.text(26, ALPHABET),
    ClientName: name,
    ...(secret ? { ClientSecret: secret } : {}),
    CreationDate: now,
    LastModifiedDate: now,
  };
  pool.clients.set(client.ClientId, client);
  return client;
}

/**
 * Replaces the whole configuration: what isn't sent goes back to AWS's default. Only id, secret and, if not sent, name
 * stay: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export function updateUserPoolClient(state: CognitoState, input: UpdateUserPoolClientRequest): AppClient {
  const { UserPoolId: poolId, ClientId: id, ClientName: name, ...settings } = input;
  const pool = requirePool(state, poolId);
  const old = requireClient(pool, id);
  checkClientSettings(pool, settings, old.ClientSecret !== undefined);
  const client: AppClient = {
    ...withDefaults(settings),
    UserPoolId: pool.id,
    ClientId: old.ClientId,
    ClientName: name ?? old.ClientName,
    ...(old.ClientSecret ? { ClientSecret: old.ClientSecret } : {}),
    CreationDate: old.CreationDate,
    LastModifiedDate: state.aws.clock.now(),
  };
  pool.clients.set(client.ClientId, client);
  return client;
}

/** With the client goes its style of managed login. */
export function deleteUserPoolClient(state: CognitoState, { UserPoolId, ClientId }: AppClient): void {
  const pool = requirePool(state, UserPoolId);
  pool.clients.delete(ClientId);
  const branding = brandingOf(pool, ClientId);
  if (branding !== undefined) pool.brandings.delete(branding.id);
}

export function listUserPoolClients(
  state: CognitoState,
  input: ListUserPoolClientsRequest,
): ListUserPoolClientsResponse {
  const pool = requirePool(state, input.UserPoolId);
  const { items, next } = page([...pool.clients.values()], input.MaxResults, input.NextToken);
  return {
    UserPoolClients: items.map(({ ClientId, UserPoolId, ClientName }) => ({ ClientId, UserPoolId, ClientName })),
    ...(next ? { NextToken: next } : {}),
  };
}

/** Whether an API sign-in flow (named without `ALLOW_`) is open to a client. */
export function allowsFlow({ ExplicitAuthFlows }: AppClient, flow: string): boolean {
  const flows = ExplicitAuthFlows ?? ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];
  const named = flows.map(String);
  // The older values know no flow for refreshing: it is always open with them.
  const legacy = named.length > 0 && named.every((value) => !value.startsWith("ALLOW_"));
  if (flow === "REFRESH_TOKEN_AUTH" && (legacy || named.length === 0)) return true;
  if (flow === "ADMIN_USER_PASSWORD_AUTH" && named.includes("ADMIN_NO_SRP_AUTH")) return true;
  return named.includes(`ALLOW_${flow}`) || named.includes(flow);
}

function withDefaults(settings: UserPoolClientType): UserPoolClientType {
  return {
    ...settings,
    // 0 means the default: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
    RefreshTokenValidity: settings.RefreshTokenValidity || 30,
    // Without this the 30 would be taken in the unit that was sent.
    ...(settings.RefreshTokenValidity || !settings.TokenValidityUnits?.RefreshToken
      ? {}
      : { TokenValidityUnits: { ...settings.TokenValidityUnits, RefreshToken: "days" as const } }),
    AllowedOAuthFlowsUserPoolClient: settings.AllowedOAuthFlowsUserPoolClient ?? false,
    EnableTokenRevocation: settings.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData: settings.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: settings.AuthSessionValidity ?? 3,
  };
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}
