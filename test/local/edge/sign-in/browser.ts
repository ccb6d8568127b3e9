import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import type { Region } from "../../aws/cognito-idp/region.js";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The Location header, made absolute; empty without one. */
  readonly location: string;
}

/** A browser without scripts: keeps cookies per host, verifies certificates, follows nothing by itself. */
export class Browser {
  readonly #region: Region;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(region: Region) {
    this.#region = region;
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send("GET", url, headers);
  }

  /** Sends a page's first form, or the one whose action contains `form`, filled in. */
  submit(page: Answer, url: string, fields: Record<string, string>, form = ""): Promise<Answer> {
    const forms = [...page.body.matchAll(/<form method="POST" action="([^"]*)">(.*?)<\/form>/gs)];
    const found = forms.find(([, action = ""]) => action.includes(form));
    if (found === undefined) throw new Error(`No form in ${page.body}`);
    const [, action = "", content = ""] = found;
    const hidden = [...content.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    const body = new URLSearchParams([
      ...hidden.map(([, name = "", value = ""]): [string, string] => [name, decodeEntities(value)]),
      ...Object.entries(fields),
    ]);
    return this.post(new URL(decodeEntities(action), url).href, String(body));
  }

  post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send("POST", url, { "content-type": "application/x-www-form-urlencoded", ...headers }, body);
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }

  #send(method: string, url: string, headers: Record<string, string>, body = ""): Promise<Answer> {
    const { hostname } = new URL(url);
    // The path as given: URL would tidy it up.
    const path = url.slice(url.indexOf(hostname) + hostname.length) || "/";
    const address = this.#region.names.get(hostname);
    if (address === undefined) return Promise.reject(new Error(`getaddrinfo ENOTFOUND ${hostname}`));
    const jar = this.#cookies.get(hostname) ?? new Map<string, string>();
    this.#cookies.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          method,
          path,
          ...address,
          servername: hostname,
          ca: this.#region.authority.certificatePem,
          agent: false,
          headers: {
            host: hostname,
            "content-length": Buffer.byteLength(body),
            ...(cookie ? { cookie } : {}),
            ...headers,
          },
        },
        async (response) => {
          let text = "";
          for await (const chunk of response.setEncoding("utf8")) text += chunk;
          for (const line of response.headers["set-cookie"] ?? []) {
            const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            if (value === "") jar.delete(name);
            else jar.set(name, value);
          }
          const location = response.headers.location ?? "";
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, location });
        },
      );
      sent.once("error", reject);
      sent.end(body);
    });
  }
}

function decodeEntities(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
