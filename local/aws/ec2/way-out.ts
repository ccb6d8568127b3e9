import { find, type State } from "./state.js";

/**
 * Where the default route of a subnet leads out of its VPC: to an internet gateway that is attached, or to a NAT gateway
 * that is available and stands in a subnet which leads to an internet gateway itself. Otherwise nowhere.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
 */
export function wayOut(state: State, subnetId: string): "internet gateway" | "NAT gateway" | undefined {
  const { SubnetId, VpcId } = find(state, "subnets", subnetId);
  const tables = [...state.routeTables.values()].filter((table) => table.VpcId === VpcId);
  const table =
    tables.find(({ Associations }) => Associations.some((each) => each.SubnetId === SubnetId)) ??
    tables.find(({ Associations }) => Associations.some(({ Main }) => Main));
  const route = table?.Routes.find(({ DestinationCidrBlock }) => DestinationCidrBlock === "0.0.0.0/0");
  const gateway = state.internetGateways.get(route?.GatewayId ?? "");
  if (gateway?.Attachments.some((attachment) => attachment.VpcId === VpcId)) return "internet gateway";
  const nat = state.natGateways.get(route?.NatGatewayId ?? "");
  if (nat?.State !== "available" || nat.SubnetId === subnetId) return undefined;
  return wayOut(state, nat.SubnetId) === "internet gateway" ? "NAT gateway" : undefined;
}
