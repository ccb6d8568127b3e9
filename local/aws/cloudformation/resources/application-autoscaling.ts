import type {
  PolicyType,
  PutScalingPolicyCommandInput,
  ScalableDimension,
  ServiceNamespace,
  SuspendedState,
} from "@aws-sdk/client-application-auto-scaling";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";

interface Target {
  ResourceId: string;
  ScalableDimension: ScalableDimension;
  ServiceNamespace: ServiceNamespace;
}

interface TargetProperties extends Target {
  MinCapacity: number;
  MaxCapacity: number;
  RoleARN?: string;
  SuspendedState?: SuspendedState;
  Tags?: { Key: string; Value: string }[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html */
export const scalableTarget: ResourceHandler<TargetProperties> = {
  supports: [
    ...["ResourceId", "ScalableDimension", "ServiceNamespace", "MinCapacity", "MaxCapacity", "RoleARN"],
    ...["SuspendedState", "Tags"],
  ],
  async create({ Tags = [], ...properties }, { aws, started }) {
    await aws.autoscaling.RegisterScalableTarget({ ...properties, ...(Tags.length > 0 && { Tags: tagMap(Tags) }) });
    const { ResourceId, ScalableDimension, ServiceNamespace } = properties;
    const physicalId = [ResourceId, ScalableDimension, ServiceNamespace].join("|");
    started(physicalId);
    return { physicalId, attributes: { Id: physicalId } };
  },
  async exists(identifier, { autoscaling }) {
    const [ResourceId, dimension, namespace] = identifier.split("|");
    const { ScalableTargets = [] } = await autoscaling.DescribeScalableTargets({
      ServiceNamespace: namespace as ServiceNamespace,
      ResourceIds: ResourceId === undefined ? [] : [ResourceId],
    });
    return ScalableTargets.some(({ ScalableDimension }) => ScalableDimension === dimension);
  },
  async update({ attributes }, { Tags = [], ...properties }, context) {
    // Tags go along with a first registration alone.
    const { ScalableTargetARN } = await context.aws.autoscaling.RegisterScalableTarget(properties);
    await putTags(context, present(ScalableTargetARN, "ScalableTargetARN"), tagMap(Tags));
    return attributes;
  },
  async delete({ properties: { ResourceId, ScalableDimension, ServiceNamespace } }, { aws }) {
    await unlessGone(() =>
      aws.autoscaling.DeregisterScalableTarget({ ResourceId, ScalableDimension, ServiceNamespace }),
    );
  },
};

interface PolicyProperties extends Partial<Target> {
  PolicyName: string;
  PolicyType: PolicyType;
  ScalingTargetId?: string;
  TargetTrackingScalingPolicyConfiguration?: PutScalingPolicyCommandInput["TargetTrackingScalingPolicyConfiguration"];
  StepScalingPolicyConfiguration?: PutScalingPolicyCommandInput["StepScalingPolicyConfiguration"];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html */
export const scalingPolicy: ResourceHandler<PolicyProperties> = {
  supports: [
    ...["PolicyName", "PolicyType", "ScalingTargetId", "ResourceId", "ScalableDimension", "ServiceNamespace"],
    ...["TargetTrackingScalingPolicyConfiguration", "StepScalingPolicyConfiguration"],
  ],
  async create(properties, context) {
    const physicalId = await put(context, properties);
    context.started(physicalId);
    return { physicalId, attributes: { Arn: physicalId } };
  },
  async update({ attributes }, next, context) {
    await put(context, next);
    return attributes;
  },
  async delete({ properties }, { aws }) {
    const { PolicyName } = properties;
    await unlessGone(() => aws.autoscaling.DeleteScalingPolicy({ ...targetOf(properties), PolicyName }));
  },
};

/** Brings the tags of a scalable target to exactly these. */
async function putTags({ aws: { autoscaling } }: HandlerContext, ResourceARN: string, tags: Record<string, string>) {
  const { Tags: current = {} } = await autoscaling.ListTagsForResource({ ResourceARN });
  const gone = Object.keys(current).filter((key) => !(key in tags));
  if (gone.length > 0) await autoscaling.UntagResource({ ResourceARN, TagKeys: gone });
  if (Object.keys(tags).length > 0) await autoscaling.TagResource({ ResourceARN, Tags: tags });
}

function tagMap(tags: readonly { Key: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

async function put({ aws }: HandlerContext, properties: PolicyProperties): Promise<string> {
  const { ScalingTargetId: _, ...rest } = properties;
  const { PolicyARN } = await aws.autoscaling.PutScalingPolicy({ ...rest, ...targetOf(properties) });
  return present(PolicyARN, "PolicyARN");
}

/** A policy names its target by id, or by the three things that make up the id. */
function targetOf({ ScalingTargetId, ResourceId, ScalableDimension, ServiceNamespace }: PolicyProperties): Target {
  const [id, dimension, namespace] = (ScalingTargetId ?? "").split("|");
  return {
    ResourceId: ResourceId ?? present(id, "ResourceId"),
    ScalableDimension: ScalableDimension ?? (dimension as ScalableDimension),
    ServiceNamespace: ServiceNamespace ?? (namespace as ServiceNamespace),
  };
}
