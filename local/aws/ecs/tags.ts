import type { Tag } from "@aws-sdk/client-ecs";
import { AwsError } from "../errors.js";

/**
 * Tags as ECS takes them beyond what its model says: none twice, none reserved for AWS. Throws InvalidParameterException.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html
 */
export function validTags(tags: readonly Tag[] | undefined): Tag[] {
  const keys = new Set<string>();
  return (tags ?? []).map(({ key = "", value = "" }) => {
    // CloudFormation's own come with what it creates.
    if (/^aws:(?!cloudformation:)/i.test(key)) throw invalid(`Tag key may not start with reserved prefix "aws:".`);
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
