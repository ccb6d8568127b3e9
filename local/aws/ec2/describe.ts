import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError, notImplemented } from "../errors.js";

/** The values that a filter compares with, by filter name. */
export type FilterFields<Item> = Record<string, (item: Item) => readonly (string | undefined)[]>;

interface Query {
  readonly Filters?: readonly sdk.Filter[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/**
 * What a Describe operation gives of `items`: those that pass all filters (a filter passes if any of its values
 * matches; `*` and `?` are wildcards), one page of them.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html
 */
export function filterAndPage<Item>(
  operation: string,
  items: readonly Item[],
  { Filters = [], MaxResults, NextToken }: Query,
  fields: FilterFields<Item>,
  tagsOf?: (item: Item) => readonly sdk.Tag[],
): { items: Item[]; NextToken?: string | undefined } {
  let found = [...items];
  for (const { Name = "", Values = [] } of Filters) {
    const valuesOf = field(operation, Name, fields, tagsOf);
    const patterns = Values.map(pattern);
    found = found.filter((item) =>
      valuesOf(item).some((value) => value !== undefined && patterns.some((each) => each.test(value))),
    );
  }
  const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64").toString());
  if (!Number.isInteger(from) || from < 0) throw new AwsError("InvalidNextToken", "The token is invalid.");
  const page = found.slice(from, MaxResults === undefined ? undefined : from + MaxResults);
  const next = from + page.length;
  return { items: page, NextToken: next < found.length ? Buffer.from(String(next)).toString("base64") : undefined };
}

/** The items of these ids, or all; `missing` makes the error for an id that there is none of. */
export function selectIds<Item>(
  resources: ReadonlyMap<string, Item>,
  ids: readonly string[] | undefined,
  missing: (id: string) => AwsError,
): Item[] {
  if (ids === undefined || ids.length === 0) return [...resources.values()];
  return ids.map((id) => {
    const item = resources.get(id);
    if (item === undefined) throw missing(id);
    return item;
  });
}

function field<Item>(
  operation: string,
  name: string,
  fields: FilterFields<Item>,
  tagsOf?: (item: Item) => readonly sdk.Tag[],
): (item: Item) => readonly (string | undefined)[] {
  if (tagsOf !== undefined) {
    if (name === "tag-key") return (item) => tagsOf(item).map(({ Key }) => Key);
    if (name.startsWith("tag:")) {
      const key = name.slice(4);
      return (item) =>
        tagsOf(item)
          .filter(({ Key }) => Key === key)
          .map(({ Value }) => Value);
    }
  }
  const known = fields[name];
  if (known === undefined) throw notImplemented(`the filter ${name} of ec2:${operation}`);
  return known;
}

function pattern(value: string): RegExp {
  const escaped = value.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "s");
}
