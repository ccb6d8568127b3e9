import type { Aws } from "../aws.js";
import { durations } from "../durations.js";
import { AwsError } from "../errors.js";
import { authorize } from "./authorization.js";
import { currentCaller } from "./caller.js";
import { serviceLinkedRoles } from "./managed-policies.js";

/**
 * Makes a service's own role at its first use, which its caller has to be allowed. Gives back the refusal if they are not:
 * what a service makes of it is its own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 */
export async function ensureServiceLinkedRole(aws: Aws, service: string): Promise<AwsError | undefined> {
  const exists = () => aws.iam.roleArn(serviceLinkedRoles[service] ?? "") !== undefined;
  if (exists()) return undefined;
  const caller = currentCaller();
  const input = { AWSServiceName: service };
  try {
    if (caller) await authorize(aws, { ...caller, service: "iam", operation: "CreateServiceLinkedRole" }, input);
  } catch (error) {
    if (error instanceof AwsError && error.code === "AccessDenied") return error;
    throw error;
  }
  // Another call may have been quicker.
  if (!exists()) await aws.iam.CreateServiceLinkedRole(input);
  return undefined;
}

/** Whether a service's own role was made so lately that the service cannot assume it yet. */
export async function isRoleTooNew({ iam, clock }: Aws, service: string): Promise<boolean> {
  const { Role } = await iam.GetRole({ RoleName: serviceLinkedRoles[service] ?? "" });
  const age = ((clock.now().getTime() - (Role?.CreateDate?.getTime() ?? 0)) / 1000) * clock.speed;
  return age < durations.services.serviceLinkedRolePropagation;
}
