import type { Tag } from "@aws-sdk/client-ec2";
import type { Attributes, HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, ignoring, present } from "./answers.js";
import { deleteOnceUnused } from "./dependents.js";
import { putTags, tagSpecifications } from "./ec2-tags.js";

interface VpcProperties {
  CidrBlock?: string;
  EnableDnsHostnames?: boolean;
  EnableDnsSupport?: boolean;
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html */
export const vpc: ResourceHandler<VpcProperties> = {
  supports: ["CidrBlock", "EnableDnsHostnames", "EnableDnsSupport", "Tags"],
  async create({ CidrBlock, Tags, ...dns }, context) {
    const { Vpc } = await context.aws.ec2.CreateVpc(defined({ CidrBlock, ...tagSpecifications("vpc", Tags) }));
    const physicalId = present(Vpc?.VpcId, "VpcId");
    context.started(physicalId);
    await context.until(async () => (await describe(context, physicalId))?.State === "available");
    await setDns(context, physicalId, dns);
    return { physicalId, attributes: await vpcAttributes(context, physicalId) };
  },
  async update({ physicalId }, { Tags, ...dns }, context) {
    await setDns(context, physicalId, dns);
    await putTags(context, physicalId, Tags);
    return vpcAttributes(context, physicalId);
  },
  async delete({ physicalId }, context) {
    await deleteOnceUnused(context, () => context.aws.ec2.DeleteVpc({ VpcId: physicalId }));
  },
};

interface SubnetProperties {
  VpcId: string;
  CidrBlock?: string;
  AvailabilityZone?: string;
  MapPublicIpOnLaunch?: boolean;
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html */
export const subnet: ResourceHandler<SubnetProperties> = {
  supports: ["VpcId", "CidrBlock", "AvailabilityZone", "MapPublicIpOnLaunch", "Tags"],
  async create({ VpcId, CidrBlock, AvailabilityZone, MapPublicIpOnLaunch, Tags }, context) {
    const { ec2 } = context.aws;
    const request = defined({ VpcId, CidrBlock, AvailabilityZone, ...tagSpecifications("subnet", Tags) });
    const { Subnet } = await ec2.CreateSubnet(request);
    const physicalId = present(Subnet?.SubnetId, "SubnetId");
    context.started(physicalId);
    await context.until(async () => (await describeSubnet(context, physicalId))?.State === "available");
    if (MapPublicIpOnLaunch !== undefined) await setPublicIps(context, physicalId, MapPublicIpOnLaunch);
    return { physicalId, attributes: await subnetAttributes(context, physicalId) };
  },
  async update({ physicalId }, { MapPublicIpOnLaunch = false, Tags }, context) {
    await setPublicIps(context, physicalId, MapPublicIpOnLaunch);
    await putTags(context, physicalId, Tags);
    return subnetAttributes(context, physicalId);
  },
  async delete({ physicalId }, context) {
    await deleteOnceUnused(context, () => context.aws.ec2.DeleteSubnet({ SubnetId: physicalId }));
  },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-internetgateway.html */
export const internetGateway: ResourceHandler<{ Tags?: Tag[] }> = {
  supports: ["Tags"],
  async create({ Tags }, context) {
    const answer = await context.aws.ec2.CreateInternetGateway(tagSpecifications("internet-gateway", Tags));
    const physicalId = present(answer.InternetGateway?.InternetGatewayId, "InternetGatewayId");
    context.started(physicalId);
    return { physicalId, attributes: { InternetGatewayId: physicalId } };
  },
  async update({ physicalId, attributes }, { Tags }, context) {
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, context) {
    await deleteOnceUnused(context, () => context.aws.ec2.DeleteInternetGateway({ InternetGatewayId: physicalId }));
  },
};

interface AttachmentProperties {
  VpcId: string;
  InternetGatewayId?: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html */
export const gatewayAttachment: ResourceHandler<AttachmentProperties> = {
  supports: ["VpcId", "InternetGatewayId"],
  async create({ VpcId, InternetGatewayId }, context) {
    await context.aws.ec2.AttachInternetGateway({ VpcId, InternetGatewayId });
    const physicalId = `IGW|${VpcId}`;
    context.started(physicalId);
    return { physicalId, attributes: { AttachmentType: "IGW" } };
  },
  async update({ properties, attributes }, { VpcId, InternetGatewayId }, context) {
    if (properties.InternetGatewayId !== InternetGatewayId) {
      await detach(context, properties);
      await context.aws.ec2.AttachInternetGateway({ VpcId, InternetGatewayId });
    }
    return attributes;
  },
  async delete({ properties }, context) {
    await detach(context, properties);
  },
};

async function detach(context: HandlerContext, { VpcId, InternetGatewayId }: AttachmentProperties) {
  await ignoring(/^Gateway\.NotAttached$/, () =>
    deleteOnceUnused(context, () => context.aws.ec2.DetachInternetGateway({ VpcId, InternetGatewayId })),
  );
}

async function setDns(
  { aws }: HandlerContext,
  VpcId: string,
  { EnableDnsSupport = true, EnableDnsHostnames = false }: VpcProperties,
) {
  // AWS takes one attribute a call; host names need support.
  await aws.ec2.ModifyVpcAttribute({ VpcId, EnableDnsSupport: { Value: EnableDnsSupport } });
  await aws.ec2.ModifyVpcAttribute({ VpcId, EnableDnsHostnames: { Value: EnableDnsHostnames } });
}

async function setPublicIps({ aws }: HandlerContext, SubnetId: string, Value: boolean) {
  await aws.ec2.ModifySubnetAttribute({ SubnetId, MapPublicIpOnLaunch: { Value } });
}

async function describe({ aws }: HandlerContext, id: string) {
  return (await aws.ec2.DescribeVpcs({ VpcIds: [id] })).Vpcs?.[0];
}

async function describeSubnet({ aws }: HandlerContext, id: string) {
  return (await aws.ec2.DescribeSubnets({ SubnetIds: [id] })).Subnets?.[0];
}

async function vpcAttributes(context: HandlerContext, id: string): Promise<Attributes> {
  const found = await describe(context, id);
  const { SecurityGroups = [] } = await context.aws.ec2.DescribeSecurityGroups({
    Filters: [
      { Name: "vpc-id", Values: [id] },
      { Name: "group-name", Values: ["default"] },
    ],
  });
  return defined({
    VpcId: id,
    CidrBlock: found?.CidrBlock,
    CidrBlockAssociations: found?.CidrBlockAssociationSet?.map(({ AssociationId }) => AssociationId),
    DefaultSecurityGroup: SecurityGroups[0]?.GroupId,
    Ipv6CidrBlocks: [],
  });
}

async function subnetAttributes(context: HandlerContext, id: string): Promise<Attributes> {
  const { AvailabilityZone, AvailabilityZoneId, CidrBlock, VpcId } = (await describeSubnet(context, id)) ?? {};
  return defined({ SubnetId: id, AvailabilityZone, AvailabilityZoneId, CidrBlock, VpcId, Ipv6CidrBlocks: [] });
}
