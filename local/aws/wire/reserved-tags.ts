import { AwsError } from "../errors.js";
import type { Service } from "./services.js";

/** Members of operations' inputs that hold tags or their keys, in the services' various spellings. */
const MEMBERS = ["Tags", "tags", "UserPoolTags", "AddTags", "TagSpecifications", "TagKeys", "tagKeys", "RemoveTagKeys"];

const EXTERNAL = "aws: prefixed tag key names are not allowed for external use.";

/** Of services that say it otherwise than `aws: prefixed tag key names ...` under their code for invalid input. */
const OTHER_ERRORS: Readonly<Record<string, (key: string) => readonly [code: string, message: string]>> = {
  ec2: (key) => [
    "InvalidParameterValue",
    `Value ( ${key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
  ],
  ecs: () => ["InvalidParameterException", `Tag key may not start with reserved prefix "aws:".`],
  acm: () => ["InvalidTagException", EXTERNAL],
  "cognito-idp": () => ["UserPoolTaggingException", EXTERNAL],
  iam: () => ["InvalidInput", EXTERNAL],
};

/**
 * Refuses a request from outside that sets or removes a tag of AWS's own: keys that begin with `aws:`. Calls of one
 * service to another do not come over the wire, so CloudFormation may set its `aws:cloudformation:` tags.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function refuseReservedTags(input: unknown, service: Service): void {
  if (typeof input !== "object" || input === null) return;
  const key = MEMBERS.flatMap((member) => tagKeys(Reflect.get(input, member))).find((each) => /^aws:/i.test(each));
  if (key === undefined) return;
  const [code, message] = OTHER_ERRORS[service.signingName]?.(key) ?? [service.invalidInput, EXTERNAL];
  throw new AwsError(code, message);
}

/** The keys in a list of tags, of specifications with tags, or of keys alone, or in a map of tags. */
function tagKeys(tags: unknown): string[] {
  if (Array.isArray(tags)) return tags.flatMap((each: unknown) => (typeof each === "string" ? [each] : keysOf(each)));
  return typeof tags === "object" && tags !== null ? Object.keys(tags) : [];
}

function keysOf(element: unknown): string[] {
  if (typeof element !== "object" || element === null) return [];
  const key: unknown = Reflect.get(element, "Key") ?? Reflect.get(element, "key");
  return typeof key === "string" ? [key] : tagKeys(Reflect.get(element, "Tags"));
}
