import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../errors.js";
import { type InputProblems, noteMissing, refuse, scalarFromText } from "./input.js";
import type { Protocol, WireRequest } from "./message.js";
import type { Operation } from "./model.js";
import { checkOutput } from "./output.js";
import { escapeXml, parseXml, writeMembers } from "./xml.js";

/**
 * AWS restXml (https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html), as far as Route 53 uses it: labels
 * in the path, query parameters, an XML body whose root is the request, headers in the answer.
 */
export const restXml: Protocol = {
  operation(request, _service, model) {
    for (const operation of model.operations.values()) {
      if (operation.http?.method === request.method && labels(operation, request) !== undefined) return operation;
    }
    return undefined;
  },

  unknownOperation: () =>
    new AwsError("AccessDenied", "Unable to determine service/operation name to be authorized", { statusCode: 403 }),

  decode(request, service, operation) {
    const problems: InputProblems = { missing: [], unknown: [] };
    const input: Record<string, unknown> = {};
    if (operation.input.isUnitSchema()) return input;
    const path = labels(operation, request) ?? {};
    const query = new URLSearchParams(request.query);
    const text = request.body.toString("utf8");
    const body = text.trim() === "" ? {} : parse(text);
    const inBody = new Set<string>();
    for (const [name, member] of operation.input.structIterator()) {
      const { httpLabel, httpQuery, httpHeader, xmlName } = member.getMergedTraits();
      if (httpLabel || httpQuery || httpHeader) {
        const value = httpLabel
          ? path[name]
          : httpQuery
            ? query.get(httpQuery)
            : request.headers[String(httpHeader).toLowerCase()];
        if (value !== undefined && value !== null) input[name] = scalar(member, value, name);
      } else {
        const key = xmlName ?? name;
        inBody.add(key);
        if (body[key] !== undefined) input[name] = decodeXml(member, body[key], problems);
      }
    }
    for (const key of Object.keys(body)) if (key !== "xmlns" && !inBody.has(key)) throw unexpected(key);
    noteMissing(operation.input, input, "", problems);
    refuse(problems, service, operation.name, input);
    return input;
  },

  encode(output, service, operation, requestId) {
    checkOutput(service, operation, output);
    const { name, output: schema, http } = operation;
    const headers: Record<string, string> = { "content-type": "text/xml", "x-amzn-requestid": requestId };
    let body = "";
    if (!schema.isUnitSchema()) {
      const inBody: Record<string, unknown> = {};
      const members = schema.getMemberSchemas();
      for (const [member, value] of Object.entries((output ?? {}) as Record<string, unknown>)) {
        const header = members[member]?.getMergedTraits().httpHeader;
        if (header !== undefined && value !== undefined) headers[header.toLowerCase()] = String(value);
        else inBody[member] = value;
      }
      const root = schema.getName() ?? `${name}Response`;
      body = `<${root} xmlns="${service.xmlNamespace}">${writeMembers(schema, inBody)}</${root}>`;
    }
    return {
      statusCode: http?.status ?? 200,
      headers,
      body: body === "" ? "" : `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
    };
  },

  encodeError(error, service, model, requestId) {
    const shape = model.errors.get(error.code);
    const statusCode = shape?.statusCode ?? error.statusCode;
    return {
      statusCode,
      headers: { "content-type": "text/xml", "x-amzn-requestid": requestId },
      body:
        `<?xml version="1.0"?>\n<ErrorResponse xmlns="${service.xmlNamespace}"><Error>` +
        `<Type>${statusCode < 500 ? "Sender" : "Receiver"}</Type><Code>${escapeXml(error.code)}</Code>` +
        `<Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    };
  },
};

/** The labels of a path that fits the operation's template, or undefined when it does not. */
function labels({ http }: Operation, { path, query }: WireRequest): Record<string, string> | undefined {
  if (http === undefined) return undefined;
  const [template = "", constants] = http.path.split("?");
  if (constants !== undefined && !new URLSearchParams(query).has(constants)) return undefined;
  const expected = template.split("/").filter(Boolean);
  const actual = path.split("/").filter(Boolean);
  if (expected.length !== actual.length) return undefined;
  const found: Record<string, string> = {};
  for (const [i, step] of expected.entries()) {
    const value = decodeURIComponent(actual[i] ?? "");
    const label = /^\{(\w+)\+?\}$/.exec(step)?.[1];
    if (label !== undefined) found[label] = value;
    else if (step !== value) return undefined;
  }
  return found;
}

function parse(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = parseXml(text);
  } catch {
    throw new AwsError("MalformedInput", "Unable to parse the request body as XML.");
  }
  return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
}

function decodeXml(schema: NormalizedSchema, value: unknown, problems: InputProblems): unknown {
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const step = item.getMergedTraits().xmlName ?? "member";
    const { xmlFlattened } = schema.getMergedTraits();
    const children = xmlFlattened ? value : isElement(value) ? value[step] : undefined;
    if (!xmlFlattened && isElement(value)) {
      for (const key of Object.keys(value)) if (key !== step && key !== "xmlns") throw unexpected(key);
    }
    if (children === undefined) return [];
    return [children].flat().map((child) => decodeXml(item, child, problems));
  }
  if (schema.isStructSchema()) {
    const element = isElement(value) ? value : {};
    const decoded: Record<string, unknown> = {};
    const known = new Set(["xmlns"]);
    for (const [name, member] of schema.structIterator()) {
      const key = member.getMergedTraits().xmlName ?? name;
      known.add(key);
      if (element[key] !== undefined) decoded[name] = decodeXml(member, element[key], problems);
    }
    for (const key of Object.keys(element)) if (!known.has(key)) throw unexpected(key);
    noteMissing(schema, decoded, "", problems);
    return decoded;
  }
  if (typeof value !== "string") throw unexpected(schema.getMemberName());
  return scalar(schema, value, schema.getMemberName());
}

function scalar(schema: NormalizedSchema, text: string, name: string): unknown {
  const value = scalarFromText(schema, text);
  if (value === undefined)
    throw new AwsError(
      "InvalidInput",
      `Invalid XML ; cvc-datatype-valid.1.2.1: '${text}' is not a valid value for '${name}'.`,
    );
  return value;
}

function isElement(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Route 53 checks the body against its XML schema. */
function unexpected(element: string): AwsError {
  return new AwsError(
    "InvalidInput",
    `Invalid XML ; cvc-complex-type.2.4.a: Invalid content was found starting with element '${element}'.`,
  );
}
