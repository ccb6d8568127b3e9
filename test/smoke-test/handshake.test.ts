import { type Handshake, judgeCertificate, judgeOldVersion } from "../../src/smoke-test/handshake.js";

const NOW = new Date("2026-03-01T00:00:00Z");
const GOOD: Handshake = {
  protocol: "TLSv1.3",
  issuer: "Amazon",
  names: "DNS:app.example.com",
  validFrom: new Date("2026-01-01T00:00:00Z"),
  validTo: new Date("2026-06-01T00:00:00Z"),
};
const error = (code: string) => Object.assign(new Error(code), { code });

it.each<[string, Partial<Handshake>, string, boolean]>([
  ["good", {}, "passed", false],
  ["14 days", { validTo: new Date("2026-03-15T00:00:00Z") }, "passed", false],
  ["a little less", { validTo: new Date("2026-03-14T23:00:00Z") }, "passed", true],
  ["expired", { validTo: new Date("2026-02-28T00:00:00Z"), problem: "certificate has expired" }, "failed", false],
  ["of tomorrow", { validFrom: new Date("2026-03-02T00:00:00Z") }, "failed", false],
  ["for another name", { problem: "Hostname/IP does not match certificate's altnames" }, "failed", false],
  ["of nobody", { problem: "self-signed certificate" }, "failed", false],
])("a certificate: %s", (_, changes, verdict, warns) => {
  const judgement = judgeCertificate({ ...GOOD, ...changes }, "app.example.com", NOW);
  expect(judgement.verdict).toBe(verdict);
  expect(judgement.warning !== undefined).toBe(warns);
});

it.each<[string, unknown, string]>([
  ["spoken", undefined, "failed"],
  ["refused with an alert", error("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"), "passed"],
  ["cut off", error("ECONNRESET"), "passed"],
  ["not offered here", error("ERR_SSL_NO_PROTOCOLS_AVAILABLE"), "skipped"],
  ["nobody there", error("ECONNREFUSED"), "not yet"],
  ["no such name", error("ENOTFOUND"), "not yet"],
])("an old version of TLS: %s", (_, given, verdict) => {
  const judgement = judgeOldVersion("TLSv1", given);
  expect(judgement.verdict).toBe(verdict);
  if (verdict !== "not yet") expect(judgement.seen).toContain("TLS 1.0");
});
