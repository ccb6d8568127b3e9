import { account } from "../server/account.js";

/** Stacks of real resources: what CloudFormation asks of, and gets from, the services. */
const aws = account({ speed: 5000 });

async function settled(StackName: string | undefined) {
  for (;;) {
    const [stack] = (await aws().cloudformation.DescribeStacks({ StackName })).Stacks ?? [];
    if (stack && !stack.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const group = (properties: object) =>
  JSON.stringify({ Resources: { Logs: { Type: "AWS::Logs::LogGroup", Properties: properties } } });

it.each<[string, object, RegExp]>([
  [
    "AWS::IAM::Policy",
    { PolicyName: "p", PolicyDocument: { Version: "2012-10-17", Statement: [] } },
    /^At least one of \[Groups,Roles,Users\] must be non-empty\.$/,
  ],
  [
    "AWS::EC2::SecurityGroup",
    {
      GroupDescription: "g",
      VpcId: { Ref: "Vpc" },
      SecurityGroupIngress: [{ IpProtocol: "-1", CidrIp: "10.0.0.0/8", CidrIpv6: "::/0" }],
    },
    /A rule must have exactly one source or destination\..*HandlerErrorCode: InvalidRequest/,
  ],
  [
    "AWS::Route53::RecordSet",
    { Name: "a.example.com", Type: "A", TTL: "60", ResourceRecords: ["10.0.0.1"], HostedZoneName: "example.com." },
    /^No hosted zones named example\.com\. found$/,
  ],
])("its handlers check combinations that no service sees: %s", async (Type, Properties, reason) => {
  const StackName = Type.replaceAll("::", "");
  const { cloudformation } = aws();
  const Vpc = { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } };
  const TemplateBody = JSON.stringify({ Resources: { Vpc, X: { Type, Properties } } });
  await cloudformation.CreateStack({ StackName, TemplateBody, Capabilities: ["CAPABILITY_IAM"] });
  expect((await settled(StackName)).StackStatus).toBe("ROLLBACK_COMPLETE");
  const { StackEvents = [] } = await cloudformation.DescribeStackEvents({ StackName });
  const failed = StackEvents.find(
    ({ ResourceStatus, LogicalResourceId }) => ResourceStatus === "CREATE_FAILED" && LogicalResourceId === "X",
  );
  expect(failed?.ResourceStatusReason).toMatch(reason);
});

it("rules may ask what VPCs, subnets and groups the account has", async () => {
  const { cloudformation, ec2 } = aws();
  const { Vpc } = await ec2.CreateVpc({
    CidrBlock: "10.9.0.0/16",
    TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "team", Value: "blue" }] }],
  });
  const { Subnet } = await ec2.CreateSubnet({ VpcId: Vpc?.VpcId, CidrBlock: "10.9.1.0/24" });
  const { Vpc: other } = await ec2.CreateVpc({ CidrBlock: "10.8.0.0/16" });
  const body = (team: string) =>
    JSON.stringify({
      Parameters: { Vpc: { Type: "AWS::EC2::VPC::Id" }, Nets: { Type: "List<AWS::EC2::Subnet::Id>" } },
      Rules: {
        R: {
          Assertions: [
            {
              Assert: { "Fn::EachMemberEquals": [{ "Fn::ValueOf": ["Nets", "VpcId"] }, { Ref: "Vpc" }] },
              AssertDescription: "The subnets must be the VPC's.",
            },
            {
              Assert: { "Fn::Equals": [{ "Fn::ValueOf": ["Vpc", "Tags.team"] }, team] },
              AssertDescription: "The VPC must be the team's.",
            },
            { Assert: { "Fn::Contains": [{ "Fn::RefAll": "AWS::EC2::VPC::Id" }, { Ref: "Vpc" }] } },
          ],
        },
      },
      Resources: { Logs: { Type: "AWS::Logs::LogGroup" } },
    });
  const create = (vpcId: string | undefined, team: string) =>
    cloudformation.CreateStack({
      StackName: "rules",
      TemplateBody: body(team),
      Parameters: [
        { ParameterKey: "Vpc", ParameterValue: vpcId },
        { ParameterKey: "Nets", ParameterValue: Subnet?.SubnetId },
      ],
    });
  await expect(create(other?.VpcId, "blue")).rejects.toThrow(
    /The subnets must be the VPC's\..*The VPC must be the team's\./,
  );
  await expect(create(Vpc?.VpcId, "red")).rejects.toThrow("The VPC must be the team's.");
  await create(Vpc?.VpcId, "blue");
  expect((await settled("rules")).StackStatus).toBe("CREATE_COMPLETE");
});

