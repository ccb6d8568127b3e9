import { createHmac } from "node:crypto";
import { decodeJwt } from "jose";
import { AwsError } from "../../../../local/aws/errors.js";
import { createRegion, type Region } from "./region.js";

const PASSWORD = "Correct-Horse-9";

let region: Region;
beforeAll(async () => {
  region = await createRegion();
});
afterAll(() => region.close());

async function refusal(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof AwsError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

async function createPool(settings = {}, client = {}) {
  const { UserPool } = await region.cognito.CreateUserPool({ PoolName: "users", ...settings });
  const UserPoolId = UserPool?.Id ?? "";
  const { UserPoolClient } = region.cognito.CreateUserPoolClient({
    UserPoolId,
    ClientName: "api",
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    ...client,
  });
  return { UserPoolId, ClientId: UserPoolClient?.ClientId ?? "", secret: UserPoolClient?.ClientSecret ?? "" };
}

const EMAIL_POOL = { UsernameAttributes: ["email"], UsernameConfiguration: { CaseSensitive: false } };

describe("users by administrators", () => {
  it("have a UUID as username where an e-mail address signs in, whatever its case", async () => {
    const { UserPoolId } = await createPool(EMAIL_POOL);
    const { User } = region.cognito.AdminCreateUser({ UserPoolId, Username: "Ada@Example.com" });
    expect(User).toMatchObject({ UserStatus: "FORCE_CHANGE_PASSWORD", Enabled: true });
    expect(User?.Username).toMatch(/^[0-9a-f-]{36}$/);
    expect(User?.Attributes).toEqual([
      { Name: "email", Value: "Ada@Example.com" },
      { Name: "sub", Value: User?.Username },
    ]);
    const found = region.cognito.AdminGetUser({ UserPoolId, Username: "ada@example.com" });
    expect(found).toMatchObject({ Username: User?.Username, UserStatus: "FORCE_CHANGE_PASSWORD" });
    const again = () => region.cognito.AdminCreateUser({ UserPoolId, Username: "ADA@example.com" });
    expect(await refusal(again)).toBe("UsernameExistsException: An account with the given email already exists.");
    const noEmail = () => region.cognito.AdminCreateUser({ UserPoolId, Username: "ada" });
    expect(await refusal(noEmail)).toBe("InvalidParameterException: Username should be an email.");
  });

  it("are told apart by case where the pool is case sensitive, as it is by default", async () => {
    const { UserPoolId } = await createPool();
    region.cognito.AdminCreateUser({ UserPoolId, Username: "ada" });
    expect(await refusal(() => region.cognito.AdminGetUser({ UserPoolId, Username: "ADA" }))).toBe(
      "UserNotFoundException: User does not exist.",
    );
    const again = () => region.cognito.AdminCreateUser({ UserPoolId, Username: "ada" });
    expect(await refusal(again)).toBe("UsernameExistsException: User account already exists");
  });

  it("are invited by e-mail unless that is suppressed", async () => {
    const { UserPoolId } = await createPool(EMAIL_POOL);
    const before = region.cognito.outbox().length;
    region.cognito.AdminCreateUser({ UserPoolId, Username: "quiet@example.com", MessageAction: "SUPPRESS" });
    region.cognito.AdminCreateUser({ UserPoolId, Username: "loud@example.com" });
    const messages = region.cognito.outbox().slice(before);
    expect(messages).toMatchObject([{ to: "loud@example.com", subject: "Your temporary password" }]);
    expect(messages[0]?.body).toContain(`temporary password is ${messages[0]?.code}`);
  });

  it.each([
    ["Short-1", "Password not long enough"],
    ["lower-case-1", "Password must have uppercase characters"],
    ["UPPER-CASE-1", "Password must have lowercase characters"],
    ["No-Numbers-Here", "Password must have numeric characters"],
    ["NoSymbols1", "Password must have symbol characters"],
  ])("may not be given the password %s", async (Password, problem) => {
    const { UserPoolId } = await createPool();
    region.cognito.AdminCreateUser({ UserPoolId, Username: "u" });
    const set = () => region.cognito.AdminSetUserPassword({ UserPoolId, Username: "u", Password, Permanent: true });
    expect(await refusal(set)).toBe(`InvalidPasswordException: Password does not conform to policy: ${problem}`);
  });

  it("may only have attributes of the pool's schema", async () => {
    const { UserPoolId } = await createPool();
    const create = (Name: string, Value: string) => () =>
      region.cognito.AdminCreateUser({ UserPoolId, Username: "u", UserAttributes: [{ Name, Value }] });
    expect(await refusal(create("custom:team", "x"))).toBe(
      "InvalidParameterException: Attributes did not conform to the schema: custom:team: Attribute does not exist in the schema.",
    );
    expect(await refusal(create("email", "not-one"))).toBe("InvalidParameterException: Invalid email address format.");
    expect(await refusal(create("sub", "x"))).toContain("sub: Attribute cannot be updated.");
  });

  it("never show their password, nor clients their secret, in the snapshot", async () => {
    const { UserPoolId, secret } = await createPool({}, { GenerateSecret: true });
    region.cognito.AdminCreateUser({ UserPoolId, Username: "u", MessageAction: "SUPPRESS" });
    region.cognito.AdminSetUserPassword({ UserPoolId, Username: "u", Password: "Secret-Word-42", Permanent: true });
    const text = JSON.stringify(region.cognito.snapshot());
    expect(text).toContain(UserPoolId);
    expect(text).not.toContain("Secret-Word-42");
    expect(text).not.toContain(secret);
    expect(text).not.toContain("ClientSecret");
  });
});

describe("signing in through the API", () => {
  const login = (ClientId: string, USERNAME: string, word = PASSWORD) =>
    region.cognito.InitiateAuth({
      ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD: word },
    });
  async function withUser(client = {}) {
    const pool = await createPool({}, client);
    region.cognito.AdminCreateUser({ ...pool, Username: "u", MessageAction: "SUPPRESS" });
    region.cognito.AdminSetUserPassword({ ...pool, Username: "u", Password: PASSWORD, Permanent: true });
    return pool;
  }

  it("gives tokens, and new ones for the refresh token until everything is revoked", async () => {
    const { ClientId, UserPoolId } = await withUser();
    const { AuthenticationResult: first } = await login(ClientId, "u");
    expect(first).toMatchObject({ ExpiresIn: 3600, TokenType: "Bearer" });
    expect(decodeJwt(first?.AccessToken ?? "").scope).toBe("aws.cognito.signin.user.admin");
    const refresh = () =>
      region.cognito.InitiateAuth({
        ClientId,
        AuthFlow: "REFRESH_TOKEN_AUTH",
        AuthParameters: { REFRESH_TOKEN: first?.RefreshToken ?? "" },
      });
    expect((await refresh()).AuthenticationResult?.RefreshToken).toBeUndefined();
    region.cognito.AdminUserGlobalSignOut({ UserPoolId, Username: "u" });
    expect(await refusal(refresh)).toBe("NotAuthorizedException: Refresh Token has been revoked");
  });

  it("asks a client with a secret to prove it for a refresh too, by the username that is in the tokens", async () => {
    const { ClientId, UserPoolId, secret } = await createPool(EMAIL_POOL, { GenerateSecret: true });
    const { User } = region.cognito.AdminCreateUser({
      UserPoolId,
      Username: "u@example.com",
      MessageAction: "SUPPRESS",
    });
    region.cognito.AdminSetUserPassword({ UserPoolId, Username: "u@example.com", Password: PASSWORD, Permanent: true });
    const hash = (name: string) => createHmac("sha256", secret).update(`${name}${ClientId}`).digest("base64");
    const { AuthenticationResult: first } = await region.cognito.InitiateAuth({
      ClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: "u@example.com", PASSWORD, SECRET_HASH: hash("u@example.com") },
    });
    const refresh = (proof: Record<string, string>) => () =>
      region.cognito.InitiateAuth({
        ClientId,
        AuthFlow: "REFRESH_TOKEN_AUTH",
        AuthParameters: { REFRESH_TOKEN: first?.RefreshToken ?? "", ...proof },
      });
    expect(await refusal(refresh({}))).toBe(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    );
    expect(await refusal(refresh({ SECRET_HASH: hash("u@example.com") }))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
    );
    const again = await refresh({ SECRET_HASH: hash(User?.Username ?? "") })();
    expect(again.AuthenticationResult?.TokenType).toBe("Bearer");
  });

  it("asks for a new password as long as there is only a temporary one, and for seven days", async () => {
    const { ClientId, UserPoolId } = await createPool();
    region.cognito.AdminCreateUser({ UserPoolId, Username: "u", TemporaryPassword: "Temporary-1" });
    const { ChallengeName, Session } = await login(ClientId, "u", "Temporary-1");
    expect(ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
    const answer = (word: string) =>
      region.cognito.RespondToAuthChallenge({
        ClientId,
        ChallengeName: "NEW_PASSWORD_REQUIRED",
        Session,
        ChallengeResponses: { USERNAME: "u", NEW_PASSWORD: word },
      });
    expect(await refusal(() => answer("weak"))).toContain("InvalidPasswordException");
    expect((await answer(PASSWORD)).AuthenticationResult?.AccessToken).toBeDefined();
    expect((await login(ClientId, "u")).AuthenticationResult).toBeDefined();
    region.cognito.AdminSetUserPassword({ UserPoolId, Username: "u", Password: "Temporary-2" });
    region.advance(7 * 86400 + 1);
    expect(await refusal(() => login(ClientId, "u", "Temporary-2"))).toBe(
      "NotAuthorizedException: Temporary password has expired and must be reset by an administrator.",
    );
  });

  it("hides from clients that ask for it whether a user exists", async () => {
    const legacy = await withUser();
    expect(await refusal(() => login(legacy.ClientId, "nobody"))).toBe("UserNotFoundException: User does not exist.");
    const modern = await withUser({ PreventUserExistenceErrors: "ENABLED" });
    expect(await refusal(() => login(modern.ClientId, "nobody"))).toBe(
      "NotAuthorizedException: Incorrect username or password.",
    );
  });

  it("locks the account after five failures, for longer each time", async () => {
    const { ClientId } = await withUser();
    const wrong = () => refusal(() => login(ClientId, "u", "wrong"));
    for (let n = 0; n < 5; n++) expect(await wrong()).toContain("Incorrect username or password.");
    expect(await refusal(() => login(ClientId, "u"))).toBe("NotAuthorizedException: Password attempts exceeded");
    region.advance(1);
    expect(await wrong()).toContain("Incorrect");
    region.advance(1);
    expect(await wrong()).toContain("Password attempts exceeded");
    region.advance(1);
    expect(await refusal(() => login(ClientId, "u"))).toBe("accepted");
  });

  it("refuses the disabled, and flows that the client does not have", async () => {
    const { ClientId, UserPoolId } = await withUser();
    region.cognito.AdminDisableUser({ UserPoolId, Username: "u" });
    expect(await refusal(() => login(ClientId, "u"))).toBe("NotAuthorizedException: User is disabled.");
    const srp = await withUser({ ExplicitAuthFlows: undefined });
    expect(await refusal(() => login(srp.ClientId, "u"))).toBe(
      "InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client",
    );
  });
});

