import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

export interface TrustingBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts headless Chromium behind a proxy. It trusts a certificate authority, if one is given, in the way a person would
 * make it: through the certificate database (NSS) of its home, a throwaway one. Nothing about TLS is switched off.
 */
export async function launchChromium({
  proxy,
  certificateFile,
}: {
  proxy: string;
  certificateFile?: string;
}): Promise<TrustingBrowser> {
  const executablePath = await find("chromium");
  const home = await mkdtemp(join(tmpdir(), "browser-home-"));
  try {
    if (certificateFile) await trust(home, certificateFile);
    const browser = await chromium.launch({
      executablePath,
      headless: true,
      env: { HOME: home, PATH: process.env.PATH ?? "" },
      proxy: { server: proxy },
      // The first for containers, where tests run as root; the others keep Chromium from calling its vendor.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await rm(home, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function trust(home: string, certificateFile: string): Promise<void> {
  const certutil = await find("certutil");
  const database = join(home, ".pki", "nssdb");
  await mkdir(database, { recursive: true });
  const run = promisify(execFile);
  await run(certutil, ["-d", `sql:${database}`, "-N", "--empty-password"]);
  await run(certutil, ["-d", `sql:${database}`, "-A", "-t", "C,,", "-n", "local-aws", "-i", certificateFile]);
}

async function find(program: string): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, program);
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  throw new Error(
    `The browser test needs ${program}, which is not on the PATH. On Debian and Ubuntu: apt-get install -y chromium libnss3-tools`,
  );
}
