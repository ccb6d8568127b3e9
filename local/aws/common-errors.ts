import { AwsError } from "./errors.js";

type Words = readonly [code: string, message: string, statusCode: number];

const UNKNOWN = "The request processing has failed because of an unknown error, exception or failure.";
const RATE = "Rate exceeded";

/**
 * What each service says when it is asked too often, and when it fails itself: from "Common Errors" (and, where a
 * service has errors of its own for it, the operations' errors) in each service's API reference, as the SDK's models
 * and its list of throttling codes have them.
 */
const words: Readonly<Record<string, { readonly throttle: Words; readonly fail: Words }>> = {
  cloudformation: { throttle: ["Throttling", RATE, 400], fail: ["InternalFailure", UNKNOWN, 500] },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-api-throttling.html
  elasticloadbalancing: { throttle: ["ThrottlingException", RATE, 400], fail: ["InternalFailure", UNKNOWN, 500] },
  iam: { throttle: ["Throttling", RATE, 400], fail: ["ServiceFailure", UNKNOWN, 500] },
  sts: { throttle: ["Throttling", RATE, 400], fail: ["InternalFailure", UNKNOWN, 500] },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
  ec2: {
    throttle: ["RequestLimitExceeded", "Request limit exceeded.", 503],
    fail: ["InternalError", "An internal error has occurred", 500],
  },
  route53: { throttle: ["Throttling", RATE, 400], fail: ["InternalFailure", UNKNOWN, 500] },
  ecs: {
    throttle: ["ThrottlingException", RATE, 400],
    fail: ["ServerException", "Service Unavailable. Please try again later.", 500],
  },
  acm: { throttle: ["ThrottlingException", RATE, 400], fail: ["InternalFailure", UNKNOWN, 500] },
  logs: {
    throttle: ["ThrottlingException", RATE, 400],
    fail: ["ServiceUnavailableException", "The service cannot complete the request.", 500],
  },
  "cognito-idp": {
    throttle: ["TooManyRequestsException", RATE, 400],
    fail: ["InternalErrorException", "Something went wrong", 500],
  },
  "application-autoscaling": {
    throttle: ["ThrottlingException", RATE, 400],
    fail: ["InternalServiceException", UNKNOWN, 500],
  },
  secretsmanager: {
    throttle: ["ThrottlingException", RATE, 400],
    fail: ["InternalServiceError", "An error occurred on the server side.", 500],
  },
  ssm: {
    throttle: ["ThrottlingException", RATE, 400],
    fail: ["InternalServerError", "An error occurred on the server side.", 500],
  },
};

/** A service's answer to too many calls, by its signing name. */
export function throttlingError(service: string): AwsError {
  return asError(words[service]?.throttle ?? ["ThrottlingException", RATE, 400]);
}

/** A service's answer when it fails itself, by its signing name. */
export function internalError(service: string): AwsError {
  return asError(words[service]?.fail ?? ["InternalFailure", UNKNOWN, 500]);
}

function asError([code, message, statusCode]: Words): AwsError {
  return new AwsError(code, message, { statusCode });
}
