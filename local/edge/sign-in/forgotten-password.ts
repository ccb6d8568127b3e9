import { allowsRecovery, beginRecovery, completeRecovery } from "../../aws/cognito-idp/forgotten-password.js";
import { policyInWords } from "../../aws/cognito-idp/passwords.js";
import type { UserPool } from "../../aws/cognito-idp/state.js";
import { AwsError } from "../../aws/errors.js";
import { checkAuthorizationRequest } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { empty, type PageRequest, type Reply } from "./http.js";
import { login } from "./login.js";
import { forgotPasswordPage, messagePage, resetPasswordPage } from "./pages.js";
import { csrfToken, isGenuine } from "./session.js";

/** `/forgotPassword`: whom the code to reset a password shall be sent to. */
export const showForgotPassword: Endpoint = (_state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  return allowsRecovery(pool) ? askForName(pool, request) : leftToAdministrators();
};

export const sendResetCode: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  if (!allowsRecovery(pool)) return leftToAdministrators();
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const username = (form.get("username") ?? "").trim();
  try {
    const { Destination } = beginRecovery(state, pool, checked.request.client, username);
    return askForCode(pool, request, {
      username,
      notice: `We have sent a password reset code by email to ${Destination}.`,
    });
  } catch (error) {
    if (error instanceof AwsError) return askForName(pool, request, { username, error: error.message });
    throw error;
  }
};

/** `/confirmForgotPassword`: the code, and the password that shall be. */
export const showResetPassword: Endpoint = (_state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  return "refusal" in checked ? checked.refusal : askForCode(pool, request);
};

export const resetPassword: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const [username, code] = [(form.get("username") ?? "").trim(), (form.get("code") ?? "").trim()];
  const password = form.get("new_password") ?? "";
  try {
    if (password !== form.get("confirm_password"))
      throw new AwsError("InvalidParameterException", "Passwords do not match");
    completeRecovery(state, pool, checked.request.client, { username, code, password });
    return login(state, pool, request, { notice: "Your password has been reset. Sign in with the new one." });
  } catch (error) {
    if (error instanceof AwsError) return askForCode(pool, request, { username, error: error.message });
    throw error;
  }
};

function askForName(
  pool: UserPool,
  request: PageRequest,
  { username = "", error }: { username?: string; error?: string } = {},
): Reply {
  const byEmail = pool.settings.UsernameAttributes?.includes("email") ?? false;
  return forgotPasswordPage({ query: request.query, csrf: csrfToken(request), error }, { byEmail, username });
}

/** For whoever has asked for a code, and for those whose password an administrator has reset. */
export function askForCode(
  pool: UserPool,
  request: PageRequest,
  { username = "", error, notice }: { username?: string; error?: string; notice?: string } = {},
): Reply {
  return resetPasswordPage(
    { query: request.query, csrf: csrfToken(request), error, notice },
    { username, policy: policyInWords(pool) },
  );
}

function leftToAdministrators(): Reply {
  return messagePage(400, "Something went wrong", "Contact administrator to reset password.");
}
