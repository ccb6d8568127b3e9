import type {
  AwsVpcConfiguration,
  CapacityProviderStrategyItem,
  ClusterSetting,
  DeploymentRolloutState,
  LoadBalancer,
  PropagateTags,
  ServiceDeploymentStatus,
  ServiceEvent,
  Tag,
  TaskDefinition,
  TaskDefinitionStatus,
} from "@aws-sdk/client-ecs";
import type { Task } from "./task.js";

/** What exists in ECS, in memory. Deleted clusters and services stay as INACTIVE, as they do in AWS for a while. */
export interface Store {
  /** By name. */
  readonly clusters: Map<string, Cluster>;
  /** By name. */
  readonly families: Map<string, Family>;
  /** By ARN. */
  readonly services: Map<string, Service>;
  /** By ARN. */
  readonly tasks: Map<string, Task>;
}

export interface Cluster {
  readonly name: string;
  readonly arn: string;
  status: "ACTIVE" | "INACTIVE";
  settings: ClusterSetting[];
  capacityProviders: string[];
  defaultCapacityProviderStrategy: CapacityProviderStrategyItem[];
  tags: Tag[];
}

export interface Family {
  readonly name: string;
  /** Of every revision ever registered, oldest first; deleted ones are gone. */
  revisions: Revision[];
  lastRevision: number;
}

/** A revision of a task definition. */
export interface Revision {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  /** As it is described, without what changes. */
  readonly definition: TaskDefinition;
  status: TaskDefinitionStatus;
  deregisteredAt?: Date;
  deleteRequestedAt?: Date;
  tags: Tag[];
}

/** What a service runs: a change to any of it makes a new deployment. */
export interface Workload {
  readonly revision: Revision;
  readonly launchType: "FARGATE" | undefined;
  readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
  readonly platformVersion: string;
  readonly loadBalancers: readonly LoadBalancer[];
  readonly network: AwsVpcConfiguration;
}

/** How a service rolls from one workload to the next. */
export interface DeploymentPolicy {
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly circuitBreaker: {
    readonly enable: boolean;
    readonly rollback: boolean;
    readonly resetOnHealthyTask: boolean;
    readonly threshold: { readonly type: "BOUNDED_PERCENT" | "UNBOUNDED_PERCENT" | "COUNT"; readonly value: number };
  };
}

export interface ServiceRevision {
  readonly arn: string;
  readonly createdAt: Date;
  readonly workload: Workload;
  /** By container name; known once a task has pulled them. */
  readonly imageDigests: Map<string, string>;
}

/** A scheduler's deployment, `ecs-svc/...`: one workload's tasks. */
export interface Deployment {
  readonly id: string;
  readonly serviceRevision: ServiceRevision;
  readonly createdAt: Date;
  updatedAt: Date;
  status: "PRIMARY" | "ACTIVE";
  desiredCount: number;
  failedTasks: number;
  /** Not before this time is another task launched, after repeated failures. */
  launchAfter: Date;
  rolloutState: DeploymentRolloutState;
  rolloutStateReason: string;
  /** What it is a part of. */
  readonly serviceDeployment: ServiceDeployment;
  /** Whether it puts back what ran before. */
  readonly isRollback: boolean;
}

/** A service deployment: from one service revision to another, with the way back if that fails. */
export interface ServiceDeployment {
  readonly arn: string;
  readonly createdAt: Date;
  readonly sources: readonly ServiceRevision[];
  readonly target: ServiceRevision;
  startedAt?: Date;
  finishedAt?: Date;
  stoppedAt?: Date;
  updatedAt: Date;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  rollback?: { readonly reason: string; readonly startedAt: Date; readonly serviceRevisionArn: string };
  failureCount: number;
  threshold: number;
  breaker: "DISABLED" | "MONITORING" | "MONITORING_COMPLETE" | "TRIGGERED";
  readonly policy: DeploymentPolicy;
}

export interface Service {
  readonly arn: string;
  readonly name: string;
  readonly cluster: Cluster;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** To tell a repeated CreateService from another one. */
  readonly clientToken: string | undefined;
  status: "ACTIVE" | "DRAINING" | "INACTIVE";
  desiredCount: number;
  workload: Workload;
  policy: DeploymentPolicy;
  availabilityZoneRebalancing: "ENABLED" | "DISABLED";
  healthCheckGracePeriodSeconds: number | undefined;
  enableECSManagedTags: boolean;
  propagateTags: PropagateTags;
  tags: Tag[];
  /** The primary one first. */
  deployments: Deployment[];
  /** Newest first. */
  serviceDeployments: ServiceDeployment[];
  /** The last deployment that completed: what a failing one rolls back to. */
  lastCompleted: Deployment | undefined;
  revisions: ServiceRevision[];
  /** Newest first, 100 at most. */
  events: ServiceEvent[];
  steady: boolean;
}
