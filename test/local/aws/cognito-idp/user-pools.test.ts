import { setTimeout } from "node:timers/promises";
import type { CreateUserPoolClientRequest } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../../../../local/aws/errors.js";
import { createRegion, type Region } from "./region.js";

let region: Region;
beforeAll(async () => {
  region = await createRegion();
});
afterAll(() => region.close());

const createPool = async (settings = {}) =>
  (await region.cognito.CreateUserPool({ PoolName: "pool", ...settings })).UserPool?.Id ?? "";

/** `Code: message` of what a call throws. */
async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof AwsError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

describe("a user pool", () => {
  it("is described with AWS's defaults", async () => {
    const { UserPool } = await region.cognito.CreateUserPool({ PoolName: "defaults" });
    expect(UserPool).toMatchObject({
      Name: "defaults",
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      MfaConfiguration: "OFF",
      DeletionProtection: "INACTIVE",
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      EstimatedNumberOfUsers: 0,
    });
    expect(UserPool?.Id).toMatch(/^eu-west-1_[0-9A-Za-z]{9}$/);
    expect(UserPool?.Arn).toBe(`arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${UserPool?.Id}`);
    expect(region.cognito.DescribeUserPool({ UserPoolId: UserPool?.Id }).UserPool).toEqual(UserPool);
  });

  it("loses on an update what isn't sent, but for what cannot change", async () => {
    const id = await createPool({
      PoolName: "before",
      UsernameAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
      UserPoolTags: { team: "a" },
    });
    region.cognito.UpdateUserPool({ UserPoolId: id, AutoVerifiedAttributes: ["email"] });
    const { UserPool } = region.cognito.DescribeUserPool({ UserPoolId: id });
    expect(UserPool).toMatchObject({
      Name: "before",
      UsernameAttributes: ["email"],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ["email"],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      Policies: { PasswordPolicy: { MinimumLength: 8, RequireSymbols: true } },
      UserPoolTags: {},
    });
  });

  it("is not deleted while protected or while it has a domain", async () => {
    const id = await createPool({ DeletionProtection: "ACTIVE" });
    const remove = () => region.cognito.DeleteUserPool({ UserPoolId: id });
    expect(await refusal(remove)).toBe(
      "InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.",
    );
    region.cognito.UpdateUserPool({ UserPoolId: id });
    region.cognito.CreateUserPoolDomain({ UserPoolId: id, Domain: "to-delete" });
    expect(await refusal(remove)).toBe(
      "InvalidParameterException: User pool cannot be deleted. It has a domain configured that should be deleted first.",
    );
    region.cognito.DeleteUserPoolDomain({ UserPoolId: id, Domain: "to-delete" });
    expect(await refusal(remove)).toBe("accepted");
    expect(await refusal(remove)).toBe(`ResourceNotFoundException: User pool ${id} does not exist.`);
  });

  it.each<[string, object, string]>([
    [
      "a short password",
      { Policies: { PasswordPolicy: { MinimumLength: 5 } } },
      "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
    ],
    [
      "an unknown setting",
      { DeletionProtection: "YES", MfaConfiguration: "MAYBE" },
      "2 validation errors detected: Value 'YES' at 'deletionProtection' failed to satisfy constraint: Member must satisfy enum value set: [ACTIVE, INACTIVE]; Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OFF, ON, OPTIONAL]",
    ],
  ])("is refused in AWS's words: %s", async (_, settings, message) => {
    expect(await refusal(() => createPool(settings))).toBe(`InvalidParameterException: ${message}`);
  });

  it.each<[string, object]>([
    ["multi-factor authentication", { MfaConfiguration: "ON" }],
    ["Lambda triggers", { LambdaConfig: { PreSignUp: "arn:aws:lambda:eu-west-1:123456789012:function:f" } }],
    ["e-mail through SES", { EmailConfiguration: { EmailSendingAccount: "DEVELOPER" } }],
    ["sign-in and verification by phone_number", { UsernameAttributes: ["phone_number"] }],
  ])("is refused loudly where the local AWS could only ignore it: %s", async (what, settings) => {
    expect(await refusal(() => createPool(settings))).toContain(
      `NotImplementedByLocalAws: The local AWS does not implement ${what}`,
    );
  });

  it("is listed page by page, and tagged", async () => {
    const id = await createPool({ UserPoolTags: { a: "1" } });
    const { UserPools = [], NextToken } = region.cognito.ListUserPools({ MaxResults: 1 });
    expect(UserPools).toHaveLength(1);
    const rest = region.cognito.ListUserPools({ MaxResults: 60, NextToken });
    expect(rest.UserPools?.map(({ Id }) => Id)).toContain(id);
    const ResourceArn = region.cognito.DescribeUserPool({ UserPoolId: id }).UserPool?.Arn;
    region.cognito.TagResource({ ResourceArn, Tags: { b: "2" } });
    region.cognito.UntagResource({ ResourceArn, TagKeys: ["a"] });
    expect(region.cognito.ListTagsForResource({ ResourceArn }).Tags).toEqual({ b: "2" });
    const reserved = () => region.cognito.TagResource({ ResourceArn, Tags: { "aws:x": "" } });
    expect(await refusal(reserved)).toContain("UserPoolTaggingException");
  });
});

