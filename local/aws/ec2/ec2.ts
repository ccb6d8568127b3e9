import type * as sdk from "@aws-sdk/client-ec2";
import type { Aws } from "../aws.js";
import * as addresses from "./addresses.js";
import { admits, type Peer } from "./admits.js";
import { describeAvailabilityZones, describeRegions } from "./availability-zones.js";
import * as internetGateways from "./internet-gateways.js";
import * as managedInterfaces from "./managed-interfaces.js";
import * as natGateways from "./nat-gateways.js";
import * as networkInterfaces from "./network-interfaces.js";
import * as routeTables from "./route-tables.js";
import * as rules from "./security-group-rules.js";
import * as securityGroups from "./security-groups.js";
import { emptyState, type NetworkInterface, type State } from "./state.js";
import * as subnets from "./subnets.js";
import * as tags from "./tags.js";
import * as vpcs from "./vpcs.js";
import { wayOut } from "./way-out.js";

/**
 * EC2, as far as networks go: VPCs, subnets, gateways, routes, addresses, security groups, network interfaces.
 * There are no instances, and an account starts without a default VPC.
 */
export class Ec2 {
  readonly #aws: Aws;
  readonly #state: State;
  readonly #natGatewayTokens = new Map<string, string>();

  constructor(aws: Aws) {
    this.#aws = aws;
    this.#state = emptyState(aws);
  }

