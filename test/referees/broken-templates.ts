// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of Fn::Sub
type Members = Readonly<Record<string, unknown>>;

const one = (Type: string, Properties: Members = {}, rest: Members = {}) => ({ Type, Properties, ...rest });
const group = (Properties: Members = {}, rest: Members = {}) => one("AWS::Logs::LogGroup", Properties, rest);
const vpc = one("AWS::EC2::VPC", { CidrBlock: "10.0.0.0/16" });
const VPC = { Ref: "Vpc" };
const subnet = (CidrBlock: string, more: Members = {}) => one("AWS::EC2::Subnet", { VpcId: VPC, CidrBlock, ...more });
const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const role = (Properties: Members) => one("AWS::IAM::Role", { AssumeRolePolicyDocument: TRUST, ...Properties });
const app = { Name: "app", Image: "nginx" };
const FARGATE = { RequiresCompatibilities: ["FARGATE"], NetworkMode: "awsvpc", Cpu: "256", Memory: "512" };
const task = (Properties: Members) =>
  one("AWS::ECS::TaskDefinition", { ContainerDefinitions: [app], ...FARGATE, ...Properties });
const targets = (Properties: Members) =>
  one("AWS::ElasticLoadBalancingV2::TargetGroup", {
    VpcId: VPC,
    Port: 80,
    Protocol: "HTTP",
    TargetType: "ip",
    ...Properties,
  });
const withVpc = (resource: unknown) => ({ Resources: { Vpc: vpc, X: resource } });
const only = (resource: unknown, rest: Members = {}) => ({ Resources: { X: resource }, ...rest });
const output = (Value: unknown) => only(group(), { Outputs: { O: { Value } } });

const cluster = one("AWS::ECS::Cluster");
const service = (Properties: Members, definition: unknown = task({})) => ({
  Resources: {
    ...{ Cluster: cluster, Task: definition },
    X: one("AWS::ECS::Service", {
      ...{ Cluster: { Ref: "Cluster" }, TaskDefinition: { Ref: "Task" }, DesiredCount: 0, LaunchType: "FARGATE" },
      ...Properties,
    }),
  },
});
const balancer = (listener: Members) => ({
  Resources: {
    ...{ Vpc: vpc, A: subnet("10.0.0.0/24", { AvailabilityZone: "eu-west-1a" }) },
    B: subnet("10.0.1.0/24", { AvailabilityZone: "eu-west-1b" }),
    Balancer: one("AWS::ElasticLoadBalancingV2::LoadBalancer", {
      ...{ Scheme: "internal", Subnets: [{ Ref: "A" }, { Ref: "B" }] },
    }),
    X: one("AWS::ElasticLoadBalancingV2::Listener", {
      ...{ LoadBalancerArn: { Ref: "Balancer" }, Port: 443, Protocol: "HTTPS" },
      ...{ DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }] },
      ...listener,
    }),
  },
});
const rules = (...SecurityGroupIngress: Members[]) =>
  withVpc(one("AWS::EC2::SecurityGroup", { VpcId: VPC, GroupDescription: "g", SecurityGroupIngress }));
const policies = (...Statement: Members[]) =>
  only(role({ Policies: [{ PolicyName: "p", PolicyDocument: { Version: "2012-10-17", Statement } }] }));
const record = (Properties: Members) => only(one("AWS::Route53::RecordSet", { Name: "a.example.com", ...Properties }));
const logging = (LogConfiguration: Members) => only(task({ ContainerDefinitions: [{ ...app, LogConfiguration }] }));

/** The id of a hosted zone that is there, for example.com. */
export const ZONE = "Z0HOSTEDZONE";

