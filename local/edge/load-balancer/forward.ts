import {
  type ClientRequest as HttpRequest,
  request as httpRequest,
  type IncomingMessage,
  ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream";
import type { TargetGroupRecord, TargetRecord } from "../../aws/elbv2/state.js";
import type { Address } from "../network.js";
import { sendAnswer } from "./answer.js";
import type { Exchange, Handling } from "./exchange.js";
import { requestHeaders, responseHeaders } from "./forwarded-headers.js";
import { countRequest } from "./load-metrics.js";
import { reach } from "./reach.js";

/** How long AWS waits for a connection to a target, in seconds. */
const CONNECT_TIMEOUT = 10;
/** AWS: 32 K for all headers of a response. More is a 502. */
const MAX_RESPONSE_HEADERS = 32 * 1024;
/** RFC 9110, section 9.2.2: sending one of these twice does what sending it once does. */
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** What is added on the way to the target and back. */
export interface Additions {
  readonly targetHeaders: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
}

/**
 * Sends a request to a target of the group and its answer to the client, streaming both ways; or answers 408, 502, 503 or
 * 504. Gives back when the exchange is over.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export async function forward(
  handling: Handling,
  exchange: Exchange,
  group: TargetGroupRecord,
  additions: Additions,
): Promise<void> {
  const target = handling.choice.target(group);
  if (target === undefined) return sendAnswer(exchange, { status: 503 });
  countRequest(handling.aws, exchange.listener.loadBalancer, group);
  const done = handling.choice.begin(target);
  try {
    const address = await reachable(handling, exchange, target);
    if (typeof address === "number") sendAnswer(exchange, { status: address });
    else await relay(handling, exchange, { target, address, additions });
  } finally {
    done();
  }
}

/**
 * The same for a request to switch protocols, such as a WebSocket's: once the target has agreed, bytes pass both ways
 * until either side closes, or is silent for the idle timeout. `head` is what the client has sent already.
 */
export async function forwardUpgrade(
  handling: Handling,
  exchange: Exchange,
  group: TargetGroupRecord,
  additions: Additions,
  client: { readonly socket: Socket; readonly head: Buffer },
): Promise<void> {
  const target = handling.choice.target(group);
  if (target === undefined) return sendAnswer(exchange, { status: 503 });
  countRequest(handling.aws, exchange.listener.loadBalancer, group);
  const address = await reachable(handling, exchange, target);
  if (typeof address === "number") return sendAnswer(exchange, { status: address });
  const protocol = String(exchange.incoming.headers.upgrade ?? "");
  const headers = [...targetHeaders(handling, exchange, additions), "Connection", "Upgrade", "Upgrade", protocol];
  const upstream = open(exchange, { address, agent: false, headers });
  upstream.end();
  const idleMs = idleTimeoutMs(exchange);
  await new Promise<void>((resolve) => {
    const cut = () => upstream.destroy();
    target.gone.signal.addEventListener("abort", cut, { once: true });
    upstream.on("upgrade", (answer, socket, head) => {
      const lines = [...pairs(answer.rawHeaders)].map(([name, value]) => `${name}: ${value}\r\n`).join("");
      client.socket.write(`HTTP/1.1 101 ${answer.statusMessage}\r\n${lines}\r\n`);
      if (head.length > 0) client.socket.write(head);
      if (client.head.length > 0) socket.write(client.head);
      const close = () => {
        socket.destroy();
        client.socket.destroy();
        resolve();
      };
      target.gone.signal.addEventListener("abort", close, { once: true });
      // Two pipelines would take more listeners of a TLS socket than Node finds normal.
      for (const each of [client.socket, socket]) {
        each.setTimeout(idleMs, close);
        each.on("error", close).on("close", close);
      }
      client.socket.pipe(socket).pipe(client.socket);
    });
    upstream.on("response", (answer) => sendResponse(exchange, answer, additions, resolve));
    upstream.on("error", () => {
      if (!exchange.outgoing.headersSent) sendAnswer(exchange, { status: 502 });
      resolve();
    });
  });
}

/** The target's address, or the status that says why there is none: 502 refused, 504 no answer. */
async function reachable({ aws }: Handling, exchange: Exchange, target: TargetRecord): Promise<Address | 502 | 504> {
  const found = await reach(aws, exchange.listener.loadBalancer, target.id, target.port);
  if (found === "refused") return 502;
  if (found !== "dropped") return found;
  const gaveUp = new AbortController();
  const stop = () => gaveUp.abort();
  exchange.outgoing.on("close", stop);
  await aws.clock
    .sleep(CONNECT_TIMEOUT * aws.clock.speed, AbortSignal.any([aws.stopping, target.gone.signal, gaveUp.signal]))
    .catch(() => {});
  return 504;
}

function relay(
  handling: Handling,
  exchange: Exchange,
  { target, address, additions }: { target: TargetRecord; address: Address; additions: Additions },
): Promise<void> {
  const { incoming, outgoing, request } = exchange;
  const body = hasBody(exchange);
  const headers = targetHeaders(handling, exchange, additions);
  const idleMs = idleTimeoutMs(exchange);
  return new Promise((resolve) => {
    const attempt = (fresh: boolean) => {
      const upstream = open(exchange, { address, agent: fresh ? false : handling.agent, headers });
      let status: 408 | 502 | 504 = 502;
      let answered = false;
      const cut = () => upstream.destroy(new Error("The deregistration delay is over."));
      const leave = () => upstream.destroy();
      const finish = () => {
        target.gone.signal.removeEventListener("abort", cut);
        outgoing.off("close", leave);
        resolve();
      };
      target.gone.signal.addEventListener("abort", cut, { once: true });
      outgoing.once("close", leave);
      upstream.setTimeout(idleMs, () => {
        // Who has been silent: the client, with the rest of its body, or the target.
        status = body && !incoming.complete ? 408 : 504;
        upstream.destroy(new Error("The idle timeout is over."));
      });
      upstream.on("response", (answer) => {
        answered = true;
        sendResponse(exchange, answer, additions, finish);
      });
      upstream.on("error", () => {
        if (answered) return;
        // The target closed a connection that was kept alive just when it was used again: nothing has happened yet.
        const again = upstream.reusedSocket && !body && IDEMPOTENT.has(request.method) && !outgoing.destroyed;
        if (again && !target.gone.signal.aborted && status === 502) {
          target.gone.signal.removeEventListener("abort", cut);
          outgoing.off("close", leave);
          attempt(true);
          return;
        }
        if (!outgoing.headersSent && !outgoing.destroyed) sendAnswer(exchange, { status });
        finish();
      });
      if (body) pipeline(incoming, upstream, () => {});
      else upstream.end();
    };
    // A body can be sent but once, so it goes over a connection that cannot be stale.
    attempt(body);
  });
}

function open(
  { request }: Exchange,
  { address, agent, headers }: { address: Address; agent: Handling["agent"] | false; headers: string[] },
): HttpRequest {
  const path = request.query === "" ? request.path : `${request.path}?${request.query}`;
  return httpRequest({
    ...address,
    ...{ method: request.method, path, headers, agent, maxHeaderSize: MAX_RESPONSE_HEADERS },
  });
}

function idleTimeoutMs({ listener }: Exchange): number {
  return Number(listener.loadBalancer.attributes.get("idle_timeout.timeout_seconds")) * 1000;
}

function targetHeaders({ aws }: Handling, exchange: Exchange, additions: Additions): string[] {
  const { listener, request, tls, clientPort } = exchange;
  const headers = requestHeaders(request, additions.targetHeaders, {
    attributes: listener.loadBalancer.attributes,
    clientPort,
    tls,
    now: aws.clock.now().getTime() / 1000,
  });
  const framed = request.headers.some(([name]) => name.toLowerCase() === "content-length");
  if (hasBody(exchange) && !framed) headers.push("Transfer-Encoding", "chunked");
  else if (!framed && !["GET", "HEAD", "OPTIONS"].includes(request.method)) headers.push("Content-Length", "0");
  return headers;
}

function sendResponse(exchange: Exchange, answer: IncomingMessage, { cookies }: Additions, done: () => void): void {
  const { outgoing, listener } = exchange;
  const headers: Record<string, string[]> = {};
  const entries = responseHeaders(answer.rawHeaders, listener.attributes);
  for (const [name, value] of [...entries, ...cookies.map((cookie): [string, string] => ["Set-Cookie", cookie])]) {
    const key = Object.keys(headers).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    headers[key] = [...(headers[key] ?? []), value];
  }
  const single = Object.entries(headers).map(([name, values]) => [
    name,
    values.length === 1 ? (values[0] ?? "") : values,
  ]);
  const merged: Record<string, string | string[]> = Object.fromEntries(single);
  const status = answer.statusCode ?? 502;
  if (outgoing instanceof ServerResponse) outgoing.writeHead(status, answer.statusMessage, merged);
  else outgoing.writeHead(status, merged);
  pipeline(answer, outgoing, () => done());
}

function hasBody({ incoming }: Exchange): boolean {
  if ("stream" in incoming) return !incoming.stream.endAfterHeaders;
  const { headers } = incoming;
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function* pairs(raw: readonly string[]): Generator<[string, string]> {
  for (let i = 0; i + 1 < raw.length; i += 2) yield [raw[i] ?? "", raw[i + 1] ?? ""];
}
