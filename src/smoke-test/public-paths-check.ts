import { randomUUID } from "node:crypto";
import { type Check, type FrontDoor, failed, type Judgement, notYet, passed } from "./check.js";
import { type Answer, ask } from "./request.js";
import { sourceOf } from "./source.js";
import { type Try, tryAll } from "./tries.js";

/** What is declared to be public answers without signing in; that nothing else does is for the other checks. */
export function publicPathsCheck(door: FrontDoor): Check {
  const { host, loadBalancer: connectTo = host, publicPaths } = door;
  const tries: Try[] = publicPaths.map((pattern) => ({ what: pattern, asking: { target: sample(pattern) } }));
  return {
    id: "public-paths",
    proves: "the declared public paths answer without signing in",
    mend: "Look whether the service has healthy targets: the rules for public paths forward to them.",
    look: async (signal) => {
      const send = (asking: Try["asking"]) => ask({ connectTo, host, target: "/", ...asking }, signal);
      const judgement = await tryAll(tries, door, send, judgePublic);
      return judgement.verdict === "passed" ? passed(`open to everybody: ${publicPaths.join(", ")}`) : judgement;
    },
  };
}

/** A path that a pattern covers, and hardly anything else does. */
export function sample(pattern: string): string {
  return pattern.replaceAll("*", `smoke-test-${randomUUID().slice(0, 8)}`).replaceAll("?", "x");
}

function judgePublic(what: string, answer: Answer, door: FrontDoor): Judgement {
  switch (sourceOf(answer, door)) {
    case "app":
      return passed(`${what}: ${answer.status}`);
    case "no target":
      return notYet(`${what}: ${answer.status}, no healthy target answers`);
    default:
      return failed(
        `${what} is declared public, and answered ${answer.status} by the load balancer`,
        "Run the deploy again: it makes the rule that opens this path.",
      );
  }
}
