import { AwsError } from "../../../../local/aws/errors.js";
import { createRegion, type Region } from "../../aws/cognito-idp/region.js";
import { Browser } from "./browser.js";
import { CALLBACK, createPool, HOST, type Pool } from "./pool.js";

const EMAIL = "ada@example.com";
const PASSWORD = "Correct-Horse-9";

let region: Region;
let pool: Pool;
beforeAll(async () => {
  region = await createRegion();
  pool = await createPool(region);
  const { cognito } = region;
  cognito.AdminCreateUser({ UserPoolId: pool.id, Username: EMAIL, MessageAction: "SUPPRESS" });
  cognito.AdminSetUserPassword({ UserPoolId: pool.id, Username: EMAIL, Password: PASSWORD, Permanent: true });
  cognito.UpdateUserPoolDomain({ UserPoolId: pool.id, Domain: "example-app", ManagedLoginVersion: 2 });
});
afterAll(() => region.close());

const authorizeUrl = (extra: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    ...{ client_id: pool.clientId, redirect_uri: CALLBACK, response_type: "code", scope: "openid", state: "s" },
    ...extra,
  });
  return `https://${HOST}/oauth2/authorize?${query}`;
};

const ofClient = () => ({ UserPoolId: pool.id, ClientId: pool.clientId });

/** `Code: message` of what a call throws. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AwsError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

describe("managed login", () => {
  it("has no pages for a client without a branding style: 403", async () => {
    const browser = new Browser(region);
    for (const url of [authorizeUrl(), authorizeUrl().replace("/oauth2/authorize", "/login")]) {
      const { status, body } = await browser.get(url);
      expect(status).toBe(403);
      expect(body).toContain("Login pages unavailable");
    }
    // The endpoints that no person sees are there.
    expect((await browser.post(`https://${HOST}/oauth2/token`, "grant_type=nothing")).status).toBe(400);
  });

  it("asks for the name, then for the password, once the client has a style", async () => {
    const { ManagedLoginBranding: made } = region.cognito.CreateManagedLoginBranding({
      ...ofClient(),
      UseCognitoProvidedValues: true,
    });
    expect(made).toMatchObject({ UserPoolId: pool.id, UseCognitoProvidedValues: true, Assets: [] });
    expect(made).not.toHaveProperty("Settings");
    const browser = new Browser(region);
    const { location } = await browser.get(authorizeUrl());
    const first = await browser.get(location);
    expect(first.status).toBe(200);
    expect(first.body).toContain('name="username"');
    expect(first.body).not.toContain('type="password"');
    const second = await browser.submit(first, location, { username: EMAIL });
    expect(second.status).toBe(200);
    expect(second.body).toContain('type="password"');
    const wrong = await browser.submit(second, location, { password: "nonsense" });
    expect(wrong.body).toContain("Incorrect username or password.");
    const end = await browser.submit(second, location, { password: PASSWORD });
    expect(end.status).toBe(302);
    expect(end.location).toMatch(/^https:\/\/app\.example\.com\/oauth2\/idpresponse\?code=[0-9a-f-]{36}&state=s$/);
    // The session holds for the next time.
    expect((await browser.get(authorizeUrl())).location).toContain("code=");
  });

  it("shows its own error page for a callback URL that is not the client's", async () => {
    const { location } = await new Browser(region).get(authorizeUrl({ redirect_uri: "https://evil.example.com/" }));
    expect(location).toContain("error=redirect_mismatch");
    expect((await new Browser(region).get(location)).status).toBe(400);
  });

  it("gives a client one style, which can be described, changed and deleted", async () => {
    const { cognito } = region;
    expect(refusal(() => cognito.CreateManagedLoginBranding(ofClient()))).toMatch(
      /^ManagedLoginBrandingExistsException/,
    );
    const { ManagedLoginBrandingId } =
      cognito.DescribeManagedLoginBrandingByClient(ofClient()).ManagedLoginBranding ?? {};
    const style = { UserPoolId: pool.id, ManagedLoginBrandingId };
    const asset = {
      ...({ Category: "FORM_LOGO", ColorMode: "LIGHT", Extension: "SVG" } as const),
      Bytes: Buffer.from("<svg/>"),
    };
    cognito.UpdateManagedLoginBranding({ ...style, Settings: { categories: {} }, Assets: [asset] });
    cognito.UpdateManagedLoginBranding({ ...style, Settings: { categories: { form: {} } } });
    expect(cognito.DescribeManagedLoginBranding(style).ManagedLoginBranding).toMatchObject({
      UseCognitoProvidedValues: false,
      Settings: { categories: { form: {} } },
      Assets: [asset],
    });
    expect(
      refusal(() => cognito.UpdateManagedLoginBranding({ ...style, UseCognitoProvidedValues: true, Assets: [asset] })),
    ).toMatch(/^InvalidParameterException/);
    expect(refusal(() => cognito.DescribeManagedLoginBranding({ ...style, ReturnMergedResources: true }))).toMatch(
      /^NotImplementedByLocalAws/,
    );
    cognito.DeleteManagedLoginBranding(style);
    expect(refusal(() => cognito.DescribeManagedLoginBranding(style))).toMatch(/^ResourceNotFoundException/);
    expect((await new Browser(region).get(authorizeUrl())).status).toBe(403);
  });

  it("loses a client's style with the client", () => {
    const { cognito } = region;
    const { UserPoolClient } = cognito.CreateUserPoolClient({ UserPoolId: pool.id, ClientName: "short" });
    const ids = { UserPoolId: pool.id, ClientId: UserPoolClient?.ClientId };
    const { ManagedLoginBranding } = cognito.CreateManagedLoginBranding({ ...ids, UseCognitoProvidedValues: true });
    cognito.DeleteUserPoolClient(ids);
    const { ManagedLoginBrandingId } = ManagedLoginBranding ?? {};
    expect(
      refusal(() => cognito.DescribeManagedLoginBranding({ UserPoolId: pool.id, ManagedLoginBrandingId })),
    ).toMatch(/^ResourceNotFoundException/);
  });

  it("is not for the LITE feature plan", async () => {
    const { UserPool } = await region.cognito.CreateUserPool({ PoolName: "lite", UserPoolTier: "LITE" });
    const domain = { UserPoolId: UserPool?.Id, Domain: "lite-app" };
    expect(refusal(() => region.cognito.CreateUserPoolDomain({ ...domain, ManagedLoginVersion: 2 }))).toMatch(
      /^FeatureUnavailableInTierException/,
    );
    region.cognito.CreateUserPoolDomain(domain);
    expect(refusal(() => region.cognito.UpdateUserPoolDomain({ ...domain, ManagedLoginVersion: 2 }))).toMatch(
      /^FeatureUnavailableInTierException/,
    );
  });
});
