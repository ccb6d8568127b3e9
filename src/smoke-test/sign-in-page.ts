import type { Agent } from "node:https";
import { failed, type Judgement, passed } from "./check.js";
import type { CookieJar } from "./cookie-jar.js";
import { type Answer, ask } from "./request.js";

/** A page at the end of some redirects, and where it was. */
export interface Page {
  readonly answer: Answer;
  readonly url: URL;
}

const MOST_HOPS = 10;
/** An error's name as Cognito's pages and redirects show it. */
const ERRORS =
  /\b(redirect_mismatch|invalid_request|invalid_scope|invalid_client|unauthorized_client|unsupported_response_type)\b/;

/**
 * Asks as a browser does: with the jar's cookies, with TLS certificates checked, following redirects as GET.
 *
 * @param connectTo where connections go instead of a URL's own host
 * @param agent connections that are kept; absent: a fresh one for each request
 */
export async function visit(
  start: URL,
  jar: CookieJar,
  signal: AbortSignal,
  { form, connectTo, agent }: { form?: URLSearchParams; connectTo?: (host: string) => string; agent?: Agent } = {},
): Promise<Page> {
  let [url, body] = [start, form?.toString()];
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    if (url.protocol !== "https:") throw new Error(`the way leads to ${url.origin}, which is not https`);
    const cookie = jar.header(url);
    const answer = await ask(
      {
        connectTo: connectTo?.(url.hostname) ?? url.hostname,
        ...(url.port && { port: Number(url.port) }),
        serverName: url.hostname,
        host: url.host,
        target: `${url.pathname}${url.search}`,
        verify: true,
        ...(agent && { agent }),
        headers: {
          ...(cookie && { cookie }),
          ...(body !== undefined && {
            "content-type": "application/x-www-form-urlencoded",
            origin: url.origin,
            referer: url.href,
          }),
        },
        ...(body !== undefined && { method: "POST", body }),
      },
      signal,
    );
    jar.store(url, answer.headers["set-cookie"] ?? []);
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status >= 400 || !location) return { answer, url };
    url = new URL(location, url);
    body = undefined;
  }
  throw new Error(`more than ${MOST_HOPS} redirects from ${start.host}`);
}

/**
 * The sign-in page: 200, a password field or managed login, no error, and a link to sign up only where it is open.
 *
 * @param selfSignUp whether there should be such a link; absent: either will do
 */
export function judgeSignInPage({ status, body }: Answer, url: URL, selfSignUp?: boolean): Judgement {
  const error = url.searchParams.get("error") ?? body.match(ERRORS)?.[0];
  if (error) return failed(`the sign-in page answers ${status} with the error ${error.slice(0, 80)}`, hint(error));
  if (status !== 200)
    return failed(
      `the sign-in page answers ${status}`,
      status === 403
        ? "A pool domain with managed login needs a branding style for this client, or it shows nothing."
        : undefined,
    );
  const at = `${url.host}${url.pathname}`;
  // Cognito's classic page has two forms, one for small screens; either will do.
  const isClassic = /<input\b[^>]*\btype=["']?password/i.test(body);
  const isManaged = !isClassic && isManagedLogin(body, url);
  if (!isClassic && !isManaged) return failed("the sign-in page has no password field");
  const canSignUp = /\bhref=["'][^"']*\/signup\b/i.test(body);
  if (canSignUp && selfSignUp === false)
    return failed(
      "the sign-in page lets anybody create an account, which self-sign-up does not allow",
      "Let AdminCreateUserConfig of the user pool allow administrators alone, or declare self-sign-up: true.",
    );
  // Managed login may build its links in the browser, where this does not look.
  if (isClassic && !canSignUp && selfSignUp === true)
    return failed("the sign-in page has no link to sign up, although self-sign-up is declared");
  const signUp = isManaged && !canSignUp ? "" : canSignUp ? ", sign-up open" : ", sign-up closed";
  return passed(`200 with ${isClassic ? "a sign-in form" : "managed login"} at ${at}${signUp}`);
}

/** Managed login shows the user name first and the password later, so it is known by what it is made of. */
function isManagedLogin(body: string, url: URL): boolean {
  const isItsPage = /^\/(login|oauth2\/authorize)\b/.test(url.pathname);
  return isItsPage && (/<input\b[^>]*\bname=["']?username\b/i.test(body) || /managed-?login|awsui[_-]/i.test(body));
}

function hint(error: string): string | undefined {
  switch (error) {
    case "redirect_mismatch":
      return "The app client's callback URLs must hold https://<host>/oauth2/idpresponse, letter by letter.";
    case "unauthorized_client":
    case "unsupported_response_type":
      return "The app client must have the OAuth flow `code`, be a client for OAuth, and have a secret.";
    case "invalid_scope":
      return "The app client must allow every scope that the listener rule asks for.";
    default:
      return "Compare the listener rule's client, scope and callback with the app client.";
  }
}
