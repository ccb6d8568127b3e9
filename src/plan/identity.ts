import { parseApp, parseDomain, parseEnvironment } from "../inputs/values.js";
import { stackName, TAG } from "./names.js";
import type { EnvironmentIdentity } from "./ownership.js";

/** Which environment something belongs to, as its tags say. */
export interface Identity extends EnvironmentIdentity {
  /** `owner/name`, as it was when the environment was made. */
  readonly repository: string;
}

/**
 * What tags prove:
 * - `ours`: the full set, of this repository, and nothing in it contradicts anything else
 * - `foreign`: an environment of another repository
 * - `unclear`: looks like ours, and something is missing or does not fit
 * - `none`: not one of our tags that says which environment this is
 */
export type Proof =
  | { readonly proof: "ours"; readonly identity: Identity }
  | { readonly proof: "foreign" | "unclear"; readonly reason: string }
  | { readonly proof: "none" };

const REQUIRED = [TAG.domain, TAG.app, TAG.environment, TAG.repository, TAG.repositoryId] as const;

/**
 * Whether tags make something an environment of this repository. Pure.
 *
 * @param named the name that something of this environment must have, from the environment's stack name
 */
export function prove(
  tags: Readonly<Record<string, string>>,
  repositoryId: string,
  named: (stack: string) => boolean,
): Proof {
  const given = (key: string) => (Object.hasOwn(tags, key) ? (tags[key] ?? "") : "");
  // A platform's stacks have the domain alone.
  if (!REQUIRED.slice(1).some((key) => given(key)) && !given(TAG.pullRequest)) return { proof: "none" };
  const unclear = (reason: string): Proof => ({ proof: "unclear", reason });
  const other = given(TAG.repositoryId);
  if (other && other !== repositoryId)
    return { proof: "foreign", reason: `belongs to the repository with the id ${other}` };
  const missing = REQUIRED.filter((key) => !given(key));
  if (missing.length > 0) return unclear(`lacks the tag ${missing.join(", ")}`);

  const [domain, app, environment] = [given(TAG.domain), given(TAG.app), given(TAG.environment)];
  const parsed = [
    [TAG.domain, domain, parseDomain(domain)],
    [TAG.app, app, parseApp(app)],
    [TAG.environment, environment, parseEnvironment(environment)],
  ] as const;
  for (const [key, value, result] of parsed)
    if (!("value" in result) || result.value !== value) return unclear(`its tag ${key} is none that a deploy writes`);
  const name = stackName("ecs-service", { domain, app, environment });
  if (!named(name)) return unclear(`its tags are those of ${name}`);

  const identity = { domain, app, environment, repository: given(TAG.repository), repositoryId };
  const number = given(TAG.pullRequest);
  const fromName = environment.match(/^pr-(\d+)$/)?.[1];
  if (!number && !Object.hasOwn(tags, TAG.pullRequest))
    return fromName === undefined
      ? { proof: "ours", identity }
      : unclear(`is called ${environment} and has no tag ${TAG.pullRequest}`);
  if (!/^[1-9]\d{0,8}$/.test(number)) return unclear(`its tag ${TAG.pullRequest} is not the number of a pull request`);
  if (fromName !== undefined && fromName !== number)
    return unclear(`is called ${environment} and its tag ${TAG.pullRequest} says ${number}`);
  return { proof: "ours", identity: { ...identity, pullRequest: Number(number) } };
}

/** Whether a stack's name is built like an environment's, whatever its tags say. */
export function looksLikeEnvironment(name: string): boolean {
  return /^ecs-cognito-.+--.+--.+$/.test(name);
}
