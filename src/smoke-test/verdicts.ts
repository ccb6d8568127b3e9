import type { FrontDoor, Verdict } from "./check.js";
import type { Answer } from "./request.js";

/** A verdict on one answer, and what was seen. Pure: all of this is tables of answers. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly seen: string;
}

const passed = (seen: string): Judgement => ({ verdict: "passed", seen });
const failed = (seen: string): Judgement => ({ verdict: "failed", seen });

/** Answers of the load balancer that say "no healthy target yet" or "the rule is not there yet". */
function notYet({ status }: Answer): Judgement | undefined {
  if (status === 502 || status === 503 || status === 504)
    return { verdict: "not yet", seen: `${status}: no healthy target answers` };
  return undefined;
}

/**
 * The outsider's GET: 302 to this pool's authorize endpoint, for this client, back to this host.
 * The order of the parameters is the load balancer's business
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html).
 */
export function judgeRedirect(answer: Answer, { host, signInHost, clientId }: FrontDoor): Judgement {
  const early = notYet(answer);
  if (early) return early;
  const { status, headers } = answer;
  if (status >= 200 && status < 300)
    return {
      verdict: "exposed",
      seen: `EXPOSED: ${status} with ${answer.body.length} characters of content, without signing in`,
    };
  if (status === 404) return { verdict: "not yet", seen: "404: the load balancer has no rule for this host" };
  const location = parseUrl(headers.location);
  if (status !== 302 || !location) return failed(`${status} instead of a redirect to sign in`);
  if (location.protocol !== "https:" || location.host !== signInHost)
    return failed(`redirected to ${location.origin} instead of https://${signInHost}`);
  if (location.pathname !== "/oauth2/authorize")
    return failed(`redirected to ${location.pathname} instead of /oauth2/authorize`);
  const wanted: Record<string, string> = {
    client_id: clientId,
    redirect_uri: `https://${host}/oauth2/idpresponse`,
    response_type: "code",
  };
  for (const [name, value] of Object.entries(wanted)) {
    const found = location.searchParams.get(name);
    if (found !== value) return failed(`the redirect's ${name} is ${found ?? "missing"} instead of ${value}`);
  }
  const scopes = (location.searchParams.get("scope") ?? "").split(/[ +]/);
  if (!scopes.includes("openid")) return failed("the redirect's scope is without openid");
  if (!location.searchParams.get("state")) return failed("the redirect is without state");
  return passed(`302 to https://${signInHost}/oauth2/authorize for this client`);
}

/** Plain HTTP: 301 to the same address over https. */
export function judgeHttp(answer: Answer, asked: URL): Judgement {
  const early = notYet(answer);
  if (early) return early;
  if (answer.status >= 200 && answer.status < 300)
    return { verdict: "exposed", seen: `EXPOSED: ${answer.status} with content over plain HTTP, without signing in` };
  const location = parseUrl(answer.headers.location);
  if (![301, 302, 307, 308].includes(answer.status) || !location)
    return failed(`${answer.status} instead of a redirect to https`);
  const kept =
    location.hostname === asked.hostname && location.pathname === asked.pathname && location.search === asked.search;
  const https = location.protocol === "https:" && (location.port === "" || location.port === "443");
  return https && kept
    ? passed(`${answer.status} to https, path and query kept`)
    : failed(`redirected to ${location.href} instead of https://${asked.host}${asked.pathname}${asked.search}`);
}

/** The sign-in page: 200 with a password field and no error. */
export function judgeSignInPage(answer: Answer, url: URL): Judgement {
  const { status, body } = answer;
  const error =
    url.searchParams.get("error") ?? body.match(/redirect_mismatch|invalid_request|unauthorized_client/)?.[0];
  if (error) return failed(`the sign-in page answers ${status} with the error ${error}`);
  if (status !== 200) return failed(`the sign-in page answers ${status}`);
  // Cognito's classic page has two forms, one for small screens; either will do.
  if (!/<input\b[^>]*\btype=["']?password/i.test(body)) return failed("the sign-in page has no password field");
  return passed(`200 with a sign-in form at ${url.host}${url.pathname}`);
}

function parseUrl(text: string | undefined): URL | undefined {
  return text && URL.canParse(text) ? new URL(text) : undefined;
}
