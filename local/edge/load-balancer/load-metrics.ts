import type { Aws } from "../../aws/aws.js";
import type { LoadBalancerRecord, TargetGroupRecord } from "../../aws/elbv2/state.js";

/**
 * What a load balancer tells CloudWatch.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
const NAMESPACE = "AWS/ApplicationELB";

/** RequestCount: a request for which a target was chosen. What is redirected to sign in never gets that far. */
export function countRequest(aws: Aws, loadBalancer: LoadBalancerRecord, group: TargetGroupRecord): void {
  const both = dimensions(loadBalancer, group);
  for (const some of [{ LoadBalancer: both.LoadBalancer }, both])
    aws.cloudwatch.record({ namespace: NAMESPACE, name: "RequestCount", dimensions: some }, 1);
}

/** HealthyHostCount and UnHealthyHostCount, as a health check has just left them. */
export function reportHosts(aws: Aws, loadBalancer: LoadBalancerRecord, group: TargetGroupRecord): void {
  const states = [...group.targets.values()].map(({ health }) => health.State);
  const count = (state: string) => states.filter((each) => each === state).length;
  const metric = (name: string) => ({ namespace: NAMESPACE, name, dimensions: dimensions(loadBalancer, group) });
  aws.cloudwatch.record(metric("HealthyHostCount"), count("healthy"));
  aws.cloudwatch.record(metric("UnHealthyHostCount"), count("unhealthy"));
}

/** The last parts of the ARNs: `app/name/id` and `targetgroup/name/id`. */
function dimensions({ arn }: LoadBalancerRecord, group: TargetGroupRecord) {
  return {
    LoadBalancer: arn.replace(/^.*:loadbalancer\//, ""),
    TargetGroup: group.arn.replace(/^.*:/, ""),
  };
}
