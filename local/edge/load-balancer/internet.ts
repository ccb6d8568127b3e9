import type { Aws } from "../../aws/aws.js";
import type { LoadBalancerRecord } from "../../aws/elbv2/state.js";
import { INTERNET_CLIENT } from "../network.js";

/** An address of the internet, for the security group's sake (TEST-NET-2, RFC 5737). */
const INTERNET_PEER = { groupIds: [], ip: "198.51.100.1" };

type Placed = Pick<LoadBalancerRecord, "scheme" | "securityGroups" | "zones">;

/** Whether a security group of the load balancer lets a client from the internet through to a port. */
export function admitsClients({ ec2 }: Aws, { scheme, securityGroups }: Placed, port: number): boolean {
  if (scheme === "internal") return false;
  return ec2.admits("ingress", securityGroups, port, { groupIds: [], ip: INTERNET_CLIENT });
}

/**
 * Whether a client from the internet reaches a port: beside the security groups, a subnet's default route must lead to
 * an internet gateway. AWS takes a load balancer in subnets without such a route, too, and then nobody reaches it.
 */
export function reachedFromInternet(aws: Aws, balancer: Placed, port: number): boolean {
  return admitsClients(aws, balancer, port) && leadsTo(aws, balancer, "internet gateway");
}

/** Whether the load balancer reaches HTTPS on the internet: an internal one needs a NAT gateway for that. */
export function reachesInternet(aws: Aws, balancer: Placed): boolean {
  if (!aws.ec2.admits("egress", balancer.securityGroups, 443, INTERNET_PEER)) return false;
  return leadsTo(aws, balancer, balancer.scheme === "internet-facing" ? "internet gateway" : "NAT gateway");
}

function leadsTo({ ec2 }: Aws, { zones }: Placed, way: ReturnType<typeof ec2.wayOut>): boolean {
  return zones.some(({ subnetId }) => ec2.wayOut(subnetId) === way);
}
