import { randomBytes, randomUUID } from "node:crypto";
import { type Check, type FrontDoor, failed, type Judgement, skipped, worst } from "./check.js";
import { NotOffered } from "./connection.js";
import { CookieJar } from "./cookie-jar.js";
import { forgeries } from "./forged-identity.js";
import { judgeCertificate, judgeOldVersion, shakeHands } from "./handshake.js";
import { hostNameCheck } from "./host-name.js";
import { Http2Connection } from "./http2-connection.js";
import { joined } from "./joined.js";
import type { Meet } from "./pool-domain.js";
import { isPublic } from "./public-paths.js";
import { ReadyConnection } from "./ready-connection.js";
import { type Answer, type Asking, ask } from "./request.js";
import { judgeSignInPage, visit } from "./sign-in-page.js";
import { parseUrl } from "./source.js";
import { judgeEach, type Try, tryAll } from "./tries.js";
import { judgeHttp, judgeRedirect, judgeStates } from "./verdicts.js";
import { type Neighbours, wrongDoors } from "./wrong-door.js";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Everything that an outsider can try, without credentials of any kind.
 *
 * @param neighbours hosts of other environments, where they are known
 * @param meet told of every host to which an answer leads to sign in
 */
export function outsideChecks(
  door: FrontDoor,
  { onRedirect, neighbours, meet }: { onRedirect: (location: string) => void; neighbours?: Neighbours; meet?: Meet },
): Check[] {
  const { host, loadBalancer: connectTo = host } = door;
  const knock = async (asking: Partial<Asking>, signal: AbortSignal) => {
    const answer = await ask({ connectTo, host, target: door.path, ...asking }, signal);
    const location = parseUrl(answer.headers.location);
    if (location?.pathname === "/oauth2/authorize") await meet?.(location.host);
    return answer;
  };
  const open = isPublic(`${door.path}`.split("?")[0] ?? "/", door.publicPaths);
  const isOpen = skipped(`${door.path} is declared public, so nobody is sent to sign in there`);
  const firstHop = joined((signal) => knock({}, signal));
  return [
    // First, for its requests go one after the other.
    {
      id: "sign-in-page",
      proves: "the way to sign in ends at a page with a sign-in form",
      mend: "Open the host in a private window: the load balancer's redirect must lead to a page that asks who you are.",
      look: async (signal) => {
        if (open) return isOpen;
        const agent = new ReadyConnection(door.signInHost);
        try {
          const answer = await firstHop(signal);
          const redirect = judgeRedirect(answer, door);
          const start = answer.headers.location;
          if (redirect.verdict !== "passed" || !start)
            return redirect.verdict === "not yet" ? redirect : failed("there is no redirect to follow", NO_REDIRECT);
          const { answer: page, url } = await visit(new URL(start), new CookieJar(), signal, { agent });
          return judgeSignInPage(page, url, door.selfSignUp);
        } finally {
          agent.destroy();
        }
      },
    },
    {
      id: "certificate",
      proves: "the host has a certificate that browsers trust",
      mend: `Look whether the HTTPS listener stands and its security group admits port 443: ${host} must be reached to show a certificate.`,
      look: async (signal) => judgeCertificate(await shakeHands({ host, connectTo }, signal), host, new Date()),
    },
    {
      id: "tls-versions",
      proves: "TLS 1.2 or later alone is spoken",
      mend: "Look whether the HTTPS listener stands and its security group admits port 443.",
      look: (signal) => lookAtVersions({ host, connectTo }, signal),
    },
    {
      id: "http-redirect",
      proves: "plain HTTP leads to https and nowhere else",
      mend: "Look whether there is a listener on port 80 that redirects to https, and whether the load balancer's security group admits port 80.",
      look: async (signal) => {
        const judgements = await judgeEach(plainRequests(door), async ({ what, asking }) => {
          const answer = await knock({ secure: false, ...asking }, signal);
          const judgement = judgeHttp(answer, new URL(`http://${host}${asking.target}`));
          return judgement.verdict === "passed" ? judgement : { ...judgement, seen: `${what}: ${judgement.seen}` };
        });
        return worst(judgements, judgements[0]?.seen ?? "");
      },
    },
    {
      id: "sign-in-redirect",
      proves: "an outsider is sent to sign in",
      mend: `Look whether the HTTPS listener has a rule for ${host} that authenticates, and whether the service has healthy targets.`,
      look: async (signal) => {
        if (open) return isOpen;
        const [first, second] = await Promise.all([firstHop(signal), knock({}, signal)]);
        const judgement = judgeRedirect(first, door);
        if (judgement.verdict !== "passed") return judgement;
        onRedirect(first.headers.location ?? "");
        return worst([judgement, judgeRedirect(second, door), judgeStates(first, second)], judgement.seen);
      },
    },
    {
      id: "every-way-in",
      proves: "no method, path or protocol reaches the app",
      mend: "Compare the listener's rules for this host with what listener-rules says.",
      look: async (signal) => {
        const tries = waysIn(door);
        if (tries.length === 0) return skipped("all of it is declared public");
        // A connection each would cost the runner and the load balancer a handshake for each of some sixty requests.
        const shared = new Http2Connection({ connectTo, host }, signal);
        try {
          return await tryAll(tries, door, (asking) => knockOn(shared, asking, (one) => knock(one, signal)));
        } finally {
          shared.close();
        }
      },
    },
    {
      id: "forged-identity",
      proves: "nobody is believed to be signed in because they say so",
      mend: "Compare the listener's rules for this host with what listener-rules says.",
      look: async (signal) => (open ? isOpen : await tryAll(forgeries(), door, (asking) => knock(asking, signal))),
    },
    wrongDoors(door, { knock, neighbours }),
    hostNameCheck(door),
  ];
}

