import { denialHint, readDenial } from "../lib/access-denied.js";

/** A resource of a stack that failed, as CloudFormation's event tells it. */
export interface StackFailure {
  /** The logical id. */
  readonly resource: string;
  readonly type: string;
  readonly reason: string;
}

interface Known {
  /** Matched against the type; any type without it. */
  readonly type?: RegExp;
  readonly reason: RegExp;
  readonly hint: string;
}

const quota = (name: string, service: string, instead = "") =>
  `The quota "${name}" is used up. Have it raised in Service Quotas (${service})${instead && `, or ${instead}`}.`;
const FIXED = "It cannot be raised: give some environments another domain, and with it another load balancer.";

/** Quotas by what AWS says; the names are those of the Service Quotas console. */
const QUOTAS: readonly Known[] = [
  {
    reason: /maximum number of addresses|AddressLimitExceeded/i,
    hint: quota("EC2-VPC Elastic IPs", "Amazon EC2; 5 a region unless raised", "set nat-gateways to 1 or 0"),
  },
  {
    reason: /maximum number of VPCs|VpcLimitExceeded/i,
    hint: quota("VPCs per Region", "Amazon VPC; 5 unless raised"),
  },
  {
    reason: /maximum number of internet gateways|InternetGatewayLimitExceeded/i,
    hint: quota("Internet gateways per Region", "Amazon VPC; goes with VPCs per Region"),
  },
  {
    reason: /maximum number of NAT gateways|NatGatewayLimitExceeded/i,
    hint: quota("NAT gateways per Availability Zone", "Amazon VPC", "set nat-gateways to 1 or 0"),
  },
  {
    reason: /maximum number of (VPC )?security groups|SecurityGroupLimitExceeded|SecurityGroupsPerInterface/i,
    hint: quota("VPC security groups per Region", "Amazon VPC"),
  },
  { reason: /maximum number of subnets|SubnetLimitExceeded/i, hint: quota("Subnets per VPC", "Amazon VPC") },
  {
    reason: /maximum number of route tables|RouteTableLimitExceeded/i,
    hint: quota("Route tables per VPC", "Amazon VPC"),
  },
  {
    reason: /maximum number of network interfaces|NetworkInterfaceLimitExceeded/i,
    hint: quota("Network interfaces per Region", "Amazon VPC"),
  },
  {
    reason: /maximum number of load balancers|TooManyLoadBalancers/i,
    hint: quota("Application Load Balancers per Region", "Elastic Load Balancing", "use a domain that has one already"),
  },
  {
    reason:
      /(unique )?target groups (that can be |per |on |for |associated with ).*load balancer|TooManyUniqueTargetGroups/i,
    hint: `The quota "Target Groups per Application Load Balancer" (100) is used up. ${FIXED}`,
  },
  {
    reason: /maximum number of target groups|TooManyTargetGroups/i,
    hint: quota("Target Groups per Region", "Elastic Load Balancing"),
  },
  {
    reason: /maximum number of rules|TooManyRules/i,
    hint: quota(
      "Rules per Application Load Balancer",
      "Elastic Load Balancing; 100 unless raised",
      "remove environments that nobody uses",
    ),
  },
  {
    reason: /maximum number of certificates on|TooManyCertificates/i,
    hint: quota(
      "Certificates per Application Load Balancer",
      "Elastic Load Balancing; 25 unless raised",
      "use hosts one label below the domain, which its certificate covers",
    ),
  },
  {
    type: /^AWS::CertificateManager::/,
    reason: /limit|maximum number|quota/i,
    hint: quota("ACM certificates", "AWS Certificate Manager; those of the last 365 days count as well"),
  },
  {
    type: /^AWS::IAM::Role$/,
    reason: /cannot exceed quota|LimitExceeded/i,
    hint: quota("Roles per account", "AWS IAM; 1000 unless raised"),
  },
  {
    type: /^AWS::Cognito::UserPoolClient$/,
    reason: /limit ?exceeded|maximum number|quota/i,
    hint: quota("App clients per user pool", "Amazon Cognito; 1000 unless raised"),
  },
  {
    type: /^AWS::Cognito::/,
    reason: /limit ?exceeded|maximum number|quota/i,
    hint: quota("User pools per Region", "Amazon Cognito; 1000 unless raised"),
  },
  {
    type: /^AWS::Route53::/,
    reason: /limit|maximum number|TooMany|quota/i,
    hint: quota("Records per hosted zone", "Amazon Route 53; 10,000 unless raised"),
  },
  {
    type: /^AWS::Logs::/,
    reason: /limit ?exceeded|maximum number|quota/i,
    hint: quota("Log groups", "Amazon CloudWatch Logs"),
  },
  {
    reason:
      /LimitExceeded|limit exceeded|maximum number of|ServiceLimitExceeded|ServiceQuotaExceeded|exceeds? the (quota|limit)/i,
    hint: "A quota is used up; the reason says of what. Service Quotas in the AWS console shows it, and has it raised.",
  },
];

