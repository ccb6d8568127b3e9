import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { runAction } from "../../local/runner/run-action.js";
import { type LocalAws, startLocalAws } from "../local-aws.js";
import { launchChromium, type TrustingBrowser } from "./chromium.js";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const SCREENSHOTS = join(ROOT, "build", "screenshots");

const person = { email: "grace@example.com", password: `${randomBytes(9).toString("base64url")}-Aa1` };

describe("a person with a browser", () => {
  let aws: LocalAws;
  let chromium: TrustingBrowser;

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    aws = await startLocalAws({ speed: 100 });
    chromium = await launchChromium({ proxy: aws.proxy, certificateFile: aws.env.NODE_EXTRA_CA_CERTS ?? "" });
    const { conclusion, log } = await runAction({
      folder: ROOT,
      inputs: {
        domain: "app.example.com",
        "hosted-zone-id": aws.hostedZoneId,
        image: "ecs-cognito-deploy/sample-app:1",
        "health-check-path": "/healthz",
        "self-sign-up": "true",
      },
      env: aws.env,
    });
    if (conclusion !== "success") throw new Error(log);
  }, 120_000);

  afterAll(async () => {
    await chromium?.close();
    await aws?.close();
  });

  /** A window of its own, with no cookies of the others. */
  async function inNewWindow(walk: (page: Page) => Promise<void>) {
    const context = await chromium.browser.newContext({ viewport: { width: 1024, height: 720 } });
    try {
      await walk(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it("signs up at the app's own address, confirms the code from the mail, and sees the app greet them", async () => {
    await inNewWindow(async (page) => {
      await page.goto("https://app.example.com/");
      expect(new URL(page.url()).host).toMatch(/\.auth\.eu-west-1\.amazoncognito\.com$/);
      await page.screenshot({ path: join(SCREENSHOTS, "sign-in.png") });
      await page.getByRole("link", { name: "Sign up" }).filter({ visible: true }).click();
      await fill(page, { username: person.email, password: person.password });
      await page.screenshot({ path: join(SCREENSHOTS, "sign-up.png") });
      await page.getByRole("button", { name: "Sign up" }).filter({ visible: true }).click();
      await page.waitForURL(/\/confirm/);
      await page.screenshot({ path: join(SCREENSHOTS, "confirm.png") });
      await fill(page, { code: await codeFor(person.email) });
      await page.getByRole("button", { name: "Confirm Account" }).filter({ visible: true }).click();
      await page.waitForURL("https://app.example.com/**");
      await page.screenshot({ path: join(SCREENSHOTS, "app.png") });
      expect(await page.innerText("body")).toContain(person.email);
    });
  });

  it("signs in another time, over a connection whose certificate is trusted", async () => {
    await inNewWindow(async (page) => {
      await page.goto("https://app.example.com/?month=11");
      await fill(page, { username: person.email, password: person.password });
      const answered = page.waitForResponse((response) => response.url() === "https://app.example.com/?month=11");
      await page.getByRole("button", { name: "Sign in" }).filter({ visible: true }).click();
      const answer = await answered;
      expect(answer.status()).toBe(200);
      expect(await page.innerText("body")).toContain(person.email);
      const security = await answer.securityDetails();
      expect(security?.issuer).toMatch(/^Local AWS Root/);
      expect(security?.protocol).toMatch(/^TLS 1\.[23]$/);
    });
  });

  it("is told when the password is wrong, and gets no further", async () => {
    await inNewWindow(async (page) => {
      await page.goto("https://app.example.com/");
      await fill(page, { username: person.email, password: "Wrong-1-password" });
      await page.getByRole("button", { name: "Sign in" }).filter({ visible: true }).click();
      await page.getByText("Incorrect username or password.").filter({ visible: true }).waitFor();
      await page.screenshot({ path: join(SCREENSHOTS, "wrong-password.png") });
      await page.goto("https://app.example.com/");
      expect(new URL(page.url()).host).toMatch(/amazoncognito\.com$/);
    });
  });

  it("is warned by a browser that was not told to trust the local certificate authority", async () => {
    const stranger = await launchChromium({ proxy: aws.proxy });
    try {
      const page = await stranger.browser.newPage();
      await expect(page.goto("https://app.example.com/")).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
    } finally {
      await stranger.close();
    }
  });

  /** Cognito's classic pages have each form twice, one of them hidden: for wide windows and for narrow ones. */
  async function fill(page: Page, fields: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(fields)) {
      await page.locator(`input[name="${name}"]`).filter({ visible: true }).fill(value);
    }
  }

  /** The confirmation code in the newest message to an address. */
  async function codeFor(address: string): Promise<string> {
    const state = (await aws.state())["cognito-idp"] as { outbox: { to: string; code: string }[] };
    return state.outbox.findLast(({ to }) => to === address)?.code ?? "";
  }
});
