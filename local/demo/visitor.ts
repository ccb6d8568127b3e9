import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { clientConfiguration } from "../serve/client-configuration.js";
import type { LocalAws } from "../serve/spawn.js";
import type { Browser, Page } from "./browser.js";
import { decodeEntities } from "./form.js";

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** What an administrator does for a new colleague: a user in the pool, with a password that is theirs to keep. */
export async function createUser(aws: LocalAws, UserPoolId: string, { email, password }: Person): Promise<void> {
  const client = new CognitoIdentityProviderClient(clientConfiguration(aws));
  try {
    const attributes = [
      { Name: "email", Value: email },
      { Name: "email_verified", Value: "true" },
    ];
    await client.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username: email,
        UserAttributes: attributes,
        MessageAction: "SUPPRESS",
      }),
    );
    await client.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }),
    );
  } finally {
    client.destroy();
  }
}

/** Goes to the app, fills in the sign-in page, and gives back every answer on the way to the app's page. */
export async function signIn(browser: Browser, url: string, { email, password }: Person): Promise<Page[]> {
  const way = await browser.visit(url);
  const page = way.at(-1);
  if (page?.status !== 200) throw new Error(`The way to the sign-in page ends at ${page?.url} with ${page?.status}`);
  return [...way, ...(await browser.submit(page, { username: email, password }))];
}

/** A page's text as a person reads it, on one line. */
export function visibleText(html: string): string {
  return decodeEntities(html.replace(/<(style|script|head)\b.*?<\/\1>/gis, " ").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}
