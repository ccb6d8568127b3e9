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

describe("a forgotten password", () => {
  const VERIFIED = [
    { Name: "email", Value: "ada@example.com" },
    { Name: "email_verified", Value: "true" },
  ];
  async function withUser(settings = {}, client = {}, UserAttributes = VERIFIED) {
    const { UserPoolId, ClientId } = await createPool(settings, client);
    const user = { UserPoolId, Username: "ada" };
    region.cognito.AdminCreateUser({ ...user, UserAttributes, MessageAction: "SUPPRESS" });
    region.cognito.AdminSetUserPassword({ ...user, Password: PASSWORD, Permanent: true });
    const forgot = (Username = "ada") => refusal(() => region.cognito.ForgotPassword({ ClientId, Username }));
    const confirm = (ConfirmationCode: string, Password = "Battery-Staple-7", Username = "ada") =>
      refusal(() => region.cognito.ConfirmForgotPassword({ ClientId, Username, ConfirmationCode, Password }));
    const signIn = (password: string) =>
      refusal(() =>
        region.cognito.InitiateAuth({
          ClientId,
          AuthFlow: "USER_PASSWORD_AUTH",
          AuthParameters: { USERNAME: "ada", PASSWORD: password },
        }),
      );
    return { user, ClientId, forgot, confirm, signIn };
  }
  const code = () => region.cognito.outbox().at(-1)?.code ?? "";

  it("is replaced with the code from the e-mail, which is good for an hour, once, and for five wrong tries", async () => {
    const { forgot, confirm, signIn, ClientId } = await withUser();
    expect(await confirm("123456")).toMatch(/^ExpiredCodeException/);
    expect(region.cognito.ForgotPassword({ ClientId, Username: "ada" })).toEqual({
      CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "a***@e***" },
    });
    expect(region.cognito.outbox().at(-1)?.body).toBe(`Your password reset code is ${code()}`);
    region.advance(3601);
    expect(await confirm(code())).toMatch(/^ExpiredCodeException/);
    await forgot();
    expect(await confirm(code(), "weak")).toMatch(/^InvalidPasswordException/);
    expect(await confirm(code())).toBe("accepted");
    expect(await signIn("Battery-Staple-7")).toBe("accepted");
    expect(await confirm(code())).toMatch(/^ExpiredCodeException/);
    await forgot();
    for (const _ of [1, 2, 3, 4, 5]) expect(await confirm("nonsense")).toMatch(/^CodeMismatchException/);
    expect(await confirm(code())).toMatch(/^LimitExceededException/);
  });

  it("is not replaced without a verified address, for the disabled, and before the first own password", async () => {
    const unverified = await withUser({}, {}, VERIFIED.slice(0, 1));
    expect(await unverified.forgot()).toBe(
      "InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number",
    );
    const { forgot, user } = await withUser();
    region.cognito.AdminSetUserPassword({ ...user, Password: PASSWORD, Permanent: false });
    expect(await forgot()).toBe("NotAuthorizedException: User password cannot be reset in the current state.");
    region.cognito.AdminDisableUser(user);
    expect(await forgot()).toBe("NotAuthorizedException: User is disabled.");
    expect(await forgot("bob")).toMatch(/^UserNotFoundException/);
    const recovery = { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] } };
    expect(await (await withUser(recovery)).forgot()).toBe(
      "NotAuthorizedException: Contact administrator to reset password.",
    );
  });

  it("tells clients that hide users nothing about who is there", async () => {
    const hides = await withUser({}, { PreventUserExistenceErrors: "ENABLED" });
    const sent = region.cognito.outbox().length;
    expect(await hides.forgot("bob")).toBe("accepted");
    expect(await hides.confirm("123456", PASSWORD, "bob")).toMatch(/^CodeMismatchException/);
    region.cognito.AdminDisableUser(hides.user);
    expect(await hides.forgot()).toBe("accepted");
    expect(region.cognito.outbox()).toHaveLength(sent);
  });

  it("can be declared so by an administrator: the old one counts no more", async () => {
    const { user, confirm, signIn } = await withUser();
    region.cognito.AdminResetUserPassword(user);
    expect(region.cognito.AdminGetUser(user).UserStatus).toBe("RESET_REQUIRED");
    expect(await signIn(PASSWORD)).toBe("PasswordResetRequiredException: Password reset required for the user");
    expect(await confirm(code())).toBe("accepted");
    expect(region.cognito.AdminGetUser(user).UserStatus).toBe("CONFIRMED");
    expect(await signIn("Battery-Staple-7")).toBe("accepted");
  });
});

