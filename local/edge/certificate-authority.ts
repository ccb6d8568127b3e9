// @peculiar/x509 builds its parsers with tsyringe, which wants this one first.
import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";

export interface IssuedCertificate {
  /** The leaf alone, PEM. */
  readonly certificatePem: string;
  /** PKCS #8, PEM. */
  readonly privateKeyPem: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Lower-case hexadecimal, without separators. */
  readonly serial: string;
}

export interface CertificateAuthority {
  /** Path of the authority's own certificate, PEM: what `NODE_EXTRA_CA_CERTS` and `curl --cacert` want. */
  readonly certificateFile: string;
  /** The same as text. */
  readonly certificatePem: string;
  /**
   * Issues a TLS server certificate (P-256) for DNS names, wildcards included, of which the first is the common name.
   * Valid from now for 198 days unless told otherwise, as ACM's have been since February 2026.
   * https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
   */
  issue(request: { names: readonly string[]; notBefore?: Date; notAfter?: Date }): Promise<IssuedCertificate>;
}

const KEY = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };
const DAY = 24 * 60 * 60 * 1000;
const LEAF_DAYS = 198;
const ROOT_DAYS = 3650;
const COMMON_NAME_MAX = 64;

/** Makes a new certificate authority, whose certificate goes to `directory`; its key never leaves memory. */
export async function createCertificateAuthority({ directory }: { directory: string }): Promise<CertificateAuthority> {
  const keys = await webcrypto.subtle.generateKey(KEY, false, ["sign", "verify"]);
  const created = wholeSeconds(new Date());
  // The serial in the name keeps the roots of two runs apart where somebody has trusted an older one.
  const serialNumber = serial();
  const root = await x509.X509CertificateGenerator.create(
    {
      serialNumber,
      subject: [{ CN: [`Local AWS Root ${serialNumber.slice(0, 8)}`] }, { O: ["Local AWS"] }],
      issuer: [{ CN: [`Local AWS Root ${serialNumber.slice(0, 8)}`] }, { O: ["Local AWS"] }],
      notBefore: new Date(created.getTime() - DAY),
      notAfter: new Date(created.getTime() + ROOT_DAYS * DAY),
      signingAlgorithm: SIGNATURE,
      publicKey: keys.publicKey,
      signingKey: keys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  const authorityKeyId = await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey, false, webcrypto);
  const certificatePem = `${root.toString("pem")}\n`;
  const certificateFile = join(directory, "local-aws-root.pem");
  await mkdir(directory, { recursive: true });
  await writeFile(certificateFile, certificatePem);

  const issue: CertificateAuthority["issue"] = async ({ names, notBefore = new Date(), notAfter }) => {
    const [first] = names;
    if (first === undefined) throw new Error("A certificate needs at least one name.");
    const leafKeys = await webcrypto.subtle.generateKey(KEY, true, ["sign", "verify"]);
    const from = wholeSeconds(notBefore);
    const to = wholeSeconds(notAfter ?? new Date(from.getTime() + LEAF_DAYS * DAY));
    const serialNumber = serial();
    const leaf = await x509.X509CertificateGenerator.create(
      {
        serialNumber,
        subject: [{ CN: [first.slice(0, COMMON_NAME_MAX)] }],
        issuer: root.subject,
        notBefore: from,
        notAfter: to,
        signingAlgorithm: SIGNATURE,
        publicKey: leafKeys.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
          new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: "dns", value }))),
          await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey, false, webcrypto),
          authorityKeyId,
        ],
      },
      webcrypto,
    );
    const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", leafKeys.privateKey);
    return {
      certificatePem: `${leaf.toString("pem")}\n`,
      privateKeyPem: `${x509.PemConverter.encode(pkcs8, "PRIVATE KEY")}\n`,
      notBefore: from,
      notAfter: to,
      serial: serialNumber,
    };
  };
  return { certificateFile, certificatePem, issue };
}

/** 16 random bytes, positive as RFC 5280 wants it. */
function serial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString("hex");
}

/** Certificates know no fractions of a second. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
