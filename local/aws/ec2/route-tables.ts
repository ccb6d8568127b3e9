import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { formatCidr, parseCidr } from "./cidr.js";
import { filterAndPage, selectIds } from "./describe.js";
import { accept, dependencyViolation, find, newId, notFound, type RouteTable, type State, type Vpc } from "./state.js";
import { tagsFor } from "./tags.js";

export function createRouteTable(state: State, input: sdk.CreateRouteTableRequest): sdk.CreateRouteTableResult {
  accept("CreateRouteTable", input, ["VpcId", "TagSpecifications", "ClientToken"]);
  const vpc = find(state, "vpcs", input.VpcId);
  const Tags = tagsFor("route-table", input.TagSpecifications);
  return { RouteTable: describe(state, add(state, vpc, Tags)) };
}

/** The table that every VPC has for subnets without one of their own. */
export function addMainRouteTable(state: State, vpc: Vpc): void {
  const table = add(state, vpc, []);
  table.Associations.push({
    Main: true,
    RouteTableAssociationId: newId(state, "rtbassoc"),
    RouteTableId: table.RouteTableId,
    AssociationState: { State: "associated" },
  });
}

export function describeRouteTables(
  state: State,
  input: sdk.DescribeRouteTablesRequest,
): sdk.DescribeRouteTablesResult {
  accept("DescribeRouteTables", input, ["RouteTableIds", "Filters", "MaxResults", "NextToken"]);
  const tables = selectIds(state.routeTables, input.RouteTableIds, (id) => notFound("routeTables", id));
  const { items, NextToken } = filterAndPage(
    "DescribeRouteTables",
    tables.map((table) => describe(state, table)),
    input,
    {
      "route-table-id": ({ RouteTableId }) => [RouteTableId],
      "vpc-id": ({ VpcId }) => [VpcId],
      "association.subnet-id": ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
      "association.main": ({ Associations = [] }) => Associations.map(({ Main }) => String(Main)),
      "association.route-table-association-id": ({ Associations = [] }) =>
        Associations.map((association) => association.RouteTableAssociationId),
      "route.destination-cidr-block": ({ Routes = [] }) => Routes.map((route) => route.DestinationCidrBlock),
      "route.gateway-id": ({ Routes = [] }) => Routes.map(({ GatewayId }) => GatewayId),
      "route.nat-gateway-id": ({ Routes = [] }) => Routes.map(({ NatGatewayId }) => NatGatewayId),
      "route.state": ({ Routes = [] }) => Routes.map(({ State }) => State),
    },
    ({ Tags = [] }) => Tags,
  );
  return { RouteTables: items, NextToken };
}

export function deleteRouteTable(state: State, input: sdk.DeleteRouteTableRequest): void {
  accept("DeleteRouteTable", input, ["RouteTableId"]);
  const table = find(state, "routeTables", input.RouteTableId);
  if (table.Associations.length > 0)
    throw dependencyViolation(`The routeTable '${table.RouteTableId}' has dependencies and cannot be deleted.`);
  state.routeTables.delete(table.RouteTableId);
}

export function associateRouteTable(
  state: State,
  input: sdk.AssociateRouteTableRequest,
): sdk.AssociateRouteTableResult {
  accept("AssociateRouteTable", input, ["RouteTableId", "SubnetId"]);
  const table = find(state, "routeTables", input.RouteTableId);
  const subnet = find(state, "subnets", input.SubnetId);
  sameNetwork(table, subnet, `subnet ${subnet.SubnetId}`);
  for (const other of state.routeTables.values())
    if (other.Associations.some(({ SubnetId }) => SubnetId === subnet.SubnetId))
      throw new AwsError(
        "Resource.AlreadyAssociated",
        `the specified association for route table ${table.RouteTableId} conflicts with an existing association`,
      );
  return associate(state, table, subnet.SubnetId);
}

export function disassociateRouteTable(state: State, input: sdk.DisassociateRouteTableRequest): void {
  accept("DisassociateRouteTable", input, ["AssociationId"]);
  const { table, association } = findAssociation(state, input.AssociationId);
  if (association.Main)
    throw new AwsError(
      "InvalidParameterValue",
      `cannot disassociate the main route table association ${input.AssociationId}`,
    );
  table.Associations = table.Associations.filter((each) => each !== association);
}

export function replaceRouteTableAssociation(
  state: State,
  input: sdk.ReplaceRouteTableAssociationRequest,
): sdk.ReplaceRouteTableAssociationResult {
  accept("ReplaceRouteTableAssociation", input, ["AssociationId", "RouteTableId"]);
  const { table, association } = findAssociation(state, input.AssociationId);
  const next = find(state, "routeTables", input.RouteTableId);
  sameNetwork(next, table, `route table ${table.RouteTableId}`);
  table.Associations = table.Associations.filter((each) => each !== association);
  const { AssociationId, AssociationState } = associate(state, next, association.SubnetId, association.Main);
  return { NewAssociationId: AssociationId, AssociationState };
}

export function createRoute(state: State, input: sdk.CreateRouteRequest): sdk.CreateRouteResult {
  const { table, destination, target } = routeOf(state, "CreateRoute", input);
  if (table.Routes.some((route) => route.DestinationCidrBlock === destination))
    throw new AwsError("RouteAlreadyExists", `The route identified by ${destination} already exists.`);
  table.Routes.push({ DestinationCidrBlock: destination, ...target, Origin: "CreateRoute", State: "active" });
  return { Return: true };
}

