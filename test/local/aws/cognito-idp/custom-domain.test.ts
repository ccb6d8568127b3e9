import { request } from "node:https";
import type { TLSSocket } from "node:tls";
import type { Call } from "../../../../local/aws/aws.js";
import { account, eventually, refusal } from "../server/account.js";

const aws = account();
const IN_US_EAST_1: Call = { service: "acm", operation: "", requestId: "", accessKeyId: "", region: "us-east-1" };
const CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

let zone: string;
let poolId: string;
beforeAll(async () => {
  zone = (await aws().route53.CreateHostedZone({ Name: "example.com", CallerReference: "1" })).HostedZone?.Id ?? "";
  poolId = (await aws().cognito.CreateUserPool({ PoolName: "pool" })).UserPool?.Id ?? "";
});

type Change = NonNullable<Parameters<ReturnType<typeof aws>["route53"]["ChangeResourceRecordSets"]>[0]["ChangeBatch"]>;
const put = (record: NonNullable<NonNullable<Change["Changes"]>[number]["ResourceRecordSet"]>) =>
  aws().route53.ChangeResourceRecordSets({
    HostedZoneId: zone,
    ChangeBatch: { Changes: [{ Action: "UPSERT", ResourceRecordSet: record }] },
  });
const address = (Name: string) => put({ Name, Type: "A", TTL: 60, ResourceRecords: [{ Value: "192.0.2.1" }] });
const alias = (Name: string, DNSName: string) =>
  put({ Name, Type: "A", AliasTarget: { DNSName, HostedZoneId: CLOUDFRONT_ZONE, EvaluateTargetHealth: false } });

/** A certificate of the local authority, which ACM has in that region. */
async function certificate(names: readonly string[], call = IN_US_EAST_1): Promise<string> {
  const { certificatePem, privateKeyPem } = await aws().authority.issue({ names });
  const { CertificateArn = "" } = await aws().acm.ImportCertificate(
    { Certificate: Buffer.from(certificatePem), PrivateKey: Buffer.from(privateKeyPem) },
    call,
  );
  return CertificateArn;
}

const create = async (Domain: string, CertificateArn: string) =>
  aws().cognito.CreateUserPoolDomain({ UserPoolId: poolId, Domain, CustomDomainConfig: { CertificateArn } });
const described = (Domain: string) => aws().cognito.DescribeUserPoolDomain({ Domain }).DomainDescription;

/** What a client without a hosts file of its own gets from a public name: status, body, and the certificate's names. */
function get(host: string, path: string): Promise<{ status: number; body: string; names: string }> {
  const found = aws().network.resolve(host, 443);
  if ("error" in found) return Promise.reject(new Error(found.error));
  return new Promise((resolve, reject) => {
    const ca = aws().authority.certificatePem;
    request({ ...found.address, path, servername: host, ca, agent: false, headers: { host } }, (response) => {
      const names = (response.socket as TLSSocket).getPeerCertificate().subjectaltname ?? "";
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, names }));
    })
      .once("error", reject)
      .end();
  });
}

