import type { TimeUnitsType, UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import type { UserPool } from "./state.js";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html */
export const STANDARD_SCOPES = ["openid", "email", "profile", "phone", "aws.cognito.signin.user.admin"];

const SECONDS: Readonly<Record<TimeUnitsType, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * What CreateUserPoolClient and UpdateUserPoolClient refuse beyond their model's constraints.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function checkClientSettings(pool: UserPool, settings: UserPoolClientType, hasSecret: boolean): void {
  refuseUnsupported(settings);
  checkOAuth(settings, hasSecret);
  for (const provider of settings.SupportedIdentityProviders ?? []) {
    if (provider !== "COGNITO") throw invalid(`The provider ${provider} does not exist for User Pool ${pool.id}`);
  }
  for (const url of settings.CallbackURLs ?? []) checkUrl(url);
  for (const url of settings.LogoutURLs ?? []) checkUrl(url);
  const { DefaultRedirectURI: fallback } = settings;
  if (fallback !== undefined && !settings.CallbackURLs?.includes(fallback)) {
    throw invalid("DefaultRedirectURI must be in the list of CallbackURLs.");
  }
  checkValidity(settings);
  const flows = (settings.ExplicitAuthFlows ?? []).map(String);
  if (flows.some((flow) => flow.startsWith("ALLOW_")) && !flows.every((flow) => flow.startsWith("ALLOW_"))) {
    throw invalid("Legacy and new ExplicitAuthFlows values cannot be used together.");
  }
  const known = new Set(pool.schema.map(({ Name }) => Name));
  for (const name of [...(settings.ReadAttributes ?? []), ...(settings.WriteAttributes ?? [])]) {
    if (!known.has(name)) throw invalid(`Invalid attribute specified while creating a client: ${name}`);
  }
}

/** A token's validity in seconds. */
export function validity(settings: UserPoolClientType, token: "access" | "id" | "refresh"): number {
  const { TokenValidityUnits: units = {} } = settings;
  if (token === "refresh") {
    return (settings.RefreshTokenValidity || 30) * SECONDS[units.RefreshToken ?? "days"];
  }
  const [value, unit] =
    token === "id" ? [settings.IdTokenValidity, units.IdToken] : [settings.AccessTokenValidity, units.AccessToken];
  return value === undefined ? 3600 : value * SECONDS[unit ?? "hours"];
}

function checkOAuth(settings: UserPoolClientType, hasSecret: boolean): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [], CallbackURLs: callbacks = [] } = settings;
  if (settings.AllowedOAuthFlowsUserPoolClient && (flows.length === 0 || scopes.length === 0)) {
    throw invalid(
      "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
    );
  }
  const unknown = scopes.find((scope) => !STANDARD_SCOPES.includes(scope));
  if (unknown !== undefined) throw new AwsError("ScopeDoesNotExistException", `Invalid scope requested: ${unknown}`);
  if (flows.includes("client_credentials")) {
    if (flows.length > 1)
      throw flow("client_credentials flow can not be selected along with code flow or implicit flow.");
    if (!hasSecret) throw flow("client_credentials flow can not be selected if client does not have a client secret.");
    throw notImplemented("the client_credentials flow, which needs resource servers");
  }
  if (flows.length > 0 && callbacks.length === 0) {
    throw flow("CallbackUrls can not be empty when code flow or implicit flow is selected");
  }
}

function checkUrl(text: string): void {
  if (!URL.canParse(text)) throw invalid(`${text} is not an absolute URL.`);
  const { protocol, hostname } = new URL(text);
  if (text.includes("#")) throw invalid(`${text} cannot include a fragment.`);
  if (protocol === "http:" && !LOOPBACK.includes(hostname)) throw invalid(`${text} cannot use the HTTP protocol.`);
}

/**
 * Access and ID tokens 5 minutes to a day, refresh tokens an hour to ten years and longer than the others:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
function checkValidity(settings: UserPoolClientType): void {
  const [access, id, refresh] = [validity(settings, "access"), validity(settings, "id"), validity(settings, "refresh")];
  const fits = (seconds: number) => seconds >= 300 && seconds <= SECONDS.days;
  if (!fits(access) || !fits(id) || refresh < SECONDS.hours || refresh > 3650 * SECONDS.days) {
    throw invalid("Invalid range for token validity.");
  }
  if (refresh < access || refresh < id) throw invalid("Invalid range for token validity.");
}

function refuseUnsupported(settings: UserPoolClientType): void {
  if (settings.RefreshTokenRotation?.Feature === "ENABLED") throw notImplemented("refresh token rotation");
  if (settings.AnalyticsConfiguration !== undefined) throw notImplemented("analytics for user pool clients");
  if (settings.EnablePropagateAdditionalUserContextData) {
    throw notImplemented("EnablePropagateAdditionalUserContextData for user pool clients");
  }
}

function flow(message: string): AwsError {
  return new AwsError("InvalidOAuthFlowException", message);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
