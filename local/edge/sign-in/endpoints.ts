import {
  brandingOf,
  type CognitoState,
  domainAt,
  type UserPool,
  type UserPoolDomain,
} from "../../aws/cognito-idp/state.js";
import { authorize } from "./authorize.js";
import { changePassword, showChangePassword } from "./change-password.js";
import { confirmAccount, confirmByLink, resendCode, showConfirm } from "./confirm.js";
import { resetPassword, sendResetCode, showForgotPassword, showResetPassword } from "./forgotten-password.js";
import { empty, type PageRequest, type Reply } from "./http.js";
import { logIn, showLogin } from "./login.js";
import { logOut } from "./logout.js";
import { messagePage } from "./pages.js";
import { showSignUp, signUp } from "./sign-up.js";
import { revoke, token } from "./token.js";
import { userInfo } from "./user-info.js";
import { wellKnown } from "./well-known.js";

/** One endpoint of a pool's domain. */
export type Endpoint = (state: CognitoState, pool: UserPool, request: PageRequest) => Reply | Promise<Reply>;

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html */
const API: Readonly<Record<string, Partial<Record<string, Endpoint>>>> = {
  "/oauth2/token": { POST: token },
  "/oauth2/revoke": { POST: revoke },
  "/oauth2/userInfo": { GET: userInfo, POST: userInfo },
};
const PAGES: typeof API = {
  "/oauth2/authorize": { GET: authorize },
  "/login": { GET: showLogin, POST: logIn },
  "/logout": { GET: logOut },
  "/signup": { GET: showSignUp, POST: signUp },
  "/confirm": { GET: showConfirm, POST: confirmAccount },
  "/confirmUser": { GET: confirmByLink },
  "/resendcode": { GET: showConfirm, POST: resendCode },
  "/changePassword": { GET: showChangePassword, POST: changePassword },
  "/forgotPassword": { GET: showForgotPassword, POST: sendResetCode },
  "/confirmForgotPassword": { GET: showResetPassword, POST: resetPassword },
  "/error": { GET: showError },
};

/** Answers a request to the sign-in host: the Host header says which pool is meant. */
export async function respond(state: CognitoState, request: PageRequest): Promise<Reply> {
  if (request.host === `cognito-idp.${state.aws.region}.amazonaws.com`) return wellKnown(state, request);
  const domain = domainAt(state, request.host);
  const pool = state.pools.get(domain?.poolId ?? "");
  if (domain === undefined || pool === undefined) return empty(404);
  return respondFor(state, pool, domain, request);
}

async function respondFor(
  state: CognitoState,
  pool: UserPool,
  domain: UserPoolDomain,
  request: PageRequest,
): Promise<Reply> {
  const methods = API[request.path] ?? PAGES[request.path];
  if (methods === undefined) return messagePage(404, "Not found", "There is no such page.");
  if (domain.managedLoginVersion === 2 && isUnavailable(pool, request))
    return messagePage(403, "Login pages unavailable", "Please contact an administrator.");
  const endpoint = methods[request.method === "HEAD" ? "GET" : request.method];
  if (endpoint === undefined) return empty(405, { allow: Object.keys(methods).join(", ") });
  return endpoint(state, pool, request);
}

/**
 * Whether managed login has no pages for a request's client: it needs a branding style for each.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
 */
function isUnavailable(pool: UserPool, { path, query }: PageRequest): boolean {
  const clientId = new URLSearchParams(query).get("client_id") ?? "";
  if (API[path] !== undefined || path === "/logout" || !pool.clients.has(clientId)) return false;
  return brandingOf(pool, clientId) === undefined;
}

function showError(_state: CognitoState, _pool: UserPool, request: PageRequest): Reply {
  const error = new URLSearchParams(request.query).get("error") ?? "";
  return messagePage(400, "Something went wrong", "An error was encountered with the requested page.", error);
}
