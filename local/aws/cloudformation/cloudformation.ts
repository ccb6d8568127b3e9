import type * as Api from "@aws-sdk/client-cloudformation";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { predict } from "./change-set.js";
import {
  createChangeSet,
  deleteChangeSet,
  executeChangeSet,
  findChangeSet,
  notUpdatable,
} from "./change-set-operations.js";
import {
  createStack,
  deleteStack,
  rollBack,
  rollBackCreation,
  SUPERSEDED_BY_DELETE,
  updateStack,
} from "./engine/operations.js";
import { checkExportsInUse } from "./engine/outputs.js";
import { setOptional } from "./engine/run.js";
import { describeEvents } from "./events.js";
import { newestFirst, page } from "./paging.js";
import { checkName, isRepeated, readTemplate, refuseExpress, requestedInstance } from "./requests.js";
import type { ResourceHandlers } from "./resource-handler.js";
import { type ResourceTypes, resourceTypes } from "./resource-types.js";
import { resourceHandlers } from "./resources/index.js";
import { isUpdatable, type Stack } from "./stack.js";
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
    const name = checkName(input.StackName, "stackName");
    const present = this.#stacks.find(name);
    const token = input.ClientRequestToken;
    if (present) {
      if (token !== undefined && present.tokens.get(token) === "CreateStack") return { StackId: present.id };
      throw alreadyExists(present);
    }
    if (input.OnFailure !== undefined && input.DisableRollback !== undefined) {
      throw invalid("You can specify either OnFailure or DisableRollback, but not both.");
    }
    const { aws, types } = this.#stacks;
    const identity = { id: this.#stacks.newId(name), name };
    const instance = await requestedInstance(aws, types, identity, input);
    if (this.#stacks.find(name)) throw alreadyExists(this.#stacks.get(name));
    const stack = this.#stacks.add(name, identity.id);
    isRepeated(stack, "CreateStack", token);
    stack.instance = instance;
    stack.capabilities = input.Capabilities ?? [];
    const onFailure = input.OnFailure ?? (input.DisableRollback ? "DO_NOTHING" : "ROLLBACK");
    stack.disableRollback = onFailure === "DO_NOTHING";
    stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
    stack.terminationProtection = input.EnableTerminationProtection ?? false;
    setOptional(stack, "timeoutInMinutes", input.TimeoutInMinutes);
    const { id } = this.#stacks.start(stack, { type: "CREATE_STACK", token }, (operation) =>
      createStack(this.#stacks, stack, operation, onFailure),
    );
    return { StackId: stack.id, OperationId: id };
  }

  async UpdateStack(input: Api.UpdateStackInput): Promise<Api.UpdateStackOutput> {
    if (input.StackPolicyDuringUpdateBody !== undefined || input.StackPolicyDuringUpdateURL !== undefined) {
      throw notImplemented("stack policies");
    }
    const stack = this.#stacks.getLive(input.StackName);
    const token = input.ClientRequestToken;
    if (token !== undefined && stack.tokens.get(token) === "UpdateStack") return { StackId: stack.id };
    if (!isUpdatable(stack)) throw notUpdatable(stack);
    const { aws, types } = this.#stacks;
    const instance = await requestedInstance(aws, types, stack, input, stack.instance);
    if (!predict(this.#stacks, stack, instance).isChange) throw invalid("No updates are to be performed.");
    if (!isUpdatable(stack)) throw notUpdatable(stack);
    isRepeated(stack, "UpdateStack", token);
    stack.instance = instance;
    stack.capabilities = input.Capabilities ?? [];
    stack.disableRollback = input.DisableRollback ?? false;
    stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
    setOptional(stack, "lastUpdatedTime", aws.clock.now());
    const { id } = this.#stacks.start(stack, { type: "UPDATE_STACK", token }, (operation) =>
      updateStack(this.#stacks, stack, operation, stack.disableRollback),
    );
    return { StackId: stack.id, OperationId: id };
  }

  async DeleteStack(input: Api.DeleteStackInput): Promise<void> {
    if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
    refuseExpress(input.DeploymentConfig);
    const stack = this.#stacks.find(input.StackName);
    // Deleting what is not there, or is being deleted, succeeds.
    if (!stack || stack.status === "DELETE_COMPLETE" || stack.status === "DELETE_IN_PROGRESS") return;
    const token = input.ClientRequestToken;
    if (isRepeated(stack, "DeleteStack", token)) return;
    if (stack.terminationProtection) {
      throw invalid(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
    }
    if (/^UPDATE_.*IN_PROGRESS$|^ROLLBACK_IN_PROGRESS$/.test(stack.status)) {
      throw invalid(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
    }
    checkRetained(stack, input.RetainResources ?? []);
    if (input.DeletionMode === "FORCE_DELETE_STACK" && stack.status !== "DELETE_FAILED") {
      throw invalid("FORCE_DELETE_STACK can only be used for stacks in the DELETE_FAILED state");
    }
    checkExportsInUse({ engine: this.#stacks, stack }, []);
    const creation = stack.status === "CREATE_IN_PROGRESS" ? stack.operations.at(-1) : undefined;
    creation?.controller.abort(SUPERSEDED_BY_DELETE);
    this.#stacks.start(stack, { type: "DELETE_STACK", token }, (operation) =>
      deleteStack(this.#stacks, stack, operation, {
        retain: input.RetainResources ?? [],
        force: input.DeletionMode === "FORCE_DELETE_STACK",
        ...(creation && { after: creation.done }),
      }),
    );
  }

  async CancelUpdateStack(input: Api.CancelUpdateStackInput): Promise<void> {
    const stack = this.#stacks.getLive(input.StackName);
    if (isRepeated(stack, "CancelUpdateStack", input.ClientRequestToken)) return;
    if (stack.status !== "UPDATE_IN_PROGRESS") {
      throw invalid("CancelUpdateStack cannot be called from current stack status");
    }
    stack.operations.at(-1)?.controller.abort("User Initiated");
  }

  async ContinueUpdateRollback(input: Api.ContinueUpdateRollbackInput): Promise<Api.ContinueUpdateRollbackOutput> {
    if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
    if (input.ForceRollback) throw notImplemented("ForceRollback");
    const stack = this.#stacks.getLive(input.StackName);
    const token = input.ClientRequestToken;
    if (isRepeated(stack, "ContinueUpdateRollback", token)) return {};
    if (stack.status !== "UPDATE_ROLLBACK_FAILED") {
      throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not continue update rollback.`);
    }
    const skip = input.ResourcesToSkip ?? [];
    const wrong = skip.filter((name) => stack.resources.get(name)?.status !== "UPDATE_FAILED");
    if (wrong.length > 0) {
      throw invalid(`Resources [${wrong.join(", ")}] cannot be skipped: only resources in UPDATE_FAILED state can`);
    }
    const { id } = this.#stacks.start(stack, { type: "CONTINUE_ROLLBACK", token }, (operation) =>
      rollBack({ engine: this.#stacks, stack, operation }, "User Initiated", skip),
    );
    return { OperationId: id };
  }

  async RollbackStack(input: Api.RollbackStackInput): Promise<Api.RollbackStackOutput> {
    if (input.RoleARN !== undefined) throw notImplemented("RoleARN");
    const stack = this.#stacks.getLive(input.StackName);
    const token = input.ClientRequestToken;
    if (isRepeated(stack, "RollbackStack", token)) return { StackId: stack.id };
    if (stack.status !== "CREATE_FAILED" && stack.status !== "UPDATE_FAILED") {
      throw invalid(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
    }
    stack.retainExceptOnCreate = input.RetainExceptOnCreate ?? false;
    const { id } = this.#stacks.start(stack, { type: "ROLLBACK", token }, (operation) =>
      stack.stable
        ? rollBack({ engine: this.#stacks, stack, operation }, "User Initiated")
        : rollBackCreation(this.#stacks, stack, operation),
    );
    return { StackId: stack.id, OperationId: id };
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
    return { TemplateBody: instance.template.body, StagesAvailable: ["Original", "Processed"] };
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

function alreadyExists({ name }: Stack): AwsError {
  return new AwsError("AlreadyExistsException", `Stack [${name}] already exists`);
}

/** RetainResources is for what could not be deleted. */
function checkRetained(stack: Stack, retained: readonly string[]) {
  if (retained.length === 0) return;
  if (stack.status !== "DELETE_FAILED") {
    throw invalid(
      `Invalid operation on stack [${stack.id}]. RetainResources can only be used for stacks in the DELETE_FAILED state`,
    );
  }
  const unknown = retained.filter((name) => !stack.resources.has(name));
  if (unknown.length > 0) throw invalid(`Resources [${unknown.join(", ")}] do not exist in the stack`);
  if (retained.some((name) => stack.resources.get(name)?.status === "DELETE_COMPLETE")) {
    throw invalid(
      "The specified resources to retain must be in a valid state. Do not specify resources that are in the DELETE_COMPLETE state.",
    );
  }
}
