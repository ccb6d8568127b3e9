import type { ListUsersRequest, ListUsersResponse } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { page } from "./paging.js";
import { type CognitoState, requirePool, type User, type UserPool } from "./state.js";
import { describeUser, fold } from "./users.js";

const SEARCHABLE = [
  "username",
  "email",
  "phone_number",
  "name",
  "given_name",
  "family_name",
  "preferred_username",
  "cognito:user_status",
  "status",
  "sub",
];

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export function listUsers(state: CognitoState, input: ListUsersRequest): ListUsersResponse {
  const pool = requirePool(state, input.UserPoolId);
  const wanted = userFilter(pool, input.Filter ?? "");
  const found = [...pool.users.values()].filter(wanted);
  const { items, next } = page(found, input.Limit || 60, input.PaginationToken);
  return {
    Users: items.map((user) => describeUser(user, input.AttributesToGet)),
    ...(next ? { PaginationToken: next } : {}),
  };
}

/** `name = "value"` or `name ^= "value"` (starts with); quotes in the value are escaped with a backslash. */
function userFilter(pool: UserPool, text: string): (user: User) => boolean {
  if (text.trim() === "") return () => true;
  const match = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(text);
  const [, name = "", operator, escaped = ""] = match ?? [];
  if (match === null || !SEARCHABLE.includes(name)) {
    throw new AwsError("InvalidParameterException", "Error while parsing filter.");
  }
  const value = fold(pool, escaped.replaceAll(/\\(.)/g, "$1"));
  return (user) => {
    const actual = fold(pool, searched(user, name));
    return operator === "=" ? actual === value : actual.startsWith(value);
  };
}

function searched(user: User, name: string): string {
  if (name === "username") return user.username;
  if (name === "cognito:user_status") return user.status ?? "";
  if (name === "status") return user.enabled ? "Enabled" : "Disabled";
  return user.attributes.get(name) ?? "";
}
