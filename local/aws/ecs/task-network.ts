import type { AwsVpcConfiguration } from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";

export interface TaskInterface {
  readonly networkInterfaceId: string;
  readonly ip: string;
  readonly macAddress: string;
  readonly privateDnsName: string;
  readonly subnetId: string;
  readonly availabilityZone: string;
  readonly vpcId: string;
  readonly securityGroups: readonly string[];
}

/** Gives a task its elastic network interface. Throws what EC2 throws. */
export function attachInterface(
  aws: Aws,
  { subnetId, network, attachmentId }: { subnetId: string; network: AwsVpcConfiguration; attachmentId: string },
): TaskInterface {
  const { securityGroups = [] } = network;
  const made = aws.ec2.placeInterface({
    of: "task",
    subnetId,
    ...(securityGroups.length > 0 && { groups: securityGroups }),
    description: `arn:${aws.partition}:ecs:${aws.region}:${aws.accountId}:attachment/${attachmentId}`,
    isPublic: network.assignPublicIp === "ENABLED",
  });
  const ip = made.PrivateIpAddress;
  return {
    networkInterfaceId: made.NetworkInterfaceId,
    ip,
    macAddress: made.MacAddress ?? "",
    privateDnsName: made.PrivateDnsName ?? `ip-${ip.replaceAll(".", "-")}.${aws.region}.compute.internal`,
    subnetId,
    availabilityZone: made.AvailabilityZone ?? "",
    vpcId: made.VpcId,
    securityGroups: made.Groups.flatMap(({ GroupId }) => (GroupId === undefined ? [] : [GroupId])),
  };
}

/**
 * Whether a task reaches the internet over HTTPS, to pull its image and read its secrets: its groups let port 443 out,
 * and its subnet's default route leads to a NAT gateway that is there, or to an internet gateway while the task has a
 * public address. VPC endpoints are not known here.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export function reachesInternet(aws: Aws, own: TaskInterface, assignPublicIp: boolean): boolean {
  if (!aws.ec2.admits("egress", [...own.securityGroups], 443, { groupIds: [], ip: "0.0.0.0" })) return false;
  const way = aws.ec2.wayOut(own.subnetId);
  return way === "NAT gateway" || (way === "internet gateway" && assignPublicIp);
}
