import { randomBytes } from "node:crypto";
import type {
  AdminCreateUserRequest,
  AdminDeleteUserAttributesRequest,
  AdminSetUserPasswordRequest,
  AdminUpdateUserAttributesRequest,
  UserStatusType,
  UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import { sendInvitation } from "./messages.js";
import { checkPasswordPolicy, generatePassword, setPassword } from "./passwords.js";
import { checkAttributes, isEmail } from "./schema.js";
import { type CognitoState, requirePool, type User, type UserPool } from "./state.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
export function adminCreateUser(state: CognitoState, input: AdminCreateUserRequest): User {
  const { Username: name = "", MessageAction: action, DesiredDeliveryMediums: mediums = [] } = input;
  const pool = requirePool(state, input.UserPoolId);
  if (action !== "SUPPRESS" && mediums.includes("SMS")) throw notImplemented("text messages");
  const password = input.TemporaryPassword ?? generatePassword(pool);
  checkPasswordPolicy(pool, password, "Password did not conform with policy");
  const existing = findUser(pool, name);
  if (action === "RESEND") {
    if (existing === undefined) throw userNotFound();
    if (existing.status !== "FORCE_CHANGE_PASSWORD") {
      throw new AwsError(
        "UnsupportedUserStateException",
        `Resend not possible. ${existing.status} status is not valid.`,
      );
    }
    giveTemporaryPassword(state, pool, existing, password);
    sendInvitation(state, pool, existing, password);
    return existing;
  }
  if (existing !== undefined) throw usernameExists(pool, "User account already exists");
  const attributes = checkAttributes(pool, input.UserAttributes);
  const user = addUser(state, pool, {
    name,
    attributes,
    status: "FORCE_CHANGE_PASSWORD",
    force: input.ForceAliasCreation,
  });
  giveTemporaryPassword(state, pool, user, password);
  if (action !== "SUPPRESS" && user.attributes.has("email")) sendInvitation(state, pool, user, password);
  return user;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html */
export function adminSetUserPassword(state: CognitoState, input: AdminSetUserPasswordRequest): void {
  const { pool, user } = requireUser(state, input);
  const { Password: password = "", Permanent: permanent = false } = input;
  checkPasswordPolicy(pool, password, "Password does not conform to policy");
  if (permanent) givePassword(state, user, password);
  else giveTemporaryPassword(state, pool, user, password);
}

/** Makes `password` the user's own; whoever had to change it has done so. */
export function givePassword(state: CognitoState, user: User, password: string): void {
  setPassword(user, password, randomBytes(16));
  user.temporaryPasswordExpires = undefined;
  user.status = "CONFIRMED";
  user.failures = { count: 0, lockedUntil: 0 };
  user.modified = state.aws.clock.now();
}

export function adminUpdateUserAttributes(state: CognitoState, input: AdminUpdateUserAttributesRequest): void {
  const { pool, user } = requireUser(state, input);
  const attributes = checkAttributes(pool, input.UserAttributes, { user });
  const email = attributes.get("email");
  if (email !== undefined && email !== user.attributes.get("email")) {
    if (attributes.get("email_verified") !== "true" && pool.settings.AutoVerifiedAttributes?.includes("email")) {
      // AWS sends a code that VerifyUserAttribute then takes.
      throw notImplemented("the verification of a changed e-mail address (set email_verified in the same request)");
    }
    refuseTakenName(
      pool,
      new Map([...attributes, ["email_verified", attributes.get("email_verified") ?? "false"]]),
      user,
    );
    // A new address is not a verified one, unless the same call says so.
    user.attributes.set("email_verified", "false");
  }
  for (const [name, value] of attributes) {
    if (value === "") user.attributes.delete(name);
    else user.attributes.set(name, value);
  }
  user.modified = state.aws.clock.now();
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html */
export function adminDeleteUserAttributes(state: CognitoState, input: AdminDeleteUserAttributesRequest): void {
  const { pool, user } = requireUser(state, input);
  const empty = (input.UserAttributeNames ?? []).map((Name) => ({ Name, Value: "" }));
  // Checked like attributes that are set: some do not exist, some cannot be changed, some are required.
  for (const name of checkAttributes(pool, empty, { user }).keys()) user.attributes.delete(name);
  user.modified = state.aws.clock.now();
}

export function setEnabled(state: CognitoState, input: UserKey, enabled: boolean): void {
  const { pool, user } = requireUser(state, input);
  user.enabled = enabled;
  user.modified = state.aws.clock.now();
  if (!enabled) revokeGrants(pool, user);
}

/** Access and refresh tokens end; the sign-in pages' own session does not, as AWS documents for GlobalSignOut. */
export function signOutEverywhere(state: CognitoState, input: UserKey): void {
  const { pool, user } = requireUser(state, input);
  revokeGrants(pool, user);
}

export function adminDeleteUser(state: CognitoState, input: UserKey): void {
  const { pool, user } = requireUser(state, input);
  revokeGrants(pool, user);
  pool.users.delete(user.sub);
}

export interface UserKey {
  UserPoolId: string | undefined;
  Username: string | undefined;
}

/** The pool and its user by username, sub or alias; `UserNotFoundException` if there is none. */
export function requireUser(state: CognitoState, input: UserKey): { pool: UserPool; user: User } {
  const pool = requirePool(state, input.UserPoolId);
  const user = findUser(pool, input.Username ?? "");
  if (user === undefined) throw userNotFound();
  return { pool, user };
}

/** A user by whatever may be typed to sign in: username, sub, an e-mail address that stands for the username, an alias. */
export function findUser(pool: UserPool, name: string): User | undefined {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool.settings;
  const wanted = fold(pool, name);
  return [...pool.users.values()].find(({ username, sub, attributes }) => {
    const is = (attribute: string) => fold(pool, attributes.get(attribute) ?? "") === wanted;
    return (
      fold(pool, username) === wanted ||
      sub === name ||
      (UsernameAttributes.includes("email") && is("email")) ||
      (AliasAttributes.includes("email") && is("email") && attributes.get("email_verified") === "true") ||
      (AliasAttributes.includes("preferred_username") && is("preferred_username"))
    );
  });
}

/** Adds a user whom nobody has yet. In a pool whose usernames are e-mail addresses the username becomes the sub. */
export function addUser(
  state: CognitoState,
  pool: UserPool,
  request: {
    name: string;
    attributes: ReadonlyMap<string, string>;
    status: UserStatusType;
    force?: boolean | undefined;
  },
): User {
  const attributes = new Map(request.attributes);
  const byEmail = pool.settings.UsernameAttributes?.includes("email") ?? false;
  if (byEmail) {
    if (!isEmail(request.name)) throw invalid("Username should be an email.");
    const email = attributes.get("email");
    if (email !== undefined && fold(pool, email) !== fold(pool, request.name)) {
      throw invalid("Username and email must be the same.");
    }
    attributes.set("email", request.name);
  } else if (pool.settings.AliasAttributes?.includes("email") && isEmail(request.name)) {
    throw invalid("Username cannot be of email format, since user pool is configured for email alias.");
  }
  if (request.force) releaseAlias(pool, attributes);
  else refuseTakenName(pool, attributes);
  const sub = state.aws.random.uuid();
  const now = state.aws.clock.now();
  const user: User = {
    sub,
    username: byEmail ? sub : request.name,
    created: now,
    modified: now,
    enabled: true,
    status: request.status,
    attributes: new Map([...attributes, ["sub", sub]]),
    password: undefined,
    temporaryPasswordExpires: undefined,
    confirmation: undefined,
    recovery: undefined,
    failures: { count: 0, lockedUntil: 0 },
  };
  pool.users.set(sub, user);
  return user;
}

/** Refuses an address or alias that another user signs in with: `AliasExistsException`. */
export function refuseTakenName(pool: UserPool, attributes: ReadonlyMap<string, string>, self?: User): void {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool.settings;
  const names = [
    ...(UsernameAttributes.includes("email") ||
    (AliasAttributes.includes("email") && attributes.get("email_verified") === "true")
      ? ["email"]
      : []),
    ...(AliasAttributes.includes("preferred_username") ? ["preferred_username"] : []),
  ];
  for (const name of names) {
    const value = attributes.get(name);
    const owner = value ? findUser(pool, value) : undefined;
    if (owner !== undefined && owner !== self) {
      throw new AwsError("AliasExistsException", `An account with the ${name} already exists.`);
    }
  }
}

/** ForceAliasCreation: the address is taken away from whoever had verified it. */
export function releaseAlias(pool: UserPool, attributes: ReadonlyMap<string, string>, self?: User): void {
  const email = attributes.get("email");
  const owner = email ? findUser(pool, email) : undefined;
  if (owner !== undefined && owner !== self) owner.attributes.set("email_verified", "false");
}

export function fold(pool: UserPool, name: string): string {
  return pool.settings.caseSensitive ? name : name.toLowerCase();
}

export function describeUser(user: User, only?: readonly string[]): UserType {
  const attributes = [...user.attributes].filter(([name]) => only === undefined || only.includes(name));
  return {
    Username: user.username,
    Attributes: attributes.map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: user.created,
    UserLastModifiedDate: user.modified,
    Enabled: user.enabled,
    UserStatus: user.status,
  };
}

function giveTemporaryPassword(state: CognitoState, pool: UserPool, user: User, password: string): void {
  givePassword(state, user, password);
  const days = pool.settings.passwordPolicy.TemporaryPasswordValidityDays;
  user.temporaryPasswordExpires = state.aws.clock.now().getTime() + days * DAY_MS;
  user.status = "FORCE_CHANGE_PASSWORD";
}

function revokeGrants(pool: UserPool, user: User): void {
  for (const grant of pool.grants.values()) if (grant.sub === user.sub) grant.revoked = true;
}

export function usernameExists(pool: UserPool, message: string): AwsError {
  const byEmail = pool.settings.UsernameAttributes?.includes("email");
  return new AwsError("UsernameExistsException", byEmail ? "An account with the given email already exists." : message);
}

export function userNotFound(): AwsError {
  return new AwsError("UserNotFoundException", "User does not exist.");
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
