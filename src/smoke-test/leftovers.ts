import type { UserType } from "@aws-sdk/client-cognito-identity-provider";
import { describeError } from "../lib/errors.js";
import type { VisitorSource } from "./visitor.js";

/** The value of `nickname` by which our users are known. Never change it: older ones would stay. */
export const NICKNAME = "ecs-cognito-deploy smoke test";

/** Longer than any smoke test can take: patience-seconds is 3600 at most. Milliseconds. */
const OLD = 2 * 60 * 60 * 1000;
/** A run makes one; so many would be a sign of something else. */
const MOST = 20;
const TIMEOUT = 10_000;

/**
 * Deletes users that an earlier smoke test of any environment left in the pool, because its runner was killed. Gives back
 * what there is to tell, if anything; never throws.
 *
 * @param own the address of this run's user, who stays even where the runner's clock is wrong
 */
export async function removeLeftovers(
  { clients, userPoolId }: Pick<VisitorSource, "clients" | "userPoolId">,
  { now, own, signal }: { now: number; own: string; signal: AbortSignal },
): Promise<string | undefined> {
  const bounds = { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]) };
  try {
    const { AdminDeleteUserCommand, paginateListUsers } = await import("@aws-sdk/client-cognito-identity-provider");
    const client = await clients.cognito();
    const input = { UserPoolId: userPoolId, Filter: 'email ^= "smoke-test-"' };
    const found: UserType[] = [];
    for await (const { Users = [] } of paginateListUsers({ client }, input, bounds)) {
      found.push(...Users.filter((user) => isLeftover(user, now) && !isNamed(user, own)));
      if (found.length >= MOST) break;
    }
    const old = found.slice(0, MOST);
    await Promise.all(
      old.map(({ Username }) => client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username }), bounds)),
    );
    const names = old.map(({ Username }) => Username).join(", ");
    return old.length > 0 ? `deleted what a killed smoke test left in the pool: ${names}` : undefined;
  } catch (error) {
    return `whether a killed smoke test has left users in the pool ${userPoolId} is not known (${describeError(error)})`;
  }
}

function isNamed({ Attributes = [] }: UserType, email: string): boolean {
  return Attributes.some(({ Name, Value }) => Name === "email" && Value === email);
}

/** Ours beyond doubt, and of no smoke test that may still be going on: address, nickname and age. Pure. */
export function isLeftover({ Attributes = [], UserCreateDate }: UserType, now: number): boolean {
  const value = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value ?? "";
  return (
    /^smoke-test-[0-9a-f]{16}@[^@]+$/.test(value("email")) &&
    value("nickname") === NICKNAME &&
    UserCreateDate !== undefined &&
    now - UserCreateDate.getTime() > OLD
  );
}
