import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { admit, countRequest, primaryLimit, rateLimitHeaders, secondaryLimit, whoAsks } from "./access.js";
import { perform } from "./acts.js";
import type { GitHubCall } from "./calls.js";
import { type Description, type Operation, readDescription } from "./description.js";
import { GitHubError, notFound } from "./errors.js";
import { type GitHubFault, GitHubFaults } from "./faults.js";
import type { GitHub } from "./github.js";
import { answerQuery, GRAPHQL } from "./graphql.js";
import { ID_TOKEN_PATH } from "./id-tokens.js";
import { answerLocally } from "./local-api.js";
import type { Token } from "./model.js";
import type { Answer } from "./operation.js";
import { OPERATIONS } from "./operations/index.js";
import { pageOf } from "./paging.js";
import { Misfit, readBody, readParameters } from "./request.js";

export interface GitHubServer {
  /** `http://127.0.0.1:<port>`, for GITHUB_API_URL. */
  readonly url: string;
  close(): Promise<void>;
}

/** What is known of the requests so far, beside what they changed. */
export interface Inside {
  readonly github: GitHub;
  readonly faults: GitHubFaults;
  calls: GitHubCall[];
  /** Answers of ours that GitHub's description does not allow: mistakes of the local GitHub, which tests must not pass with. */
  readonly bugs: string[];
}

