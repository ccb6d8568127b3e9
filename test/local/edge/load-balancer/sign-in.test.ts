import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { connect } from "node:tls";
import type { AuthenticateCognitoActionConfig } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AlbJwtVerifier } from "aws-jwt-verify";
import { decodeProtectedHeader } from "jose";
import { activeLoadBalancer, createWorld, eventually, type World } from "../../aws/elbv2/world.js";
import { fetchFrom, type Response } from "./client.js";

const UserPoolId = "eu-west-1_abcdef123";
const ClientId = "client1234";
const authority = "sign-in.auth.eu-west-1.amazoncognito.com";

/** What Cognito's endpoints would answer, and what they were asked. */
interface Provider {
  token: { status: number; json: object };
  claims: Record<string, unknown>;
  readonly asked: { path: string; authorization: string | undefined; form: Record<string, string> }[];
}

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;

describe("authenticate-cognito", () => {
  let world: World;
  let balancer: { arn: string; dnsName: string };
  let server: Server;
  let provider: Provider;
  let seen: Record<string, unknown> | undefined;
  let clientSettings: Record<string, unknown>;

  beforeEach(async () => {
    seen = undefined;
    clientSettings = { ClientSecret: "s3cret", AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ["code"] };
    world = await createWorld({
      cognito: {
        DescribeUserPool: () => ({ UserPool: { Domain: "sign-in" } }),
        DescribeUserPoolClient: () => ({ UserPoolClient: clientSettings }),
      },
    });
    provider = {
      token: {
        status: 200,
        json: { access_token: "access", id_token: jwt({ sub: "user-1" }), refresh_token: "refresh", expires_in: 3600 },
      },
      claims: { sub: "user-1", email: "a@example.com", username: "user-1" },
      asked: [],
    };
    const issued = await world.aws.authority.issue({ names: [authority] });
    server = createServer({ cert: issued.certificatePem, key: issued.privateKeyPem }, async (req, res) => {
      let body = "";
      for await (const chunk of req) body += chunk;
      const { authorization } = req.headers;
      provider.asked.push({
        path: req.url ?? "",
        authorization,
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      if (req.url === "/oauth2/token") res.writeHead(provider.token.status).end(JSON.stringify(provider.token.json));
      else res.end(JSON.stringify(provider.claims));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    world.aws.network.publish(authority, 443, { host: "127.0.0.1", port: (server.address() as AddressInfo).port });
    balancer = await activeLoadBalancer(world);
  });
  afterEach(async () => {
    await world.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const createApp = async (config: Partial<AuthenticateCognitoActionConfig> = {}) => {
    const { elbv2, vpcId } = world;
    const CertificateArn = await world.certificate("app.example.com");
    const target = await world.target((req, res) => {
      if (!req.headers["user-agent"]?.startsWith("ELB")) seen = req.headers;
      res.end("app");
    });
    target.server.on("upgrade", (req, socket) => {
      seen = req.headers;
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
      socket.pipe(socket);
    });
    const made = await elbv2.CreateTargetGroup({
      Name: "app",
      Protocol: "HTTP",
      Port: 80,
      TargetType: "ip",
      VpcId: vpcId,
    });
    const TargetGroupArn = made.TargetGroups?.[0]?.TargetGroupArn ?? "";
    await elbv2.RegisterTargets({ TargetGroupArn, Targets: [{ Id: target.ip }] });
    const listener = await elbv2.CreateListener({
      LoadBalancerArn: balancer.arn,
      Port: 443,
      Protocol: "HTTPS",
      Certificates: [{ CertificateArn }],
      DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } }],
    });
    await elbv2.CreateRule({
      ListenerArn: listener.Listeners?.[0]?.ListenerArn,
      Priority: 1,
      Conditions: [{ Field: "path-pattern", Values: ["/private*"] }],
      Actions: [
        {
          Type: "authenticate-cognito",
          Order: 1,
          AuthenticateCognitoConfig: {
            UserPoolArn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${UserPoolId}`,
            UserPoolClientId: ClientId,
            UserPoolDomain: "sign-in",
            ...config,
          },
        },
        { Type: "forward", Order: 2, TargetGroupArn },
      ],
    });
    await eventually(async () => {
      const { TargetHealthDescriptions = [] } = await elbv2.DescribeTargetHealth({ TargetGroupArn });
      return TargetHealthDescriptions[0]?.TargetHealth?.State === "healthy" || undefined;
    });
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetchFrom(world, `https://app.example.com${path}`, { headers, via: balancer.dnsName });
  const cookiesOf = ({ headers }: Response) =>
    (headers["set-cookie"] ?? [])
      .filter((cookie) => !cookie.includes("1970"))
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  /** Goes to a page, and comes back from the identity provider as a browser would. */
  const signIn = async (path: string, answer = "code=c0de") => {
    const first = await get(path);
    const state = new URL(first.headers.location ?? "").searchParams.get("state") ?? "";
    const back = await get(`/oauth2/idpresponse?${answer}&state=${encodeURIComponent(state)}`, {
      cookie: cookiesOf(first),
    });
    return { first, state, back };
  };

  it("sends a stranger to the user pool's domain, with the parameters in AWS's order and a nonce", async () => {
    await createApp({ Scope: "openid email", AuthenticationRequestExtraParams: { lang: "de" } });
    const { status, headers } = await get("/private?x=1");
    expect(status).toBe(302);
    const url = new URL(headers.location ?? "");
    expect(`${url.origin}${url.pathname}`).toBe(`https://${authority}/oauth2/authorize`);
    expect([...url.searchParams]).toEqual([
      ["client_id", ClientId],
      ["redirect_uri", "https://app.example.com/oauth2/idpresponse"],
      ["response_type", "code"],
      ["scope", "openid email"],
      ["state", expect.stringMatching(/^[\w-]+$/)],
      ["lang", "de"],
    ]);
    expect(headers["set-cookie"]).toEqual([
      expect.stringMatching(/^AWSALBAuthNonce=[\w-]{16}; Expires=.*; Path=\/; Secure; HttpOnly/),
    ]);
    expect(seen).toBeUndefined();
  });

  it("spends the code with the client's secret, gives a session, and restores where the user wanted to go", async () => {
    await createApp();
    const { back } = await signIn("/private/page?x=1");
    expect(back.status).toBe(302);
    expect(back.headers.location).toBe("https://app.example.com:443/private/page?x=1");
    expect(back.headers["set-cookie"]?.[0]).toMatch(
      /^AWSELBAuthSessionCookie-0=[\w-]+; Expires=.*; Path=\/; Secure; HttpOnly/,
    );
    expect(provider.asked).toEqual([
      {
        path: "/oauth2/token",
        authorization: `Basic ${Buffer.from(`${ClientId}:s3cret`).toString("base64")}`,
        form: {
          grant_type: "authorization_code",
          code: "c0de",
          redirect_uri: "https://app.example.com/oauth2/idpresponse",
          client_id: ClientId,
        },
      },
      { path: "/oauth2/userInfo", authorization: "Bearer access", form: {} },
    ]);
    const page = await get("/private", { cookie: cookiesOf(back), "x-amzn-oidc-identity": "somebody-else" });
    expect(page.body).toBe("app");
    expect(seen).toMatchObject({ "x-amzn-oidc-identity": "user-1", "x-amzn-oidc-accesstoken": "access" });
  });

  it("signs the claims so that AWS's verifier accepts them with the published key, padded as AWS pads", async () => {
    await createApp();
    const { back } = await signIn("/private");
    await get("/private", { cookie: cookiesOf(back) });
    const data = String(seen?.["x-amzn-oidc-data"]);
    const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${UserPoolId}`;
    const header = decodeProtectedHeader(data.replaceAll("=", ""));
    expect(header).toMatchObject({ alg: "ES256", client: ClientId, iss: issuer, signer: balancer.arn });
    expect(data.split(".").every((part) => part.length % 4 === 0)).toBe(true);
    const key = await fetchFrom(world, `https://public-keys.auth.elb.eu-west-1.amazonaws.com/${header.kid}`);
    expect(key.body).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    const verifier = AlbJwtVerifier.create({ issuer, clientId: ClientId, albArn: balancer.arn });
    const fetching = Reflect.get(verifier, "jwksCache");
    Reflect.set(fetching, "fetcher", { fetch: async () => Buffer.from(key.body) });
    const claims = await verifier.verify(data);
    expect(claims).toMatchObject({ sub: "user-1", email: "a@example.com", iss: issuer });
  });

  it("takes no return without the browser's nonce, or with a state that is none", async () => {
    await createApp();
    const { headers } = await get("/private");
    const state = encodeURIComponent(new URL(headers.location ?? "").searchParams.get("state") ?? "");
    for (const [path, cookie] of [
      [`/oauth2/idpresponse?code=c&state=${state}`, ""],
      [`/oauth2/idpresponse?code=c&state=${state}`, "AWSALBAuthNonce=another"],
      ["/oauth2/idpresponse?code=c&state=nonsense", ""],
      ["/oauth2/idpresponse?code=c", ""],
    ] as const) {
      expect((await get(path, { cookie })).status).toBe(401);
    }
    expect(provider.asked).toEqual([]);
  });

  it("takes no return from a sign-in page that somebody looked at for more than 15 minutes", async () => {
    await createApp();
    const first = await get("/private");
    const state = encodeURIComponent(new URL(first.headers.location ?? "").searchParams.get("state") ?? "");
    const back = async (minutes: number) => {
      const now = Date.now() + minutes * 60_000;
      Reflect.set(world.aws.clock, "now", () => new Date(now));
      return (await get(`/oauth2/idpresponse?code=c&state=${state}`, { cookie: cookiesOf(first) })).status;
    };
    expect(await back(16)).toBe(401);
    expect(provider.asked).toEqual([]);
    expect(await back(14)).toBe(302);
  });

  it("answers 401, 561 and 500 as AWS lists them", async () => {
    await createApp();
    const status = async (answer?: string) => (await signIn("/private", answer)).back.status;
    expect(await status("error=access_denied")).toBe(401);
    expect(await status("error=invalid_scope")).toBe(561);
    const { token } = provider;
    provider.token = { status: 400, json: { error: "invalid_grant" } };
    expect(await status()).toBe(561);
    provider.token = { status: 200, json: { access_token: "access" } };
    expect(await status()).toBe(401);
    provider.token = token;
    provider.claims = { sub: "user-1", padding: "x".repeat(11 * 1024) };
    expect(await status()).toBe(500);
    provider.claims = { sub: "user-1", padding: "x".repeat(6 * 1024) };
    const { back } = await signIn("/private");
    const names = (back.headers["set-cookie"] ?? []).map((cookie) => cookie.split("=")[0]);
    expect(names).toEqual([
      "AWSELBAuthSessionCookie-0",
      "AWSELBAuthSessionCookie-1",
      "AWSELBAuthSessionCookie-2",
      "AWSALBAuthNonce",
    ]);
    expect((await get("/private", { cookie: cookiesOf(back) })).body).toBe("app");
    await world.aws.ec2.RevokeSecurityGroupEgress({
      GroupId: world.group,
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    });
    expect(await status()).toBe(500);
  });

  it("lets strangers pass for allow, with whatever headers they sent, and refuses them for deny", async () => {
    await createApp({ OnUnauthenticatedRequest: "allow" });
    expect((await get("/private", { "x-amzn-oidc-data": "forged" })).body).toBe("app");
    expect(seen).not.toHaveProperty("x-amzn-oidc-identity");
    const [listener] = (await world.elbv2.DescribeListeners({ LoadBalancerArn: balancer.arn })).Listeners ?? [];
    const { Rules = [] } = await world.elbv2.DescribeRules({ ListenerArn: listener?.ListenerArn });
    const Actions = Rules[0]?.Actions?.map((action) => ({
      ...action,
      AuthenticateCognitoConfig: action.AuthenticateCognitoConfig && {
        ...action.AuthenticateCognitoConfig,
        OnUnauthenticatedRequest: "deny" as const,
      },
    }));
    await world.elbv2.ModifyRule({ RuleArn: Rules[0]?.RuleArn, Actions });
    expect((await get("/private")).status).toBe(401);
  });

  it("fetches the claims anew when the access token is over, and ends the session when its time is", async () => {
    await createApp({ SessionTimeout: 2 });
    provider.token = { ...provider.token, json: { ...provider.token.json, expires_in: 0 } };
    const { back } = await signIn("/private");
    const since = Date.now();
    provider.claims = { sub: "user-1", email: "new@example.com" };
    const page = await get("/private", { cookie: cookiesOf(back) });
    expect(page.body).toBe("app");
    expect(cookiesOf(page)).toMatch(/^AWSELBAuthSessionCookie-0=/);
    expect(provider.asked.at(-2)?.form).toMatchObject({ grant_type: "refresh_token", refresh_token: "refresh" });
    const payload = String(seen?.["x-amzn-oidc-data"]).split(".")[1] ?? "";
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ email: "new@example.com" });
    await new Promise((resolve) => setTimeout(resolve, since + 2100 - Date.now()));
    expect((await get("/private", { cookie: cookiesOf(page) })).status).toBe(302);
  });

  it("upgrades to a WebSocket for who has signed in, and for nobody else", async () => {
    await createApp();
    const { back } = await signIn("/private");
    const found = world.aws.network.resolve(balancer.dnsName, 443);
    if ("error" in found) throw new Error(found.error);
    const converse = (cookie: string, until: RegExp) =>
      new Promise<string>((resolve, reject) => {
        let text = "";
        const socket = connect({ ...found.address, servername: "app.example.com", rejectUnauthorized: false });
        socket.write(
          `GET /private HTTP/1.1\r\nHost: app.example.com\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nping`,
        );
        socket.on("error", reject).on("data", (chunk) => {
          text += chunk;
          if (!until.test(text)) return;
          socket.destroy();
          resolve(text);
        });
      });
    expect(await converse("none=1", /\r\n\r\n/)).toMatch(/^HTTP\/1.1 302 /);
    expect(seen).toBeUndefined();
    expect(await converse(cookiesOf(back), /ping$/)).toMatch(/^HTTP\/1.1 101 /);
    expect(seen).toMatchObject({ "x-amzn-oidc-identity": "user-1", "x-amzn-oidc-accesstoken": "access" });
  });

  it("is refused with a client that has no secret or no code flow", async () => {
    clientSettings = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ["code"] };
    await expect(createApp()).rejects.toMatchObject({ code: "InvalidConfigurationRequest" });
  });

  it("opens no session of another client, or of another cookie", async () => {
    await createApp();
    const { back } = await signIn("/private");
    const [listener] = (await world.elbv2.DescribeListeners({ LoadBalancerArn: balancer.arn })).Listeners ?? [];
    const { Rules = [] } = await world.elbv2.DescribeRules({ ListenerArn: listener?.ListenerArn });
    const { RuleArn, Actions = [] } = Rules[0] ?? {};
    const change = (config: Partial<AuthenticateCognitoActionConfig>) =>
      world.elbv2.ModifyRule({
        RuleArn,
        Actions: Actions.map(({ AuthenticateCognitoConfig: before, ...action }) =>
          before ? { ...action, AuthenticateCognitoConfig: { ...before, ...config } } : action,
        ),
      });
    const cookie = cookiesOf(back);
    await change({ UserPoolClientId: "another" });
    expect((await get("/private", { cookie })).status).toBe(302);
    await change({ SessionCookieName: "mine" });
    const renamed = cookie.replaceAll("AWSELBAuthSessionCookie", "mine");
    expect((await get("/private", { cookie: renamed })).status).toBe(302);
    await change({});
    expect((await get("/private", { cookie })).body).toBe("app");
  });

  it("opens no session that was tampered with", async () => {
    await createApp();
    const { back } = await signIn("/private");
    const cookie = cookiesOf(back);
    const flipped = cookie.endsWith("A") ? "B" : "A";
    expect((await get("/private", { cookie: cookie.slice(0, -3) + flipped + cookie.slice(-2) })).status).toBe(302);
  });
});
