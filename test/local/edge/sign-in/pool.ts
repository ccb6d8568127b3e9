import { setTimeout } from "node:timers/promises";
import type { CreateUserPoolRequest } from "@aws-sdk/client-cognito-identity-provider";
import type { Region } from "../../aws/cognito-idp/region.js";

export const HOST = "example-app.auth.eu-west-1.amazoncognito.com";
export const CALLBACK = "https://app.example.com/oauth2/idpresponse";

export interface Pool {
  readonly id: string;
  readonly clientId: string;
  readonly secret: string;
}

/** A pool with e-mail addresses as usernames, a domain and a client like the one an environment gets. */
export async function createPool(region: Region, settings: Partial<CreateUserPoolRequest> = {}): Promise<Pool> {
  const { cognito } = region;
  const created = await cognito.CreateUserPool({
    PoolName: "example",
    UsernameAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ["email"],
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    ...settings,
  });
  const id = created.UserPool?.Id ?? "";
  cognito.CreateUserPoolDomain({ UserPoolId: id, Domain: "example-app" });
  await activeDomain(region, "example-app");
  const { UserPoolClient: client } = cognito.CreateUserPoolClient({
    UserPoolId: id,
    ClientName: "app",
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "email", "profile"],
    SupportedIdentityProviders: ["COGNITO"],
    CallbackURLs: [CALLBACK, "https://app.example.com/other"],
    LogoutURLs: ["https://app.example.com/"],
    PreventUserExistenceErrors: "ENABLED",
  });
  return { id, clientId: client?.ClientId ?? "", secret: client?.ClientSecret ?? "" };
}

export async function activeDomain({ cognito }: Region, Domain: string): Promise<void> {
  while (cognito.DescribeUserPoolDomain({ Domain }).DomainDescription?.Status !== "ACTIVE") await setTimeout(5);
}
