import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DeleteCertificateCommand,
  DescribeCertificateCommand,
  ImportCertificateCommand,
  RequestCertificateCommand,
} from "@aws-sdk/client-acm";
import { createCertificateAuthority } from "../../local/edge/certificate-authority.js";
import type { Good } from "./good.js";
import { changeListener } from "./listeners.js";
import { putRecord } from "./records.js";
import type { Undo } from "./rules.js";

interface NewCertificate {
  readonly arn: string;
  readonly remove: Undo;
}

/** An issued certificate for a name in the zone, for a while. */
export async function newCertificate(good: Good, name: string): Promise<NewCertificate> {
  const { acm } = good;
  const { CertificateArn } = await acm.send(
    new RequestCertificateCommand({ DomainName: name, ValidationMethod: "DNS" }),
  );
  const describe = async () => (await acm.send(new DescribeCertificateCommand({ CertificateArn }))).Certificate;
  const { Name, Value } = (await describe())?.DomainValidationOptions?.[0]?.ResourceRecord ?? {};
  const forget = await putRecord(good, { Name, Type: "CNAME", TTL: 60, ResourceRecords: [{ Value }] });
  while ((await describe())?.Status !== "ISSUED") await new Promise((resolve) => setTimeout(resolve, 50));
  const remove = async () => {
    await acm.send(new DeleteCertificateCommand({ CertificateArn }));
    await forget();
  };
  return { arn: CertificateArn ?? "", remove };
}

/** Puts a certificate on the HTTPS listener that an authority has made whom nobody knows. */
export async function importCertificate(good: Good, name: string, notAfter?: Date): Promise<Undo> {
  const directory = await mkdtemp(join(tmpdir(), "authority-"));
  const authority = await createCertificateAuthority({ directory });
  const notBefore = new Date(Date.now() - 60_000);
  const { certificatePem, privateKeyPem } = await authority.issue({
    names: [name],
    notBefore,
    ...(notAfter && { notAfter }),
  });
  await rm(directory, { recursive: true });
  const { CertificateArn } = await good.acm.send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(certificatePem),
      PrivateKey: Buffer.from(privateKeyPem),
      CertificateChain: Buffer.from(authority.certificatePem),
    }),
  );
  const undo = await changeListener(good, 443, { Certificates: [{ CertificateArn: CertificateArn ?? "" }] });
  return async () => {
    await undo();
    await good.acm.send(new DeleteCertificateCommand({ CertificateArn }));
  };
}

/** The same, with one that was good when it was imported and has ended since. */
export async function letCertificateExpire(good: Good, name: string): Promise<Undo> {
  // Certificates know whole seconds alone.
  const notAfter = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
  const undo = await importCertificate(good, name, notAfter);
  while (Date.now() <= notAfter.getTime()) await new Promise((resolve) => setTimeout(resolve, 50));
  return undo;
}
