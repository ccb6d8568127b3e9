import type * as sdk from "@aws-sdk/client-ec2";
import { AwsError, notImplemented } from "../errors.js";
import { filterAndPage } from "./describe.js";
import { accept, notFound, type State } from "./state.js";

const MAX_TAGS = 50;

interface Tagged {
  readonly id: string;
  readonly type: sdk.ResourceType;
  tags: sdk.Tag[];
}

/** The tags that a creating call gives to a resource of `type`; throws when a specification is for another type. */
export function tagsFor(type: sdk.ResourceType, specifications: readonly sdk.TagSpecification[] = []): sdk.Tag[] {
  const tags: sdk.Tag[] = [];
  for (const { ResourceType, Tags = [] } of specifications) {
    if (ResourceType !== type)
      throw new AwsError(
        "InvalidParameterValue",
        `'${ResourceType}' is not a valid taggable resource type for this operation.`,
      );
    for (const tag of Tags) put(tags, tag);
  }
  return tags;
}

export function createTags(state: State, input: sdk.CreateTagsRequest): void {
  accept("CreateTags", input, ["Resources", "Tags"]);
  const resources = (input.Resources ?? []).map((id) => findTagged(state, id));
  for (const { tags } of resources) for (const tag of input.Tags ?? []) put(tags, tag);
}

/** Without tags all of a resource's own go; a value, if given, has to match. */
export function deleteTags(state: State, input: sdk.DeleteTagsRequest): void {
  accept("DeleteTags", input, ["Resources", "Tags"]);
  for (const { tags } of (input.Resources ?? []).map((id) => findTagged(state, id))) {
    const remaining = tags.filter(
      (tag) =>
        input.Tags !== undefined &&
        !input.Tags.some(({ Key, Value }) => Key === tag.Key && (Value === undefined || Value === tag.Value)),
    );
    tags.splice(0, tags.length, ...remaining);
  }
}

export function describeTags(state: State, input: sdk.DescribeTagsRequest): sdk.DescribeTagsResult {
  accept("DescribeTags", input, ["Filters", "MaxResults", "NextToken"]);
  const all = allTagged(state).flatMap(({ id, type, tags }) =>
    tags.map(({ Key, Value }): sdk.TagDescription => ({ ResourceId: id, ResourceType: type, Key, Value })),
  );
  const { items, NextToken } = filterAndPage("DescribeTags", all, input, {
    key: ({ Key }) => [Key],
    value: ({ Value }) => [Value],
    "resource-id": ({ ResourceId }) => [ResourceId],
    "resource-type": ({ ResourceType }) => [ResourceType],
  });
  return { Tags: items, NextToken };
}

function put(tags: sdk.Tag[], { Key = "", Value = "" }: sdk.Tag): void {
  if (Key === "" || Key.length > 127)
    throw new AwsError("InvalidParameterValue", "Tag key cannot be empty, and exceed 127 characters.");
  if (Key.toLowerCase().startsWith("aws:") && !Key.startsWith("aws:cloudformation:"))
    throw new AwsError(
      "InvalidParameterValue",
      `Value ( ${Key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
    );
  if (Value.length > 255)
    throw new AwsError("InvalidParameterValue", "Tag value exceeds the maximum length of 255 characters.");
  const existing = tags.find((tag) => tag.Key === Key);
  if (existing !== undefined) existing.Value = Value;
  else tags.push({ Key, Value });
  if (tags.length > MAX_TAGS)
    throw new AwsError("TagLimitExceeded", `The maximum number of Tags for a resource (${MAX_TAGS}) has been reached.`);
}

function findTagged(state: State, id: string): Tagged {
  const found = allTagged(state).find((each) => each.id === id);
  if (found !== undefined) return found;
  switch (id.split("-")[0]) {
    case "vpc":
      throw notFound("vpcs", id);
    case "subnet":
      throw notFound("subnets", id);
    case "igw":
      throw notFound("internetGateways", id);
    case "rtb":
      throw notFound("routeTables", id);
    case "eipalloc":
      throw notFound("addresses", id);
    case "nat":
      throw notFound("natGateways", id);
    case "sg":
      throw notFound("securityGroups", id);
    case "sgr":
      throw notFound("securityGroupRules", id);
    case "eni":
      throw notFound("networkInterfaces", id);
    default:
      throw notImplemented(`tags of ${id} in EC2`);
  }
}

function allTagged(state: State): Tagged[] {
  const of = <R>(type: sdk.ResourceType, resources: Map<string, R>, tags: (resource: R) => sdk.Tag[]): Tagged[] =>
    [...resources].map(([id, resource]) => ({ id, type, tags: tags(resource) }));
  return [
    ...of("vpc", state.vpcs, ({ Tags }) => Tags),
    ...of("subnet", state.subnets, ({ Tags }) => Tags),
    ...of("internet-gateway", state.internetGateways, ({ Tags }) => Tags),
    ...of("route-table", state.routeTables, ({ Tags }) => Tags),
    ...of("elastic-ip", state.addresses, ({ Tags }) => Tags),
    ...of("natgateway", state.natGateways, ({ Tags }) => Tags),
    ...of("security-group", state.securityGroups, ({ Tags }) => Tags),
    ...of("security-group-rule", state.securityGroupRules, ({ Tags }) => Tags),
    ...of("network-interface", state.networkInterfaces, ({ TagSet }) => TagSet),
  ];
}