  /** Whether the groups let TCP `port` through, to the peer ("egress") or from it ("ingress"). */
  admits(direction: "ingress" | "egress", groupIds: readonly string[], port: number, peer: Peer): boolean {
    return admits(this.#state, direction, groupIds, port, peer);
  }

  /** Where a subnet's default route leads out of its VPC, if anywhere. */
  wayOut(subnetId: string): "internet gateway" | "NAT gateway" | undefined {
    return wayOut(this.#state, subnetId);
  }

  /** A service's own interface in somebody's network: nobody but the service, by the next two, can change or remove it. */
  placeInterface(wanted: managedInterfaces.ManagedInterface): NetworkInterface {
    return managedInterfaces.addManagedInterface(this.#state, wanted);
  }

  setInterfaceGroups(id: string, groups: readonly string[]): void {
    managedInterfaces.setManagedGroups(this.#state, id, groups);
  }

  removeInterface(id: string): void {
    managedInterfaces.removeManagedInterface(this.#state, id);
  }

  snapshot(): object {
    const { aws: _, natGateways, publicAddresses: __, ...resources } = this.#state;
    return {
      ...Object.fromEntries(Object.entries(resources).map(([kind, map]) => [kind, [...map.values()]])),
      natGateways: [...natGateways.values()].filter(({ State }) => State !== "deleted"),
    };
  }

  async CreateVpc(input: sdk.CreateVpcRequest): Promise<sdk.CreateVpcResult> {
    return vpcs.createVpc(this.#state, input);
  }

  async DescribeVpcs(input: sdk.DescribeVpcsRequest = {}): Promise<sdk.DescribeVpcsResult> {
    return vpcs.describeVpcs(this.#state, input);
  }

  async DeleteVpc(input: sdk.DeleteVpcRequest): Promise<void> {
    vpcs.deleteVpc(this.#state, input);
  }

  async ModifyVpcAttribute(input: sdk.ModifyVpcAttributeRequest): Promise<void> {
    vpcs.modifyVpcAttribute(this.#state, input);
  }

  async DescribeVpcAttribute(input: sdk.DescribeVpcAttributeRequest): Promise<sdk.DescribeVpcAttributeResult> {
    return vpcs.describeVpcAttribute(this.#state, input);
  }

  async CreateSubnet(input: sdk.CreateSubnetRequest): Promise<sdk.CreateSubnetResult> {
    return subnets.createSubnet(this.#state, input);
  }

  async DescribeSubnets(input: sdk.DescribeSubnetsRequest = {}): Promise<sdk.DescribeSubnetsResult> {
    return subnets.describeSubnets(this.#state, input);
  }

  async DeleteSubnet(input: sdk.DeleteSubnetRequest): Promise<void> {
    subnets.deleteSubnet(this.#state, input);
  }

  async ModifySubnetAttribute(input: sdk.ModifySubnetAttributeRequest): Promise<void> {
    subnets.modifySubnetAttribute(this.#state, input);
  }

  async CreateRouteTable(input: sdk.CreateRouteTableRequest): Promise<sdk.CreateRouteTableResult> {
    return routeTables.createRouteTable(this.#state, input);
  }

  async DescribeRouteTables(input: sdk.DescribeRouteTablesRequest = {}): Promise<sdk.DescribeRouteTablesResult> {
    return routeTables.describeRouteTables(this.#state, input);
  }

  async DeleteRouteTable(input: sdk.DeleteRouteTableRequest): Promise<void> {
    routeTables.deleteRouteTable(this.#state, input);
  }

  async AssociateRouteTable(input: sdk.AssociateRouteTableRequest): Promise<sdk.AssociateRouteTableResult> {
    return routeTables.associateRouteTable(this.#state, input);
  }

  async DisassociateRouteTable(input: sdk.DisassociateRouteTableRequest): Promise<void> {
    routeTables.disassociateRouteTable(this.#state, input);
  }

  async ReplaceRouteTableAssociation(
    input: sdk.ReplaceRouteTableAssociationRequest,
  ): Promise<sdk.ReplaceRouteTableAssociationResult> {
    return routeTables.replaceRouteTableAssociation(this.#state, input);
  }

  async CreateRoute(input: sdk.CreateRouteRequest): Promise<sdk.CreateRouteResult> {
    return routeTables.createRoute(this.#state, input);
  }

  async ReplaceRoute(input: sdk.ReplaceRouteRequest): Promise<void> {
    routeTables.replaceRoute(this.#state, input);
  }

  async DeleteRoute(input: sdk.DeleteRouteRequest): Promise<void> {
    routeTables.deleteRoute(this.#state, input);
  }

  async CreateInternetGateway(input: sdk.CreateInternetGatewayRequest = {}): Promise<sdk.CreateInternetGatewayResult> {
    return internetGateways.createInternetGateway(this.#state, input);
  }

  async DescribeInternetGateways(
    input: sdk.DescribeInternetGatewaysRequest = {},
  ): Promise<sdk.DescribeInternetGatewaysResult> {
    return internetGateways.describeInternetGateways(this.#state, input);
  }

  async DeleteInternetGateway(input: sdk.DeleteInternetGatewayRequest): Promise<void> {
    internetGateways.deleteInternetGateway(this.#state, input);
  }

  async AttachInternetGateway(input: sdk.AttachInternetGatewayRequest): Promise<void> {
    internetGateways.attachInternetGateway(this.#state, input);
  }

  async DetachInternetGateway(input: sdk.DetachInternetGatewayRequest): Promise<void> {
    internetGateways.detachInternetGateway(this.#state, input);
  }

  async AllocateAddress(input: sdk.AllocateAddressRequest = {}): Promise<sdk.AllocateAddressResult> {
    return addresses.allocateElasticAddress(this.#state, input);
  }

  async DescribeAddresses(input: sdk.DescribeAddressesRequest = {}): Promise<sdk.DescribeAddressesResult> {
    return addresses.describeAddresses(this.#state, input);
  }

  async ReleaseAddress(input: sdk.ReleaseAddressRequest): Promise<void> {
    addresses.releaseAddress(this.#state, input);
  }

  async CreateNatGateway(input: sdk.CreateNatGatewayRequest): Promise<sdk.CreateNatGatewayResult> {
    return natGateways.createNatGateway(this.#state, this.#natGatewayTokens, input);
  }

  async DescribeNatGateways(input: sdk.DescribeNatGatewaysRequest = {}): Promise<sdk.DescribeNatGatewaysResult> {
    return natGateways.describeNatGateways(this.#state, input);
  }

  async DeleteNatGateway(input: sdk.DeleteNatGatewayRequest): Promise<sdk.DeleteNatGatewayResult> {
    return natGateways.deleteNatGateway(this.#state, input);
  }

  async CreateNetworkInterface(input: sdk.CreateNetworkInterfaceRequest): Promise<sdk.CreateNetworkInterfaceResult> {
    return networkInterfaces.createNetworkInterface(this.#state, input);
  }

  async DescribeNetworkInterfaces(
    input: sdk.DescribeNetworkInterfacesRequest = {},
  ): Promise<sdk.DescribeNetworkInterfacesResult> {
    return networkInterfaces.describeNetworkInterfaces(this.#state, input);
  }

  async DeleteNetworkInterface(input: sdk.DeleteNetworkInterfaceRequest): Promise<void> {
    networkInterfaces.deleteNetworkInterface(this.#state, input);
  }

  async DetachNetworkInterface(input: sdk.DetachNetworkInterfaceRequest): Promise<void> {
    managedInterfaces.detachNetworkInterface(this.#state, input);
  }

  async ModifyNetworkInterfaceAttribute(input: sdk.ModifyNetworkInterfaceAttributeRequest): Promise<void> {
    networkInterfaces.modifyNetworkInterfaceAttribute(this.#state, input);
  }

  async CreateSecurityGroup(input: sdk.CreateSecurityGroupRequest): Promise<sdk.CreateSecurityGroupResult> {
    return securityGroups.createSecurityGroup(this.#state, input);
  }

  async DescribeSecurityGroups(
    input: sdk.DescribeSecurityGroupsRequest = {},
  ): Promise<sdk.DescribeSecurityGroupsResult> {
    return securityGroups.describeSecurityGroups(this.#state, input);
  }

  async DeleteSecurityGroup(input: sdk.DeleteSecurityGroupRequest): Promise<sdk.DeleteSecurityGroupResult> {
    return securityGroups.deleteSecurityGroup(this.#state, input);
  }

  async AuthorizeSecurityGroupIngress(
    input: sdk.AuthorizeSecurityGroupIngressRequest,
  ): Promise<sdk.AuthorizeSecurityGroupIngressResult> {
    const result = rules.authorize(this.#state, input, false);
    this.#aws.network.changed();
    return result;
  }

  async RevokeSecurityGroupIngress(
    input: sdk.RevokeSecurityGroupIngressRequest,
  ): Promise<sdk.RevokeSecurityGroupIngressResult> {
    const result = rules.revoke(this.#state, input, false);
    this.#aws.network.changed();
    return result;
  }

  async UpdateSecurityGroupRuleDescriptionsIngress(
    input: sdk.UpdateSecurityGroupRuleDescriptionsIngressRequest,
  ): Promise<sdk.UpdateSecurityGroupRuleDescriptionsIngressResult> {
    return rules.updateDescriptions(this.#state, input, false);
  }

  async AuthorizeSecurityGroupEgress(
    input: sdk.AuthorizeSecurityGroupEgressRequest,
  ): Promise<sdk.AuthorizeSecurityGroupEgressResult> {
    const result = rules.authorize(this.#state, input, true);
    this.#aws.network.changed();
    return result;
  }

  async RevokeSecurityGroupEgress(
    input: sdk.RevokeSecurityGroupEgressRequest,
  ): Promise<sdk.RevokeSecurityGroupEgressResult> {
    const result = rules.revoke(this.#state, input, true);
    this.#aws.network.changed();
    return result;
  }

  async UpdateSecurityGroupRuleDescriptionsEgress(
    input: sdk.UpdateSecurityGroupRuleDescriptionsEgressRequest,
  ): Promise<sdk.UpdateSecurityGroupRuleDescriptionsEgressResult> {
    return rules.updateDescriptions(this.#state, input, true);
  }

  async DescribeSecurityGroupRules(
    input: sdk.DescribeSecurityGroupRulesRequest = {},
  ): Promise<sdk.DescribeSecurityGroupRulesResult> {
    return rules.describeSecurityGroupRules(this.#state, input);
  }

  async DescribeAvailabilityZones(
    input: sdk.DescribeAvailabilityZonesRequest = {},
  ): Promise<sdk.DescribeAvailabilityZonesResult> {
    return describeAvailabilityZones(this.#state, input);
  }

  async DescribeRegions(input: sdk.DescribeRegionsRequest = {}): Promise<sdk.DescribeRegionsResult> {
    return describeRegions(this.#state, input);
  }

  async CreateTags(input: sdk.CreateTagsRequest): Promise<void> {
    tags.createTags(this.#state, input);
  }

  async DeleteTags(input: sdk.DeleteTagsRequest): Promise<void> {
    tags.deleteTags(this.#state, input);
  }

  async DescribeTags(input: sdk.DescribeTagsRequest = {}): Promise<sdk.DescribeTagsResult> {
    return tags.describeTags(this.#state, input);
  }
}
