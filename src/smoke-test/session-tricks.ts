import { randomBytes, randomUUID } from "node:crypto";
import { exposed, type FrontDoor, failed, type Judgement, passed, worst } from "./check.js";
import type { CookiePair } from "./cookie-jar.js";
import { forgedIdentity } from "./forged-identity.js";
import { type Answer, ask } from "./request.js";
import { sourceOf } from "./source.js";
import { judgeEach } from "./tries.js";
import type { Visitor } from "./visitor.js";
import { namesOf } from "./whose-page.js";

interface Session {
  readonly door: FrontDoor;
  readonly visitor: Visitor;
  /** The app's page for this session. */
  readonly welcome: Answer;
  readonly signal: AbortSignal;
}

/**
 * Tries to make more of a real session than it is: its cookie changed or cut short must open nothing, and identity
 * headers that the client sends beside it must not make it somebody else's.
 */
export async function trySession(cookies: readonly CookiePair[], session: Session): Promise<Judgement> {
  const shards = cookies.filter(({ name }) => isShard(name, cookies));
  if (shards.length === 0)
    return failed(
      "the app's page came without a session cookie of the load balancer",
      "Compare listener-rules: the rule must authenticate with OnUnauthenticatedRequest `authenticate`.",
    );
  const broken = breakings(shards);
  const judgements = await judgeEach(broken, async ({ what, shards: changed }) => {
    const kept = cookies.filter((cookie) => !shards.includes(cookie));
    const answer = await send(session, [...kept, ...changed]);
    return sourceOf(answer, session.door) === "app"
      ? exposed(`${what} is believed: ${answer.status} from the app`)
      : passed(what);
  });
  const disguise = await disguised(cookies, session);
  return worst(
    [...judgements, disguise],
    `its session cookie changed or cut short opens nothing (${broken.length} tries); ${disguise.seen}`,
  );
}

/** The session's cookies: `<name>-0`, and `-1` to `-3` if it is long. The name may be changed in the rule. */
function isShard(name: string, cookies: readonly CookiePair[]): boolean {
  const base = /^(.+)-[0-3]$/.exec(name)?.[1];
  return base !== undefined && cookies.some((cookie) => cookie.name === `${base}-0`);
}

function breakings(shards: readonly CookiePair[]): { what: string; shards: CookiePair[] }[] {
  const each = (change: (value: string) => string) => shards.map(({ name, value }) => ({ name, value: change(value) }));
  return [
    { what: "a session cookie with one character changed", shards: each(changeOne) },
    { what: "half a session cookie", shards: each((value) => value.slice(0, value.length / 2)) },
    // One of several parts; of one alone, nothing is left.
    { what: "a session cookie without its last part", shards: shards.slice(0, -1) },
  ];
}

/** Another character in the middle, where each stands for six whole bits of base64. */
function changeOne(value: string): string {
  const middle = Math.floor(value.length / 2);
  return `${value.slice(0, middle)}${value[middle] === "A" ? "B" : "A"}${value.slice(middle + 1)}`;
}

async function disguised(cookies: readonly CookiePair[], session: Session): Promise<Judgement> {
  const somebody = { email: `forged-${randomBytes(8).toString("hex")}@${session.door.host}`, sub: randomUUID() };
  const answer = await send(session, cookies, forgedIdentity(somebody));
  if (namesOf(answer.body, somebody).length > 0)
    return failed(
      "signed in, the app takes the identity headers that the client sends for the load balancer's",
      "The app must verify the signature of x-amzn-oidc-data, and read one such header alone: see examples/sample-app/identity.js.",
    );
  const before = namesOf(session.welcome.body, session.visitor);
  const still = namesOf(answer.body, session.visitor);
  if (before.length === 0) return passed("forged identity headers beside it do not show in the page");
  return passed(
    before.every((name) => still.includes(name))
      ? "with forged identity headers beside it the page is this user's still"
      : `with forged identity headers beside it the page (${answer.status}) is nobody's`,
  );
}

async function send(
  { door, signal }: Session,
  cookies: readonly CookiePair[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { host, loadBalancer: connectTo = host, path: target } = door;
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return await ask(
    { connectTo, host, target, verify: true, headers: { ...headers, ...(cookie && { cookie }) } },
    signal,
  );
}
