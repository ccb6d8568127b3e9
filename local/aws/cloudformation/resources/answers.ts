import { AwsError } from "../../errors.js";

/** A member that AWS documents as always present, but whose type allows it to be absent. */
export function present<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw new Error(`the service's answer lacks ${member}`);
  return value;
}

/** Runs a deletion; what is gone already counts as deleted. */
export async function unlessGone(deletion: () => unknown): Promise<void> {
  await ignoring(/NotFound|NoSuch|DoesNotExist|NotExist/, deletion);
}

/** Runs a call; an error whose code matches is not one here. */
export async function ignoring(code: RegExp, call: () => unknown): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof AwsError && code.test(error.code))) throw error;
  }
}

/** Whether a look-up finds anything; an error that says it is not there is a no. */
export async function isPresent(lookUp: () => Promise<boolean> | boolean): Promise<boolean> {
  let found = false;
  await unlessGone(async () => {
    found = await lookUp();
  });
  return found;
}

/** An object without the members that are undefined. */
export function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** A failure that a handler finds by itself, such as a resource that ends in a failed state. */
export function notStabilized(message: string): AwsError {
  return new AwsError("NotStabilized", message);
}
