import type { Rule, Violation } from "./violations.js";

/** What AWS itself answers though its models rule it out. Fits a line of what is wrong with an answer. */
export const deviations: readonly RegExp[] = [
  // https://docs.aws.amazon.com/cli/latest/reference/acm/describe-certificate.html, its example: "RSA-2048"; requests
  // take RSA_2048.
  /\.KeyAlgorithm is (RSA|EC)-\w+, not one of/,
  // https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/describe-user-pool-domain.html, its example: {}
  /^DescribeUserPoolDomain\.DomainDescription\.CustomDomainConfig lacks CertificateArn/,
  // Whole host names, which the model's DomainType has no room for: a custom domain and where it leads,
  // https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/create-user-pool-domain.html, its example:
  // "dpp0gtxikpq3y.cloudfront.net"; describe-user-pool-domain and describe-user-pool give such domains back.
  /^\w+UserPool(Domain)?\.[\w.]*(CloudFrontDomain|CustomDomain|Domain) is "[a-z0-9-]+(\.[a-z0-9-]+)+", which does not match/,
  // "For an internet gateway, the state is available when attached": no name of AttachmentStatus.
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGatewayAttachment.html
  /InternetGateways?(\[\d+\])?\.Attachments\[\d+\]\.State is available,/,
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html says natGateway; answers that
  // users have published say nat_gateway: https://github.com/luizm/aws-whois
  /NetworkInterfaces\[\d+\]\.InterfaceType is nat_gateway,/,
  // A stack's own events have a stack's statuses, and ResourceStatus lacks these three:
  // https://github.com/ministackorg/ministack/pull/890 and https://github.com/ansible/ansible/issues/32396 show them.
  /^Describe(StackEvents\.Stack|Events\.Operation)Events\[\d+\]\.ResourceStatus is (REVIEW|UPDATE_(ROLLBACK_)?COMPLETE_CLEANUP)_IN_PROGRESS,/,
];

/** Rules of AWS's models that AWS does not keep in requests, or that a service keeps in words of its own. */
const unkept: readonly {
  readonly service: string;
  readonly path: RegExp;
  readonly rules: readonly Rule["kind"][];
  /** Only for such values. */
  readonly value: RegExp;
}[] = [
  // A custom domain's whole name, as above.
  { service: "cognito-idp", path: /^domain$/, rules: ["pattern"], value: /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/ },
  // https://github.com/getmoto/moto/blob/master/moto/secretsmanager/models.py quotes AWS's own words for it.
  { service: "secretsmanager", path: /^clientRequestToken$/, rules: ["longest", "shortest"], value: /^/ },
  // EC2 says of each operation what it can tag: https://github.com/getmoto/moto/blob/master/moto/ec2/exceptions.py
  { service: "ec2", path: /resourceType$/, rules: ["enum"], value: /^/ },
  // Ids as Route 53 gives them out. Clients take the prefix off, which would make them too long:
  // https://github.com/boto/botocore/blob/develop/botocore/handlers.py, fix_route53_ids.
  { service: "route53", path: /^(hostedZoneId|id)$/, rules: ["longest"], value: /^\/hostedzone\/.{1,32}$/ },
];

/** Whether AWS takes this value though its model rules it out. */
export function isTaken(service: string, { path, rule, broken }: Violation): boolean {
  return unkept.some(
    (each) =>
      each.service === service &&
      each.rules.includes(rule.kind) &&
      each.path.test(path) &&
      typeof broken === "string" &&
      each.value.test(broken),
  );
}
