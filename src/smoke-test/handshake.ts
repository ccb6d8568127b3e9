import * as tls from "node:tls";
import { failed, type Judgement, notYet, passed, skipped } from "./check.js";
import { trust } from "./connection.js";
import { judgeError } from "./engine.js";

/** What a TLS handshake showed. */
export interface Handshake {
  readonly protocol: string;
  readonly issuer: string;
  readonly names: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Why a browser would not take the certificate for that name, if so. */
  readonly problem?: string;
}

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

const TIMEOUT = 10_000;
const DAY = 24 * 60 * 60 * 1000;
const WARN_DAYS = 14;

/**
 * A handshake with the name `host`; the certificate is looked at, not insisted on.
 *
 * @param version this version and no other; absent: whatever Node offers
 */
export function shakeHands(
  { host, connectTo, version }: { host: string; connectTo: string; version?: TlsVersion },
  signal: AbortSignal,
): Promise<Handshake> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect({
      host: connectTo,
      port: 443,
      servername: host,
      rejectUnauthorized: false,
      // OpenSSL has put everything before TLS 1.2 below its usual level.
      ...(version
        ? { minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" }
        : { secureContext: trust() }),
    });
    const stop = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(TIMEOUT, () => socket.destroy(new Error(`no TLS handshake within ${TIMEOUT / 1000} s`)));
    socket.on("close", () => {
      signal.removeEventListener("abort", stop);
      reject(Object.assign(new Error("the connection was closed during the handshake"), { code: "ECONNRESET" }));
    });
    socket.on("error", reject);
    socket.once("secureConnect", () => {
      const peer = socket.getPeerCertificate();
      const refusal = socket.authorizationError;
      const wrongName = tls.checkServerIdentity(host, peer);
      const problem = refusal ? String(refusal instanceof Error ? refusal.message : refusal) : wrongName?.message;
      const issuer = peer.issuer?.O ?? peer.issuer?.CN ?? "";
      resolve({
        protocol: socket.getProtocol() ?? "",
        issuer: [issuer].flat().join(" "),
        names: peer.subjectaltname ?? "",
        validFrom: new Date(peer.valid_from),
        validTo: new Date(peer.valid_to),
        ...(problem && { problem }),
      });
      socket.destroy();
    });
  });
}

/** Chain, host name, validity. Pure. */
export function judgeCertificate(handshake: Handshake, host: string, now: Date): Judgement {
  const { issuer, names, validFrom, validTo, problem } = handshake;
  const until = validTo.toISOString().slice(0, 10);
  if (validTo < now)
    return failed(`the certificate expired on ${until}`, "Give the listener a certificate that is valid.");
  if (validFrom > now) return failed(`the certificate is not valid before ${validFrom.toISOString()}`);
  if (problem)
    return failed(
      `browsers refuse the certificate for ${host}: ${problem} (issued by ${issuer} for ${names || "no name"})`,
      `Give the HTTPS listener a certificate of ACM that covers ${host}.`,
    );
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY);
  return passed(
    `issued by ${issuer}, valid until ${until}`,
    days < WARN_DAYS
      ? `the certificate ends in ${days} days, on ${until}: ACM renews it only while its validation record is in DNS`
      : undefined,
  );
}

/** What became of a handshake with an old version: the error, or undefined if it succeeded. Pure. */
export function judgeOldVersion(version: TlsVersion, error: unknown): Judgement {
  const name = version.replace("v", " ").replace(/ 1$/, " 1.0");
  if (error === undefined)
    return failed(
      `${name} is accepted`,
      "Give the HTTPS listener a security policy for TLS 1.2 and later, such as ELBSecurityPolicy-TLS13-1-2-2021-06.",
    );
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/NO_PROTOCOLS_AVAILABLE|INVALID_PROTOCOL_VERSION|NO_CIPHERS_AVAILABLE/.test(code))
    return skipped(`this machine's OpenSSL does not offer ${name} (${code})`);
  // An alert, or a connection that is cut in the middle of the handshake, is a refusal.
  if (/^ERR_SSL_|^EPROTO$|^ECONNRESET$|^EPIPE$/.test(code)) return passed(`${name} is refused`);
  return notYet(judgeError(error).seen);
}
