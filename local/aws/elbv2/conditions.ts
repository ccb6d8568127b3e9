import { BlockList, isIP } from "node:net";
import type { RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import { LIMITS } from "./limits.js";
import { validationError } from "./validation.js";

const FIELDS = ["host-header", "http-header", "http-request-method", "path-pattern", "query-string", "source-ip"];
const MAX_VALUES = LIMITS["condition-values-per-alb-rule"];
const MAX_WILDCARDS = LIMITS["condition-wildcards-per-alb-rule"];

/**
 * The conditions of a rule as AWS describes them, or its `ValidationError`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function completeConditions(given: readonly RuleCondition[] | undefined): RuleCondition[] {
  if (given === undefined || given.length === 0) throw validationError("A condition must be specified");
  const complete = given.map(completeCondition);
  const unique = ["host-header", "path-pattern", "http-request-method", "source-ip"];
  for (const field of unique) {
    if (complete.filter((condition) => condition.Field === field).length > 1) {
      throw validationError(`A rule can only have one '${field}' condition`);
    }
  }
  const values = complete.flatMap(valuesOf);
  if (values.length > MAX_VALUES) throw validationError(`A rule can only have '${MAX_VALUES}' condition values`);
  const wildcards = complete
    .filter(({ Field }) => Field !== "source-ip" && Field !== "http-request-method")
    .flatMap(valuesOf)
    .join("")
    .match(/(?<!\\)[*?]/g);
  if ((wildcards?.length ?? 0) > MAX_WILDCARDS) {
    throw validationError(`A rule can only have '${MAX_WILDCARDS}' condition wildcards`);
  }
  return complete;
}

function completeCondition(given: RuleCondition): RuleCondition {
  const { Field } = given;
  if (Field === undefined || !FIELDS.includes(Field)) {
    throw validationError(`Condition field '${Field}' must be one of '[${FIELDS.join(",")}]'`);
  }
  if (
    [given.RegexValues, given.HostHeaderConfig?.RegexValues, given.PathPatternConfig?.RegexValues].some(nonEmpty) ||
    nonEmpty(given.HttpHeaderConfig?.RegexValues)
  ) {
    throw notImplemented("regular expressions in rule conditions");
  }
  switch (Field) {
    case "host-header": {
      const Values = either(Field, given.Values, given.HostHeaderConfig?.Values);
      for (const value of Values) checkHost(value);
      return { Field, Values, HostHeaderConfig: { Values } };
    }
    case "path-pattern": {
      const Values = either(Field, given.Values, given.PathPatternConfig?.Values);
      for (const value of Values) {
        checkText(Field, value, /^[A-Za-z0-9_\-.$/~"'@:+&*?!=,;()%]+$/);
        if (!value.startsWith("/") && !value.startsWith("*")) {
          throw validationError(`Condition value '${value}' must begin with '/' or '*'`);
        }
      }
      return { Field, Values, PathPatternConfig: { Values } };
    }
    case "http-header": {
      const { HttpHeaderName = "", Values } = given.HttpHeaderConfig ?? {};
      if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,40}$/.test(HttpHeaderName)) {
        throw validationError(`'${HttpHeaderName}' is not a valid HTTP header name`);
      }
      if (HttpHeaderName.toLowerCase() === "host") {
        throw validationError("An 'http-header' condition cannot be on the host header: use 'host-header'");
      }
      const checked = required(Field, Values);
      for (const value of checked) checkText(Field, value, /^[\x20-\x7e]+$/);
      return { Field, HttpHeaderConfig: { HttpHeaderName, Values: checked } };
    }
    case "http-request-method": {
      const Values = required(Field, given.HttpRequestMethodConfig?.Values);
      for (const value of Values) {
        if (!/^[A-Z_-]{1,40}$/.test(value)) throw validationError(`'${value}' is not a valid HTTP request method`);
      }
      return { Field, HttpRequestMethodConfig: { Values } };
    }
    case "query-string": {
      const Values = required(Field, given.QueryStringConfig?.Values);
      for (const { Key, Value } of Values) {
        if (Key !== undefined) checkText(Field, Key, /^[\x20-\x7e]+$/);
        checkText(Field, Value ?? "", /^[\x20-\x7e]+$/);
      }
      return { Field, QueryStringConfig: { Values } };
    }
    default: {
      const Values = required(Field, given.SourceIpConfig?.Values);
      for (const value of Values) sourceRange(value);
      return { Field, SourceIpConfig: { Values } };
    }
  }
}

/** The addresses of a CIDR block, or `ValidationError`. */
export function sourceRange(cidr: string): BlockList {
  const match = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(cidr);
  const [, address = "", bits = ""] = match ?? [];
  const family = isIP(address);
  if (family === 0 || Number(bits) > (family === 4 ? 32 : 128)) {
    throw validationError(`Condition value '${cidr}' is not a valid CIDR block`);
  }
  const list = new BlockList();
  list.addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
  return list;
}

function valuesOf(condition: RuleCondition): string[] {
  return (
    condition.Values ??
    condition.HttpHeaderConfig?.Values ??
    condition.HttpRequestMethodConfig?.Values ??
    condition.SourceIpConfig?.Values ??
    (condition.QueryStringConfig?.Values ?? []).map(({ Key = "", Value = "" }) => `${Key}${Value}`)
  );
}

function either(field: string, values: string[] | undefined, configured: string[] | undefined): string[] {
  if (nonEmpty(values) && nonEmpty(configured) && JSON.stringify(values) !== JSON.stringify(configured)) {
    throw validationError(`Only one of Values and the config of condition field '${field}' can be specified`);
  }
  return required(field, nonEmpty(configured) ? configured : values);
}

function required<T>(field: string, values: T[] | undefined): T[] {
  if (values === undefined || values.length === 0)
    throw validationError(`A condition value must be specified for '${field}'`);
  return [...values];
}

function checkHost(value: string): void {
  checkText("host-header", value, /^[A-Za-z0-9.\-*?_]+$/);
  // Documented: at least one dot, and letters (or a wildcard for them) alone after the last.
  if (!/\.[A-Za-z*?]+$/.test(value)) {
    throw validationError(`Condition value '${value}' contains a character that is not valid, or has no domain`);
  }
}

function checkText(field: string, value: string, allowed: RegExp): void {
  if (value.length > 128) {
    throw validationError(`Condition value '${value}' is too long. It can have at most 128 characters`);
  }
  if (!allowed.test(value)) {
    throw validationError(`Condition value '${value}' for '${field}' contains a character that is not valid`);
  }
}

function nonEmpty(values: readonly unknown[] | undefined): boolean {
  return values !== undefined && values.length > 0;
}

export function tooManyRules(): AwsError {
  return new AwsError("TooManyRules", "The maximum number of rules has been reached");
}
