import { randomUUID } from "node:crypto";
import { type Check, type FrontDoor, failed, type Judgement, passed, skipped } from "./check.js";
import { isPublic } from "./public-paths.js";
import { type Answer, ask } from "./request.js";
import { judgeTry, mayBeFixedResponse, parseUrl, sourceOf } from "./source.js";
import { type Try, tryAll } from "./tries.js";

/** Requests that come to this load balancer, but not for this host. */
export function wrongDoors(door: FrontDoor): Check {
  const { host, loadBalancer } = door;
  return {
    id: "wrong-door",
    proves: "by another name nobody gets to the app",
    look: async (signal) => {
      if (!loadBalancer || loadBalancer === host) return skipped("the load balancer's own name is not known");
      const send = (asking: Try["asking"]) =>
        ask({ connectTo: loadBalancer, host, target: door.path, ...asking }, signal);
      // A listener's attribute can take the load balancer's name away; its redirect to sign in shows whether it did.
      const hidden = send({}).then(
        (answer) => sourceOf(answer, door) === "sign-in" && !answer.headers.server,
        () => false,
      );
      const answers = new Map<Answer, boolean>();
      return await tryAll(
        tries(door, loadBalancer),
        door,
        async (asking) => {
          const answer = await send(asking);
          answers.set(answer, (await hidden) && mayBeFixedResponse(answer));
          return answer;
        },
        (what, answer) =>
          answers.get(answer) ? passed(`${what}: ${answer.status}`) : judgeWrongDoor(what, answer, door),
      );
    },
  };
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
