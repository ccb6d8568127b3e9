import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Aws, Call } from "./aws.js";
import { Calls } from "./calls.js";
import { internalError, throttlingError } from "./common-errors.js";
import { AwsError, notImplemented } from "./errors.js";
import { type Fault, Faults } from "./faults.js";
import { authorize } from "./iam/authorization.js";
import { asCaller } from "./iam/caller.js";
import { answerLocally, type Inside } from "./local-api.js";
import { Throttle } from "./throttle.js";
import { authenticate } from "./wire/authentication.js";
import { guessService } from "./wire/guess-service.js";
import type { WireAnswer, WireRequest } from "./wire/message.js";
import { readModel, type ServiceModel } from "./wire/model.js";
import { refuseReservedTags } from "./wire/reserved-tags.js";
import { type Service, services } from "./wire/services.js";
import { parseAuthorization } from "./wire/signature.js";

export interface AwsServer {
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly port: number;
  readonly calls: Calls;
  readonly faults: Faults;
  /** Present if it was asked for. */
  readonly throttle: Throttle | undefined;
  /** What the local AWS got wrong by itself, one text each: answers that AWS's model does not allow, and exceptions. */
  readonly bugs: readonly string[];
  /** Stops listening and cuts what is still open. Rejects if there were bugs. */
  close(): Promise<void>;
}

/**
 * Serves an account's control plane on 127.0.0.1, to SDKs and the AWS CLI alike. `port` 0 (the default) takes a
 * free one. Paths under `/_local/` are for looking inside: see local-api.ts. With `throttle` calls are refused beyond
 * AWS's rates (rates.ts).
 */
export async function startServer(
  aws: Aws,
  { port = 0, throttle: throttled = false }: { port?: number; throttle?: boolean } = {},
): Promise<AwsServer> {
  const calls = new Calls();
  const faults = new Faults();
  const throttle = throttled ? new Throttle() : undefined;
  const bugs: string[] = [];
  /** For whoever runs it; the caller learns nothing of it. */
  const reportBug = (thrown: unknown, where: string) => {
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    bugs.push(`${where}: ${text}`);
    process.stderr.write(`local AWS: unexpected error in ${where}: ${text}\n`);
  };
  const inside: Inside = { aws, calls, faults, throttle, bugs };
  const dispatcher = new Dispatcher(inside, reportBug);
  // Longer than any client keeps an idle connection, so that none is closed under a request.
  const server = createServer({ keepAliveTimeout: 120_000 }, (incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (!response.destroyed) reportBug(error, "server");
      response.destroy();
    });
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const answer = request.path.startsWith("/_local/")
      ? await answerLocally(request, inside)
      : await dispatcher.answer(request);
    if (answer === "reset") {
      incoming.socket.resetAndDestroy();
      return;
    }
    // The connection stays open, and silent, until the client gives up or the server closes.
    if (answer === "hang") return;
    const body = Buffer.from(answer.body, "utf8");
    response.writeHead(answer.statusCode, { ...answer.headers, "content-length": String(body.length) });
    response.end(body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    calls,
    faults,
    throttle,
    bugs,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      if (bugs.length > 0) throw new Error(`The local AWS is not AWS:\n${bugs.join("\n")}`);
    },
  };
}

/** From a request to the service's method and back. */
class Dispatcher {
  readonly #aws: Aws;
  readonly #calls: Calls;
  readonly #faults: Faults;
  readonly #throttle: Throttle | undefined;
  readonly #reportBug: (thrown: unknown, where: string) => void;
  readonly #models = new Map<string, Promise<ServiceModel>>();

  constructor({ aws, calls, faults, throttle }: Inside, reportBug: (thrown: unknown, where: string) => void) {
    this.#reportBug = reportBug;
    this.#aws = aws;
    this.#calls = calls;
    this.#faults = faults;
    this.#throttle = throttle;
  }