describe("a domain", () => {
  it("is CREATING, then ACTIVE and published; unknown ones are described by nothing", async () => {
    const id = await createPool();
    region.cognito.CreateUserPoolDomain({ UserPoolId: id, Domain: "shop-1" });
    const describeDomain = () => region.cognito.DescribeUserPoolDomain({ Domain: "shop-1" }).DomainDescription;
    expect(describeDomain()).toMatchObject({ UserPoolId: id, Status: "CREATING", ManagedLoginVersion: 1 });
    // Empty, as AWS's own example has it.
    expect(describeDomain()?.CustomDomainConfig).toEqual({});
    expect(describeDomain()?.CloudFrontDistribution).toMatch(/^d\w{13}\.cloudfront\.net$/);
    expect(region.names.has("shop-1.auth.eu-west-1.amazoncognito.com")).toBe(false);
    while (describeDomain()?.Status === "CREATING") await setTimeout(2);
    expect(describeDomain()?.Status).toBe("ACTIVE");
    expect(region.names.get("shop-1.auth.eu-west-1.amazoncognito.com")).toMatchObject({ host: "127.0.0.1" });
    expect(region.cognito.DescribeUserPool({ UserPoolId: id }).UserPool?.Domain).toBe("shop-1");
    expect(region.cognito.DescribeUserPoolDomain({ Domain: "nobodys" })).toEqual({ DomainDescription: {} });
  });

  it.each([
    ["my-aws-app", "InvalidParameterException: Domain cannot contain reserved word: aws"],
    ["amazonas", "InvalidParameterException: Domain cannot contain reserved word: amazon"],
    ["taken", "InvalidParameterException: Domain already associated with another user pool."],
    [
      "-x",
      "InvalidParameterException: 1 validation error detected: Value '-x' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
    ],
    [
      "auth.example.com",
      "InvalidParameterException: The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
    ],
  ])("is refused as %s", async (Domain, expected) => {
    const [first, second] = [await createPool(), await createPool()];
    await refusal(() => region.cognito.CreateUserPoolDomain({ UserPoolId: first, Domain: "taken" }));
    expect(await refusal(() => region.cognito.CreateUserPoolDomain({ UserPoolId: second, Domain }))).toBe(expected);
  });

  it("is the only one of its pool", async () => {
    const UserPoolId = await createPool();
    region.cognito.CreateUserPoolDomain({ UserPoolId, Domain: "only-one" });
    const second = () => region.cognito.CreateUserPoolDomain({ UserPoolId, Domain: "only-two" });
    expect(await refusal(second)).toContain("User pool already has a domain configured.");
  });
});

