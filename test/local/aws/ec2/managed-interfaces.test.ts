import { account, eventually, refusal } from "../server/account.js";

const aws = account({ speed: 2000 });

async function network(cidr: string) {
  const { ec2 } = aws();
  const vpcId = (await ec2.CreateVpc({ CidrBlock: cidr })).Vpc?.VpcId ?? "";
  const block = cidr.replace("0.0/16", "");
  const subnet = async (third: number) => {
    const { Subnet } = await ec2.CreateSubnet({ VpcId: vpcId, CidrBlock: `${block}${third}.0/24` });
    return Subnet?.SubnetId ?? "";
  };
  return { vpcId, subnets: [await subnet(0), await subnet(1)] as const };
}

describe("EC2", () => {
  it("keeps a load balancer's interfaces for minutes after it, to hold back what they use, and lets nobody touch them", async () => {
    const { ec2, elbv2 } = aws();
    const { vpcId, subnets } = await network("10.6.0.0/16");
    const { InternetGateway } = await ec2.CreateInternetGateway();
    const attachment = { InternetGatewayId: InternetGateway?.InternetGatewayId, VpcId: vpcId };
    await ec2.AttachInternetGateway(attachment);
    const other = { VpcId: vpcId, CidrBlock: "10.6.9.0/24", AvailabilityZone: "eu-west-1b" };
    const { Subnet } = await ec2.CreateSubnet(other);
    const { GroupId = "" } = await ec2.CreateSecurityGroup({ GroupName: "front", Description: "d", VpcId: vpcId });
    const { LoadBalancers: [made] = [] } = await elbv2.CreateLoadBalancer({
      ...{ Name: "held", Subnets: [subnets[0], Subnet?.SubnetId ?? ""], SecurityGroups: [GroupId] },
    });
    const interfaces = async () =>
      (await ec2.DescribeNetworkInterfaces({ Filters: [{ Name: "group-id", Values: [GroupId] }] })).NetworkInterfaces;
    const [first, ...others] = (await interfaces()) ?? [];
    expect(others).toHaveLength(1);
    expect(first).toMatchObject({
      Description: `ELB ${made?.LoadBalancerArn?.split("loadbalancer/")[1]}`,
      ...{ RequesterManaged: true, RequesterId: "amazon-elb", InterfaceType: "interface", Status: "in-use" },
      Attachment: { InstanceOwnerId: "amazon-elb", Status: "attached" },
      Association: { IpOwnerId: "amazon-elb", PublicIp: expect.stringMatching(/^198\.18\./) },
    });
    await elbv2.DeleteLoadBalancer({ LoadBalancerArn: made?.LoadBalancerArn });
    const { NetworkInterfaceId, Attachment } = first ?? {};
    expect(
      await Promise.all([
        refusal(ec2.DeleteSecurityGroup({ GroupId })),
        refusal(ec2.DeleteSubnet({ SubnetId: subnets[0] })),
        refusal(ec2.DetachInternetGateway(attachment)),
        refusal(ec2.DeleteNetworkInterface({ NetworkInterfaceId })),
        refusal(ec2.ModifyNetworkInterfaceAttribute({ NetworkInterfaceId, Groups: [GroupId] })),
        refusal(ec2.DetachNetworkInterface({ AttachmentId: Attachment?.AttachmentId, Force: true })),
      ]),
    ).toEqual([
      { code: "DependencyViolation", message: `resource ${GroupId} has a dependent object` },
      {
        code: "DependencyViolation",
        message: `The subnet '${subnets[0]}' has dependencies and cannot be deleted.`,
      },
      {
        code: "DependencyViolation",
        message: `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
      },
      {
        code: "InvalidParameterValue",
        message: `Network interface '${NetworkInterfaceId}' is currently in use.`,
      },
      { code: "AuthFailure", message: "You do not have permission to access the specified resource." },
      { code: "AuthFailure", message: "You do not have permission to access the specified resource." },
    ]);
    await eventually(async () => (await interfaces())?.length === 0);
    await ec2.DeleteSecurityGroup({ GroupId });
    await ec2.DetachInternetGateway(attachment);
    await ec2.DeleteSubnet({ SubnetId: subnets[0] });
  });

  it("knows where a subnet's default route leads: a NAT gateway needs a way out itself", async () => {
    const { ec2 } = aws();
    const { vpcId, subnets } = await network("10.8.0.0/16");
    const [pub, priv] = subnets;
    const { InternetGateway } = await ec2.CreateInternetGateway();
    const attachment = { InternetGatewayId: InternetGateway?.InternetGatewayId, VpcId: vpcId };
    await ec2.AttachInternetGateway(attachment);
    const table = async (SubnetId: string) => {
      const { RouteTable } = await ec2.CreateRouteTable({ VpcId: vpcId });
      const { AssociationId } = await ec2.AssociateRouteTable({ RouteTableId: RouteTable?.RouteTableId, SubnetId });
      return { RouteTableId: RouteTable?.RouteTableId, DestinationCidrBlock: "0.0.0.0/0", AssociationId };
    };
    const [ofPublic, ofPrivate] = [await table(pub), await table(priv)];
    const ways = () => [ec2.wayOut(pub), ec2.wayOut(priv)];
    expect(ways()).toEqual([undefined, undefined]);
    const { AllocationId } = await ec2.AllocateAddress();
    const { NatGateway } = await ec2.CreateNatGateway({ SubnetId: pub, AllocationId });
    const { AssociationId: _, ...route } = ofPrivate;
    await ec2.CreateRoute({ ...route, NatGatewayId: NatGateway?.NatGatewayId });
    const natState = async () =>
      (await ec2.DescribeNatGateways({ NatGatewayIds: [NatGateway?.NatGatewayId ?? ""] })).NatGateways?.[0]?.State;
    await eventually(async () => (await natState()) === "available");
    expect(ways()).toEqual([undefined, undefined]);
    const toInternet = { RouteTableId: ofPublic.RouteTableId, DestinationCidrBlock: "0.0.0.0/0" };
    await ec2.CreateRoute({ ...toInternet, GatewayId: attachment.InternetGatewayId });
    expect(ways()).toEqual(["internet gateway", "NAT gateway"]);
    await ec2.DeleteNatGateway({ NatGatewayId: NatGateway?.NatGatewayId });
    expect(ways()).toEqual(["internet gateway", undefined]);
    await eventually(async () => (await natState()) === "deleted");
    await ec2.DetachInternetGateway(attachment);
    expect(ways()).toEqual([undefined, undefined]);
  });
});