it("an update overwrites what somebody has changed by hand, even if only a tag of the stack changes", async () => {
  const { cloudformation, logs } = aws();
  const TemplateBody = group({ LogGroupName: "drifting", RetentionInDays: 7 });
  await cloudformation.CreateStack({ StackName: "drift", TemplateBody, Tags: [{ Key: "a", Value: "1" }] });
  await settled("drift");
  await logs.PutRetentionPolicy({ logGroupName: "drifting", retentionInDays: 90 });
  await cloudformation.UpdateStack({ StackName: "drift", TemplateBody, Tags: [{ Key: "a", Value: "2" }] });
  expect((await settled("drift")).StackStatus).toBe("UPDATE_COMPLETE");
  const { logGroups = [] } = await logs.DescribeLogGroups({ logGroupNamePrefix: "drifting" });
  expect(logGroups[0]?.retentionInDays).toBe(7);
  const arn = logGroups[0]?.arn?.replace(/:\*$/, "");
  expect((await logs.ListTagsForResource({ resourceArn: arn })).tags).toMatchObject({ a: "2" });
});

it("what somebody has deleted by hand is missed by an update that would change it, and by no deletion", async () => {
  const { cloudformation, logs } = aws();
  const body = (days: number) =>
    JSON.stringify({
      Resources: {
        Gone: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "gone", RetentionInDays: days } },
        Other: { Type: "AWS::Logs::LogGroup", Properties: { RetentionInDays: 7 } },
      },
    });
  const { StackId } = await cloudformation.CreateStack({ StackName: "gone", TemplateBody: body(7) });
  await settled("gone");
  await logs.DeleteLogGroup({ logGroupName: "gone" });
  await cloudformation.UpdateStack({ StackName: "gone", TemplateBody: body(14) });
  // The way back needs it, too.
  expect((await settled("gone")).StackStatus).toBe("UPDATE_ROLLBACK_FAILED");
  const { StackEvents = [] } = await cloudformation.DescribeStackEvents({ StackName: "gone" });
  const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === "UPDATE_FAILED");
  expect(failed).toMatchObject({
    LogicalResourceId: "Gone",
    ResourceStatusReason: expect.stringMatching(/does not exist.*HandlerErrorCode: NotFound\)$/),
  });
  await cloudformation.DeleteStack({ StackName: "gone" });
  expect((await settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
});

it("a name that somebody has taken by hand stops a stack before anything is made", async () => {
  const { cloudformation, logs } = aws();
  await logs.CreateLogGroup({ logGroupName: "taken" });
  const { StackId } = await cloudformation.CreateStack({
    StackName: "taken",
    TemplateBody: group({ LogGroupName: "taken" }),
  });
  expect((await settled("taken")).StackStatus).toBe("ROLLBACK_COMPLETE");
  const { OperationEvents = [] } = await cloudformation.DescribeEvents({
    StackName: StackId,
    Filters: { FailedEvents: true },
  });
  expect(OperationEvents.map(({ ValidationStatusReason }) => ValidationStatusReason)).toContain(
    "Resource of type 'AWS::Logs::LogGroup' with identifier 'taken' already exists.",
  );
  expect((await logs.DescribeLogGroups({ logGroupNamePrefix: "taken" })).logGroups).toHaveLength(1);
});

