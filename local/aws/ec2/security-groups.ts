import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError } from "../errors.js";
import { filterAndPage, selectIds } from "./describe.js";
import { addRules, toIpPermissions } from "./security-group-rules.js";
import {
  accept,
  arn,
  dependencyViolation,
  find,
  newId,
  notFound,
  type SecurityGroup,
  type State,
  type Vpc,
} from "./state.js";
import { tagsFor } from "./tags.js";

const NAME = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

export function createSecurityGroup(
  state: State,
  input: sdk.CreateSecurityGroupRequest,
): sdk.CreateSecurityGroupResult {
  accept("CreateSecurityGroup", input, ["GroupName", "Description", "VpcId", "TagSpecifications"]);
  const { GroupName = "", Description = "", VpcId } = input;
  if (VpcId === undefined) throw new AwsError("VPCIdNotSpecified", "No default VPC for this user");
  const vpc = find(state, "vpcs", VpcId);
  checkText("groupName", GroupName);
  checkText("GroupDescription", Description);
  if (GroupName.startsWith("sg-"))
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${GroupName}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
    );
  if (GroupName.toLowerCase() === "default")
    throw new AwsError("InvalidGroup.Reserved", `The security group '${GroupName}' is reserved`);
  for (const group of state.securityGroups.values())
    if (group.VpcId === VpcId && group.GroupName === GroupName)
      throw new AwsError(
        "InvalidGroup.Duplicate",
        `The security group '${GroupName}' already exists for VPC '${VpcId}'`,
      );
  const { GroupId, SecurityGroupArn, Tags } = add(state, vpc, {
    name: GroupName,
    description: Description,
    tags: tagsFor("security-group", input.TagSpecifications),
  });
  return { GroupId, SecurityGroupArn, Tags };
}

/** The group that every VPC has: its members reach one another. */
export function addDefaultSecurityGroup(state: State, vpc: Vpc): void {
  const group = add(state, vpc, { name: "default", description: "default VPC security group", tags: [] });
  addRules(state, group, false, [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: group.GroupId }] }]);
}

export function describeSecurityGroups(
  state: State,
  input: sdk.DescribeSecurityGroupsRequest,
): sdk.DescribeSecurityGroupsResult {
  accept("DescribeSecurityGroups", input, ["GroupIds", "Filters", "MaxResults", "NextToken"]);
  const groups = selectIds(state.securityGroups, input.GroupIds, (id) => notFound("securityGroups", id));
  const ports =
    (of: "IpPermissions" | "IpPermissionsEgress", port: "FromPort" | "ToPort") => (group: sdk.SecurityGroup) =>
      (group[of] ?? []).map((permission) => permission[port]?.toString());
  const { items, NextToken } = filterAndPage(
    "DescribeSecurityGroups",
    groups.map((group) => describe(state, group)),
    input,
    {
      "group-id": ({ GroupId }) => [GroupId],
      "group-name": ({ GroupName }) => [GroupName],
      "vpc-id": ({ VpcId }) => [VpcId],
      description: ({ Description }) => [Description],
      "owner-id": ({ OwnerId }) => [OwnerId],
      "ip-permission.from-port": ports("IpPermissions", "FromPort"),
      "ip-permission.to-port": ports("IpPermissions", "ToPort"),
      "ip-permission.group-id": ({ IpPermissions = [] }) =>
        IpPermissions.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ GroupId }) => GroupId)),
      "ip-permission.cidr": ({ IpPermissions = [] }) =>
        IpPermissions.flatMap(({ IpRanges = [] }) => IpRanges.map(({ CidrIp }) => CidrIp)),
    },
    ({ Tags = [] }) => Tags,
  );
  return { SecurityGroups: items, NextToken };
}

/** Refused while a network interface has it, or a rule of another group names it. */
export function deleteSecurityGroup(
  state: State,
  input: sdk.DeleteSecurityGroupRequest,
): sdk.DeleteSecurityGroupResult {
  accept("DeleteSecurityGroup", input, ["GroupId"]);
  if (input.GroupId === undefined)
    throw new AwsError("MissingParameter", "The request must contain the parameter groupName or groupId");
  const { GroupId, GroupName } = find(state, "securityGroups", input.GroupId);
  if (GroupName === "default")
    throw new AwsError("CannotDelete", `the specified group: "${GroupId}" name: "default" cannot be deleted by a user`);
  const inUse =
    [...state.networkInterfaces.values()].some(({ Groups }) => Groups.some((group) => group.GroupId === GroupId)) ||
    [...state.securityGroupRules.values()].some(
      (rule) => rule.GroupId !== GroupId && rule.ReferencedGroupInfo?.GroupId === GroupId,
    );
  if (inUse) throw dependencyViolation(`resource ${GroupId} has a dependent object`);
  state.securityGroups.delete(GroupId);
  for (const [id, rule] of state.securityGroupRules) if (rule.GroupId === GroupId) state.securityGroupRules.delete(id);
  return { Return: true, GroupId };
}

function add(
  state: State,
  vpc: Vpc,
  { name, description, tags }: { name: string; description: string; tags: sdk.Tag[] },
): SecurityGroup {
  const GroupId = newId(state, "sg");
  const group: SecurityGroup = {
    GroupId,
    GroupName: name,
    Description: description,
    VpcId: vpc.VpcId,
    OwnerId: state.aws.accountId,
    SecurityGroupArn: arn(state, "security-group", GroupId),
    Tags: tags,
  };
  state.securityGroups.set(GroupId, group);
  addRules(state, group, true, [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }]);
  return group;
}

function checkText(parameter: string, value: string): void {
  if (!NAME.test(value))
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${value}) for parameter ${parameter} is invalid. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*`,
    );
}

function describe(state: State, group: SecurityGroup): sdk.SecurityGroup {
  const rules = [...state.securityGroupRules.values()].filter(({ GroupId }) => GroupId === group.GroupId);
  return {
    ...group,
    IpPermissions: toIpPermissions(rules.filter(({ IsEgress }) => !IsEgress)),
    IpPermissionsEgress: toIpPermissions(rules.filter(({ IsEgress }) => IsEgress)),
  };
}
