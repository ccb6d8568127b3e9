import type { Octokit } from "@octokit/core";
import { type Clock, systemClock } from "../lib/poll.js";

/** A way to GitHub's REST API for one repository. */
export interface GitHub {
  readonly request: Octokit["request"];
  /** Part of every request's parameters. */
  readonly at: { readonly owner: string; readonly repo: string };
  readonly clock: Clock;
  /** The login behind the token, as the author of comments has it. Asked for once. */
  viewer(signal: AbortSignal): Promise<string>;
  /** One warning a text, however often it is said. */
  warn(text: string): void;
}

/**
 * Nothing is sent yet. Without a token there is no GitHub, and commands do without.
 *
 * `@octokit/core` is what `@actions/github` wraps. With it all of this room is 50 KB of the bundle; `@actions/github` and
 * `@octokit/plugin-retry` alone are 150 KB, with a method for each of 1,100 endpoints (routes are typed, too), and take eight
 * times as long to load: they always bring a second `fetch`, which is needed for a proxy alone.
 *
 * @param apiUrl `GITHUB_API_URL`: https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise Server
 * @param repository `owner/name`
 * @param warn shows a warning to whoever reads the run
 */
export async function connectGitHub({
  token,
  apiUrl = "https://api.github.com",
  repository,
  warn,
  env = process.env,
  clock = systemClock,
}: {
  token: string | undefined;
  apiUrl?: string | undefined;
  repository: string;
  warn: (text: string) => void;
  env?: Readonly<Record<string, string | undefined>>;
  clock?: Clock;
}): Promise<GitHub | undefined> {
  const [owner, repo] = repository.split("/");
  if (!token || !owner || !repo) return undefined;
  const { Octokit } = await import("@octokit/core");
  const fetch = await proxyFetch(apiUrl, env);
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ""),
    userAgent: "ecs-cognito-deploy/0.1.0",
    log: quiet,
    request: { log: quiet, ...(fetch ? { fetch } : {}) },
  });
  const said = new Set<string>();
  let viewer: Promise<string> | undefined;
  return {
    // https://docs.github.com/en/rest/about-the-rest-api/api-versions
    request: octokit.request.defaults({ headers: { "x-github-api-version": "2022-11-28" } }),
    at: { owner, repo },
    clock,
    viewer: (signal) => {
      // The one question about oneself that every kind of token may ask: `GET /user` is closed to GITHUB_TOKEN and the
      // tokens of other apps ("Resource not accessible by integration"), `GET /app` wants a JWT.
      // https://docs.github.com/en/graphql/reference/queries#viewer
      viewer ??= octokit
        .graphql<{ viewer: { login: string } }>("query { viewer { login } }", { request: { signal: bounded(signal) } })
        .then((answer) => answer.viewer.login)
        .catch((error) => {
          viewer = undefined;
          throw error;
        });
      return viewer;
    },
    warn: (text) => {
      if (said.has(text)) return;
      said.add(text);
      warn(text);
    },
  };
}

/** One request takes 30 s at most, and ends with the step. */
export function bounded(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(30_000)]);
}

/**
 * All pages of a list. GitHub says with `rel="next"` whether there is another one:
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export async function* paged<T>(
  read: (page: { per_page: number; page: number }) => Promise<{ data: T[]; headers: { link?: string | undefined } }>,
): AsyncGenerator<T> {
  for (let page = 1; ; page++) {
    const { data, headers } = await read({ per_page: 100, page });
    yield* data;
    if (!/rel="next"/.test(headers.link ?? "")) return;
  }
}

/** Node's own `fetch` knows of no proxy. What @actions/github does about it, for those who have one. */
async function proxyFetch(apiUrl: string, env: Readonly<Record<string, string | undefined>>) {
  if (!["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name])) return undefined;
  const [{ HttpClient }, { fetch }] = await Promise.all([import("@actions/http-client"), import("undici")]);
  // Obeys no_proxy, too: then it is no proxy's dispatcher.
  const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
  return dispatcher
    ? (url: string, options: object) => fetch(url, { ...options, dispatcher: dispatcher as never })
    : undefined;
}
