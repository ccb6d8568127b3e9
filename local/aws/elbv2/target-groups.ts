import type {
  CreateTargetGroupInput,
  DescribeTargetGroupsInput,
  Matcher,
  ModifyTargetGroupInput,
  TargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError, notImplemented } from "../errors.js";
import { initialAttributes, TARGET_GROUP_ATTRIBUTES } from "./attributes.js";
import { arnOf, type Context, newId } from "./context.js";
import { LIMITS } from "./limits.js";
import { page } from "./paging.js";
import {
  type HealthCheck,
  loadBalancer,
  loadBalancersOf,
  type State,
  type TargetGroupRecord,
  targetGroup,
} from "./state.js";
import { newTags } from "./tags.js";
import { checkEnum, checkName, checkRequired, translating, validationError } from "./validation.js";

const DEFAULTS: HealthCheck = {
  protocol: "HTTP",
  port: "traffic-port",
  path: "/",
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: "200",
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
export async function createTargetGroup(context: Context, input: CreateTargetGroupInput): Promise<TargetGroup> {
  const { aws, state } = context;
  const name = checkName("Target group", input.Name);
  const { TargetType: targetType = "instance" } = input;
  if (targetType !== "ip") throw notImplemented(`target groups of type ${targetType}`);
  const protocol = checkRequired("protocol", input.Protocol);
  if (protocol !== "HTTP") throw notImplemented(`target groups of protocol ${protocol}`);
  const version = checkEnum("protocolVersion", input.ProtocolVersion ?? "HTTP1", ["HTTP1", "HTTP2", "GRPC"]);
  if (version !== "HTTP1") throw notImplemented(`target groups of protocol version ${version}`);
  if (input.IpAddressType === "ipv6") throw notImplemented("target groups of IPv6 addresses");
  if (input.TargetControlPort !== undefined) throw notImplemented("target control ports");
  const port = checkRequired("port", input.Port);
  const vpcId = input.VpcId;
  if (vpcId === undefined) throw validationError("A VPC ID must be specified");
  await translating(
    () => aws.ec2.DescribeVpcs({ VpcIds: [vpcId] }),
    () => validationError(`The VPC ID '${vpcId}' is not found`),
  );
  const healthCheck = changedHealthCheck(DEFAULTS, input);
  const tags = newTags(input.Tags);
  const existing = [...state.targetGroups.values()].find((each) => each.name === name);
  if (existing !== undefined) {
    const key = (group: Pick<TargetGroupRecord, "protocol" | "port" | "vpcId" | "healthCheck">) =>
      JSON.stringify([group.protocol, group.port, group.vpcId, group.healthCheck]);
    if (key(existing) === key({ protocol, port, vpcId, healthCheck })) return describe(state, existing);
    throw new AwsError(
      "DuplicateTargetGroupName",
      `A target group with the same name '${name}' exists, but with different settings`,
    );
  }
  if (state.targetGroups.size >= LIMITS["target-groups"]) {
    throw new AwsError("TooManyTargetGroups", "The maximum number of target groups has been reached");
  }
  const record: TargetGroupRecord = {
    arn: arnOf(context, `targetgroup/${name}/${newId(context)}`),
    name,
    protocol,
    port,
    vpcId,
    targetType,
    attributes: initialAttributes(TARGET_GROUP_ATTRIBUTES),
    healthCheck,
    targets: new Map(),
    tags,
  };
  state.targetGroups.set(record.arn, record);
  return describe(state, record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyTargetGroup.html */
export function modifyTargetGroup({ state }: Context, input: ModifyTargetGroupInput): TargetGroup {
  const record = targetGroup(state, input.TargetGroupArn);
  Object.assign(record.healthCheck, changedHealthCheck(record.healthCheck, input));
  return describe(state, record);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteTargetGroup.html */
export async function deleteTargetGroup({ state, reconcile }: Context, arn: string | undefined): Promise<void> {
  const record = state.targetGroups.get(arn ?? "");
  if (record === undefined) return; // AWS answers the same as for one that exists
  if (loadBalancersOf(state, record).length > 0) {
    throw new AwsError("ResourceInUse", `Target group '${record.arn}' is currently in use by a listener or a rule`);
  }
  state.targetGroups.delete(record.arn);
  for (const target of record.targets.values()) target.gone.abort();
  await reconcile();
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html */
export function describeTargetGroups(
  { state }: Context,
  input: DescribeTargetGroupsInput,
): { TargetGroups: TargetGroup[]; NextMarker: string | undefined } {
  const { LoadBalancerArn, TargetGroupArns: arns = [], Names: names = [] } = input;
  if (
    [LoadBalancerArn, arns.length || undefined, names.length || undefined].filter((x) => x !== undefined).length > 1
  ) {
    throw validationError(
      "Only one of load balancer ARN, target group ARNs, and target group names can be specified at the same time",
    );
  }
  const all = [...state.targetGroups.values()];
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) {
    throw new AwsError("TargetGroupNotFound", `Target groups '[${unknown.join(", ")}]' not found`);
  }
  let chosen = all.filter((each) => names.length === 0 || names.includes(each.name));
  if (arns.length > 0) chosen = arns.map((arn) => targetGroup(state, arn));
  if (LoadBalancerArn !== undefined) {
    const user = loadBalancer(state, LoadBalancerArn);
    chosen = all.filter((each) => loadBalancersOf(state, each).includes(user));
  }
  const { items, NextMarker } = page(chosen, input);
  return { TargetGroups: items.map((each) => describe(state, each)), NextMarker };
}

function describe(state: State, record: TargetGroupRecord): TargetGroup {
  const { healthCheck } = record;
  return {
    TargetGroupArn: record.arn,
    TargetGroupName: record.name,
    Protocol: record.protocol,
    Port: record.port,
    VpcId: record.vpcId,
    HealthCheckProtocol: healthCheck.protocol,
    HealthCheckPort: healthCheck.port,
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    HealthCheckPath: healthCheck.path,
    Matcher: { HttpCode: healthCheck.matcher },
    LoadBalancerArns: loadBalancersOf(state, record).map((user) => user.arn),
    TargetType: record.targetType,
    ProtocolVersion: "HTTP1",
    IpAddressType: "ipv4",
  };
}

function changedHealthCheck(current: HealthCheck, input: Omit<ModifyTargetGroupInput, "TargetGroupArn">): HealthCheck {
  if (input.HealthCheckEnabled === false) {
    throw new AwsError("InvalidConfigurationRequest", "Health checks cannot be disabled for target type 'ip'");
  }
  const protocol = checkEnum("healthCheckProtocol", input.HealthCheckProtocol ?? current.protocol, ["HTTP", "HTTPS"]);
  if (protocol === "HTTPS") throw notImplemented("health checks over HTTPS");
  const port = input.HealthCheckPort ?? current.port;
  if (port !== "traffic-port" && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) {
    throw validationError(`Health check port '${port}' is not 'traffic-port' or a port between 1 and 65535`);
  }
  const path = input.HealthCheckPath ?? current.path;
  if (!/^\/[\x21-\x7e]{0,1023}$/.test(path)) {
    throw validationError(
      `Health check path '${path}' must begin with a '/' character and have at most 1024 characters`,
    );
  }
  const check: HealthCheck = {
    protocol,
    port,
    path,
    intervalSeconds: input.HealthCheckIntervalSeconds ?? current.intervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds ?? current.timeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount ?? current.healthyThreshold,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? current.unhealthyThreshold,
    matcher: checkMatcher(input.Matcher, current.matcher),
  };
  if (check.timeoutSeconds >= check.intervalSeconds) {
    throw validationError("Health check timeout must be smaller than the interval");
  }
  return check;
}

function checkMatcher(given: Matcher | undefined, current: string): string {
  if (given?.GrpcCode !== undefined) throw validationError("GRPC codes are for target groups of version GRPC");
  const codes = given?.HttpCode ?? current;
  const valid = codes.split(",").every((part) => {
    const match = /^(\d{3})(?:-(\d{3}))?$/.exec(part);
    if (match === null) return false;
    const low = Number(match[1]);
    const high = Number(match[2] ?? match[1]);
    return low >= 200 && high <= 499 && low <= high;
  });
  if (!valid) throw validationError(`Health check matcher HTTP code '${codes}' must be within '200-499' inclusive`);
  return codes;
}
