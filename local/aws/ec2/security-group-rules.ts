import { isIPv6 } from "node:net";
import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError, notImplemented } from "../errors.js";
import { formatCidr, parseCidr } from "./cidr.js";
import { filterAndPage, selectIds } from "./describe.js";
import { accept, arn, find, newId, notFound, type SecurityGroup, type SecurityGroupRule, type State } from "./state.js";
import { tagsFor } from "./tags.js";

/** AWS's default quota of rules for each direction of a group. */
const MAX_RULES = 60;
const PROTOCOLS: Record<string, string> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6", all: "-1" };
const DESCRIPTION = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;

/** What the operations that add or remove rules of either direction take alike. */
type RuleChange = Pick<
  sdk.AuthorizeSecurityGroupIngressRequest,
  "GroupId" | "IpPermissions" | "IpProtocol" | "FromPort" | "ToPort" | "CidrIp" | "TagSpecifications"
>;

export function authorize(
  state: State,
  input: RuleChange,
  isEgress: boolean,
): sdk.AuthorizeSecurityGroupIngressResult & sdk.AuthorizeSecurityGroupEgressResult {
  const group = permissionsOf(
    isEgress ? "AuthorizeSecurityGroupEgress" : "AuthorizeSecurityGroupIngress",
    state,
    input,
  );
  const tags = tagsFor("security-group-rule", input.TagSpecifications);
  return {
    Return: true,
    SecurityGroupRules: addRules(state, group.group, isEgress, group.permissions, tags),
  };
}

