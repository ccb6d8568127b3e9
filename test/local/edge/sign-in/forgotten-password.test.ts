import { createRegion, type Region } from "../../aws/cognito-idp/region.js";
import { Browser } from "./browser.js";
import { CALLBACK, createPool, HOST, type Pool } from "./pool.js";

const EMAIL = "ada@example.com";
const [OLD, NEW] = ["Correct-Horse-9", "Battery-Staple-7"];

let region: Region;
let pool: Pool;
beforeEach(async () => {
  region = await createRegion();
  pool = await createPool(region);
  addUser(EMAIL);
});
afterEach(() => region.close());

function addUser(email: string): void {
  const user = { UserPoolId: pool.id, Username: email };
  const UserAttributes = [{ Name: "email_verified", Value: "true" }];
  region.cognito.AdminCreateUser({ ...user, MessageAction: "SUPPRESS", UserAttributes });
  region.cognito.AdminSetUserPassword({ ...user, Password: OLD, Permanent: true });
}

const url = (path: string) => {
  const query = new URLSearchParams({ client_id: pool.clientId, redirect_uri: CALLBACK, response_type: "code" });
  return `https://${HOST}${path}?${query}&state=s`;
};
const lastCode = () => region.cognito.outbox().at(-1)?.code ?? "";

async function signIn(password: string) {
  const browser = new Browser(region);
  return browser.submit(await browser.get(url("/login")), url("/login"), { username: EMAIL, password });
}

describe("whoever has forgotten the password", () => {
  it("gets a code by e-mail, and with it a new password, from links on the sign-in page", async () => {
    const browser = new Browser(region);
    const login = await browser.get(url("/login"));
    expect(login.body.replaceAll("&amp;", "&")).toContain(url("/forgotPassword").slice(`https://${HOST}`.length));
    const ask = await browser.get(url("/forgotPassword"));
    const sent = await browser.submit(ask, url("/forgotPassword"), { username: EMAIL });
    expect(sent.body).toContain("We have sent a password reset code by email to a***@e***.");
    const choose = (code: string, password: string, again = password) =>
      browser.submit(sent, url("/confirmForgotPassword"), {
        ...{ username: EMAIL, code, new_password: password, confirm_password: again },
      });
    expect((await choose("nonsense", NEW)).body).toContain("Invalid verification code provided, please try again.");
    expect((await choose(lastCode(), NEW, OLD)).body).toContain("Passwords do not match");
    expect((await choose(lastCode(), "short")).body).toContain("Password not long enough");
    const done = await choose(lastCode(), NEW);
    expect(done.body).toContain("Your password has been reset.");
    expect((await signIn(OLD)).body).toContain("Incorrect username or password.");
    expect((await signIn(NEW)).location).toContain("code=");
    // The code is spent.
    expect((await choose(lastCode(), OLD)).body).toContain("please request a code again");
  });

  it("learns nothing about whether somebody else exists", async () => {
    const browser = new Browser(region);
    const ask = await browser.get(url("/forgotPassword"));
    const sent = await browser.submit(ask, url("/forgotPassword"), { username: "nobody@example.com" });
    expect(sent.body).toContain("We have sent a password reset code by email to n***@e***.");
    expect(region.cognito.outbox()).toEqual([]);
  });

  it("is led to the page for it once an administrator has reset the password", async () => {
    region.cognito.AdminResetUserPassword({ UserPoolId: pool.id, Username: EMAIL });
    const { location } = await signIn(OLD);
    expect(location).toBe(url("/confirmForgotPassword"));
    const browser = new Browser(region);
    const fields = { username: EMAIL, code: lastCode(), new_password: NEW, confirm_password: NEW };
    await browser.submit(await browser.get(location), location, fields);
    expect((await signIn(NEW)).location).toContain("code=");
  });

  it("finds no link, and no page, where only administrators reset passwords", async () => {
    region.cognito.UpdateUserPool({
      UserPoolId: pool.id,
      AutoVerifiedAttributes: ["email"],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] },
    });
    const browser = new Browser(region);
    expect((await browser.get(url("/login"))).body).not.toContain("/forgotPassword");
    expect((await browser.get(url("/forgotPassword"))).status).toBe(400);
  });
});
