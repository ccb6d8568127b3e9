import { type StackFailure, stackHint, waitingHint } from "../../src/stacks/hints.js";

const failure = (type: string, reason: string): StackFailure => ({ resource: "It", type, reason });
const handler = (message: string, code = "GeneralServiceException") =>
  `Resource handler returned message: "${message}" (RequestToken: 7d1f, HandlerErrorCode: ${code})`;
const USER = "User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions";

describe("a refusal names the IAM action that is missing, in each of AWS's wordings", () => {
  it.each<[string, string, RegExp]>([
    [
      "IAM's form",
      `${USER} is not authorized to perform: ecs:CreateCluster on resource: *`,
      /Allow ecs:CreateCluster in/,
    ],
    [
      "IAM's form with its reason",
      handler(
        `${USER} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:eu-west-1:123456789012:log-group:x because no identity-based policy allows the logs:CreateLogGroup action (Service: CloudWatchLogs, Status Code: 400)`,
        "AccessDenied",
      ),
      /Allow logs:CreateLogGroup in the policy of the role that the workflow assumes/,
    ],
    [
      "the reason alone",
      "Access denied because no session policy allows the iam:PassRole action",
      /Allow iam:PassRole in the session policy too/,
    ],
    [
      "a service control policy",
      `${USER} is not authorized to perform: ec2:CreateVpc because no service control policy allows the ec2:CreateVpc action`,
      /Allow ec2:CreateVpc in the service control policy too/,
    ],
    [
      "a permissions boundary",
      `${USER} is not authorized to perform: iam:CreateRole on resource: role x because no permissions boundary allows the iam:CreateRole action`,
      /Allow iam:CreateRole in the permissions boundary too/,
    ],
    [
      "an explicit deny",
      `${USER} is not authorized to perform: ec2:CreateNatGateway with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o/p`,
      /A Deny for ec2:CreateNatGateway stands in a service control policy/,
    ],
    [
      "an explicit deny in the role's own policy",
      `${USER} is not authorized to perform: ecs:CreateService with an explicit deny in an identity-based policy`,
      /A Deny for ecs:CreateService stands in an identity-based policy/,
    ],
    [
      "CloudFormation's older handlers",
      "API: ec2:CreateSecurityGroup You are not authorized to perform this operation.",
      /Allow ec2:CreateSecurityGroup in/,
    ],
    [
      "the older form of a load balancer",
      `API: elasticloadbalancingv2:CreateRule ${USER} is not authorized to perform: cognito-idp:DescribeUserPoolClient on resource: x`,
      /Allow cognito-idp:DescribeUserPoolClient in/,
    ],
    [
      "a load balancer's that names none",
      "API: elasticloadbalancingv2:CreateRule You are not authorized to perform this operation",
      /Allow elasticloadbalancing:CreateRule in/,
    ],
    ["the oldest form", "AccessDenied. User doesn't have permission to call iam:CreateRole", /Allow iam:CreateRole in/],
    [
      "the form of the operation",
      handler("Access denied for operation 'ecs:TagResource'.", "AccessDenied"),
      /Allow ecs:TagResource in/,
    ],
    [
      "EC2's encoded message",
      "You are not authorized to perform this operation. Encoded authorization failure message: KzCTdjlfnw3kFnfF (Service: Ec2, Status Code: 403)",
      /aws sts decode-authorization-message/,
    ],
    [
      "EC2's newer form, with both",
      `You are not authorized to perform this operation. ${USER} is not authorized to perform: ec2:AllocateAddress on resource: arn:aws:ec2:eu-west-1:1:elastic-ip/* because no identity-based policy allows the ec2:AllocateAddress action. Encoded authorization failure message: KzCT`,
      /^Allow ec2:AllocateAddress in the policy of the role that the workflow assumes\.$/,
    ],
    ["no name at all", handler("Access Denied", "AccessDenied"), /Allow the action that the message is about in/],
  ])("%s", (_, reason, hint) => {
    expect(stackHint(failure("AWS::X::Y", reason))).toMatch(hint);
  });
});

