import { DescribeTasksCommand, type ECSClient, ListTasksCommand, type Task } from "@aws-sdk/client-ecs";
import {
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
  type TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";

/** The targets of a target group by address, `10.0.1.7:80`. */
export async function describeTargets(
  client: ElasticLoadBalancingV2Client,
  { targetGroupArn, signal }: { targetGroupArn: string; signal: AbortSignal },
): Promise<ReadonlyMap<string, TargetHealthDescription>> {
  const { TargetHealthDescriptions } = await client.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
    { abortSignal: signal },
  );
  return new Map(TargetHealthDescriptions?.map((target) => [`${target.Target?.Id}:${target.Target?.Port}`, target]));
}

/**
 * The tasks of one deployment, and if `adoptsTasks` all of its revision. ECS marks a service's tasks with the deployment's id (`startedBy`), by which ListTasks
 * filters only alone: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export async function describeTasks(
  client: ECSClient,
  {
    cluster,
    service,
    deployment,
    taskDefinitionArn,
    adoptsTasks = false,
    desiredStatus,
    signal,
  }: {
    cluster: string;
    service: string;
    deployment: string;
    taskDefinitionArn: string;
    adoptsTasks?: boolean;
    desiredStatus: "RUNNING" | "STOPPED";
    signal: AbortSignal;
  },
): Promise<readonly Task[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListTasksCommand({ cluster, serviceName: service, desiredStatus, nextToken }), {
      abortSignal: signal,
    });
    arns.push(...(page.taskArns ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  // DescribeTasks takes 100 at a time.
  const batches = Array.from({ length: Math.ceil(arns.length / 100) }, (_, index) =>
    arns.slice(index * 100, (index + 1) * 100),
  );
  const described = await Promise.all(
    batches.map((tasks) => client.send(new DescribeTasksCommand({ cluster, tasks }), { abortSignal: signal })),
  );
  return described
    .flatMap(({ tasks }) => tasks ?? [])
    .filter((task) => task.startedBy === deployment || (adoptsTasks && task.taskDefinitionArn === taskDefinitionArn));
}
