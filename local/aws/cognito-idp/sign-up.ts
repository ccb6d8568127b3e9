import { randomBytes, timingSafeEqual } from "node:crypto";
import type {
  AttributeType,
  CodeDeliveryDetailsType,
  ConfirmSignUpRequest,
  ResendConfirmationCodeRequest,
  SignUpRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { checkSecretHash } from "./authentication.js";
import { maskEmail, sendConfirmation } from "./messages.js";
import { checkPasswordPolicy, setPassword } from "./passwords.js";
import { checkAttributes, refuseMissing } from "./schema.js";
import { type AppClient, type CognitoState, findClient, type User, type UserPool } from "./state.js";
import { addUser, findUser, refuseTakenName, releaseAlias, userNotFound, usernameExists } from "./users.js";

const MAX_WRONG_CODES = 5;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export function signUp(state: CognitoState, input: SignUpRequest): { user: User; delivery?: CodeDeliveryDetailsType } {
  const { pool, client } = findClient(state, input.ClientId);
  const { Username = "", Password = "", UserAttributes } = input;
  checkSecretHash(client, Username, input.SecretHash);
  return register(state, pool, client, { username: Username, password: Password, attributes: UserAttributes });
}

/** SignUp without the request around it, for the sign-up page. Refused if only administrators may create users. */
export function register(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  request: { username: string; password: string; attributes?: readonly AttributeType[] | undefined },
): { user: User; delivery?: CodeDeliveryDetailsType } {
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) {
    throw new AwsError("NotAuthorizedException", "SignUp is not permitted for this user pool");
  }
  checkPasswordPolicy(pool, request.password, "Password did not conform with policy");
  const attributes = checkAttributes(pool, request.attributes, { client });
  const byEmail = pool.settings.UsernameAttributes?.includes("email");
  refuseMissing(pool, byEmail ? new Map([...attributes, ["email", request.username]]) : attributes);
  if (findUser(pool, request.username) !== undefined) throw usernameExists(pool, "User already exists");
  const user = addUser(state, pool, { name: request.username, attributes, status: "UNCONFIRMED" });
  setPassword(user, request.password, randomBytes(16));
  const delivery = deliver(state, pool, client, user);
  return delivery ? { user, delivery } : { user };
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export function confirmSignUp(state: CognitoState, input: ConfirmSignUpRequest): void {
  const { pool, client } = findClient(state, input.ClientId);
  const { Username = "", ConfirmationCode = "" } = input;
  checkSecretHash(client, Username, input.SecretHash);
  const user = findUser(pool, Username);
  if (user === undefined) {
    throw client.PreventUserExistenceErrors === "ENABLED" ? expiredCode() : userNotFound();
  }
  confirm(state, pool, user, ConfirmationCode, input.ForceAliasCreation);
}

/** Confirms a user who knows the code; what the code was sent to counts as verified. */
export function confirm(state: CognitoState, pool: UserPool, user: User, code: string, force = false): void {
  if (user.status !== "UNCONFIRMED") {
    throw new AwsError("NotAuthorizedException", `User cannot be confirmed. Current status is ${user.status}`);
  }
  const { confirmation } = user;
  const now = state.aws.clock.now();
  if (confirmation === undefined || confirmation.expires <= now.getTime()) throw expiredCode();
  if (confirmation.wrong >= MAX_WRONG_CODES) {
    throw new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }
  const [given, wanted] = [Buffer.from(code), Buffer.from(confirmation.code)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    confirmation.wrong += 1;
    throw new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
  }
  const verified = new Map([...user.attributes, ["email_verified", "true"]]);
  if (force) releaseAlias(pool, verified, user);
  else refuseTakenName(pool, verified, user);
  user.attributes.set("email_verified", "true");
  confirmWithoutCode(state, user);
}

/** AdminConfirmSignUp: nothing has been proven, so nothing is verified. */
export function confirmWithoutCode(state: CognitoState, user: User): void {
  if (user.status !== "UNCONFIRMED") {
    throw new AwsError("NotAuthorizedException", `User cannot be confirmed. Current status is ${user.status}`);
  }
  user.status = "CONFIRMED";
  user.confirmation = undefined;
  user.modified = state.aws.clock.now();
}

export function resendConfirmationCode(
  state: CognitoState,
  input: ResendConfirmationCodeRequest,
): CodeDeliveryDetailsType {
  const { pool, client } = findClient(state, input.ClientId);
  const { Username = "" } = input;
  checkSecretHash(client, Username, input.SecretHash);
  const user = findUser(pool, Username);
  if (user !== undefined) return resend(state, pool, client, user);
  if (client.PreventUserExistenceErrors !== "ENABLED") throw userNotFound();
  // A simulated destination: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: maskEmail(`${Username}@${Username}`) };
}

export function resend(state: CognitoState, pool: UserPool, client: AppClient, user: User): CodeDeliveryDetailsType {
  if (user.status !== "UNCONFIRMED") throw new AwsError("InvalidParameterException", "User is already confirmed.");
  const delivery = deliver(state, pool, client, user);
  if (delivery === undefined) {
    throw new AwsError("InvalidParameterException", "Cannot resend codes. Auto verification not turned on.");
  }
  return delivery;
}

function deliver(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  user: User,
): CodeDeliveryDetailsType | undefined {
  const email = user.attributes.get("email");
  if (!email || !pool.settings.AutoVerifiedAttributes?.includes("email")) return undefined;
  sendConfirmation(state, pool, user, client.ClientId);
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: maskEmail(email) };
}

function expiredCode(): AwsError {
  return new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
}
