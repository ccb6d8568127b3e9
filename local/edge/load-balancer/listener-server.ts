import { createServer as createHttpServer, type IncomingMessage, type Server, ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createGate, type Server as Gate, type Socket } from "node:net";
import type { Duplex, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { createSecureContext, TLSSocket } from "node:tls";
import { securityPolicy } from "../../aws/elbv2/ssl-policies.js";
import type { ListenerRecord } from "../../aws/elbv2/state.js";
import { type Address, INTERNET_CLIENT } from "../network.js";
import { rawAnswer, sendAnswer } from "./answer.js";
import { chooseCertificate } from "./certificate-choice.js";
import { readClientRequest } from "./client-request.js";
import type { Exchange, Handling } from "./exchange.js";
import { handleRequest, type Upgrade } from "./handle-request.js";
import { reachedFromInternet } from "./internet.js";

/** AWS: 16 K for the request line, 16 K for a header, 64 K for all. */
const MAX_HEADERS = 64 * 1024;
/** How long an exchange may go on once its listener is gone, in milliseconds. */
const CLOSING_MS = 1000;

export interface ListenerServer {
  readonly address: Address;
  close(): Promise<void>;
}

/** Serves a listener on a loopback port of its own. */
export async function startListenerServer(handling: Handling, listener: ListenerRecord): Promise<ListenerServer> {
  const sockets = new Set<Duplex>();
  const exchanges = new Set<Writable>();
  const connected = new WeakMap<Duplex, number>();
  const server = protocolServer(handling, listener);
  const respond: Respond = (incoming, outgoing, upgrade) => {
    exchanges.add(outgoing);
    outgoing.on("close", () => exchanges.delete(outgoing));
    limitConnection(listener, connected, incoming, outgoing);
    startExchange(handling, listener, incoming, outgoing, upgrade);
  };
  server.on("request", respond);
  server.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const outgoing = new ServerResponse(incoming);
    outgoing.shouldKeepAlive = false;
    outgoing.assignSocket(socket);
    outgoing.on("finish", () => socket.end());
    socket.on("error", () => socket.destroy());
    respond(incoming, outgoing, { socket, head });
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const isLate = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
    if (isLate && socket.bytesRead === 0) socket.destroy();
    else if (socket.writable) socket.end(rawAnswer({ status: isLate ? 408 : 400 }, listener.attributes));
    else socket.destroy();
  });
  server.on("tlsClientError", (_error: Error, socket: Duplex) => socket.destroy());

  const letIn = (socket: Socket) => {
    // What gets no packet through is never answered: the client waits until it gives up.
    if (reachedFromInternet(handling.aws, listener.loadBalancer, listener.port)) server.emit("connection", socket);
    else socket.on("end", () => socket.destroy()).resume();
  };
  const gate = createGate({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    letIn(socket);
  });
  await new Promise<void>((resolve, reject) => {
    gate.once("error", reject);
    gate.listen(0, "127.0.0.1", resolve);
  });
  const { port } = gate.address() as AddressInfo;
  // Node watches for headers that do not end from this event on, and stops when the server is closed.
  server.emit("listening");
  gate.once("close", () => server.close());
  return { address: { host: "127.0.0.1", port }, close: () => close(gate, sockets, exchanges) };
}

