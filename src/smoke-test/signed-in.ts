import { type Check, type FrontDoor, failed, type Judgement, passed, skipped, worst } from "./check.js";
import { CookieJar } from "./cookie-jar.js";
import { findForm } from "./form.js";
import { isSignInHost, type Meet } from "./pool-domain.js";
import { isPublic } from "./public-paths.js";
import { trySession } from "./session-tricks.js";
import { type Page, visit } from "./sign-in-page.js";
import { sourceOf } from "./source.js";
import type { Throwaway, Visitor } from "./visitor.js";
import { judgeExpected, proofOf } from "./whose-page.js";

const PERMISSIONS =
  "The role needs cognito-idp:AdminCreateUser, AdminSetUserPassword and AdminDeleteUser on the user pool for smoke-test-sign-in.";
const COMPLETE =
  "The load balancer itself calls Cognito's token endpoint: its security group must let out 443, and the client's secret and scopes must fit the rule.";

/**
 * Signs in through the page as a browser would, looks at the app's page, tries to make more of the session than it is,
 * signs out.
 *
 * @param expect texts that the app's page must hold, with `{email}` and `{sub}` for the user's own
 * @param meet told of the sign-in page's host before a password is
 */
export function signedInCheck(
  door: FrontDoor,
  { user, expect, meet }: { user: Throwaway; expect: readonly string[]; meet?: Meet | undefined },
): Check {
  return {
    id: "signed-in",
    proves: "who signs in gets to the app as themselves, and who signs out is out",
    mend: "Sign in by hand in a private window and compare: the load balancer's rule, the app client and the pool's domain must fit together.",
    look: async (signal) => {
      const { host, loadBalancer, path, publicPaths } = door;
      if (isPublic(path.split("?")[0] ?? "/", publicPaths)) return skipped(`${path} is declared public`);
      const jar = new CookieJar();
      const connectTo = (name: string) => (name === host ? (loadBalancer ?? host) : name);
      const go = (url: URL, form?: URLSearchParams) => visit(url, jar, signal, { connectTo, ...(form && { form }) });
      const start = new URL(`https://${host}${path}`);

      const [visitor, page] = await Promise.all([
        user.come().catch((error: unknown) => {
          throw new NoVisitor(error);
        }),
        go(start),
      ]);
      const form = findForm(page.answer.body, page.url, "password");
      if (!form)
        return page.url.host === host
          ? failed(`without signing in the way ends at ${place(page)}`, "Mend what sign-in-redirect found.")
          : skipped(`${place(page)} has no form with a password to fill in: managed login builds it in the browser`);
      await meet?.(page.url.host);
      if (page.url.host === host || !isSignInHost(page.url.host, door))
        return failed(
          `the password was not told to ${place(page)}, which is no sign-in page of this pool`,
          "Mend what sign-in-redirect found.",
        );
      const { email, password } = visitor;
      const arrived = await go(form.action, new URLSearchParams({ ...form.fields, username: email, password }));
      const welcome = judgeWelcome(arrived, door, visitor, expect);
      if (welcome.verdict !== "passed") return welcome;

      const cookies = jar.pairs(start);
      const tricks = await trySession(cookies, { door, visitor, welcome: arrived.answer, signal });
      if (tricks.verdict !== "passed") return tricks;

      jar.forget(host);
      if (door.clientId) {
        const query = new URLSearchParams({ client_id: door.clientId, logout_uri: `https://${host}/` });
        await go(new URL(`https://${page.url.host}/logout?${query}`));
      }
      const old = new CookieJar();
      old.adopt(start, cookies);
      const [after, replayed] = await Promise.all([go(start), visit(start, old, signal, { connectTo })]);
      const isOut = after.url.host !== host && findForm(after.answer.body, after.url, "password") !== undefined;
      if (!isOut)
        return failed(
          `after signing out the way ends at ${place(after)} instead of the sign-in page`,
          `Let the app client's sign-out URLs hold https://${host}/, or the pool's own session goes on.`,
        );
      // Nothing to mend: AWS documents that the load balancer keeps no list of the sessions that were ended.
      const kept = replayed.url.host === host && sourceOf(replayed.answer, door) === "app";
      const replay = kept
        ? "a copy of the session cookie from before still opens it, as AWS documents, until its tokens expire"
        : "a copy of the session cookie from before opens nothing";
      return passed(`${welcome.seen}; ${tricks.seen}; signed out, the sign-in page asks again; ${replay}`);
    },
  };
}

/** Whatever kept the user from being made: a cause to tell, not one to wait for. */
export class NoVisitor extends Error {
  override readonly name = "NoVisitor";
  readonly hint = PERMISSIONS;

  constructor(cause: unknown) {
    super(`no user could be created: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`, {
      cause,
    });
  }
}

function judgeWelcome(page: Page, door: FrontDoor, visitor: Visitor, expect: readonly string[]): Judgement {
  const { answer, url } = page;
  if (url.host !== door.host)
    return failed(`after the password the way ends at ${place(page)}, not at the app`, COMPLETE);
  if (sourceOf(answer, door) !== "app")
    return failed(`after the password the load balancer answers ${place(page)}`, COMPLETE);
  if (answer.status !== 200)
    return failed(
      `signed in, the app answers ${place(page)}`,
      "Let smoke-test-path be a page that every user may see, or look into the app's log.",
    );
  return worst(judgeExpected(answer.body, visitor, expect), `signed in; ${proofOf(answer.body, visitor, expect)}`);
}

/** A page without its query, in which there may be codes. */
function place({ answer, url }: Page): string {
  return `${answer.status} at ${url.host}${url.pathname}`;
}
