import type { Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import { like } from "./public-paths.js";
import { forwardsTo, hostsOf, type ListenerRules, pathsOf, type RuleBook, signInOf } from "./rules.js";

/** More would prove no more, and cost the neighbours two requests each. */
const MOST = 5;

/**
 * Hosts of other environments of this load balancer, whose answer shows whose it is: rules for them send people to sign
 * in with a client of their own before they forward to targets that are not ours. A host that is open for `path` shows
 * content of its own, which nobody could tell from this app's, so it is left out. Pure.
 */
export function neighboursOf(
  listeners: readonly ListenerRules[],
  { host, targetGroupArn, clientId }: Pick<RuleBook, "host" | "targetGroupArn" | "clientId">,
  path: string,
): string[] {
  const rules = listeners
    .filter(({ listener }) => listener.Protocol === "HTTPS" && listener.Port === 443)
    .flatMap((listener) => listener.rules)
    .filter((rule) => !rule.IsDefault && !forwardsTo(rule, targetGroupArn));
  const asking = rules.filter((rule) => asksToSignIn(rule) && clientOf(rule) !== clientId);
  const open = rules.filter((rule) => !asksToSignIn(rule) && covers(pathsOf(rule), path));
  return [...new Set(namesOf(asking))]
    .filter((name) => name !== host && !open.some((rule) => covers(hostsOf(rule), name, "i")))
    .slice(0, MOST);
}

function asksToSignIn(rule: Rule): boolean {
  const config = signInOf(rule)?.AuthenticateCognitoConfig;
  return config !== undefined && (config.OnUnauthenticatedRequest ?? "authenticate") === "authenticate";
}

function clientOf(rule: Rule): string | undefined {
  return signInOf(rule)?.AuthenticateCognitoConfig?.UserPoolClientId;
}

/** Hosts that are spelled out. */
function namesOf(rules: readonly Rule[]): string[] {
  return rules.flatMap((rule) => hostsOf(rule) ?? []).flatMap((name) => (/[*?]/.test(name) ? [] : name.toLowerCase()));
}

/** Without patterns (no condition, or one of regular expressions) anything may be covered. */
function covers(patterns: readonly string[] | undefined, value: string, flags = ""): boolean {
  return !patterns || patterns.length === 0 || patterns.some((pattern) => like(pattern, value, flags));
}
