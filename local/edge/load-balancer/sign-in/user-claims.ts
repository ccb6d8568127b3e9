import { sign } from "node:crypto";
import type { AuthenticateCognitoActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Keys } from "./load-balancer-keys.js";
import type { Session } from "./session-cookies.js";

/** How long a signed header is good for, in seconds. */
const LIFETIME = 120;

/**
 * The headers that tell a target who is signed in.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#user-claims-encoding
 */
export function identityHeaders(
  session: Session,
  { keys, signer, config, issuer, now }: ClaimsContext,
): Record<string, string> {
  const expires = Math.floor(now) + LIFETIME;
  const header = {
    typ: "JWT",
    kid: keys.keyId,
    alg: "ES256",
    iss: issuer,
    client: config.UserPoolClientId,
    signer,
    exp: expires,
  };
  const input = `${padded(JSON.stringify(header))}.${padded(JSON.stringify({ ...session.claims, exp: expires, iss: issuer }))}`;
  const signature = sign("sha256", Buffer.from(input), { key: keys.signing, dsaEncoding: "ieee-p1363" });
  return {
    "x-amzn-oidc-accesstoken": session.accessToken,
    "x-amzn-oidc-identity": session.claims.sub,
    "x-amzn-oidc-data": `${input}.${padded(signature)}`,
  };
}

export interface ClaimsContext {
  readonly keys: Keys;
  /** The load balancer's ARN. */
  readonly signer: string;
  readonly config: AuthenticateCognitoActionConfig;
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** base64url with padding: AWS's way, which strict libraries refuse. */
function padded(content: string | Buffer): string {
  return Buffer.from(content).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
