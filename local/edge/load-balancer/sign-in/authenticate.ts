import { randomBytes } from "node:crypto";
import type { AuthenticateCognitoActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import { type RuleRecord, rulesOf } from "../../../aws/elbv2/state.js";
import type { Answer } from "../answer.js";
import { cookiesOf } from "../client-request.js";
import type { Exchange, Handling, SignIn } from "../exchange.js";
import { issuerOf, type ProviderContext, providerHost, refreshSession, spendCode } from "./identity-provider.js";
import { seal, unseal } from "./sealed.js";
import {
  NONCE_COOKIE,
  noNonceCookie,
  nonceCookie,
  readSession,
  type Session,
  sessionCookies,
} from "./session-cookies.js";
import { identityHeaders } from "./user-claims.js";

const CALLBACK_PATH = "/oauth2/idpresponse";
/** How long people have for signing in, in seconds. */
const LOGIN_TIMEOUT = 15 * 60;
const STATE_PURPOSE = ["state"];

/** What travels to the identity provider and back, sealed. */
interface State {
  readonly nonce: string;
  readonly ruleArn: string;
  /** Path and query of the request that needs a user. */
  readonly target: string;
  readonly redirectUri: string;
  /** Seconds since 1970. */
  readonly since: number;
}

/**
 * The action authenticate-cognito: lets a request with a session pass, with the headers that say whose it is; does with
 * others what `OnUnauthenticatedRequest` says.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#authentication-flow
 */
export async function authenticate(handling: Handling, exchange: Exchange, rule: RuleRecord): Promise<SignIn> {
  const config = configOf(rule);
  const context = providerContext(handling, exchange, config);
  const keys = handling.keys.of(exchange.listener.loadBalancer);
  const now = secondsNow(handling);
  const present = cookiesOf(exchange.request);
  const kept = readSession(keys.session, config, present, now);
  const session = kept === undefined ? undefined : await upToDate(context, kept, now);
  if (session !== undefined) {
    const signer = exchange.listener.loadBalancer.arn;
    const issuer = issuerOf(handling.aws, config);
    const cookies = session === kept ? [] : sessionCookies(keys.session, config, session, { now, present });
    if (cookies === undefined) return { answer: { status: 500 } };
    return { targetHeaders: identityHeaders(session, { keys, signer, config, issuer, now }), cookies };
  }
  switch (config.OnUnauthenticatedRequest) {
    case "deny":
      return { answer: { status: 401 } };
    case "allow":
      return { targetHeaders: {}, cookies: [] };
    default:
      return { answer: toSignIn(handling, exchange, rule) };
  }
}

/**
 * Answers the browser's return from the identity provider: spends the code and starts the session. Undefined for any
 * other request. The path is the load balancer's own on every listener that signs people in.
 */
export async function finishSignIn(handling: Handling, exchange: Exchange): Promise<Answer | undefined> {
  const { listener, request } = exchange;
  if (request.path !== CALLBACK_PATH) return undefined;
  const rules = rulesOf(handling.state, listener).filter(signsIn);
  if (rules.length === 0) return undefined;
  const keys = handling.keys.of(listener.loadBalancer);
  const now = secondsNow(handling);
  const query = new URLSearchParams(request.query);
  const state = unseal(keys.session, STATE_PURPOSE, query.get("state") ?? "") as State | undefined;
  const rule = rules.find((each) => each.arn === state?.ruleArn);
  const present = cookiesOf(request);
  if (state === undefined || rule === undefined) return { status: 401 };
  if (present.get(NONCE_COOKIE) !== state.nonce || now - state.since > LOGIN_TIMEOUT) return { status: 401 };
  const error = query.get("error");
  if (error !== null) return { status: error === "access_denied" ? 401 : 561 };
  const code = query.get("code");
  if (code === null) return { status: 401 };

  const config = configOf(rule);
  const { redirectUri } = state;
  const session = await spendCode(providerContext(handling, exchange, config), { code, redirectUri });
  if (typeof session === "number") return { status: session };
  const cookies = sessionCookies(keys.session, config, session, { now, present });
  if (cookies === undefined) return { status: 500 };
  return {
    status: 302,
    headers: {
      Location: `https://${request.host}:${listener.port}${state.target}`,
      "Set-Cookie": [...cookies, noNonceCookie()],
    },
  };
}

/** Sends the browser to the identity provider, with a nonce that it must bring back. */
function toSignIn(handling: Handling, { listener, request }: Exchange, rule: RuleRecord): Answer {
  // Without a host there is nothing to come back to (an HTTP/1.0 request).
  if (request.host === "") return { status: 401 };
  const config = configOf(rule);
  const keys = handling.keys.of(listener.loadBalancer);
  const now = secondsNow(handling);
  const nonce = randomBytes(12).toString("base64url");
  const host = listener.port === 443 ? request.host : `${request.host}:${listener.port}`;
  const redirectUri = `https://${host}${CALLBACK_PATH}`;
  const target = request.query === "" ? request.path : `${request.path}?${request.query}`;
  const state: State = { nonce, ruleArn: rule.arn, target, redirectUri, since: now };
  const parameters = [
    ["client_id", config.UserPoolClientId ?? ""],
    ["redirect_uri", redirectUri],
    ["response_type", "code"],
    ["scope", config.Scope ?? "openid"],
    ["state", seal(keys.session, STATE_PURPOSE, state)],
    ...Object.entries(config.AuthenticationRequestExtraParams ?? {}),
  ];
  const query = parameters.map(([name = "", value = ""]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return {
    status: 302,
    headers: {
      Location: `https://${providerHost(handling.aws, config)}/oauth2/authorize?${query}`,
      "Set-Cookie": [nonceCookie(nonce, now, LOGIN_TIMEOUT)],
    },
  };
}

/** With claims of the last hour or so: once the access token is over, they are fetched anew if there is a refresh token. */
async function upToDate(context: ProviderContext, session: Session, now: number): Promise<Session | undefined> {
  const { refreshToken } = session;
  if (session.accessTokenExpires > now || refreshToken === undefined) return session;
  const refreshed = await refreshSession(context, { ...session, refreshToken });
  return typeof refreshed === "number" ? undefined : refreshed;
}

function signsIn(rule: RuleRecord): boolean {
  return rule.actions.some((action) => action.Type === "authenticate-cognito");
}

function configOf(rule: RuleRecord): AuthenticateCognitoActionConfig {
  const config = rule.actions.find((action) => action.Type === "authenticate-cognito")?.AuthenticateCognitoConfig;
  if (config === undefined) throw new Error(`The rule ${rule.arn} signs nobody in.`);
  return config;
}

function providerContext(
  { aws }: Handling,
  { listener }: Exchange,
  config: AuthenticateCognitoActionConfig,
): ProviderContext {
  return { aws, loadBalancer: listener.loadBalancer, config };
}

function secondsNow({ aws }: Handling): number {
  return aws.clock.now().getTime() / 1000;
}
