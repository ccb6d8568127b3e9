import { type EC2Client, type NetworkInterface, paginateDescribeNetworkInterfaces } from "@aws-sdk/client-ec2";
import type { UndeletedResource } from "../plan/deletion.js";

/** A network interface that keeps a security group, a subnet or a network from being deleted. */
export interface Holder {
  readonly id: string;
  /** Whose it is, for a reader. */
  readonly of: string;
  /** Whether it belongs to AWS, which takes it away when what it belongs to is gone. */
  readonly passes: boolean;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeNetworkInterfaces.html */
const FILTER: Readonly<Record<string, string>> = {
  "AWS::EC2::SecurityGroup": "group-id",
  "AWS::EC2::Subnet": "subnet-id",
  "AWS::EC2::VPC": "vpc-id",
};

/** The network interfaces that hold a resource, or undefined where they are not what can hold it. */
export async function holders(
  client: () => Promise<EC2Client>,
  { type, physicalId }: Pick<UndeletedResource, "type" | "physicalId">,
  signal: AbortSignal,
): Promise<readonly Holder[] | undefined> {
  const filter = FILTER[type];
  if (!filter || physicalId === "") return undefined;
  const found: Holder[] = [];
  const pages = paginateDescribeNetworkInterfaces(
    { client: await client() },
    { Filters: [{ Name: filter, Values: [physicalId] }] },
    { abortSignal: signal },
  );
  for await (const { NetworkInterfaces = [] } of pages) found.push(...NetworkInterfaces.map(readHolder));
  return found;
}

function readHolder({
  NetworkInterfaceId: id = "",
  Description = "",
  InterfaceType,
  RequesterManaged,
  Attachment,
}: NetworkInterface): Holder {
  const instance = Attachment?.InstanceId;
  const of = Description || (instance ? `instance ${instance}` : "no description");
  // A task's interface is described by its attachment in ECS; the others of AWS's are marked as such.
  const passes =
    RequesterManaged === true ||
    /^arn:aws[a-z-]*:ecs:[^:]*:[^:]*:attachment\//.test(Description) ||
    /^(nat_gateway|network_load_balancer|load_balancer|lambda)$/.test(InterfaceType ?? "");
  return { id, of, passes };
}
