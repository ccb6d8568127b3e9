import {
  type ACMClient,
  type CertificateSummary,
  DescribeCertificateCommand,
  type KeyAlgorithm,
  paginateListCertificates,
} from "@aws-sdk/client-acm";
import {
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  type Route53Client,
} from "@aws-sdk/client-route-53";

/** A record that CloudFormation put into a zone so that ACM issues a certificate, and that it leaves behind. */
export interface ValidationRecord {
  readonly zone: string;
  /** The name of the certificate that it proves, without `*.`: a wildcard has the same record as the name above it. */
  readonly domain: string;
  readonly name: string;
  readonly value: string;
}

/** The records by which a certificate is validated, once ACM has named them; none if it is gone. */
export async function validationRecords(
  client: ACMClient,
  { certificateArn, zone, signal }: { certificateArn: string; zone: string; signal: AbortSignal },
): Promise<readonly ValidationRecord[]> {
  try {
    const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn: certificateArn }), {
      abortSignal: signal,
    });
    const found = (Certificate?.DomainValidationOptions ?? []).flatMap(({ DomainName = "", ResourceRecord: record }) =>
      record?.Name && record.Value
        ? [{ zone, domain: bare(DomainName), name: bare(record.Name), value: bare(record.Value) }]
        : [],
    );
    return [...new Map(found.map((record) => [record.name, record])).values()];
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return [];
    throw error;
  }
}

/** ListCertificates shows RSA certificates of up to 2048 bits alone, unless it is asked for all. */
const KEY_TYPES: KeyAlgorithm[] = [
  "RSA_1024",
  "RSA_2048",
  "RSA_3072",
  "RSA_4096",
  "EC_prime256v1",
  "EC_secp384r1",
  "EC_secp521r1",
];

/**
 * The certificates but the one that goes which are for one of these names. ACM derives a validation record from the
 * account and the name alone: certificates for one name share it, in all regions.
 * https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 *
 * @param domains without `*.`
 */
export async function otherCertificates(
  client: ACMClient,
  { domains, except, signal }: { domains: ReadonlySet<string>; except: string; signal: AbortSignal },
): Promise<readonly { arn: string; domain: string }[]> {
  const found: { arn: string; domain: string }[] = [];
  const pages = paginateListCertificates({ client }, { Includes: { keyTypes: KEY_TYPES } }, { abortSignal: signal });
  for await (const { CertificateSummaryList = [] } of pages)
    for (const summary of CertificateSummaryList) {
      // An imported certificate proves nothing by DNS.
      if (summary.CertificateArn === except || summary.Type === "IMPORTED") continue;
      for (const name of await names(client, summary, signal))
        if (domains.has(bare(name))) found.push({ arn: summary.CertificateArn ?? "", domain: bare(name) });
    }
  return found;
}

/** All names of a certificate; a summary shows the first hundred. */
async function names(client: ACMClient, summary: CertificateSummary, signal: AbortSignal): Promise<readonly string[]> {
  const shown = [summary.DomainName ?? "", ...(summary.SubjectAlternativeNameSummaries ?? [])];
  if (!summary.HasAdditionalSubjectAlternativeNames) return shown;
  const { Certificate } = await client.send(
    new DescribeCertificateCommand({ CertificateArn: summary.CertificateArn }),
    { abortSignal: signal },
  );
  return [...shown, ...(Certificate?.SubjectAlternativeNames ?? [])];
}

/** Deletes a validation record, if it says exactly this. @returns whether it was there */
export async function deleteRecord(
  client: Route53Client,
  record: ValidationRecord,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await findRecord(client, record, signal);
  if (!found) return false;
  try {
    await client.send(
      new ChangeResourceRecordSetsCommand({
        HostedZoneId: record.zone,
        ChangeBatch: {
          Comment: "The certificate that this validated is gone",
          Changes: [{ Action: "DELETE", ResourceRecordSet: found }],
        },
      }),
      { abortSignal: signal },
    );
    return true;
  } catch (error) {
    // Gone, or not what it was, since we looked: the caller looks again.
    if (error instanceof Error && error.name === "InvalidChangeBatch") return false;
    throw error;
  }
}

/** The record as it stands in its zone, or undefined where there is none that says exactly this. */
export async function findRecord(
  client: Route53Client,
  { zone, name, value }: ValidationRecord,
  signal: AbortSignal,
): Promise<ResourceRecordSet | undefined> {
  try {
    const { ResourceRecordSets = [] } = await client.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId: zone,
        StartRecordName: name,
        StartRecordType: "CNAME",
        MaxItems: 1,
      }),
      { abortSignal: signal },
    );
    return ResourceRecordSets.find(
      ({ Name = "", Type, ResourceRecords = [] }) =>
        Type === "CNAME" &&
        bare(Name) === name &&
        ResourceRecords.length === 1 &&
        bare(ResourceRecords[0]?.Value) === value,
    );
  } catch (error) {
    if (error instanceof Error && error.name === "NoSuchHostedZone") return undefined;
    throw error;
  }
}

function bare(name = ""): string {
  return name.toLowerCase().replace(/\.$/, "").replace(/^\*\./, "");
}
