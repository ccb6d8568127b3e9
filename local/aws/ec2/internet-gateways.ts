import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { filterAndPage, selectIds } from "./describe.js";
import { accept, dependencyViolation, find, type InternetGateway, newId, notFound, type State } from "./state.js";
import { tagsFor } from "./tags.js";

/** AWS's default quota in a region, the same as for VPCs. */
const MAX_INTERNET_GATEWAYS = 5;

export function createInternetGateway(
  state: State,
  input: sdk.CreateInternetGatewayRequest,
): sdk.CreateInternetGatewayResult {
  accept("CreateInternetGateway", input, ["TagSpecifications"]);
  if (state.internetGateways.size >= MAX_INTERNET_GATEWAYS)
    throw new AwsError("InternetGatewayLimitExceeded", "The maximum number of internet gateways has been reached.");
  const gateway: InternetGateway = {
    InternetGatewayId: newId(state, "igw"),
    OwnerId: state.aws.accountId,
    Attachments: [],
    Tags: tagsFor("internet-gateway", input.TagSpecifications),
  };
  state.internetGateways.set(gateway.InternetGatewayId, gateway);
  return { InternetGateway: gateway };
}

export function describeInternetGateways(
  state: State,
  input: sdk.DescribeInternetGatewaysRequest,
): sdk.DescribeInternetGatewaysResult {
  accept("DescribeInternetGateways", input, ["InternetGatewayIds", "Filters", "MaxResults", "NextToken"]);
  const gateways = selectIds(state.internetGateways, input.InternetGatewayIds, (id) =>
    notFound("internetGateways", id),
  );
  const { items, NextToken } = filterAndPage(
    "DescribeInternetGateways",
    gateways,
    input,
    {
      "internet-gateway-id": ({ InternetGatewayId }) => [InternetGatewayId],
      "attachment.vpc-id": ({ Attachments }) => Attachments.map(({ VpcId }) => VpcId),
      "attachment.state": ({ Attachments }) => Attachments.map(({ State }) => State),
      "owner-id": ({ OwnerId }) => [OwnerId],
    },
    ({ Tags }) => Tags,
  );
  return { InternetGateways: items, NextToken };
}

export function deleteInternetGateway(state: State, input: sdk.DeleteInternetGatewayRequest): void {
  accept("DeleteInternetGateway", input, ["InternetGatewayId"]);
  const { InternetGatewayId, Attachments } = find(state, "internetGateways", input.InternetGatewayId);
  if (Attachments.length > 0)
    throw dependencyViolation(`The internetGateway '${InternetGatewayId}' has dependencies and cannot be deleted.`);
  state.internetGateways.delete(InternetGatewayId);
}

export function attachInternetGateway(state: State, input: sdk.AttachInternetGatewayRequest): void {
  accept("AttachInternetGateway", input, ["InternetGatewayId", "VpcId"]);
  const gateway = find(state, "internetGateways", input.InternetGatewayId);
  const { VpcId } = find(state, "vpcs", input.VpcId);
  const attached = gateway.Attachments[0];
  if (attached !== undefined)
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `resource ${gateway.InternetGatewayId} is already attached to network ${attached.VpcId}`,
    );
  for (const other of state.internetGateways.values())
    if (other.Attachments.some((attachment) => attachment.VpcId === VpcId))
      throw new AwsError("InvalidParameterValue", `Network ${VpcId} already has an internet gateway attached`);
  // EC2 says "available" here, which is not among the states that its model lists for attachments.
  gateway.Attachments.push({ VpcId, State: "available" as sdk.AttachmentStatus });
}

/** Refused while anything in the VPC has a public address. */
export function detachInternetGateway(state: State, input: sdk.DetachInternetGatewayRequest): void {
  accept("DetachInternetGateway", input, ["InternetGatewayId", "VpcId"]);
  const gateway = find(state, "internetGateways", input.InternetGatewayId);
  const { VpcId } = find(state, "vpcs", input.VpcId);
  if (!gateway.Attachments.some((attachment) => attachment.VpcId === VpcId))
    throw new AwsError(
      "Gateway.NotAttached",
      `resource ${gateway.InternetGatewayId} is not attached to network ${VpcId}`,
    );
  const hasPublicAddress = [...state.networkInterfaces.values()].some(
    (each) => each.VpcId === VpcId && each.Association?.PublicIp !== undefined,
  );
  if (hasPublicAddress)
    throw dependencyViolation(
      `Network ${VpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    );
  gateway.Attachments = [];
}
