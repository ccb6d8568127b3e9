import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * Encrypts a value so that only whoever has the key can read or change it (AES-256-GCM); base64url, as cookies and URLs
 * take it. `purpose` is bound to it: it opens for the same purpose alone.
 */
export function seal(key: Buffer, purpose: readonly string[], value: unknown): string {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(JSON.stringify(purpose)));
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString("base64url");
}

/** The value that was sealed, or undefined for anything else. */
export function unseal(key: Buffer, purpose: readonly string[], sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < IV_LENGTH + TAG_LENGTH) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_LENGTH))
    .setAAD(Buffer.from(JSON.stringify(purpose)))
    .setAuthTag(bytes.subarray(-TAG_LENGTH));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_LENGTH, -TAG_LENGTH)), decipher.final()]);
    return JSON.parse(text.toString());
  } catch {
    return undefined; // made with another key, for another purpose, or tampered with
  }
}
