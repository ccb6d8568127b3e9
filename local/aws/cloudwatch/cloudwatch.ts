import type * as sdk from "@aws-sdk/client-cloudwatch";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { type Aggregate, type Metric, Metrics } from "./metrics.js";

const DAY = 86_400_000;
const LIST_PAGE = 500;

/** CloudWatch metrics, of which only Elastic Load Balancing publishes any. */
export class CloudWatch {
  readonly #aws: Aws;
  readonly #metrics = new Metrics();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** What AWS's own services publish: no operation, and nobody pays for it. */
  record(metric: Metric, value: number): void {
    this.#metrics.record(metric, this.#aws.clock.now(), value);
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
  async GetMetricData(input: sdk.GetMetricDataInput): Promise<sdk.GetMetricDataOutput> {
    refuseOthers("GetMetricData", input, ["MetricDataQueries", "StartTime", "EndTime", "ScanBy"]);
    const { MetricDataQueries: queries = [], StartTime: start, EndTime: end, ScanBy = "TimestampDescending" } = input;
    if (queries.length > 500) throw invalid("The collection MetricDataQueries must not have a size greater than 500.");
    if (!start || !end) throw new AwsError("MissingParameter", "The parameters StartTime and EndTime are required.");
    if (start >= end) throw invalid("The parameter StartTime must be less than the parameter EndTime.");
    const ids = queries.map(({ Id }) => Id);
    if (new Set(ids).size < ids.length)
      throw invalid("The values for parameter Id in MetricDataQueries are not unique.");
    return {
      MetricDataResults: queries.map((query) => this.#answer(query, start, end, ScanBy)),
      Messages: [],
    };
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
  async ListMetrics(input: sdk.ListMetricsInput): Promise<sdk.ListMetricsOutput> {
    refuseOthers("ListMetrics", input, ["Namespace", "MetricName", "Dimensions", "NextToken"]);
    const { Namespace, MetricName, Dimensions: wanted = [], NextToken } = input;
    const found = this.#metrics
      .list()
      .filter(
        ({ namespace, name, dimensions }) =>
          (Namespace === undefined || namespace === Namespace) &&
          (MetricName === undefined || name === MetricName) &&
          wanted.every(
            ({ Name = "", Value }) => Name in dimensions && (Value === undefined || dimensions[Name] === Value),
          ),
      );
    const from = NextToken === undefined ? 0 : Number(Buffer.from(NextToken, "base64url").toString());
    if (!Number.isInteger(from) || from < 0) throw invalid("The token supplied is invalid.");
    const next = from + LIST_PAGE;
    return {
      Metrics: found.slice(from, next).map(({ namespace, name, dimensions }) => ({
        Namespace: namespace,
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      })),
      ...(next < found.length && { NextToken: Buffer.from(String(next)).toString("base64url") }),
    };
  }

  #answer(query: sdk.MetricDataQuery, start: Date, end: Date, order: sdk.ScanBy): sdk.MetricDataResult {
    const { Id = "", MetricStat: stat, Label, ReturnData = true } = query;
    if (!/^[a-z][A-Za-z0-9_]{0,254}$/.test(Id))
      throw invalid(`The value ${Id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`);
    if (query.Expression !== undefined) throw notImplemented("expressions of GetMetricData");
    if (query.AccountId !== undefined || !ReturnData) throw notImplemented("AccountId and ReturnData of GetMetricData");
    if (!stat) throw invalid(`The metric data query ${Id} has neither MetricStat nor Expression.`);
    if (stat.Unit !== undefined) throw notImplemented("the unit of a metric");
    const seconds = stat.Period ?? 0;
    if (seconds < 60 || seconds % 60 !== 0) throw invalid("The parameter Period must be a multiple of 60.");
    const { Namespace: namespace = "", MetricName: name = "", Dimensions = [] } = stat.Metric ?? {};
    const dimensions = Object.fromEntries(Dimensions.map(({ Name = "", Value = "" }) => [Name, Value]));
    const from = this.#roundDown(start, seconds);
    const range = { from, to: end.getTime(), period: seconds * 1000 };
    const points = this.#metrics.read({ namespace, name, dimensions }, range);
    if (order === "TimestampDescending") points.reverse();
    return {
      Id,
      Label: Label ?? name,
      Timestamps: points.map(([at]) => new Date(at)),
      Values: points.map(([, aggregate]) => statistic(aggregate, stat.Stat ?? "")),
      StatusCode: "Complete",
    };
  }

  /** The older the data, the coarser the minutes to which a start is rounded; longer periods round to their own. */
  #roundDown(start: Date, periodSeconds: number): number {
    const age = this.#aws.clock.now().getTime() - start.getTime();
    const byAge = age < 15 * DAY ? 60 : age < 63 * DAY ? 300 : 3600;
    const step = Math.max(byAge, periodSeconds % 300 === 0 ? 300 : 60, periodSeconds % 3600 === 0 ? 3600 : 60) * 1000;
    return Math.floor(start.getTime() / step) * step;
  }
}

function statistic({ sum, samples, minimum, maximum }: Aggregate, name: string): number {
  switch (name) {
    case "Sum":
      return sum;
    case "SampleCount":
      return samples;
    case "Average":
      return sum / samples;
    case "Minimum":
      return minimum;
    case "Maximum":
      return maximum;
    default:
      throw notImplemented(`the statistic ${name}`);
  }
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
