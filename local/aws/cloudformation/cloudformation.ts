import type * as Api from "@aws-sdk/client-cloudformation";
import type { Aws } from "../aws.js";
import { notImplemented } from "../errors.js";
import { createChangeSet, deleteChangeSet, executeChangeSet, findChangeSet } from "./change-set-operations.js";
import { describeEvents } from "./events.js";
import { newestFirst, page } from "./paging.js";
import { readTemplate } from "./requests.js";
import type { ResourceHandlers } from "./resource-handler.js";
import { type ResourceTypes, resourceTypes } from "./resource-types.js";
import { resourceHandlers } from "./resources/index.js";
import type { Stack } from "./stack.js";
import {
  cancelUpdate,
  continueUpdateRollback,
  requestCreation,
  requestDeletion,
  requestRollback,
  requestUpdate,
} from "./stack-operations.js";
import { Stacks } from "./stacks.js";
import { invalid } from "./template/template.js";
import * as views from "./views.js";

/**
 * AWS CloudFormation.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/Welcome.html
 */
export class CloudFormation {
  readonly #stacks: Stacks;

  constructor(aws: Aws, handlers: ResourceHandlers = resourceHandlers, types: ResourceTypes = resourceTypes) {
    this.#stacks = new Stacks(aws, handlers, types);
  }

  /** Resolves when nothing goes on any more; `aws.stopping` has to be aborted before. */
  async close(): Promise<void> {
    await this.#stacks.close();
  }

