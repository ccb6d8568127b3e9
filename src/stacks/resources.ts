import { type CloudFormationClient, paginateListStackResources } from "@aws-sdk/client-cloudformation";

/** A resource of a stack, as CloudFormation remembers it. */
export interface StackResource {
  /** The logical id. */
  readonly resource: string;
  readonly type: string;
  /** "" while its creation has not begun. */
  readonly physicalId: string;
  readonly status: string;
  readonly reason: string;
}

/** All resources of a stack, deleted ones too. */
export async function stackResources(
  client: CloudFormationClient,
  arn: string,
  signal: AbortSignal,
): Promise<readonly StackResource[]> {
  const found: StackResource[] = [];
  const pages = paginateListStackResources({ client }, { StackName: arn }, { abortSignal: signal });
  for await (const { StackResourceSummaries = [] } of pages)
    found.push(
      ...StackResourceSummaries.map((each) => ({
        resource: each.LogicalResourceId ?? "",
        type: each.ResourceType ?? "",
        physicalId: each.PhysicalResourceId ?? "",
        status: each.ResourceStatus ?? "",
        reason: each.ResourceStatusReason ?? "",
      })),
    );
  return found;
}

/** Those that are in the account: begun, and not deleted. */
export function present(resources: readonly StackResource[]): readonly StackResource[] {
  return resources.filter(({ physicalId, status }) => physicalId !== "" && status !== "DELETE_COMPLETE");
}
