import { AwsError } from "../errors.js";
import { decodeForm, form } from "./form.js";
import type { Protocol, WireAnswer } from "./message.js";
import { checkOutput } from "./output.js";
import { escapeXml, writeMembers } from "./xml.js";

/**
 * AWS Query (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html): CloudFormation, Elastic Load
 * Balancing, IAM, STS. The input is a form, the answer XML in an envelope.
 */
export const awsQuery: Protocol = {
  operation(request, service, model) {
    const { action, version } = form(request);
    return version === service.version ? model.operations.get(action ?? "") : undefined;
  },

  unknownOperation(request) {
    const { action, version = "NO_VERSION_SPECIFIED" } = form(request);
    if (action === undefined) return new AwsError("MissingAction", "Missing Action");
    return new AwsError("InvalidAction", `Could not find operation ${action} for version ${version}`);
  },

  decode: (request, service, operation) => decodeForm(request, service, operation.name, operation.input),

  encode(output, service, operation, requestId) {
    checkOutput(service, operation, output);
    const { name, output: schema } = operation;
    const result = schema.isUnitSchema() ? "" : `<${name}Result>${writeMembers(schema, output)}</${name}Result>`;
    return answer(
      200,
      `<${name}Response xmlns="${service.xmlNamespace}">${result}` +
        `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`,
      requestId,
    );
  },

  encodeError(error, service, model, requestId) {
    const shape = model.errors.get(error.code);
    const statusCode = shape?.query.statusCode ?? error.statusCode;
    return answer(
      statusCode,
      `<ErrorResponse xmlns="${service.xmlNamespace}"><Error><Type>${statusCode < 500 ? "Sender" : "Receiver"}</Type>` +
        `<Code>${escapeXml(shape?.query.code ?? error.code)}</Code><Message>${escapeXml(error.message)}</Message>` +
        `${shape ? writeMembers(shape.shape, error.members) : ""}</Error>` +
        `<RequestId>${requestId}</RequestId></ErrorResponse>`,
      requestId,
    );
  },
};

/** EC2's variant (https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html): flat lists, no result element. */
export const ec2Query: Protocol = {
  operation(request, service, model) {
    const { action, version } = form(request);
    return version === service.version ? model.operations.get(action ?? "") : undefined;
  },

  unknownOperation(request) {
    const { action, version } = form(request);
    if (action === undefined)
      return new AwsError("MissingAction", "The request is missing an action or a required parameter.");
    if (version === undefined)
      return new AwsError("MissingParameter", "The request must contain the parameter Version");
    return new AwsError("InvalidAction", `The action ${action} is not valid for this web service.`);
  },

  decode: (request, service, operation) => decodeForm(request, service, operation.name, operation.input),

  encode(output, service, operation, requestId) {
    checkOutput(service, operation, output);
    const { name, output: schema } = operation;
    // Operations without output of their own answer `<return>true</return>`.
    const members = schema.isUnitSchema() ? "<return>true</return>" : writeMembers(schema, output);
    return answer(
      200,
      `<${name}Response xmlns="${service.xmlNamespace}"><requestId>${requestId}</requestId>${members}</${name}Response>`,
      requestId,
    );
  },

  encodeError(error, _service, _model, requestId) {
    return answer(
      error.statusCode,
      `<Response><Errors><Error><Code>${escapeXml(error.code)}</Code>` +
        `<Message>${escapeXml(error.message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
      requestId,
    );
  },
};

function answer(statusCode: number, xml: string, requestId: string): WireAnswer {
  return {
    statusCode,
    headers: { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  };
}
