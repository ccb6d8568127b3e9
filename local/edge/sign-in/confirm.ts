import { maskEmail } from "../../aws/cognito-idp/messages.js";
import { confirm, resend } from "../../aws/cognito-idp/sign-up.js";
import type { User, UserPool } from "../../aws/cognito-idp/state.js";
import { findUser } from "../../aws/cognito-idp/users.js";
import { AwsError } from "../../aws/errors.js";
import { checkAuthorizationRequest, completeAuthorization } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { empty, type PageRequest, type Reply, redirect } from "./http.js";
import { confirmPage, messagePage } from "./pages.js";
import { csrfToken, findSession, isGenuine, startSession } from "./session.js";

/** `/confirm`: for whoever has just signed up, or has signed in without having confirmed the account. */
export const showConfirm: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const session = findSession(state, pool, request, "confirm");
  return session === undefined ? startAgain(request) : ask(pool, request, session.user);
};

/** The right code confirms the account and, the password having been given before, signs in. */
export const confirmAccount: Endpoint = async (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const session = findSession(state, pool, request, "confirm");
  if (session === undefined) return startAgain(request);
  const { user } = session;
  try {
    confirm(state, pool, user, (form.get("code") ?? "").trim());
  } catch (error) {
    if (error instanceof AwsError) return ask(pool, request, user, { error: error.message });
    throw error;
  }
  const cookie = startSession(state, pool, request, { step: "signed-in", user });
  const authTime = state.aws.clock.now().getTime();
  return completeAuthorization(state, pool, checked.request, { user, authTime }, [cookie]);
};

export const resendCode: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  if (!isGenuine(request, new URLSearchParams(request.body))) return empty(403);
  const session = findSession(state, pool, request, "confirm");
  if (session === undefined) return startAgain(request);
  try {
    resend(state, pool, checked.request.client, session.user);
    return ask(pool, request, session.user, { notice: "We have sent you a new code." });
  } catch (error) {
    if (error instanceof AwsError) return ask(pool, request, session.user, { error: error.message });
    throw error;
  }
};

/** `/confirmUser`: what the link in the e-mail leads to, where the pool sends links instead of codes. */
export const confirmByLink: Endpoint = (state, pool, request) => {
  const parameters = new URLSearchParams(request.query);
  const user = findUser(pool, parameters.get("user_name") ?? "");
  try {
    if (user === undefined || !pool.clients.has(parameters.get("client_id") ?? "")) {
      throw new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }
    confirm(state, pool, user, parameters.get("confirmation_code") ?? "");
    return messagePage(200, "Confirmed", "Your registration has been confirmed!");
  } catch (error) {
    if (error instanceof AwsError) return messagePage(400, "Something went wrong", error.message);
    throw error;
  }
};

function ask(
  pool: UserPool,
  request: PageRequest,
  user: User,
  { error, notice }: { error?: string; notice?: string } = {},
): Reply {
  const email = user.attributes.get("email");
  const sent = email !== undefined && pool.settings.AutoVerifiedAttributes?.includes("email");
  return confirmPage(
    { query: request.query, csrf: csrfToken(request), error, notice },
    { destination: sent ? maskEmail(email) : undefined },
  );
}

function startAgain(request: PageRequest): Reply {
  return redirect(`https://${request.host}/login?${request.query}`);
}
