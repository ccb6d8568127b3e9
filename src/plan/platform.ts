import { environmentPrefix, PLATFORM_STACKS, type StackId, stackName, TAG } from "./names.js";
import { type EnvironmentIdentity, whyNotOurs } from "./ownership.js";
import type { StackState } from "./stacks.js";

export type PlatformStack = (typeof PLATFORM_STACKS)[number];

/** The stacks whose outputs each of a platform's stacks takes; a test compares it with what stackSpecs says. */
export const PLATFORM_NEEDS: Readonly<Record<PlatformStack, readonly PlatformStack[]>> = {
  vpc: [],
  "nat-gateways": ["vpc"],
  cognito: [],
  "ecs-cluster": [],
  alb: ["vpc"],
  dns: ["alb"],
};

/** The stacks that have to be gone before one may go: those that take its outputs. */
export function neededBy(id: PlatformStack): PlatformStack[] {
  return PLATFORM_STACKS.filter((other) => PLATFORM_NEEDS[other].includes(id));
}

export interface NamedStack {
  readonly name: string;
  readonly state: StackState;
}

/** What stands of a platform, and on it. */
export interface StandingPlatform {
  readonly platform: ReadonlyMap<PlatformStack, NamedStack>;
  /** Environments of the repository that asks, by all of their tags. */
  readonly environments: readonly (NamedStack & { readonly identity: EnvironmentIdentity })[];
  /** Whatever else says that it is on this platform, or looks like it, with the reason why it is not ours. */
  readonly foreign: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Sorts all stacks of a region by what they are to a platform. Pure. What only looks like one of its environments counts
 * as standing, and as somebody else's.
 *
 * @param stacks by name
 */
export function readPlatform(
  stacks: ReadonlyMap<string, StackState>,
  { domain, repositoryId }: Pick<EnvironmentIdentity, "domain" | "repositoryId">,
): StandingPlatform {
  const nameOf = (id: StackId, app = "", environment = "") => stackName(id, { domain, app, environment });
  const ids = new Map(PLATFORM_STACKS.map((id) => [nameOf(id), id] as const));
  const prefix = environmentPrefix(domain);
  const platform = new Map<PlatformStack, NamedStack>();
  const environments: (NamedStack & { identity: EnvironmentIdentity })[] = [];
  const foreign: { name: string; why: string }[] = [];
  for (const [name, state] of stacks) {
    if (state.status === "DELETE_COMPLETE") continue;
    const { tags } = state;
    const id = ids.get(name);
    const isOnIt = tags[TAG.domain] === domain;
    if (id && isOnIt) platform.set(id, { name, state });
    else if (id) foreign.push({ name, why: `it is without the tag ${TAG.domain}=${domain}` });
    else if (isOnIt || name.startsWith(prefix)) {
      const [app = "", environment = ""] = [tags[TAG.app], tags[TAG.environment]];
      const identity = { domain, app, environment, repositoryId };
      const why =
        whyNotOurs(tags, identity) ??
        (name === nameOf("ecs-service", app, environment) ? undefined : "it has not the name that its tags go with");
      if (why === undefined) environments.push({ name, state, identity });
      else foreign.push({ name, why });
    }
  }
  return { platform, environments, foreign };
}