/** Each with one fault: of form, of references, of functions, of values, of combinations. */
export const brokenTemplates: Readonly<Record<string, unknown>> = {
  "a section that there is none of": only(group(), { Resource: {} }),
  "a logical id with a dash": { Resources: { "my-group": group() } },
  "a resource without a type": { Resources: { X: { Properties: {} } } },
  "a type that there is none of": only(one("AWS::Logs::Group")),
  "an attribute of resources that there is none of": only(group({}, { Depends: "Y" })),
  "a policy that there is none of": only(group({}, { DeletionPolicy: "Keep" })),
  "a dependency on nothing": only(group({}, { DependsOn: "Gone" })),
  "a dependency on itself": only(group({}, { DependsOn: "X" })),
  "a condition that there is none of": only(group({}, { Condition: "Gone" })),
  "two resources that need each other": {
    Resources: {
      X: group({ LogGroupName: { "Fn::Sub": "${Y}-x" } }),
      Y: group({ LogGroupName: { "Fn::Sub": "${X}-y" } }),
    },
  },
  "a Ref to nothing": output({ Ref: "Gone" }),
  "an attribute of nothing": output({ "Fn::GetAtt": ["Gone", "Arn"] }),
  "an attribute that there is none of": output({ "Fn::GetAtt": ["X", "Size"] }),
  "a Sub of nothing": output({ "Fn::Sub": "${Gone}" }),
  "an output that is a list": output(["a", "b"]),
  "a function that there is none of": output({ "Fn::Concat": ["a", "b"] }),
  "a Join of a text": output({ "Fn::Join": [",", "abc"] }),
  "an If of two": output({ "Fn::If": ["C", "a"] }),
  "a map's key that there is none of": only(group({ RetentionInDays: { "Fn::FindInMap": ["M", "gone", "b"] } }), {
    Mappings: { M: { a: { b: 7 } } },
  }),
  "a map's default without the transform": only(
    group({ RetentionInDays: { "Fn::FindInMap": ["M", "gone", "b", { DefaultValue: 7 }] } }),
    { Mappings: { M: { a: { b: 7 } } } },
  ),
  "a length without the transform": output({ "Fn::Length": ["a"] }),
  "a loop without the transform": { Resources: { Y: group(), "Fn::ForEach::L": ["Z", ["A"], { "G${Z}": group() }] } },
  "a parameter of no type that there is": only(group(), { Parameters: { P: { Type: "Text", Default: "a" } } }),
  "a default that is not allowed": only(group(), {
    Parameters: { P: { Type: "String", Default: "c", AllowedValues: ["a", "b"] } },
  }),
  "a default that does not match": only(group(), {
    Parameters: { P: { Type: "String", Default: "A", AllowedPattern: "[a-z]+" } },
  }),
  "a condition on a resource": only(group(), { Conditions: { C: { "Fn::Equals": [{ Ref: "X" }, "a"] } } }),
  "a property that there is none of": only(group({ Retention: 7 })),
  "a property that is missing": only(one("AWS::EC2::Subnet", { CidrBlock: "10.0.0.0/24" })),
  "a member that is missing": only(task({ ContainerDefinitions: [{ Name: "app" }] })),
  "a text for a number": only(group({ RetentionInDays: "a week" })),
  "a text for a list": only(task({ ContainerDefinitions: "app" })),
  "a number that is not one of those": only(group({ RetentionInDays: 8 })),
  "a text that is not one of those": only(one("AWS::Cognito::UserPool", { UserPoolTier: "FREE" })),
  "a name that is too long": only(role({ RoleName: "r".repeat(65) })),
  "a name that does not match": only(group({ LogGroupName: "my group!" })),
  "a description that does not match": withVpc(
    one("AWS::EC2::SecurityGroup", { VpcId: VPC, GroupDescription: "für alle" }),
  ),
  "a number that is too great": only(one("AWS::Cognito::UserPoolClient", { UserPoolId: "p", AuthSessionValidity: 60 })),
  "a port that is too great": withVpc(targets({ Port: 70000 })),
  "an interval that is too short": withVpc(targets({ HealthCheckIntervalSeconds: 1 })),
  "a protocol that there is none of": withVpc(targets({ Protocol: "FTP" })),
  "a target group without a port": withVpc(
    one("AWS::ElasticLoadBalancingV2::TargetGroup", { VpcId: VPC, Protocol: "HTTP", TargetType: "ip" }),
  ),
  "an item twice": only(role({ ManagedPolicyArns: [1, 2].map(() => "arn:aws:iam::aws:policy/ReadOnlyAccess") })),
  "a VPC without a block": only(one("AWS::EC2::VPC")),
  "subnets that overlap": { Resources: { Vpc: vpc, X: subnet("10.0.0.0/24"), Y: subnet("10.0.0.0/25") } },
  "a zone and its id": withVpc(
    subnet("10.0.0.0/24", { AvailabilityZone: "eu-west-1a", AvailabilityZoneId: "euw1-az1" }),
  ),
  "a rule from nowhere": withVpc(
    one("AWS::EC2::SecurityGroup", {
      VpcId: VPC,
      GroupDescription: "g",
      SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80 }],
    }),
  ),
  "a rule from two places": withVpc(
    one("AWS::EC2::SecurityGroup", {
      ...{ VpcId: VPC, GroupDescription: "g" },
      SecurityGroupIngress: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, CidrIp: "10.0.0.0/8", CidrIpv6: "::/0" }],
    }),
  ),
  "subnets and their mappings": {
    Resources: {
      ...{ Vpc: vpc, A: subnet("10.0.0.0/24", { AvailabilityZone: "eu-west-1a" }) },
      B: subnet("10.0.1.0/24", { AvailabilityZone: "eu-west-1b" }),
      X: one("AWS::ElasticLoadBalancingV2::LoadBalancer", {
        ...{ Scheme: "internal", Subnets: [{ Ref: "A" }, { Ref: "B" }] },
        SubnetMappings: [{ SubnetId: { Ref: "A" } }, { SubnetId: { Ref: "B" } }],
      }),
    },
  },
  "a load balancer with one subnet": {
    Resources: {
      ...{ Vpc: vpc, A: subnet("10.0.0.0/24") },
      X: one("AWS::ElasticLoadBalancingV2::LoadBalancer", { Scheme: "internal", Subnets: [{ Ref: "A" }] }),
    },
  },
  "more memory than fits the processor": only(task({ Cpu: "256", Memory: "4096" })),
  "Fargate without its network": only(task({ NetworkMode: "bridge" })),
  "Fargate with another port of the host": only(
    task({ ContainerDefinitions: [{ ...app, PortMappings: [{ ContainerPort: 80, HostPort: 8080 }] }] }),
  ),
  "a log driver that there is none of": only(
    task({ ContainerDefinitions: [{ ...app, LogConfiguration: { LogDriver: "paper" } }] }),
  ),
  "a variable twice": only(
    task({ ContainerDefinitions: [{ ...app, Environment: ["a", "b"].map((Value) => ({ Name: "V", Value })) }] }),
  ),
  "a record with two zones": only(
    one("AWS::Route53::RecordSet", {
      ...{ HostedZoneId: ZONE, HostedZoneName: "example.com.", Name: "a.example.com", Type: "A" },
      ...{ TTL: "60", ResourceRecords: ["10.0.0.1"] },
    }),
  ),
  "a policy document without statements": only(
    role({ Policies: [{ PolicyName: "p", PolicyDocument: { Version: "2012-10-17" } }] }),
  ),
  "a policy's version that there is none of": only(
    role({ Policies: [{ PolicyName: "p", PolicyDocument: { ...TRUST, Version: "2020-01-01" } }] }),
  ),
  "a policy that belongs to nobody": only(
    one("AWS::IAM::Policy", {
      PolicyName: "p",
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
      },
    }),
  ),
  "a session that is too long": only(role({ MaxSessionDuration: 100000 })),
  "two groups of one name": { Resources: { X: group({ LogGroupName: "same" }), Y: group({ LogGroupName: "same" }) } },
  "a service without its network": service({}),
  "a service of tasks that are not for Fargate": service(
    { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["subnet-1"] } } },
    one("AWS::ECS::TaskDefinition", {
      ContainerDefinitions: [{ ...app, Memory: 512 }],
      RequiresCompatibilities: ["EC2"],
    }),
  ),
  "a daemon on Fargate": service({
    ...{ SchedulingStrategy: "DAEMON", NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ["subnet-1"] } } },
  }),
  "logs without their options": logging({ LogDriver: "awslogs" }),
  "a log driver that Fargate does not have": logging({ LogDriver: "syslog" }),
  "a listener without a certificate": balancer({}),
  "a target group for functions with a port": withVpc(targets({ TargetType: "lambda" })),
  "a TCP target group with a path": withVpc(
    targets({ Protocol: "TCP", HealthCheckProtocol: "TCP", HealthCheckPath: "/" }),
  ),
  "ports that are missing": rules({ IpProtocol: "tcp", CidrIp: "10.0.0.0/8" }),
  "one port of two that is all": rules({ IpProtocol: "tcp", FromPort: -1, ToPort: 80, CidrIp: "10.0.0.0/8" }),
  "a subnet outside of its VPC": withVpc(subnet("10.1.0.0/24")),
  "a subnet with two route tables": {
    Resources: {
      ...{ Vpc: vpc, A: subnet("10.0.0.0/24") },
      ...Object.fromEntries(["S", "T"].map((name) => [name, one("AWS::EC2::RouteTable", { VpcId: VPC })])),
      ...Object.fromEntries(
        ["S", "T"].map((name) => [
          `To${name}`,
          one("AWS::EC2::SubnetRouteTableAssociation", { SubnetId: { Ref: "A" }, RouteTableId: { Ref: name } }),
        ]),
      ),
    },
  },
  "an identity's policy with a principal": policies({ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" }),
  "a statement without an action": policies({ Effect: "Allow", Resource: "*" }),
  "an effect that there is none of": policies({ Effect: "Maybe", Action: "s3:*", Resource: "*" }),
  "a trust policy with a resource": only(
    one("AWS::IAM::Role", {
      AssumeRolePolicyDocument: { ...TRUST, Statement: [{ ...TRUST.Statement[0], Resource: "*" }] },
    }),
  ),
  "a role that is no ARN": only(task({ TaskRoleArn: "arn:aws:iam::role/x" })),
  "an address that is none": record({ HostedZoneId: ZONE, Type: "A", TTL: "60", ResourceRecords: ["10.0.0"] }),
  "two names for a CNAME": record({
    HostedZoneId: ZONE,
    Type: "CNAME",
    TTL: "60",
    ResourceRecords: ["b.example.com", "c.example.com"],
  }),
  "an alias with a time to live": record({
    ...{ HostedZoneId: ZONE, Type: "A", TTL: "60" },
    AliasTarget: { DNSName: "b.example.com", HostedZoneId: "Z2" },
  }),
  "another domain's zone": record({
    HostedZoneName: "example.org.",
    Type: "A",
    TTL: "60",
    ResourceRecords: ["10.0.0.1"],
  }),
  "a certificate that another domain validates": only(
    one("AWS::CertificateManager::Certificate", {
      ...{ DomainName: "a.example.com", ValidationMethod: "EMAIL" },
      DomainValidationOptions: [{ DomainName: "a.example.com", ValidationDomain: "example.org" }],
    }),
  ),
};
