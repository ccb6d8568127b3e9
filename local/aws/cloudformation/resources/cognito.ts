import type {
  AssetType,
  CreateManagedLoginBrandingRequest,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../../errors.js";
import { isSame } from "../changes.js";
import type { Attributes, HandlerContext, ResourceHandler } from "../resource-handler.js";
import { defined, isPresent, notStabilized, present, unlessGone } from "./answers.js";

type PoolProperties = Omit<CreateUserPoolRequest, "PoolName"> & { UserPoolName?: string };

/** What the service takes at creation alone; CloudFormation refuses to change it. */
const CREATE_ONLY = ["AliasAttributes", "UsernameAttributes", "UsernameConfiguration", "Schema"] as const;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html */
export const userPool: ResourceHandler<PoolProperties> = {
  supports: [
    ...["AccountRecoverySetting", "AdminCreateUserConfig", "AutoVerifiedAttributes", "DeletionProtection"],
    ...["DeviceConfiguration", "EmailConfiguration", "EmailVerificationMessage", "EmailVerificationSubject"],
    ...["LambdaConfig", "MfaConfiguration", "Policies", "SmsAuthenticationMessage", "SmsConfiguration"],
    ...["SmsVerificationMessage", "UserAttributeUpdateSettings", "UserPoolAddOns", "UserPoolName", "UserPoolTags"],
    ...["UserPoolTier", "VerificationMessageTemplate", ...CREATE_ONLY],
  ],
  async create({ UserPoolName, ...properties }, context) {
    const PoolName = UserPoolName ?? `${context.logicalId}-${context.aws.random.text(12)}`;
    const answer = await context.aws.cognito.CreateUserPool({ ...properties, PoolName });
    const pool = present(answer.UserPool, "UserPool");
    const physicalId = present(pool.Id, "Id");
    context.started(physicalId);
    return { physicalId, attributes: poolAttributes(context, pool) };
  },
  async update({ physicalId, properties, attributes }, next, { aws }) {
    for (const name of CREATE_ONLY) {
      if (!isSame(properties[name], next[name])) {
        throw new AwsError("InvalidParameterException", `Updates are not allowed for property - ${name}.`);
      }
    }
    const { UserPoolName, AliasAttributes, UsernameAttributes, UsernameConfiguration, Schema, ...rest } = next;
    const name = UserPoolName === undefined ? {} : { PoolName: UserPoolName };
    await aws.cognito.UpdateUserPool({ ...rest, ...name, UserPoolId: physicalId });
    return attributes;
  },
  async delete({ physicalId }, { aws }) {
    await unlessGone(() => aws.cognito.DeleteUserPool({ UserPoolId: physicalId }));
  },
};

interface DomainProperties {
  UserPoolId: string;
  Domain: string;
  ManagedLoginVersion?: number;
  CustomDomainConfig?: { CertificateArn: string };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html */
export const userPoolDomain: ResourceHandler<DomainProperties> = {
  supports: ["UserPoolId", "Domain", "ManagedLoginVersion", "CustomDomainConfig"],
  async create(properties, context) {
    await context.aws.cognito.CreateUserPoolDomain(properties);
    context.started(properties.Domain);
    await untilActive(context, properties.Domain);
    const found = await describeDomain(context, properties.Domain);
    return {
      physicalId: properties.Domain,
      attributes: defined({ CloudFrontDistribution: found?.CloudFrontDistribution }),
    };
  },
  async update({ physicalId, attributes }, next, context) {
    await context.aws.cognito.UpdateUserPoolDomain(next);
    await untilActive(context, physicalId);
    return attributes;
  },
  async exists(identifier, { cognito }) {
    const [UserPoolId, Domain = ""] = identifier.split("|");
    const { DomainDescription } = await cognito.DescribeUserPoolDomain({ Domain });
    return DomainDescription?.UserPoolId === UserPoolId;
  },
  async delete({ physicalId, properties: { UserPoolId } }, context) {
    await unlessGone(() => context.aws.cognito.DeleteUserPoolDomain({ Domain: physicalId, UserPoolId }));
    await context.until(
      async () => !(await isPresent(async () => (await describeDomain(context, physicalId))?.Status !== undefined)),
    );
  },
};

type ClientProperties = CreateUserPoolClientRequest;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export const userPoolClient: ResourceHandler<ClientProperties> = {
  supports: [
    ...["AccessTokenValidity", "AllowedOAuthFlows", "AllowedOAuthFlowsUserPoolClient", "AllowedOAuthScopes"],
    ...["AnalyticsConfiguration", "AuthSessionValidity", "CallbackURLs", "ClientName", "DefaultRedirectURI"],
    ...["EnablePropagateAdditionalUserContextData", "EnableTokenRevocation", "ExplicitAuthFlows", "GenerateSecret"],
    ...["IdTokenValidity", "LogoutURLs", "PreventUserExistenceErrors", "ReadAttributes", "RefreshTokenRotation"],
    ...["RefreshTokenValidity", "SupportedIdentityProviders", "TokenValidityUnits", "UserPoolId", "WriteAttributes"],
  ],
  async create(properties, context) {
    const ClientName = properties.ClientName ?? `${context.logicalId}-${context.aws.random.text(12)}`;
    const answer = await context.aws.cognito.CreateUserPoolClient({ ...properties, ClientName });
    const { ClientId, ClientSecret, ...client } = present(answer.UserPoolClient, "UserPoolClient");
    const physicalId = present(ClientId, "ClientId");
    context.started(physicalId);
    return { physicalId, attributes: defined({ ClientId, ClientSecret, Name: client.ClientName }) };
  },
  async update({ physicalId, attributes }, { GenerateSecret: _, ...next }, { aws }) {
    const answer = await aws.cognito.UpdateUserPoolClient({ ...next, ClientId: physicalId });
    return { ...attributes, Name: answer.UserPoolClient?.ClientName };
  },
  async delete({ physicalId, properties: { UserPoolId } }, { aws }) {
    await unlessGone(() => aws.cognito.DeleteUserPoolClient({ UserPoolId, ClientId: physicalId }));
  },
};

interface BrandingProperties {
  UserPoolId: string;
  ClientId?: string;
  UseCognitoProvidedValues?: boolean;
  ReturnMergedResources?: boolean;
  Settings?: CreateManagedLoginBrandingRequest["Settings"];
  Assets?: (Omit<AssetType, "Bytes"> & { Bytes?: string })[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-managedloginbranding.html */
export const managedLoginBranding: ResourceHandler<BrandingProperties> = {
  supports: ["UserPoolId", "ClientId", "UseCognitoProvidedValues", "Settings", "Assets"],
  async create({ UserPoolId, ClientId, ...properties }, context) {
    const { ManagedLoginBranding: made } = context.aws.cognito.CreateManagedLoginBranding({
      ...{ UserPoolId, ClientId },
      ...styleOf(properties),
    });
    const ManagedLoginBrandingId = present(made?.ManagedLoginBrandingId, "ManagedLoginBrandingId");
    const physicalId = `${UserPoolId}|${ManagedLoginBrandingId}`;
    context.started(physicalId);
    return { physicalId, attributes: { ManagedLoginBrandingId } };
  },
  async update({ physicalId, attributes }, { UserPoolId, ClientId: _, ...next }, { aws }) {
    const ManagedLoginBrandingId = brandingId(physicalId);
    aws.cognito.UpdateManagedLoginBranding({ UserPoolId, ManagedLoginBrandingId, ...styleOf(next) });
    return attributes;
  },
  async delete({ physicalId, properties: { UserPoolId } }, { aws }) {
    const ManagedLoginBrandingId = brandingId(physicalId);
    await unlessGone(() => aws.cognito.DeleteManagedLoginBranding({ UserPoolId, ManagedLoginBrandingId }));
  },
};

function brandingId(physicalId: string): string {
  return physicalId.slice(physicalId.indexOf("|") + 1);
}

function styleOf({ UseCognitoProvidedValues, Settings, Assets }: Omit<BrandingProperties, "UserPoolId">) {
  return defined({
    UseCognitoProvidedValues,
    Settings,
    Assets: Assets?.map(({ Bytes, ...asset }) => ({
      ...asset,
      ...(Bytes !== undefined && { Bytes: Buffer.from(Bytes, "base64") }),
    })),
  });
}

function poolAttributes({ aws }: HandlerContext, { Id, Arn }: UserPoolType): Attributes {
  const provider = `cognito-idp.${aws.region}.amazonaws.com/${Id}`;
  return { Arn, UserPoolId: Id, ProviderName: provider, ProviderURL: `https://${provider}` };
}

async function describeDomain({ aws }: HandlerContext, Domain: string) {
  return (await aws.cognito.DescribeUserPoolDomain({ Domain })).DomainDescription;
}

async function untilActive(context: HandlerContext, domain: string) {
  await context.until(async () => {
    const status = (await describeDomain(context, domain))?.Status;
    if (status === "FAILED") throw notStabilized(`The domain ${domain} failed`);
    return status === "ACTIVE";
  });
}
