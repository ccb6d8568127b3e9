import { createHash, timingSafeEqual } from "node:crypto";
import { allowsFlow } from "../../aws/cognito-idp/clients.js";
import type { AppClient, CognitoState, UserPool } from "../../aws/cognito-idp/state.js";
import { issueTokens, refreshTokens, revokeToken, startGrant, type Tokens } from "../../aws/cognito-idp/tokens.js";
import { AwsError } from "../../aws/errors.js";
import type { Endpoint } from "./endpoints.js";
import { empty, json, type PageRequest, type Reply } from "./http.js";

/** An error of RFC 6749, 5.2, which Cognito always answers with 400. */
class OAuthError extends Error {}

/**
 * `/oauth2/token`: a code, or a refresh token, for tokens.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export const token: Endpoint = (state, pool, request) =>
  answering(async () => {
    const form = readForm(request);
    const grantType = form.get("grant_type");
    if (grantType === null) throw new OAuthError("invalid_request");
    if (!["authorization_code", "refresh_token", "client_credentials"].includes(grantType)) {
      throw new OAuthError("unsupported_grant_type");
    }
    const client = authenticateClient(pool, request, form);
    if (grantType === "refresh_token") return json(200, shape(await refresh(state, pool, client, form)));
    // No client can have client_credentials here: it needs a resource server's scopes, and there are none.
    if (grantType === "client_credentials") throw new OAuthError("unauthorized_client");
    return json(200, shape(await redeem(state, pool, client, form)));
  });

/** `/oauth2/revoke`. https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html */
export const revoke: Endpoint = (_state, pool, request) =>
  answering(async () => {
    const form = readForm(request);
    const client = authenticateClient(pool, request, form);
    const revoked = form.get("token");
    if (!revoked) throw new OAuthError("invalid_request");
    // Only refresh tokens can be revoked; the others are signed, three parts joined by dots.
    if (revoked.split(".").length === 3 || !client.EnableTokenRevocation)
      throw new OAuthError("unsupported_token_type");
    revokeToken(pool, client, revoked);
    return empty(200);
  });

async function redeem(state: CognitoState, pool: UserPool, client: AppClient, form: URLSearchParams): Promise<Tokens> {
  if (!client.AllowedOAuthFlowsUserPoolClient || !client.AllowedOAuthFlows?.includes("code")) {
    throw new OAuthError("unauthorized_client");
  }
  const [key, redirectUri] = [form.get("code"), form.get("redirect_uri")];
  if (!key || !redirectUri) throw new OAuthError("invalid_request");
  // A URL that is not the client's at all is answered so: https://stackoverflow.com/questions/50264679
  if (!client.CallbackURLs?.includes(redirectUri)) throw new OAuthError("unauthorized_client");
  const code = pool.codes.get(key);
  if (code === undefined || code.clientId !== client.ClientId) throw new OAuthError("invalid_grant");
  // Spent, whatever comes of it.
  pool.codes.delete(key);
  const user = pool.users.get(code.sub);
  if (code.expires <= state.aws.clock.now().getTime() || code.redirectUri !== redirectUri || !user?.enabled) {
    throw new OAuthError("invalid_grant");
  }
  if (code.codeChallenge !== undefined) {
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (!isSame(challenge, code.codeChallenge)) throw new OAuthError("invalid_grant");
  }
  const grant = startGrant(state, pool, client, user, { ...code, refreshable: true });
  return issueTokens(state, pool, client, user, grant);
}

async function refresh(state: CognitoState, pool: UserPool, client: AppClient, form: URLSearchParams): Promise<Tokens> {
  if (!allowsFlow(client, "REFRESH_TOKEN_AUTH")) throw new OAuthError("unauthorized_client");
  const refreshToken = form.get("refresh_token");
  if (!refreshToken) throw new OAuthError("invalid_request");
  try {
    return await refreshTokens(state, pool, client, refreshToken);
  } catch (error) {
    throw error instanceof AwsError ? new OAuthError("invalid_grant") : error;
  }
}

/** By Basic authentication or in the form; a client without a secret names itself and must send none. */
function authenticateClient(pool: UserPool, { headers }: PageRequest, form: URLSearchParams): AppClient {
  let [id, secret] = [form.get("client_id"), form.get("client_secret")];
  const { authorization } = headers;
  if (authorization !== undefined) {
    const credentials = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
    if (credentials === undefined) throw new OAuthError("invalid_client");
    const decoded = Buffer.from(credentials, "base64").toString();
    const at = decoded.indexOf(":");
    if (at < 0 || (id !== null && id !== decoded.slice(0, at))) throw new OAuthError("invalid_client");
    [id, secret] = [decoded.slice(0, at), decoded.slice(at + 1)];
  }
  if (id === null) throw new OAuthError("invalid_request");
  const client = pool.clients.get(id);
  if (client === undefined) throw new OAuthError("invalid_client");
  const { ClientSecret: wanted } = client;
  if (wanted === undefined ? secret !== null && secret !== "" : !isSame(secret ?? "", wanted)) {
    throw new OAuthError("invalid_client");
  }
  return client;
}

function readForm({ headers, body }: PageRequest): URLSearchParams {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw new OAuthError("invalid_request");
  return new URLSearchParams(body);
}

function shape({ idToken, accessToken, refreshToken, expiresIn }: Tokens): object {
  return {
    id_token: idToken,
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: expiresIn,
    token_type: "Bearer",
  };
}

async function answering(answer: () => Promise<Reply>): Promise<Reply> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof OAuthError) return json(400, { error: error.message });
    throw error;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
