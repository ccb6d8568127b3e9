import type {
  CreateUserPoolDomainRequest,
  DeleteUserPoolDomainRequest,
  DescribeUserPoolDomainRequest,
  DomainDescriptionType,
  UpdateUserPoolDomainRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import { type Members, validate } from "./constraints.js";
import { DOMAIN, USER_POOL_ID } from "./model.js";
import { type CognitoState, domainOf, requirePool, type UserPoolDomain } from "./state.js";

const RESERVED = ["aws", "amazon", "cognito"];
const MODEL: Members = {
  Domain: DOMAIN,
  UserPoolId: USER_POOL_ID,
  ManagedLoginVersion: { type: "number", min: 1, max: 2 },
};

/**
 * Takes a prefix for a pool. The domain is CREATING for as long as it takes in AWS; then `publish` makes its host
 * reachable and it is ACTIVE.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
 */
export function createUserPoolDomain(
  state: CognitoState,
  input: CreateUserPoolDomainRequest,
  publish: (host: string) => Promise<() => void>,
): UserPoolDomain {
  refuseCustomDomain(input);
  validate(input, MODEL);
  const { aws } = state;
  const { Domain: prefix = "", ManagedLoginVersion: managedLoginVersion = 1 } = input;
  const pool = requirePool(state, input.UserPoolId);
  const reserved = RESERVED.find((word) => prefix.includes(word));
  if (reserved !== undefined) throw invalid(`Domain cannot contain reserved word: ${reserved}`);
  if (state.domains.has(prefix)) throw invalid("Domain already associated with another user pool.");
  if (domainOf(state, pool) !== undefined) throw invalid("User pool already has a domain configured.");
  const domain: UserPoolDomain = {
    prefix,
    poolId: pool.id,
    // AWS's are the time of creation.
    version: aws.clock.now().toISOString().replaceAll(/\D/g, "").slice(0, 14),
    managedLoginVersion,
    status: "CREATING",
    deleted: new AbortController(),
    unpublish: undefined,
  };
  state.domains.set(prefix, domain);
  void activate(state, domain, publish);
  return domain;
}

/** An unknown domain is not an error: AWS answers with an empty description. */
export function describeUserPoolDomain(
  state: CognitoState,
  input: DescribeUserPoolDomainRequest,
): DomainDescriptionType {
  validate(input, { Domain: DOMAIN });
  const domain = state.domains.get(input.Domain ?? "");
  if (domain === undefined) return {};
  return {
    UserPoolId: domain.poolId,
    AWSAccountId: state.aws.accountId,
    Domain: domain.prefix,
    S3Bucket: `aws-cognito-prod-${state.aws.region}-assets`,
    Version: domain.version,
    Status: domain.status,
    // Empty for a prefix domain, as AWS gives it.
    CustomDomainConfig: { CertificateArn: undefined },
    ManagedLoginVersion: domain.managedLoginVersion,
  };
}

export function updateUserPoolDomain(state: CognitoState, input: UpdateUserPoolDomainRequest): UserPoolDomain {
  refuseCustomDomain(input);
  validate(input, MODEL);
  const domain = requireDomain(state, input);
  if (input.ManagedLoginVersion !== undefined) domain.managedLoginVersion = input.ManagedLoginVersion;
  return domain;
}

export function deleteUserPoolDomain(state: CognitoState, input: DeleteUserPoolDomainRequest): void {
  validate(input, MODEL);
  const domain = requireDomain(state, input);
  state.domains.delete(domain.prefix);
  domain.deleted.abort();
  domain.unpublish?.();
}

async function activate(
  { aws }: CognitoState,
  domain: UserPoolDomain,
  publish: (host: string) => Promise<() => void>,
): Promise<void> {
  const gone = AbortSignal.any([aws.stopping, domain.deleted.signal]);
  try {
    await aws.clock.sleep(aws.durations.services.userPoolDomainCreating, gone);
    const unpublish = await publish(`${domain.prefix}.auth.${aws.region}.amazoncognito.com`);
    if (gone.aborted) return unpublish();
    domain.unpublish = unpublish;
    domain.status = "ACTIVE";
  } catch (error) {
    if (gone.aborted) return;
    domain.status = "FAILED";
    console.error(`The user pool domain ${domain.prefix} could not be created:`, error);
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

/** AWS's pattern for `Domain` admits no dots, yet its operations take custom domains' full names there. */
function refuseCustomDomain({ Domain = "", CustomDomainConfig }: CreateUserPoolDomainRequest): void {
  if (CustomDomainConfig !== undefined || Domain.includes(".")) throw notImplemented("custom user pool domains");
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
