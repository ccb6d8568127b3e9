import type { ResourceType, Tag, TagSpecification } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../resource-handler.js";

/** Tags for EC2's Create operations. */
export function tagSpecifications(
  type: ResourceType,
  tags: Tag[] | undefined,
): { TagSpecifications?: TagSpecification[] } {
  return tags?.length ? { TagSpecifications: [{ ResourceType: type, Tags: tags }] } : {};
}

/** Brings the tags of an EC2 resource to exactly these. */
export async function putTags({ aws }: HandlerContext, id: string, tags: Tag[] = []): Promise<void> {
  const { Tags: current = [] } = await aws.ec2.DescribeTags({ Filters: [{ Name: "resource-id", Values: [id] }] });
  const gone = current.flatMap(({ Key }) =>
    Key === undefined || tags.some((tag) => tag.Key === Key) ? [] : [{ Key }],
  );
  if (gone.length > 0) await aws.ec2.DeleteTags({ Resources: [id], Tags: gone });
  if (tags.length > 0) await aws.ec2.CreateTags({ Resources: [id], Tags: tags });
}
