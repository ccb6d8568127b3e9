import { isDeepStrictEqual } from "node:util";
import type {
  Cluster as ClusterDescription,
  ClusterSetting,
  CreateClusterCommandInput,
  CreateClusterCommandOutput,
  DeleteClusterCommandInput,
  DescribeClustersCommandInput,
  ListClustersCommandInput,
  PutClusterCapacityProvidersCommandInput,
  UpdateClusterCommandInput,
  UpdateClusterSettingsCommandInput,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import type { Cluster, Store } from "./model.js";
import { ecsArn, findCluster, lookUpCluster } from "./names.js";
import { page } from "./paging.js";
import { validTags } from "./tags.js";

const PROVIDERS = ["FARGATE", "FARGATE_SPOT"];
const DEFAULT_SETTINGS: readonly ClusterSetting[] = [{ name: "containerInsights", value: "disabled" }];

/** Clusters, with Fargate's capacity providers alone. https://docs.aws.amazon.com/AmazonECS/latest/APIReference */
export class Clusters {
  readonly #aws: Aws;
  readonly #store: Store;

  constructor(aws: Aws, store: Store) {
    this.#aws = aws;
    this.#store = store;
  }

  create(input: CreateClusterCommandInput): Omit<CreateClusterCommandOutput, "$metadata"> {
    const name = input.clusterName ?? "default";
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/.test(name)) {
      throw new AwsError("InvalidParameterException", `Invalid cluster name: ${name}`);
    }
    refuse(input);
    const wanted = {
      settings: validSettings(input.settings, DEFAULT_SETTINGS),
      ...validProviders(input.capacityProviders ?? [], input.defaultCapacityProviderStrategy ?? []),
      tags: validTags(input.tags),
    };
    const known = this.#store.clusters.get(name);
    if (known?.status === "ACTIVE") {
      const { settings, capacityProviders, defaultCapacityProviderStrategy } = known;
      const same = isDeepStrictEqual(
        { settings, capacityProviders, defaultCapacityProviderStrategy, tags: wanted.tags },
        wanted,
      );
      if (!same) {
        throw new AwsError(
          "InvalidParameterException",
          "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
        );
      }
      return { cluster: this.#describe(known, ["SETTINGS", "TAGS"]) };
    }
    const cluster: Cluster = { name, arn: ecsArn(this.#aws, `cluster/${name}`), status: "ACTIVE", ...wanted };
    this.#store.clusters.set(name, cluster);
    return { cluster: this.#describe(cluster, ["SETTINGS", "TAGS"]) };
  }

  describe({ clusters = ["default"], include = [] }: DescribeClustersCommandInput) {
    if (clusters.length > 100) throw new AwsError("InvalidParameterException", "Clusters cannot exceed 100 elements.");
    const found: ClusterDescription[] = [];
    const failures: { arn: string; reason: string }[] = [];
    for (const reference of clusters) {
      const cluster = lookUpCluster(this.#store, this.#aws, reference);
      if (cluster !== undefined) found.push(this.#describe(cluster, include));
      else {
        const arn = reference.startsWith("arn:") ? reference : ecsArn(this.#aws, `cluster/${reference}`);
        failures.push({ arn, reason: "MISSING" });
      }
    }
    return { clusters: found, failures };
  }

  list(input: ListClustersCommandInput) {
    const active = [...this.#store.clusters.values()].filter(({ status }) => status === "ACTIVE");
    const { items, nextToken } = page(active, input);
    return { clusterArns: items.map(({ arn }) => arn), ...(nextToken !== undefined && { nextToken }) };
  }

  delete({ cluster: reference }: DeleteClusterCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, reference);
    const services = [...this.#store.services.values()].filter((service) => service.cluster === cluster);
    if (services.some(({ status }) => status !== "INACTIVE")) {
      throw new AwsError(
        "ClusterContainsServicesException",
        "The Cluster cannot be deleted while Services are active.",
      );
    }
    const tasks = [...this.#store.tasks.values()].filter(({ clusterArn }) => clusterArn === cluster.arn);
    if (tasks.some(({ lastStatus }) => lastStatus !== "STOPPED")) {
      throw new AwsError("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
    }
    cluster.status = "INACTIVE";
    return { cluster: this.#describe(cluster, []) };
  }

  update(input: UpdateClusterCommandInput) {
    refuse(input);
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    cluster.settings = validSettings(input.settings, cluster.settings);
    return { cluster: this.#describe(cluster, ["SETTINGS", "TAGS"]) };
  }

  updateSettings(input: UpdateClusterSettingsCommandInput) {
    return this.update({ cluster: input.cluster, settings: input.settings });
  }

  putCapacityProviders(input: PutClusterCapacityProvidersCommandInput) {
    const cluster = findCluster(this.#store, this.#aws, input.cluster);
    Object.assign(cluster, validProviders(input.capacityProviders ?? [], input.defaultCapacityProviderStrategy ?? []));
    return { cluster: this.#describe(cluster, ["SETTINGS", "TAGS"]) };
  }

  #describe(cluster: Cluster, include: readonly string[]): ClusterDescription {
    const tasks = [...this.#store.tasks.values()].filter(({ clusterArn }) => clusterArn === cluster.arn);
    const services = [...this.#store.services.values()].filter((service) => service.cluster === cluster);
    const running = tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").length;
    const pending = tasks.filter(({ lastStatus }) => ["PROVISIONING", "PENDING", "ACTIVATING"].includes(lastStatus));
    const active = services.filter(({ status }) => status === "ACTIVE").length;
    const statistics = [
      { name: "runningFargateTasksCount", value: String(running) },
      { name: "pendingFargateTasksCount", value: String(pending.length) },
      { name: "activeFargateServiceCount", value: String(active) },
    ];
    return {
      clusterArn: cluster.arn,
      clusterName: cluster.name,
      status: cluster.status,
      registeredContainerInstancesCount: 0,
      runningTasksCount: running,
      pendingTasksCount: pending.length,
      activeServicesCount: active,
      statistics: include.includes("STATISTICS") ? statistics : [],
      tags: include.includes("TAGS") ? cluster.tags : [],
      settings: include.includes("SETTINGS") ? cluster.settings : [],
      capacityProviders: cluster.capacityProviders,
      defaultCapacityProviderStrategy: cluster.defaultCapacityProviderStrategy,
    };
  }
}

function refuse({ configuration, serviceConnectDefaults }: Omit<UpdateClusterCommandInput, "cluster">): void {
  if (configuration !== undefined) throw notImplemented("a cluster's configuration (ECS Exec, managed storage)");
  if (serviceConnectDefaults !== undefined) throw notImplemented("Service Connect");
}

function validSettings(wanted: readonly ClusterSetting[] | undefined, otherwise: readonly ClusterSetting[]) {
  for (const { name, value } of wanted ?? []) {
    if (name !== "containerInsights") throw new AwsError("InvalidParameterException", `Invalid setting name: ${name}`);
    if (!["enabled", "disabled", "enhanced"].includes(value ?? "")) {
      throw new AwsError("InvalidParameterException", `Invalid value for setting containerInsights: ${value}`);
    }
  }
  return [...(wanted !== undefined && wanted.length > 0 ? wanted : otherwise)];
}

function validProviders(
  capacityProviders: string[],
  defaultCapacityProviderStrategy: NonNullable<CreateClusterCommandInput["defaultCapacityProviderStrategy"]>,
): Pick<Cluster, "capacityProviders" | "defaultCapacityProviderStrategy"> {
  const other = capacityProviders.find((name) => !PROVIDERS.includes(name));
  if (other !== undefined) throw notImplemented(`the capacity provider ${other}: only FARGATE and FARGATE_SPOT`);
  const stranger = defaultCapacityProviderStrategy.find(
    ({ capacityProvider = "" }) => !capacityProviders.includes(capacityProvider),
  );
  if (stranger !== undefined) {
    throw new AwsError(
      "InvalidParameterException",
      "The specified capacity provider strategy contains a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.",
    );
  }
  return { capacityProviders, defaultCapacityProviderStrategy };
}
