import { createHash, randomBytes, randomUUID } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { AwsError } from "../errors.js";
import { validity } from "./client-settings.js";
import { mayRead } from "./schema.js";
import type { AppClient, CognitoState, Grant, User, UserPool } from "./state.js";

export interface Tokens {
  /** Absent without the scope `openid`. */
  readonly idToken?: string | undefined;
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** Seconds until the access token expires. */
  readonly expiresIn: number;
}

/** Remembers a sign-in from which tokens are issued. `authTime` in milliseconds. */
export function startGrant(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  user: User,
  request: { scopes: readonly string[]; nonce: string | undefined; authTime: number; refreshable: boolean },
): Grant {
  const now = state.aws.clock.now().getTime();
  const grant: Grant = {
    originJti: randomUUID(),
    clientId: client.ClientId,
    sub: user.sub,
    scopes: request.scopes,
    nonce: request.nonce,
    authTime: request.authTime,
    // AWS's is a JWE that nobody but Cognito can read; this one is as opaque.
    refreshToken: request.refreshable ? randomBytes(512).toString("base64url") : undefined,
    refreshExpires: now + validity(client, "refresh") * 1000,
    revoked: false,
  };
  pool.grants.set(grant.originJti, grant);
  return grant;
}

/**
 * Signs a grant's tokens.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export async function issueTokens(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  user: User,
  grant: Grant,
): Promise<Tokens> {
  const now = Math.floor(state.aws.clock.now().getTime() / 1000);
  const shared = {
    sub: user.sub,
    iss: pool.issuer,
    origin_jti: grant.originJti,
    auth_time: Math.floor(grant.authTime / 1000),
    iat: now,
  };
  const expiresIn = validity(client, "access");
  const accessKey = await pool.keys.access();
  const accessToken = await new SignJWT({
    ...shared,
    version: 2,
    client_id: client.ClientId,
    token_use: "access",
    scope: grant.scopes.join(" "),
    exp: now + expiresIn,
    jti: randomUUID(),
    username: user.username,
  })
    .setProtectedHeader({ kid: accessKey.kid, alg: "RS256" })
    .sign(accessKey.privateKey);
  const refreshToken = grant.refreshToken;
  const api = grant.scopes.includes("aws.cognito.signin.user.admin") && grant.scopes.length === 1;
  if (!api && !grant.scopes.includes("openid")) return { accessToken, refreshToken, expiresIn };
  const idKey = await pool.keys.id();
  const idToken = await new SignJWT({
    at_hash: createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url"),
    ...typed(claims(client, user, grant.scopes)),
    ...shared,
    "cognito:username": user.username,
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
    aud: client.ClientId,
    token_use: "id",
    exp: now + validity(client, "id"),
    jti: randomUUID(),
  })
    .setProtectedHeader({ kid: idKey.kid, alg: "RS256" })
    .sign(idKey.privateKey);
  return { idToken, accessToken, refreshToken, expiresIn };
}

/**
 * New ID and access tokens for a refresh token; the refresh token stays. `NotAuthorizedException` if it won't do.
 * @param prove throws if the client has not proved that it may refresh this user's tokens
 */
export async function refreshTokens(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  refreshToken: string,
  prove: (user: User) => void = () => {},
): Promise<Tokens> {
  const grant = [...pool.grants.values()].find((candidate) => candidate.refreshToken === refreshToken);
  const user = grant === undefined ? undefined : pool.users.get(grant.sub);
  if (grant === undefined || user === undefined || grant.clientId !== client.ClientId) {
    throw notAuthorized("Invalid Refresh Token");
  }
  prove(user);
  if (grant.revoked) throw notAuthorized("Refresh Token has been revoked");
  if (grant.refreshExpires <= state.aws.clock.now().getTime()) throw notAuthorized("Refresh Token has expired");
  if (!user.enabled) throw notAuthorized("User is disabled.");
  return { ...(await issueTokens(state, pool, client, user, grant)), refreshToken: undefined };
}

/** Revokes a refresh token and every access token that came of it. Unknown tokens count as revoked already. */
export function revokeToken(pool: UserPool, client: AppClient, refreshToken: string): void {
  for (const grant of pool.grants.values()) {
    if (grant.refreshToken === refreshToken && grant.clientId === client.ClientId) grant.revoked = true;
  }
}

/** Whose access token it is and what it admits to; undefined if it is not valid, or no longer. */
export async function verifyAccessToken(
  state: CognitoState,
  pool: UserPool,
  token: string,
): Promise<{ user: User; client: AppClient; grant: Grant } | undefined> {
  const { publicKey } = await pool.keys.access();
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      issuer: pool.issuer,
      algorithms: ["RS256"],
      currentDate: state.aws.clock.now(),
    });
    const grant = pool.grants.get(String(payload.origin_jti));
    const user = pool.users.get(payload.sub ?? "");
    const client = pool.clients.get(String(payload.client_id));
    if (payload.token_use !== "access" || grant === undefined || user === undefined || client === undefined) return;
    return grant.revoked || !user.enabled ? undefined : { user, client, grant };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/**
 * The user's attributes that a client may see. `openid` alone opens all that the client may read, as `profile` does;
 * beside other scopes only theirs.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export function claims(client: AppClient, user: User, scopes: readonly string[]): Record<string, string> {
  const narrowed = scopes.filter((scope) => ["email", "phone"].includes(scope));
  const all = scopes.includes("profile") || narrowed.length === 0;
  const names = narrowed.flatMap((scope) =>
    scope === "email" ? ["email", "email_verified"] : ["phone_number", "phone_number_verified"],
  );
  return Object.fromEntries(
    [...user.attributes].filter(
      ([name]) =>
        name === "sub" || ((all || names.includes(name)) && mayRead(client, name) && !name.startsWith("dev:")),
    ),
  );
}

/** In ID tokens the `_verified` attributes are booleans; everything else is text. */
function typed(attributes: Readonly<Record<string, string>>): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, name.endsWith("_verified") ? value === "true" : value]),
  );
}

function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
