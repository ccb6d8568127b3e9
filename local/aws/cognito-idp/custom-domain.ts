import type { CustomDomainConfigType } from "@aws-sdk/client-cognito-identity-provider";
import { AwsError, notImplemented } from "../errors.js";
import type { CognitoState, CustomDomain } from "./state.js";

/** CloudFront takes its certificates from there, wherever the pool is. */
const CERTIFICATE_REGION = "us-east-1";
/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html: a region and account. */
const MAX_CUSTOM_DOMAINS = 4;
const UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Only a custom domain's name has dots. */
export function isCustom(domain = ""): boolean {
  return domain.includes(".");
}

/**
 * Checks what a custom domain needs: a parent with an A record, and a certificate in us-east-1 for it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
 */
export function newCustomDomain(state: CognitoState, name: string, config: CustomDomainConfigType): CustomDomain {
  if (!isCustom(name)) throw invalid(`The custom domain ${name} is not a fully qualified domain name.`);
  const { aws, domains } = state;
  const parent = name.slice(name.indexOf(".") + 1);
  // A top-level domain is no parent, whatever it resolves to.
  if (!isCustom(parent) || aws.route53.lookup(parent, "A") === undefined)
    throw invalid(
      "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain.",
    );
  checkCertificate(state, name, config);
  if ([...domains.values()].filter(({ custom }) => custom).length >= MAX_CUSTOM_DOMAINS)
    throw new AwsError("LimitExceededException", `The maximum number of custom domains is ${MAX_CUSTOM_DOMAINS}.`);
  const { partition, random } = aws;
  return {
    certificateArn: config.CertificateArn ?? "",
    // The distribution is Amazon's: Cognito shows it in its own account.
    distributionArn: `arn:${partition}:cloudfront::${aws.accountId}:distribution/E${random.text(13, UPPER_CASE)}`,
  };
}

/** A domain name as CloudFront gives its distributions. */
export function newDistribution({ aws: { random } }: CognitoState): string {
  return `d${random.text(13, "abcdefghijklmnopqrstuvwxyz0123456789")}.cloudfront.net`;
}

export function checkCertificate({ aws }: CognitoState, name: string, config: CustomDomainConfigType): void {
  const { CertificateArn: arn = "", ...others } = config;
  const [unsupported] = Object.entries(others).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (unsupported !== undefined) throw notImplemented(`${unsupported} of a custom user pool domain`);
  if (!aws.acm.isUsable(arn, CERTIFICATE_REGION))
    throw invalid(
      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
    );
  const names = aws.acm.issued(arn)?.names ?? [];
  if (!names.includes(name) && !names.includes(name.replace(/^[^.]+/, "*")))
    throw invalid(
      "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add.",
    );
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
