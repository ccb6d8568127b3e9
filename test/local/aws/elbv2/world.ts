import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Aws } from "../../../../local/aws/aws.js";
import { checkCallsFromInside } from "../../../../local/aws/calls-from-inside.js";
import { createClock } from "../../../../local/aws/clock.js";
import { CloudWatch } from "../../../../local/aws/cloudwatch/cloudwatch.js";
import { durations } from "../../../../local/aws/durations.js";
import { Ec2 } from "../../../../local/aws/ec2/ec2.js";
import { ElasticLoadBalancing } from "../../../../local/aws/elbv2/elastic-load-balancing.js";
import { AwsError } from "../../../../local/aws/errors.js";
import { createRandom } from "../../../../local/aws/random.js";
import { createCertificateAuthority, type IssuedCertificate } from "../../../../local/edge/certificate-authority.js";
import { Network } from "../../../../local/edge/network.js";

/** An account with a network of two subnets, and stand-ins for the services that only answer questions here. */
export interface World {
  readonly aws: Aws;
  readonly elbv2: ElasticLoadBalancing;
  readonly vpcId: string;
  readonly subnets: string[];
  /** Lets 80 and 443 in from everywhere, and everything out. */
  readonly group: string;
  readonly routeTable: string;
  /** ARN of an issued certificate for those names. */
  certificate(...names: string[]): Promise<string>;
  /** Puts a server at a private address of its own, as a task would have it, and gives the address. */
  target(handler: RequestListener, port?: number): Promise<Target>;
  close(): Promise<void>;
}

export interface Target {
  readonly ip: string;
  readonly server: Server;
  stop(): Promise<void>;
}

export async function createWorld({
  speed = 1000,
  cognito = {},
}: {
  speed?: number;
  cognito?: object;
} = {}): Promise<World> {
  const directory = await mkdtemp(join(tmpdir(), "elbv2-"));
  const stopping = new AbortController();
  const certificates = new Map<string, IssuedCertificate & { names: string[] }>();
  const aws = {
    partition: "aws",
    accountId: "123456789012",
    region: "eu-west-1",
    clock: createClock(speed),
    random: createRandom(1),
    durations,
    stopping: stopping.signal,
    authority: await createCertificateAuthority({ directory }),
    route53: { lookup: () => undefined, ListHostedZones: async () => ({}) },
    // Every service's own role is there.
    iam: { roleArn: (name: string) => `arn:aws:iam::123456789012:role/${name}` },
    acm: {
      issued: (arn: string) => certificates.get(arn),
      isUsable: (arn: string) => certificates.has(arn),
      DescribeCertificate: async ({ CertificateArn }: { CertificateArn: string }) => {
        if (CertificateArn.endsWith("/pending")) return {};
        throw new AwsError("ResourceNotFoundException", "Could not find the certificate");
      },
    },
    cognito,
  } as unknown as Aws;
  const network = new Network({ hostsFile: join(directory, "hosts.json"), aws });
  const ec2 = new Ec2(aws);
  Object.assign(aws, { network, ec2, cloudwatch: new CloudWatch(aws) });
  const elbv2 = new ElasticLoadBalancing(aws);
  Object.assign(aws, { elbv2 });
  checkCallsFromInside({ ec2, elbv2 });

  const vpcId = (await ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" })).Vpc?.VpcId ?? "";
  const gateway = (await ec2.CreateInternetGateway({})).InternetGateway?.InternetGatewayId ?? "";
  await ec2.AttachInternetGateway({ InternetGatewayId: gateway, VpcId: vpcId });
  const { RouteTables = [] } = await ec2.DescribeRouteTables({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] });
  const RouteTableId = RouteTables[0]?.RouteTableId ?? "";
  await ec2.CreateRoute({ RouteTableId, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway });
  const subnets = await Promise.all(
    ["a", "b"].map(async (zone, index) => {
      const created = await ec2.CreateSubnet({
        VpcId: vpcId,
        CidrBlock: `10.0.${index}.0/24`,
        AvailabilityZone: `eu-west-1${zone}`,
      });
      return created.Subnet?.SubnetId ?? "";
    }),
  );
  const created = await ec2.CreateSecurityGroup({ GroupName: "open", Description: "open", VpcId: vpcId });
  const group = created.GroupId ?? "";
  const ports = { IpProtocol: "tcp", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  await ec2.AuthorizeSecurityGroupIngress({
    GroupId: group,
    IpPermissions: [80, 443].map((port) => ({ ...ports, FromPort: port, ToPort: port })),
  });
  const targets: Target[] = [];
  return {
    aws,
    elbv2,
    vpcId,
    subnets,
    group,
    routeTable: RouteTableId,
    certificate: async (...names) => {
      const arn = `arn:aws:acm:eu-west-1:123456789012:certificate/${certificates.size}`;
      certificates.set(arn, { ...(await aws.authority.issue({ names })), names });
      return arn;
    },
    target: async (handler, port = 80) => {
      // The signed claims of a user may have 11K.
      const server = createServer({ maxHeaderSize: 64 * 1024 }, handler);
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const made = await ec2.CreateNetworkInterface({ SubnetId: subnets[0] ?? "", Groups: [group] });
      const { PrivateIpAddress: ip = "", NetworkInterfaceId: id = "" } = made.NetworkInterface ?? {};
      const unbind = network.bind(id, port, { host: "127.0.0.1", port: (server.address() as AddressInfo).port });
      const stop = async () => {
        unbind();
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      };
      const target = { ip, server, stop };
      targets.push(target);
      return target;
    },
    close: async () => {
      stopping.abort();
      await elbv2.close();
      await network.close();
      await Promise.all(targets.filter(({ server }) => server.listening).map((target) => target.stop()));
      await rm(directory, { recursive: true });
    },
  };
}

/** Resolves once `probe` gives something that is not undefined; a test's own time limit is the limit. */
export async function eventually<T>(probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Creates an active load balancer with that name. */
export async function activeLoadBalancer({ elbv2, subnets, group }: World, Name = "web") {
  const created = await elbv2.CreateLoadBalancer({ Name, Subnets: subnets, SecurityGroups: [group] });
  const arn = created.LoadBalancers?.[0]?.LoadBalancerArn ?? "";
  return eventually(async () => {
    const [found] = (await elbv2.DescribeLoadBalancers({ LoadBalancerArns: [arn] })).LoadBalancers ?? [];
    return found?.State?.Code === "active" ? { arn, dnsName: found.DNSName ?? "" } : undefined;
  });
}
