import type * as sdk from "@aws-sdk/client-ecs";
import type { Aws, Call } from "../aws.js";
import { AwsError } from "../errors.js";
import { ensureServiceLinkedRole, isRoleTooNew } from "../iam/service-linked-roles.js";
import { Clusters } from "./clusters.js";
import type { Store } from "./model.js";
import { findCluster, lookUpCluster } from "./names.js";
import { Scheduler } from "./scheduler.js";
import { ServiceDeployments } from "./service-deployments.js";
import { Services } from "./services.js";
import { mergeTags, validTags } from "./tags.js";
import { TaskDefinitions } from "./task-definitions.js";
import { Tasks } from "./tasks.js";

type Result<Output> = Promise<Omit<Output, "$metadata">>;

/**
 * Amazon ECS on Fargate: clusters, task definitions, services with rolling deployments, tasks that are real processes.
 * Operations that are not here (RunTask among them) are answered as not implemented by the wire layer.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/Welcome.html
 */
export class Ecs {
  readonly #aws: Aws;
  readonly #store: Store = { clusters: new Map(), families: new Map(), services: new Map(), tasks: new Map() };
  readonly #clusters: Clusters;
  readonly #taskDefinitions: TaskDefinitions;
  readonly #scheduler: Scheduler;
  readonly #services: Services;
  readonly #serviceDeployments: ServiceDeployments;
  readonly #tasks: Tasks;

  constructor(aws: Aws) {
    this.#aws = aws;
    this.#clusters = new Clusters(aws, this.#store);
    this.#taskDefinitions = new TaskDefinitions(aws, this.#store);
    this.#scheduler = new Scheduler(aws, this.#store);
    this.#services = new Services(aws, this.#store, this.#taskDefinitions, this.#scheduler);
    this.#serviceDeployments = new ServiceDeployments(aws, this.#store, this.#scheduler);
    this.#tasks = new Tasks(aws, this.#store);
  }

  /** Ends every task's processes; `aws.stopping` must be aborted already. */
  async close(): Promise<void> {
    await this.#aws.containers.close();
    await this.#scheduler.close();
  }

  /** What exists, for looking inside. */
  snapshot(): object {
    const { clusters, families, services, tasks } = this.#store;
    return {
      clusters: [...clusters.values()]
        .filter(({ status }) => status === "ACTIVE")
        .map(({ arn, tags }) => ({ arn, tags })),
      taskDefinitions: [...families.values()].flatMap(({ revisions }) =>
        revisions.map(({ arn, status, definition, tags }) => ({
          arn,
          status,
          executionRole: definition.executionRoleArn,
          taskRole: definition.taskRoleArn,
          logGroups: (definition.containerDefinitions ?? []).map(
            ({ logConfiguration }) => logConfiguration?.options?.["awslogs-group"],
          ),
          tags,
        })),
      ),
      services: [...services.values()]
        .filter(({ status }) => status !== "INACTIVE")
        .map(({ arn, cluster, status, desiredCount, workload, tags }) => ({
          arn,
          cluster: cluster.arn,
          status,
          desiredCount,
          taskDefinition: workload.revision.arn,
          targetGroups: workload.loadBalancers.map(({ targetGroupArn }) => targetGroupArn),
          subnets: workload.network.subnets,
          securityGroups: workload.network.securityGroups,
          tags,
        })),
      tasks: [...tasks.values()]
        .filter(({ lastStatus }) => lastStatus !== "STOPPED")
        .map(({ arn, service, revision, lastStatus, network }) => ({
          arn,
          service: service.arn,
          taskDefinition: revision.arn,
          lastStatus,
          ip: network?.ip,
          networkInterface: network?.networkInterfaceId,
        })),
    };
  }