it("what something else still uses cannot go, and the stack says so", async () => {
  const { cloudformation, ec2 } = aws();
  const { Vpc } = await ec2.CreateVpc({ CidrBlock: "10.7.0.0/16" });
  await cloudformation.CreateStack({
    StackName: "used",
    TemplateBody: JSON.stringify({
      Resources: {
        Net: { Type: "AWS::EC2::Subnet", Properties: { VpcId: Vpc?.VpcId, CidrBlock: "10.7.1.0/24" } },
        Group: { Type: "AWS::EC2::SecurityGroup", Properties: { VpcId: Vpc?.VpcId, GroupDescription: "used" } },
      },
      Outputs: { Net: { Value: { Ref: "Net" } }, Group: { Value: { "Fn::GetAtt": ["Group", "GroupId"] } } },
    }),
  });
  const { Outputs = [], StackId } = await settled("used");
  const output = (key: string) => Outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? "";
  const { NetworkInterface } = await ec2.CreateNetworkInterface({
    SubnetId: output("Net"),
    Groups: [output("Group")],
  });
  const begun = Date.now();
  await cloudformation.DeleteStack({ StackName: "used" });
  const failed = await settled(StackId);
  // CloudFormation goes on trying for a quarter of an hour.
  expect(((Date.now() - begun) / 1000) * aws().clock.speed).toBeGreaterThan(900);
  expect(failed.StackStatus).toBe("DELETE_FAILED");
  expect(failed.StackStatusReason).toMatch(
    /^The following resource\(s\) failed to delete: \[(Net, Group|Group, Net)\]\. $/,
  );
  const { StackResources = [] } = await cloudformation.DescribeStackResources({ StackName: StackId });
  expect(
    StackResources.map(({ ResourceStatusReason }) => ResourceStatusReason?.replace(/[0-9a-f-]{36}/g, "ID")),
  ).toEqual(
    expect.arrayContaining(
      [
        `The subnet '${output("Net")}' has dependencies and cannot be deleted.`,
        `resource ${output("Group")} has a dependent object`,
      ].map(
        (message) =>
          `Resource handler returned message: "${message} (Service: Ec2, Status Code: 400, Request ID: ID)" (RequestToken: ID, HandlerErrorCode: InvalidRequest)`,
      ),
    ),
  );
  await ec2.DeleteNetworkInterface({ NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId });
  await cloudformation.DeleteStack({ StackName: "used" });
  expect((await settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
});

it("a deletion waits for the network interfaces that a deleted load balancer has left", async () => {
  const { cloudformation, ec2, elbv2 } = aws();
  const subnet = (zone: string, third: number) => ({
    Type: "AWS::EC2::Subnet",
    Properties: { VpcId: { Ref: "Net" }, CidrBlock: `10.6.${third}.0/24`, AvailabilityZone: `eu-west-1${zone}` },
  });
  await cloudformation.CreateStack({
    StackName: "network",
    TemplateBody: JSON.stringify({
      Resources: {
        Net: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.6.0.0/16" } },
        A: subnet("a", 1),
        B: subnet("b", 2),
        Gateway: { Type: "AWS::EC2::InternetGateway" },
        Attachment: {
          Type: "AWS::EC2::VPCGatewayAttachment",
          Properties: { VpcId: { Ref: "Net" }, InternetGatewayId: { Ref: "Gateway" } },
        },
        Group: { Type: "AWS::EC2::SecurityGroup", Properties: { VpcId: { Ref: "Net" }, GroupDescription: "front" } },
      },
      Outputs: { A: { Value: { Ref: "A" } }, B: { Value: { Ref: "B" } }, Group: { Value: { Ref: "Group" } } },
    }),
  });
  const { Outputs = [], StackId } = await settled("network");
  const output = (key: string) => Outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? "";
  const { LoadBalancers: [balancer] = [] } = await elbv2.CreateLoadBalancer({
    ...{ Name: "front", Subnets: [output("A"), output("B")], SecurityGroups: [output("Group")] },
  });
  await elbv2.DeleteLoadBalancer({ LoadBalancerArn: balancer?.LoadBalancerArn });
  const left = async () =>
    (await ec2.DescribeNetworkInterfaces({ Filters: [{ Name: "group-id", Values: [output("Group")] }] }))
      .NetworkInterfaces;
  await cloudformation.DeleteStack({ StackName: "network" });
  expect(await left()).toHaveLength(2);
  expect((await settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
});
