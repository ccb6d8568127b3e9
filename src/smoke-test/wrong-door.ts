import { randomUUID } from "node:crypto";
import { type Check, type FrontDoor, failed, type Judgement, passed, skipped, worst } from "./check.js";
import { isPublic } from "./public-paths.js";
import type { Answer, Asking } from "./request.js";
import { judgeTry, mayBeFixedResponse, parseUrl, sourceOf } from "./source.js";
import { type Try, tryAll } from "./tries.js";

/** Hosts of other environments, to be asked for when they are needed; or why they are not known. */
export type Neighbours = (signal: AbortSignal) => Promise<readonly string[] | string>;

/** Requests that come to this load balancer, but not for this host. */
export function wrongDoors(
  door: FrontDoor,
  {
    knock,
    neighbours,
  }: {
    knock: (asking: Partial<Asking>, signal: AbortSignal) => Promise<Answer>;
    neighbours: Neighbours | undefined;
  },
): Check {
  const { host, loadBalancer } = door;
  return {
    id: "wrong-door",
    proves: "by another name nobody gets to the app",
    mend: "Look at the hosts of the listener's rules, and at its default action.",
    look: async (signal) => {
      if (!loadBalancer || loadBalancer === host) return skipped("the load balancer's own name is not known");
      const send = (asking: Try["asking"]) => knock(asking, signal);
      // A listener's attribute can take the load balancer's name away; its redirect to sign in shows whether it did.
      const hidden = send({}).then(
        (answer) => sourceOf(answer, door) === "sign-in" && !answer.headers.server,
        () => false,
      );
      const attempt = async (doors: readonly Try[]) => {
        const answers = new Map<Answer, boolean>();
        return await tryAll(
          doors,
          door,
          async (asking) => {
            const answer = await send(asking);
            answers.set(answer, (await hidden) && mayBeFixedResponse(answer));
            return answer;
          },
          (what, answer) =>
            answers.get(answer) ? passed(`${what}: ${answer.status}`) : judgeWrongDoor(what, answer, door),
        );
      };
      const nextDoor = async () => {
        const names = (await neighbours?.(signal)) ?? "not known";
        if (typeof names === "string") return passed(`neighbours: ${names}`);
        if (names.length === 0) return passed("no neighbours that ask for a sign-in");
        const judgement = await attempt(names.flatMap((name) => mixed(host, name)));
        return judgement.verdict === "passed" ? passed(`neither did ${names.join(", ")}`) : judgement;
      };
      const [made, real] = await Promise.all([attempt(tries(door, loadBalancer)), nextDoor()]);
      return worst([made, real], `${made.seen}; ${real.seen}`);
    },
  };
}

/** A neighbour's host and this one's, each on the other's TLS name. */
function mixed(host: string, neighbour: string): Try[] {
  return [
    { what: `Host ${neighbour} on this host's TLS name`, asking: { host: neighbour, serverName: host } },
    // The Host header counts, so this is the right door; it must be as well guarded.
    { what: `this host on the TLS name ${neighbour}`, asking: { host, serverName: neighbour } },
  ];
}

function tries({ host, path, publicPaths }: FrontDoor, loadBalancer: string): Try[] {
  const label = `smoke-test-${randomUUID().slice(0, 8)}`;
  const beside = `${label}.${host.split(".").slice(1).join(".")}`;
  const below = `${label}.${host}`;
  return [
    { what: "the load balancer's own name", asking: { host: loadBalancer, serverName: loadBalancer } },
    ...[loadBalancer, beside, below, "localhost"].map((other) => ({
      what: `Host ${other} on this host's TLS name`,
      asking: { host: other, serverName: host },
    })),
    {
      what: "an absolute request line for this host, sent to the load balancer's name",
      asking: { host: loadBalancer, serverName: host, target: `https://${host}${path}` },
    },
    // Which of the two names counts is the load balancer's business, so this may be the right door after all.
    ...(isPublic(path.split("?")[0] ?? "/", publicPaths)
      ? []
      : [
          {
            what: "an absolute request line for the load balancer's name",
            asking: { host, serverName: host, target: `https://${loadBalancer}${path}` },
          },
        ]),
    {
      what: "HTTP/1.0 with the load balancer's name",
      asking: { host: loadBalancer, serverName: loadBalancer, as: "HTTP/1.0" },
    },
  ];
}

/** A redirect to sign in is right for this host alone: for any other it shows a rule that catches too much. */
function judgeWrongDoor(what: string, answer: Answer, door: FrontDoor): Judgement {
  const asked = parseUrl(answer.headers.location)?.searchParams;
  const isOther = asked !== undefined && asked.get("redirect_uri") !== `https://${door.host}/oauth2/idpresponse`;
  if (answer.status === 302 && isOther && door.clientId !== undefined) {
    if (asked.get("client_id") === door.clientId)
      return failed(
        `${what} is sent to sign in with this environment's client`,
        `Let the rule's host condition be ${door.host} alone, without a wildcard.`,
      );
    // Another environment's own sign-in.
    if (asked.has("client_id")) return passed(`${what}: ${answer.status}`);
  }
  return judgeTry(what, answer, door);
}
