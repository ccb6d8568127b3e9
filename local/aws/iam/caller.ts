import { AsyncLocalStorage } from "node:async_hooks";
import type { Aws } from "../aws.js";
import { services } from "../wire/services.js";
import { authorize } from "./authorization.js";

/** The access key of the request that is being answered, and of what it has set going. */
const current = new AsyncLocalStorage<string>();

/** Answers a request; what it starts and leaves running (a stack's creation) is its caller's too. */
export function asCaller<T>(accessKeyId: string, answer: () => T): T {
  return current.run(accessKeyId, answer);
}

/**
 * The account as whoever sent the current request may use it: every operation is checked against their policies
 * first. CloudFormation works like this where it was given no role of its own:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
export function onBehalfOfCaller(aws: Aws): Aws {
  const accessKeyId = current.getStore();
  if (accessKeyId === undefined) return aws;
  const guarded = new Map<PropertyKey, object>();
  for (const { member, signingName: service } of services.values())
    guarded.set(
      member,
      guard(aws[member], (operation, input) => authorize(aws, { accessKeyId, service, operation }, input)),
    );
  return new Proxy(aws, { get: (target, name) => guarded.get(name) ?? Reflect.get(target, name) });
}

/** A service whose operations, the methods in PascalCase, ask first. */
function guard<T extends object>(service: T, ask: (operation: string, input: unknown) => void): T {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      // Bound to the service itself: private members are not a proxy's.
      if (typeof name !== "string" || !/^[A-Z]/.test(name)) return value.bind(target);
      return async (input: unknown, ...rest: unknown[]) => {
        ask(name, input);
        return await Reflect.apply(value, target, [input, ...rest]);
      };
    },
  });
}
