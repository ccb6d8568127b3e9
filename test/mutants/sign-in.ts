import { ACMClient } from "@aws-sdk/client-acm";
import {
  CreateManagedLoginBrandingCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
  DeleteManagedLoginBrandingCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  UpdateUserPoolDomainCommand,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import { clientConfiguration } from "../../local/serve/client-configuration.js";
import { newCertificate } from "./certificates.js";
import type { Good } from "./good.js";
import { putRecord } from "./records.js";
import { addRule, changeSignIn, hosts, newTargetGroup, signInRule, type Undo } from "./rules.js";

/** Changes the environment's client; undone by what it was: an update takes away what it does not name. */
export async function changeClient({ cognito, outputs }: Good, change: Partial<UserPoolClientType>): Promise<Undo> {
  const { UserPoolId, UserPoolClientId: ClientId } = outputs;
  const { UserPoolClient } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  const { ClientSecret: _, CreationDate: __, LastModifiedDate: ___, ...before } = UserPoolClient ?? {};
  const set = (client: Partial<UserPoolClientType>) =>
    cognito.send(new UpdateUserPoolClientCommand({ ...client, UserPoolId, ClientId }));
  await set({ ...before, ...change });
  return () => set(before);
}

/** Lets strangers create accounts; undone by what was there. */
export async function openSignUp({ cognito, outputs }: Good): Promise<Undo> {
  const { UserPoolId } = outputs;
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }));
  // An update of a pool puts what it does not name back to its default.
  const kept = {
    UserPoolId,
    Policies: UserPool?.Policies,
    DeletionProtection: UserPool?.DeletionProtection,
    AutoVerifiedAttributes: UserPool?.AutoVerifiedAttributes,
    MfaConfiguration: UserPool?.MfaConfiguration,
    UserAttributeUpdateSettings: UserPool?.UserAttributeUpdateSettings,
    AccountRecoverySetting: UserPool?.AccountRecoverySetting,
  };
  const { UnusedAccountValidityDays: _, ...admin } = UserPool?.AdminCreateUserConfig ?? {};
  const set = (AdminCreateUserConfig: typeof admin) =>
    cognito.send(new UpdateUserPoolCommand({ ...kept, AdminCreateUserConfig }));
  await set({ ...admin, AllowAdminCreateUserOnly: false });
  return () => set(admin);
}

/** Another client in the same pool, made for this host, for a while. */
export async function newClient({ cognito, outputs, host }: Good): Promise<{ id: string; remove: Undo }> {
  const { UserPoolId } = outputs;
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand(clientFor(host, UserPoolId)));
  const id = UserPoolClient?.ClientId ?? "";
  return { id, remove: () => cognito.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: id })) };
}

/** A rule for another host, which signs people in with a client of its own and leads to other targets; after all others. */
export async function neighbour(good: Good, name: string): Promise<Undo> {
  const rule = await signInRule(good);
  const [client, group] = await Promise.all([newClient(good), newTargetGroup(good)]);
  const [signIn] = rule.Actions ?? [];
  const remove = await addRule(good, {
    conditions: [hosts(name)],
    priority: 50_000,
    actions: [
      {
        ...signIn,
        Type: "authenticate-cognito",
        AuthenticateCognitoConfig: {
          ...signIn?.AuthenticateCognitoConfig,
          UserPoolArn: good.outputs.UserPoolArn,
          UserPoolDomain: good.outputs.UserPoolDomain,
          UserPoolClientId: client.id,
        },
      },
      { Type: "forward", TargetGroupArn: group.arn, Order: 2 },
    ],
  });
  return async () => {
    await remove();
    await group.remove();
    await client.remove();
  };
}

