import type { RegisterTaskDefinitionCommandInput, Tag } from "@aws-sdk/client-ecs";
import type { ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";
import { putEcsTags } from "./ecs-cluster.js";
import { apiNames } from "./ecs-names.js";

/** As ECS's API names them. */
type TaskDefinition = Partial<RegisterTaskDefinitionCommandInput>;

const TYPE = "AWS::ECS::TaskDefinition";

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
export const taskDefinition: ResourceHandler = {
  supports: [
    ...["ContainerDefinitions", "Cpu", "EnableFaultInjection", "EphemeralStorage", "ExecutionRoleArn", "Family"],
    ...["IpcMode", "Memory", "NetworkMode", "PidMode", "PlacementConstraints", "ProxyConfiguration"],
    ...["RequiresCompatibilities", "RuntimePlatform", "Tags", "TaskRoleArn", "Volumes"],
  ],
  async create(properties, context) {
    const { containerDefinitions = [], family, ...rest }: TaskDefinition = apiNames(TYPE, properties);
    const answer = await context.aws.ecs.RegisterTaskDefinition({
      ...rest,
      // AWS's own generated family has no hyphens.
      family: family ?? context.physicalName(255).replaceAll("-", ""),
      containerDefinitions,
    });
    const physicalId = present(answer.taskDefinition?.taskDefinitionArn, "taskDefinitionArn");
    context.started(physicalId);
    return { physicalId, attributes: { TaskDefinitionArn: physicalId } };
  },
  async update({ physicalId, attributes }, next, context) {
    const { tags }: { tags?: Tag[] } = apiNames(TYPE, next);
    await putEcsTags(context, physicalId, tags);
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.ecs.DeregisterTaskDefinition({ taskDefinition: physicalId }));
  },
};
