import type * as sdk from "@aws-sdk/client-application-auto-scaling";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { ensureServiceLinkedRole } from "../iam/service-linked-roles.js";
import { refuseOthers } from "../wire/supported.js";

const MAX_PAGE = 50;

/** Whose service-linked role scales ECS's services. */
const SERVICE = "ecs.application-autoscaling.amazonaws.com";

interface Target extends sdk.ScalableTarget {
  readonly ScalableTargetARN: string;
  readonly tags: Map<string, string>;
}

type TargetKey = Pick<sdk.ScalableTarget, "ServiceNamespace" | "ResourceId" | "ScalableDimension">;

/**
 * Application Auto Scaling for ECS services: it keeps scalable targets and their policies. Nothing is measured
 * here, so nothing is ever scaled: there are no metrics that a policy could follow.
 */
export class ApplicationAutoScaling {
  readonly #aws: Aws;
  readonly #targets = new Map<string, Target>();
  readonly #policies = new Map<string, sdk.ScalingPolicy>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  snapshot(): object {
    return {
      scalableTargets: [...this.#targets.values()].map(({ tags, ...target }) => ({
        ...target,
        tags: Object.fromEntries(tags),
      })),
      scalingPolicies: [...this.#policies.values()],
    };
  }

  /** Makes a target or changes one; what is left out of a change stays as it is. */
  async RegisterScalableTarget(input: sdk.RegisterScalableTargetRequest): Promise<sdk.RegisterScalableTargetResponse> {
    const { MinCapacity, MaxCapacity, RoleARN, SuspendedState, Tags } = input;
    const key = targetKey(input);
    const existing = this.#targets.get(key);
    if (existing === undefined && (MinCapacity === undefined || MaxCapacity === undefined))
      throw invalid("You must specify both MinCapacity and MaxCapacity when you register a new scalable target.");
    const min = MinCapacity ?? existing?.MinCapacity ?? 0;
    const max = MaxCapacity ?? existing?.MaxCapacity ?? 0;
    if (min < 0 || max < 0) throw invalid("MinCapacity and MaxCapacity must not be negative.");
    if (min > max) throw invalid("Maximum capacity cannot be less than minimum capacity");
    if (existing !== undefined && Tags !== undefined)
      throw invalid("Tags can be set only when a scalable target is registered for the first time.");
    if (existing === undefined) await this.#checkService(input.ResourceId ?? "");
    const { partition, region, accountId, random, clock } = this.#aws;
    const ownRole = `arn:${partition}:iam::${accountId}:role/aws-service-role/${SERVICE}/AWSServiceRoleForApplicationAutoScaling_ECSService`;
    if (RoleARN === undefined && (await ensureServiceLinkedRole(this.#aws, SERVICE)))
      throw invalid(`Unable to assume IAM role: ${ownRole}`);
    const target: Target = {
      ...existing,
      ServiceNamespace: input.ServiceNamespace,
      ResourceId: input.ResourceId,
      ScalableDimension: input.ScalableDimension,
      MinCapacity: min,
      MaxCapacity: max,
      RoleARN: RoleARN ?? existing?.RoleARN ?? ownRole,
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
        ...existing?.SuspendedState,
        ...SuspendedState,
      },
      CreationTime: existing?.CreationTime ?? clock.now(),
      ScalableTargetARN:
        existing?.ScalableTargetARN ??
        `arn:${partition}:application-autoscaling:${region}:${accountId}:scalable-target/${random.text(32)}`,
      tags: existing?.tags ?? new Map(Object.entries(Tags ?? {})),
    };
    this.#targets.set(key, target);
    return { ScalableTargetARN: target.ScalableTargetARN };
  }

  async DescribeScalableTargets(
    input: sdk.DescribeScalableTargetsRequest,
  ): Promise<sdk.DescribeScalableTargetsResponse> {
    const { ServiceNamespace, ResourceIds = [], ScalableDimension } = input;
    const found = [...this.#targets.values()].filter(
      (target) =>
        target.ServiceNamespace === ServiceNamespace &&
        (ResourceIds.length === 0 || ResourceIds.includes(target.ResourceId ?? "")) &&
        (ScalableDimension === undefined || target.ScalableDimension === ScalableDimension),
    );
    const { page, NextToken } = paginate(found, input);
    return { ScalableTargets: page.map(({ tags: _, ...target }) => target), NextToken };
  }

  /** Takes the target's policies along. */
  async DeregisterScalableTarget(
    input: sdk.DeregisterScalableTargetRequest,
  ): Promise<sdk.DeregisterScalableTargetResponse> {
    const target = this.#target(input);
    this.#targets.delete(targetKey(target));
    for (const [arn, policy] of this.#policies) if (targetKey(policy) === targetKey(target)) this.#policies.delete(arn);
    return {};
  }

  async PutScalingPolicy(input: sdk.PutScalingPolicyRequest): Promise<sdk.PutScalingPolicyResponse> {
    refuseOthers("PutScalingPolicy", input, [
      "PolicyName",
      "ServiceNamespace",
      "ResourceId",
      "ScalableDimension",
      "PolicyType",
      "StepScalingPolicyConfiguration",
      "TargetTrackingScalingPolicyConfiguration",
    ]);
    const target = this.#target(input);
    const existing = [...this.#policies.values()].find(
      (policy) => policy.PolicyName === input.PolicyName && targetKey(policy) === targetKey(input),
    );
    const PolicyType = input.PolicyType ?? existing?.PolicyType ?? "StepScaling";
    if (existing !== undefined && existing.PolicyType !== PolicyType)
      throw invalid(`Cannot change the type of the policy ${input.PolicyName} from ${existing.PolicyType}.`);
    if (PolicyType === "PredictiveScaling") throw notImplemented("predictive scaling policies");
    const tracking = input.TargetTrackingScalingPolicyConfiguration;
    const steps = input.StepScalingPolicyConfiguration;
    if (PolicyType === "TargetTrackingScaling" ? tracking === undefined || steps !== undefined : steps === undefined)
      throw invalid(`A ${PolicyType} policy needs its ${PolicyType}PolicyConfiguration, and no other.`);
    if (tracking !== undefined) checkTracking(tracking);
    const { partition, region, accountId, random, clock } = this.#aws;
    const PolicyARN =
      existing?.PolicyARN ??
      `arn:${partition}:autoscaling:${region}:${accountId}:scalingPolicy:${random.uuid()}:resource/${input.ServiceNamespace}/${input.ResourceId}:policyName/${input.PolicyName}`;
    const Alarms =
      existing?.Alarms ??
      (tracking === undefined ? [] : ["AlarmHigh", "AlarmLow"]).map((kind): sdk.Alarm => {
        const AlarmName = `TargetTracking-${target.ResourceId}-${kind}-${random.uuid()}`;
        return { AlarmName, AlarmARN: `arn:${partition}:cloudwatch:${region}:${accountId}:alarm:${AlarmName}` };
      });
    this.#policies.set(PolicyARN, {
      PolicyARN,
      PolicyName: input.PolicyName,
      ServiceNamespace: input.ServiceNamespace,
      ResourceId: input.ResourceId,
      ScalableDimension: input.ScalableDimension,
      PolicyType,
      StepScalingPolicyConfiguration: steps,
      TargetTrackingScalingPolicyConfiguration: tracking,
      Alarms,
      CreationTime: existing?.CreationTime ?? clock.now(),
    });
    return { PolicyARN, Alarms };
  }

  async DescribeScalingPolicies(
    input: sdk.DescribeScalingPoliciesRequest,
  ): Promise<sdk.DescribeScalingPoliciesResponse> {
    const { ServiceNamespace, PolicyNames = [], ResourceId, ScalableDimension } = input;
    const found = [...this.#policies.values()].filter(
      (policy) =>
        policy.ServiceNamespace === ServiceNamespace &&
        (PolicyNames.length === 0 ||
          PolicyNames.some((name) => name === policy.PolicyName || name === policy.PolicyARN)) &&
        (ResourceId === undefined || policy.ResourceId === ResourceId) &&
        (ScalableDimension === undefined || policy.ScalableDimension === ScalableDimension),
    );
    const { page, NextToken } = paginate(found, input);
    return { ScalingPolicies: page, NextToken };
  }

  async DeleteScalingPolicy(input: sdk.DeleteScalingPolicyRequest): Promise<sdk.DeleteScalingPolicyResponse> {
    for (const [arn, policy] of this.#policies) {
      if (policy.PolicyName !== input.PolicyName || targetKey(policy) !== targetKey(input)) continue;
      this.#policies.delete(arn);
      return {};
    }
    throw new AwsError(
      "ObjectNotFoundException",
      `No scaling policy found for service namespace: ${input.ServiceNamespace}, resource ID: ${input.ResourceId}, scalable dimension: ${input.ScalableDimension}, policy name: ${input.PolicyName}`,
    );
  }

  /** Nothing is ever scaled here, so there are no activities. */
  async DescribeScalingActivities(
    _input: sdk.DescribeScalingActivitiesRequest,
  ): Promise<sdk.DescribeScalingActivitiesResponse> {
    return { ScalingActivities: [] };
  }

  async TagResource({ ResourceARN, Tags = {} }: sdk.TagResourceRequest): Promise<sdk.TagResourceResponse> {
    const { tags } = this.#targetByArn(ResourceARN);
    for (const [key, value] of Object.entries(Tags)) tags.set(key, value);
    return {};
  }

  async UntagResource({ ResourceARN, TagKeys = [] }: sdk.UntagResourceRequest): Promise<sdk.UntagResourceResponse> {
    const { tags } = this.#targetByArn(ResourceARN);
    for (const key of TagKeys) tags.delete(key);
    return {};
  }

  async ListTagsForResource({ ResourceARN }: sdk.ListTagsForResourceRequest): Promise<sdk.ListTagsForResourceResponse> {
    return { Tags: Object.fromEntries(this.#targetByArn(ResourceARN).tags) };
  }

  #target(key: TargetKey): Target {
    const target = this.#targets.get(targetKey(key));
    if (target === undefined)
      throw new AwsError(
        "ObjectNotFoundException",
        `No scalable target found for service namespace: ${key.ServiceNamespace}, resource ID: ${key.ResourceId}, scalable dimension: ${key.ScalableDimension}`,
      );
    return target;
  }

  #targetByArn(arn: string | undefined): Target {
    for (const target of this.#targets.values()) if (target.ScalableTargetARN === arn) return target;
    throw new AwsError("ResourceNotFoundException", `The specified resource doesn't exist: ${arn}`);
  }

  async #checkService(resourceId: string): Promise<void> {
    const [, cluster, service] = /^service\/([^/]+)\/([^/]+)$/.exec(resourceId) ?? [];
    if (cluster === undefined || service === undefined) throw invalid(`Unsupported resource ID: ${resourceId}`);
    const missing = () => invalid(`ECS service doesn't exist: ${resourceId}`);
    const { services = [] } = await this.#aws.ecs.DescribeServices({ cluster, services: [service] }).catch((error) => {
      throw error instanceof AwsError ? missing() : error;
    });
    if (!services.some(({ status }) => status === "ACTIVE")) throw missing();
  }
}