describe("a user with an access token", () => {
  async function signedIn(client = {}) {
    const ids = await createPool({}, client);
    const user = { UserPoolId: ids.UserPoolId, Username: "ada" };
    const UserAttributes = [{ Name: "email", Value: "ada@example.com" }];
    region.cognito.AdminCreateUser({ ...user, UserAttributes, MessageAction: "SUPPRESS" });
    region.cognito.AdminSetUserPassword({ ...user, Password: PASSWORD, Permanent: true });
    const signIn = async (password = PASSWORD) => {
      const AuthParameters = { USERNAME: "ada", PASSWORD: password };
      const { ClientId } = ids;
      const answer = await region.cognito.InitiateAuth({ ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters });
      const { AccessToken = "", RefreshToken = "" } = answer.AuthenticationResult ?? {};
      return { AccessToken, RefreshToken };
    };
    return { ...ids, user, signIn, ...(await signIn()) };
  }

  it("sees the attributes that the client may read, and changes the password", async () => {
    const { AccessToken, signIn } = await signedIn({ ReadAttributes: ["name"] });
    const found = await region.cognito.GetUser({ AccessToken });
    expect(found).toEqual({ Username: "ada", UserAttributes: [{ Name: "sub", Value: expect.any(String) }] });
    const change = (PreviousPassword: string, ProposedPassword: string) =>
      refusal(() => region.cognito.ChangePassword({ AccessToken, PreviousPassword, ProposedPassword }));
    expect(await change("nonsense", "Battery-Staple-7")).toBe(
      "NotAuthorizedException: Incorrect username or password.",
    );
    expect(await change(PASSWORD, "weak")).toMatch(/^InvalidPasswordException/);
    expect(await change(PASSWORD, "Battery-Staple-7")).toBe("accepted");
    expect((await signIn("Battery-Staple-7")).AccessToken).not.toBe("");
  });

  it("signs out everywhere, revokes a refresh token, and deletes the account", async () => {
    const first = await signedIn();
    const { ClientId, user, signIn } = first;
    await region.cognito.GlobalSignOut({ AccessToken: first.AccessToken });
    const seen = ({ AccessToken }: { AccessToken: string }) => refusal(() => region.cognito.GetUser({ AccessToken }));
    expect(await seen(first)).toBe("NotAuthorizedException: Invalid Access Token");
    const second = await signIn();
    expect(await refusal(() => region.cognito.RevokeToken({ ClientId, Token: second.AccessToken }))).toMatch(
      /^UnsupportedTokenTypeException/,
    );
    region.cognito.RevokeToken({ ClientId, Token: second.RefreshToken });
    expect(await seen(second)).toMatch(/^NotAuthorizedException/);
    await region.cognito.DeleteUser({ AccessToken: (await signIn()).AccessToken });
    expect(await refusal(() => region.cognito.AdminGetUser(user))).toMatch(/^UserNotFoundException/);
    expect(await refusal(() => region.cognito.GetUser({ AccessToken: "no.token" }))).toMatch(/^NotAuthorizedException/);
  });
});

describe("attributes", () => {
  it("are deleted by administrators, but for those that cannot change", async () => {
    const { UserPoolId } = await createPool();
    const user = { UserPoolId, Username: "ada" };
    const UserAttributes = [{ Name: "name", Value: "Ada" }];
    region.cognito.AdminCreateUser({ ...user, UserAttributes, MessageAction: "SUPPRESS" });
    const remove = (...UserAttributeNames: string[]) =>
      refusal(() => region.cognito.AdminDeleteUserAttributes({ ...user, UserAttributeNames }));
    expect(await remove("sub")).toMatch(/^InvalidParameterException/);
    expect(await remove("custom:team")).toContain("Attribute does not exist in the schema.");
    expect(await remove("name")).toBe("accepted");
    expect(region.cognito.AdminGetUser(user).UserAttributes?.map(({ Name }) => Name)).toEqual(["sub"]);
  });
});
