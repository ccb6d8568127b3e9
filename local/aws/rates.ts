import type { ChangeResourceRecordSetsRequest } from "@aws-sdk/client-route-53";

/** What a token bucket holds at most, and how many tokens it gets back in a second. */
export interface Rate {
  readonly capacity: number;
  readonly refill: number;
}

/** A bucket, or several alike, and the operations whose calls take a token from it. */
export interface Bucket extends Rate {
  /** AWS's name of the category. Without one, each operation has a bucket of its own. */
  readonly category?: string;
  /** `*` for all that no bucket before it names; a word and `*` for those that begin with it. */
  readonly operations: readonly string[];
  /** A bucket for each value of this member of the input. */
  readonly per?: string;
  /** Only for inputs without any of these members. */
  readonly without?: readonly string[];
  /** How many tokens a call takes; one unless said. */
  readonly tokens?: (operation: string, input: unknown) => number;
}

export interface ServiceRates {
  /** AWS's document, or who says so where AWS publishes nothing. */
  readonly source: string;
  /** A call takes a token from the first of these that names its operation. */
  readonly buckets: readonly Bucket[];
  /** And from each of these that does. */
  readonly also?: readonly Bucket[];
}

const rate = (capacity: number, refill = capacity): Rate => ({ capacity, refill });

const CLIENT_OPERATIONS = ["CreateUserPoolClient", "UpdateUserPoolClient", "DeleteUserPoolClient"];
const POOL_RESOURCE_READS = [
  ...["DescribeUserPoolDomain", "ListTagsForResource"],
  ...["DescribeManagedLoginBranding", "DescribeManagedLoginBrandingByClient"],
];
const POOL_RESOURCE_UPDATES = [
  ...["CreateUserPoolDomain", "UpdateUserPoolDomain", "DeleteUserPoolDomain", "TagResource", "UntagResource"],
  ...["CreateManagedLoginBranding", "UpdateManagedLoginBranding", "DeleteManagedLoginBranding"],
];
const CLIENT_READS = ["DescribeUserPoolClient", "ListUserPoolClients"];
const EC2_READS = ["Describe*", "Get*", "List*", "Search*"];

/**
 * How often an account's operations may be called in a region, by signing name, as AWS documents it without an
 * increase; read in November 2026. Where AWS gives a number a second and no burst, the bucket holds one second's.
 *
 * IAM and Application Auto Scaling are not here: AWS publishes no figures for them, neither on their quota pages (IAM and
 * STS quotas; quotas for Application Auto Scaling) nor elsewhere.
 */
