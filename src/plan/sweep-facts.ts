import { TAG } from "./names.js";

/** What a sweep goes by. All times are milliseconds since 1970, all spans milliseconds. */
export interface SweepRules {
  /** Of the repository that sweeps: nothing of another one is ever touched. */
  readonly repositoryId: string;
  /** Names or globs of environments, or of `app/environment`. `production` is protected whether it is here or not. */
  readonly protect: readonly string[];
  /** An environment that was never finished goes this long after anything last happened to it. */
  readonly halfMadeAfter: number;
  /** Absent: nothing is put to sleep. */
  readonly sleepAfter?: number;
  readonly maxRemovals: number;
  readonly now: number;
}

export type Tags = Readonly<Record<string, string>>;

/** A stack as CloudFormation lists it. */
export interface StackFacts {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly createdAt: number;
  readonly updatedAt?: number;
  readonly tags: Tags;
  readonly hasTerminationProtection: boolean;
}

/** An environment's ECS service. */
export interface ServiceFacts {
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly tags: Tags;
  /** When a deployment of it last changed. */
  readonly activeAt: number;
  /** Whether a deployment is under way. */
  readonly isRolling: boolean;
  /** Whether something else sets its count. */
  readonly autoscales: boolean;
}

/** What GitHub says of a pull request. `unknown` is whatever cannot be told for sure. */
export type PullRequestFacts =
  | { readonly state: "open"; readonly headBranch: "there" | "gone" | "unknown" }
  | { readonly state: "closed" | "merged" | "deleted" }
  | { readonly state: "unknown"; readonly reason: string };

export interface EnvironmentFacts {
  readonly stack: StackFacts;
  /** `none`: there is no service; `unknown`: it could not be looked at. */
  readonly service: ServiceFacts | "none" | "unknown";
  /** Absent: GitHub was not asked. */
  readonly pullRequest?: PullRequestFacts;
  /** Whether CloudWatch proves that nobody asked for anything for as long as `sleepAfter`. */
  readonly isIdle?: boolean;
}

/** Something that a stack of ours once owned, or that a rollout made, whose stack is gone. */
export interface LeftoverFacts {
  readonly kind: "task definitions" | "log group" | "listener rule";
  /** Family, name of the log group, or ARN of the rule. */
  readonly name: string;
  readonly tags: Tags;
  readonly pullRequest?: PullRequestFacts;
}

/** A time as deploys and sweeps write it, or undefined for anything else. */
export function readTime(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** When an environment expires, or why that is not known. Written by a runner, whose clock may have been wrong. */
export function readExpiry(stack: StackFacts, tags: Tags): { at: number } | { at?: never; reason: string } {
  const text = tags[TAG.expiresAt];
  if (text === undefined) return { reason: "does not expire" };
  const at = readTime(text);
  if (at === undefined) return { reason: `has an unreadable tag ${TAG.expiresAt}` };
  // CloudFormation's clock against the runner's: nothing expires before it was made.
  const made = Math.max(stack.createdAt, readTime(tags[TAG.deployedAt]) ?? 0);
  return at > made ? { at } : { reason: `has a tag ${TAG.expiresAt} from before it was deployed` };
}

/** Whether it is worth asking CloudWatch about a service: it runs, and has for as long as nobody must have used it. */
export function maySleep(service: ServiceFacts, { sleepAfter, now }: SweepRules): boolean {
  if (sleepAfter === undefined || service.desiredCount === 0 || service.autoscales || service.isRolling) return false;
  const deployed = readTime(service.tags[TAG.deployedAt]);
  if (deployed === undefined) return false;
  return Math.max(deployed, readTime(service.tags[TAG.wokenAt]) ?? 0) + sleepAfter <= now;
}

/** Since when a service sleeps; the tag alone proves nothing, since a deploy wakes it without knowing of it. */
export function asleepSince({ desiredCount, tags }: Pick<ServiceFacts, "desiredCount" | "tags">): number | undefined {
  return desiredCount === 0 ? readTime(tags[TAG.asleepSince]) : undefined;
}

/** `*` is any number of characters, `?` is one. */
export function matches(glob: string, text: string): boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}
