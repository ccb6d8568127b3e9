import type { Aws } from "../../aws/aws.js";
import type { LoadBalancerRecord } from "../../aws/elbv2/state.js";
import { INTERNET_CLIENT } from "../network.js";

/** An address of the internet, for the security group's sake (TEST-NET-2, RFC 5737). */
const INTERNET_PEER = { groupIds: [], ip: "198.51.100.1" };

type Placed = Pick<LoadBalancerRecord, "scheme" | "securityGroups" | "vpcId" | "zones">;

/** Whether a security group of the load balancer lets a client from the internet through to a port. */
export function admitsClients({ ec2 }: Aws, { scheme, securityGroups }: Placed, port: number): boolean {
  if (scheme === "internal") return false;
  return ec2.admits("ingress", securityGroups, port, { groupIds: [], ip: INTERNET_CLIENT });
}

/**
 * Whether a client from the internet reaches a port: beside the security groups, a subnet's default route must lead to
 * an internet gateway. AWS takes a load balancer in subnets without such a route, too, and then nobody reaches it.
 */
export async function reachedFromInternet(aws: Aws, balancer: Placed, port: number): Promise<boolean> {
  if (!admitsClients(aws, balancer, port)) return false;
  return (await defaultRoutes(aws, balancer)).some((route) => route.GatewayId?.startsWith("igw-"));
}

/** Whether the load balancer reaches HTTPS on the internet: an internal one needs a NAT gateway for that. */
export async function reachesInternet(aws: Aws, balancer: Placed): Promise<boolean> {
  if (!aws.ec2.admits("egress", balancer.securityGroups, 443, INTERNET_PEER)) return false;
  const routes = await defaultRoutes(aws, balancer);
  if (balancer.scheme === "internet-facing") return routes.some((route) => route.GatewayId?.startsWith("igw-"));
  const ids = routes.flatMap((route) => route.NatGatewayId ?? []);
  if (ids.length === 0) return false;
  const { NatGateways = [] } = await aws.ec2.DescribeNatGateways({ NatGatewayIds: ids });
  return NatGateways.some((gateway) => gateway.State === "available");
}

/** The default route of each of the load balancer's subnets that has one. */
async function defaultRoutes({ ec2 }: Aws, { vpcId, zones }: Placed) {
  const { RouteTables = [] } = await ec2.DescribeRouteTables({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] });
  return zones.flatMap(({ subnetId }) => {
    const table =
      RouteTables.find(({ Associations = [] }) => Associations.some((each) => each.SubnetId === subnetId)) ??
      RouteTables.find(({ Associations = [] }) => Associations.some((each) => each.Main));
    return table?.Routes?.find((route) => route.DestinationCidrBlock === "0.0.0.0/0") ?? [];
  });
}
