import { randomBytes } from "node:crypto";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from "jose";

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** A pool's two key pairs: one signs ID tokens, the other access tokens. Made when first needed. */
export interface SigningKeys {
  id(): Promise<SigningKey>;
  access(): Promise<SigningKey>;
}

/**
 * RS256 keys of 2048 bits, as Cognito's.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function createSigningKeys(): SigningKeys {
  const once = () => {
    let key: Promise<SigningKey> | undefined;
    return () => {
      key ??= generateSigningKey();
      return key;
    };
  };
  return { id: once(), access: once() };
}

async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const kid = randomBytes(32).toString("base64");
  const { e, kty, n } = await exportJWK(publicKey);
  return { kid, privateKey, publicKey, jwk: { alg: "RS256", e, kid, kty, n, use: "sig" } };
}
