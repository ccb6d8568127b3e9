import type { Aws } from "../../aws/aws.js";
import type { LoadBalancerRecord } from "../../aws/elbv2/state.js";
import type { Address } from "../network.js";

/**
 * Where a load balancer gets when it connects to a private address: to something that listens; to a host that refuses;
 * or nowhere, because there is no such host or a security group on the way drops the packets.
 */
export async function reach(
  aws: Aws,
  from: Pick<LoadBalancerRecord, "securityGroups" | "networkInterfaces" | "vpcId">,
  ip: string,
  port: number,
): Promise<Address | "refused" | "dropped"> {
  const { NetworkInterfaces = [] } = await aws.ec2.DescribeNetworkInterfaces({
    // Two VPCs may use the same addresses.
    Filters: [
      { Name: "addresses.private-ip-address", Values: [ip] },
      { Name: "vpc-id", Values: [from.vpcId] },
    ],
  });
  const [host] = NetworkInterfaces;
  if (host === undefined) return "dropped";
  const groups = (host.Groups ?? []).flatMap((group: { GroupId?: string }) => group.GroupId ?? []);
  const source = { groupIds: from.securityGroups, ip: from.networkInterfaces[0]?.ip ?? "" };
  if (
    !aws.ec2.admits("egress", from.securityGroups, port, { groupIds: groups, ip }) ||
    !aws.ec2.admits("ingress", groups, port, source)
  ) {
    return "dropped";
  }
  return aws.network.dial(host.NetworkInterfaceId ?? "", port) ?? "refused";
}
