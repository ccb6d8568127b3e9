import { AwsError } from "../errors.js";

export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

/** A whole number within bounds, or AWS's `ValidationError` for the member called `name`. */
export function checkRange(name: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw validationError(
      `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must have value between ${min} and ${max}`,
    );
  }
  return value;
}

/** One of an enumeration's values, or AWS's `ValidationError`. */
export function checkEnum<const T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const match = allowed.find((each) => each === value);
  if (match === undefined) {
    throw validationError(
      `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(", ")}]`,
    );
  }
  return match;
}

export function checkRequired<T>(name: string, value: T | undefined): T {
  if (value === undefined) {
    throw validationError(
      `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

/** The rule for names of load balancers and target groups: letters, digits and hyphens, 32 at most. */
export function checkName(kind: "Load balancer" | "Target group", name: string | undefined): string {
  if (name === undefined || name === "") throw validationError(`${kind} name must be specified`);
  if (name.length > 32) throw validationError(`${kind} name '${name}' cannot be longer than '32' characters`);
  if (!/^[A-Za-z0-9-]+$/.test(name)) {
    throw validationError(
      `${kind} name '${name}' can only contain characters that are alphanumeric characters and hyphens(-)`,
    );
  }
  if (name.startsWith("-") || name.endsWith("-")) {
    throw validationError(`${kind} name '${name}' cannot begin or end with '-'`);
  }
  return name;
}

/**
 * Calls another service's operation (whether it answers at once or with a promise) and gives its `AwsError`, if there
 * is one, to `translate`, for the error that this service shows instead.
 */
export async function translating<T>(call: () => T | Promise<T>, translate: (error: AwsError) => AwsError): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof AwsError ? translate(error) : error;
  }
}
