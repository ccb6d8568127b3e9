import { randomBytes, randomUUID } from "node:crypto";
import type { Try } from "./tries.js";

const HOUR = 3600;

/** The headers by which a load balancer says who has signed in, made up: nobody's key has signed them. */
export function forgedIdentity({ email, sub }: { email: string; sub: string }): Record<string, string> {
  const expires = seconds() + HOUR;
  return {
    "x-amzn-oidc-data": forgedToken("ES256", { email, sub, exp: expires }),
    "x-amzn-oidc-identity": sub,
    "x-amzn-oidc-accesstoken": forgedToken("RS256", { sub, exp: expires }),
  };
}

/** Identities that a client makes up: the load balancer's headers, and its cookie. */
export function forgeries(): Try[] {
  const identity = forgedIdentity({ email: "admin@example.com", sub: randomUUID() });
  const past = { sub: randomUUID(), email: "admin@example.com", exp: seconds() - HOUR };
  const cookie = (value: string) => ({ cookie: `AWSELBAuthSessionCookie-0=${value}` });
  return [
    ...Object.entries(identity).map(([name, value]) => ({
      what: `a made-up ${name}`,
      asking: { headers: { [name]: value } },
    })),
    { what: "all identity headers", asking: { headers: identity } },
    { what: "a made-up session cookie", asking: { headers: cookie(randomBytes(600).toString("base64")) } },
    {
      what: "an expired session cookie",
      asking: { headers: cookie(Buffer.from(forgedToken("ES256", past)).toString("base64")) },
    },
    { what: "an empty session cookie", asking: { headers: cookie("") } },
    {
      what: "identity headers and a session cookie",
      asking: { headers: { ...identity, ...cookie(randomBytes(600).toString("base64")) } },
    },
  ];
}

function forgedToken(alg: string, claims: { readonly exp: number } & Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg, typ: "JWT", exp: claims.exp })}.${part(claims)}.${randomBytes(64).toString("base64url")}`;
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
