import type {
  CreateUserPoolDomainRequest,
  DeleteUserPoolDomainRequest,
  DescribeUserPoolDomainRequest,
  DomainDescriptionType,
  UpdateUserPoolDomainRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError } from "../errors.js";
import { checkCertificate, isCustom, newCustomDomain, newDistribution } from "./custom-domain.js";
import { type CognitoState, domainsOf, requirePool, type UserPool, type UserPoolDomain } from "./state.js";

const RESERVED = ["aws", "amazon", "cognito"];

/** Makes a domain's host reachable; `certificateArn` names the certificate to show there, if not Amazon's own. */
export type Publish = (host: string, custom?: { alias: string; certificateArn: () => string }) => Promise<() => void>;

/**
 * Takes a prefix or a whole name for a pool. The domain is CREATING for as long as it takes in AWS; then `publish`
 * makes its host reachable and it is ACTIVE.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
 */
export function createUserPoolDomain(
  state: CognitoState,
  input: CreateUserPoolDomainRequest,
  publish: Publish,
): UserPoolDomain {
  if (isCustom(input.Domain) && input.CustomDomainConfig === undefined)
    throw invalid(
      `The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ${PREFIX_FORMAT}`,
    );
  const { aws } = state;
  const { Domain: name = "", ManagedLoginVersion: managedLoginVersion = 1, CustomDomainConfig: config } = input;
  const pool = requirePool(state, input.UserPoolId);
  checkTier(pool, managedLoginVersion);
  const own = domainsOf(state, pool);
  const isTaken = (config ? own.custom : own.prefix) !== undefined;
  if (state.domains.has(name)) throw invalid("Domain already associated with another user pool.");
  if (isTaken) throw invalid("User pool already has a domain configured.");
  const reserved = RESERVED.find((word) => name.includes(word));
  if (!config && reserved !== undefined) throw invalid(`Domain cannot contain reserved word: ${reserved}`);
  const custom = config && newCustomDomain(state, name, config);
  const domain: UserPoolDomain = {
    name,
    host: custom ? name : `${name}.auth.${aws.region}.amazoncognito.com`,
    poolId: pool.id,
    // AWS's are the time of creation.
    version: aws.clock.now().toISOString().replaceAll(/\D/g, "").slice(0, 14),
    managedLoginVersion,
    status: "CREATING",
    deleted: new AbortController(),
    unpublish: undefined,
    distribution: newDistribution(state),
    ...(custom && { custom }),
  };
  state.domains.set(name, domain);
  void activate(state, domain, publish);
  return domain;
}

/** An unknown domain is not an error: AWS answers with an empty description. */
export function describeUserPoolDomain(
  state: CognitoState,
  input: DescribeUserPoolDomainRequest,
): DomainDescriptionType {
  const domain = state.domains.get(input.Domain ?? "");
  if (domain === undefined) return {};
  const { custom } = domain;
  return {
    UserPoolId: domain.poolId,
    AWSAccountId: state.aws.accountId,
    Domain: domain.name,
    S3Bucket: `aws-cognito-prod-${state.aws.region}-assets`,
    // A prefix domain's too: https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/describe-user-pool-domain.html
    CloudFrontDistribution: domain.distribution,
    Version: domain.version,
    Status: domain.status,
    // Empty for a prefix domain, as AWS gives it.
    CustomDomainConfig: { CertificateArn: custom?.certificateArn },
    ManagedLoginVersion: domain.managedLoginVersion,
  };
}

export function updateUserPoolDomain(state: CognitoState, input: UpdateUserPoolDomainRequest): UserPoolDomain {
  const domain = requireDomain(state, input);
  const { ManagedLoginVersion: version = domain.managedLoginVersion, CustomDomainConfig: config } = input;
  checkTier(requirePool(state, domain.poolId), version);
  if (config !== undefined) {
    if (domain.custom === undefined) throw invalid("A prefix domain cannot have a certificate of its own.");
    checkCertificate(state, domain.name, config);
    domain.custom.certificateArn = config.CertificateArn ?? "";
  }
  domain.managedLoginVersion = version;
  return domain;
}

export function deleteUserPoolDomain(state: CognitoState, input: DeleteUserPoolDomainRequest): void {
  const domain = requireDomain(state, input);
  state.domains.delete(domain.name);
  domain.deleted.abort();
  domain.unpublish?.();
}

async function activate({ aws }: CognitoState, domain: UserPoolDomain, publish: Publish): Promise<void> {
  const { host, custom } = domain;
  const { userPoolDomainCreating, customUserPoolDomainCreating } = aws.durations.services;
  const gone = AbortSignal.any([aws.stopping, domain.deleted.signal]);
  try {
    await aws.clock.sleep(custom ? customUserPoolDomainCreating : userPoolDomainCreating, gone);
    const unpublish = await (custom
      ? publish(domain.distribution, { alias: host, certificateArn: () => custom.certificateArn })
      : publish(host));
    if (gone.aborted) return unpublish();
    domain.unpublish = unpublish;
    domain.status = "ACTIVE";
  } catch (error) {
    if (gone.aborted) return;
    domain.status = "FAILED";
    console.error(`The user pool domain ${domain.name} could not be created:`, error);
  }
}

function requireDomain(
  state: CognitoState,
  { Domain, UserPoolId }: { Domain: string | undefined; UserPoolId: string | undefined },
): UserPoolDomain {
  const pool = requirePool(state, UserPoolId);
  const domain = state.domains.get(Domain ?? "");
  if (domain === undefined || domain.poolId !== pool.id) {
    throw invalid("No such domain or user pool exists.");
  }
  return domain;
}

const PREFIX_FORMAT = "^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$";

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html */
function checkTier({ settings }: UserPool, managedLoginVersion: number): void {
  if (managedLoginVersion === 2 && settings.UserPoolTier === "LITE")
    throw new AwsError(
      "FeatureUnavailableInTierException",
      "Managed login is not available in the LITE feature plan of this user pool.",
    );
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
