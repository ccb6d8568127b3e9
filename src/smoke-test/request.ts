import * as http from "node:http";
import * as https from "node:https";
import type { TLSSocket } from "node:tls";

/** An answer, with as much of its body as a check looks at. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** Who issued the certificate and until when it holds; absent over plain HTTP. */
  readonly certificate?: { readonly issuer: string; readonly validTo: string };
}

const BODY_LIMIT = 256 * 1024;

/**
 * One GET as an outsider sends it: no cookies, a fresh connection, redirects not followed.
 *
 * The connection goes to `connectTo`, while the TLS server name and the Host header are the URL's, so that a stale
 * answer of the resolver cannot lead elsewhere. The certificate is checked for the URL's host.
 *
 * @param timeout milliseconds
 */
export function get(
  url: URL,
  {
    connectTo = url.hostname,
    timeout = 10_000,
    signal,
    cookies,
  }: {
    connectTo?: string;
    timeout?: number;
    signal: AbortSignal;
    cookies?: string;
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const request = (secure ? https : http).request(
      {
        host: connectTo,
        port: url.port || (secure ? 443 : 80),
        path: `${url.pathname}${url.search}`,
        method: "GET",
        headers: {
          host: url.host,
          accept: "text/html",
          "user-agent": "ecs-cognito-deploy smoke test",
          ...(cookies && { cookie: cookies }),
        },
        agent: false,
        signal,
        timeout,
        ...(secure && { servername: url.hostname }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        // Now: once the answer has ended, its socket is gone.
        const shown = certificate(response.socket);
        const end = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString("utf8"),
            ...shown,
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
    request.on("timeout", () => request.destroy(new Error(`no answer within ${timeout / 1000} s`)));
    request.on("error", reject);
    request.end();
  });
}

function certificate(socket: unknown): Pick<Answer, "certificate"> {
  const peer = (socket as Partial<TLSSocket>).getPeerCertificate?.();
  if (!peer?.valid_to) return {};
  const issuer = peer.issuer?.O ?? peer.issuer?.CN ?? "";
  return { certificate: { issuer: Array.isArray(issuer) ? issuer.join(" ") : issuer, validTo: peer.valid_to } };
}
