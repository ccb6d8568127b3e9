import { claims, verifyAccessToken } from "../../aws/cognito-idp/tokens.js";
import type { Endpoint } from "./endpoints.js";
import { json, type Reply } from "./http.js";

/**
 * `/oauth2/userInfo`: the attributes that an access token with the scope `openid` opens. Unlike in an ID token every
 * value is text.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export const userInfo: Endpoint = async (state, pool, { headers }) => {
  const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (token === undefined) return refuse(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
  const verified = await verifyAccessToken(state, pool, token);
  if (verified === undefined) {
    return refuse(
      401,
      "invalid_token",
      "Access token is expired, disabled, or deleted, or the user has globally signed out.",
    );
  }
  const { user, client, grant } = verified;
  if (!grant.scopes.includes("openid")) {
    return refuse(401, "invalid_token", "Access token does not contain openid scope");
  }
  return json(200, { ...claims(client, user, grant.scopes), username: user.username });
};

function refuse(status: number, error: string, description: string): Reply {
  const headers = { "www-authenticate": `error="${error}", error_description="${description}"` };
  return json(status, { error, error_description: description }, headers);
}