  async answer(request: WireRequest): Promise<WireAnswer | "reset" | "hang"> {
    const started = performance.now();
    const at = this.#aws.clock.now().toISOString();
    const requestId = this.#aws.random.uuid();
    const authorization = parseAuthorization(request.headers.authorization ?? "");
    const signingName = authorization?.service ?? guessService(request);
    const accessKeyId = authorization?.accessKeyId ?? "";
    const record = (operation: string, error?: string) =>
      this.#calls.add({
        service: signingName,
        operation,
        at,
        requestId,
        accessKeyId,
        ...(error === undefined ? {} : { error }),
        durationMs: Math.round(performance.now() - started),
      });

    const service = services.get(signingName);
    if (service === undefined) {
      const error = notImplemented(`the service ${signingName === "" ? "this request is for" : signingName}`);
      record("", error.code);
      return unknownService(error, request, requestId);
    }
    const model = await this.#model(service);
    let name = "";
    try {
      // Named first, so that a refused call is recorded under its operation; refused first, as AWS does.
      const operation = service.protocol.operation(request, service, model);
      name = operation?.name ?? "";
      authenticate(request, service, name, this.#aws);
      if (operation === undefined) throw service.protocol.unknownOperation(request);
      const fault = this.#faults.next(signingName, name);
      const silence = fault && silenceOf(fault);
      if (silence?.when === "before") {
        record(name, silence.kind);
        return silence.kind;
      }
      const error = fault && faultError(fault, signingName);
      if (error) throw error;
      const method = this.#method(service, name);
      const input = service.protocol.decode(request, service, operation);
      if (this.#throttle?.admits(signingName, name, input) === false) throw throttlingError(signingName);
      await authorize(this.#aws, { accessKeyId, service: signingName, operation: name }, input);
      refuseReservedTags(input, service);
      // What services with one endpoint for all regions are signed for says nothing.
      const region = service.global ? this.#aws.region : (authorization?.region ?? this.#aws.region);
      const call: Call = { service: signingName, operation: name, requestId, accessKeyId, region };
      if (silence) {
        // What the client would have been told, an error perhaps, is what it never learns.
        await asCaller(accessKeyId, async () => method(input, call)).catch(onlyAws);
        record(name, `${silence.kind} after`);
        return silence.kind;
      }
      const output = await asCaller(accessKeyId, () => method(input, call));
      if (fault?.delaySeconds) await this.#aws.clock.sleep(fault.delaySeconds, this.#aws.stopping);
      const answer = service.protocol.encode(output, service, operation, requestId);
      record(name);
      return answer;
    } catch (thrown) {
      if (this.#aws.stopping.aborted) return "reset";
      const error = thrown instanceof AwsError ? thrown : this.#bug(thrown, `${signingName}:${name}`);
      record(name, error.code);
      return service.protocol.encodeError(error, service, model, requestId);
    }
  }

  /** An error that is nobody's answer but a fault in the local AWS: shown to whoever runs it, hidden from the caller. */
  #bug(thrown: unknown, where: string): AwsError {
    this.#reportBug(thrown, where);
    return new AwsError("InternalFailure", "The request processing has failed because of an unknown error.", {
      statusCode: 500,
    });
  }

  #model(service: Service): Promise<ServiceModel> {
    const known = this.#models.get(service.signingName);
    if (known !== undefined) return known;
    const model = service.load().then(readModel);
    this.#models.set(service.signingName, model);
    return model;
  }

  #method(service: Service, operation: string): (input: unknown, call: unknown) => unknown {
    const implementation: object = this.#aws[service.member];
    const method: unknown = Reflect.get(implementation, operation);
    if (typeof method !== "function") throw notImplemented(`${service.signingName}:${operation}`);
    return (input, call) => Reflect.apply(method, implementation, [input, call]);
  }
}

async function read(incoming: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = incoming.url ?? "/";
  const question = url.indexOf("?");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(",") : value;
  return {
    method: incoming.method ?? "GET",
    path: question < 0 ? url : url.slice(0, question),
    query: question < 0 ? "" : url.slice(question + 1),
    headers,
    body: Buffer.concat(chunks),
  };
}

/** How a fault leaves a call without an answer, and whether the operation happens before that. */
function silenceOf(fault: Fault): { kind: "reset" | "hang"; when: "before" | "after" } | undefined {
  if (fault.reset || fault.hang) return { kind: fault.reset ? "reset" : "hang", when: "before" };
  if (fault.resetAfter || fault.hangAfter) return { kind: fault.resetAfter ? "reset" : "hang", when: "after" };
  return undefined;
}

function faultError({ error, throttle, fail }: Fault, service: string): AwsError | undefined {
  if (throttle) return throttlingError(service);
  if (fail) return internalError(service);
  return error && new AwsError(error.code, error.message ?? "", { statusCode: error.statusCode ?? 400 });
}

function onlyAws(error: unknown): void {
  if (!(error instanceof AwsError)) throw error;
}

/** Nothing says which protocol such a request speaks; its content type gives a hint. */
function unknownService(error: AwsError, request: WireRequest, requestId: string): WireAnswer {
  const isJson = (request.headers["content-type"] ?? "").includes("json");
  const protocolOf = services.get(isJson ? "ecs" : "sts");
  if (protocolOf === undefined) throw error;
  const noModel: ServiceModel = { operations: new Map(), errors: new Map() };
  return protocolOf.protocol.encodeError(error, protocolOf, noModel, requestId);
}
