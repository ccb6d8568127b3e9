import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  type Service,
} from "@aws-sdk/client-ecs";
import type { ServiceState } from "../plan/plan.js";

/** A service as ECS describes it, or undefined if there is none or it was deleted. */
export async function describeService(
  client: ECSClient,
  { cluster, service, signal }: { cluster: string; service: string; signal: AbortSignal },
): Promise<Service | undefined> {
  const { services } = await client.send(
    new DescribeServicesCommand({ cluster, services: [service], include: ["TAGS"] }),
    {
      abortSignal: signal,
    },
  );
  // A deleted service is still described for a while, as INACTIVE.
  return services?.find(({ status }) => status === "ACTIVE");
}

/** A service with the revision that it is set to, or undefined if there is none. */
export async function observeService(
  client: ECSClient,
  { cluster, service: name, signal }: { cluster: string; service: string; signal: AbortSignal },
): Promise<ServiceState | undefined> {
  const service = await describeService(client, { cluster, service: name, signal });
  if (!service) return undefined;
  const arn = service.taskDefinition ?? "";
  const { taskDefinition } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }), {
    abortSignal: signal,
  });
  const completed = service.deployments?.find(
    ({ rolloutState, runningCount }) => rolloutState === "COMPLETED" && (runningCount ?? 0) > 0,
  );
  const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
  return {
    cluster,
    name,
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    containerPort: service.loadBalancers?.[0]?.containerPort,
    taskDefinitionArn: arn,
    taskDefinition,
    servingTaskDefinitionArn: completed?.taskDefinition,
    tags: (service.tags ?? []).map(({ key = "", value = "" }) => ({ key, value })),
    deployment: primary && {
      id: primary.id ?? "",
      rolloutState: primary.rolloutState ?? "",
      capacity: primary.capacityProviderStrategy?.map(({ capacityProvider = "" }) => capacityProvider).join(","),
    },
  };
}
