import { randomInt, scryptSync, timingSafeEqual } from "node:crypto";
import { AwsError } from "../errors.js";
import type { User, UserPool } from "./state.js";

type Policy = UserPool["settings"]["passwordPolicy"];

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
const SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";
const LOWER = "abcdefghijkmnopqrstuvwxyz";
const UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS = "23456789";

/** Scrypt's cost: enough to keep passwords out of memory in the clear, little enough not to slow down tests. */
const COST = { N: 1024 };

/**
 * Refuses a password that breaks the pool's policy with `InvalidPasswordException`. Cognito's operations word the
 * beginning differently, so the caller gives it.
 */
export function checkPasswordPolicy(
  { settings }: UserPool,
  password: string,
  beginning: "Password did not conform with policy" | "Password does not conform to policy",
): void {
  const problem = policyViolation(settings.passwordPolicy, password);
  if (problem !== undefined) throw new AwsError("InvalidPasswordException", `${beginning}: ${problem}`);
}

function policyViolation(policy: Policy, password: string): string | undefined {
  if (password.length < policy.MinimumLength) return "Password not long enough";
  if (policy.RequireUppercase && !/[A-Z]/.test(password)) return "Password must have uppercase characters";
  if (policy.RequireLowercase && !/[a-z]/.test(password)) return "Password must have lowercase characters";
  if (policy.RequireNumbers && !/[0-9]/.test(password)) return "Password must have numeric characters";
  if (policy.RequireSymbols && ![...password].some((character) => SYMBOLS.includes(character))) {
    return "Password must have symbol characters";
  }
  return undefined;
}

/** The policy in words, for the pages that ask for a new password. */
export function policyInWords({ settings: { passwordPolicy: policy } }: UserPool): string[] {
  return [
    `at least ${policy.MinimumLength} characters`,
    ...(policy.RequireLowercase ? ["a lower case letter"] : []),
    ...(policy.RequireUppercase ? ["an upper case letter"] : []),
    ...(policy.RequireNumbers ? ["a number"] : []),
    ...(policy.RequireSymbols ? ["a special character"] : []),
  ];
}

export function setPassword(user: User, password: string, salt: Buffer): void {
  user.password = { salt, hash: scryptSync(password, salt, 32, COST) };
}

export function isPassword(user: User, password: string): boolean {
  if (user.password === undefined) return false;
  return timingSafeEqual(user.password.hash, scryptSync(password, user.password.salt, 32, COST));
}

/** A password for AdminCreateUser that was given none: satisfies every policy. */
export function generatePassword({ settings }: UserPool): string {
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const characters = [pick(LOWER), pick(UPPER), pick(DIGITS), pick("!@#%&*+-")];
  while (characters.length < Math.max(8, settings.passwordPolicy.MinimumLength)) {
    characters.push(pick(LOWER + UPPER + DIGITS));
  }
  for (let index = characters.length - 1; index > 0; index--) {
    const other = randomInt(index + 1);
    [characters[index], characters[other]] = [characters[other] ?? "", characters[index] ?? ""];
  }
  return characters.join("");
}
