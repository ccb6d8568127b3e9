import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";
import type { Service } from "@aws-sdk/client-ecs";
import { exposed, type Judgement, notYet, worst } from "./check.js";

/** The tasks' security groups admit the load balancer's group and nobody else. Pure. */
export function judgeTargets(groups: readonly SecurityGroup[], loadBalancerGroup: string): Judgement {
  if (groups.length === 0) return notYet("the tasks have no security group");
  const findings = groups.flatMap(({ GroupId = "", IpPermissions = [] }) =>
    IpPermissions.flatMap((permission) => strangers(permission, loadBalancerGroup)).map((stranger) =>
      exposed(
        `the tasks' security group ${GroupId} admits ${stranger}, past the load balancer and its sign-in`,
        `Take that rule out of ${GroupId}: it should admit ${loadBalancerGroup} alone.`,
      ),
    ),
  );
  return worst(
    findings,
    `${groups.map(({ GroupId }) => GroupId).join(", ")} ${groups.length === 1 ? "admits" : "admit"} ${loadBalancerGroup} alone`,
  );
}

/** The security groups of all tasks that a service runs or is about to run, each once. Pure. */
export function serviceGroups(service: Service | undefined): string[] {
  const configurations = [service, ...(service?.deployments ?? []), ...(service?.taskSets ?? [])];
  return [
    ...new Set(configurations.flatMap((each) => each?.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [])),
  ];
}

function strangers(permission: IpPermission, loadBalancerGroup: string): string[] {
  const {
    IpProtocol,
    FromPort,
    ToPort,
    UserIdGroupPairs = [],
    IpRanges = [],
    Ipv6Ranges = [],
    PrefixListIds = [],
  } = permission;
  const ports =
    IpProtocol === "-1" ? "everything" : FromPort === ToPort ? `port ${FromPort}` : `ports ${FromPort}-${ToPort}`;
  const who = [
    ...IpRanges.map(({ CidrIp }) => CidrIp),
    ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
    ...PrefixListIds.map(({ PrefixListId }) => PrefixListId),
    ...UserIdGroupPairs.map(({ GroupId }) => GroupId).filter((id) => id !== loadBalancerGroup),
  ];
  return who.map((each) => `${each} to ${ports}`);
}
