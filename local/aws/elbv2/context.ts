import type { Aws } from "../aws.js";
import type { State } from "./state.js";

/** What every operation of Elastic Load Balancing works on. */
export interface Context {
  readonly aws: Aws;
  readonly state: State;
  /** Brings servers and health checks level with the state. */
  readonly reconcile: () => Promise<void>;
}

/** An ARN of this service in this account: `kind` is `loadbalancer/app/NAME/ID` and the like. */
export function arnOf({ aws }: Context, resource: string): string {
  return `arn:${aws.partition}:elasticloadbalancing:${aws.region}:${aws.accountId}:${resource}`;
}

/** The 16 hexadecimal digits with which AWS ends the ARNs of this service. */
export function newId({ aws }: Context): string {
  return aws.random.text(16);
}
