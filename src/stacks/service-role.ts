import { CreateServiceLinkedRoleCommand, type IAMClient } from "@aws-sdk/client-iam";

/**
 * Makes ECS's own role in an account that has never used ECS. ECS does it by itself with the first cluster, and then fails
 * to make that cluster: in its first seconds a role is of no use.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html
 *
 * @returns whether it was made just now; whatever IAM has against it, the cluster will tell
 */
export async function makeServiceRole(iam: IAMClient, signal: AbortSignal): Promise<boolean> {
  try {
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: "ecs.amazonaws.com" }), {
      abortSignal: signal,
    });
    return true;
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}