/** Lets the rule sign people in with a pool of somebody else's. */
export async function anotherPool(good: Good): Promise<Undo> {
  const { cognito, host } = good;
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: "by-hand" }));
  const { Id: UserPoolId, Arn: UserPoolArn } = UserPool ?? {};
  const Domain = "made-by-hand";
  await cognito.send(new CreateUserPoolDomainCommand({ Domain, UserPoolId }));
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand(clientFor(host, UserPoolId)));
  await activeDomain(good, Domain);
  const undo = await changeSignIn(good, {
    UserPoolArn,
    UserPoolClientId: UserPoolClient?.ClientId,
    UserPoolDomain: Domain,
  });
  return async () => {
    await undo();
    await cognito.send(new DeleteUserPoolDomainCommand({ Domain, UserPoolId }));
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId }));
  };
}

/** Takes the pool's domain away; undone by the same one. */
export async function removePoolDomain(good: Good): Promise<Undo> {
  const { cognito, outputs } = good;
  const domain = { Domain: outputs.UserPoolDomain, UserPoolId: outputs.UserPoolId };
  await cognito.send(new DeleteUserPoolDomainCommand(domain));
  return async () => {
    await cognito.send(new CreateUserPoolDomainCommand({ ...domain, ManagedLoginVersion: 1 }));
    await activeDomain(good, domain.Domain);
  };
}

/** Turns the pool's pages to managed login, which has none before the client has a style. */
export async function useManagedLogin({ cognito, outputs }: Good): Promise<Undo> {
  const domain = { Domain: outputs.UserPoolDomain, UserPoolId: outputs.UserPoolId };
  const set = (ManagedLoginVersion: number) =>
    cognito.send(new UpdateUserPoolDomainCommand({ ...domain, ManagedLoginVersion }));
  await set(2);
  return () => set(1);
}

/** Gives the environment's client a style of managed login. */
export async function addBranding({ cognito, outputs }: Good): Promise<Undo> {
  const { UserPoolId, UserPoolClientId: ClientId } = outputs;
  const { ManagedLoginBranding } = await cognito.send(
    new CreateManagedLoginBrandingCommand({ UserPoolId, ClientId, UseCognitoProvidedValues: true }),
  );
  const { ManagedLoginBrandingId } = ManagedLoginBranding ?? {};
  return () => cognito.send(new DeleteManagedLoginBrandingCommand({ UserPoolId, ManagedLoginBrandingId }));
}

async function activeDomain({ cognito }: Good, Domain: string | undefined): Promise<void> {
  for (;;) {
    const { DomainDescription } = await cognito.send(new DescribeUserPoolDomainCommand({ Domain }));
    if (DomainDescription?.Status === "ACTIVE") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function clientFor(host: string, UserPoolId: string | undefined) {
  return {
    UserPoolId,
    ClientName: "by-hand",
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code" as const],
    AllowedOAuthScopes: ["openid", "email"],
    CallbackURLs: [`https://${host}/oauth2/idpresponse`],
    SupportedIdentityProviders: ["COGNITO"],
  };
}

/** Gives the pool a domain of its own, and lets the rule send people there. */
export async function ownDomain(good: Good, name: string): Promise<Undo> {
  const { cognito, outputs } = good;
  const domain = { Domain: name, UserPoolId: outputs.UserPoolId };
  // CloudFront serves it, which knows the certificates of that region alone.
  const acm = new ACMClient({ ...clientConfiguration(good.aws), region: "us-east-1" });
  const certificate = await newCertificate({ ...good, acm }, name);
  const { CloudFrontDomain } = await cognito.send(
    new CreateUserPoolDomainCommand({ ...domain, CustomDomainConfig: { CertificateArn: certificate.arn } }),
  );
  const AliasTarget = { DNSName: CloudFrontDomain, HostedZoneId: "Z2FDTNDATAQYW2", EvaluateTargetHealth: false };
  const forget = await putRecord(good, { Name: name, Type: "A", AliasTarget });
  await activeDomain(good, name);
  const undo = await changeSignIn(good, { UserPoolDomain: name });
  return async () => {
    await undo();
    await cognito.send(new DeleteUserPoolDomainCommand(domain));
    await forget();
    await certificate.remove();
    acm.destroy();
  };
}