  /** The stacks, deleted ones too, with their resources, for looking inside. */
  snapshot(): object {
    return {
      stacks: this.#stacks.all.map((stack) => ({
        ...views.summarizeStack(stack),
        resources: resources(stack).map(views.summarizeResource),
      })),
    };
  }

  async CreateStack(input: Api.CreateStackInput): Promise<Api.CreateStackOutput> {
    return requestCreation(this.#stacks, input);
  }

  async UpdateStack(input: Api.UpdateStackInput): Promise<Api.UpdateStackOutput> {
    return requestUpdate(this.#stacks, input);
  }

  async DeleteStack(input: Api.DeleteStackInput): Promise<void> {
    requestDeletion(this.#stacks, input);
  }

  async CancelUpdateStack(input: Api.CancelUpdateStackInput): Promise<void> {
    cancelUpdate(this.#stacks, input);
  }

  async ContinueUpdateRollback(input: Api.ContinueUpdateRollbackInput): Promise<Api.ContinueUpdateRollbackOutput> {
    return continueUpdateRollback(this.#stacks, input);
  }

  async RollbackStack(input: Api.RollbackStackInput): Promise<Api.RollbackStackOutput> {
    return requestRollback(this.#stacks, input);
  }

  async UpdateTerminationProtection(
    input: Api.UpdateTerminationProtectionInput,
  ): Promise<Api.UpdateTerminationProtectionOutput> {
    const stack = this.#stacks.getLive(input.StackName);
    stack.terminationProtection = input.EnableTerminationProtection ?? false;
    return { StackId: stack.id };
  }

  async DescribeStacks(input: Api.DescribeStacksInput): Promise<Api.DescribeStacksOutput> {
    if (input.StackName !== undefined) {
      return { Stacks: [views.describeStack(this.#stacks.get(input.StackName))] };
    }
    const live = this.#stacks.all.filter(({ status }) => status !== "DELETE_COMPLETE").reverse();
    const { items, nextToken } = page(live, input.NextToken);
    return { Stacks: items.map(views.describeStack), ...(nextToken !== undefined && { NextToken: nextToken }) };
  }

  async ListStacks(input: Api.ListStacksInput): Promise<Api.ListStacksOutput> {
    const filter = input.StackStatusFilter ?? [];
    const listed = this.#stacks.all.filter(({ status }) => filter.length === 0 || filter.includes(status)).reverse();
    const { items, nextToken } = page(listed, input.NextToken);
    return {
      StackSummaries: items.map(views.summarizeStack),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    };
  }

  async DescribeStackEvents(input: Api.DescribeStackEventsInput): Promise<Api.DescribeStackEventsOutput> {
    const { events } = this.#stacks.get(input.StackName, (name) => `Stack [${name}] does not exist`);
    const { items, nextToken } = newestFirst(events, input.NextToken);
    return { StackEvents: items, ...(nextToken !== undefined && { NextToken: nextToken }) };
  }

  async DescribeEvents(input: Api.DescribeEventsInput): Promise<Api.DescribeEventsOutput> {
    return describeEvents(this.#stacks, input);
  }

  async DescribeStackResources(input: Api.DescribeStackResourcesInput): Promise<Api.DescribeStackResourcesOutput> {
    const { StackName, PhysicalResourceId: physicalId, LogicalResourceId: logicalId } = input;
    if (StackName !== undefined && physicalId !== undefined) {
      throw invalid("You must specify either StackName or PhysicalResourceId, but not both.");
    }
    const stack =
      physicalId === undefined
        ? this.#stacks.get(StackName)
        : this.#stacks.all.findLast((candidate) => resources(candidate).some((one) => one.physicalId === physicalId));
    if (!stack) throw invalid(`Stack for ${physicalId} does not exist`);
    const selected = resources(stack).filter((one) => logicalId === undefined || one.logicalId === logicalId);
    return { StackResources: selected.slice(0, 100).map((one) => views.describeResource(stack, one)) };
  }

  async DescribeStackResource(input: Api.DescribeStackResourceInput): Promise<Api.DescribeStackResourceOutput> {
    const stack = this.#stacks.get(input.StackName, (name) => `Stack '${name}' does not exist`);
    const resource = resources(stack).find(({ logicalId }) => logicalId === input.LogicalResourceId);
    if (!resource) {
      throw invalid(`Resource ${input.LogicalResourceId} does not exist for stack ${input.StackName}`);
    }
    return { StackResourceDetail: views.detailResource(stack, resource) };
  }

  async ListStackResources(input: Api.ListStackResourcesInput): Promise<Api.ListStackResourcesOutput> {
    const { items, nextToken } = page(resources(this.#stacks.get(input.StackName)), input.NextToken);
    return {
      StackResourceSummaries: items.map(views.summarizeResource),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    };
  }

  async GetTemplate(input: Api.GetTemplateInput): Promise<Api.GetTemplateOutput> {
    const instance =
      input.ChangeSetName === undefined
        ? this.#stacks.get(input.StackName).instance
        : findChangeSet(this.#stacks, { ...input, ChangeSetName: input.ChangeSetName }).instance;
    if (!instance) throw invalid(`Template for stack ${input.StackName} does not exist`);
    const { body, processed = body } = instance.template;
    return {
      TemplateBody: input.TemplateStage === "Original" ? body : processed,
      StagesAvailable: ["Original", "Processed"],
    };
  }

  async GetTemplateSummary(input: Api.GetTemplateSummaryInput): Promise<Api.GetTemplateSummaryOutput> {
    if (input.StackSetName !== undefined) throw notImplemented("stack sets");
    const { types } = this.#stacks;
    if (input.StackName === undefined) return views.summarizeTemplate(readTemplate(types, input), types);
    if (input.TemplateBody !== undefined || input.TemplateURL !== undefined) {
      throw invalid("Only one of StackName, TemplateBody or TemplateURL may be specified");
    }
    const template = this.#stacks.get(input.StackName).instance?.template;
    if (!template) throw invalid(`Template for stack ${input.StackName} does not exist`);
    return views.summarizeTemplate(template, types);
  }

  async ValidateTemplate(input: Api.ValidateTemplateInput): Promise<Api.ValidateTemplateOutput> {
    return views.describeTemplate(readTemplate(this.#stacks.types, input));
  }

  async ListExports(input: Api.ListExportsInput): Promise<Api.ListExportsOutput> {
    const { items, nextToken } = page([...this.#stacks.exports()], input.NextToken);
    return {
      Exports: items.map(([Name, { value, stack }]) => ({ ExportingStackId: stack.id, Name, Value: value })),
      ...(nextToken !== undefined && { NextToken: nextToken }),
    };
  }

  async ListImports(input: Api.ListImportsInput): Promise<Api.ListImportsOutput> {
    const users = this.#stacks.importers(input.ExportName ?? "");
    if (users.length === 0) throw invalid(`Export '${input.ExportName}' is not imported by any stack.`);
    const { items, nextToken } = page(users, input.NextToken);
    return { Imports: items.map(({ name }) => name), ...(nextToken !== undefined && { NextToken: nextToken }) };
  }

  async CreateChangeSet(input: Api.CreateChangeSetInput): Promise<Api.CreateChangeSetOutput> {
    return createChangeSet(this.#stacks, input);
  }

  async DescribeChangeSet(input: Api.DescribeChangeSetInput): Promise<Api.DescribeChangeSetOutput> {
    const changeSet = findChangeSet(this.#stacks, input);
    const { items, nextToken } = page(changeSet.changes, input.NextToken);
    const described = views.describeChangeSet(changeSet, items, input.IncludePropertyValues ?? false);
    return { ...described, ...(nextToken !== undefined && { NextToken: nextToken }) };
  }

  async ListChangeSets(input: Api.ListChangeSetsInput): Promise<Api.ListChangeSetsOutput> {
    const { changeSets } = this.#stacks.get(input.StackName, (name) => `Stack [${name}] does not exist`);
    const { items, nextToken } = page([...changeSets.values()], input.NextToken);
    return { Summaries: items.map(views.summarizeChangeSet), ...(nextToken !== undefined && { NextToken: nextToken }) };
  }

  async DeleteChangeSet(input: Api.DeleteChangeSetInput): Promise<Api.DeleteChangeSetOutput> {
    deleteChangeSet(this.#stacks, input);
    return {};
  }

  async ExecuteChangeSet(input: Api.ExecuteChangeSetInput): Promise<Api.ExecuteChangeSetOutput> {
    executeChangeSet(this.#stacks, input);
    return {};
  }
}

function resources(stack: Stack) {
  return [...stack.resources.values()];
}
