import { AwsError, notImplemented } from "../errors.js";
import { validationError } from "./validation.js";

interface Attribute {
  readonly initial: string;
  readonly valid: (value: string) => boolean;
  /** Values that AWS has and the local AWS can't do: refused loudly. */
  readonly missing?: (value: string) => boolean;
}

export type Attributes = Readonly<Record<string, Attribute>>;

const oneOf =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value);
const within = (min: number, max: number) => (value: string) =>
  /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
const boolean = oneOf("true", "false");
const anything = () => true;
const changed = (initial: string) => (value: string) => value !== initial;

const flag = (initial: "true" | "false"): Attribute => ({ initial, valid: boolean });
const unsupported = (initial: string, valid: (value: string) => boolean = anything): Attribute => ({
  initial,
  valid,
  missing: changed(initial),
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
export function loadBalancerAttributes(scheme: "internal" | "internet-facing"): Attributes {
  return {
    "access_logs.s3.enabled": unsupported("false", boolean),
    "access_logs.s3.bucket": { initial: "", valid: anything },
    "access_logs.s3.prefix": { initial: "", valid: anything },
    "client_keep_alive.seconds": { initial: "3600", valid: within(60, 604800) },
    "connection_logs.s3.enabled": unsupported("false", boolean),
    "connection_logs.s3.bucket": { initial: "", valid: anything },
    "connection_logs.s3.prefix": { initial: "", valid: anything },
    "deletion_protection.enabled": flag("false"),
    "health_check_logs.s3.enabled": unsupported("false", boolean),
    "health_check_logs.s3.bucket": { initial: "", valid: anything },
    "health_check_logs.s3.prefix": { initial: "", valid: anything },
    "idle_timeout.timeout_seconds": { initial: "60", valid: within(1, 4000) },
    "ipv6.deny_all_igw_traffic": unsupported(scheme === "internal" ? "true" : "false", boolean),
    "load_balancing.cross_zone.enabled": { initial: "true", valid: oneOf("true") },
    "routing.http.desync_mitigation_mode": { initial: "defensive", valid: oneOf("monitor", "defensive", "strictest") },
    "routing.http.drop_invalid_header_fields.enabled": flag("false"),
    "routing.http.preserve_host_header.enabled": flag("false"),
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": flag("false"),
    "routing.http.xff_client_port.enabled": flag("false"),
    "routing.http.xff_header_processing.mode": { initial: "append", valid: oneOf("append", "preserve", "remove") },
    "routing.http2.enabled": flag("true"),
    "waf.fail_open.enabled": flag("false"),
    "zonal_shift.config.enabled": unsupported("false", boolean),
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
export const TARGET_GROUP_ATTRIBUTES: Attributes = {
  "deregistration_delay.timeout_seconds": { initial: "300", valid: within(0, 3600) },
  "load_balancing.algorithm.anomaly_mitigation": unsupported("off", oneOf("on", "off")),
  "load_balancing.algorithm.type": {
    initial: "round_robin",
    valid: oneOf("round_robin", "least_outstanding_requests", "weighted_random"),
    missing: oneOf("weighted_random"),
  },
  "load_balancing.cross_zone.enabled": {
    initial: "use_load_balancer_configuration",
    valid: oneOf("true", "false", "use_load_balancer_configuration"),
    missing: oneOf("false"),
  },
  "slow_start.duration_seconds": unsupported("0", (value) => value === "0" || within(30, 900)(value)),
  "stickiness.app_cookie.cookie_name": { initial: "", valid: (value) => !/^AWSALB/.test(value) },
  "stickiness.app_cookie.duration_seconds": { initial: "86400", valid: within(1, 604800) },
  "stickiness.enabled": unsupported("false", boolean),
  "stickiness.lb_cookie.duration_seconds": { initial: "86400", valid: within(1, 604800) },
  "stickiness.type": { initial: "lb_cookie", valid: oneOf("lb_cookie", "app_cookie") },
  "target_group_health.dns_failover.minimum_healthy_targets.count": unsupported("1"),
  "target_group_health.dns_failover.minimum_healthy_targets.percentage": unsupported("off"),
  "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": { initial: "1", valid: within(1, 1000) },
  "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": {
    initial: "off",
    valid: (value) => value === "off" || within(1, 100)(value),
  },
};

const RESPONSE_HEADERS = [
  "access_control_allow_credentials",
  "access_control_allow_headers",
  "access_control_allow_methods",
  "access_control_allow_origin",
  "access_control_expose_headers",
  "access_control_max_age",
  "content_security_policy",
  "strict_transport_security",
  "x_content_type_options",
  "x_frame_options",
];

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html, without those about
 * client certificates, which the local AWS has not.
 */
export const LISTENER_ATTRIBUTES: Attributes = {
  "routing.http.response.server.enabled": flag("true"),
  ...Object.fromEntries(
    RESPONSE_HEADERS.map((name) => [
      `routing.http.response.${name}.header_value`,
      { initial: "", valid: (value: string) => value.length <= 1024 && !/[\r\n]/.test(value) },
    ]),
  ),
};

export function initialAttributes(known: Attributes): Map<string, string> {
  return new Map(Object.entries(known).map(([key, { initial }]) => [key, initial]));
}

/**
 * Sets attributes, all or none. Throws `InvalidConfigurationRequest` for a key or value that AWS refuses, and
 * `NotImplementedByLocalAws` for one that the local AWS can't honour.
 */
export function setAttributes(
  known: Attributes,
  current: Map<string, string>,
  changes: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
  kind: string,
): void {
  if (changes === undefined || changes.length === 0) throw validationError("Attributes must be specified");
  const wanted = new Map<string, string>();
  for (const { Key = "", Value = "" } of changes) {
    if (wanted.has(Key)) {
      throw new AwsError("InvalidConfigurationRequest", `${kind} attribute key '${Key}' is specified more than once`);
    }
    const attribute = known[Key];
    if (attribute === undefined) {
      throw new AwsError("InvalidConfigurationRequest", `${kind} attribute key '${Key}' is not recognized`);
    }
    if (!attribute.valid(Value)) {
      throw new AwsError("InvalidConfigurationRequest", `The value '${Value}' of the attribute '${Key}' is not valid`);
    }
    if (attribute.missing?.(Value)) throw notImplemented(`${kind.toLowerCase()} attribute ${Key}=${Value}`);
    wanted.set(Key, Value);
  }
  for (const [key, value] of wanted) current.set(key, value);
}

export function attributeList(attributes: ReadonlyMap<string, string>): { Key: string; Value: string }[] {
  return [...attributes].map(([Key, Value]) => ({ Key, Value }));
}
