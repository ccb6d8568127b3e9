import type { LogGroupClass } from "@aws-sdk/client-cloudwatch-logs";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { unlessGone } from "./answers.js";

interface LogGroupProperties {
  LogGroupName?: string;
  LogGroupClass?: LogGroupClass;
  RetentionInDays?: number;
  Tags?: { Key: string; Value: string }[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logGroup: ResourceHandler<LogGroupProperties> = {
  supports: ["LogGroupName", "LogGroupClass", "RetentionInDays", "Tags"],
  async create({ LogGroupName, LogGroupClass, RetentionInDays, Tags = [] }, context) {
    const { logs } = context.aws;
    const logGroupName = LogGroupName ?? context.physicalName(512);
    await logs.CreateLogGroup({
      logGroupName,
      ...(LogGroupClass && { logGroupClass: LogGroupClass }),
      ...(Tags.length > 0 && { tags: tagMap(Tags) }),
    });
    context.started(logGroupName);
    await setRetention(context, logGroupName, RetentionInDays);
    return { physicalId: logGroupName, attributes: { Arn: `${arn(context, logGroupName)}:*` } };
  },
  async update({ physicalId, properties, attributes }, { RetentionInDays, Tags = [] }, context) {
    const { logs } = context.aws;
    if (RetentionInDays === undefined && properties.RetentionInDays !== undefined) {
      await logs.DeleteRetentionPolicy({ logGroupName: physicalId });
    }
    await setRetention(context, physicalId, RetentionInDays);
    const resourceArn = arn(context, physicalId);
    const { tags: current = {} } = await logs.ListTagsForResource({ resourceArn });
    const tags = tagMap(Tags);
    const gone = Object.keys(current).filter((key) => !(key in tags));
    if (gone.length > 0) await logs.UntagResource({ resourceArn, tagKeys: gone });
    if (Tags.length > 0) await logs.TagResource({ resourceArn, tags });
    return attributes;
  },
  async exists(logGroupName, { logs }) {
    const { logGroups = [] } = await logs.DescribeLogGroups({ logGroupNamePrefix: logGroupName });
    return logGroups.some((found) => found.logGroupName === logGroupName);
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.logs.DeleteLogGroup({ logGroupName: physicalId }));
  },
};

async function setRetention({ aws }: HandlerContext, logGroupName: string, retentionInDays: number | undefined) {
  if (retentionInDays !== undefined) await aws.logs.PutRetentionPolicy({ logGroupName, retentionInDays });
}

function arn({ aws: { partition, region, accountId } }: HandlerContext, name: string): string {
  return `arn:${partition}:logs:${region}:${accountId}:log-group:${name}`;
}

function tagMap(tags: readonly { Key: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
