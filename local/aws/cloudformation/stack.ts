import type {
  Capability,
  ChangeSetStatus,
  ChangeSetType,
  DeploymentConfigMode,
  DetailedStatus,
  ExecutionStatus,
  OnStackFailure,
  OperationEvent,
  OperationType,
  Output,
  ResourceStatus,
  StackEvent,
  StackStatus,
} from "@aws-sdk/client-cloudformation";
import type { ResourceChange } from "./changes.js";
import type { Instance } from "./instance.js";
import type { Attributes } from "./resource-handler.js";

/** A stack, as CloudFormation remembers it. Deleted ones are kept, to be found by their ARN. */
export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly creationTime: Date;
  lastUpdatedTime?: Date;
  deletionTime?: Date;
  status: StackStatus;
  statusReason?: string;
  /** CONFIGURATION_COMPLETE while resources stabilise, VALIDATION_FAILED where early validation has found something. */
  detailedStatus?: DetailedStatus;
  /** Template, parameters and tags of the newest operation; absent while only a change set exists. */
  instance?: Instance;
  readonly resources: Map<string, Resource>;
  /** Physical resources that were replaced and not removed yet. */
  superseded: Resource[];
  outputs: Output[];
  /** Names of the exports of other stacks that this one uses. */
  imports: ReadonlySet<string>;
  /** What a failed update goes back to: the stack as it last was complete. */
  stable?: StableState;
  capabilities: readonly Capability[];
  disableRollback: boolean;
  /** The newest operation's. */
  deploymentMode: DeploymentConfigMode;
  retainExceptOnCreate: boolean;
  terminationProtection: boolean;
  timeoutInMinutes?: number;
  changeSetId?: string;
  /** Those that are not executed yet, by name. */
  readonly changeSets: Map<string, ChangeSet>;
  /** Those that were executed: found by their ARN alone, and their names are free again. */
  readonly executedChangeSets: ChangeSet[];
  /** Oldest first. */
  readonly events: StackEvent[];
  /** What DescribeEvents gives, oldest first. */
  readonly operationEvents: OperationEvent[];
  readonly operations: Operation[];
  /** The request that each client request token came with. */
  readonly tokens: Map<string, string>;
}

export interface StableState {
  readonly instance: Instance;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly outputs: Output[];
}

/** One physical resource of a stack. Records are replaced, never changed in place: `StableState` shares them. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  /** As they were last sent to the service. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** As events and change sets show them: the template's own, with `****` for parameters with NoEcho. */
  readonly shown: Readonly<Record<string, unknown>>;
  readonly attributes: Attributes;
  /** Logical ids of what it needs. */
  readonly dependsOn: ReadonlySet<string>;
  readonly deletionPolicy: string;
  readonly updateReplacePolicy: string;
  readonly metadata?: unknown;
  readonly description?: string;
  /** Whether its creation was completed; what failed half-way is made anew. */
  readonly created: boolean;
  readonly status: ResourceStatus;
  readonly statusReason?: string;
  readonly timestamp: Date;
}

/** A request's DeploymentConfig, with what it leaves out. */
export interface Deployment {
  readonly mode: DeploymentConfigMode;
  /** Undefined where neither the request nor the mode says so. */
  readonly disableRollback: boolean | undefined;
}

/** One operation on a stack: create, update, delete, roll back, continue a rollback, make a change set. */
export interface Operation {
  readonly id: string;
  readonly type: OperationType;
  readonly token?: string;
  /** Absent: STANDARD. */
  readonly mode?: DeploymentConfigMode;
  readonly startTime: Date;
  /** Absent: it is under way. */
  outcome?: "SUCCEEDED" | "FAILED";
  /** The rollback that its failure has set off. */
  rollback?: Operation;
  readonly controller: AbortController;
  /** Settled, never rejected, when the operation has ended. */
  done: Promise<void>;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stack: Stack;
  readonly type: ChangeSetType;
  readonly creationTime: Date;
  readonly description?: string;
  readonly capabilities: readonly Capability[];
  readonly onStackFailure?: OnStackFailure;
  readonly deployment: Deployment;
  readonly clientToken?: string;
  /** What executing it would bring about; absent where the stack is to be created by a change set that failed. */
  instance: Instance;
  status: ChangeSetStatus;
  statusReason?: string;
  executionStatus: ExecutionStatus;
  changes: ResourceChange[];
  /** The operation that made it. */
  operationId?: string;
}

/** States in which nothing is going on and an update may start. */
const UPDATABLE: readonly StackStatus[] = [
  ...(["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "CREATE_FAILED", "UPDATE_FAILED"] as const),
  ...(["IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE"] as const),
];

/**
 * Whether UpdateStack or a change set may be applied. CREATE_FAILED and UPDATE_FAILED exist where rollback was
 * disabled and can be updated again.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html
 */
export function isUpdatable(stack: Stack): boolean {
  return UPDATABLE.includes(stack.status);
}

/** An operation on the stack changes what its change sets were made for: they can't be executed any more. */
export function outdateChangeSets(stack: Stack): void {
  for (const changeSet of stack.changeSets.values()) {
    const isPending = changeSet.status === "CREATE_IN_PROGRESS" || changeSet.executionStatus === "AVAILABLE";
    if (isPending) changeSet.executionStatus = "OBSOLETE";
  }
}

export function isDeleted(stack: Stack): boolean {
  return stack.status === "DELETE_COMPLETE";
}

export function isBusy(stack: Stack): boolean {
  return stack.status.endsWith("_IN_PROGRESS") && stack.status !== "REVIEW_IN_PROGRESS";
}
