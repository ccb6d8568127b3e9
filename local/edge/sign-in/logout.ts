import { errorPage } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { redirect } from "./http.js";
import { endSession } from "./session.js";

/**
 * `/logout` ends the pages' session, then leads to `logout_uri`, or with `redirect_uri` and `response_type` to the
 * sign-in page. Tokens that were issued stay valid.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export const logOut: Endpoint = (_state, pool, request) => {
  const parameters = new URLSearchParams(request.query);
  const clientId = parameters.get("client_id") ?? "";
  const client = pool.clients.get(clientId);
  if (client === undefined) return errorPage(request.host, "invalid_request", clientId);
  const logoutUri = parameters.get("logout_uri");
  if (logoutUri !== null) {
    if (!client.LogoutURLs?.includes(logoutUri)) return errorPage(request.host, "redirect_mismatch", clientId);
    return redirect(logoutUri, [endSession(pool, request)]);
  }
  const redirectUri = parameters.get("redirect_uri");
  if (redirectUri === null || !parameters.has("response_type")) {
    return errorPage(request.host, "invalid_request", clientId);
  }
  if (!client.CallbackURLs?.includes(redirectUri)) return errorPage(request.host, "redirect_mismatch", clientId);
  return redirect(`https://${request.host}/login?${request.query}`, [endSession(pool, request)]);
};
