import { createHash } from "node:crypto";
import type { CertificateDetail, CertificateStatus, CertificateSummary, KeyAlgorithm, Tag } from "@aws-sdk/client-acm";
import type { IssuedCertificate } from "../../edge/certificate-authority.js";
import { AwsError } from "../errors.js";

/** A certificate that was asked for. */
export interface Certificate {
  readonly arn: string;
  /** The first is the domain name. */
  readonly names: readonly string[];
  readonly createdAt: Date;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly transparencyLogging: "ENABLED" | "DISABLED";
  readonly tags: Map<string, string>;
  status: CertificateStatus;
  issuedAt?: Date;
  /** Present once it is ISSUED. */
  issued?: IssuedCertificate;
}

const DOMAIN = /^(\*\.)?(((?!-)[a-z0-9-]{0,62}[a-z0-9])\.)+((?!-)[a-z0-9-]{1,62}[a-z0-9])$/;
const MAX_NAMES = 10;

/** The names of a request, the domain name first, checked and without repetition. */
export function namesOf(domainName: string, alternatives: readonly string[]): string[] {
  const names = [...new Set([domainName, ...alternatives].map((name) => name.toLowerCase().replace(/\.$/, "")))];
  for (const name of names)
    if (name.length > 253 || !DOMAIN.test(name))
      throw new AwsError(
        "ValidationException",
        `1 validation error detected: Value '${name}' at 'domainName' failed to satisfy constraint: Member must satisfy regular expression pattern: (\\*\\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])`,
      );
  if ((names[0] ?? "").length > 64)
    throw new AwsError(
      "InvalidDomainValidationOptionsException",
      "The first domain name can be no longer than 64 characters.",
    );
  if (names.length > MAX_NAMES)
    throw new AwsError(
      "LimitExceededException",
      `Error: the maximum number of domain names for a certificate is ${MAX_NAMES}.`,
    );
  return names;
}

/**
 * The CNAME that proves control of a name. It depends on the account and the name alone, `*.` left out, so that a
 * name and its wildcard share one record, and a later certificate for the same name needs no other
 * (https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html).
 */
export function validationRecord(accountId: string, name: string): { name: string; value: string } {
  const domain = name.replace(/^\*\./, "");
  const hash = (purpose: string) => createHash("sha256").update(`${accountId} ${domain} ${purpose}`).digest("hex");
  const suffix = hash("suffix").replace(/\d/g, "").padEnd(10, "jkddzzt").slice(0, 10);
  return {
    name: `_${hash("name").slice(0, 32)}.${domain}.`,
    value: `_${hash("value").slice(0, 32)}.${suffix}.acm-validations.aws.`,
  };
}

export function describeCertificate(
  certificate: Certificate,
  { accountId, inUseBy }: { accountId: string; inUseBy: readonly string[] },
): CertificateDetail {
  const { names, issued } = certificate;
  return {
    CertificateArn: certificate.arn,
    DomainName: names[0],
    SubjectAlternativeNames: [...names],
    DomainValidationOptions: names.map((name) => {
      const record = validationRecord(accountId, name);
      return {
        DomainName: name,
        ValidationDomain: name,
        ValidationStatus:
          certificate.status === "ISSUED"
            ? "SUCCESS"
            : certificate.status === "PENDING_VALIDATION"
              ? "PENDING_VALIDATION"
              : "FAILED",
        ResourceRecord: { Name: record.name, Type: "CNAME", Value: record.value },
        ValidationMethod: "DNS",
      };
    }),
    Subject: `CN=${names[0]}`,
    Issuer: "Amazon",
    CreatedAt: certificate.createdAt,
    Status: certificate.status,
    KeyAlgorithm: certificate.keyAlgorithm.replace("RSA_", "RSA-").replace("EC_", "EC-") as KeyAlgorithm,
    SignatureAlgorithm: "SHA256WITHRSA",
    InUseBy: [...inUseBy],
    Type: "AMAZON_ISSUED",
    KeyUsages: [],
    ExtendedKeyUsages: [],
    RenewalEligibility: issued !== undefined && inUseBy.length > 0 ? "ELIGIBLE" : "INELIGIBLE",
    Options: { CertificateTransparencyLoggingPreference: certificate.transparencyLogging, Export: "DISABLED" },
    ...(issued && {
      IssuedAt: certificate.issuedAt,
      Serial: issued.serial.replace(/(..)(?=.)/g, "$1:"),
      NotBefore: issued.notBefore,
      NotAfter: issued.notAfter,
      KeyUsages: [{ Name: "DIGITAL_SIGNATURE" as const }],
      ExtendedKeyUsages: [{ Name: "TLS_WEB_SERVER_AUTHENTICATION" as const, OID: "1.3.6.1.5.5.7.3.1" }],
    }),
  };
}

export function summarize(certificate: Certificate, inUse: boolean): CertificateSummary {
  const { arn, names, status, keyAlgorithm, createdAt, issuedAt, issued } = certificate;
  return {
    CertificateArn: arn,
    DomainName: names[0],
    SubjectAlternativeNameSummaries: [...names],
    HasAdditionalSubjectAlternativeNames: false,
    Status: status,
    Type: "AMAZON_ISSUED",
    KeyAlgorithm: keyAlgorithm.replace("RSA_", "RSA-").replace("EC_", "EC-") as KeyAlgorithm,
    InUse: inUse,
    RenewalEligibility: issued !== undefined && inUse ? "ELIGIBLE" : "INELIGIBLE",
    CreatedAt: createdAt,
    IssuedAt: issuedAt,
    NotBefore: issued?.notBefore,
    NotAfter: issued?.notAfter,
  };
}

export function tagList(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}
