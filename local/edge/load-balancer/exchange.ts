import type { Agent, IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { Aws } from "../../aws/aws.js";
import type { ListenerRecord, State } from "../../aws/elbv2/state.js";
import type { Answer } from "./answer.js";
import type { ClientRequest } from "./client-request.js";
import type { LoadBalancerKeys } from "./sign-in/load-balancer-keys.js";
import type { TargetChoice } from "./target-choice.js";

/** What a load balancer handles requests with, the same for all of its listeners. */
export interface Handling {
  readonly aws: Aws;
  readonly state: State;
  /** Keeps connections to targets alive. */
  readonly agent: Agent;
  readonly choice: TargetChoice;
  readonly keys: LoadBalancerKeys;
}

/** One request and where its answer goes. */
export interface Exchange {
  readonly listener: ListenerRecord;
  readonly request: ClientRequest;
  readonly incoming: IncomingMessage | Http2ServerRequest;
  readonly outgoing: ServerResponse | Http2ServerResponse;
  readonly tls: { readonly version: string; readonly cipher: string } | undefined;
  readonly clientPort: number;
}

/** What an authenticate action has come to: an answer for the client, or what goes on to the next action. */
export type SignIn =
  | { readonly answer: Answer }
  | { readonly targetHeaders: Readonly<Record<string, string>>; readonly cookies: readonly string[] };
