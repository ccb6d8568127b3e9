import { randomUUID } from "node:crypto";
import { STANDARD_SCOPES } from "../../aws/cognito-idp/client-settings.js";
import type { AppClient, CognitoState, User, UserPool } from "../../aws/cognito-idp/state.js";
import { issueTokens, startGrant } from "../../aws/cognito-idp/tokens.js";
import { type PageRequest, type Reply, rawParameter, redirect, withParameters } from "./http.js";

/** A request to sign in for a client that has been found in order. */
export interface AuthorizationRequest {
  readonly client: AppClient;
  readonly redirectUri: string;
  readonly responseType: "code" | "token";
  readonly scopes: readonly string[];
  /** As it stands in the query, still encoded. */
  readonly rawState: string | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html: codes live for five minutes. */
const CODE_MS = 5 * 60 * 1000;

/**
 * Checks the query of `/oauth2/authorize`, `/login` and `/signup`. While client and callback URL are not known to be
 * right, an error goes to Cognito's own error page; after that it goes back to the callback URL.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function checkAuthorizationRequest(
  pool: UserPool,
  { host, query }: PageRequest,
): { request: AuthorizationRequest } | { refusal: Reply } {
  const parameters = new URLSearchParams(query);
  const clientId = parameters.get("client_id") ?? "";
  const client = pool.clients.get(clientId);
  if (client === undefined) return { refusal: errorPage(host, "invalid_request", clientId) };
  const { CallbackURLs: callbacks = [], DefaultRedirectURI } = client;
  const redirectUri = parameters.get("redirect_uri") ?? DefaultRedirectURI;
  if (redirectUri === undefined) return { refusal: errorPage(host, "invalid_request", clientId) };
  if (!callbacks.includes(redirectUri)) return { refusal: errorPage(host, "redirect_mismatch", clientId) };

  const rawState = rawParameter(query, "state");
  const responseType = parameters.get("response_type");
  const refuse = (error: string, description?: string) => ({
    refusal: redirect(
      withParameters(
        redirectUri,
        [
          ...(description ? [`error_description=${encodeURIComponent(description)}`] : []),
          ...(rawState === undefined ? [] : [`state=${rawState}`]),
          `error=${error}`,
        ].join("&"),
        responseType === "token" ? "#" : "?",
      ),
    ),
  });
  if (responseType !== "code" && responseType !== "token") return refuse("invalid_request", "invalid response_type");
  const flow = responseType === "code" ? "code" : "implicit";
  if (!client.AllowedOAuthFlowsUserPoolClient || !client.AllowedOAuthFlows?.includes(flow)) {
    return refuse("unauthorized_client");
  }
  const allowed = client.AllowedOAuthScopes ?? [];
  const scopes = (parameters.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
  // Documented as error=invalid_scope, but this is what Cognito has been seen to send
  // (https://github.com/aws-samples/cloudfront-authorization-at-edge/issues/82).
  if (scopes.some((scope) => !allowed.includes(scope))) return refuse("invalid_request", "invalid_scope");
  const codeChallenge = parameters.get("code_challenge") ?? undefined;
  const method = parameters.get("code_challenge_method");
  if ((codeChallenge !== undefined || method !== null) && (method !== "S256" || !codeChallenge)) {
    return refuse("invalid_request", "code_challenge_method must be S256");
  }
  return {
    request: {
      client,
      redirectUri,
      responseType,
      scopes: scopes.length > 0 ? scopes : STANDARD_SCOPES.filter((scope) => allowed.includes(scope)),
      rawState,
      nonce: parameters.get("nonce") ?? undefined,
      codeChallenge,
    },
  };
}

/** Sends a signed-in user back to the client, with a code or, in the implicit flow, with tokens. */
export async function completeAuthorization(
  state: CognitoState,
  pool: UserPool,
  request: AuthorizationRequest,
  { user, authTime }: { user: User; authTime: number },
  cookies: readonly string[] = [],
): Promise<Reply> {
  const { client, redirectUri, scopes, nonce, codeChallenge, rawState } = request;
  const passedOn = rawState === undefined ? "" : `&state=${rawState}`;
  if (request.responseType === "token") {
    const grant = startGrant(state, pool, client, user, { scopes, nonce, authTime, refreshable: false });
    const tokens = await issueTokens(state, pool, client, user, grant);
    const parameters = new URLSearchParams({
      ...(tokens.idToken ? { id_token: tokens.idToken } : {}),
      access_token: tokens.accessToken,
      expires_in: String(tokens.expiresIn),
      token_type: "Bearer",
    });
    return redirect(withParameters(redirectUri, `${parameters}${passedOn}`, "#"), cookies);
  }
  const code = randomUUID();
  pool.codes.set(code, {
    clientId: client.ClientId,
    redirectUri,
    sub: user.sub,
    scopes,
    nonce,
    codeChallenge,
    authTime,
    expires: state.aws.clock.now().getTime() + CODE_MS,
  });
  return redirect(withParameters(redirectUri, `code=${code}${passedOn}`), cookies);
}

/** The redirect to Cognito's own error page, which answers 400. */
export function errorPage(host: string, error: string, clientId: string): Reply {
  const client = clientId === "" ? "" : `&client_id=${encodeURIComponent(clientId)}`;
  return redirect(`https://${host}/error?error=${encodeURIComponent(error)}${client}`);
}