function targetKey({ ServiceNamespace, ResourceId, ScalableDimension }: TargetKey): string {
  if (ServiceNamespace !== "ecs") throw notImplemented(`Application Auto Scaling for ${ServiceNamespace}`);
  if (ScalableDimension !== "ecs:service:DesiredCount")
    throw invalid(`Unsupported service namespace, resource type or scalable dimension: ${ScalableDimension}`);
  return `${ServiceNamespace} ${ResourceId} ${ScalableDimension}`;
}

function checkTracking(configuration: sdk.TargetTrackingScalingPolicyConfiguration): void {
  const { TargetValue, PredefinedMetricSpecification: metric, CustomizedMetricSpecification: custom } = configuration;
  if (TargetValue === undefined || TargetValue <= 0) throw invalid("TargetValue must be greater than 0.");
  if ((metric === undefined) === (custom === undefined))
    throw invalid("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be given.");
  const type = metric?.PredefinedMetricType;
  const known = ["ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization", "ALBRequestCountPerTarget"];
  if (type !== undefined && !known.includes(type)) throw invalid(`Unsupported metric type for ECS services: ${type}`);
  if ((type === "ALBRequestCountPerTarget") !== (metric?.ResourceLabel !== undefined) && metric !== undefined)
    throw invalid("A ResourceLabel goes with the metric ALBRequestCountPerTarget, and with no other.");
}

function paginate<Item>(
  items: readonly Item[],
  { MaxResults = MAX_PAGE, NextToken }: { MaxResults?: number | undefined; NextToken?: string | undefined },
): { page: Item[]; NextToken?: string } {
  const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64url").toString());
  if (!Number.isInteger(from) || from < 0)
    throw new AwsError("InvalidNextTokenException", "The next token supplied was invalid.");
  const page = items.slice(from, from + Math.min(MaxResults, MAX_PAGE));
  const end = from + page.length;
  return end < items.length ? { page, NextToken: Buffer.from(String(end)).toString("base64url") } : { page };
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
