import type { Answer } from "../../src/smoke-test/request.js";
import { judgeSignInPage } from "../../src/smoke-test/sign-in-page.js";
import { judgeHttp, judgeRedirect, judgeStates } from "../../src/smoke-test/verdicts.js";

const DOOR = {
  host: "app.example.com",
  loadBalancer: "lb.eu-west-1.elb.amazonaws.com",
  signInHost: "prefix.auth.eu-west-1.amazoncognito.com",
  clientId: "client",
  path: "/",
  publicPaths: [],
};

const answer = (status: number, headers: Answer["headers"] = {}, body = ""): Answer => ({ status, headers, body });

function redirect(
  changes: Record<string, string | undefined> = {},
  base = "https://prefix.auth.eu-west-1.amazoncognito.com/oauth2/authorize",
) {
  const url = new URL(base);
  const wanted = {
    client_id: "client",
    redirect_uri: "https://app.example.com/oauth2/idpresponse",
    response_type: "code",
    scope: "openid email",
    state: "opaque",
    ...changes,
  };
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) url.searchParams.set(name, value);
  return answer(302, { location: url.href });
}

describe("the outsider's GET", () => {
  it.each<[string, Answer, string]>([
    ["302 to this pool, this client, this host", redirect(), "passed"],
    ["200 with content", answer(200, {}, "hello"), "exposed"],
    ["200 without content", answer(200), "exposed"],
    ["206", answer(206), "exposed"],
    ["503 while no target is healthy", answer(503), "not yet"],
    ["502", answer(502), "not yet"],
    ["404 before the rule is there", answer(404), "not yet"],
    ["401", answer(401), "failed"],
    ["500", answer(500), "failed"],
    ["302 without location", answer(302), "failed"],
    ["302 to somewhere relative", answer(302, { location: "/login" }), "failed"],
    [
      "another pool's domain",
      redirect({}, "https://other.auth.eu-west-1.amazoncognito.com/oauth2/authorize"),
      "failed",
    ],
    [
      "plain HTTP to the pool",
      redirect({}, "http://prefix.auth.eu-west-1.amazoncognito.com/oauth2/authorize"),
      "failed",
    ],
    ["another path", redirect({}, "https://prefix.auth.eu-west-1.amazoncognito.com/login"), "failed"],
    ["another client", redirect({ client_id: "other" }), "failed"],
    ["another callback", redirect({ redirect_uri: "https://evil.example.com/oauth2/idpresponse" }), "failed"],
    ["the implicit flow", redirect({ response_type: "token" }), "failed"],
    ["a scope without openid", redirect({ scope: "email" }), "failed"],
    ["a scope that only looks like openid", redirect({ scope: "openidx" }), "failed"],
    ["no state", redirect({ state: undefined }), "failed"],
    ["a body of the app's", { ...redirect(), body: "<h1>Hello</h1>" }, "exposed"],
    ["an app's 404", answer(404, { server: "nginx" }, "Cannot GET /"), "exposed"],
    [
      "a session cookie",
      { ...redirect(), headers: { ...redirect().headers, "set-cookie": ["AWSELBAuthSessionCookie-0=x; Path=/"] } },
      "failed",
    ],
    [
      "a session cookie that is taken away",
      { ...redirect(), headers: { ...redirect().headers, "set-cookie": ["AWSELBAuthSessionCookie-0=; Path=/"] } },
      "passed",
    ],
  ])("%s", (_, given, verdict) => {
    expect(judgeRedirect(given, DOOR).verdict).toBe(verdict);
  });
});

describe("plain HTTP", () => {
  const asked = new URL("http://app.example.com/a/b?c=d&e=f");
  it.each<[string, Answer, string]>([
    ["301 to the same over https", answer(301, { location: "https://app.example.com/a/b?c=d&e=f" }), "passed"],
    ["301 with the port spelled out", answer(301, { location: "https://app.example.com:443/a/b?c=d&e=f" }), "passed"],
    ["the query lost", answer(301, { location: "https://app.example.com/a/b" }), "failed"],
    ["the path lost", answer(301, { location: "https://app.example.com/" }), "failed"],
    ["another host", answer(301, { location: "https://other.example.com/a/b?c=d&e=f" }), "failed"],
    ["still http", answer(301, { location: "http://app.example.com/a/b?c=d&e=f" }), "failed"],
    ["content", answer(200, {}, "hello"), "exposed"],
    ["404", answer(404), "failed"],
    ["503", answer(503), "not yet"],
    ["an app's 404", answer(404, { server: "nginx" }, "Cannot GET"), "exposed"],
    ["302", answer(302, { location: "https://app.example.com/a/b?c=d&e=f" }), "failed"],
    ["another port", answer(301, { location: "https://app.example.com:8443/a/b?c=d&e=f" }), "failed"],
  ])("%s", (_, given, verdict) => {
    expect(judgeHttp(given, asked).verdict).toBe(verdict);
  });
});

it("wants another state for each visitor", () => {
  expect(judgeStates(redirect({ state: "a" }), redirect({ state: "b" })).verdict).toBe("passed");
  expect(judgeStates(redirect({ state: "a" }), redirect({ state: "a" })).verdict).toBe("failed");
});

describe("the sign-in page", () => {
  const at = new URL("https://prefix.auth.eu-west-1.amazoncognito.com/login?client_id=client");
  it.each<[string, Answer, URL, string]>([
    [
      "a form with a password field",
      answer(200, {}, '<form><input name="password" type="password"></form>'),
      at,
      "passed",
    ],
    ["no password field", answer(200, {}, "<form><input type=text></form>"), at, "failed"],
    ["a mention of passwords only", answer(200, {}, "<p>type=password</p>"), at, "failed"],
    ["redirect_mismatch in the address", answer(400, {}, ""), new URL("/error?error=redirect_mismatch", at), "failed"],
    ["redirect_mismatch in the page", answer(200, {}, '<p>redirect_mismatch</p><input type="password">'), at, "failed"],
    ["403", answer(403, {}, "Login pages unavailable"), at, "failed"],
    ["managed login", answer(200, {}, '<div class="awsui_root"><input name="username"></div>'), at, "passed"],
  ])("%s", (_, given, url, verdict) => {
    expect(judgeSignInPage(given, url).verdict).toBe(verdict);
  });
});

it.each<[boolean | undefined, boolean, string]>([
  [false, true, "failed"],
  [true, false, "failed"],
  [true, true, "passed"],
  [false, false, "passed"],
  [undefined, true, "passed"],
])("self-sign-up declared %s, a link to sign up %s: %s", (declared, link, verdict) => {
  const body = `<input type="password">${link ? '<a href="/signup?client_id=client">Sign up</a>' : ""}`;
  const at = new URL("https://prefix.auth.eu-west-1.amazoncognito.com/login");
  expect(judgeSignInPage(answer(200, {}, body), at, declared).verdict).toBe(verdict);
});
