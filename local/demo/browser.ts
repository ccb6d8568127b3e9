import http from "node:http";
import https from "node:https";
import { CookieJar } from "./cookie-jar.js";
import { findForm } from "./form.js";

/** What came back for one request. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const MAX_REDIRECTS = 20;

/**
 * As much of a browser as signing in takes: cookies, redirects, forms, and TLS whose certificates are checked against
 * the names asked for. It reaches the local AWS's names through its proxy, like a real one with `--proxy-server`.
 */
export class Browser {
  readonly #cookies = new CookieJar();
  readonly #agents: { "http:": http.Agent; "https:": https.Agent };

  /** `certificateAuthority`: PEM; the only one that is trusted. */
  constructor({ proxy, certificateAuthority }: { proxy: string; certificateAuthority: string }) {
    const proxyEnv = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
    this.#agents = {
      "http:": new http.Agent({ keepAlive: true, proxyEnv }),
      "https:": new https.Agent({ keepAlive: true, proxyEnv, ca: certificateAuthority }),
    };
  }

  /** Goes to a page, following redirects, and gives back every answer on the way; the last one is the page. */
  async visit(url: string | URL): Promise<Page[]> {
    return this.#follow(await this.request(url));
  }

  /**
   * Fills in the form of `page` that has all of these fields, sends it, and follows where it leads. Throws when there
   * is no such form.
   */
  async submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page[]> {
    const [first = ""] = Object.keys(fields);
    const form = findForm(page.body, page.url, first);
    if (form === undefined) throw new Error(`${page.url} has no form with a field "${first}"`);
    const values = new URLSearchParams({ ...form.fields, ...fields });
    if (form.method === "GET") {
      const url = new URL(form.action);
      url.search = values.toString();
      return this.visit(url);
    }
    return this.#follow(await this.request(form.action, { form: values, referer: page.url }));
  }

  /** One request without following; a `form` makes it a POST. */
  async request(
    target: string | URL,
    { form, referer, headers = {} }: { form?: URLSearchParams; referer?: URL; headers?: Record<string, string> } = {},
  ): Promise<Page> {
    const url = new URL(target);
    const cookie = this.#cookies.header(url);
    const options = {
      method: form ? "POST" : "GET",
      headers: {
        accept: "text/html",
        ...(cookie && { cookie }),
        ...(form && { "content-type": "application/x-www-form-urlencoded" }),
        ...(referer && { origin: referer.origin, referer: referer.href }),
        ...headers,
      },
    };
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request =
        url.protocol === "https:"
          ? https.request(url, { ...options, agent: this.#agents["https:"] }, resolve)
          : http.request(url, { ...options, agent: this.#agents["http:"] }, resolve);
      request.once("error", reject).end(form?.toString());
    });
    const body = await text(answer);
    this.#cookies.store(url, answer.headers["set-cookie"] ?? []);
    return { url, status: answer.statusCode ?? 0, headers: answer.headers, body };
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #follow(first: Page): Promise<Page[]> {
    const pages = [first];
    for (let page = first; isRedirect(page); pages.push(page)) {
      if (pages.length > MAX_REDIRECTS) throw new Error(`${first.url} redirects without end`);
      page = await this.request(new URL(page.headers.location ?? "", page.url));
    }
    return pages;
  }
}

function isRedirect({ status, headers }: Page): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
}

async function text(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
