import { AwsError } from "./errors.js";

/** What is to go wrong with calls of one operation. Exactly one of error, delaySeconds, reset. */
export interface Fault {
  /** The signing name: `ecs`, `elasticloadbalancing`, ... */
  readonly service: string;
  readonly operation: string;
  /** Which matching call is the first to be hit, from 1 (the default), counted from when the fault was added. */
  readonly at?: number;
  /** How many calls are hit from there on; 1 by default. */
  readonly times?: number;
  /** Answered instead of the operation, which does not happen. */
  readonly error?: { readonly code: string; readonly message?: string; readonly statusCode?: number };
  /** The answer is this late, in AWS's seconds (the speed factor divides them); the operation happens at once. */
  readonly delaySeconds?: number;
  /** The connection is cut; the operation does not happen. */
  readonly reset?: true;
}

/** The faults that are armed. */
export class Faults {
  #armed: { fault: Fault; seen: number }[] = [];

  /** Arms a fault; throws ValidationException when it is not of the form above. */
  add(value: unknown): void {
    this.#armed.push({ fault: parseFault(value), seen: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  list(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** The fault that hits this call, if one does. Counts the call. */
  next(service: string, operation: string): Fault | undefined {
    let hit: Fault | undefined;
    for (const entry of this.#armed) {
      const { fault } = entry;
      if (fault.service !== service || fault.operation !== operation) continue;
      entry.seen += 1;
      const first = fault.at ?? 1;
      if (hit === undefined && entry.seen >= first && entry.seen < first + (fault.times ?? 1)) hit = fault;
    }
    return hit;
  }
}

function parseFault(value: unknown): Fault {
  if (typeof value !== "object" || value === null) throw invalid("a fault is an object");
  const known = ["service", "operation", "at", "times", "error", "delaySeconds", "reset"];
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw invalid(`there is no ${unknown}; there are ${known.join(", ")}`);
  const fault = value as Record<string, unknown>;
  if (typeof fault.service !== "string" || typeof fault.operation !== "string")
    throw invalid("service and operation are strings");
  for (const count of ["at", "times"])
    if (fault[count] !== undefined && !(Number.isInteger(fault[count]) && Number(fault[count]) >= 1))
      throw invalid(`${count} is a whole number from 1`);
  const kinds = ["error", "delaySeconds", "reset"].filter((kind) => fault[kind] !== undefined);
  if (kinds.length !== 1) throw invalid("a fault has exactly one of error, delaySeconds, reset");
  if (fault.delaySeconds !== undefined && !(typeof fault.delaySeconds === "number" && fault.delaySeconds >= 0))
    throw invalid("delaySeconds is a number from 0");
  if (fault.reset !== undefined && fault.reset !== true) throw invalid("reset is true");
  if (fault.error !== undefined && !isError(fault.error))
    throw invalid("error is { code, message?, statusCode? (400 to 599) }");
  return value as Fault;
}

function isError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message = "", statusCode = 400, ...others } = error as Record<string, unknown>;
  return (
    typeof code === "string" &&
    typeof message === "string" &&
    Number.isInteger(statusCode) &&
    Number(statusCode) >= 400 &&
    Number(statusCode) <= 599 &&
    Object.keys(others).length === 0
  );
}

function invalid(why: string): AwsError {
  return new AwsError("ValidationException", `This is no fault: ${why}.`);
}