export function replaceRoute(state: State, input: sdk.ReplaceRouteRequest): void {
  const { table, destination, target } = routeOf(state, "ReplaceRoute", input);
  const index = table.Routes.findIndex((route) => route.DestinationCidrBlock === destination);
  if (index < 0)
    throw new AwsError(
      "InvalidParameterValue",
      `There is no route defined for '${destination}' in the route table. Use CreateRoute instead.`,
    );
  table.Routes[index] = { DestinationCidrBlock: destination, ...target, Origin: "CreateRoute", State: "active" };
}

export function deleteRoute(state: State, input: sdk.DeleteRouteRequest): void {
  accept("DeleteRoute", input, ["RouteTableId", "DestinationCidrBlock"]);
  const table = find(state, "routeTables", input.RouteTableId);
  const route = table.Routes.find((each) => each.DestinationCidrBlock === input.DestinationCidrBlock);
  if (route === undefined)
    throw new AwsError(
      "InvalidRoute.NotFound",
      `no route with destination-cidr-block ${input.DestinationCidrBlock} in route table ${table.RouteTableId}`,
    );
  if (route.GatewayId === "local")
    throw new AwsError(
      "InvalidParameterValue",
      `cannot remove local route ${input.DestinationCidrBlock} in route table ${table.RouteTableId}`,
    );
  table.Routes = table.Routes.filter((each) => each !== route);
}

function routeOf(state: State, operation: string, input: sdk.CreateRouteRequest | sdk.ReplaceRouteRequest) {
  accept(operation, input, ["RouteTableId", "DestinationCidrBlock", "GatewayId", "NatGatewayId", "NetworkInterfaceId"]);
  const table = find(state, "routeTables", input.RouteTableId);
  const { DestinationCidrBlock = "", GatewayId, NatGatewayId, NetworkInterfaceId } = input;
  const block = parseCidr(DestinationCidrBlock);
  if (block === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${DestinationCidrBlock}) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.`,
    );
  const targets = [GatewayId, NatGatewayId, NetworkInterfaceId].filter((target) => target !== undefined);
  if (targets.length !== 1)
    throw new AwsError(
      targets.length === 0 ? "MissingParameter" : "InvalidParameterCombination",
      "The request must contain exactly one of gatewayId, natGatewayId, networkInterfaceId",
    );
  let target: sdk.Route = {};
  if (GatewayId !== undefined) {
    const gateway = find(state, "internetGateways", GatewayId);
    sameNetwork(table, gateway.Attachments[0] ?? {}, `network gateway ${GatewayId}`);
    target = { GatewayId };
  } else if (NatGatewayId !== undefined) {
    const gateway = state.natGateways.get(NatGatewayId);
    if (gateway === undefined || gateway.State === "deleted" || gateway.State === "failed")
      throw new AwsError("InvalidNatGatewayID.NotFound", `The natGateway ID '${NatGatewayId}' does not exist`);
    sameNetwork(table, gateway, `NAT gateway ${NatGatewayId}`);
    target = { NatGatewayId };
  } else if (NetworkInterfaceId !== undefined) {
    sameNetwork(table, find(state, "networkInterfaces", NetworkInterfaceId), `interface ${NetworkInterfaceId}`);
    target = { NetworkInterfaceId };
  }
  return { table, destination: formatCidr(block), target };
}

function sameNetwork(table: RouteTable, other: { VpcId?: string | undefined }, what: string): void {
  if (table.VpcId !== other.VpcId)
    throw new AwsError(
      "InvalidParameterValue",
      `route table ${table.RouteTableId} and ${what} belong to different networks`,
    );
}

function add(state: State, vpc: Vpc, Tags: sdk.Tag[]): RouteTable {
  const table: RouteTable = {
    RouteTableId: newId(state, "rtb"),
    VpcId: vpc.VpcId,
    OwnerId: state.aws.accountId,
    Associations: [],
    PropagatingVgws: [],
    Routes: [{ DestinationCidrBlock: vpc.CidrBlock, GatewayId: "local", Origin: "CreateRouteTable", State: "active" }],
    Tags,
  };
  state.routeTables.set(table.RouteTableId, table);
  return table;
}

function associate(state: State, table: RouteTable, SubnetId: string | undefined, Main = false) {
  const AssociationId = newId(state, "rtbassoc");
  const AssociationState: sdk.RouteTableAssociationState = { State: "associated" };
  table.Associations.push({
    Main,
    RouteTableAssociationId: AssociationId,
    RouteTableId: table.RouteTableId,
    SubnetId,
    AssociationState,
  });
  return { AssociationId, AssociationState };
}

function findAssociation(state: State, id: string | undefined) {
  for (const table of state.routeTables.values()) {
    const association = table.Associations.find((each) => each.RouteTableAssociationId === id);
    if (association !== undefined) return { table, association };
  }
  throw new AwsError("InvalidAssociationID.NotFound", `The association ID '${id}' does not exist`);
}

/** A route whose target is gone leads nowhere: a black hole. */
function describe(state: State, table: RouteTable): sdk.RouteTable {
  const Routes = table.Routes.map((route): sdk.Route => {
    const { GatewayId, NatGatewayId, NetworkInterfaceId } = route;
    const nat = NatGatewayId === undefined ? undefined : state.natGateways.get(NatGatewayId);
    const alive =
      GatewayId === "local" ||
      (GatewayId !== undefined &&
        state.internetGateways.get(GatewayId)?.Attachments.some(({ VpcId }) => VpcId === table.VpcId)) ||
      (nat !== undefined && (nat.State === "pending" || nat.State === "available")) ||
      (NetworkInterfaceId !== undefined && state.networkInterfaces.has(NetworkInterfaceId));
    return { ...route, State: alive ? "active" : "blackhole" };
  });
  return { ...table, Routes };
}
