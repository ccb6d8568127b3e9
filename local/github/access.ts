import { GitHubError, notAccessible, notFound } from "./errors.js";
import type { GitHub } from "./github.js";
import { fullName, type Level, type Permission, type Repository, type Token } from "./model.js";
import type { Served } from "./operation.js";

/** Who asks; undefined without an Authorization header. Throws 401 for a token that there is not. */
export function whoAsks(github: GitHub, authorization: string | undefined): Token | undefined {
  if (authorization === undefined) return undefined;
  const secret = /^(?:token|bearer)\s+(\S+)$/i.exec(authorization)?.[1] ?? "";
  const token = github.tokens.get(secret);
  if (token === undefined) throw new GitHubError(401, "Bad credentials");
  return token;
}

/**
 * Counts the request against the hour's limit, and says so in headers; throws when it is used up.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#primary-rate-limit-for-github_token-in-github-actions
 */
export function countRequest(token: Token, now: Date): void {
  if (now >= token.reset) {
    token.used = 0;
    token.reset = new Date(now.getTime() + 3_600_000);
  }
  if (token.used >= token.limit) throw primaryLimit(token);
  token.used += 1;
}

export function primaryLimit(token: Token): GitHubError {
  token.used = token.limit;
  const who = token.account.type === "Bot" ? "installation" : "user";
  return new GitHubError(403, `API rate limit exceeded for ${who} ID ${token.account.id}.`);
}

export function secondaryLimit(retryAfterSeconds: number): GitHubError {
  return new GitHubError(
    403,
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
    { headers: { "retry-after": String(retryAfterSeconds) } },
  );
}

export function rateLimitHeaders(token: Token): Record<string, string> {
  return {
    "x-ratelimit-limit": String(token.limit),
    "x-ratelimit-remaining": String(token.limit - token.used),
    "x-ratelimit-used": String(token.used),
    "x-ratelimit-reset": String(Math.floor(token.reset.getTime() / 1000)),
    "x-ratelimit-resource": "core",
  };
}

/**
 * The repository, if whoever asks may do this there. What is public can be read by everybody; what is private does not
 * exist for those who have no access to it.
 * https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps
 *
 * @throws GitHubError 404, 401 or 403
 */
export function admit(
  github: GitHub,
  { token, served, name }: { token: Token | undefined; served: Served; name: string },
): Repository {
  const repository = github.repository(name);
  if (repository === undefined) throw notFound();
  const permissions = token?.repositories.get(fullName(repository).toLowerCase());
  if (repository.private && permissions === undefined) throw notFound();
  const accepted = served.permissions.map((each) => {
    const [permission = "", level] = each.split("=");
    return { permission: permission.replaceAll("_", "-") as Permission, level: level as Level };
  });
  const reads = accepted.every(({ level }) => level === "read");
  if (reads && !repository.private) return repository;
  if (token === undefined) throw new GitHubError(401, "Requires authentication");
  const has = ({ permission, level }: { permission: Permission; level: Level }) =>
    permissions?.[permission] === level || (level === "read" && permissions?.[permission] === "write");
  if (!accepted.some(has)) throw notAccessible(token.account.type === "Bot", served.permissions.join("; "));
  return repository;
}
