import type * as sdk from "@aws-sdk/client-ec2";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";

/** A type of the SDK with the members that are always set in the store. */
export type Stored<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type Vpc = Stored<sdk.Vpc, "VpcId" | "CidrBlock" | "Tags"> & {
  enableDnsSupport: boolean;
  enableDnsHostnames: boolean;
};
export type Subnet = Stored<sdk.Subnet, "SubnetId" | "VpcId" | "CidrBlock" | "AvailabilityZone" | "Tags"> & {
  /** The last address given out: the next one is looked for after it, so that none is reused at once. */
  lastAddress: number;
};
export type InternetGateway = Stored<sdk.InternetGateway, "InternetGatewayId" | "Attachments" | "Tags">;
export type RouteTable = Stored<sdk.RouteTable, "RouteTableId" | "VpcId" | "Associations" | "Routes" | "Tags">;
export type Address = Stored<sdk.Address, "AllocationId" | "PublicIp" | "Tags">;
export type NatGateway = Stored<sdk.NatGateway, "NatGatewayId" | "SubnetId" | "VpcId" | "NatGatewayAddresses" | "Tags">;
export type SecurityGroup = Stored<sdk.SecurityGroup, "GroupId" | "GroupName" | "VpcId" | "Tags">;
export type SecurityGroupRule = Stored<
  sdk.SecurityGroupRule,
  "SecurityGroupRuleId" | "GroupId" | "IsEgress" | "IpProtocol" | "FromPort" | "ToPort" | "Tags"
>;
export type NetworkInterface = Stored<
  sdk.NetworkInterface,
  "NetworkInterfaceId" | "SubnetId" | "VpcId" | "PrivateIpAddress" | "Groups" | "TagSet"
>;

/** Everything that EC2 knows. */
export interface State {
  readonly aws: Aws;
  readonly vpcs: Map<string, Vpc>;
  readonly subnets: Map<string, Subnet>;
  readonly internetGateways: Map<string, InternetGateway>;
  readonly routeTables: Map<string, RouteTable>;
  readonly addresses: Map<string, Address>;
  readonly natGateways: Map<string, NatGateway>;
  readonly securityGroups: Map<string, SecurityGroup>;
  readonly securityGroupRules: Map<string, SecurityGroupRule>;
  readonly networkInterfaces: Map<string, NetworkInterface>;
  /** Numbers of the public addresses that are AWS's own; none is given out twice. */
  readonly publicAddresses: { next(): number };
}

export function emptyState(aws: Aws): State {
  let publicAddresses = 0;
  return {
    aws,
    vpcs: new Map(),
    subnets: new Map(),
    internetGateways: new Map(),
    routeTables: new Map(),
    addresses: new Map(),
    natGateways: new Map(),
    securityGroups: new Map(),
    securityGroupRules: new Map(),
    networkInterfaces: new Map(),
    publicAddresses: { next: () => ++publicAddresses },
  };
}

/** A new identifier: the prefix, a zero and 16 hexadecimal digits, as all of EC2's long ones. */
export function newId({ aws }: State, prefix: string): string {
  return `${prefix}-0${aws.random.text(16)}`;
}

export function arn({ aws }: State, kind: string, id: string): string {
  return `arn:${aws.partition}:ec2:${aws.region}:${aws.accountId}:${kind}/${id}`;
}

/** Kinds of resources by the prefix of their identifiers: the error for an unknown one, and its word in messages. */
const kinds = {
  vpcs: ["InvalidVpcID.NotFound", (id: string) => `The vpc ID '${id}' does not exist`],
  subnets: ["InvalidSubnetID.NotFound", (id: string) => `The subnet ID '${id}' does not exist`],
  internetGateways: [
    "InvalidInternetGatewayID.NotFound",
    (id: string) => `The internetGateway ID '${id}' does not exist`,
  ],
  routeTables: ["InvalidRouteTableID.NotFound", (id: string) => `The routeTable ID '${id}' does not exist`],
  addresses: ["InvalidAllocationID.NotFound", (id: string) => `The allocation ID '${id}' does not exist`],
  natGateways: ["NatGatewayNotFound", (id: string) => `NAT gateway ${id} was not found`],
  securityGroups: ["InvalidGroup.NotFound", (id: string) => `The security group '${id}' does not exist`],
  securityGroupRules: [
    "InvalidSecurityGroupRuleId.NotFound",
    (id: string) => `The security group rule ID '${id}' does not exist`,
  ],
  networkInterfaces: [
    "InvalidNetworkInterfaceID.NotFound",
    (id: string) => `The networkInterface ID '${id}' does not exist`,
  ],
} as const;

type Kind = keyof typeof kinds;
type Resource<K extends Kind> = State[K] extends Map<string, infer R> ? R : never;

/** The resource of this id; throws EC2's `Invalid...NotFound` when there is none. */
export function find<K extends Kind>(state: State, kind: K, id: string | undefined): Resource<K> {
  const resources = state[kind] as Map<string, unknown>;
  const found = resources.get(id ?? "");
  if (found === undefined) throw notFound(kind, id ?? "");
  return found as Resource<K>;
}

export function notFound(kind: Kind, id: string): AwsError {
  const [code, message] = kinds[kind];
  return new AwsError(code, message(id));
}

export function dependencyViolation(message: string): AwsError {
  return new AwsError("DependencyViolation", message);
}

/** As `refuseOthers`, for EC2, whose operations all take a DryRun that is refused only when set. */
export function accept<Input extends object>(
  operation: string,
  input: Input,
  supported: readonly (keyof Input & string)[],
): void {
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || (name === "DryRun" && value === false)) continue;
    if (!supported.some((each) => each === name)) throw notImplemented(`the parameter ${name} of ec2:${operation}`);
  }
}
