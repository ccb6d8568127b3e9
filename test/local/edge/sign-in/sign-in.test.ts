import { createHash } from "node:crypto";
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from "jose";
import { createRegion, type Region } from "../../aws/cognito-idp/region.js";
import { Browser } from "./browser.js";
import { activeDomain, CALLBACK, createPool, HOST, type Pool } from "./pool.js";

const EMAIL = "ada@example.com";
const PASSWORD = "Correct-Horse-9";

let region: Region;
let pool: Pool;
beforeAll(async () => {
  region = await createRegion();
  pool = await createPool(region);
  region.cognito.AdminCreateUser({ UserPoolId: pool.id, Username: EMAIL, MessageAction: "SUPPRESS" });
  region.cognito.AdminSetUserPassword({ UserPoolId: pool.id, Username: EMAIL, Password: PASSWORD, Permanent: true });
});
afterAll(() => region.close());

const authorizeUrl = (extra: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    client_id: pool.clientId,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "openid email",
    ...extra,
  });
  return `https://${HOST}/oauth2/authorize?${query}`;
};
const basic = () => ({ authorization: `Basic ${Buffer.from(`${pool.clientId}:${pool.secret}`).toString("base64")}` });

async function signIn(browser: Browser, url = authorizeUrl()): Promise<string> {
  const { location } = await browser.get(url);
  if (location.startsWith(CALLBACK)) return location;
  const answer = await browser.submit(await browser.get(location), location, { username: EMAIL, password: PASSWORD });
  return answer.location;
}

async function codeFor(url = authorizeUrl()): Promise<string> {
  return new URL(await signIn(new Browser(region), url)).searchParams.get("code") ?? "";
}

const exchange = (code: string, { headers = basic(), ...extra }: Record<string, unknown> = {}) =>
  new Browser(region).post(
    `https://${HOST}/oauth2/token`,
    String(new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: CALLBACK, ...extra })),
    headers as Record<string, string>,
  );

