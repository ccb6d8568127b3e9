import { randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { CognitoState, PageSession, User, UserPool } from "../../aws/cognito-idp/state.js";
import type { PageRequest } from "./http.js";

const COOKIE = "cognito";
const CSRF_COOKIE = "XSRF-TOKEN";
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";
/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html: an hour, fixed. */
const SESSION_MS = 60 * 60 * 1000;

/**
 * Starts a session of the sign-in pages and gives the cookie that carries it. It belongs to the pool, not to the
 * client: whoever is signed in is so for every client. A new session takes the place of the browser's old one.
 */
export function startSession(
  state: CognitoState,
  pool: UserPool,
  request: PageRequest,
  { step, user }: { step: PageSession["step"]; user: User },
): string {
  endSession(pool, request);
  const id = randomBytes(48).toString("base64url");
  const now = state.aws.clock.now().getTime();
  const expires = now + SESSION_MS;
  pool.sessions.set(id, { step, sub: user.sub, authTime: now, expires });
  return `${COOKIE}=${id}; Expires=${new Date(expires).toUTCString()}; ${ATTRIBUTES}`;
}

/** The browser's session at that step and its user, if it is still good and the user may still sign in. */
export function findSession(
  state: CognitoState,
  pool: UserPool,
  request: PageRequest,
  step: PageSession["step"],
): { user: User; authTime: number } | undefined {
  const session = pool.sessions.get(request.cookies.get(COOKIE) ?? "");
  if (session?.step !== step || session.expires <= state.aws.clock.now().getTime()) return undefined;
  const user = pool.users.get(session.sub);
  return user?.enabled ? { user, authTime: session.authTime } : undefined;
}

/** Forgets the browser's session and gives the cookie that clears it. */
export function endSession(pool: UserPool, request: PageRequest): string {
  pool.sessions.delete(request.cookies.get(COOKIE) ?? "");
  return `${COOKIE}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${ATTRIBUTES}`;
}

/** The browser's token against forged forms, a new one if it has none, and the cookie that carries it. */
export function csrfToken(request: PageRequest): { token: string; cookie: string } {
  const sent = request.cookies.get(CSRF_COOKIE) ?? "";
  const token = /^[0-9a-f-]{36}$/.test(sent) ? sent : randomUUID();
  return { token, cookie: `${CSRF_COOKIE}=${token}; ${ATTRIBUTES}` };
}

/** Whether a form was made for this browser: its hidden `_csrf` is the cookie's value. */
export function isGenuine(request: PageRequest, form: URLSearchParams): boolean {
  const cookie = Buffer.from(request.cookies.get(CSRF_COOKIE) ?? "");
  const field = Buffer.from(form.get("_csrf") ?? "");
  return cookie.length > 0 && cookie.length === field.length && timingSafeEqual(cookie, field);
}
