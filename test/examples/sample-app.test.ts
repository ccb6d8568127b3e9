import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { request, type Server } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { AlbJwtVerifier } from "aws-jwt-verify";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const APP = join(ROOT, "examples", "sample-app");
const SIGNER = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/main/50dc6c495c0c9188";
const ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi";
const KID = "9a7bbd2c-9b5f-4a0b-8f2e-0a7a7c5d2f11";
const environment = {
  AWS_REGION: "eu-west-1",
  LOAD_BALANCER_ARN: SIGNER,
  COGNITO_CLIENT_ID: "client",
  COGNITO_ISSUER: ISSUER,
};

type Identity = { verified: true; email: string; unchecked: string[] } | { verified: false; reason: string };
interface App {
  handle: (...args: unknown[]) => void;
  version: string;
}

const { identify }: { identify: (headers: object, environment: object, options?: object) => Promise<Identity> } =
  await import(join(APP, "identity.js"));
const { createApp }: { createApp: (environment: object) => App } = await import(join(APP, "app.js"));

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
const soon = () => Math.floor(Date.now() / 1000) + 120;

/** A token as a load balancer makes it: ES256, base64url with padding. */
function token({
  header = {},
  claims = {},
  key = privateKey,
}: {
  header?: object;
  claims?: object;
  key?: typeof privateKey;
} = {}) {
  const padded = (part: object) => {
    const text = Buffer.from(JSON.stringify(part)).toString("base64url");
    return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
  };
  const full = {
    typ: "JWT",
    kid: KID,
    alg: "ES256",
    iss: ISSUER,
    client: "client",
    signer: SIGNER,
    exp: soon(),
    ...header,
  };
  const signed = `${padded(full)}.${padded({ sub: "1", email: "ada@example.com", iss: ISSUER, exp: soon(), ...claims })}`;
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
  return `${signed}.${signature.padEnd(Math.ceil(signature.length / 4) * 4, "=")}`;
}

describe("the sample app's identity", () => {
  const asked: string[] = [];
  const fetchKey = async (region: string, kid: string) => {
    asked.push(`${region} ${kid}`);
    return pem;
  };
  const check = (data: string | undefined, held: object = environment) =>
    identify({ "x-amzn-oidc-data": data }, held, { fetchKey });

  it("is verified when the load balancer signed it, with padding and all", async () => {
    expect(await check(token())).toMatchObject({ verified: true, email: "ada@example.com", unchecked: [] });
    expect(asked).toEqual([`eu-west-1 ${KID}`]);
  });

  it("is of a token that AWS's own verifier takes too", async () => {
    const verifier = AlbJwtVerifier.create({ albArn: SIGNER, issuer: ISSUER, clientId: "client" });
    const jwk = { ...publicKey.export({ format: "jwk" }), kid: KID, alg: "ES256", use: "sig" };
    verifier.cacheJwks({ keys: [jwk as never] });
    expect(await verifier.verify(token())).toMatchObject({ email: "ada@example.com" });
  });

  it("says what it had nothing to hold the token against", async () => {
    expect(await check(token(), { AWS_REGION: "eu-west-1" })).toMatchObject({
      verified: true,
      unchecked: ["LOAD_BALANCER_ARN", "COGNITO_CLIENT_ID", "COGNITO_ISSUER"],
    });
  });

  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  it.each<[string, () => string | undefined, RegExp]>([
    ["no token", () => undefined, /carries no identity/],
    ["no JWT", () => "a.b", /not a JWT/],
    ["a JWT of rubbish", () => "!.!.!", /not a JWT/],
    ["another key", () => token({ key: stranger }), /signature is wrong/],
    [
      "changed claims",
      () => token().replace(/\.[^.]+\./, `.${Buffer.from('{"email":"eve@example.com"}').toString("base64url")}.`),
      /signature is wrong/,
    ],
    ["no algorithm", () => token({ header: { alg: "none" } }), /ES256/],
    ["a key's name that is a path", () => token({ header: { kid: "../../evil" } }), /names no key/],
    [
      "another load balancer",
      () => token({ header: { signer: SIGNER.replace("main", "evil") } }),
      /another load balancer/,
    ],
    ["another client", () => token({ header: { client: "other" } }), /another client/],
    [
      "another user pool",
      () => token({ header: { iss: "https://evil" }, claims: { iss: "https://evil" } }),
      /another user pool/,
    ],
    ["issuers that disagree", () => token({ claims: { iss: "https://evil" } }), /issuers disagree/],
    ["an expired header", () => token({ header: { exp: soon() - 300 } }), /expired/],
    ["expired claims", () => token({ claims: { exp: soon() - 300 } }), /expired/],
  ])("is not verified with %s", async (_, data, reason) => {
    expect(await check(data())).toEqual({ verified: false, reason: expect.stringMatching(reason) });
  });
});

describe("the sample app's pages", () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    const { createServer: http } = await import("node:http");
    const app = createApp({
      APP_VERSION: "<7>",
      COGNITO_DOMAIN: "x.auth.eu-west-1.amazoncognito.com",
      COGNITO_CLIENT_ID: "client",
    });
    server = http(app.handle as never).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  });
  afterAll(() => {
    server.close();
  });

  it("answer the health check without an identity", async () => {
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it("escape what they show and say that nobody was verified", async () => {
    const answer = await fetch(origin, { headers: { "x-amzn-oidc-data": "a.b.c" } });
    const text = await answer.text();
    expect(text).toContain("Version &#60;7&#62;");
    expect(text).toContain("Your identity was not verified");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("sign out of the load balancer and of Cognito", async () => {
    const answer = await fetch(`${origin}/sign-out`, { redirect: "manual" });
    expect(answer.status).toBe(302);
    const location = new URL(answer.headers.get("location") ?? "");
    expect(`${location.host}${location.pathname}`).toBe("x.auth.eu-west-1.amazoncognito.com/logout");
    expect(location.searchParams.get("client_id")).toBe("client");
    expect(location.searchParams.get("logout_uri")).toMatch(/^https:\/\/127\.0\.0\.1/);
    expect(answer.headers.getSetCookie()).toEqual(
      [0, 1, 2, 3].map((part) => `AWSELBAuthSessionCookie-${part}=; Max-Age=0; Path=/; Secure; HttpOnly`),
    );
  });

  it("are only for reading, and only those that exist", async () => {
    expect((await fetch(origin, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${origin}/none`)).status).toBe(404);
    expect((await fetch(`${origin}//evil.example`)).status).toBe(404);
  });
});

describe("the sample app's process", () => {
  let child: ChildProcess;
  afterEach(() => {
    child.kill("SIGKILL");
  });

  it("ends with 0 after SIGTERM, though a connection is kept alive", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const address = probe.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    probe.close();
    await once(probe, "close");
    child = spawn(process.execPath, [join(APP, "server.js")], {
      env: {
        PORT: String(port),
        APP_VERSION: "1",
        NODE_OPTIONS: `--require ${join(ROOT, "build/test/examples/loopback.cjs")}`,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (child.stdout !== null) await once(child.stdout, "data");
    const { Agent } = await import("node:http");
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: "/healthz", agent }, (answer) => answer.resume().on("end", resolve))
        .on("error", reject)
        .end();
    });
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    agent.destroy();
  });
});
