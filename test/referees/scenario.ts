import type { BotoAnswer } from "./boto.js";

/** One call, as boto3 names service and operation. `{name.Member[0]}` as a text is out of an earlier answer. */
export interface Step {
  readonly service: string;
  readonly operation: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Keeps the answer under this name. */
  readonly as?: string;
  /** Called again until `path` in the answer is this. */
  readonly until?: { readonly path: string; readonly is: string };
  /** Not asked of moto, which has neither the operation nor what it is called with. */
  readonly isMissingInMoto?: true;
  /** Named differently from its neighbours: `absent cluster`. */
  readonly about?: string;
}

type Options = Omit<Step, "service" | "operation" | "parameters">;

const on =
  (service: string) =>
  (operation: string, parameters: Readonly<Record<string, unknown>> = {}, options: Options = {}): Step => ({
    service,
    operation,
    parameters,
    ...options,
  });

const ec2 = on("ec2");
const elbv2 = on("elbv2");
const ecs = on("ecs");
const iam = on("iam");
const logs = on("logs");
const acm = on("acm");
const cognito = on("cognito-idp");
const cloudformation = on("cloudformation");
const route53 = on("route53");
const scaling = on("application-autoscaling");
const cloudwatch = on("cloudwatch");
const sts = on("sts");
const secrets = on("secretsmanager");
const ssm = on("ssm");

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const ALLOW_LOGS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" }],
});
/** Becomes the id of a version. */
const TOKEN = "12345678-1234-1234-1234-123456789012";
const TAGS = [{ Key: "purpose", Value: "referee" }];
const TEMPLATE = JSON.stringify({
  Parameters: { Days: { Type: "Number", Default: "7" } },
  Resources: {
    Group: {
      Type: "AWS::Logs::LogGroup",
      Properties: { LogGroupName: "from-a-stack", RetentionInDays: { Ref: "Days" } },
    },
  },
  Outputs: { Name: { Value: { Ref: "Group" } } },
});
const none = (kind: string) => `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${kind}/0123456789abcdef`;

