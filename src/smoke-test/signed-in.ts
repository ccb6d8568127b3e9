import { type Check, type FrontDoor, failed, type Judgement, passed, skipped } from "./check.js";
import { CookieJar } from "./cookie-jar.js";
import { findForm } from "./form.js";
import { isPublic } from "./public-paths.js";
import { type Page, visit } from "./sign-in-page.js";
import { sourceOf } from "./source.js";
import type { Throwaway } from "./visitor.js";

const PERMISSIONS =
  "The role needs cognito-idp:AdminCreateUser, AdminSetUserPassword and AdminDeleteUser on the user pool for smoke-test-sign-in.";

/**
 * Signs in through the page as a browser would, looks at the app's page, signs out.
 *
 * @param expect text that the app's page must hold
 */
export function signedInCheck(door: FrontDoor, visitor: Throwaway, expect: string | undefined): Check {
  return {
    id: "signed-in",
    proves: "who signs in gets to the app, and who signs out is out",
    look: async (signal) => {
      const { host, loadBalancer, path, publicPaths } = door;
      if (isPublic(path.split("?")[0] ?? "/", publicPaths)) return skipped(`${path} is declared public`);
      const jar = new CookieJar();
      const connectTo = (name: string) => (name === host ? (loadBalancer ?? host) : name);
      const go = (url: URL, form?: URLSearchParams) => visit(url, jar, signal, { connectTo, ...(form && { form }) });
      const start = new URL(`https://${host}${path}`);

      const { email, password } = await visitor.come().catch((error: unknown) => {
        throw new NoVisitor(error);
      });
      const page = await go(start);
      const form = findForm(page.answer.body, page.url, "password");
      if (!form)
        return page.url.host === host
          ? failed(`without signing in the way ends at ${place(page)}`)
          : skipped(`${place(page)} has no form with a password to fill in, as managed login has none`);
      const fields = new URLSearchParams({ ...form.fields, username: email, password });
      const arrived = await go(form.action, fields);
      const welcome = judgeWelcome(arrived, door, { expect, email });
      if (welcome.verdict !== "passed") return welcome;

      jar.forget(host);
      if (door.signInHost && door.clientId) {
        const query = new URLSearchParams({ client_id: door.clientId, logout_uri: `https://${host}/` });
        await go(new URL(`https://${door.signInHost}/logout?${query}`));
      }
      const after = await go(start);
      const isOut = after.url.host !== host && findForm(after.answer.body, after.url, "password") !== undefined;
      return isOut
        ? passed(`${welcome.seen}; signed out, the sign-in page asks again`)
        : failed(`after signing out the way ends at ${place(after)} instead of the sign-in page`);
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

function judgeWelcome(
  page: Page,
  door: FrontDoor,
  { expect, email }: { expect: string | undefined; email: string },
): Judgement {
  const { answer, url } = page;
  if (url.host !== door.host) return failed(`after the password the way ends at ${place(page)}, not at the app`);
  if (sourceOf(answer, door) !== "app")
    return failed(
      `after the password the load balancer answers ${place(page)}`,
      answer.status >= 500
        ? "The load balancer itself calls Cognito's token endpoint: its security group must let out 443, and the client's secret and scopes must fit the rule."
        : undefined,
    );
  if (answer.status !== 200) return failed(`signed in, the app answers ${place(page)}`);
  if (expect !== undefined && !answer.body.includes(expect))
    return failed(
      `signed in, the app's page does not hold the text of smoke-test-expect`,
      "Compare smoke-test-expect with the source of the page that a new user sees at smoke-test-path.",
    );
  const names = answer.body.includes(email) ? ", which names this user" : "";
  return passed(`signed in, ${answer.body.length} characters from the app${names}`);
}

/** A page without its query, in which there may be codes. */
function place({ answer, url }: Page): string {
  return `${answer.status} at ${url.host}${url.pathname}`;
}
