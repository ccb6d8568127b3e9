import type {
  Change,
  ChangeSetSummary,
  DescribeChangeSetOutput,
  GetTemplateSummaryOutput,
  Parameter,
  ResourceChangeDetail,
  Stack as StackDescription,
  StackResource,
  StackResourceDetail,
  StackResourceSummary,
  StackSummary,
  Tag,
  ValidateTemplateOutput,
} from "@aws-sdk/client-cloudformation";
import type { ChangeDetail, ResourceChange } from "./changes.js";
import type { Instance } from "./instance.js";
import type { ResourceTypes } from "./resource-types.js";
import type { ChangeSet, Resource, Stack } from "./stack.js";
import { storedType } from "./template/parameters.js";
import { Unknown } from "./template/resolve.js";
import { isNoEcho, type Template } from "./template/template.js";
import { requiredCapabilities } from "./template/validate.js";

const NOT_CHECKED = { StackDriftStatus: "NOT_CHECKED" } as const;
const RESOURCE_NOT_CHECKED = { StackResourceDriftStatus: "NOT_CHECKED" } as const;

/** A stack as DescribeStacks shows it. */
export function describeStack(stack: Stack): StackDescription {
  return {
    ...summarizeIdentity(stack),
    ...(stack.instance?.template.description !== undefined && { Description: stack.instance.template.description }),
    ...(stack.instance && { Parameters: describeParameters(stack.instance) }),
    ...(stack.changeSetId !== undefined && { ChangeSetId: stack.changeSetId }),
    RollbackConfiguration: {},
    DisableRollback: stack.disableRollback,
    DeploymentConfig: { Mode: stack.deploymentMode, DisableRollback: stack.disableRollback },
    NotificationARNs: [],
    ...(stack.timeoutInMinutes !== undefined && { TimeoutInMinutes: stack.timeoutInMinutes }),
    ...(stack.capabilities.length > 0 && { Capabilities: [...stack.capabilities] }),
    ...(stack.outputs.length > 0 && { Outputs: stack.outputs }),
    Tags: describeTags(stack.instance?.tags ?? {}),
    EnableTerminationProtection: stack.terminationProtection,
    DriftInformation: NOT_CHECKED,
    ...(stack.detailedStatus !== undefined && { DetailedStatus: stack.detailedStatus }),
  };
}

/** A stack as ListStacks shows it. */
export function summarizeStack(stack: Stack): StackSummary {
  return {
    ...summarizeIdentity(stack),
    ...(stack.instance?.template.description !== undefined && {
      TemplateDescription: stack.instance.template.description,
    }),
    DriftInformation: NOT_CHECKED,
  };
}

function summarizeIdentity(stack: Stack) {
  return {
    StackId: stack.id,
    StackName: stack.name,
    CreationTime: stack.creationTime,
    ...(stack.lastUpdatedTime !== undefined && { LastUpdatedTime: stack.lastUpdatedTime }),
    ...(stack.deletionTime !== undefined && { DeletionTime: stack.deletionTime }),
    StackStatus: stack.status,
    ...(stack.statusReason !== undefined && { StackStatusReason: stack.statusReason }),
    LastOperations: stack.operations
      .slice(-2)
      .reverse()
      .map(({ id, type }) => ({ OperationId: id, OperationType: type })),
  };
}

export function describeResource(stack: Stack, resource: Resource): StackResource {
  return {
    StackName: stack.name,
    StackId: stack.id,
    ...identity(resource),
    Timestamp: resource.timestamp,
    ...(resource.description !== undefined && { Description: resource.description }),
    DriftInformation: RESOURCE_NOT_CHECKED,
  };
}

export function detailResource(stack: Stack, resource: Resource): StackResourceDetail {
  const { Timestamp: LastUpdatedTimestamp, ...rest } = describeResource(stack, resource);
  return { ...rest, LastUpdatedTimestamp, Metadata: JSON.stringify(resource.metadata ?? {}) };
}

export function summarizeResource(resource: Resource): StackResourceSummary {
  return { ...identity(resource), LastUpdatedTimestamp: resource.timestamp, DriftInformation: RESOURCE_NOT_CHECKED };
}

function identity(resource: Resource) {
  return {
    LogicalResourceId: resource.logicalId,
    ...(resource.physicalId !== undefined && { PhysicalResourceId: resource.physicalId }),
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ...(resource.statusReason !== undefined && { ResourceStatusReason: resource.statusReason }),
  };
}

export function describeChangeSet(
  changeSet: ChangeSet,
  changes: readonly ResourceChange[],
  withValues: boolean,
): DescribeChangeSetOutput {
  const { instance, onStackFailure, deployment } = changeSet;
  return {
    ...summarizeChangeSet(changeSet),
    Parameters: describeParameters(instance),
    NotificationARNs: [],
    RollbackConfiguration: {},
    Capabilities: [...changeSet.capabilities],
    Tags: describeTags(instance.tags),
    ...(onStackFailure !== undefined && { OnStackFailure: onStackFailure }),
    DeploymentConfig: { Mode: deployment.mode, DisableRollback: deployment.disableRollback ?? false },
    Changes: changes.map((change) => describeChange(change, withValues)),
  };
}

