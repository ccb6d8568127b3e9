import { ACMClient, AddTagsToCertificateCommand, ImportCertificateCommand } from "@aws-sdk/client-acm";
import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import { CloudFormationClient, CreateStackCommand, ListStacksCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  DescribeUserPoolClientCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateServiceCommand, ECSClient, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import {
  AddTagsCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { ChangeResourceRecordSetsCommand, GetHostedZoneCommand, Route53Client } from "@aws-sdk/client-route-53";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { pattern } from "../../../../local/aws/wire/constraints.js";
import json from "../../../../local/aws/wire/constraints.json" with { type: "json" };
import { account, refusal } from "../server/account.js";

const aws = account();
let server: AwsServer;

beforeAll(async () => {
  server = await startServer(aws());
});

afterAll(() => server.close());

const at = () => ({ endpoint: server.url, region: "eu-west-1", credentials: administratorKeys, maxAttempts: 1 });

/** What the SDK's types do not let through. */
const wrong = (value: unknown) => value as never;

/** What is said of `value` at `path`; of a value that is not repeated, without it. */
const said = (value: string | undefined, path: string, rule: string) =>
  `Value${value === undefined ? "" : ` '${value}'`} at '${path}' failed to satisfy constraint: ${rule}`;
const one = (...of: Parameters<typeof said>) => `1 validation error detected: ${said(...of)}`;
const longest = (length: number) => `Member must have length less than or equal to ${length}`;
const shortest = (length: number) => `Member must have length greater than or equal to ${length}`;
const least = (value: number) => `Member must have value greater than or equal to ${value}`;
const matches = (form: string) => `Member must satisfy regular expression pattern: ${form}`;
const among = (...names: string[]) => `Member must satisfy enum value set: [${names.join(", ")}]`;

const cloudformation = (command: object) => new CloudFormationClient(at()).send(command as CreateStackCommand);
const elb = (command: object) => new ElasticLoadBalancingV2Client(at()).send(command as AddTagsCommand);
const iam = (input: object) =>
  new IAMClient(at()).send(new CreateRoleCommand({ RoleName: "a", AssumeRolePolicyDocument: "{}", ...input }));
const cognito = (command: object) => new CognitoIdentityProviderClient(at()).send(command as SignUpCommand);
const logs = (command: object) => new CloudWatchLogsClient(at()).send(command as PutLogEventsCommand);
const acm = (command: object) => new ACMClient(at()).send(command as ImportCertificateCommand);
const ec2 = (command: object) => new EC2Client(at()).send(command as CreateVpcCommand);
const ecs = (command: object) => new ECSClient(at()).send(command as CreateServiceCommand);
const route53 = (command: object) => new Route53Client(at()).send(command as GetHostedZoneCommand);
const record = (recordSet: object, Action = "UPSERT") =>
  new ChangeResourceRecordSetsCommand({
    HostedZoneId: "Z1",
    ChangeBatch: {
      Changes: [
        {
          Action: wrong(Action),
          ResourceRecordSet: {
            Name: "a.test.",
            Type: "A",
            TTL: 60,
            ResourceRecords: [{ Value: "10.0.0.1" }],
            ...recordSet,
          },
        },
      ],
    },
  });

const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/01234567-0123-0123-0123-0123456789ab";
const STATUSES = json.cloudformation.shapes.StackStatus.enum;

const cases: readonly (readonly [what: string, call: () => Promise<unknown>, code: string, message: string])[] = [
  [
    "CloudFormation: a range and an enumeration, counted",
    () => cloudformation(new CreateStackCommand({ StackName: "a", TimeoutInMinutes: 0, OnFailure: wrong("NO") })),
    "ValidationError",
    `2 validation errors detected: ${said("0", "timeoutInMinutes", least(1))}; ${said("NO", "onFailure", among("DO_NOTHING", "ROLLBACK", "DELETE"))}`,
  ],
  [
    "CloudFormation: names in a list, once for the list",
    () =>
      cloudformation(new ListStacksCommand({ StackStatusFilter: ["CREATE_COMPLETE", wrong("NO"), wrong("NEITHER")] })),
    "ValidationError",
    one(
      "[CREATE_COMPLETE, NO, NEITHER]",
      "stackStatusFilter",
      `Member must satisfy constraint: [${among(...STATUSES)}]`,
    ),
  ],
  [
    "CloudFormation: a text within a list of structures, and one that is missing",
    () => cloudformation(new CreateStackCommand({ StackName: wrong(undefined), Tags: [{ Key: "a", Value: "" }] })),
    "ValidationError",
    `2 validation errors detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null; ${said("", "tags.1.member.value", shortest(1))}`,
  ],
  [
    "Elastic Load Balancing: a range",
    () => elb(new CreateTargetGroupCommand({ Name: "a", Port: 0 })),
    "ValidationError",
    one("0", "port", least(1)),
  ],
  [
    "Elastic Load Balancing: a list that is too short",
    () => elb(new AddTagsCommand({ ResourceArns: ["a"], Tags: [] })),
    "ValidationError",
    one("[]", "tags", shortest(1)),
  ],
  [
    "IAM: a length",
    () => iam({ RoleName: "a".repeat(65) }),
    "ValidationError",
    one("a".repeat(65), "roleName", longest(64)),
  ],
  [
    "IAM: a name's form, in its own words",
    () => iam({ RoleName: "a/b" }),
    "ValidationError",
    "The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
  ],
  [
    "IAM: a range",
    () => iam({ MaxSessionDuration: 60 }),
    "ValidationError",
    one("60", "maxSessionDuration", least(3600)),
  ],
  [
    "STS: form and length of one text, the form first",
    () => new STSClient(at()).send(new AssumeRoleCommand({ RoleArn: "a".repeat(20), RoleSessionName: "/" })),
    "ValidationError",
    `2 validation errors detected: ${said("/", "roleSessionName", matches("[\\w+=,.@-]*"))}; ${said("/", "roleSessionName", shortest(2))}`,
  ],
  [
    "Cognito: a password and a name, neither repeated",
    () => cognito(new SignUpCommand({ ClientId: "a", Username: "", Password: "a b" })),
    "InvalidParameterException",
    `3 validation errors detected: ${said(undefined, "username", matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"))}; ${said(undefined, "username", shortest(1))}; ${said(undefined, "password", matches("[\\S]+"))}`,
  ],
  [
    "Cognito: a client's id, which is repeated",
    () => cognito(new DescribeUserPoolClientCommand({ UserPoolId: "eu-west-1_a", ClientId: "a-b" })),
    "InvalidParameterException",
    one("a-b", "clientId", matches("[\\w+]+")),
  ],
  [
    "Cognito: a domain, though whole names are taken",
    () => cognito(new CreateUserPoolDomainCommand({ UserPoolId: "eu-west-1_a", Domain: "A.example.com" })),
    "InvalidParameterException",
    one("A.example.com", "domain", matches("^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$")),
  ],
  [
    "CloudWatch Logs: the keys of a map",
    () => logs(new CreateLogGroupCommand({ logGroupName: "a", tags: { "a!": "b" } })),
    "InvalidParameterException",
    one(
      "{a!=b}",
      "tags",
      `Map keys must satisfy constraint: [${longest(128)}, ${shortest(1)}, ${matches("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$")}]`,
    ),
  ],
  [
    "CloudWatch Logs: the values of a map, with a least length of none",
    () => logs(new CreateLogGroupCommand({ logGroupName: "a", tags: { a: "b", c: "d!" } })),
    "InvalidParameterException",
    one(
      "{a=b, c=d!}",
      "tags",
      `Map value must satisfy constraint: [${longest(256)}, ${shortest(0)}, ${matches("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")}]`,
    ),
  ],
  [
    "CloudWatch Logs: an empty list",
    () => logs(new PutLogEventsCommand({ logGroupName: "a", logStreamName: "b", logEvents: [] })),
    "InvalidParameterException",
    one("[]", "logEvents", shortest(1)),
  ],
  [
    "CloudWatch Logs: a fraction for a whole number",
    () => logs(new FilterLogEventsCommand({ logGroupName: "a", limit: 1.5 })),
    "SerializationException",
    one("1.5", "limit", "Member must be a whole number"),
  ],
  [
    "ACM: bytes that are too many, and not repeated",
    () =>
      acm(new ImportCertificateCommand({ Certificate: Buffer.from("a"), PrivateKey: Buffer.from("a".repeat(5121)) })),
    "ValidationException",
    one(undefined, "privateKey", longest(5120)),
  ],
  [
    "ACM: a tag's key",
    () => acm(new AddTagsToCertificateCommand({ CertificateArn: CERTIFICATE, Tags: [{ Key: "a!" }] })),
    "ValidationException",
    one("a!", "tags.1.member.key", matches("[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*")),
  ],
  [
    "Application Auto Scaling: an enumeration",
    () =>
      new ApplicationAutoScalingClient(at()).send(
        new RegisterScalableTargetCommand({
          ServiceNamespace: wrong("e"),
          ResourceId: "service/a/b",
          ScalableDimension: "ecs:service:DesiredCount",
        }),
      ),
    "ValidationException",
    one("e", "serviceNamespace", among(...json["application-autoscaling"].shapes.ServiceNamespace.enum)),
  ],
  [
    "CloudWatch: a text's form, deep within",
    () =>
      new CloudWatchClient(at()).send(
        new GetMetricDataCommand({
          StartTime: new Date(0),
          EndTime: new Date(1),
          MetricDataQueries: [
            { Id: "a", MetricStat: { Metric: { Namespace: ":a", MetricName: "b" }, Period: 60, Stat: "Sum" } },
          ],
        }),
      ),
    // For clients of the old protocol, ValidationError.
    "ValidationException",
    one(":a", "metricDataQueries.1.member.metricStat.metric.namespace", matches("[^:].*")),
  ],
  [
    "EC2: an enumeration",
    () => ec2(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16", InstanceTenancy: wrong("a") })),
    "InvalidParameterValue",
    "Value (a) for parameter instanceTenancy is invalid.",
  ],
  [
    "EC2: a range",
    () => ec2(new DescribeVpcsCommand({ MaxResults: 1 })),
    "InvalidParameterValue",
    "Value ( 1 ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5.",
  ],
  [
    "EC2: what cannot be tagged, in its own words",
    () =>
      ec2(
        new CreateVpcCommand({
          CidrBlock: "10.0.0.0/16",
          TagSpecifications: [{ ResourceType: wrong("house"), Tags: [{ Key: "a", Value: "b" }] }],
        }),
      ),
    "InvalidParameterValue",
    "'house' is not a valid taggable resource type for this operation.",
  ],
  [
    "ECS: an enumeration",
    () => ecs(new CreateServiceCommand({ serviceName: "a", taskDefinition: "a", launchType: wrong("LAMBDA") })),
    "InvalidParameterException",
    "launch type should be one of [EC2,FARGATE,EXTERNAL,MANAGED_INSTANCES]",
  ],
  [
    "ECS: an enumeration in a task definition",
    () =>
      ecs(
        new RegisterTaskDefinitionCommand({
          family: "a",
          containerDefinitions: [{ dependsOn: [{ containerName: "a", condition: wrong("DONE") }] }],
        }),
      ),
    "ClientException",
    "condition should be one of [START,COMPLETE,SUCCESS,HEALTHY]",
  ],
  [
    "ECS: a tag",
    () => ecs(new CreateServiceCommand({ serviceName: "a", taskDefinition: "a", tags: [{ key: "a", value: "!" }] })),
    "InvalidParameterException",
    one("!", "tags.1.member.value", matches("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)")),
  ],
  [
    "Route 53: an id in the path",
    () => route53(new GetHostedZoneCommand({ Id: "Z".repeat(33) })),
    "InvalidInput",
    one("Z".repeat(33), "resourceId", longest(32)),
  ],
  [
    "Route 53: an enumeration in the body",
    () => route53(record({}, "REPLACE")),
    "InvalidInput",
    "Invalid XML ; cvc-enumeration-valid: Value 'REPLACE' is not facet-valid with respect to enumeration '[CREATE, DELETE, UPSERT]'. It must be a value from the enumeration.",
  ],
  [
    "Route 53: a length in the body",
    () => route53(record({ AliasTarget: { HostedZoneId: "Z".repeat(33), DNSName: "a", EvaluateTargetHealth: false } })),
    "InvalidInput",
    `Invalid XML ; cvc-maxLength-valid: Value '${"Z".repeat(33)}' with length = '33' is not facet-valid with respect to maxLength '32' for type 'ResourceId'.`,
  ],
  [
    "Route 53: a range in the body",
    () => route53(record({ TTL: -1 })),
    "InvalidInput",
    "Invalid XML ; cvc-minInclusive-valid: Value '-1' is not facet-valid with respect to minInclusive '0' for type 'TTL'.",
  ],
  [
    "Route 53: an empty list in the body",
    () => route53(record({ ResourceRecords: [] })),
    "InvalidInput",
    "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'ResourceRecords' is not complete.",
  ],
];

describe("a value that AWS's model rules out in a request", () => {
  it.each(cases)("is refused in the service's own words: %s", async (_, call, code, message) => {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: code, message, $metadata: { httpStatusCode: 400 } });
  });

  it("is refused to whoever calls from inside, too", async () => {
    const { elbv2, iam: roles } = aws();
    expect(await refusal(elbv2.CreateTargetGroup({ Name: "a", Port: 65536 }))).toEqual({
      code: "ValidationError",
      message: one("65536", "port", "Member must have value less than or equal to 65535"),
    });
    expect((await refusal(roles.GetRole({ RoleName: "a b" }))).code).toBe("ValidationError");
  });

  it("is known by patterns that JavaScript understands, and that take no long time", () => {
    const shapes = Object.values(json).flatMap((service) => Object.values<object>(service.shapes));
    const patterns = shapes.flatMap((shape) => ("pattern" in shape ? [String(shape.pattern)] : []));
    expect(patterns.length).toBeGreaterThan(100);
    for (const each of patterns) expect(() => pattern(each)).not.toThrow();
    // As it stands in the model it takes minutes.
    const byLink = json["cognito-idp"].shapes.EmailVerificationMessageByLinkType.pattern;
    expect(pattern(byLink).test(`${"{####}".repeat(3000)}\0`)).toBe(false);
    expect(pattern(byLink).test("Go {##there##}!")).toBe(true);
    expect(pattern(byLink).test("Go there!")).toBe(false);
  });
});