describe("signing in", () => {
  it("goes 302, 200, then 302 back with a code, and carries the state through byte for byte", async () => {
    const browser = new Browser(region);
    const state = "a%2Fb+c%20d%FFe==%7B%22x%22%3A1%7D";
    const first = await browser.get(`${authorizeUrl()}&state=${state}`);
    expect(first.status).toBe(302);
    expect(first.location).toBe(`${authorizeUrl().replace("/oauth2/authorize", "/login")}&state=${state}`);
    const page = await browser.get(first.location);
    expect(page.status).toBe(200);
    expect(page.body).toContain("Sign in with your email and password");
    expect(page.body).toContain('name="cognitoAsfData"');
    expect(page.headers).toMatchObject({ "x-frame-options": "DENY", "content-type": "text/html;charset=UTF-8" });
    expect(page.headers["cache-control"]).toContain("no-store");
    const last = await browser.submit(page, first.location, { username: "ADA@example.com", password: PASSWORD });
    expect(last.status).toBe(302);
    expect(last.location).toMatch(/^https:\/\/app\.example\.com\/oauth2\/idpresponse\?code=[0-9a-f-]{36}&state=/);
    expect(last.location.split("&state=")[1]).toBe(state);
    expect(String(last.headers["set-cookie"])).toMatch(/cognito=.+; Path=\/; Secure; HttpOnly; SameSite=Lax/);
  });

  it("shows the page again for a wrong password, with what was typed escaped", async () => {
    const browser = new Browser(region);
    const { location } = await browser.get(authorizeUrl());
    const page = await browser.get(location);
    const again = await browser.submit(page, location, { username: '"><script>', password: "nope" });
    expect(again.status).toBe(200);
    expect(again.body).toContain("Incorrect username or password.");
    expect(again.body).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect((await browser.submit(again, location, { username: EMAIL, password: PASSWORD })).status).toBe(302);
  });

  it("refuses a form that was not made for the browser", async () => {
    const browser = new Browser(region);
    const { location } = await browser.get(authorizeUrl());
    const forged = `_csrf=${"0".repeat(36)}&username=${EMAIL}&password=${PASSWORD}`;
    expect((await browser.post(location, forged)).status).toBe(403);
    expect((await new Browser(region).post(location, "_csrf=")).status).toBe(403);
  });

  it("skips the page while the pool's session lives, for another client too, and no longer than an hour", async () => {
    const other = region.cognito.CreateUserPoolClient({
      UserPoolId: pool.id,
      ClientName: "other",
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid"],
      SupportedIdentityProviders: ["COGNITO"],
      CallbackURLs: ["https://other.example.com/oauth2/idpresponse"],
    });
    const url = authorizeUrl({
      client_id: other.UserPoolClient?.ClientId ?? "",
      redirect_uri: "https://other.example.com/oauth2/idpresponse",
      scope: "openid",
    });
    const browser = new Browser(region);
    await signIn(browser);
    expect((await browser.get(url)).location).toMatch(/^https:\/\/other\.example\.com\/oauth2\/idpresponse\?code=/);
    region.advance(3601);
    expect((await browser.get(url)).location).toContain("/login?");
  });

  it("lets the disabled neither sign in nor go on with a session", async () => {
    const user = { UserPoolId: pool.id, Username: "gone@example.com" };
    region.cognito.AdminCreateUser({ ...user, MessageAction: "SUPPRESS" });
    region.cognito.AdminSetUserPassword({ ...user, Password: PASSWORD, Permanent: true });
    const browser = new Browser(region);
    const { location } = await browser.get(authorizeUrl());
    const attempt = async () =>
      browser.submit(await browser.get(location), location, { username: user.Username, password: PASSWORD });
    expect((await attempt()).location).toContain(`${CALLBACK}?code=`);
    region.cognito.AdminDisableUser(user);
    expect((await browser.get(authorizeUrl())).location).toContain("/login?");
    expect((await attempt()).body).toContain("User is disabled.");
    region.cognito.AdminEnableUser(user);
    expect((await attempt()).location).toContain(`${CALLBACK}?code=`);
  });

  it("makes whoever has a temporary password choose one", async () => {
    const user = { UserPoolId: pool.id, Username: "temp@example.com" };
    region.cognito.AdminCreateUser({ ...user, TemporaryPassword: "Temporary-1", MessageAction: "SUPPRESS" });
    const browser = new Browser(region);
    const { location } = await browser.get(authorizeUrl());
    const credentials = { username: user.Username, password: "Temporary-1" };
    const toChange = await browser.submit(await browser.get(location), location, credentials);
    expect(toChange.location).toContain("/changePassword?");
    const page = await browser.get(toChange.location);
    const change = (new_password: string, confirm_password = new_password) =>
      browser.submit(page, toChange.location, { new_password, confirm_password });
    expect((await change("Chosen-Password-1", "other")).body).toContain("Passwords do not match");
    expect((await change("short")).body).toContain("Password not long enough");
    expect((await browser.get(authorizeUrl())).location).toContain("/login?");
    expect((await change("Chosen-Password-1")).location).toContain(`${CALLBACK}?code=`);
    expect(region.cognito.AdminGetUser(user).UserStatus).toBe("CONFIRMED");
  });

  it("ends the session at /logout and leads only to registered URLs", async () => {
    const browser = new Browser(region);
    await signIn(browser);
    const logout = (uri: string) => browser.get(`https://${HOST}/logout?client_id=${pool.clientId}&logout_uri=${uri}`);
    expect((await logout("https://evil.example.net/")).location).toContain("/error?error=redirect_mismatch");
    expect((await browser.get(authorizeUrl())).location).toContain(`${CALLBACK}?code=`);
    expect((await logout("https://app.example.com/")).location).toBe("https://app.example.com/");
    expect(browser.cookie(HOST, "cognito")).toBeUndefined();
    expect((await browser.get(authorizeUrl())).location).toContain("/login?");
    const again = await browser.get(authorizeUrl().replace("/oauth2/authorize", "/logout"));
    expect(again.location).toBe(authorizeUrl().replace("/oauth2/authorize", "/login"));
  });
});

describe("an authorization request that is not in order", () => {
  it.each([
    ["a callback URL that isn't registered", { redirect_uri: `${CALLBACK}/` }, "redirect_mismatch"],
    ["an unknown client", { client_id: "nobody" }, "invalid_request"],
  ])("goes to Cognito's own error page, which is a 400: %s", async (_, extra, error) => {
    for (const path of ["/oauth2/authorize", "/login"]) {
      const answer = await new Browser(region).get(authorizeUrl(extra).replace("/oauth2/authorize", path));
      expect(answer.status).toBe(302);
      expect(answer.location).toContain(`https://${HOST}/error?error=${error}&client_id=`);
      const page = await new Browser(region).get(answer.location);
      expect(page.status).toBe(400);
      expect(page.body).toContain(error);
    }
  });

  it.each([
    [
      "a scope that the client may not have",
      { scope: "openid phone" },
      "error_description=invalid_scope&state=s&error=invalid_request",
    ],
    ["a response type that there isn't", { response_type: "id_token" }, "state=s&error=invalid_request"],
    ["a flow that the client may not use", { response_type: "token" }, "#state=s&error=unauthorized_client"],
    ["PKCE without S256", { code_challenge: "abc", code_challenge_method: "plain" }, "error=invalid_request"],
  ])("goes back to the client: %s", async (_, extra, expected) => {
    const { status, location } = await new Browser(region).get(authorizeUrl({ state: "s", ...extra }));
    expect(status).toBe(302);
    expect(location.startsWith(CALLBACK)).toBe(true);
    expect(location).toContain(expected);
  });
});

