import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type AwsServer, startServer } from "../../../../local/aws/server.js";
import { services } from "../../../../local/aws/wire/services.js";
import { account } from "./account.js";

const aws = account();
let server: AwsServer;
beforeAll(async () => {
  server = await startServer(aws());
});
afterAll(() => server.close());

// From build/test/local/aws/server to the SDK's own list of what it does not sign.
const SDK = join(import.meta.dirname, "../../../../../node_modules/@aws-sdk");

describe("operations that need no signature", () => {
  it.each([
    ["cognito-idp", "client-cognito-identity-provider"],
    ["sts", "client-sts"],
  ])("are those of %s that the SDK does not sign", (signingName, client) => {
    const code = readFileSync(join(SDK, client, "dist-es/auth/httpAuthSchemeProvider.js"), "utf8");
    const unsigned = [...code.matchAll(/case "(\w+)":/g)].map(([, name = ""]) => name);
    expect(unsigned.length).toBeGreaterThan(1);
    expect([...(services.get(signingName)?.publicOperations ?? [])].sort()).toEqual(unsigned.sort());
  });

  it("answer a client without keys; all others refuse it", async () => {
    const { UserPool } = await aws().cognito.CreateUserPool({ PoolName: "users" });
    const { UserPoolClient } = aws().cognito.CreateUserPoolClient({
      UserPoolId: UserPool?.Id,
      ClientName: "app",
      ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    });
    const nobody = { endpoint: server.url, region: "eu-west-1", maxAttempts: 1 };
    const client = new CognitoIdentityProviderClient({
      ...nobody,
      credentials: () => Promise.reject(new Error("somebody asks for keys")),
    });
    const [ClientId, Password] = [UserPoolClient?.ClientId, "Correct-Horse-9"];
    await client.send(new SignUpCommand({ ClientId, Username: "u", Password }));
    aws().cognito.AdminConfirmSignUp({ UserPoolId: UserPool?.Id, Username: "u" });
    const AuthParameters = { USERNAME: "u", PASSWORD: Password };
    const { AuthenticationResult } = await client.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: "USER_PASSWORD_AUTH", AuthParameters }),
    );
    expect(AuthenticationResult?.TokenType).toBe("Bearer");
    await expect(client.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))).rejects.toThrow(
      "asks for keys",
    );
    const answer = await fetch(server.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "AWSCognitoIdentityProviderService.DescribeUserPool",
      },
      body: JSON.stringify({ UserPoolId: UserPool?.Id }),
    });
    expect(await answer.text()).toContain("MissingAuthenticationTokenException");
  });
});
