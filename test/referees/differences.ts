import type { Explanation } from "./referee.js";

const API = "https://docs.aws.amazon.com";
const CFN = `${API}/AWSCloudFormation/latest/APIReference`;
const ECS = `${API}/AmazonECS/latest/APIReference`;
const ELB = `${API}/elasticloadbalancing/latest/APIReference`;
const COGNITO = `${API}/cognito-user-identity-pools/latest/APIReference`;

/** Members that moto leaves out of an answer, and AWS's page that has them. */
function leftOut(operations: string, members: string, document: string, why = "moto leaves them out"): Explanation {
  return { difference: new RegExp(`^moto ${operations}( \\(.*\\))?: only here: (${members})$`), why, document };
}

/** Members that moto adds where AWS has none. */
function added(operations: string, members: string, why: string, document: string): Explanation {
  return { difference: new RegExp(`^moto ${operations}( \\(.*\\))?: only there: (${members})$`), why, document };
}

/** Calls that AWS refuses and moto does not, or with another code; or that moto cannot answer. */
function code(call: string, ours: string, theirs: string, why: string, document: string): Explanation {
  return { difference: new RegExp(`^moto ${call}: code ${ours}, there ${theirs}$`), why, document };
}

const LENIENT = "moto takes what AWS refuses";
/** AWS's model, which the page of the operation prints, has the rule that the request breaks. */
const UNCHECKED = "moto does not hold requests against AWS's model";

/**
 * Where another referee and the local AWS differ: who is right, and where AWS says so. What is not here is
 * unexplained; what is here and differs no more, too.
 */
