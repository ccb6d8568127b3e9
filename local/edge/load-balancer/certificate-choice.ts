import { X509Certificate } from "node:crypto";

/** A listener's certificate: PEM, and the names that it is for. */
export interface Candidate {
  readonly arn: string;
  readonly names: readonly string[];
  readonly certificatePem: string;
}

/**
 * The certificate for the name that a client asks for; undefined if none is for it, which leaves the default one. Of
 * several the best: ECDSA rather than RSA, not expired, the longer key, the longer validity.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
 */
export function chooseCertificate(
  candidates: readonly Candidate[],
  serverName: string,
  now: Date,
): Candidate | undefined {
  const name = serverName.toLowerCase();
  const wildcard = name.replace(/^[^.]+/, "*");
  const fitting = candidates.filter(({ names }) => names.includes(name) || names.includes(wildcard));
  if (fitting.length < 2) return fitting[0];
  const ranked = fitting.map((candidate) => ({ candidate, merits: meritsOf(candidate, now) }));
  // Of equals the first, as the sort is stable.
  return ranked.sort((a, b) => compare(b.merits, a.merits))[0]?.candidate;
}

/** What AWS compares, the most important first; more is better. */
function meritsOf({ certificatePem }: Candidate, now: Date): number[] {
  const { publicKey, validFrom, validTo } = new X509Certificate(certificatePem);
  const { modulusLength = 0, namedCurve = "" } = publicKey.asymmetricKeyDetails ?? {};
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return [
    publicKey.asymmetricKeyType === "ec" ? 1 : 0,
    to >= now.getTime() ? 1 : 0,
    modulusLength || Number(/\d{3}/.exec(namedCurve)?.[0]),
    to - from,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((merit, index) => merit - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
