import type { AuthenticateCognitoActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import { seal, unseal } from "./sealed.js";

/** Who is signed in, as the cookies hold it. Times are in seconds since 1970. */
export interface Session {
  readonly claims: Readonly<Record<string, unknown>> & { readonly sub: string };
  readonly accessToken: string;
  readonly accessTokenExpires: number;
  readonly refreshToken: string | undefined;
  readonly expires: number;
}

const MAX_SHARDS = 4;
const SHARD_BYTES = 4096;
const COOKIE_LIFETIME = 7 * 24 * 60 * 60;
const PAST = "Expires=Thu, 01 Jan 1970 00:00:00 GMT";
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=None";

export const NONCE_COOKIE = "AWSALBAuthNonce";

/**
 * The `Set-Cookie` values of a session: shards of 4K, 16K at most; undefined if it is larger. The cookies themselves live
 * for 7 days; when the session ends is inside. Left-over shards of the session before are removed.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export function sessionCookies(
  key: Buffer,
  config: AuthenticateCognitoActionConfig,
  session: Session,
  { now, present }: { now: number; present: ReadonlyMap<string, string> },
): string[] | undefined {
  const name = cookieName(config);
  const suffix = `; ${expires(now + COOKIE_LIFETIME)}; ${ATTRIBUTES}`;
  const room = SHARD_BYTES - `${name}-0=${suffix}`.length;
  const sealed = seal(key, purpose(config), session);
  const shards = sealed.match(new RegExp(`.{1,${room}}`, "g")) ?? [];
  if (shards.length > MAX_SHARDS) return undefined;
  const stale = indexes().filter((index) => index >= shards.length && present.has(`${name}-${index}`));
  return [
    ...shards.map((shard, index) => `${name}-${index}=${shard}${suffix}`),
    ...stale.map((index) => `${name}-${index}=; ${PAST}; ${ATTRIBUTES}`),
  ];
}

/** The session in a request's cookies, if it is of this rule's cookie and client, and not over. */
export function readSession(
  key: Buffer,
  config: AuthenticateCognitoActionConfig,
  cookies: ReadonlyMap<string, string>,
  now: number,
): Session | undefined {
  let sealed = "";
  for (const index of indexes()) {
    const shard = cookies.get(`${cookieName(config)}-${index}`);
    if (shard === undefined) break;
    sealed += shard;
  }
  if (sealed === "") return undefined;
  const session = unseal(key, purpose(config), sealed) as Session | undefined;
  return session !== undefined && session.expires > now ? session : undefined;
}

export function nonceCookie(nonce: string, now: number, seconds: number): string {
  return `${NONCE_COOKIE}=${nonce}; ${expires(now + seconds)}; ${ATTRIBUTES}`;
}

export function noNonceCookie(): string {
  return `${NONCE_COOKIE}=; ${PAST}; ${ATTRIBUTES}`;
}

function purpose(config: AuthenticateCognitoActionConfig): string[] {
  return ["session", cookieName(config), config.UserPoolArn ?? "", config.UserPoolClientId ?? ""];
}

function cookieName({ SessionCookieName = "AWSELBAuthSessionCookie" }: AuthenticateCognitoActionConfig): string {
  return SessionCookieName;
}

function expires(seconds: number): string {
  return `Expires=${new Date(seconds * 1000).toUTCString()}`;
}

function indexes(): number[] {
  return Array.from({ length: MAX_SHARDS }, (_, index) => index);
}
