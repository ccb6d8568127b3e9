import type {
  DeleteTaskDefinitionsCommandInput,
  DeregisterTaskDefinitionCommandInput,
  DescribeTaskDefinitionCommandInput,
  ListTaskDefinitionFamiliesCommandInput,
  ListTaskDefinitionsCommandInput,
  RegisterTaskDefinitionCommandInput,
  TaskDefinition,
} from "@aws-sdk/client-ecs";
import type { Aws, Call } from "../aws.js";
import { AwsError } from "../errors.js";
import type { Family, Revision, Store } from "./model.js";
import { ecsArn } from "./names.js";
import { page } from "./paging.js";
import { validTags } from "./tags.js";
import { validTaskDefinition } from "./task-definition-validation.js";

/** For how long a deleted revision can still be described, in seconds; AWS gives no figure. */
const DELETION_SECONDS = 60;

/** Families of task definitions and their revisions, for Fargate alone. */
export class TaskDefinitions {
  readonly #aws: Aws;
  readonly #store: Store;

  constructor(aws: Aws, store: Store) {
    this.#aws = aws;
    this.#store = store;
  }

  register(input: RegisterTaskDefinitionCommandInput, call: Call | undefined) {
    const { cpu, memory, family: name, containers } = validTaskDefinition(input);
    const tags = validTags(input.tags);
    const family: Family = this.#store.families.get(name) ?? { name, revisions: [], lastRevision: 0 };
    this.#store.families.set(name, family);
    family.lastRevision += 1;
    const arn = ecsArn(this.#aws, `task-definition/${name}:${family.lastRevision}`);
    const definition: TaskDefinition = {
      taskDefinitionArn: arn,
      containerDefinitions: containers,
      family: name,
      ...(input.taskRoleArn && { taskRoleArn: input.taskRoleArn }),
      ...(input.executionRoleArn && { executionRoleArn: input.executionRoleArn }),
      networkMode: "awsvpc",
      revision: family.lastRevision,
      volumes: [],
      requiresAttributes: attributes(input).map((attribute) => ({ name: attribute })),
      placementConstraints: [],
      compatibilities: ["EC2", "FARGATE"],
      ...(input.runtimePlatform && { runtimePlatform: input.runtimePlatform }),
      requiresCompatibilities: ["FARGATE"],
      cpu,
      memory,
      ...(input.ephemeralStorage && { ephemeralStorage: input.ephemeralStorage }),
      registeredAt: this.#aws.clock.now(),
      registeredBy: `arn:${this.#aws.partition}:iam::${this.#aws.accountId}:${call === undefined ? "root" : `user/${call.accessKeyId}`}`,
    };
    const revision: Revision = { arn, family: name, revision: family.lastRevision, definition, status: "ACTIVE", tags };
    family.revisions.push(revision);
    return { taskDefinition: described(revision), tags };
  }

  describe({ taskDefinition, include = [] }: DescribeTaskDefinitionCommandInput) {
    const revision = this.find(taskDefinition);
    if (revision === undefined) throw client("Unable to describe task definition.");
    return { taskDefinition: described(revision), ...(include.includes("TAGS") && { tags: revision.tags }) };
  }

  list(input: ListTaskDefinitionsCommandInput) {
    const { familyPrefix, status = "ACTIVE", sort = "ASC" } = input;
    const arns = [...this.#store.families.values()]
      .filter(({ name }) => familyPrefix === undefined || name === familyPrefix)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((family) => this.#standing(family))
      .filter((revision) => revision.status === status)
      .map(({ arn }) => arn);
    const { items, nextToken } = page(sort === "DESC" ? arns.reverse() : arns, input);
    return { taskDefinitionArns: items, ...(nextToken !== undefined && { nextToken }) };
  }

  listFamilies(input: ListTaskDefinitionFamiliesCommandInput) {
    const { familyPrefix = "", status = "ALL" } = input;
    const names = [...this.#store.families.values()]
      .filter(({ name }) => name.startsWith(familyPrefix))
      .filter((family) => {
        const active = family.revisions.some((revision) => revision.status === "ACTIVE");
        return status === "ALL" || (status === "ACTIVE") === active;
      })
      .map(({ name }) => name)
      .sort();
    const { items, nextToken } = page(names, input);
    return { families: items, ...(nextToken !== undefined && { nextToken }) };
  }

  /** Running services and tasks keep an INACTIVE revision; nothing new can be made with it. */
  deregister({ taskDefinition = "" }: DeregisterTaskDefinitionCommandInput) {
    if (!/:\d+$/.test(taskDefinition)) throw client("Revision is missing.");
    const revision = this.find(taskDefinition);
    if (revision === undefined) throw client("Unable to describe task definition.");
    if (revision.status === "ACTIVE") {
      revision.status = "INACTIVE";
      revision.deregisteredAt = this.#aws.clock.now();
    }
    return { taskDefinition: described(revision) };
  }

  delete({ taskDefinitions = [] }: DeleteTaskDefinitionsCommandInput) {
    if (taskDefinitions.length > 10) {
      throw new AwsError("InvalidParameterException", "You can delete 10 task definitions at a time.");
    }
    const deleted: TaskDefinition[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const reference of taskDefinitions) {
      const revision = /:\d+$/.test(reference) ? this.find(reference) : undefined;
      if (revision === undefined) {
        failures.push({
          arn: reference,
          reason:
            "The specified task definition does not exist. Specify a valid account, family, revision and try again.",
        });
      } else if (revision.status === "ACTIVE") {
        failures.push({
          arn: revision.arn,
          reason:
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
        });
      } else {
        revision.status = "DELETE_IN_PROGRESS";
        revision.deleteRequestedAt ??= this.#aws.clock.now();
        deleted.push(described(revision));
      }
    }
    return { taskDefinitions: deleted, failures };
  }

  /** A revision by ARN, `family:revision`, or `family` for its newest ACTIVE one; undefined if there is none. */
  find(reference = ""): Revision | undefined {
    const prefix = ecsArn(this.#aws, "task-definition/");
    if (reference.startsWith("arn:") && !reference.startsWith(prefix)) return undefined;
    const [name = "", number] = reference.replace(prefix, "").split(":");
    const family = this.#store.families.get(name);
    if (family === undefined) return undefined;
    const standing = this.#standing(family);
    if (number === undefined) return standing.findLast(({ status }) => status === "ACTIVE");
    return standing.find(({ revision }) => String(revision) === number);
  }

  /** The same for what is to be run. Throws ClientException. */
  findActive(reference: string | undefined): Revision {
    const revision = this.find(reference);
    if (revision === undefined) throw client("TaskDefinition not found.");
    if (revision.status !== "ACTIVE") throw client("TaskDefinition is inactive");
    return revision;
  }

  /** Without those whose deletion is done: a while after it was asked for, once no service or task needs them. */
  #standing(family: Family): readonly Revision[] {
    const { clock } = this.#aws;
    const needed = new Set([
      ...[...this.#store.services.values()]
        .filter(({ status }) => status !== "INACTIVE")
        .flatMap(({ workload, deployments }) => [
          workload.revision,
          ...deployments.map(({ serviceRevision }) => serviceRevision.workload.revision),
        ]),
      ...[...this.#store.tasks.values()].filter((task) => task.lastStatus !== "STOPPED").map((task) => task.revision),
    ]);
    family.revisions = family.revisions.filter((revision) => {
      const { deleteRequestedAt } = revision;
      if (deleteRequestedAt === undefined || needed.has(revision)) return true;
      return clock.now().getTime() - deleteRequestedAt.getTime() < (DELETION_SECONDS * 1000) / clock.speed;
    });
    return family.revisions;
  }
}

function described({ definition, status, deregisteredAt, deleteRequestedAt }: Revision): TaskDefinition {
  return {
    ...definition,
    status,
    ...(deregisteredAt && { deregisteredAt }),
    ...(deleteRequestedAt && { deleteRequestedAt }),
  };
}

/** What a container instance would have to be capable of. */
function attributes({ executionRoleArn, taskRoleArn, containerDefinitions = [] }: RegisterTaskDefinitionCommandInput) {
  const logs = containerDefinitions.some(({ logConfiguration }) => logConfiguration !== undefined);
  const secrets = containerDefinitions.flatMap((container) => container.secrets ?? []);
  const ecr = containerDefinitions.some(({ image = "" }) => image.includes(".dkr.ecr."));
  return [
    ...(logs ? ["com.amazonaws.ecs.capability.logging-driver.awslogs", "ecs.capability.execution-role-awslogs"] : []),
    ...(ecr ? ["com.amazonaws.ecs.capability.ecr-auth", "ecs.capability.execution-role-ecr-pull"] : []),
    ...(secrets.some(({ valueFrom = "" }) => valueFrom.includes(":secretsmanager:"))
      ? ["ecs.capability.secrets.asm.environment-variables"]
      : []),
    ...(secrets.some(({ valueFrom = "" }) => !valueFrom.includes(":secretsmanager:"))
      ? ["ecs.capability.secrets.ssm.environment-variables"]
      : []),
    ...(taskRoleArn ? ["com.amazonaws.ecs.capability.task-iam-role"] : []),
    ...(executionRoleArn ? ["com.amazonaws.ecs.capability.docker-remote-api.1.19"] : []),
    "com.amazonaws.ecs.capability.docker-remote-api.1.18",
    "ecs.capability.task-eni",
  ];
}

function client(message: string): AwsError {
  return new AwsError("ClientException", message);
}