/** What usually helps, by what AWS says, most telling first. Wording is all that CloudFormation's events give. */
const CAUSES: readonly Known[] = [
  {
    reason: /security token included in the request is expired|ExpiredToken/i,
    hint: "CloudFormation works with the step's own credentials, and they ran out. Raise role-duration-seconds of aws-actions/configure-aws-credentials above timeout-minutes, and run again.",
  },
  {
    reason: /service[- ]linked role/i,
    hint: "AWS makes this role at the first use in an account, which takes up to a minute. Run again.",
  },
  {
    reason: /PriorityInUse|priority '?\d*'? ?is (currently |already )?in use/i,
    hint: "Another rule was given this priority at the same moment. Run again: the next free one is taken.",
  },
  {
    type: /^AWS::Cognito::UserPoolDomain$/,
    reason: /user pool already has a domain configured/i,
    hint: "A user pool has one such domain, and CloudFormation makes the new one before it deletes the old. Delete the old one first (aws cognito-idp delete-user-pool-domain; nobody can sign in from then on), then run again.",
  },
  {
    type: /^AWS::Cognito::UserPoolDomain$/,
    reason: /already (exists|associated)/i,
    hint: "Somebody, in this account or another, has this sign-in prefix already, or it was given up minutes ago. Choose another with cognito-domain-prefix.",
  },
  {
    type: /^AWS::Cognito::UserPoolDomain$/,
    reason: /reserved word/i,
    hint: "Cognito takes no prefix with aws, amazon or cognito in it. Choose another with cognito-domain-prefix.",
  },
  {
    type: /^AWS::Cognito::UserPool$/,
    reason: /deletion protection/i,
    hint: "The user pool is protected from deletion. Set the stack's parameter DeletionProtection to INACTIVE first, if its users may be lost.",
  },
  {
    reason: /deletion protection is enabled/i,
    hint: "It is protected from deletion. Set the stack's parameter DeletionProtection to false first.",
  },
  {
    type: /^AWS::CertificateManager::Certificate$/,
    reason: /CAA/,
    hint: "A CAA record of the domain keeps Amazon from issuing a certificate. Add one that names amazon.com.",
  },
  {
    type: /^AWS::CertificateManager::Certificate$/,
    reason: /^(?!.*(in use|already exists)).*/is,
    hint: "The certificate was not validated. Is hosted-zone-id the public zone to which the domain's name servers point? `dig NS` for the zone's name must show the zone's own four name servers.",
  },
  {
    type: /^AWS::Route53::/,
    reason: /already exists|conflicts with other records/i,
    hint: "A record of this name stands in the zone already. Delete it if nothing needs it, or choose another host or domain.",
  },
  {
    reason: /not enough (IP|free)|sufficient free (IP )?addresses|InsufficientFreeAddresses|insufficient free/i,
    hint: "A subnet has no addresses left: a load balancer takes 8 free ones in each, a task one. Remove environments that nobody uses.",
  },
  {
    reason: /CIDR.*(conflicts|overlap|invalid)|InvalidSubnet\.(Conflict|Range)|InvalidVpc\.Range/i,
    hint: "The address range is taken or does not fit. Look for subnets that somebody added to the VPC by hand.",
  },
  {
    reason:
      /DependencyViolation|has a dependent object|has dependencies and cannot be deleted|mapped public address|network interface .*in use|currently in use by.*eni-/i,
    hint: "A network interface is still in it, usually that of a task or load balancer that is just going away, or of something made by hand: aws ec2 describe-network-interfaces shows whose it is. Run again in some minutes.",
  },
  {
    type: /^AWS::IAM::Role$/,
    reason: /must (detach all|delete) policies|DeleteConflict|remove roles from instance profile/i,
    hint: "Somebody has attached something to this role that its stack did not make: aws iam list-attached-role-policies and list-role-policies show what; take it off.",
  },
  {
    type: /^AWS::ElasticLoadBalancingV2::TargetGroup$/,
    reason: /in use by a listener or a rule|ResourceInUse/i,
    hint: "A rule that its stack did not make sends requests to this target group: aws elbv2 describe-rules shows which; delete it.",
  },
  {
    reason: /already exists|with the same name|AlreadyExists\)|EntityAlreadyExists|is already (taken|in use)/i,
    hint: "Something of this name stands already, outside this stack. Remove it, or choose other names.",
  },
  {
    reason:
      /rate exceeded|throttl|HandlerErrorCode: (Throttling|ServiceInternalError|InternalFailure|NetworkFailure|ServiceTimeout)|internal (failure|error)|service ?unavailable/i,
    hint: "AWS itself was in trouble or busy. Run again.",
  },
];

/** What to do about a failure, or undefined where its reason has to speak for itself. Pure. */
export function stackHint({ type, reason }: StackFailure): string | undefined {
  const find = (table: readonly Known[]) =>
    table.find((known) => (known.type?.test(type) ?? true) && known.reason.test(reason))?.hint;
  const denial = readDenial(reason);
  // A refusal may name anything in its ARNs, so it is told from the rest first.
  return denial ? denialHint(denial) : (find(QUOTAS) ?? find(CAUSES));
}

/** A certificate takes 1 to 5 minutes where all is well; where it isn't, ACM goes on for 72 hours. */
const PATIENCE_MS = 5 * 60_000;

/**
 * A word for a resource that takes longer than it should, while it is waited for.
 *
 * @param milliseconds since it began
 */
export function waitingHint(type: string, milliseconds: number): string | undefined {
  if (type !== "AWS::CertificateManager::Certificate" || milliseconds < PATIENCE_MS) return undefined;
  return `not validated after ${Math.floor(milliseconds / 60_000)} minutes, usually it takes 1 to 5. If hosted-zone-id is not the public zone to which the domain's name servers point (dig NS), it never will be: cancel and mend that`;
}
