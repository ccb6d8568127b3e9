import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Account, createAws } from "../../../../local/aws/account.js";
import { startProxy } from "../../../../local/edge/proxy.js";
import { eventually } from "../../aws/elbv2/world.js";

const run = promisify(execFile);
const domain = "app.example.com";

/**
 * A visitor in a process of its own: plain `fetch` with a cookie jar, which knows nothing of ports or addresses. It
 * follows the redirects to the sign-in page, fills in the form, and comes back.
 */
const visitor = `
  const jar = new Map();
  const trail = [];
  const visit = async (url, init = {}) => {
    const host = new URL(url).host;
    const cookies = jar.get(host) ?? new Map();
    jar.set(host, cookies);
    const cookie = [...cookies].map(([name, value]) => name + "=" + value).join("; ");
    const response = await fetch(url, { redirect: "manual", ...init, headers: { ...init.headers, cookie } });
    trail.push(response.status);
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
      if (/Max-Age=0|1970/i.test(set)) cookies.delete(name); else cookies.set(name, value);
    }
    const location = response.headers.get("location");
    return location ? visit(new URL(location, url).href) : { url, text: await response.text() };
  };
  const page = await visit("https://app.example.com/hello?to=me");
  const action = /<form[^>]*action="([^"]+)"/.exec(page.text)[1].replaceAll("&amp;", "&");
  const form = new URLSearchParams({ username: "ann@example.com", password: "Correct-horse-9" });
  for (const [, tag] of page.text.matchAll(/<input([^>]*type="hidden"[^>]*)>/g)) {
    form.set(/name="([^"]*)"/.exec(tag)[1], /value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  const app = await visit(new URL(action, page.url).href, { method: "POST", body: form });
  console.log(JSON.stringify({ trail, signIn: new URL(page.url).host, url: app.url, text: app.text }));
`;

describe("a signed-in app on the local AWS", () => {
  let directory: string;
  let aws: Account;
  let app: Server;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "end-to-end-"));
    aws = await createAws({ directory, speed: 2000 });
    app = createServer((req, res) => {
      const payload = String(req.headers["x-amzn-oidc-data"] ?? "").split(".")[1] ?? "";
      const claims = payload === "" ? {} : JSON.parse(Buffer.from(payload, "base64url").toString());
      res.end(`${req.url} ${claims.email}`);
    });
    await new Promise<void>((listening) => app.listen(0, "127.0.0.1", listening));
  });
  afterEach(async () => {
    await aws.close();
    app.closeAllConnections();
    app.close();
    await rm(directory, { recursive: true });
  });

  it("greets a user who has signed in on Cognito's page, in a process that knows names alone", async () => {
    await build(aws, (app.address() as AddressInfo).port);
    await aws.network.settled();
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", visitor], {
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${resolve("build/local/edge/hosts.cjs")}`,
        LOCAL_AWS_HOSTS: aws.hostsFile,
        NODE_EXTRA_CA_CERTS: aws.authority.certificateFile,
      },
    });
    expect(JSON.parse(stdout)).toEqual({
      trail: [302, 302, 200, 302, 302, 200],
      signIn: "my-app-1234.auth.eu-west-1.amazoncognito.com",
      url: "https://app.example.com/hello?to=me",
      text: "/hello?to=me ann@example.com",
    });

    const proxy = await startProxy(aws.network);
    try {
      const curl = await run("curl", [
        "--silent",
        "--proxy",
        proxy.url,
        "--cacert",
        aws.authority.certificateFile,
        "--write-out",
        "%{http_version} %{http_code} %{ssl_verify_result}",
        "--output",
        "/dev/null",
        `https://${domain}/`,
      ]);
      expect(curl.stdout).toBe("2 302 0");
    } finally {
      await proxy.close();
    }
  }, 30_000);
});

