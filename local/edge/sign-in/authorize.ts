import { checkAuthorizationRequest, completeAuthorization, errorPage } from "./authorization-request.js";
import type { Endpoint } from "./endpoints.js";
import { redirect } from "./http.js";
import { csrfToken, findSession } from "./session.js";

/**
 * `/oauth2/authorize`: with a live session straight back to the client with a code, otherwise on to `/login` with the
 * very same query.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const authorize: Endpoint = async (state, pool, request) => {
  const checked = checkAuthorizationRequest(pool, request);
  if ("refusal" in checked) return checked.refusal;
  const { client } = checked.request;
  const provider = new URLSearchParams(request.query).get("identity_provider") ?? "COGNITO";
  if (provider !== "COGNITO" || !client.SupportedIdentityProviders?.includes("COGNITO")) {
    return errorPage(request.host, "Login option is not available. Please try another one", client.ClientId);
  }
  const session = findSession(state, pool, request, "signed-in");
  if (session !== undefined) return completeAuthorization(state, pool, checked.request, session);
  return redirect(`https://${request.host}/login?${request.query}`, [csrfToken(request).cookie]);
};