describe("/oauth2/token", () => {
  it("gives tokens that verify with the pool's published keys", async () => {
    const answer = await exchange(await codeFor(authorizeUrl({ nonce: "n-1" })));
    expect(answer.status).toBe(200);
    const tokens = JSON.parse(answer.body);
    expect(Object.keys(tokens)).toEqual(["id_token", "access_token", "refresh_token", "expires_in", "token_type"]);
    expect(tokens).toMatchObject({ expires_in: 3600, token_type: "Bearer" });
    const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${pool.id}`;
    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
      [customFetch]: async (url) => new Response((await new Browser(region).get(String(url))).body),
    });
    const currentDate = new Date((decodeJwt(tokens.id_token).iat ?? 0) * 1000);
    const { payload } = await jwtVerify(tokens.id_token, keys, { issuer, audience: pool.clientId, currentDate });
    const { sub } = payload;
    expect(payload).toMatchObject({
      token_use: "id",
      "cognito:username": sub,
      email: EMAIL,
      nonce: "n-1",
      exp: Number(payload.iat) + 3600,
    });
    const access = await jwtVerify(tokens.access_token, keys, { issuer, currentDate });
    expect(access.payload).toMatchObject({
      sub,
      token_use: "access",
      client_id: pool.clientId,
      scope: "openid email",
      username: sub,
    });
    const configuration = JSON.parse(
      (await new Browser(region).get(`${issuer}/.well-known/openid-configuration`)).body,
    );
    expect(configuration).toMatchObject({ issuer, token_endpoint: `https://${HOST}/oauth2/token` });
  });

  it.each<[string, () => Promise<Record<string, unknown>>, string]>([
    ["no client secret", async () => ({ headers: {}, client_id: pool.clientId }), "invalid_client"],
    [
      "a wrong client secret",
      async () => ({ headers: {}, client_id: pool.clientId, client_secret: "x" }),
      "invalid_client",
    ],
    ["an unknown client", async () => ({ headers: {}, client_id: "nobody" }), "invalid_client"],
    [
      "another callback URL of the client",
      async () => ({ redirect_uri: "https://app.example.com/other" }),
      "invalid_grant",
    ],
    ["a callback URL of nobody", async () => ({ redirect_uri: "https://evil.example.net/" }), "unauthorized_client"],
    ["an unknown code", async () => ({ code: "5e0c2b3a-0000-4000-8000-000000000000" }), "invalid_grant"],
    ["an unknown grant type", async () => ({ grant_type: "password" }), "unsupported_grant_type"],
    ["client credentials", async () => ({ grant_type: "client_credentials" }), "unauthorized_client"],
    ["a missing code", async () => ({ code: "" }), "invalid_request"],
  ])("refuses with 400: %s", async (_, extra, error) => {
    const answer = await exchange(await codeFor(), await extra());
    expect({ status: answer.status, body: JSON.parse(answer.body) }).toEqual({ status: 400, body: { error } });
  });

  it("takes a code once, and within five minutes", async () => {
    const code = await codeFor();
    expect((await exchange(code)).status).toBe(200);
    expect(JSON.parse((await exchange(code)).body)).toEqual({ error: "invalid_grant" });
    const late = await codeFor();
    region.advance(301);
    expect(JSON.parse((await exchange(late)).body)).toEqual({ error: "invalid_grant" });
  });

  it("holds a client to its PKCE challenge", async () => {
    const verifier = "v".repeat(43);
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const url = authorizeUrl({ code_challenge: challenge, code_challenge_method: "S256" });
    expect(JSON.parse((await exchange(await codeFor(url))).body)).toEqual({ error: "invalid_grant" });
    expect((await exchange(await codeFor(url), { code_verifier: verifier })).status).toBe(200);
  });

  it("refreshes until the token is revoked or the user disabled", async () => {
    const first = JSON.parse((await exchange(await codeFor())).body);
    const refresh = async () =>
      JSON.parse((await exchange("", { grant_type: "refresh_token", refresh_token: first.refresh_token })).body);
    const second = await refresh();
    expect(Object.keys(second)).toEqual(["id_token", "access_token", "expires_in", "token_type"]);
    expect(decodeJwt(second.id_token).auth_time).toBe(decodeJwt(first.id_token).auth_time);
    const user = { UserPoolId: pool.id, Username: EMAIL };
    region.cognito.AdminDisableUser(user);
    expect(await refresh()).toEqual({ error: "invalid_grant" });
    region.cognito.AdminEnableUser(user);
    const third = JSON.parse((await exchange(await codeFor())).body);
    const revoked = await new Browser(region).post(
      `https://${HOST}/oauth2/revoke`,
      `token=${third.refresh_token}`,
      basic(),
    );
    expect(revoked.status).toBe(200);
    const info = await new Browser(region).get(`https://${HOST}/oauth2/userInfo`, {
      authorization: `Bearer ${third.access_token}`,
    });
    expect(info.status).toBe(401);
  });
});

