import type { Aws } from "./aws.js";
import type { Calls } from "./calls.js";
import { AwsError } from "./errors.js";
import type { Faults } from "./faults.js";
import { referencesIn } from "./references.js";
import type { Throttle } from "./throttle.js";
import type { WireAnswer, WireRequest } from "./wire/message.js";
import { services } from "./wire/services.js";

/** What there is to look at. */
export interface Inside {
  readonly aws: Aws;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly throttle: Throttle | undefined;
  readonly bugs: readonly string[];
}

/**
 * What AWS does not have: `/_local/`, for tests and demos, without a signature.
 *
 *     GET, DELETE        /_local/calls    the requests so far (CallRecord[]); forget them
 *     GET                /_local/state    what exists: an object per service, by signing name
 *     GET                /_local/references who refers to whom among what exists (Reference[])
 *     GET, POST, DELETE  /_local/faults   the armed faults with how often each was hit (ArmedFault[]); arm a Fault or a
 *                                         list of them; disarm all
 *     GET                /_local/throttle the token buckets that were used (BucketLevel[]); none unless throttling was asked for
 *     GET                /_local/bugs     what the local AWS got wrong by itself, one text each (string[])
 */
export async function answerLocally(request: WireRequest, inside: Inside): Promise<WireAnswer> {
  try {
    return answer(200, await respond(request, inside));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return answer(error.statusCode, { error: { code: error.code, message: error.message } });
  }
}

async function respond(request: WireRequest, { aws, calls, faults, throttle, bugs }: Inside): Promise<unknown> {
  switch (`${request.method} ${request.path}`) {
    case "GET /_local/calls":
      return calls.list();
    case "DELETE /_local/calls":
      calls.clear();
      return {};
    case "GET /_local/state":
      return state(aws);
    case "GET /_local/references":
      return referencesIn(state(aws));
    case "GET /_local/faults":
      return faults.list();
    case "GET /_local/bugs":
      return bugs;
    case "POST /_local/faults":
      await faults.add(parseJson(request.body.toString("utf8")));
      return {};
    case "DELETE /_local/faults":
      faults.clear();
      return {};
    case "GET /_local/throttle":
      return throttle?.list() ?? [];
    default:
      throw new AwsError("NotFound", `There is no ${request.method} ${request.path}.`, { statusCode: 404 });
  }
}

function state(aws: Aws): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { signingName, member } of services.values()) {
    const service: object = aws[member];
    const snapshot: unknown = Reflect.get(service, "snapshot");
    if (typeof snapshot === "function") found[signingName] = Reflect.apply(snapshot, service, []);
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsError("ValidationException", "The body is not JSON.");
  }
}

function answer(statusCode: number, body: unknown): WireAnswer {
  return { statusCode, headers: { "content-type": "application/json" }, body: `${JSON.stringify(body, null, 2)}\n` };
}
