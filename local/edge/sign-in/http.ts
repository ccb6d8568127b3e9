import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/** A request to the sign-in host, read whole. */
export interface PageRequest {
  readonly method: string;
  /** Lower case, without a port. */
  readonly host: string;
  readonly path: string;
  /** Without `?`, exactly as it came. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** What every answer of Cognito's pages carries. */
const HEADERS = {
  "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
  pragma: "no-cache",
  expires: "0",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-xss-protection": "1; mode=block",
  "strict-transport-security": "max-age=31536000 ; includeSubDomains",
};

export function redirect(location: string, cookies: readonly string[] = []): Reply {
  return { status: 302, headers: { ...HEADERS, location, ...setCookie(cookies) }, body: "" };
}

export function html(status: number, body: string, securityPolicy: string, cookies: readonly string[] = []): Reply {
  const headers = {
    ...HEADERS,
    "content-type": "text/html;charset=UTF-8",
    "content-language": "en-US",
    "content-security-policy": securityPolicy,
    "referrer-policy": "same-origin",
    ...setCookie(cookies),
  };
  return { status, headers, body };
}

export function json(status: number, value: object, headers: OutgoingHttpHeaders = {}): Reply {
  return {
    status,
    headers: { ...HEADERS, "content-type": "application/json;charset=UTF-8", ...headers },
    body: JSON.stringify(value),
  };
}

export function empty(status: number, headers: OutgoingHttpHeaders = {}): Reply {
  return { status, headers: { ...HEADERS, ...headers }, body: "" };
}

export function parseCookies(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair) => pair.trim());
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );
}

/**
 * A query parameter's value as it stands in the query, still encoded: what is passed on like this survives byte for
 * byte, whatever its encoding. The first one counts.
 */
export function rawParameter(query: string, name: string): string | undefined {
  for (const pair of query.split("&")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at) === name) return pair.slice(at + 1);
  }
  return undefined;
}

/** Adds already encoded parameters to a URL that may have a query of its own. */
export function withParameters(url: string, parameters: string, separator: "?" | "#" = "?"): string {
  return `${url}${url.includes(separator) ? "&" : separator}${parameters}`;
}

function setCookie(cookies: readonly string[]): OutgoingHttpHeaders {
  return cookies.length > 0 ? { "set-cookie": [...cookies] } : {};
}
