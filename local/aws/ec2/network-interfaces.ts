import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { disassociate } from "./addresses.js";
import { filterAndPage, selectIds } from "./describe.js";
import { accept, find, type NetworkInterface, newId, notFound, type State, type Subnet } from "./state.js";
import { allocateAddress } from "./subnets.js";
import { tagsFor } from "./tags.js";

export function createNetworkInterface(
  state: State,
  input: sdk.CreateNetworkInterfaceRequest,
): sdk.CreateNetworkInterfaceResult {
  accept("CreateNetworkInterface", input, [
    "SubnetId",
    "Groups",
    "Description",
    "PrivateIpAddress",
    "TagSpecifications",
    "ClientToken",
  ]);
  const subnet = find(state, "subnets", input.SubnetId);
  const NetworkInterface = addNetworkInterface(state, {
    subnet,
    groups: input.Groups?.length ? input.Groups : undefined,
    description: input.Description ?? "",
    address: input.PrivateIpAddress,
    tags: tagsFor("network-interface", input.TagSpecifications),
  });
  return { NetworkInterface, ClientToken: input.ClientToken };
}

/** Puts an interface into a subnet, with a private address of its own; without `groups` in the VPC's default one. */
export function addNetworkInterface(
  state: State,
  {
    subnet,
    groups,
    description,
    address,
    tags = [],
  }: {
    subnet: Subnet;
    groups: readonly string[] | undefined;
    description: string;
    address?: string | undefined;
    tags?: sdk.Tag[];
  },
): NetworkInterface {
  const Groups = groupIdentifiers(state, subnet.VpcId, groups ?? [defaultGroup(state, subnet.VpcId)]);
  const PrivateIpAddress = allocateAddress(state, subnet, address);
  const vpc = find(state, "vpcs", subnet.VpcId);
  const region = state.aws.region === "us-east-1" ? "ec2.internal" : `${state.aws.region}.compute.internal`;
  const PrivateDnsName = vpc.enableDnsHostnames ? `ip-${PrivateIpAddress.replaceAll(".", "-")}.${region}` : undefined;
  const networkInterface: NetworkInterface = {
    NetworkInterfaceId: newId(state, "eni"),
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    AvailabilityZone: subnet.AvailabilityZone,
    Description: description,
    Groups,
    InterfaceType: "interface",
    MacAddress: `02:${Array.from({ length: 5 }, () => state.aws.random.text(2)).join(":")}`,
    OwnerId: state.aws.accountId,
    PrivateIpAddress,
    PrivateDnsName,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress, PrivateDnsName }],
    Ipv6Addresses: [],
    RequesterManaged: false,
    SourceDestCheck: true,
    Status: "available",
    TagSet: tags,
  };
  state.networkInterfaces.set(networkInterface.NetworkInterfaceId, networkInterface);
  return networkInterface;
}

export function describeNetworkInterfaces(
  state: State,
  input: sdk.DescribeNetworkInterfacesRequest,
): sdk.DescribeNetworkInterfacesResult {
  accept("DescribeNetworkInterfaces", input, ["NetworkInterfaceIds", "Filters", "MaxResults", "NextToken"]);
  const interfaces = selectIds(state.networkInterfaces, input.NetworkInterfaceIds, (id) =>
    notFound("networkInterfaces", id),
  );
  const { items, NextToken } = filterAndPage(
    "DescribeNetworkInterfaces",
    interfaces,
    input,
    {
      "network-interface-id": (each) => [each.NetworkInterfaceId],
      "subnet-id": ({ SubnetId }) => [SubnetId],
      "vpc-id": ({ VpcId }) => [VpcId],
      "availability-zone": ({ AvailabilityZone }) => [AvailabilityZone],
      "group-id": ({ Groups }) => Groups.map(({ GroupId }) => GroupId),
      "group-name": ({ Groups }) => Groups.map(({ GroupName }) => GroupName),
      description: ({ Description }) => [Description],
      "interface-type": ({ InterfaceType }) => [InterfaceType],
      "private-ip-address": ({ PrivateIpAddress }) => [PrivateIpAddress],
      "addresses.private-ip-address": ({ PrivateIpAddress }) => [PrivateIpAddress],
      "requester-id": ({ RequesterId }) => [RequesterId],
      "attachment.attachment-id": ({ Attachment }) => [Attachment?.AttachmentId],
      "attachment.instance-owner-id": ({ Attachment }) => [Attachment?.InstanceOwnerId],
      "attachment.status": ({ Attachment }) => [Attachment?.Status],
      "association.public-ip": ({ Association }) => [Association?.PublicIp],
      "association.ip-owner-id": ({ Association }) => [Association?.IpOwnerId],
      "requester-managed": ({ RequesterManaged }) => [String(RequesterManaged)],
      status: ({ Status }) => [Status],
    },
    ({ TagSet }) => TagSet,
  );
  return { NetworkInterfaces: items, NextToken };
}

export function deleteNetworkInterface(state: State, input: sdk.DeleteNetworkInterfaceRequest): void {
  accept("DeleteNetworkInterface", input, ["NetworkInterfaceId"]);
  const { NetworkInterfaceId, Status, Association } = find(state, "networkInterfaces", input.NetworkInterfaceId);
  if (Status === "in-use")
    throw new AwsError("InvalidParameterValue", `Network interface '${NetworkInterfaceId}' is currently in use.`);
  const address = state.addresses.get(Association?.AllocationId ?? "");
  if (address !== undefined) disassociate(address);
  state.networkInterfaces.delete(NetworkInterfaceId);
}

export function modifyNetworkInterfaceAttribute(state: State, input: sdk.ModifyNetworkInterfaceAttributeRequest): void {
  accept("ModifyNetworkInterfaceAttribute", input, ["NetworkInterfaceId", "Groups", "Description", "SourceDestCheck"]);
  const networkInterface = find(state, "networkInterfaces", input.NetworkInterfaceId);
  if (networkInterface.RequesterManaged) throw notYours();
  const { Groups, Description, SourceDestCheck } = input;
  if ([Groups, Description, SourceDestCheck].filter((attribute) => attribute !== undefined).length !== 1)
    throw new AwsError("InvalidParameterCombination", "Exactly one attribute must be specified");
  if (Groups !== undefined) setGroups(state, networkInterface, Groups);
  if (Description !== undefined) networkInterface.Description = Description.Value;
  if (SourceDestCheck !== undefined) networkInterface.SourceDestCheck = SourceDestCheck.Value;
}

export function setGroups(state: State, networkInterface: NetworkInterface, groups: readonly string[]): void {
  networkInterface.Groups = groupIdentifiers(state, networkInterface.VpcId, groups);
}

/** EC2's refusal of what belongs to a service of AWS's: tags aside, its interfaces are nobody else's to change. */
export function notYours(): AwsError {
  return new AwsError("AuthFailure", "You do not have permission to access the specified resource.");
}

function groupIdentifiers(state: State, vpcId: string, ids: readonly string[]): sdk.GroupIdentifier[] {
  return ids.map((id) => {
    const { GroupId, GroupName, VpcId } = find(state, "securityGroups", id);
    if (VpcId !== vpcId)
      throw new AwsError(
        "InvalidParameterValue",
        `You have specified two resources that belong to different networks.`,
      );
    return { GroupId, GroupName };
  });
}

function defaultGroup(state: State, vpcId: string): string {
  for (const { GroupId, GroupName, VpcId } of state.securityGroups.values())
    if (VpcId === vpcId && GroupName === "default") return GroupId;
  throw new Error(`VPC ${vpcId} has no default security group`);
}