/** Serves it on 127.0.0.1. `port` 0 (the default) takes a free one. Paths under `/_local/` are for looking inside. */
export async function startGitHubServer(github: GitHub, { port = 0 }: { port?: number } = {}): Promise<GitHubServer> {
  const inside: Inside = { github, faults: new GitHubFaults(), calls: [], bugs: [] };
  const server = createServer({ keepAliveTimeout: 120_000 }, (incoming, response) => {
    serve(inside, incoming, response).catch((error: unknown) => {
      reportBug(inside, `${incoming.method} ${incoming.url}: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  github.servedAt(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(inside: Inside, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? "/", inside.github.addresses.api);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const request: Request = {
    method: incoming.method ?? "GET",
    url,
    authorization: incoming.headers.authorization,
    userAgent: incoming.headers["user-agent"],
    body: Buffer.concat(chunks),
  };
  const answer = url.pathname.startsWith("/_local/")
    ? await answerLocally(request, inside)
    : url.pathname.startsWith(ID_TOKEN_PATH)
      ? await issueIdToken(request, inside)
      : await new Exchange(inside, request).answer();
  if (answer === "reset") incoming.socket.resetAndDestroy();
  // Silent until the client gives up or the server closes.
  if (answer === "reset" || answer === "hang") return;
  const body = answer.body === undefined ? "" : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...(answer.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    ...answer.headers,
    ...(answer.status === 204 ? {} : { "content-length": String(Buffer.byteLength(body)) }),
  });
  response.end(body);
}

export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  readonly body: Buffer;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Not of the REST API: no rate, no description. */
async function issueIdToken(request: Request, { github }: Inside): Promise<WireAnswer> {
  try {
    return { status: 200, body: await github.idTokens.issue(request, github.clock.now()) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: error.status, body: { message: error.message } };
  }
}

/** One request, from its line to its answer. */
class Exchange {
  readonly #inside: Inside;
  readonly #request: Request;
  readonly #requestId = randomUUID().toUpperCase();
  #token: Token | undefined;
  #operation: Operation | undefined;

  constructor(inside: Inside, request: Request) {
    this.#inside = inside;
    this.#request = request;
  }

  async answer(): Promise<WireAnswer | "reset" | "hang"> {
    const started = performance.now();
    const { github, calls } = this.#inside;
    const at = github.clock.now().toISOString();
    const record = (status: number, more: Pick<GitHubCall, "error" | "misfits"> = {}) =>
      calls.push({
        operation: this.#operation?.id ?? "",
        method: this.#request.method,
        path: this.#request.url.pathname,
        status,
        at,
        requestId: this.#requestId,
        login: this.#token?.account.login ?? "",
        ...more,
        durationMs: Math.round(performance.now() - started),
      });
    try {
      const answer = await this.#attempt();
      if (typeof answer === "object") record(answer.status);
      else record(0, { error: answer });
      return answer === "reset after" ? "reset" : answer === "hang after" ? "hang" : answer;
    } catch (thrown) {
      const error = thrown instanceof GitHubError ? thrown : this.#bug(thrown);
      record(error.status, {
        error: [error.message, ...(error.errors ?? []).map((each) => JSON.stringify(each))].join(" "),
        ...(error instanceof Misfit ? { misfits: error.misfits } : {}),
      });
      return this.#errorAnswer(error);
    }
  }

  async #attempt(): Promise<WireAnswer | "reset" | "hang" | "reset after" | "hang after"> {
    const { github, faults } = this.#inside;
    const { method, url, userAgent, authorization } = this.#request;
    if (!userAgent)
      throw new GitHubError(
        403,
        "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.",
      );
    const description = await readDescription();
    const isQuery = method === GRAPHQL.method && url.pathname === GRAPHQL.path;
    const found = isQuery ? { operation: GRAPHQL, parameters: {} } : description.find(method, url.pathname);
    this.#operation = found?.operation;
    const fault = this.#operation && faults.next(this.#operation.id);
    if (fault?.reset) return "reset";
    if (fault?.hang) return "hang";
    this.#token = whoAsks(github, authorization);
    const payer = this.#token ?? github.nobody;
    const refused = fault && faultError(fault, payer);
    if (refused) throw refused;
    // "Accessing this endpoint does not count against your REST API rate limit."
    if (found?.operation.id !== "rate-limit/get") countRequest(payer, github.clock.now());
    if (found === undefined) throw notFound();
    if (fault?.actBefore) perform(github, fault.actBefore);
    const answer = this.#operate(description, found);
    if (fault?.actAfter) perform(github, fault.actAfter);
    if (fault?.resetAfter) return "reset after";
    if (fault?.hangAfter) return "hang after";
    if (fault?.delaySeconds) await github.clock.sleep(fault.delaySeconds);
    return answer;
  }

  #operate(
    description: Description,
    { operation, parameters: path }: { operation: Operation; parameters: Record<string, string> },
  ): WireAnswer {
    const { github } = this.#inside;
    if (operation === GRAPHQL)
      return { status: 200, headers: this.#headers(), body: answerQuery(this.#token, this.#request.body) };
    const served = OPERATIONS[operation.id];
    if (served === undefined) throw new GitHubError(501, `The local GitHub does not serve ${operation.id}.`);
    const isOfRepository = path.owner !== undefined;
    // An operation that is of no repository does not look at it.
    const repository = isOfRepository
      ? admit(github, { token: this.#token, served, name: `${path.owner}/${path.repo}` })
      : (undefined as never);
    const query = this.#request.url.searchParams;
    const parameters = readParameters(description, operation, { path, query });
    const body = readBody(description, operation, this.#request.body);
    const answer = served.answer({ github, repository, token: this.#token, parameters, body });
    return this.#checked(description, operation, this.#page(answer, parameters));
  }

  #page(answer: Answer, parameters: Readonly<Record<string, unknown>>): WireAnswer {
    const headers = this.#headers();
    if (answer.list === undefined) return { ...answer, headers };
    const [page, perPage] = [Number(parameters.page), Number(parameters.per_page)];
    const { body, link } = pageOf(answer.list, { page, perPage, url: this.#request.url });
    return { status: answer.status, body, headers: { ...headers, ...(link ? { link } : {}) } };
  }

  /** An answer that GitHub's description does not allow is a mistake here, and must not be taken for GitHub's. */
  #checked(description: Description, operation: Operation, answer: WireAnswer): WireAnswer {
    const problems = description.checkAnswer(operation, answer.status, answer.body);
    if (problems?.length === 0) return answer;
    const what = problems
      ? problems.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
      : [`GitHub's description has no ${answer.status}`];
    throw new Error(`the local GitHub's answer to ${operation.id} is not GitHub's: ${what.slice(0, 5).join("; ")}`);
  }

  #errorAnswer({ status, message, errors, headers }: GitHubError): WireAnswer {
    return {
      status,
      headers: { ...this.#headers(), ...headers },
      body: {
        message,
        ...(errors ? { errors } : {}),
        documentation_url: this.#operation?.documentation ?? "https://docs.github.com/rest",
        status: String(status),
      },
    };
  }

  #headers(): Record<string, string> {
    return {
      "x-github-request-id": this.#requestId,
      "x-github-media-type": "github.v3; format=json",
      "x-github-api-version-selected": "2022-11-28",
      ...rateLimitHeaders(this.#token ?? this.#inside.github.nobody),
    };
  }

  #bug(thrown: unknown): GitHubError {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    reportBug(this.#inside, message);
    return new GitHubError(500, `A bug in the local GitHub: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}

function faultError(fault: GitHubFault, payer: Token): GitHubError | undefined {
  if (fault.throttle === "primary") return primaryLimit(payer);
  if (fault.throttle === "secondary") return secondaryLimit(fault.retryAfterSeconds ?? 60);
  if (fault.fail) return new GitHubError(502, "Server Error");
  const { error } = fault;
  return error && new GitHubError(error.status, error.message ?? "", { headers: error.headers ?? {} });
}

function reportBug({ bugs }: Inside, what: string): void {
  bugs.push(what);
  process.stderr.write(`local GitHub: ${what}\n`);
}
