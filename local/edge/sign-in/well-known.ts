import { type CognitoState, domainsOf, type UserPool } from "../../aws/cognito-idp/state.js";
import { json, type PageRequest, type Reply } from "./http.js";

/**
 * What `https://cognito-idp.<region>.amazonaws.com/<pool id>/.well-known/` says of a pool: its public keys and its
 * OpenID Connect configuration.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export async function wellKnown(state: CognitoState, { method, path }: PageRequest): Promise<Reply> {
  if (method !== "GET" && method !== "HEAD") {
    // The API is not here but at the endpoint that AWS_ENDPOINT_URL names.
    return json(501, { __type: "NotImplementedByLocalAws", message: "Only the pools' keys are served at this name." });
  }
  const [, poolId = "", document] = /^\/([^/]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
  if (document === undefined) return json(404, { message: "Not Found" });
  const pool = state.pools.get(poolId);
  if (pool === undefined) return json(404, { message: `User pool ${poolId} does not exist.` });
  const headers = { "cache-control": "public, max-age=86400" };
  if (document === "openid-configuration") return json(200, configuration(state, pool), headers);
  const keys = await Promise.all([pool.keys.id(), pool.keys.access()]);
  return json(200, { keys: keys.map(({ jwk }) => jwk) }, headers);
}

function configuration(state: CognitoState, pool: UserPool): object {
  const { prefix, custom } = domainsOf(state, pool);
  const domain = custom ?? prefix;
  const base = domain && `https://${domain.host}`;
  return {
    ...(base ? { authorization_endpoint: `${base}/oauth2/authorize`, end_session_endpoint: `${base}/logout` } : {}),
    id_token_signing_alg_values_supported: ["RS256"],
    issuer: pool.issuer,
    jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
    response_types_supported: ["code", "token"],
    ...(base ? { revocation_endpoint: `${base}/oauth2/revoke` } : {}),
    scopes_supported: ["openid", "email", "phone", "profile"],
    subject_types_supported: ["public"],
    ...(base
      ? {
          token_endpoint: `${base}/oauth2/token`,
          token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
          userinfo_endpoint: `${base}/oauth2/userInfo`,
        }
      : {}),
  };
}
