import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "../../../local/demo/browser.js";
import { startTraffic } from "../../../local/demo/traffic.js";
import { createCertificateAuthority } from "../../../local/edge/certificate-authority.js";
import { Network } from "../../../local/edge/network.js";
import { startProxy } from "../../../local/edge/proxy.js";

/** A site whose names lead to one TLS server with a certificate for `app.example.com` alone. */
let site: {
  proxy: Awaited<ReturnType<typeof startProxy>>;
  server: Server;
  network: Network;
  directory: string;
  certificateAuthority: string;
};
let handle: RequestListener;

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), "browser-test-"));
  const authority = await createCertificateAuthority({ directory });
  const { certificatePem, privateKeyPem } = await authority.issue({ names: ["app.example.com"] });
  const server = createServer({ cert: certificatePem, key: privateKeyPem }, (request, response) =>
    handle(request, response),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
  const route53 = { lookup: () => undefined, ListHostedZones: async () => ({}) };
  const network = new Network({ hostsFile: join(directory, "hosts.json"), aws: { route53 } as never });
  for (const name of ["app.example.com", "other.example.com"]) network.publish(name, 443, address);
  const proxy = await startProxy(network);
  site = { proxy, server, network, directory, certificateAuthority: authority.certificatePem };
});

afterAll(async () => {
  await site.proxy.close();
  site.server.closeAllConnections();
  site.server.close();
  await site.network.close();
  await rm(site.directory, { recursive: true, force: true });
});

async function withBrowser(use: (browser: Browser) => Promise<void>) {
  const { certificateAuthority } = site;
  const browser = new Browser({ proxy: site.proxy.url, certificateAuthority });
  try {
    await use(browser);
  } finally {
    browser.close();
  }
}

describe("the demo's browser", () => {
  it("follows redirects and carries cookies, and sends a form as it was filled in", async () => {
    handle = (request, response) => {
      if (request.url === "/")
        response.writeHead(302, { location: "/form", "set-cookie": "seen=1; Path=/; Secure" }).end();
      else if (request.method === "GET") {
        response.end(
          `<form method="post" action="/done"><input type="hidden" name="t" value="1"><input name="n"></form>`,
        );
      } else request.on("data", (body) => response.end(`${request.headers.cookie} ${request.headers.referer} ${body}`));
    };
    await withBrowser(async (browser) => {
      const way = await browser.visit("https://app.example.com/");
      expect(way.map(({ status, url }) => `${status} ${url.pathname}`)).toEqual(["302 /", "200 /form"]);
      const page = way.at(-1);
      const answers = page ? await browser.submit(page, { n: "a b" }) : [];
      expect(answers.map(({ body }) => body)).toEqual(["seen=1 https://app.example.com/form t=1&n=a+b"]);
    });
  });

  it("refuses a certificate that is not the host's", async () => {
    await withBrowser(async (browser) => {
      await expect(browser.visit("https://other.example.com/")).rejects.toMatchObject({
        code: "ERR_TLS_CERT_ALTNAME_INVALID",
      });
    });
  });

  it("refuses a certificate of an authority that it does not know", async () => {
    const directory = await mkdtemp(join(tmpdir(), "browser-test-"));
    const { certificatePem } = await createCertificateAuthority({ directory });
    const browser = new Browser({ proxy: site.proxy.url, certificateAuthority: certificatePem });
    await expect(browser.visit("https://app.example.com/")).rejects.toThrow("unable to verify the first certificate");
    browser.close();
    await rm(directory, { recursive: true });
  });
});

describe("traffic", () => {
  it("counts every request, each failure with its reason, and the good answers by their label", async () => {
    let count = 0;
    const { promise: enough, resolve } = Promise.withResolvers<void>();
    handle = (_request, response) => {
      count++;
      if (count === 9) resolve();
      response.writeHead(count % 3 === 0 ? 502 : 200).end();
    };
    await withBrowser(async (browser) => {
      const label = ({ status }: { status: number }) => {
        if (status !== 200) throw new Error(`it answered ${status}`);
        return "fine";
      };
      const traffic = startTraffic({ visitors: [browser], url: "https://app.example.com/", pauseMs: 0, label });
      await enough;
      const { sent, failures, answers } = await traffic.stop();
      expect(sent).toBe(count);
      expect(failures.length).toBe(Math.floor(count / 3));
      expect(failures).toContain("it answered 502");
      expect(answers).toEqual({ fine: sent - failures.length });
    });
  });
});
