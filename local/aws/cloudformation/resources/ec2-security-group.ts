import type { IpPermission, Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../errors.js";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, ignoring, present, unlessGone } from "./answers.js";
import { deleteOnceUnused } from "./dependents.js";
import { putTags, tagSpecifications } from "./ec2-tags.js";

/** A rule as CloudFormation writes it; the other group is the source of an ingress rule, the destination of an egress one. */
interface Rule {
  IpProtocol: string;
  FromPort?: number;
  ToPort?: number;
  CidrIp?: string;
  CidrIpv6?: string;
  Description?: string;
  SourceSecurityGroupId?: string;
  SourceSecurityGroupOwnerId?: string;
  DestinationSecurityGroupId?: string;
  SourcePrefixListId?: string;
  DestinationPrefixListId?: string;
  SourceSecurityGroupName?: string;
}

type Direction = "Ingress" | "Egress";

interface GroupProperties {
  GroupDescription: string;
  GroupName?: string;
  VpcId?: string;
  SecurityGroupIngress?: Rule[];
  SecurityGroupEgress?: Rule[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export const securityGroup: ResourceHandler<GroupProperties> = {
  supports: ["GroupDescription", "GroupName", "VpcId", "SecurityGroupIngress", "SecurityGroupEgress", "Tags"],
  async create(properties, context) {
    const { GroupName = context.physicalName(255), GroupDescription: Description, VpcId, Tags } = properties;
    const { ec2 } = context.aws;
    const request = defined({ GroupName, Description, VpcId, ...tagSpecifications("security-group", Tags) });
    const physicalId = present((await ec2.CreateSecurityGroup(request)).GroupId, "GroupId");
    context.started(physicalId);
    const { SecurityGroupIngress = [], SecurityGroupEgress = [] } = properties;
    await authorize(context, "Ingress", physicalId, SecurityGroupIngress);
    if (SecurityGroupEgress.length > 0) {
      await revoke(context, "Egress", physicalId, [DEFAULT_EGRESS]);
      await authorize(context, "Egress", physicalId, SecurityGroupEgress);
    }
    const { SecurityGroups = [] } = await ec2.DescribeSecurityGroups({ GroupIds: [physicalId] });
    return {
      physicalId,
      attributes: defined({ GroupId: physicalId, Id: physicalId, VpcId: SecurityGroups[0]?.VpcId }),
    };
  },
  async update({ physicalId, properties, attributes }, next, context) {
    await replaceRules(
      context,
      "Ingress",
      physicalId,
      properties.SecurityGroupIngress ?? [],
      next.SecurityGroupIngress ?? [],
    );
    // Without egress rules of its own a group has the one that EC2 gives it.
    const egress = (rules: Rule[] = []) => (rules.length > 0 ? rules : [DEFAULT_EGRESS]);
    await replaceRules(
      context,
      "Egress",
      physicalId,
      egress(properties.SecurityGroupEgress),
      egress(next.SecurityGroupEgress),
    );
    await putTags(context, physicalId, next.Tags);
    return attributes;
  },
  async delete({ physicalId }, context) {
    await deleteOnceUnused(context, () => context.aws.ec2.DeleteSecurityGroup({ GroupId: physicalId }));
  },
};

const DEFAULT_EGRESS: Rule = { IpProtocol: "-1", CidrIp: "0.0.0.0/0" };

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html */
export const securityGroupIngress = ruleHandler("Ingress");
/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html */
export const securityGroupEgress = ruleHandler("Egress");

function ruleHandler(direction: Direction): ResourceHandler<Rule & { GroupId: string }> {
  const shared = ["GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6", "Description"];
  const ingress = ["SourceSecurityGroupId", "SourceSecurityGroupOwnerId", "SourcePrefixListId"];
  const egress = ["DestinationSecurityGroupId", "DestinationPrefixListId"];
  return {
    supports: [...shared, ...(direction === "Ingress" ? ingress : egress)],
    async create(properties, context) {
      const { SecurityGroupRules = [] } = await authorizeRules(context, direction, properties.GroupId, [properties]);
      const physicalId = present(SecurityGroupRules[0]?.SecurityGroupRuleId, "SecurityGroupRuleId");
      context.started(physicalId);
      return { physicalId, attributes: { Id: physicalId } };
    },
    async update({ attributes }, next, context) {
      await describeRules(context, direction, next.GroupId, [next]);
      return attributes;
    },
    async delete({ physicalId, properties: { GroupId } }, { aws: { ec2 } }) {
      const request = { GroupId, SecurityGroupRuleIds: [physicalId] };
      await unlessGone(() =>
        direction === "Ingress" ? ec2.RevokeSecurityGroupIngress(request) : ec2.RevokeSecurityGroupEgress(request),
      );
    },
  };
}

/** New rules first, so that what is in both stays open throughout. Rules that others have added stay. */
async function replaceRules(
  context: HandlerContext,
  direction: Direction,
  groupId: string,
  before: Rule[],
  after: Rule[],
) {
  for (const rule of after) {
    await ignoring(/InvalidPermission.Duplicate/, () => authorize(context, direction, groupId, [rule]));
    await describeRules(context, direction, groupId, [rule]);
  }
  const kept = new Set(after.map(identity));
  const gone = before.filter((rule) => !kept.has(identity(rule)));
  for (const rule of gone) await revoke(context, direction, groupId, [rule]);
}

async function authorize(context: HandlerContext, direction: Direction, groupId: string, rules: Rule[]) {
  if (rules.length > 0) await authorizeRules(context, direction, groupId, rules);
}

function authorizeRules({ aws: { ec2 } }: HandlerContext, direction: Direction, GroupId: string, rules: Rule[]) {
  const request = { GroupId, IpPermissions: rules.map(permission) };
  return direction === "Ingress"
    ? ec2.AuthorizeSecurityGroupIngress(request)
    : ec2.AuthorizeSecurityGroupEgress(request);
}

async function describeRules({ aws: { ec2 } }: HandlerContext, direction: Direction, GroupId: string, rules: Rule[]) {
  const request = { GroupId, IpPermissions: rules.map(permission) };
  if (direction === "Ingress") await ec2.UpdateSecurityGroupRuleDescriptionsIngress(request);
  else await ec2.UpdateSecurityGroupRuleDescriptionsEgress(request);
}

async function revoke({ aws: { ec2 } }: HandlerContext, direction: Direction, GroupId: string, rules: Rule[]) {
  const request = { GroupId, IpPermissions: rules.map(permission) };
  await unlessGone(() =>
    direction === "Ingress" ? ec2.RevokeSecurityGroupIngress(request) : ec2.RevokeSecurityGroupEgress(request),
  );
}

/** What makes a rule the same one whatever its description says. */
function identity({ Description: _, ...rule }: Rule): string {
  return JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function permission(rule: Rule): IpPermission {
  const { IpProtocol, FromPort, ToPort, CidrIp, CidrIpv6, Description } = rule;
  const described = Description === undefined ? {} : { Description };
  const groupId = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId;
  const prefixListId = rule.SourcePrefixListId ?? rule.DestinationPrefixListId;
  // EC2 would take several: each is a rule of its own there.
  const others = [groupId ?? rule.SourceSecurityGroupName, prefixListId, CidrIp, CidrIpv6];
  if (others.filter((other) => other !== undefined).length > 1) {
    throw new AwsError("InvalidRequest", "A rule must have exactly one source or destination.");
  }
  const pair = defined({
    GroupId: groupId,
    UserId: rule.SourceSecurityGroupOwnerId,
    GroupName: rule.SourceSecurityGroupName,
  });
  return {
    ...defined({ IpProtocol, FromPort, ToPort }),
    ...(CidrIp !== undefined && { IpRanges: [{ CidrIp, ...described }] }),
    ...(CidrIpv6 !== undefined && { Ipv6Ranges: [{ CidrIpv6, ...described }] }),
    ...(Object.keys(pair).length > 0 && { UserIdGroupPairs: [{ ...pair, ...described }] }),
    ...(prefixListId !== undefined && { PrefixListIds: [{ PrefixListId: prefixListId, ...described }] }),
  };
}
