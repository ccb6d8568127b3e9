import type { Aws } from "./aws.js";
import { constrainedOperations } from "./wire/constraints.js";
import { refuseViolations } from "./wire/input.js";
import { type Service, services } from "./wire/services.js";

/**
 * Makes services refuse what AWS's model of an operation rules out to whoever calls it from inside, such as
 * CloudFormation's resource handlers. Requests that came over the wire were checked on their way in; they have a second
 * argument, the `Call`.
 */
export function checkCallsFromInside(aws: Partial<Pick<Aws, Service["member"]>>): void {
  for (const service of services.values()) {
    const implementation = aws[service.member];
    if (implementation === undefined) continue;
    for (const operation of constrainedOperations(service.signingName)) check(service, operation, implementation);
  }
}

function check(service: Service, operation: string, implementation: object): void {
  const method: unknown = Reflect.get(implementation, operation);
  if (typeof method !== "function") return;
  Reflect.set(implementation, operation, (...args: readonly unknown[]) => {
    try {
      if (args[1] === undefined) refuseViolations(service, operation, args[0]);
    } catch (error) {
      // Callers of an operation that answers later look for its errors there.
      if (method.constructor.name === "AsyncFunction") return Promise.reject(error);
      throw error;
    }
    return Reflect.apply(method, implementation, args);
  });
}
