import { completeNewPassword } from "../../aws/cognito-idp/authentication.js";
import { policyInWords } from "../../aws/cognito-idp/passwords.js";
import { missingAttributes } from "../../aws/cognito-idp/schema.js";
import type { User, UserPool } from "../../aws/cognito-idp/state.js";
import { AwsError } from "../../aws/errors.js";
import { checkAuthorizationRequest, completeAuthorization } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { empty, type PageRequest, type Reply, redirect } from "./http.js";
import { changePasswordPage } from "./pages.js";
import { csrfToken, findSession, isGenuine, startSession } from "./session.js";

/** The page for users in FORCE_CHANGE_PASSWORD who have given their temporary password. */
export const showChangePassword: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const session = findSession(state, pool, request, "new-password");
  return session === undefined ? startAgain(request) : ask(pool, request, session.user);
};

export const changePassword: Endpoint = async (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const session = findSession(state, pool, request, "new-password");
  if (session === undefined) return startAgain(request);
  const { user } = session;
  const password = form.get("new_password") ?? "";
  if (password !== form.get("confirm_password")) return ask(pool, request, user, form, "Passwords do not match");
  try {
    const attributes = Object.fromEntries(missing(pool, user, form));
    completeNewPassword(state, pool, checked.request.client, user, { password, attributes });
  } catch (error) {
    if (error instanceof AwsError) return ask(pool, request, user, form, error.message);
    throw error;
  }
  const cookie = startSession(state, pool, request, { step: "signed-in", user });
  const authTime = state.aws.clock.now().getTime();
  return completeAuthorization(state, pool, checked.request, { user, authTime }, [cookie]);
};

function ask(pool: UserPool, request: PageRequest, user: User, form = new URLSearchParams(), error?: string): Reply {
  return changePasswordPage(
    { query: request.query, csrf: csrfToken(request), error },
    { missing: missing(pool, user, form), policy: policyInWords(pool) },
  );
}

/** The required attributes that the user has not got yet, as filled in so far. */
function missing(pool: UserPool, user: User, form: URLSearchParams): Map<string, string> {
  const names = missingAttributes(pool, user.attributes);
  return new Map(names.map((name) => [name, (form.get(`requiredAttributes[${name}]`) ?? "").trim()]));
}

function startAgain(request: PageRequest): Reply {
  return redirect(`https://${request.host}/login?${request.query}`);
}
