import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { Cluster, Service, Store } from "./model.js";

type Account = Pick<Aws, "partition" | "accountId" | "region">;

/** `arn:aws:ecs:<region>:<account>:<resource>`. */
export function ecsArn({ partition, accountId, region }: Account, resource: string): string {
  return `arn:${partition}:ecs:${region}:${accountId}:${resource}`;
}

/** The last part of an ARN or of a path. */
export function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

/** An active cluster by name or ARN, `default` if none is named. Throws ClusterNotFoundException. */
export function findCluster(store: Store, aws: Account, reference: string | undefined): Cluster {
  const cluster = lookUpCluster(store, aws, reference);
  if (cluster === undefined || cluster.status !== "ACTIVE") {
    throw new AwsError("ClusterNotFoundException", "Cluster not found.");
  }
  return cluster;
}

export function lookUpCluster(store: Store, aws: Account, reference = "default"): Cluster | undefined {
  if (!reference.startsWith("arn:")) return store.clusters.get(reference);
  const cluster = store.clusters.get(lastPart(reference));
  return reference === ecsArn(aws, `cluster/${cluster?.name}`) ? cluster : undefined;
}

/** A service of a cluster by name or ARN, in whatever state; undefined if there is none. */
export function lookUpService(store: Store, aws: Account, cluster: Cluster, reference: string): Service | undefined {
  const arn = reference.startsWith("arn:") ? reference : ecsArn(aws, `service/${cluster.name}/${reference}`);
  const service = store.services.get(arn);
  return service?.cluster.name === cluster.name ? service : undefined;
}

/** The same for operations that need it to be there. Throws ServiceNotFoundException. */
export function findService(store: Store, aws: Account, cluster: Cluster, reference: string | undefined): Service {
  const service = reference === undefined ? undefined : lookUpService(store, aws, cluster, reference);
  if (service === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  return service;
}
