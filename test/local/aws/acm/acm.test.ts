import { X509Certificate } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CertificateAuthority, createCertificateAuthority } from "../../../../local/edge/certificate-authority.js";
import { account, eventually, refusal } from "../server/account.js";

const aws = account();

async function request(domain: string, IdempotencyToken?: string) {
  const { CertificateArn = "" } = await aws().acm.RequestCertificate({
    DomainName: domain,
    SubjectAlternativeNames: [`*.${domain}`],
    ValidationMethod: "DNS",
    IdempotencyToken,
  });
  return CertificateArn;
}

const describe_ = async (arn: string) => (await aws().acm.DescribeCertificate({ CertificateArn: arn })).Certificate;

async function putRecord(HostedZoneId: string, arn: string): Promise<void> {
  const record = (await describe_(arn))?.DomainValidationOptions?.[0]?.ResourceRecord;
  await aws().route53.ChangeResourceRecordSets({
    HostedZoneId,
    ChangeBatch: {
      Changes: [
        {
          Action: "UPSERT",
          ResourceRecordSet: {
            Name: record?.Name,
            Type: "CNAME",
            TTL: 300,
            ResourceRecords: [{ Value: record?.Value }],
          },
        },
      ],
    },
  });
}

describe("ACM", () => {
  it("issues a certificate once its record is in the zone that the world asks", async () => {
    const zone = async (CallerReference: string) =>
      (await aws().route53.CreateHostedZone({ Name: "example.com", CallerReference })).HostedZone?.Id ?? "";
    const [delegated, other] = [await zone("1"), await zone("2")];
    const arn = await request("app.example.com");
    await putRecord(other, arn);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await describe_(arn))?.Status).toBe("PENDING_VALIDATION");
    expect(aws().acm.issued(arn)).toBeUndefined();
    await putRecord(delegated, arn);
    await eventually(async () => (await describe_(arn))?.Status === "ISSUED");
    const issued = aws().acm.issued(arn);
    expect(issued?.names).toEqual(["app.example.com", "*.app.example.com"]);
    const certificate = new X509Certificate(issued?.certificatePem ?? "");
    expect(certificate.checkHost("pr-1.app.example.com")).toBeDefined();
    expect(certificate.verify(new X509Certificate(aws().authority.certificatePem).publicKey)).toBe(true);
  });

  it("asks for one and the same record for a name and its wildcard, and again for a later certificate", async () => {
    const records = async () =>
      (await describe_(await request("same.example.org")))?.DomainValidationOptions?.map(
        (option) => option.ResourceRecord,
      );
    const [first, second] = [await records(), await records()];
    expect(first?.[0]).toEqual(first?.[1]);
    expect(second).toEqual(first);
    expect(first?.[0]?.Name).toMatch(/^_[0-9a-f]{32}\.same\.example\.org\.$/);
    expect(first?.[0]?.Value).toMatch(/^_[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\.$/);
  });

  it("makes one certificate for the same request with the same token", async () => {
    const [a, b] = [await request("token.example.org", "t"), await request("token.example.org", "t")];
    expect(b).toBe(a);
    expect(await request("token.example.org", "u")).not.toBe(a);
  });

  it("refuses bad names and validation by mail, and knows no certificate that was deleted", async () => {
    const { acm } = aws();
    const bad = acm.RequestCertificate({ DomainName: "no_underscores.example.com", ValidationMethod: "DNS" });
    expect((await refusal(bad)).code).toBe("ValidationException");
    expect((await refusal(acm.RequestCertificate({ DomainName: "a.com" }))).code).toBe("NotImplementedByLocalAws");
    const arn = await request("gone.example.org");
    await acm.DeleteCertificate({ CertificateArn: arn });
    expect(await refusal(acm.DescribeCertificate({ CertificateArn: arn }))).toEqual({
      code: "ResourceNotFoundException",
      message: `Could not find certificate ${arn}.`,
    });
  });
});

