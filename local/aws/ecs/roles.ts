import type { Aws } from "../aws.js";
import { lastPart } from "./names.js";

/** Whether ECS tasks may assume a role: it exists and trusts ecs-tasks.amazonaws.com. */
export function isAssumable(aws: Aws, roleArn: string): boolean {
  const { partition, region, accountId } = aws;
  return aws.iam.trusts(roleArn, {
    service: "ecs-tasks.amazonaws.com",
    action: "sts:AssumeRole",
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
    context: {
      "aws:SourceAccount": [accountId],
      "aws:SourceArn": [`arn:${partition}:ecs:${region}:${accountId}:*`],
    },
  });
}

/**
 * What the service answers when a task's role may not do something to a resource, or undefined when it may. The
 * resource's own policies are not looked at.
 *
 * @param named what the answer calls the resource, if it is not its ARN
 */
export async function denial(
  aws: Aws,
  {
    roleArn,
    taskId,
    action,
    resource,
    named = resource,
  }: { roleArn: string; taskId: string; action: string; resource: string; named?: string },
): Promise<string | undefined> {
  const { EvaluationResults = [] } = await aws.iam.SimulatePrincipalPolicy({
    PolicySourceArn: roleArn,
    ActionNames: [action],
    ResourceArns: [resource],
  });
  const decision = EvaluationResults[0]?.EvalDecision;
  if (decision === "allowed") return undefined;
  const user = `arn:${aws.partition}:sts::${aws.accountId}:assumed-role/${lastPart(roleArn)}/${taskId}`;
  const because =
    decision === "explicitDeny"
      ? "with an explicit deny in an identity-based policy"
      : `because no identity-based policy allows the ${action} action`;
  return `User: ${user} is not authorized to perform: ${action} on resource: ${named} ${because}`;
}
