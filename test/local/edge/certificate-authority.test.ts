import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { createCertificateAuthority } from "../../../local/edge/certificate-authority.js";

describe("the certificate authority", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "authority-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("issues what a TLS client that trusts its root accepts for each name, wildcards included, and no other", async () => {
    const authority = await createCertificateAuthority({ directory });
    const ca = await readFile(authority.certificateFile);
    const issued = await authority.issue({ names: ["app.example.com", "*.app.example.com"] });
    const server = createServer({ cert: issued.certificatePem, key: issued.privateKeyPem }, (socket) => socket.end());
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const handshake = (servername: string, trusted?: Buffer) =>
      new Promise<string>((settle) => {
        const socket = connect({ port, host: "127.0.0.1", servername, ca: trusted }, () => settle("trusted"));
        socket.on("error", (error: NodeJS.ErrnoException) => settle(error.code ?? error.message));
        socket.on("close", () => settle("closed")).resume();
      });
    try {
      expect(await handshake("app.example.com", ca)).toBe("trusted");
      expect(await handshake("pr-1.app.example.com", ca)).toBe("trusted");
      expect(await handshake("a.pr-1.app.example.com", ca)).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
      expect(await handshake("app.example.com")).toBe("UNABLE_TO_VERIFY_LEAF_SIGNATURE");
    } finally {
      server.close();
    }
  });

  it("makes leaves valid for 198 days, with a serial number of their own, or for as long as asked", async () => {
    const authority = await createCertificateAuthority({ directory });
    const [one, two] = await Promise.all([
      authority.issue({ names: ["a.example.com"] }),
      authority.issue({
        names: ["a.example.com"],
        notBefore: new Date("2020-01-01T00:00:00.500Z"),
        notAfter: new Date("2020-02-01T00:00:00Z"),
      }),
    ]);
    expect(one.notAfter.getTime() - one.notBefore.getTime()).toBe(198 * 24 * 60 * 60 * 1000);
    const certificate = new X509Certificate(two.certificatePem);
    expect(certificate.validFromDate).toEqual(new Date("2020-01-01T00:00:00Z"));
    expect(certificate.validToDate).toEqual(new Date("2020-02-01T00:00:00Z"));
    expect(certificate.serialNumber.toLowerCase()).toBe(two.serial);
    expect(one.serial).not.toBe(two.serial);
    expect(certificate.ca).toBe(false);
    expect(certificate.checkIssued(new X509Certificate(authority.certificatePem))).toBe(true);
  });
});
