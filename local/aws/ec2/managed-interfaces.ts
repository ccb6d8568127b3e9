import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { addNetworkInterface, notYours, setGroups } from "./network-interfaces.js";
import { accept, find, type NetworkInterface, newId, type State } from "./state.js";

/**
 * The services that put interfaces of their own into somebody's network, and what EC2 shows of each: whose the interface
 * is, what it is attached to, whose its public address is. AWS documents none of it; these are what its users have
 * published of their accounts.
 */
const REQUESTERS = {
  "load balancer": {
    requester: "amazon-elb",
    instanceOwner: "amazon-elb",
    attachment: "eni-attach",
    addressOwner: "amazon-elb",
    type: "interface",
  },
  // Tasks run on instances of an account of AWS's.
  task: {
    requester: "578734482556",
    instanceOwner: "501673713797",
    attachment: "eni-attach",
    addressOwner: "amazon",
    type: "interface",
  },
  "NAT gateway": {
    requester: "036872051663",
    instanceOwner: "amazon-aws",
    attachment: "ela-attach",
    addressOwner: undefined,
    type: "nat_gateway",
  },
} as const;

export interface ManagedInterface {
  /** What it belongs to. */
  readonly of: keyof typeof REQUESTERS;
  readonly subnetId: string;
  /** None: the VPC's default one, but for NAT gateways, which have none. */
  readonly groups?: readonly string[];
  readonly description: string;
  /** Whether it gets a public address of AWS's. */
  readonly isPublic?: boolean;
}

/**
 * An interface that a service makes for something of its own: in use for as long as it exists, and only for the service
 * to change, detach or delete. Throws what CreateNetworkInterface throws.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
export function addManagedInterface(
  state: State,
  { of, subnetId, groups, description, isPublic = false }: ManagedInterface,
): NetworkInterface {
  const { requester, instanceOwner, attachment, addressOwner, type } = REQUESTERS[of];
  const made = addNetworkInterface(state, {
    subnet: find(state, "subnets", subnetId),
    groups: of === "NAT gateway" ? [] : groups,
    description,
  });
  Object.assign(made, {
    // EC2 has a name for it that is not its model's.
    InterfaceType: type as sdk.NetworkInterfaceType,
    RequesterId: requester,
    RequesterManaged: true,
    SourceDestCheck: of !== "NAT gateway",
    Status: "in-use",
    Attachment: {
      AttachmentId: newId(state, attachment),
      AttachTime: state.aws.clock.now(),
      DeleteOnTermination: false,
      DeviceIndex: 1,
      NetworkCardIndex: 0,
      InstanceOwnerId: instanceOwner,
      Status: "attached",
    },
  } satisfies Partial<NetworkInterface>);
  if (isPublic && addressOwner !== undefined) {
    const PublicIp = publicAddress(state);
    const { region } = state.aws;
    const domain = region === "us-east-1" ? "compute-1" : `${region}.compute`;
    const PublicDnsName = of === "task" ? `ec2-${PublicIp.replaceAll(".", "-")}.${domain}.amazonaws.com` : "";
    made.Association = { IpOwnerId: addressOwner, PublicDnsName, PublicIp };
    for (const address of made.PrivateIpAddresses ?? []) address.Association = made.Association;
  }
  return made;
}

/** What a service changes of its own interface, which nobody else may. */
export function setManagedGroups(state: State, id: string, groups: readonly string[]): void {
  setGroups(state, find(state, "networkInterfaces", id), groups);
}

export function removeManagedInterface(state: State, id: string): void {
  state.networkInterfaces.delete(id);
}

/**
 * There are no instances, so every attachment is one that a service of AWS's has made; none of them can be detached.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachNetworkInterface.html
 */
export function detachNetworkInterface(state: State, input: sdk.DetachNetworkInterfaceRequest): void {
  accept("DetachNetworkInterface", input, ["AttachmentId", "Force"]);
  const { AttachmentId = "" } = input;
  if (![...state.networkInterfaces.values()].some(({ Attachment }) => Attachment?.AttachmentId === AttachmentId))
    throw new AwsError("InvalidAttachmentID.NotFound", `The attachment '${AttachmentId}' does not exist.`);
  if (AttachmentId.startsWith("ela-attach-"))
    throw new AwsError("OperationNotPermitted", "You are not allowed to manage 'ela-attach' attachments.");
  throw notYours();
}

/** Of 198.18.0.0/15, which is for tests and leads nowhere (RFC 2544); elastic addresses are of another range. */
function publicAddress(state: State): string {
  const number = state.publicAddresses.next();
  return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
}