describe("a known cause gets the hint that leads to its fix", () => {
  it.each<[string, string, string, RegExp]>([
    [
      "elastic IPs",
      "AWS::EC2::EIP",
      "The maximum number of addresses has been reached. (Service: Ec2, Status Code: 400)",
      /"EC2-VPC Elastic IPs".*Service Quotas.*nat-gateways/,
    ],
    ["VPCs", "AWS::EC2::VPC", "The maximum number of VPCs has been reached.", /"VPCs per Region".*Service Quotas/],
    [
      "internet gateways",
      "AWS::EC2::InternetGateway",
      "The maximum number of internet gateways has been reached.",
      /"Internet gateways per Region"/,
    ],
    [
      "NAT gateways",
      "AWS::EC2::NatGateway",
      "Performing this operation would exceed the limit of 5 NAT gateways (NatGatewayLimitExceeded)",
      /"NAT gateways per Availability Zone"/,
    ],
    [
      "load balancers",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      handler("The maximum number of load balancers has been reached", "ServiceLimitExceeded"),
      /"Application Load Balancers per Region"/,
    ],
    [
      "rules",
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      "The maximum number of rules on load balancer 'x' has been reached",
      /"Rules per Application Load Balancer"/,
    ],
    [
      "target groups of a load balancer",
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      "The maximum number of unique target groups per load balancer has been reached",
      /"Target Groups per Application Load Balancer".*cannot be raised/,
    ],
    [
      "target groups of a region",
      "AWS::ElasticLoadBalancingV2::TargetGroup",
      "The maximum number of target groups has been reached",
      /"Target Groups per Region"/,
    ],
    [
      "certificates",
      "AWS::CertificateManager::Certificate",
      "Error: you have reached your limit of 20 certificates in the last year.",
      /"ACM certificates"/,
    ],
    ["roles", "AWS::IAM::Role", "Cannot exceed quota for RolesPerAccount: 1000", /"Roles per account"/],
    [
      "a quota that we do not know",
      "AWS::X::Y",
      handler("Too much", "ServiceLimitExceeded"),
      /A quota is used up.*Service Quotas/,
    ],
    [
      "a sign-in prefix that somebody has",
      "AWS::Cognito::UserPoolDomain",
      "Domain already associated with another user pool. (Service: CognitoIdentityProvider, Status Code: 400)",
      /cognito-domain-prefix/,
    ],
    [
      "a second prefix for a pool",
      "AWS::Cognito::UserPoolDomain",
      "User pool already has a domain configured.",
      /delete-user-pool-domain.*run again/,
    ],
    [
      "a reserved prefix",
      "AWS::Cognito::UserPoolDomain",
      "Domain cannot contain reserved word: cognito",
      /cognito-domain-prefix/,
    ],
    [
      "a certificate that was not validated",
      "AWS::CertificateManager::Certificate",
      handler("The certificate was not validated in time", "NotStabilized"),
      /hosted-zone-id the public zone.*dig NS/,
    ],
    [
      "a CAA record",
      "AWS::CertificateManager::Certificate",
      "The certificate request failed: CAA_ERROR",
      /CAA record.*amazon\.com/,
    ],
    [
      "a record that stands",
      "AWS::Route53::RecordSet",
      "[Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]",
      /record of this name/,
    ],
    [
      "a record beside a CNAME",
      "AWS::Route53::RecordSet",
      "[RRSet of type A with DNS name x. is not permitted as it conflicts with other records with the same DNS name in zone example.com.]",
      /record of this name/,
    ],
    [
      "a name that is taken",
      "AWS::Logs::LogGroup",
      `Resource of type 'AWS::Logs::LogGroup' with identifier '{"/properties/LogGroupName":"x"}' already exists.`,
      /Something of this name stands already/,
    ],
    [
      "a role that ECS cannot assume yet",
      "AWS::ECS::Service",
      handler(
        "Invalid request provided: CreateService error: Unable to assume the service linked role. Please verify that the ECS service linked role exists.",
        "InvalidRequest",
      ),
      /Run again/,
    ],
    [
      "a priority that another environment was given",
      "AWS::ElasticLoadBalancingV2::ListenerRule",
      "Priority '1000' is currently in use (Service: ElasticLoadBalancingV2, Status Code: 400)",
      /next free one/,
    ],
    [
      "a subnet without free addresses",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      "Not enough IP space available in subnet-1. ELB requires at least 8 free IP addresses in each subnet.",
      /no addresses left/,
    ],
    [
      "an address range that is taken",
      "AWS::EC2::Subnet",
      "The CIDR '10.0.0.0/20' conflicts with another subnet (InvalidSubnet.Conflict)",
      /address range/,
    ],
    [
      "a subnet with a network interface in it",
      "AWS::EC2::Subnet",
      "The subnet 'subnet-1' has dependencies and cannot be deleted.",
      /network interface/,
    ],
    [
      "a security group with a network interface in it",
      "AWS::EC2::SecurityGroup",
      "resource sg-1 has a dependent object (DependencyViolation)",
      /describe-network-interfaces/,
    ],
    [
      "a protected user pool",
      "AWS::Cognito::UserPool",
      "The user pool cannot be deleted because deletion protection is activated.",
      /DeletionProtection to INACTIVE/,
    ],
    [
      "credentials that ran out",
      "AWS::EC2::VPC",
      "The security token included in the request is expired",
      /role-duration-seconds/,
    ],
    ["throttling", "AWS::IAM::Role", handler("Rate exceeded", "Throttling"), /Run again/],
  ])("%s", (_, type, reason, hint) => {
    expect(stackHint(failure(type, reason))).toMatch(hint);
  });

  it("a reason that is not known speaks for itself", () => {
    expect(stackHint(failure("AWS::ECS::Service", "Model validation failed"))).toBeUndefined();
  });
});

describe("a certificate that is waited for", () => {
  it.each<[string, string, number, RegExp | undefined]>([
    ["is normal for some minutes", "AWS::CertificateManager::Certificate", 4 * 60_000, undefined],
    ["deserves a word after five", "AWS::CertificateManager::Certificate", 6 * 60_000, /after 6 minutes.*public zone/],
    ["is alone in that: a load balancer does not", "AWS::ElasticLoadBalancingV2::LoadBalancer", 600_000, undefined],
  ])("%s", (_, type, waited, line) => {
    const hint = waitingHint(type, waited);
    if (line) expect(hint).toMatch(line);
    else expect(hint).toBeUndefined();
  });
});
