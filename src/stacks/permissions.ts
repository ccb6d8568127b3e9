import { type IAMClient, SimulatePrincipalPolicyCommand } from "@aws-sdk/client-iam";
import type { Permission } from "../plan/permissions.js";

/**
 * Asks IAM which of these actions a role or user is not allowed, without doing any of them. What depends on conditions
 * that a simulation cannot know counts as allowed: a false alarm would be worse than a late one.
 *
 * @returns the refused actions, or undefined if the caller may not ask, or IAM does not know the role
 */
export async function refusedActions(
  client: IAMClient,
  source: string,
  permissions: readonly Permission[],
  signal: AbortSignal,
): Promise<string[] | undefined> {
  try {
    const answers = await Promise.all(
      permissions.map(async ({ actions, resources }) => {
        const { EvaluationResults = [] } = await client.send(
          new SimulatePrincipalPolicyCommand({
            PolicySourceArn: source,
            ActionNames: [...actions],
            ResourceArns: [...resources],
            MaxItems: 1000,
          }),
          { abortSignal: signal },
        );
        const allowed = EvaluationResults.filter(
          ({ EvalDecision, MissingContextValues = [] }) =>
            EvalDecision === "allowed" || MissingContextValues.length > 0,
        ).map(({ EvalActionName }) => EvalActionName);
        return actions.filter((action) => !allowed.includes(action));
      }),
    );
    return [...new Set(answers.flat())].sort();
  } catch (error) {
    if (
      error instanceof Error &&
      /^(AccessDenied|AccessDeniedException|NoSuchEntity|NoSuchEntityException)$/.test(error.name)
    )
      return undefined;
    throw error;
  }
}
