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
  it("keeps subnets inside their VPC and apart", async () => {
    const { vpcId } = await network("10.1.0.0/16");
    const make = (CidrBlock: string) => refusal(aws().ec2.CreateSubnet({ VpcId: vpcId, CidrBlock }));
    expect(await make("10.1.1.128/25")).toEqual({
      code: "InvalidSubnet.Conflict",
      message: "The CIDR '10.1.1.128/25' conflicts with another subnet",
    });
    expect((await make("10.2.0.0/24")).code).toBe("InvalidSubnet.Range");
    expect((await make("10.1.9.0/29")).code).toBe("InvalidSubnet.Range");
  });

  it("hands out a subnet's addresses but for the five that are AWS's", async () => {
    const { ec2 } = aws();
    const { vpcId } = await network("10.2.0.0/16");
    const { Subnet } = await ec2.CreateSubnet({ VpcId: vpcId, CidrBlock: "10.2.200.0/28" });
    const SubnetId = Subnet?.SubnetId;
    expect(Subnet?.AvailableIpAddressCount).toBe(11);
    const addresses: (string | undefined)[] = [];
    for (let i = 0; i < 11; i++)
      addresses.push((await ec2.CreateNetworkInterface({ SubnetId })).NetworkInterface?.PrivateIpAddress);
    expect(addresses[0]).toBe("10.2.200.4");
    expect(addresses.at(-1)).toBe("10.2.200.14");
    expect(new Set(addresses).size).toBe(11);
    expect((await refusal(ec2.CreateNetworkInterface({ SubnetId }))).code).toBe("InsufficientFreeAddressesInSubnet");
  });

  it("deletes nothing that is in use", async () => {
    const { ec2 } = aws();
    const { vpcId, subnets } = await network("10.3.0.0/16");
    const group = async (GroupName: string) =>
      (await ec2.CreateSecurityGroup({ GroupName, Description: GroupName, VpcId: vpcId })).GroupId ?? "";
    const [front, back] = [await group("front"), await group("back")];
    const permission = {
      GroupId: back,
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId: front }] }],
    };
    await ec2.AuthorizeSecurityGroupIngress(permission);
    const { NetworkInterface } = await ec2.CreateNetworkInterface({ SubnetId: subnets[0], Groups: [back] });
    const inUse = [
      ec2.DeleteSecurityGroup({ GroupId: front }),
      ec2.DeleteSecurityGroup({ GroupId: back }),
      ec2.DeleteSubnet({ SubnetId: subnets[0] }),
      ec2.DeleteVpc({ VpcId: vpcId }),
    ];
    for (const call of inUse) expect((await refusal(call)).code).toBe("DependencyViolation");
    await ec2.DeleteNetworkInterface({ NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId });
    await ec2.DeleteSecurityGroup({ GroupId: back });
    await ec2.DeleteSecurityGroup({ GroupId: front });
    for (const SubnetId of subnets) await ec2.DeleteSubnet({ SubnetId });
    await ec2.DeleteVpc({ VpcId: vpcId });
    expect((await refusal(ec2.DescribeVpcs({ VpcIds: [vpcId] }))).code).toBe("InvalidVpcID.NotFound");
  });

  it("admits what a rule of any group covers, and nothing else", async () => {
    const { ec2 } = aws();
    const { vpcId } = await network("10.4.0.0/16");
    const make = async (GroupName: string) =>
      (await ec2.CreateSecurityGroup({ GroupName, Description: "d", VpcId: vpcId })).GroupId ?? "";
    const [front, back] = [await make("front"), await make("back")];
    await ec2.AuthorizeSecurityGroupIngress({
      GroupId: front,
      IpProtocol: "tcp",
      FromPort: 443,
      ToPort: 443,
      CidrIp: "203.0.113.0/24",
    });
    await ec2.AuthorizeSecurityGroupIngress({
      GroupId: back,
      IpPermissions: [{ IpProtocol: "tcp", FromPort: 0, ToPort: 65535, UserIdGroupPairs: [{ GroupId: front }] }],
    });
    const outsider = { groupIds: [], ip: "203.0.113.9" };
    expect(ec2.admits("ingress", [front], 443, outsider)).toBe(true);
    expect(ec2.admits("ingress", [front], 80, outsider)).toBe(false);
    expect(ec2.admits("ingress", [front], 443, { groupIds: [], ip: "198.51.100.9" })).toBe(false);
    expect(ec2.admits("ingress", [back], 8080, outsider)).toBe(false);
    expect(ec2.admits("ingress", [back], 8080, { groupIds: [front], ip: "10.4.0.4" })).toBe(true);
    expect(ec2.admits("egress", [front], 443, outsider)).toBe(true);
    await ec2.RevokeSecurityGroupEgress({
      GroupId: front,
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    });
    expect(ec2.admits("egress", [front], 443, outsider)).toBe(false);
    const again = ec2.AuthorizeSecurityGroupIngress({
      GroupId: front,
      IpProtocol: "tcp",
      FromPort: 443,
      ToPort: 443,
      CidrIp: "203.0.113.0/24",
    });
    expect((await refusal(again)).code).toBe("InvalidPermission.Duplicate");
  });

  it("takes a while to make and unmake a NAT gateway, which holds its address meanwhile", async () => {
    const { ec2 } = aws();
    const { vpcId, subnets } = await network("10.5.0.0/16");
    const { InternetGateway } = await ec2.CreateInternetGateway();
    await ec2.AttachInternetGateway({ InternetGatewayId: InternetGateway?.InternetGatewayId, VpcId: vpcId });
    const { AllocationId } = await ec2.AllocateAddress();
    const { NatGateway } = await ec2.CreateNatGateway({ SubnetId: subnets[0], AllocationId });
    const NatGatewayId = NatGateway?.NatGatewayId ?? "";
    const state = async () =>
      (await ec2.DescribeNatGateways({ NatGatewayIds: [NatGatewayId] })).NatGateways?.[0]?.State;
    expect(await state()).toBe("pending");
    await eventually(async () => (await state()) === "available");
    const detach = { InternetGatewayId: InternetGateway?.InternetGatewayId, VpcId: vpcId };
    expect((await refusal(ec2.DetachInternetGateway(detach))).code).toBe("DependencyViolation");
    const { NetworkInterfaces: [own] = [] } = await ec2.DescribeNetworkInterfaces({
      Filters: [{ Name: "description", Values: [`Interface for NAT Gateway ${NatGatewayId}`] }],
    });
    expect(own).toMatchObject({ InterfaceType: "nat_gateway", RequesterManaged: true, Status: "in-use" });
    const { AttachmentId } = own?.Attachment ?? {};
    expect(await refusal(ec2.DetachNetworkInterface({ AttachmentId }))).toEqual({
      code: "OperationNotPermitted",
      message: "You are not allowed to manage 'ela-attach' attachments.",
    });
    await ec2.DeleteNatGateway({ NatGatewayId });
    expect(await state()).toBe("deleting");
    expect((await refusal(ec2.ReleaseAddress({ AllocationId }))).code).toBe("InvalidIPAddress.InUse");
    await eventually(async () => (await state()) === "deleted");
    await ec2.ReleaseAddress({ AllocationId });
    await ec2.DetachInternetGateway(detach);
  });

  it("fails a NAT gateway whose VPC has no internet gateway", async () => {
    const { ec2 } = aws();
    const subnetId = (await ec2.DescribeSubnets({ Filters: [{ Name: "cidr-block", Values: ["10.4.0.0/24"] }] }))
      .Subnets?.[0]?.SubnetId;
    const { AllocationId } = await ec2.AllocateAddress();
    const { NatGateway } = await ec2.CreateNatGateway({ SubnetId: subnetId, AllocationId });
    const describe = async () =>
      (await ec2.DescribeNatGateways({ NatGatewayIds: [NatGateway?.NatGatewayId ?? ""] })).NatGateways?.[0];
    await eventually(async () => (await describe())?.State === "failed");
    expect((await describe())?.FailureCode).toBe("Gateway.NotAttached");
    await ec2.ReleaseAddress({ AllocationId });
  });

  it("gives an account five elastic addresses", async () => {
    const { ec2 } = aws();
    const made: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) made.push((await ec2.AllocateAddress()).AllocationId);
    expect((await refusal(ec2.AllocateAddress())).code).toBe("AddressLimitExceeded");
    for (const AllocationId of made) await ec2.ReleaseAddress({ AllocationId });
  });

  it("tells the account's region", async () => {
    const { ec2 } = aws();
    const { Regions } = await ec2.DescribeRegions({ Filters: [{ Name: "opt-in-status", Values: ["opt-in-not-*"] }] });
    expect(Regions?.map(({ RegionName, Endpoint }) => [RegionName, Endpoint])).toEqual([
      ["eu-west-1", "ec2.eu-west-1.amazonaws.com"],
    ]);
    expect((await refusal(ec2.DescribeRegions({ RegionNames: ["us-east-1"] }))).code).toBe("InvalidParameterValue");
  });

  it("refuses filters and parameters that it would have to ignore", async () => {
    const { ec2 } = aws();
    const filter = ec2.DescribeVpcs({ Filters: [{ Name: "ipv6-cidr-block-association.state", Values: ["x"] }] });
    expect((await refusal(filter)).code).toBe("NotImplementedByLocalAws");
    const ipv6 = ec2.CreateVpc({ CidrBlock: "10.9.0.0/16", AmazonProvidedIpv6CidrBlock: true });
    expect((await refusal(ipv6)).message).toContain("AmazonProvidedIpv6CidrBlock");
  });
});
