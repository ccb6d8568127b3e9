import type { Request } from "../inputs/request.js";
import { ActionError } from "../lib/errors.js";
import { permissionsFor, policySource } from "../plan/permissions.js";
import type { Plan } from "../plan/plan.js";
import type { World } from "./world.js";

/**
 * Before the first stack is created: does the role hold what it takes? Half a platform is worse than none, and the
 * last stack's roles are refused minutes after the first stack's network was made.
 *
 * @throws ActionError AccessDenied, naming every action that is missing
 */
export async function checkPermissions(
  { clients, log, signal }: World,
  request: Request,
  plan: Plan,
  account: { accountId: string; region: string },
): Promise<void> {
  if (!plan.stacks.some(({ action }) => action === "create")) return;
  const { GetCallerIdentityCommand } = await import("@aws-sdk/client-sts");
  const [sts, { refusedActions }, iam] = await Promise.all([
    clients.sts(),
    import("../stacks/permissions.js"),
    clients.iam(),
  ]);
  const { Arn: caller = "" } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  const source = policySource(caller);
  const partition = caller.split(":")[1] ?? "aws";
  const refused =
    source &&
    (await refusedActions(iam, source, permissionsFor(request, plan.stacks, { ...account, partition }), signal));
  if (!refused) {
    log.info("Permissions were not checked beforehand (that takes iam:SimulatePrincipalPolicy on the role itself).");
    return;
  }
  if (refused.length > 0)
    throw new ActionError("AccessDenied", `${source} is not allowed: ${refused.join(", ")}. Nothing was created.`, {
      hint: `Allow ${refused.length === 1 ? "this action" : "these actions"} in the policy of the role that the workflow assumes.`,
    });
}
