import { verifyPassword } from "../../aws/cognito-idp/authentication.js";
import { allowsRecovery } from "../../aws/cognito-idp/forgotten-password.js";
import { type CognitoState, domainAt, type UserPool } from "../../aws/cognito-idp/state.js";
import { findUser } from "../../aws/cognito-idp/users.js";
import { AwsError } from "../../aws/errors.js";
import { checkAuthorizationRequest, completeAuthorization } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { empty, type PageRequest, type Reply, redirect } from "./http.js";
import { loginPage, managedLoginPage, managedPasswordPage } from "./pages.js";
import { csrfToken, isGenuine, startSession } from "./session.js";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html */
export const showLogin: Endpoint = (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const hint = new URLSearchParams(request.query).get("login_hint") ?? "";
  return login(state, pool, request, { username: hint });
};

/** The form's other end: back to the client with a code, or to the page for what is still to be done. */
export const logIn: Endpoint = async (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const form = new URLSearchParams(request.body);
  if (!isGenuine(request, form)) return empty(403);
  const { client } = checked.request;
  const [username, password] = [(form.get("username") ?? "").trim(), form.get("password") ?? ""];
  // Managed login asks for one after the other. It does not say whether there is such a user.
  if (isManaged(state, request) && !form.has("password") && username !== "")
    return managedPasswordPage(
      { query: request.query, csrf: csrfToken(request) },
      { username, recovery: allowsRecovery(pool) },
    );
  try {
    const user = verifyPassword(state, pool, client, { username, password });
    if (user.status === "FORCE_CHANGE_PASSWORD") {
      const cookie = startSession(state, pool, request, { step: "new-password", user });
      return redirect(`https://${request.host}/changePassword?${request.query}`, [cookie]);
    }
    const cookie = startSession(state, pool, request, { step: "signed-in", user });
    const authTime = state.aws.clock.now().getTime();
    return completeAuthorization(state, pool, checked.request, { user, authTime }, [cookie]);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const user = findUser(pool, username);
    if (error.code === "UserNotConfirmedException" && user !== undefined) {
      const cookie = startSession(state, pool, request, { step: "confirm", user });
      return redirect(`https://${request.host}/confirm?${request.query}`, [cookie]);
    }
    if (error.code === "PasswordResetRequiredException")
      return redirect(`https://${request.host}/confirmForgotPassword?${request.query}`);
    return login(state, pool, request, { username, error: error.message });
  }
};

export function login(
  state: CognitoState,
  pool: UserPool,
  request: PageRequest,
  { username = "", error, notice }: { username?: string; error?: string; notice?: string } = {},
): Reply {
  const showPage = isManaged(state, request) ? managedLoginPage : loginPage;
  return showPage(
    { query: request.query, csrf: csrfToken(request), error, notice },
    {
      byEmail: pool.settings.UsernameAttributes?.includes("email") ?? false,
      username,
      selfSignUp: !pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly,
      recovery: allowsRecovery(pool),
    },
  );
}

function isManaged(state: CognitoState, { host }: PageRequest): boolean {
  return domainAt(state, host)?.managedLoginVersion === 2;
}
