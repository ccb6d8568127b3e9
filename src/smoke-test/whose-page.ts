import { failed, type Judgement } from "./check.js";
import { decodeEntities } from "./form.js";
import type { Visitor } from "./visitor.js";

/** What stands for the user's own in smoke-test-expect. */
const PLACEHOLDER = /\{(email|sub)\}/g;

/** A judgement for each text that a page should hold and does not. Pure. */
export function judgeExpected(body: string, visitor: Visitor, expect: readonly string[]): Judgement[] {
  return expect
    .filter((text) => !holds(body, fill(text, visitor)))
    .map((text) =>
      failed(
        `signed in, the app's page does not hold the text of smoke-test-expect: ${text}`,
        "Compare smoke-test-expect with the source of the page that a new user sees at smoke-test-path; {email} and {sub} stand for that user's own.",
      ),
    );
}

/**
 * What a page that holds all it should proves about whose it is. The address and the sub are random and known to nobody
 * else, so a page that names them was made from the load balancer's claims for exactly this user. That the app has
 * verified their signature is proven only by a text that the app shows to nobody whom it has not verified. Pure.
 */
export function proofOf(body: string, visitor: Visitor, expect: readonly string[]): string {
  const asked = [...new Set(expect.flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name)))];
  if (asked.length > 0)
    return `proven for exactly this user: the page holds smoke-test-expect with the user's own ${asked.join(" and ")}`;
  const named = namesOf(body, visitor);
  const proof =
    named.length > 0
      ? `the page names exactly this user (${named.join(" and ")})`
      : "the app's page came, which user it is for is not proven: it names none";
  const hint = "{email} or {sub} in smoke-test-expect would insist on it";
  return `${proof}; ${hint}`;
}

/** By which of its own a page names a user. */
export function namesOf(body: string, { email, sub }: Pick<Visitor, "email" | "sub">): ("email" | "sub")[] {
  return [...(holds(body, email) ? ["email" as const] : []), ...(holds(body, sub) ? ["sub" as const] : [])];
}

/** Whether a page holds a text, be it that the page escapes some of its characters. */
function holds(body: string, text: string): boolean {
  return body.includes(text) || decodeEntities(body).includes(text);
}

function fill(text: string, visitor: Visitor): string {
  return text.replace(PLACEHOLDER, (_, name: "email" | "sub") => visitor[name]);
}
