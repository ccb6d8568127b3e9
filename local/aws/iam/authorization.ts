import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { evaluate, type Request } from "./evaluation.js";
import { requiredPermissions } from "./required-permissions.js";

/**
 * Refuses a call that the caller's policies do not allow, naming the action. The administrator may do everything.
 *
 * @param accessKeyId whose call it is; of nobody for operations that need no signature
 * @param service the signing name
 * @throws AwsError with the service's own code for a refusal
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function authorize(
  aws: Aws,
  { accessKeyId, service, operation }: { accessKeyId: string; service: string; operation: string },
  input: unknown,
): void {
  const caller = aws.sts.credentials(accessKeyId);
  if (caller === undefined) return;
  const statements = aws.iam.statementsOfCaller(caller.arn);
  if (statements === "all") return;
  for (const needed of requiredPermissions(aws, service, operation, input)) {
    const decision = evaluate(statements, needed);
    if (decision !== "allowed") throw refusal(service, caller.arn, needed, decision === "explicitDeny");
  }
}

/** Codes from the services' "Common Errors" pages; EC2 begins with words of its own. */
function refusal(service: string, arn: string, { action, resource }: Request, explicit: boolean): AwsError {
  const why = explicit
    ? "with an explicit deny in an identity-based policy"
    : `because no identity-based policy allows the ${action} action`;
  const message = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  if (service === "ec2")
    return new AwsError("UnauthorizedOperation", `You are not authorized to perform this operation. ${message}`, {
      statusCode: 403,
    });
  return JSON_SERVICES.has(service)
    ? new AwsError("AccessDeniedException", message, { statusCode: 400 })
    : new AwsError("AccessDenied", message, { statusCode: 403 });
}

const JSON_SERVICES: ReadonlySet<string> = new Set([
  ...["ecs", "acm", "logs", "cognito-idp", "application-autoscaling", "secretsmanager", "ssm"],
]);
