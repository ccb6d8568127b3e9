import type { SslPolicy } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../errors.js";

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

export interface SecurityPolicy {
  /** Newest first. */
  readonly protocols: readonly TlsVersion[];
  /** OpenSSL's names. */
  readonly ciphers: readonly string[];
}

/** What the API and CloudFormation take when none is given; the console's is a newer one. */
export const DEFAULT_SSL_POLICY = "ELBSecurityPolicy-2016-08";

const TLS13 = ["TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"];
const GCM = [
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
];
const CBC_SHA2 = [
  "ECDHE-ECDSA-AES128-SHA256",
  "ECDHE-RSA-AES128-SHA256",
  "ECDHE-ECDSA-AES256-SHA384",
  "ECDHE-RSA-AES256-SHA384",
];
const CBC_SHA1 = ["ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES256-SHA"];
const RSA_SHA2 = ["AES128-GCM-SHA256", "AES128-SHA256", "AES256-GCM-SHA384", "AES256-SHA256"];
const RSA_SHA1 = ["AES128-SHA", "AES256-SHA"];
const OLD = [...GCM, ...CBC_SHA2, ...CBC_SHA1, ...RSA_SHA2, ...RSA_SHA1];

const V13: TlsVersion[] = ["TLSv1.3"];
const V12: TlsVersion[] = ["TLSv1.2"];
const V11: TlsVersion[] = ["TLSv1.2", "TLSv1.1"];
const V10: TlsVersion[] = ["TLSv1.2", "TLSv1.1", "TLSv1"];

const RESTRICTED: SecurityPolicy = { protocols: [...V13, ...V12], ciphers: [...TLS13, ...GCM] };
const STANDARD: SecurityPolicy = { protocols: [...V13, ...V12], ciphers: [...TLS13, ...GCM, ...CBC_SHA2] };
const EXT1: SecurityPolicy = { protocols: [...V13, ...V12], ciphers: [...STANDARD.ciphers, ...RSA_SHA2] };
const EXT2: SecurityPolicy = { protocols: [...V13, ...V12], ciphers: [...TLS13, ...OLD] };
const ONLY_13: SecurityPolicy = { protocols: V13, ciphers: TLS13 };
const FROM_10: SecurityPolicy = { protocols: [...V13, ...V10], ciphers: [...TLS13, ...OLD] };

/**
 * The security policies for HTTPS listeners, without the FIPS and the forward-secrecy families. The hybrid post-quantum
 * key exchange of the PQ ones is up to the TLS library that both sides have.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const POLICIES: Readonly<Record<string, SecurityPolicy>> = {
  "ELBSecurityPolicy-TLS13-1-3-2021-06": ONLY_13,
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09": ONLY_13,
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06": RESTRICTED,
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09": RESTRICTED,
  "ELBSecurityPolicy-TLS13-1-2-2021-06": STANDARD,
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09": STANDARD,
  "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06": EXT1,
  "ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09": EXT1,
  "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06": EXT2,
  "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09": EXT2,
  "ELBSecurityPolicy-TLS13-1-1-2021-06": { protocols: [...V13, ...V11], ciphers: [...TLS13, ...OLD] },
  "ELBSecurityPolicy-TLS13-1-0-2021-06": FROM_10,
  "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09": FROM_10,
  "ELBSecurityPolicy-TLS-1-2-Ext-2018-06": { protocols: V12, ciphers: OLD },
  "ELBSecurityPolicy-TLS-1-2-2017-01": { protocols: V12, ciphers: [...GCM, ...CBC_SHA2, ...RSA_SHA2] },
  "ELBSecurityPolicy-TLS-1-1-2017-01": { protocols: V11, ciphers: OLD },
  "ELBSecurityPolicy-2016-08": { protocols: V10, ciphers: OLD },
};

/** The policy of that name, or `SSLPolicyNotFound`. */
export function securityPolicy(name: string): SecurityPolicy {
  const policy = POLICIES[name];
  if (policy === undefined) throw new AwsError("SSLPolicyNotFound", `SSL policy '${name}' not found`);
  return policy;
}

/** As DescribeSSLPolicies gives them: those named, or all. */
export function describeSslPolicies(names: readonly string[] | undefined): SslPolicy[] {
  const chosen = names === undefined || names.length === 0 ? Object.keys(POLICIES) : names;
  return chosen.map((Name) => {
    const { protocols, ciphers } = securityPolicy(Name);
    return {
      Name,
      SslProtocols: [...protocols],
      Ciphers: ciphers.map((cipher, index) => ({ Name: cipher, Priority: index + 1 })),
      SupportedLoadBalancerTypes: ["application", "network"],
    };
  });
}
