// @peculiar/x509 builds its parsers with tsyringe, which wants this one first.
import "reflect-metadata";
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import type { ImportCertificateRequest, KeyAlgorithm } from "@aws-sdk/client-acm";
import * as x509 from "@peculiar/x509";
import type { IssuedCertificate } from "../../edge/certificate-authority.js";
import { AwsError } from "../errors.js";
import { isDomainName } from "./certificate.js";

const CURVES: Readonly<Record<string, KeyAlgorithm>> = {
  prime256v1: "EC_prime256v1",
  secp384r1: "EC_secp384r1",
  secp521r1: "EC_secp521r1",
};

/** A certificate that somebody brings along, found in order. */
export interface Import {
  /** DNS names, the common name first if it is one. */
  readonly names: readonly string[];
  readonly keyAlgorithm: KeyAlgorithm;
  readonly certificate: IssuedCertificate;
  /** PEM; empty without one. */
  readonly chainPem: string;
  readonly issuer: string;
  /** As in `CN=example.com`. */
  readonly subject: string;
  /** As in `SHA256WITHRSA`. */
  readonly signatureAlgorithm: string;
}

/**
 * Reads what ImportCertificate is given: PEM, one certificate that is valid now, its key without a passphrase, and a
 * chain in which each certificate vouches for the one before it. Who is at its end does not matter.
 * https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html
 */
export function readImport(input: ImportCertificateRequest, now: Date): Import {
  const leaf = onlyCertificate(text(input.Certificate));
  const key = readKey(text(input.PrivateKey));
  if (!leaf.checkPrivateKey(key)) throw invalid("The private key does not match the certificate.");
  const [notBefore, notAfter] = [new Date(leaf.validFrom), new Date(leaf.validTo)];
  if (now < notBefore || now > notAfter)
    throw invalid("The certificate is not valid now: its Not Before and Not After must lie around the current time.");
  const chain = certificatesIn(text(input.CertificateChain));
  checkChain(leaf, chain);
  const names = namesOf(leaf);
  if (names.length === 0) throw invalid("The certificate has no fully qualified domain name.");
  const issuer = part(leaf.issuer, "O") ?? part(leaf.issuer, "CN");
  if (issuer === undefined) throw invalid("The certificate has no issuer.");
  return {
    names,
    keyAlgorithm: algorithmOf(key),
    certificate: {
      certificatePem: leaf.toString(),
      privateKeyPem: String(key.export({ type: "pkcs8", format: "pem" })),
      notBefore,
      notAfter,
      serial: leaf.serialNumber.toLowerCase(),
    },
    chainPem: chain.map(String).join(""),
    issuer,
    subject: leaf.subject.split("\n").join(","),
    signatureAlgorithm: signatureOf(leaf),
  };
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("latin1");
}

function onlyCertificate(pem: string): X509Certificate {
  const [leaf, ...more] = certificatesIn(pem);
  if (leaf === undefined) throw invalid("The certificate is not a valid PEM-encoded X.509 certificate.");
  if (more.length > 0)
    throw invalid(
      "The certificate field contains more than one certificate. You can specify only one certificate in this field.",
    );
  return leaf;
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw invalid("The certificate is not a valid PEM-encoded X.509 certificate.");
  }
}

function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid("The private key is not valid: it must be PEM-encoded and must not be encrypted.");
  }
}

/** Without a chain only the key counts: AWS takes it for a certificate that signs itself, or one whose chain is known. */
function checkChain(leaf: X509Certificate, chain: readonly X509Certificate[]): void {
  for (const [index, above] of chain.entries()) {
    const below = index === 0 ? leaf : chain[index - 1];
    if (below?.checkIssued(above) && below.verify(above.publicKey)) continue;
    throw invalid(
      `Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order. The index within the chain of the invalid certificate is: ${index}`,
    );
  }
}

function namesOf(leaf: X509Certificate): string[] {
  const alternatives = (leaf.subjectAltName ?? "").split(", ").filter((name) => name.startsWith("DNS:"));
  const names = [part(leaf.subject, "CN") ?? "", ...alternatives.map((name) => name.slice("DNS:".length))];
  return [...new Set(names.map((name) => name.toLowerCase()))].filter(isDomainName);
}

/** One attribute of a distinguished name, as Node writes it: a line each. */
function part(name: string, attribute: string): string | undefined {
  const line = name.split("\n").find((each) => each.startsWith(`${attribute}=`));
  return line?.slice(attribute.length + 1) || undefined;
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): KeyAlgorithm {
  const { modulusLength, namedCurve = "" } = asymmetricKeyDetails;
  const curve = asymmetricKeyType === "ec" ? CURVES[namedCurve] : undefined;
  if (curve !== undefined) return curve;
  if (asymmetricKeyType === "rsa") {
    if (modulusLength === 1024) return "RSA_1024";
    if (modulusLength === 2048) return "RSA_2048";
    if (modulusLength === 3072) return "RSA_3072";
    if (modulusLength === 4096) return "RSA_4096";
  }
  throw invalid("The private key's algorithm or length is not supported.");
}

function signatureOf(leaf: X509Certificate): string {
  const algorithm: object = new x509.X509Certificate(leaf.raw).signatureAlgorithm;
  const { name, hash } = algorithm as { name: string; hash: { name: string } };
  return `${hash.name.replace("-", "")}WITH${name === "ECDSA" ? name : "RSA"}`;
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
