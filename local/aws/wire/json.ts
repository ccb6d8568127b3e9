import { JsonCodec2 } from "@smithy/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../errors.js";
import { type InputProblems, noteMissing, refuse } from "./input.js";
import type { Protocol, WireAnswer } from "./message.js";
import { checkOutput } from "./output.js";
import { join, lowerFirst } from "./path.js";

/**
 * AWS JSON 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html): ECS, ACM, CloudWatch Logs,
 * Cognito, Application Auto Scaling. The operation is in `X-Amz-Target: <prefix>.<operation>`.
 */
export const awsJson: Protocol = protocol("1.1");

/** The same with another number, for CloudWatch (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html). */
export const awsJson10: Protocol = protocol("1.0");

function protocol(version: "1.0" | "1.1"): Protocol {
  const answer = (status: number, body: string, requestId: string, more: Record<string, string> = {}) =>
    jsonAnswer(status, body, { "x-amzn-requestid": requestId, ...more }, version);
  return {
    operation(request, service, model) {
      const [prefix, name] = (request.headers["x-amz-target"] ?? "").split(".");
      return prefix === service.target ? model.operations.get(name ?? "") : undefined;
    },

    unknownOperation: () => new AwsError("UnknownOperationException", ""),

    decode(request, service, operation) {
      const problems: InputProblems = { missing: [], unknown: [] };
      const text = request.body.toString("utf8");
      let json: unknown;
      try {
        json = text === "" ? {} : JSON.parse(text);
      } catch {
        throw new AwsError("SerializationException", "");
      }
      if (operation.input.isUnitSchema()) return {};
      const input = decodeJson(operation.input, json, "", problems) as Record<string, unknown>;
      refuse(problems, service, operation.name, input);
      return input;
    },

    encode(output, service, operation, requestId) {
      checkOutput(service, operation, output);
      // Operations without output answer with an empty body of this content type, as AWS does.
      const body = operation.output.isUnitSchema() ? "" : writeJson(operation.output, output ?? {});
      return answer(200, body, requestId);
    },

    encodeError(error, _service, model, requestId) {
      const shape = model.errors.get(error.code);
      let messageMember = "message";
      let members: Record<string, unknown> = { ...error.members };
      if (shape !== undefined) {
        const names = Object.keys(shape.shape.getMemberSchemas());
        messageMember = names.find((name) => name.toLowerCase() === "message") ?? "message";
        members = JSON.parse(writeJson(shape.shape, error.members));
      }
      const code = shape?.name ?? error.code;
      const body = { __type: code, ...members, ...(error.message === "" ? {} : { [messageMember]: error.message }) };
      return answer(shape?.statusCode ?? error.statusCode, JSON.stringify(body), requestId, {
        "x-amzn-errortype": code,
        // CloudWatch spoke Query once, and its clients still go by those codes:
        // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#x-amzn-query-error-header
        ...(version === "1.0" && { "x-amzn-query-error": `${shape?.query.code ?? code};Sender` }),
      });
    },
  };
}

function jsonAnswer(
  statusCode: number,
  body: string,
  headers: Record<string, string>,
  version: "1.0" | "1.1",
): WireAnswer {
  return { statusCode, headers: { "content-type": `application/x-amz-json-${version}`, ...headers }, body };
}

function writeJson(schema: NormalizedSchema, value: unknown): string {
  // Timestamps are epoch seconds in this protocol, unless the member says otherwise: 7 is that format's number.
  const codec = new JsonCodec2({ timestampFormat: { useTrait: true, default: 7 }, jsonName: false });
  const serializer = codec.createSerializer();
  serializer.write(schema, value);
  return new TextDecoder().decode(serializer.flush());
}

function decodeJson(schema: NormalizedSchema, value: unknown, path: string, problems: InputProblems): unknown {
  if (value === null) return undefined;
  if (schema.isDocumentSchema()) return value;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw unfit("Expected list or null");
    const item = schema.getValueSchema();
    return value.map((each, i) => decodeJson(item, each, `${path}.${i + 1}.member`, problems));
  }
  if (schema.isMapSchema() || schema.isStructSchema()) {
    if (typeof value !== "object" || Array.isArray(value)) throw unfit("Expected map or null");
    const decoded: Record<string, unknown> = {};
    if (schema.isMapSchema()) {
      const item = schema.getValueSchema();
      for (const [key, each] of Object.entries(value))
        decoded[key] = decodeJson(item, each, `${path}.${key}.member`, problems);
      return decoded;
    }
    const members = schema.getMemberSchemas();
    for (const [name, each] of Object.entries(value)) {
      const member = members[name];
      if (member === undefined) problems.unknown.push(join(path, name));
      else decoded[name] = decodeJson(member, each, join(path, lowerFirst(name)), problems);
    }
    noteMissing(schema, decoded, path, problems);
    return decoded;
  }
  if (typeof value === "object")
    throw unfit(`Start of ${Array.isArray(value) ? "list" : "structure or map"} found where not expected.`);
  return decodeScalar(schema, value);
}

function decodeScalar(schema: NormalizedSchema, value: unknown): unknown {
  const kind = { string: "STRING_VALUE", number: "NUMBER_VALUE", boolean: value ? "TRUE_VALUE" : "FALSE_VALUE" }[
    typeof value as "string" | "number" | "boolean"
  ];
  if (schema.isStringSchema()) {
    if (typeof value === "string") return value;
    throw unfit(`${kind} can not be converted to a String`);
  }
  if (schema.isBooleanSchema()) {
    if (typeof value === "boolean") return value;
    throw unfit(`${kind} can not be converted to a Boolean`);
  }
  if (schema.isTimestampSchema()) {
    if (typeof value === "number") return new Date(value * 1000);
    throw unfit(`${kind} can not be converted to milliseconds since epoch`);
  }
  if (schema.isBlobSchema()) {
    if (typeof value === "string") return new Uint8Array(Buffer.from(value, "base64"));
    throw unfit(`${kind} can not be converted to a Blob`);
  }
  if (typeof value === "number") return value;
  throw unfit(`${kind} can not be converted to a Number`);
}

/** What AWS's JSON services say to a value of the wrong type. */
function unfit(message: string): AwsError {
  return new AwsError("SerializationException", message);
}
