import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "../../../../local/aws/aws.js";
import { createClock } from "../../../../local/aws/clock.js";
import { MemoryLimit } from "../../../../local/edge/containers/memory-limit.js";
import { type Image, PullError } from "../../../../local/edge/containers/registry.js";
import { type Container, ContainerRuntime, type ContainerSpec } from "../../../../local/edge/containers/runtime.js";
import { Network } from "../../../../local/edge/network.js";

const INTERFACE = "eni-9";

describe("containers", () => {
  let folder: string;
  let network: Network;
  let runtime: ContainerRuntime;
  let lines: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "image-"));
    await writeFile(join(folder, "ca.pem"), "");
    lines = [];
    const aws = {
      accountId: "123456789012",
      region: "eu-west-1",
      clock: createClock(1000),
      hostsFile: join(folder, "hosts.json"),
      authority: { certificateFile: join(folder, "ca.pem") },
    } as unknown as Aws & { hostsFile: string };
    network = new Network({ hostsFile: aws.hostsFile, aws });
    Object.assign(aws, { network });
    runtime = new ContainerRuntime(aws);
  });
  afterEach(async () => {
    await runtime.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (program: string, more: Partial<ContainerSpec> = {}): Promise<Container> => {
    await writeFile(join(folder, "main.mjs"), program);
    const image: Image = {
      digest: "sha256:0",
      folder,
      entryPoint: ["node"],
      command: ["main.mjs"],
      environment: { FROM_IMAGE: "1", BOTH: "image" },
      architecture: "amd64",
    };
    return runtime.run({
      image,
      networkInterfaceId: INTERFACE,
      hostname: "ip-10-0-0-9.eu-west-1.compute.internal",
      environment: {},
      architecture: "amd64",
      init: false,
      onLine: (line) => lines.push(line),
      ...more,
    });
  };
  const get = async (port: number) => {
    const address = network.dial(INTERFACE, port);
    return address && (await fetch(`http://${address.host}:${address.port}/`)).text();
  };
  const SERVER = `import { createServer } from "node:http";
    const server = createServer((request, response) => response.end("port " + server.address().port));`;

  it.each([
    ["listen(80)", 80],
    ["listen('8080')", 8080],
    ["listen(80, '0.0.0.0')", 80],
    ["listen({ port: 80, host: '::' }, () => {})", 80],
    ["listen(80, '0.0.0.0', 511, () => {})", 80],
  ])("answer at their own address after %s, on a loopback port", async (listen, port) => {
    const container = await run(`${SERVER} server.${listen};`);
    await container.booted;
    expect(network.dial(INTERFACE, port)?.host).toBe("127.0.0.1");
    expect(network.dial(INTERFACE, port)?.port).not.toBe(port);
    expect(await get(port)).toBe(`port ${port}`);
  });

  it("are not reached from outside when they listen on localhost", async () => {
    const container = await run(`${SERVER} server.listen(80, "127.0.0.1", () => process.exit(0));`);
    await container.exited;
    expect(network.dial(INTERFACE, 80)).toBeUndefined();
  });

  it("cannot listen on a port twice", async () => {
    const container = await run(`${SERVER} server.listen(80); createServer().listen(80).on("error", (error) => {
      console.log(error.code); process.exit(3); });`);
    expect(await container.exited).toBe(3);
    expect(lines).toEqual(["EADDRINUSE"]);
    expect(network.dial(INTERFACE, 80)).toBeUndefined();
  });

  it("see the environment of the image and the task alone", async () => {
    process.env.SECRET_OF_THE_HOST = "x";
    const container = await run(`console.log(JSON.stringify(process.env))`, {
      environment: { FROM_TASK: "2", BOTH: "task" },
    });
    await container.exited;
    delete process.env.SECRET_OF_THE_HOST;
    const seen = JSON.parse(lines[0] ?? "{}");
    expect(seen).toMatchObject({ FROM_IMAGE: "1", FROM_TASK: "2", BOTH: "task", AWS_REGION: "eu-west-1" });
    expect(Object.keys(seen).sort()).toEqual(
      [
        ...["AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV", "AWS_REGION", "BOTH", "FROM_IMAGE", "FROM_TASK", "HOME"],
        ...["HOSTNAME", "LOCAL_AWS_HOSTS", "NODE_EXTRA_CA_CERTS", "NODE_OPTIONS", "PATH"],
      ].sort(),
    );
  });

  it("finish the requests that run when stopped, and exit with the program's code", async () => {
    const container = await run(`import { createServer } from "node:http";
      const server = createServer((request, response) => setTimeout(() => response.end("done"), 200));
      server.listen(80);
      process.on("SIGTERM", () => {
        server.close(() => process.exit(0));
        setInterval(() => server.closeIdleConnections(), 50);
      });`);
    await container.booted;
    const answer = get(80);
    await sleep(50);
    expect(await container.stop(30)).toBe(0);
    expect(await answer).toBe("done");
  });

  it("are killed after the stop timeout if they do not handle SIGTERM, as process 1 is", async () => {
    const container = await run(`${SERVER} server.listen(80);`);
    await container.booted;
    expect(await container.stop(0.2)).toBe(137);
  });

  it("end at SIGTERM if an init process is process 1", async () => {
    const container = await run(`${SERVER} server.listen(80);`, { init: true });
    await container.booted;
    expect(await container.stop(30)).toBe(143);
  });

  it("are killed when they hold more memory than they may", async () => {
    const grow = "const held = []; setInterval(() => held.push(Buffer.alloc(8 << 20, 1)), 5);";
    const container = await run(grow, { memory: { own: 128, task: new MemoryLimit(512) } });
    expect([await container.exited, container.outOfMemory]).toEqual([137, true]);
  });

  it("are killed, the largest first, when they hold more memory together than their task may", async () => {
    const memory = { own: 512, task: new MemoryLimit(256) };
    const holding = (mebibytes: number) => {
      const program = `const held = Buffer.alloc(${mebibytes} << 20, 1); setInterval(() => held.at(0), 60_000);`;
      return run("", { memory, command: ["--eval", program] });
    };
    const small = await holding(60);
    const large = await holding(180);
    expect([await large.exited, large.outOfMemory]).toEqual([137, true]);
    expect(small.outOfMemory).toBe(false);
    await small.stop(0);
  });

  it("say so when the image is for another processor", async () => {
    const container = await run("console.log('never')", { architecture: "arm64" });
    expect(await container.exited).toBe(1);
    expect(lines).toEqual(["exec /usr/local/bin/node: exec format error"]);
  });

  it("combine entry point and command as Docker does", async () => {
    const container = await run("console.log(process.argv.slice(2).join())", { command: ["main.mjs", "a", "b"] });
    await container.exited;
    expect(lines).toEqual(["a,b"]);
    await expect(run("", { entryPoint: ["sh", "-c"], command: ["true"] })).rejects.toThrow(
      `exec: "sh": executable file not found in $PATH`,
    );
    await expect(run("", { entryPoint: ["sh"] })).rejects.toThrow(`exec: "sh"`);
  });

  it("leave servers on sockets other than TCP ports alone", async () => {
    const path = join(folder, "socket");
    const container = await run(
      `${SERVER} server.listen(${JSON.stringify(path)}, () => { console.log("ok"); process.exit(0); });`,
    );
    expect(await container.exited).toBe(0);
    expect(lines).toEqual(["ok"]);
    expect(createServer().listening).toBe(false);
  });

  describe("come from images", () => {
    const ecr = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    it("by tag on Docker Hub and the account's own ECR, and by digest", () => {
      const { digest, environment } = runtime.images.pull("ecs-cognito-deploy/sample-app:2", "amd64");
      expect(environment.APP_VERSION).toBe("2");
      expect(runtime.images.pull(`${ecr}/sample-app:2`, "amd64").digest).toBe(digest);
      expect(runtime.images.pull(`${ecr}/sample-app@${digest}`, "amd64").environment.APP_VERSION).toBe("2");
      expect(runtime.images.pull("ecs-cognito-deploy/sample-app:1", "amd64").digest).not.toBe(digest);
    });

    it.each([
      ["nginx", /pull access denied, repository does not exist or may require authorization/],
      ["ecs-cognito-deploy/sample-app:none", /docker\.io\/ecs-cognito-deploy\/sample-app:none: not found$/],
      [`ecs-cognito-deploy/sample-app@sha256:${"0".repeat(64)}`, /not found$/],
      [`${ecr}/none:1`, /none:1: not found$/],
      ["ghcr.io/someone/app:1", /lookup ghcr\.io: no such host$/],
      ["Upper/case", /invalid reference format/],
    ])("but not %s", (reference, message) => {
      const pull = () => runtime.images.pull(reference, "amd64");
      expect(pull).toThrow(PullError);
      expect(pull).toThrow(message);
    });
  });
});
