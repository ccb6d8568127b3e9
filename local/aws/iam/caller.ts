import { AsyncLocalStorage } from "node:async_hooks";
import type { Aws } from "../aws.js";
import { services } from "../wire/services.js";
import { authorize } from "./authorization.js";

/** Whose call it is, and which services make it for them. */
export interface Caller {
  readonly accessKeyId: string;
  readonly via: readonly string[];
}

/** The request that is being answered, and what it has set going. */
const current = new AsyncLocalStorage<Caller>();

/** Answers a request; what it starts and leaves running (a stack's creation) is its caller's too. */
export function asCaller<T>(accessKeyId: string, answer: () => T): T {
  return current.run({ accessKeyId, via: [] }, answer);
}

/** Who sent the request that is being answered; undefined for what the local AWS does of its own accord. */
export function currentCaller(): Caller | undefined {
  return current.getStore();
}

/**
 * The account as CloudFormation uses it for whoever sent the current request: every operation is checked against their
 * policies first, since it was given no role of its own.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 */
export function onBehalfOfCaller(aws: Aws): Aws {
  const caller = current.getStore();
  if (caller === undefined) return aws;
  const behalf = { ...caller, via: ["cloudformation.amazonaws.com"] };
  const guarded = new Map<PropertyKey, object>();
  for (const { member, signingName: service } of services.values())
    guarded.set(member, guard(aws, member, service, behalf));
  return new Proxy(aws, { get: (target, name) => guarded.get(name) ?? Reflect.get(target, name) });
}

/** A service whose operations, the methods in PascalCase, ask first. */
function guard(aws: Aws, member: keyof Aws, service: string, caller: Caller): object {
  return new Proxy(aws[member] as object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      // Bound to the service itself: private members are not a proxy's.
      if (typeof name !== "string" || !/^[A-Z]/.test(name)) return value.bind(target);
      return async (input: unknown, ...rest: unknown[]) => {
        await authorize(aws, { ...caller, service, operation: name }, input);
        return await current.run(caller, () => Reflect.apply(value, target, [input, ...rest]));
      };
    },
  });
}
