import type { DetailedStatus, ResourceStatus, StackEvent, StackStatus } from "@aws-sdk/client-cloudformation";
import type { Aws } from "../../aws.js";
import { notImplemented } from "../../errors.js";
import type { Instance } from "../instance.js";
import type { ResourceHandler, ResourceHandlers } from "../resource-handler.js";
import type { ResourceType, ResourceTypes } from "../resource-types.js";
import type { Operation, Resource, Stack } from "../stack.js";
import type { Scope } from "../template/resolve.js";
import { invalid } from "../template/template.js";
import type { Express } from "./express.js";
import { progressEvent } from "./operation-events.js";

/** What operations on stacks need to know. */
export interface Engine {
  readonly aws: Aws;
  readonly types: ResourceTypes;
  readonly handlers: ResourceHandlers;
  /** All exports of the account's stacks by name. */
  exports(): ReadonlyMap<string, { readonly value: string; readonly stack: Stack }>;
  /** The stack that has a resource of that type and physical id. */
  ownerOf(type: string, physicalId: string): Stack | undefined;
  /** The value of an output of a stack; undefined where there is no such stack or output. */
  outputOf(stackName: string, output: string): string | undefined;
  /** The stacks that use an export. */
  importers(name: string): readonly Stack[];
}

/** One operation under way on one stack. */
export interface Run {
  readonly engine: Engine;
  readonly stack: Stack;
  readonly operation: Operation;
  readonly instance: Instance;
  /** Logical ids of the resources whose configuration this operation has applied. */
  readonly configured: Set<string>;
  /** Present in EXPRESS mode. */
  readonly express?: Express;
  /** Names of the exports used so far. */
  readonly imports: Set<string>;
}

export const STACK_TYPE = "AWS::CloudFormation::Stack";

/** Puts the stack into a status and records the event. */
export function enter(
  run: Pick<Run, "engine" | "stack" | "operation">,
  status: StackStatus,
  reason?: string,
  detailedStatus?: DetailedStatus,
): void {
  const { stack, engine, operation } = run;
  stack.status = status;
  setOptional(stack, "statusReason", reason);
  setOptional(stack, "detailedStatus", detailedStatus);
  note(stack, {
    StackId: stack.id,
    EventId: engine.aws.random.uuid(),
    StackName: stack.name,
    OperationId: operation.id,
    LogicalResourceId: stack.name,
    PhysicalResourceId: stack.id,
    ResourceType: STACK_TYPE,
    Timestamp: engine.aws.clock.now(),
    // AWS's own types for the two differ, though events of a stack carry its statuses.
    ResourceStatus: status as ResourceStatus,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
    ...(detailedStatus !== undefined && { DetailedStatus: detailedStatus }),
    ...(operation.token !== undefined && { ClientRequestToken: operation.token }),
  });
}

/** Records an event of a resource and gives back the resource in its new status. */
export function record(run: Run, resource: Resource, status: ResourceStatus, reason?: string): Resource {
  const { stack, engine, operation } = run;
  const timestamp = engine.aws.clock.now();
  note(stack, {
    StackId: stack.id,
    EventId: eventId(stack, resource.logicalId, status, timestamp),
    StackName: stack.name,
    OperationId: operation.id,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId ?? "",
    ResourceType: resource.type,
    Timestamp: timestamp,
    ResourceStatus: status,
    ...(reason !== undefined && { ResourceStatusReason: reason }),
    ResourceProperties: JSON.stringify(resource.shown),
    ...(operation.token !== undefined && { ClientRequestToken: operation.token }),
  });
  const { statusReason: _, ...rest } = resource;
  return { ...rest, status, timestamp, ...(reason !== undefined && { statusReason: reason }) };
}

/** Like `record`, for the stack's current resource of that logical id. */
export function put(run: Run, resource: Resource, status: ResourceStatus, reason?: string): Resource {
  const recorded = record(run, resource, status, reason);
  run.stack.resources.set(resource.logicalId, recorded);
  return recorded;
}

