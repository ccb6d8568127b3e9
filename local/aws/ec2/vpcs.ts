import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { formatCidr, parseCidr } from "./cidr.js";
import { filterAndPage, selectIds } from "./describe.js";
import { addMainRouteTable } from "./route-tables.js";
import { addDefaultSecurityGroup } from "./security-groups.js";
import { accept, dependencyViolation, find, newId, notFound, type State, type Vpc } from "./state.js";
import { tagsFor } from "./tags.js";

/** AWS's default quota of VPCs in a region. */
const MAX_VPCS = 5;

export function createVpc(state: State, input: sdk.CreateVpcRequest): sdk.CreateVpcResult {
  accept("CreateVpc", input, ["CidrBlock", "InstanceTenancy", "AmazonProvidedIpv6CidrBlock", "TagSpecifications"]);
  if (input.AmazonProvidedIpv6CidrBlock)
    accept("CreateVpc", input, ["CidrBlock", "InstanceTenancy", "TagSpecifications"]);
  if (input.CidrBlock === undefined)
    throw new AwsError("MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
  const cidr = parseCidr(input.CidrBlock);
  if (cidr === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${input.CidrBlock}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  if (cidr.bits < 16 || cidr.bits > 28)
    throw new AwsError("InvalidVpc.Range", `The CIDR '${input.CidrBlock}' is invalid.`);
  if (state.vpcs.size >= MAX_VPCS)
    throw new AwsError("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
  const Tags = tagsFor("vpc", input.TagSpecifications);
  const VpcId = newId(state, "vpc");
  const CidrBlock = formatCidr(cidr);
  const vpc: Vpc = {
    VpcId,
    OwnerId: state.aws.accountId,
    CidrBlock,
    CidrBlockAssociationSet: [
      { AssociationId: newId(state, "vpc-cidr-assoc"), CidrBlock, CidrBlockState: { State: "associated" } },
    ],
    Ipv6CidrBlockAssociationSet: [],
    DhcpOptionsId: "default",
    InstanceTenancy: input.InstanceTenancy ?? "default",
    IsDefault: false,
    State: "available",
    Tags,
    enableDnsSupport: true,
    enableDnsHostnames: false,
  };
  state.vpcs.set(VpcId, vpc);
  addMainRouteTable(state, vpc);
  addDefaultSecurityGroup(state, vpc);
  // The answer of the creating call still says pending.
  return { Vpc: { ...describe(vpc), State: "pending" } };
}

export function describeVpcs(state: State, input: sdk.DescribeVpcsRequest): sdk.DescribeVpcsResult {
  accept("DescribeVpcs", input, ["VpcIds", "Filters", "MaxResults", "NextToken"]);
  const vpcs = selectIds(state.vpcs, input.VpcIds, (id) => notFound("vpcs", id));
  const { items, NextToken } = filterAndPage(
    "DescribeVpcs",
    vpcs,
    input,
    {
      "vpc-id": ({ VpcId }) => [VpcId],
      cidr: ({ CidrBlock }) => [CidrBlock],
      "cidr-block-association.cidr-block": ({ CidrBlock }) => [CidrBlock],
      state: ({ State }) => [State],
      "owner-id": ({ OwnerId }) => [OwnerId],
      "is-default": ({ IsDefault }) => [String(IsDefault)],
      isDefault: ({ IsDefault }) => [String(IsDefault)],
      "dhcp-options-id": ({ DhcpOptionsId }) => [DhcpOptionsId],
    },
    ({ Tags }) => Tags,
  );
  return { Vpcs: items.map(describe), NextToken };
}

export function deleteVpc(state: State, input: sdk.DeleteVpcRequest): void {
  accept("DeleteVpc", input, ["VpcId"]);
  const { VpcId } = find(state, "vpcs", input.VpcId);
  const own = (each: { VpcId?: string | undefined }) => each.VpcId === VpcId;
  const inUse =
    [...state.subnets.values()].some(own) ||
    [...state.networkInterfaces.values()].some(own) ||
    [...state.internetGateways.values()].some(({ Attachments }) => Attachments.some(own)) ||
    [...state.routeTables.values()].some((table) => own(table) && !table.Associations.some(({ Main }) => Main)) ||
    [...state.securityGroups.values()].some((group) => own(group) && group.GroupName !== "default");
  if (inUse) throw dependencyViolation(`The vpc '${VpcId}' has dependencies and cannot be deleted.`);
  state.vpcs.delete(VpcId);
  for (const [id, table] of state.routeTables) if (own(table)) state.routeTables.delete(id);
  for (const [id, group] of state.securityGroups) {
    if (!own(group)) continue;
    state.securityGroups.delete(id);
    for (const [ruleId, rule] of state.securityGroupRules)
      if (rule.GroupId === id) state.securityGroupRules.delete(ruleId);
  }
}

export function modifyVpcAttribute(state: State, input: sdk.ModifyVpcAttributeRequest): void {
  accept("ModifyVpcAttribute", input, ["VpcId", "EnableDnsSupport", "EnableDnsHostnames"]);
  const vpc = find(state, "vpcs", input.VpcId);
  const [support, hostnames] = [input.EnableDnsSupport?.Value, input.EnableDnsHostnames?.Value];
  if (support !== undefined && hostnames !== undefined)
    throw new AwsError("InvalidParameterCombination", "Fields for multiple attribute types specified");
  if (support === undefined && hostnames === undefined)
    throw new AwsError("MissingParameter", "The request must contain the parameter attribute");
  if (support !== undefined) vpc.enableDnsSupport = support;
  if (hostnames !== undefined) vpc.enableDnsHostnames = hostnames;
}

export function describeVpcAttribute(
  state: State,
  input: sdk.DescribeVpcAttributeRequest,
): sdk.DescribeVpcAttributeResult {
  accept("DescribeVpcAttribute", input, ["VpcId", "Attribute"]);
  const vpc = find(state, "vpcs", input.VpcId);
  switch (input.Attribute) {
    case "enableDnsSupport":
      return { VpcId: vpc.VpcId, EnableDnsSupport: { Value: vpc.enableDnsSupport } };
    case "enableDnsHostnames":
      return { VpcId: vpc.VpcId, EnableDnsHostnames: { Value: vpc.enableDnsHostnames } };
    case "enableNetworkAddressUsageMetrics":
      return { VpcId: vpc.VpcId, EnableNetworkAddressUsageMetrics: { Value: false } };
    default:
      throw new AwsError(
        "InvalidParameterValue",
        `Value (${input.Attribute}) for parameter attribute is invalid. Unknown attribute.`,
      );
  }
}

function describe({ enableDnsSupport, enableDnsHostnames, ...vpc }: Vpc): sdk.Vpc {
  return vpc;
}
