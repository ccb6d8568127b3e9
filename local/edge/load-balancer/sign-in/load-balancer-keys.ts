import { generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Aws } from "../../../aws/aws.js";
import type { LoadBalancerRecord } from "../../../aws/elbv2/state.js";

export interface Keys {
  /** For session cookies and state: AES-256. */
  readonly session: Buffer;
  /** For `x-amzn-oidc-data`: P-256. */
  readonly signing: KeyObject;
  readonly keyId: string;
}

/**
 * Each load balancer's secrets, and the server that gives its public key to whoever verifies `x-amzn-oidc-data`:
 * `https://public-keys.auth.elb.REGION.amazonaws.com/KEY_ID`, in PEM.
 */
export class LoadBalancerKeys {
  readonly #aws: Aws;
  readonly #keys = new WeakMap<LoadBalancerRecord, Keys>();
  /** By key id; kept when the load balancer is gone, as a header may be verified later. */
  readonly #publicKeys = new Map<string, string>();
  readonly #sockets = new Set<Duplex>();
  #server: Server | undefined;
  #unpublish: (() => void) | undefined;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  of(loadBalancer: LoadBalancerRecord): Keys {
    const existing = this.#keys.get(loadBalancer);
    if (existing !== undefined) return existing;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const keys = { session: randomBytes(32), signing: privateKey, keyId: randomUUID() };
    this.#keys.set(loadBalancer, keys);
    this.#publicKeys.set(keys.keyId, publicKey.export({ type: "spki", format: "pem" }).toString());
    return keys;
  }

  /** Starts the server for public keys, unless it runs. */
  async publish(): Promise<void> {
    if (this.#server !== undefined) return;
    const name = `public-keys.auth.elb.${this.#aws.region}.amazonaws.com`;
    const { certificatePem, privateKeyPem } = await this.#aws.authority.issue({ names: [name] });
    const server = createServer({ cert: certificatePem, key: privateKeyPem }, (request, response) => {
      const pem = this.#publicKeys.get((request.url ?? "").slice(1));
      if (pem === undefined) response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
      else response.writeHead(200, { "content-type": "binary/octet-stream" }).end(pem);
    });
    server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    this.#unpublish = this.#aws.network.publish(name, 443, { host: "127.0.0.1", port });
  }

  async close(): Promise<void> {
    this.#unpublish?.();
    const server = this.#server;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