/** Takes rules away, by their ids or by what they permit. All of them, or none when one does not exist. */
export function revoke(
  state: State,
  input: RuleChange & { SecurityGroupRuleIds?: string[] | undefined },
  isEgress: boolean,
): sdk.RevokeSecurityGroupIngressResult & sdk.RevokeSecurityGroupEgressResult {
  const { SecurityGroupRuleIds, ...rest } = input;
  const operation = isEgress ? "RevokeSecurityGroupEgress" : "RevokeSecurityGroupIngress";
  const existing = rulesOf(state, find(state, "securityGroups", input.GroupId), isEgress);
  let revoked: SecurityGroupRule[];
  if (SecurityGroupRuleIds !== undefined) {
    revoked = SecurityGroupRuleIds.map((id) => {
      const rule = existing.find((each) => each.SecurityGroupRuleId === id);
      if (rule === undefined) throw notFound("securityGroupRules", id);
      return rule;
    });
  } else {
    const { group, permissions } = permissionsOf(operation, state, rest);
    revoked = permissions.flatMap((permission) =>
      split(state, group, isEgress, permission).map((wanted) => {
        const rule = existing.find((each) => peer(each) === peer(wanted));
        if (rule === undefined)
          throw new AwsError("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        return rule;
      }),
    );
  }
  for (const { SecurityGroupRuleId } of revoked) state.securityGroupRules.delete(SecurityGroupRuleId);
  return { Return: true, RevokedSecurityGroupRules: revoked.map(revokedRule) };
}

export function updateDescriptions(
  state: State,
  input: sdk.UpdateSecurityGroupRuleDescriptionsIngressRequest,
  isEgress: boolean,
): { Return: boolean } {
  accept("UpdateSecurityGroupRuleDescriptions", input, ["GroupId", "IpPermissions", "SecurityGroupRuleDescriptions"]);
  const group = find(state, "securityGroups", input.GroupId);
  const existing = rulesOf(state, group, isEgress);
  const described: [SecurityGroupRule | undefined, string | undefined][] = [
    ...(input.IpPermissions ?? [])
      .flatMap((permission) => split(state, group, isEgress, permission))
      .map((wanted): [SecurityGroupRule | undefined, string | undefined] => [
        existing.find((each) => peer(each) === peer(wanted)),
        wanted.Description,
      ]),
    ...(input.SecurityGroupRuleDescriptions ?? []).map(
      ({ SecurityGroupRuleId: id, Description }): [SecurityGroupRule | undefined, string | undefined] => [
        existing.find((each) => each.SecurityGroupRuleId === id),
        Description,
      ],
    ),
  ];
  for (const [rule, description] of described) {
    if (rule === undefined)
      throw new AwsError("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
    rule.Description = description;
  }
  return { Return: true };
}

export function describeSecurityGroupRules(
  state: State,
  input: sdk.DescribeSecurityGroupRulesRequest,
): sdk.DescribeSecurityGroupRulesResult {
  accept("DescribeSecurityGroupRules", input, ["SecurityGroupRuleIds", "Filters", "MaxResults", "NextToken"]);
  const rules = selectIds(state.securityGroupRules, input.SecurityGroupRuleIds, (id) =>
    notFound("securityGroupRules", id),
  );
  const { items, NextToken } = filterAndPage(
    "DescribeSecurityGroupRules",
    rules,
    input,
    {
      "group-id": ({ GroupId }) => [GroupId],
      "security-group-rule-id": ({ SecurityGroupRuleId }) => [SecurityGroupRuleId],
    },
    ({ Tags }) => Tags,
  );
  return { SecurityGroupRules: items, NextToken };
}

/** Adds the rules that `permissions` stand for, all or none; throws InvalidPermission.Duplicate for one that exists. */
export function addRules(
  state: State,
  group: SecurityGroup,
  isEgress: boolean,
  permissions: readonly sdk.IpPermission[],
  tags: sdk.Tag[] = [],
): SecurityGroupRule[] {
  const existing = rulesOf(state, group, isEgress);
  const added = permissions.flatMap((permission) => split(state, group, isEgress, permission));
  if (added.length === 0)
    throw new AwsError("MissingParameter", "Either IpPermissions or a rule's parameters are required");
  const peers = new Set(existing.map(peer));
  for (const rule of added) {
    if (peers.has(peer(rule)))
      throw new AwsError("InvalidPermission.Duplicate", `the specified rule "${peer(rule)}" already exists`);
    peers.add(peer(rule));
  }
  if (peers.size > MAX_RULES)
    throw new AwsError(
      "RulesPerSecurityGroupLimitExceeded",
      "The maximum number of rules per security group has been reached.",
    );
  for (const rule of added) {
    rule.Tags = tags.map((tag) => ({ ...tag }));
    state.securityGroupRules.set(rule.SecurityGroupRuleId, rule);
  }
  return added;
}

/** Rules as EC2 shows them in a group: those of one protocol and port range together. */
export function toIpPermissions(rules: readonly SecurityGroupRule[]): sdk.IpPermission[] {
  const permissions = new Map<string, sdk.IpPermission & Required<Pick<sdk.IpPermission, Lists>>>();
  for (const rule of rules) {
    const { IpProtocol, FromPort, ToPort, Description, ReferencedGroupInfo: group } = rule;
    const key = `${IpProtocol} ${FromPort} ${ToPort}`;
    const permission = permissions.get(key) ?? {
      IpProtocol,
      ...(IpProtocol === "-1" ? {} : { FromPort, ToPort }),
      IpRanges: [],
      Ipv6Ranges: [],
      PrefixListIds: [],
      UserIdGroupPairs: [],
    };
    permissions.set(key, permission);
    if (rule.CidrIpv4 !== undefined) permission.IpRanges?.push({ CidrIp: rule.CidrIpv4, Description });
    if (rule.CidrIpv6 !== undefined) permission.Ipv6Ranges?.push({ CidrIpv6: rule.CidrIpv6, Description });
    if (group !== undefined)
      permission.UserIdGroupPairs?.push({ GroupId: group.GroupId, UserId: group.UserId, Description });
  }
  return [...permissions.values()];
}

type Lists = "IpRanges" | "Ipv6Ranges" | "PrefixListIds" | "UserIdGroupPairs";

/** A call's permissions, whether it gives them as IpPermissions or in the short form for a single rule. */
function permissionsOf(
  operation: string,
  state: State,
  input: RuleChange,
): { group: SecurityGroup; permissions: sdk.IpPermission[] } {
  accept(operation, input, [
    "GroupId",
    "IpPermissions",
    "IpProtocol",
    "FromPort",
    "ToPort",
    "CidrIp",
    "TagSpecifications",
  ]);
  const group = find(state, "securityGroups", input.GroupId);
  const { IpPermissions = [], IpProtocol, FromPort, ToPort, CidrIp } = input;
  if (CidrIp === undefined) return { group, permissions: IpPermissions };
  return { group, permissions: [...IpPermissions, { IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] }] };
}

/** One rule for each peer of a permission, checked. */
function split(
  state: State,
  group: SecurityGroup,
  isEgress: boolean,
  permission: sdk.IpPermission,
): SecurityGroupRule[] {
  if ((permission.PrefixListIds ?? []).length > 0) throw notImplemented("prefix lists in security group rules");
  const given = (permission.IpProtocol ?? "").toLowerCase();
  const IpProtocol = PROTOCOLS[given] ?? given;
  if (!/^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(IpProtocol))
    throw new AwsError(
      "InvalidParameterValue",
      `Invalid value '${permission.IpProtocol}' for IP protocol. Unknown protocol.`,
    );
  const { FromPort, ToPort } = checkPorts(IpProtocol, permission);
  const rule = (rest: Partial<SecurityGroupRule>): SecurityGroupRule => {
    if (!DESCRIPTION.test(rest.Description ?? ""))
      throw new AwsError(
        "InvalidParameterValue",
        "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
      );
    const id = newId(state, "sgr");
    return {
      SecurityGroupRuleId: id,
      SecurityGroupRuleArn: arn(state, "security-group-rule", id),
      GroupId: group.GroupId,
      GroupOwnerId: state.aws.accountId,
      IsEgress: isEgress,
      IpProtocol,
      FromPort,
      ToPort,
      Tags: [],
      ...rest,
    };
  };
  const rules = [
    ...(permission.IpRanges ?? []).map(({ CidrIp = "", Description }) => {
      const cidr = parseCidr(CidrIp);
      if (cidr === undefined) throw new AwsError("InvalidParameterValue", `CIDR block ${CidrIp} is malformed`);
      return rule({ CidrIpv4: formatCidr(cidr), Description });
    }),
    ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6 = "", Description }) => {
      const [address = "", bits = ""] = CidrIpv6.split("/");
      if (!isIPv6(address) || !/^\d+$/.test(bits) || Number(bits) > 128)
        throw new AwsError("InvalidParameterValue", `CIDR block ${CidrIpv6} is malformed`);
      return rule({ CidrIpv6, Description });
    }),
    ...(permission.UserIdGroupPairs ?? []).map(({ GroupId, Description }) => {
      const other = find(state, "securityGroups", GroupId);
      if (other.VpcId !== group.VpcId)
        throw new AwsError(
          "InvalidGroup.NotFound",
          `You have specified two resources that belong to different networks.`,
        );
      return rule({ ReferencedGroupInfo: { GroupId: other.GroupId, UserId: state.aws.accountId }, Description });
    }),
  ];
  if (rules.length === 0)
    throw new AwsError("InvalidParameterValue", "A rule needs an address range or a security group");
  return rules;
}

