import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { associate, disassociate } from "./addresses.js";
import { filterAndPage, selectIds } from "./describe.js";
import { addManagedInterface } from "./managed-interfaces.js";
import { accept, find, type NatGateway, newId, notFound, type State } from "./state.js";
import { tagsFor } from "./tags.js";

/** A deleted gateway can still be described for about an hour, says its API reference. In seconds. */
const FORGOTTEN_AFTER = 3600;

/** A public NAT gateway: pending for a while, then available, or failed when its VPC has no way out. */
export function createNatGateway(
  state: State,
  tokens: Map<string, string>,
  input: sdk.CreateNatGatewayRequest,
): sdk.CreateNatGatewayResult {
  accept("CreateNatGateway", input, [
    "SubnetId",
    "AllocationId",
    "ConnectivityType",
    "ClientToken",
    "TagSpecifications",
  ]);
  const { ClientToken, SubnetId, AllocationId, ConnectivityType = "public" } = input;
  const earlier = state.natGateways.get(tokens.get(ClientToken ?? "") ?? "");
  if (earlier !== undefined) return { NatGateway: earlier, ClientToken };
  if (ConnectivityType !== "public") accept("CreateNatGateway with ConnectivityType private", { ConnectivityType }, []);
  const subnet = find(state, "subnets", SubnetId);
  if (AllocationId === undefined)
    throw new AwsError("MissingParameter", "The request must contain the parameter AllocationId");
  const address = state.addresses.get(AllocationId);
  if (address === undefined)
    throw new AwsError("InvalidAllocationID.NotFound", `The elastic-ip ID '${AllocationId}' does not exist`);
  if (address.AssociationId !== undefined)
    throw new AwsError("Resource.AlreadyAssociated", `Elastic IP address [${AllocationId}] is already associated`);
  const Tags = tagsFor("natgateway", input.TagSpecifications);
  const NatGatewayId = newId(state, "nat");
  const networkInterface = addManagedInterface(state, {
    of: "NAT gateway",
    subnetId: subnet.SubnetId,
    description: `Interface for NAT Gateway ${NatGatewayId}`,
  });
  const AssociationId = associate(state, address, networkInterface);
  const gateway: NatGateway = {
    NatGatewayId,
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    ConnectivityType,
    CreateTime: state.aws.clock.now(),
    State: "pending",
    NatGatewayAddresses: [
      {
        AllocationId,
        AssociationId,
        IsPrimary: true,
        NetworkInterfaceId: networkInterface.NetworkInterfaceId,
        PrivateIp: networkInterface.PrivateIpAddress,
        PublicIp: address.PublicIp,
        Status: "succeeded",
      },
    ],
    Tags,
  };
  state.natGateways.set(NatGatewayId, gateway);
  if (ClientToken !== undefined) tokens.set(ClientToken, NatGatewayId);
  later(state, state.aws.durations.services.natGatewayPending, () => {
    if (gateway.State !== "pending") return;
    const attached = [...state.internetGateways.values()].some(({ Attachments }) =>
      Attachments.some(({ VpcId }) => VpcId === gateway.VpcId),
    );
    if (attached) {
      gateway.State = "available";
      return;
    }
    gateway.State = "failed";
    gateway.FailureCode = "Gateway.NotAttached";
    gateway.FailureMessage = `Network ${gateway.VpcId} has no Internet gateway attached`;
    free(state, gateway);
  });
  return { NatGateway: { ...gateway }, ClientToken };
}

export function describeNatGateways(
  state: State,
  input: sdk.DescribeNatGatewaysRequest,
): sdk.DescribeNatGatewaysResult {
  accept("DescribeNatGateways", input, ["NatGatewayIds", "Filter", "MaxResults", "NextToken"]);
  const gateways = selectIds(state.natGateways, input.NatGatewayIds, (id) => notFound("natGateways", id));
  const { Filter: Filters, MaxResults, NextToken: from } = input;
  const { items, NextToken } = filterAndPage(
    "DescribeNatGateways",
    gateways,
    { Filters, MaxResults, NextToken: from },
    {
      "nat-gateway-id": ({ NatGatewayId }) => [NatGatewayId],
      "subnet-id": ({ SubnetId }) => [SubnetId],
      "vpc-id": ({ VpcId }) => [VpcId],
      state: ({ State }) => [State],
    },
    ({ Tags }) => Tags,
  );
  return { NatGateways: items, NextToken };
}

/** Deleting takes a while; the address and the network interface are in use until then. */
export function deleteNatGateway(state: State, input: sdk.DeleteNatGatewayRequest): sdk.DeleteNatGatewayResult {
  accept("DeleteNatGateway", input, ["NatGatewayId"]);
  const gateway = find(state, "natGateways", input.NatGatewayId);
  if (gateway.State === "deleted") throw notFound("natGateways", gateway.NatGatewayId);
  if (gateway.State !== "deleting") {
    gateway.State = "deleting";
    later(state, state.aws.durations.services.natGatewayDeleting, () => {
      gateway.State = "deleted";
      gateway.DeleteTime = state.aws.clock.now();
      free(state, gateway);
      later(state, FORGOTTEN_AFTER, () => state.natGateways.delete(gateway.NatGatewayId));
    });
  }
  return { NatGatewayId: gateway.NatGatewayId };
}

function free(state: State, gateway: NatGateway): void {
  for (const { AllocationId = "", NetworkInterfaceId = "" } of gateway.NatGatewayAddresses) {
    const address = state.addresses.get(AllocationId);
    if (address?.NetworkInterfaceId === NetworkInterfaceId) disassociate(address);
    state.networkInterfaces.delete(NetworkInterfaceId);
  }
}

/** Runs `action` after `seconds` of AWS's time, unless the local AWS shuts down before. */
function later({ aws }: State, seconds: number, action: () => void): void {
  aws.clock.sleep(seconds, aws.stopping).then(action, () => undefined);
}
