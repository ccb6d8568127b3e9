import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";

/** A request as the listener's rules see it. */
export interface ClientRequest {
  readonly method: string;
  /** In lower case and without a port; empty for an HTTP/1.0 request without a Host header. */
  readonly host: string;
  /** As sent, with a port if there was one. */
  readonly hostHeader: string;
  /** Percent-encoded as it came, without the query. */
  readonly path: string;
  /** Without the question mark; empty if there is none. */
  readonly query: string;
  /** Names as sent, without HTTP/2's pseudo-headers and Host. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly protocol: "http" | "https";
  /** The listener's port. */
  readonly port: number;
  readonly clientIp: string;
}

/** Undefined if there is something in it that no load balancer takes: a target that is not a path, two Host headers. */
export function readClientRequest(
  request: IncomingMessage | Http2ServerRequest,
  listener: Pick<ClientRequest, "protocol" | "port" | "clientIp">,
): ClientRequest | undefined {
  const headers: [string, string][] = [];
  const hosts: string[] = [];
  const cookies: string[] = [];
  const { rawHeaders } = request;
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [name = "", value = ""] = [rawHeaders[i], rawHeaders[i + 1]];
    const lower = name.toLowerCase();
    if (lower === ":authority" || lower === "host") hosts.push(value);
    // HTTP/2 may split the cookie header; HTTP/1.1 may not (RFC 9113, section 8.2.3).
    else if (lower === "cookie") cookies.push(value);
    else if (!name.startsWith(":")) headers.push([name, value]);
  }
  if (cookies.length > 0) headers.push(["Cookie", cookies.join("; ")]);
  const [hostHeader = "", ...more] = [...new Set(hosts)];
  const target = absoluteForm(request.url ?? "");
  if (more.length > 0 || !target.startsWith("/")) return undefined;
  if (hostHeader === "" && request.httpVersion !== "1.0") return undefined;
  const [, path = "", query = ""] = /^([^?#]*)(?:\?([^#]*))?/.exec(target) ?? [];
  const host = hostHeader.replace(/:\d*$/, "").toLowerCase();
  return { ...listener, method: request.method ?? "GET", host, hostHeader, path, query, headers };
}

/** A proxy's form of the request target, as a path. */
function absoluteForm(target: string): string {
  return /^https?:\/\//i.test(target) && URL.canParse(target)
    ? target.replace(/^https?:\/\/[^/?#]*/i, "") || "/"
    : target;
}

/** The values of a header, in order. `name` in lower case. */
export function headerValues({ headers }: Pick<ClientRequest, "headers">, name: string): string[] {
  return headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
}

/** The cookies of a request; of two with one name, the first. */
export function cookiesOf(request: Pick<ClientRequest, "headers">): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of headerValues(request, "cookie").join("; ").split(";")) {
    const equals = pair.indexOf("=");
    if (equals === -1) continue;
    const name = pair.slice(0, equals).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}
