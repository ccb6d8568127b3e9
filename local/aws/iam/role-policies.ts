import type * as sdk from "@aws-sdk/client-iam";
import { AwsError } from "../errors.js";
import type { Policies } from "./policies.js";
import { parsePolicy, type Statement } from "./policy-document.js";
import { paginate, type Role } from "./role.js";

const MAX_INLINE_BYTES = 10_240;
const MAX_ATTACHED = 10;

/** What a role's identity policies say, inline and attached. */
export function statementsOf(role: Role, policies: Policies): Statement[] {
  const attached = [...role.attachedPolicies].map((arn) => policies.document(arn));
  return [...role.inlinePolicies.values(), ...attached].flatMap((document) => parsePolicy(document, "identity"));
}

export function putInline(role: Role, { PolicyName = "", PolicyDocument = "" }: sdk.PutRolePolicyRequest): void {
  parsePolicy(PolicyDocument, "identity");
  const others = [...role.inlinePolicies].filter(([name]) => name !== PolicyName).map(([, document]) => document);
  // White space does not count.
  const bytes = [...others, PolicyDocument].join("").replace(/\s/g, "").length;
  if (bytes > MAX_INLINE_BYTES)
    throw new AwsError(
      "LimitExceeded",
      `Maximum policy size of ${MAX_INLINE_BYTES} bytes exceeded for role ${role.name}`,
    );
  role.inlinePolicies.set(PolicyName, PolicyDocument);
}

export function getInline(role: Role, { PolicyName = "" }: sdk.GetRolePolicyRequest): sdk.GetRolePolicyResponse {
  const document = role.inlinePolicies.get(PolicyName);
  if (document === undefined) throw noSuchInline(PolicyName);
  return { RoleName: role.name, PolicyName, PolicyDocument: encodeURIComponent(document) };
}

export function deleteInline(role: Role, { PolicyName = "" }: sdk.DeleteRolePolicyRequest): void {
  if (!role.inlinePolicies.delete(PolicyName)) throw noSuchInline(PolicyName);
}

export function attach(role: Role, policies: Policies, { PolicyArn = "" }: sdk.AttachRolePolicyRequest): void {
  // Looked up for its errors: the policy has to exist.
  policies.document(PolicyArn, "does not exist or is not attachable");
  if (!role.attachedPolicies.has(PolicyArn) && role.attachedPolicies.size >= MAX_ATTACHED)
    throw new AwsError("LimitExceeded", `Cannot exceed quota for PoliciesPerRole: ${MAX_ATTACHED}`);
  role.attachedPolicies.add(PolicyArn);
}

export function detach(role: Role, { PolicyArn = "" }: sdk.DetachRolePolicyRequest): void {
  if (!role.attachedPolicies.delete(PolicyArn))
    throw new AwsError("NoSuchEntity", `Policy ${PolicyArn} was not found.`);
}

export function listAttached(
  role: Role,
  input: sdk.ListAttachedRolePoliciesRequest,
): sdk.ListAttachedRolePoliciesResponse {
  const { page, ...rest } = paginate([...role.attachedPolicies], input);
  const AttachedPolicies = page.map((PolicyArn) => ({ PolicyArn, PolicyName: PolicyArn.split("/").at(-1) }));
  return { AttachedPolicies, ...rest };
}

function noSuchInline(name: string): AwsError {
  return new AwsError("NoSuchEntity", `The role policy with name ${name} cannot be found.`);
}
