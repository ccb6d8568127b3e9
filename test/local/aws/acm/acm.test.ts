import { X509Certificate } from "node:crypto";
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
