import schemas from "./resource-schemas.json" with { type: "json" };
import json from "./resource-types.json" with { type: "json" };
import type { ResourceSchema } from "./template/resource-schema.js";

/**
 * AWS's resource specification, cut down to the types that the local AWS knows. resource-types.json is written by
 * scripts/resource-types.mjs from @aws-cdk/aws-service-spec, which is made from AWS's published resource schemas.
 */
export interface ResourceType {
  readonly properties: Readonly<Record<string, Property>>;
  /** Object types that the properties refer to, by name. Tags are the definition `Tag`. */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, Property>>>>;
  /** What Fn::GetAtt can ask for; names may have dots. */
  readonly attributes: Readonly<Record<string, ValueType>>;
  /** Names of the properties or attributes that identify a resource of this type. */
  readonly primaryIdentifier: readonly string[];
  /** The property that holds the tags: a list of Key and Value, or a map. Absent: the type takes no tags. */
  readonly tags?: { readonly property: string; readonly variant: "standard" | "map" };
  /** Lengths, ranges, patterns and combinations. Absent: AWS's schema has none. */
  readonly schema?: ResourceSchema;
}

export interface Property {
  readonly type: ValueType;
  /** Absent: not required. */
  readonly required?: boolean;
  /** What a change does. Absent: an update in place. Immutable: replacement. Conditional: it depends on the values. */
  readonly update?: "Immutable" | "Conditional";
}

export type ValueType =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "json"
  | { readonly enum: readonly string[] }
  | { readonly list: ValueType }
  | { readonly map: ValueType }
  | { readonly definition: string }
  | { readonly union: readonly ValueType[] };

export type ResourceTypes = Readonly<Record<string, ResourceType>>;

/** All known types by CloudFormation's name, e.g. `AWS::EC2::VPC`. */
export const resourceTypes: ResourceTypes = Object.fromEntries(
  Object.entries(json as ResourceTypes).map(([name, type]) => {
    const schema = (schemas as Readonly<Record<string, ResourceSchema>>)[name];
    return [name, schema ? { ...type, schema } : type];
  }),
);
