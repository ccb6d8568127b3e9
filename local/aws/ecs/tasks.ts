import type {
  DescribeTasksCommandInput,
  ListTasksCommandInput,
  StopTaskCommandInput,
  Task as TaskDescription,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { Cluster, Store } from "./model.js";
import { ecsArn, findCluster, findService } from "./names.js";
import { page } from "./paging.js";
import type { Task } from "./task.js";

/** Tasks of services. */
export class Tasks {
  readonly #aws: Aws;
  readonly #store: Store;

  constructor(aws: Aws, store: Store) {
    this.#aws = aws;
    this.#store = store;
  }

  /** Without a desired status those that are wanted to run, as in AWS. */
  list(input: ListTasksCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    const { serviceName, family, startedBy, launchType, desiredStatus = "RUNNING", containerInstance } = input;
    const service = serviceName === undefined ? undefined : findService(this.#store, this.#aws, cluster, serviceName);
    if (desiredStatus !== "RUNNING" && desiredStatus !== "STOPPED") {
      throw new AwsError("InvalidParameterException", "desiredStatus must be RUNNING or STOPPED.");
    }
    const arns = this.#of(cluster)
      .filter((task) => service === undefined || task.service === service)
      .filter((task) => family === undefined || task.revision.family === family)
      .filter((task) => startedBy === undefined || task.deployment.id === startedBy)
      .filter((task) => launchType === undefined || task.describe().launchType === launchType)
      .filter((task) => task.desiredStatus === desiredStatus)
      .filter(() => containerInstance === undefined)
      .map(({ arn }) => arn);
    const { items, nextToken } = page(arns, input);
    return { taskArns: items, ...(nextToken !== undefined && { nextToken }) };
  }

  describe({ cluster: reference, tasks = [], include = [] }: DescribeTasksCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, reference);
    if (tasks.length === 0) throw new AwsError("InvalidParameterException", "Tasks cannot be empty.");
    if (tasks.length > 100) throw new AwsError("InvalidParameterException", "Tasks cannot exceed 100 elements.");
    const found: TaskDescription[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const name of tasks) {
      const task = this.#find(cluster, name);
      if (task === undefined) failures.push({ arn: this.#arn(cluster, name), reason: "MISSING" });
      else found.push({ ...task.describe(), tags: include.includes("TAGS") ? task.tags : [] });
    }
    return { tasks: found, failures };
  }

  stop({ cluster: reference, task: name = "", reason }: StopTaskCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, reference);
    const task = this.#find(cluster, name);
    if (task === undefined) {
      throw new AwsError("InvalidParameterException", "The referenced task was not found.");
    }
    task.stop("UserInitiated", reason ?? "Task stopped by user");
    return { task: task.describe() };
  }

  #of(cluster: Cluster): Task[] {
    return [...this.#store.tasks.values()].filter(({ clusterArn }) => clusterArn === cluster.arn);
  }

  #find(cluster: Cluster, name: string): Task | undefined {
    const task = this.#store.tasks.get(this.#arn(cluster, name));
    return task?.clusterArn === cluster.arn ? task : undefined;
  }

  #arn(cluster: Cluster, name: string): string {
    return name.startsWith("arn:") ? name : ecsArn(this.#aws, `task/${cluster.name}/${name}`);
  }
}
