import type {
  Container as ContainerDescription,
  Tag,
  Task as TaskDescription,
  TaskStopCode,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../aws.js";
import type { Deployment, Revision, Service } from "./model.js";
import { ecsArn } from "./names.js";
import { resolvedPlatform } from "./platform.js";
import type { TaskInterface } from "./task-network.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
export type TaskStatus =
  | "PROVISIONING"
  | "PENDING"
  | "ACTIVATING"
  | "RUNNING"
  | "DEACTIVATING"
  | "STOPPING"
  | "DEPROVISIONING"
  | "STOPPED";

export interface TaskContainer {
  readonly arn: string;
  readonly name: string;
  readonly image: string;
  readonly cpu: number;
  status: "PENDING" | "RUNNING" | "STOPPED";
  imageDigest?: string;
  runtimeId?: string;
  exitCode?: number;
  reason?: string;
}

/** A task of a service: its state, without what moves it (`TaskLife`). */
export class Task {
  readonly id: string;
  readonly arn: string;
  readonly clusterArn: string;
  readonly service: Service;
  readonly deployment: Deployment;
  readonly revision: Revision;
  readonly subnetId: string;
  readonly capacityProvider: string | undefined;
  readonly createdAt: Date;
  readonly containers: readonly TaskContainer[];
  readonly attachmentId: string;
  tags: Tag[];
  lastStatus: TaskStatus = "PROVISIONING";
  desiredStatus: "RUNNING" | "STOPPED" = "RUNNING";
  network: TaskInterface | undefined;
  pullStartedAt?: Date;
  pullStoppedAt?: Date;
  connectivityAt?: Date;
  startedAt?: Date;
  stoppingAt?: Date;
  executionStoppedAt?: Date;
  stoppedAt?: Date;
  stopCode?: TaskStopCode;
  stoppedReason?: string;
  /** Of the target group's checks, once the scheduler has looked. */
  healthy = false;
  /** Why it is to be replaced, once the target group has found it unhealthy: what will be its `stoppedReason`. */
  failedHealthChecks: string | undefined;
  readonly #stop = new AbortController();
  #version = 1;

  constructor(
    aws: Aws,
    options: { service: Service; deployment: Deployment; subnetId: string; capacityProvider?: string; tags: Tag[] },
  ) {
    const { service, deployment, subnetId, capacityProvider, tags } = options;
    this.subnetId = subnetId;
    this.id = aws.random.text(32);
    this.arn = ecsArn(aws, `task/${service.cluster.name}/${this.id}`);
    this.clusterArn = service.cluster.arn;
    this.service = service;
    this.deployment = deployment;
    this.revision = deployment.serviceRevision.workload.revision;
    this.capacityProvider = capacityProvider;
    this.createdAt = aws.clock.now();
    this.tags = tags;
    this.attachmentId = aws.random.uuid();
    this.containers = (this.revision.definition.containerDefinitions ?? []).map(
      ({ name = "", image = "", cpu = 0 }) => ({
        arn: ecsArn(aws, `container/${service.cluster.name}/${this.id}/${aws.random.uuid()}`),
        name,
        image,
        cpu,
        status: "PENDING",
      }),
    );
  }

  /** Aborted when the task is to stop. */
  get stopping(): AbortSignal {
    return this.#stop.signal;
  }

  /** Asks the task to stop; the first reason stays. */
  stop(stopCode: TaskStopCode, stoppedReason: string): void {
    if (this.desiredStatus === "STOPPED") return;
    this.desiredStatus = "STOPPED";
    this.stopCode = stopCode;
    this.stoppedReason = stoppedReason;
    this.#version += 1;
    this.#stop.abort();
  }

  moveTo(status: TaskStatus): void {
    this.lastStatus = status;
    this.#version += 1;
  }

  describe(): TaskDescription {
    const { definition } = this.revision;
    const { workload } = this.deployment.serviceRevision;
    const arm = definition.runtimePlatform?.cpuArchitecture === "ARM64";
    const sizeInGiB = definition.ephemeralStorage?.sizeInGiB ?? 20;
    return {
      attachments: [this.#attachment()],
      attributes: [{ name: "ecs.cpu-architecture", value: arm ? "arm64" : "x86_64" }],
      availabilityZone: this.network?.availabilityZone,
      ...(this.capacityProvider !== undefined && { capacityProviderName: this.capacityProvider }),
      clusterArn: this.clusterArn,
      ...(this.connectivityAt && { connectivity: "CONNECTED", connectivityAt: this.connectivityAt }),
      containers: this.containers.map((container) => this.#container(container)),
      cpu: definition.cpu,
      createdAt: this.createdAt,
      desiredStatus: this.desiredStatus,
      enableExecuteCommand: false,
      executionStoppedAt: this.executionStoppedAt,
      group: `service:${this.service.name}`,
      healthStatus: "UNKNOWN",
      lastStatus: this.lastStatus,
      launchType: workload.launchType ?? "FARGATE",
      memory: definition.memory,
      overrides: {
        containerOverrides: this.containers.map(({ name }) => ({ name })),
        inferenceAcceleratorOverrides: [],
      },
      platformVersion: resolvedPlatform(workload),
      platformFamily: "Linux",
      pullStartedAt: this.pullStartedAt,
      pullStoppedAt: this.pullStoppedAt,
      startedAt: this.startedAt,
      startedBy: this.deployment.id,
      stopCode: this.stopCode,
      stoppedAt: this.stoppedAt,
      stoppedReason: this.stoppedReason,
      stoppingAt: this.stoppingAt,
      tags: [],
      taskArn: this.arn,
      taskDefinitionArn: this.revision.arn,
      version: this.#version,
      ephemeralStorage: { sizeInGiB },
      fargateEphemeralStorage: { sizeInGiB },
    };
  }

  #attachment() {
    const { network } = this;
    const status =
      this.lastStatus === "STOPPED"
        ? "DELETED"
        : this.lastStatus === "DEPROVISIONING"
          ? "DETACHING"
          : network === undefined
            ? "PRECREATED"
            : this.lastStatus === "PROVISIONING"
              ? "ATTACHING"
              : "ATTACHED";
    const details =
      network === undefined
        ? []
        : [
            { name: "subnetId", value: network.subnetId },
            { name: "networkInterfaceId", value: network.networkInterfaceId },
            { name: "macAddress", value: network.macAddress },
            { name: "privateDnsName", value: network.privateDnsName },
            { name: "privateIPv4Address", value: network.ip },
          ];
    return { id: this.attachmentId, type: "ElasticNetworkInterface", status, details };
  }

  #container(container: TaskContainer): ContainerDescription {
    const { arn, name, image, imageDigest, runtimeId, status, exitCode, reason, cpu } = container;
    return {
      containerArn: arn,
      taskArn: this.arn,
      name,
      image,
      ...(imageDigest && { imageDigest }),
      ...(runtimeId && { runtimeId }),
      lastStatus: status,
      ...(exitCode !== undefined && { exitCode }),
      ...(reason && { reason }),
      networkBindings: [],
      networkInterfaces:
        this.network === undefined ? [] : [{ attachmentId: this.attachmentId, privateIpv4Address: this.network.ip }],
      healthStatus: "UNKNOWN",
      cpu: String(cpu),
    };
  }
}
