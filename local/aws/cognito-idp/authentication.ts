import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type {
  AdminInitiateAuthRequest,
  AdminRespondToAuthChallengeRequest,
  InitiateAuthRequest,
  InitiateAuthResponse,
  RespondToAuthChallengeRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import { allowsFlow } from "./clients.js";
import { checkPasswordPolicy, isPassword } from "./passwords.js";
import { checkAttributes, missingAttributes } from "./schema.js";
import {
  type AppClient,
  type CognitoState,
  findClient,
  requireClient,
  requirePool,
  type User,
  type UserPool,
} from "./state.js";
import { issueTokens, refreshTokens, startGrant, type Tokens } from "./tokens.js";
import { findUser, givePassword, userNotFound } from "./users.js";

const FAILURES_BEFORE_LOCKOUT = 5;
const MAX_LOCKOUT_MS = 15 * 60 * 1000;

/**
 * The user whom username and password belong to. The caller still has to deal with a status of FORCE_CHANGE_PASSWORD.
 * Throws `NotAuthorizedException`, `UserNotFoundException` (for clients that do not hide it),
 * `PasswordResetRequiredException` and `UserNotConfirmedException`. After five failures the account is locked, for a second at first, then for twice as
 * long each time: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-lockout
 */
export function verifyPassword(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  { username, password }: { username: string; password: string },
): User {
  const user = findUser(pool, username);
  if (user === undefined) {
    throw client.PreventUserExistenceErrors === "ENABLED" ? incorrect() : userNotFound();
  }
  const now = state.aws.clock.now().getTime();
  if (!user.enabled) throw notAuthorized("User is disabled.");
  if (user.failures.lockedUntil > now) throw notAuthorized("Password attempts exceeded");
  // The old password counts no more, whether it was right or not.
  if (user.status === "RESET_REQUIRED")
    throw new AwsError("PasswordResetRequiredException", "Password reset required for the user");
  if (!isPassword(user, password)) {
    const count = user.failures.count + 1;
    const excess = count - FAILURES_BEFORE_LOCKOUT;
    const lockout = excess >= 0 ? Math.min(2 ** excess * 1000, MAX_LOCKOUT_MS) : 0;
    user.failures = { count, lockedUntil: now + lockout };
    throw incorrect();
  }
  user.failures = { count: 0, lockedUntil: 0 };
  if (user.temporaryPasswordExpires !== undefined && user.temporaryPasswordExpires <= now) {
    throw notAuthorized("Temporary password has expired and must be reset by an administrator.");
  }
  if (user.status === "UNCONFIRMED") throw new AwsError("UserNotConfirmedException", "User is not confirmed.");
  return user;
}

/** Answers NEW_PASSWORD_REQUIRED: the user's own password, and the required attributes that are still missing. */
export function completeNewPassword(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  user: User,
  { password, attributes }: { password: string; attributes: Readonly<Record<string, string>> },
): void {
  const sent = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  const checked = checkAttributes(pool, sent, { client, user });
  const missing = missingAttributes(pool, new Map([...user.attributes, ...checked]));
  if (missing.length > 0)
    throw new AwsError("InvalidParameterException", `Invalid attributes given, ${missing[0]} is missing`);
  checkPasswordPolicy(pool, password, "Password does not conform to policy");
  for (const [name, value] of checked) user.attributes.set(name, value);
  givePassword(state, user, password);
}

/** InitiateAuth, and with `admin` AdminInitiateAuth, for the flows that send a password or a refresh token. */
export async function initiateAuth(
  state: CognitoState,
  input: InitiateAuthRequest | AdminInitiateAuthRequest,
): Promise<InitiateAuthResponse> {
  const { pool, client, admin } = whose(state, input);
  const { AuthFlow: flow, AuthParameters: parameters = {} } = input;
  if (flow === "REFRESH_TOKEN_AUTH" || flow === "REFRESH_TOKEN") {
    if (!allowsFlow(client, "REFRESH_TOKEN_AUTH")) throw flowNotEnabled("REFRESH_TOKEN_AUTH", admin);
    // The hash is over the username that the tokens name, whatever the user has signed in with.
    const prove = ({ username }: User) => checkSecretHash(client, username, parameters.SECRET_HASH);
    return authenticated(await refreshTokens(state, pool, client, required(parameters, "REFRESH_TOKEN"), prove));
  }
  const names = admin ? ["ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] : ["USER_PASSWORD_AUTH"];
  if (!names.includes(flow ?? "")) throw notImplemented(`the authentication flow ${flow}`);
  if (!allowsFlow(client, names[0] ?? "")) throw flowNotEnabled(flow ?? "", admin);
  const [username, password] = [required(parameters, "USERNAME"), required(parameters, "PASSWORD")];
  checkSecretHash(client, username, parameters.SECRET_HASH);
  const user = verifyPassword(state, pool, client, { username, password });
  if (user.status !== "FORCE_CHANGE_PASSWORD") return authenticated(await signIn(state, pool, client, user));
  const session = randomBytes(64).toString("base64url");
  const minutes = client.AuthSessionValidity ?? 3;
  const expires = state.aws.clock.now().getTime() + minutes * 60_000;
  pool.challenges.set(session, { clientId: client.ClientId, sub: user.sub, expires });
  const missing = missingAttributes(pool, user.attributes).map((name) => `userAttributes.${name}`);
  const attributes = Object.fromEntries([...user.attributes].filter(([name]) => name !== "sub"));
  return {
    ChallengeName: "NEW_PASSWORD_REQUIRED",
    Session: session,
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing),
      userAttributes: JSON.stringify(attributes),
    },
  };
}

