import * as http from "node:http";
import * as https from "node:https";
import * as net from "node:net";
import * as tls from "node:tls";
import { BODY_LIMIT, TIMEOUT, trust, USER_AGENT } from "./connection.js";
import { askHttp2, type Http2Connection } from "./http2-connection.js";

/** An answer, with as much of its body as a check looks at. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** One request as an outsider sends it: redirects not followed. */
export interface Asking {
  readonly secure?: boolean;
  /** Where the connection goes. */
  readonly connectTo: string;
  readonly port?: number;
  /** The name in the TLS handshake; absent: the Host header's. */
  readonly serverName?: string;
  /** The Host header. */
  readonly host: string;
  readonly method?: string;
  /** What stands in the request line, sent as it is: path and query, or the absolute form. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the certificate must be good. An attacker does not mind; whoever sends a password does. */
  readonly verify?: boolean;
  readonly as?: "HTTP/1.0" | "HTTP/1.1" | "HTTP/2" | "WebSocket";
  /** Connections that are kept, for HTTP/1.1; absent: a fresh one. */
  readonly agent?: https.Agent;
  /** The HTTP/2 connection that it shares with others; absent: one of its own, `as` it says. */
  readonly over?: Http2Connection;
}

/**
 * Sends a request and gives back the answer.
 *
 * @throws Error of node:net, node:tls or node:http; NotOffered when the other side does not speak that protocol
 */
export async function ask(asking: Asking, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted();
  if (asking.over) return await asking.over.ask(asking);
  if (asking.as === "HTTP/2") return await askHttp2(asking, signal);
  if (asking.as === "HTTP/1.0") return await askHttp10(asking, signal);
  return await askHttp11(asking, signal);
}

function askHttp11(asking: Asking, signal: AbortSignal): Promise<Answer> {
  const { secure = true, connectTo, port, host, method = "GET", target, headers, body, verify = false } = asking;
  const upgrade = asking.as === "WebSocket" && {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      {
        host: connectTo,
        port: port ?? (secure ? 443 : 80),
        path: target,
        method,
        headers: { host, accept: "text/html", "user-agent": USER_AGENT, ...upgrade, ...headers },
        agent: asking.agent ?? false,
        signal,
        timeout: TIMEOUT,
        ...(secure && { servername: asking.serverName ?? host, rejectUnauthorized: verify, secureContext: trust() }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const end = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString("utf8"),
          });
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length <= BODY_LIMIT) return;
          end();
          request.destroy();
        });
        response.on("end", end);
        response.on("error", reject);
      },
    );
    request.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 101, headers: response.headers, body: "" });
    });
    request.on("timeout", () => request.destroy(new Error(`no answer within ${TIMEOUT / 1000} s`)));
    request.on("error", reject);
    request.end(body);
  });
}

/** Node's client speaks HTTP/1.1 alone. The answer ends with the connection, as it does in HTTP/1.0. */
function askHttp10(asking: Asking, signal: AbortSignal): Promise<Answer> {
  const { host, method = "GET", target, headers = {} } = asking;
  return new Promise((resolve, reject) => {
    const socket = connect(asking);
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = () => socket.destroy(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(TIMEOUT, () => socket.destroy(new Error(`no answer within ${TIMEOUT / 1000} s`)));
    socket.once(socket instanceof tls.TLSSocket ? "secureConnect" : "connect", () => {
      const lines = Object.entries({ host, "user-agent": USER_AGENT, ...headers });
      socket.write(
        `${method} ${target} HTTP/1.0\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
      );
    });
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > BODY_LIMIT) socket.destroy();
    });
    socket.on("end", () => socket.end());
    let failure: Error | undefined;
    socket.on("error", (error) => {
      failure = error;
    });
    socket.on("close", () => {
      signal.removeEventListener("abort", stop);
      const answer = parseAnswer(Buffer.concat(chunks).toString("utf8"));
      if (answer) resolve(answer);
      else reject(failure ?? new Error("the connection was closed without an answer"));
    });
  });
}

/** A whole answer of HTTP/1.x as text, or undefined if it is none. */
export function parseAnswer(text: string): Answer | undefined {
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...lines] = text.slice(0, Math.max(end, 0)).split("\r\n");
  const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(first)?.[1];
  if (!status) return undefined;
  const headers: http.IncomingHttpHeaders = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === "set-cookie") headers["set-cookie"] = [...(headers["set-cookie"] ?? []), value];
    else headers[name] = value;
  }
  return { status: Number(status), headers, body: text.slice(end + 4) };
}

function connect({ secure = true, connectTo, port, host, serverName, verify = false }: Asking): net.Socket {
  return secure
    ? tls.connect({
        host: connectTo,
        port: port ?? 443,
        servername: serverName ?? host,
        rejectUnauthorized: verify,
        secureContext: trust(),
      })
    : net.connect({ host: connectTo, port: port ?? 80 });
}
