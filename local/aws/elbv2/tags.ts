import type { Tag } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../errors.js";
import type { State, Taggable } from "./state.js";
import { validationError } from "./validation.js";

const MAX_TAGS = 50;

/** The tags of a Create operation. Throws `DuplicateTagKeys`, `TooManyTags` or `ValidationError`. */
export function newTags(tags: readonly Tag[] | undefined): Map<string, string> {
  const map = new Map<string, string>();
  addTags(map, tags ?? []);
  return map;
}

/** Adds or overwrites, all or none. */
export function addTags(existing: Map<string, string>, tags: readonly Tag[]): void {
  const added = new Map<string, string>();
  for (const { Key = "", Value = "" } of tags) {
    if (/^aws:/i.test(Key) && !/^aws:cloudformation:/.test(Key)) {
      throw validationError("aws: prefixed tag key names are not allowed for external use.");
    }
    if (added.has(Key)) throw new AwsError("DuplicateTagKeys", `Tag key '${Key}' was specified more than once`);
    added.set(Key, Value);
  }
  const total = new Set([...existing.keys(), ...added.keys()]).size;
  if (total > MAX_TAGS) throw new AwsError("TooManyTags", `The maximum number of tags '${MAX_TAGS}' has been reached`);
  for (const [key, value] of added) existing.set(key, value);
}

/** Whatever has that ARN: a load balancer, listener, rule or target group, or the `...NotFound` of its kind. */
export function taggable(state: State, arn: string): Taggable {
  const [kind = ""] = (arn.split(":")[5] ?? "").split("/");
  const kinds: Record<string, { records: ReadonlyMap<string, Taggable>; code: string; what: string } | undefined> = {
    loadbalancer: { records: state.loadBalancers, code: "LoadBalancerNotFound", what: "load balancers" },
    listener: { records: state.listeners, code: "ListenerNotFound", what: "listeners" },
    "listener-rule": { records: state.rules, code: "RuleNotFound", what: "rules" },
    targetgroup: { records: state.targetGroups, code: "TargetGroupNotFound", what: "target groups" },
  };
  const entry = kinds[kind];
  if (entry === undefined) throw validationError(`'${arn}' is not a valid ARN`);
  const record = entry.records.get(arn);
  if (record === undefined) throw new AwsError(entry.code, `One or more ${entry.what} not found`);
  return record;
}

export function tagList(tags: ReadonlyMap<string, string>): { Key: string; Value: string }[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}