function checkPorts(protocol: string, { FromPort, ToPort }: sdk.IpPermission): { FromPort: number; ToPort: number } {
  if (protocol === "-1") return { FromPort: -1, ToPort: -1 };
  if (protocol !== "tcp" && protocol !== "udp") return { FromPort: FromPort ?? -1, ToPort: ToPort ?? -1 };
  if (FromPort === undefined || ToPort === undefined)
    throw new AwsError(
      "InvalidParameterValue",
      `Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`,
    );
  const valid = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65535;
  if (!valid(FromPort) || !valid(ToPort) || FromPort > ToPort)
    throw new AwsError("InvalidParameterValue", `Invalid TCP/UDP port range: ${FromPort} to ${ToPort}`);
  return { FromPort, ToPort };
}

function rulesOf(state: State, group: SecurityGroup, isEgress: boolean): SecurityGroupRule[] {
  return [...state.securityGroupRules.values()].filter(
    (rule) => rule.GroupId === group.GroupId && rule.IsEgress === isEgress,
  );
}

/** What a rule permits, in the words of EC2's error for a duplicate; no two rules of a group have the same. */
function peer({ IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, ReferencedGroupInfo }: SecurityGroupRule): string {
  const protocol = IpProtocol === "-1" ? "ALL" : IpProtocol.toUpperCase();
  const ports = IpProtocol === "-1" ? "" : `, from port: ${FromPort}, to port: ${ToPort}`;
  return `peer: ${CidrIpv4 ?? CidrIpv6 ?? ReferencedGroupInfo?.GroupId}, ${protocol}${ports}, ALLOW`;
}

function revokedRule(rule: SecurityGroupRule): sdk.RevokedSecurityGroupRule {
  const { SecurityGroupRuleId, GroupId, IsEgress, IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, Description } =
    rule;
  return {
    SecurityGroupRuleId,
    GroupId,
    IsEgress,
    IpProtocol,
    FromPort,
    ToPort,
    CidrIpv4,
    CidrIpv6,
    Description,
    ReferencedGroupId: rule.ReferencedGroupInfo?.GroupId,
  };
}
