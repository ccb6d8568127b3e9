import type {
  IpAddressType,
  LoadBalancerAttribute,
  LoadBalancerSchemeEnum,
  LoadBalancerTypeEnum,
  SubnetMapping,
  Tag,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Attributes, HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, notStabilized, present, unlessGone } from "./answers.js";
import { putTags } from "./elbv2-tags.js";

interface LoadBalancerProperties {
  Name?: string;
  Type?: LoadBalancerTypeEnum;
  Scheme?: LoadBalancerSchemeEnum;
  IpAddressType?: IpAddressType;
  Subnets?: string[];
  SubnetMappings?: SubnetMapping[];
  SecurityGroups?: string[];
  LoadBalancerAttributes?: LoadBalancerAttribute[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const loadBalancer: ResourceHandler<LoadBalancerProperties> = {
  supports: [
    ...["Name", "Type", "Scheme", "IpAddressType", "Subnets", "SubnetMappings", "SecurityGroups"],
    ...["LoadBalancerAttributes", "Tags"],
  ],
  async create({ LoadBalancerAttributes, ...properties }, context) {
    const { elbv2 } = context.aws;
    const { LoadBalancers = [] } = await elbv2.CreateLoadBalancer({ Name: context.physicalName(32), ...properties });
    const physicalId = present(LoadBalancers[0]?.LoadBalancerArn, "LoadBalancerArn");
    context.started(physicalId);
    await setAttributes(context, physicalId, LoadBalancerAttributes);
    await context.until(async () => {
      const state = (await describe(context, physicalId))?.State;
      if (state?.Code === "failed") throw notStabilized(state.Reason ?? "The load balancer failed");
      return state?.Code === "active";
    });
    return { physicalId, attributes: await attributesOf(context, physicalId) };
  },
  async update({ physicalId }, next, context) {
    const { elbv2 } = context.aws;
    const LoadBalancerArn = physicalId;
    const { IpAddressType = "ipv4", SecurityGroups, Subnets, SubnetMappings, LoadBalancerAttributes, Tags } = next;
    if (SecurityGroups) await elbv2.SetSecurityGroups({ LoadBalancerArn, SecurityGroups });
    if (Subnets || SubnetMappings)
      await elbv2.SetSubnets(defined({ LoadBalancerArn, Subnets, SubnetMappings, IpAddressType }));
    else await elbv2.SetIpAddressType({ LoadBalancerArn, IpAddressType });
    await setAttributes(context, physicalId, LoadBalancerAttributes);
    await putTags(context, physicalId, Tags);
    return attributesOf(context, physicalId);
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.elbv2.DeleteLoadBalancer({ LoadBalancerArn: physicalId }));
  },
};

async function setAttributes(
  { aws }: HandlerContext,
  LoadBalancerArn: string,
  Attributes: LoadBalancerAttribute[] = [],
) {
  if (Attributes.length > 0) await aws.elbv2.ModifyLoadBalancerAttributes({ LoadBalancerArn, Attributes });
}

async function describe({ aws }: HandlerContext, arn: string) {
  return (await aws.elbv2.DescribeLoadBalancers({ LoadBalancerArns: [arn] })).LoadBalancers?.[0];
}

async function attributesOf(context: HandlerContext, arn: string): Promise<Attributes> {
  const found = await describe(context, arn);
  return defined({
    LoadBalancerArn: arn,
    LoadBalancerName: found?.LoadBalancerName,
    LoadBalancerFullName: arn.split(":loadbalancer/")[1],
    DNSName: found?.DNSName,
    CanonicalHostedZoneID: found?.CanonicalHostedZoneId,
    SecurityGroups: found?.SecurityGroups ?? [],
  });
}
