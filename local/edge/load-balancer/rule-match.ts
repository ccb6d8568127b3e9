import { isIPv4 } from "node:net";
import type { RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { sourceRange } from "../../aws/elbv2/conditions.js";
import type { RuleRecord } from "../../aws/elbv2/state.js";
import { type ClientRequest, headerValues } from "./client-request.js";

/**
 * The rule that handles a request: the first, in the given order of priority, all of whose conditions hold. The default
 * rule has none and comes last.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function matchRule(rules: readonly RuleRecord[], request: ClientRequest): RuleRecord | undefined {
  return rules.find((rule) => rule.conditions.every((condition) => holds(condition, request)));
}

function holds(condition: RuleCondition, request: ClientRequest): boolean {
  switch (condition.Field) {
    case "host-header":
      return (condition.Values ?? []).some((pattern) => like(pattern, request.host, "i"));
    case "path-pattern":
      return (condition.Values ?? []).some((pattern) => like(pattern, request.path));
    case "http-request-method":
      return (condition.HttpRequestMethodConfig?.Values ?? []).includes(request.method);
    case "http-header": {
      const { HttpHeaderName = "", Values = [] } = condition.HttpHeaderConfig ?? {};
      const sent = headerValues(request, HttpHeaderName.toLowerCase());
      return Values.some((pattern) => sent.some((value) => like(pattern, value, "i")));
    }
    case "query-string": {
      const pairs = [...new URLSearchParams(request.query)];
      return (condition.QueryStringConfig?.Values ?? []).some(({ Key, Value = "" }) =>
        pairs.some(([key, value]) => (Key === undefined || like(Key, key, "i")) && like(Value, value, "i")),
      );
    }
    case "source-ip":
      return (condition.SourceIpConfig?.Values ?? []).some((cidr) =>
        sourceRange(cidr).check(request.clientIp, isIPv4(request.clientIp) ? "ipv4" : "ipv6"),
      );
    default:
      return false;
  }
}

/** `*` is any number of characters, `?` exactly one, a backslash makes either literal. */
function like(pattern: string, value: string, flags = ""): boolean {
  const source = pattern.replace(/\\([*?])|([*?])|[\\^$.|+()[\]{}]/g, (all, literal, wildcard) => {
    if (literal !== undefined) return `\\${literal}`;
    if (wildcard !== undefined) return wildcard === "*" ? ".*" : ".";
    return `\\${all}`;
  });
  return new RegExp(`^${source}$`, `s${flags}`).test(value);
}