  async CreateCluster(input: sdk.CreateClusterCommandInput): Result<sdk.CreateClusterCommandOutput> {
    // "If the user that makes the call doesn't have permissions to create the service-linked role, it isn't created."
    const refusal = await ensureServiceLinkedRole(this.#aws, "ecs.amazonaws.com");
    if ((input.capacityProviders ?? []).length > 0 && (refusal || (await isRoleTooNew(this.#aws, "ecs.amazonaws.com"))))
      throw noServiceLinkedRole();
    return this.#clusters.create(input);
  }
  async DescribeClusters(input: sdk.DescribeClustersCommandInput): Result<sdk.DescribeClustersCommandOutput> {
    return this.#clusters.describe(input);
  }
  async ListClusters(input: sdk.ListClustersCommandInput): Result<sdk.ListClustersCommandOutput> {
    return this.#clusters.list(input);
  }
  async DeleteCluster(input: sdk.DeleteClusterCommandInput): Result<sdk.DeleteClusterCommandOutput> {
    return this.#clusters.delete(input);
  }
  async UpdateCluster(input: sdk.UpdateClusterCommandInput): Result<sdk.UpdateClusterCommandOutput> {
    return this.#clusters.update(input);
  }
  async UpdateClusterSettings(
    input: sdk.UpdateClusterSettingsCommandInput,
  ): Result<sdk.UpdateClusterSettingsCommandOutput> {
    return this.#clusters.updateSettings(input);
  }
  async PutClusterCapacityProviders(
    input: sdk.PutClusterCapacityProvidersCommandInput,
  ): Result<sdk.PutClusterCapacityProvidersCommandOutput> {
    return this.#clusters.putCapacityProviders(input);
  }

  async RegisterTaskDefinition(
    input: sdk.RegisterTaskDefinitionCommandInput,
    call?: Call,
  ): Result<sdk.RegisterTaskDefinitionCommandOutput> {
    return this.#taskDefinitions.register(input, call);
  }
  async DescribeTaskDefinition(
    input: sdk.DescribeTaskDefinitionCommandInput,
  ): Result<sdk.DescribeTaskDefinitionCommandOutput> {
    return this.#taskDefinitions.describe(input);
  }
  async ListTaskDefinitions(input: sdk.ListTaskDefinitionsCommandInput): Result<sdk.ListTaskDefinitionsCommandOutput> {
    return this.#taskDefinitions.list(input);
  }
  async ListTaskDefinitionFamilies(
    input: sdk.ListTaskDefinitionFamiliesCommandInput,
  ): Result<sdk.ListTaskDefinitionFamiliesCommandOutput> {
    return this.#taskDefinitions.listFamilies(input);
  }
  async DeregisterTaskDefinition(
    input: sdk.DeregisterTaskDefinitionCommandInput,
  ): Result<sdk.DeregisterTaskDefinitionCommandOutput> {
    return this.#taskDefinitions.deregister(input);
  }
  async DeleteTaskDefinitions(
    input: sdk.DeleteTaskDefinitionsCommandInput,
  ): Result<sdk.DeleteTaskDefinitionsCommandOutput> {
    return this.#taskDefinitions.delete(input);
  }

  async CreateService(input: sdk.CreateServiceCommandInput, call?: Call): Result<sdk.CreateServiceCommandOutput> {
    if (await ensureServiceLinkedRole(this.#aws, "ecs.amazonaws.com")) throw noServiceLinkedRole();
    return this.#services.create(input, call);
  }
  async UpdateService(input: sdk.UpdateServiceCommandInput): Result<sdk.UpdateServiceCommandOutput> {
    return this.#services.update(input);
  }
  async DescribeServices(input: sdk.DescribeServicesCommandInput): Result<sdk.DescribeServicesCommandOutput> {
    return this.#services.describe(input);
  }
  async ListServices(input: sdk.ListServicesCommandInput): Result<sdk.ListServicesCommandOutput> {
    return this.#services.list(input);
  }
  async DeleteService(input: sdk.DeleteServiceCommandInput): Result<sdk.DeleteServiceCommandOutput> {
    return this.#services.delete(input);
  }

  async ListServiceDeployments(
    input: sdk.ListServiceDeploymentsCommandInput,
  ): Result<sdk.ListServiceDeploymentsCommandOutput> {
    return this.#serviceDeployments.list(input);
  }
  async DescribeServiceDeployments(
    input: sdk.DescribeServiceDeploymentsCommandInput,
  ): Result<sdk.DescribeServiceDeploymentsCommandOutput> {
    return this.#serviceDeployments.describe(input);
  }
  async DescribeServiceRevisions(
    input: sdk.DescribeServiceRevisionsCommandInput,
  ): Result<sdk.DescribeServiceRevisionsCommandOutput> {
    return this.#serviceDeployments.describeRevisions(input);
  }
  async StopServiceDeployment(
    input: sdk.StopServiceDeploymentCommandInput,
  ): Result<sdk.StopServiceDeploymentCommandOutput> {
    return this.#serviceDeployments.stop(input);
  }

  async ListTasks(input: sdk.ListTasksCommandInput): Result<sdk.ListTasksCommandOutput> {
    return this.#tasks.list(input);
  }
  async DescribeTasks(input: sdk.DescribeTasksCommandInput): Result<sdk.DescribeTasksCommandOutput> {
    return this.#tasks.describe(input);
  }
  async StopTask(input: sdk.StopTaskCommandInput): Result<sdk.StopTaskCommandOutput> {
    return this.#tasks.stop(input);
  }

  async TagResource({ resourceArn, tags }: sdk.TagResourceCommandInput): Result<sdk.TagResourceCommandOutput> {
    const resource = this.#tagged(resourceArn);
    const merged = mergeTags(resource.tags, validTags(tags));
    if (merged.length > 50) throw new AwsError("InvalidParameterException", "Tags length cannot be more than 50.");
    resource.tags = merged;
    return {};
  }
  async UntagResource({ resourceArn, tagKeys }: sdk.UntagResourceCommandInput): Result<sdk.UntagResourceCommandOutput> {
    const resource = this.#tagged(resourceArn);
    resource.tags = resource.tags.filter(({ key = "" }) => !tagKeys?.includes(key));
    return {};
  }
  async ListTagsForResource({
    resourceArn,
  }: sdk.ListTagsForResourceCommandInput): Result<sdk.ListTagsForResourceCommandOutput> {
    return { tags: this.#tagged(resourceArn).tags };
  }

  #tagged(arn = ""): { tags: sdk.Tag[] } {
    const [kind = ""] = (arn.split(":")[5] ?? "").split("/");
    const found =
      kind === "cluster"
        ? lookUpCluster(this.#store, this.#aws, arn)
        : kind === "service"
          ? this.#store.services.get(arn)
          : kind === "task"
            ? this.#store.tasks.get(arn)
            : kind === "task-definition"
              ? this.#taskDefinitions.find(arn)
              : undefined;
    if (kind === "cluster") return findCluster(this.#store, this.#aws, arn);
    if (found === undefined) {
      throw new AwsError(
        "InvalidParameterException",
        "The specified resource could not be found. Specify a valid resource and try again.",
      );
    }
    return found;
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html */
function noServiceLinkedRole(): AwsError {
  return new AwsError(
    "InvalidParameterException",
    "Unable to assume the service linked role. Please verify that the ECS service linked role exists.",
  );
}
