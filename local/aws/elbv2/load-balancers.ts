import type {
  CreateLoadBalancerInput,
  DescribeLoadBalancersInput,
  LoadBalancer,
  SetSecurityGroupsInput,
  SetSubnetsInput,
  SubnetMapping,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import { ensureServiceLinkedRole } from "../iam/service-linked-roles.js";
import { initialAttributes, loadBalancerAttributes } from "./attributes.js";
import { arnOf, type Context, newId } from "./context.js";
import { hostedZoneOf } from "./hosted-zones.js";
import { LIMITS } from "./limits.js";
import { page } from "./paging.js";
import { type LoadBalancerRecord, listenersOf, loadBalancer, rulesOf } from "./state.js";
import { newTags } from "./tags.js";
import { checkName, translating, validationError } from "./validation.js";

type Zones = LoadBalancerRecord["zones"];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export async function createLoadBalancer(context: Context, input: CreateLoadBalancerInput): Promise<LoadBalancer> {
  const { aws, state } = context;
  const name = checkLoadBalancerName(input.Name);
  refuseUnsupported(input);
  const { Scheme: scheme = "internet-facing" } = input;
  const { zones, vpcId } = await checkSubnets(context, input.Subnets, input.SubnetMappings);
  const securityGroups = await checkSecurityGroups(context, input.SecurityGroups, vpcId);
  const existing = [...state.loadBalancers.values()].find((each) => each.name === name);
  if (existing !== undefined) return sameOrDuplicate(existing, { scheme, zones, securityGroups });
  if (scheme === "internet-facing") await checkInternetGateway(context, vpcId);
  if (state.loadBalancers.size >= LIMITS["application-load-balancers"]) {
    throw new AwsError("TooManyLoadBalancers", "The maximum number of load balancers has been reached");
  }
  const refused = await ensureServiceLinkedRole(aws, "elasticloadbalancing.amazonaws.com");
  if (refused) throw refused;
  const id = newId(context);
  const prefix = scheme === "internal" ? "internal-" : "";
  const suffix = aws.random.text(10, "0123456789").replace(/^0/, "1");
  const record: LoadBalancerRecord = {
    arn: arnOf(context, `loadbalancer/app/${name}/${id}`),
    name,
    dnsName: `${prefix}${name}-${suffix}.${aws.region}.elb.amazonaws.com`,
    hostedZoneId: hostedZoneOf(aws.region),
    scheme,
    vpcId,
    created: aws.clock.now(),
    attributes: initialAttributes(loadBalancerAttributes(scheme)),
    tags: newTags(input.Tags),
    state: "provisioning",
    zones,
    securityGroups,
    networkInterfaces: [],
  };
  state.loadBalancers.set(record.arn, record);
  placeInterfaces(context, record);
  provision(context, record);
  return describe(record);
}

/** Makes the load balancer active after as long as that takes in AWS. */
function provision({ aws, state, reconcile }: Context, record: LoadBalancerRecord): void {
  aws.clock.sleep(aws.durations.services.loadBalancerProvisioning, aws.stopping).then(
    async () => {
      if (!state.loadBalancers.has(record.arn)) return;
      record.state = "active";
      await reconcile();
    },
    () => {}, // the local AWS is stopping
  );
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteLoadBalancer.html */
export async function deleteLoadBalancer(context: Context, arn: string | undefined): Promise<void> {
  const { state, reconcile } = context;
  const record = state.loadBalancers.get(arn ?? "");
  if (record === undefined) return; // as AWS: "If the load balancer does not exist [...], the call succeeds."
  if (record.attributes.get("deletion_protection.enabled") === "true") {
    throw new AwsError(
      "OperationNotPermitted",
      `Load balancer '${record.arn}' cannot be deleted because deletion protection is enabled`,
    );
  }
  for (const listener of listenersOf(state, record)) {
    for (const rule of rulesOf(state, listener)) state.rules.delete(rule.arn);
    state.listeners.delete(listener.arn);
  }
  state.loadBalancers.delete(record.arn);
  await reconcile();
  for (const { id } of record.networkInterfaces) releaseInterface(context, id);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export function describeLoadBalancers(
  { state }: Context,
  input: DescribeLoadBalancersInput,
): { LoadBalancers: LoadBalancer[]; NextMarker: string | undefined } {
  const { LoadBalancerArns: arns = [], Names: names = [] } = input;
  if (arns.length > 0 && names.length > 0) {
    throw validationError("Load balancer names and load balancer ARNs cannot be specified at the same time");
  }
  const all = [...state.loadBalancers.values()];
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new AwsError("LoadBalancerNotFound", `Load balancers '[${unknown.join(", ")}]' not found`);
  }
  const chosen =
    arns.length > 0
      ? arns.map((arn) => loadBalancer(state, arn))
      : all.filter((each) => names.length === 0 || names.includes(each.name));
  const { items, NextMarker } = page(chosen, input);
  return { LoadBalancers: items.map(describe), NextMarker };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html */
export async function setSecurityGroups(context: Context, input: SetSecurityGroupsInput): Promise<string[]> {
  const record = loadBalancer(context.state, input.LoadBalancerArn);
  if (input.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic !== undefined) {
    throw new AwsError(
      "InvalidConfigurationRequest",
      "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic is supported by Network Load Balancers alone",
    );
  }
  if (input.SecurityGroups === undefined || input.SecurityGroups.length === 0) {
    throw validationError("A load balancer must have at least one security group");
  }
  record.securityGroups = await checkSecurityGroups(context, input.SecurityGroups, record.vpcId);
  for (const { id } of record.networkInterfaces) {
    context.aws.ec2.setInterfaceGroups(id, record.securityGroups);
  }
  context.aws.network.changed();
  return [...record.securityGroups];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html */
export async function setSubnets(context: Context, input: SetSubnetsInput): Promise<Zones> {
  const record = loadBalancer(context.state, input.LoadBalancerArn);
  checkIpAddressType(input.IpAddressType);
  const { zones, vpcId } = await checkSubnets(context, input.Subnets, input.SubnetMappings);
  if (vpcId !== record.vpcId) {
    throw new AwsError("InvalidSubnet", `The subnets must belong to the VPC '${record.vpcId}' of the load balancer`);
  }
  record.zones = zones;
  placeInterfaces(context, record);
  return zones;
}

export function describe(record: LoadBalancerRecord): LoadBalancer {
  return {
    LoadBalancerArn: record.arn,
    DNSName: record.dnsName,
    CanonicalHostedZoneId: record.hostedZoneId,
    CreatedTime: record.created,
    LoadBalancerName: record.name,
    Scheme: record.scheme,
    VpcId: record.vpcId,
    State: { Code: record.state },
    Type: "application",
    AvailabilityZones: describeZones(record.zones),
    SecurityGroups: [...record.securityGroups],
    IpAddressType: "ipv4",
  };
}

export function describeZones(zones: Zones) {
  return zones.map(({ zone, subnetId }) => ({ ZoneName: zone, SubnetId: subnetId, LoadBalancerAddresses: [] }));
}

/** ipv4 alone: dual-stack load balancers need IPv6 in the local network. */
export function checkIpAddressType(type: string | undefined): void {
  if (type === undefined || type === "ipv4") return;
  throw notImplemented(`IP address type ${type} of load balancers`);
}

function checkLoadBalancerName(given: string | undefined): string {
  const name = checkName("Load balancer", given);
  if (name.startsWith("internal-")) throw validationError(`Load balancer name '${name}' cannot begin with 'internal-'`);
  return name;
}

function refuseUnsupported(input: CreateLoadBalancerInput): void {
  const { Type: type = "application" } = input;
  if (type !== "application") throw notImplemented(`load balancers of type ${type}`);
  checkIpAddressType(input.IpAddressType);
  if (input.CustomerOwnedIpv4Pool !== undefined) throw notImplemented("load balancers on Outposts");
  if (input.IpamPools !== undefined) throw notImplemented("IPAM pools of load balancers");
  if (input.EnablePrefixForIpv6SourceNat !== undefined) {
    throw new AwsError("InvalidConfigurationRequest", "EnablePrefixForIpv6SourceNat is for Network Load Balancers");
  }
}

/** The zones of at least two subnets in different ones and the same VPC. */
async function checkSubnets(
  { aws }: Context,
  subnets: readonly string[] | undefined,
  mappings: readonly SubnetMapping[] | undefined,
): Promise<{ zones: Zones; vpcId: string }> {
  if (subnets !== undefined && mappings !== undefined) {
    throw validationError("Subnets and subnet mappings cannot be specified at the same time");
  }
  for (const { AllocationId, PrivateIPv4Address, IPv6Address } of mappings ?? []) {
    if (AllocationId !== undefined || PrivateIPv4Address !== undefined || IPv6Address !== undefined) {
      throw new AwsError("InvalidConfigurationRequest", "Addresses cannot be specified for Application Load Balancers");
    }
  }
  const ids = subnets ?? (mappings ?? []).flatMap((mapping) => mapping.SubnetId ?? []);
  if (new Set(ids).size < ids.length) throw validationError("A subnet cannot be specified more than once");
  if (ids.length === 0)
    throw validationError("At least two subnets in two different Availability Zones must be specified");
  const described = await translating(
    () => aws.ec2.DescribeSubnets({ SubnetIds: [...ids] }),
    (error) => (error.code.startsWith("InvalidSubnet") ? new AwsError("SubnetNotFound", error.message) : error),
  );
  const found = ids.map((id) => described.Subnets?.find((subnet) => subnet.SubnetId === id));
  const zones = found.map((subnet) => ({ zone: subnet?.AvailabilityZone ?? "", subnetId: subnet?.SubnetId ?? "" }));
  const [vpcId = "", ...otherVpcs] = [...new Set(found.map((subnet) => subnet?.VpcId ?? ""))];
  if (otherVpcs.length > 0) throw new AwsError("InvalidSubnet", "All subnets must belong to the same VPC");
  const distinct = new Set(zones.map(({ zone }) => zone));
  if (zones.length < 2)
    throw validationError("At least two subnets in two different Availability Zones must be specified");
  if (distinct.size < zones.length) {
    throw new AwsError(
      "InvalidConfigurationRequest",
      "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    );
  }
  return { zones, vpcId };
}

async function checkInternetGateway({ aws }: Context, vpcId: string): Promise<void> {
  const { InternetGateways = [] } = await aws.ec2.DescribeInternetGateways({
    Filters: [{ Name: "attachment.vpc-id", Values: [vpcId] }],
  });
  if (InternetGateways.length === 0) throw new AwsError("InvalidSubnet", `VPC ${vpcId} has no internet gateway`);
}

/** The groups given, or the VPC's default one. */
async function checkSecurityGroups(
  { aws }: Context,
  given: readonly string[] | undefined,
  vpcId: string,
): Promise<string[]> {
  if (given === undefined || given.length === 0) {
    const { SecurityGroups = [] } = await aws.ec2.DescribeSecurityGroups({
      Filters: [
        { Name: "vpc-id", Values: [vpcId] },
        { Name: "group-name", Values: ["default"] },
      ],
    });
    return SecurityGroups.flatMap((group) => group.GroupId ?? []);
  }
  const invalid = () => new AwsError("InvalidSecurityGroup", "One or more security groups are invalid");
  const { SecurityGroups = [] } = await translating(
    () => aws.ec2.DescribeSecurityGroups({ GroupIds: [...given] }),
    (error) => (error.code.startsWith("InvalidGroup") ? invalid() : error),
  );
  if (SecurityGroups.some((group) => group.VpcId !== vpcId)) throw invalid();
  return [...given];
}

/** One network interface a subnet, as AWS shows them; what stands where it should is left alone. */
function placeInterfaces(context: Context, record: LoadBalancerRecord): void {
  const wanted = new Set(record.zones.map(({ subnetId }) => subnetId));
  for (const { id, subnetId } of record.networkInterfaces) if (!wanted.has(subnetId)) releaseInterface(context, id);
  record.networkInterfaces = record.networkInterfaces.filter(({ subnetId }) => wanted.has(subnetId));
  for (const subnetId of wanted) {
    if (record.networkInterfaces.some((each) => each.subnetId === subnetId)) continue;
    const { NetworkInterfaceId: id, PrivateIpAddress: ip } = context.aws.ec2.placeInterface({
      of: "load balancer",
      subnetId,
      groups: record.securityGroups,
      description: `ELB ${record.arn.split("loadbalancer/")[1]}`,
      isPublic: record.scheme === "internet-facing",
    });
    record.networkInterfaces.push({ id, subnetId, ip });
  }
}

/** What a load balancer has left goes some minutes after it, and is in use until then. */
function releaseInterface({ aws }: Context, id: string): void {
  aws.clock.sleep(aws.durations.services.loadBalancerReleasing, aws.stopping).then(
    () => aws.ec2.removeInterface(id),
    () => {}, // the local AWS is stopping
  );
}

/** A second creation with the same settings gives the existing load balancer. */
function sameOrDuplicate(
  existing: LoadBalancerRecord,
  wanted: Pick<LoadBalancerRecord, "scheme" | "zones" | "securityGroups">,
): LoadBalancer {
  const key = ({ scheme, zones, securityGroups }: typeof wanted) =>
    JSON.stringify([scheme, zones.map(({ subnetId }) => subnetId).sort(), [...securityGroups].sort()]);
  if (key(existing) === key(wanted)) return describe(existing);
  throw new AwsError(
    "DuplicateLoadBalancerName",
    `A load balancer with the same name '${existing.name}' exists, but with different settings`,
  );
}
