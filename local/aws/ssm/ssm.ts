import type * as sdk from "@aws-sdk/client-ssm";
import type { Aws, Call } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { isBelow, matchesFilters } from "./filters.js";
import {
  checkName,
  checkValue,
  describeParameter,
  describeValue,
  findParameter,
  type Parameter,
  splitSelector,
  validation,
} from "./parameter.js";

const MAX_VERSIONS = 100;
const MAX_TAGS = 50;
/** The key that every account has, and the only one here. */
const OWN_KEY = "alias/aws/ssm";

/**
 * Systems Manager, of which there is the Parameter Store alone. Nothing is encrypted.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 */
export class Ssm {
  readonly #aws: Aws;
  readonly #parameters = new Map<string, Parameter>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The ARN that a policy names, of what a request names, whether or not it exists. */
  arnOf(nameOrArn: string): string {
    const { name } = splitSelector(nameOrArn);
    if (name.startsWith("arn:")) return name;
    const { partition, region, accountId } = this.#aws;
    return `arn:${partition}:ssm:${region}:${accountId}:parameter/${name.replace(/^\//, "")}`;
  }

  /** Never the values. */
  snapshot(): object {
    return { parameters: [...this.#parameters.values()].map(({ arn, name, type }) => ({ arn, name, type })) };
  }

  /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
  async PutParameter(input: sdk.PutParameterRequest, call?: Call): Promise<sdk.PutParameterResult> {
    refuseOthers("PutParameter", input, [
      ...(["Name", "Description", "Value", "Type", "KeyId", "Overwrite", "AllowedPattern", "Tags"] as const),
      ...(["Tier", "DataType"] as const),
    ]);
    const { Type, Tags = [], Overwrite = false, DataType = "text" } = input;
    const name = (input.Name ?? "").trim();
    if (DataType !== "text") throw notImplemented(`the data type ${DataType} of parameters`);
    if (Overwrite && Tags.length > 0) {
      throw validation(
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
      );
    }
    checkName(name);
    const present = this.#parameters.get(name);
    if (present !== undefined && !Overwrite) {
      throw new AwsError(
        "ParameterAlreadyExists",
        "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
      );
    }
    const type = Type ?? present?.type;
    if (type === undefined) throw validation("A parameter type is required when you create a parameter.");
    if (present !== undefined && type !== present.type) {
      throw new AwsError(
        "HierarchyTypeMismatchException",
        "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.",
      );
    }
    const tier = checkValue(input, present?.versions.at(-1)?.tier);
    const parameter: Parameter = present ?? { name, arn: this.arnOf(name), type, tags: new Map(), versions: [] };
    const before = parameter.versions.at(-1);
    parameter.versions.push({
      version: (before?.version ?? 0) + 1,
      value: input.Value ?? "",
      description: input.Description ?? before?.description,
      allowedPattern: input.AllowedPattern ?? before?.allowedPattern,
      tier,
      keyId: keyOf(type, input.KeyId),
      lastModifiedDate: this.#aws.clock.now(),
      lastModifiedUser: this.#who(call),
    });
    // The oldest goes when there are too many.
    if (parameter.versions.length > MAX_VERSIONS) parameter.versions.shift();
    putTags(parameter, Tags);
    this.#parameters.set(name, parameter);
    return { Version: parameter.versions.at(-1)?.version, Tier: tier };
  }

  /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
  async GetParameter({ Name = "", WithDecryption }: sdk.GetParameterRequest): Promise<sdk.GetParameterResult> {
    const found = findParameter(this.#parameters, Name);
    // AWS gives this error no text.
    if (found === undefined) throw new AwsError("ParameterNotFound", "");
    return { Parameter: describeValue(found, { decrypted: WithDecryption }) };
  }

  /**
   * What is not there is told among the answers, not by an error; so is a version that is not there.
   * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
   */
  async GetParameters({ Names = [], WithDecryption }: sdk.GetParametersRequest): Promise<sdk.GetParametersResult> {
    const looked = [...new Set(Names)].map((name) => ({ name, found: this.#lookUp(name) }));
    return {
      Parameters: looked
        .flatMap(({ found }) => (found === undefined ? [] : [describeValue(found, { decrypted: WithDecryption })]))
        .sort((a, b) => ((a.Name ?? "") < (b.Name ?? "") ? -1 : 1)),
      InvalidParameters: looked.filter(({ found }) => found === undefined).map(({ name }) => name),
    };
  }

  /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html */
  async GetParametersByPath(input: sdk.GetParametersByPathRequest): Promise<sdk.GetParametersByPathResult> {
    refuseOthers("GetParametersByPath", input, [
      ...(["Path", "Recursive", "WithDecryption", "MaxResults", "NextToken"] as const),
    ]);
    const { Path = "", Recursive = false, WithDecryption } = input;
    if (/^\/aws(\/|$)/.test(Path)) throw notImplemented(`AWS's public parameters (${Path})`);
    if (!/^\/[a-zA-Z0-9_.\-/]*$/.test(Path) || Path.includes("//")) {
      throw validation(
        'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: /get/parameters2-/by1./path0_.',
      );
    }
    const found = this.#sorted().filter(({ name }) => isBelow(name, Path, Recursive));
    const { page, next } = pageOf(found, input, 10);
    const selected = page.flatMap((parameter) => findParameter(this.#parameters, parameter.name) ?? []);
    return {
      Parameters: selected.map((each) => describeValue(each, { decrypted: WithDecryption })),
      ...(next !== undefined && { NextToken: next }),
    };
  }

  /** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html */
  async DescribeParameters(input: sdk.DescribeParametersRequest = {}): Promise<sdk.DescribeParametersResult> {
    refuseOthers("DescribeParameters", input, [...(["ParameterFilters", "MaxResults", "NextToken"] as const)]);
    const found = this.#sorted().filter((parameter) => matchesFilters(parameter, input.ParameterFilters ?? []));
    const { page, next } = pageOf(found, input, 50);
    return { Parameters: page.map(describeParameter), ...(next !== undefined && { NextToken: next }) };
  }

  async DeleteParameter({ Name = "" }: sdk.DeleteParameterRequest): Promise<sdk.DeleteParameterResult> {
    if (!this.#parameters.delete(Name)) throw new AwsError("ParameterNotFound", "");
    return {};
  }

  async DeleteParameters({ Names = [] }: sdk.DeleteParametersRequest): Promise<sdk.DeleteParametersResult> {
    const deleted = Names.filter((name) => this.#parameters.delete(name));
    return { DeletedParameters: deleted, InvalidParameters: Names.filter((name) => !deleted.includes(name)) };
  }

  async AddTagsToResource(input: sdk.AddTagsToResourceRequest): Promise<sdk.AddTagsToResourceResult> {
    putTags(this.#resource(input), input.Tags ?? []);
    return {};
  }

  async RemoveTagsFromResource(input: sdk.RemoveTagsFromResourceRequest): Promise<sdk.RemoveTagsFromResourceResult> {
    const { tags } = this.#resource(input);
    for (const key of input.TagKeys ?? []) tags.delete(key);
    return {};
  }

  async ListTagsForResource(input: sdk.ListTagsForResourceRequest): Promise<sdk.ListTagsForResourceResult> {
    return { TagList: [...this.#resource(input).tags].map(([Key, Value]) => ({ Key, Value })) };
  }

  #resource({ ResourceType, ResourceId }: { ResourceType?: string; ResourceId?: string }): Parameter {
    if (ResourceType !== "Parameter") throw notImplemented(`Systems Manager's resources of type ${ResourceType}`);
    const parameter = this.#parameters.get(ResourceId ?? "");
    if (parameter === undefined) throw new AwsError("InvalidResourceId", "");
    return parameter;
  }

  #lookUp(name: string) {
    try {
      return findParameter(this.#parameters, name);
    } catch (error) {
      if (error instanceof AwsError && error.code === "ParameterVersionNotFound") return undefined;
      throw error;
    }
  }

  #sorted(): Parameter[] {
    return [...this.#parameters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #who(call: Call | undefined): string {
    const { partition, accountId, sts } = this.#aws;
    return (call && sts.credentials(call.accessKeyId)?.arn) ?? `arn:${partition}:iam::${accountId}:root`;
  }
}

function keyOf(type: sdk.ParameterType, keyId: string | undefined): string | undefined {
  if (type !== "SecureString") {
    if (keyId !== undefined) throw validation("KeyId is required for SecureString type parameter only.");
    return undefined;
  }
  if (keyId !== undefined && keyId !== OWN_KEY) throw notImplemented("KMS keys of one's own");
  return OWN_KEY;
}

function putTags({ tags }: Parameter, added: readonly sdk.Tag[]): void {
  const merged = new Map([...tags, ...added.map(({ Key = "", Value = "" }) => [Key, Value] as const)]);
  if (merged.size > MAX_TAGS) throw new AwsError("TooManyTagsError", "");
  for (const [key, value] of merged) tags.set(key, value);
}

function pageOf<Item>(
  items: readonly Item[],
  { MaxResults, NextToken }: { MaxResults?: number; NextToken?: string },
  most: number,
): { page: Item[]; next?: string } {
  const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64").toString());
  if (!Number.isInteger(from) || from < 0) throw new AwsError("InvalidNextToken", "The specified token is not valid.");
  const page = items.slice(from, from + (MaxResults ?? most));
  const end = from + page.length;
  return { page, ...(end < items.length && { next: Buffer.from(String(end)).toString("base64") }) };
}