/** Each path is asked for with HTTP/1.1 on a connection of its own; the other methods share one, where HTTP/2 is offered. */
async function knockOn(
  shared: Http2Connection,
  asking: Partial<Asking>,
  knock: (asking: Partial<Asking>) => Promise<Answer>,
): Promise<Answer> {
  const { as, method = "GET" } = asking;
  if (as === "HTTP/2") return await knock({ ...asking, over: shared });
  if (as || method === "GET") return await knock(asking);
  try {
    return await knock({ ...asking, over: shared });
  } catch (error) {
    if (!(error instanceof NotOffered)) throw error;
    return await knock(asking);
  }
}

const NO_REDIRECT = "Mend what sign-in-redirect found: the way to the sign-in page begins there.";

async function lookAtVersions(where: { host: string; connectTo: string }, signal: AbortSignal): Promise<Judgement> {
  const old = (["TLSv1", "TLSv1.1"] as const).map(async (version) =>
    judgeOldVersion(version, await shakeHands({ ...where, version }, signal).then(() => undefined, asIs)),
  );
  const [{ protocol }, ...judgements] = await Promise.all([shakeHands(where, signal), ...old]);
  const blind = judgements.find(({ verdict }) => verdict === "skipped");
  if (blind && judgements.every(({ verdict }) => verdict === "passed" || verdict === "skipped")) return blind;
  return worst(judgements, `${judgements.map(({ seen }) => seen).join(", ")}; ${protocol} is spoken`);
}

const asIs = (error: unknown) => error;

/** On port 80: a path with a query first, whose redirect must keep both. */
function plainRequests({
  path,
  healthCheckPath = "/",
}: FrontDoor): { what: string; asking: { target: string } & Partial<Asking> }[] {
  const made = `/smoke-test/${randomUUID()}`;
  return [
    { what: "GET", asking: { target: `${made}?a=1&b=two` } },
    { what: `GET ${path}`, asking: { target: path } },
    { what: `GET ${healthCheckPath}`, asking: { target: healthCheckPath } },
    { what: "POST", asking: { target: made, method: "POST" } },
    { what: "HTTP/1.0", asking: { target: made, as: "HTTP/1.0" } },
  ];
}

/** The load balancer answers there itself; by what it answers to HEAD, without a body, it might not be known. */
const CALLBACK = "/oauth2/idpresponse";

/** Methods, paths and protocols, without what is declared to be public. */
export function waysIn({ path, healthCheckPath = "/", publicPaths }: FrontDoor): Try[] {
  const random = `/smoke-test-${randomUUID()}`;
  const paths = ["/", path, healthCheckPath, random];
  const odd = ["/%2e%2e/", "//", random.toUpperCase(), healthCheckPath.toUpperCase()];
  const callback = `${CALLBACK}?code=${randomUUID()}&state=${randomBytes(24).toString("base64url")}`;
  const tries: Try[] = [
    ...[...paths, ...odd].flatMap((target) =>
      METHODS.map((method) => ({ what: `${method} ${target}`, asking: { method, target } })),
    ),
    ...METHODS.filter((method) => method !== "HEAD").map((method) => ({
      what: `${method} ${CALLBACK}`,
      asking: { method, target: CALLBACK },
    })),
    { what: "GET /oauth2/idpresponse with a made-up code and state", asking: { target: callback } },
    { what: "WebSocket /", asking: { target: "/", as: "WebSocket" } },
    { what: `WebSocket ${random}`, asking: { target: random, as: "WebSocket" } },
    { what: "HTTP/1.0 /", asking: { target: "/", as: "HTTP/1.0" } },
    { what: "HTTP/2 /", asking: { target: "/", as: "HTTP/2" } },
    { what: `HTTP/2 ${random}`, asking: { target: random, as: "HTTP/2" } },
  ];
  const seen = new Set<string>();
  return tries.filter(({ what, asking }) => {
    const isNew = !seen.has(what);
    seen.add(what);
    return isNew && !isPublic((asking.target ?? "/").split("?")[0] ?? "/", publicPaths);
  });
}
