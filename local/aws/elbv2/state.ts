import type {
  Action,
  ProtocolEnum,
  RuleCondition,
  TargetHealth,
  TargetTypeEnum,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../errors.js";

/** What Elastic Load Balancing remembers, and what its data plane reads on every request. */
export interface State {
  readonly loadBalancers: Map<string, LoadBalancerRecord>;
  readonly listeners: Map<string, ListenerRecord>;
  readonly rules: Map<string, RuleRecord>;
  readonly targetGroups: Map<string, TargetGroupRecord>;
}

export interface Taggable {
  readonly arn: string;
  readonly tags: Map<string, string>;
}

export interface LoadBalancerRecord extends Taggable {
  readonly name: string;
  readonly dnsName: string;
  readonly hostedZoneId: string;
  readonly scheme: "internet-facing" | "internal";
  readonly vpcId: string;
  readonly created: Date;
  readonly attributes: Map<string, string>;
  state: "provisioning" | "active";
  zones: { readonly zone: string; readonly subnetId: string }[];
  securityGroups: string[];
  /** One a subnet. */
  networkInterfaces: { readonly id: string; readonly subnetId: string; readonly ip: string }[];
}

export interface ListenerRecord extends Taggable {
  readonly loadBalancer: LoadBalancerRecord;
  readonly attributes: Map<string, string>;
  port: number;
  protocol: "HTTP" | "HTTPS";
  sslPolicy: string | undefined;
  /** ARNs of certificates; the first is the default one. Empty for HTTP. */
  certificates: string[];
}

export interface RuleRecord extends Taggable {
  readonly listener: ListenerRecord;
  /** The default rule's is "default". */
  priority: number | "default";
  conditions: RuleCondition[];
  /** Complete, in the order in which they are performed. */
  actions: Action[];
}

export interface HealthCheck {
  protocol: "HTTP" | "HTTPS";
  /** A port number or `traffic-port`. */
  port: string;
  path: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
  /** As given: `200`, `200,202`, `200-299`. */
  matcher: string;
}

export interface TargetGroupRecord extends Taggable {
  readonly name: string;
  readonly protocol: ProtocolEnum;
  readonly port: number;
  readonly vpcId: string;
  readonly targetType: TargetTypeEnum;
  readonly attributes: Map<string, string>;
  readonly healthCheck: HealthCheck;
  /** By `ip:port`. */
  readonly targets: Map<string, TargetRecord>;
}

export interface TargetRecord {
  /** An IPv4 address. */
  readonly id: string;
  readonly port: number;
  readonly zone: string | undefined;
  health: TargetHealth;
  /** Aborted when the target's deregistration delay is over: what is in flight is cut off. */
  readonly gone: AbortController;
}

export function createState(): State {
  return { loadBalancers: new Map(), listeners: new Map(), rules: new Map(), targetGroups: new Map() };
}

/** The load balancer with that ARN, or `LoadBalancerNotFound`. */
export function loadBalancer(state: State, arn: string | undefined): LoadBalancerRecord {
  return found(state.loadBalancers.get(arn ?? ""), "LoadBalancerNotFound", "One or more load balancers not found");
}

/** The listener with that ARN, or `ListenerNotFound`. */
export function listener(state: State, arn: string | undefined): ListenerRecord {
  return found(state.listeners.get(arn ?? ""), "ListenerNotFound", "One or more listeners not found");
}

/** The rule with that ARN, or `RuleNotFound`. */
export function rule(state: State, arn: string | undefined): RuleRecord {
  return found(state.rules.get(arn ?? ""), "RuleNotFound", "One or more rules not found");
}

/** The target group with that ARN, or `TargetGroupNotFound`. */
export function targetGroup(state: State, arn: string | undefined): TargetGroupRecord {
  return found(state.targetGroups.get(arn ?? ""), "TargetGroupNotFound", "One or more target groups not found");
}

function found<T>(record: T | undefined, code: string, message: string): T {
  if (record === undefined) throw new AwsError(code, message);
  return record;
}

/** A listener's rules in the order in which they are evaluated: by priority, the default rule last. */
export function rulesOf(state: State, of: ListenerRecord): RuleRecord[] {
  const order = (each: RuleRecord) => (each.priority === "default" ? Number.POSITIVE_INFINITY : each.priority);
  return [...state.rules.values()].filter((each) => each.listener === of).sort((a, b) => order(a) - order(b));
}

export function listenersOf(state: State, of: LoadBalancerRecord): ListenerRecord[] {
  return [...state.listeners.values()].filter((each) => each.loadBalancer === of);
}

/** ARNs of the target groups that a list of actions forwards to. */
export function forwardsTo(actions: readonly Action[]): string[] {
  return actions.flatMap((action) =>
    (action.ForwardConfig?.TargetGroups ?? []).flatMap((tuple) => tuple.TargetGroupArn ?? []),
  );
}

/** The load balancers whose rules forward to a target group: one at most, for an application load balancer. */
export function loadBalancersOf(state: State, group: TargetGroupRecord): LoadBalancerRecord[] {
  const users = [...state.rules.values()].filter((each) => forwardsTo(each.actions).includes(group.arn));
  return [...new Set(users.map((each) => each.listener.loadBalancer))];
}
