import { SCHEDULE_MEMBERS, scheduleProblems } from "../faults/schedule.js";
import { AwsError } from "./errors.js";
import type { Fault, FaultKind } from "./faults.js";
import { readModel } from "./wire/model.js";
import { services } from "./wire/services.js";

const KINDS = ["error", "throttle", "fail", "reset", "resetAfter", "hang", "hangAfter", "delaySeconds"] as const;
KINDS satisfies readonly (keyof FaultKind)[];
const MEMBERS: readonly (keyof Fault)[] = ["service", "operation", ...SCHEDULE_MEMBERS, ...KINDS];

/**
 * Reads a fault, or a list of them, as it comes from JSON.
 *
 * @throws AwsError ValidationException, one for all problems, each saying what to write instead
 */
export async function parseFaultPlan(plan: unknown): Promise<readonly Fault[]> {
  const list = Array.isArray(plan) ? plan : [plan];
  const found = await Promise.all(list.map(problems));
  const all = found.flatMap((each, index) =>
    each.map((problem) => (Array.isArray(plan) ? `fault ${index + 1}: ${problem}` : problem)),
  );
  if (all.length > 0)
    throw new AwsError(
      "ValidationException",
      `This is no fault${Array.isArray(plan) ? " plan" : ""}: ${all.join("; ")}.`,
    );
  return list as readonly Fault[];
}

async function problems(value: unknown): Promise<string[]> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ["a fault is an object"];
  const fault = value as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  const check = (holds: boolean, problem: string) => void (holds || found.push(problem));
  for (const key of Object.keys(fault))
    check((MEMBERS as readonly string[]).includes(key), `there is no ${key}; there are ${MEMBERS.join(", ")}`);
  const given = (name: string, fits: (value: unknown) => boolean, words: string) =>
    check(fault[name] === undefined || fits(fault[name]), `${name} is ${words}`);
  found.push(...(await nameProblems(fault)));
  found.push(...scheduleProblems(fault));
  check(
    KINDS.filter((kind) => fault[kind] !== undefined).length === 1,
    `a fault has exactly one of ${KINDS.join(", ")}`,
  );
  for (const kind of KINDS)
    if (kind !== "error" && kind !== "delaySeconds") given(kind, (flag) => flag === true, "true where it is given");
  given("delaySeconds", (delay) => isNumber(delay) && delay >= 0 && Number.isFinite(delay), "a number from 0");
  given("error", isError, "{ code, message?, statusCode? (400 to 599) }");
  return found;
}

/** A name that is misspelt would never be hit, and what it was to show would seem shown. */
async function nameProblems({ service, operation }: Readonly<Record<string, unknown>>): Promise<string[]> {
  if (typeof service !== "string" || typeof operation !== "string") return ["service and operation are strings"];
  if (service === "*")
    return operation === "*" || (await isOperation([...services.keys()], operation))
      ? []
      : [`no service has an operation ${operation}`];
  if (!services.has(service))
    return [`there is no service ${service}; there are ${[...services.keys()].join(", ")}, *`];
  return operation === "*" || (await isOperation([service], operation))
    ? []
    : [`${service} has no operation ${operation}`];
}

async function isOperation(names: readonly string[], operation: string): Promise<boolean> {
  for (const name of names) {
    const client = await services.get(name)?.load();
    if (client && readModel(client).operations.has(operation)) return true;
  }
  return false;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
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
