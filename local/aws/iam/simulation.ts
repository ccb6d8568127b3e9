import type * as sdk from "@aws-sdk/client-iam";
import { AwsError } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import { evaluate, missingContext } from "./evaluation.js";
import type { Statement } from "./policy-document.js";
import { paginate } from "./role.js";

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export function simulate(
  statements: readonly Statement[],
  input: sdk.SimulatePrincipalPolicyRequest,
): sdk.SimulatePolicyResponse {
  refuseOthers("SimulatePrincipalPolicy", input, [
    "PolicySourceArn",
    "ActionNames",
    "ResourceArns",
    "ContextEntries",
    "MaxItems",
    "Marker",
  ]);
  const { ActionNames = [], ResourceArns = ["*"], ContextEntries = [] } = input;
  const context = Object.fromEntries(
    ContextEntries.map(({ ContextKeyName = "", ContextKeyValues = [] }) => [ContextKeyName, ContextKeyValues]),
  );
  for (const action of ActionNames)
    if (!/^[\w-]+:[\w*]+$|^\*$/.test(action)) throw new AwsError("InvalidInput", `Invalid Action: ${action}`);
  const results = ActionNames.flatMap((action) =>
    ResourceArns.map(
      (resource): sdk.EvaluationResult => ({
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: evaluate(statements, { action, resource, context }),
        MatchedStatements: [],
        MissingContextValues: missingContext(statements, { action, resource, context }),
      }),
    ),
  );
  const { page, ...rest } = paginate(results, input);
  return { EvaluationResults: page, ...rest };
}