/** Everything that such an app needs, by way of AWS's operations. */
async function build({ ec2, route53, acm, cognito, elbv2, network }: Account, port: number): Promise<void> {
  const zone = await route53.CreateHostedZone({ Name: "example.com", CallerReference: "1" });
  const HostedZoneId = zone.HostedZone?.Id ?? "";
  const record = (ResourceRecordSet: object) =>
    route53.ChangeResourceRecordSets({
      HostedZoneId,
      ChangeBatch: { Changes: [{ Action: "UPSERT", ResourceRecordSet: ResourceRecordSet as never }] },
    });

  const vpc = (await ec2.CreateVpc({ CidrBlock: "10.0.0.0/16" })).Vpc?.VpcId ?? "";
  const gateway = (await ec2.CreateInternetGateway({})).InternetGateway?.InternetGatewayId ?? "";
  await ec2.AttachInternetGateway({ InternetGatewayId: gateway, VpcId: vpc });
  const { RouteTables = [] } = await ec2.DescribeRouteTables({ Filters: [{ Name: "vpc-id", Values: [vpc] }] });
  const RouteTableId = RouteTables[0]?.RouteTableId ?? "";
  await ec2.CreateRoute({ RouteTableId, DestinationCidrBlock: "0.0.0.0/0", GatewayId: gateway });
  const subnets: string[] = [];
  for (const [index, zoneName] of ["eu-west-1a", "eu-west-1b"].entries()) {
    const made = await ec2.CreateSubnet({ VpcId: vpc, CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: zoneName });
    subnets.push(made.Subnet?.SubnetId ?? "");
  }
  const group = async (GroupName: string, IpPermissions: object[]) => {
    const GroupId = (await ec2.CreateSecurityGroup({ GroupName, Description: GroupName, VpcId: vpc })).GroupId ?? "";
    await ec2.AuthorizeSecurityGroupIngress({ GroupId, IpPermissions });
    return GroupId;
  };
  const front = await group("front", [
    { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
  ]);
  const tasks = await group("tasks", [
    { IpProtocol: "tcp", FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId: front }] },
  ]);
  const task = await ec2.CreateNetworkInterface({ SubnetId: subnets[0] ?? "", Groups: [tasks] });
  const { PrivateIpAddress: ip = "", NetworkInterfaceId: id = "" } = task.NetworkInterface ?? {};
  network.bind(id, 80, { host: "127.0.0.1", port });

  const requested = await acm.RequestCertificate({ DomainName: domain, ValidationMethod: "DNS" });
  const CertificateArn = requested.CertificateArn ?? "";
  const validation = await eventually(async () => {
    const { Certificate } = await acm.DescribeCertificate({ CertificateArn });
    return Certificate?.DomainValidationOptions?.[0]?.ResourceRecord;
  });
  await record({ Name: validation.Name, Type: "CNAME", TTL: 300, ResourceRecords: [{ Value: validation.Value }] });
  await eventually(() => acm.issued(CertificateArn));

  const pool = await cognito.CreateUserPool({ PoolName: "pool", UsernameAttributes: ["email"] });
  const UserPoolId = pool.UserPool?.Id ?? "";
  await cognito.CreateUserPoolDomain({ UserPoolId, Domain: "my-app-1234" });
  const client = await cognito.CreateUserPoolClient({
    UserPoolId,
    ClientName: "app",
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "email"],
    SupportedIdentityProviders: ["COGNITO"],
    CallbackURLs: [`https://${domain}/oauth2/idpresponse`],
  });
  await cognito.AdminCreateUser({
    UserPoolId,
    Username: "ann@example.com",
    UserAttributes: [
      { Name: "email", Value: "ann@example.com" },
      { Name: "email_verified", Value: "true" },
    ],
  });
  await cognito.AdminSetUserPassword({
    UserPoolId,
    Username: "ann@example.com",
    Password: "Correct-horse-9",
    Permanent: true,
  });

  const balancer = await elbv2.CreateLoadBalancer({ Name: "web", Subnets: subnets, SecurityGroups: [front] });
  const { LoadBalancerArn = "", DNSName, CanonicalHostedZoneId } = balancer.LoadBalancers?.[0] ?? {};
  await record({
    Name: domain,
    Type: "A",
    AliasTarget: { DNSName, HostedZoneId: CanonicalHostedZoneId, EvaluateTargetHealth: false },
  });
  const made = await elbv2.CreateTargetGroup({ Name: "app", Protocol: "HTTP", Port: 80, TargetType: "ip", VpcId: vpc });
  const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? "";
  await elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: ip }] });
  await elbv2.CreateListener({
    LoadBalancerArn,
    Port: 443,
    Protocol: "HTTPS",
    SslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    Certificates: [{ CertificateArn }],
    DefaultActions: [
      {
        Type: "authenticate-cognito",
        Order: 1,
        AuthenticateCognitoConfig: {
          UserPoolArn: pool.UserPool?.Arn,
          UserPoolClientId: client.UserPoolClient?.ClientId,
          UserPoolDomain: "my-app-1234",
          Scope: "openid email",
        },
      },
      { Type: "forward", Order: 2, TargetGroupArn },
    ],
  });
  await eventually(async () => {
    const { TargetHealthDescriptions = [] } = await elbv2.DescribeTargetHealth({ TargetGroupArn });
    return TargetHealthDescriptions[0]?.TargetHealth?.State === "healthy" || undefined;
  });
}
