import { lookup } from "node:dns/promises";
import { type Check, type FrontDoor, type Judgement, passed, skipped } from "./check.js";

/**
 * Where the host's name leads. The other checks connect to the load balancer itself, so that they say nothing of it.
 */
export function hostNameCheck({ host, loadBalancer }: Pick<FrontDoor, "host" | "loadBalancer">): Check {
  return {
    id: "host-name",
    proves: "whoever asks for the host comes to this load balancer",
    mend: `Let the hosted zone of ${host} have an alias record for it that leads to the load balancer, and look whether the zone is the one that public DNS asks.`,
    look: async () => {
      if (!loadBalancer || loadBalancer === host) return skipped("the load balancer's own name is not known");
      const [own, its] = await Promise.all([addressesOf(host), addressesOf(loadBalancer)]);
      return judgeHostName(host, own, its);
    },
  };
}

/**
 * A name without an address in common with the load balancer's is no failure: a CDN in front has addresses of its own,
 * and a load balancer's change. Pure.
 */
export function judgeHostName(host: string, own: readonly string[], its: readonly string[]): Judgement {
  const common = own.filter((address) => its.includes(address));
  if (common.length > 0) return passed(`${host} has ${common.join(", ")} in common with the load balancer's name`);
  const seen = `${host} leads to ${own.join(", ")}, the load balancer is at ${its.join(", ")}`;
  return passed(seen, `${seen}: right if a CDN or proxy stands in front, otherwise visitors do not come here`);
}

async function addressesOf(name: string): Promise<string[]> {
  const found = await lookup(name, { all: true });
  return [...new Set(found.map(({ address }) => address))].sort();
}
