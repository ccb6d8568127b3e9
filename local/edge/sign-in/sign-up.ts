import { policyInWords } from "../../aws/cognito-idp/passwords.js";
import { missingAttributes } from "../../aws/cognito-idp/schema.js";
import { register } from "../../aws/cognito-idp/sign-up.js";
import type { UserPool } from "../../aws/cognito-idp/state.js";
import { AwsError } from "../../aws/errors.js";
import { checkAuthorizationRequest } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { empty, redirect } from "./http.js";
import { messagePage, signUpPage } from "./pages.js";
import { csrfToken, isGenuine, startSession } from "./session.js";

/** `/signup`, for pools where people may make accounts of their own; elsewhere it refuses. */
export const showSignUp: Endpoint = (_state, pool, request) => {
  if (isClosed(pool)) return closed();
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  return signUpPage({ query: request.query, csrf: csrfToken(request) }, fields(pool, new URLSearchParams()));
};

export const signUp: Endpoint = (state, pool, request) => {
  if (isClosed(pool)) return closed();
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const { username, attributes } = fields(pool, form);
  try {
    const { user } = register(state, pool, checked.request.client, {
      username,
      password: form.get("password") ?? "",
      attributes: [...attributes].flatMap(([Name, Value]) => (Value === "" ? [] : [{ Name, Value }])),
    });
    const cookie = startSession(state, pool, request, { step: "confirm", user });
    return redirect(`https://${request.host}/confirm?${request.query}`, [cookie]);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const context = { query: request.query, csrf: csrfToken(request), error: error.message };
    return signUpPage(context, fields(pool, form));
  }
};

/** What the form asks for: the name to sign in with, and the attributes that the pool requires beside it. */
function fields(pool: UserPool, form: URLSearchParams) {
  const byEmail = pool.settings.UsernameAttributes?.includes("email") ?? false;
  const required = missingAttributes(pool, new Map(byEmail ? [["email", "given as the username"]] : []));
  const email = !byEmail && pool.settings.AutoVerifiedAttributes?.includes("email") ? ["email"] : [];
  const names = [...new Set([...email, ...required])];
  return {
    byEmail,
    username: (form.get("username") ?? "").trim(),
    attributes: new Map(names.map((name) => [name, (form.get(`requiredAttributes[${name}]`) ?? "").trim()])),
    policy: policyInWords(pool),
  };
}

function isClosed(pool: UserPool): boolean {
  return pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly === true;
}

function closed() {
  return messagePage(400, "Something went wrong", "SignUp is not permitted for this user pool");
}
