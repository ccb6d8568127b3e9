import type {
  Matcher,
  ProtocolEnum,
  Tag,
  TargetGroupAttribute,
  TargetGroupIpAddressTypeEnum,
  TargetTypeEnum,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Attributes, HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, present, unlessGone } from "./answers.js";
import { putTags } from "./elbv2-tags.js";

interface HealthCheck {
  HealthCheckEnabled?: boolean;
  HealthCheckIntervalSeconds?: number;
  HealthCheckPath?: string;
  HealthCheckPort?: string;
  HealthCheckProtocol?: ProtocolEnum;
  HealthCheckTimeoutSeconds?: number;
  HealthyThresholdCount?: number;
  UnhealthyThresholdCount?: number;
  Matcher?: Matcher;
}

interface TargetGroupProperties extends HealthCheck {
  Name?: string;
  VpcId?: string;
  Port?: number;
  Protocol?: ProtocolEnum;
  ProtocolVersion?: string;
  TargetType?: TargetTypeEnum;
  IpAddressType?: TargetGroupIpAddressTypeEnum;
  TargetGroupAttributes?: TargetGroupAttribute[];
  Tags?: Tag[];
}

const HEALTH_CHECK = [
  ...["HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckPort", "HealthCheckProtocol"],
  ...["HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount", "Matcher"],
];

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
export const targetGroup: ResourceHandler<TargetGroupProperties> = {
  supports: [
    ...["Name", "VpcId", "Port", "Protocol", "ProtocolVersion", "TargetType", "IpAddressType", "TargetGroupAttributes"],
    ...HEALTH_CHECK,
    "Tags",
  ],
  async create({ TargetGroupAttributes, ...properties }, context) {
    const { elbv2 } = context.aws;
    const { TargetGroups = [] } = await elbv2.CreateTargetGroup({ Name: context.physicalName(32), ...properties });
    const physicalId = present(TargetGroups[0]?.TargetGroupArn, "TargetGroupArn");
    context.started(physicalId);
    await setAttributes(context, physicalId, TargetGroupAttributes);
    return { physicalId, attributes: await attributesOf(context, physicalId) };
  },
  async update({ physicalId }, next, context) {
    const healthCheck: HealthCheck = Object.fromEntries(
      Object.entries(next).filter(([name]) => HEALTH_CHECK.includes(name)),
    );
    await context.aws.elbv2.ModifyTargetGroup({ TargetGroupArn: physicalId, ...healthCheck });
    await setAttributes(context, physicalId, next.TargetGroupAttributes);
    await putTags(context, physicalId, next.Tags);
    return attributesOf(context, physicalId);
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.elbv2.DeleteTargetGroup({ TargetGroupArn: physicalId }));
  },
};

async function setAttributes({ aws }: HandlerContext, TargetGroupArn: string, Attributes: TargetGroupAttribute[] = []) {
  if (Attributes.length > 0) await aws.elbv2.ModifyTargetGroupAttributes({ TargetGroupArn, Attributes });
}

async function attributesOf({ aws }: HandlerContext, arn: string): Promise<Attributes> {
  const found = (await aws.elbv2.DescribeTargetGroups({ TargetGroupArns: [arn] })).TargetGroups?.[0];
  return defined({
    TargetGroupArn: arn,
    TargetGroupName: found?.TargetGroupName,
    TargetGroupFullName: arn.split(":").at(-1),
    LoadBalancerArns: found?.LoadBalancerArns ?? [],
  });
}
