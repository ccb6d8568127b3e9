import { poll } from "../lib/poll.js";
import { mayPass, type UndeletedResource } from "../plan/deletion.js";
import type { RemovalWorld } from "./delete.js";
import { stackHint } from "./hints.js";
import { type Holder, holders } from "./network-interfaces.js";
import { stackResources } from "./resources.js";

/** A resource that could not be deleted, and what is known about it. */
export interface Undeleted extends UndeletedResource {
  readonly holders: readonly Holder[];
  /** Whether it is worth trying again. */
  readonly passes: boolean;
  readonly hint?: string;
}

/** How long a network interface of AWS's is waited for, in milliseconds: they take a minute or two. */
const PATIENCE_MS = 5 * 60_000;

/** What a stack in DELETE_FAILED could not delete, why, and what holds it. */
export async function diagnose(
  world: Pick<RemovalWorld, "client" | "ec2" | "signal">,
  arn: string,
): Promise<readonly Undeleted[]> {
  const failed = (await stackResources(world.client, arn, world.signal)).filter(
    ({ status }) => status === "DELETE_FAILED",
  );
  return await Promise.all(
    failed.map(async (resource) => {
      // Diagnosing must not hide what it is about: a role that may not look at EC2 still gets CloudFormation's reason.
      const found = await holders(world.ec2, resource, world.signal).catch((error: unknown) => {
        if (world.signal.aborted) throw error;
        return undefined;
      });
      const hint = hintFor(resource, found);
      return {
        ...resource,
        holders: found ?? [],
        passes: mayPass(resource) && (found ?? []).every(({ passes }) => passes),
        ...(hint && { hint }),
      };
    }),
  );
}

/** One resource in words: what, why, and what holds it. */
export function describeUndeleted({ resource, type, reason, holders: held }: Undeleted): string {
  const by = held.length > 0 ? ` It is held by ${held.map(({ id, of }) => `${id} (${of})`).join(", ")}` : "";
  const why = reason || "no reason given";
  return `${resource} (${type}): ${by && !/[.!?]$/.test(why) ? `${why}.` : why}${by}`;
}

/** Waits until what held the resources has gone, or as long as such things take. */
export async function waitUntilFree(world: RemovalWorld, left: readonly Undeleted[], label: string): Promise<void> {
  const held = left.filter(({ holders: found }) => found.length > 0);
  if (held.length === 0) return;
  const until = world.clock.now() + PATIENCE_MS;
  await poll(
    async () => {
      const found = await Promise.all(held.map((resource) => holders(world.ec2, resource, world.signal)));
      const ids = found.flatMap((each) => each ?? []).map(({ id }) => id);
      if (ids.length === 0 || world.clock.now() >= until) return true;
      world.log.change(label, `waiting until AWS has taken away ${ids.join(", ")}`, `${label}/left`);
      return undefined;
    },
    { ...world, most: 5000 },
  );
}

function hintFor(resource: UndeletedResource, found: readonly Holder[] | undefined): string | undefined {
  const foreign = (found ?? []).filter(({ passes }) => !passes);
  if (foreign.length > 0)
    return `Nothing of ours made ${foreign.map(({ id }) => id).join(", ")}: delete ${foreign.length === 1 ? "it" : "them"} (aws ec2 delete-network-interface), or what ${foreign.length === 1 ? "it belongs" : "they belong"} to.`;
  return stackHint(resource);
}
