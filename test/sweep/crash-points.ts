import type { CallRecord } from "../../local/aws/calls.js";
import { kill } from "./account.js";
import { inScenario, type Reference, wrongAfter } from "./scenario.js";

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
  const { scenario } = reference;
  return await inScenario(folder, scenario, async (account) => {
    const { aws } = account;
    const { service, operation, when } = point;
    await aws.fault({
      service,
      operation,
      at: point.nth,
      ...(when === "before" ? { hang: true } : { hangAfter: true }),
    });
    let pid = 0;
    let over = false;
    const dying = account
      .run(scenario.inputs, (started) => {
        pid = started;
      })
      .finally(() => {
        over = true;
      });
    while (!over && (await aws.faults())[0]?.hits === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    if (!over && pid) kill(pid);
    const died = await dying;
    const [fault] = await aws.faults();
    await aws.clearFaults();
    if (fault?.hits === 0) {
      if (died.exitCode !== 0)
        return `the run that was to be killed is red: ${await wrongAfter(account, died, reference)}`;
      // How often a run looks depends on the machine: this one looked less often. Its last look is as good.
      if (fault.seen === 0) return `the run that was to be killed never called ${service}:${operation}`;
      return await sweepPoint(folder, reference, { ...point, nth: fault.seen });
    }
    return await wrongAfter(account, await account.run(scenario.inputs), reference);
  });
}

function isRead(operation: string): boolean {
  return /^(Describe|Get|List|Simulate)/.test(operation);
}