/** Every service that the action calls: what works, then what AWS refuses. Each answer feeds the next call. */
export const scenario: readonly Step[] = [
  sts("GetCallerIdentity", {}, { as: "me" }),
  sts(
    "AssumeRole",
    { RoleArn: "arn:aws:iam::123456789012:role/none", RoleSessionName: "a" },
    { about: "short session name" },
  ),

  ec2("CreateVpc", { CidrBlock: "10.9.0.0/16" }, { as: "vpc" }),
  ec2(
    "CreateSubnet",
    { VpcId: "{vpc.Vpc.VpcId}", CidrBlock: "10.9.1.0/24", AvailabilityZone: "eu-west-1a" },
    { as: "a" },
  ),
  ec2(
    "CreateSubnet",
    { VpcId: "{vpc.Vpc.VpcId}", CidrBlock: "10.9.2.0/24", AvailabilityZone: "eu-west-1b" },
    { as: "b" },
  ),
  ec2("CreateInternetGateway", {}, { as: "igw" }),
  ec2("AttachInternetGateway", {
    VpcId: "{vpc.Vpc.VpcId}",
    InternetGatewayId: "{igw.InternetGateway.InternetGatewayId}",
  }),
  ec2("CreateRouteTable", { VpcId: "{vpc.Vpc.VpcId}" }, { as: "routes" }),
  ec2("CreateRoute", {
    RouteTableId: "{routes.RouteTable.RouteTableId}",
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: "{igw.InternetGateway.InternetGatewayId}",
  }),
  ec2("AssociateRouteTable", { RouteTableId: "{routes.RouteTable.RouteTableId}", SubnetId: "{a.Subnet.SubnetId}" }),
  ec2("CreateSecurityGroup", { GroupName: "web", Description: "web", VpcId: "{vpc.Vpc.VpcId}" }, { as: "group" }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{group.GroupId}",
    IpPermissions: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
  }),
  ec2("DescribeVpcs", { VpcIds: ["{vpc.Vpc.VpcId}"] }),
  ec2("DescribeSubnets", { Filters: [{ Name: "vpc-id", Values: ["{vpc.Vpc.VpcId}"] }] }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{group.GroupId}"] }),
  ec2("DescribeRouteTables", { RouteTableIds: ["{routes.RouteTable.RouteTableId}"] }),
  ec2("DescribeNetworkInterfaces", { Filters: [{ Name: "group-id", Values: ["{group.GroupId}"] }] }),
  ec2("DescribeRegions", { RegionNames: ["eu-west-1"] }),
  ec2("DescribeVpcs", { VpcIds: ["vpc-0123456789abcdef0"] }, { about: "absent VPC" }),
  ec2("DescribeVpcs", { MaxResults: 1 }, { about: "short page" }),
  ec2("CreateVpc", { CidrBlock: "10.10.0.0/16", InstanceTenancy: "shared" }, { about: "unknown tenancy" }),
  ec2("DescribeSubnets", { SubnetIds: ["subnet-0123456789abcdef0"] }, { about: "absent subnet" }),
  ec2("DeleteSecurityGroup", { GroupId: "sg-0123456789abcdef0" }, { about: "absent group" }),
  ec2("CreateVpc", { CidrBlock: "10.9.0.0/8" }, { about: "too large" }),
  ec2("CreateSubnet", { VpcId: "{vpc.Vpc.VpcId}", CidrBlock: "10.9.1.0/24" }, { about: "overlap" }),
  ec2("DeleteVpc", { VpcId: "{vpc.Vpc.VpcId}" }, { about: "in use" }),

  elbv2(
    "CreateLoadBalancer",
    {
      Name: "referee",
      Subnets: ["{a.Subnet.SubnetId}", "{b.Subnet.SubnetId}"],
      SecurityGroups: ["{group.GroupId}"],
      Tags: TAGS,
    },
    { as: "lb" },
  ),
  elbv2(
    "DescribeLoadBalancers",
    { LoadBalancerArns: ["{lb.LoadBalancers[0].LoadBalancerArn}"] },
    { until: { path: "LoadBalancers[0].State.Code", is: "active" } },
  ),
  elbv2("DescribeLoadBalancerAttributes", { LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}" }),
  elbv2("ModifyLoadBalancerAttributes", {
    LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}",
    Attributes: [{ Key: "idle_timeout.timeout_seconds", Value: "30" }],
  }),
  elbv2(
    "CreateTargetGroup",
    { Name: "referee", Protocol: "HTTP", Port: 80, VpcId: "{vpc.Vpc.VpcId}", TargetType: "ip" },
    { as: "tg" },
  ),
  elbv2("DescribeTargetGroups", { TargetGroupArns: ["{tg.TargetGroups[0].TargetGroupArn}"] }),
  elbv2("DescribeTargetGroupAttributes", { TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }),
  elbv2("DescribeTargetHealth", { TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }),
  elbv2(
    "CreateListener",
    {
      LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}",
      Protocol: "HTTP",
      Port: 80,
      DefaultActions: [
        { Type: "fixed-response", FixedResponseConfig: { StatusCode: "404", ContentType: "text/plain" } },
      ],
    },
    { as: "listener" },
  ),
  elbv2("DescribeListeners", { LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}" }),
  elbv2(
    "CreateRule",
    {
      ListenerArn: "{listener.Listeners[0].ListenerArn}",
      Priority: 10,
      Conditions: [{ Field: "host-header", HostHeaderConfig: { Values: ["app.example.com"] } }],
      Actions: [{ Type: "forward", TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }],
    },
    { as: "rule" },
  ),
  elbv2("DescribeRules", { ListenerArn: "{listener.Listeners[0].ListenerArn}" }),
  elbv2("AddTags", { ResourceArns: ["{lb.LoadBalancers[0].LoadBalancerArn}"], Tags: [{ Key: "a", Value: "b" }] }),
  elbv2("DescribeTags", { ResourceArns: ["{lb.LoadBalancers[0].LoadBalancerArn}"] }),
  elbv2("DescribeAccountLimits"),
  elbv2(
    "CreateRule",
    {
      ListenerArn: "{listener.Listeners[0].ListenerArn}",
      Priority: 10,
      Conditions: [{ Field: "host-header", Values: ["b.example.com"] }],
      Actions: [{ Type: "forward", TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }],
    },
    { about: "priority taken" },
  ),
  elbv2("DescribeTargetGroups", { TargetGroupArns: [none("targetgroup/none")] }, { about: "absent target group" }),
  elbv2("DescribeTargetHealth", { TargetGroupArn: none("targetgroup/none") }, { about: "absent target group" }),
  elbv2("DescribeLoadBalancers", { Names: ["none"] }, { about: "absent load balancer" }),
  elbv2("DescribeRules", { ListenerArn: none("listener/app/none/0123456789abcdef") }, { about: "absent listener" }),
  elbv2(
    "CreateTargetGroup",
    { Name: "-bad-", Protocol: "HTTP", Port: 80, VpcId: "{vpc.Vpc.VpcId}" },
    { about: "bad name" },
  ),
  elbv2(
    "CreateTargetGroup",
    { Name: "bad", Protocol: "HTTP", Port: 0, VpcId: "{vpc.Vpc.VpcId}", TargetType: "ip" },
    { about: "no port" },
  ),
  elbv2(
    "CreateTargetGroup",
    { Name: "bad", Protocol: "SMTP", Port: 25, VpcId: "{vpc.Vpc.VpcId}", TargetType: "ip" },
    { about: "unknown protocol" },
  ),
  elbv2(
    "SetIpAddressType",
    { LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}", IpAddressType: "ipv5" },
    { about: "unknown address type" },
  ),
  elbv2("DeleteTargetGroup", { TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }, { about: "in use" }),

  iam("CreateRole", { RoleName: "referee", AssumeRolePolicyDocument: TRUST, Tags: TAGS }, { as: "role" }),
  iam("GetRole", { RoleName: "referee" }),
  iam("PutRolePolicy", { RoleName: "referee", PolicyName: "logs", PolicyDocument: ALLOW_LOGS }),
  iam("GetRolePolicy", { RoleName: "referee", PolicyName: "logs" }),
  iam("ListRolePolicies", { RoleName: "referee" }),
  iam("SimulatePrincipalPolicy", { PolicySourceArn: "{role.Role.Arn}", ActionNames: ["logs:PutLogEvents"] }),
  iam("GetRole", { RoleName: "none" }, { about: "absent role" }),
  iam("CreateRole", { RoleName: "a".repeat(65), AssumeRolePolicyDocument: TRUST }, { about: "long name" }),
  iam("CreateRole", { RoleName: "a/b", AssumeRolePolicyDocument: TRUST }, { about: "bad name" }),
  iam(
    "CreateRole",
    { RoleName: "short", AssumeRolePolicyDocument: TRUST, MaxSessionDuration: 60 },
    { about: "short session" },
  ),
  iam("CreateRole", { RoleName: "referee", AssumeRolePolicyDocument: TRUST }, { about: "name taken" }),
  iam("CreateRole", { RoleName: "bad", AssumeRolePolicyDocument: "{" }, { about: "malformed policy" }),
  iam("DeleteRole", { RoleName: "referee" }, { about: "with a policy" }),
  iam("CreateServiceLinkedRole", { AWSServiceName: "ecs.amazonaws.com" }),
  iam("CreateServiceLinkedRole", { AWSServiceName: "ecs.amazonaws.com" }, { about: "name taken" }),

  logs("CreateLogGroup", { logGroupName: "referee", tags: { purpose: "referee" } }),
  logs("PutRetentionPolicy", { logGroupName: "referee", retentionInDays: 7 }),
  logs("CreateLogStream", { logGroupName: "referee", logStreamName: "one" }),
  logs("DescribeLogGroups", { logGroupNamePrefix: "referee" }, { as: "groups" }),
  logs("TagResource", { resourceArn: "{groups.logGroups[0].logGroupArn}", tags: { a: "b" } }),
  logs("ListTagsForResource", { resourceArn: "{groups.logGroups[0].logGroupArn}" }),
  logs("DescribeLogStreams", { logGroupName: "referee" }),
  logs("GetLogEvents", { logGroupName: "referee", logStreamName: "one" }),
  logs("FilterLogEvents", { logGroupName: "referee" }),
  logs("CreateLogGroup", { logGroupName: "referee" }, { about: "name taken" }),
  logs("CreateLogGroup", { logGroupName: "a b" }, { about: "bad name" }),
  logs("DescribeLogGroups", { limit: 51 }, { about: "long page" }),
  logs("DescribeLogStreams", { logGroupName: "none" }, { about: "absent group" }),
  logs("PutRetentionPolicy", { logGroupName: "referee", retentionInDays: 8 }, { about: "no such retention" }),

  secrets(
    "CreateSecret",
    { Name: "referee", SecretString: '{"a":"b"}', Tags: TAGS, ClientRequestToken: TOKEN },
    { as: "secret" },
  ),
  secrets("DescribeSecret", { SecretId: "{secret.ARN}" }),
  secrets("PutSecretValue", { SecretId: "referee", SecretString: '{"a":"c"}', ClientRequestToken: `${TOKEN}2` }),
  secrets("GetSecretValue", { SecretId: "referee" }),
  secrets("GetSecretValue", { SecretId: "{secret.ARN}", VersionStage: "AWSPREVIOUS" }),
  secrets("ListSecretVersionIds", { SecretId: "referee" }),
  secrets("ListSecrets"),
  secrets("UpdateSecret", { SecretId: "referee", Description: "x" }),
  secrets("TagResource", { SecretId: "referee", Tags: [{ Key: "team", Value: "web" }] }),
  secrets("UntagResource", { SecretId: "referee", TagKeys: ["team"] }),
  secrets("CreateSecret", { Name: "referee", SecretString: "x" }, { about: "name taken" }),
  secrets("GetSecretValue", { SecretId: "none" }, { about: "absent secret" }),
  secrets("GetSecretValue", { SecretId: "referee", VersionStage: "NONE" }, { about: "absent stage" }),
  secrets("DeleteSecret", { SecretId: "referee", RecoveryWindowInDays: 3 }, { about: "too short a window" }),
  secrets("DeleteSecret", { SecretId: "referee" }),
  secrets("GetSecretValue", { SecretId: "referee" }, { about: "marked for deletion" }),
  secrets("RestoreSecret", { SecretId: "referee" }),

  ssm("PutParameter", { Name: "/referee/a", Value: "x", Type: "String", Tags: TAGS }),
  ssm("PutParameter", { Name: "/referee/b", Value: "y", Type: "SecureString" }),
  ssm("GetParameter", { Name: "/referee/a" }),
  ssm("GetParameters", { Names: ["/referee/b", "/referee/none"], WithDecryption: true }),
  ssm("GetParametersByPath", { Path: "/referee" }),
  ssm("DescribeParameters"),
  ssm("ListTagsForResource", { ResourceType: "Parameter", ResourceId: "/referee/a" }),
  ssm("PutParameter", { Name: "/referee/a", Value: "x", Type: "String" }, { about: "name taken" }),
  ssm("PutParameter", { Name: "/referee/c", Value: "x" }, { about: "without a type" }),
  ssm("PutParameter", { Name: "/aws/c", Value: "x", Type: "String" }, { about: "reserved name" }),
  ssm("GetParameter", { Name: "/referee/none" }, { about: "absent parameter" }),
  ssm("GetParameter", { Name: "/referee/a:9" }, { about: "absent version" }),
  ssm("DeleteParameters", { Names: ["/referee/b", "/referee/none"] }),
  ssm("DeleteParameter", { Name: "/referee/none" }, { about: "absent parameter" }),

  ecs("CreateCluster", { clusterName: "referee", tags: [{ key: "purpose", value: "referee" }] }, { as: "cluster" }),
  ecs("DescribeClusters", { clusters: ["referee"] }),
  ecs("ListClusters"),
  ecs(
    "RegisterTaskDefinition",
    {
      family: "referee",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions: [
        { name: "app", image: "amazon/amazon-ecs-sample", essential: true, portMappings: [{ containerPort: 80 }] },
      ],
    },
    { as: "revision" },
  ),
  ecs("DescribeTaskDefinition", { taskDefinition: "referee:1", include: ["TAGS"] }),
  ecs("ListTaskDefinitions", { familyPrefix: "referee" }),
  ecs("ListTaskDefinitionFamilies", { familyPrefix: "referee" }),
  ecs(
    "CreateService",
    {
      cluster: "referee",
      serviceName: "app",
      taskDefinition: "referee:1",
      desiredCount: 0,
      launchType: "FARGATE",
      loadBalancers: [
        { targetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}", containerName: "app", containerPort: 80 },
      ],
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["{a.Subnet.SubnetId}"], securityGroups: ["{group.GroupId}"] },
      },
    },
    { as: "service" },
  ),
  ecs("DescribeServices", { cluster: "referee", services: ["app"], include: ["TAGS"] }),
  ecs("ListServices", { cluster: "referee" }),
  ecs("UpdateService", { cluster: "referee", service: "app", desiredCount: 0, forceNewDeployment: true }),
  ecs("ListServiceDeployments", { cluster: "referee", service: "app" }),
  ecs(
    "DescribeServiceDeployments",
    { serviceDeploymentArns: ["{service.service.currentServiceDeployment}"] },
    { isMissingInMoto: true },
  ),
  ecs(
    "DescribeServiceRevisions",
    { serviceRevisionArns: ["{service.service.currentServiceRevisions[0].arn}"] },
    { isMissingInMoto: true },
  ),
  ecs("ListTasks", { cluster: "referee", serviceName: "app" }),
  ecs("TagResource", { resourceArn: "{service.service.serviceArn}", tags: [{ key: "a", value: "b" }] }),
  ecs("ListTagsForResource", { resourceArn: "{service.service.serviceArn}" }),
  ecs("UntagResource", { resourceArn: "{service.service.serviceArn}", tagKeys: ["a"] }),
  ecs(
    "CreateService",
    { cluster: "referee", serviceName: "bad", taskDefinition: "referee:1", launchType: "LAMBDA" },
    { about: "unknown launch type" },
  ),
  ecs("DescribeClusters", { clusters: ["none"] }, { about: "absent cluster" }),
  ecs("DescribeServices", { cluster: "none", services: ["app"] }, { about: "absent cluster" }),
  ecs("DescribeServices", { cluster: "referee", services: ["none"] }, { about: "absent service" }),
  ecs("UpdateService", { cluster: "referee", service: "none", desiredCount: 1 }, { about: "absent service" }),
  ecs("UpdateService", { cluster: "none", service: "app", desiredCount: 1 }, { about: "absent cluster" }),
  ecs("DescribeTaskDefinition", { taskDefinition: "none:1" }, { about: "absent task definition" }),
  ecs("DescribeTasks", { cluster: "referee", tasks: ["0123456789abcdef0123456789abcdef"] }, { about: "absent task" }),
  ecs("ListTasks", { cluster: "none" }, { about: "absent cluster" }),
  ecs("RegisterTaskDefinition", { family: "bad" }, { about: "no containers" }),
  ecs("DeleteCluster", { cluster: "referee" }, { about: "with a service" }),

  scaling("RegisterScalableTarget", {
    ServiceNamespace: "ecs",
    ResourceId: "service/referee/app",
    ScalableDimension: "ecs:service:DesiredCount",
    MinCapacity: 0,
    MaxCapacity: 4,
  }),
  scaling("DescribeScalableTargets", { ServiceNamespace: "ecs" }),
  scaling("DescribeScalableTargets", { ServiceNamespace: "eks" }, { about: "unknown namespace" }),
  scaling(
    "DeregisterScalableTarget",
    { ServiceNamespace: "ecs", ResourceId: "service/referee/none", ScalableDimension: "ecs:service:DesiredCount" },
    { about: "absent target" },
  ),

  route53("CreateHostedZone", { Name: "referee.test.", CallerReference: "1" }, { as: "zone" }),
  route53("GetHostedZone", { Id: "{zone.HostedZone.Id}" }),
  route53("ListHostedZonesByName", { DNSName: "referee.test." }),
  route53(
    "ChangeResourceRecordSets",
    {
      HostedZoneId: "{zone.HostedZone.Id}",
      ChangeBatch: {
        Changes: [
          {
            Action: "UPSERT",
            ResourceRecordSet: {
              Name: "a.referee.test.",
              Type: "A",
              TTL: 60,
              ResourceRecords: [{ Value: "10.0.0.1" }],
            },
          },
        ],
      },
    },
    { as: "change" },
  ),
  route53("ListResourceRecordSets", { HostedZoneId: "{zone.HostedZone.Id}" }),
  route53(
    "ChangeResourceRecordSets",
    {
      HostedZoneId: "{zone.HostedZone.Id}",
      ChangeBatch: {
        Changes: [
          {
            Action: "REPLACE",
            ResourceRecordSet: {
              Name: "a.referee.test.",
              Type: "A",
              TTL: 60,
              ResourceRecords: [{ Value: "10.0.0.2" }],
            },
          },
        ],
      },
    },
    { about: "unknown action" },
  ),
  route53("GetChange", { Id: "{change.ChangeInfo.Id}" }),
  route53("GetHostedZone", { Id: "Z0123456789ABCDEFGHIJ" }, { about: "absent zone" }),
  route53("DeleteHostedZone", { Id: "{zone.HostedZone.Id}" }, { about: "with records" }),

  acm("RequestCertificate", { DomainName: "app.referee.test", ValidationMethod: "DNS" }, { as: "certificate" }),
  acm("DescribeCertificate", { CertificateArn: "{certificate.CertificateArn}" }),
  acm("ListCertificates"),
  acm("RequestCertificate", { DomainName: "a b", ValidationMethod: "DNS" }, { about: "bad name" }),
  acm(
    "AddTagsToCertificate",
    { CertificateArn: "{certificate.CertificateArn}", Tags: [{ Key: "a".repeat(129) }] },
    { about: "long key" },
  ),
  acm(
    "DescribeCertificate",
    { CertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/01234567-0123-0123-0123-0123456789ab" },
    { about: "absent certificate" },
  ),

  cognito("CreateUserPool", { PoolName: "referee" }, { as: "pool" }),
  cognito("DescribeUserPool", { UserPoolId: "{pool.UserPool.Id}" }),
  cognito("CreateUserPoolDomain", { UserPoolId: "{pool.UserPool.Id}", Domain: "referee" }),
  cognito("DescribeUserPoolDomain", { Domain: "referee" }),
  cognito(
    "CreateUserPoolClient",
    { UserPoolId: "{pool.UserPool.Id}", ClientName: "app", GenerateSecret: true },
    { as: "client" },
  ),
  cognito("DescribeUserPoolClient", {
    UserPoolId: "{pool.UserPool.Id}",
    ClientId: "{client.UserPoolClient.ClientId}",
  }),
  cognito("ListUserPoolClients", { UserPoolId: "{pool.UserPool.Id}", MaxResults: 10 }),
  cognito("ListUserPools", { MaxResults: 10 }),
  cognito("AdminCreateUser", { UserPoolId: "{pool.UserPool.Id}", Username: "somebody", MessageAction: "SUPPRESS" }),
  cognito("AdminSetUserPassword", {
    UserPoolId: "{pool.UserPool.Id}",
    Username: "somebody",
    Password: "Referee-1",
    Permanent: true,
  }),
  cognito("ListUsers", { UserPoolId: "{pool.UserPool.Id}", Filter: 'username = "somebody"' }),
  cognito(
    "AdminCreateUser",
    { UserPoolId: "{pool.UserPool.Id}", Username: "somebody", MessageAction: "SUPPRESS" },
    { about: "name taken" },
  ),
  cognito(
    "AdminSetUserPassword",
    { UserPoolId: "{pool.UserPool.Id}", Username: "somebody", Password: "short" },
    { about: "weak password" },
  ),
  cognito("AdminDeleteUser", { UserPoolId: "{pool.UserPool.Id}", Username: "somebody" }),
  cognito("AdminDeleteUser", { UserPoolId: "{pool.UserPool.Id}", Username: "somebody" }, { about: "absent user" }),
  cognito("DescribeUserPool", { UserPoolId: "no id" }, { about: "bad id" }),
  cognito(
    "CreateUserPool",
    { PoolName: "bad", Policies: { PasswordPolicy: { MinimumLength: 5 } } },
    { about: "short passwords" },
  ),
  cognito("DescribeUserPool", { UserPoolId: "eu-west-1_000000000" }, { about: "absent pool" }),
  cognito("DescribeUserPoolDomain", { Domain: "nobody-has-this" }, { about: "absent domain" }),
  cognito("DescribeUserPoolClient", { UserPoolId: "{pool.UserPool.Id}", ClientId: "none" }, { about: "absent client" }),

  cloudformation("ValidateTemplate", { TemplateBody: TEMPLATE }),
  cloudformation(
    "CreateChangeSet",
    { StackName: "referee", ChangeSetName: "first", ChangeSetType: "CREATE", TemplateBody: TEMPLATE },
    { as: "set" },
  ),
  cloudformation(
    "DescribeChangeSet",
    { ChangeSetName: "{set.Id}" },
    { until: { path: "Status", is: "CREATE_COMPLETE" } },
  ),
  cloudformation("ExecuteChangeSet", { ChangeSetName: "{set.Id}" }),
  cloudformation(
    "DescribeStacks",
    { StackName: "referee" },
    { until: { path: "Stacks[0].StackStatus", is: "CREATE_COMPLETE" } },
  ),
  cloudformation("DescribeStackEvents", { StackName: "referee" }),
  cloudformation("DescribeStackResources", { StackName: "referee" }),
  cloudformation("ListStackResources", { StackName: "referee" }),
  cloudformation("DescribeEvents", { StackName: "referee" }),
  cloudformation("ListStacks"),
  cloudformation(
    "CreateChangeSet",
    {
      StackName: "referee",
      ChangeSetName: "second",
      TemplateBody: TEMPLATE,
      Parameters: [{ ParameterKey: "Days", ParameterValue: "14" }],
    },
    { as: "second" },
  ),
  cloudformation(
    "DescribeChangeSet",
    { ChangeSetName: "{second.Id}" },
    { until: { path: "Status", is: "CREATE_COMPLETE" }, about: "of an update" },
  ),
  cloudformation("DeleteChangeSet", { ChangeSetName: "{second.Id}" }),
  cloudformation("CancelUpdateStack", { StackName: "referee" }, { about: "nothing to cancel" }),
  cloudformation("ContinueUpdateRollback", { StackName: "referee" }, { about: "nothing to continue" }),
  cloudformation("ListStacks", { StackStatusFilter: ["FINISHED"] }, { about: "unknown status" }),
  cloudformation(
    "CreateStack",
    { StackName: "bad", TemplateBody: TEMPLATE, TimeoutInMinutes: 0 },
    { about: "no time" },
  ),
  cloudformation(
    "CreateStack",
    { StackName: "untagged", TemplateBody: TEMPLATE, Tags: [{ Key: "a", Value: "" }] },
    { about: "empty tag" },
  ),
  cloudformation("GetTemplate", { StackName: "referee" }),
  cloudformation("GetTemplateSummary", { StackName: "referee" }),
  cloudformation("DescribeStacks", { StackName: "none" }, { about: "absent stack" }),
  cloudformation("DescribeStackEvents", { StackName: "none" }, { about: "absent stack" }),
  cloudformation("DescribeChangeSet", { StackName: "referee", ChangeSetName: "none" }, { about: "absent change set" }),
  cloudformation("UpdateStack", { StackName: "none", TemplateBody: TEMPLATE }, { about: "absent stack" }),
  cloudformation("UpdateStack", { StackName: "referee", TemplateBody: TEMPLATE }, { about: "no changes" }),
  cloudformation("CreateStack", { StackName: "referee", TemplateBody: TEMPLATE }, { about: "name taken" }),
  cloudformation("CreateStack", { StackName: "bad_name", TemplateBody: TEMPLATE }, { about: "bad name" }),
  cloudformation("ValidateTemplate", { TemplateBody: "{" }, { about: "malformed template" }),
  cloudformation("DeleteStack", { StackName: "none" }, { about: "absent stack" }),
  cloudformation("DeleteStack", { StackName: "referee" }),

  cloudwatch("ListMetrics", { Namespace: "AWS/ApplicationELB" }),
  cloudwatch("GetMetricData", {
    StartTime: "2026-01-01T00:00:00Z",
    EndTime: "2026-01-01T01:00:00Z",
    MetricDataQueries: [
      {
        Id: "requests",
        MetricStat: {
          Metric: { Namespace: "AWS/ApplicationELB", MetricName: "RequestCount" },
          Period: 60,
          Stat: "Sum",
        },
      },
    ],
  }),
  cloudwatch(
    "GetMetricData",
    {
      StartTime: "2026-01-01T00:00:00Z",
      EndTime: "2026-01-01T01:00:00Z",
      MetricDataQueries: [
        {
          Id: "requests",
          MetricStat: { Metric: { Namespace: ":elb", MetricName: "RequestCount" }, Period: 60, Stat: "Sum" },
        },
      ],
    },
    { about: "bad namespace" },
  ),

  scaling("DeregisterScalableTarget", {
    ServiceNamespace: "ecs",
    ResourceId: "service/referee/app",
    ScalableDimension: "ecs:service:DesiredCount",
  }),
  ecs("DeleteService", { cluster: "referee", service: "app", force: true }),
  ecs("DeregisterTaskDefinition", { taskDefinition: "referee:1" }),
  ecs("DeleteTaskDefinitions", { taskDefinitions: ["referee:1"] }),
  ecs("DeleteCluster", { cluster: "referee" }),
  elbv2("DeleteRule", { RuleArn: "{rule.Rules[0].RuleArn}" }),
  elbv2("DeleteListener", { ListenerArn: "{listener.Listeners[0].ListenerArn}" }),
  elbv2("DeleteLoadBalancer", { LoadBalancerArn: "{lb.LoadBalancers[0].LoadBalancerArn}" }),
  elbv2("DeleteTargetGroup", { TargetGroupArn: "{tg.TargetGroups[0].TargetGroupArn}" }),
  cognito("DeleteUserPool", { UserPoolId: "{pool.UserPool.Id}" }, { about: "with a domain" }),
  cognito("DeleteUserPoolDomain", { UserPoolId: "{pool.UserPool.Id}", Domain: "referee" }),
  acm("DeleteCertificate", { CertificateArn: "{certificate.CertificateArn}" }),
  logs("DeleteLogGroup", { logGroupName: "referee" }),
  iam("DeleteRolePolicy", { RoleName: "referee", PolicyName: "logs" }),
  iam("DeleteRole", { RoleName: "referee" }),
];

