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
