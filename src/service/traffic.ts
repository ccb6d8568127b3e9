import { type CloudWatchClient, type MetricDataQuery, paginateGetMetricData } from "@aws-sdk/client-cloudwatch";

/** GetMetricData takes 500 metrics a call; each target group is asked for with two. */
const BATCH = 250;

/** The last parts of the ARNs, as CloudWatch's dimensions have them. */
export interface TargetGroupName {
  /** `app/name/id` */
  readonly loadBalancer: string;
  /** `targetgroup/name/id` */
  readonly targetGroup: string;
}

/**
 * Whether each target group got no request since a time, by its ARN's last part. Health checks are no requests, and
 * whoever is sent to sign in never reaches the target group. Absent where CloudWatch cannot tell: a metric without data
 * is not the same as none, unless the load balancer has reported other things about the same target group meanwhile.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 *
 * @param since milliseconds; rounded down to whole periods, so that more is looked at rather than less
 */
export async function findIdle(
  client: CloudWatchClient,
  groups: readonly TargetGroupName[],
  { since, now, signal }: { since: number; now: number; signal: AbortSignal },
): Promise<Map<string, boolean>> {
  const idle = new Map<string, boolean>();
  for (let from = 0; from < groups.length; from += BATCH) {
    const some = groups.slice(from, from + BATCH);
    const sums = new Map<string, number>();
    const period = now - since >= 6 * 3_600_000 ? 3600 : 60;
    const input = {
      MetricDataQueries: some.flatMap((group, index) => [
        query(`requests${index}`, "RequestCount", "Sum", period, group),
        query(`hosts${index}`, "HealthyHostCount", "SampleCount", period, group),
      ]),
      StartTime: new Date(since),
      EndTime: new Date(now),
    };
    const incomplete = new Set<string>();
    for await (const { MetricDataResults = [] } of paginateGetMetricData({ client }, input, { abortSignal: signal }))
      for (const { Id = "", Values = [], StatusCode } of MetricDataResults) {
        sums.set(
          Id,
          Values.reduce((sum, value) => sum + value, sums.get(Id) ?? 0),
        );
        // PartialData is completed by the pages that follow.
        if (StatusCode !== "Complete" && StatusCode !== "PartialData") incomplete.add(Id);
      }
    some.forEach(({ targetGroup }, index) => {
      const [requests, hosts] = [`requests${index}`, `hosts${index}`];
      if (incomplete.has(requests) || !sums.has(requests)) return;
      const count = sums.get(requests) ?? 0;
      if (count > 0) idle.set(targetGroup, false);
      else if ((sums.get(hosts) ?? 0) > 0) idle.set(targetGroup, true);
    });
  }
  return idle;
}

function query(
  Id: string,
  MetricName: string,
  Stat: string,
  Period: number,
  { loadBalancer, targetGroup }: TargetGroupName,
): MetricDataQuery {
  const Dimensions = [
    { Name: "LoadBalancer", Value: loadBalancer },
    { Name: "TargetGroup", Value: targetGroup },
  ];
  return { Id, MetricStat: { Metric: { Namespace: "AWS/ApplicationELB", MetricName, Dimensions }, Stat, Period } };
}
