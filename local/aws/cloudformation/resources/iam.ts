import type { Tag } from "@aws-sdk/client-iam";
import { AwsError, notImplemented } from "../../errors.js";
import { isSame } from "../changes.js";
import type { HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, isPresent, present, unlessGone } from "./answers.js";

interface InlinePolicy {
  PolicyName: string;
  PolicyDocument: unknown;
}

interface RoleProperties {
  RoleName?: string;
  Path?: string;
  Description?: string;
  AssumeRolePolicyDocument: unknown;
  MaxSessionDuration?: number;
  ManagedPolicyArns?: string[];
  Policies?: InlinePolicy[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const role: ResourceHandler<RoleProperties> = {
  supports: [
    ...["RoleName", "Path", "Description", "AssumeRolePolicyDocument", "MaxSessionDuration"],
    ...["ManagedPolicyArns", "Policies", "Tags"],
  ],
  async create({ ManagedPolicyArns = [], Policies = [], AssumeRolePolicyDocument, ...rest }, context) {
    const { iam } = context.aws;
    const RoleName = rest.RoleName ?? context.physicalName(64);
    const { Role } = await iam.CreateRole({
      ...rest,
      RoleName,
      AssumeRolePolicyDocument: document(AssumeRolePolicyDocument),
    });
    context.started(RoleName);
    for (const PolicyArn of ManagedPolicyArns) await iam.AttachRolePolicy({ RoleName, PolicyArn });
    for (const policy of Policies) await putInline(context, RoleName, policy);
    return { physicalId: RoleName, attributes: defined({ Arn: Role?.Arn, RoleId: Role?.RoleId }) };
  },
  async update({ physicalId: RoleName, properties, attributes }, next, context) {
    const { iam } = context.aws;
    const { Description = "", MaxSessionDuration = 3600, ManagedPolicyArns = [], Policies = [] } = next;
    await iam.UpdateAssumeRolePolicy({ RoleName, PolicyDocument: document(next.AssumeRolePolicyDocument) });
    await iam.UpdateRole({ RoleName, Description, MaxSessionDuration });
    for (const policy of Policies) await putInline(context, RoleName, policy);
    for (const PolicyArn of ManagedPolicyArns) await iam.AttachRolePolicy({ RoleName, PolicyArn });
    // What others have added to the role stays.
    for (const { PolicyName } of properties.Policies ?? []) {
      if (Policies.some((policy) => policy.PolicyName === PolicyName)) continue;
      await unlessGone(() => iam.DeleteRolePolicy({ RoleName, PolicyName }));
    }
    for (const PolicyArn of properties.ManagedPolicyArns ?? []) {
      if (!ManagedPolicyArns.includes(PolicyArn)) await unlessGone(() => iam.DetachRolePolicy({ RoleName, PolicyArn }));
    }
    await putTags(context, RoleName, next.Tags);
    return attributes;
  },
  exists: (RoleName, { iam }) => isPresent(async () => (await iam.GetRole({ RoleName })).Role !== undefined),
  async delete({ physicalId: RoleName, properties }, { aws: { iam } }) {
    for (const PolicyArn of properties.ManagedPolicyArns ?? []) {
      await unlessGone(() => iam.DetachRolePolicy({ RoleName, PolicyArn }));
    }
    for (const { PolicyName } of properties.Policies ?? []) {
      await unlessGone(() => iam.DeleteRolePolicy({ RoleName, PolicyName }));
    }
    await unlessGone(() => iam.DeleteRole({ RoleName }));
  },
};

interface PolicyProperties extends InlinePolicy {
  Roles?: string[];
}

/** An inline policy of roles. @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html */
export const policy: ResourceHandler<PolicyProperties> = {
  supports: ["PolicyName", "PolicyDocument", "Roles"],
  async create(properties, context) {
    checkOwners(properties);
    const physicalId = context.physicalName(128);
    context.started(physicalId);
    for (const name of properties.Roles ?? []) await putInline(context, name, properties);
    return { physicalId, attributes: { Id: physicalId } };
  },
  async update({ properties, attributes }, next, context) {
    checkOwners(next);
    for (const name of next.Roles ?? []) await putInline(context, name, next);
    const renamed = properties.PolicyName !== next.PolicyName;
    const gone = (properties.Roles ?? []).filter((name) => renamed || !next.Roles?.includes(name));
    await deleteInline(context, gone, properties.PolicyName);
    return attributes;
  },
  async delete({ properties }, context) {
    await deleteInline(context, properties.Roles ?? [], properties.PolicyName);
  },
};

function checkOwners({ Roles = [] }: PolicyProperties): void {
  if (Roles.length > 0) return;
  throw new AwsError("ValidationError", "At least one of [Groups,Roles,Users] must be non-empty.");
}

interface ManagedPolicyProperties {
  ManagedPolicyName?: string;
  Path?: string;
  Description?: string;
  PolicyDocument: unknown;
  Roles?: string[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const managedPolicy: ResourceHandler<ManagedPolicyProperties> = {
  supports: ["ManagedPolicyName", "Path", "Description", "PolicyDocument", "Roles"],
  async create({ ManagedPolicyName, PolicyDocument, Roles = [], ...rest }, context) {
    const { iam } = context.aws;
    const PolicyName = ManagedPolicyName ?? context.physicalName(128);
    const { Policy } = await iam.CreatePolicy({ ...rest, PolicyName, PolicyDocument: document(PolicyDocument) });
    const physicalId = present(Policy?.Arn, "Arn");
    context.started(physicalId);
    for (const RoleName of Roles) await iam.AttachRolePolicy({ RoleName, PolicyArn: physicalId });
    const { PolicyId, DefaultVersionId } = Policy ?? {};
    return { physicalId, attributes: defined({ PolicyArn: physicalId, PolicyId, DefaultVersionId }) };
  },
  async update({ physicalId: PolicyArn, properties, attributes }, { PolicyDocument, Roles = [] }, { aws: { iam } }) {
    // Needs versions of policies, which the local IAM does not have.
    if (!isSame(properties.PolicyDocument, PolicyDocument))
      throw notImplemented("updates of a managed policy's document");
    for (const RoleName of Roles) await iam.AttachRolePolicy({ RoleName, PolicyArn });
    for (const RoleName of properties.Roles ?? []) {
      if (!Roles.includes(RoleName)) await unlessGone(() => iam.DetachRolePolicy({ RoleName, PolicyArn }));
    }
    return attributes;
  },
  async delete({ physicalId: PolicyArn, properties }, { aws: { iam } }) {
    for (const RoleName of properties.Roles ?? []) {
      await unlessGone(() => iam.DetachRolePolicy({ RoleName, PolicyArn }));
    }
    await unlessGone(() => iam.DeletePolicy({ PolicyArn }));
  },
};

async function putInline({ aws }: HandlerContext, RoleName: string, { PolicyName, PolicyDocument }: InlinePolicy) {
  await aws.iam.PutRolePolicy({ RoleName, PolicyName, PolicyDocument: document(PolicyDocument) });
}

async function deleteInline({ aws }: HandlerContext, roles: readonly string[], PolicyName: string) {
  for (const RoleName of roles) await unlessGone(() => aws.iam.DeleteRolePolicy({ RoleName, PolicyName }));
}

async function putTags({ aws: { iam } }: HandlerContext, RoleName: string, Tags: Tag[] = []) {
  const { Tags: current = [] } = await iam.ListRoleTags({ RoleName });
  const TagKeys = current.flatMap(({ Key }) => (Key === undefined || Tags.some((tag) => tag.Key === Key) ? [] : [Key]));
  if (TagKeys.length > 0) await iam.UntagRole({ RoleName, TagKeys });
  if (Tags.length > 0) await iam.TagRole({ RoleName, Tags });
}

/** IAM's API takes policy documents as text. */
function document(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
