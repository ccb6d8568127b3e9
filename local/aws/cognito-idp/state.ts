import type {
  AssetType,
  ManagedLoginBrandingType,
  SchemaAttributeType,
  UserPoolClientType,
  UserStatusType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { SigningKeys } from "./signing-keys.js";
import type { UserPoolSettings } from "./user-pool-settings.js";

/** Everything that Cognito remembers, in memory. */
export interface CognitoState {
  readonly aws: Aws;
  readonly pools: Map<string, UserPool>;
  /** By name: a prefix, which is unique in the region, or a whole domain name. */
  readonly domains: Map<string, UserPoolDomain>;
  readonly outbox: Message[];
}

export interface UserPool {
  readonly id: string;
  readonly arn: string;
  /** `https://cognito-idp.<region>.amazonaws.com/<id>`, the `iss` of its tokens. */
  readonly issuer: string;
  readonly created: Date;
  modified: Date;
  settings: UserPoolSettings;
  readonly schema: readonly SchemaAttributeType[];
  readonly clients: Map<string, AppClient>;
  /** Branding styles of managed login, by id. A client has one at most. */
  readonly brandings: Map<string, Branding>;
  /** By sub. */
  readonly users: Map<string, User>;
  readonly keys: SigningKeys;
  /** By `origin_jti`: one for each sign-in that has led to tokens. */
  readonly grants: Map<string, Grant>;
  /** Unspent authorization codes. */
  readonly codes: Map<string, AuthorizationCode>;
  /** Sessions of the sign-in pages, by the value of the `cognito` cookie. */
  readonly sessions: Map<string, PageSession>;
  /** Challenges of InitiateAuth that wait for their answer, by session. */
  readonly challenges: Map<string, { clientId: string; sub: string; expires: number }>;
}

export type AppClient = UserPoolClientType & { ClientId: string; ClientName: string; UserPoolId: string };

/** A style of managed login, and the client that it is for. */
export interface Branding {
  readonly id: string;
  readonly clientId: string;
  readonly created: Date;
  modified: Date;
  useCognitoProvidedValues: boolean;
  settings: NonNullable<ManagedLoginBrandingType["Settings"]> | undefined;
  assets: readonly AssetType[];
}

export interface UserPoolDomain {
  /** A prefix, or the whole name of a custom domain. */
  readonly name: string;
  /** The whole name under which the pages are. */
  readonly host: string;
  readonly poolId: string;
  readonly version: string;
  managedLoginVersion: number;
  status: "CREATING" | "ACTIVE" | "FAILED";
  /** Aborted when the domain is deleted. */
  readonly deleted: AbortController;
  unpublish: (() => void) | undefined;
  /** The CloudFront distribution's domain name, which a custom domain's record must lead to. */
  readonly distribution: string;
  /** Present on a custom domain. */
  readonly custom?: CustomDomain;
}

export interface CustomDomain {
  /** Of ACM in us-east-1. */
  certificateArn: string;
  readonly distributionArn: string;
}

export interface User {
  readonly sub: string;
  readonly username: string;
  readonly created: Date;
  modified: Date;
  enabled: boolean;
  status: UserStatusType;
  readonly attributes: Map<string, string>;
  password: { readonly salt: Buffer; readonly hash: Buffer } | undefined;
  /** Milliseconds; set while the password is a temporary one. */
  temporaryPasswordExpires: number | undefined;
  /** The code that confirms the sign-up; `expires` in milliseconds. */
  confirmation: { readonly code: string; readonly expires: number; wrong: number } | undefined;
  /** The code that resets a forgotten password; `expires` in milliseconds. */
  recovery: { readonly code: string; readonly expires: number; wrong: number } | undefined;
  failures: { count: number; lockedUntil: number };
}

/** A sign-in of one user through one client, from which tokens were issued. Times in milliseconds. */
export interface Grant {
  readonly originJti: string;
  readonly clientId: string;
  readonly sub: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  readonly authTime: number;
  readonly refreshToken: string | undefined;
  readonly refreshExpires: number;
  revoked: boolean;
}

export interface AuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly sub: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly authTime: number;
  readonly expires: number;
}

/** `confirm` and `new-password`: the password was right, but something is still to be done before being signed in. */
export interface PageSession {
  readonly step: "signed-in" | "confirm" | "new-password";
  readonly sub: string;
  readonly authTime: number;
  readonly expires: number;
}

/** An e-mail that AWS would have sent. */
export interface Message {
  readonly at: Date;
  readonly userPoolId: string;
  readonly username: string;
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly subject: string;
  /** HTML, as AWS sends it. */
  readonly body: string;
  /** Confirmation or reset code, or temporary password, in the body, so that nobody has to parse it. */
  readonly code: string;
}

/** The pool of that id, or `ResourceNotFoundException`. */
export function requirePool(state: CognitoState, id: string | undefined): UserPool {
  const pool = state.pools.get(id ?? "");
  if (pool === undefined) throw new AwsError("ResourceNotFoundException", `User pool ${id} does not exist.`);
  return pool;
}

/** The pool's client of that id, or `ResourceNotFoundException`. */
export function requireClient(pool: UserPool, id: string | undefined): AppClient {
  const client = pool.clients.get(id ?? "");
  if (client === undefined) throw new AwsError("ResourceNotFoundException", `User pool client ${id} does not exist.`);
  return client;
}

/** For operations that name only a client: it and its pool. */
export function findClient(state: CognitoState, id: string | undefined): { pool: UserPool; client: AppClient } {
  for (const pool of state.pools.values()) {
    const client = pool.clients.get(id ?? "");
    if (client !== undefined) return { pool, client };
  }
  throw new AwsError("ResourceNotFoundException", `User pool client ${id} does not exist.`);
}

/** The domains of a pool: one with a prefix and a custom one at most. */
export function domainsOf(
  state: CognitoState,
  pool: UserPool,
): { prefix: UserPoolDomain | undefined; custom: UserPoolDomain | undefined } {
  const own = [...state.domains.values()].filter(({ poolId }) => poolId === pool.id);
  return { prefix: own.find(({ custom }) => !custom), custom: own.find(({ custom }) => custom) };
}

/** The domain whose pages are at a host, once they are. */
export function domainAt(state: CognitoState, host: string): UserPoolDomain | undefined {
  return [...state.domains.values()].find((domain) => domain.status === "ACTIVE" && domain.host === host);
}

/** The style that managed login has for a client. */
export function brandingOf(pool: UserPool, clientId: string): Branding | undefined {
  return [...pool.brandings.values()].find((branding) => branding.clientId === clientId);
}
