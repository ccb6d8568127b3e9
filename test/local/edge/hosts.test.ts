import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createSecureServer } from "node:http2";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { createCertificateAuthority } from "../../../local/edge/certificate-authority.js";

const run = promisify(execFile);
const preload = resolve("build/local/edge/hosts.cjs");

/** Runs a program with the hosts file preloaded and gives what it printed as JSON. */
async function child(program: string, { directory, hosts }: { directory: string; hosts: unknown }): Promise<unknown> {
  const file = join(directory, "hosts.json");
  await writeFile(file, JSON.stringify(hosts));
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${preload}`,
      LOCAL_AWS_HOSTS: file,
      NODE_EXTRA_CA_CERTS: join(directory, "local-aws-root.pem"),
    },
  });
  return JSON.parse(stdout);
}

describe("the hosts file in a Node process", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "hosts-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it("leads fetch, https, http2, tls and net to the port behind a name, with TLS still checking the real name", async () => {
    const authority = await createCertificateAuthority({ directory });
    const issued = await authority.issue({ names: ["*.app.example.com"] });
    const server = createSecureServer(
      { cert: issued.certificatePem, key: issued.privateKeyPem, allowHTTP1: true },
      (req, res) => {
        const { servername } = req.socket as unknown as { servername: string };
        res.end(`${req.httpVersion} ${servername}`);
      },
    );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const program = `
      import https from "node:https"; import http2 from "node:http2"; import tls from "node:tls"; import net from "node:net";
      import { lookup, promises } from "node:dns";
      import { promisify } from "node:util";
      const host = "a.app.example.com";
      const text = async (stream) => { let all = ""; for await (const chunk of stream) all += chunk; return all; };
      const fetched = await (await fetch("https://" + host + "/", { headers: { connection: "close" } })).text();
      const got = await new Promise((ok, no) => https.get({ host, agent: false }, (res) => ok(text(res))).on("error", no));
      const session = http2.connect("https://" + host);
      const two = await text(session.request({ ":path": "/" }));
      session.close();
      const secure = await new Promise((ok, no) => { const s = tls.connect(443, host, { servername: host }, () => { ok(s.authorized); s.destroy(); }).on("error", no); });
      const plain = await new Promise((ok, no) => { const s = new net.Socket().connect({ host, port: 443 }, () => { ok(s.remotePort); s.destroy(); }).on("error", no); });
      const wrong = await fetch("https://b.c.app.example.com/").then(() => "ok", (e) => e.cause.code);
      const looked = [await promisify(lookup)(host), await promises.lookup(host, { all: true }), await promises.resolve4(host)];
      console.log(JSON.stringify({ fetched, got, two, secure, plain, wrong, looked }));
    `;
    try {
      const address = { "443": { host: "127.0.0.1", port } };
      const hosts = { zones: ["example.com"], names: { "*.app.example.com": address } };
      expect(await child(program, { directory, hosts })).toEqual({
        fetched: "1.1 a.app.example.com",
        got: "1.1 a.app.example.com",
        two: "2.0 a.app.example.com",
        secure: true,
        plain: port,
        wrong: "ERR_TLS_CERT_ALTNAME_INVALID",
        looked: [{ address: "127.0.0.1", family: 4 }, [{ address: "127.0.0.1", family: 4 }], ["127.0.0.1"]],
      });
    } finally {
      server.close();
    }
  }, 20_000);

  it("fails as a resolver and a kernel would, and leaves other names alone", async () => {
    const other = createServer((socket) => socket.end());
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as AddressInfo;
    const program = `
      import net from "node:net";
      import { promises } from "node:dns";
      const attempt = (options) => new Promise((ok) => {
        const socket = net.connect(options, () => { socket.destroy(); ok("connected"); });
        socket.on("error", (error) => ok(error.message));
      });
      const results = {};
      for (const [host, port] of ${JSON.stringify([
        ["none.example.com", 443],
        ["app.example.com", 80],
        ["deep.below.app.example.com", 443],
        ["_text.example.com", 443],
        ["gone.eu-west-1.elb.amazonaws.com", 443],
        ["keys.example.net", port],
        ["localhost", port],
        ["127.0.0.1", port],
      ])}) results[host + ":" + port] = await attempt({ host, port });
      results.lookup = await promises.lookup("none.example.com").catch((error) => error.code);
      results.elsewhere = await promises.lookup("cdn.example.com", { all: true });
      results.resolve4 = await promises.resolve4("none.example.com").catch((error) => error.code);
      console.log(JSON.stringify(results));
      process.exit();
    `;
    const hosts = {
      zones: ["example.com", "elb.amazonaws.com"],
      names: {
        "app.example.com": { "443": { host: "127.0.0.1", port } },
        "*.example.com": {},
        "*.none.example.com": {},
        "_text.example.com": null,
        "cdn.example.com": {},
        "keys.example.net": { [String(port)]: { host: "127.0.0.1", port } },
      },
      elsewhere: { "cdn.example.com": "192.0.2.7" },
    };
    try {
      expect(await child(program, { directory, hosts })).toEqual({
        // It exists, since a name below it does, so the wildcard does not answer for it.
        "none.example.com:443": "getaddrinfo ENOTFOUND none.example.com",
        "app.example.com:80": "connect ECONNREFUSED 127.0.0.1:80",
        "deep.below.app.example.com:443": "getaddrinfo ENOTFOUND deep.below.app.example.com",
        "_text.example.com:443": "getaddrinfo ENOTFOUND _text.example.com",
        "gone.eu-west-1.elb.amazonaws.com:443": "getaddrinfo ENOTFOUND gone.eu-west-1.elb.amazonaws.com",
        [`keys.example.net:${port}`]: "connected",
        [`localhost:${port}`]: "connected",
        [`127.0.0.1:${port}`]: "connected",
        lookup: "ENOTFOUND",
        elsewhere: [{ address: "192.0.2.7", family: 4 }],
        resolve4: "ENOTFOUND",
      });
    } finally {
      other.close();
    }
  }, 20_000);

  it("does nothing in a process without a hosts file, and survives one that is not there yet", async () => {
    for (const LOCAL_AWS_HOSTS of [undefined, join(directory, "missing.json")]) {
      const { stdout } = await run(
        process.execPath,
        ["--require", preload, "--print", "require('net').connect(1, 'localhost').on('error', () => {}) && 'fine'"],
        { env: { ...process.env, LOCAL_AWS_HOSTS } },
      );
      expect(stdout).toBe("fine\n");
    }
  });
});
