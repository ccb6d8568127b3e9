import { randomBytes } from "node:crypto";
import { type ClientRequest, headerValues } from "./client-request.js";

/** Headers that concern one connection alone (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);
const MANAGED = new Set(["x-forwarded-for", "x-forwarded-proto", "x-forwarded-port", "x-amzn-trace-id"]);

export interface HeaderSettings {
  /** The load balancer's attributes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly clientPort: number;
  readonly tls?: { readonly version: string; readonly cipher: string } | undefined;
  /** Seconds since 1970, for the trace id. */
  readonly now: number;
}

/**
 * The headers that a target gets, as a flat list of names and values.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */
export function requestHeaders(
  request: ClientRequest,
  own: Readonly<Record<string, string>>,
  { attributes, clientPort, tls, now }: HeaderSettings,
): string[] {
  const dropInvalid = attributes.get("routing.http.drop_invalid_header_fields.enabled") === "true";
  const replaced = new Set(Object.keys(own));
  const kept = endToEnd(request.headers).filter(([name]) => {
    const lower = name.toLowerCase();
    if (MANAGED.has(lower) || replaced.has(lower)) return false;
    return !dropInvalid || /^[-A-Za-z0-9]+$/.test(name);
  });
  const added: [string, string][] = [];
  const received = headerValues(request, "x-forwarded-for").join(", ");
  const mode = attributes.get("routing.http.xff_header_processing.mode");
  if (mode === "append") {
    const withPort = attributes.get("routing.http.xff_client_port.enabled") === "true";
    const client = withPort ? `${request.clientIp}:${clientPort}` : request.clientIp;
    added.push(["X-Forwarded-For", received === "" ? client : `${received}, ${client}`]);
  } else if (mode === "preserve" && received !== "") {
    added.push(["X-Forwarded-For", received]);
  }
  added.push(["X-Forwarded-Proto", request.protocol], ["X-Forwarded-Port", String(request.port)]);
  if (request.hostHeader !== "") added.push(["Host", request.hostHeader]);
  added.push(["X-Amzn-Trace-Id", traceId(headerValues(request, "x-amzn-trace-id")[0], now)]);
  if (tls !== undefined && attributes.get("routing.http.x_amzn_tls_version_and_cipher_suite.enabled") === "true") {
    added.push(["X-Amzn-Tls-Version", tls.version], ["X-Amzn-Tls-Cipher-Suite", tls.cipher]);
  }
  return [...added, ...kept, ...Object.entries(own)].flat();
}

/** The headers of a target's answer for the client, with what the listener's attributes add or remove. */
export function responseHeaders(
  rawHeaders: readonly string[],
  listenerAttributes: ReadonlyMap<string, string>,
): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) pairs.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
  return withListenerHeaders(endToEnd(pairs), listenerAttributes);
}

/**
 * An answer's headers with what the listener's attributes add, replace or remove, whoever the answer is from: the
 * attributes are for all of a listener's responses.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export function withListenerHeaders<Value>(
  headers: readonly [name: string, value: Value][],
  listenerAttributes: ReadonlyMap<string, string>,
): [name: string, value: Value | string][] {
  const fixed = new Map<string, string>();
  for (const [key, value] of listenerAttributes) {
    const name = /^routing\.http\.response\.(\w+)\.header_value$/.exec(key)?.[1];
    if (name !== undefined && value !== "") fixed.set(name.replaceAll("_", "-"), value);
  }
  const noServer = listenerAttributes.get("routing.http.response.server.enabled") === "false";
  const kept = headers.filter(([each]) => {
    const name = each.toLowerCase();
    return !fixed.has(name) && !(noServer && name === "server");
  });
  return [...kept, ...fixed];
}

/** Without the headers that end at this connection, those that `Connection` names among them. */
function endToEnd(headers: readonly (readonly [string, string])[]): [string, string][] {
  const named = new Set(
    headers
      .filter(([name]) => name.toLowerCase() === "connection")
      .flatMap(([, value]) => value.split(",").map((each) => each.trim().toLowerCase())),
  );
  return headers
    .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()) && !named.has(name.toLowerCase()))
    .map(([name, value]) => [name, value]);
}

/**
 * A new trace, or the client's with this hop added.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html
 */
function traceId(received: string | undefined, now: number): string {
  const id = `1-${Math.floor(now).toString(16).padStart(8, "0")}-${randomBytes(12).toString("hex")}`;
  if (received === undefined || !/(^|;)\s*Root=/.test(received)) {
    return received === undefined ? `Root=${id}` : `Root=${id};${received}`;
  }
  const others = received.split(";").filter((field) => !/^\s*Self=/.test(field));
  return [`Self=${id}`, ...others].join(";");
}
