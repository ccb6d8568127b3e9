import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { filterAndPage, selectIds } from "./describe.js";
import { type Address, accept, find, type NetworkInterface, newId, notFound, type State } from "./state.js";
import { tagsFor } from "./tags.js";

/** AWS's default quota of elastic addresses in a region. */
const MAX_ADDRESSES = 5;

export function allocateElasticAddress(state: State, input: sdk.AllocateAddressRequest): sdk.AllocateAddressResult {
  accept("AllocateAddress", input, ["Domain", "TagSpecifications"]);
  if (input.Domain === "standard")
    throw new AwsError("InvalidParameterValue", "Value (standard) for parameter domain is invalid.");
  if (state.addresses.size >= MAX_ADDRESSES)
    throw new AwsError("AddressLimitExceeded", "The maximum number of addresses has been reached.");
  const { region } = state.aws;
  const address: Address = {
    AllocationId: newId(state, "eipalloc"),
    PublicIp: publicAddress(state),
    Domain: "vpc",
    PublicIpv4Pool: "amazon",
    NetworkBorderGroup: region,
    Tags: tagsFor("elastic-ip", input.TagSpecifications),
  };
  state.addresses.set(address.AllocationId, address);
  const { AllocationId, PublicIp, Domain, PublicIpv4Pool, NetworkBorderGroup } = address;
  return { AllocationId, PublicIp, Domain, PublicIpv4Pool, NetworkBorderGroup };
}

export function describeAddresses(state: State, input: sdk.DescribeAddressesRequest): sdk.DescribeAddressesResult {
  accept("DescribeAddresses", input, ["AllocationIds", "PublicIps", "Filters"]);
  const byId = selectIds(state.addresses, input.AllocationIds, (id) => notFound("addresses", id));
  const { PublicIps = [] } = input;
  for (const ip of PublicIps)
    if (![...state.addresses.values()].some(({ PublicIp }) => PublicIp === ip))
      throw new AwsError("InvalidAddress.NotFound", `Address '${ip}' not found.`);
  const addresses = byId.filter(({ PublicIp }) => PublicIps.length === 0 || PublicIps.includes(PublicIp));
  const { items } = filterAndPage(
    "DescribeAddresses",
    addresses,
    { Filters: input.Filters },
    {
      "allocation-id": ({ AllocationId }) => [AllocationId],
      "association-id": ({ AssociationId }) => [AssociationId],
      "public-ip": ({ PublicIp }) => [PublicIp],
      "network-interface-id": ({ NetworkInterfaceId }) => [NetworkInterfaceId],
      "private-ip-address": ({ PrivateIpAddress }) => [PrivateIpAddress],
      domain: ({ Domain }) => [Domain],
    },
    ({ Tags }) => Tags,
  );
  return { Addresses: items };
}

export function releaseAddress(state: State, input: sdk.ReleaseAddressRequest): void {
  accept("ReleaseAddress", input, ["AllocationId"]);
  if (input.AllocationId === undefined)
    throw new AwsError("MissingParameter", "Either public IP or allocation id must be specified");
  const address = find(state, "addresses", input.AllocationId);
  if (address.AssociationId !== undefined)
    throw new AwsError("InvalidIPAddress.InUse", `Address ${address.PublicIp} is in use.`);
  state.addresses.delete(address.AllocationId);
}

/** Gives an elastic address to a network interface; throws when it is somebody else's already. */
export function associate(state: State, address: Address, networkInterface: NetworkInterface): string {
  if (address.AssociationId !== undefined)
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `Elastic IP address [${address.AllocationId}] is already associated`,
    );
  const AssociationId = newId(state, "eipassoc");
  Object.assign(address, {
    AssociationId,
    NetworkInterfaceId: networkInterface.NetworkInterfaceId,
    NetworkInterfaceOwnerId: state.aws.accountId,
    PrivateIpAddress: networkInterface.PrivateIpAddress,
  });
  networkInterface.Association = {
    AllocationId: address.AllocationId,
    AssociationId,
    IpOwnerId: state.aws.accountId,
    PublicIp: address.PublicIp,
    PublicDnsName: "",
  };
  return AssociationId;
}

export function disassociate(address: Address): void {
  address.AssociationId = undefined;
  address.NetworkInterfaceId = undefined;
  address.NetworkInterfaceOwnerId = undefined;
  address.PrivateIpAddress = undefined;
}

/** Public addresses are of TEST-NET-2 (RFC 5737), which leads nowhere. */
function publicAddress(state: State): string {
  const taken = new Set([...state.addresses.values()].map(({ PublicIp }) => PublicIp));
  for (let last = 1; last < 255; last++) {
    const candidate = `198.51.100.${last}`;
    if (!taken.has(candidate)) return candidate;
  }
  throw new AwsError(
    "InsufficientAddressCapacity",
    "Insufficient capacity to satisfy your Elastic IP address request.",
  );
}
