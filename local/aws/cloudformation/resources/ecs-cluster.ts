import type {
  CapacityProviderStrategyItem,
  ClusterConfiguration,
  ClusterServiceConnectDefaultsRequest,
  ClusterSetting,
  Tag,
} from "@aws-sdk/client-ecs";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";
import { apiNames } from "./ecs-names.js";

/** As ECS's API names them; the template's begin in upper case. */
interface Cluster {
  clusterName?: string;
  clusterSettings?: ClusterSetting[];
  capacityProviders?: string[];
  defaultCapacityProviderStrategy?: CapacityProviderStrategyItem[];
  configuration?: ClusterConfiguration;
  serviceConnectDefaults?: ClusterServiceConnectDefaultsRequest;
  tags?: Tag[];
}

const TYPE = "AWS::ECS::Cluster";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html */
export const cluster: ResourceHandler = {
  supports: [
    ...["ClusterName", "ClusterSettings", "CapacityProviders", "DefaultCapacityProviderStrategy", "Configuration"],
    ...["ServiceConnectDefaults", "Tags"],
  ],
  async create(properties, context) {
    const { clusterSettings, ...rest }: Cluster = apiNames(TYPE, properties);
    const answer = await context.aws.ecs.CreateCluster({
      clusterName: context.physicalName(255),
      ...rest,
      ...(clusterSettings && { settings: clusterSettings }),
    });
    const physicalId = present(answer.cluster?.clusterName, "clusterName");
    context.started(physicalId);
    return { physicalId, attributes: { Arn: answer.cluster?.clusterArn } };
  },
  async exists(name, { ecs }) {
    const { clusters = [] } = await ecs.DescribeClusters({ clusters: [name] });
    return clusters.some(({ status }) => status === "ACTIVE");
  },
  async update({ physicalId, attributes }, next, context) {
    const { ecs } = context.aws;
    const wanted: Cluster = apiNames(TYPE, next);
    const { clusterSettings: settings, configuration, serviceConnectDefaults } = wanted;
    await ecs.UpdateCluster({
      cluster: physicalId,
      ...(settings && { settings }),
      ...(configuration && { configuration }),
      ...(serviceConnectDefaults && { serviceConnectDefaults }),
    });
    await ecs.PutClusterCapacityProviders({
      cluster: physicalId,
      capacityProviders: wanted.capacityProviders ?? [],
      defaultCapacityProviderStrategy: wanted.defaultCapacityProviderStrategy ?? [],
    });
    await putEcsTags(context, String(attributes.Arn), wanted.tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.ecs.DeleteCluster({ cluster: physicalId }));
  },
};

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html */
export const clusterCapacityProviders: ResourceHandler<{ Cluster: string }> = {
  supports: ["Cluster", "CapacityProviders", "DefaultCapacityProviderStrategy"],
  async create(properties, context) {
    await putCapacityProviders(context, properties);
    context.started(properties.Cluster);
    return { physicalId: properties.Cluster, attributes: {} };
  },
  async update({ attributes }, next, context) {
    await putCapacityProviders(context, next);
    return attributes;
  },
  async delete({ properties: { Cluster } }, context) {
    await unlessGone(() => putCapacityProviders(context, { Cluster }));
  },
};

/** Brings the tags of a cluster, service or task definition to exactly these. */
export async function putEcsTags({ aws }: HandlerContext, resourceArn: string, tags: Tag[] = []): Promise<void> {
  const { tags: current = [] } = await aws.ecs.ListTagsForResource({ resourceArn });
  const gone = current.flatMap(({ key }) => (key === undefined || tags.some((tag) => tag.key === key) ? [] : [key]));
  if (gone.length > 0) await aws.ecs.UntagResource({ resourceArn, tagKeys: gone });
  if (tags.length > 0) await aws.ecs.TagResource({ resourceArn, tags });
}

async function putCapacityProviders({ aws }: HandlerContext, properties: { Cluster: string }) {
  const { capacityProviders = [], defaultCapacityProviderStrategy = [] }: Cluster = apiNames(
    "AWS::ECS::ClusterCapacityProviderAssociations",
    properties,
  );
  await aws.ecs.PutClusterCapacityProviders({
    cluster: properties.Cluster,
    capacityProviders,
    defaultCapacityProviderStrategy,
  });
}
