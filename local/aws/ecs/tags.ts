import type { Tag } from "@aws-sdk/client-ecs";
import { AwsError } from "../errors.js";

const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Tags as ECS takes them: 50 at most, keys of 1 to 128 characters and values of up to 256, none reserved for AWS.
 * Throws InvalidParameterException.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html
 */
export function validTags(tags: readonly Tag[] | undefined): Tag[] {
  const given = tags ?? [];
  if (given.length > 50) throw invalid("Tags length cannot be more than 50.");
  const keys = new Set<string>();
  return given.map(({ key = "", value = "" }) => {
    if (key.length < 1 || key.length > 128) throw invalid("Tag key length must be between 1 and 128.");
    if (value.length > 256) throw invalid("Tag value length cannot be more than 256.");
    // CloudFormation's own come with what it creates.
    if (/^aws:(?!cloudformation:)/i.test(key)) throw invalid(`Tag key may not start with reserved prefix "aws:".`);
    if (!ALLOWED.test(key) || !ALLOWED.test(value)) throw invalid(`Tag "${key}" contains invalid characters.`);
    if (keys.has(key)) throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    keys.add(key);
    return { key, value };
  });
}

/** `tags` with `added` in place of those of the same key. */
export function mergeTags(tags: readonly Tag[], added: readonly Tag[]): Tag[] {
  const replaced = new Set(added.map(({ key }) => key));
  return [...tags.filter(({ key }) => !replaced.has(key)), ...added];
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
