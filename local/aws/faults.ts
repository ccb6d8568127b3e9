import { type Armed, ArmedFaults, type Schedule } from "../faults/schedule.js";
import { parseFaultPlan } from "./fault-plan.js";

/** What goes wrong with a call: exactly one of these. */
export interface FaultKind {
  /** Answered instead of the operation, which does not happen. */
  readonly error?: { readonly code: string; readonly message?: string; readonly statusCode?: number };
  /** The service's own words for too many calls; the operation does not happen. */
  readonly throttle?: true;
  /** The service's own words for a failure of its own, a 5xx; the operation does not happen. */
  readonly fail?: true;
  /** The connection is cut; the operation does not happen. */
  readonly reset?: true;
  /** The operation happens, and the connection is cut in place of an answer. */
  readonly resetAfter?: true;
  /** Never answered; the operation does not happen. Ends when the client goes away. */
  readonly hang?: true;
  /** The operation happens and is never answered. Ends when the client goes away. */
  readonly hangAfter?: true;
  /** The answer is this late, in AWS's seconds (the speed factor divides them); the operation happens at once. */
  readonly delaySeconds?: number;
}

/** What is to go wrong, and with which calls: by number, or by chance. */
export interface Fault extends FaultKind, Schedule {
  /** The signing name: `ecs`, `elasticloadbalancing`, ...; `*` for all. */
  readonly service: string;
  /** `*` for all of the service. */
  readonly operation: string;
}

export type ArmedFault = Armed<Fault>;

/** The faults that are armed. */
export class Faults {
  readonly #armed = new ArmedFaults<Fault>();

  /** Arms a fault or a list of them, all or none. Throws one ValidationException that names every problem. */
  async add(plan: unknown): Promise<void> {
    this.#armed.arm(await parseFaultPlan(plan));
  }

  clear(): void {
    this.#armed.clear();
  }

  list(): readonly ArmedFault[] {
    return this.#armed.list();
  }

  /** The fault that hits this call, if one does: the first that was armed, where there are several. Counts the call. */
  next(service: string, operation: string): Fault | undefined {
    return this.#armed.next(
      `${service}:${operation}`,
      (fault) => matches(fault.service, service) && matches(fault.operation, operation),
    );
  }
}

function matches(wanted: string, name: string): boolean {
  return wanted === "*" || wanted === name;
}
