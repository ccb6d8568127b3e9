import type { Context } from "./conditions.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * The tags that a request puts on something, in the forms of all services. An operation that takes tags away names their
 * keys alone.
 */
export function tagsOfInput(input: unknown): [key: string, value: string][] {
  const { Tags, tags, UserPoolTags, TagSpecifications, AddTags } = members(input);
  return [Tags, tags, UserPoolTags, TagSpecifications, AddTags].flat().flatMap((each): [string, string][] => {
    const { Key, key, Value, value, Tags: nested } = members(each);
    if (Array.isArray(nested)) return nested.map((tag) => [text(members(tag).Key), text(members(tag).Value)]);
    if ((Key ?? key) !== undefined) return [[text(Key ?? key), text(Value ?? value)]];
    return Object.entries(members(each)).map(([name, content]) => [name, text(content)]);
  });
}

/** `aws:RequestTag/...` and `aws:TagKeys`. CloudFormation's own tags are not the caller's. */
export function requestTags(input: unknown): Context {
  const given = tagsOfInput(input).filter(([key]) => !key.startsWith("aws:"));
  const { TagKeys, tagKeys } = members(input);
  const removed = [TagKeys, tagKeys].flat().filter((key): key is string => typeof key === "string");
  const keys = [...given.map(([key]) => key), ...removed];
  return {
    ...Object.fromEntries(given.map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
    ...(keys.length > 0 ? { "aws:TagKeys": keys } : {}),
  };
}

function members(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
