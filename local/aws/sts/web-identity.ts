import { request } from "node:https";
import { createLocalJWKSet, decodeJwt, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import type { Aws } from "../aws.js";
import { AwsError, notImplemented } from "../errors.js";

/** Who a token says that its bearer is. */
export interface WebIdentity {
  /** The ARN of the identity provider in the account. */
  readonly provider: string;
  /** `https://...` */
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** What trust policies may ask of it, by condition key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];
const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 256 * 1024;

const GITHUB = "token.actions.githubusercontent.com";

/**
 * GitHub's claims that AWS has condition keys for, beside those of every provider. Any other claim is not looked at: a
 * condition on it is never met.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 * https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/
 */
const GITHUB_KEYS = [
  ...["actor", "actor_id", "job_workflow_ref", "repository", "repository_id", "workflow", "ref", "environment"],
  "enterprise_id",
];

/**
 * Checks a token as STS does: its issuer is an identity provider of the account, its signature is of one of the keys that
 * the issuer publishes, it has not expired, and it is for one of the provider's client ids.
 *
 * @throws AwsError InvalidIdentityToken, ExpiredTokenException, IDPCommunicationError
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export async function verifyWebIdentity(aws: Aws, token: string): Promise<WebIdentity> {
  const { iss: issuer = "" } = decoded(token);
  const provider = aws.iam.oidcProvider(issuer);
  if (provider === undefined) throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  const claims = await verified(token, await publishedKeys(aws, issuer), aws.clock.now());
  if (Object.keys(claims).some((claim) => claim.startsWith("https://aws.amazon.com/")))
    throw notImplemented("session tags and source identities in a web identity token");
  const { sub: subject = "", azp, aud } = claims;
  const audiences = [aud ?? []].flat();
  const audience = audiences.find((each) => provider.clientIds.includes(each));
  if (audience === undefined) throw invalid("Incorrect token audience");
  const host = issuer.slice("https://".length);
  const own = host === GITHUB ? GITHUB_KEYS : [];
  const keys: [string, readonly string[]][] = [
    [`${host}:sub`, [subject]],
    // "The aud key is matched against azp, if it is there"; oaud is always the audience.
    [`${host}:aud`, typeof azp === "string" ? [azp] : audiences],
    [`${host}:oaud`, audiences],
    ...own.flatMap((name): [string, readonly string[]][] => {
      const value = claims[name];
      return typeof value === "string" ? [[`${host}:${name}`, [value]]] : [];
    }),
  ];
  return { provider: provider.arn, issuer, subject, audience, keys: Object.fromEntries(keys) };
}

function decoded(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
  }
}

async function verified(token: string, keys: JSONWebKeySet, now: Date): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      currentDate: now,
      requiredClaims: ["exp", "iat", "sub", "aud"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new AwsError(
        "ExpiredTokenException",
        `Token expired: current date/time ${Math.floor(now.getTime() / 1000)} must be before the expiration date/time ${error.payload.exp}`,
      );
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSInvalid) throw noKey();
    if (error instanceof errors.JOSEError) throw invalid(`The ID Token provided is not valid: ${error.message}`);
    throw error;
  }
}

/** The issuer's public keys, by way of its configuration: https://openid.net/specs/openid-connect-discovery-1_0.html */
async function publishedKeys(aws: Aws, issuer: string): Promise<JSONWebKeySet> {
  const configuration = await read(aws, `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const { jwks_uri: address, issuer: named } = configuration as { jwks_uri?: unknown; issuer?: unknown };
  if (named !== issuer || typeof address !== "string" || !address.startsWith("https://")) throw noKey();
  const keys = await read(aws, address);
  if (!Array.isArray((keys as { keys?: unknown }).keys)) throw noKey();
  return keys as JSONWebKeySet;
}

/** A JSON document of the internet, read over TLS with a certificate that this network's authority has issued. */
function read({ network, authority }: Aws, address: string): Promise<object> {
  const { hostname, port, pathname, search } = new URL(address);
  const found = network.resolve(hostname, Number(port || 443));
  if ("error" in found) return Promise.reject(unreachable());
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...found.address,
        path: `${pathname}${search}`,
        servername: hostname,
        ca: authority.certificatePem,
        agent: false,
        timeout: TIMEOUT_MS,
        headers: { host: hostname, accept: "application/json" },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) response.destroy(new Error("The issuer's answer is too long."));
        });
        response.on("error", () => reject(noKey()));
        response.on("end", () => {
          const document = response.statusCode === 200 ? parseObject(Buffer.concat(chunks).toString()) : undefined;
          if (document === undefined) reject(noKey());
          else resolve(document);
        });
      },
    );
    sent.on("timeout", () => sent.destroy(new Error("The issuer did not answer.")));
    sent.on("error", (error: NodeJS.ErrnoException) => {
      const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(error.code ?? "");
      const other = "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint";
      reject(isCertificate ? invalid(other) : unreachable());
    });
    sent.end();
  });
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined; // the caller says what an answer that is no JSON means
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidIdentityToken", message);
}

/** With AWS's two blanks. */
function noKey(): AwsError {
  return invalid(
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  );
}

function unreachable(): AwsError {
  return new AwsError("IDPCommunicationError", "The identity provider could not be reached to verify the token.");
}
