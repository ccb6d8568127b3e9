import type { Tag } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { HandlerContext } from "../resource-handler.js";

/** Brings the tags of a load balancer, target group, listener or rule to exactly these. */
export async function putTags({ aws }: HandlerContext, arn: string, tags: Tag[] = []): Promise<void> {
  const { TagDescriptions = [] } = await aws.elbv2.DescribeTags({ ResourceArns: [arn] });
  const current = TagDescriptions[0]?.Tags ?? [];
  const gone = current.flatMap(({ Key }) => (Key === undefined || tags.some((tag) => tag.Key === Key) ? [] : [Key]));
  if (gone.length > 0) await aws.elbv2.RemoveTags({ ResourceArns: [arn], TagKeys: gone });
  if (tags.length > 0) await aws.elbv2.AddTags({ ResourceArns: [arn], Tags: tags });
}
