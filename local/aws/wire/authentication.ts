import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import type { WireRequest } from "./message.js";
import type { Service } from "./services.js";
import { type Authorization, parseAuthorization, signatureMatches, signingTime } from "./signature.js";

const FIFTEEN_MINUTES = 15 * 60 * 1000;

type Refusal = "missing" | "incomplete" | "unknownKey" | "expiredToken" | "mismatch";

/** Code and status by protocol, from the services' "Common Errors" pages; EC2 has its own. */
const codes: Record<Refusal, Record<"xml" | "json" | "ec2", [code: string, statusCode: number]>> = {
  missing: {
    xml: ["MissingAuthenticationToken", 403],
    json: ["MissingAuthenticationTokenException", 400],
    ec2: ["AuthFailure", 401],
  },
  incomplete: {
    xml: ["IncompleteSignature", 400],
    json: ["IncompleteSignatureException", 400],
    ec2: ["AuthFailure", 401],
  },
  unknownKey: {
    xml: ["InvalidClientTokenId", 403],
    json: ["UnrecognizedClientException", 400],
    ec2: ["AuthFailure", 401],
  },
  expiredToken: { xml: ["ExpiredToken", 403], json: ["ExpiredTokenException", 400], ec2: ["RequestExpired", 400] },
  mismatch: {
    xml: ["SignatureDoesNotMatch", 403],
    json: ["InvalidSignatureException", 400],
    ec2: ["AuthFailure", 401],
  },
};

/**
 * Checks who sent a request: a key that STS knows, a session token that belongs to it and has not expired, the
 * right region, a fresh date, the right signature. Throws the service's own error otherwise. A public operation
 * (`operation` is its name) may come without a signature; clients do not sign it.
 */
export function authenticate(request: WireRequest, service: Service, operation: string, aws: Aws): void {
  const header = request.headers.authorization;
  if (header === undefined && service.publicOperations?.has(operation)) return;
  if (header === undefined) throw refusal("missing", service, "Request is missing Authentication Token");
  const authorization = parseAuthorization(header);
  if (authorization === undefined)
    throw refusal("incomplete", service, "Authorization header requires 'Credential', 'SignedHeaders', 'Signature'.");
  const credentials = aws.sts.credentials(authorization.accessKeyId);
  if (credentials === undefined || credentials.sessionToken !== request.headers["x-amz-security-token"])
    throw refusal("unknownKey", service, "The security token included in the request is invalid.");
  if (credentials.expiration !== undefined && credentials.expiration <= aws.clock.now())
    throw refusal("expiredToken", service, "The security token included in the request is expired");
  checkScope(authorization, service, aws);
  const skew = Math.abs(signingTime(request).getTime() - aws.clock.now().getTime());
  if (!(skew <= FIFTEEN_MINUTES))
    throw refusal("mismatch", service, `Signature expired: ${request.headers["x-amz-date"]} is not within 15 minutes.`);
  if (!signatureMatches(request, authorization, credentials.secretAccessKey))
    throw refusal(
      "mismatch",
      service,
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
}

/** A key is scoped to a region: one of the endpoint's, or us-east-1 for the services that have one endpoint for all. */
function checkScope({ region }: Authorization, service: Service, aws: Aws): void {
  if (region === aws.region || service.alsoIn?.includes(region) || (service.global && region === "us-east-1")) return;
  throw refusal(
    "mismatch",
    service,
    `Credential should be scoped to a valid region. (This local AWS is ${aws.region}, the request was signed for ${region}.)`,
  );
}

function refusal(kind: Refusal, service: Service, message: string): AwsError {
  const form = service.protocolName === "awsJson" ? "json" : service.protocolName === "ec2Query" ? "ec2" : "xml";
  const [code, statusCode] = codes[kind][form];
  const ec2 = form === "ec2" && kind !== "mismatch" && kind !== "expiredToken";
  return new AwsError(code, ec2 ? "AWS was not able to validate the provided access credentials" : message, {
    statusCode,
  });
}
