export interface CookiePair {
  readonly name: string;
  readonly value: string;
}

interface Cookie extends CookiePair {
  readonly domain: string;
  /** Without a Domain attribute a cookie goes back to its own host alone. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly expires: number;
}

/** A browser's cookies, by RFC 6265 without its list of public suffixes. */
export class CookieJar {
  #cookies: Cookie[] = [];

  /** Takes in an answer's Set-Cookie headers. A cookie that has expired removes the one it replaces. */
  store(url: URL, setCookies: readonly string[]): void {
    for (const header of setCookies) {
      const cookie = parseSetCookie(url, header);
      if (cookie === undefined) continue;
      this.#cookies = this.#cookies.filter((other) => !isSame(cookie, other));
      if (cookie.expires > Date.now()) this.#cookies.push(cookie);
    }
  }

  /** Takes away every cookie that a host would get. */
  forget(host: string): void {
    this.#cookies = this.#cookies.filter(({ domain, hostOnly }) =>
      hostOnly ? host !== domain : !isWithin(host, domain),
    );
  }

  /** Takes in cookies that another jar sends to a URL, for its host. */
  adopt(url: URL, pairs: readonly CookiePair[]): void {
    this.store(
      url,
      pairs.map(({ name, value }) => `${name}=${value}; Path=/; Secure`),
    );
  }

  /** The cookies for a request, longest paths first. */
  pairs(url: URL): CookiePair[] {
    return this.#cookies
      .filter((cookie) => matches(cookie, url))
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => ({ name, value }));
  }

  /** The Cookie header for a request, or undefined when there is nothing to send. */
  header(url: URL): string | undefined {
    const pairs = this.pairs(url).map(({ name, value }) => `${name}=${value}`);
    return pairs.length === 0 ? undefined : pairs.join("; ");
  }
}

function parseSetCookie(url: URL, header: string): Cookie | undefined {
  const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
  const equals = pair.indexOf("=");
  if (equals < 1) return undefined;
  const given = new Map(
    attributes.map((attribute) => {
      const [name = "", ...value] = attribute.split("=");
      return [name.toLowerCase(), value.join("=")];
    }),
  );
  const domain = given.get("domain")?.replace(/^\./, "").toLowerCase();
  if (domain && !isWithin(url.hostname, domain)) return undefined;
  const path = given.get("path");
  return {
    name: pair.slice(0, equals),
    value: pair.slice(equals + 1),
    domain: domain || url.hostname,
    hostOnly: !domain,
    path: path?.startsWith("/") ? path : url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf("/"))),
    secure: given.has("secure"),
    expires: expiry(given.get("max-age"), given.get("expires")),
  };
}

/** Max-Age wins over Expires; without either a cookie lives as long as the browser. */
function expiry(maxAge: string | undefined, expires: string | undefined): number {
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Date.now() + Number(maxAge) * 1000;
  const date = expires === undefined ? Number.NaN : Date.parse(expires);
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date;
}

function matches({ domain, hostOnly, path, secure, expires }: Cookie, url: URL): boolean {
  const inDomain = hostOnly ? url.hostname === domain : isWithin(url.hostname, domain);
  const inPath = url.pathname === path || url.pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
  return inDomain && inPath && (!secure || url.protocol === "https:") && expires > Date.now();
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function isSame(a: Cookie, b: Cookie): boolean {
  return a.name === b.name && a.domain === b.domain && a.path === b.path;
}