describe("a client", () => {
  const OAUTH = {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid"],
    CallbackURLs: ["https://app.example.com/oauth2/idpresponse"],
  } satisfies Partial<CreateUserPoolClientRequest>;
  const create = (UserPoolId: string, settings: Partial<CreateUserPoolClientRequest> = {}) =>
    region.cognito.CreateUserPoolClient({ UserPoolId, ClientName: "app", ...settings }).UserPoolClient;

  it("keeps id, secret and name through an update that replaces the rest", async () => {
    const UserPoolId = await createPool();
    const client = create(UserPoolId, { ...OAUTH, GenerateSecret: true, PreventUserExistenceErrors: "ENABLED" });
    expect(client?.ClientId).toMatch(/^[a-z0-9]{26}$/);
    expect(client?.ClientSecret).toMatch(/^[a-z0-9]{51}$/);
    const ClientId = client?.ClientId;
    region.cognito.UpdateUserPoolClient({ UserPoolId, ClientId, AccessTokenValidity: 2 });
    const { UserPoolClient } = region.cognito.DescribeUserPoolClient({ UserPoolId, ClientId });
    expect(UserPoolClient).toMatchObject({
      ClientId,
      ClientName: "app",
      ClientSecret: client?.ClientSecret,
      AccessTokenValidity: 2,
      RefreshTokenValidity: 30,
      EnableTokenRevocation: true,
      AllowedOAuthFlowsUserPoolClient: false,
    });
    expect(UserPoolClient?.CallbackURLs).toBeUndefined();
    expect(UserPoolClient?.PreventUserExistenceErrors).toBeUndefined();
    expect(region.cognito.ListUserPoolClients({ UserPoolId }).UserPoolClients).toEqual([
      { ClientId, ClientName: "app", UserPoolId },
    ]);
    region.cognito.DeleteUserPoolClient({ UserPoolId, ClientId });
    expect(await refusal(() => region.cognito.DescribeUserPoolClient({ UserPoolId, ClientId }))).toBe(
      `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
    );
  });

  it.each<[string, Partial<CreateUserPoolClientRequest>, string]>([
    [
      "HTTP",
      { CallbackURLs: ["http://app.example.com/"] },
      "InvalidParameterException: http://app.example.com/ cannot use the HTTP protocol.",
    ],
    [
      "a fragment",
      { LogoutURLs: ["https://app.example.com/#x"] },
      "InvalidParameterException: https://app.example.com/#x cannot include a fragment.",
    ],
    [
      "no callback URL",
      { CallbackURLs: [] },
      "InvalidOAuthFlowException: CallbackUrls can not be empty when code flow or implicit flow is selected",
    ],
    [
      "no scopes",
      { AllowedOAuthScopes: [] },
      "InvalidParameterException: AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
    ],
    [
      "an unknown scope",
      { AllowedOAuthScopes: ["openid", "Cognito"] },
      "ScopeDoesNotExistException: Invalid scope requested: Cognito",
    ],
    [
      "mixed flows",
      { AllowedOAuthFlows: ["code", "client_credentials"] },
      "InvalidOAuthFlowException: client_credentials flow can not be selected along with code flow or implicit flow.",
    ],
    [
      "a token for too long",
      { AccessTokenValidity: 25 },
      "InvalidParameterException: Invalid range for token validity.",
    ],
    [
      "a token for too short",
      { IdTokenValidity: 4, TokenValidityUnits: { IdToken: "minutes" } },
      "InvalidParameterException: Invalid range for token validity.",
    ],
    [
      "too many callback URLs",
      { CallbackURLs: Array.from({ length: 101 }, (_, n) => `https://a.example.com/${n}`) },
      "Member must have length less than or equal to 100",
    ],
    [
      "refresh token rotation",
      { RefreshTokenRotation: { Feature: "ENABLED" } },
      "NotImplementedByLocalAws: The local AWS does not implement refresh token rotation.",
    ],
  ])("is refused with %s", async (_, settings, expected) => {
    const UserPoolId = await createPool();
    expect(await refusal(() => create(UserPoolId, { ...OAUTH, ...settings }))).toContain(expected);
  });

  it("may be called back at localhost without TLS, and at an app's own scheme", async () => {
    const CallbackURLs = ["http://localhost:3000/x", "http://127.0.0.1/", "http://[::1]:8080/", "myapp://example"];
    expect(create(await createPool(), { ...OAUTH, CallbackURLs })?.CallbackURLs).toEqual(CallbackURLs);
  });

  it("names only identity providers that exist", async () => {
    const UserPoolId = await createPool();
    const google = () => create(UserPoolId, { SupportedIdentityProviders: ["COGNITO", "Google"] });
    expect(await refusal(google)).toBe(
      `InvalidParameterException: The provider Google does not exist for User Pool ${UserPoolId}`,
    );
  });
});