export async function respondToAuthChallenge(
  state: CognitoState,
  input: RespondToAuthChallengeRequest | AdminRespondToAuthChallengeRequest,
): Promise<InitiateAuthResponse> {
  const { pool, client } = whose(state, input);
  const { ChallengeName: name, ChallengeResponses: responses = {}, Session: session = "" } = input;
  if (name !== "NEW_PASSWORD_REQUIRED") throw notImplemented(`the challenge ${name}`);
  const username = required(responses, "USERNAME");
  checkSecretHash(client, username, responses.SECRET_HASH);
  const challenge = pool.challenges.get(session);
  const user = challenge === undefined ? undefined : pool.users.get(challenge.sub);
  if (challenge?.clientId !== client.ClientId || user === undefined || user !== findUser(pool, username)) {
    throw notAuthorized("Invalid session for the user.");
  }
  if (challenge.expires <= state.aws.clock.now().getTime()) {
    throw notAuthorized("Invalid session for the user, session is expired.");
  }
  const prefix = "userAttributes.";
  const sent = Object.entries(responses).filter(([key]) => key.startsWith(prefix));
  completeNewPassword(state, pool, client, user, {
    password: required(responses, "NEW_PASSWORD"),
    attributes: Object.fromEntries(sent.map(([key, value]) => [key.slice(prefix.length), value])),
  });
  pool.challenges.delete(session);
  return authenticated(await signIn(state, pool, client, user));
}

/**
 * A client with a secret must prove that it knows it, by HMAC-SHA256 of username and client id:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function checkSecretHash(client: AppClient, username: string, sent: string | undefined): void {
  const { ClientId: id, ClientSecret: secret } = client;
  if (secret === undefined) return;
  if (sent === undefined) {
    throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
  }
  const wanted = createHmac("sha256", secret).update(`${username}${id}`).digest();
  const given = Buffer.from(sent, "base64");
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw notAuthorized(`Unable to verify secret hash for client ${id}`);
  }
}

function whose(
  state: CognitoState,
  input: { ClientId: string | undefined; UserPoolId?: string | undefined },
): { pool: UserPool; client: AppClient; admin: boolean } {
  if (input.UserPoolId === undefined) return { ...findClient(state, input.ClientId), admin: false };
  const pool = requirePool(state, input.UserPoolId);
  return { pool, client: requireClient(pool, input.ClientId), admin: true };
}

async function signIn(state: CognitoState, pool: UserPool, client: AppClient, user: User): Promise<Tokens> {
  const grant = startGrant(state, pool, client, user, {
    scopes: ["aws.cognito.signin.user.admin"],
    nonce: undefined,
    authTime: state.aws.clock.now().getTime(),
    refreshable: true,
  });
  return issueTokens(state, pool, client, user, grant);
}

function authenticated(tokens: Tokens): InitiateAuthResponse {
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: tokens.accessToken,
      ExpiresIn: tokens.expiresIn,
      TokenType: "Bearer",
      IdToken: tokens.idToken,
      ...(tokens.refreshToken ? { RefreshToken: tokens.refreshToken } : {}),
    },
  };
}

function required(parameters: Readonly<Record<string, string>>, name: string): string {
  const value = parameters[name];
  if (!value) throw new AwsError("InvalidParameterException", `Missing required parameter ${name}`);
  return value;
}

function flowNotEnabled(flow: string, admin: boolean): AwsError {
  return new AwsError(
    "InvalidParameterException",
    admin ? "Auth flow not enabled for this client" : `${flow} flow not enabled for this client`,
  );
}

function incorrect(): AwsError {
  return notAuthorized("Incorrect username or password.");
}

function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
