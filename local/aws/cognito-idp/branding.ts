import { randomUUID } from "node:crypto";
import type {
  CreateManagedLoginBrandingRequest,
  DeleteManagedLoginBrandingRequest,
  DescribeManagedLoginBrandingByClientRequest,
  DescribeManagedLoginBrandingRequest,
  ManagedLoginBrandingType,
  UpdateManagedLoginBrandingRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import { type Branding, brandingOf, type CognitoState, requireClient, requirePool, type UserPool } from "./state.js";

/**
 * Gives a client its style. The pages look the same with every style: what counts is that there is one.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html
 */
export function createBranding(state: CognitoState, input: CreateManagedLoginBrandingRequest): Branding {
  const pool = requirePool(state, input.UserPoolId);
  const { ClientId: clientId } = requireClient(pool, input.ClientId);
  checkStyle(input);
  if (brandingOf(pool, clientId) !== undefined)
    throw new AwsError(
      "ManagedLoginBrandingExistsException",
      `Managed login branding already exists for the app client ${clientId}.`,
    );
  const now = state.aws.clock.now();
  const branding: Branding = {
    id: randomUUID(),
    clientId,
    created: now,
    modified: now,
    useCognitoProvidedValues: input.UseCognitoProvidedValues ?? false,
    settings: input.Settings ?? undefined,
    assets: input.Assets ?? [],
  };
  pool.brandings.set(branding.id, branding);
  return branding;
}

export function describeBranding(pool: UserPool, branding: Branding): ManagedLoginBrandingType {
  return {
    ManagedLoginBrandingId: branding.id,
    UserPoolId: pool.id,
    UseCognitoProvidedValues: branding.useCognitoProvidedValues,
    ...(branding.settings !== undefined && { Settings: branding.settings }),
    Assets: [...branding.assets],
    CreationDate: branding.created,
    LastModifiedDate: branding.modified,
  };
}

export function findBranding(
  state: CognitoState,
  input: DescribeManagedLoginBrandingRequest,
): { pool: UserPool; branding: Branding } {
  refuseMerged(input);
  return requireBranding(state, input);
}

export function findBrandingByClient(
  state: CognitoState,
  input: DescribeManagedLoginBrandingByClientRequest,
): { pool: UserPool; branding: Branding } {
  refuseMerged(input);
  const pool = requirePool(state, input.UserPoolId);
  const { ClientId } = requireClient(pool, input.ClientId);
  const branding = brandingOf(pool, ClientId);
  if (branding === undefined) throw notFound(`Managed login branding does not exist for the app client ${ClientId}.`);
  return { pool, branding };
}

/** Keeps what is not sent. */
export function updateBranding(
  state: CognitoState,
  input: UpdateManagedLoginBrandingRequest,
): { pool: UserPool; branding: Branding } {
  const found = requireBranding(state, input);
  checkStyle(input);
  const { branding } = found;
  if (input.UseCognitoProvidedValues) {
    Object.assign(branding, { useCognitoProvidedValues: true, settings: undefined, assets: [] });
  } else {
    branding.useCognitoProvidedValues = input.UseCognitoProvidedValues ?? branding.useCognitoProvidedValues;
    if (input.Settings !== undefined || input.Assets !== undefined) branding.useCognitoProvidedValues = false;
    branding.settings = input.Settings ?? branding.settings;
    branding.assets = input.Assets ?? branding.assets;
  }
  branding.modified = state.aws.clock.now();
  return found;
}

/** After that managed login has no pages for the client. */
export function deleteBranding(state: CognitoState, input: DeleteManagedLoginBrandingRequest): void {
  const { pool, branding } = requireBranding(state, input);
  pool.brandings.delete(branding.id);
}

function requireBranding(
  state: CognitoState,
  input: { UserPoolId?: string | undefined; ManagedLoginBrandingId?: string | undefined },
): { pool: UserPool; branding: Branding } {
  const pool = requirePool(state, input.UserPoolId);
  const branding = pool.brandings.get(input.ManagedLoginBrandingId ?? "");
  if (branding === undefined) throw notFound(`Managed login branding ${input.ManagedLoginBrandingId} does not exist.`);
  return { pool, branding };
}

function checkStyle({ UseCognitoProvidedValues, Settings, Assets = [] }: UpdateManagedLoginBrandingRequest): void {
  if (UseCognitoProvidedValues && (Settings !== undefined || Assets.length > 0))
    throw new AwsError(
      "InvalidParameterException",
      "Settings and Assets must be omitted when UseCognitoProvidedValues is true.",
    );
}

function refuseMerged({ ReturnMergedResources }: { ReturnMergedResources?: boolean | undefined }): void {
  if (ReturnMergedResources) throw notImplemented("ReturnMergedResources, which takes Cognito's own style");
}

function notFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message);
}
