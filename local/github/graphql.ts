import type { Operation } from "./description.js";
import { GitHubError } from "./errors.js";
import type { Token } from "./model.js";

/** GraphQL is one request for all queries; GitHub's description of its REST API does not have it. */
export const GRAPHQL: Operation = {
  id: "graphql",
  method: "POST",
  path: "/graphql",
  documentation: "https://docs.github.com/graphql",
  parameters: [],
  body: undefined,
  responses: new Map(),
};

/**
 * The one query that is served: who asks. It answers for every kind of token, also those that may not ask `GET /user`.
 * https://docs.github.com/en/graphql/guides/forming-calls-with-graphql
 *
 * @throws GitHubError 401 without a token, 400 for what is no query, 501 for any other query
 */
export function answerQuery(token: Token | undefined, body: Buffer): unknown {
  if (token === undefined) throw new GitHubError(401, "This endpoint requires you to be authenticated.");
  const query = readQuery(body);
  if (!/^\s*(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query))
    throw new GitHubError(501, `The local GitHub does not serve the query ${query}`);
  return { data: { viewer: { login: token.account.login } } };
}

function readQuery(body: Buffer): string {
  try {
    const { query } = JSON.parse(body.toString("utf8")) as { query?: unknown };
    if (typeof query === "string") return query;
  } catch {
    // Said below.
  }
  throw new GitHubError(400, "A query attribute must be specified and must be a string.");
}