/** Takes no new connections, lets what is under way end, and cuts off what does not. */
async function close(gate: Gate, sockets: ReadonlySet<Duplex>, exchanges: ReadonlySet<Writable>): Promise<void> {
  const closed = new Promise<void>((resolve) => gate.close(() => resolve()));
  const ended = [...exchanges].map((outgoing) => new Promise((resolve) => outgoing.once("close", resolve)));
  const timer = new AbortController();
  await Promise.race([Promise.all(ended), setTimeout(CLOSING_MS, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  for (const socket of sockets) socket.destroy();
  await closed;
}

type Respond = (
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
  upgrade?: Upgrade,
) => void;

/** Ends a connection that is older than the load balancer's `client_keep_alive.seconds`, once this answer is sent. */
function limitConnection(
  { loadBalancer }: ListenerRecord,
  connected: WeakMap<Duplex, number>,
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
): void {
  const { socket } = incoming;
  const since = connected.get(socket) ?? performance.now();
  connected.set(socket, since);
  const limitMs = Number(loadBalancer.attributes.get("client_keep_alive.seconds")) * 1000;
  if (performance.now() - since < limitMs) return;
  if (outgoing instanceof ServerResponse) outgoing.shouldKeepAlive = false;
  else outgoing.stream.session?.close();
}

function startExchange(
  handling: Handling,
  listener: ListenerRecord,
  incoming: IncomingMessage | Http2ServerRequest,
  outgoing: ServerResponse | Http2ServerResponse,
  upgrade?: Upgrade,
): void {
  const socket = "stream" in incoming ? incoming.stream.session?.socket : incoming.socket;
  const protocol = listener.protocol === "HTTPS" ? "https" : "http";
  const request = readClientRequest(incoming, { protocol, port: listener.port, clientIp: INTERNET_CLIENT });
  outgoing.on("error", () => outgoing.destroy());
  if (request === undefined) {
    sendAnswer({ outgoing, listener }, { status: 400 });
    return;
  }
  const tls =
    socket instanceof TLSSocket ? { version: socket.getProtocol() ?? "", cipher: socket.getCipher().name } : undefined;
  const exchange: Exchange = { listener, request, incoming, outgoing, tls, clientPort: socket?.remotePort ?? 0 };
  handleRequest(handling, exchange, upgrade).catch((error: unknown) => {
    if (!handling.aws.stopping.aborted) process.emitWarning(error instanceof Error ? error : String(error));
  });
}

function protocolServer(handling: Handling, listener: ListenerRecord): Server {
  const attributes = listener.loadBalancer.attributes;
  const idleMs = Number(attributes.get("idle_timeout.timeout_seconds")) * 1000;
  const http1 = {
    maxHeaderSize: MAX_HEADERS,
    keepAliveTimeout: idleMs,
    headersTimeout: idleMs,
    connectionsCheckingInterval: 500,
    requestTimeout: 0,
  };
  if (listener.protocol === "HTTP") return createHttpServer(http1);
  const { protocols, ciphers } = securityPolicy(listener.sslPolicy ?? "");
  const minVersion = protocols.at(-1) ?? "TLSv1.2";
  const [first = ""] = listener.certificates;
  const options = {
    ...http1,
    ...credentials(handling, first),
    minVersion,
    maxVersion: protocols[0] ?? "TLSv1.3",
    // OpenSSL keeps TLS 1.0 and 1.1 for level 0.
    ciphers: [...ciphers, ...(minVersion < "TLSv1.2" ? ["@SECLEVEL=0"] : [])].join(":"),
    honorCipherOrder: true,
    SNICallback: (
      name: string,
      done: (error: Error | null, context?: ReturnType<typeof createSecureContext>) => void,
    ) => {
      try {
        done(null, createSecureContext(credentials(handling, certificateFor(handling, listener, name))));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
  if (attributes.get("routing.http2.enabled") !== "true") return createHttpsServer(options);
  // Node types it apart, but it has the same events and takes HTTP/1.1 as well.
  return createSecureServer({ ...options, allowHTTP1: true }) as unknown as Server;
}

function credentials({ aws }: Handling, certificateArn: string): { cert: string; key: string } {
  const issued = aws.acm.issued(certificateArn);
  if (issued === undefined) throw new Error(`The certificate ${certificateArn} is not issued.`);
  return { cert: issued.certificatePem, key: issued.privateKeyPem };
}

/** The ARN of the certificate for a name that a client asks for. */
function certificateFor({ aws }: Handling, { certificates }: ListenerRecord, serverName: string): string {
  const candidates = certificates.flatMap((arn) => {
    const issued = aws.acm.issued(arn);
    return issued === undefined ? [] : [{ arn, ...issued }];
  });
  return chooseCertificate(candidates, serverName, aws.clock.now())?.arn ?? certificates[0] ?? "";
}
