import type { Parameter } from "@aws-sdk/client-ssm";
import type { Aws } from "../aws.js";
import { onBehalfOfCaller } from "../iam/caller.js";

/** As many as GetParameters takes. */
const BATCH = 10;

/** Parameters by the names or `name:version` that were asked for, read with the caller's permission; and the missing. */
export async function fetchParameters(
  aws: Aws,
  names: readonly string[],
): Promise<{ found: ReadonlyMap<string, Parameter>; missing: readonly string[] }> {
  const all = [...new Set(names)];
  const found = new Map<string, Parameter>();
  for (let first = 0; first < all.length; first += BATCH) {
    const Names = all.slice(first, first + BATCH);
    const { Parameters = [] } = await onBehalfOfCaller(aws).ssm.GetParameters({ Names });
    for (const parameter of Parameters) found.set(`${parameter.Name}${parameter.Selector ?? ""}`, parameter);
  }
  return { found, missing: all.filter((name) => !found.has(name)) };
}
