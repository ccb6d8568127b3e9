import * as https from "node:https";
import type * as tls from "node:tls";
import { connect } from "node:tls";
import { trust } from "./connection.js";

/**
 * One connection to a host that will be asked soon, opened before there is anything to ask, and kept for all that is
 * asked there. Whoever asks for another host, or comes after it was closed, gets a new one. To be destroyed at the end.
 */
export class ReadyConnection extends https.Agent {
  readonly #host: string | undefined;
  #ready: tls.TLSSocket | undefined;

  /** @param host opened at once; absent: the first request opens it */
  constructor(host?: string) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#host = host;
    this.#ready =
      host === undefined ? undefined : connect({ host, port: 443, servername: host, secureContext: trust() });
    // Whoever asks then tries again, and is told what is wrong.
    this.#ready?.on("error", () => {});
  }

  override createConnection(...args: Parameters<https.Agent["createConnection"]>) {
    const ready = this.#ready;
    const { host, port } = args[0];
    if (!ready || ready.destroyed || host !== this.#host || Number(port) !== 443)
      return super.createConnection(...args);
    this.#ready = undefined;
    return ready;
  }

  override destroy(): void {
    this.#ready?.destroy();
    super.destroy();
  }
}
