import type { AwsError } from "../errors.js";
import type { Operation, ServiceModel } from "./model.js";
import type { Service } from "./services.js";

export interface WireRequest {
  readonly method: string;
  /** As on the request line, without the query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface WireAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One of AWS's wire protocols (https://smithy.io/2.0/aws/protocols/index.html), seen from the server. */
export interface Protocol {
  /** The operation that a request asks for, if the service has it. */
  operation(request: WireRequest, service: Service, model: ServiceModel): Operation | undefined;
  /** AWS's error for a request whose operation the service does not have. */
  unknownOperation(request: WireRequest): AwsError;
  /** The operation's input, checked against its schema; throws AWS's error when it does not fit. */
  decode(request: WireRequest, service: Service, operation: Operation): Record<string, unknown>;
  encode(output: unknown, service: Service, operation: Operation, requestId: string): WireAnswer;
  encodeError(error: AwsError, service: Service, model: ServiceModel, requestId: string): WireAnswer;
}