/**
 * Records that a resource is configured and now has to become ready.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-resource-configuration-complete.html
 */
export function recordConfigured(run: Run, logicalId: string): void {
  const { stack, engine, operation } = run;
  const { type, physicalId = "", status } = stack.resources.get(logicalId) ?? {};
  if (status !== "CREATE_IN_PROGRESS" && status !== "UPDATE_IN_PROGRESS") return;
  note(stack, {
    StackId: stack.id,
    EventId: `${logicalId}-${engine.aws.random.uuid()}`,
    StackName: stack.name,
    OperationId: operation.id,
    LogicalResourceId: logicalId,
    PhysicalResourceId: physicalId,
    ...(type !== undefined && { ResourceType: type }),
    Timestamp: engine.aws.clock.now(),
    ResourceStatus: status,
    ResourceStatusReason: "Eventual consistency check initiated",
    DetailedStatus: "CONFIGURATION_COMPLETE",
    ...(operation.token !== undefined && { ClientRequestToken: operation.token }),
  });
  noteConfigured(run, logicalId);
}

/** Once every resource is configured, and some have yet to become ready, the stack says so too. */
export function noteConfigured(run: Run, logicalId: string): void {
  const { stack, configured, instance } = run;
  configured.add(logicalId);
  const isApplying = stack.status === "CREATE_IN_PROGRESS" || stack.status === "UPDATE_IN_PROGRESS";
  if (!isApplying || stack.detailedStatus !== undefined || configured.size < instance.graph.size) return;
  if (![...stack.resources.values()].some(({ status }) => status.endsWith("_IN_PROGRESS"))) return;
  enter(run, stack.status, "Eventual consistency check initiated", "CONFIGURATION_COMPLETE");
  delete stack.statusReason;
}

function note(stack: Stack, event: StackEvent): void {
  stack.events.push(event);
  stack.operationEvents.push(progressEvent(event));
}

/** Ids hold the time in AWS too; two events within one millisecond still need different ones. */
function eventId(stack: Stack, logicalId: string, status: string, timestamp: Date): string {
  for (let time = timestamp.getTime(); ; time++) {
    const id = `${logicalId}-${status}-${new Date(time).toISOString()}`;
    if (!stack.events.some(({ EventId }) => EventId === id)) return id;
  }
}

/** What a run's template values are resolved against: the resources as they are now. */
export function runScope(run: Run): Scope {
  return {
    ...run.instance.scope,
    ref: (logicalId) => existing(run, logicalId).physicalId,
    getAtt: (logicalId, attribute) => {
      const { type, attributes } = existing(run, logicalId);
      if (!Object.hasOwn(attributes, attribute)) throw notImplemented(`Fn::GetAtt of ${attribute} of ${type}`);
      return attributes[attribute];
    },
    importValue: (name) => {
      const found = run.engine.exports().get(name);
      if (!found) throw invalid(`No export named ${name} found.`);
      run.imports.add(name);
      return found.value;
    },
    stackOutput: (name, output) => outputOf(run.engine, name, output),
  };
}

/** @throws AwsError ValidationError where there is none, in words of our own */
export function outputOf(engine: Engine, stackName: string, output: string): string {
  const value = engine.outputOf(stackName, output);
  if (value === undefined) throw invalid(`No output named ${output} found in stack ${stackName}.`);
  return value;
}

export function handlerOf({ handlers, types }: Engine, type: string): { handler: ResourceHandler; type: ResourceType } {
  const handler = handlers[type];
  const specification = types[type];
  if (!handler || !specification) throw notImplemented(`the resource type ${type}`);
  return { handler, type: specification };
}

export function setOptional<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

function existing(run: Run, logicalId: string): Resource {
  const resource = run.stack.resources.get(logicalId);
  if (!resource) throw invalid(`Template format error: Unresolved resource dependencies [${logicalId}]`);
  return resource;
}
