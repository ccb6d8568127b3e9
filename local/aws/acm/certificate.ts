import { createHash } from "node:crypto";
import type { CertificateDetail, CertificateStatus, CertificateSummary, KeyAlgorithm, Tag } from "@aws-sdk/client-acm";
import type { IssuedCertificate } from "../../edge/certificate-authority.js";
import { AwsError } from "../errors.js";
import type { Import } from "./import.js";

/** A certificate that was asked for, or brought along. */
export interface Certificate {
  readonly arn: string;
  /** The first is the domain name. */
  names: readonly string[];
  readonly createdAt: Date;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly transparencyLogging: "ENABLED" | "DISABLED";
  readonly tags: Map<string, string>;
  /** EXPIRED is not among them: that depends on the time (`statusOf`). */
  status: CertificateStatus;
  issuedAt?: Date;
  /** Present once it is ISSUED. */
  issued?: IssuedCertificate;
  /** Present on what ImportCertificate has brought. */
  imported?: Omit<Import, "names" | "keyAlgorithm" | "certificate"> & { readonly at: Date };
}

const DOMAIN = /^(\*\.)?(((?!-)[a-z0-9-]{0,62}[a-z0-9])\.)+((?!-)[a-z0-9-]{1,62}[a-z0-9])$/;
const MAX_NAMES = 10;

/** The names of a request, the domain name first, checked and without repetition. */
export function namesOf(domainName: string, alternatives: readonly string[]): string[] {
  const names = [...new Set([domainName, ...alternatives].map((name) => name.toLowerCase()))];
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

/** Whether it is a fully qualified name, or a wildcard for such names. */
export function isDomainName(name: string): boolean {
  return name.length <= 253 && DOMAIN.test(name);
}

/** A certificate ends by itself, and is EXPIRED from then on. */
export function statusOf({ status, issued }: Certificate, now: Date): CertificateStatus {
  return status === "ISSUED" && issued !== undefined && issued.notAfter < now ? "EXPIRED" : status;
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
  { accountId, inUseBy, now }: { accountId: string; inUseBy: readonly string[]; now: Date },
): CertificateDetail {
  const { names, issued, imported } = certificate;
  return {
    CertificateArn: certificate.arn,
    DomainName: names[0],
    SubjectAlternativeNames: [...names],
    Subject: imported?.subject ?? `CN=${names[0]}`,
    Issuer: imported?.issuer ?? "Amazon",
    CreatedAt: certificate.createdAt,
    Status: statusOf(certificate, now),
    KeyAlgorithm: asListed(certificate.keyAlgorithm),
    SignatureAlgorithm: imported?.signatureAlgorithm ?? "SHA256WITHRSA",
    InUseBy: [...inUseBy],
    KeyUsages: [],
    ExtendedKeyUsages: [],
    ...(issued && {
      Serial: issued.serial.replace(/(..)(?=.)/g, "$1:"),
      NotBefore: issued.notBefore,
      NotAfter: issued.notAfter,
      KeyUsages: [{ Name: "DIGITAL_SIGNATURE" as const }],
      ExtendedKeyUsages: [{ Name: "TLS_WEB_SERVER_AUTHENTICATION" as const, OID: "1.3.6.1.5.5.7.3.1" }],
    }),
    ...(imported
      ? { Type: "IMPORTED", ImportedAt: imported.at, RenewalEligibility: "INELIGIBLE" }
      : describeRequest(certificate, { accountId, inUse: inUseBy.length > 0 })),
  };
}

/** What only a certificate of ACM's own has. */
function describeRequest(
  certificate: Certificate,
  { accountId, inUse }: { accountId: string; inUse: boolean },
): CertificateDetail {
  const { names, issued, issuedAt } = certificate;
  return {
    Type: "AMAZON_ISSUED",
    RenewalEligibility: issued !== undefined && inUse ? "ELIGIBLE" : "INELIGIBLE",
    Options: { CertificateTransparencyLoggingPreference: certificate.transparencyLogging, Export: "DISABLED" },
    ...(issuedAt && { IssuedAt: issuedAt }),
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
  };
}

export function summarize(certificate: Certificate, { inUse, now }: { inUse: boolean; now: Date }): CertificateSummary {
  const { arn, names, keyAlgorithm, createdAt, issuedAt, issued, imported } = certificate;
  return {
    CertificateArn: arn,
    DomainName: names[0],
    SubjectAlternativeNameSummaries: [...names],
    HasAdditionalSubjectAlternativeNames: false,
    Status: statusOf(certificate, now),
    Type: imported ? "IMPORTED" : "AMAZON_ISSUED",
    KeyAlgorithm: asListed(keyAlgorithm),
    InUse: inUse,
    RenewalEligibility: !imported && issued !== undefined && inUse ? "ELIGIBLE" : "INELIGIBLE",
    CreatedAt: createdAt,
    IssuedAt: issuedAt,
    ImportedAt: imported?.at,
    NotBefore: issued?.notBefore,
    NotAfter: issued?.notAfter,
  };
}

/** ACM writes `RSA-2048` where it takes `RSA_2048`. */
function asListed(algorithm: KeyAlgorithm): KeyAlgorithm {
  return algorithm.replace("RSA_", "RSA-").replace("EC_", "EC-") as KeyAlgorithm;
}

export function tagList(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}