describe("a custom domain", () => {
  it("needs a parent with an A record, a certificate in us-east-1, and one that covers it", async () => {
    const good = await certificate(["auth.example.com"]);
    expect(await refusal(create("auth.example.com", good))).toEqual({
      code: "InvalidParameterException",
      message:
        "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain.",
    });
    await address("example.com");
    expect((await refusal(create("example.com", await certificate(["example.com"])))).message).toContain(
      "not a valid subdomain",
    );
    const elsewhere = await certificate(["auth.example.com"], { ...IN_US_EAST_1, region: "eu-west-1" });
    expect((await refusal(create("auth.example.com", elsewhere))).message).toContain("isn't in us-east-1 region");
    const other = await certificate(["login.example.com"]);
    expect((await refusal(create("auth.example.com", other))).message).toContain("doesn't cover");
    const config = { UserPoolId: poolId, Domain: "auth.example.com" };
    expect((await refusal(Promise.resolve().then(() => aws().cognito.CreateUserPoolDomain(config)))).message).toContain(
      "contains an invalid character",
    );
  });

  it("is CREATING, then ACTIVE, and its pages are there once a record leads to its distribution", async () => {
    const arn = await certificate(["auth.example.com"]);
    const { CloudFrontDomain = "" } = await create("auth.example.com", arn);
    expect(CloudFrontDomain).toMatch(/^d[a-z0-9]{13}\.cloudfront\.net$/);
    expect(described("auth.example.com")).toMatchObject({
      Status: "CREATING",
      CloudFrontDistribution: CloudFrontDomain,
      CustomDomainConfig: { CertificateArn: arn },
    });
    await eventually(async () => described("auth.example.com")?.Status === "ACTIVE");
    expect(aws().network.resolve("auth.example.com", 443)).toEqual({ error: "ENOTFOUND" });
    expect((await refusal(alias("auth.example.com", "dnothing.cloudfront.net"))).code).toBe("InvalidChangeBatch");
    await alias("auth.example.com", CloudFrontDomain);

    const { UserPoolClient } = aws().cognito.CreateUserPoolClient({
      UserPoolId: poolId,
      ClientName: "app",
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid"],
      SupportedIdentityProviders: ["COGNITO"],
      CallbackURLs: ["https://app.example.com/"],
    });
    const query = `client_id=${UserPoolClient?.ClientId}&redirect_uri=https%3A%2F%2Fapp.example.com%2F&response_type=code`;
    const page = await get("auth.example.com", `/login?${query}`);
    expect(page).toMatchObject({ status: 200, names: "DNS:auth.example.com" });
    expect(page.body).toContain('type="password"');
  });

  it("stands beside a prefix domain, keeps pool and certificate from being deleted, and shows a new certificate", async () => {
    const { cognito, acm } = aws();
    cognito.CreateUserPoolDomain({ UserPoolId: poolId, Domain: "beside-it" });
    const { UserPool } = cognito.DescribeUserPool({ UserPoolId: poolId });
    expect(UserPool).toMatchObject({ Domain: "beside-it", CustomDomain: "auth.example.com" });
    await eventually(async () => described("beside-it")?.Status === "ACTIVE");
    const { names } = await get("beside-it.auth.eu-west-1.amazoncognito.com", "/login");
    expect(names).toBe("DNS:*.auth.eu-west-1.amazoncognito.com");
    cognito.DeleteUserPoolDomain({ UserPoolId: poolId, Domain: "beside-it" });
    const pool = Promise.resolve().then(() => cognito.DeleteUserPool({ UserPoolId: poolId }));
    expect((await refusal(pool)).message).toContain("It has a domain configured");

    const old = described("auth.example.com")?.CustomDomainConfig?.CertificateArn ?? "";
    const inUse = await acm.DescribeCertificate({ CertificateArn: old }, IN_US_EAST_1);
    expect(inUse.Certificate?.InUseBy?.[0]).toMatch(/^arn:aws:cloudfront::\d{12}:distribution\/E/);
    expect((await refusal(acm.DeleteCertificate({ CertificateArn: old }, IN_US_EAST_1))).code).toBe(
      "ResourceInUseException",
    );
    const CertificateArn = await certificate(["*.example.com"]);
    cognito.UpdateUserPoolDomain({
      UserPoolId: poolId,
      Domain: "auth.example.com",
      CustomDomainConfig: { CertificateArn },
    });
    expect((await get("auth.example.com", "/login")).names).toBe("DNS:*.example.com");
    await acm.DeleteCertificate({ CertificateArn: old }, IN_US_EAST_1);
  });

  it("is gone once it is deleted, and no more than four exist", async () => {
    const { cognito } = aws();
    const arn = await certificate(["*.example.com"]);
    const more = async (Domain: string) => {
      const { UserPool } = await cognito.CreateUserPool({ PoolName: Domain });
      return cognito.CreateUserPoolDomain({
        UserPoolId: UserPool?.Id,
        Domain,
        CustomDomainConfig: { CertificateArn: arn },
      });
    };
    for (const name of ["b", "c", "d"]) await more(`${name}.example.com`);
    expect((await refusal(more("e.example.com"))).code).toBe("LimitExceededException");
    cognito.DeleteUserPoolDomain({ UserPoolId: poolId, Domain: "auth.example.com" });
    expect(described("auth.example.com")).toEqual({});
    expect("error" in aws().network.resolve("auth.example.com", 443)).toBe(true);
  });
});

describe("CloudFormation", () => {
  const TEMPLATE = `
Parameters: { Certificate: { Type: String }, Zone: { Type: String } }
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Parent:
    Type: AWS::Route53::RecordSet
    Properties: { HostedZoneId: !Ref Zone, Name: team.example.com, Type: A, TTL: "60", ResourceRecords: [192.0.2.1] }
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    DependsOn: Parent
    Properties:
      UserPoolId: !Ref Pool
      Domain: auth.team.example.com
      ManagedLoginVersion: 2
      CustomDomainConfig: { CertificateArn: !Ref Certificate }
  Record:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Zone
      Name: auth.team.example.com
      Type: A
      AliasTarget: { HostedZoneId: ${CLOUDFRONT_ZONE}, DNSName: !GetAtt Domain.CloudFrontDistribution }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid]
      SupportedIdentityProviders: [COGNITO]
      CallbackURLs: [https://app.example.com/]
  Branding:
    Type: AWS::Cognito::ManagedLoginBranding
    Properties: { UserPoolId: !Ref Pool, ClientId: !Ref Client, UseCognitoProvidedValues: true }
Outputs:
  Client: { Value: !Ref Client }
  Branding: { Value: !GetAtt Branding.ManagedLoginBrandingId }
`;

  async function settled(StackName: string) {
    for (;;) {
      const [stack] = (await aws().cloudformation.DescribeStacks({ StackName })).Stacks ?? [];
      if (stack && !stack.StackStatus?.endsWith("IN_PROGRESS")) return stack;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  it("makes a custom domain with managed login and its branding, and takes them away again", async () => {
    const { cloudformation, cognito } = aws();
    const { StackId = "" } = await cloudformation.CreateStack({
      StackName: "sign-in",
      TemplateBody: TEMPLATE,
      Parameters: [
        { ParameterKey: "Certificate", ParameterValue: await certificate(["auth.team.example.com"]) },
        { ParameterKey: "Zone", ParameterValue: zone.replace("/hostedzone/", "") },
      ],
    });
    const stack = await settled(StackId);
    expect([stack.StackStatus, stack.StackStatusReason]).toEqual(["CREATE_COMPLETE", undefined]);
    const output = (key: string) => stack.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
    const UserPoolId = described("auth.team.example.com")?.UserPoolId;
    const byClient = cognito.DescribeManagedLoginBrandingByClient({ UserPoolId, ClientId: output("Client") });
    expect(byClient.ManagedLoginBranding?.ManagedLoginBrandingId).toBe(output("Branding"));
    const query = `client_id=${output("Client")}&redirect_uri=https%3A%2F%2Fapp.example.com%2F&response_type=code`;
    expect(await get("auth.team.example.com", `/login?${query}`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('name="username"'),
    });
    await cloudformation.DeleteStack({ StackName: StackId });
    expect((await settled(StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(described("auth.team.example.com")).toEqual({});
  });
});