export const rates: Readonly<Record<string, ServiceRates>> = {
  ecs: {
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html",
    buckets: [
      {
        category: "Cluster modify actions",
        operations: [
          ...["CreateCluster", "DeleteCluster", "PutClusterCapacityProviders", "UpdateCluster"],
          "UpdateClusterSettings",
        ],
        ...rate(20, 1),
      },
      { category: "Cluster read actions", operations: ["DescribeClusters", "ListClusters"], ...rate(50, 20) },
      {
        category: "Task definition modify actions",
        operations: ["DeregisterTaskDefinition", "RegisterTaskDefinition"],
        ...rate(20, 1),
      },
      {
        category: "Task definition read actions",
        operations: ["DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies"],
        ...rate(50, 20),
      },
      { category: "Task definition deletion actions", operations: ["DeleteTaskDefinitions"], ...rate(5, 1) },
      { category: "Tag modify actions", operations: ["TagResource", "UntagResource"], ...rate(20, 10) },
      { category: "Tag read actions", operations: ["ListTagsForResource"], ...rate(50, 20) },
      { category: "Cluster resource modify actions", operations: ["StopTask"], ...rate(100, 40) },
      { category: "Cluster resource read actions", operations: ["DescribeTasks", "ListTasks"], ...rate(100, 20) },
      {
        category: "Service modify actions",
        // AWS's table does not name StopServiceDeployment, which changes a service.
        operations: ["CreateService", "DeleteService", "UpdateService", "StopServiceDeployment"],
        ...rate(50, 5),
      },
      { category: "Service read actions", operations: ["DescribeServices", "ListServices"], ...rate(100, 20) },
      {
        category: "Service deployment actions",
        operations: ["DescribeServiceDeployments", "ListServiceDeployments"],
        ...rate(50, 20),
      },
      { category: "Service revision actions", operations: ["DescribeServiceRevisions"], ...rate(50, 20) },
    ],
  },
  ec2: {
    source: "https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html",
    buckets: [
      { operations: ["CreateNatGateway", "DeleteNatGateway"], ...rate(10, 1) },
      {
        operations: ["CreateNetworkInterface", "DeleteNetworkInterface", "ModifyNetworkInterfaceAttribute"],
        ...rate(100, 5),
      },
      { operations: ["CreateTags", "DeleteTags"], ...rate(100, 10) },
      {
        operations: ["DescribeNetworkInterfaces", "DescribeSecurityGroups"],
        without: ["Filters", "MaxResults", "NextToken"],
        ...rate(50, 10),
      },
      { operations: EC2_READS, ...rate(100, 20) },
      { operations: ["*"], ...rate(50, 5) },
    ],
  },
  elasticloadbalancing: {
    // The page's figure for reading, which its readers report for the account as a whole too.
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html",
    buckets: [{ category: "All actions", operations: ["*"], ...rate(40, 10) }],
  },
  cloudformation: {
    // AWS publishes nothing. Its support is quoted with 5 a second for DescribeStacks; the rest is held to the same.
    source: "https://github.com/aws/aws-sam-cli/issues/2671",
    buckets: [{ operations: ["*"], ...rate(5) }],
  },
  "cognito-idp": {
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html",
    buckets: [
      { category: "UserPoolRead", operations: ["DescribeUserPool", "ListUserPools"], ...rate(15) },
      {
        category: "UserPoolUpdate",
        operations: ["CreateUserPool", "UpdateUserPool", "DeleteUserPool"],
        ...rate(15),
      },
      { category: "UserPoolResourceRead", operations: POOL_RESOURCE_READS, ...rate(20) },
      { category: "UserPoolResourceUpdate", operations: POOL_RESOURCE_UPDATES, ...rate(15) },
      { category: "UserPoolClientRead", operations: CLIENT_READS, ...rate(15) },
      { category: "UserPoolClientUpdate", operations: CLIENT_OPERATIONS, ...rate(15) },
      { category: "UserToken", operations: ["RevokeToken"], ...rate(120) },
      { category: "UserRead", operations: ["AdminGetUser", "GetUser"], ...rate(120) },
      { category: "UserList", operations: ["ListUsers"], ...rate(30) },
      { category: "UserResourceRead", operations: ["ResendConfirmationCode"], ...rate(50) },
      {
        category: "UserUpdate",
        operations: [
          ...["AdminDeleteUserAttributes", "AdminUpdateUserAttributes", "AdminDeleteUser", "AdminDisableUser"],
          ...["AdminEnableUser", "DeleteUser", "AdminUserGlobalSignOut", "GlobalSignOut"],
        ],
        ...rate(25),
      },
      {
        category: "UserCreation",
        operations: ["SignUp", "ConfirmSignUp", "AdminCreateUser", "AdminConfirmSignUp"],
        ...rate(50),
      },
      {
        category: "UserAccountRecovery",
        operations: [
          ...["ChangePassword", "ForgotPassword", "ConfirmForgotPassword"],
          ...["AdminResetUserPassword", "AdminSetUserPassword"],
        ],
        ...rate(30),
      },
      { category: "UserAuthentication", operations: ["InitiateAuth", "AdminInitiateAuth"], ...rate(120) },
      // Three times the category's.
      {
        category: "UserAuthentication, challenges",
        operations: ["RespondToAuthChallenge", "AdminRespondToAuthChallenge"],
        ...rate(360),
      },
    ],
    also: [
      {
        operations: [...POOL_RESOURCE_READS, ...POOL_RESOURCE_UPDATES, ...CLIENT_READS, ...CLIENT_OPERATIONS],
        per: "UserPoolId",
        ...rate(5),
      },
    ],
  },
  acm: {
    source: "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html",
    buckets: [
      { operations: ["DeleteCertificate", "DescribeCertificate", "GetCertificate"], ...rate(10) },
      { operations: ["ListTagsForCertificate"], ...rate(10) },
      { operations: ["ListCertificates"], ...rate(8) },
      { operations: ["AddTagsToCertificate", "RemoveTagsFromCertificate", "RequestCertificate"], ...rate(5) },
      { operations: ["ImportCertificate"], ...rate(1) },
    ],
  },
  route53: {
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html",
    buckets: [
      { operations: ["CreateHostedZone"], ...rate(40, 2) },
      { operations: ["DeleteHostedZone"], ...rate(40, 5) },
      { operations: ["*"], ...rate(50, 10) },
    ],
    also: [
      { category: "All requests", operations: ["*"], ...rate(50, 10) },
      {
        category: "Change throughput",
        operations: ["ChangeResourceRecordSets", "CreateHostedZone", "DeleteHostedZone"],
        tokens: recordChanges,
        ...rate(1500, 100),
      },
    ],
  },
  monitoring: {
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html",
    buckets: [
      { operations: ["GetMetricData"], ...rate(500) },
      { operations: ["ListMetrics"], ...rate(25) },
    ],
  },
  logs: {
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html",
    buckets: [
      { operations: ["PutLogEvents"], ...rate(5000) },
      { operations: ["CreateLogStream"], ...rate(50) },
      { operations: ["DescribeLogStreams"], ...rate(25) },
      { operations: ["DeleteLogStream"], ...rate(15) },
      { operations: ["CreateLogGroup", "DeleteLogGroup", "DescribeLogGroups"], ...rate(10) },
      // In eu-west-1: other regions have between 5 and 30.
      { operations: ["FilterLogEvents", "GetLogEvents"], ...rate(10) },
      { operations: ["PutRetentionPolicy", "DeleteRetentionPolicy"], ...rate(5) },
      { operations: ["TagResource", "UntagResource", "ListTagsForResource"], ...rate(5) },
    ],
  },
  secretsmanager: {
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html",
    buckets: [
      { category: "Reading", operations: ["DescribeSecret", "GetSecretValue"], ...rate(10_000) },
      { category: "Changing", operations: ["PutSecretValue", "UpdateSecret"], ...rate(50) },
      { category: "Tags", operations: ["TagResource", "UntagResource"], ...rate(50) },
      { operations: ["ListSecrets"], ...rate(100) },
      { operations: ["CreateSecret", "DeleteSecret", "ListSecretVersionIds", "RestoreSecret"], ...rate(50) },
    ],
  },
  ssm: {
    // Of the other operations AWS publishes nothing: they are held to what PutParameter has.
    source: "https://docs.aws.amazon.com/general/latest/gr/ssm.html",
    buckets: [
      {
        category: "Default throughput",
        operations: ["GetParameter", "GetParameters", "GetParametersByPath"],
        ...rate(40),
      },
      { operations: ["*"], ...rate(3) },
    ],
  },
  sts: {
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    buckets: [{ category: "Requests with credentials", operations: ["*"], ...rate(600) }],
  },
};

/** An UPSERT counts as a deletion and a creation, and a zone's two records as one change each. */
function recordChanges(operation: string, input: unknown): number {
  if (operation !== "ChangeResourceRecordSets") return 2;
  const { ChangeBatch } = input as ChangeResourceRecordSetsRequest;
  return (ChangeBatch?.Changes ?? []).reduce((sum, { Action }) => sum + (Action === "UPSERT" ? 2 : 1), 0);
}
