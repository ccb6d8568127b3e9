import type { Request, Tag } from "../inputs/request.js";
import { TAG } from "./names.js";

/** What proves that something belongs to an environment: all of it has to fit, and no name is proof of anything. */
export interface EnvironmentIdentity {
  readonly domain: string;
  readonly app: string;
  readonly environment: string;
  readonly repositoryId: string;
  /** Given: that pull request's preview and no other. Absent: whatever the environment was made for. */
  readonly pullRequest?: number;
}

type Tags = Readonly<Record<string, string>>;

/** The tags by which everything of an environment is known as its own: on its stack, and on each of its revisions. */
export function identityTags({
  domain,
  app,
  environment,
  origin,
}: Pick<Request, "domain" | "app" | "environment" | "origin">): Tag[] {
  const tag = (key: string, value: string | number | undefined) =>
    value === undefined || value === "" ? [] : [{ key, value: String(value) }];
  return [
    { key: TAG.domain, value: domain },
    { key: TAG.app, value: app },
    { key: TAG.environment, value: environment },
    ...tag(TAG.repository, origin.repository),
    ...tag(TAG.repositoryId, origin.repositoryId),
    ...tag(TAG.pullRequest, origin.pullRequest),
  ];
}

/**
 * Why something with these tags is not known to be the environment's, or undefined if it is. Anything missing,
 * unreadable or different is a no.
 */
export function whyNotOurs(tags: Tags, identity: EnvironmentIdentity): string | undefined {
  const wanted: readonly [key: string, value: string][] = [
    [TAG.domain, identity.domain],
    [TAG.app, identity.app],
    [TAG.environment, identity.environment],
    [TAG.repositoryId, identity.repositoryId],
    ...(identity.pullRequest === undefined
      ? []
      : [[TAG.pullRequest, String(identity.pullRequest)] satisfies [string, string]]),
  ];
  for (const [key, value] of wanted) {
    // Two things that are both unknown are not the same thing.
    if (value === "") return `what the tag ${key} should say is not known`;
    const found = Object.hasOwn(tags, key) ? tags[key] : undefined;
    if (found === undefined) return `it is without the tag ${key}=${value}`;
    if (found !== value) return `its tag ${key} says ${found}, not ${value}`;
  }
  const pullRequest = Object.hasOwn(tags, TAG.pullRequest) ? tags[TAG.pullRequest] : undefined;
  if (pullRequest === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(pullRequest))
    return `its tag ${TAG.pullRequest} says ${pullRequest}, which is not the number of a pull request`;
  const named = identity.environment.match(/^pr-(\d+)$/)?.[1];
  if (named !== undefined && named !== pullRequest)
    return `its tag ${TAG.pullRequest} says ${pullRequest}, and it is called ${identity.environment}`;
  return undefined;
}

/** A tag as the services give it: ECS in lower case, the others not. */
interface AnyTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/** A list of tags as the services give them, as one object. */
export function tagRecord(tags: readonly AnyTag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key, key = Key, Value, value = Value }) => [key ?? "", value ?? ""]));
}
