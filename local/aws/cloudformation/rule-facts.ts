import type { Aws } from "../aws.js";
import { notImplemented } from "../errors.js";
import type { RuleFacts } from "./template/conditions.js";
import type { Rule } from "./template/template.js";

interface Tagged {
  readonly Tags?: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;
}

/**
 * What rules can ask about the account: all ids of a parameter type, and attributes of what they name.
 * @returns undefined where no rule asks
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html
 */
export async function readRuleFacts(
  { ec2 }: Pick<Aws, "ec2">,
  rules: Readonly<Record<string, Rule>>,
): Promise<RuleFacts | undefined> {
  if (!/"Fn::(RefAll|ValueOf|ValueOfAll)"/.test(JSON.stringify(rules))) return undefined;
  const [{ Vpcs = [] }, { Subnets = [] }, { SecurityGroups = [] }] = await Promise.all([
    ec2.DescribeVpcs({}),
    ec2.DescribeSubnets({}),
    ec2.DescribeSecurityGroups({}),
  ]);
  const defaultGroup = (vpcId: string | undefined) =>
    SecurityGroups.find(({ GroupName, VpcId }) => GroupName === "default" && VpcId === vpcId)?.GroupId;
  const known: Readonly<Record<string, ReadonlyMap<string, Readonly<Record<string, string | undefined>>>>> = {
    "AWS::EC2::VPC::Id": new Map(
      Vpcs.map((vpc) => [vpc.VpcId ?? "", { DefaultSecurityGroup: defaultGroup(vpc.VpcId), ...tags(vpc) }]),
    ),
    "AWS::EC2::Subnet::Id": new Map(
      Subnets.map((subnet) => [
        subnet.SubnetId ?? "",
        { AvailabilityZone: subnet.AvailabilityZone, VpcId: subnet.VpcId, ...tags(subnet) },
      ]),
    ),
    "AWS::EC2::SecurityGroup::Id": new Map(SecurityGroups.map((group) => [group.GroupId ?? "", tags(group)])),
  };
  const ofType = (type: string) => {
    const found = known[type];
    if (!found) throw notImplemented(`the parameter type ${type} in rules`);
    return found;
  };
  return {
    ids: (type) => [...ofType(type).keys()],
    attribute: (type, id, attribute) => {
      const names = {
        "AWS::EC2::VPC::Id": ["DefaultSecurityGroup"],
        "AWS::EC2::Subnet::Id": ["AvailabilityZone", "VpcId"],
      };
      const isKnown = attribute.startsWith("Tags.") || names[type as keyof typeof names]?.includes(attribute);
      if (!isKnown) throw notImplemented(`the attribute ${attribute} of ${type} in rules`);
      return ofType(type).get(id)?.[attribute];
    },
  };
}

function tags({ Tags = [] }: Tagged): Record<string, string | undefined> {
  return Object.fromEntries(Tags.map(({ Key, Value }) => [`Tags.${Key}`, Value]));
}
