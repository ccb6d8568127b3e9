import { randomBytes } from "node:crypto";
import type { Clients } from "../lib/clients.js";
import { describeError } from "../lib/errors.js";
import { NICKNAME } from "./leftovers.js";

/** What it takes to make a user for a moment. */
export interface VisitorSource {
  readonly clients: Pick<Clients, "cognito">;
  readonly userPoolId: string;
  /** Keeps a secret out of the log from now on. */
  readonly mask: (secret: string) => void;
}

export interface Visitor {
  /** Random, as the sub is: who knows one of them was told by the pool. */
  readonly email: string;
  /** The user's identity in the pool's tokens, by the admin API. */
  readonly sub: string;
  readonly password: string;
}

/** A user who exists from the first `come` until `leave`. */
export interface Throwaway {
  readonly email: string;
  come(): Promise<Visitor>;
  /** Deletes the user, if there is one. Gives back what went wrong, never throws. */
  leave(): Promise<string | undefined>;
}

/** Milliseconds. A cancelled run has 7.5 s before it is told more firmly. */
const CALL = 5000;

/**
 * Neither call is given the run's own signal: a user who was half made when the run was cancelled would stay.
 *
 * @param host whose name the made-up address ends with
 */
export function throwaway({ clients, userPoolId, mask }: VisitorSource, host: string): Throwaway {
  const email = `smoke-test-${randomBytes(8).toString("hex")}@${host}`;
  // Of every kind that a policy may ask for.
  const password = `${randomBytes(24).toString("base64url")}-Aa1`;
  let coming: Promise<Visitor> | undefined;
  const user = { UserPoolId: userPoolId, Username: email };
  const bounds = () => ({ abortSignal: AbortSignal.timeout(CALL) });
  const create = async () => {
    mask(password);
    const { AdminCreateUserCommand, AdminSetUserPasswordCommand } = await import(
      "@aws-sdk/client-cognito-identity-provider"
    );
    const cognito = await clients.cognito();
    const { User } = await cognito.send(
      new AdminCreateUserCommand({
        ...user,
        UserAttributes: [
          { Name: "email", Value: email },
          { Name: "email_verified", Value: "true" },
          { Name: "nickname", Value: NICKNAME },
        ],
        MessageAction: "SUPPRESS",
      }),
      bounds(),
    );
    await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }), bounds());
    const sub = User?.Attributes?.find(({ Name }) => Name === "sub")?.Value;
    if (!sub) throw new Error("Cognito did not say what the new user's sub is");
    return { email, password, sub };
  };
  return {
    email,
    come: () => {
      coming ??= create();
      return coming;
    },
    leave: async () => {
      if (!coming) return undefined;
      await coming.catch(() => {});
      try {
        const { AdminDeleteUserCommand } = await import("@aws-sdk/client-cognito-identity-provider");
        const cognito = await clients.cognito();
        await cognito.send(new AdminDeleteUserCommand(user), bounds());
        return undefined;
      } catch (error) {
        if (error instanceof Error && error.name === "UserNotFoundException") return undefined;
        return `the user ${email} could not be deleted (${describeError(error)}): delete it in the user pool ${userPoolId}`;
      }
    },
  };
}
