import type { DeploymentConfigMode, OperationType, StackStatus } from "@aws-sdk/client-cloudformation";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { beginOperation, endOperation, newOperation } from "./engine/operation-events.js";
import { type Engine, enter } from "./engine/run.js";
import type { ResourceHandlers } from "./resource-handler.js";
import type { ResourceTypes } from "./resource-types.js";
import { isDeleted, type Operation, type Stack } from "./stack.js";
import { invalid } from "./template/template.js";

/** How many stacks a region takes. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const QUOTA = 2000;
/** How long a deleted stack is known, in seconds: 90 days. */
const KNOWN_SECONDS = 90 * 86_400;

/** All stacks of the account, for 90 days also deleted ones, and what is going on with them. */
export class Stacks implements Engine {
  readonly aws: Aws;
  readonly handlers: ResourceHandlers;
  readonly types: ResourceTypes;
  #all: Stack[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(aws: Aws, handlers: ResourceHandlers, types: ResourceTypes) {
    this.aws = aws;
    this.handlers = handlers;
    this.types = types;
  }

  /** Oldest first. */
  get all(): readonly Stack[] {
    const { clock } = this.aws;
    const now = clock.now().getTime();
    const isForgotten = ({ status, deletionTime }: Stack) =>
      status === "DELETE_COMPLETE" &&
      deletionTime !== undefined &&
      ((now - deletionTime.getTime()) / 1000) * clock.speed > KNOWN_SECONDS;
    if (this.#all.some(isForgotten)) this.#all = this.#all.filter((stack) => !isForgotten(stack));
    return this.#all;
  }

  /** A stack by name, or by ARN; a deleted one only by ARN. */
  find(nameOrId: string | undefined): Stack | undefined {
    return this.all.findLast((stack) => stack.id === nameOrId || (stack.name === nameOrId && !isDeleted(stack)));
  }

  /** @param message the operation's own wording for a stack that is not there */
  get(nameOrId: string | undefined, message = (name: string) => `Stack with id ${name} does not exist`): Stack {
    const stack = this.find(nameOrId);
    if (stack) return stack;
    if (nameOrId === undefined) {
      throw invalid(
        "1 validation error detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null",
      );
    }
    throw invalid(message(nameOrId));
  }

  /** A stack for an operation that changes it: not a deleted one. */
  getLive(nameOrId: string | undefined): Stack {
    const message = (name: string) => `Stack [${name}] does not exist`;
    const stack = this.get(nameOrId, message);
    if (isDeleted(stack)) throw invalid(message(nameOrId ?? ""));
    return stack;
  }

  /** Adds a new stack in the state before its first event. */
  add(name: string, id = this.newId(name)): Stack {
    if (this.all.filter((stack) => !isDeleted(stack)).length >= QUOTA) {
      throw new AwsError("LimitExceededException", "Limit for stack has been exceeded");
    }
    const stack = this.draft(name, id);
    this.#all.push(stack);
    return stack;
  }

  /** A stack that is not among the account's yet. */
  draft(name: string, id: string): Stack {
    return {
      id,
      name,
      creationTime: this.aws.clock.now(),
      status: "CREATE_IN_PROGRESS",
      resources: new Map(),
      superseded: [],
      outputs: [],
      imports: new Set(),
      capabilities: [],
      disableRollback: false,
      deploymentMode: "STANDARD",
      retainExceptOnCreate: false,
      terminationProtection: false,
      changeSets: new Map(),
      executedChangeSets: [],
      events: [],
      operationEvents: [],
      operations: [],
      tokens: new Map(),
    };
  }

  newId(name: string): string {
    const { partition, region, accountId, random } = this.aws;
    return `arn:${partition}:cloudformation:${region}:${accountId}:stack/${name}/${random.uuid()}`;
  }

  exports() {
    const live = this.all.filter((stack) => !isDeleted(stack));
    return new Map(
      live.flatMap((stack) =>
        stack.outputs.flatMap(({ ExportName: name, OutputValue: value }) =>
          name === undefined || value === undefined ? [] : [[name, { value, stack }] as const],
        ),
      ),
    );
  }

  outputOf(stackName: string, output: string): string | undefined {
    return this.find(stackName)?.outputs.find(({ OutputKey }) => OutputKey === output)?.OutputValue;
  }

  ownerOf(type: string, physicalId: string): Stack | undefined {
    return this.all.find(
      (stack) =>
        !isDeleted(stack) &&
        [...stack.resources.values()].some(
          (resource) =>
            resource.type === type && resource.physicalId === physicalId && resource.status !== "DELETE_COMPLETE",
        ),
    );
  }

  importers(name: string): Stack[] {
    return this.all.filter((stack) => !isDeleted(stack) && stack.imports.has(name));
  }

  /**
   * Starts an operation in the background. Its first events are there when this returns.
   * @param work gives back whether it has succeeded where the stack's status does not say so
   */
  start(
    stack: Stack,
    { type, token, mode }: { type: OperationType; token?: string | undefined; mode?: DeploymentConfigMode },
    work: (operation: Operation) => Promise<unknown>,
  ): Operation {
    const operation = newOperation(this, type, token, mode);
    beginOperation(this, stack, operation);
    const done = this.#run(stack, operation, work);
    operation.done = done;
    this.#running.add(done);
    void done.then(() => this.#running.delete(done));
    return operation;
  }

  /** Resolves when everything that was going on has stopped; `aws.stopping` has to be aborted before. */
  async close(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #run(stack: Stack, operation: Operation, work: (operation: Operation) => Promise<unknown>): Promise<void> {
    try {
      const result = await work(operation);
      const succeeded = typeof result === "boolean" ? result : undefined;
      for (const ended of [operation, operation.rollback]) {
        if (ended) endOperation(this, stack, ended, succeeded ?? GOOD_ENDS[ended.type].includes(stack.status));
      }
    } catch (error) {
      if (this.aws.stopping.aborted) return;
      const status = FAILED[operation.type] ?? "UPDATE_ROLLBACK_FAILED";
      if (operation.type !== "CREATE_CHANGESET") {
        enter(
          { engine: this, stack, operation },
          status,
          `Internal Failure: ${error instanceof Error ? error.stack : error}`,
        );
      }
    }
  }
}

/** What a stack is when an operation on it has succeeded. */
const GOOD_ENDS: Readonly<Record<OperationType, readonly StackStatus[]>> = {
  CREATE_STACK: ["CREATE_COMPLETE"],
  UPDATE_STACK: ["UPDATE_COMPLETE"],
  DELETE_STACK: ["DELETE_COMPLETE"],
  ROLLBACK: ["ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"],
  CONTINUE_ROLLBACK: ["UPDATE_ROLLBACK_COMPLETE"],
  CREATE_CHANGESET: [],
};

/** Where a stack ends if the local AWS itself fails in the middle of an operation. */
const FAILED = { CREATE_STACK: "ROLLBACK_FAILED", DELETE_STACK: "DELETE_FAILED" } as Partial<
  Record<OperationType, "ROLLBACK_FAILED" | "DELETE_FAILED">
>;
