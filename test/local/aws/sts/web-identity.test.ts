import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { account, refusal } from "../server/account.js";

const aws = account();
const ACCOUNT = "123456789012";
const HOST = "issuer.example.net";
const ISSUER = `https://${HOST}`;
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci`;

/** An issuer with a key of its own, as anybody may run one: the documents that it publishes may be changed. */
const published = new Map<string, string>();
let issuer: ReturnType<typeof createServer>;
let server: AwsServer;
let unpublish: () => void;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256", use: "sig" };
  published.set("/.well-known/openid-configuration", JSON.stringify({ issuer: ISSUER, jwks_uri: `${ISSUER}/keys` }));
  published.set("/keys", JSON.stringify({ keys: [jwk] }));
  const { certificatePem: cert, privateKeyPem: key } = await aws().authority.issue({ names: [HOST] });
  issuer = createServer({ cert, key }, ({ url = "" }, response) => {
    const document = published.get(url);
    response.writeHead(document === undefined ? 404 : 200).end(document);
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  const { port } = issuer.address() as AddressInfo;
  unpublish = aws().network.publish(HOST, 443, { host: "127.0.0.1", port });
  server = await startServer(aws());
  await aws().iam.CreateOpenIDConnectProvider({ Url: ISSUER, ClientIDList: ["sts.amazonaws.com"] });
  await aws().iam.CreateRole({
    RoleName: "ci",
    MaxSessionDuration: 7200,
    AssumeRolePolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "sts:AssumeRoleWithWebIdentity",
          Principal: { Federated: PROVIDER },
          Condition: {
            StringEquals: { [`${HOST}:aud`]: "sts.amazonaws.com" },
            StringLike: { [`${HOST}:sub`]: "job:*" },
          },
        },
      ],
    }),
  });
});

afterAll(async () => {
  unpublish();
  await new Promise((resolve) => issuer.close(resolve));
  await server.close();
});

const now = () => Math.floor(Date.now() / 1000);

function token(claims: JWTPayload = {}, { kid = "1", key = keys.privateKey } = {}): Promise<string> {
  return new SignJWT({ iss: ISSUER, sub: "job:1", aud: "sts.amazonaws.com", iat: now(), exp: now() + 300, ...claims })
    .setProtectedHeader({ alg: "ES256", kid })
    .sign(key);
}

const assume = async (WebIdentityToken: string | Promise<string>, more: object = {}) =>
  aws().sts.AssumeRoleWithWebIdentity({
    RoleArn: ROLE,
    RoleSessionName: "run",
    WebIdentityToken: await WebIdentityToken,
    ...more,
  });

describe("a role is assumed with a token of an identity provider", () => {
  it("without keys of AWS's, over the wire, and the session is the role's", async () => {
    const client = { endpoint: server.url, region: "eu-west-1" };
    const { Credentials, ...rest } = await new STSClient(client).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: ROLE,
        RoleSessionName: "run-1",
        WebIdentityToken: await token(),
        DurationSeconds: 7200,
      }),
    );
    expect(rest).toMatchObject({
      SubjectFromWebIdentityToken: "job:1",
      Audience: "sts.amazonaws.com",
      Provider: PROVIDER,
      AssumedRoleUser: { Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/ci/run-1` },
    });
    expect((Credentials?.Expiration?.getTime() ?? 0) / 1000 - now()).toBeGreaterThan(7190);
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const { Arn } = await new STSClient({ ...client, credentials }).send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/ci/run-1`);
  });

  it("for one of several audiences", async () => {
    await expect(assume(token({ aud: ["elsewhere", "sts.amazonaws.com"] }))).resolves.toMatchObject({
      Audience: "sts.amazonaws.com",
    });
  });

  it.each<[string, () => Promise<string>, string, RegExp]>([
    ["that is no token", async () => "an.access.token", "InvalidIdentityToken", /is not a valid JWT/],
    [
      "of an issuer that the account does not know",
      () => token({ iss: "https://other.example.net" }),
      "InvalidIdentityToken",
      /^No OpenIDConnect provider found in your account for https:\/\/other\.example\.net$/,
    ],
    [
      "signed by somebody else",
      async () => token({}, { key: (await generateKeyPair("ES256")).privateKey }),
      "InvalidIdentityToken",
      /signature/,
    ],
    [
      "signed with a key that the issuer does not publish",
      () => token({}, { kid: "2" }),
      "InvalidIdentityToken",
      /^Couldn't retrieve verification key from your identity provider,/,
    ],
    [
      "that has expired",
      () => token({ exp: now() - 1 }),
      "ExpiredTokenException",
      /^Token expired: current date\/time \d+ must be before the expiration date\/time \d+$/,
    ],
    ["that never expires", () => token({ exp: undefined as never }), "InvalidIdentityToken", /exp/],
    [
      "for somebody else",
      () => token({ aud: "https://github.com/x" }),
      "InvalidIdentityToken",
      /^Incorrect token audience$/,
    ],
    [
      "of somebody whom the role does not trust",
      () => token({ sub: "person:1" }),
      "AccessDenied",
      /^Not authorized to perform sts:AssumeRoleWithWebIdentity$/,
    ],
  ])("but not with one %s", async (_, make, code, message) => {
    expect(await refusal(assume(make()))).toEqual({ code, message: expect.stringMatching(message) });
  });

  it("but not a role that is not there, nor one that trusts AWS's principals", async () => {
    await aws().iam.CreateRole({
      RoleName: "account",
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: [{ Effect: "Allow", Action: "sts:*", Principal: { AWS: ACCOUNT } }],
      }),
    });
    const denied = { code: "AccessDenied", message: "Not authorized to perform sts:AssumeRoleWithWebIdentity" };
    for (const name of ["nobody", "account"])
      expect(await refusal(assume(token(), { RoleArn: ROLE.replace("ci", name) }))).toEqual(denied);
  });

  it("but not for longer than the role allows, nor under a name that AWS does not take", async () => {
    expect(await refusal(assume(token(), { DurationSeconds: 7201 }))).toEqual({
      code: "ValidationError",
      message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    });
    for (const more of [{ DurationSeconds: 899 }, { RoleSessionName: "x" }, { RoleSessionName: "a b" }])
      expect(await refusal(assume(token(), more))).toMatchObject({ code: "ValidationError" });
  });

  it("but not while the issuer cannot be reached, or says something else than its name", async () => {
    await aws().iam.CreateOpenIDConnectProvider({
      Url: "https://gone.example.net",
      ClientIDList: ["sts.amazonaws.com"],
    });
    const gone = await refusal(assume(token({ iss: "https://gone.example.net" })));
    expect(gone.code).toBe("IDPCommunicationError");
    const path = "/.well-known/openid-configuration";
    const before = published.get(path) ?? "";
    published.set(path, before.replace(`"issuer":"${ISSUER}"`, `"issuer":"https://else.example.net"`));
    expect(await refusal(assume(token()))).toMatchObject({ code: "InvalidIdentityToken" });
    published.set(path, before);
    await expect(assume(token())).resolves.toMatchObject({ Provider: PROVIDER });
  });
});

it("a trust policy that lets in all of GitHub is refused", async () => {
  const create = (RoleName: string, Condition: object) =>
    aws().iam.CreateRole({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify({
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
            Condition,
          },
        ],
      }),
    });
  const key = "token.actions.githubusercontent.com";
  for (const condition of [
    { StringEquals: { [`${key}:aud`]: "sts.amazonaws.com" } },
    { StringLike: { [`${key}:sub`]: "*" } },
    { StringLikeIfExists: { [`${key}:sub`]: "repo:o/r:*" } },
  ])
    expect((await refusal(create("open", condition))).code).toBe("MalformedPolicyDocument");
  await expect(create("closed", { StringLike: { [`${key}:sub`]: "repo:o/r:*" } })).resolves.toBeDefined();
});
