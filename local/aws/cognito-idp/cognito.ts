import type * as sdk from "@aws-sdk/client-cognito-identity-provider";
import { respond } from "../../edge/sign-in/endpoints.js";
import { SignInHost } from "../../edge/sign-in/host.js";
import type { Aws } from "../aws.js";
import { initiateAuth, respondToAuthChallenge } from "./authentication.js";
import {
  createBranding,
  deleteBranding,
  describeBranding,
  findBranding,
  findBrandingByClient,
  updateBranding,
} from "./branding.js";
import { createUserPoolClient, deleteUserPoolClient, listUserPoolClients, updateUserPoolClient } from "./clients.js";
import { createUserPoolDomain, deleteUserPoolDomain, describeUserPoolDomain, updateUserPoolDomain } from "./domains.js";
import { adminResetUserPassword, confirmForgotPassword, forgotPassword } from "./forgotten-password.js";
import { listUsers } from "./list-users.js";
import { changePassword, getUser, ownAccount, revokeRefreshToken } from "./own-account.js";
import { confirmSignUp, confirmWithoutCode, resendConfirmationCode, signUp } from "./sign-up.js";
import { type AppClient, type CognitoState, domainsOf, type Message, requireClient, requirePool } from "./state.js";
import {
  createUserPool,
  deleteUserPool,
  describeUserPool,
  listTags,
  listUserPools,
  tagResource,
  untagResource,
  updateUserPool,
} from "./user-pools.js";
import {
  adminCreateUser,
  adminDeleteUser,
  adminDeleteUserAttributes,
  adminSetUserPassword,
  adminUpdateUserAttributes,
  describeUser,
  requireUser,
  setEnabled,
  signOutEverywhere,
} from "./users.js";

/**
 * Amazon Cognito user pools: the API, and behind each domain the classic sign-in pages (`edge/sign-in`).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
 */
export class Cognito {
  readonly #state: CognitoState;
  readonly #host: SignInHost;

  constructor(aws: Aws) {
    const state: CognitoState = { aws, pools: new Map(), domains: new Map(), outbox: [] };
    this.#state = state;
    this.#host = new SignInHost(aws, (request) => respond(state, request));
  }

