import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { evaluate, type Request } from "./evaluation.js";
import { refuseUnknownKeys, withContext } from "./request-context.js";
import { requiredPermissions } from "./required-permissions.js";

export interface AuthorizedCall {
  /** Whose call it is; of nobody for operations that need no signature. */
  readonly accessKeyId: string;
  /** The signing name. */
  readonly service: string;
  readonly operation: string;
  /** The services that make the call on the caller's behalf (`aws:CalledVia`), the first first. */
  readonly via?: readonly string[];
}

/**
 * Refuses a call that the caller's policies do not allow, naming the action. The administrator may do everything.
 *
 * @throws AwsError with the service's own code for a refusal; NotImplementedByLocalAws where a policy has a condition that
 * cannot be decided here
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export async function authorize(
  aws: Aws,
  { accessKeyId, service, operation, via = [] }: AuthorizedCall,
  input: unknown,
): Promise<void> {
  const caller = aws.sts.credentials(accessKeyId);
  if (caller === undefined) return;
  const statements = aws.iam.statementsOfCaller(caller.arn);
  if (statements === "all") return;
  for (const each of requiredPermissions(aws, service, operation, input)) {
    const needed = await withContext(aws, statements, each, { caller, service, input, via });
    refuseUnknownKeys(statements, needed);
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
