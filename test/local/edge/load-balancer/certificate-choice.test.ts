import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";
import { type CertificateAuthority, createCertificateAuthority } from "../../../../local/edge/certificate-authority.js";
import { type Candidate, chooseCertificate } from "../../../../local/edge/load-balancer/certificate-choice.js";

const DAY = 24 * 60 * 60 * 1000;
const NAME = "app.example.com";
const now = new Date();
const daysFromNow = (days: number) => new Date(now.getTime() + days * DAY);

let directory: string;
let authority: CertificateAuthority;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "choice-"));
  authority = await createCertificateAuthority({ directory });
});
afterAll(() => rm(directory, { recursive: true }));

async function ecdsa(arn: string, names: readonly string[], days = 198): Promise<Candidate> {
  const { certificatePem } = await authority.issue({ names, notBefore: daysFromNow(-10), notAfter: daysFromNow(days) });
  return { arn, names, certificatePem };
}

async function rsa(arn: string, modulusLength: number): Promise<Candidate> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength };
  const keys = await webcrypto.subtle.generateKey({ ...algorithm, publicExponent: new Uint8Array([1, 0, 1]) }, true, [
    "sign",
    "verify",
  ]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    { name: `CN=${NAME}`, keys, signingAlgorithm: algorithm, notBefore: now, notAfter: daysFromNow(1000) },
    webcrypto,
  );
  return { arn, names: [NAME], certificatePem: certificate.toString("pem") };
}

const chosen = (candidates: readonly Candidate[], name = NAME) => chooseCertificate(candidates, name, now)?.arn;

describe("the certificate for the name that a client asks for", () => {
  it("is one for exactly that name or a wildcard for one label, and none else", async () => {
    const list = [await ecdsa("other", ["example.org"]), await ecdsa("wild", ["*.example.com"])];
    expect(chosen(list, "APP.example.com")).toBe("wild");
    expect(chosen(list, "a.b.example.com")).toBeUndefined();
    expect(chosen(list, "example.com")).toBeUndefined();
  });

  it("is the first of equals, the one that has not expired, the one that is valid for longer", async () => {
    const [exact, wild] = [await ecdsa("exact", [NAME]), await ecdsa("wild", ["*.example.com"])];
    expect(chosen([exact, wild])).toBe("exact");
    expect(chosen([wild, exact])).toBe("wild");
    const [over, longer] = [await ecdsa("over", [NAME], -1), await ecdsa("longer", [NAME], 300)];
    expect(chosen([over, wild])).toBe("wild");
    expect(chosen([over])).toBe("over");
    expect(chosen([exact, longer, wild])).toBe("longer");
  });

  it("is ECDSA rather than RSA, expired or not, and of two RSA certificates the one with the longer key", async () => {
    const [short, long] = [await rsa("2048", 2048), await rsa("3072", 3072)];
    expect(chosen([short, long])).toBe("3072");
    expect(chosen([short, long, await ecdsa("over", [NAME], -1)])).toBe("over");
  });
});
