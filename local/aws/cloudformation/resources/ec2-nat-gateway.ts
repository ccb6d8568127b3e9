import type { Tag } from "@aws-sdk/client-ec2";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, isPresent, notStabilized, present, unlessGone } from "./answers.js";
import { putTags, tagSpecifications } from "./ec2-tags.js";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html */
export const elasticIp: ResourceHandler<{ Domain?: "vpc"; Tags?: Tag[] }> = {
  supports: ["Domain", "Tags"],
  async create({ Domain = "vpc", Tags }, context) {
    const answer = await context.aws.ec2.AllocateAddress({ Domain, ...tagSpecifications("elastic-ip", Tags) });
    const physicalId = present(answer.PublicIp, "PublicIp");
    context.started(physicalId);
    return { physicalId, attributes: { PublicIp: physicalId, AllocationId: answer.AllocationId } };
  },
  async update({ attributes }, { Tags }, context) {
    await putTags(context, String(attributes.AllocationId), Tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    // By its address: an allocation whose creation was cut short has no attributes yet.
    const { Addresses = [] } = await aws.ec2.DescribeAddresses({
      Filters: [{ Name: "public-ip", Values: [physicalId] }],
    });
    for (const { AllocationId } of Addresses) await unlessGone(() => aws.ec2.ReleaseAddress({ AllocationId }));
  },
};

interface NatGatewayProperties {
  SubnetId?: string;
  AllocationId?: string;
  ConnectivityType?: "public" | "private";
  PrivateIpAddress?: string;
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html */
export const natGateway: ResourceHandler<NatGatewayProperties> = {
  supports: ["SubnetId", "AllocationId", "ConnectivityType", "PrivateIpAddress", "Tags"],
  async create({ Tags, ...properties }, context) {
    const request = { ...properties, ...tagSpecifications("natgateway", Tags) };
    const answer = await context.aws.ec2.CreateNatGateway(request);
    const physicalId = present(answer.NatGateway?.NatGatewayId, "NatGatewayId");
    context.started(physicalId);
    await context.until(async () => {
      const found = await describe(context, physicalId);
      if (found?.State === "failed") throw notStabilized(found.FailureMessage ?? "The NAT gateway failed");
      return found?.State === "available";
    });
    const eni = (await describe(context, physicalId))?.NatGatewayAddresses?.[0]?.NetworkInterfaceId;
    return { physicalId, attributes: defined({ NatGatewayId: physicalId, EniId: eni }) };
  },
  async update({ physicalId, attributes }, { Tags }, context) {
    await putTags(context, physicalId, Tags);
    return attributes;
  },
  async delete({ physicalId }, context) {
    await unlessGone(() => context.aws.ec2.DeleteNatGateway({ NatGatewayId: physicalId }));
    await context.until(
      async () =>
        !(await isPresent(async () => ((await describe(context, physicalId))?.State ?? "deleted") !== "deleted")),
    );
  },
};

async function describe({ aws }: HandlerContext, id: string) {
  return (await aws.ec2.DescribeNatGateways({ NatGatewayIds: [id] })).NatGateways?.[0];
}
