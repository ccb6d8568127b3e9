import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  type IpPermission,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
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

export const tcp = (port: number, to = port): IpPermission => ({ IpProtocol: "tcp", FromPort: port, ToPort: to });
export const everywhere: IpPermission = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
