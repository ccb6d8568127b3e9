import type { Property, ResourceType, ValueType } from "./resource-types.js";
import { Unknown } from "./template/resolve.js";
import { isObject } from "./template/template.js";

/** What a change of a property does to its resource. */
export type Recreation = "Never" | "Conditionally" | "Always";

export interface PropertyChange {
  /** The top-level property. */
  readonly name: string;
  readonly recreation: Recreation;
  readonly before: unknown;
  /** May contain `Unknown`: the change is then only expected. */
  readonly after: unknown;
}

/** One resource of a change set. */
export interface ResourceChange {
  readonly action: "Add" | "Modify" | "Remove";
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId?: string;
  readonly replacement?: "True" | "False" | "Conditional";
  readonly policyAction?: "Delete" | "Retain" | "ReplaceAndDelete" | "ReplaceAndRetain";
  readonly scope: readonly ("Properties" | "Tags" | "Metadata" | "DeletionPolicy" | "UpdateReplacePolicy")[];
  readonly details: readonly ChangeDetail[];
  /** As they are shown. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** As they would be sent to the service, and as they were last sent. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly previousProperties?: Readonly<Record<string, unknown>>;
}

export interface ChangeDetail {
  readonly attribute: "Properties" | "Tags" | "Metadata" | "DeletionPolicy" | "UpdateReplacePolicy";
  readonly name?: string;
  readonly recreation: Recreation;
  readonly evaluation: "Static" | "Dynamic";
  readonly source:
    | "ParameterReference"
    | "ResourceReference"
    | "ResourceAttribute"
    | "DirectModification"
    | "Automatic";
  readonly causingEntity?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Which of a resource's properties differ, and what each difference does, from the resource specification. */
export function compareProperties(
  type: ResourceType,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): PropertyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const recreation = compareValue(type, type.properties[name], before[name], after[name]);
    return recreation === undefined ? [] : [{ name, recreation, before: before[name], after: after[name] }];
  });
}

/** Deep equality of plain data; an `Unknown` equals nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Unknown || b instanceof Unknown) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
  }
  return a === b;
}

const RANK: readonly Recreation[] = ["Never", "Conditionally", "Always"];

function compareValue(
  type: ResourceType,
  property: Property | undefined,
  before: unknown,
  after: unknown,
): Recreation | undefined {
  if (isSame(before, after)) return undefined;
  if (property?.update === "Immutable") return "Always";
  const nested = property ? compareNested(type, property.type, before, after) : undefined;
  return strongest([property?.update === "Conditional" ? "Conditionally" : "Never", nested]);
}

/** Objects within a property that may change in place can have members that may not. */
function compareNested(
  type: ResourceType,
  valueType: ValueType,
  before: unknown,
  after: unknown,
): Recreation | undefined {
  if (typeof valueType === "string") return undefined;
  if ("list" in valueType && Array.isArray(before) && Array.isArray(after)) {
    return strongest(before.map((item, index) => compareNested(type, valueType.list, item, after[index])));
  }
  if (!("definition" in valueType) || !isObject(before) || !isObject(after)) return undefined;
  const members = Object.entries(type.definitions[valueType.definition] ?? {});
  return strongest(members.map(([name, member]) => compareValue(type, member, before[name], after[name])));
}

function strongest(found: readonly (Recreation | undefined)[]): Recreation | undefined {
  return RANK.findLast((rank) => found.includes(rank));
}
