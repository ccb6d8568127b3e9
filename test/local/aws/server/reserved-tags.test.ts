import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { administratorKeys } from "../../../../local/aws/sts/credentials.js";
import { refuseReservedTags } from "../../../../local/aws/wire/reserved-tags.js";
import { services } from "../../../../local/aws/wire/services.js";
import { account, eventually, refusal } from "./account.js";

const aws = account();
let server: AwsServer;
beforeAll(async () => {
  server = await startServer(aws());
});
afterAll(() => server.close());

const key = "aws:cloudformation:stack-name";
const EXTERNAL = "aws: prefixed tag key names are not allowed for external use.";
const refused = (signingName: string, input: object) => {
  const service = services.get(signingName);
  if (service === undefined) throw new Error(`no service ${signingName}`);
  return refusal((async () => refuseReservedTags(input, service))());
};

describe("tags that begin with aws:", () => {
  it.each<[service: string, input: object, code: string, message: string]>([
    [
      "ec2",
      { TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "a" }, { Key: key, Value: "x" }] }] },
      "InvalidParameterValue",
      `Value ( ${key} ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use`,
    ],
    ["elasticloadbalancing", { Tags: [{ Key: key, Value: "x" }] }, "ValidationError", EXTERNAL],
    ["elasticloadbalancing", { ResourceArns: ["arn"], TagKeys: [key] }, "ValidationError", EXTERNAL],
    ["acm", { Tags: [{ Key: "AWS:x" }] }, "InvalidTagException", EXTERNAL],
    ["cognito-idp", { UserPoolTags: { [key]: "x" } }, "UserPoolTaggingException", EXTERNAL],
    [
      "ecs",
      { tags: [{ key, value: "x" }] },
      "InvalidParameterException",
      'Tag key may not start with reserved prefix "aws:".',
    ],
    ["iam", { Tags: [{ Key: key, Value: "x" }] }, "InvalidInput", EXTERNAL],
    ["logs", { tags: { [key]: "x" } }, "InvalidParameterException", EXTERNAL],
    ["route53", { AddTags: [{ Key: key, Value: "x" }] }, "InvalidInput", EXTERNAL],
    ["application-autoscaling", { Tags: { [key]: "x" } }, "ValidationException", EXTERNAL],
  ])("are refused by %s in its own words", async (service, input, code, message) => {
    expect(await refused(service, input)).toEqual({ code, message });
  });

  it("are refused over the wire, but come with what CloudFormation makes", async () => {
    const { CreateVpcCommand, EC2Client } = await import("@aws-sdk/client-ec2");
    const client = new EC2Client({
      endpoint: server.url,
      region: "eu-west-1",
      credentials: administratorKeys,
      maxAttempts: 1,
    });
    const TagSpecifications = [{ ResourceType: "vpc" as const, Tags: [{ Key: key, Value: "mine" }] }];
    await expect(
      client.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16", TagSpecifications })),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const TemplateBody = JSON.stringify({
      Resources: {
        Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
        Pool: { Type: "AWS::Cognito::UserPool" },
      },
    });
    await aws().cloudformation.CreateStack({ StackName: "app", TemplateBody });
    await eventually(async () => {
      const { Stacks = [] } = await aws().cloudformation.DescribeStacks({ StackName: "app" });
      return Stacks[0]?.StackStatus === "CREATE_COMPLETE";
    });
    const { Vpcs = [] } = await aws().ec2.DescribeVpcs({});
    expect(Vpcs[0]?.Tags).toContainEqual({ Key: key, Value: "app" });
    const { UserPools = [] } = aws().cognito.ListUserPools({ MaxResults: 1 });
    const { UserPool } = aws().cognito.DescribeUserPool({ UserPoolId: UserPools[0]?.Id });
    expect(UserPool?.UserPoolTags).toMatchObject({ [key]: "app" });
  });
});
