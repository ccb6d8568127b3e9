import http from "node:http";
import http2 from "node:http2";
import net from "node:net";
import tls from "node:tls";
import type { Action, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { activeLoadBalancer, createWorld, eventually, type World } from "../../aws/elbv2/world.js";
import { fetchFrom } from "./client.js";

const page = (body: string): Action => ({
  Type: "fixed-response",
  FixedResponseConfig: { StatusCode: "200", ContentType: "text/plain", MessageBody: body },
});

describe("a load balancer", () => {
  let world: World;
  let balancer: { arn: string; dnsName: string };
  beforeEach(async () => {
    world = await createWorld();
    balancer = await activeLoadBalancer(world);
  });
  afterEach(() => world.close());

  const listen = async (DefaultActions: Action[], secure?: { CertificateArn: string; SslPolicy?: string }) => {
    const created = await world.elbv2.CreateListener({
      LoadBalancerArn: balancer.arn,
      DefaultActions,
      ...(secure === undefined
        ? { Port: 80, Protocol: "HTTP" }
        : {
            Port: 443,
            Protocol: "HTTPS",
            Certificates: [{ CertificateArn: secure.CertificateArn }],
            SslPolicy: secure.SslPolicy ?? "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
          }),
    });
    return created.Listeners?.[0]?.ListenerArn ?? "";
  };
  const rule = (ListenerArn: string, Priority: number, Conditions: RuleCondition[], Actions: Action[]) =>
    world.elbv2.CreateRule({ ListenerArn, Priority, Conditions, Actions });
  const group = async (settings: object = {}) => {
    const created = await world.elbv2.CreateTargetGroup({
      Name: `group-${world.aws.random.text(6)}`,
      Protocol: "HTTP",
      Port: 80,
      TargetType: "ip",
      VpcId: world.vpcId,
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      ...settings,
    });
    return created.TargetGroups?.[0]?.TargetGroupArn ?? "";
  };
  const healthOf = async (TargetGroupArn: string) => {
    const { TargetHealthDescriptions = [] } = await world.elbv2.DescribeTargetHealth({ TargetGroupArn });
    return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth);
  };
  const healthy = (arn: string, count: number) =>
    eventually(
      async () => (await healthOf(arn)).filter((each) => each?.State === "healthy").length === count || undefined,
    );
  const idleTimeout = (seconds: number) =>
    world.elbv2.ModifyLoadBalancerAttributes({
      LoadBalancerArn: balancer.arn,
      Attributes: [{ Key: "idle_timeout.timeout_seconds", Value: String(seconds) }],
    });
  const get = (path: string, options: Parameters<typeof fetchFrom>[2] = {}) =>
    fetchFrom(world, `http://${balancer.dnsName}${path}`, options);
  const forwardTo = (TargetGroupArn: string): Action => ({ Type: "forward", TargetGroupArn });

  it("takes the rule of the least priority whose conditions all hold, and else the default one", async () => {
    const listener = await listen([page("default")]);
    await rule(listener, 20, [{ Field: "path-pattern", Values: ["/a*"] }], [page("path")]);
    await rule(listener, 10, [{ Field: "host-header", Values: ["*.example.com"] }], [page("host")]);
    await rule(
      listener,
      5,
      [
        { Field: "http-header", HttpHeaderConfig: { HttpHeaderName: "X-Kind", Values: ["te?t"] } },
        { Field: "http-request-method", HttpRequestMethodConfig: { Values: ["POST"] } },
        { Field: "query-string", QueryStringConfig: { Values: [{ Key: "v", Value: "1*" }] } },
        { Field: "source-ip", SourceIpConfig: { Values: ["203.0.113.0/24"] } },
      ],
      [page("many")],
    );
    const body = async (...args: Parameters<typeof get>) => (await get(...args)).body;
    expect(await body("/")).toBe("default");
    expect(await body("/abc?x=/b")).toBe("path");
    expect(await body("/ABC")).toBe("default");
    expect(await body("/abc", { headers: { host: "APP.example.com:80" } })).toBe("host");
    const many = { method: "POST", headers: { "x-kind": "TEST" } };
    expect(await body("/abc?V=12", many)).toBe("many");
    expect(await body("/abc?v=2", many)).toBe("path");
    expect(await body("/abc?v=1", { ...many, method: "PUT" })).toBe("path");
  });

  it("redirects with 301 and keeps path and query, and says that it answers itself", async () => {
    await listen([{ Type: "redirect", RedirectConfig: { Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" } }]);
    const plain = await get("/a/b?c=d%20e", { headers: { host: "app.example.com" } });
    expect(plain.status).toBe(301);
    expect(plain.headers.location).toBe("https://app.example.com:443/a/b?c=d%20e");
    expect(plain.headers.server).toBe("awselb/2.0");
    expect(plain.body).toContain("<center><h1>301 Moved Permanently</h1></center>");
    expect((await get("/")).headers.location).toBe(`https://${balancer.dnsName}:443/`);
  });

  it("forwards to healthy targets by turns, with the headers that AWS adds, and streams both ways", async () => {
    const seen: Record<string, unknown>[] = [];
    const targets = await Promise.all(
      ["one", "two"].map((name) =>
        world.target((req, res) => {
          if (req.url === "/" && req.headers["user-agent"]?.startsWith("ELB-HealthChecker")) return res.end();
          seen.push({ ...req.headers, url: req.url });
          res.setHeader("x-target", name);
          res.setHeader("set-cookie", ["a=1", "b=2"]);
          req.pipe(res);
        }),
      ),
    );
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: targets.map(({ ip }) => ({ Id: ip })) });
    expect(await healthOf(arn)).toEqual([
      expect.objectContaining({ Reason: "Target.NotInUse" }),
      expect.objectContaining({ State: "unused" }),
    ]);
    await listen([forwardTo(arn)]);
    await healthy(arn, 2);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        get(`/echo?n=${n}`, {
          method: "POST",
          body: `body ${n}`,
          headers: { host: "app.example.com", "x-forwarded-for": "192.0.2.7", connection: "x-hop", "x-hop": "1" },
        }),
      ),
    );
    expect(answers.map(({ body }) => body)).toEqual(["body 1", "body 2", "body 3", "body 4"]);
    expect(answers.map(({ headers }) => headers["x-target"]).sort()).toEqual(["one", "one", "two", "two"]);
    expect(answers[0]?.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
    expect(seen[0]).toMatchObject({
      host: "app.example.com",
      url: "/echo?n=1",
      "x-forwarded-for": "192.0.2.7, 203.0.113.1",
      "x-forwarded-proto": "http",
      "x-forwarded-port": "80",
      "x-amzn-trace-id": expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
    });
    expect(seen[0]).not.toHaveProperty("x-hop");
  });

  it("speaks TLS with the certificate for the name asked for, HTTP/2 where the client can, and nothing old", async () => {
    const first = await world.certificate("example.com", "*.example.com");
    const other = await world.certificate("*.example.org");
    const listener = await listen([page("hello")], { CertificateArn: first });
    await world.elbv2.AddListenerCertificates({ ListenerArn: listener, Certificates: [{ CertificateArn: other }] });
    const via = balancer.dnsName;
    expect((await fetchFrom(world, "https://app.example.com/", { via })).body).toBe("hello");
    expect((await fetchFrom(world, "https://app.example.org/", { via })).body).toBe("hello");
    await expect(fetchFrom(world, "https://app.example.net/", { via })).rejects.toThrow("altnames");
    const found = world.aws.network.resolve(via, 443);
    if ("error" in found) throw new Error(found.error);
    const ca = world.aws.authority.certificatePem;
    const session = http2.connect("https://app.example.com", {
      ca,
      createConnection: () =>
        tls.connect({ ...found.address, ca, servername: "app.example.com", ALPNProtocols: ["h2"] }),
    });
    const status = await new Promise((resolve, reject) => {
      session.on("error", reject);
      session
        .request({ ":path": "/" })
        .on("response", (headers) => resolve(headers[":status"]))
        .resume();
    });
    session.close();
    expect(status).toBe(200);
    const old = await new Promise((resolve) => {
      tls
        .connect({
          ...found.address,
          ca,
          servername: "app.example.com",
          maxVersion: "TLSv1.1",
          minVersion: "TLSv1",
          ciphers: "ALL:@SECLEVEL=0",
        })
        .on("error", (error) => resolve(error.message))
        .on("secureConnect", () => resolve("connected"));
    });
    expect(old).toMatch(/protocol version|unsupported protocol/);
  });

  it("forwards HTTP/2 as HTTP/1.1, with bodies, cookies in one header, and without header names that AWS drops", async () => {
    let seen: Record<string, unknown> = {};
    const target = await world.target((req, res) => {
      if (!req.headers["user-agent"]?.startsWith("ELB")) seen = { ...req.headers, version: req.httpVersion };
      res.setHeader("set-cookie", ["a=1", "b=2"]);
      res.setHeader("connection", "close");
      req.pipe(res);
    });
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await world.elbv2.ModifyLoadBalancerAttributes({
      LoadBalancerArn: balancer.arn,
      Attributes: [
        { Key: "routing.http.drop_invalid_header_fields.enabled", Value: "true" },
        { Key: "routing.http.x_amzn_tls_version_and_cipher_suite.enabled", Value: "true" },
      ],
    });
    await listen([forwardTo(arn)], { CertificateArn: await world.certificate("app.example.com") });
    await healthy(arn, 1);
    const found = world.aws.network.resolve(balancer.dnsName, 443);
    if ("error" in found) throw new Error(found.error);
    const ca = world.aws.authority.certificatePem;
    const session = http2.connect("https://app.example.com", {
      createConnection: () =>
        tls.connect({ ...found.address, ca, servername: "app.example.com", ALPNProtocols: ["h2"] }),
    });
    const stream = session.request({
      ":method": "POST",
      ":path": "/echo?x=1",
      ":authority": "app.example.com",
      cookie: ["c=3", "d=4"],
      under_score: "dropped",
    });
    const headers = new Promise<http2.IncomingHttpHeaders>((resolve) => stream.on("response", resolve));
    stream.end("hello");
    let body = "";
    for await (const chunk of stream) body += chunk;
    session.close();
    expect(body).toBe("hello");
    expect((await headers)["set-cookie"]).toEqual(["a=1", "b=2"]);
    expect(seen).toMatchObject({
      version: "1.1",
      host: "app.example.com",
      cookie: "c=3; d=4",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      "x-amzn-tls-version": "TLSv1.3",
    });
    expect(seen).not.toHaveProperty("under_score");
  });

  it("answers 503 without targets, 502 for a target that refuses or breaks off, and routes to all if none is healthy", async () => {
    const arn = await group();
    await listen([forwardTo(arn)]);
    expect((await get("/")).status).toBe(503);
    const target = await world.target((req, res) => {
      if (req.url === "/break") req.socket.destroy();
      else res.writeHead(500).end("ill");
    });
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    expect(await eventually(async () => (await healthOf(arn)).find((each) => each?.State === "unhealthy"))).toEqual({
      State: "unhealthy",
      Reason: "Target.ResponseCodeMismatch",
      Description: "Health checks failed with these codes: [500]",
    });
    expect(await get("/")).toMatchObject({ status: 500, body: "ill" });
    const broken = await get("/break");
    expect(broken.status).toBe(502);
    expect(broken.headers.server).toBe("awselb/2.0");
    await target.stop();
    expect((await get("/")).status).toBe(502);
    expect(
      await eventually(async () => (await healthOf(arn)).find((each) => each?.Reason?.includes("Failed"))),
    ).toEqual({
      State: "unhealthy",
      Reason: "Target.FailedHealthChecks",
      Description: "Health checks failed",
    });
  });

  it("answers 504 for a target that says nothing for the idle timeout, or that no connection reaches in 10 seconds", async () => {
    const [silent, away] = [await group(), await group()];
    const listener = await listen([forwardTo(silent)]);
    await rule(listener, 1, [{ Field: "path-pattern", Values: ["/away"] }], [forwardTo(away)]);
    await idleTimeout(1);
    const mute = await world.target((req, res) => {
      if (req.url !== "/mute") res.end("fine");
    });
    const SubnetId = world.subnets[0] ?? "";
    const closed = await world.aws.ec2.CreateSecurityGroup({ GroupName: "c", Description: "c", VpcId: world.vpcId });
    const { NetworkInterface } = await world.aws.ec2.CreateNetworkInterface({
      ...{ SubnetId, Groups: [closed.GroupId ?? ""] },
    });
    await world.elbv2.RegisterTargets({ TargetGroupArn: silent, Targets: [{ Id: mute.ip }] });
    await world.elbv2.RegisterTargets({
      TargetGroupArn: away,
      Targets: [{ Id: NetworkInterface?.PrivateIpAddress ?? "" }],
    });
    const started = performance.now();
    const timed = async (path: string) => ({ ...(await get(path)), seconds: (performance.now() - started) / 1000 });
    const [idle, unreached] = await Promise.all([timed("/mute"), timed("/away")]);
    expect([idle.status, unreached.status]).toEqual([504, 504]);
    expect(idle.body).toContain("<center><h1>504 Gateway Time-out</h1></center>");
    expect(idle.seconds).toBeGreaterThanOrEqual(0.9);
    expect(idle.seconds).toBeLessThan(9);
    expect(unreached.seconds).toBeGreaterThanOrEqual(9.9);
  }, 20_000);

  it("has the listener's response headers in all answers, its own and targets', and no Server header if told so", async () => {
    const arn = await group();
    const target = await world.target((_, res) => res.setHeader("X-Frame-Options", "ALLOWALL").end("in"));
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    const listener = await listen([page("own")]);
    await rule(listener, 1, [{ Field: "path-pattern", Values: ["/in"] }], [forwardTo(arn)]);
    await world.elbv2.ModifyListenerAttributes({
      ListenerArn: listener,
      Attributes: [
        { Key: "routing.http.response.server.enabled", Value: "false" },
        { Key: "routing.http.response.x_frame_options.header_value", Value: "DENY" },
      ],
    });
    for (const [path, body] of [
      ["/", "own"],
      ["/in", "in"],
    ]) {
      const answer = await get(path ?? "");
      expect(answer.body).toBe(body);
      expect(answer.headers).toMatchObject({ "x-frame-options": "DENY" });
      expect(answer.headers).not.toHaveProperty("server");
    }
    const refused = await get("/", { method: "TRACE" });
    expect([refused.status, refused.headers["x-frame-options"], refused.headers.server]).toEqual([
      405,
      "DENY",
      undefined,
    ]);
  });

  it("loses no request while one target takes another's place", async () => {
    const answer = (name: string) => (_: unknown, res: { end(text: string): void }) => {
      setTimeout(() => res.end(name), 5);
    };
    const before = await world.target(answer("before"));
    before.server.keepAliveTimeout = 20;
    const arn = await group();
    await world.elbv2.ModifyTargetGroupAttributes({
      TargetGroupArn: arn,
      Attributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "30" }],
    });
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: before.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    const bodies: string[] = [];
    let stop = false;
    const client = async () => {
      while (!stop) {
        const { status, body } = await get("/");
        bodies.push(status === 200 ? body : String(status));
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    };
    const clients = [client(), client(), client()];
    const after = await world.target(answer("after"));
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: after.ip }] });
    expect((await healthOf(arn))[1]).toMatchObject({ State: "initial", Reason: "Elb.RegistrationInProgress" });
    await healthy(arn, 2);
    await world.elbv2.DeregisterTargets({ TargetGroupArn: arn, Targets: [{ Id: before.ip }] });
    expect(await healthOf(arn)).toContainEqual({
      State: "draining",
      Reason: "Target.DeregistrationInProgress",
      Description: "Target deregistration is in progress",
    });
    await eventually(async () => ((await healthOf(arn)).length === 1 ? true : undefined));
    await before.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop = true;
    await Promise.all(clients);
    expect(new Set(bodies)).toEqual(new Set(["before", "after"]));
    expect(bodies.at(-1)).toBe("after");
  });

  it("passes WebSockets through, and answers an upgrade that no target takes", async () => {
    const target = await world.target((_, res) => res.end());
    target.server.on("upgrade", (req, socket) => {
      if (req.url === "/refused") return socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${req.headers.upgrade}\r\nConnection: Upgrade\r\n\r\n`,
      );
      socket.pipe(socket);
    });
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const converse = (path: string, until: RegExp) =>
      new Promise<string>((resolve, reject) => {
        let text = "";
        const socket = net.connect(found.address);
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: x.example.com\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nping`,
        );
        socket.on("error", reject).on("data", (chunk) => {
          text += chunk;
          if (until.test(text)) {
            socket.destroy();
            resolve(text);
          }
        });
      });
    expect(await converse("/", /ping$/)).toMatch(/^HTTP\/1.1 101 .*Upgrade: websocket/s);
    expect(await converse("/refused", /no$/)).toMatch(/^HTTP\/1.1 403 Forbidden/);
  });

  it("ends a WebSocket that is silent for the idle timeout", async () => {
    const target = await world.target((_, res) => res.end());
    target.server.on("upgrade", (_req, socket) => {
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
      socket.on("end", () => socket.end()).resume();
    });
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    await idleTimeout(1);
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const socket = net.connect(found.address);
    socket.write("GET / HTTP/1.1\r\nHost: x.example.com\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    const answer = await new Promise((resolve) => socket.once("data", (chunk) => resolve(String(chunk))));
    expect(answer).toMatch(/^HTTP\/1.1 101 /);
    await new Promise((resolve) => socket.once("close", resolve));
  });

  it("answers 408 where the client, not the target, is silent for the idle timeout", async () => {
    const target = await world.target((req, res) => {
      if (req.method === "GET") res.end();
      else req.resume().on("end", () => res.end("all of it"));
    });
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    await idleTimeout(1);
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const socket = net.connect(found.address);
    socket.write("POST / HTTP/1.1\r\nHost: x.example.com\r\nContent-Length: 100\r\n\r\nhalf");
    const answer = await new Promise((resolve) => socket.once("data", (chunk) => resolve(String(chunk))));
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Time-?out/i);
    expect((await get("/", { method: "POST", body: "whole" })).body).toBe("all of it");
  });

  it("answers 408 to headers that do not end within the idle timeout, and says nothing to who says nothing", async () => {
    await idleTimeout(1);
    await listen([{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "200" } }]);
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const heard = (sent: string) =>
      new Promise<string>((resolve) => {
        const socket = net.connect(found.address);
        let answer = "";
        socket.on("data", (chunk) => {
          answer += chunk;
        });
        socket.once("close", () => resolve(answer));
        socket.write(sent);
      });
    const [unfinished, silent] = await Promise.all([heard("GET / HTTP/1.1\r\nHost: x.example.com\r\nX-"), heard("")]);
    expect(unfinished).toMatch(/^HTTP\/1.1 408 Request Time-?out/i);
    expect(silent).toBe("");
  });

  it("follows a target's health by the thresholds and the matcher, and waits for the slow", async () => {
    let [status, delay] = [202, 0];
    const answers: number[] = [];
    const target = await world.target((_, res) =>
      setTimeout(() => {
        answers.push(status);
        res.writeHead(status).end();
      }, delay),
    );
    const answered = (wanted: number) => answers.filter((each) => each === wanted).length;
    const arn = await group({
      ...{ Matcher: { HttpCode: "200,202-204" }, HealthyThresholdCount: 3, UnhealthyThresholdCount: 2 },
    });
    const state = async () => (await healthOf(arn))[0];
    const becomes = (wanted: string) => eventually(async () => ((await state())?.State === wanted ? true : undefined));
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await becomes("healthy");
    [status, delay] = [200, 300];
    await eventually(async () => (answered(200) > 2 ? true : undefined));
    expect((await state())?.State).toBe("healthy");
    [status, delay] = [404, 0];
    await becomes("unhealthy");
    expect(answered(404)).toBeGreaterThanOrEqual(2);
    expect(await state()).toMatchObject({ Description: "Health checks failed with these codes: [404]" });
    status = 204;
    await becomes("healthy");
    expect(answered(204)).toBeGreaterThanOrEqual(3);
    delay = 1500;
    const late = await world.target((_, res) => setTimeout(() => res.end(), 500));
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: late.ip }] });
    const checking = async () => (await healthOf(arn)).find((each) => each?.Reason === "Elb.InitialHealthChecking");
    expect(await eventually(checking)).toEqual({
      State: "initial",
      Reason: "Elb.InitialHealthChecking",
      Description: "Initial health checks in progress",
    });
    await world.elbv2.DeregisterTargets({ TargetGroupArn: arn, Targets: [{ Id: late.ip }] });
    await becomes("unhealthy");
    expect(await state()).toMatchObject({ Reason: "Target.Timeout", Description: "Request timed out" });
  }, 15_000);

  it("takes response headers of more than 16 K and answers 502 for more than 32 K", async () => {
    const target = await world.target((req, res) => {
      const size = Number(new URL(`http://x${req.url}`).searchParams.get("size"));
      for (let i = 0; i < size; i++) res.setHeader(`x-${i}`, "v".repeat(1000));
      res.end("in");
    });
    const arn = await group();
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    const statusOf = async (size: number) => {
      const found = world.aws.network.resolve(balancer.dnsName, 80);
      if ("error" in found) throw new Error(found.error);
      return await new Promise((resolve, reject) => {
        http
          .get({ ...found.address, path: `/?size=${size}`, agent: false, maxHeaderSize: 64 * 1024 }, (response) => {
            resolve(response.statusCode);
            response.resume();
          })
          .on("error", reject);
      });
    };
    expect(await statusOf(25)).toBe(200);
    expect(await statusOf(40)).toBe(502);
  });

  it("is out of reach where its security group admits nobody, and reaches no target that admits not it", async () => {
    const { ec2 } = world.aws;
    const arn = await group();
    const target = await world.target((_, res) => res.end("in"));
    await world.elbv2.RegisterTargets({ TargetGroupArn: arn, Targets: [{ Id: target.ip }] });
    await listen([forwardTo(arn)]);
    await healthy(arn, 1);
    const IpPermissions = [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    await ec2.RevokeSecurityGroupIngress({ GroupId: world.group, IpPermissions });
    await expect(get("/")).rejects.toThrow("ETIMEDOUT");
    expect(await eventually(async () => (await healthOf(arn)).find((each) => each?.State === "unhealthy"))).toEqual({
      State: "unhealthy",
      Reason: "Target.Timeout",
      Description: "Request timed out",
    });
  }, 15_000);

  it("answers nobody in subnets without a route to an internet gateway", async () => {
    await listen([page("hello")]);
    await world.aws.ec2.DeleteRoute({ RouteTableId: world.routeTable, DestinationCidrBlock: "0.0.0.0/0" });
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const outcome = await new Promise((resolve) => {
      const socket = net.connect(found.address);
      socket.write("GET / HTTP/1.1\r\nHost: app.example.com\r\n\r\n");
      socket.on("data", () => resolve("answered")).setTimeout(300, () => resolve("silence"));
      socket.on("close", () => resolve("closed"));
    });
    expect(outcome).toBe("silence");
  });

  it("refuses what no load balancer takes", async () => {
    await listen([page("fine")]);
    expect((await get("/", { method: "TRACE" })).status).toBe(405);
    expect((await get("/", { headers: { "x-forwarded-for": Array(31).fill("192.0.2.1").join(",") } })).status).toBe(
      463,
    );
    expect((await get(`/?q=${"a".repeat(17_000)}`)).status).toBe(414);
    expect((await get("/", { headers: { "x-long": "a".repeat(17_000) } })).status).toBe(400);
    expect((await get(`/?q=${"a".repeat(15_000)}`, { headers: { "x-long": "a".repeat(15_000) } })).status).toBe(200);
    const found = world.aws.network.resolve(balancer.dnsName, 80);
    if ("error" in found) throw new Error(found.error);
    const raw = (text: string) =>
      new Promise<string>((resolve) => {
        let all = "";
        const socket = net.connect(found.address).on("data", (chunk) => {
          all += chunk;
        });
        socket.on("close", () => resolve(all)).end(text);
      });
    for (const bad of [
      "GET / HTTP/1.1\r\n\r\n",
      "nonsense\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ]) {
      expect(await raw(bad)).toMatch(/^HTTP\/1.1 400 Bad Request/);
    }
  });
});