/** How often a step with `until` is called at most. */
const MOST_LOOKS = 100;

/** What a step is called in the report. */
export function title({ service, operation, about }: Step): string {
  return `${service}:${operation}${about === undefined ? "" : ` (${about})`}`;
}

/** Calls the steps in order; `seen` gets each with its last answer. Throws where one that others build on is refused. */
export async function play(
  steps: readonly Step[],
  call: (step: Step, parameters: unknown) => Promise<BotoAnswer>,
  seen: (step: Step, answer: BotoAnswer) => void,
  saved: Map<string, unknown> = new Map(),
): Promise<void> {
  for (const step of steps) {
    const parameters = filled(step.parameters, saved);
    let answer = await call(step, parameters);
    for (let looks = 1; step.until && valueAt(answer.output, step.until.path) !== step.until.is; looks++) {
      if (looks === MOST_LOOKS) throw new Error(`${title(step)}: never ${step.until.is}: ${JSON.stringify(answer)}`);
      answer = await call(step, parameters);
    }
    if (step.as !== undefined) {
      if (answer.code !== "") throw new Error(`${title(step)}: ${answer.code}: ${answer.message}`);
      saved.set(step.as, answer.output);
    }
    seen(step, answer);
  }
}

/** Parameters with what earlier answers give. */
export function filled(value: unknown, saved: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === "string") {
    const [, name, path = ""] = /^\{(\w+)\.(.+)\}$/.exec(value) ?? [];
    if (name === undefined || !saved.has(name)) return value;
    const found = valueAt(saved.get(name), path);
    if (typeof found !== "string") throw new Error(`${value} is ${JSON.stringify(found)}`);
    return found;
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, saved));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, saved)]));
}

/** What is at `Stacks[0].StackStatus`. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);
}