describe("/oauth2/userInfo", () => {
  const userInfo = (token: string) =>
    new Browser(region).get(`https://${HOST}/oauth2/userInfo`, token ? { authorization: `Bearer ${token}` } : {});

  it("shows what the scopes open, every value as text", async () => {
    region.cognito.AdminUpdateUserAttributes({
      UserPoolId: pool.id,
      Username: EMAIL,
      UserAttributes: [{ Name: "email_verified", Value: "true" }],
    });
    const { access_token, id_token } = JSON.parse((await exchange(await codeFor())).body);
    const { sub } = decodeJwt(id_token);
    const answer = await userInfo(access_token);
    expect(JSON.parse(answer.body)).toEqual({ sub, email: EMAIL, email_verified: "true", username: sub });
    expect(decodeJwt(id_token).email_verified).toBe(true);
    expect((await userInfo(id_token)).status).toBe(401);
    region.advance(3601);
    expect((await userInfo(access_token)).status).toBe(401);
    expect((await userInfo("")).status).toBe(400);
  });

  it("refuses once the user is signed out everywhere", async () => {
    const { access_token } = JSON.parse((await exchange(await codeFor())).body);
    region.cognito.AdminUserGlobalSignOut({ UserPoolId: pool.id, Username: EMAIL });
    const answer = await userInfo(access_token);
    expect(answer.headers["www-authenticate"]).toContain('error="invalid_token"');
  });
});

describe("scopes", () => {
  it("of openid alone open every attribute that the client may read", async () => {
    const { id_token } = JSON.parse((await exchange(await codeFor(authorizeUrl({ scope: "openid" })))).body);
    expect(decodeJwt(id_token)).toMatchObject({ email: EMAIL, token_use: "id" });
  });

  it("without openid give no ID token, and no user info", async () => {
    const tokens = JSON.parse((await exchange(await codeFor(authorizeUrl({ scope: "email" })))).body);
    expect(tokens.id_token).toBeUndefined();
    const authorization = `Bearer ${tokens.access_token}`;
    const answer = await new Browser(region).get(`https://${HOST}/oauth2/userInfo`, { authorization });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body).error_description).toBe("Access token does not contain openid scope");
  });
});

describe("the implicit flow", () => {
  it("gives tokens in the fragment, and no refresh token", async () => {
    const { UserPoolClient } = region.cognito.CreateUserPoolClient({
      UserPoolId: pool.id,
      ClientName: "implicit",
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["implicit"],
      AllowedOAuthScopes: ["openid"],
      SupportedIdentityProviders: ["COGNITO"],
      CallbackURLs: [CALLBACK],
    });
    const client_id = UserPoolClient?.ClientId ?? "";
    const url = authorizeUrl({ client_id, response_type: "token", scope: "openid", state: "s" });
    const fragment = new URLSearchParams(new URL(await signIn(new Browser(region), url)).hash.slice(1));
    expect([...fragment.keys()]).toEqual(["id_token", "access_token", "expires_in", "token_type", "state"]);
  });
});

describe("the domain", () => {
  it("does not resolve once it is deleted", async () => {
    const own = region.cognito.CreateUserPool({ PoolName: "short-lived" });
    const UserPoolId = (await own).UserPool?.Id;
    region.cognito.CreateUserPoolDomain({ Domain: "short-lived", UserPoolId });
    await activeDomain(region, "short-lived");
    const url = "https://short-lived.auth.eu-west-1.amazoncognito.com/login";
    expect((await new Browser(region).get(url)).location).toContain("/error?error=invalid_request");
    region.cognito.DeleteUserPoolDomain({ Domain: "short-lived", UserPoolId });
    await expect(new Browser(region).get(url)).rejects.toThrow("ENOTFOUND");
  });
});
