import { exposed, type FrontDoor, failed, type Judgement, notYet, passed } from "./check.js";
import { isSignInHost } from "./pool-domain.js";
import type { Answer } from "./request.js";

/**
 * Who made an answer:
 * - `sign-in`: the load balancer, sending to this pool's sign-in page for this client and this host
 * - `other sign-in`: a redirect to an authorize endpoint that is for another pool, client or host
 * - `load balancer`: the load balancer itself, with an error, a redirect or a fixed response
 * - `no target`: the load balancer, for targets that it forwarded to and that did not answer
 * - `app`: anybody else, which behind a load balancer is the app
 */
export type Source = "sign-in" | "other sign-in" | "load balancer" | "no target" | "app";

/**
 * Tells the load balancer's own answers from those that it passes on: its own say `server: awselb/2.0`, and where a
 * listener's attribute takes that away, they have one of its pages or no body. An app that answers 404 or redirects is
 * not mistaken for it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export function sourceOf(
  answer: Answer,
  door: Pick<FrontDoor, "host" | "signInHost" | "poolDomains" | "clientId">,
): Source {
  const { status, headers, body } = answer;
  const server = String(headers.server ?? "");
  const own = /^awselb\//i.test(server) || (server === "" && isLoadBalancerPage(answer));
  const mayBeOwn = own || (server === "" && body === "");
  const location = parseUrl(headers.location);
  if (status === 302 && mayBeOwn && location && isAuthorize(location))
    return isOurs(location, door) ? "sign-in" : "other sign-in";
  if (!own) return "app";
  return status === 502 || status === 503 || status === 504 ? "no target" : "load balancer";
}

/** Whether the body is one of the pages that AWS's load balancers send: nginx's, without its signature. */
export function isLoadBalancerPage({ status, body }: Answer): boolean {
  return new RegExp(
    `^\\s*<html>\\s*<head><title>${status}\\b[^<]*</title></head>\\s*<body(?: [^>]*)?>\\s*<center><h1>${status}\\b[^<]*</h1></center>\\s*</body>\\s*</html>\\s*$`,
  ).test(body);
}

/** The headers of a fixed response, and those that a listener's attributes may add to every answer. */
const OWN_HEADERS =
  /^(date|content-type|content-length|connection|keep-alive|strict-transport-security|access-control-.*|content-security-policy|x-content-type-options|x-frame-options)$/;
const MOST_FIXED = 1024;

/**
 * Whether this can be a fixed response of a load balancer that does not say its name: a refusal of at most 1024
 * characters without a header of anybody else's. Weaker than `sourceOf`, for where its name is known to be hidden.
 */
export function mayBeFixedResponse({ status, headers, body }: Answer): boolean {
  return status >= 400 && body.length <= MOST_FIXED && Object.keys(headers).every((name) => OWN_HEADERS.test(name));
}

/** One try to get in: never the app. `what` names the try, as in "POST /healthz". */
export function judgeTry(
  what: string,
  answer: Answer,
  door: Pick<FrontDoor, "host" | "signInHost" | "poolDomains" | "clientId">,
): Judgement {
  const { status } = answer;
  switch (sourceOf(answer, door)) {
    case "sign-in":
    case "load balancer":
      return passed(`${what}: ${status}`);
    case "other sign-in":
      return failed(`${what} is sent to sign in at ${whereTo(answer)}, not with this pool and client`);
    case "no target":
      return notYet(`${what}: ${status}, no healthy target answers`);
    case "app":
      return exposed(`${what} is answered by the app: ${describeAnswer(answer)}, without signing in`);
  }
}

/** What is seen of an answer, without its content. */
export function describeAnswer({ status, headers, body }: Answer): string {
  const location = headers.location ? ` to ${shorten(headers.location)}` : "";
  return `${status}${location} with ${body.length} characters of content`;
}

export function parseUrl(text: string | undefined): URL | undefined {
  return text && URL.canParse(text) ? new URL(text) : undefined;
}

function isAuthorize({ protocol, pathname, searchParams }: URL): boolean {
  return (
    protocol === "https:" &&
    pathname === "/oauth2/authorize" &&
    ["client_id", "redirect_uri", "state"].every((name) => searchParams.has(name))
  );
}

function isOurs(
  location: URL,
  { host, clientId, ...door }: Pick<FrontDoor, "host" | "signInHost" | "poolDomains" | "clientId">,
) {
  const parameters = location.searchParams;
  return (
    isSignInHost(location.host, door) &&
    (clientId === undefined || parameters.get("client_id") === clientId) &&
    parameters.get("redirect_uri") === `https://${host}/oauth2/idpresponse`
  );
}

function whereTo({ headers }: Answer): string {
  const location = parseUrl(headers.location);
  return location
    ? `${location.host} (client ${shorten(location.searchParams.get("client_id") ?? "none")})`
    : "nowhere";
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}...` : text;
}
