import type { Tag } from "@aws-sdk/client-ec2";
import type { ResourceHandler } from "../resource-handler.js";
import { defined, present, unlessGone } from "./answers.js";
import { putTags, tagSpecifications } from "./ec2-tags.js";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html */
export const routeTable: ResourceHandler<{ VpcId: string; Tags?: Tag[] }> = {
  supports: ["VpcId", "Tags"],
  async create({ VpcId, Tags }, context) {
    const answer = await context.aws.ec2.CreateRouteTable({ VpcId, ...tagSpecifications("route-table", Tags) });
    const physicalId = present(answer.RouteTable?.RouteTableId, "RouteTableId");
    context.started(physicalId);
    return { physicalId, attributes: { RouteTableId: physicalId } };
  },
  async update({ physicalId, attributes }, { Tags }, context) {
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.ec2.DeleteRouteTable({ RouteTableId: physicalId }));
  },
};

interface RouteProperties {
  RouteTableId: string;
  DestinationCidrBlock?: string;
  GatewayId?: string;
  NatGatewayId?: string;
  NetworkInterfaceId?: string;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
export const route: ResourceHandler<RouteProperties> = {
  supports: ["RouteTableId", "DestinationCidrBlock", "GatewayId", "NatGatewayId", "NetworkInterfaceId"],
  async create(properties, context) {
    await context.aws.ec2.CreateRoute(properties);
    const { RouteTableId, DestinationCidrBlock } = properties;
    const physicalId = `${RouteTableId}|${DestinationCidrBlock}`;
    context.started(physicalId);
    return { physicalId, attributes: defined({ CidrBlock: DestinationCidrBlock }) };
  },
  async update({ attributes }, properties, { aws }) {
    await aws.ec2.ReplaceRoute(properties);
    return attributes;
  },
  async delete({ properties: { RouteTableId, DestinationCidrBlock } }, { aws }) {
    await unlessGone(() => aws.ec2.DeleteRoute(defined({ RouteTableId, DestinationCidrBlock })));
  },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html */
export const subnetRouteTableAssociation: ResourceHandler<{ RouteTableId: string; SubnetId: string }> = {
  supports: ["RouteTableId", "SubnetId"],
  async create(properties, context) {
    const { AssociationId } = await context.aws.ec2.AssociateRouteTable(properties);
    const physicalId = present(AssociationId, "AssociationId");
    context.started(physicalId);
    return { physicalId, attributes: { Id: physicalId } };
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.ec2.DisassociateRouteTable({ AssociationId: physicalId }));
  },
};