export function summarizeChangeSet(changeSet: ChangeSet): ChangeSetSummary {
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: changeSet.stack.id,
    StackName: changeSet.stack.name,
    ...(changeSet.description !== undefined && { Description: changeSet.description }),
    CreationTime: changeSet.creationTime,
    ExecutionStatus: changeSet.executionStatus,
    Status: changeSet.status,
    ...(changeSet.statusReason !== undefined && { StatusReason: changeSet.statusReason }),
    IncludeNestedStacks: false,
    ImportExistingResources: false,
  };
}

function describeChange(change: ResourceChange, withValues: boolean): Change {
  return {
    Type: "Resource",
    ResourceChange: {
      ...(change.policyAction !== undefined && { PolicyAction: change.policyAction }),
      Action: change.action,
      LogicalResourceId: change.logicalId,
      ...(change.physicalId !== undefined && { PhysicalResourceId: change.physicalId }),
      ResourceType: change.type,
      ...(change.replacement !== undefined && { Replacement: change.replacement }),
      Scope: [...change.scope],
      Details: change.details.map((detail) => describeDetail(detail, withValues)),
      ...(withValues && change.before !== undefined && { BeforeContext: text(change.before) }),
      ...(withValues && change.after !== undefined && { AfterContext: text(change.after) }),
    },
  };
}

function describeDetail(detail: ChangeDetail, withValues: boolean): ResourceChangeDetail {
  const { attribute, name, recreation, before, after } = detail;
  const path = name === undefined ? `/${attribute}` : `/Properties/${name}`;
  const change = before === undefined ? "Add" : after === undefined ? "Remove" : "Modify";
  return {
    Target: {
      Attribute: attribute,
      ...(name !== undefined && { Name: name }),
      RequiresRecreation: recreation,
      ...(withValues && {
        Path: path,
        ...(before !== undefined && { BeforeValue: text(before) }),
        ...(after !== undefined && { AfterValue: text(after) }),
        AttributeChangeType: change,
      }),
    },
    Evaluation: detail.evaluation,
    ChangeSource: detail.source,
    ...(detail.causingEntity !== undefined && { CausingEntity: detail.causingEntity }),
  };
}

/** Values in a change set; what is not known yet is shown as AWS shows it. */
function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Unknown) return "{{changeSet:KNOWN_AFTER_APPLY}}";
  return JSON.stringify(value, (_, item) => (item instanceof Unknown ? "{{changeSet:KNOWN_AFTER_APPLY}}" : item));
}

function describeParameters({ template, parameters, resolvedParameters }: Instance): Parameter[] {
  return Object.entries(parameters).map(([name, value]) => ({
    ParameterKey: name,
    ParameterValue: isNoEcho(template, name) ? "****" : value,
    ...(storedType(template.parameters[name]?.Type ?? "") !== undefined && {
      ResolvedValue: isNoEcho(template, name) ? "****" : (resolvedParameters[name] ?? ""),
    }),
  }));
}

function describeTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** What ValidateTemplate says of a template. */
export function describeTemplate(template: Template): ValidateTemplateOutput {
  const { capabilities, reason } = requiredCapabilities(template);
  return {
    ...(template.description !== undefined && { Description: template.description }),
    Parameters: Object.entries(template.parameters).map(([name, { Default, Description }]) => ({
      ParameterKey: name,
      ...(Default !== undefined && { DefaultValue: String(Default) }),
      NoEcho: isNoEcho(template, name),
      ...(Description !== undefined && { Description }),
    })),
    ...(capabilities.length > 0 && {
      Capabilities: capabilities as NonNullable<ValidateTemplateOutput["Capabilities"]>,
    }),
    ...(reason !== undefined && { CapabilitiesReason: reason }),
    ...(template.transforms.length > 0 && { DeclaredTransforms: [...template.transforms] }),
  };
}

/** What GetTemplateSummary says of a template. */
export function summarizeTemplate(template: Template, types: ResourceTypes): GetTemplateSummaryOutput {
  const { Parameters = [], ...rest } = describeTemplate(template);
  const resources = Object.entries(template.resources);
  const used = [...new Set(resources.map(([, { Type }]) => Type))];
  return {
    ...rest,
    Parameters: Parameters.map((parameter) => {
      const { Type, AllowedValues } = template.parameters[parameter.ParameterKey ?? ""] ?? { Type: "String" };
      return {
        ...parameter,
        ParameterType: Type,
        ParameterConstraints: AllowedValues ? { AllowedValues: AllowedValues.map(String) } : {},
      };
    }),
    ResourceTypes: resources.map(([, { Type }]) => Type),
    ...(template.version !== undefined && { Version: template.version }),
    ...(template.metadata !== undefined && { Metadata: JSON.stringify(template.metadata) }),
    ResourceIdentifierSummaries: used.map((type) => ({
      ResourceType: type,
      LogicalResourceIds: resources.filter(([, { Type }]) => Type === type).map(([name]) => name),
      ResourceIdentifiers: [...(types[type]?.primaryIdentifier ?? [])],
    })),
  };
}