export const differences: readonly Explanation[] = [
  {
    difference:
      /^boto3 ecs:.*deploymentCircuitBreaker\.(resetOnHealthyTask|thresholdConfiguration) is not in the model$/,
    why: "botocore is older than the SDK: newer members of ECS",
    document: `${ECS}/API_DeploymentCircuitBreaker.html`,
  },
  {
    difference: /^boto3 cloudformation:Describe.*\.DeploymentConfig is not in the model$/,
    why: "botocore is older than the SDK: CloudFormation's express mode",
    document: `${CFN}/API_DescribeStacks.html`,
  },
  {
    difference: /^boto3 acm:.*\.KeyAlgorithm is 'RSA-2048', not one of/,
    why: "AWS answers so against its own model",
    document: `${API}/cli/latest/reference/acm/describe-certificate.html`,
  },
  {
    difference: /^boto3 cognito-idp:.*CustomDomainConfig\.CertificateArn is required and absent$/,
    why: "AWS gives an empty structure for a prefix domain, against its own model",
    document: `${API}/cli/latest/reference/cognito-idp/describe-user-pool-domain.html`,
  },
  {
    difference: /^boto3 cloudformation:Describe(Stack)?Events: .*ResourceStatus is 'REVIEW_IN_PROGRESS', not one of/,
    why: "AWS records the event of a stack that a change set has made, against its own model",
    document: "https://github.com/ministackorg/ministack/pull/890",
  },

  {
    difference: /^cfn-lint .*: not served: /,
    why: "the local AWS refuses it, as what it does not serve",
    document: `${API}/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html`,
  },
  {
    difference: /^cfn-lint a variable twice: only there: /,
    why: "cfn-lint's own addition to AWS's schema, in which the whole items have to differ",
    document: `${ECS}/API_ContainerDefinition.html`,
  },

  code(
    "sts:AssumeRole \\(short session name\\)",
    "ValidationError",
    "none",
    UNCHECKED,
    `${API}/STS/latest/APIReference/API_AssumeRole.html`,
  ),
  code(
    "ec2:(DescribeVpcs \\(short page\\)|CreateVpc \\(unknown tenancy\\))",
    "InvalidParameterValue",
    "none",
    UNCHECKED,
    `${API}/AWSEC2/latest/APIReference/API_DescribeVpcs.html`,
  ),
  leftOut(
    "ec2:AuthorizeSecurityGroupIngress",
    "SecurityGroupRules\\[\\]\\.(GroupOwnerId|SecurityGroupRuleArn)",
    `${API}/AWSEC2/latest/APIReference/API_SecurityGroupRule.html`,
  ),
  leftOut("ec2:\\w+Subnets?", "Subnets?(\\[\\])?\\.EnableDns64", `${API}/AWSEC2/latest/APIReference/API_Subnet.html`),
  leftOut(
    "elbv2:\\w+LoadBalancers?",
    "LoadBalancers\\[\\]\\.Scheme",
    `${ELB}/API_CreateLoadBalancer.html`,
    "moto has no default scheme; AWS's is internet-facing",
  ),
  leftOut(
    "elbv2:CreateRule",
    "Rules\\[\\]\\.(Actions\\[\\]\\.ForwardConfig|Conditions\\[\\]\\.Values)",
    `${ELB}/API_CreateRule.html`,
    "AWS gives both spellings, whichever was asked with",
  ),
  added(
    "elbv2:\\w+Listeners?",
    "Listeners\\[\\]\\.SslPolicy",
    "only HTTPS and TLS listeners have one",
    `${ELB}/API_Listener.html`,
  ),

  leftOut(
    "ecs:\\w+Services?",
    "services?(\\[\\])?\\.(availabilityZoneRebalancing|created(At|By)|currentService(Deployment|Revisions)|deploymentConfiguration|enable(ECSManagedTags|ExecuteCommand)|events|platform(Family|Version)|roleArn|deployments\\[\\]\\.platformVersion)",
    `${ECS}/API_Service.html`,
  ),
  leftOut(
    "ecs:\\w+TaskDefinitions?",
    "taskDefinitions?(\\[\\])?\\.(deleteRequestedAt|(de)?registered(At|By)|requiresAttributes|containerDefinitions\\[\\]\\.portMappings\\[\\]\\.(hostPort|protocol))",
    `${ECS}/API_TaskDefinition.html`,
  ),
  leftOut(
    "ecs:DescribeTasks",
    "failures",
    `${API}/AmazonECS/latest/developerguide/api_failures_messages.html`,
    "AWS names what is MISSING",
  ),
  added(
    "ecs:\\w+Clusters?",
    "clusters?(\\[\\])?\\.(settings|tags)",
    "only with include SETTINGS or TAGS",
    `${ECS}/API_DescribeClusters.html`,
  ),
  code(
    "ecs:ListServiceDeployments",
    "none",
    "500",
    "moto has no such operation",
    `${ECS}/API_ListServiceDeployments.html`,
  ),
  code(
    "ecs:RegisterTaskDefinition \\(no containers\\)",
    "InvalidParameterException",
    "500",
    "moto breaks on it; containerDefinitions is required",
    `${ECS}/API_RegisterTaskDefinition.html`,
  ),
  code(
    "ecs:CreateService \\(unknown launch type\\)",
    "InvalidParameterException",
    "ClientException",
    "AWS declares both; moto's RunTask has the other; not confirmed by any source",
    `${ECS}/API_CreateService.html`,
  ),
  code(
    "ecs:DeleteCluster \\(with a service\\)",
    "ClusterContainsServicesException",
    "none",
    LENIENT,
    `${ECS}/API_DeleteCluster.html`,
  ),

  code(
    "iam:CreateRole \\((long name|bad name|short session)\\)",
    "ValidationError",
    "none",
    UNCHECKED,
    `${API}/IAM/latest/APIReference/API_CreateRole.html`,
  ),
  code(
    "iam:CreateServiceLinkedRole \\(name taken\\)",
    "InvalidInput",
    "EntityAlreadyExists",
    "the local AWS: users quote AWS's answer so",
    "https://github.com/Rayraegah/terraform-aws-hasura/issues/17",
  ),
  code(
    "iam:SimulatePrincipalPolicy",
    "none",
    "unreadable",
    "moto has no such operation",
    `${API}/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html`,
  ),
  code(
    "iam:CreateRole \\(malformed policy\\)",
    "MalformedPolicyDocument",
    "none",
    LENIENT,
    `${API}/IAM/latest/APIReference/API_CreateRole.html`,
  ),
  leftOut(
    "secretsmanager:ListSecrets",
    "SecretList\\[\\]\\.LastAccessedDate",
    `${API}/secretsmanager/latest/apireference/API_SecretListEntry.html`,
  ),
  leftOut(
    "ssm:DescribeParameters",
    "Parameters\\[\\]\\.ARN",
    `${API}/systems-manager/latest/APIReference/API_ParameterMetadata.html`,
  ),
  leftOut(
    "logs:DescribeLogGroups",
    "logGroups\\[\\]\\.logGroupClass",
    `${API}/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html`,
  ),
  added(
    "logs:FilterLogEvents",
    "searchedLogStreams",
    "no longer supported: AWS's list is empty",
    `${API}/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html`,
  ),
  code(
    "logs:CreateLogGroup \\(bad name\\)",
    "InvalidParameterException",
    "none",
    UNCHECKED,
    `${API}/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html`,
  ),
  code(
    "logs:PutRetentionPolicy \\(no such retention\\)",
    "InvalidParameterException",
    "none",
    LENIENT,
    `${API}/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html`,
  ),
  leftOut(
    "application-autoscaling:DescribeScalableTargets",
    "ScalableTargets\\[\\]\\.(RoleARN|SuspendedState)",
    `${API}/autoscaling/application/APIReference/API_ScalableTarget.html`,
  ),
  code(
    "application-autoscaling:DeregisterScalableTarget \\(absent target\\)",
    "ObjectNotFoundException",
    "ValidationException",
    "AWS declares ObjectNotFoundException for it",
    `${API}/autoscaling/application/APIReference/API_DeregisterScalableTarget.html`,
  ),
  leftOut(
    "route53:ListHostedZonesByName",
    "IsTruncated|MaxItems",
    `${API}/Route53/latest/APIReference/API_ListHostedZonesByName.html`,
    "moto leaves out what the model requires",
  ),
  added(
    "route53:\\w+HostedZone",
    "DelegationSet\\.CallerReference",
    "only a reusable delegation set has one",
    `${API}/Route53/latest/APIReference/API_DelegationSet.html`,
  ),
  code(
    "acm:RequestCertificate \\(bad name\\)",
    "ValidationException",
    "none",
    UNCHECKED,
    `${API}/acm/latest/APIReference/API_RequestCertificate.html`,
  ),
  leftOut(
    "acm:ListCertificates",
    "CertificateSummaryList\\[\\]\\.(HasAdditionalSubjectAlternativeNames|SubjectAlternativeNameSummaries)",
    `${API}/acm/latest/APIReference/API_CertificateSummary.html`,
  ),
  added(
    "acm:\\w+Certificates?",
    "Certificate(SummaryList\\[\\])?\\.(IssuedAt|NotAfter|NotBefore|Serial)",
    "moto issues without validation",
    `${API}/acm/latest/userguide/dns-validation.html`,
  ),
  added(
    "acm:ListCertificates",
    "CertificateSummaryList\\[\\]\\.Exported",
    "private certificates alone have it",
    `${API}/acm/latest/APIReference/API_CertificateSummary.html`,
  ),

  code(
    "cognito-idp:DescribeUserPool \\(bad id\\)",
    "InvalidParameterException",
    "ResourceNotFoundException",
    UNCHECKED,
    `${COGNITO}/API_DescribeUserPool.html`,
  ),
  code(
    "cognito-idp:CreateUserPool \\(short passwords\\)",
    "InvalidParameterException",
    "none",
    UNCHECKED,
    `${COGNITO}/API_PasswordPolicyType.html`,
  ),
  leftOut(
    "cognito-idp:\\w+UserPoolDomain",
    "(DomainDescription\\.)?(ManagedLoginVersion|S3Bucket|Version)",
    `${COGNITO}/API_DomainDescriptionType.html`,
  ),
  leftOut(
    "cognito-idp:\\w+UserPool",
    "UserPool\\.(DeletionProtection|UserPoolTier)",
    `${COGNITO}/API_UserPoolType.html`,
  ),
  leftOut(
    "cognito-idp:\\w+UserPoolClient",
    "UserPoolClient\\.(CreationDate|LastModifiedDate)",
    `${COGNITO}/API_UserPoolClientType.html`,
  ),
  added(
    "cognito-idp:CreateUserPoolDomain",
    "CloudFrontDomain",
    "the name that a custom domain's record has to point to; AWS's page has it for those",
    `${COGNITO}/API_CreateUserPoolDomain.html`,
  ),
  added(
    "cognito-idp:\\w+UserPool",
    "UserPool\\.(AccountRecoverySetting|AdminCreateUserConfig\\.InviteMessageTemplate|EmailVerification(Message|Subject)|SmsVerificationMessage|VerificationMessageTemplate\\.\\w+)",
    "nobody has set them, and AWS's page names no default; not confirmed by any source",
    `${COGNITO}/API_CreateUserPool.html`,
  ),
  code(
    "cognito-idp:DeleteUserPool \\(with a domain\\)",
    "InvalidParameterException",
    "none",
    LENIENT,
    `${COGNITO}/API_DeleteUserPool.html`,
  ),

  code(
    "cloudwatch:GetMetricData \\(bad namespace\\)",
    "ValidationError",
    "none",
    UNCHECKED,
    `${API}/AmazonCloudWatch/latest/APIReference/API_Metric.html`,
  ),

  code(
    "cloudformation:(ListStacks \\(unknown status\\)|CreateStack \\((no time|empty tag)\\))",
    "ValidationError",
    "(none|unreadable)",
    UNCHECKED,
    `${CFN}/API_CreateStack.html`,
  ),
  code(
    "cloudformation:(DescribeEvents|(CancelUpdateStack|ContinueUpdateRollback) \\(.*\\))",
    "(none|ValidationError)",
    "unreadable",
    "moto has no such operation",
    `${CFN}/API_Operations.html`,
  ),
  leftOut(
    "cloudformation:DescribeChangeSet",
    "Changes\\[\\]\\.ResourceChange\\.(Details|PhysicalResourceId|Replacement|Scope)",
    `${CFN}/API_ResourceChange.html`,
  ),
  leftOut("cloudformation:ValidateTemplate", "Parameters", `${CFN}/API_ValidateTemplate.html`),
  leftOut(
    "cloudformation:DescribeChangeSet",
    "ImportExistingResources|IncludeNestedStacks|Parameters",
    `${CFN}/API_DescribeChangeSet.html`,
  ),
  leftOut(
    "cloudformation:DescribeStackEvents",
    "StackEvents\\[\\]\\.(OperationId|ResourceProperties)",
    `${CFN}/API_StackEvent.html`,
  ),
  leftOut(
    "cloudformation:\\w+Stack(s|Resources)",
    "Stack(s|Summaries|Resources|ResourceSummaries)\\[\\]\\.(ChangeSetId|DriftInformation|LastOperations|LastUpdatedTimestamp|Outputs)",
    `${CFN}/API_Stack.html`,
  ),
  leftOut("cloudformation:GetTemplate", "StagesAvailable", `${CFN}/API_GetTemplate.html`),
  code(
    "cloudformation:GetTemplateSummary",
    "none",
    "unreadable",
    "moto breaks on the name of a stack",
    `${CFN}/API_GetTemplateSummary.html`,
  ),
  code(
    "cloudformation:DescribeChangeSet \\(absent change set\\)",
    "ChangeSetNotFound",
    "ValidationError",
    "AWS declares ChangeSetNotFound for it",
    `${CFN}/API_DescribeChangeSet.html`,
  ),
  code(
    "cloudformation:UpdateStack \\(no changes\\)",
    "ValidationError",
    "none",
    LENIENT,
    `${CFN}/API_UpdateStack.html`,
  ),
  code(
    "cloudformation:CreateStack \\(bad name\\)",
    "ValidationError",
    "unreadable",
    "moto breaks on it",
    `${CFN}/API_CreateStack.html`,
  ),

  {
    difference:
      /^example ec2 Describe(Vpcs|NetworkInterfaces|Addresses( 1)?): only there: .*(Tags|Association|Attachment|PrivateDnsName|InstanceId)$/,
    why: "the example's has tags, or belongs to an instance; this one does not",
    document: `${API}/AWSEC2/latest/APIReference/API_NetworkInterface.html`,
  },
  {
    difference:
      /^example .*: refused: NotImplementedByLocalAws: .*(health checks over HTTPS|that do not require FARGATE|managed policy ReadOnlyAccess)/,
    why: "loudly not served: SPEC.md lists it",
    document: `${API}/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html`,
  },
  {
    difference: /^example secretsmanager .*CreatedDate is string, there number$/,
    why: "a date in both: these examples show it as it is on the wire, the referee reads it as text",
    document: `${API}/secretsmanager/latest/apireference/API_GetSecretValue.html`,
  },
  {
    difference: /^example iam \w+: Role\.AssumeRolePolicyDocument is object, there string$/,
    why: "botocore decodes the document; the example has a placeholder for it",
    document: `${API}/IAM/latest/APIReference/API_Role.html`,
  },
  {
    difference: /^example iam GetRole: only there: Role\.RoleLastUsed$/,
    why: "the example's role has been used; when a role was used last is not kept here",
    document: `${API}/IAM/latest/APIReference/API_RoleLastUsed.html`,
  },
  {
    difference: /^example application-autoscaling DescribeScalingActivities: only there: ScalingActivities$/,
    why: "no service has been scaled yet",
    document: `${API}/autoscaling/application/APIReference/API_DescribeScalingActivities.html`,
  },
  {
    difference:
      /^example application-autoscaling DescribeScalingPolicies: only there: .*StepScalingPolicyConfiguration$/,
    why: "the policy here is the one of AWS's example for PutScalingPolicy, which tracks a target",
    document: `${API}/autoscaling/application/APIReference/API_DescribeScalingPolicies.html`,
  },
];