describe("signing up through the API", () => {
  it("takes the code from the e-mail, for a day, and verifies the address", async () => {
    const { ClientId, UserPoolId, secret } = await createPool(
      { AutoVerifiedAttributes: ["email"] },
      { GenerateSecret: true },
    );
    const hash = createHmac("sha256", secret).update(`new${ClientId}`).digest("base64");
    const user = { ClientId, Username: "new", SecretHash: hash };
    const UserAttributes = [{ Name: "email", Value: "new@example.com" }];
    expect(await refusal(() => region.cognito.SignUp({ ...user, SecretHash: "x", Password: PASSWORD }))).toBe(
      `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
    );
    expect(region.cognito.SignUp({ ...user, Password: PASSWORD, UserAttributes })).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "n***@e***" },
    });
    region.advance(86401);
    const first = region.cognito.outbox().at(-1)?.code;
    const confirm = (ConfirmationCode = "") =>
      refusal(() => region.cognito.ConfirmSignUp({ ...user, ConfirmationCode }));
    expect(await confirm(first)).toBe("ExpiredCodeException: Invalid code provided, please request a code again.");
    region.cognito.ResendConfirmationCode(user);
    const code = region.cognito.outbox().at(-1)?.code ?? "";
    expect(await confirm(`${code}0`)).toContain("CodeMismatchException");
    expect(await confirm(code)).toBe("accepted");
    expect(await confirm(code)).toBe("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    expect(region.cognito.AdminGetUser({ UserPoolId, Username: "new" }).UserAttributes).toContainEqual({
      Name: "email_verified",
      Value: "true",
    });
  });

  it("is refused where only administrators create users, and without required attributes", async () => {
    const closed = await createPool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } });
    const signUp = (ClientId: string) => () => region.cognito.SignUp({ ClientId, Username: "new", Password: PASSWORD });
    expect(await refusal(signUp(closed.ClientId))).toBe(
      "NotAuthorizedException: SignUp is not permitted for this user pool",
    );
    const strict = await createPool({ Schema: [{ Name: "email", Required: true }] });
    expect(await refusal(signUp(strict.ClientId))).toBe(
      "InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required\n",
    );
  });
});
