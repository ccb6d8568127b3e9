import { containsAddress, parseCidr } from "./cidr.js";
import type { SecurityGroupRule, State } from "./state.js";

/** The other end of a connection. */
export interface Peer {
  /** Security groups of its network interface; none for a host outside of the VPC. */
  readonly groupIds: readonly string[];
  /** IPv4 address. */
  readonly ip: string;
}

/**
 * Whether any of the groups lets TCP through to (`egress`) or from (`ingress`) the peer. `port` is the destination's.
 * Security groups are stateful: replies need no rule.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function admits(
  state: State,
  direction: "ingress" | "egress",
  groupIds: readonly string[],
  port: number,
  peer: Peer,
): boolean {
  for (const rule of state.securityGroupRules.values()) {
    if (!groupIds.includes(rule.GroupId) || rule.IsEgress !== (direction === "egress")) continue;
    if (coversPort(rule, port) && coversPeer(rule, peer)) return true;
  }
  return false;
}

function coversPort({ IpProtocol, FromPort, ToPort }: SecurityGroupRule, port: number): boolean {
  return IpProtocol === "-1" || (IpProtocol === "tcp" && FromPort <= port && port <= ToPort);
}

function coversPeer({ CidrIpv4, ReferencedGroupInfo }: SecurityGroupRule, { groupIds, ip }: Peer): boolean {
  if (ReferencedGroupInfo?.GroupId !== undefined) return groupIds.includes(ReferencedGroupInfo.GroupId);
  const cidr = CidrIpv4 === undefined ? undefined : parseCidr(CidrIpv4);
  return cidr !== undefined && containsAddress(cidr, ip);
}
