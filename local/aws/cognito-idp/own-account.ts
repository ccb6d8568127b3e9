import type {
  ChangePasswordRequest,
  GetUserResponse,
  RevokeTokenRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { decodeJwt } from "jose";
import { AwsError } from "../errors.js";
import { checkPasswordPolicy, isPassword } from "./passwords.js";
import { mayRead } from "./schema.js";
import { type AppClient, type CognitoState, findClient, type User, type UserPool } from "./state.js";
import { revokeToken, verifyAccessToken } from "./tokens.js";
import { givePassword } from "./users.js";

const SCOPE = "aws.cognito.signin.user.admin";

/**
 * Whose account it is: what users do with their own access token, which must have the scope for it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export async function ownAccount(
  state: CognitoState,
  input: { AccessToken: string | undefined },
): Promise<{ pool: UserPool; client: AppClient; user: User }> {
  const token = input.AccessToken ?? "";
  const pool = [...state.pools.values()].find(({ issuer }) => issuer === issuerOf(token));
  const verified = pool && (await verifyAccessToken(state, pool, token));
  if (pool === undefined || verified === undefined) throw notAuthorized("Invalid Access Token");
  const { user, client, grant } = verified;
  if (!grant.scopes.includes(SCOPE)) throw notAuthorized("Access Token does not have required scopes");
  return { pool, client, user };
}

export async function getUser(
  state: CognitoState,
  input: { AccessToken: string | undefined },
): Promise<GetUserResponse> {
  const { client, user } = await ownAccount(state, input);
  const readable = [...user.attributes].filter(([name]) => name === "sub" || mayRead(client, name));
  return { Username: user.username, UserAttributes: readable.map(([Name, Value]) => ({ Name, Value })) };
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html */
export async function changePassword(state: CognitoState, input: ChangePasswordRequest): Promise<void> {
  const { pool, user } = await ownAccount(state, input);
  if (!isPassword(user, input.PreviousPassword ?? "")) throw notAuthorized("Incorrect username or password.");
  checkPasswordPolicy(pool, input.ProposedPassword ?? "", "Password does not conform to policy");
  givePassword(state, user, input.ProposedPassword ?? "");
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html */
export function revokeRefreshToken(state: CognitoState, input: RevokeTokenRequest): void {
  const { pool, client } = findClient(state, input.ClientId);
  if (client.ClientSecret !== undefined && client.ClientSecret !== input.ClientSecret)
    throw new AwsError("UnauthorizedException", "Invalid client secret");
  if (!client.EnableTokenRevocation)
    throw new AwsError("UnsupportedOperationException", "Token revocation is not enabled for this client.");
  // Only refresh tokens can be revoked; the others are signed, three parts joined by dots.
  if (input.Token?.split(".").length === 3)
    throw new AwsError("UnsupportedTokenTypeException", "Unsupported token type");
  revokeToken(pool, client, input.Token ?? "");
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined; // no token at all: as invalid as one that nobody has issued
  }
}

function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
