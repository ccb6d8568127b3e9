import { randomBytes, randomUUID } from "node:crypto";
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { type WorkflowEvent, workflowRunVariables } from "../runner/workflow-run.js";
import { GitHubError } from "./errors.js";
import { fullName, type Repository } from "./model.js";

/** Who signs workflows' tokens, on every GitHub.com. */
export const ISSUER = "https://token.actions.githubusercontent.com";

/** Below it jobs ask for their tokens. GitHub has a host of its own for that, whose paths say nothing. */
export const ID_TOKEN_PATH = "/_apis/id-token/";

/** Since when a new repository's tokens have its and its owner's ids in their subject. */
const IMMUTABLE_SINCE = new Date("2026-07-15T00:00:00Z");

/** Seconds. In GitHub's example a token is valid from ten minutes before it was issued until five after. */
const LIFETIME = 300;
const LEEWAY = 600;

/** What a job's tokens say of it, beside what each token has of its own (who it is for, and since when). */
export type JobClaims = Readonly<Record<string, string>>;

interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/**
 * Tokens that say which workflow job somebody is: asked for by the job itself, with what it was given for that.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export class IdTokens {
  readonly #jobs = new Map<string, { readonly secret: string; readonly claims: JobClaims }>();
  #key: Promise<SigningKey> | undefined;

  /** What a job with `id-token: write` gets: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  offer(api: string, claims: JobClaims): Record<string, string> {
    const [job, secret] = [randomUUID(), randomBytes(24).toString("base64url")];
    this.#jobs.set(job, { secret, claims });
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${api}${ID_TOKEN_PATH}${job}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    };
  }

  /** The answer to a job's request: `{ value }`, the token for the audience of the query, or for the owner's address. */
  async issue(
    { method, url, authorization }: { method: string; url: URL; authorization: string | undefined },
    now: Date,
  ): Promise<{ value: string }> {
    const job = this.#jobs.get(url.pathname.slice(ID_TOKEN_PATH.length));
    if (job === undefined || method !== "GET") throw new GitHubError(404, "Not Found");
    if (/^bearer (.+)$/i.exec(authorization ?? "")?.[1] !== job.secret) throw new GitHubError(401, "Bad credentials");
    const { privateKey, jwk } = await this.#signingKey();
    const issuedAt = Math.floor(now.getTime() / 1000);
    const value = await new SignJWT({ ...job.claims, jti: randomUUID() })
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: jwk.kid ?? "" })
      .setIssuer(ISSUER)
      .setAudience(url.searchParams.get("audience") ?? `https://github.com/${job.claims.repository_owner}`)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt - LEEWAY)
      .setExpirationTime(issuedAt + LIFETIME)
      .sign(privateKey);
    return { value };
  }

  /** What the issuer publishes at a path; undefined where there is nothing. */
  async published(path: string): Promise<object | undefined> {
    if (path === "/.well-known/openid-configuration") return CONFIGURATION;
    if (path === "/.well-known/jwks") return { keys: [(await this.#signingKey()).jwk] };
    return undefined;
  }

  #signingKey(): Promise<SigningKey> {
    this.#key ??= makeKey();
    return this.#key;
  }
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "RS256", use: "sig" } };
}

/**
 * The claims of a job's tokens, from its event and what is known of its repository.
 *
 * @param environment the `environment:` that the job names
 * @param jobWorkflowRef the file that the job stands in, where a reusable workflow has it: `owner/name/path@ref`
 */
export function jobClaims(
  repository: Repository,
  {
    event,
    runId,
    environment,
    jobWorkflowRef,
  }: {
    event: WorkflowEvent;
    runId: number;
    environment: string | undefined;
    jobWorkflowRef: string | undefined;
  },
): JobClaims {
  const variables = workflowRunVariables(event);
  const value = (name: string) => variables[`GITHUB_${name}`] ?? "";
  return {
    sub: `repo:${subjectName(repository)}:${context(event, value("REF"), environment)}`,
    repository: fullName(repository),
    repository_id: String(repository.id),
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    repository_visibility: repository.private ? "private" : "public",
    actor: value("ACTOR"),
    actor_id: value("ACTOR_ID"),
    event_name: event.name,
    ref: value("REF"),
    ref_type: value("REF_TYPE"),
    ref_protected: value("REF_PROTECTED"),
    sha: value("SHA"),
    head_ref: value("HEAD_REF"),
    base_ref: value("BASE_REF"),
    run_id: String(runId),
    run_number: value("RUN_NUMBER"),
    run_attempt: value("RUN_ATTEMPT"),
    workflow: value("WORKFLOW"),
    workflow_ref: value("WORKFLOW_REF"),
    workflow_sha: value("WORKFLOW_SHA"),
    job_workflow_ref: jobWorkflowRef ?? value("WORKFLOW_REF"),
    job_workflow_sha: value("WORKFLOW_SHA"),
    runner_environment: "self-hosted",
    ...(environment === undefined ? {} : { environment }),
  };
}

/** "Repositories created after July 15, 2026 now use an immutable default subject format." */
function subjectName({ owner, name, id, createdAt }: Repository): string {
  return createdAt < IMMUTABLE_SINCE ? `${owner.login}/${name}` : `${owner.login}@${owner.id}/${name}@${id}`;
}

function context({ name }: WorkflowEvent, ref: string, environment: string | undefined): string {
  if (environment !== undefined) return `environment:${environment.replaceAll(":", "%3A")}`;
  return name === "pull_request" ? "pull_request" : `ref:${ref}`;
}

const CONFIGURATION = {
  issuer: ISSUER,
  jwks_uri: `${ISSUER}/.well-known/jwks`,
  subject_types_supported: ["public", "pairwise"],
  response_types_supported: ["id_token"],
  claims_supported: [
    ...["sub", "aud", "exp", "iat", "iss", "jti", "nbf", "ref", "sha", "repository", "repository_id"],
    ...["repository_owner", "repository_owner_id", "run_id", "run_number", "run_attempt", "actor", "actor_id"],
    ...["workflow", "workflow_ref", "workflow_sha", "head_ref", "base_ref", "event_name", "ref_type", "ref_protected"],
    ...["environment", "job_workflow_ref", "job_workflow_sha", "repository_visibility", "runner_environment"],
  ],
  id_token_signing_alg_values_supported: ["RS256"],
  scopes_supported: ["openid"],
};
