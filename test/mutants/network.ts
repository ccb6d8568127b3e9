import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  type IpPermission,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { DescribeServicesCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import type { Good } from "./good.js";
import type { Undo } from "./rules.js";

/** Lets somebody in; undone by keeping them out again. */
export async function admit({ ec2 }: Good, GroupId: string | undefined, permission: IpPermission): Promise<Undo> {
  const rule = { GroupId, IpPermissions: [permission] };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand(rule));
  return () => ec2.send(new RevokeSecurityGroupIngressCommand(rule));
}

/** Keeps somebody out; undone by letting them in again. */
export async function refuse({ ec2 }: Good, GroupId: string | undefined, permission: IpPermission): Promise<Undo> {
  const rule = { GroupId, IpPermissions: [permission] };
  await ec2.send(new RevokeSecurityGroupIngressCommand(rule));
  return () => ec2.send(new AuthorizeSecurityGroupIngressCommand(rule));
}

/** Takes away a way out; undone by the same one. */
export async function cutOff({ ec2 }: Good, GroupId: string | undefined, permission: IpPermission): Promise<Undo> {
  const rule = { GroupId, IpPermissions: [permission] };
  await ec2.send(new RevokeSecurityGroupEgressCommand(rule));
  return () => ec2.send(new AuthorizeSecurityGroupEgressCommand(rule));
}

/** Adds a group of its own to the service, as one does in the console; undone by the groups that it had. */
export async function addGroupToService({ ec2, ecs, outputs }: Good, permission: IpPermission): Promise<Undo> {
  const { ClusterName: cluster, ServiceName: service = "", VpcId } = outputs;
  const { GroupId = "" } = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId, GroupName: "by-hand", Description: "by hand" }),
  );
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission] }));
  const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
  const network = services[0]?.networkConfiguration?.awsvpcConfiguration;
  const set = (securityGroups: string[]) =>
    ecs.send(
      new UpdateServiceCommand({
        cluster,
        service,
        networkConfiguration: { awsvpcConfiguration: { subnets: network?.subnets, ...network, securityGroups } },
      }),
    );
  const before = network?.securityGroups ?? [];
  await set([...before, GroupId]);
  return async () => {
    await set(before);
    // As long as tasks of the deployment before stand, the group is still open to them.
    for (;;) {
      const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
      if (services[0]?.deployments?.length === 1) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
}

export const tcp = (port: number, to = port): IpPermission => ({ IpProtocol: "tcp", FromPort: port, ToPort: to });
export const everywhere: IpPermission = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
