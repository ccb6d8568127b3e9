import type * as sdk from "@aws-sdk/client-iam";
import type { Aws, Call } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";
import { refuseOthers } from "../wire/supported.js";
import type { Context } from "./conditions.js";
import { trusts } from "./evaluation.js";
import { checkSharedProviders } from "./identity-provider-controls.js";
import { serviceLinkedRoles } from "./managed-policies.js";
import { OidcProviders } from "./oidc-providers.js";
import { Policies } from "./policies.js";
import { parsePolicy, type Statement } from "./policy-document.js";
import { refuseUnknownKeys } from "./request-context.js";
import { describeRole, paginate, putTags, type Role, tagList } from "./role.js";
import * as rolePolicies from "./role-policies.js";
import { simulate } from "./simulation.js";

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Identity and Access Management: roles, policies and identity providers, and one user, the administrator. What the
 * policies of a role say decides what its sessions may call: see authorization.ts.
 */
export class Iam {
  readonly #aws: Aws;
  readonly #roles = new Map<string, Role>();
  readonly #policies: Policies;
  readonly #oidcProviders: OidcProviders;

  constructor(aws: Aws) {
    this.#aws = aws;
    this.#policies = new Policies(aws);
    this.#oidcProviders = new OidcProviders(aws);
  }

  /** The role of this ARN as GetRole shows it, or undefined. */
  roleByArn(arn: string): sdk.Role | undefined {
    for (const role of this.#roles.values()) if (role.arn === arn) return describeRole(role);
    return undefined;
  }

  /**
   * Whether a role's trust policy lets an AWS principal, a service or the user of an identity provider (`federated`, the
   * provider's ARN) do `action` on it.
   */
  trusts(
    roleArn: string,
    {
      aws,
      service,
      federated,
      action,
      context = {},
    }: { aws?: string; service?: string; federated?: string; action: string; context?: Context },
  ): boolean {
    const role = [...this.#roles.values()].find(({ arn }) => arn === roleArn);
    if (role === undefined) return false;
    const caller = {
      ...(aws === undefined ? {} : { aws: [aws, ...this.#rolesOfSession(aws)] }),
      ...(service === undefined ? {} : { service }),
      ...(federated === undefined ? {} : { federated }),
    };
    const statements = parsePolicy(role.trustPolicy, "trust");
    refuseUnknownKeys(statements, { action, resource: "*", context });
    return trusts(statements, caller, action, context);
  }

  /** The ARN and the audiences of the identity provider of an issuer (`https://...`), or undefined for none. */
  oidcProvider(issuer: string): { arn: string; clientIds: readonly string[] } | undefined {
    return this.#oidcProviders.find(issuer);
  }

  /** A role's tags; none for a role that is not there. */
  roleTags(name: string): Record<string, string> {
    return Object.fromEntries(this.#roles.get(name)?.tags ?? []);
  }

  snapshot(): object {
    const roles = [...this.#roles.values()].map(({ name, arn, tags, inlinePolicies, attachedPolicies }) => ({
      name,
      arn,
      tags: Object.fromEntries(tags),
      inlinePolicies: [...inlinePolicies.keys()],
      attachedPolicies: [...attachedPolicies],
    }));
    return { roles, policies: this.#policies.snapshot(), oidcProviders: this.#oidcProviders.snapshot() };
  }

  async CreateRole(input: sdk.CreateRoleRequest): Promise<sdk.CreateRoleResponse> {
    refuseOthers("CreateRole", input, [
      "RoleName",
      "AssumeRolePolicyDocument",
      "Path",
      "Description",
      "MaxSessionDuration",
      "Tags",
    ]);
    const { RoleName = "", Path = "/", AssumeRolePolicyDocument = "", MaxSessionDuration = 3600 } = input;
    checkSharedProviders(parsePolicy(AssumeRolePolicyDocument, "trust"));
    if ([...this.#roles.keys()].some((name) => name.toLowerCase() === RoleName.toLowerCase()))
      throw new AwsError("EntityAlreadyExists", `Role with name ${RoleName} already exists.`);
    const role = this.#newRole({ name: RoleName, path: Path, trustPolicy: AssumeRolePolicyDocument });
    role.description = input.Description;
    role.maxSessionDuration = MaxSessionDuration;
    putTags(role.tags, input.Tags ?? []);
    this.#roles.set(RoleName, role);
    return { Role: describeRole(role) };
  }

  async CreateServiceLinkedRole(
    input: sdk.CreateServiceLinkedRoleRequest,
  ): Promise<sdk.CreateServiceLinkedRoleResponse> {
    refuseOthers("CreateServiceLinkedRole", input, ["AWSServiceName", "Description"]);
    const service = input.AWSServiceName ?? "";
    const name = serviceLinkedRoles[service];
    if (name === undefined) throw notImplemented(`the service-linked role of ${service}`);
    if (this.#roles.has(name))
      throw new AwsError(
        "InvalidInput",
        `Service role name ${name} has been taken in this account, please try a different suffix.`,
      );
    // Lists, as in the example of https://docs.aws.amazon.com/cli/latest/reference/iam/create-service-linked-role.html
    const Statement = [{ Action: ["sts:AssumeRole"], Principal: { Service: [service] }, Effect: "Allow" }];
    const role = this.#newRole({
      name,
      path: `/aws-service-role/${service}/`,
      trustPolicy: JSON.stringify({ Version: "2012-10-17", Statement }),
      serviceLinked: true,
    });
    role.description = input.Description;
    this.#roles.set(name, role);
    return { Role: describeRole(role) };
  }

  async GetRole({ RoleName }: sdk.GetRoleRequest): Promise<sdk.GetRoleResponse> {
    return { Role: describeRole(this.#role(RoleName)) };
  }

  async ListRoles(input: sdk.ListRolesRequest = {}): Promise<sdk.ListRolesResponse> {
    const { PathPrefix = "/" } = input;
    const roles = [...this.#roles.values()].filter(({ path }) => path.startsWith(PathPrefix)).sort(byName);
    const { page, ...rest } = paginate(roles, input);
    // Lists leave out tags.
    return { Roles: page.map((role) => ({ ...describeRole(role), Tags: undefined })), ...rest };
  }

  async UpdateRole(input: sdk.UpdateRoleRequest): Promise<sdk.UpdateRoleResponse> {
    const role = this.#ownRole(input.RoleName);
    if (input.MaxSessionDuration !== undefined) {
      role.maxSessionDuration = input.MaxSessionDuration;
    }
    if (input.Description !== undefined) role.description = input.Description;
    return {};
  }

  async UpdateRoleDescription(input: sdk.UpdateRoleDescriptionRequest): Promise<sdk.UpdateRoleDescriptionResponse> {
    const role = this.#ownRole(input.RoleName);
    role.description = input.Description;
    return { Role: describeRole(role) };
  }

  async UpdateAssumeRolePolicy({ RoleName, PolicyDocument = "" }: sdk.UpdateAssumeRolePolicyRequest): Promise<void> {
    const role = this.#ownRole(RoleName);
    checkSharedProviders(parsePolicy(PolicyDocument, "trust"));
    role.trustPolicy = PolicyDocument;
  }

  async DeleteRole({ RoleName }: sdk.DeleteRoleRequest): Promise<void> {
    const role = this.#ownRole(RoleName);
    if (role.attachedPolicies.size > 0)
      throw new AwsError("DeleteConflict", "Cannot delete entity, must detach all policies first.");
    if (role.inlinePolicies.size > 0)
      throw new AwsError("DeleteConflict", "Cannot delete entity, must delete policies first.");
    this.#roles.delete(role.name);
  }

  async PutRolePolicy(input: sdk.PutRolePolicyRequest): Promise<void> {
    rolePolicies.putInline(this.#ownRole(input.RoleName), input);
  }

  async GetRolePolicy(input: sdk.GetRolePolicyRequest): Promise<sdk.GetRolePolicyResponse> {
    return rolePolicies.getInline(this.#role(input.RoleName), input);
  }

  async ListRolePolicies(input: sdk.ListRolePoliciesRequest): Promise<sdk.ListRolePoliciesResponse> {
    const { page, ...rest } = paginate([...this.#role(input.RoleName).inlinePolicies.keys()].sort(), input);
    return { PolicyNames: page, ...rest };
  }

  async DeleteRolePolicy(input: sdk.DeleteRolePolicyRequest): Promise<void> {
    rolePolicies.deleteInline(this.#ownRole(input.RoleName), input);
  }

  async AttachRolePolicy(input: sdk.AttachRolePolicyRequest): Promise<void> {
    rolePolicies.attach(this.#ownRole(input.RoleName), this.#policies, input);
  }

  async DetachRolePolicy(input: sdk.DetachRolePolicyRequest): Promise<void> {
    rolePolicies.detach(this.#ownRole(input.RoleName), input);
  }

  async ListAttachedRolePolicies(
    input: sdk.ListAttachedRolePoliciesRequest,
  ): Promise<sdk.ListAttachedRolePoliciesResponse> {
    return rolePolicies.listAttached(this.#role(input.RoleName), input);
  }

  async TagRole({ RoleName, Tags = [] }: sdk.TagRoleRequest): Promise<void> {
    putTags(this.#role(RoleName).tags, Tags);
  }

  async UntagRole({ RoleName, TagKeys = [] }: sdk.UntagRoleRequest): Promise<void> {
    const { tags } = this.#role(RoleName);
    for (const key of TagKeys) tags.delete(key);
  }

  async ListRoleTags(input: sdk.ListRoleTagsRequest): Promise<sdk.ListRoleTagsResponse> {
    const { page, ...rest } = paginate(tagList(this.#role(input.RoleName).tags), input);
    return { Tags: page, ...rest };
  }

  async CreatePolicy(input: sdk.CreatePolicyRequest): Promise<sdk.CreatePolicyResponse> {
    return { Policy: this.#policies.create(input) };
  }

  async GetPolicy({ PolicyArn = "" }: sdk.GetPolicyRequest): Promise<sdk.GetPolicyResponse> {
    return { Policy: { ...this.#policies.describe(PolicyArn), AttachmentCount: this.#attachments(PolicyArn) } };
  }

  async GetPolicyVersion(input: sdk.GetPolicyVersionRequest): Promise<sdk.GetPolicyVersionResponse> {
    return { PolicyVersion: this.#policies.version(input.PolicyArn ?? "", input.VersionId ?? "") };
  }

  async DeletePolicy({ PolicyArn = "" }: sdk.DeletePolicyRequest): Promise<void> {
    if (this.#attachments(PolicyArn) > 0)
      throw new AwsError("DeleteConflict", "Cannot delete a policy attached to entities.");
    this.#policies.delete(PolicyArn);
  }

  async CreateOpenIDConnectProvider(
    input: sdk.CreateOpenIDConnectProviderRequest,
  ): Promise<sdk.CreateOpenIDConnectProviderResponse> {
    return this.#oidcProviders.create(input);
  }

  async GetOpenIDConnectProvider(
    input: sdk.GetOpenIDConnectProviderRequest,
  ): Promise<sdk.GetOpenIDConnectProviderResponse> {
    return this.#oidcProviders.describe(input.OpenIDConnectProviderArn ?? "");
  }

  async ListOpenIDConnectProviders(): Promise<sdk.ListOpenIDConnectProvidersResponse> {
    return this.#oidcProviders.list();
  }

  async AddClientIDToOpenIDConnectProvider(input: sdk.AddClientIDToOpenIDConnectProviderRequest): Promise<void> {
    this.#oidcProviders.addClientId(input.OpenIDConnectProviderArn ?? "", input.ClientID ?? "");
  }

  async RemoveClientIDFromOpenIDConnectProvider(
    input: sdk.RemoveClientIDFromOpenIDConnectProviderRequest,
  ): Promise<void> {
    this.#oidcProviders.removeClientId(input.OpenIDConnectProviderArn ?? "", input.ClientID ?? "");
  }

  async UpdateOpenIDConnectProviderThumbprint(input: sdk.UpdateOpenIDConnectProviderThumbprintRequest): Promise<void> {
    this.#oidcProviders.putThumbprints(input.OpenIDConnectProviderArn ?? "", input.ThumbprintList ?? []);
  }

  async TagOpenIDConnectProvider(input: sdk.TagOpenIDConnectProviderRequest): Promise<void> {
    this.#oidcProviders.tag(input.OpenIDConnectProviderArn ?? "", input.Tags ?? []);
  }

  async UntagOpenIDConnectProvider(input: sdk.UntagOpenIDConnectProviderRequest): Promise<void> {
    this.#oidcProviders.untag(input.OpenIDConnectProviderArn ?? "", input.TagKeys ?? []);
  }

  async DeleteOpenIDConnectProvider(input: sdk.DeleteOpenIDConnectProviderRequest): Promise<void> {
    this.#oidcProviders.delete(input.OpenIDConnectProviderArn ?? "");
  }

  async GetUser(input: sdk.GetUserRequest = {}, call?: Call): Promise<sdk.GetUserResponse> {
    const caller = this.#aws.sts.credentials(call?.accessKeyId ?? "");
    const own = input.UserName === undefined && caller?.arn.includes(":user/") === true;
    if (!own && input.UserName !== "administrator")
      throw new AwsError("NoSuchEntity", `The user with name ${input.UserName} cannot be found.`);
    return {
      User: {
        Path: "/",
        UserName: "administrator",
        UserId: "AIDACKCEVSQ6C2EXAMPLE",
        Arn: this.#administratorArn(),
        CreateDate: new Date("2026-01-01T00:00:00Z"),
      },
    };
  }

  async SimulatePrincipalPolicy(input: sdk.SimulatePrincipalPolicyRequest): Promise<sdk.SimulatePolicyResponse> {
    return simulate(this.#statementsOf(input.PolicySourceArn ?? ""), input);
  }

  /** What the identity policies of a caller say; the administrator may do everything. */
  statementsOfCaller(arn: string): readonly Statement[] | "all" {
    if (arn === this.#administratorArn()) return "all";
    const [role] = this.#rolesOfSession(arn);
    return role === undefined ? [] : this.#statementsOf(role);
  }

  /** The ARN of the role of a name, whatever its path; undefined for none. */
  roleArn(name: string): string | undefined {
    return this.#roles.get(name)?.arn;
  }

  #statementsOf(principalArn: string): Statement[] {
    if (principalArn === this.#administratorArn())
      return parsePolicy(
        this.#policies.document(`arn:${this.#aws.partition}:iam::aws:policy/AdministratorAccess`),
        "identity",
      );
    const role = [...this.#roles.values()].find(({ arn }) => arn === principalArn);
    if (role === undefined) {
      if (!/^arn:[^:]+:iam::\d{12}:(user|role|group)\//.test(principalArn))
        throw new AwsError(
          "InvalidInput",
          `Invalid Entity Arn: ${principalArn} does not clearly define entity type and name.`,
        );
      throw new AwsError("NoSuchEntity", `The entity ${principalArn} cannot be found.`);
    }
    return rolePolicies.statementsOf(role, this.#policies);
  }

  #administratorArn(): string {
    return `arn:${this.#aws.partition}:iam::${this.#aws.accountId}:user/administrator`;
  }

  #attachments(policyArn: string): number {
    return [...this.#roles.values()].filter(({ attachedPolicies }) => attachedPolicies.has(policyArn)).length;
  }

  /** A session's ARN names the role, but not its path. */
  #rolesOfSession(arn: string): string[] {
    const name = /^arn:[^:]+:sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn)?.[1];
    const role = name === undefined ? undefined : this.#roles.get(name);
    return role === undefined ? [] : [role.arn];
  }

  #role(name = ""): Role {
    const role = this.#roles.get(name);
    if (role === undefined) throw new AwsError("NoSuchEntity", `The role with name ${name} cannot be found.`);
    return role;
  }

  /** A role that its account may change: not one that belongs to a service. */
  #ownRole(name: string | undefined): Role {
    const role = this.#role(name);
    if (role.serviceLinked)
      throw new AwsError(
        "UnmodifiableEntity",
        `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`,
      );
    return role;
  }

  #newRole({
    name,
    path,
    trustPolicy,
    serviceLinked = false,
  }: Pick<Role, "name" | "path" | "trustPolicy"> & { serviceLinked?: boolean }): Role {
    const { partition, accountId, random, clock } = this.#aws;
    return {
      name,
      path,
      trustPolicy,
      serviceLinked,
      id: `AROA${random.text(17, ID_ALPHABET)}`,
      arn: `arn:${partition}:iam::${accountId}:role${path}${name}`,
      createDate: clock.now(),
      description: undefined,
      maxSessionDuration: 3600,
      tags: new Map(),
      inlinePolicies: new Map(),
      attachedPolicies: new Set(),
    };
  }
}

function byName(a: Role, b: Role): number {
  return a.name < b.name ? -1 : 1;
}
