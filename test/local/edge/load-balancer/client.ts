import type { IncomingHttpHeaders } from "node:http";
import http from "node:http";
import https from "node:https";
import type { World } from "../../aws/elbv2/world.js";

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request over HTTP/1.1 to whatever the network has behind a URL, with the local authority trusted. */
export function fetchFrom(
  { aws }: World,
  url: string,
  { method = "GET", headers = {}, body, via }: Sent & { via?: string } = {},
): Promise<Response> {
  const { protocol, hostname, port, pathname, search, host } = new URL(url);
  const number = Number(port || (protocol === "https:" ? 443 : 80));
  const found = aws.network.resolve(via ?? hostname, number);
  if ("error" in found) return Promise.reject(new Error(found.error));
  return new Promise((resolve, reject) => {
    const options = {
      ...found.address,
      method,
      path: `${pathname}${search}`,
      headers: { host, ...headers },
      agent: false,
      servername: hostname,
      ca: aws.authority.certificatePem,
    };
    const request = (protocol === "https:" ? https : http).request(options, async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      } catch (error) {
        reject(error);
      }
    });
    request.on("error", reject);
    request.end(body);
  });
}
