import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Network } from "../../../local/edge/network.js";
import { type Proxy as LocalProxy, startProxy } from "../../../local/edge/proxy.js";

const route53 = { lookup: () => undefined, ListHostedZones: async () => ({}) } as never;

describe("the proxy", () => {
  let network: Network;
  let proxy: LocalProxy;
  let server: Server;
  beforeEach(async () => {
    network = new Network({ hostsFile: "/nonexistent/hosts.json", aws: { region: "eu-west-1", route53 } });
    await network.close();
    proxy = await startProxy(network);
    server = createServer((req, res) => res.end(`${req.method} ${req.url} at ${req.headers.host}`));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    network.publish("app.example.com", 80, { host: "127.0.0.1", port });
    network.publish("app.example.com", 22, { host: "127.0.0.1", port }, () => false);
  });
  afterEach(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });

  const through = (path: string, method = "GET", host = "app.example.com") =>
    new Promise<{ status?: number; body: string }>((settle, fail) => {
      const req = request(proxy.url, { method, path, headers: { host }, agent: false });
      req.on("connect", (res, socket) => {
        let body = "";
        socket.on("data", (chunk) => {
          body += chunk;
        });
        socket.on("close", () => settle({ status: res.statusCode ?? 0, body }));
        if (res.statusCode === 200) socket.write("GET /inside HTTP/1.1\r\nHost: inner\r\nConnection: close\r\n\r\n");
      });
      req.on("response", async (res) => {
        let body = "";
        for await (const chunk of res) body += chunk;
        settle({ status: res.statusCode ?? 0, body });
      });
      req.on("error", fail);
      req.end();
    });

  it("forwards plain requests to local names", async () => {
    expect(await through("http://app.example.com/x?y=1")).toEqual({
      status: 200,
      body: "GET /x?y=1 at app.example.com",
    });
  });

  it("tunnels CONNECT to local names", async () => {
    const { status, body } = await through("app.example.com:80", "CONNECT");
    expect(status).toBe(200);
    expect(body).toMatch(/^HTTP\/1.1 200 OK.*GET \/inside at inner$/s);
  });

  it("answers with a status and a reason what it does not connect to", async () => {
    expect(await through("http://example.org/")).toEqual({
      status: 502,
      body: "example.org: no such name in the local AWS.\n",
    });
    for (const [authority, status] of [
      ["example.org:443", 502],
      ["127.0.0.1:80", 502],
      ["app.example.com:444", 503],
      ["app.example.com:22", 504],
      ["[::1]:80", 400],
    ] as const) {
      expect((await through(authority, "CONNECT")).status).toBe(status);
    }
    expect((await through("/")).status).toBe(400);
  });
});
