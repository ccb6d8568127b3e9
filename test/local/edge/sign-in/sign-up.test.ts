import { createRegion, type Region } from "../../aws/cognito-idp/region.js";
import { type Answer, Browser } from "./browser.js";
import { CALLBACK, createPool, HOST, type Pool } from "./pool.js";

const PASSWORD = "Correct-Horse-9";

async function using(run: (region: Region, pool: Pool, url: (path: string) => string) => Promise<void>, open = true) {
  const region = await createRegion();
  try {
    const settings = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: !open } };
    const pool = await createPool(region, settings);
    const query = new URLSearchParams({ client_id: pool.clientId, redirect_uri: CALLBACK, response_type: "code" });
    await run(region, pool, (path) => `https://${HOST}${path}?${query}&state=s%2B1`);
  } finally {
    await region.close();
  }
}

async function signUp(browser: Browser, url: string, username: string, password = PASSWORD): Promise<Answer> {
  return browser.submit(await browser.get(url), url, { username, password });
}

describe("a pool where people may sign up", () => {
  it("leads from the sign-in page over the code in the e-mail straight back to the client", () =>
    using(async (region, pool, url) => {
      const browser = new Browser(region);
      const page = await browser.get(url("/login"));
      const link = /href="(\/signup\?[^"]*)"/.exec(page.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
      expect(`https://${HOST}${link}`).toBe(url("/signup"));
      const toConfirm = await signUp(browser, url("/signup"), "grace@example.com");
      expect(toConfirm.location).toBe(url("/confirm"));
      const confirm = await browser.get(toConfirm.location);
      expect(confirm.body).toContain("We have sent a code by email to g***@e***.");
      const [message] = region.cognito.outbox();
      expect(message).toMatchObject({ to: "grace@example.com", subject: "Your verification code" });
      expect(message?.body).toContain(message?.code ?? "-");
      const wrong = String((Number(message?.code) + 1) % 1_000_000).padStart(6, "0");
      const again = await browser.submit(confirm, toConfirm.location, { code: wrong });
      expect(again.body).toContain("Invalid verification code provided, please try again.");
      const resent = await browser.submit(again, toConfirm.location, {}, "/resendcode");
      expect(resent.body).toContain("We have sent you a new code.");
      const code = region.cognito.outbox().at(-1)?.code ?? "";
      const done = await browser.submit(resent, toConfirm.location, { code }, "/confirm");
      expect(done.location).toMatch(/idpresponse\?code=[0-9a-f-]{36}&state=s%2B1$/);
      const { Users = [] } = region.cognito.ListUsers({ UserPoolId: pool.id, Filter: 'email = "grace@example.com"' });
      expect(Users).toMatchObject([{ UserStatus: "CONFIRMED", Enabled: true }]);
      expect(Users[0]?.Attributes).toContainEqual({ Name: "email_verified", Value: "true" });
    }));

  it("sends whoever signs in without having confirmed to the confirm page", () =>
    using(async (region, _, url) => {
      await signUp(new Browser(region), url("/signup"), "late@example.com");
      const browser = new Browser(region);
      const page = await browser.get(url("/login"));
      const wrong = await browser.submit(page, url("/login"), { username: "late@example.com", password: "nope" });
      expect(wrong.body).toContain("Incorrect username or password.");
      const right = await browser.submit(page, url("/login"), { username: "late@example.com", password: PASSWORD });
      expect(right.location).toBe(url("/confirm"));
      expect((await browser.get(url("/oauth2/authorize"))).location).toContain("/login?");
    }));

  it("says on the page what is wrong with what was typed", () =>
    using(async (region, _, url) => {
      const browser = new Browser(region);
      const weak = await signUp(browser, url("/signup"), "eve@example.com", "weakpassword1-");
      expect(weak.body).toContain("Password did not conform with policy: Password must have uppercase characters");
      expect(weak.body).toContain('value="eve@example.com"');
      expect((await signUp(browser, url("/signup"), "eve")).body).toContain("Username should be an email.");
      await signUp(browser, url("/signup"), "eve@example.com");
      const taken = await signUp(new Browser(region), url("/signup"), "EVE@example.com");
      expect(taken.body).toContain("An account with the given email already exists.");
    }));
});

describe("a pool where only administrators create users", () => {
  it("has no link and refuses the endpoint", () =>
    using(async (region, _, url) => {
      const browser = new Browser(region);
      expect((await browser.get(url("/login"))).body).not.toContain("signup");
      const refused = await browser.get(url("/signup"));
      expect(refused.status).toBe(400);
      expect(refused.body).toContain("SignUp is not permitted for this user pool");
      const csrf = browser.cookie(HOST, "XSRF-TOKEN");
      const forced = await browser.post(url("/signup"), `_csrf=${csrf}&username=a@example.com&password=${PASSWORD}`);
      expect(forced.status).toBe(400);
      expect(region.cognito.outbox()).toEqual([]);
    }, false));
});
