import { createSecureContext, type SecureContext } from "node:tls";

export const BODY_LIMIT = 256 * 1024;
/** Milliseconds without a sign of life. */
export const TIMEOUT = 10_000;
export const USER_AGENT = "ecs-cognito-deploy smoke test";

let context: SecureContext | undefined;

/** The machine's certificate authorities, read once: for dozens of connections at the same time that is what takes longest. */
export function trust(): SecureContext {
  context ??= createSecureContext();
  return context;
}

/** The server refused a protocol before any request was sent. */
export class NotOffered extends Error {
  override readonly name = "NotOffered";
}