  async CreateUserPool(input: sdk.CreateUserPoolRequest): Promise<sdk.CreateUserPoolResponse> {
    const pool = createUserPool(this.#state, input);
    // Tokens are verified with keys from the issuer's host, domain or not.
    await this.#host.publishIssuer();
    return { UserPool: describeUserPool(this.#state, pool) };
  }

  DescribeUserPool(input: sdk.DescribeUserPoolRequest): sdk.DescribeUserPoolResponse {
    return { UserPool: describeUserPool(this.#state, requirePool(this.#state, input.UserPoolId)) };
  }

  UpdateUserPool(input: sdk.UpdateUserPoolRequest): sdk.UpdateUserPoolResponse {
    updateUserPool(this.#state, input);
    return {};
  }

  DeleteUserPool(input: sdk.DeleteUserPoolRequest): object {
    deleteUserPool(this.#state, input);
    return {};
  }

  ListUserPools(input: sdk.ListUserPoolsRequest): sdk.ListUserPoolsResponse {
    return listUserPools(this.#state, input);
  }

  TagResource(input: sdk.TagResourceRequest): sdk.TagResourceResponse {
    tagResource(this.#state, input);
    return {};
  }

  UntagResource(input: sdk.UntagResourceRequest): sdk.UntagResourceResponse {
    untagResource(this.#state, input);
    return {};
  }

  ListTagsForResource(input: sdk.ListTagsForResourceRequest): sdk.ListTagsForResourceResponse {
    return { Tags: listTags(this.#state, input) };
  }

  CreateUserPoolDomain(input: sdk.CreateUserPoolDomainRequest): sdk.CreateUserPoolDomainResponse {
    const domain = createUserPoolDomain(this.#state, input, (...names) => this.#host.publish(...names));
    return { ManagedLoginVersion: domain.managedLoginVersion, CloudFrontDomain: domain.custom && domain.distribution };
  }

  DescribeUserPoolDomain(input: sdk.DescribeUserPoolDomainRequest): sdk.DescribeUserPoolDomainResponse {
    return { DomainDescription: describeUserPoolDomain(this.#state, input) };
  }

  UpdateUserPoolDomain(input: sdk.UpdateUserPoolDomainRequest): sdk.UpdateUserPoolDomainResponse {
    const domain = updateUserPoolDomain(this.#state, input);
    return { ManagedLoginVersion: domain.managedLoginVersion, CloudFrontDomain: domain.custom && domain.distribution };
  }

  DeleteUserPoolDomain(input: sdk.DeleteUserPoolDomainRequest): sdk.DeleteUserPoolDomainResponse {
    deleteUserPoolDomain(this.#state, input);
    return {};
  }

  CreateUserPoolClient(input: sdk.CreateUserPoolClientRequest): sdk.CreateUserPoolClientResponse {
    return { UserPoolClient: { ...createUserPoolClient(this.#state, input) } };
  }

  DescribeUserPoolClient(input: sdk.DescribeUserPoolClientRequest): sdk.DescribeUserPoolClientResponse {
    return { UserPoolClient: { ...this.#client(input) } };
  }

  UpdateUserPoolClient(input: sdk.UpdateUserPoolClientRequest): sdk.UpdateUserPoolClientResponse {
    return { UserPoolClient: { ...updateUserPoolClient(this.#state, input) } };
  }

  DeleteUserPoolClient(input: sdk.DeleteUserPoolClientRequest): object {
    deleteUserPoolClient(this.#state, this.#client(input));
    return {};
  }

  ListUserPoolClients(input: sdk.ListUserPoolClientsRequest): sdk.ListUserPoolClientsResponse {
    return listUserPoolClients(this.#state, input);
  }

  CreateManagedLoginBranding(input: sdk.CreateManagedLoginBrandingRequest): sdk.CreateManagedLoginBrandingResponse {
    const branding = createBranding(this.#state, input);
    return { ManagedLoginBranding: describeBranding(requirePool(this.#state, input.UserPoolId), branding) };
  }

  DescribeManagedLoginBranding(
    input: sdk.DescribeManagedLoginBrandingRequest,
  ): sdk.DescribeManagedLoginBrandingResponse {
    const { pool, branding } = findBranding(this.#state, input);
    return { ManagedLoginBranding: describeBranding(pool, branding) };
  }

  DescribeManagedLoginBrandingByClient(
    input: sdk.DescribeManagedLoginBrandingByClientRequest,
  ): sdk.DescribeManagedLoginBrandingByClientResponse {
    const { pool, branding } = findBrandingByClient(this.#state, input);
    return { ManagedLoginBranding: describeBranding(pool, branding) };
  }

  UpdateManagedLoginBranding(input: sdk.UpdateManagedLoginBrandingRequest): sdk.UpdateManagedLoginBrandingResponse {
    const { pool, branding } = updateBranding(this.#state, input);
    return { ManagedLoginBranding: describeBranding(pool, branding) };
  }

  DeleteManagedLoginBranding(input: sdk.DeleteManagedLoginBrandingRequest): object {
    deleteBranding(this.#state, input);
    return {};
  }

  AdminCreateUser(input: sdk.AdminCreateUserRequest): sdk.AdminCreateUserResponse {
    return { User: describeUser(adminCreateUser(this.#state, input)) };
  }

  AdminGetUser(input: sdk.AdminGetUserRequest): sdk.AdminGetUserResponse {
    const { Attributes, Username, ...user } = describeUser(requireUser(this.#state, input).user);
    return { ...user, Username, UserAttributes: Attributes };
  }

  AdminSetUserPassword(input: sdk.AdminSetUserPasswordRequest): sdk.AdminSetUserPasswordResponse {
    adminSetUserPassword(this.#state, input);
    return {};
  }

  AdminUpdateUserAttributes(input: sdk.AdminUpdateUserAttributesRequest): sdk.AdminUpdateUserAttributesResponse {
    adminUpdateUserAttributes(this.#state, input);
    return {};
  }

  AdminDeleteUser(input: sdk.AdminDeleteUserRequest): object {
    adminDeleteUser(this.#state, input);
    return {};
  }

  AdminDisableUser(input: sdk.AdminDisableUserRequest): sdk.AdminDisableUserResponse {
    setEnabled(this.#state, input, false);
    return {};
  }

  AdminEnableUser(input: sdk.AdminEnableUserRequest): sdk.AdminEnableUserResponse {
    setEnabled(this.#state, input, true);
    return {};
  }

  AdminDeleteUserAttributes(input: sdk.AdminDeleteUserAttributesRequest): sdk.AdminDeleteUserAttributesResponse {
    adminDeleteUserAttributes(this.#state, input);
    return {};
  }

  AdminResetUserPassword(input: sdk.AdminResetUserPasswordRequest): sdk.AdminResetUserPasswordResponse {
    adminResetUserPassword(this.#state, input);
    return {};
  }

  AdminConfirmSignUp(input: sdk.AdminConfirmSignUpRequest): sdk.AdminConfirmSignUpResponse {
    confirmWithoutCode(this.#state, requireUser(this.#state, input).user);
    return {};
  }

  AdminUserGlobalSignOut(input: sdk.AdminUserGlobalSignOutRequest): sdk.AdminUserGlobalSignOutResponse {
    signOutEverywhere(this.#state, input);
    return {};
  }

  ListUsers(input: sdk.ListUsersRequest): sdk.ListUsersResponse {
    return listUsers(this.#state, input);
  }

  SignUp(input: sdk.SignUpRequest): sdk.SignUpResponse {
    const { user, delivery } = signUp(this.#state, input);
    return { UserConfirmed: false, UserSub: user.sub, ...(delivery ? { CodeDeliveryDetails: delivery } : {}) };
  }

  ConfirmSignUp(input: sdk.ConfirmSignUpRequest): sdk.ConfirmSignUpResponse {
    confirmSignUp(this.#state, input);
    return {};
  }

  ResendConfirmationCode(input: sdk.ResendConfirmationCodeRequest): sdk.ResendConfirmationCodeResponse {
    return { CodeDeliveryDetails: resendConfirmationCode(this.#state, input) };
  }

  ForgotPassword(input: sdk.ForgotPasswordRequest): sdk.ForgotPasswordResponse {
    return { CodeDeliveryDetails: forgotPassword(this.#state, input) };
  }

  ConfirmForgotPassword(input: sdk.ConfirmForgotPasswordRequest): sdk.ConfirmForgotPasswordResponse {
    confirmForgotPassword(this.#state, input);
    return {};
  }

  GetUser(input: sdk.GetUserRequest): Promise<sdk.GetUserResponse> {
    return getUser(this.#state, input);
  }

  async ChangePassword(input: sdk.ChangePasswordRequest): Promise<sdk.ChangePasswordResponse> {
    await changePassword(this.#state, input);
    return {};
  }

  async GlobalSignOut(input: sdk.GlobalSignOutRequest): Promise<sdk.GlobalSignOutResponse> {
    const { pool, user } = await ownAccount(this.#state, input);
    signOutEverywhere(this.#state, { UserPoolId: pool.id, Username: user.username });
    return {};
  }

  async DeleteUser(input: sdk.DeleteUserRequest): Promise<object> {
    const { pool, user } = await ownAccount(this.#state, input);
    adminDeleteUser(this.#state, { UserPoolId: pool.id, Username: user.username });
    return {};
  }

  RevokeToken(input: sdk.RevokeTokenRequest): sdk.RevokeTokenResponse {
    revokeRefreshToken(this.#state, input);
    return {};
  }

  InitiateAuth(input: sdk.InitiateAuthRequest): Promise<sdk.InitiateAuthResponse> {
    return initiateAuth(this.#state, { ...input, UserPoolId: undefined });
  }

  AdminInitiateAuth(input: sdk.AdminInitiateAuthRequest): Promise<sdk.AdminInitiateAuthResponse> {
    return initiateAuth(this.#state, input);
  }

  RespondToAuthChallenge(input: sdk.RespondToAuthChallengeRequest): Promise<sdk.RespondToAuthChallengeResponse> {
    return respondToAuthChallenge(this.#state, { ...input, UserPoolId: undefined });
  }

  AdminRespondToAuthChallenge(
    input: sdk.AdminRespondToAuthChallengeRequest,
  ): Promise<sdk.AdminRespondToAuthChallengeResponse> {
    return respondToAuthChallenge(this.#state, input);
  }

  /** ARNs of CloudFront's distributions that show the certificate: ACM's `InUseBy`. */
  certificateUsers(certificateArn: string): string[] {
    return [...this.#state.domains.values()].flatMap(({ custom }) =>
      custom?.certificateArn === certificateArn ? [custom.distributionArn] : [],
    );
  }

  /** Whether CloudFront has a distribution of that domain name, in lower case. */
  hasDistribution(domainName: string): boolean {
    return [...this.#state.domains.values()].some(({ distribution }) => distribution === domainName);
  }

  /** Every e-mail that AWS would have sent, oldest first. */
  outbox(): readonly Message[] {
    return [...this.#state.outbox];
  }

  /** What exists, without passwords and client secrets; the outbox's codes are there to be read. */
  snapshot(): object {
    const userPools = [...this.#state.pools.values()].map((pool) => ({
      ...describeUserPool(this.#state, pool),
      domain: domainsOf(this.#state, pool).prefix?.status,
      customDomain: domainsOf(this.#state, pool).custom?.status,
      clients: [...pool.clients.values()].map(({ ClientSecret: _, ...client }) => client),
      users: [...pool.users.values()].map((user) => describeUser(user)),
    }));
    return { userPools, outbox: this.outbox() };
  }

  /** Stops the sign-in host. */
  async close(): Promise<void> {
    for (const { deleted } of this.#state.domains.values()) deleted.abort();
    await this.#host.close();
  }

  #client(input: { UserPoolId: string | undefined; ClientId: string | undefined }): AppClient {
    return requireClient(requirePool(this.#state, input.UserPoolId), input.ClientId);
  }
}
