// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of policy variables
import { CloudFormationClient, CreateStackCommand, DescribeStackEventsCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchLogsClient, CreateLogGroupCommand, DeleteLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateTagsCommand,
  CreateVpcCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { evaluate, type Request } from "../../../../local/aws/iam/evaluation.js";
import { parsePolicy } from "../../../../local/aws/iam/policy-document.js";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { account } from "../server/account.js";
import { sessionOf } from "./session.js";

const aws = account();
let server: AwsServer;
beforeAll(async () => {
  server = await startServer(aws());
});
afterAll(() => server.close());

const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "allowed",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("an operator", () => {
  const met = (operator: string, expected: unknown, values?: string[], Version = "2012-10-17") => {
    const Statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: { [operator]: { "a:k": expected } } };
    const request: Request = {
      action: "a:b",
      resource: "*",
      context: { "aws:username": ["mo*a"], ...(values ? { "A:K": values } : {}) },
    };
    return evaluate(parsePolicy(JSON.stringify({ Version, Statement }), "identity"), request) === "allowed";
  };

  it.each<[string, unknown, string[] | undefined, boolean]>([
    ["NumericLessThan", "10", ["9"], true],
    ["NumericLessThan", "10", ["10"], false],
    ["NumericGreaterThanEquals", ["7", "10"], ["8"], true],
    ["NumericNotEquals", "3", ["3.0"], false],
    ["NumericEquals", "3", ["three"], false],
    ["DateGreaterThan", "2026-01-01T00:00:00Z", ["2026-06-01T00:00:00Z"], true],
    ["DateLessThanEquals", "1767225600", ["2026-01-01T00:00:00Z"], true],
    ["DateNotEquals", "2026-01-01T00:00:00Z", ["2026-01-01T00:00:00Z"], false],
    ["IpAddress", "203.0.113.0/24", ["203.0.113.9"], true],
    ["IpAddress", ["10.0.0.0/8", "2001:db8::/32"], ["2001:db8::1"], true],
    ["NotIpAddress", "203.0.113.0/24", ["203.0.113.9"], false],
    ["NotIpAddress", "203.0.113.0/24", undefined, true],
    ["ArnLike", "arn:aws:iam::*:role/x", ["arn:aws:iam::1:role/x"], true],
    ["ArnLike", "arn:aws:*:role/x", ["arn:aws:iam::1:role/x"], false],
    ["StringEquals", "${aws:username}", ["mo*a"], true],
    ["StringLike", "${aws:username}", ["mona"], false],
    ["StringLike", "x-${aws:PrincipalTag/team, 'none'}*", ["x-none-1"], true],
    ["StringEquals", "${aws:PrincipalTag/team}", [""], false],
    ["StringEquals", "${*}", ["*"], true],
    ["ForAnyValue:StringNotEquals", "a", undefined, false],
  ])("%s %j of %j: %s", (operator, expected, values, is) => {
    expect(met(operator, expected, values)).toBe(is);
  });

  it("knows no variables in policies of the old version", () => {
    expect(met("StringEquals", "${aws:username}", ["${aws:username}"], "2008-10-17")).toBe(true);
  });

  it("that AWS has and this AWS has not is refused loudly", () => {
    expect(() => met("BinaryEquals", "QQ==", ["A"])).toThrow(/does not implement the policy condition operator/);
  });
});

describe("a call is held to conditions on", () => {
  const all = { Effect: "Allow", Action: "*", Resource: "*" };
  const deny = (Action: string, Condition: object) => ({ Effect: "Deny", Action, Resource: "*", Condition });
  const createGroup = (client: CloudWatchLogsClient, logGroupName: string, tags?: Record<string, string>) =>
    outcome(client.send(new CreateLogGroupCommand({ logGroupName, tags })));

  it("the region, the principal and its tags", async () => {
    const logs = new CloudWatchLogsClient(
      await sessionOf(
        aws(),
        server,
        "who",
        all,
        deny("logs:CreateLogGroup", { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } }),
        deny("logs:CreateLogGroup", { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/who" } }),
        deny("logs:DeleteLogGroup", { StringEquals: { "aws:PrincipalTag/team": "web" } }),
      ),
    );
    expect(await createGroup(logs, "who")).toBe("allowed");
    expect(await outcome(logs.send(new DeleteLogGroupCommand({ logGroupName: "who" })))).toMatch(/explicit deny/);
  });

  it("the tags that it sets and those of what it is about", async () => {
    const session = await sessionOf(
      aws(),
      server,
      "tags",
      { ...all, Condition: { StringEqualsIfExists: { "aws:RequestTag/owner": "${aws:PrincipalTag/team}" } } },
      deny("logs:CreateLogGroup", { "ForAnyValue:StringEquals": { "aws:TagKeys": "secret" } }),
      deny("ec2:DeleteVpc", { StringNotEquals: { "aws:ResourceTag/owner": "web" } }),
    );
    const logs = new CloudWatchLogsClient(session);
    expect(await createGroup(logs, "a", { owner: "web" })).toBe("allowed");
    expect(await createGroup(logs, "b", { owner: "somebody" })).toMatch(/no identity-based policy allows/);
    expect(await createGroup(logs, "c", { secret: "1" })).toMatch(/explicit deny/);
    const ec2 = new EC2Client(session);
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
    const VpcId = Vpc?.VpcId ?? "";
    expect(await outcome(ec2.send(new DeleteVpcCommand({ VpcId })))).toMatch(/explicit deny/);
    await ec2.send(new CreateTagsCommand({ Resources: [VpcId], Tags: [{ Key: "owner", Value: "web" }] }));
    expect(await outcome(ec2.send(new DeleteVpcCommand({ VpcId })))).toBe("allowed");
  });

  it("whether CloudFormation makes it", async () => {
    const session = await sessionOf(
      aws(),
      server,
      "via",
      { ...all, Action: ["cloudformation:*", "logs:DescribeLogGroups"] },
      {
        ...all,
        Action: "logs:*",
        Condition: { "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } },
      },
    );
    expect(await createGroup(new CloudWatchLogsClient(session), "direct")).toMatch(/no identity-based policy/);
    const client = new CloudFormationClient(session);
    const TemplateBody = JSON.stringify({ Resources: { Group: { Type: "AWS::Logs::LogGroup" } } });
    await client.send(new CreateStackCommand({ StackName: "via", TemplateBody }));
    const status = async () => {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: "via" }));
      return StackEvents.find(({ ResourceStatus }) => /_(COMPLETE|FAILED)$/.test(ResourceStatus ?? ""));
    };
    while (!(await status())) await new Promise(setImmediate);
    expect((await status())?.ResourceStatus).toBe("CREATE_COMPLETE");
  });

  it("a key that nobody here knows the value of, loudly: never as if it were not there", async () => {
    const ec2 = new EC2Client(
      await sessionOf(
        aws(),
        server,
        "unknown",
        all,
        deny("ec2:*", { Bool: { "aws:MultiFactorAuthPresent": "false" } }),
      ),
    );
    expect(await outcome(ec2.send(new DescribeVpcsCommand({})))).toMatch(
      /NotImplementedByLocalAws: .*the condition key aws:MultiFactorAuthPresent, which a policy about ec2:DescribeVpcs asks for/,
    );
  });
});
