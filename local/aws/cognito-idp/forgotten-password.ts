import { randomInt, timingSafeEqual } from "node:crypto";
import type {
  CodeDeliveryDetailsType,
  ConfirmForgotPasswordRequest,
  ForgotPasswordRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { checkSecretHash } from "./authentication.js";
import { maskEmail, sendRecovery } from "./messages.js";
import { checkPasswordPolicy } from "./passwords.js";
import { type AppClient, type CognitoState, findClient, type User, type UserPool } from "./state.js";
import { findUser, givePassword, requireUser, type UserKey, userNotFound } from "./users.js";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html: "a code to reset a password: 1 hour". */
const CODE_VALID_MS = 60 * 60 * 1000;
const MAX_WRONG_CODES = 5;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html */
export function forgotPassword(state: CognitoState, input: ForgotPasswordRequest): CodeDeliveryDetailsType {
  const { pool, client } = findClient(state, input.ClientId);
  const { Username = "" } = input;
  checkSecretHash(client, Username, input.SecretHash);
  return beginRecovery(state, pool, client, Username);
}

/** ForgotPassword without the request around it, for the page. */
export function beginRecovery(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  username: string,
): CodeDeliveryDetailsType {
  const user = findUser(pool, username);
  const hides = client.PreventUserExistenceErrors === "ENABLED";
  // Such a client cannot tell these from a user to whom a code was sent:
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
  if (hides && (user === undefined || !user.enabled || !isRecoverable(pool, user)))
    return delivery(`${username}@${username}`);
  if (user === undefined) throw userNotFound();
  if (!user.enabled) throw notAuthorized("User is disabled.");
  return sendCode(state, pool, user);
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html */
export function adminResetUserPassword(state: CognitoState, input: UserKey): void {
  const { pool, user } = requireUser(state, input);
  sendCode(state, pool, user);
  user.status = "RESET_REQUIRED";
  user.modified = state.aws.clock.now();
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
export function confirmForgotPassword(state: CognitoState, input: ConfirmForgotPasswordRequest): void {
  const { pool, client } = findClient(state, input.ClientId);
  const { Username: username = "", ConfirmationCode: code = "", Password: password = "" } = input;
  checkSecretHash(client, username, input.SecretHash);
  completeRecovery(state, pool, client, { username, code, password });
}

/** The code gives whoever has it a new password of their own. */
export function completeRecovery(
  state: CognitoState,
  pool: UserPool,
  client: AppClient,
  { username, code, password }: { username: string; code: string; password: string },
): void {
  const user = findUser(pool, username);
  const hides = client.PreventUserExistenceErrors === "ENABLED";
  if (user === undefined) throw hides ? mismatch() : userNotFound();
  if (!user.enabled) throw hides ? mismatch() : notAuthorized("User is disabled.");
  const { recovery } = user;
  if (recovery === undefined || recovery.expires <= state.aws.clock.now().getTime()) throw expired();
  if (recovery.wrong >= MAX_WRONG_CODES)
    throw new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
  const [given, wanted] = [Buffer.from(code), Buffer.from(recovery.code)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    recovery.wrong += 1;
    throw mismatch();
  }
  checkPasswordPolicy(pool, password, "Password does not conform to policy");
  user.recovery = undefined;
  givePassword(state, user, password);
}

/** Whether people can help themselves: not where AccountRecoverySetting leaves it to administrators. */
export function allowsRecovery({ settings }: UserPool): boolean {
  return mechanisms(settings).includes("verified_email");
}

function sendCode(state: CognitoState, pool: UserPool, user: User): CodeDeliveryDetailsType {
  if (mechanisms(pool.settings).includes("admin_only")) throw notAuthorized("Contact administrator to reset password.");
  if (user.status === "FORCE_CHANGE_PASSWORD")
    throw notAuthorized("User password cannot be reset in the current state.");
  const email = user.attributes.get("email");
  if (!email || !isRecoverable(pool, user))
    throw new AwsError(
      "InvalidParameterException",
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
    );
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  user.recovery = { code, expires: state.aws.clock.now().getTime() + CODE_VALID_MS, wrong: 0 };
  sendRecovery(state, pool, user, code);
  return delivery(email);
}

function isRecoverable(pool: UserPool, { attributes }: User): boolean {
  return allowsRecovery(pool) && attributes.has("email") && attributes.get("email_verified") === "true";
}

/** Without a setting both an address and a phone number will do. */
function mechanisms({ AccountRecoverySetting: setting }: UserPool["settings"]): readonly (string | undefined)[] {
  return setting?.RecoveryMechanisms?.map(({ Name }) => Name) ?? ["verified_phone_number", "verified_email"];
}

function delivery(email: string): CodeDeliveryDetailsType {
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: maskEmail(email) };
}

function mismatch(): AwsError {
  return new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");
}

function expired(): AwsError {
  return new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
}

function notAuthorized(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
