import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { DescribeClustersCommand, ECSClient } from "@aws-sdk/client-ecs";
import { parseEnvFile } from "../../../local/runner/env-file.js";
import { clientConfiguration } from "../../../local/serve/client-configuration.js";
import { startLocalAws } from "../../local-aws.js";

const LOCAL = join(import.meta.dirname, "..", "..", "..", "local");
const SERVE = join(LOCAL, "serve.js");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts what `npm run local` starts, with what it prints. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ["--", SERVE, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const printed = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    printed.err += text;
  });
  return { child, printed, exited: once(child, "close").then(([code]) => code as number) };
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 500) throw new Error("It did not happen within 10 s");
    await sleep(20);
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** A process that has ended may stay in the table as a zombie for a while. */
async function isRunning(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") X");
  return !/\) [ZX]/.test(text);
}

describe("npm run local", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("serves until %s, and takes away what it has written", async (signal) => {
    const envFile = join(folder, "aws.env");
    const { child, printed, exited } = start("--env-file", envFile, "--zone", "example.org");
    await until(() => exists(envFile));
    expect((await stat(envFile)).mode & 0o777).toBe(0o600);
    const env = parseEnvFile(await readFile(envFile, "utf8"), envFile);
    expect(env).toMatchObject({
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      AWS_REGION: "eu-west-1",
      AWS_DEFAULT_REGION: "eu-west-1",
      LOCAL_AWS_DOMAIN: "example.org",
      LOCAL_AWS_HOSTED_ZONE_ID: expect.stringMatching(/^Z[A-Z0-9]+$/),
      GITHUB_API_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      GITHUB_REPOSITORY: "octo-org/sample-app",
      GITHUB_REPOSITORY_ID: "734512345",
      GITHUB_TOKEN: expect.stringMatching(/^ghs_/),
    });
    await until(async () => printed.out.includes("Ctrl-C stops it"));
    expect(printed.out).toContain(`. ${envFile}`);
    const files = [env.NODE_EXTRA_CA_CERTS ?? "", env.LOCAL_AWS_HOSTS ?? "", envFile];
    for (const file of files) expect(await exists(file)).toBe(true);
    child.kill(signal);
    expect(await exited).toBe(0);
    for (const file of files) expect(await exists(file)).toBe(false);
    expect(printed.err).toBe("");
  });

  it("refuses bad options with what to write instead", async () => {
    const { printed, exited } = start("--port", "eighty", "--speeed", "3");
    expect(await exited).toBe(1);
    expect(printed.err).toMatch(/--speeed/);
    const second = start("--port", "eighty");
    expect(await second.exited).toBe(1);
    expect(second.printed.err).toMatch(/^--port eighty: a whole number from 0 to 65535\n\nUsage: npm run local/);
  });

  it("says so when its port is taken, and leaves nothing running", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { printed, exited } = start("--port", String(port));
    expect(await exited).toBe(1);
    expect(printed.err).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
    other.close();
  });
});

describe("a local AWS of a test's own", () => {
  it("arms the faults of a file, and does not start with one that holds none", async () => {
    const file = join(folder, "faults.json");
    const fault = { service: "ecs", operation: "*", chance: 0.5, throttle: true } as const;
    await writeFile(file, JSON.stringify([fault]));
    const aws = await startLocalAws({ faultsFile: file });
    expect(await aws.faults()).toEqual([{ ...fault, seen: 0, hits: 0 }]);
    await aws.close();
    await writeFile(file, JSON.stringify([{ ...fault, at: 1 }]));
    await expect(startLocalAws({ faultsFile: file })).rejects.toThrow(
      `--faults ${file}: This is no fault plan: fault 1: at and chance exclude one another.`,
    );
  });

  it("shows the calls that were made and what exists", async () => {
    const aws = await startLocalAws({ speed: 1000, zone: "example.net" });
    try {
      expect(aws.domain).toBe("example.net");
      await aws.forgetCalls();
      expect(await aws.calls()).toEqual([]);
      expect(Object.keys(await aws.state())).toContain("cognito-idp");
    } finally {
      await aws.close();
    }
    await expect(fetch(aws.endpoint)).rejects.toThrow();
  });

  it("fails the test that uses it, and its own process, when it answers what AWS never would", async () => {
    const ecs = pathToFileURL(join(LOCAL, "aws", "ecs", "ecs.js")).href;
    const broken = `import { Ecs } from ${JSON.stringify(ecs)};
      Ecs.prototype.DescribeClusters = () => ({ clusters: [{ clusterName: "a", status: "ACTIVE", runningTasksCount: 0.5 }] });`;
    const options = ["--import", `data:text/javascript,${encodeURIComponent(broken)}`];
    const aws = await startLocalAws({}, { nodeOptions: options });
    const client = new ECSClient({ ...clientConfiguration(aws), maxAttempts: 1 });
    await expect(client.send(new DescribeClustersCommand({}))).rejects.toThrow("unknown error");
    await expect(aws.close()).rejects.toThrow(
      "ecs:DescribeClusters: Error: DescribeClusters.clusters[0].runningTasksCount is 0.5, which is no whole number",
    );
    expect(await aws.ended).toBe(1);
  });

  it("says why it could not start", async () => {
    await expect(startLocalAws({ region: "Ireland" })).rejects.toThrow("--region Ireland: an AWS region");
  });

  it("ends with whoever started it, even if that is killed", async () => {
    const script = `
      const { startLocalAws } = await import(${JSON.stringify(pathToFileURL(join(LOCAL, "serve", "spawn.js")).href)});
      const { pid } = await startLocalAws();
      process.stdout.write(String(pid) + "\\n");`;
    const parent: ChildProcess = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(parent.stdout ?? parent, "data")) as [Buffer];
    const pid = Number(line.toString());
    expect(await isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
    await until(async () => !(await isRunning(pid)));
  });
});
