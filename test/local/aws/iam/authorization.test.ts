import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { DescribeServicesCommand, ECSClient, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { requiredPermissions } from "../../../../local/aws/iam/required-permissions.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { account } from "../server/account.js";
import { sessionOf } from "./session.js";

const aws = account();
const ACCOUNT = "123456789012";
const EU = `eu-west-1:${ACCOUNT}`;
let server: AwsServer;

beforeAll(async () => {
  server = await startServer(aws());
});

afterAll(async () => {
  await server.close();
});

const sessionWith = (name: string, ...statements: object[]) => sessionOf(aws(), server, name, ...statements);

const allow = (Action: string | string[], Resource: string | string[] = "*") => ({ Effect: "Allow", Action, Resource });

const refused = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "allowed",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("a role's session", () => {
  it("may ask who it is and nothing else without a policy, and is told the action in each service's words", async () => {
    const session = await sessionWith("nothing");
    const who = "User: arn:aws:sts::123456789012:assumed-role/nothing/ci is not authorized to perform:";
    await new STSClient(session).send(new GetCallerIdentityCommand({}));
    const service = `arn:aws:ecs:${EU}:service/c/s`;
    expect(
      await refused(new ECSClient(session).send(new DescribeServicesCommand({ cluster: "c", services: ["s"] }))),
    ).toBe(
      `AccessDeniedException: ${who} ecs:DescribeServices on resource: ${service} because no identity-based policy allows the ecs:DescribeServices action`,
    );
    expect(await refused(new CloudFormationClient(session).send(new DescribeStacksCommand({ StackName: "x" })))).toBe(
      `AccessDenied: ${who} cloudformation:DescribeStacks on resource: arn:aws:cloudformation:${EU}:stack/x/* because no identity-based policy allows the cloudformation:DescribeStacks action`,
    );
    expect(await refused(new EC2Client(session).send(new DescribeVpcsCommand({})))).toBe(
      `UnauthorizedOperation: You are not authorized to perform this operation. ${who} ec2:DescribeVpcs on resource: * because no identity-based policy allows the ec2:DescribeVpcs action`,
    );
  });

  it("is held to the resources of its policy, and a deny wins", async () => {
    const session = await sessionWith(
      "some-groups",
      allow(["logs:CreateLogGroup"], `arn:aws:logs:${EU}:log-group:ours-*:*`),
      { Effect: "Deny", Action: "*", Resource: `arn:aws:logs:${EU}:log-group:ours-secret:*` },
    );
    const create = (logGroupName: string) =>
      refused(new CloudWatchLogsClient(session).send(new CreateLogGroupCommand({ logGroupName })));
    expect(await create("ours-1")).toBe("allowed");
    expect(await create("theirs")).toMatch(/log-group:theirs:log-stream: because no identity-based policy allows/);
    expect(await create("ours-secret")).toMatch(/with an explicit deny in an identity-based policy$/);
  });

  it("reads a secret by its name only with the permission on its whole ARN", async () => {
    const { ARN = "" } = await aws().secretsManager.CreateSecret({
      Name: "db",
      SecretString: "hunter2",
      ClientRequestToken: "12345678-1234-1234-1234-123456789012",
    });
    const read = async (name: string, resource: string) => {
      const session = await sessionWith(name, allow("secretsmanager:GetSecretValue", resource));
      return refused(new SecretsManagerClient(session).send(new GetSecretValueCommand({ SecretId: "db" })));
    };
    expect(await read("whole", ARN)).toBe("allowed");
    expect(await read("wild", ARN.replace(/.{6}$/, "??????"))).toBe("allowed");
    expect(await read("partial", ARN.slice(0, -7))).toMatch(
      /^AccessDeniedException: .* is not authorized to perform: secretsmanager:GetSecretValue on resource: .*:secret:db-\w{6} because no identity-based policy allows/,
    );
  });

  it("passes only roles that it may pass, to the service it may pass them to", async () => {
    const passes = (PassedToService: string) => ({
      ...allow("iam:PassRole"),
      Condition: { StringEquals: { "iam:PassedToService": PassedToService } },
    });
    const register = async (name: string, ...more: object[]) =>
      refused(
        new ECSClient(await sessionWith(name, allow("ecs:RegisterTaskDefinition"), ...more)).send(
          new RegisterTaskDefinitionCommand({
            family: "f",
            taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/nothing`,
            requiresCompatibilities: ["FARGATE"],
            networkMode: "awsvpc",
            cpu: "256",
            memory: "512",
            containerDefinitions: [{ name: "app", image: "i" }],
          }),
        ),
      );
    expect(await register("no-pass")).toMatch(
      /perform: iam:PassRole on resource: arn:aws:iam::123456789012:role\/nothing/,
    );
    expect(await register("other-pass", passes("lambda.amazonaws.com"))).toMatch(/perform: iam:PassRole/);
    expect(await register("pass", passes("ecs-tasks.amazonaws.com"))).toBe("allowed");
  });

  it("makes with CloudFormation only what it may make itself; the event names the action", async () => {
    const session = await sessionWith(
      "stacks",
      allow("cloudformation:*"),
      allow("logs:CreateLogGroup"),
      allow("logs:DescribeLogGroups"),
      allow("logs:DeleteLogGroup"),
    );
    const client = new CloudFormationClient(session);
    const TemplateBody = JSON.stringify({
      Resources: {
        Group: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "made" } },
        Cluster: { Type: "AWS::ECS::Cluster", DependsOn: "Group" },
      },
    });
    await client.send(new CreateStackCommand({ StackName: "s", TemplateBody, OnFailure: "DO_NOTHING" }));
    const reason = async () => {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: "s" }));
      return StackEvents.find(
        ({ ResourceStatus, LogicalResourceId }) => LogicalResourceId !== "s" && ResourceStatus === "CREATE_FAILED",
      )?.ResourceStatusReason;
    };
    while (!(await reason())) await new Promise(setImmediate);
    expect(await reason()).toMatch(
      /assumed-role\/stacks\/ci is not authorized to perform: ecs:CreateCluster on resource: .*HandlerErrorCode: AccessDenied\)$/,
    );
  });

  it("has CloudFormation read parameters and secrets only as far as it may itself", async () => {
    await aws().ssm.PutParameter({ Name: "/may", Value: "x", Type: "String" });
    const session = await sessionWith(
      "references",
      ...[allow("cloudformation:*"), allow("logs:*"), allow("ssm:GetParameters", `arn:aws:ssm:${EU}:parameter/may`)],
    );
    const client = new CloudFormationClient(session);
    const create = (StackName: string, Value: string) => {
      const Properties = { Tags: [{ Key: "v", Value }] };
      const TemplateBody = JSON.stringify({ Resources: { Group: { Type: "AWS::Logs::LogGroup", Properties } } });
      return refused(client.send(new CreateStackCommand({ StackName, TemplateBody, OnFailure: "DO_NOTHING" })));
    };
    expect(await create("may", "{{resolve:ssm:/may}}")).toBe("allowed");
    expect(await create("may-not", "{{resolve:ssm:/may-not}}")).toMatch(
      /not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:\S+:parameter\/may-not because/,
    );
    expect(await create("secret", "{{resolve:secretsmanager:db}}")).toBe("allowed");
    const failed = async () =>
      (await client.send(new DescribeStackEventsCommand({ StackName: "secret" }))).StackEvents?.find(
        ({ ResourceStatus, LogicalResourceId }) => LogicalResourceId === "Group" && ResourceStatus === "CREATE_FAILED",
      )?.ResourceStatusReason;
    while (!(await failed())) await new Promise(setImmediate);
    expect(await failed()).toMatch(/references\/ci is not authorized to perform: secretsmanager:GetSecretValue on/);
  });
});

describe("what a call needs", () => {
  const needs = (service: string, operation: string, input: object) =>
    requiredPermissions(aws(), service, operation, input).map(({ action, resource }) => [action, resource]);
  const pool = `arn:aws:cognito-idp:${EU}:userpool/eu-west-1_1`;
  const listener = `arn:aws:elasticloadbalancing:${EU}:listener/app/a/1/2`;

  it.each<[string, string, object, [string, string][]]>([
    ["ecs", "UpdateService", { cluster: "c", service: "s" }, [["ecs:UpdateService", `arn:aws:ecs:${EU}:service/c/s`]]],
    ["ecs", "ListTasks", { cluster: "c" }, [["ecs:ListTasks", "*"]]],
    [
      "elasticloadbalancing",
      "CreateRule",
      {
        ListenerArn: listener,
        Tags: [{ Key: "a", Value: "b" }],
        Actions: [{ AuthenticateCognitoConfig: { UserPoolArn: pool } }],
      },
      [
        ["elasticloadbalancing:CreateRule", listener],
        ["elasticloadbalancing:AddTags", `${listener.replace("listener/", "listener-rule/")}/*`],
        ["cognito-idp:DescribeUserPoolClient", pool],
      ],
    ],
    [
      "ec2",
      "CreateSubnet",
      { VpcId: "vpc-1", TagSpecifications: [{ ResourceType: "subnet", Tags: [{ Key: "a", Value: "b" }] }] },
      [
        ["ec2:CreateSubnet", `arn:aws:ec2:${EU}:subnet/*`],
        ["ec2:CreateSubnet", `arn:aws:ec2:${EU}:vpc/vpc-1`],
        ["ec2:CreateTags", `arn:aws:ec2:${EU}:subnet/*`],
      ],
    ],
    [
      "ec2",
      "DisassociateRouteTable",
      { AssociationId: "rtbassoc-1" },
      [["ec2:DisassociateRouteTable", `arn:aws:ec2:${EU}:route-table/*`]],
    ],
    [
      "route53",
      "ChangeResourceRecordSets",
      { HostedZoneId: "/hostedzone/Z1" },
      [["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1"]],
    ],
    ["logs", "DescribeLogGroups", {}, [["logs:DescribeLogGroups", `arn:aws:logs:${EU}:log-group::log-stream:`]]],
    ["cognito-idp", "AdminDeleteUser", { UserPoolId: "eu-west-1_1" }, [["cognito-idp:AdminDeleteUser", pool]]],
    ["sts", "GetCallerIdentity", {}, []],
    [
      "secretsmanager",
      "GetSecretValue",
      { SecretId: "none" },
      [["secretsmanager:GetSecretValue", `arn:aws:secretsmanager:${EU}:secret:none`]],
    ],
    [
      "secretsmanager",
      "CreateSecret",
      { Name: "s", Tags: [{ Key: "a", Value: "b" }] },
      [
        ["secretsmanager:CreateSecret", `arn:aws:secretsmanager:${EU}:secret:s`],
        ["secretsmanager:TagResource", `arn:aws:secretsmanager:${EU}:secret:s`],
      ],
    ],
    [
      "ssm",
      "GetParameters",
      { Names: ["/a/b:3", "c"] },
      [
        ["ssm:GetParameters", `arn:aws:ssm:${EU}:parameter/a/b`],
        ["ssm:GetParameters", `arn:aws:ssm:${EU}:parameter/c`],
      ],
    ],
    ["ssm", "DescribeParameters", {}, [["ssm:DescribeParameters", `arn:aws:ssm:${EU}:*`]]],
  ])("%s %s", (service, operation, input, expected) => {
    expect(needs(service, operation, input)).toEqual(expected);
  });
});
