import type * as sdk from "@aws-sdk/client-iam";
import { AwsError } from "../errors.js";

/** A role and what is attached to it. Documents are kept as they were given; IAM gives them out URL-encoded. */
export interface Role {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly createDate: Date;
  trustPolicy: string;
  description: string | undefined;
  maxSessionDuration: number;
  readonly tags: Map<string, string>;
  /** Documents by name. */
  readonly inlinePolicies: Map<string, string>;
  /** ARNs. */
  readonly attachedPolicies: Set<string>;
  readonly serviceLinked: boolean;
}

/** A customer managed policy. */
export interface ManagedPolicy {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly path: string;
  readonly createDate: Date;
  readonly description: string | undefined;
  readonly tags: Map<string, string>;
  readonly document: string;
}

export function describeRole(role: Role): sdk.Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createDate,
    AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
    ...(role.tags.size > 0 ? { Tags: tagList(role.tags) } : {}),
    RoleLastUsed: {},
  };
}

export function tagList(tags: ReadonlyMap<string, string>): sdk.Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

export function putTags(tags: Map<string, string>, added: readonly sdk.Tag[]): void {
  for (const { Key = "", Value = "" } of added) tags.set(Key, Value);
  if (tags.size > 50) throw new AwsError("LimitExceeded", "Cannot exceed quota for TagsPerRole: 50");
}

/** A page of a list, in IAM's way. */
export function paginate<Item>(
  items: readonly Item[],
  { Marker, MaxItems = 100 }: { Marker?: string | undefined; MaxItems?: number | undefined },
): { page: Item[]; IsTruncated: boolean; Marker?: string } {
  const from = Marker === undefined ? 0 : Number(Buffer.from(Marker, "base64").toString());
  if (!Number.isInteger(from) || from < 0) throw new AwsError("ValidationError", "Invalid Marker.");
  const page = items.slice(from, from + MaxItems);
  const end = from + page.length;
  if (end >= items.length) return { page, IsTruncated: false };
  return { page, IsTruncated: true, Marker: Buffer.from(String(end)).toString("base64") };
}
