import type { IncomingHttpHeaders } from "node:http";
import { type ClientHttp2Session, connect as startSession } from "node:http2";
import { connect, type TLSSocket } from "node:tls";
import { BODY_LIMIT, NotOffered, TIMEOUT, trust, USER_AGENT } from "./connection.js";
import type { Answer, Asking } from "./request.js";

/**
 * One HTTP/2 connection, opened at once, that carries any number of requests side by side as a browser's does: a
 * handshake for all of them. To be closed at the end.
 */
export class Http2Connection {
  readonly #socket: TLSSocket;
  readonly #session: Promise<ClientHttp2Session>;
  readonly #signal: AbortSignal;
  readonly #stop = () => this.close(this.#signal.reason);

  constructor(
    { connectTo, port = 443, host, serverName = host, verify = false }: Omit<Asking, "target">,
    signal: AbortSignal,
  ) {
    this.#signal = signal;
    signal.addEventListener("abort", this.#stop, { once: true });
    this.#socket = connect({
      host: connectTo,
      port,
      servername: serverName,
      rejectUnauthorized: verify,
      secureContext: trust(),
      ALPNProtocols: ["h2"],
    });
    this.#socket.setTimeout(TIMEOUT, () => this.close(new Error(`no answer within ${TIMEOUT / 1000} s`)));
    this.#session = this.#open(host);
    // Whoever asks is told.
    this.#session.catch(() => {});
  }

  async #open(host: string): Promise<ClientHttp2Session> {
    const socket = this.#socket;
    await new Promise<void>((resolve, reject) => {
      socket.once("secureConnect", resolve);
      socket.once("close", () => reject(new Error("the connection was closed during the handshake")));
      socket.once("error", (error: NodeJS.ErrnoException) =>
        reject(error.code?.includes("NO_APPLICATION_PROTOCOL") ? new NotOffered("HTTP/2 is not offered") : error),
      );
    });
    if (socket.alpnProtocol !== "h2") throw new NotOffered("HTTP/2 is not offered");
    const session = startSession(`https://${host}`, { createConnection: () => socket });
    // Each of its requests is told.
    session.on("error", () => {});
    return session;
  }

  /** @throws Error of node:tls or node:http2; NotOffered when the other side speaks HTTP/1.1 alone */
  async ask({ host, method = "GET", target, headers }: Asking): Promise<Answer> {
    const session = await this.#session;
    return await new Promise<Answer>((resolve, reject) => {
      const stream = session.request({
        ":method": method,
        ":path": target,
        ":authority": host,
        ":scheme": "https",
        "user-agent": USER_AGENT,
        ...headers,
      });
      let head: Omit<Answer, "body"> | undefined;
      const chunks: Buffer[] = [];
      let length = 0;
      const end = () => {
        if (head) resolve({ ...head, body: Buffer.concat(chunks).toString("utf8").slice(0, BODY_LIMIT) });
      };
      stream.on("response", ({ ":status": status = 0, ...rest }) => {
        head = { status: Number(status), headers: rest as IncomingHttpHeaders };
      });
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= BODY_LIMIT) return;
        end();
        stream.close();
      });
      stream.on("end", end);
      stream.on("error", reject);
      stream.on("close", () => reject(new Error("the connection was closed without an answer")));
      stream.end();
    });
  }

  /** @param reason what requests that are under way are told */
  close(reason?: Error): void {
    this.#signal.removeEventListener("abort", this.#stop);
    this.#socket.destroy(reason);
  }
}

/** One request on a connection of its own. */
export async function askHttp2(asking: Asking, signal: AbortSignal): Promise<Answer> {
  const connection = new Http2Connection(asking, signal);
  try {
    return await connection.ask(asking);
  } finally {
    connection.close();
  }
}
