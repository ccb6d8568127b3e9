import { identify } from "./identity.js";
import { CONTENT_SECURITY_POLICY, greeting, notice } from "./page.js";

/**
 * The app: `handle` is a request listener, `drain` makes every further answer close its connection.
 *
 * @param {Record<string, string | undefined>} environment see README.md
 */
export function createApp(environment) {
  const version = environment.APP_VERSION ?? "dev";
  let draining = false;

  /** @type {import("node:http").RequestListener} */
  const handle = async (request, response) => {
    if (draining) response.setHeader("connection", "close");
    try {
      await route(request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) send(response, 500, notice("Something went wrong", "The log says what."));
    }
  };

  const route = async (request, response) => {
    const [path] = (request.url ?? "/").split("?");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return send(response, 405, notice("Not here", "This app only shows pages."));
    }
    // The load balancer asks this without a session, straight from its own addresses.
    if (path === "/healthz") return send(response, 200, "ok\n", "text/plain; charset=utf-8");
    if (path === "/sign-out") return signOut(request, response, environment);
    if (path !== "/") return send(response, 404, notice("Not found", "There is no such page."));
    const identity = await identify(request.headers, environment);
    if (!identity.verified) console.warn(`identity not verified: ${identity.reason}`);
    send(response, 200, greeting({ identity, version }));
  };

  return {
    version,
    handle,
    drain: () => {
      draining = true;
    },
  };
}

/**
 * Ends the load balancer's session, whose cookie comes in up to four parts, and then Cognito's own, which would
 * otherwise sign the same person in again without a question.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#authentication-logout
 */
function signOut(request, response, environment) {
  const {
    COGNITO_DOMAIN,
    COGNITO_CLIENT_ID,
    LOGOUT_URI,
    SESSION_COOKIE_NAME = "AWSELBAuthSessionCookie",
  } = environment;
  response.setHeader(
    "set-cookie",
    [0, 1, 2, 3].map((part) => `${SESSION_COOKIE_NAME}-${part}=; Max-Age=0; Path=/; Secure; HttpOnly`),
  );
  if (!COGNITO_DOMAIN || !COGNITO_CLIENT_ID) {
    const text =
      "You are signed out of this app, but not of Cognito: COGNITO_DOMAIN and COGNITO_CLIENT_ID are not set.";
    return send(response, 200, notice("Signed out", text));
  }
  const logout = new URL(`https://${COGNITO_DOMAIN}/logout`);
  logout.searchParams.set("client_id", COGNITO_CLIENT_ID);
  logout.searchParams.set("logout_uri", LOGOUT_URI ?? `https://${request.headers.host}/`);
  response.writeHead(302, { location: logout.href, "cache-control": "no-store", "content-length": 0 }).end();
}

function send(response, status, body, type = "text/html; charset=utf-8") {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