describe("an imported certificate", () => {
  let directory: string;
  let authority: CertificateAuthority;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "acm-"));
    authority = await createCertificateAuthority({ directory });
  });
  afterAll(() => rm(directory, { recursive: true }));

  const bytes = (...pem: string[]) => Buffer.from(pem.join(""));
  async function certificate(names: readonly string[], validity: { notBefore?: Date; notAfter?: Date } = {}) {
    const { certificatePem, privateKeyPem } = await authority.issue({ names, ...validity });
    return { Certificate: bytes(certificatePem), PrivateKey: bytes(privateKeyPem) };
  }
  const chain = () => ({ CertificateChain: bytes(authority.certificatePem) });

  it("is there at once, with its own names, issuer and key, and is served with its chain", async () => {
    const { acm } = aws();
    const Tags = [{ Key: "team", Value: "a" }];
    const { CertificateArn: arn = "" } = await acm.ImportCertificate({
      ...(await certificate(["app.example.net", "*.app.example.net"])),
      ...chain(),
      Tags,
    });
    const found = await describe_(arn);
    expect(found).toMatchObject({
      DomainName: "app.example.net",
      SubjectAlternativeNames: ["app.example.net", "*.app.example.net"],
      Status: "ISSUED",
      Type: "IMPORTED",
      Issuer: "Local AWS",
      Subject: "CN=app.example.net",
      KeyAlgorithm: "EC-prime256v1",
      SignatureAlgorithm: "SHA256WITHECDSA",
      RenewalEligibility: "INELIGIBLE",
      ImportedAt: expect.any(Date),
    });
    expect(found).not.toHaveProperty("IssuedAt");
    expect(found).not.toHaveProperty("DomainValidationOptions");
    expect(acm.issued(arn)?.certificatePem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect((await acm.ListTagsForCertificate({ CertificateArn: arn })).Tags).toEqual(Tags);
    const listed = await acm.ListCertificates({ Includes: { keyTypes: ["EC_prime256v1"] } });
    expect(listed.CertificateSummaryList).toEqual([
      expect.objectContaining({ CertificateArn: arn, Type: "IMPORTED", Status: "ISSUED" }),
    ]);
  });

  it("must be valid now, and is EXPIRED once it no longer is", async () => {
    const { acm } = aws();
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
    for (const validity of [{ notBefore: at(-7200), notAfter: at(-3600) }, { notBefore: at(3600) }])
      expect(await refusal(acm.ImportCertificate(await certificate(["a.example.net"], validity)))).toEqual({
        code: "ValidationException",
        message: expect.stringContaining("is not valid now"),
      });
    const short = await certificate(["a.example.net"], { notBefore: at(-60), notAfter: at(2) });
    const { CertificateArn: arn = "" } = await acm.ImportCertificate(short);
    expect((await describe_(arn))?.Status).toBe("ISSUED");
    await eventually(async () => (await describe_(arn))?.Status === "EXPIRED");
    expect(acm.isUsable(arn, "eu-west-1")).toBe(false);
    expect(acm.issued(arn)?.names).toEqual(["a.example.net"]);
  });

  it("needs its own key, one certificate, and a chain that leads up from it", async () => {
    const { acm } = aws();
    const [one, other] = [await certificate(["a.example.net"]), await certificate(["b.example.net"])];
    const message = async (input: object) => (await refusal(acm.ImportCertificate({ ...one, ...input }))).message;
    expect(await message({ PrivateKey: other.PrivateKey })).toContain("does not match");
    expect(await message({ PrivateKey: bytes("-----BEGIN NOTHING-----") })).toContain("must not be encrypted");
    expect(await message({ PrivateKey: bytes("x".repeat(5121)) })).toContain(
      "Value at 'privateKey' failed to satisfy constraint: Member must have length less than or equal to 5120",
    );
    expect(await message({ Certificate: bytes("no PEM") })).toContain("not a valid PEM-encoded");
    expect(await message({ Certificate: Buffer.concat([one.Certificate, other.Certificate]) })).toContain(
      "more than one certificate",
    );
    expect(await message({ CertificateChain: other.Certificate })).toContain("chain of the invalid certificate is: 0");
  });

  it("can be imported again under its ARN, without tags and with a key of the same kind", async () => {
    const { acm } = aws();
    const { CertificateArn } = await acm.ImportCertificate(await certificate(["old.example.net"]));
    const fresh = await certificate(["new.example.net"]);
    expect(await acm.ImportCertificate({ ...fresh, CertificateArn })).toEqual({ CertificateArn });
    expect((await describe_(CertificateArn ?? ""))?.DomainName).toBe("new.example.net");
    const again = (extra: object) => refusal(acm.ImportCertificate({ ...fresh, CertificateArn, ...extra }));
    expect((await again({ Tags: [{ Key: "a" }] })).message).toContain("Tags cannot be applied");
    expect((await again({ CertificateArn: await request("asked.example.org") })).message).toContain("Only an imported");
  });
});

describe("ACM in us-east-1", () => {
  it("has certificates of its own, which the other region does not know", async () => {
    const call = { service: "acm", operation: "", requestId: "", accessKeyId: "", region: "us-east-1" };
    const { acm } = aws();
    const { CertificateArn: arn = "" } = await acm.RequestCertificate(
      { DomainName: "auth.example.com", ValidationMethod: "DNS" },
      call,
    );
    expect(arn).toMatch(/^arn:aws:acm:us-east-1:/);
    expect((await acm.DescribeCertificate({ CertificateArn: arn }, call)).Certificate?.CertificateArn).toBe(arn);
    const arns = async (...from: [] | [typeof call]) =>
      (await acm.ListCertificates({}, ...from)).CertificateSummaryList?.map(({ CertificateArn }) => CertificateArn);
    expect(await arns(call)).toEqual([arn]);
    expect(await arns()).not.toContain(arn);
    expect((await refusal(acm.DescribeCertificate({ CertificateArn: arn }))).code).toBe("ResourceNotFoundException");
  });
});
