import type { Aws } from "../aws.js";

/**
 * What CloudFormation does for one resource type, by calling its service's operations as a caller from outside
 * would. `P` is the type's properties: checked against AWS's specification, with their intrinsic functions
 * resolved and the stack's tags merged in, but otherwise as in the template.
 */
export interface ResourceHandler<P extends object = object> {
  /** The top-level properties that it passes on. Any other that AWS has fails loudly. */
  readonly supports: readonly string[];
  /** Makes the resource, calls `context.started` as soon as its physical id is known, and waits until it is ready. */
  create(properties: P, context: HandlerContext): Promise<Created>;
  /**
   * Updates it in place to the whole set of `next`, whatever it was before; waits until it is ready.
   * Absent: no property of the type can be updated in place.
   */
  update?(existing: Existing<P>, next: P, context: HandlerContext): Promise<Attributes>;
  /** Removes it; succeeds where it is gone already. */
  delete(existing: Existing<P>, context: HandlerContext): Promise<void>;
  /**
   * Whether a resource with this identifier is there already, whoever made it: the values of the specification's
   * primary identifier, joined by `|`. Only for types whose identifier the template gives.
   */
  exists?(identifier: string, aws: Aws): Promise<boolean>;
  /** For properties whose specification says Conditional: whether the change needs a new resource. Absent: never. */
  replaces?(previous: P, next: P): boolean;
}

export type ResourceHandlers = Readonly<Record<string, ResourceHandler>>;

/** Values for Fn::GetAtt, by attribute. */
export type Attributes = Readonly<Record<string, unknown>>;

export interface Created {
  /** What Ref gives. */
  readonly physicalId: string;
  readonly attributes: Attributes;
}

export interface Existing<P extends object = object> {
  readonly physicalId: string;
  readonly properties: P;
  readonly attributes: Attributes;
}

export interface HandlerContext {
  readonly aws: Aws;
  readonly stackName: string;
  readonly stackId: string;
  readonly logicalId: string;
  /** Aborted when the operation is: because another resource failed, or the stack is being deleted. */
  readonly signal: AbortSignal;
  started(physicalId: string): void;
  /** A name such as AWS generates: `stack-LogicalId-RANDOM`, shortened to `maxLength`. */
  physicalName(maxLength: number): string;
  /**
   * Resolves once the resource is ready (or gone): once `check` is true. Asks every few seconds of AWS's time. In EXPRESS
   * mode it resolves at once, and asks in the background.
   */
  until(check: () => Promise<boolean> | boolean): Promise<void>;
  /** The same for what the handler itself needs in order to go on: it waits in every mode. */
  wait(check: () => Promise<boolean> | boolean): Promise<void>;
}

/** Thrown by what the handler was waiting for when its operation is aborted. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}
