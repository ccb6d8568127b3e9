import { ServerResponse } from "node:http";
import type { Exchange } from "./exchange.js";
import { withListenerHeaders } from "./forwarded-headers.js";

/** What a load balancer answers by itself. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Absent: the page that AWS sends with that status. */
  readonly body?: string;
}

/** The words of nginx, which is what AWS shows; 460 to 561 are the load balancer's own. */
const TITLES: Readonly<Record<number, string>> = {
  301: "Moved Permanently",
  302: "Found",
  400: "Bad Request",
  401: "Authorization Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Not Allowed",
  408: "Request Time-out",
  463: "",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
  561: "Authentication Error",
};

/** Sends an answer that says `server: awselb/2.0`, unless the listener's attributes turn that off. */
export function sendAnswer({ outgoing: response, listener }: Pick<Exchange, "outgoing" | "listener">, answer: Answer) {
  const { headers, body } = complete(answer, listener.attributes);
  if (response instanceof ServerResponse) response.writeHead(answer.status, TITLES[answer.status], headers);
  else response.writeHead(answer.status, headers);
  response.end(body);
}

/** The same as bytes, for a connection on which there is no request to answer. */
export function rawAnswer(answer: Answer, listenerAttributes: ReadonlyMap<string, string>): string {
  const { headers, body } = complete(answer, listenerAttributes);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.status} ${TITLES[answer.status] ?? ""}\r\n${lines.join("")}\r\n${body}`;
}

function complete(answer: Answer, listenerAttributes: ReadonlyMap<string, string>) {
  const body = answer.body ?? page(answer.status);
  const headers = {
    Server: "awselb/2.0",
    Date: new Date().toUTCString(),
    ...(answer.body === undefined ? { "Content-Type": "text/html" } : {}),
    "Content-Length": String(Buffer.byteLength(body)),
    ...answer.headers,
  };
  return { headers: Object.fromEntries(withListenerHeaders(Object.entries(headers), listenerAttributes)), body };
}

function page(status: number): string {
  const title = `${status} ${TITLES[status] ?? ""}`.trim();
  return [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    "</body>",
    "</html>",
    "",
  ].join("\r\n");
}
