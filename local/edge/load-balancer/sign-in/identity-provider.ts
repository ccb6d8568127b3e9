import { request } from "node:https";
import type { AuthenticateCognitoActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../../../aws/aws.js";
import type { LoadBalancerRecord } from "../../../aws/elbv2/state.js";
import { reachesInternet } from "../internet.js";
import type { Session } from "./session-cookies.js";

/** 500: out of reach, or too much; 561: it answered with an error; 401: no ID token. */
export type Refusal = 401 | 500 | 561;

const TIMEOUT_MS = 5000;
const MAX_CLAIMS_BYTES = 11 * 1024;
const MAX_ANSWER_BYTES = 256 * 1024;

/** The user pool's sign-in host: a prefix of Amazon's domain, or a domain of one's own. */
export function providerHost(
  aws: Pick<Aws, "region">,
  { UserPoolDomain = "" }: AuthenticateCognitoActionConfig,
): string {
  return UserPoolDomain.includes(".") ? UserPoolDomain : `${UserPoolDomain}.auth.${aws.region}.amazoncognito.com`;
}

/** The pool's issuer, as its tokens have it. */
export function issuerOf(aws: Pick<Aws, "region">, { UserPoolArn = "" }: AuthenticateCognitoActionConfig): string {
  return `https://cognito-idp.${aws.region}.amazonaws.com/${poolIdOf(UserPoolArn)}`;
}

/** Spends a code. The load balancer calls the token and the user info endpoint itself, from its own network. */
export function spendCode(
  context: ProviderContext,
  { code, redirectUri }: { code: string; redirectUri: string },
): Promise<Session | Refusal> {
  return fetchSession(context, { grant_type: "authorization_code", code, redirect_uri: redirectUri });
}

/** A session with new claims, which ends when the old one would have. */
export async function refreshSession(
  context: ProviderContext,
  session: Session & { refreshToken: string },
): Promise<Session | Refusal> {
  const { refreshToken } = session;
  const fresh = await fetchSession(context, { grant_type: "refresh_token", refresh_token: refreshToken });
  if (typeof fresh === "number") return fresh;
  return { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken, expires: session.expires };
}

export interface ProviderContext {
  readonly aws: Aws;
  readonly loadBalancer: LoadBalancerRecord;
  readonly config: AuthenticateCognitoActionConfig;
}

async function fetchSession(context: ProviderContext, form: Record<string, string>): Promise<Session | Refusal> {
  const { aws, config } = context;
  const { UserPoolArn = "", UserPoolClientId: clientId = "" } = config;
  const described = await aws.cognito.DescribeUserPoolClient({ UserPoolId: poolIdOf(UserPoolArn), ClientId: clientId });
  const secret = described.UserPoolClient?.ClientSecret ?? "";
  const now = aws.clock.now().getTime() / 1000;
  const tokens = await call(context, "/oauth2/token", {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ ...form, client_id: clientId }).toString(),
  });
  if (typeof tokens === "number") return tokens;
  const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken, expires_in: lifetime } = tokens;
  if (typeof accessToken !== "string") return 561;
  if (typeof idToken !== "string") return 401;
  const claims = await call(context, "/oauth2/userInfo", {
    method: "GET",
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (typeof claims === "number") return claims;
  const { sub } = claims;
  // OpenID Connect Core, section 5.3.2: the subject must be the ID token's.
  if (typeof sub !== "string" || sub !== subjectOf(idToken)) return 561;
  if (Buffer.byteLength(JSON.stringify(claims)) > MAX_CLAIMS_BYTES) return 500;
  return {
    claims: { ...claims, sub },
    accessToken,
    accessTokenExpires: now + (typeof lifetime === "number" ? lifetime : 3600),
    refreshToken: typeof refreshToken === "string" ? refreshToken : undefined,
    expires: now + Number(config.SessionTimeout ?? 604800),
  };
}

/** An endpoint's JSON, or the status for the client that says how it failed. */
async function call(
  { aws, loadBalancer, config }: ProviderContext,
  path: string,
  { method, headers, body = "" }: { method: string; headers: Record<string, string>; body?: string },
): Promise<Record<string, unknown> | 500 | 561> {
  const host = providerHost(aws, config);
  if (!reachesInternet(aws, loadBalancer)) return 500;
  const found = aws.network.resolve(host, 443);
  if ("error" in found) return 500;
  return new Promise((resolve) => {
    const sent = request(
      {
        ...found.address,
        method,
        path,
        servername: host,
        ca: aws.authority.certificatePem,
        agent: false,
        timeout: TIMEOUT_MS,
        headers: { host, accept: "application/json", "content-length": Buffer.byteLength(body), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) response.destroy(new Error("The identity provider's answer is too long."));
        });
        response.on("error", () => resolve(500));
        response.on("end", () => {
          const json = response.statusCode === 200 ? parseObject(Buffer.concat(chunks).toString()) : undefined;
          resolve(json ?? 561);
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("The identity provider did not answer.")));
    sent.on("error", () => resolve(500));
    sent.end(body);
  });
}

function subjectOf(idToken: string): unknown {
  return parseObject(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString())?.sub;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // the caller says what an answer that is no JSON means
  }
}

function poolIdOf(userPoolArn: string): string {
  return userPoolArn.slice(userPoolArn.indexOf("userpool/") + "userpool/".length);
}
