import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { createSecureContext, type SecureContext } from "node:tls";
import type { Aws } from "../../aws/aws.js";
import type { IssuedCertificate } from "../certificate-authority.js";
import type { Address } from "../network.js";
import { type PageRequest, parseCookies, type Reply } from "./http.js";

/** Cognito's forms and token requests are far smaller. */
const MAX_BODY = 64 * 1024;

/** A name of somebody's own in front of a distribution, and the certificate of ACM for it. */
interface Alias {
  readonly alias: string;
  readonly certificateArn: () => string;
}

/**
 * The TLS server behind every user pool domain of the region (`<prefix>.auth.<region>.amazoncognito.com`, or a name of
 * somebody's own by way of a CloudFront distribution) and behind the host of the pools' keys
 * (`cognito-idp.<region>.amazonaws.com`). It listens on loopback, from the first name that is published; which pool is
 * meant is decided by the Host header.
 */
export class SignInHost {
  readonly #aws: Pick<Aws, "region" | "authority" | "network" | "acm">;
  readonly #respond: (request: PageRequest) => Promise<Reply>;
  #listening: Promise<{ server: Server; address: Address }> | undefined;
  #issuer: Promise<() => void> | undefined;
  /** Certificates for names of somebody's own, by name: read at every handshake, so that a new one is shown at once. */
  readonly #aliases = new Map<string, () => SecureContext>();

  constructor(
    aws: Pick<Aws, "region" | "authority" | "network" | "acm">,
    respond: (request: PageRequest) => Promise<Reply>,
  ) {
    this.#aws = aws;
    this.#respond = respond;
  }

  /** Makes a name of the sign-in host reachable, perhaps by an alias as well. Gives back what undoes it. */
  async publish(name: string, alias?: Alias): Promise<() => void> {
    this.#listening ??= this.#listen();
    const { address } = await this.#listening;
    const unpublish = this.#aws.network.publish(name, 443, address);
    if (alias === undefined) return unpublish;
    this.#aliases.set(alias.alias, () => this.#context(alias.certificateArn()));
    return () => {
      this.#aliases.delete(alias.alias);
      unpublish();
    };
  }

  /** Makes the host that serves the pools' keys reachable; once is enough. */
  async publishIssuer(): Promise<void> {
    this.#issuer ??= this.publish(issuerHost(this.#aws.region));
    await this.#issuer;
  }

  async close(): Promise<void> {
    const listening = await this.#listening;
    if (listening === undefined) return;
    (await this.#issuer)?.();
    const closed = new Promise((resolve) => listening.server.close(resolve));
    listening.server.closeAllConnections();
    await closed;
  }

  async #listen(): Promise<{ server: Server; address: Address }> {
    const { region, authority } = this.#aws;
    const names = [`*.auth.${region}.amazoncognito.com`, issuerHost(region)];
    const [pages, issuer] = await Promise.all(names.map((name) => authority.issue({ names: [name] })));
    if (pages === undefined || issuer === undefined) throw new Error("The certificate authority issued nothing.");
    const context = ({ privateKeyPem: key, certificatePem: cert }: IssuedCertificate) =>
      createSecureContext({ key, cert });
    const [pagesContext, issuerContext] = [context(pages), context(issuer)];
    const choose = (name: string) =>
      name === issuerHost(region) ? issuerContext : (this.#aliases.get(name)?.() ?? pagesContext);
    const server = createServer(
      {
        ...{ key: pages.privateKeyPem, cert: pages.certificatePem, minVersion: "TLSv1.2" },
        SNICallback: (name, done) => {
          try {
            done(null, choose(name.toLowerCase()));
          } catch (error) {
            done(error instanceof Error ? error : new Error(String(error)));
          }
        },
      },
      (request, response) => void this.#serve(request, response),
    );
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    return { server, address: { host: "127.0.0.1", port } };
  }

  #context(certificateArn: string): SecureContext {
    const issued = this.#aws.acm.issued(certificateArn);
    if (issued === undefined) throw new Error(`The certificate ${certificateArn} is not there.`);
    return createSecureContext({ key: issued.privateKeyPem, cert: issued.certificatePem });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let reply: Reply;
    try {
      reply = await this.#reply(request);
    } catch (error) {
      console.error(`The sign-in host failed at ${request.method} ${request.url?.split("?")[0]}:`, error);
      reply = { status: 500, headers: { "content-type": "text/plain;charset=UTF-8" }, body: "Internal Server Error" };
    }
    // Latin-1 is what HTTP carries in a header: whatever bytes came in a query go out unchanged.
    response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(reply.body) });
    response.end(request.method === "HEAD" ? undefined : reply.body);
  }

  async #reply(request: IncomingMessage): Promise<Reply> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      size += chunk.length;
      // Read on to the end, or the answer would not get through.
      if (size <= MAX_BODY) chunks.push(chunk);
    }
    if (size > MAX_BODY) return { status: 413, headers: { connection: "close" }, body: "" };
    const [path = "/", ...query] = (request.url ?? "/").split("?");
    return this.#respond({
      method: request.method ?? "GET",
      host: (request.headers.host ?? "").toLowerCase().replace(/\.?(:\d+)?$/, ""),
      path,
      query: query.join("?"),
      headers: request.headers,
      cookies: parseCookies(request.headers.cookie ?? ""),
      body: Buffer.concat(chunks).toString("utf8"),
    });
  }
}

function issuerHost(region: string): string {
  return `cognito-idp.${region}.amazonaws.com`;
}
