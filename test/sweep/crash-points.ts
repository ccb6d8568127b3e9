import type { CallRecord } from "../../local/aws/calls.js";
import { type Account, kill } from "./account.js";
import { inScenario, type Reference, reason, type Scenario, wrongAfter } from "./scenario.js";

/** Where the action dies: at the nth call of an operation, before it reached AWS or after it happened there. */
export interface CrashPoint {
  readonly service: string;
  readonly operation: string;
  readonly nth: number;
  readonly when: "before" | "after";
}

/**
 * A point before every call, and one after every call that changes something: to AWS and to the next run, dying
 * after a read is dying before it.
 */
export function crashPoints(calls: readonly Pick<CallRecord, "service" | "operation">[]): CrashPoint[] {
  const seen = new Map<string, number>();
  return calls.flatMap(({ service, operation }) => {
    const name = `${service}:${operation}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const point = { service, operation, nth };
    return isRead(operation)
      ? [{ ...point, when: "before" as const }]
      : [
          { ...point, when: "before" as const },
          { ...point, when: "after" as const },
        ];
  });
}

export function describePoint({ service, operation, nth, when }: CrashPoint): string {
  return `killed ${when} ${service}:${operation} #${nth}`;
}

/**
 * Lets the action die at a point and runs it again with the same inputs.
 *
 * @returns what is wrong then; empty if the run was green and left the account as an undisturbed run does
 */
export async function sweepPoint(folder: string, reference: Reference, point: CrashPoint): Promise<string> {
  const outcome = await inScenario(folder, reference.scenario, async (account) => {
    const calls = await dieAt(account, reference.scenario, point);
    if (calls !== undefined) return calls;
    const { scenario } = reference;
    return await wrongAfter(account, await account.run(scenario.inputs, scenario), reference);
  });
  if (typeof outcome === "string") return outcome;
  if (outcome === 0) return `the run that was to be killed never called ${point.service}:${point.operation}`;
  // How often a run looks depends on the machine: this one looked less often. Its last look is as good.
  return await sweepPoint(folder, reference, { ...point, nth: outcome });
}

/** @returns undefined when the action has died, or how many calls of the operation it made, if too few */
async function dieAt(account: Account, { inputs, action }: Scenario, point: CrashPoint): Promise<number | undefined> {
  const { aws } = account;
  const { service, operation, nth, when } = point;
  await aws.fault({ service, operation, at: nth, ...(when === "before" ? { hang: true } : { hangAfter: true }) });
  const process = { pid: 0, over: false };
  const running = account
    .run(inputs, {
      ...(action && { action }),
      started: (pid) => {
        process.pid = pid;
      },
    })
    .finally(() => {
      process.over = true;
    });
  const isHit = async () => ((await aws.faults())[0]?.hits ?? 0) > 0;
  while (!process.over && !(await isHit())) await new Promise((resolve) => setTimeout(resolve, 5));
  if (!process.over) kill(process.pid);
  const run = await running;
  const [fault] = await aws.faults();
  await aws.clearFaults();
  if (fault?.hits !== 0) return undefined;
  if (run.exitCode !== 0) throw new Error(`the run that was to be killed is red before that: ${reason(run)}`);
  return fault.seen;
}

function isRead(operation: string): boolean {
  return /^(Describe|Get|List|Simulate)/.test(operation);
}
