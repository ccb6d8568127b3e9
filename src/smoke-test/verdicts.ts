import { exposed, type FrontDoor, failed, type Judgement, notYet, passed } from "./check.js";
import { isSignInHost } from "./pool-domain.js";
import type { Answer } from "./request.js";
import { describeAnswer, isLoadBalancerPage, parseUrl, sourceOf } from "./source.js";

/** Answers of the load balancer that say "no healthy target yet" or "the rule is not there yet". */
function early({ status }: Answer): Judgement | undefined {
  return status === 502 || status === 503 || status === 504
    ? notYet(`${status}: no healthy target answers`)
    : undefined;
}

/**
 * The outsider's GET: 302 to this pool's authorize endpoint, for this client, back to this host.
 * The order of the parameters is the load balancer's business
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html).
 */
export function judgeRedirect(answer: Answer, door: FrontDoor): Judgement {
  const { host, signInHost, clientId } = door;
  const { status, headers } = answer;
  // An app's own 404 or 503 is content like any other: it has been reached.
  if (status !== 302 && headers.server && sourceOf(answer, door) === "app")
    return exposed(`${describeAnswer(answer)}, without signing in`);
  const waiting = early(answer);
  if (waiting) return waiting;
  if (status >= 200 && status < 300) return exposed(`${describeAnswer(answer)}, without signing in`);
  if (status === 404) return notYet("404: the load balancer has no rule for this host");
  const location = parseUrl(headers.location);
  if (status !== 302 || !location)
    return failed(
      `${status} instead of a redirect to sign in`,
      "The rule must say authenticate, neither deny nor allow.",
    );
  if (location.protocol !== "https:" || !isSignInHost(location.host, door))
    return failed(
      `redirected to ${location.origin} instead of https://${signInHost ?? "the sign-in page"}`,
      "Let the rule of this host authenticate with this platform's user pool and its domain.",
    );
  if (location.pathname !== "/oauth2/authorize")
    return failed(`redirected to ${location.pathname} instead of /oauth2/authorize`);
  const wanted: Record<string, string | undefined> = {
    client_id: clientId,
    redirect_uri: `https://${host}/oauth2/idpresponse`,
    response_type: "code",
  };
  for (const [name, value] of Object.entries(wanted)) {
    const found = location.searchParams.get(name);
    if (found === null || (value !== undefined && found !== value))
      return failed(`the redirect's ${name} is ${found ?? "missing"} instead of ${value ?? "there"}`);
  }
  const scopes = (location.searchParams.get("scope") ?? "").split(/[ +]/);
  if (!scopes.includes("openid"))
    return failed(
      "the redirect's scope is without openid",
      "Add openid to the rule's scope, or no identity comes back.",
    );
  if (!location.searchParams.get("state")) return failed("the redirect is without state");
  const session = (headers["set-cookie"] ?? []).find(setsSession);
  if (session) return failed(`the redirect sets the session cookie ${session.split("=")[0]}`);
  if (answer.body !== "" && !isLoadBalancerPage(answer))
    return exposed(`the redirect's body is not the load balancer's: ${answer.body.length} characters of content`);
  const hsts = headers["strict-transport-security"] ? "sent" : "not sent by the load balancer";
  return passed(`302 to https://${location.host}/oauth2/authorize for this client; HSTS ${hsts}`);
}

/** Two outsiders' redirects: the state belongs to one attempt alone. */
export function judgeStates(first: Answer, second: Answer): Judgement {
  const [a, b] = [first, second].map(({ headers }) => parseUrl(headers.location)?.searchParams.get("state"));
  return a && a === b ? failed("two visitors were given the same state") : passed("the state differs each time");
}

/** A session cookie with something in it; an empty one takes an old one away. */
function setsSession(cookie: string): boolean {
  const [pair = ""] = cookie.split(";");
  const value = pair.slice(pair.indexOf("=") + 1).trim();
  return /^AWSELBAuthSessionCookie/i.test(pair.trim()) && value !== "";
}

const PORT_80 =
  "Let the listener on port 80 do nothing but redirect: 301 to HTTPS, port 443, #{host}, /#{path}, #{query}.";

/** Plain HTTP: 301 to the same address over https. */
export function judgeHttp(answer: Answer, asked: URL): Judgement {
  const { status, headers } = answer;
  const location = parseUrl(headers.location);
  const own =
    /^awselb\//i.test(String(headers.server ?? "")) ||
    (!headers.server && (answer.body === "" || isLoadBalancerPage(answer)));
  if (status >= 200 && status < 300)
    return exposed(`${describeAnswer(answer)} over plain HTTP, without signing in`, PORT_80);
  const isRedirect = status > 300 && status < 400 && location;
  if (!isRedirect && !own)
    return exposed(`${asked.pathname} is answered by the app over plain HTTP: ${status}`, PORT_80);
  const waiting = early(answer);
  if (waiting) return waiting;
  if (!isRedirect) return failed(`${status} instead of a redirect to https`, PORT_80);
  const kept =
    location.hostname === asked.hostname && location.pathname === asked.pathname && location.search === asked.search;
  const https = location.protocol === "https:" && (location.port === "" || location.port === "443");
  if (!https || !kept)
    return failed(
      `redirected to ${location.href} instead of https://${asked.host}${asked.pathname}${asked.search}`,
      PORT_80,
    );
  // A browser keeps a permanent redirect, and asks over https from then on.
  if (status !== 301 && status !== 308) return failed(`${status} instead of 301 to https`, PORT_80);
  return passed(`${status} to https, path and query kept`);
}
