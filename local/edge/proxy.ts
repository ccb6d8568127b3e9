import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream";
import type { Network, Resolution } from "./network.js";

export interface Proxy {
  /** `http://127.0.0.1:PORT`: for `curl --proxy` and a browser's `--proxy-server`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Headers that concern one connection alone (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * An HTTP proxy on 127.0.0.1 that knows the local AWS's names: CONNECT for https, absolute-form requests for http. It
 * connects to nothing but what the network gives it: a name that is not local is answered 502 with the reason.
 */
export async function startProxy(network: Network, { port = 0 }: { port?: number } = {}): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => forward(network, req, res));
  server.on("connect", (req: IncomingMessage, client: Socket, head: Buffer) => {
    tunnel(network, req.url ?? "", client, head, sockets);
  });
  server.on("connection", (socket) => track(sockets, socket));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tunnel(network: Network, authority: string, client: Socket, head: Buffer, sockets: Set<Socket>): void {
  client.on("error", () => client.destroy());
  const target = parseAuthority(authority, 443);
  if (target === undefined) {
    client.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    return;
  }
  const found = network.resolve(target.host, target.port);
  if ("error" in found) {
    const { status, reason } = refusal(found.error, `${target.host}:${target.port}`);
    client.end(
      `HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(reason)}\r\nConnection: close\r\n\r\n${reason}`,
    );
    return;
  }
  const upstream = connect(found.address);
  track(sockets, upstream);
  upstream.once("connect", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) upstream.write(head);
    pipeline(client, upstream, () => {});
    pipeline(upstream, client, () => {});
  });
  upstream.once("error", () => {
    if (client.writable && upstream.bytesWritten === 0)
      client.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n");
    else client.destroy();
  });
}

function forward(network: Network, req: IncomingMessage, res: ServerResponse): void {
  const url = URL.canParse(req.url ?? "") ? new URL(req.url ?? "") : undefined;
  if (url === undefined || url.protocol !== "http:") {
    res.writeHead(400, { "content-type": "text/plain" }).end("This is a proxy: it takes http:// URLs and CONNECT.\n");
    return;
  }
  const found: Resolution = network.resolve(url.hostname, Number(url.port || 80));
  if ("error" in found) {
    const { status, reason } = refusal(found.error, url.host);
    res.writeHead(Number(status.slice(0, 3)), { "content-type": "text/plain" }).end(reason);
    return;
  }
  const upstream = request({
    ...found.address,
    method: req.method,
    path: `${url.pathname}${url.search}`,
    headers: endToEnd(req.rawHeaders),
    agent: false,
  });
  upstream.on("response", (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
    pipeline(answer, res, () => {});
  });
  upstream.on("error", (error) => {
    if (res.headersSent) res.destroy();
    else res.writeHead(502, { "content-type": "text/plain" }).end(`${error.message}\n`);
  });
  pipeline(req, upstream, () => {});
}

function refusal(error: "ENOTFOUND" | "ECONNREFUSED" | "ETIMEDOUT", authority: string) {
  if (error === "ENOTFOUND") {
    return { status: "502 Bad Gateway", reason: `${authority}: no such name in the local AWS.\n` };
  }
  if (error === "ECONNREFUSED") {
    return { status: "503 Service Unavailable", reason: `${authority}: nothing listens on that port.\n` };
  }
  return { status: "504 Gateway Timeout", reason: `${authority}: the security groups do not let that port in.\n` };
}

/** `host:port`, where the host may be an IPv6 address in brackets, which no local name is. */
function parseAuthority(authority: string, defaultPort: number): { host: string; port: number } | undefined {
  const match = /^([A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(authority);
  if (match?.[1] === undefined) return undefined;
  return { host: match[1], port: match[2] === undefined ? defaultPort : Number(match[2]) };
}

function endToEnd(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = "", value = ""] = [raw[i], raw[i + 1]];
    if (!HOP_BY_HOP.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy does not listen on a port.");
  return address.port;
}
