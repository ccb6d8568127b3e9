import { createPublicKey, verify } from "node:crypto";

/**
 * Who the load balancer says is there, and whether that was proven.
 *
 * The load balancer puts the user's claims into `x-amzn-oidc-data`, a JWT that it signs with ES256. A header alone
 * proves nothing: whoever reaches the app past the load balancer can send one. So the signature is checked with the
 * load balancer's published key, and so are who signed it, for which client, by which user pool, and until when.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html#user-claims-encoding
 *
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {Record<string, string | undefined>} environment AWS_REGION, and what to hold the token against:
 *   LOAD_BALANCER_ARN, COGNITO_CLIENT_ID, COGNITO_ISSUER
 * @returns {Promise<{verified: true, email: string, claims: Record<string, unknown>, unchecked: string[]}
 *   | {verified: false, reason: string}>}
 */
export async function identify(headers, environment, { fetchKey = publishedKey, now = Date.now() } = {}) {
  const token = headers["x-amzn-oidc-data"];
  if (typeof token !== "string" || token === "") return failed("the request carries no identity (x-amzn-oidc-data)");
  const parts = token.split(".");
  if (parts.length !== 3) return failed("the token is not a JWT");
  const [header, claims] = [parse(parts[0]), parse(parts[1])];
  if (header === undefined || claims === undefined) return failed("the token is not a JWT");

  // Never let the token choose how it is verified, nor where its key comes from.
  if (header.alg !== "ES256") return failed("the token is not signed with ES256");
  if (typeof header.kid !== "string" || !/^[A-Za-z0-9-]{1,128}$/.test(header.kid))
    return failed("the token names no key");
  const { AWS_REGION = "", LOAD_BALANCER_ARN, COGNITO_CLIENT_ID, COGNITO_ISSUER } = environment;
  if (!/^[a-z0-9-]+$/.test(AWS_REGION)) return failed("AWS_REGION is not set");

  let key;
  try {
    key = createPublicKey(await fetchKey(AWS_REGION, header.kid));
  } catch (error) {
    return failed(`the load balancer's key could not be read: ${error instanceof Error ? error.message : error}`);
  }
  const signature = Buffer.from(parts[2], "base64url");
  const signed = Buffer.from(`${parts[0]}.${parts[1]}`);
  if (!verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, signature)) return failed("the signature is wrong");

  if (typeof header.exp !== "number" || header.exp * 1000 <= now) return failed("the token has expired");
  if (typeof claims.exp === "number" && claims.exp * 1000 <= now) return failed("the token has expired");
  if (typeof claims.iss === "string" && claims.iss !== header.iss) return failed("the token's issuers disagree");
  const checks = [
    ["LOAD_BALANCER_ARN", LOAD_BALANCER_ARN, header.signer, "another load balancer signed the token"],
    ["COGNITO_CLIENT_ID", COGNITO_CLIENT_ID, header.client, "the token is for another client"],
    ["COGNITO_ISSUER", COGNITO_ISSUER, header.iss, "the token is from another user pool"],
  ];
  for (const [, wanted, found, reason] of checks) if (wanted && found !== wanted) return failed(reason);
  const email = typeof claims.email === "string" ? claims.email : String(claims.username ?? claims.sub ?? "somebody");
  return { verified: true, email, claims, unchecked: checks.filter(([, wanted]) => !wanted).map(([name]) => name) };
}

function failed(reason) {
  return { verified: false, reason };
}

/** A part of the token; the load balancer pads its base64url, which Node's decoder does not mind. */
function parse(part) {
  try {
    const value = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keys don't change under their name; a few are enough, and a stranger's inventions must not fill the memory. */
const keys = new Map();
const KEYS_KEPT = 10;

async function publishedKey(region, kid) {
  const url = `https://public-keys.auth.elb.${region}.amazonaws.com/${encodeURIComponent(kid)}`;
  const known = keys.get(url);
  if (known !== undefined) return known;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: "error" });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const pem = await answer.text();
  if (keys.size >= KEYS_KEPT) keys.delete(keys.keys().next().value);
  keys.set(url, pem);
  return pem;
}
