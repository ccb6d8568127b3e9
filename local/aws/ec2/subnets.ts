import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { availabilityZones } from "./availability-zones.js";
import { cidrSize, contains, formatCidr, overlap, parseCidr, toAddress, toNumber } from "./cidr.js";
import { filterAndPage, selectIds } from "./describe.js";
import { accept, arn, dependencyViolation, find, newId, notFound, type State, type Subnet } from "./state.js";
import { tagsFor } from "./tags.js";

/** The first four addresses and the last of a subnet are AWS's own. */
const RESERVED_AT_START = 4;
const RESERVED = 5;

export function createSubnet(state: State, input: sdk.CreateSubnetRequest): sdk.CreateSubnetResult {
  accept("CreateSubnet", input, ["VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId", "TagSpecifications"]);
  const vpc = find(state, "vpcs", input.VpcId);
  const text = input.CidrBlock ?? "";
  const [block, vpcBlock] = [parseCidr(text), parseCidr(vpc.CidrBlock)];
  if (block === undefined || vpcBlock === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  if (!contains(vpcBlock, block) || block.bits > 28)
    throw new AwsError("InvalidSubnet.Range", `The CIDR '${text}' is invalid.`);
  for (const other of state.subnets.values()) {
    const otherBlock = parseCidr(other.CidrBlock);
    if (other.VpcId === vpc.VpcId && otherBlock !== undefined && overlap(block, otherBlock))
      throw new AwsError("InvalidSubnet.Conflict", `The CIDR '${text}' conflicts with another subnet`);
  }
  const zone = chooseZone(state, input);
  const Tags = tagsFor("subnet", input.TagSpecifications);
  const SubnetId = newId(state, "subnet");
  const subnet: Subnet = {
    SubnetId,
    SubnetArn: arn(state, "subnet", SubnetId),
    OwnerId: state.aws.accountId,
    VpcId: vpc.VpcId,
    CidrBlock: formatCidr(block),
    AvailabilityZone: zone.name,
    AvailabilityZoneId: zone.id,
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    EnableDns64: false,
    Ipv6Native: false,
    // What a subnet has that nobody has asked for something else:
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrivateDnsNameOptionsOnLaunch.html
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: "ip-name",
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    State: "available",
    Tags,
    lastAddress: block.first + RESERVED_AT_START - 1,
  };
  state.subnets.set(SubnetId, subnet);
  return { Subnet: describe(state, subnet) };
}

export function describeSubnets(state: State, input: sdk.DescribeSubnetsRequest): sdk.DescribeSubnetsResult {
  accept("DescribeSubnets", input, ["SubnetIds", "Filters", "MaxResults", "NextToken"]);
  const subnets = selectIds(state.subnets, input.SubnetIds, (id) => notFound("subnets", id));
  const { items, NextToken } = filterAndPage(
    "DescribeSubnets",
    subnets.map((subnet) => describe(state, subnet)),
    input,
    {
      "subnet-id": ({ SubnetId }) => [SubnetId],
      "subnet-arn": ({ SubnetArn }) => [SubnetArn],
      "vpc-id": ({ VpcId }) => [VpcId],
      "availability-zone": ({ AvailabilityZone }) => [AvailabilityZone],
      availabilityZone: ({ AvailabilityZone }) => [AvailabilityZone],
      "availability-zone-id": ({ AvailabilityZoneId }) => [AvailabilityZoneId],
      "cidr-block": ({ CidrBlock }) => [CidrBlock],
      cidr: ({ CidrBlock }) => [CidrBlock],
      state: ({ State }) => [State],
      "default-for-az": ({ DefaultForAz }) => [String(DefaultForAz)],
      "map-public-ip-on-launch": ({ MapPublicIpOnLaunch }) => [String(MapPublicIpOnLaunch)],
      "owner-id": ({ OwnerId }) => [OwnerId],
    },
    ({ Tags = [] }) => Tags,
  );
  return { Subnets: items, NextToken };
}

/** Refused while anything has an address in it. */
export function deleteSubnet(state: State, input: sdk.DeleteSubnetRequest): void {
  accept("DeleteSubnet", input, ["SubnetId"]);
  const { SubnetId } = find(state, "subnets", input.SubnetId);
  const interfaces = [...state.networkInterfaces.values()].some((each) => each.SubnetId === SubnetId);
  if (interfaces) throw dependencyViolation(`The subnet '${SubnetId}' has dependencies and cannot be deleted.`);
  state.subnets.delete(SubnetId);
  for (const table of state.routeTables.values())
    table.Associations = table.Associations.filter((association) => association.SubnetId !== SubnetId);
}

export function modifySubnetAttribute(state: State, input: sdk.ModifySubnetAttributeRequest): void {
  accept("ModifySubnetAttribute", input, ["SubnetId", "MapPublicIpOnLaunch"]);
  const subnet = find(state, "subnets", input.SubnetId);
  if (input.MapPublicIpOnLaunch?.Value === undefined)
    throw new AwsError("MissingParameter", "The request must contain the parameter attribute");
  subnet.MapPublicIpOnLaunch = input.MapPublicIpOnLaunch.Value;
}

/** A free private address, or the one that is asked for. */
export function allocateAddress(state: State, subnet: Subnet, wanted?: string): string {
  const block = parseCidr(subnet.CidrBlock);
  if (block === undefined) throw new Error(`subnet ${subnet.SubnetId} has no CIDR block`);
  const first = block.first + RESERVED_AT_START;
  const count = cidrSize(block) - RESERVED;
  const taken = new Set(
    [...state.networkInterfaces.values()]
      .filter(({ SubnetId }) => SubnetId === subnet.SubnetId)
      .map(({ PrivateIpAddress }) => toNumber(PrivateIpAddress)),
  );
  if (wanted !== undefined) {
    const number = toNumber(wanted);
    if (!(number >= first && number < first + count))
      throw new AwsError("InvalidParameterValue", `Address ${wanted} does not fall within the subnet's address range`);
    if (taken.has(number)) throw new AwsError("InvalidIPAddress.InUse", `Address ${wanted} is in use.`);
    return wanted;
  }
  for (let step = 1; step <= count; step++) {
    const candidate = first + ((subnet.lastAddress - first + step + count) % count);
    if (taken.has(candidate)) continue;
    subnet.lastAddress = candidate;
    return toAddress(candidate);
  }
  throw new AwsError(
    "InsufficientFreeAddressesInSubnet",
    `There are not enough free addresses in subnet '${subnet.SubnetId}' to satisfy the requested number of addresses.`,
  );
}

function chooseZone(state: State, { AvailabilityZone, AvailabilityZoneId }: sdk.CreateSubnetRequest) {
  const zones = availabilityZones(state.aws.region);
  const zone = zones.find(
    ({ name, id }) =>
      (AvailabilityZone === undefined || name === AvailabilityZone) &&
      (AvailabilityZoneId === undefined || id === AvailabilityZoneId),
  );
  if (zone !== undefined) return zone;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${AvailabilityZone ?? AvailabilityZoneId}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${zones.map(({ name }) => name).join(", ")}.`,
  );
}

function describe(state: State, { lastAddress, ...subnet }: Subnet): sdk.Subnet {
  const block = parseCidr(subnet.CidrBlock);
  const used = [...state.networkInterfaces.values()].filter(({ SubnetId }) => SubnetId === subnet.SubnetId).length;
  return { ...subnet, AvailableIpAddressCount: (block ? cidrSize(block) : 0) - RESERVED - used };
}
